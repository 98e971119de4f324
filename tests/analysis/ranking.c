/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/ranking.h"

#include <math.h>

#include "model/workshop.h"

#define NEAR(a, b) g_assert_cmpfloat_with_epsilon (a, b, 1e-9)

static void
test_means (void)
{
  /* Three people, four things. */
  const double places[3][4] = { { 1, 2, 3, 4 }, { 2, 1, 3, 4 }, { 1, 3, 2, 4 } };
  g_autoptr (NsmRanking) ranking = nsm_ranking_new_from_places (3, 4, places[0]);

  NEAR (nsm_ranking_get_mean (ranking, 0), 4 / 3.0);
  NEAR (nsm_ranking_get_mean (ranking, 1), 2);
  NEAR (nsm_ranking_get_mean (ranking, 2), 8 / 3.0);
  NEAR (nsm_ranking_get_mean (ranking, 3), 4);
  for (guint i = 0; i < 4; i++)
    {
      g_assert_cmpuint (nsm_ranking_get_nth (ranking, i), ==, i);
      NEAR (nsm_ranking_get_place (ranking, i), i + 1);
    }
  /* By hand: sums of 4, 6, 8 and 12 around 7.5 give S = 35, and W = 12 S / (3² · 60). */
  NEAR (nsm_ranking_get_agreement (ranking), 12 * 35 / (9 * 60.0));
}

static void
test_ties (void)
{
  /* Two things share the first place, so each has mid-rank 1.5; then the means tie. */
  const double places[2][3] = { { 1, 1, 3 }, { 2, 2, 1 } };
  g_autoptr (NsmRanking) ranking = nsm_ranking_new_from_places (2, 3, places[0]);

  NEAR (nsm_ranking_get_rank (ranking, 0, 0), 1.5);
  NEAR (nsm_ranking_get_rank (ranking, 0, 1), 1.5);
  NEAR (nsm_ranking_get_rank (ranking, 1, 1), 2.5);
  NEAR (nsm_ranking_get_mean (ranking, 0), 2);
  NEAR (nsm_ranking_get_mean (ranking, 2), 2);
  for (guint i = 0; i < 3; i++)
    NEAR (nsm_ranking_get_place (ranking, i), 2);
}

static void
test_missing (void)
{
  /* The second person can say only that the last one comes before the first one. */
  const double places[2][3] = { { 1, 2, 3 }, { 2, NAN, 1 } };
  g_autoptr (NsmRanking) ranking = nsm_ranking_new_from_places (2, 3, places[0]);
  const double none[1][2] = { { NAN, 1 } };
  g_autoptr (NsmRanking) lone = nsm_ranking_new_from_places (1, 2, none[0]);

  NEAR (nsm_ranking_get_rank (ranking, 1, 2), 4 / 3.0);
  NEAR (nsm_ranking_get_rank (ranking, 1, 0), 8 / 3.0);
  g_assert_true (isnan (nsm_ranking_get_rank (ranking, 1, 1)));
  g_assert_cmpuint (nsm_ranking_count_placed (ranking, 1), ==, 1);
  NEAR (nsm_ranking_get_mean (ranking, 1), 2);
  g_assert_true (isnan (nsm_ranking_get_agreement (ranking)));

  g_assert_true (isnan (nsm_ranking_get_mean (lone, 0)));
  g_assert_true (isnan (nsm_ranking_get_place (lone, 0)));
  g_assert_cmpuint (nsm_ranking_get_nth (lone, 0), ==, 1);
  g_assert_cmpuint (nsm_ranking_get_nth (lone, 1), ==, 0);
}

static void
test_round (void)
{
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
  NsmRound *round = nsm_list_append_new (workshop->rounds, "kind", NSM_ROUND_KIND_MOMENTS, NULL);
  NsmAnswer *one, *silent;
  g_autoptr (NsmRanking) ranking = NULL;

  nsm_list_append_new (round->subjects, "subject", "a", "title", "A", NULL);
  nsm_list_append_new (round->subjects, "subject", "b", "title", "B", NULL);
  silent = nsm_list_append_new (round->answers, "person", "q", NULL);
  nsm_list_append_new (silent->entries, "subject", "a", "abstained", TRUE, NULL);
  one = nsm_list_append_new (round->answers, "person", "p", NULL);
  nsm_list_append_new (one->entries, "subject", "b", "mark", 1.0, NULL);
  nsm_list_append_new (one->entries, "subject", "a", "mark", 2.0, NULL);

  ranking = nsm_ranking_new (round);
  g_assert_cmpuint (nsm_ranking_get_n_people (ranking), ==, 1);
  g_assert_true (nsm_ranking_get_answer (ranking, 0) == one);
  g_assert_cmpuint (nsm_ranking_get_n_subjects (ranking), ==, 2);
  g_assert_cmpstr (nsm_ranking_get_subject (ranking, nsm_ranking_get_nth (ranking, 0))->title, ==,
                   "B");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ranking/means", test_means);
  g_test_add_func ("/ranking/ties", test_ties);
  g_test_add_func ("/ranking/missing", test_missing);
  g_test_add_func ("/ranking/round", test_round);
  return g_test_run ();
}
