/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence/run-private.h"

#include <math.h>

#include "evidence/bins.h"
#include "evidence/correlation.h"
#include "known-answers.h"

#define NEAR(a, b) g_assert_cmpfloat_with_epsilon (a, b, 1e-9)

enum
{
  N = 20011,
};

static const char *const species[] = { "setosa", "versicolor", "virginica" };

static NsmStudy *
look (NsmStudyPlan *plan, const NsmStudySource *sources, gsize n)
{
  g_autoptr (GError) error = NULL;
  NsmStudy *study = nsm_study_new_of_sources (sources, n, plan, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return study;
}

static NsmStudy *
look_at_two (const double *x, const double *y, gsize n, NsmCells outcome)
{
  g_autoptr (NsmStudyPlan) plan = nsm_study_plan_new ();
  const NsmStudySource sources[] = { { .values = x }, { .values = y } };

  nsm_study_plan_add (plan, "x", NSM_COLUMN_ROLE_CANDIDATE, NSM_CELLS_NUMBER);
  nsm_study_plan_add (plan, "y", NSM_COLUMN_ROLE_OUTCOME, outcome);
  return look (plan, sources, n);
}

static const KnownPair *
find_known (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (known_pairs); i++)
    if (g_str_equal (known_pairs[i].name, name))
      return &known_pairs[i];
  g_assert_not_reached ();
}

static void
assert_pair (const NsmPair *pair, const char *name)
{
  const KnownPair *known = find_known (name);

  g_assert_cmpint (pair->state, ==, NSM_PAIR_FINE);
  NEAR (pair->r, known->r);
  NEAR (pair->low, known->low);
  NEAR (pair->high, known->high);
  NEAR (pair->rho, known->rho);
}

static void
test_groups (void)
{
  g_autoptr (NsmStudyPlan) plan = nsm_study_plan_new ();
  g_autoptr (NsmStudy) study = NULL;
  guint32 codes[150];
  const NsmStudySource sources[] = {
    { .values = iris_sepal_width },
    { .codes = codes, .levels = species, .n_levels = 3 },
    { .values = iris_sepal_length },
    { .values = iris_petal_width },
  };

  for (guint i = 0; i < 150; i++)
    codes[i] = iris_species[i];
  nsm_study_plan_add (plan, "width", NSM_COLUMN_ROLE_OUTCOME, NSM_CELLS_NUMBER);
  nsm_study_plan_add (plan, "species", NSM_COLUMN_ROLE_SEGMENT, NSM_CELLS_TEXT);
  nsm_study_plan_add (plan, "length", NSM_COLUMN_ROLE_CANDIDATE, NSM_CELLS_NUMBER);
  nsm_study_plan_add (plan, "petal", NSM_COLUMN_ROLE_OUTCOME, NSM_CELLS_NUMBER);
  study = look (plan, sources, 150);
  g_assert_cmpint (study->dates, ==, NSM_DATES_NONE);
  g_assert_cmpuint (study->n_groups, ==, 3);
  g_assert_cmpuint (study->pairs->len, ==, 8);
  assert_pair (study->pairs->pdata[0], "iris-2");
  assert_pair (study->pairs->pdata[4], "iris-4");
  for (guint i = 0; i < 3; i++)
    {
      const NsmPair *pair = study->pairs->pdata[1 + i];
      g_autofree char *name = g_strconcat ("iris-2-", species[i], NULL);

      g_assert_cmpstr (pair->group, ==, species[i]);
      g_assert_cmpuint (pair->candidate, ==, 2);
      g_assert_cmpuint (pair->outcome, ==, 0);
      g_assert_cmpuint (pair->n, ==, 50);
      g_assert_cmpuint (pair->points->len, ==, 0);
      assert_pair (pair, name);
    }
  g_assert_cmpuint (((NsmPair *) study->pairs->pdata[0])->points->len, ==, 150);
}

/* Groups of fewer than five, and rows without a group, count for all rows alone. */
static void
test_small_groups (void)
{
  g_autoptr (NsmStudyPlan) plan = nsm_study_plan_new ();
  g_autoptr (NsmStudy) study = NULL;
  guint32 codes[32] = { 0 };
  const NsmStudySource sources[] = {
    { .values = mtcars_wt },
    { .values = mtcars_mpg },
    { .codes = codes, .levels = species, .n_levels = 3 },
  };

  for (guint i = 0; i < 32; i++)
    codes[i] = i < 4 ? 1 : i < 9 ? 2 : i < 20 ? 3 : 0;
  nsm_study_plan_add (plan, "wt", NSM_COLUMN_ROLE_CANDIDATE, NSM_CELLS_NUMBER);
  nsm_study_plan_add (plan, "mpg", NSM_COLUMN_ROLE_OUTCOME, NSM_CELLS_NUMBER);
  nsm_study_plan_add (plan, "group", NSM_COLUMN_ROLE_SEGMENT, NSM_CELLS_TEXT);
  study = look (plan, sources, 32);
  g_assert_cmpuint (study->n_groups, ==, 2);
  g_assert_cmpuint (study->n_groups_left_out, ==, 1);
  assert_pair (study->pairs->pdata[0], "mtcars-wt-mpg");
  g_assert_cmpstr (((NsmPair *) study->pairs->pdata[1])->group, ==, "virginica");
  g_assert_cmpuint (((NsmPair *) study->pairs->pdata[1])->n, ==, 11);
  NEAR (((NsmPair *) study->pairs->pdata[2])->r, nsm_pearson (mtcars_wt + 4, mtcars_mpg + 4, 5));
}

/* A segment can be written in numbers. */
static void
test_groups_of_numbers (void)
{
  g_autoptr (NsmStudyPlan) plan = nsm_study_plan_new ();
  g_autoptr (NsmStudy) study = NULL;
  const NsmStudySource sources[] = {
    { .values = mtcars_wt }, { .values = mtcars_mpg }, { .values = mtcars_cyl },
  };

  nsm_study_plan_add (plan, "wt", NSM_COLUMN_ROLE_CANDIDATE, NSM_CELLS_NUMBER);
  nsm_study_plan_add (plan, "mpg", NSM_COLUMN_ROLE_OUTCOME, NSM_CELLS_NUMBER);
  nsm_study_plan_add (plan, "cyl", NSM_COLUMN_ROLE_SEGMENT, NSM_CELLS_NUMBER);
  study = look (plan, sources, 32);
  g_assert_cmpuint (study->n_groups, ==, 3);
  g_assert_cmpstr (((NsmPair *) study->pairs->pdata[1])->group, ==, "8");
  g_assert_cmpuint (((NsmPair *) study->pairs->pdata[1])->n, ==, 14);
  g_assert_cmpstr (((NsmPair *) study->pairs->pdata[3])->group, ==, "6");
}

static void
test_missing (void)
{
  g_autoptr (NsmStudy) study = look_at_two (ozone, sunshine, G_N_ELEMENTS (ozone),
                                            NSM_CELLS_NUMBER);
  const NsmPair *pair = study->pairs->pdata[0];

  assert_pair (pair, "ozone-sunshine");
  g_assert_cmpuint (pair->n, ==, 111);
  g_assert_cmpuint (pair->n_without_candidate, ==, 37);
  g_assert_cmpuint (pair->n_without_outcome, ==, 5);
  g_assert_cmpuint (pair->points->len, ==, 111);
}

static void
test_states (void)
{
  const double up[] = { 1, 2, 3, 4, 5, 6, 7, 8 }, same[] = { 1, 1, 1, 1, 1, 1, 1, 1 };
  const double two[] = { 3, NAN, NAN, 4, NAN, NAN, NAN, NAN };
  const double none[] = { NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN };
  const struct
  {
    const double *x, *y;
    NsmPairState state;
  } cases[] = {
    { up, same, NSM_PAIR_OUTCOME_CONSTANT }, { same, up, NSM_PAIR_CANDIDATE_CONSTANT },
    { same, same, NSM_PAIR_CANDIDATE_CONSTANT }, { up, none, NSM_PAIR_ALL_MISSING },
    { none, none, NSM_PAIR_ALL_MISSING }, { two, up, NSM_PAIR_TOO_FEW },
    { up, up, NSM_PAIR_FINE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint n = 0; n <= 8; n += 8)
      {
        g_autoptr (NsmStudy) study = look_at_two (cases[i].x, cases[i].y, n, NSM_CELLS_NUMBER);
        const NsmPair *pair = study->pairs->pdata[0];

        g_assert_cmpint (pair->state, ==, n == 0 ? NSM_PAIR_ALL_MISSING : cases[i].state);
        g_assert_true (isnan (pair->r) == (pair->state != NSM_PAIR_FINE));
        g_assert_true (isnan (pair->low) == (pair->state != NSM_PAIR_FINE));
      }
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
              x[i] = kind == 0 ? drawn * 1000 - 300 : kind == 1 ? MAX (0, floor (drawn * 40) - 24)
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
              count += x[k] >= cell->x && x[k] < cell->x_end && y[k] >= cell->y
                       && y[k] < cell->y_end;
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

typedef struct
{
  double *columns[4];
  guint32 *codes;
  double *days;
} Rows;

static void
draw_rows (GRand *rand, Rows *rows)
{
  for (guint k = 0; k < 4; k++)
    rows->columns[k] = g_new (double, N);
  rows->codes = g_new (guint32, N);
  rows->days = g_new (double, N);
  for (guint i = 0; i < N; i++)
    {
      rows->codes[i] = (guint32) g_rand_int_range (rand, 0, 4);
      rows->days[i] = 19000 + g_rand_int_range (rand, 0, 300);
      rows->columns[0][i] = floor (-9 * log (1 - g_rand_double (rand)));
      rows->columns[1][i] = g_rand_double (rand) * 7;
      rows->columns[2][i] = g_rand_double (rand) < rows->columns[0][i] / 20;
      rows->columns[3][i] = rows->columns[0][i] + pow (g_rand_double (rand), -0.6);
      for (guint k = 1; k < 4; k++)
        if (g_rand_int_range (rand, 0, 25) == 0)
          rows->columns[k][i] = NAN;
    }
}

static void
clear_rows (Rows *rows)
{
  for (guint k = 0; k < 4; k++)
    g_free (rows->columns[k]);
  g_free (rows->codes);
  g_free (rows->days);
}

static NsmStudy *
look_at_rows (const Rows *rows, guint n_threads, GCancellable *cancellable,
              NsmTableProgress progress, gpointer data, GError **error)
{
  g_autoptr (NsmStudyPlan) plan = nsm_study_plan_new ();
  const NsmStudySource sources[] = {
    { .values = rows->columns[0] }, { .values = rows->columns[1] },
    { .values = rows->columns[2] }, { .values = rows->columns[3] },
    { .codes = rows->codes, .levels = species, .n_levels = 3 }, { .values = rows->days },
  };

  plan->n_threads = n_threads;
  nsm_study_plan_add (plan, "a", NSM_COLUMN_ROLE_CANDIDATE, NSM_CELLS_NUMBER);
  nsm_study_plan_add (plan, "b", NSM_COLUMN_ROLE_CANDIDATE, NSM_CELLS_NUMBER);
  nsm_study_plan_add (plan, "stayed", NSM_COLUMN_ROLE_OUTCOME, NSM_CELLS_TRUTH);
  nsm_study_plan_add (plan, "paid", NSM_COLUMN_ROLE_OUTCOME, NSM_CELLS_NUMBER);
  nsm_study_plan_add (plan, "species", NSM_COLUMN_ROLE_SEGMENT, NSM_CELLS_TEXT);
  nsm_study_plan_add (plan, "came", NSM_COLUMN_ROLE_DATE, NSM_CELLS_DATE);
  return nsm_study_new_of_sources (sources, N, plan, cancellable, progress, data, error);
}

static void
assert_same_bits (GArray *a, GArray *b, gsize size)
{
  g_assert_cmpmem (a->data, a->len * size, b->data, b->len * size);
}

static void
test_threads (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);
  g_autoptr (NsmStudy) one = NULL;
  Rows rows;

  draw_rows (rand, &rows);
  one = look_at_rows (&rows, 1, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (one->pairs->len, ==, 16);
  for (guint n_threads = 2; n_threads < 8; n_threads += 3)
    {
      g_autoptr (NsmStudy) many = look_at_rows (&rows, n_threads, NULL, NULL, NULL, NULL);

      g_assert_cmpint (many->dates, ==, NSM_DATES_COHORTS);
      g_assert_cmpint (many->period, ==, NSM_WINDOW_MONTH);
      for (guint i = 0; i < one->pairs->len; i++)
        {
          const NsmPair *a = one->pairs->pdata[i], *b = many->pairs->pdata[i];

          g_assert_cmpmem (&a->r, 4 * sizeof (double), &b->r, 4 * sizeof (double));
          g_assert_cmpuint (a->n, ==, b->n);
          g_assert_cmpstr (a->group, ==, b->group);
          assert_same_bits (a->bins, b->bins, sizeof (NsmPairBin));
          assert_same_bits (a->grid, b->grid, sizeof (NsmPairCell));
          assert_same_bits (a->lags, b->lags, sizeof (NsmPairLag));
          assert_same_bits (a->thresholds, b->thresholds, sizeof (NsmPairThreshold));
        }
      for (guint i = 0; i < one->series->len; i++)
        assert_same_bits (((NsmSeries *) one->series->pdata[i])->periods,
                          ((NsmSeries *) many->series->pdata[i])->periods,
                          sizeof (NsmSeriesPeriod));
    }
  clear_rows (&rows);
}

/* Every pair of all rows and of each group, against one of the plain arrays. */
static void
test_against_plain (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (12);
  g_autoptr (NsmStudy) study = NULL;
  g_autofree double *x = g_new (double, N), *y = g_new (double, N);
  Rows rows;

  draw_rows (rand, &rows);
  study = look_at_rows (&rows, 0, NULL, NULL, NULL, NULL);
  for (guint i = 0; i < study->pairs->len; i++)
    {
      const NsmPair *pair = study->pairs->pdata[i];
      guint n = 0;

      for (guint k = 0; k < N; k++)
        if (pair->group == NULL
            || (rows.codes[k] > 0 && g_str_equal (species[rows.codes[k] - 1], pair->group)))
          {
            x[n] = rows.columns[pair->candidate][k];
            y[n++] = rows.columns[pair->outcome][k];
          }
      g_assert_cmpfloat_with_epsilon (pair->r, nsm_pearson (x, y, n), 1e-14);
      g_assert_cmpfloat (pair->rho, ==, nsm_spearman (x, y, n));
      g_assert_cmpuint (pair->n + pair->n_without_candidate + pair->n_without_outcome, ==, n);
    }
  clear_rows (&rows);
}

static void
cancel_soon (double share, gpointer data)
{
  g_assert_cmpfloat (share, <=, 1);
  g_cancellable_cancel (data);
}

static void
note_share (double share, gpointer data)
{
  double *last = data;

  g_assert_cmpfloat (share, >=, *last);
  *last = share;
}

static void
test_cancel (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autoptr (GCancellable) before = g_cancellable_new ();
  g_autoptr (GCancellable) during = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (NsmStudy) study = NULL;
  double share = 0;
  Rows rows;

  draw_rows (rand, &rows);
  g_cancellable_cancel (before);
  g_assert_null (look_at_rows (&rows, 2, before, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (look_at_rows (&rows, 2, during, cancel_soon, during, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  study = look_at_rows (&rows, 2, NULL, note_share, &share, NULL);
  g_assert_nonnull (study);
  NEAR (share, 1);
  clear_rows (&rows);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/study/groups", test_groups);
  g_test_add_func ("/study/small-groups", test_small_groups);
  g_test_add_func ("/study/groups-of-numbers", test_groups_of_numbers);
  g_test_add_func ("/study/missing", test_missing);
  g_test_add_func ("/study/states", test_states);
  g_test_add_func ("/study/thresholds", test_thresholds);
  g_test_add_func ("/study/many-thresholds", test_many_thresholds);
  g_test_add_func ("/study/bins", test_bins);
  g_test_add_func ("/study/grid", test_grid);
  g_test_add_func ("/study/edges-are-round", test_edges_are_round);
  g_test_add_func ("/study/threads", test_threads);
  g_test_add_func ("/study/against-plain", test_against_plain);
  g_test_add_func ("/study/cancel", test_cancel);
  return g_test_run ();
}
