/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a team does with opened rounds: texts, orders, verdicts. */
#include "analysis/ranking.h"
#include "rounds/verdicts.h"

#include "method/candidates.h"
#include "rounds/texts.h"
#include "record/journal.h"
#include "record/json.h"

static NsmRound *
add_texts (NsmWorkshop *workshop, NsmRoundKind kind)
{
  static const char *const texts[2][2] = { { "Done on time", "Less chasing" },
                                           { "Work ends when promised", "Calm weeks" } };
  static const char *const people[] = { "mei", "jonas" };
  NsmRound *round = nsm_list_append_new (workshop->rounds, "kind", kind, "state",
                                         NSM_ROUND_STATE_REVEALED, NULL);

  for (guint i = 0; i < 2; i++)
    {
      NsmAnswer *answer = nsm_list_append_new (round->answers, "person", people[i], NULL);

      for (guint k = 0; k < 2; k++)
        nsm_list_append_new (answer->entries, "text", texts[i][k], NULL);
    }
  return round;
}

static void
undo (NsmWorkshop *workshop)
{
  nsm_journal_undo (nsm_record_get_journal (NSM_RECORD (workshop)));
}

static void
test_clusters (void)
{
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
  NsmRound *round = add_texts (workshop, NSM_ROUND_KIND_STATEMENTS);
  NsmCluster *cluster = nsm_workshop_join_texts (workshop, round, "jonas", 0, "mei", 0);

  g_assert_nonnull (cluster);
  g_assert_cmpstr (nsm_cluster_get_wording (cluster), ==, "Done on time");
  g_assert_cmpuint (nsm_list_get_size (cluster->cards), ==, 2);
  g_assert_true (nsm_workshop_find_cluster (workshop, round, "jonas", 0) == cluster);
  g_assert_null (nsm_workshop_find_cluster (workshop, round, "jonas", 1));
  g_assert_null (nsm_workshop_join_texts (workshop, round, "mei", 1, "mei", 1));

  /* Onto one of the group is onto the group. */
  g_assert_true (nsm_workshop_join_texts (workshop, round, "mei", 1, "jonas", 0) == cluster);
  g_assert_cmpuint (nsm_list_get_size (cluster->cards), ==, 3);

  /* The last but one takes the group with it; each act is one step of undo. */
  nsm_workshop_part_text (workshop, round, "mei", 1);
  g_assert_cmpuint (nsm_list_get_size (workshop->clusters), ==, 1);
  nsm_workshop_part_text (workshop, round, "mei", 0);
  g_assert_cmpuint (nsm_list_get_size (workshop->clusters), ==, 0);
  undo (workshop);
  g_assert_cmpuint (nsm_list_get_size (workshop->clusters), ==, 1);
  cluster = nsm_list_get (workshop->clusters, 0);
  g_assert_cmpuint (nsm_list_get_size (cluster->cards), ==, 2);

  /* A text leaves one group for another, and what is left of the first is no group. */
  nsm_workshop_join_texts (workshop, round, "jonas", 0, "jonas", 1);
  g_assert_cmpuint (nsm_list_get_size (workshop->clusters), ==, 1);
  cluster = nsm_list_get (workshop->clusters, 0);
  g_assert_cmpstr (nsm_cluster_get_wording (cluster), ==, "Calm weeks");
  g_object_set (cluster, "title", "", NULL);
  g_assert_cmpstr (nsm_cluster_get_wording (cluster), ==, "Calm weeks");
  nsm_cluster_part (cluster);
  g_assert_cmpuint (nsm_list_get_size (workshop->clusters), ==, 0);
  g_assert_cmpstr (nsm_round_get_text (round, "jonas", 0), ==, "Work ends when promised");
}

static void
test_texts_used (void)
{
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
  NsmCandidate *candidate;

  g_assert_false (nsm_workshop_uses_statement (workshop, ""));
  nsm_workshop_use_statement (workshop, "Done on time");
  g_assert_true (nsm_workshop_uses_statement (workshop, " Done on time\n"));
  undo (workshop);
  g_assert_cmpstr (workshop->value->proposition, ==, "");

  g_assert_null (nsm_workshop_find_idea (workshop, "Projects done"));
  candidate = nsm_workshop_use_idea (workshop, "Projects\ndone ");
  g_assert_true (nsm_workshop_use_idea (workshop, "Projects done") == candidate);
  g_assert_cmpstr (nsm_candidate_get_metric (candidate)->name, ==, "Projects done");
  g_assert_true (nsm_candidate_is_good (candidate));
  undo (workshop);
  g_assert_cmpuint (nsm_list_get_size (workshop->candidates), ==, 0);
  g_assert_cmpuint (nsm_list_get_size (workshop->metrics), ==, 0);
}

static void
test_order (void)
{
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
  NsmList *moments = workshop->value->moments;
  NsmRound *round = nsm_list_append_new (workshop->rounds, "kind", NSM_ROUND_KIND_MOMENTS, "state",
                                         NSM_ROUND_STATE_REVEALED, NULL);
  NsmAnswer *answer = nsm_list_append_new (round->answers, "person", "mei", NULL);
  const char *names[] = { "A", "B", "C" };
  g_autoptr (NsmRanking) ranking = NULL;
  NsmValueMoment *later;

  for (guint i = 0; i < 3; i++)
    {
      NsmRecord *moment = nsm_list_append_new (moments, "name", names[i], NULL);

      nsm_list_append_new (round->subjects, "subject", moment->id, "title", names[i], NULL);
      nsm_list_append_new (answer->entries, "subject", moment->id, "mark", 3.0 - i, NULL);
    }
  later = nsm_list_append_new (moments, "name", "Later", NULL);
  nsm_list_move (moments, 3, 0);
  ranking = nsm_ranking_new (round);
  g_assert_false (nsm_workshop_has_order (workshop, ranking));
  nsm_workshop_use_order (workshop, ranking);
  g_assert_true (nsm_workshop_has_order (workshop, ranking));
  for (guint i = 0; i < 3; i++)
    g_assert_cmpstr (((NsmValueMoment *) nsm_list_get (moments, i))->name, ==, names[2 - i]);
  g_assert_true (nsm_list_get (moments, 3) == (gpointer) later);
  undo (workshop);
  g_assert_true (nsm_list_get (moments, 0) == (gpointer) later);
}

static void
say (NsmRound *round, const char *person, NsmCandidate *candidate, NsmVerdict verdict)
{
  NsmAnswer *answer = nsm_list_append_new (round->answers, "person", person, NULL);
  gboolean abstains = verdict == NSM_VERDICT_UNSET;

  nsm_list_append_new (answer->entries, "subject", NSM_RECORD (candidate)->id, "aspect",
                       nsm_choice_get_nick (NSM_TYPE_STRESS_TEST, NSM_STRESS_TEST_GAMING), "choice",
                       abstains ? "" : nsm_choice_get_nick (NSM_TYPE_VERDICT, verdict), "abstained",
                       abstains, NULL);
}

static void
test_lone_fail (void)
{
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
  NsmCandidate *candidate = nsm_workshop_add_candidate (workshop, NSM_CANDIDATE_KIND_GOOD);
  const char *id = NSM_RECORD (candidate)->id;
  NsmRound *round = nsm_list_append_new (workshop->rounds, "kind", NSM_ROUND_KIND_VERDICTS, "state",
                                         NSM_ROUND_STATE_REVEALED, NULL);

  nsm_list_append_new (round->subjects, "subject", id, NULL);
  g_assert_null (nsm_candidate_get_verdict_round (candidate));
  say (round, "mei", candidate, NSM_VERDICT_FAILS);
  g_assert_true (nsm_candidate_get_verdict_round (candidate) == round);
  g_assert_null (nsm_round_find_lone_fail (round, id, NSM_STRESS_TEST_GAMING));
  say (round, "jonas", candidate, NSM_VERDICT_UNSET);
  g_assert_null (nsm_round_find_lone_fail (round, id, NSM_STRESS_TEST_GAMING));
  say (round, "amara", candidate, NSM_VERDICT_HOLDS);
  g_assert_cmpstr (nsm_round_find_lone_fail (round, id, NSM_STRESS_TEST_GAMING)->person, ==, "mei");
  g_assert_null (nsm_round_find_lone_fail (round, id, NSM_STRESS_TEST_PLATEAU));
  g_assert_cmpuint (
    nsm_round_count_verdicts (round, id, NSM_STRESS_TEST_GAMING, NSM_VERDICT_UNSET), ==, 1);
  say (round, "luis", candidate, NSM_VERDICT_FAILS);
  g_assert_null (nsm_round_find_lone_fail (round, id, NSM_STRESS_TEST_GAMING));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/results/clusters", test_clusters);
  g_test_add_func ("/results/texts-used", test_texts_used);
  g_test_add_func ("/results/order", test_order);
  g_test_add_func ("/results/lone-fail", test_lone_fail);
  return g_test_run ();
}
