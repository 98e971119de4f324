/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "evidence/bins.h"
#include "evidence/correlation.h"
#include "evidence/run-private.h"

#define NEAR(a, b) g_assert_cmpfloat_with_epsilon (a, b, 1e-9)

enum
{
  N = 20011,
};

static NsmStudy *
look_at_two (const double *x, const double *y, gsize n, NsmCells outcome)
{
  NsmStudy *study;
  g_autoptr (GError) error = NULL;
  g_autoptr (NsmStudyPlan) plan = nsm_study_plan_new ();
  const NsmStudySource sources[] = { { .values = x }, { .values = y } };

  nsm_study_plan_add (plan, "x", NSM_COLUMN_ROLE_CANDIDATE, NSM_CELLS_NUMBER);
  nsm_study_plan_add (plan, "y", NSM_COLUMN_ROLE_OUTCOME, outcome);
  study = nsm_study_new_of_sources (sources, n, plan, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return study;
}

/* 180 did and stayed, 70 did and left, 83 did not and stayed, 667 did neither. */
static void
test_thresholds (void)
{
  double x[1000], y[1000];
  g_autoptr (NsmStudy) study = NULL;
  const NsmPair *pair;
  const NsmPairThreshold *three;

  for (guint i = 0; i < 1000; i++)
    {
      x[i] = i < 250 ? 3 + i % 2 : i % 3;
      y[i] = i < 180 || (i >= 250 && i < 333);
    }
  study = look_at_two (x, y, 1000, NSM_CELLS_TRUTH);
  pair = study->pairs->pdata[0];
  g_assert_cmpuint (pair->thresholds->len, ==, 4);
  three = &g_array_index (pair->thresholds, NsmPairThreshold, 2);
  NEAR (three->at_least, 3);
  NEAR (three->a, 180);
  NEAR (three->b, 70);
  NEAR (three->c, 83);
  NEAR (three->d, 667);
  g_assert_cmpfloat_with_epsilon (three->phi, .5993, 5e-5);
  NEAR (three->ppv, .72);
  g_assert_cmpfloat_with_epsilon (three->npv, .8893, 5e-5);
  /* phi is Pearson's r of did and has. */
  for (guint i = 0; i < 1000; i++)
    x[i] = x[i] >= 3;
  NEAR (three->phi, nsm_pearson (x, y, 1000));
  g_assert_true (isnan (nsm_phi (0, 0, 3, 4)));
}

/* Each threshold by hand from the rows themselves. */
static void
assert_thresholds (const NsmPair *pair, const double *x, const double *y)
{
  for (guint i = 0; i < pair->thresholds->len; i++)
    {
      const NsmPairThreshold *at = &g_array_index (pair->thresholds, NsmPairThreshold, i);
      guint counts[4] = { 0 };

      if (i > 0)
        g_assert_cmpfloat (at->at_least, >, (at - 1)->at_least);

      for (guint k = 0; k < N; k++)
        counts[(x[k] >= at->at_least ? 0 : 2) + (y[k] > 0 ? 0 : 1)]++;
      NEAR (at->a, counts[0]);
      NEAR (at->b, counts[1]);
      NEAR (at->c, counts[2]);
      NEAR (at->d, counts[3]);
      g_assert_cmpfloat (at->a + at->b, >, 0.01 * N);
      g_assert_cmpfloat (at->c + at->d, >, 0.01 * N);
    }
}

static void
test_many_thresholds (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);
  g_autofree double *x = g_new (double, N), *y = g_new (double, N);

  for (guint zeros = 0; zeros < 2; zeros++)
    {
      g_autoptr (NsmStudy) study = NULL;
      const NsmPair *pair;

      for (guint i = 0; i < N; i++)
        {
          x[i] = -log (g_rand_double (rand) + 1e-9);
          y[i] = g_rand_double (rand) < x[i] / 5;
          if (zeros != 0 && x[i] < 1)
            x[i] = 0;
        }
      study = look_at_two (x, y, N, NSM_CELLS_TRUTH);
      pair = study->pairs->pdata[0];
      assert_thresholds (pair, x, y);
      if (zeros == 0)
        g_assert_cmpuint (pair->thresholds->len, ==, 49);
      else
        /* "At all" is among them, in round words. */
        NEAR (g_array_index (pair->thresholds, NsmPairThreshold, 0).at_least, 1);
    }
}

/* Each bin by hand from the rows themselves, by its printed edges. */
static void
assert_bins (const NsmPair *pair, const double *x, const double *y, guint n, gboolean truth)
{
  double from = -INFINITY, rows = 0;

  for (guint i = 0; i < pair->bins->len; i++)
    {
      const NsmPairBin *bin = &g_array_index (pair->bins, NsmPairBin, i);
      double to = i + 1 < pair->bins->len ? bin->to : INFINITY, sum_x = 0, sum = 0, squares = 0;
      double low, high;
      guint count = 0;

      g_assert_true (isnan (bin->to) == (i + 1 == pair->bins->len));
      for (guint k = 0; k < n; k++)
        if (x[k] > from && x[k] <= to && !isnan (y[k]))
          {
            count++;
            sum_x += x[k];
            sum += y[k];
          }
      for (guint k = 0; k < n; k++)
        if (x[k] > from && x[k] <= to && !isnan (y[k]))
          squares += (y[k] - sum / count) * (y[k] - sum / count);
      g_assert_cmpuint (count, >=, 5);
      NEAR (bin->rows, count);
      NEAR (bin->x, sum_x / count);
      NEAR (bin->y, sum / count);
      if (truth)
        nsm_wilson_interval (sum / count, count, &low, &high);
      else
        nsm_mean_interval (sum / count, sqrt (squares / (count - 1)), count, &low, &high);
      NEAR (bin->low, low);
      NEAR (bin->high, high);
      from = to;
      rows += count;
    }
  NEAR (rows, (double) pair->n);
}

static void
test_bins (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);
  g_autofree double *x = g_new (double, N), *y = g_new (double, N);

  for (guint kind = 0; kind < 3; kind++)
    for (guint n = 3; n <= N; n = n * 3 / 2 + 1)
      for (guint truth = 0; truth < 2; truth++)
        {
          g_autoptr (NsmStudy) study = NULL;
          const NsmPair *pair;

          for (guint i = 0; i < n; i++)
            {
              double drawn = g_rand_double (rand);

              /* All different; most of them zero; few different ones. */
              x[i] = kind == 0   ? drawn * 1000 - 300
                     : kind == 1 ? MAX (0, floor (drawn * 40) - 24)
                                 : floor (drawn * 4);
              y[i] = truth != 0 ? g_rand_double (rand) < drawn : pow (drawn + 0.01, -3);
              if (g_rand_int_range (rand, 0, 20) == 0)
                y[i] = NAN;
            }
          study = look_at_two (x, y, n, truth != 0 ? NSM_CELLS_TRUTH : NSM_CELLS_NUMBER);
          pair = study->pairs->pdata[0];
          if (pair->n < 5)
            g_assert_cmpuint (pair->bins->len, ==, 0);
          else
            assert_bins (pair, x, y, n, truth != 0);
          if (kind == 0 && n > 100)
            g_assert_cmpuint (pair->bins->len, ==, 10);
          if (kind == 2 && n > 100)
            g_assert_cmpuint (pair->bins->len, ==, 4);
        }
}

static void
test_grid (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autofree double *x = g_new (double, N), *y = g_new (double, N);

  for (guint n = 4; n <= N; n = n * 2 + 1)
    for (guint truth = 0; truth < 2; truth++)
      {
        g_autoptr (NsmStudy) study = NULL;
        const NsmPair *pair;
        double total = 0;

        for (guint i = 0; i < n; i++)
          {
            x[i] = pow (g_rand_double (rand), -0.7);
            y[i] = truth != 0 ? g_rand_boolean (rand) : x[i] + g_rand_double (rand) * 3;
          }
        study = look_at_two (x, y, n, truth != 0 ? NSM_CELLS_TRUTH : NSM_CELLS_NUMBER);
        pair = study->pairs->pdata[0];
        g_assert_cmpuint (pair->grid->len, <=, 144);
        for (guint i = 0; i < pair->grid->len; i++)
          {
            const NsmPairCell *cell = &g_array_index (pair->grid, NsmPairCell, i);
            guint count = 0;

            for (guint k = 0; k < n; k++)
              count +=
                  x[k] >= cell->x && x[k] < cell->x_end && y[k] >= cell->y && y[k] < cell->y_end;
            NEAR (cell->rows, count);
            g_assert_cmpuint (count, >=, 5);
            total += count;
          }
        if (n > 1000)
          g_assert_cmpfloat (total, >, 0.9 * n);
        g_assert_cmpuint (pair->points->len, ==, n <= 2000 ? n : 0);
      }
}

static void
test_edges_are_round (void)
{
  NEAR (nsm_round_edge (2, 3), 2);
  NEAR (nsm_round_edge (1234.56, 1240.1), 1240);
  NEAR (nsm_round_edge (-3, 10), 0);
  NEAR (nsm_round_edge (0.101, 0.149), 0.11);
  NEAR (nsm_round_edge (-7.35, -7.21), -7.3);
  NEAR (nsm_round_edge (5, 5), 5);
  NEAR (nsm_round_threshold (2, 3), 3);
  NEAR (nsm_round_threshold (11.2, 13.7), 13);
  g_assert_cmpfloat (nsm_round_edge (1, 1 + 0x1p-52), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/thresholds", test_thresholds);
  g_test_add_func ("/figures/many-thresholds", test_many_thresholds);
  g_test_add_func ("/figures/bins", test_bins);
  g_test_add_func ("/figures/grid", test_grid);
  g_test_add_func ("/figures/edges-are-round", test_edges_are_round);
  return g_test_run ();
}
