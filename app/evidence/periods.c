/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdlib.h>

#include "evidence/calendar.h"
#include "evidence/series.h"

/* Of dates at even steps, most steps are about as long as the middle one: months differ by a
 * tenth. Of dates at random, a tenth are. */
#define STEP_TOLERANCE 0.15
#define EVEN_SHARE 0.6
#define LEAST_DATES 4

typedef struct
{
  guint8 group;
  double day;
} DatedRow;

static int
compare_rows (const void *a, const void *b)
{
  const DatedRow *x = a, *y = b;

  if (x->group != y->group)
    return x->group < y->group ? -1 : 1;
  return (x->day > y->day) - (x->day < y->day);
}

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static NsmWindow
get_window (double step)
{
  return step < 2    ? NSM_WINDOW_DAY
         : step < 12 ? NSM_WINDOW_WEEK
         : step < 46 ? NSM_WINDOW_MONTH
                     : NSM_WINDOW_QUARTER;
}

/* Whether the dates of each group differ, and go on at even steps; says how long a step is. */
static gboolean
are_even (DatedRow *rows, gsize n, double *step)
{
  g_autofree double *steps = g_new (double, n);
  gsize n_steps = 0, n_even = 0;

  qsort (rows, n, sizeof *rows, compare_rows);
  for (gsize i = 1; i < n; i++)
    if (rows[i].group == rows[i - 1].group)
      {
        if (rows[i].day == rows[i - 1].day)
          return FALSE;
        steps[n_steps++] = rows[i].day - rows[i - 1].day;
      }
  if (n_steps + 1 < LEAST_DATES)
    return FALSE;
  qsort (steps, n_steps, sizeof *steps, compare_doubles);
  *step = steps[n_steps / 2];
  for (gsize i = 0; i < n_steps; i++)
    n_even += fabs (steps[i] - *step) <= STEP_TOLERANCE * *step;
  return (double) n_even >= EVEN_SHARE * (double) n_steps;
}

/* More rows than one a day of a century, and a few groups, can't be one a date. */
#define MOST_SERIES_ROWS 1000000

static gboolean
has_twin (const double *days, const guint8 *groups, gsize n_rows)
{
  /* A look at the first rows spares sorting them all where dates come again and again. */
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (gsize i = 0; i < MIN (n_rows, 4096); i++)
    if (!isnan (days[i]))
      {
        gint64 key = (gint64) (days[i] * 86400) * 256 + (groups != NULL ? groups[i] : 0);

        if (!g_hash_table_add (seen, g_memdup2 (&key, sizeof key)))
          return TRUE;
      }
  return FALSE;
}

/**
 * nsm_dates_find:
 * @days: NAN is missing
 * @groups: (nullable): the group of each row
 * @window: (inout): left as it is unless it is unset
 *
 * Returns: whether the rows are a time series, or have dates for another reason, such as the
 *   day on which a customer came
 */
NsmDates
nsm_dates_find (const double *days, const guint8 *groups, gsize n_rows, NsmWindow *window)
{
  NsmDates dates = NSM_DATES_COHORTS;
  double step = NAN;

  if (n_rows <= MOST_SERIES_ROWS && !has_twin (days, groups, n_rows))
    {
      g_autofree DatedRow *rows = g_new (DatedRow, MAX (n_rows, 1));
      gsize n = 0;

      for (gsize i = 0; i < n_rows; i++)
        if (!isnan (days[i]))
          rows[n++] = (DatedRow){ groups != NULL ? groups[i] : 0, days[i] };
      if (n > 0 && are_even (rows, n, &step))
        dates = NSM_DATES_SERIES;
    }
  if (*window == NSM_WINDOW_UNSET)
    *window = dates == NSM_DATES_SERIES ? get_window (step) : NSM_WINDOW_MONTH;
  return dates;
}

/**
 * nsm_periods_new:
 *
 * Returns: (transfer full): the period of each row
 */
NsmPeriods *
nsm_periods_new (const double *days, gsize n_rows, NsmWindow window)
{
  NsmPeriods *self = g_new0 (NsmPeriods, 1);
  double low = INFINITY, high = -INFINITY;
  g_autofree guint32 *of_day = NULL;
  int first_day = 0;

  self->window = window;
  self->of_row = g_new (guint32, MAX (n_rows, 1));
  for (gsize i = 0; i < n_rows; i++)
    {
      low = days[i] < low ? days[i] : low;
      high = days[i] > high ? days[i] : high;
    }
  if (low <= high)
    {
      int last_day = nsm_calendar_get_period (high, NSM_WINDOW_DAY);

      first_day = nsm_calendar_get_period (low, NSM_WINDOW_DAY);
      self->first = nsm_calendar_get_period (low, window);
      self->n = (guint) (nsm_calendar_get_period (high, window) - self->first) + 1;
      of_day = g_new (guint32, (gsize) (last_day - first_day) + 1);
      for (int day = first_day; day <= last_day; day++)
        of_day[day - first_day] = (guint32) (nsm_calendar_get_period (day, window) - self->first);
    }
  for (gsize i = 0; i < n_rows; i++)
    self->of_row[i] = isnan (days[i])
                          ? NSM_NO_PERIOD
                          : of_day[nsm_calendar_get_period (days[i], NSM_WINDOW_DAY) - first_day];
  return self;
}

void
nsm_periods_free (NsmPeriods *self)
{
  if (self == NULL)
    return;
  g_free (self->of_row);
  g_free (self);
}

/**
 * nsm_periods_average:
 * @values: of all rows
 * @start: the first row that counts
 * @end: the row behind the last one
 * @means: (out): a mean for each period; NAN without rows
 * @counts: (out): rows of each period
 *
 * Returns: FALSE if it was cancelled
 */
gboolean
nsm_periods_average (const NsmPeriods *self, const double *values, gsize start, gsize end,
                     double *means, gsize *counts, NsmPulse *pulse)
{
  g_autofree long double *sums = g_new0 (long double, MAX (self->n, 1));

  for (guint period = 0; period < self->n; period++)
    counts[period] = 0;
  for (gsize i = start; i < end; i++)
    {
      guint32 period = self->of_row[i];

      if ((i - start) % NSM_PULSE_ROWS == 0 && !nsm_pulse_beat (pulse, 0))
        return FALSE;
      if (period == NSM_NO_PERIOD || values[i] != values[i])
        continue;
      sums[period] += values[i];
      counts[period]++;
    }
  for (guint period = 0; period < self->n; period++)
    means[period] =
        counts[period] > 0 ? (double) (sums[period] / (long double) counts[period]) : NAN;
  return nsm_pulse_beat (pulse, end - start);
}
