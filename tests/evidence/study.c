/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence/run-private.h"

#include <math.h>

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
    { .values = mtcars_wt },
    { .values = mtcars_mpg },
    { .values = mtcars_cyl },
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
  g_autoptr (NsmStudy) study =
      look_at_two (ozone, sunshine, G_N_ELEMENTS (ozone), NSM_CELLS_NUMBER);
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
    { up, same, NSM_PAIR_OUTCOME_CONSTANT },
    { same, up, NSM_PAIR_CANDIDATE_CONSTANT },
    { same, same, NSM_PAIR_CANDIDATE_CONSTANT },
    { up, none, NSM_PAIR_ALL_MISSING },
    { none, none, NSM_PAIR_ALL_MISSING },
    { two, up, NSM_PAIR_TOO_FEW },
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
    { .values = rows->columns[0] },
    { .values = rows->columns[1] },
    { .values = rows->columns[2] },
    { .values = rows->columns[3] },
    { .codes = rows->codes, .levels = species, .n_levels = 3 },
    { .values = rows->days },
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
        if (pair->group == NULL ||
            (rows.codes[k] > 0 && g_str_equal (species[rows.codes[k] - 1], pair->group)))
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
shuffle (GRand *rand, Rows *rows)
{
  for (guint i = N - 1; i > 0; i--)
    {
      guint other = (guint) g_rand_int_range (rand, 0, (gint32) i + 1);
      guint32 code = rows->codes[i];
      double day = rows->days[i];

      rows->codes[i] = rows->codes[other];
      rows->codes[other] = code;
      rows->days[i] = rows->days[other];
      rows->days[other] = day;
      for (guint k = 0; k < 4; k++)
        {
          double value = rows->columns[k][i];

          rows->columns[k][i] = rows->columns[k][other];
          rows->columns[k][other] = value;
        }
    }
}

/* The order of the rows decides nothing. */
static void
test_order (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (21);
  g_autoptr (NsmStudy) before = NULL;
  g_autoptr (NsmStudy) after = NULL;
  Rows rows;

  draw_rows (rand, &rows);
  before = look_at_rows (&rows, 0, NULL, NULL, NULL, NULL);
  shuffle (rand, &rows);
  after = look_at_rows (&rows, 0, NULL, NULL, NULL, NULL);
  for (guint i = 0; i < before->pairs->len; i++)
    {
      const NsmPair *a = before->pairs->pdata[i], *b = after->pairs->pdata[i];

      g_assert_cmpstr (a->group, ==, b->group);
      g_assert_cmpuint (a->n, ==, b->n);
      g_assert_cmpfloat_with_epsilon (a->r, b->r, 1e-14);
      g_assert_cmpfloat (a->rho, ==, b->rho);
      g_assert_cmpuint (a->bins->len, ==, b->bins->len);
      for (guint k = 0; k < a->bins->len; k++)
        {
          g_assert_cmpfloat (g_array_index (a->bins, NsmPairBin, k).rows, ==,
                             g_array_index (b->bins, NsmPairBin, k).rows);
          NEAR (g_array_index (a->bins, NsmPairBin, k).y, g_array_index (b->bins, NsmPairBin, k).y);
        }
      assert_same_bits (a->grid, b->grid, sizeof (NsmPairCell));
      assert_same_bits (a->thresholds, b->thresholds, sizeof (NsmPairThreshold));
      if (!isnan (a->lag_p))
        NEAR (a->lag_p, b->lag_p);
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
  g_test_add_func ("/study/threads", test_threads);
  g_test_add_func ("/study/against-plain", test_against_plain);
  g_test_add_func ("/study/order", test_order);
  g_test_add_func ("/study/cancel", test_cancel);
  return g_test_run ();
}
