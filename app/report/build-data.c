/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What files of data show: of each candidate, and the files themselves. */
#include "report/build-private.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "evidence/words.h"
#include "report/plot.h"

static gboolean
is_of (NsmEvidence *result, NsmCandidate *candidate)
{
  return result->dataset[0] != '\0' && nsm_evidence_is_whole (result) &&
         strcmp (result->candidate, NSM_RECORD (candidate)->id) == 0;
}

static void
add_result (NsmBuild *build, NsmNode *table, NsmEvidence *result)
{
  NsmNode *row = nsm_node_add (table, NSM_NODE_ROW);
  NsmNode *cell;

  nsm_node_set_source (row, NSM_STEP_EVIDENCE, NSM_RECORD (result), NULL);
  nsm_build_add_outcome (build, nsm_node_add_cell (row, NULL), result);
  cell = nsm_node_add_cell (row, NULL);
  if (!isnan (result->coefficient))
    nsm_runs_add (cell->runs, nsm_run_new_number (result->coefficient, 2));
  else
    nsm_runs_add_text (cell->runs, NSM_RUN_TEXT, result->problem);
  cell = nsm_node_add_cell (row, NULL);
  if (!isnan (result->low) && !isnan (result->high))
    /* Translators: the ends of an interval: "0.53 to 0.74" */
    nsm_runs_add_template (cell->runs, _("%s to %s"), nsm_run_new_number (result->low, 2),
                           nsm_run_new_number (result->high, 2), NULL);
  else if (!isnan (result->probability))
    /* Translators: how likely chance alone is: "p = 0.03" */
    nsm_runs_add_template (cell->runs, _("p = %s"), nsm_run_new_number (result->probability, 3),
                           NULL);
  nsm_build_add_number (row, result->rank_coefficient, 2);
  nsm_build_add_number (row, result->rows, 0);
  nsm_build_add_number (row, result->dropped, 0);
}

static void
add_results_table (NsmBuild *build, NsmNode *part, NsmCandidate *candidate)
{
  NsmNode *table = nsm_node_add (part, NSM_NODE_TABLE);

  nsm_node_add_row (table, _("Outcome"), "r",
                    /* xgettext:no-c-format */
                    _("95 % interval"), _("Spearman’s rho"), _("Rows"), _("Rows left out"), NULL);
  NSM_LIST_EACH (NsmEvidence, result, build->workshop->evidence)
    {
      if (is_of (result, candidate) && !result->overlaps)
        add_result (build, table, result);
    }
  nsm_build_keep_part (part);
}

/* What a threshold says, and what changed since the file before. */
static void
add_sentences (NsmBuild *build, NsmNode *part, NsmCandidate *candidate)
{
  NsmNode *list = nsm_node_add (part, NSM_NODE_LIST);

  NSM_LIST_EACH (NsmEvidence, result, build->workshop->evidence)
    {
      g_autofree char *threshold = NULL, *change = NULL;

      if (!is_of (result, candidate) || result->overlaps)
        continue;
      threshold = nsm_evidence_dup_threshold (result);
      change = nsm_evidence_dup_change (result);
      if (threshold != NULL)
        nsm_node_add_item (list, threshold);
      if (change != NULL)
        nsm_node_add_item (list, change);
    }
  nsm_build_keep_part (part);
}

/* What was computed and doesn't count, with the reason: a reader may know the figure. */
static void
add_refused (NsmBuild *build, NsmNode *part, NsmCandidate *candidate)
{
  NSM_LIST_EACH (NsmEvidence, result, build->workshop->evidence)
    {
      g_autofree char *refusal = NULL;
      NsmNode *note;

      if (!is_of (result, candidate))
        continue;
      refusal = nsm_evidence_dup_refusal (result);
      if (refusal == NULL)
        continue;
      note = nsm_node_add_note (part, NSM_TONE_CAUTION, NULL);
      nsm_runs_add_text (note->runs, NSM_RUN_TEXT,
                         nsm_evidence_get_outcome_title (result));
      nsm_node_add_paragraph (note, NSM_TONE_PLAIN, refusal);
    }
}

/**
 * nsm_build_add_plot:
 * @plot: (transfer full): a picture that has its figures as a table, too
 * @narrow: (transfer full): the same for a phone
 *
 * Returns: (transfer none): a figure with the same as a table
 */
NsmNode *
nsm_build_add_plot (NsmNode *parent, const char *id, NsmPlot *plot, NsmPlot *narrow)
{
  NsmNode *node = nsm_node_add (parent, NSM_NODE_FIGURE), *table;

  node->id = g_strdup (id);
  node->figure = nsm_figure_new (NSM_FIGURE_PLOT);
  node->figure->plot = plot;
  node->figure->narrow = narrow;
  g_free (node->figure->alternative);
  node->figure->alternative = g_strdup (nsm_plot_get_alternative (plot));
  table = nsm_node_add (node, NSM_NODE_TABLE);
  nsm_node_add (table, NSM_NODE_ROW);
  for (guint c = 0; c < nsm_plot_get_n_columns (plot); c++)
    nsm_node_add_cell (table->children->pdata[0], nsm_plot_get_column (plot, c));
  for (guint r = 0; r < nsm_plot_get_n_rows (plot); r++)
    {
      NsmNode *row = nsm_node_add (table, NSM_NODE_ROW);

      for (guint c = 0; c < nsm_plot_get_n_columns (plot); c++)
        nsm_node_add_cell (row, nsm_plot_get_cell (plot, r, c))->numeric =
          !isnan (nsm_plot_get_cell_number (plot, r, c)) && c > 0;
    }
  return node;
}

static gboolean
add_figure (NsmBuild *build, NsmNode *part, NsmEvidence *result, NsmPlotKind kind)
{
  NsmPlot *plot = nsm_plot_new_for_evidence (result, kind, NULL);
  g_autofree char *id = NULL;

  if (plot == NULL)
    return FALSE;
  id = g_strdup_printf ("plot-%u", ++build->n_plots);
  nsm_build_add_plot (part, id, plot, nsm_plot_new_sized (result, kind, NULL, NSM_FIGURE_NARROW));
  return TRUE;
}

/* The result to be shown: of those that count, the one that shows most. */
static NsmEvidence *
find_shown (NsmBuild *build, NsmCandidate *candidate)
{
  NsmEvidence *shown = NULL;

  NSM_LIST_EACH (NsmEvidence, result, build->workshop->evidence)
    {
      if (is_of (result, candidate) && !result->overlaps && !isnan (result->coefficient) &&
          (shown == NULL || fabs (result->coefficient) > fabs (shown->coefficient)))
        shown = result;
    }
  return shown;
}

static void
add_figures (NsmBuild *build, NsmNode *part, NsmCandidate *candidate)
{
  static const NsmPlotKind first[] = { NSM_PLOT_THRESHOLDS, NSM_PLOT_TENTHS, NSM_PLOT_SERIES };
  static const NsmPlotKind second[] = { NSM_PLOT_SEGMENTS, NSM_PLOT_LAGS };
  NsmEvidence *shown = find_shown (build, candidate);

  if (shown == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    if (add_figure (build, part, shown, first[i]))
      break;
  for (guint i = 0; i < G_N_ELEMENTS (second); i++)
    if (add_figure (build, part, shown, second[i]))
      break;
}

static gboolean
has_results (NsmBuild *build, NsmCandidate *candidate)
{
  NSM_LIST_EACH (NsmEvidence, result, build->workshop->evidence)
    {
      if (is_of (result, candidate))
        return TRUE;
    }
  return FALSE;
}

/* What the files of data say about each candidate. */
void
nsm_build_data (NsmBuild *build, NsmNode *section)
{
  NSM_LIST_EACH (NsmCandidate, candidate, build->workshop->candidates)
    {
      g_autofree char *title = NULL, *verdict = NULL;
      NsmNode *part;

      if (!has_results (build, candidate))
        continue;
      title = nsm_build_dup_candidate (build, NSM_RECORD (candidate)->id);
      verdict = nsm_candidate_dup_evidence_verdict (candidate);
      part = nsm_node_add_section (section, NULL, title);
      nsm_node_set_source (part, NSM_STEP_EVIDENCE, NSM_RECORD (candidate), "evidence_verdict");
      nsm_node_add_text (part, NSM_TONE_PLAIN, verdict);
      add_results_table (build, part, candidate);
      add_sentences (build, part, candidate);
      add_refused (build, part, candidate);
      add_figures (build, part, candidate);
    }
}

/* Files */

static void
add_timing (NsmNode *cell, NsmColumn *column)
{
  switch (column->timing)
    {
    case NSM_TIMING_DAYS:
      if (!isnan (column->from_day) && !isnan (column->to_day))
        nsm_runs_add_template (cell->runs,
                               /* Translators: when a column was measured: each customer's days */
                               _(", from day %s to day %s of each customer"),
                               nsm_run_new_number (column->from_day, 0),
                               nsm_run_new_number (column->to_day, 0), NULL);
      break;
    case NSM_TIMING_DATES:
      if (column->from_date[0] != '\0' && column->to_date[0] != '\0')
        nsm_runs_add_template (cell->runs, _(", from %s to %s"),
                               nsm_run_new_date (column->from_date),
                               nsm_run_new_date (column->to_date), NULL);
      break;
    case NSM_TIMING_WHOLE_LIFE:
      nsm_runs_add (cell->runs, nsm_run_new (NSM_RUN_TEXT, _(", over all of their time")));
      break;
    case NSM_TIMING_UNSET:
    default:
      if (column->role == NSM_COLUMN_ROLE_CANDIDATE || column->role == NSM_COLUMN_ROLE_OUTCOME)
        nsm_runs_add (cell->runs, nsm_run_new (NSM_RUN_TEXT, _(", nobody said when")));
    }
}

static void
add_column (NsmBuild *build, NsmNode *cell, NsmColumn *column)
{
  g_autofree char *candidate = NULL;
  const char *what = nsm_build_choice (NSM_TYPE_COLUMN_ROLE, column->role);

  if (column->role == NSM_COLUMN_ROLE_IGNORED)
    return;
  if (column->role == NSM_COLUMN_ROLE_CANDIDATE)
    what = candidate = nsm_build_dup_candidate (build, column->candidate);
  else if (column->role == NSM_COLUMN_ROLE_OUTCOME)
    what = nsm_build_choice (NSM_TYPE_OUTCOME, column->outcome);
  if (cell->runs->len > 0)
    nsm_runs_add (cell->runs, nsm_run_new (NSM_RUN_BREAK, NULL));
  /* Translators: the name of a column in a file, and what the workshop takes it for */
  nsm_runs_add_template (cell->runs, _("“%s”: %s"), nsm_run_new (NSM_RUN_TEXT, column->name),
                         nsm_run_new (NSM_RUN_TEXT, what != NULL ? what : ""), NULL);
  add_timing (cell, column);
}

static void
add_file (NsmBuild *build, NsmNode *table, NsmDataset *dataset)
{
  NsmNode *row = nsm_node_add_row (table, dataset->name, NULL);
  NsmNode *cell = nsm_node_add_cell (row, NULL);

  nsm_node_set_source (row, NSM_STEP_EVIDENCE, NSM_RECORD (dataset), "name");
  if (!isnan (dataset->rows))
    nsm_runs_add (cell->runs, nsm_run_new_number (dataset->rows, 0));
  if (dataset->bad_rows > 0)
    {
      nsm_runs_add (cell->runs, nsm_run_new (NSM_RUN_BREAK, NULL));
      nsm_runs_add_template (cell->runs, _("%s kept out"), nsm_run_new_number (dataset->bad_rows, 0),
                             NULL);
    }
  cell = nsm_node_add_cell (row, NULL);
  nsm_runs_add (cell->runs, nsm_run_new_date (dataset->read_on));
  cell = nsm_node_add_cell (row, NULL);
  nsm_runs_add_text (cell->runs, NSM_RUN_CODE, dataset->sha256);
  cell = nsm_node_add_cell (row, NULL);
  NSM_LIST_EACH (NsmColumn, column, dataset->columns)
    add_column (build, cell, column);
}

/* The files themselves, so that anyone can check which ones they were. */
void
nsm_build_files (NsmBuild *build, NsmNode *section)
{
  NsmNode *table = nsm_build_add_part (section, "files", _("Files"), NSM_NODE_TABLE);

  nsm_node_add_row (table, _("File"), _("Rows"), _("Read on"), "SHA-256",
                    _("Columns, and when they were measured"), NULL);
  NSM_LIST_EACH (NsmDataset, dataset, build->workshop->datasets)
    add_file (build, table, dataset);
  nsm_build_keep_part (section);
}
