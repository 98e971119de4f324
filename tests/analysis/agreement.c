/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/agreement.h"

#include <math.h>
#include <string.h>

#define NEAR(a, b, by) g_assert_cmpfloat_with_epsilon (a, b, by)

/* Kendall & Babington Smith's kind of example: four judges, ten things. */
static void
test_known_w (void)
{
  const double ranks[4][10] = {
    { 1, 3, 4, 5, 2, 8, 6, 7, 10, 9 },
    { 2, 1, 4, 5, 6, 3, 8, 7, 10, 9 },
    { 3, 2, 1, 5, 7, 4, 6, 8, 9, 10 },
    { 4, 2, 3, 1, 6, 7, 5, 9, 8, 10 },
  };
  gboolean exact = TRUE;

  NEAR (nsm_kendall_w (ranks[0], 4, 10), 0.79394, 0.000005);
  g_assert_cmpfloat (nsm_kendall_p (ranks[0], 4, 10, &exact), <, 0.001);
  g_assert_false (exact);
}

static void
test_w_with_ties (void)
{
  /* Everybody ties the same two: agreement is still complete. */
  const double same[] = { 3, 2, 2, 1, 3, 2, 2, 1, 3, 2, 2, 1 };
  const double tied[] = { 2, 2, 2, 2, 2, 2 };
  const double one[] = { 1, 2, 3 };

  NEAR (nsm_kendall_w (same, 3, 4), 1, 1e-12);
  g_assert_true (isnan (nsm_kendall_w (tied, 2, 3)));
  g_assert_true (isnan (nsm_kendall_p (tied, 2, 3, NULL)));
  g_assert_true (isnan (nsm_kendall_w (one, 1, 3)));
  g_assert_true (isnan (nsm_kendall_w (one, 3, 1)));
}

/* By hand: with two raters of three things the second ranks in six ways, of which
 * one is the first's own: p of complete agreement is 1/6, or 1/36 with three. */
static void
test_exact_p (void)
{
  const double same[] = { 1, 2, 3, 1, 2, 3, 1, 2, 3 };
  const double tied[] = { 1, 1, 2, 1, 1, 2 };
  gboolean exact = FALSE;

  NEAR (nsm_kendall_p (same, 2, 3, &exact), 1.0 / 6, 1e-12);
  g_assert_true (exact);
  NEAR (nsm_kendall_p (same, 3, 3, &exact), 1.0 / 36, 1e-12);
  NEAR (nsm_kendall_p (tied, 2, 3, &exact), 1.0 / 3, 1e-12);
  g_assert_true (exact);
}

static void
fill_random (double *values, guint m, guint n, guint noise)
{
  for (guint i = 0; i < m; i++)
    for (guint j = 0; j < n; j++)
      values[i * n + j] = j + g_test_rand_double_range (0, noise + 0.001);
}

/* W is significant at .05 exactly from the smallest one of the published table on. */
static void
test_smallest_significant (void)
{
  const struct { guint m, n; double w; } table[] = {
    { 3, 3, 1.00 }, { 4, 3, .8125 }, { 5, 3, .64 }, { 3, 4, .822 }, { 4, 4, .65 },
    { 5, 4, .52 },  { 3, 5, .711 },  { 4, 5, .55 }, { 5, 5, .448 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      guint n_significant = 0, n_others = 0;

      for (guint k = 0; k < 60; k++)
        {
          double values[25];
          gboolean exact;
          double w, p;

          fill_random (values, table[i].m, table[i].n, 1 + k % 12);
          w = nsm_kendall_w (values, table[i].m, table[i].n);
          p = nsm_kendall_p (values, table[i].m, table[i].n, &exact);
          g_assert_true (exact);
          g_assert_true ((w >= table[i].w - 0.0005) == (p <= 0.05));
          n_significant += p <= 0.05 ? 1 : 0;
          n_others += p > 0.05 ? 1 : 0;
        }
      g_assert_cmpuint (n_significant, >, 0);
      g_assert_cmpuint (n_others, >, 0);
    }
}

static void
test_r_wg (void)
{
  const double high[] = { 5, 5, 4, 4, 4 }, some[] = { 2, 4, 4, 5, 4 }, none[] = { 1, 5, 1, 5, 3 };
  const struct { guint n; double r_wg; } table[] = {
    { 3, 1.00 }, { 4, 1.00 }, { 5, .85 }, { 6, .717 }, { 7, .667 }, { 8, .607 },
  };

  NEAR (nsm_r_wg (high, 5), .85, 1e-12);
  NEAR (nsm_r_wg (some, 5), .40, 1e-12);
  NEAR (nsm_r_wg (none, 5), 0, 1e-12);
  g_assert_true (isnan (nsm_r_wg (high, 1)));
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    NEAR (nsm_r_wg_by_chance (table[i].n), table[i].r_wg, 0.0005);
  g_assert_true (isnan (nsm_r_wg_by_chance (2)));

  /* 29 of the 125 ways in which three can mark. */
  g_autofree char *note = nsm_r_wg_dup_note (3);
  g_autofree char *of_two = nsm_r_wg_dup_note (2);
  g_autofree char *of_many = nsm_r_wg_dup_note (60);
  NEAR (nsm_r_wg_get_chance (3, .7), 29.0 / 125, 1e-9);
  NEAR (nsm_r_wg_get_chance (8, 0), 1, 1e-9);
  g_assert_nonnull (strstr (note, "in 23 of 100 cells"));
  g_assert_nonnull (strstr (note, "from 1.00 on"));
  g_assert_nonnull (strstr (of_two, "fewer than three"));
  g_assert_null (strpbrk (of_many, "0123456789"));
}

/* Krippendorff 2011, example C: four observers, twelve units, some values missing. */
static void
test_alpha (void)
{
  const double x = NAN;
  const double marks[4][12] = {
    { 1, 2, 3, 3, 2, 1, 4, 1, 2, x, x, x },
    { 1, 2, 3, 3, 2, 2, 4, 1, 2, 5, x, 3 },
    { x, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, x },
    { 1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, x },
  };
  const double same[] = { 4, 4, 4, 4 };
  guint n = 0;

  NEAR (nsm_krippendorff_alpha (marks[0], 4, 12, &n), 0.815, 0.0005);
  g_assert_cmpuint (n, ==, 40);
  g_assert_true (isnan (nsm_krippendorff_alpha (same, 2, 2, NULL)));
  g_assert_true (isnan (nsm_krippendorff_alpha (same, 1, 4, NULL)));
}

static void
test_identical_raters (void)
{
  double marks[4 * 3 * 2];

  for (guint i = 0; i < 4 * 6; i++)
    marks[i] = 1 + i % 6 / 2 * 2;
  g_autoptr (NsmScores) scores = nsm_scores_new_from_marks (4, 3, 2, marks, NULL, NULL);
  g_autoptr (NsmAgreement) agreement = nsm_agreement_new (scores);
  g_assert_true (agreement->defined && agreement->exact);
  NEAR (agreement->w, 1, 1e-12);
  NEAR (agreement->p, 1.0 / 216, 1e-12);
  NEAR (agreement->alpha, 1, 1e-12);
  g_assert_nonnull (strstr (agreement->sentence, "much alike"));
}

/* What is undefined, or too little to go on, is said and never shown as a number. */
static void
test_said_in_words (void)
{
  const double marks[] = { 1, 2, 3, 4, 3, 4, 1, 2, 3, 3, 3, 3, 3, 3, 3, 3 };
  g_autoptr (NsmScores) one = nsm_scores_new_from_marks (1, 4, 2, marks, NULL, NULL);
  g_autoptr (NsmScores) two = nsm_scores_new_from_marks (2, 2, 2, marks, NULL, NULL);
  g_autoptr (NsmScores) tied = nsm_scores_new_from_marks (4, 2, 1, marks + 8, NULL, NULL);
  g_autoptr (NsmAgreement) of_one = nsm_agreement_new (one);
  g_autoptr (NsmAgreement) of_two = nsm_agreement_new (two);
  g_autoptr (NsmAgreement) of_tied = nsm_agreement_new (tied);

  g_assert_true (isnan (of_one->w) && isnan (of_one->p) && isnan (of_one->alpha));
  g_assert_nonnull (strstr (of_one->sentence, "One person"));
  g_assert_true (isnan (of_two->w));
  g_assert_nonnull (strstr (of_two->sentence, "Fewer than three"));
  g_assert_true (isnan (of_tied->w) && !of_tied->defined);
  g_assert_nonnull (strstr (of_tied->sentence, "same total"));
  g_assert_cmpstr (of_tied->note, ==, "");
}

/* The order in which people stand changes nothing. */
static void
test_order_of_people (void)
{
  enum { M = 6, N = 8, K = 3 };
  double marks[M * N * K], turned[M * N * K];
  double w[2], p[2];

  for (guint i = 0; i < M * N * K; i++)
    marks[i] = g_test_rand_int_range (1, 6);
  memcpy (turned, marks + N * K, sizeof (double) * (M - 1) * N * K);
  memcpy (turned + (M - 1) * N * K, marks, sizeof (double) * N * K);
  w[0] = nsm_kendall_w (marks, M, N * K);
  w[1] = nsm_kendall_w (turned, M, N * K);
  NEAR (w[0], w[1], 1e-12);
  NEAR (nsm_krippendorff_alpha (marks, M, N * K, NULL),
        nsm_krippendorff_alpha (turned, M, N * K, NULL), 1e-12);
  p[0] = nsm_kendall_p (marks, 4, 4, NULL);
  memcpy (turned, marks + 4, sizeof (double) * 12);
  memcpy (turned + 12, marks, sizeof (double) * 4);
  p[1] = nsm_kendall_p (turned, 4, 4, NULL);
  g_assert_true (isnan (p[0]) == isnan (p[1]) && (isnan (p[0]) || fabs (p[0] - p[1]) < 1e-12));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agreement/known-w", test_known_w);
  g_test_add_func ("/agreement/w-with-ties", test_w_with_ties);
  g_test_add_func ("/agreement/exact-p", test_exact_p);
  g_test_add_func ("/agreement/smallest-significant", test_smallest_significant);
  g_test_add_func ("/agreement/r-wg", test_r_wg);
  g_test_add_func ("/agreement/alpha", test_alpha);
  g_test_add_func ("/agreement/identical-raters", test_identical_raters);
  g_test_add_func ("/agreement/said-in-words", test_said_in_words);
  g_test_add_func ("/agreement/order-of-people", test_order_of_people);
  return g_test_run ();
}
