/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people answered to the questions that have no section of their own. */
#include "report/build-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "analysis/ranking.h"
#include "rounds/round.h"
#include "rounds/texts.h"
#include "rounds/verdicts.h"

/* Their name, where it was promised that answers carry one. */
static const char *
get_author (NsmRound *round, NsmAnswer *answer)
{
  NsmRosterEntry *who = round->privacy == NSM_PRIVACY_NAMED
                          ? nsm_round_get_roster_entry (round, answer->person)
                          : NULL;

  return who != NULL ? who->name : "";
}

/* Statements and ideas, and how the team put them together */

static void
add_card (NsmNode *list, NsmRound *round, const char *person, guint position)
{
  const char *text = nsm_round_get_text (round, person, position);
  NsmAnswer *answer = nsm_round_get_answer (round, person);
  NsmNode *item;

  if (text == NULL || text[0] == '\0')
    return;
  item = nsm_node_add_item (list, text);
  if (get_author (round, answer)[0] != '\0')
    /* Translators: after what somebody wrote: their name */
    nsm_runs_add_template (item->runs, _(" (%s)"),
                           nsm_run_new (NSM_RUN_TEXT, get_author (round, answer)), NULL);
}

static void
add_cards (NsmBuild *build, NsmNode *part, NsmRound *round)
{
  NsmNode *groups = nsm_build_add_part (part, NULL, _("What was written"), NSM_NODE_DEFINITIONS);
  NsmNode *list;
  gboolean any = FALSE;

  NSM_LIST_EACH (NsmCluster, cluster, build->workshop->clusters)
    {
      if (g_strcmp0 (cluster->round, NSM_RECORD (round)->id) != 0)
        continue;
      any = TRUE;
      list = nsm_node_add (nsm_node_add_entry (groups, NULL, nsm_cluster_get_wording (cluster)),
                           NSM_NODE_LIST);
      NSM_LIST_EACH (NsmCardRef, card, cluster->cards)
        {
          add_card (list, round, card->person, (guint) card->position);
        }
      nsm_build_keep_part (groups);
    }
  list = nsm_node_add (nsm_node_add_entry (groups, NULL,
                                           any ? _("On their own") : _("Not put together")),
                       NSM_NODE_LIST);
  NSM_LIST_EACH (NsmAnswer, answer, round->answers)
    for (guint i = 0; i < nsm_list_get_size (answer->entries); i++)
      if (nsm_workshop_find_cluster (build->workshop, round, answer->person, i) == NULL)
        add_card (list, round, answer->person, i);
  nsm_build_keep_part (groups);
  nsm_build_keep_part (part);
}

/* Value moments */

static void
add_order (NsmNode *part, NsmRound *round)
{
  g_autoptr (NsmRanking) ranking = nsm_ranking_new (round);
  NsmNode *table = nsm_build_add_part (part, NULL, _("The order"), NSM_NODE_TABLE);

  nsm_node_add_row (table, _("Value moment"), _("Place"), _("Mean of the ranks"), _("Ranked by"),
                    NULL);
  for (guint i = 0; i < nsm_ranking_get_n_subjects (ranking); i++)
    {
      guint subject = nsm_ranking_get_nth (ranking, i);
      double place = nsm_ranking_get_place (ranking, subject);
      NsmNode *row =
        nsm_node_add_row (table, nsm_ranking_get_subject (ranking, subject)->title, NULL);
      const double numbers[] = { place, nsm_ranking_get_mean (ranking, subject),
                                 nsm_ranking_count_placed (ranking, subject) };

      for (guint k = 0; k < G_N_ELEMENTS (numbers); k++)
        {
          NsmNode *cell = nsm_node_add_cell (row, NULL);

          cell->numeric = TRUE;
          if (!isnan (numbers[k]))
            nsm_runs_add (cell->runs, nsm_run_new_number (numbers[k], k == 1 ? 1 : -1));
        }
    }
  nsm_build_keep_part (part);
}

/* Verdicts of stress tests */

static void
add_doubts (NsmNode *cell, NsmRound *round, const char *candidate, NsmStressTest test)
{
  NSM_LIST_EACH (NsmAnswer, answer, round->answers)
    {
      NsmVerdict verdict;
      NsmEntry *entry = nsm_answer_find_verdict (answer, candidate, test, &verdict);
      const char *who = get_author (round, answer);

      if (entry == NULL || entry->text[0] == '\0')
        continue;
      if (cell->runs->len > 0)
        nsm_runs_add (cell->runs, nsm_run_new (NSM_RUN_BREAK, NULL));
      nsm_runs_add (cell->runs, nsm_build_new_verdict (verdict));
      if (who[0] != '\0')
        /* Translators: after a verdict: a person and what they said */
        nsm_runs_add_template (cell->runs, _(" %s: %s"), nsm_run_new (NSM_RUN_TEXT, who),
                               nsm_run_new (NSM_RUN_TEXT, entry->text), NULL);
      else
        nsm_runs_add_template (cell->runs, " %s", nsm_run_new (NSM_RUN_TEXT, entry->text), NULL);
    }
}

static void
add_verdicts (NsmNode *part, NsmRound *round)
{
  static const NsmVerdict verdicts[] = { NSM_VERDICT_HOLDS, NSM_VERDICT_REFINE, NSM_VERDICT_FAILS,
                                         NSM_VERDICT_UNSET };
  NsmNode *table = nsm_build_add_part (part, NULL, _("The verdicts"), NSM_NODE_TABLE);

  nsm_node_add_row (table, _("Candidate"), _("Thought experiment"),
                    nsm_build_choice (NSM_TYPE_VERDICT, NSM_VERDICT_HOLDS),
                    nsm_build_choice (NSM_TYPE_VERDICT, NSM_VERDICT_REFINE),
                    nsm_build_choice (NSM_TYPE_VERDICT, NSM_VERDICT_FAILS), _("Abstained"),
                    _("Why"), NULL);
  NSM_LIST_EACH (NsmSubject, subject, round->subjects)
    NSM_LIST_EACH (NsmAspect, aspect, round->aspects)
      {
        guint test;
        NsmNode *row;

        if (!nsm_choice_from_nick (NSM_TYPE_STRESS_TEST, aspect->aspect, &test))
          continue;
        row = nsm_node_add_row (table, subject->title, aspect->name, NULL);
        for (guint i = 0; i < G_N_ELEMENTS (verdicts); i++)
          {
            NsmNode *cell = nsm_node_add_cell (row, NULL);
            guint n = nsm_round_count_verdicts (round, subject->subject, test, verdicts[i]);

            cell->numeric = TRUE;
            if (n > 0)
              nsm_runs_add (cell->runs, nsm_run_new_number (n, 0));
          }
        add_doubts (nsm_node_add_cell (row, NULL), round, subject->subject, test);
      }
  nsm_build_keep_part (part);
}

/**
 * nsm_build_opened:
 *
 * Adds what was answered, once it can be read; what the scores come to and the vote on the game
 * stand elsewhere.
 */
void
nsm_build_opened (NsmBuild *build, NsmNode *part, NsmRound *round)
{
  if (!nsm_round_is_readable (round))
    return;
  switch (round->kind)
    {
    case NSM_ROUND_KIND_STATEMENTS:
    case NSM_ROUND_KIND_IDEAS:
      add_cards (build, part, round);
      break;
    case NSM_ROUND_KIND_MOMENTS:
      add_order (part, round);
      break;
    case NSM_ROUND_KIND_VERDICTS:
      add_verdicts (part, round);
      break;
    case NSM_ROUND_KIND_SCORES:
      nsm_build_marks (build, part, round);
      break;
    case NSM_ROUND_KIND_GAME:
    default:
      break;
    }
}
