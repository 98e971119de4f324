/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who gave which score, where the round had promised that it would be known. */
#include "report/build-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "rounds/round.h"

static void
add_reasons (NsmNode *cell, NsmScores *scores, guint person, guint candidate)
{
  for (guint k = 0; k < nsm_scores_get_n_criteria (scores); k++)
    {
      NsmEntry *entry = nsm_scores_get_entry (scores, person, candidate, k);

      if (entry == NULL || entry->text[0] == '\0')
        continue;
      if (cell->runs->len > 0)
        nsm_runs_add (cell->runs, nsm_run_new (NSM_RUN_BREAK, NULL));
      /* Translators: a criterion, and why somebody gave a mark by it */
      nsm_runs_add_template (
        cell->runs, _("%s: %s"),
        nsm_run_new (NSM_RUN_EMPHASIS, nsm_scores_get_criterion_name (scores, k)),
        nsm_run_new (NSM_RUN_TEXT, entry->text), NULL);
    }
}

static void
add_person (NsmNode *table, NsmScores *scores, guint person, guint candidate)
{
  NsmNode *row = nsm_node_add_row (table, nsm_scores_get_person_name (scores, person), NULL);

  for (guint k = 0; k < nsm_scores_get_n_criteria (scores); k++)
    {
      double mark = nsm_scores_get_mark (scores, person, candidate, k);

      nsm_build_add_number (row, mark, 0);
      if (isnan (mark))
        nsm_runs_add_text (((NsmNode *) row->children->pdata[k + 1])->runs, NSM_RUN_TEXT, "–");
    }
  nsm_build_add_number (row, nsm_scores_get_person_total (scores, person, candidate), 1);
  add_reasons (nsm_node_add_cell (row, NULL), scores, person, candidate);
}

static void
add_candidate (NsmNode *part, NsmScores *scores, guint candidate)
{
  NsmNode *table = nsm_node_add (part, NSM_NODE_TABLE);
  NsmNode *head = nsm_node_add_row (table, _("Who"), NULL);

  nsm_runs_add_text (table->runs, NSM_RUN_TEXT, nsm_scores_get_candidate_title (scores, candidate));
  for (guint k = 0; k < nsm_scores_get_n_criteria (scores); k++)
    nsm_node_add_cell (head, nsm_scores_get_criterion_name (scores, k));
  nsm_node_add_cell (head, _("Score"));
  nsm_node_add_cell (head, _("Because"));
  for (guint p = 0; p < nsm_scores_get_n_people (scores); p++)
    add_person (table, scores, p, candidate);
  nsm_build_keep_part (part);
}

/**
 * nsm_build_marks:
 * @round: of scores, that can be read
 *
 * Adds a table for each candidate, those that did best first; nothing where the round or the
 * document is without names.
 */
void
nsm_build_marks (NsmBuild *build, NsmNode *part, NsmRound *round)
{
  g_autoptr (NsmScores) scores = NULL;
  NsmNode *section;

  if (build->options->names != NSM_REPORT_NAMES_WITH_SCORES || round->direct ||
      round->privacy != NSM_PRIVACY_NAMED)
    return;
  scores = nsm_scores_new (round);
  if (scores == NULL || nsm_scores_get_n_people (scores) == 0)
    return;
  section = nsm_node_add_section (part, NULL, _("Who gave which score"));
  for (guint i = 0; i < nsm_scores_get_n_candidates (scores); i++)
    add_candidate (section, scores, nsm_scores_get_nth (scores, i));
  nsm_build_keep_part (part);
}
