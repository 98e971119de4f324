/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence/correlation.h"

#include <math.h>

#include "evidence/ranks.h"
#include "known-answers.h"

#define NEAR(a, b) g_assert_cmpfloat_with_epsilon (a, b, 1e-9)

static void
test_known (gconstpointer data)
{
  const KnownPair *known = data;
  double low, high, r = nsm_pearson (known->x, known->y, known->n);
  NsmMoments moments;

  NEAR (r, known->r);
  NEAR (nsm_spearman (known->x, known->y, known->n), known->rho);
  nsm_moments_init (&moments);
  nsm_moments_add (&moments, known->x, known->y, known->n);
  nsm_fisher_interval (r, moments.n, &low, &high);
  NEAR (low, known->low);
  NEAR (high, known->high);
}

static void
test_published (void)
{
  /* Anscombe (1973), and the certified R² of Norris. */
  NEAR (round (nsm_pearson (anscombe_x1, anscombe_y1, 11) * 1e5), 81642);
  g_assert_cmpfloat_with_epsilon (pow (nsm_pearson (norris_x, norris_y, 36), 2), 0.999993745883712,
                                  1e-14);
}

/* Numbers far from zero lose none of their digits. */
static void
test_far_from_zero (void)
{
  double x[11], y[11];

  for (guint i = 0; i < 11; i++)
    {
      x[i] = anscombe_x1[i] + 1e8;
      y[i] = anscombe_y1[i] + 1e8;
    }
  g_assert_cmpfloat_with_epsilon (nsm_pearson (x, y, 11),
                                  nsm_pearson (anscombe_x1, anscombe_y1, 11), 1e-8);
  for (guint i = 0; i < 11; i++)
    {
      x[i] = ldexp (anscombe_x1[i], 900);
      y[i] = ldexp (anscombe_y1[i], -900);
    }
  g_assert_cmpfloat_with_epsilon (nsm_pearson (x, y, 11),
                                  nsm_pearson (anscombe_x1, anscombe_y1, 11), 1e-15);
  NEAR (nsm_spearman (x, y, 11), 9 / 11.0);
}

static void
test_edges (void)
{
  const double up[] = { 1, 2, 4, 8 }, down[] = { 3, 2, 0, -4 }, same[] = { 5, 5, 5, 5 };
  const double none[] = { NAN, NAN, NAN, NAN }, one[] = { NAN, 1, NAN, 2 };
  const double zeros[] = { 0.0, -0.0, 1, -1 }, other_zeros[] = { -0.0, 0.0, 2, -3 };
  double low, high;

  g_assert_cmpfloat (nsm_pearson (up, up, 4), ==, 1);
  g_assert_cmpfloat (nsm_spearman (up, up, 4), ==, 1);
  NEAR (nsm_pearson (up, down, 4), -1);
  g_assert_cmpfloat (nsm_spearman (up, down, 4), ==, -1);
  g_assert_true (isnan (nsm_pearson (up, same, 4)) && isnan (nsm_spearman (up, same, 4)));
  g_assert_true (isnan (nsm_pearson (same, up, 4)) && isnan (nsm_spearman (same, up, 4)));
  g_assert_true (isnan (nsm_pearson (up, none, 4)) && isnan (nsm_spearman (none, up, 4)));
  g_assert_true (isnan (nsm_pearson (up, one, 4)) && isnan (nsm_spearman (one, up, 4)));
  g_assert_true (isnan (nsm_pearson (up, up, 0)) && isnan (nsm_spearman (up, up, 0)));
  g_assert_true (isnan (nsm_pearson (up, up, 2)) && isnan (nsm_spearman (up, up, 2)));
  g_assert_cmpfloat (nsm_pearson (up, up, 3), ==, 1);
  g_assert_cmpfloat (nsm_spearman (zeros, other_zeros, 4), ==, 1);

  nsm_fisher_interval (0.5, 3, &low, &high);
  g_assert_true (isnan (low) && isnan (high));
  nsm_fisher_interval (NAN, 30, &low, &high);
  g_assert_true (isnan (low) && isnan (high));
  nsm_fisher_interval (1, 4, &low, &high);
  g_assert_true (low == 1 && high == 1);
  nsm_fisher_interval (-1, 30, &low, &high);
  g_assert_true (low == -1 && high == -1);
  nsm_fisher_interval (0, 4, &low, &high);
  NEAR (high, tanh (1.959963984540054));
}

static void
test_intervals (void)
{
  double low, high;

  for (guint i = 0; i < G_N_ELEMENTS (known_shares); i++)
    {
      nsm_wilson_interval (known_shares[i].share, known_shares[i].n, &low, &high);
      NEAR (low, known_shares[i].low);
      NEAR (high, known_shares[i].high);
    }
  nsm_mean_interval (KNOWN_MPG_MEAN, KNOWN_MPG_SD, 32, &low, &high);
  NEAR (low, KNOWN_MPG_LOW);
  NEAR (high, KNOWN_MPG_HIGH);
  nsm_mean_interval (1, NAN, 1, &low, &high);
  g_assert_true (isnan (low) && isnan (high));
}

enum
{
  N = 20011, /* more than two blocks, and no multiple of anything */
};

/* Ties, a heavy tail, and values missing here and there. */
static void
draw (GRand *rand, double *x, double *y)
{
  for (guint i = 0; i < N; i++)
    {
      double drawn = g_rand_double (rand);

      x[i] = floor (-20 * log (1 - drawn));
      y[i] = drawn * 3 + pow (g_rand_double (rand), -0.4);
      if (g_rand_int_range (rand, 0, 10) == 0)
        x[i] = NAN;
      if (g_rand_int_range (rand, 0, 10) == 0)
        y[i] = NAN;
    }
}

static void
test_properties (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  g_autofree double *x = g_new (double, N), *y = g_new (double, N);
  g_autofree double *u = g_new (double, N), *v = g_new (double, N);
  double r, rho;
  guint n = 0;

  draw (rand, x, y);
  r = nsm_pearson (x, y, N);
  rho = nsm_spearman (x, y, N);
  g_assert_cmpfloat (fabs (r), >, 0.1);
  g_assert_cmpfloat (fabs (r - rho), >, 0.01);

  /* What is missing is as if it weren't there. */
  for (guint i = 0; i < N; i++)
    if (!isnan (x[i]) && !isnan (y[i]))
      {
        u[n] = x[i];
        v[n++] = y[i];
      }
  NEAR (nsm_pearson (u, v, n), r);
  g_assert_cmpfloat (nsm_spearman (u, v, n), ==, rho);
  g_assert_cmpfloat (nsm_pearson (u, u, n), ==, 1);
  g_assert_cmpfloat (nsm_spearman (u, u, n), ==, 1);

  /* The order of the rows, units and the direction. */
  for (guint i = n - 1; i > 0; i--)
    {
      guint other = (guint) g_rand_int_range (rand, 0, (gint32) i + 1);
      double swap_u = u[i], swap_v = v[i];

      u[i] = u[other];
      v[i] = v[other];
      u[other] = swap_u;
      v[other] = swap_v;
    }
  g_assert_cmpfloat_with_epsilon (nsm_pearson (u, v, n), r, 1e-13);
  g_assert_cmpfloat (nsm_spearman (u, v, n), ==, rho);
  g_assert_cmpfloat (nsm_spearman (v, u, n), ==, rho);
  for (guint i = 0; i < n; i++)
    u[i] = 12 - 0.37 * u[i];
  g_assert_cmpfloat_with_epsilon (nsm_pearson (u, v, n), -r, 1e-12);
  g_assert_cmpfloat_with_epsilon (nsm_spearman (u, v, n), -rho, 1e-15);

  /* A rank sees only the order. */
  for (guint i = 0; i < n; i++)
    u[i] = exp ((12 - u[i]) / 40);
  g_assert_cmpfloat_with_epsilon (nsm_spearman (u, v, n), rho, 1e-15);
}

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
draw_value (GRand *rand, guint kind)
{
  const double specials[] = { 0.0, -0.0, 5e-324, -5e-324, 1e308, -1e308, 1, 1 + 0x1p-52, NAN };
  guint64 bits;
  double value;

  switch (kind)
    {
    case 0: /* counts */
      return g_rand_int_range (rand, 0, 30);
    case 1: /* cents */
      return g_rand_int_range (rand, -100000, 9000000) / 100.0;
    case 2: /* anything */
      bits = (guint64) g_rand_int (rand) << 32 | g_rand_int (rand);
      memcpy (&value, &bits, sizeof value);
      return isfinite (value) ? value : NAN;
    case 3: /* far from most others, which lie close together */
      return g_rand_int_range (rand, 0, 100) == 0 ? -1e300 : 1e9 + 1e-6 * g_rand_double (rand);
    case 4:
      return specials[g_rand_int_range (rand, 0, G_N_ELEMENTS (specials))];
    case 5: /* whole numbers too far apart to be counted */
      return g_rand_int_range (rand, -2000000000, 2000000000);
    case 6: /* whole in the sample alone */
      return g_rand_int_range (rand, 0, 5000) == 0 ? 0.123456 : g_rand_int_range (rand, 0, 9);
    default:
      return g_rand_double (rand);
    }
}

/* All ways to sort give what comparing gives. */
static void
test_codes (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);
  g_autofree double *values = g_new (double, N), *sorted = g_new (double, N);

  for (guint kind = 0; kind < 8; kind++)
    for (guint n = 0; n <= N; n = n == 0 ? 1 : n < 100 ? n * 7 : n < N ? N : N + 1)
      {
        g_autoptr (NsmCodes) codes = NULL;
        guint n_present = 0, n_distinct = 0;

        for (guint i = 0; i < n; i++)
          {
            values[i] = draw_value (rand, kind);
            if (!isnan (values[i]))
              sorted[n_present++] = values[i];
          }
        qsort (sorted, n_present, sizeof *sorted, compare_doubles);
        codes = nsm_codes_new (values, n, NULL);
        for (guint i = 0; i < n_present; i++)
          if (i == 0 || sorted[i] != sorted[i - 1])
            {
              g_assert_cmpuint (n_distinct, <, codes->n_distinct);
              g_assert_cmpfloat (codes->values[n_distinct], ==, sorted[i]);
              n_distinct++;
            }
        g_assert_cmpuint (n_distinct, ==, codes->n_distinct);
        for (guint i = 0; i < n; i++)
          if (isnan (values[i]))
            g_assert_cmpuint (codes->codes[i], ==, codes->n_distinct);
          else
            g_assert_cmpfloat (codes->values[codes->codes[i]], ==, values[i]);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (known_pairs); i++)
    {
      g_autofree char *path = g_strconcat ("/correlation/known/", known_pairs[i].name, NULL);

      g_test_add_data_func (path, &known_pairs[i], test_known);
    }
  g_test_add_func ("/correlation/published", test_published);
  g_test_add_func ("/correlation/far-from-zero", test_far_from_zero);
  g_test_add_func ("/correlation/edges", test_edges);
  g_test_add_func ("/correlation/intervals", test_intervals);
  g_test_add_func ("/correlation/properties", test_properties);
  g_test_add_func ("/correlation/codes", test_codes);
  return g_test_run ();
}
