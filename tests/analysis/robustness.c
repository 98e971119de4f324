/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/robustness.h"

#include <math.h>
#include <string.h>

#include "analysis/agreement.h"
#include "analysis/discuss.h"

#define NEAR(a, b, by) g_assert_cmpfloat_with_epsilon (a, b, by)

static NsmRobustness *
look_at (NsmScores *scores)
{
  g_autoptr (NsmSettings) settings = g_object_new (NSM_TYPE_SETTINGS, NULL);

  return nsm_robustness_new (scores, settings);
}

static double
get_share (const double *differences, guint n)
{
  double means[16], shares[4];

  for (guint k = 0; k < n; k++)
    {
      means[k] = 3 + differences[k];
      means[n + k] = 3;
    }
  nsm_weight_shares (means, 2, n, 100000, shares);
  NEAR (shares[0] + shares[1], 1, 1e-9);
  NEAR (shares[0] + shares[2], 1, 1e-9);
  return shares[0];
}

/* For two options the share has a closed form: Σ over d_i > 0 of d_i^(n−1) divided
 * by the product of d_i − d_j. */
static void
test_weights (void)
{
  const double three[] = { 2, 1, -1 }, two[] = { 1, -3 }, even[] = { 0, 0 };

  NEAR (get_share (three, 3), 5.0 / 6, 0.005);
  NEAR (get_share (two, 2), 1.0 / 4, 0.005);
  NEAR (get_share (even, 2), 1.0 / 2, 1e-9);
  for (guint k = 0; k < 5; k++)
    {
      const double start = g_test_rand_double_range (0.2, 2);
      double d[4] = { start, start * 1.7, -start * 0.6, -start * 1.3 }, expected = 0;

      for (guint i = 0; i < 4; i++)
        {
          double product = d[i] * d[i] * d[i];

          for (guint j = 0; j < 4; j++)
            product /= i == j ? 1 : d[i] - d[j];
          expected += d[i] > 0 ? product : 0;
        }
      NEAR (get_share (d, 4), expected, 0.006);
    }
}

static void
fill_random (double *marks, guint n)
{
  for (guint i = 0; i < n; i++)
    marks[i] = g_test_rand_int_range (0, 12) == 0 ? NAN : g_test_rand_int_range (1, 6);
}

/* Leaving somebody out is the same as never having asked them. */
static void
test_leave_one_out (void)
{
  enum { P = 5, C = 4, K = 3 };

  for (guint round = 0; round < 20; round++)
    {
      double marks[P * C * K], others[P * C * K];

      fill_random (marks, P * C * K);
      g_autoptr (NsmScores) scores = nsm_scores_new_from_marks (P, C, K, marks, NULL, NULL);
      g_autoptr (NsmRobustness) robustness = look_at (scores);
      for (guint p = 0; p < P; p++)
        {
          guint winner = G_MAXUINT;

          memcpy (others, marks, sizeof (double) * p * C * K);
          memcpy (others + p * C * K, marks + (p + 1) * C * K, sizeof (double) * (P - 1 - p) * C * K);
          g_autoptr (NsmScores) without = nsm_scores_new_from_marks (P - 1, C, K, others, NULL, NULL);
          if (nsm_scores_count_winners (without) == 1)
            nsm_scores_get_winner (without, &winner);
          g_assert_cmpuint (robustness->winner_without[p], ==, winner);
        }
    }
}

/* All nine resamples of two people, by hand: A wins with Mei twice, B with Luis
 * twice, and with both once each B leads by a hair. */
static void
test_resamples_by_hand (void)
{
  const double marks[] = { 4, 3, 1, 3 };
  g_autoptr (NsmScores) scores = nsm_scores_new_from_marks (2, 2, 1, marks, NULL, NULL);
  g_autoptr (NsmRobustness) robustness = look_at (scores);

  g_assert_true (robustness->resamples_exact);
  g_assert_cmpuint (robustness->n_resamples, ==, 3);
  NEAR (robustness->resample_share[0], 0.25, 1e-12);
  NEAR (robustness->resample_share[1], 0.75, 1e-12);
  g_assert_cmpuint (robustness->winner, ==, 1);
  g_assert_cmpuint (robustness->winner_without[0], ==, 1);
  g_assert_cmpuint (robustness->winner_without[1], ==, 0);
  g_assert_cmpuint (robustness->n_changed_without, ==, 1);
}

/* The share of resamples that A wins, from the sum of n draws of its lead over B. */
static double
get_expected (const double *marks, guint n)
{
  double chance[64] = { 0 }, expected = 0;

  chance[32] = 1;
  for (guint draw = 0; draw < n; draw++)
    {
      double next[64] = { 0 };

      for (guint i = 3; i < 61; i++)
        for (guint p = 0; p < n; p++)
          next[(int) i + (int) (marks[2 * p] - marks[2 * p + 1])] += chance[i] / n;
      memcpy (chance, next, sizeof chance);
    }
  for (guint i = 32; i < 64; i++)
    expected += i == 32 ? chance[i] / 2 : chance[i];
  return expected;
}

static void
test_resamples (void)
{
  double marks[9 * 2];

  for (guint p = 0; p < 9; p++)
    {
      marks[2 * p] = p % 3 == 0 ? 5 : 3;
      marks[2 * p + 1] = p % 2 == 0 ? 4 : 3;
    }
  g_autoptr (NsmScores) nine = nsm_scores_new_from_marks (9, 2, 1, marks, NULL, NULL);
  g_autoptr (NsmScores) eight = nsm_scores_new_from_marks (8, 2, 1, marks, NULL, NULL);
  g_autoptr (NsmRobustness) drawn = look_at (nine);
  g_autoptr (NsmRobustness) again = look_at (nine);
  g_autoptr (NsmRobustness) exact = look_at (eight);

  g_assert_false (drawn->resamples_exact);
  g_assert_cmpuint (drawn->n_resamples, ==, 10000);
  g_assert_true (exact->resamples_exact);
  g_assert_cmpuint (exact->n_resamples, ==, 6435);
  NEAR (exact->resample_share[0] + exact->resample_share[1], 1, 1e-9);
  NEAR (drawn->resample_share[0] + drawn->resample_share[1], 1, 1e-9);
  NEAR (exact->resample_share[0], get_expected (marks, 8), 1e-9);
  NEAR (drawn->resample_share[0], get_expected (marks, 9), 0.02);
  NEAR (drawn->resample_share[0], again->resample_share[0], 1e-12);
}

static void
test_one_step (void)
{
  /* A 4, B 3.5 of two people: one mark up for B, or down for A, makes them level. */
  const double marks[] = { 4, 4, 4, 3 };
  g_autoptr (NsmScores) scores = nsm_scores_new_from_marks (2, 2, 1, marks, NULL, NULL);
  g_autoptr (NsmRobustness) robustness = look_at (scores);

  g_assert_cmpuint (robustness->flips->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      NsmFlip *flip = &g_array_index (robustness->flips, NsmFlip, i);

      g_assert_true (flip->is_level);
      g_assert_cmpuint (flip->winner, ==, 1);
    }
}

static void
test_firm (void)
{
  double marks[5 * 3 * 3];
  const gboolean bad[] = { FALSE, FALSE, TRUE };

  for (guint p = 0; p < 5; p++)
    for (guint k = 0; k < 3; k++)
      {
        marks[p * 9 + k] = 5;
        marks[p * 9 + 3 + k] = 3;
        marks[p * 9 + 6 + k] = 5; /* meant to be bad: wins nothing */
      }
  g_autoptr (NsmScores) scores = nsm_scores_new_from_marks (5, 3, 3, marks, NULL, bad);
  g_autoptr (NsmRobustness) robustness = look_at (scores);
  g_assert_cmpint (robustness->firmness, ==, NSM_FIRMNESS_FIRM);
  g_assert_cmpuint (robustness->winner, ==, 0);
  g_assert_cmpuint (robustness->runner_up, ==, 1);
  NEAR (robustness->resample_share[0], 1, 1e-9);
  NEAR (robustness->weight_share[2], 0, 1e-12);
  g_assert_nonnull (strstr (robustness->headline, "Choose “Candidate 1”. It stays first without any"));
  g_assert_nonnull (strstr (robustness->what_would_change, "even with full marks"));
}

/* The thresholds are the workshop's own. */
static void
test_thresholds (void)
{
  const double marks[] = { 5, 3, 2, 4, 5, 3, 2, 4, 5, 2, 2, 4, 5, 3, 3, 4 };
  g_autoptr (NsmScores) scores = nsm_scores_new_from_marks (4, 2, 2, marks, NULL, NULL);
  g_autoptr (NsmSettings) settings = g_object_new (NSM_TYPE_SETTINGS, NULL);

  g_object_set (settings, "firm-resamples", 0.0, "firm-weights", 0.0, NULL);
  g_autoptr (NsmRobustness) lenient = nsm_robustness_new (scores, settings);
  g_assert_cmpint (lenient->firmness, ==, NSM_FIRMNESS_FIRM);
  g_object_set (settings, "firm-weights", 1.0, "leaning-share", 0.5, NULL);
  g_autoptr (NsmRobustness) strict = nsm_robustness_new (scores, settings);
  g_assert_cmpint (strict->firmness, ==, NSM_FIRMNESS_LEANING);
  g_object_set (settings, "leaning-share", 1.0, NULL);
  g_autoptr (NsmRobustness) stricter = nsm_robustness_new (scores, settings);
  g_assert_cmpint (stricter->firmness, ==, NSM_FIRMNESS_TOSS);
}

static void
test_tie_is_a_toss (void)
{
  const double marks[] = { 4, 4, 4, 4, 4, 4 };
  g_autoptr (NsmScores) scores = nsm_scores_new_from_marks (3, 2, 1, marks, NULL, NULL);
  g_autoptr (NsmRobustness) robustness = look_at (scores);

  g_assert_true (robustness->tied);
  g_assert_cmpint (robustness->firmness, ==, NSM_FIRMNESS_TOSS);
  NEAR (robustness->resample_share[0], 0.5, 1e-9);
  NEAR (robustness->weight_share[1], 0.5, 1e-9);
  g_assert_nonnull (strstr (robustness->headline, "shares the first place"));
}

static void
test_alone (void)
{
  const double marks[] = { 5, 5, 1, 1 };
  g_autoptr (NsmScores) scores = nsm_scores_new_from_marks (1, 2, 2, marks, NULL, NULL);
  g_autoptr (NsmRobustness) robustness = look_at (scores);

  g_assert_cmpint (robustness->firmness, ==, NSM_FIRMNESS_LEANING);
  g_assert_nonnull (strstr (robustness->headline, "one person"));
  g_assert_null (strstr (robustness->headline, "any one of you"));
  g_assert_cmpuint (robustness->n_changed_without, ==, 0);
}

/* What the program says would be enough, is. */
static void
test_what_would_change (void)
{
  /* A 4.0, B 3.0 and 3.6 on two criteria of weight 1: B needs 4.4 on the first. */
  const double marks[] = { 4, 4, 3, 4, 4, 4, 3, 4, 4, 4, 3, 4, 4, 4, 3, 3, 4, 4, 3, 3 };
  g_autoptr (NsmScores) scores = nsm_scores_new_from_marks (5, 2, 2, marks, NULL, NULL);
  g_autoptr (NsmRobustness) robustness = look_at (scores);

  g_assert_cmpstr (robustness->what_would_change, ==,
                   "“Candidate 2” would overtake it if its “Criterion 1” rose from 3.0 to 4.5.");
}

static void
compare_shares (NsmScores *a, NsmScores *b)
{
  g_autoptr (NsmRobustness) x = look_at (a);
  g_autoptr (NsmRobustness) y = look_at (b);
  guint n = nsm_scores_get_n_candidates (a);

  g_assert_cmpint (x->firmness, ==, y->firmness);
  g_assert_cmpuint (x->flips->len, ==, y->flips->len);
  g_assert_cmpuint (x->n_changed_without, ==, y->n_changed_without);
  for (guint c = 0; c < n; c++)
    {
      NEAR (x->resample_share[c], y->resample_share[c], 1e-9);
      NEAR (x->weight_share[c], y->weight_share[c], 1e-9);
    }
}

static void
test_order_of_people (void)
{
  enum { P = 6, C = 4, K = 3 };
  double marks[P * C * K], turned[P * C * K];

  fill_random (marks, P * C * K);
  memcpy (turned, marks + C * K, sizeof (double) * (P - 1) * C * K);
  memcpy (turned + (P - 1) * C * K, marks, sizeof (double) * C * K);
  g_autoptr (NsmScores) a = nsm_scores_new_from_marks (P, C, K, marks, NULL, NULL);
  g_autoptr (NsmScores) b = nsm_scores_new_from_marks (P, C, K, turned, NULL, NULL);
  compare_shares (a, b);
}

/* Somebody who marks everything one higher changes nobody's rank. */
static void
test_constant_shift (void)
{
  enum { P = 5, C = 5, K = 4 };
  double marks[P * C * K], shifted[P * C * K];

  for (guint i = 0; i < P * C * K; i++)
    {
      marks[i] = g_test_rand_int_range (1, 5);
      shifted[i] = marks[i] + (i / (C * K) == 2 ? 1 : 0);
    }
  g_autoptr (NsmScores) a = nsm_scores_new_from_marks (P, C, K, marks, NULL, NULL);
  g_autoptr (NsmScores) b = nsm_scores_new_from_marks (P, C, K, shifted, NULL, NULL);
  g_autoptr (NsmAgreement) x = nsm_agreement_new (a);
  g_autoptr (NsmAgreement) y = nsm_agreement_new (b);

  for (guint c = 0; c < C; c++)
    NEAR (nsm_scores_get_rank (a, c), nsm_scores_get_rank (b, c), 1e-9);
  NEAR (x->w, y->w, 1e-9);
  NEAR (x->p, y->p, 1e-9);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/robustness/weights", test_weights);
  g_test_add_func ("/robustness/leave-one-out", test_leave_one_out);
  g_test_add_func ("/robustness/resamples-by-hand", test_resamples_by_hand);
  g_test_add_func ("/robustness/resamples", test_resamples);
  g_test_add_func ("/robustness/one-step", test_one_step);
  g_test_add_func ("/robustness/firm", test_firm);
  g_test_add_func ("/robustness/thresholds", test_thresholds);
  g_test_add_func ("/robustness/tie-is-a-toss", test_tie_is_a_toss);
  g_test_add_func ("/robustness/alone", test_alone);
  g_test_add_func ("/robustness/what-would-change", test_what_would_change);
  g_test_add_func ("/robustness/order-of-people", test_order_of_people);
  g_test_add_func ("/robustness/constant-shift", test_constant_shift);
  return g_test_run ();
}
