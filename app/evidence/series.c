/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence/series.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

/* Fewer periods show neither a trend nor how far values are off it. */
#define LEAST_PERIODS 4

/* A straight line through a series. */
typedef struct
{
  guint n;
  double mean_t, mean, slope;
  double stt;
  double deviation; /* of the residuals, by n − 1 */
} Line;

static gboolean
fit_line (const double *means, guint n, Line *line)
{
  long double sum_t = 0, sum = 0, stt = 0, sty = 0, squares = 0;

  *line = (Line){ 0 };
  for (guint t = 0; t < n; t++)
    if (!isnan (means[t]))
      {
        line->n++;
        sum_t += t;
        sum += means[t];
      }
  if (line->n < LEAST_PERIODS)
    return FALSE;
  line->mean_t = (double) (sum_t / line->n);
  line->mean = (double) (sum / line->n);
  for (guint t = 0; t < n; t++)
    if (!isnan (means[t]))
      {
        stt += (t - line->mean_t) * (t - line->mean_t);
        sty += (t - line->mean_t) * (means[t] - line->mean);
      }
  line->stt = (double) stt;
  line->slope = (double) (sty / stt);
  for (guint t = 0; t < n; t++)
    if (!isnan (means[t]))
      {
        long double off = means[t] - line->mean - line->slope * (t - line->mean_t);

        squares += off * off;
      }
  line->deviation = (double) sqrtl (squares / (line->n - 1));
  return TRUE;
}

/**
 * nsm_series_get_noise:
 *
 * Returns: the coefficient of variation of the series without its straight trend: the
 *   standard deviation of the residuals, divided by the mean. NAN of fewer than four periods
 *   and where the mean is 0
 */
double
nsm_series_get_noise (const double *means, guint n)
{
  Line line;

  if (!fit_line (means, n, &line) || line.mean == 0)
    return NAN;
  return line.deviation / fabs (line.mean);
}

/* How far a value lies above (1) or below (-1) where the trend from before leads, in 95 of
 * 100 cases; 0 inside. */
static int
get_side (const Line *line, guint t, double value)
{
  double off = t - line->mean_t, expected = line->mean + line->slope * off;
  double residual = line->deviation * sqrt ((line->n - 1.0) / (line->n - 2.0));
  double reach = gsl_cdf_tdist_Pinv (0.975, line->n - 2.0) * residual *
                 sqrt (1 + 1.0 / line->n + off * off / line->stt);

  return value > expected + reach ? 1 : value < expected - reach ? -1 : 0;
}

/**
 * nsm_series_get_reaction:
 * @changed_in: the period of the product's change
 *
 * The noise band is the 95 % prediction interval of the straight trend before the change.
 * It counts as left where two periods running are beyond it on the same side, as one in
 * twenty is by chance alone.
 *
 * Returns: periods from the change until the series leaves its noise band; NAN if it doesn't,
 *   or with fewer than four periods before the change
 */
double
nsm_series_get_reaction (const double *means, guint n, int changed_in)
{
  Line line;
  guint left_in = 0;
  int side = 0;

  if (changed_in < LEAST_PERIODS || changed_in >= (int) n ||
      !fit_line (means, (guint) changed_in, &line))
    return NAN;
  for (guint t = (guint) changed_in; t < n; t++)
    {
      int now;

      if (isnan (means[t]))
        continue;
      now = get_side (&line, t, means[t]);
      if (now != 0 && now == side)
        return (double) left_in - changed_in;
      side = now;
      left_in = t;
    }
  return NAN;
}

/**
 * nsm_series_take_changes:
 * @changes: (out): @n; the first one, and those beside a gap, are NAN
 */
void
nsm_series_take_changes (const double *means, guint n, double *changes)
{
  for (guint t = 0; t < n; t++)
    changes[t] = t > 0 ? means[t] - means[t - 1] : NAN;
}
