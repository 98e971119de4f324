/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence/lags.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

#include "evidence/correlation.h"

/* A coefficient of fewer pairs of changes is near 1 too easily to be the largest of many. */
#define LEAST_PAIRS 8
/* Shifts needed to tell how far chance spreads r. */
#define LEAST_SHIFTS 5

/**
 * nsm_lags_get_r:
 * @x: by period; NAN is a gap
 * @rows: (out) (optional): pairs of periods that have both
 *
 * Returns: Pearson's r of @x with @y @lag periods later
 */
double
nsm_lags_get_r (const double *x, const double *y, guint n, guint lag, gsize *rows)
{
  NsmMoments moments;

  nsm_moments_init (&moments);
  if (lag < n)
    nsm_moments_add (&moments, x, y + lag, n - lag);
  if (rows != NULL)
    *rows = moments.n;
  return nsm_moments_get_r (&moments);
}

/* Fisher's z in units of the spread it has when rows don't depend on each other. */
static double
get_z (double r, gsize rows)
{
  return rows > 3 ? atanh (CLAMP (r, -0.9999999, 0.9999999)) * sqrt ((double) rows - 3) : NAN;
}

/* How far chance alone spreads z: the mean square over the shifts of @y around the circle
 * that are none of the lags. Each series keeps its own rhythm, so that slow ones, which
 * agree by chance more often, have a larger spread. */
static double
get_spread (const double *x, const double *y, guint n, guint first, guint *n_shifts)
{
  g_autofree double *twice = g_new (double, 2 * (gsize) n);
  double squares = 0;

  *n_shifts = 0;
  for (guint t = 0; t < 2 * n; t++)
    twice[t] = y[t % n];
  for (guint shift = first; shift < n; shift++)
    {
      NsmMoments moments;
      double z;

      nsm_moments_init (&moments);
      nsm_moments_add (&moments, x, twice + shift, n);
      z = get_z (nsm_moments_get_r (&moments), moments.n);
      if (isnan (z))
        continue;
      squares += z * z;
      (*n_shifts)++;
    }
  return sqrt (squares / MAX (*n_shifts, 1));
}

/* Of the largest of several, Šidák: 1 − (1 − p)^n, without losing small ones. */
static double
get_p (double z, double spread, guint n_shifts, guint n_lags)
{
  double one = 2 * gsl_cdf_tdist_Q (fabs (z) / spread, n_shifts);

  return -expm1 (n_lags * log1p (-MIN (one, 1)));
}

/**
 * nsm_lags_init:
 * @self: (out caller-allocates): its array is the caller's to free
 * @x: the candidate's changes, by period; NAN is a gap
 * @y: the outcome's
 *
 * Correlates @x with @y 0 to 12 periods later, as far as there are eight pairs. As the
 * largest of thirteen coefficients is large by chance, and the periods of a series depend on
 * each other, its p comes from circular shifts: Fisher's z of the shifts that are none of
 * the lags shows how far chance spreads it. (Counting the shifts whose largest |r| is as
 * large can't give a p below thirteen in the number of periods, since thirteen shifts hold
 * the same pairs.)
 */
void
nsm_lags_init (NsmLags *self, const double *x, const double *y, guint n)
{
  double largest = -1, spread;
  gsize rows_of_largest = 0;
  guint n_shifts, behind = 0;

  *self = (NsmLags){ g_array_new (FALSE, FALSE, sizeof (NsmPairLag)), NAN, NAN };
  for (guint lag = 0; lag <= NSM_MOST_LAG && lag < n; lag++)
    {
      gsize rows;
      double r = nsm_lags_get_r (x, y, n, lag, &rows);
      NsmPairLag found = { lag, r, (double) rows };

      if (rows < LEAST_PAIRS || isnan (r))
        continue;
      g_array_append_val (self->lags, found);
      behind = lag + 1;
      if (fabs (r) > largest)
        {
          largest = fabs (r);
          rows_of_largest = rows;
          self->best = lag;
        }
    }
  if (self->lags->len == 0)
    return;
  spread = get_spread (x, y, n, behind, &n_shifts);
  if (n_shifts >= LEAST_SHIFTS && spread > 0)
    self->p = get_p (get_z (largest, rows_of_largest), spread, n_shifts, self->lags->len);
}
