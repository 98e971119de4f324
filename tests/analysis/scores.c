/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/scores.h"

#include <math.h>
#include <string.h>

#include "analysis/agreement.h"
#include "analysis/discuss.h"
#include "analysis/robustness.h"
#include "model/workshop.h"
#include "rounds/round.h"

#define NEAR(a, b) g_assert_cmpfloat_with_epsilon (a, b, 1e-9)

static void
test_cell (void)
{
  const double marks[] = { 4, 2, 5, 3, 4, NAN };
  g_autoptr (NsmScores) scores = nsm_scores_new_from_marks (6, 1, 1, marks, NULL, NULL);
  const NsmCell *cell = nsm_scores_get_cell (scores, 0, 0);

  g_assert_cmpuint (cell->n, ==, 5);
  NEAR (cell->mean, 3.6);
  NEAR (cell->median, 4);
  NEAR (cell->low, 2);
  NEAR (cell->high, 5);
  NEAR (cell->q1, 3);
  NEAR (cell->q3, 4);
  NEAR (cell->iqr, 1);
}

static void
test_nothing_marked (void)
{
  const double marks[] = { NAN, NAN };
  g_autoptr (NsmScores) scores = nsm_scores_new_from_marks (1, 2, 1, marks, NULL, NULL);
  guint winner;

  g_assert_true (isnan (nsm_scores_get_cell (scores, 0, 0)->mean));
  g_assert_true (isnan (nsm_scores_get_total (scores, 0)));
  g_assert_true (isnan (nsm_scores_get_rank (scores, 0)));
  g_assert_false (nsm_scores_get_winner (scores, &winner));
  g_assert_false (nsm_scores_get_runner_up (scores, &winner));
  g_autoptr (NsmSettings) settings = g_object_new (NSM_TYPE_SETTINGS, NULL);
  g_autoptr (NsmRobustness) robustness = nsm_robustness_new (scores, settings);
  g_assert_cmpint (robustness->firmness, ==, NSM_FIRMNESS_NONE);
  g_assert_cmpstr (robustness->headline, !=, "");
}

/* An abstention is missing, never a low mark. */
static void
test_abstention (void)
{
  const double marks[] = { 5, 2, NAN, 4 };
  const double weights[] = { 3, 1 };
  g_autoptr (NsmScores) scores = nsm_scores_new_from_marks (2, 1, 2, marks, weights, NULL);

  /* Means 5 and 3, weights 3 and 1. */
  NEAR (nsm_scores_get_total (scores, 0), 4.5);
  NEAR (nsm_scores_get_person_total (scores, 0, 0), 4.25);
  NEAR (nsm_scores_get_person_total (scores, 1, 0), 4);
}

static void
test_ranks (void)
{
  const double marks[] = { 4, 3, 4, 5, 1 };
  const gboolean bad[] = { FALSE, FALSE, FALSE, TRUE, FALSE };
  g_autoptr (NsmScores) scores = nsm_scores_new_from_marks (1, 5, 1, marks, NULL, bad);
  guint winner = 99, runner_up = 99;

  NEAR (nsm_scores_get_rank (scores, 0), 1.5);
  NEAR (nsm_scores_get_rank (scores, 2), 1.5);
  NEAR (nsm_scores_get_rank (scores, 1), 3);
  NEAR (nsm_scores_get_rank (scores, 4), 4);
  g_assert_true (isnan (nsm_scores_get_rank (scores, 3)));
  g_assert_cmpuint (nsm_scores_get_nth (scores, 0), ==, 3);
  g_assert_cmpuint (nsm_scores_get_nth (scores, 1), ==, 0);
  g_assert_cmpuint (nsm_scores_get_nth (scores, 2), ==, 2);
  g_assert_true (nsm_scores_get_winner (scores, &winner));
  g_assert_true (nsm_scores_get_runner_up (scores, &runner_up));
  g_assert_cmpuint (winner, ==, 0);
  g_assert_cmpuint (runner_up, ==, 2);
  g_assert_cmpuint (nsm_scores_count_winners (scores), ==, 2);
  g_assert_cmpuint (nsm_scores_count_ranked (scores), ==, 4);
}

static void
test_format (void)
{
  const struct { double score; const char *text; } cases[] = {
    { 4.25, "4.3" }, { 4.35, "4.4" }, { 4.24, "4.2" }, { 3, "3.0" },
    { 2.95, "3.0" }, { 4.75, "4.8" }, { 11.0 / 3, "3.7" }, { NAN, "–" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = nsm_scores_format (cases[i].score);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static NsmRound *
make_round (NsmWorkshop *workshop)
{
  NsmRound *round = nsm_list_append_new (workshop->rounds, "kind", NSM_ROUND_KIND_SCORES, "state",
                                         NSM_ROUND_STATE_REVEALED, NULL);

  nsm_list_append_new (round->subjects, "subject", "alpha", "title", "Alpha", NULL);
  nsm_list_append_new (round->subjects, "subject", "beta", "title", "Beta", NULL);
  nsm_list_append_new (round->aspects, "aspect", "leading", "name", "Leading", "weight", 2.0, NULL);
  nsm_list_append_new (round->roster, "person", "mei", "name", "Mei", NULL);
  nsm_list_append_new (round->roster, "person", "luis", "name", "Luis", NULL);
  NsmAnswer *luis = nsm_list_append_new (round->answers, "person", "luis", NULL);
  g_object_set (nsm_answer_ensure_entry (luis, "alpha", "leading"), "mark", 2.0, "text", "late", NULL);
  g_object_set (nsm_answer_ensure_entry (luis, "gone", "leading"), "mark", 2.0, NULL);
  NsmAnswer *mei = nsm_list_append_new (round->answers, "person", "mei", NULL);
  g_object_set (nsm_answer_ensure_entry (mei, "alpha", "leading"), "mark", 4.0, NULL);
  g_object_set (nsm_answer_ensure_entry (mei, "beta", "leading"), "abstained", TRUE, NULL);
  return round;
}

static void
test_from_round (void)
{
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
  NsmRound *round = make_round (workshop);
  g_autoptr (NsmScores) scores = nsm_scores_new (round);
  guint found;

  g_assert_nonnull (scores);
  g_assert_cmpuint (nsm_scores_get_n_people (scores), ==, 2);
  g_assert_cmpstr (nsm_scores_get_person_name (scores, 0), ==, "Mei");
  NEAR (nsm_scores_get_mark (scores, 0, 0, 0), 4);
  NEAR (nsm_scores_get_mark (scores, 1, 0, 0), 2);
  g_assert_cmpstr (nsm_scores_get_entry (scores, 1, 0, 0)->text, ==, "late");
  g_assert_null (nsm_scores_get_entry (scores, 1, 1, 0));
  g_assert_cmpuint (nsm_scores_count_abstentions (scores), ==, 1);
  g_assert_true (nsm_scores_find_candidate (scores, "beta", &found));
  g_assert_cmpuint (found, ==, 1);
  g_object_set (round, "state", NSM_ROUND_STATE_CLOSED, NULL);
  g_assert_null (nsm_scores_new (round));
}

/* A round of nine people and eight candidates, entered forwards or backwards. */
static NsmRound *
make_large_round (NsmWorkshop *workshop, gboolean backwards)
{
  NsmRound *round = nsm_list_append_new (workshop->rounds, "kind", NSM_ROUND_KIND_SCORES, "state",
                                         NSM_ROUND_STATE_REVEALED, NULL);

  nsm_list_append_new (round->aspects, "aspect", "leading", "name", "Leading", NULL);
  for (guint c = 0; c < 8; c++)
    {
      g_autofree char *id = g_strdup_printf ("c%u", c);

      nsm_list_append_new (round->subjects, "subject", id, "title", id, NULL);
    }
  for (guint i = 0; i < 9; i++)
    {
      guint p = backwards ? 8 - i : i;
      g_autofree char *person = g_strdup_printf ("p%u", p);
      NsmAnswer *answer = nsm_list_append_new (round->answers, "person", person, NULL);

      nsm_list_append_new (round->roster, "person", person, "name", person, NULL);
      for (guint c = 0; c < 8; c++)
        {
          g_autofree char *id = g_strdup_printf ("c%u", c);

          g_object_set (nsm_answer_ensure_entry (answer, id, "leading"), "mark",
                        1.0 + (p * 7 + c * 3 + p * c) % 5, NULL);
        }
    }
  return round;
}

/* Draws go by id, so even a drawn figure doesn't depend on who was entered first. */
static void
test_order_of_roster (void)
{
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
  g_autoptr (NsmScores) a = nsm_scores_new (make_large_round (workshop, FALSE));
  g_autoptr (NsmScores) b = nsm_scores_new (make_large_round (workshop, TRUE));
  g_autoptr (NsmAgreement) of_a = nsm_agreement_new (a);
  g_autoptr (NsmAgreement) of_b = nsm_agreement_new (b);
  g_autoptr (NsmRobustness) x = nsm_robustness_new (a, workshop->settings);
  g_autoptr (NsmRobustness) y = nsm_robustness_new (b, workshop->settings);

  g_assert_false (of_a->exact);
  NEAR (of_a->w, of_b->w);
  NEAR (of_a->p, of_b->p);
  NEAR (of_a->alpha, of_b->alpha);
  g_assert_false (x->resamples_exact);
  for (guint c = 0; c < 8; c++)
    NEAR (x->resample_share[c], y->resample_share[c]);
  g_assert_cmpstr (x->headline, ==, y->headline);
  g_assert_cmpstr (x->what_would_change, ==, y->what_would_change);
}

/* Two candidates, three people, two criteria: A 4.0 leads B 3.5. */
static void
test_discuss_order (void)
{
  const double marks[] = {
    5, 4, 4, 3, /* A A B B */
    4, 3, 5, 4, 5, 3, 2, 3,
  };
  g_autoptr (NsmScores) scores = nsm_scores_new_from_marks (3, 2, 2, marks, NULL, NULL);
  g_autoptr (GPtrArray) items = nsm_discuss_first (scores, 2);
  NsmDiscussion *first = items->pdata[0];

  g_assert_cmpuint (items->len, ==, 4);
  /* B's first criterion: marks 4, 5, 2; with 5 B has 4.17 and leads. */
  g_assert_cmpuint (first->candidate, ==, 1);
  g_assert_cmpuint (first->criterion, ==, 0);
  g_assert_cmpint (first->impact, ==, NSM_IMPACT_CELL);
  g_assert_true (first->disagrees);
  NEAR (first->distance, 3);
  NEAR (first->shift, (11.0 / 3 - 2) / 2);
  NEAR (first->share, (11.0 / 3 - 2) / 2 / 0.5);
  g_assert_nonnull (strstr (first->sentence, "to a 5 here, “Candidate 2” would lead"));
  for (guint i = 1; i < items->len; i++)
    {
      NsmDiscussion *before = items->pdata[i - 1], *item = items->pdata[i];

      g_assert_true (before->impact > item->impact ||
                     (before->impact == item->impact && before->shift >= item->shift - 1e-9));
    }
  g_autofree char *headline = nsm_discuss_dup_headline (scores, items);
  g_assert_cmpstr (headline, ==,
                   "“Candidate 1” leads; “Criterion 1” of “Candidate 2” could still change that.");
}

static void
test_discuss_nothing (void)
{
  const double marks[] = { 5, 1, 5, 1 };
  g_autoptr (NsmScores) same = nsm_scores_new_from_marks (2, 2, 1, marks, NULL, NULL);
  g_autoptr (NsmScores) single = nsm_scores_new_from_marks (1, 2, 1, marks, NULL, NULL);
  g_autoptr (GPtrArray) of_same = nsm_discuss_first (same, 2);
  g_autoptr (GPtrArray) of_single = nsm_discuss_first (single, 2);
  g_autofree char *headline = nsm_discuss_dup_headline (single, of_single);

  g_assert_cmpuint (of_same->len, ==, 0);
  g_assert_cmpuint (of_single->len, ==, 0);
  g_assert_nonnull (strstr (headline, "one person"));
}

static void
test_calibration (void)
{
  /* Good 3.5 and 4.5; bad ones 4 (above), 3 (within a half) and 2 (as meant). */
  const double marks[] = { 4, 3, 5, 4, 3, 5, 3, 3, 2, 2 };
  const gboolean bad[] = { FALSE, FALSE, TRUE, TRUE, TRUE };
  g_autoptr (NsmScores) scores = nsm_scores_new_from_marks (1, 5, 2, marks, NULL, bad);
  g_autoptr (GPtrArray) items = nsm_calibrate (scores);
  NsmCalibration *above = items->pdata[0], *close = items->pdata[1], *fine = items->pdata[2];

  g_assert_cmpuint (items->len, ==, 3);
  g_assert_true (above->above_good && above->alarming);
  g_assert_cmpuint (above->lowest_good, ==, 0);
  g_assert_cmpuint (above->criteria->len, ==, 1);
  g_assert_cmpuint (g_array_index (above->criteria, guint, 0), ==, 1);
  g_assert_true (!close->above_good && close->alarming);
  g_assert_false (fine->alarming);
  g_assert_nonnull (strstr (fine->sentence, "scale works"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scores/cell", test_cell);
  g_test_add_func ("/scores/nothing-marked", test_nothing_marked);
  g_test_add_func ("/scores/abstention", test_abstention);
  g_test_add_func ("/scores/ranks", test_ranks);
  g_test_add_func ("/scores/format", test_format);
  g_test_add_func ("/scores/from-round", test_from_round);
  g_test_add_func ("/scores/order-of-roster", test_order_of_roster);
  g_test_add_func ("/scores/discuss-order", test_discuss_order);
  g_test_add_func ("/scores/discuss-nothing", test_discuss_nothing);
  g_test_add_func ("/scores/calibration", test_calibration);
  return g_test_run ();
}
