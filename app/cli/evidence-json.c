/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a file of data says, for programs: every figure as it was computed. */
#include <math.h>
#include <string.h>

#include "evidence.h"
#include "evidence/words.h"

static void
add_sentence (cJSON *object, const char *name, char *sentence)
{
  if (sentence != NULL)
    cli_add_text (object, name, sentence);
  else
    cJSON_AddNullToObject (object, name);
  g_free (sentence);
}

static void
add_file (cJSON *object, NsmDataset *dataset, NsmLook *look)
{
  NsmStudy *study = nsm_look_get_study (look);
  g_autoptr (GPtrArray) problems = nsm_look_dup_problems (look);
  cJSON *list;

  cli_add_text (object, "name", dataset->name);
  cli_add_number (object, "size", dataset->size);
  cli_add_text (object, "sha256", dataset->sha256);
  cli_add_text (object, "modified", dataset->modified);
  cli_add_number (object, "rows", dataset->rows);
  cli_add_number (object, "bad_rows", dataset->bad_rows);
  cli_add_text (object, "encoding", dataset->encoding);
  cli_add_text (object, "delimiter", dataset->delimiter);
  cli_add_text (object, "quote", dataset->quote);
  cli_add_text (object, "decimal", dataset->decimal);
  cJSON_AddBoolToObject (object, "header", dataset->header);
  cli_add_text (object, "dates",
                study->dates == NSM_DATES_SERIES    ? "series"
                : study->dates == NSM_DATES_COHORTS ? "cohorts"
                                                    : "none");
  cli_add_text (object, "period", nsm_choice_get_nick (NSM_TYPE_WINDOW, dataset->period));
  cli_add_number (object, "segments_left_out", (double) study->n_groups_left_out);
  list = cJSON_AddArrayToObject (object, "problems");
  for (guint i = 0; i < problems->len; i++)
    cJSON_AddItemToArray (list, cJSON_CreateString (problems->pdata[i]));
}

static void
add_timing (cJSON *object, NsmColumn *column)
{
  cli_add_text (object, "measured", nsm_choice_get_nick (NSM_TYPE_TIMING, column->timing));
  cli_add_number (object, "from_day", column->from_day);
  cli_add_number (object, "to_day", column->to_day);
  cli_add_text (object, "from_date", column->from_date);
  cli_add_text (object, "to_date", column->to_date);
}

static void
add_column (cJSON *list, NsmColumn *column, NsmTable *table)
{
  const NsmTableColumn *read = nsm_table_find_column (table, column->name);
  cJSON *object = cli_append_object (list);

  cli_add_text (object, "name", column->name);
  cli_add_text (object, "role", nsm_choice_get_nick (NSM_TYPE_COLUMN_ROLE, column->role));
  cli_add_text (object, "unit", column->unit);
  cJSON_AddBoolToObject (object, "truth", column->truth);
  cJSON_AddBoolToObject (object, "less_is_better", column->less_is_better);
  cli_add_number (object, "missing", read != NULL ? (double) read->n_missing : NAN);
  cli_add_number (object, "wrong", read != NULL ? (double) read->n_wrong : NAN);
  cli_add_number (object, "first_wrong_line",
                  read != NULL && read->n_wrong > 0 ? (double) read->first_wrong : NAN);
  add_timing (object, column);
  cli_add_number (object, "noise", column->noise);
  cli_add_number (object, "react_periods", column->react_periods);
}

static void
add_figures (cJSON *object, NsmEvidence *result)
{
  cJSON *list;

  list = cJSON_AddArrayToObject (object, "thresholds");
  NSM_LIST_EACH (NsmThreshold, threshold, result->thresholds)
    {
      cJSON *item = cli_append_object (list);

      cli_add_number (item, "at_least", threshold->at_least);
      cli_add_number (item, "did", threshold->did);
      cli_add_number (item, "others", threshold->others);
      cli_add_number (item, "phi", threshold->phi);
      cli_add_number (item, "ppv", threshold->ppv);
      cli_add_number (item, "npv", threshold->npv);
    }
  list = cJSON_AddArrayToObject (object, "bins");
  NSM_LIST_EACH (NsmBin, bin, result->bins)
    {
      cJSON *item = cli_append_object (list);

      cli_add_number (item, "to", bin->to);
      cli_add_number (item, "rows", bin->rows);
      cli_add_number (item, "candidate", bin->x);
      cli_add_number (item, "outcome", bin->y);
      cli_add_number (item, "low", bin->low);
      cli_add_number (item, "high", bin->high);
    }
  list = cJSON_AddArrayToObject (object, "lags");
  NSM_LIST_EACH (NsmLag, lag, result->lags)
    {
      cJSON *item = cli_append_object (list);

      cli_add_number (item, "periods", lag->periods);
      cli_add_number (item, "r", lag->coefficient);
      cli_add_number (item, "n", lag->rows);
    }
}

static void
add_result (cJSON *list, NsmEvidence *result)
{
  cJSON *object = cli_append_object (list);

  cli_add_text (object, "column", result->column);
  cli_add_text (object, "outcome", result->outcome_column);
  cli_add_text (object, "kind", nsm_choice_get_nick (NSM_TYPE_OUTCOME, result->outcome));
  if (result->group[0] != '\0')
    cli_add_text (object, "segment", result->group);
  else
    cJSON_AddNullToObject (object, "segment");
  cli_add_number (object, "r", result->coefficient);
  cli_add_number (object, "low", result->low);
  cli_add_number (object, "high", result->high);
  cli_add_number (object, "rho", result->rank_coefficient);
  cli_add_number (object, "n", result->rows);
  cli_add_number (object, "dropped", result->dropped);
  cli_add_number (object, "lag", result->lag_periods);
  cli_add_number (object, "p", result->probability);
  cJSON_AddBoolToObject (object, "meaningful", nsm_evidence_is_meaningful (result));
  cJSON_AddBoolToObject (object, "overlaps", result->overlaps);
  cJSON_AddBoolToObject (object, "timing_unsaid", result->timing_unsaid);
  cli_add_text (object, "problem", result->problem);
  cli_add_number (object, "earlier_r", result->earlier_coefficient);
  cli_add_number (object, "earlier_n", result->earlier_rows);
  add_sentence (object, "reading", nsm_evidence_dup_reading (result));
  add_sentence (object, "refusal", nsm_evidence_dup_refusal (result));
  add_sentence (object, "threshold", nsm_evidence_dup_threshold (result));
  add_sentence (object, "change", nsm_evidence_dup_change (result));
  if (nsm_evidence_is_whole (result))
    add_figures (object, result);
}

static void
add_candidate (cJSON *list, NsmWorkshop *workshop, NsmDataset *dataset, NsmColumn *column)
{
  NsmCandidate *candidate = nsm_list_find (workshop->candidates, column->candidate);
  cJSON *object, *results;

  if (candidate == NULL)
    return;
  object = cli_append_object (list);
  add_sentence (object, "title", nsm_candidate_dup_title (candidate));
  cli_add_text (object, "id", NSM_RECORD (candidate)->id);
  cli_add_text (object, "column", column->name);
  add_sentence (object, "verdict", nsm_candidate_dup_evidence_verdict (candidate));
  cli_add_text (object, "suggested",
                nsm_choice_get_nick (NSM_TYPE_EVIDENCE_VERDICT,
                                     nsm_candidate_get_suggested_verdict (candidate)));
  results = cJSON_AddArrayToObject (object, "results");
  NSM_LIST_EACH (NsmEvidence, result, workshop->evidence)
    if (strcmp (result->dataset, NSM_RECORD (dataset)->id) == 0 &&
        strcmp (result->column, column->name) == 0)
      add_result (results, result);
}

/**
 * cli_evidence_make_json:
 *
 * Returns: (transfer full): the file, its columns, and each candidate with its results
 */
cJSON *
cli_evidence_make_json (NsmWorkshop *workshop, NsmDataset *dataset, NsmLook *look)
{
  cJSON *result = cJSON_CreateObject ();
  cJSON *list;

  add_file (cJSON_AddObjectToObject (result, "file"), dataset, look);
  list = cJSON_AddArrayToObject (result, "columns");
  NSM_LIST_EACH (NsmColumn, column, dataset->columns)
    if (column->role != NSM_COLUMN_ROLE_IGNORED)
      add_column (list, column, nsm_look_get_table (look));
  list = cJSON_AddArrayToObject (result, "candidates");
  NSM_LIST_EACH (NsmColumn, column, dataset->columns)
    if (column->role == NSM_COLUMN_ROLE_CANDIDATE)
      add_candidate (list, workshop, dataset, column);
  return result;
}
