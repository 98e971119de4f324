/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence/words-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "evidence/dataset.h"
#include "evidence/names.h"
#include "record/language.h"

/* A coefficient that moved by less is about the same. */
#define ABOUT_THE_SAME 0.05

/**
 * nsm_evidence_is_whole:
 *
 * Returns: whether @result is about everybody, not about a group or a segment
 */
gboolean
nsm_evidence_is_whole (NsmEvidence *result)
{
  return result->group[0] == '\0' && result->segment[0] == '\0';
}

/**
 * nsm_evidence_is_meaningful:
 *
 * Returns: whether there is a correlation to speak of: at least .1, an interval without zero,
 *   and, of dated rows, more than circular shifts give by chance
 */
gboolean
nsm_evidence_is_meaningful (NsmEvidence *result)
{
  gboolean spans = !isnan (result->low) && !isnan (result->high) &&
                   MIN (result->low, result->high) <= 0 && MAX (result->low, result->high) >= 0;

  return !isnan (result->coefficient) && fabs (result->coefficient) >= NSM_MEANINGFUL && !spans &&
         (isnan (result->probability) || result->probability < NSM_CHANCE);
}

/**
 * nsm_evidence_get_best_threshold:
 *
 * Returns: (transfer none) (nullable): where those who did it often and the others differ most
 */
NsmThreshold *
nsm_evidence_get_best_threshold (NsmEvidence *result)
{
  NsmThreshold *best = NULL;

  NSM_LIST_EACH (NsmThreshold, threshold, result->thresholds)
    if (!isnan (threshold->phi) && (best == NULL || fabs (threshold->phi) > fabs (best->phi)))
      best = threshold;
  return best;
}

static NsmColumn *
find_column (NsmEvidence *result, const char *name)
{
  NsmDataset *dataset = nsm_evidence_get_dataset (result);

  return dataset != NULL ? nsm_dataset_find_column (dataset, name) : NULL;
}

/* " in the first 14 days", or "" where nobody said when. */
static char *
dup_when (NsmColumn *column)
{
  if (column == NULL)
    return g_strdup ("");
  switch (column->timing)
    {
    case NSM_TIMING_DAYS:
      if (isnan (column->from_day) || isnan (column->to_day))
        return g_strdup ("");
      if (column->from_day <= 1 && column->to_day > 1)
        return g_strdup_printf (ngettext (" in the first %.0f day", " in the first %.0f days",
                                          (gulong) column->to_day),
                                column->to_day);
      if (column->from_day == column->to_day)
        return g_strdup_printf (_(" on day %.0f"), column->from_day);
      return g_strdup_printf (_(" from day %.0f to day %.0f"), column->from_day, column->to_day);
    case NSM_TIMING_DATES:
      return g_strdup_printf (_(" from %s to %s"), column->from_date, column->to_date);
    case NSM_TIMING_WHOLE_LIFE:
      return g_strdup (_(" in all their time"));
    case NSM_TIMING_UNSET:
    default:
      return g_strdup ("");
    }
}

/* Whether the column counts what people did: its name says so ("workouts_completed",
 * "n_exports", "Anzahl"). Of an age nobody did anything 40 times. */
static gboolean
counts_acts (NsmColumn *column)
{
  static const char *const words[] = { "count", "counts", "number", "num", "times", "n", "nr",
                                       "anzahl", "nombre", "numero", NULL };
  g_autoptr (GPtrArray) parts = NULL;

  if (column == NULL)
    return FALSE;
  parts = nsm_name_split (column->name);
  for (guint i = 0; i < parts->len; i++)
    {
      const char *part = parts->pdata[i];

      if (g_strv_contains (words, part) || (strlen (part) > 5 && g_str_has_suffix (part, "ed")))
        return TRUE;
    }
  return FALSE;
}

/* "3 times", "30 min", "0.5" */
static char *
dup_amount (NsmThreshold *threshold, NsmColumn *column, gboolean times)
{
  double value = threshold->at_least;
  /* Six digits are more than anybody acts on. */
  g_autofree char *number = nsm_number_dup_figures (value, 6);

  if (column != NULL && column->unit[0] != '\0')
    return g_strdup_printf ("%s %s", number, column->unit);
  if (!times)
    return g_steal_pointer (&number);
  return g_strdup_printf (ngettext ("%s time", "%s times", (gulong) value), number);
}

/**
 * nsm_evidence_dup_threshold:
 *
 * Returns: (transfer full) (nullable): what the threshold with the largest phi says about a
 *   yes-or-no outcome, in one sentence; %NULL where none was kept
 */
char *
nsm_evidence_dup_threshold (NsmEvidence *result)
{
  NsmThreshold *best = nsm_evidence_get_best_threshold (result);
  NsmColumn *column = find_column (result, result->column);
  g_autofree char *amount = NULL;
  g_autofree char *when = NULL;
  g_autofree char *phi = NULL;
  gboolean times, stays;

  if (best == NULL)
    return NULL;
  when = dup_when (column);
  phi = nsm_coefficient_dup_text (best->phi);
  times = column != NULL && column->unit[0] == '\0' && best->at_least >= 1 &&
          best->at_least < 1e9 && best->at_least == round (best->at_least) && counts_acts (column);
  amount = dup_amount (best, column, times);
  stays = result->outcome == NSM_OUTCOME_RETENTION && !result->less_is_better;
  if (column != NULL && column->truth && stays)
    /* Translators: " in the first 14 days", 72 %, 11 %, phi, "strong" */
    return g_strdup_printf (_("People who did it%s stay in %.0f %%, the others in %.0f %% "
                              "(φ = %s: %s)."),
                            when, best->ppv * 100, (1 - best->npv) * 100, phi,
                            nsm_coefficient_get_band (best->phi));
  if (column != NULL && column->truth)
    /* Translators: " in the first 14 days", outcome, 72 %, 11 %, phi, "strong" */
    return g_strdup_printf (_("Of people who did it%s, “%s” is true of %.0f %%, of the others "
                              "%.0f %% (φ = %s: %s)."),
                            when, result->outcome_name, best->ppv * 100, (1 - best->npv) * 100, phi,
                            nsm_coefficient_get_band (best->phi));
  if (stays && times)
    /* Translators: "3 times", " in the first 14 days", 72 %, 11 %, phi, "strong" */
    return g_strdup_printf (_("People who did it %s or more%s stay in %.0f %%, the others in "
                              "%.0f %% (φ = %s: %s)."),
                            amount, when, best->ppv * 100, (1 - best->npv) * 100, phi,
                            nsm_coefficient_get_band (best->phi));
  if (stays)
    /* Translators: "30 min", " in the first 14 days", 72 %, 11 %, phi, "strong" */
    return g_strdup_printf (_("People with %s or more%s stay in %.0f %%, the others in %.0f %% "
                              "(φ = %s: %s)."),
                            amount, when, best->ppv * 100, (1 - best->npv) * 100, phi,
                            nsm_coefficient_get_band (best->phi));
  if (times)
    /* Translators: "3 times", " in the first 14 days", outcome, 72 %, 11 %, phi, "strong" */
    return g_strdup_printf (_("Of people who did it %s or more%s, “%s” is true of %.0f %%, of the "
                              "others %.0f %% (φ = %s: %s)."),
                            amount, when, result->outcome_name, best->ppv * 100,
                            (1 - best->npv) * 100, phi, nsm_coefficient_get_band (best->phi));
  /* Translators: "30 min", " in the first 14 days", outcome, 72 %, 11 %, phi, "strong" */
  return g_strdup_printf (_("Of people with %s or more%s, “%s” is true of %.0f %%, of the others "
                            "%.0f %% (φ = %s: %s)."),
                          amount, when, result->outcome_name, best->ppv * 100,
                          (1 - best->npv) * 100, phi, nsm_coefficient_get_band (best->phi));
}

/* What became of it: the sentence's end. */
static const char *
get_turn (NsmEvidence *result)
{
  double before = result->earlier_coefficient, now = result->coefficient;

  if (before * now < 0 && fabs (before) >= NSM_MEANINGFUL && fabs (now) >= NSM_MEANINGFUL)
    return _("It turned round.");
  if (fabs (now - before) < ABOUT_THE_SAME)
    return _("That is about the same.");
  return fabs (now) > fabs (before) ? _("It is stronger now.") : _("It is weaker now.");
}

/**
 * nsm_evidence_dup_change:
 *
 * Returns: (transfer full) (nullable): what changed since the file before; %NULL where there
 *   was none, or no figure in it
 */
char *
nsm_evidence_dup_change (NsmEvidence *result)
{
  NsmDataset *dataset = nsm_evidence_get_dataset (result);
  const char *name = dataset != NULL ? dataset->earlier_name : "";
  g_autofree char *before = NULL;
  g_autofree char *now = NULL;

  if (isnan (result->earlier_coefficient))
    return NULL;
  before = nsm_coefficient_dup_text (result->earlier_coefficient);
  if (isnan (result->coefficient))
    return g_strdup_printf (_("In the file before (%s) it was r = %s, n = %.0f; now there is no "
                              "figure."),
                            name, before, result->earlier_rows);
  now = nsm_coefficient_dup_text (result->coefficient);
  /* Translators: file, r, n before; r, n now; "It is stronger now." */
  return g_strdup_printf (_("In the file before (%s) it was r = %s, n = %.0f; now it is r = %s, "
                            "n = %.0f. %s"),
                          name, before, result->earlier_rows, now, result->rows,
                          get_turn (result));
}

/**
 * nsm_evidence_dup_refusal:
 *
 * Returns: (transfer full) (nullable): why @result is no evidence; %NULL if it is
 */
char *
nsm_evidence_dup_refusal (NsmEvidence *result)
{
  if (!result->overlaps)
    return NULL;
  return g_strdup_printf (_("No evidence: it was counted over the same time as “%s”. People who "
                            "stayed longer did more of everything, so even what has nothing to do "
                            "with staying goes along with it. Count it before the outcome, among "
                            "people who were still there."),
                          nsm_evidence_get_outcome_title (result));
}
