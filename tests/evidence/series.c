/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence/series.h"

#include <math.h>

#include "evidence/calendar.h"
#include "evidence/correlation.h"
#include "evidence/lags.h"
#include "evidence/run-private.h"
#include "known-answers.h"

#define NEAR(a, b) g_assert_cmpfloat_with_epsilon (a, b, 1e-9)

enum
{
  N_MONTHS = G_N_ELEMENTS (men),
  N_CUSTOMERS = 4000,
  N_WALKS = 1000,
  N_WEEKS = 26,
};

/* Every day of eight centuries, against GLib. */
static void
test_calendar (void)
{
  const NsmWindow windows[] = { NSM_WINDOW_DAY, NSM_WINDOW_WEEK, NSM_WINDOW_MONTH,
                                NSM_WINDOW_QUARTER, NSM_WINDOW_YEAR };
  GDate date;

  g_date_set_dmy (&date, 1, G_DATE_JANUARY, 1600);
  for (int day = -135140; day < 157000; day++)
    {
      int month = g_date_get_year (&date) * 12 + (int) g_date_get_month (&date) - 1;

      g_assert_cmpint (nsm_calendar_get_period (day + 0.7, NSM_WINDOW_MONTH), ==, month);
      g_assert_cmpint (nsm_calendar_get_period (day, NSM_WINDOW_QUARTER), ==, month / 3);
      g_assert_cmpint (nsm_calendar_get_period (day, NSM_WINDOW_YEAR), ==, month / 12);
      for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
        {
          int period = nsm_calendar_get_period (day, windows[i]);

          g_assert_cmpfloat (nsm_calendar_get_start (period, windows[i]), <=, day);
          g_assert_cmpfloat (nsm_calendar_get_start (period + 1, windows[i]), >, day);
        }
      if (g_date_get_weekday (&date) == G_DATE_MONDAY)
        NEAR (nsm_calendar_get_start (nsm_calendar_get_period (day, NSM_WINDOW_WEEK),
                                      NSM_WINDOW_WEEK),
              day);
      g_date_add_days (&date, 1);
    }
  NEAR (nsm_calendar_parse_day ("1970-01-01"), 0);
  NEAR (nsm_calendar_parse_day ("2026-03-01"), 20513);
  g_assert_true (isnan (nsm_calendar_parse_day ("")) && isnan (nsm_calendar_parse_day (NULL)));
  g_assert_true (isnan (nsm_calendar_parse_day ("2026-02-30")));
}

static void
test_noise (void)
{
  const double line[] = { 1, 2, NAN, 4, 5 }, off[] = { 1, -1, 2, -2 };

  NEAR (nsm_series_get_noise (men, N_MONTHS), KNOWN_NOISE_MEN);
  NEAR (nsm_series_get_noise (nile, G_N_ELEMENTS (nile)), KNOWN_NOISE_NILE);
  NEAR (nsm_series_get_noise (line, 5), 0);
  g_assert_true (isnan (nsm_series_get_noise (line, 3)));
  g_assert_true (isnan (nsm_series_get_noise (off, 4)));
}

static void
test_reaction (void)
{
  double values[40];

  NEAR (nsm_series_get_reaction (nile, G_N_ELEMENTS (nile), KNOWN_NILE_CHANGED_IN),
        KNOWN_NILE_REACTION);
  /* A rising, wavering line that leaves its course five periods after the change. */
  for (guint i = 0; i < 40; i++)
    values[i] = 100 + 2 * i + 3 * sin (i * 2.4) + (i >= 25 ? 30 : 0);
  NEAR (nsm_series_get_reaction (values, 40, 20), 5);
  g_assert_true (isnan (nsm_series_get_reaction (values, 25, 20)));
  /* One period alone isn't leaving. */
  values[22] += 50;
  NEAR (nsm_series_get_reaction (values, 40, 20), 5);
  g_assert_true (isnan (nsm_series_get_reaction (values, 40, 3)));
  g_assert_true (isnan (nsm_series_get_reaction (values, 40, 40)));
  g_assert_true (isnan (nsm_series_get_reaction (values, 40, -7)));
}

static NsmStudy *
look (const double *x, const double *y, const double *days, gsize n, const char *changed_on)
{
  g_autoptr (NsmStudyPlan) plan = nsm_study_plan_new ();
  g_autoptr (GError) error = NULL;
  const NsmStudySource sources[] = { { .values = x }, { .values = y }, { .values = days } };
  NsmStudy *study;

  nsm_study_plan_add (plan, "x", NSM_COLUMN_ROLE_CANDIDATE, NSM_CELLS_NUMBER);
  nsm_study_plan_add (plan, "y", NSM_COLUMN_ROLE_OUTCOME, NSM_CELLS_NUMBER);
  nsm_study_plan_add (plan, "date", NSM_COLUMN_ROLE_DATE, NSM_CELLS_DATE);
  g_free (plan->changed_on);
  plan->changed_on = g_strdup (changed_on);
  study = nsm_study_new_of_sources (sources, n, plan, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return study;
}

/* Deaths of men and women by month: the same month goes together, seen in the changes. */
static void
test_known_series (void)
{
  double x[N_MONTHS], y[N_MONTHS], days[N_MONTHS];
  g_autoptr (NsmStudy) study = NULL;
  const NsmPair *pair;
  const NsmSeries *series;

  /* From January 1974; the rows are in no order. */
  for (guint i = 0; i < N_MONTHS; i++)
    {
      guint month = i * 29 % N_MONTHS;

      x[i] = men[month];
      y[i] = women[month];
      days[i] = nsm_calendar_get_start (1974 * 12 + (int) month, NSM_WINDOW_MONTH);
    }
  study = look (x, y, days, N_MONTHS, "1979-06-15");
  pair = study->pairs->pdata[0];
  g_assert_cmpint (study->dates, ==, NSM_DATES_SERIES);
  g_assert_cmpint (study->period, ==, NSM_WINDOW_MONTH);
  g_assert_cmpuint (pair->lags->len, ==, 13);
  for (guint i = 0; i < 13; i++)
    {
      NEAR (g_array_index (pair->lags, NsmPairLag, i).r, known_lags[i]);
      NEAR (g_array_index (pair->lags, NsmPairLag, i).rows, N_MONTHS - 1 - i);
    }
  NEAR (pair->best_lag, 0);
  NEAR (pair->r, known_lags[0]);
  g_assert_cmpuint (pair->n, ==, N_MONTHS - 1);
  g_assert_cmpuint (pair->n_without_candidate, ==, 0);
  g_assert_true (isnan (pair->low) && isnan (pair->high));
  g_assert_cmpfloat (pair->lag_p, <, 0.01);
  g_assert_cmpuint (study->series->len, ==, 2);
  series = study->series->pdata[0];
  g_assert_cmpuint (series->periods->len, ==, N_MONTHS);
  NEAR (g_array_index (series->periods, NsmSeriesPeriod, 1).start, 1492);
  NEAR (g_array_index (series->periods, NsmSeriesPeriod, 1).mean, 1863);
  NEAR (series->noise, KNOWN_NOISE_MEN);
}

/* Several rows a month are averaged, and then it's no longer the rows that are a series. */
static void
test_averages (void)
{
  double x[3 * N_MONTHS], y[3 * N_MONTHS], days[3 * N_MONTHS];
  g_autoptr (NsmStudy) study = NULL;
  const NsmPair *pair;

  for (guint i = 0; i < 3 * N_MONTHS; i++)
    {
      guint month = i % N_MONTHS, part = i / N_MONTHS;

      days[i] = nsm_calendar_get_start (1974 * 12 + (int) month, NSM_WINDOW_MONTH) + part / 2 * 9;
      x[i] = men[month] + (part - 1.0) * 100;
      y[i] = part == 0 && month == 3 ? NAN : women[month];
    }
  study = look (x, y, days, 3 * N_MONTHS, "");
  pair = study->pairs->pdata[0];
  g_assert_cmpint (study->dates, ==, NSM_DATES_COHORTS);
  NEAR (pair->r, nsm_pearson (x, y, 3 * N_MONTHS));
  g_assert_false (isnan (pair->low));
  for (guint i = 0; i < 13; i++)
    NEAR (g_array_index (pair->lags, NsmPairLag, i).r, known_lags[i]);
  NEAR (g_array_index (((NsmSeries *) study->series->pdata[1])->periods, NsmSeriesPeriod, 3).rows,
        2);
  NEAR (g_array_index (((NsmSeries *) study->series->pdata[0])->periods, NsmSeriesPeriod, 3).mean,
        men[3]);
}

static void
test_dates (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  double days[60];
  guint8 groups[60];
  NsmWindow window = NSM_WINDOW_UNSET;

  for (guint i = 0; i < 60; i++)
    days[i] = 20000 + 7.0 * ((i * 7) % 60);
  days[20] = NAN;
  g_assert_cmpint (nsm_dates_find (days, NULL, 60, &window), ==, NSM_DATES_SERIES);
  g_assert_cmpint (window, ==, NSM_WINDOW_WEEK);
  /* The same dates twice: of two groups a series, otherwise not. */
  for (guint i = 0; i < 60; i++)
    {
      days[i] = 20000 + i / 2;
      groups[i] = i % 2;
    }
  window = NSM_WINDOW_UNSET;
  g_assert_cmpint (nsm_dates_find (days, groups, 60, &window), ==, NSM_DATES_SERIES);
  g_assert_cmpint (window, ==, NSM_WINDOW_DAY);
  g_assert_cmpint (nsm_dates_find (days, NULL, 60, &window), ==, NSM_DATES_COHORTS);
  /* Customers who came at moments of their own. */
  for (guint i = 0; i < 60; i++)
    days[i] = 20000 + g_rand_double_range (rand, 0, 300);
  window = NSM_WINDOW_UNSET;
  g_assert_cmpint (nsm_dates_find (days, NULL, 60, &window), ==, NSM_DATES_COHORTS);
  g_assert_cmpint (window, ==, NSM_WINDOW_MONTH);
}

static double
draw_normal (GRand *rand)
{
  return sqrt (-2 * log (1 - g_rand_double (rand))) * cos (2 * G_PI * g_rand_double (rand));
}

static double
get_lag_p (const double *x, const double *y, guint n, double *best)
{
  g_autofree double *dx = g_new (double, n), *dy = g_new (double, n);
  NsmLags lags;

  nsm_series_take_changes (x, n, dx);
  nsm_series_take_changes (y, n, dy);
  nsm_lags_init (&lags, dx, dy, n);
  g_array_unref (lags.lags);
  *best = lags.best;
  return lags.p;
}

/* Of two walks that have nothing to do with each other, levels correlate "significantly" in
 * more than half of all cases; changes, at the best of thirteen lags, about as seldom as p says. */
static void
test_walks (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (26);
  guint by_levels = 0, by_changes = 0, short_ones = 0, long_ones = 0, slow_ones = 0;
  double best;

  for (guint walk = 0; walk < N_WALKS; walk++)
    {
      double x[4 * N_WEEKS] = { 0 }, y[4 * N_WEEKS] = { 0 }, low, high, dx = 0, dy = 0;

      for (guint t = 1; t < 4 * N_WEEKS; t++)
        {
          x[t] = x[t - 1] + draw_normal (rand);
          y[t] = y[t - 1] + draw_normal (rand);
        }
      nsm_fisher_interval (nsm_pearson (x, y, N_WEEKS), N_WEEKS, &low, &high);
      by_levels += low > 0 || high < 0;
      by_changes += get_lag_p (x, y, N_WEEKS, &best) < 0.05;
      short_ones += get_lag_p (x, y, N_WEEKS / 2, &best) < 0.05;
      long_ones += get_lag_p (x, y, 4 * N_WEEKS, &best) < 0.05;
      /* Changes that go on for a while. */
      for (guint t = 1; t < 4 * N_WEEKS; t++)
        {
          dx = 0.6 * dx + draw_normal (rand);
          dy = 0.6 * dy + draw_normal (rand);
          x[t] = x[t - 1] + dx;
          y[t] = y[t - 1] + dy;
        }
      slow_ones += get_lag_p (x, y, 4 * N_WEEKS, &best) < 0.05;
    }
  g_test_message ("levels %u, changes %u, short %u, long %u, slow %u", by_levels, by_changes,
                  short_ones, long_ones, slow_ones);
  g_assert_cmpuint (by_levels, >, N_WALKS * 45 / 100);
  g_assert_cmpuint (by_levels, <, N_WALKS * 75 / 100);
  g_assert_cmpuint (by_changes, <, N_WALKS * 8 / 100);
  g_assert_cmpuint (short_ones, <, N_WALKS * 8 / 100);
  g_assert_cmpuint (long_ones, <, N_WALKS * 8 / 100);
  g_assert_cmpuint (slow_ones, <, N_WALKS * 8 / 100);
}

/* What does lead is found, with its lag. */
static void
test_lead (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  guint found = 0;

  for (guint walk = 0; walk < 100; walk++)
    {
      double x[2 * N_WEEKS], y[2 * N_WEEKS], best;

      for (guint t = 0; t < 2 * N_WEEKS; t++)
        {
          x[t] = (t > 0 ? x[t - 1] : 0) + draw_normal (rand);
          y[t] = (t > 0 ? y[t - 1] : 0) + draw_normal (rand) / 2;
        }
      for (guint t = 2 * N_WEEKS - 1; t >= 4; t--)
        y[t] += x[t - 4];
      found += get_lag_p (x, y, 2 * N_WEEKS, &best) < 0.05 && best == 4;
    }
  g_assert_cmpuint (found, >, 90);
}

/* Use that has nothing to do with leaving: counted over the whole life, who stayed longer did
 * more of everything; counted over the first fortnight of those still there, nothing is left. */
static void
test_overlap (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (90);
  double whole[N_CUSTOMERS], early[N_CUSTOMERS], stayed[N_CUSTOMERS];

  for (guint i = 0; i < N_CUSTOMERS; i++)
    {
      double life = -90 / log (2) * log (1 - g_rand_double (rand)),
             rate = 1 + 0.1 * draw_normal (rand);

      stayed[i] = life >= 90;
      whole[i] = rate * MIN (life, 120);
      early[i] = life >= 14 ? rate * 14 : NAN;
    }
  g_assert_cmpfloat (nsm_pearson (whole, stayed, N_CUSTOMERS), >, 0.75);
  g_assert_cmpfloat (fabs (nsm_pearson (early, stayed, N_CUSTOMERS)), <, 0.03);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/series/calendar", test_calendar);
  g_test_add_func ("/series/noise", test_noise);
  g_test_add_func ("/series/reaction", test_reaction);
  g_test_add_func ("/series/known", test_known_series);
  g_test_add_func ("/series/averages", test_averages);
  g_test_add_func ("/series/dates", test_dates);
  g_test_add_func ("/series/walks", test_walks);
  g_test_add_func ("/series/lead", test_lead);
  g_test_add_func ("/series/overlap", test_overlap);
  return g_test_run ();
}
