/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence/dataset-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "record/journal.h"

/* A cell of a two-by-two table, and a group, of fewer rows than this tells about people. */
#define FEWEST NSM_BIN_ROWS
#define DAYS_A_MONTH 30.436875

typedef struct
{
  NsmWorkshop *workshop;
  NsmDataset *dataset; /* in the workshop */
  NsmLook *look;
  GPtrArray *before; /* NsmEvidence of the file before */
} Keeping;

/* Takes the results of @dataset out, and gives them. */
static GPtrArray *
take_results (NsmWorkshop *workshop, NsmDataset *dataset)
{
  GPtrArray *taken = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = nsm_list_get_size (workshop->evidence); i > 0; i--)
    {
      NsmEvidence *result = nsm_list_get (workshop->evidence, i - 1);

      if (strcmp (result->dataset, NSM_RECORD (dataset)->id) != 0)
        continue;
      g_ptr_array_insert (taken, 0, g_object_ref (result));
      nsm_list_splice (workshop->evidence, i - 1, 1, NULL, 0);
    }
  return taken;
}

/* The columns of a file that was read before give way to those of the newer one. */
static void
move_columns (NsmDataset *from, NsmDataset *to)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (g_object_unref);

  NSM_LIST_EACH (NsmColumn, column, from->columns)
    g_ptr_array_add (columns, g_object_ref (column));
  nsm_list_clear (from->columns);
  nsm_list_splice (to->columns, 0, nsm_list_get_size (to->columns), (NsmRecord **) columns->pdata,
                   columns->len);
}

/* Of columns that aren't used not even the name is kept. */
static void
drop_unused (NsmDataset *self)
{
  g_autoptr (GPtrArray) used = g_ptr_array_new_with_free_func (g_object_unref);

  NSM_LIST_EACH (NsmColumn, column, self->columns)
    if (column->role != NSM_COLUMN_ROLE_IGNORED)
      g_ptr_array_add (used, g_object_ref (column));
  if (used->len < nsm_list_get_size (self->columns))
    nsm_list_splice (self->columns, 0, nsm_list_get_size (self->columns),
                     (NsmRecord **) used->pdata, used->len);
}

static void
set_file_facts (NsmDataset *self, NsmTable *table)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  gsize n_bad = nsm_table_get_n_bad_rows (table);

  nsm_dataset_set_format (self, nsm_table_get_format (table));
  g_object_set (self, "name", nsm_table_get_file_name (table), "size",
                (double) nsm_table_get_size (table), "sha256", nsm_table_get_sha256 (table),
                "modified", nsm_table_get_modified (table), "read-on", today, "rows",
                (double) nsm_table_get_n_rows (table), "bad-rows", (double) n_bad, NULL);
}

static double
get_days (NsmWindow period)
{
  switch (period)
    {
    case NSM_WINDOW_DAY:
      return 1;
    case NSM_WINDOW_WEEK:
      return 7;
    case NSM_WINDOW_QUARTER:
      return 3 * DAYS_A_MONTH;
    case NSM_WINDOW_YEAR:
      return 12 * DAYS_A_MONTH;
    case NSM_WINDOW_UNSET:
    case NSM_WINDOW_MONTH:
    default:
      return DAYS_A_MONTH;
    }
}

static void
append_period (NsmColumn *column, double start, double sum, double rows)
{
  g_autoptr (GDateTime) epoch = g_date_time_new_utc (1970, 1, 1, 0, 0, 0);
  g_autoptr (GDateTime) day = g_date_time_add_days (epoch, (int) start);
  g_autofree char *text = day != NULL ? g_date_time_format (day, "%Y-%m-%d") : g_strdup ("");

  nsm_list_append_new (column->series, "start", text, "mean", sum / rows, "rows", rows, NULL);
}

/* Merged into stretches of at least FEWEST rows; what is left over at the end joins the last. */
static void
keep_series (NsmColumn *column, const NsmSeries *series)
{
  double start = NAN, sum = 0, rows = 0;
  double last_start = NAN, last_sum = 0, last_rows = 0;

  nsm_list_clear (column->series);
  for (guint i = 0; i < series->periods->len; i++)
    {
      const NsmSeriesPeriod *period = &g_array_index (series->periods, NsmSeriesPeriod, i);

      if (period->rows <= 0)
        continue;
      if (isnan (start))
        start = period->start;
      sum += period->mean * period->rows;
      rows += period->rows;
      if (rows < FEWEST)
        continue;
      if (!isnan (last_start))
        append_period (column, last_start, last_sum, last_rows);
      last_start = start;
      last_sum = sum;
      last_rows = rows;
      start = NAN;
      sum = rows = 0;
    }
  if (!isnan (last_start))
    append_period (column, last_start, last_sum + sum, last_rows + rows);
}

/* What the series of a candidate tells is what people would otherwise have to type in. */
static void
fill_candidate (Keeping *self, NsmColumn *column)
{
  NsmRecord *found = nsm_record_find (NSM_RECORD (self->workshop), column->candidate);
  NsmCandidate *candidate;

  if (column->role != NSM_COLUMN_ROLE_CANDIDATE || found == NULL || !NSM_IS_CANDIDATE (found))
    return;
  candidate = NSM_CANDIDATE (found);
  if (isnan (candidate->noise) && !isnan (column->noise) && column->noise <= 1000)
    /* As people would type it; the column keeps all digits. */
    g_object_set (candidate, "noise", round (column->noise * 1000) / 1000, NULL);
  if (isnan (candidate->react_months) && !isnan (column->react_periods))
    {
      double months = column->react_periods * get_days (self->dataset->period) / DAYS_A_MONTH;

      if (months <= 120)
        g_object_set (candidate, "react-months", round (months * 100) / 100, NULL);
    }
}

static NsmColumn *
find_column (Keeping *self, guint position)
{
  if (position >= self->look->plan->columns->len)
    return NULL;
  return nsm_dataset_find_column (
    self->dataset,
    g_array_index (self->look->plan->columns, NsmStudyColumn, position).column);
}

/* What was taken for yes and no may have turned out to be numbers. */
static void
say_how_read (Keeping *self)
{
  for (guint i = 0; i < self->look->plan->columns->len; i++)
    {
      NsmColumn *column = find_column (self, i);

      if (column != NULL)
        g_object_set (column, "truth",
                      g_array_index (self->look->plan->columns, NsmStudyColumn, i).cells ==
                        NSM_CELLS_TRUTH,
                      NULL);
    }
}

static void
keep_all_series (Keeping *self)
{
  for (guint i = 0; i < self->look->study->series->len; i++)
    {
      const NsmSeries *series = self->look->study->series->pdata[i];
      NsmColumn *column = find_column (self, series->column);

      if (column == NULL)
        continue;
      g_object_set (column, "noise", series->noise, "react-periods", series->react_periods, NULL);
      keep_series (column, series);
      /* How much cohorts differ is not how much a metric swings from week to week. */
      if (self->look->study->dates == NSM_DATES_SERIES)
        fill_candidate (self, column);
    }
}

static char *
dup_problem (const NsmPair *pair, NsmColumn *candidate, NsmColumn *outcome)
{
  switch (pair->state)
    {
    case NSM_PAIR_ALL_MISSING:
      return g_strdup_printf (_("No row has both “%s” and “%s”."), candidate->name, outcome->name);
    case NSM_PAIR_TOO_FEW:
      return g_strdup_printf (ngettext ("Only %u row has both “%s” and “%s”: too few for a "
                                        "correlation.",
                                        "Only %u rows have both “%s” and “%s”: too few for a "
                                        "correlation.",
                                        (gulong) pair->n),
                              (guint) pair->n, candidate->name, outcome->name);
    case NSM_PAIR_CANDIDATE_CONSTANT:
      return g_strdup_printf (_("No variation: “%s” is the same in every row."), candidate->name);
    case NSM_PAIR_OUTCOME_CONSTANT:
      return g_strdup_printf (_("No variation: “%s” is the same in every row."), outcome->name);
    case NSM_PAIR_FINE:
    default:
      return g_strdup ("");
    }
}

/* "revenue_eur" in EUR is "revenue". */
static void
cut_unit (char *name, const char *unit)
{
  gsize length = strlen (name), cut = strlen (unit);

  if (cut == 0 || length <= cut + 1 || name[length - cut - 1] != ' ' ||
      g_ascii_strcasecmp (name + length - cut, unit) != 0)
    return;
  name[length - cut - 1] = '\0';
}

/* "retained_d90" → "Retained d90"; with its unit, or with what a one means. */
static char *
dup_outcome_name (NsmColumn *outcome)
{
  g_autofree char *name = g_strstrip (g_strdelimit (g_strdup (outcome->name), "_", ' '));
  GString *text = g_string_new (NULL);
  g_autofree char *bracketed = g_strdup_printf ("(%s)", outcome->unit);
  gunichar first = g_utf8_get_char_validated (name, -1);

  cut_unit (name, outcome->unit);
  if (first == 0 || first >= (gunichar) -2)
    g_string_append (text, name);
  else
    {
      g_string_append_unichar (text, g_unichar_toupper (first));
      g_string_append (text, g_utf8_next_char (name));
    }
  if (outcome->unit[0] != '\0' && strstr (text->str, bracketed) == NULL)
    g_string_append_printf (text, " %s", bracketed);
  return g_string_free (text, FALSE);
}

static void
keep_bins (NsmEvidence *result, const NsmPair *pair)
{
  if (pair->bins != NULL)
    for (guint i = 0; i < pair->bins->len; i++)
      {
        const NsmPairBin *bin = &g_array_index (pair->bins, NsmPairBin, i);

        /* Nobody's extreme is kept, also not where the last bin has an edge. */
        if (bin->rows >= FEWEST)
          nsm_list_append_new (result->bins, "to", i + 1 < pair->bins->len ? bin->to : NAN, "rows",
                               bin->rows, "x", bin->x, "y", bin->y, "low", bin->low, "high",
                               bin->high, NULL);
      }
  if (pair->grid != NULL)
    for (guint i = 0; i < pair->grid->len; i++)
      {
        const NsmPairCell *cell = &g_array_index (pair->grid, NsmPairCell, i);

        if (cell->rows >= FEWEST)
          nsm_list_append_new (result->grid, "x", cell->x, "x-end", cell->x_end, "y", cell->y,
                               "y-end", cell->y_end, "rows", cell->rows, NULL);
      }
}

static void
keep_lags (NsmEvidence *result, const NsmPair *pair)
{
  if (pair->lags != NULL)
    for (guint i = 0; i < pair->lags->len; i++)
      {
        const NsmPairLag *lag = &g_array_index (pair->lags, NsmPairLag, i);

        nsm_list_append_new (result->lags, "periods", lag->periods, "coefficient", lag->r, "rows",
                             lag->rows, NULL);
      }
}

/* Two cuts through the same rows must not tell what is between them, unless that are enough. */
static gboolean
is_apart (GArray *cuts, double below)
{
  for (guint i = 0; i < cuts->len; i++)
    {
      double between = fabs (g_array_index (cuts, double, i) - below);

      if (between > 0 && between < FEWEST)
        return FALSE;
    }
  return TRUE;
}

static int
compare_phi (gconstpointer a, gconstpointer b)
{
  const NsmPairThreshold *first = *(NsmPairThreshold *const *) a;
  const NsmPairThreshold *second = *(NsmPairThreshold *const *) b;
  double difference = fabs (second->phi) - fabs (first->phi);

  if (difference != 0)
    return difference < 0 ? -1 : 1;
  return (first->at_least > second->at_least) - (first->at_least < second->at_least);
}

static int
compare_at_least (gconstpointer a, gconstpointer b)
{
  const NsmPairThreshold *first = *(NsmPairThreshold *const *) a;
  const NsmPairThreshold *second = *(NsmPairThreshold *const *) b;

  return (first->at_least > second->at_least) - (first->at_least < second->at_least);
}

/* Those of which all four cells are large enough, the best ones first, as far as also between
 * two of them, or between one and the edge of a bin, there are no fewer rows. */
static void
keep_thresholds (NsmEvidence *result, const NsmPair *pair)
{
  g_autoptr (GPtrArray) fit = g_ptr_array_new ();
  g_autoptr (GArray) cuts = g_array_new (FALSE, FALSE, sizeof (double));
  double below = 0;

  for (guint i = 0; pair->bins != NULL && i < pair->bins->len; i++)
    {
      below += g_array_index (pair->bins, NsmPairBin, i).rows;
      g_array_append_val (cuts, below);
    }
  for (guint i = 0; pair->thresholds != NULL && i < pair->thresholds->len; i++)
    {
      NsmPairThreshold *at = &g_array_index (pair->thresholds, NsmPairThreshold, i);

      if (at->a >= FEWEST && at->b >= FEWEST && at->c >= FEWEST && at->d >= FEWEST)
        g_ptr_array_add (fit, at);
    }
  g_ptr_array_sort (fit, compare_phi);
  for (guint i = 0; i < fit->len;)
    {
      const NsmPairThreshold *at = fit->pdata[i];

      below = at->c + at->d;
      if (is_apart (cuts, below))
        {
          g_array_append_val (cuts, below);
          i++;
        }
      else
        g_ptr_array_remove_index (fit, i);
    }
  g_ptr_array_sort (fit, compare_at_least);
  for (guint i = 0; i < fit->len; i++)
    {
      const NsmPairThreshold *at = fit->pdata[i];

      nsm_list_append_new (result->thresholds, "at-least", at->at_least, "did", at->a + at->b,
                           "others", at->c + at->d, "phi", at->phi, "ppv", at->ppv, "npv", at->npv,
                           NULL);
    }
}

static void
set_figures (NsmEvidence *result, const NsmPair *pair, gboolean series)
{
  g_object_set (result, "coefficient", pair->r, "low", pair->low, "high", pair->high,
                "rank-coefficient", pair->rho, "rows", (double) pair->n, NULL);
  if (series)
    g_object_set (result, "lag-periods", pair->best_lag, "probability", pair->lag_p, NULL);
}

/* The result of the file before for the same columns and the same rows. */
static NsmEvidence *
find_before (Keeping *self, NsmEvidence *result)
{
  if (self->before != NULL)
    for (guint i = 0; i < self->before->len; i++)
      {
        NsmEvidence *before = self->before->pdata[i];

        if (strcmp (before->column, result->column) == 0 &&
            strcmp (before->outcome_column, result->outcome_column) == 0 &&
            strcmp (before->group, result->group) == 0)
          return before;
      }
  return NULL;
}

/* What people wrote to a result stays with it when a newer file is read. */
static void
take_over_before (NsmEvidence *result, NsmEvidence *before)
{
  g_object_set (result, "earlier-coefficient", before->coefficient, "earlier-rows", before->rows,
                "finding", before->finding, "segment", before->segment, NULL);
}

static void
set_overlap (NsmEvidence *result, NsmColumn *candidate, NsmColumn *outcome, gboolean series)
{
  /* Of one row a period the date says when it was measured. */
  NsmOverlap overlap = series ? NSM_OVERLAP_NONE : nsm_columns_get_overlap (candidate, outcome);

  g_object_set (result, "overlaps", overlap == NSM_OVERLAP_SOME, "timing-unsaid",
                overlap == NSM_OVERLAP_UNSAID, NULL);
}

static void
keep_pair (Keeping *self, const NsmPair *pair, gboolean series)
{
  NsmColumn *candidate = find_column (self, pair->candidate);
  NsmColumn *outcome = find_column (self, pair->outcome);
  g_autofree char *outcome_name = NULL;
  g_autofree char *problem = NULL;
  g_autoptr (NsmEvidence) result = NULL;
  NsmEvidence *before;

  if (candidate == NULL || outcome == NULL ||
      nsm_record_find (NSM_RECORD (self->workshop), candidate->candidate) == NULL)
    return;
  /* A group of a few tells about each of them. */
  if (pair->group != NULL && pair->n < FEWEST)
    return;
  outcome_name = dup_outcome_name (outcome);
  problem = dup_problem (pair, candidate, outcome);
  result = g_object_new (NSM_TYPE_EVIDENCE, NULL);
  g_object_set (result, "candidate", candidate->candidate, "outcome", outcome->outcome,
                "outcome-name", outcome_name, "less-is-better", outcome->less_is_better, "method",
                NSM_METHOD_PEARSON, "source", self->dataset->name, "date", self->dataset->read_on,
                "dataset", NSM_RECORD (self->dataset)->id, "column", candidate->name,
                "outcome-column", outcome->name, "group", pair->group != NULL ? pair->group : "",
                "dropped", (double) (pair->n_without_candidate + pair->n_without_outcome),
                "problem", problem, NULL);
  set_figures (result, pair, series);
  set_overlap (result, candidate, outcome, series);
  if (pair->group == NULL)
    {
      keep_bins (result, pair);
      keep_lags (result, pair);
      keep_thresholds (result, pair);
    }
  before = find_before (self, result);
  if (before != NULL)
    take_over_before (result, before);
  nsm_list_append (self->workshop->evidence, NSM_RECORD (result));
}

/**
 * nsm_workshop_keep_look:
 * @dataset: the file with what people said about its columns
 * @look: what was computed
 * @replaces: (nullable): a file of @workshop that this one is newer than; it may be @dataset
 *
 * Puts the results into the workshop, in one step of undo. Never a row, no extreme of a
 * column, and nothing that fewer than five rows share. With @replaces its results give way,
 * and each new one knows the coefficient before.
 *
 * Returns: (transfer none): the file in the workshop
 */
NsmDataset *
nsm_workshop_keep_look (NsmWorkshop *workshop, NsmDataset *dataset, NsmLook *look,
                        NsmDataset *replaces)
{
  Keeping self = { workshop, dataset, look, NULL };
  gboolean series = look->study->dates == NSM_DATES_SERIES;

  nsm_record_begin_step (NSM_RECORD (workshop),
                         replaces != NULL ? _("Read a Newer File") : _("Look at the Data"));
  if (replaces != NULL)
    {
      self.before = take_results (workshop, replaces);
      g_object_set (replaces, "earlier-name", replaces->name, "earlier-sha256", replaces->sha256,
                    "earlier-read-on", replaces->read_on, NULL);
      if (replaces != dataset)
        {
          g_object_set (replaces, "period", dataset->period, "changed-on", dataset->changed_on,
                        NULL);
          move_columns (dataset, replaces);
        }
      self.dataset = replaces;
    }
  else
    nsm_list_append (workshop->datasets, NSM_RECORD (dataset));
  drop_unused (self.dataset);
  set_file_facts (self.dataset, look->table);
  if (look->study->dates != NSM_DATES_NONE)
    g_object_set (self.dataset, "period", look->study->period, NULL);
  say_how_read (&self);
  keep_all_series (&self);
  for (guint i = 0; i < look->study->pairs->len; i++)
    keep_pair (&self, look->study->pairs->pdata[i], series);
  nsm_record_end_step (NSM_RECORD (workshop));
  g_clear_pointer (&self.before, g_ptr_array_unref);
  return self.dataset;
}

/**
 * nsm_workshop_remove_dataset:
 *
 * Removes @dataset with its results, in one step of undo. What people concluded from it stays.
 */
void
nsm_workshop_remove_dataset (NsmWorkshop *workshop, NsmDataset *dataset)
{
  nsm_record_begin_step (NSM_RECORD (workshop), _("Remove File"));
  g_ptr_array_unref (take_results (workshop, dataset));
  nsm_list_remove (workshop->datasets, NSM_RECORD (dataset));
  nsm_record_end_step (NSM_RECORD (workshop));
}

/**
 * nsm_dataset_check_overlaps:
 *
 * Says anew of each result of @self whether it is evidence, after the timing of a column was
 * changed. The caller's step of undo, where one is open.
 */
void
nsm_dataset_check_overlaps (NsmDataset *self)
{
  NsmRecord *root = nsm_record_get_root (NSM_RECORD (self));

  if (!NSM_IS_WORKSHOP (root))
    return;
  NSM_LIST_EACH (NsmEvidence, result, NSM_WORKSHOP (root)->evidence)
    {
      NsmColumn *candidate, *outcome;

      if (strcmp (result->dataset, NSM_RECORD (self)->id) != 0)
        continue;
      candidate = nsm_dataset_find_column (self, result->column);
      outcome = nsm_dataset_find_column (self, result->outcome_column);
      if (candidate != NULL && outcome != NULL)
        set_overlap (result, candidate, outcome, !isnan (result->lag_periods));
    }
}
