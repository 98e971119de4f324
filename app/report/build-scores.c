/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/build-private.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "findings/figures.h"
#include "record/language.h"
#include "rounds/round.h"

static char *
dup_rank (double rank)
{
  if (isnan (rank))
    return g_strdup ("");
  /* Those who share two places share the rank between them. */
  if (rank != floor (rank))
    return g_strdup_printf ("%.0f½", floor (rank));
  return g_strdup_printf ("%.0f", rank);
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

static NsmFigureCell *
new_cell (NsmBuild *build, NsmScores *scores, guint candidate, guint criterion)
{
  const NsmCell *from = nsm_scores_get_cell (scores, candidate, criterion);
  NsmFigureCell *cell = nsm_figure_cell_new ();

  cell->mean = from->mean;
  cell->agreed = nsm_scores_get_agreed (scores, candidate, criterion);
  cell->low = from->low;
  cell->high = from->high;
  for (guint p = 0; p < nsm_scores_get_n_people (scores); p++)
    {
      double mark = nsm_scores_get_mark (scores, p, candidate, criterion);

      if (!isnan (mark))
        g_array_append_val (cell->marks, mark);
    }
  g_array_sort (cell->marks, compare_marks);
  cell->apart = from->n > 1 && !nsm_scores_is_calibration (scores, candidate) &&
                from->high - from->low >= build->workshop->settings->disagreement;
  return cell;
}

static NsmFigureRow *
new_row (NsmBuild *build, NsmScores *scores, guint candidate)
{
  NsmFigureRow *row = nsm_figure_row_new (nsm_scores_get_candidate_title (scores, candidate));

  g_free (row->rank);
  row->rank = dup_rank (nsm_scores_get_rank (scores, candidate));
  row->total = nsm_scores_get_total (scores, candidate);
  row->calibration = nsm_scores_is_calibration (scores, candidate);
  row->chosen = build->chosen != NULL && strcmp (nsm_scores_get_candidate_id (scores, candidate),
                                                 NSM_RECORD (build->chosen)->id) == 0;
  if (row->calibration || row->chosen)
    {
      g_free (row->detail);
      row->detail = g_strdup (row->calibration ? _("bad on purpose") : _("chosen"));
    }
  for (guint i = 0; i < nsm_scores_get_n_criteria (scores); i++)
    g_ptr_array_add (row->cells, new_cell (build, scores, candidate, i));
  return row;
}

/**
 * nsm_build_new_score:
 *
 * Returns: (transfer full): a score, rounded as it is everywhere else; programs get all of it
 */
NsmRun *
nsm_build_new_score (double score)
{
  NsmRun *run = nsm_run_new_number (score, 1);

  g_free (run->text);
  run->text = nsm_scores_format (score);
  return run;
}

/* The same as a table, for formats without pictures: the mean, and the lowest and
 * highest mark where they differ. */
static void
add_table (NsmNode *node, NsmFigure *figure)
{
  NsmNode *table = nsm_node_add (node, NSM_NODE_TABLE);
  NsmNode *head = nsm_node_add_row (table, _("Candidate"), _("Rank"), _("Score"), NULL);

  for (guint i = 0; i < figure->columns->len; i++)
    nsm_node_add_cell (head, figure->columns->pdata[i]);
  for (guint r = 0; r < figure->rows->len; r++)
    {
      NsmFigureRow *from = figure->rows->pdata[r];
      g_autofree char *title = from->detail[0] != '\0'
                                 ? g_strdup_printf ("%s (%s)", from->title, from->detail)
                                 : g_strdup (from->title);
      NsmNode *row = nsm_node_add_row (table, title, from->rank, NULL);
      NsmNode *cell = nsm_node_add_cell (row, NULL);

      cell->numeric = TRUE;
      if (!isnan (from->total))
        nsm_runs_add (cell->runs, nsm_build_new_score (from->total));
      for (guint i = 0; i < from->cells->len; i++)
        {
          NsmFigureCell *score = from->cells->pdata[i];

          cell = nsm_node_add_cell (row, NULL);
          cell->numeric = TRUE;
          if (isnan (score->mean))
            nsm_runs_add_text (cell->runs, NSM_RUN_TEXT, "–");
          else if (score->low == score->high)
            nsm_runs_add (cell->runs, nsm_build_new_score (score->mean));
          else
            /* Translators: a mean, and the lowest and highest mark: "4.3 (3 to 5)" */
            nsm_runs_add_template (cell->runs, _("%s (%s to %s)"),
                                   nsm_build_new_score (score->mean),
                                   nsm_run_new_number (score->low, -1),
                                   nsm_run_new_number (score->high, -1), NULL);
          if (!isnan (score->agreed))
            /* Translators: after a mean: the score that the team agreed on once it had talked */
            nsm_runs_add_template (cell->runs, _(", agreed %s"),
                                   nsm_run_new_number (score->agreed, -1), NULL);
        }
    }
}

static void
describe (NsmFigure *figure)
{
  GString *words = g_string_new (NULL);

  for (guint r = 0; r < figure->rows->len; r++)
    {
      NsmFigureRow *row = figure->rows->pdata[r];
      g_autofree char *total = nsm_scores_format (row->total);

      if (isnan (row->total))
        continue;
      if (words->len > 0)
        g_string_append (words, "; ");
      /* Translators: a candidate and its score */
      g_string_append_printf (words, _("%s: %s"), row->title, total);
    }
  g_free (figure->alternative);
  figure->alternative = g_string_free (words, FALSE);
}

static gboolean
has_agreed (NsmFigure *figure)
{
  for (guint r = 0; r < figure->rows->len; r++)
    {
      NsmFigureRow *row = figure->rows->pdata[r];

      for (guint i = 0; i < row->cells->len; i++)
        if (!isnan (((NsmFigureCell *) row->cells->pdata[i])->agreed))
          return TRUE;
    }
  return FALSE;
}

static void
add_figure (NsmBuild *build, NsmNode *section, NsmScores *scores)
{
  NsmNode *node = nsm_node_add (section, NSM_NODE_FIGURE);
  NsmFigure *figure = nsm_figure_new (NSM_FIGURE_HEAT_MAP);
  g_autofree char *caption = NULL;
  guint n = nsm_scores_get_n_people (scores);

  node->id = g_strdup ("heat-map");
  node->figure = figure;
  for (guint i = 0; i < nsm_scores_get_n_criteria (scores); i++)
    g_ptr_array_add (figure->columns, g_strdup (nsm_scores_get_criterion_name (scores, i)));
  for (guint i = 0; i < nsm_scores_get_n_candidates (scores); i++)
    g_ptr_array_add (figure->rows, new_row (build, scores, nsm_scores_get_nth (scores, i)));
  describe (figure);
  nsm_figure_draw (figure);
  caption = g_strdup_printf (ngettext ("Means of the marks of %u person, from 1 to 5.",
                                       "Means of the marks of %u people, from 1 to 5.", n),
                             n);
  nsm_runs_add_text (node->runs, NSM_RUN_TEXT, caption);
  if (n > 1)
    {
      g_autofree char *frame =
        g_strdup_printf (_(" A dot is a person’s mark. Framed: marks %.0f or more apart."),
                         build->workshop->settings->disagreement);

      nsm_runs_add_verbatim (node->runs, frame);
    }
  if (has_agreed (figure))
    nsm_runs_add_verbatim (node->runs, _(" “Agreed” is a score settled after discussion; marks and "
                                         "means stay as they were given."));
  add_table (node, figure);
}

/* Whoever misses a candidate among the scores reads why. */
static void
add_not_scored (NsmBuild *build, NsmNode *section, NsmScores *scores)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *names = NULL;
  guint which;

  NSM_LIST_EACH (NsmCandidate, candidate, build->workshop->candidates)
    {
      if (candidate->standing == NSM_STANDING_ELIMINATED &&
          !nsm_scores_find_candidate (scores, NSM_RECORD (candidate)->id, &which))
        {
          g_autofree char *title = nsm_build_dup_candidate (build, NSM_RECORD (candidate)->id);

          g_ptr_array_add (titles, g_strdup_printf (_("“%s”"), title));
        }
    }
  if (titles->len == 0)
    return;
  names = nsm_names_dup_list (titles);
  nsm_runs_add_template (
    nsm_node_add_paragraph (section, NSM_TONE_FINE, NULL)->runs,
    /* Translators: titles of candidates in quotation marks, as a list */
    ngettext ("Not scored: %s was eliminated before.", "Not scored: %s were eliminated before.",
              titles->len),
    nsm_run_new (NSM_RUN_TEXT, names), NULL);
}

/* Scores advise, people decide: where they decided otherwise, that is said. */
static void
add_departure (NsmBuild *build, NsmNode *section, NsmScores *scores, guint winner)
{
  for (guint i = 0; build->chosen != NULL && i < nsm_scores_get_n_candidates (scores); i++)
    if (i != winner && strcmp (nsm_scores_get_candidate_id (scores, i),
                               NSM_RECORD (build->chosen)->id) == 0)
      {
        NsmNode *paragraph = nsm_node_add_paragraph (section, NSM_TONE_PLAIN, NULL);

        /* Translators: the title of a candidate */
        nsm_runs_add_template (paragraph->runs,
                               _("The team decided for “%s” all the same; why, the decision says."),
                               nsm_run_new (NSM_RUN_TEXT, nsm_scores_get_candidate_title (scores, i)),
                               NULL);
      }
}

static void
add_robustness (NsmBuild *build, NsmNode *section, const NsmScoring *scoring)
{
  g_autoptr (NsmRobustness) robustness = nsm_robustness_copy (scoring->robustness);
  NsmNode *note, *list;

  if (!robustness->has_winner)
    return;
  nsm_robustness_address (robustness, scoring->scores, NSM_AUDIENCE_READERS);
  note = nsm_node_add_note (section, NSM_TONE_PLAIN, robustness->headline);
  list = nsm_node_add (note, NSM_NODE_LIST);
  for (guint i = 0; i < robustness->reasons->len; i++)
    nsm_node_add_item (list, robustness->reasons->pdata[i]);
  if (robustness->what_would_change != NULL && robustness->what_would_change[0] != '\0')
    nsm_node_add_item (list, robustness->what_would_change);
  nsm_build_keep_part (note);
  add_departure (build, section, scoring->scores, robustness->winner);
}

static void
add_agreement (NsmBuild *build, NsmNode *section, const NsmScoring *scoring)
{
  GPtrArray *calibrations = scoring->calibrations;

  if (!nsm_scores_is_single (scoring->scores))
    {
      g_autofree char *sentence = nsm_agreement_dup_sentence (
        scoring->agreement, scoring->scores, NSM_AUDIENCE_READERS);

      nsm_node_add_text (section, NSM_TONE_PLAIN, sentence);
      nsm_node_add_text (section, NSM_TONE_FINE, scoring->agreement->note);
    }
  for (guint i = 0; i < calibrations->len; i++)
    {
      NsmCalibration *calibration = calibrations->pdata[i];
      g_autofree char *sentence = nsm_redaction_dup_text (build->redaction, calibration->sentence);

      nsm_node_add_text (section, NSM_TONE_PLAIN, sentence);
    }
}

/**
 * nsm_build_new_scoring:
 *
 * Returns: (transfer full) (nullable): what follows from the newest scores; NULL without any. It
 *   is worked out from the workshop itself, as for everybody else who asks, and told by what may
 *   be read of it.
 */
NsmScoring *
nsm_build_new_scoring (NsmBuild *build)
{
  NsmRound *round = nsm_workshop_get_revealed_round (build->workshop, NSM_ROUND_KIND_SCORES);
  NsmRecord *original =
    round != NULL ? nsm_record_find (NSM_RECORD (build->original), NSM_RECORD (round)->id) : NULL;
  g_autoptr (NsmScoring) scoring =
    original != NULL ? nsm_scoring_new (build->original, NSM_ROUND (original)) : NULL;

  return scoring != NULL ? nsm_figures_share (scoring->figures, nsm_scores_new (round)) : NULL;
}

void
nsm_build_scores (NsmBuild *build, NsmNode *section)
{
  g_autoptr (NsmScoring) scoring = nsm_build_new_scoring (build);

  if (scoring == NULL || nsm_scores_get_n_candidates (scoring->scores) == 0)
    return;
  add_robustness (build, section, scoring);
  add_figure (build, section, scoring->scores);
  add_not_scored (build, section, scoring->scores);
  nsm_build_robustness (build, section, scoring->scores, scoring->robustness);
  add_agreement (build, section, scoring);
  nsm_build_discussions (build, section, scoring->scores);
}
