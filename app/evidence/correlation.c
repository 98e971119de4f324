/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence/correlation.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <string.h>

/* Rows of one block: both columns of it stay in the processor's cache for the second pass. */
#define BLOCK 8192
#define LANES 4
/* Beyond these, squares leave what a double holds. */
#define HUGE_VALUE 1e140
#define TINY_RANGE 1e-140

/* Two numbers at once; four of these sums run beside each other, always in the same order,
 * so that a result doesn't depend on the processor. */
typedef double Two __attribute__ ((vector_size (16)));
typedef gint64 TwoMasks __attribute__ ((vector_size (16)));

void
nsm_moments_init (NsmMoments *self)
{
  *self =
      (NsmMoments){ .min_x = INFINITY, .max_x = -INFINITY, .min_y = INFINITY, .max_y = -INFINITY };
}

static inline Two
load (const double *values)
{
  Two two;

  memcpy (&two, values, sizeof two);
  return two;
}

static inline Two
keep (Two values, TwoMasks mask)
{
  return (Two) ((TwoMasks) values & mask);
}

static inline Two
choose (TwoMasks mask, Two yes, Two no)
{
  return (Two) (((TwoMasks) yes & mask) | ((TwoMasks) no & ~mask));
}

static double
add_up (const Two *sums)
{
  return ((sums[0][0] + sums[0][1]) + (sums[1][0] + sums[1][1])) +
         ((sums[2][0] + sums[2][1]) + (sums[3][0] + sums[3][1]));
}

/* How many there are, their sums and their extremes. */
static void
measure_level (const double *x, const double *y, gsize n, NsmMoments *block, double *sum_x,
               double *sum_y)
{
  Two x_sums[LANES] = { 0 }, y_sums[LANES] = { 0 };
  TwoMasks both = { 0 }, in_x = { 0 }, in_y = { 0 };
  Two low_x = { INFINITY, INFINITY }, high_x = -low_x, low_y = low_x, high_y = -low_x;
  gsize i = 0;

  for (; i + 2 * LANES <= n; i += 2 * LANES)
    for (guint lane = 0; lane < LANES; lane++)
      {
        Two u = load (x + i + 2 * lane), v = load (y + i + 2 * lane);
        TwoMasks has_x = u == u, has_y = v == v, mask = has_x & has_y;

        in_x -= has_x;
        in_y -= has_y;
        both -= mask;
        x_sums[lane] += keep (u, mask);
        y_sums[lane] += keep (v, mask);
        low_x = choose (mask & (u < low_x), u, low_x);
        high_x = choose (mask & (u > high_x), u, high_x);
        low_y = choose (mask & (v < low_y), v, low_y);
        high_y = choose (mask & (v > high_y), v, high_y);
      }
  block->n = (gsize) (both[0] + both[1]);
  block->n_x = (gsize) (in_x[0] + in_x[1]);
  block->n_y = (gsize) (in_y[0] + in_y[1]);
  block->min_x = MIN (low_x[0], low_x[1]);
  block->max_x = MAX (high_x[0], high_x[1]);
  block->min_y = MIN (low_y[0], low_y[1]);
  block->max_y = MAX (high_y[0], high_y[1]);
  *sum_x = add_up (x_sums);
  *sum_y = add_up (y_sums);
  for (; i < n; i++)
    {
      block->n_x += !isnan (x[i]);
      block->n_y += !isnan (y[i]);
      if (isnan (x[i]) || isnan (y[i]))
        continue;
      block->n++;
      *sum_x += x[i];
      *sum_y += y[i];
      block->min_x = MIN (block->min_x, x[i]);
      block->max_x = MAX (block->max_x, x[i]);
      block->min_y = MIN (block->min_y, y[i]);
      block->max_y = MAX (block->max_y, y[i]);
    }
}

/* The second pass: deviations from a mean that may be off by its last digit, which the sums
 * of the deviations themselves then put right. */
static void
measure_spread (const double *x, const double *y, gsize n, double mean_x, double mean_y,
                NsmMoments *block)
{
  Two x_sums[LANES] = { 0 }, y_sums[LANES] = { 0 };
  Two xx[LANES] = { 0 }, yy[LANES] = { 0 }, xy[LANES] = { 0 };
  double dx, dy, sx, sy, sxx, syy, sxy;
  gsize i = 0;

  for (; i + 2 * LANES <= n; i += 2 * LANES)
    for (guint lane = 0; lane < LANES; lane++)
      {
        Two u = load (x + i + 2 * lane), v = load (y + i + 2 * lane);
        TwoMasks mask = (u == u) & (v == v);

        u = keep (u - mean_x, mask);
        v = keep (v - mean_y, mask);
        x_sums[lane] += u;
        y_sums[lane] += v;
        xx[lane] += u * u;
        yy[lane] += v * v;
        xy[lane] += u * v;
      }
  sx = add_up (x_sums);
  sy = add_up (y_sums);
  sxx = add_up (xx);
  syy = add_up (yy);
  sxy = add_up (xy);
  for (; i < n; i++)
    {
      if (isnan (x[i]) || isnan (y[i]))
        continue;
      dx = x[i] - mean_x;
      dy = y[i] - mean_y;
      sx += dx;
      sy += dy;
      sxx += dx * dx;
      syy += dy * dy;
      sxy += dx * dy;
    }
  block->mean_x = (long double) mean_x + (long double) sx / (long double) block->n;
  block->mean_y = (long double) mean_y + (long double) sy / (long double) block->n;
  block->sxx = (long double) sxx - (long double) sx * sx / (long double) block->n;
  block->syy = (long double) syy - (long double) sy * sy / (long double) block->n;
  block->sxy = (long double) sxy - (long double) sx * sy / (long double) block->n;
}

/* The same for numbers so large or so close together that a double can't hold their squares:
 * a long double's exponent goes far beyond. */
static void
measure_extremes (const double *x, const double *y, gsize n, NsmMoments *block)
{
  long double sum_x = 0, sum_y = 0;

  for (gsize i = 0; i < n; i++)
    if (!isnan (x[i]) && !isnan (y[i]))
      {
        sum_x += x[i];
        sum_y += y[i];
      }
  block->mean_x = sum_x / (long double) block->n;
  block->mean_y = sum_y / (long double) block->n;
  for (gsize i = 0; i < n; i++)
    if (!isnan (x[i]) && !isnan (y[i]))
      {
        long double dx = x[i] - block->mean_x, dy = y[i] - block->mean_y;

        block->sxx += dx * dx;
        block->syy += dy * dy;
        block->sxy += dx * dy;
      }
}

static gboolean
is_extreme (double min, double max)
{
  return MAX (fabs (min), fabs (max)) > HUGE_VALUE || (max > min && max - min < TINY_RANGE);
}

static void
measure_block (const double *x, const double *y, gsize n, NsmMoments *block)
{
  double sum_x, sum_y;

  nsm_moments_init (block);
  measure_level (x, y, n, block, &sum_x, &sum_y);
  if (block->n == 0)
    return;
  if (is_extreme (block->min_x, block->max_x) || is_extreme (block->min_y, block->max_y))
    measure_extremes (x, y, n, block);
  else
    measure_spread (x, y, n, sum_x / (double) block->n, sum_y / (double) block->n, block);
}

/**
 * nsm_moments_add:
 *
 * Takes in @n rows more, in blocks of two passes each, whose sums are put together as
 * Chan, Golub & LeVeque (1979) do. The blocks begin at @x, so that the same rows given
 * in the same pieces give the same bits.
 */
void
nsm_moments_add (NsmMoments *self, const double *x, const double *y, gsize n)
{
  for (gsize start = 0; start < n; start += BLOCK)
    {
      NsmMoments block;

      measure_block (x + start, y + start, MIN (BLOCK, n - start), &block);
      nsm_moments_merge (self, &block);
    }
}

void
nsm_moments_merge (NsmMoments *self, const NsmMoments *other)
{
  gsize n_x = self->n_x + other->n_x, n_y = self->n_y + other->n_y;
  long double n = (long double) (self->n + other->n);
  long double dx, dy, weight;

  if (self->n == 0)
    *self = *other;
  else if (other->n > 0)
    {
      dx = other->mean_x - self->mean_x;
      dy = other->mean_y - self->mean_y;
      weight = (long double) self->n / n * (long double) other->n;
      self->sxx += other->sxx + dx * dx * weight;
      self->syy += other->syy + dy * dy * weight;
      self->sxy += other->sxy + dx * dy * weight;
      self->mean_x += dx * (long double) other->n / n;
      self->mean_y += dy * (long double) other->n / n;
      self->min_x = MIN (self->min_x, other->min_x);
      self->max_x = MAX (self->max_x, other->max_x);
      self->min_y = MIN (self->min_y, other->min_y);
      self->max_y = MAX (self->max_y, other->max_y);
      self->n += other->n;
    }
  self->n_x = n_x;
  self->n_y = n_y;
}

/**
 * nsm_moments_get_r:
 *
 * Returns: Pearson's r; NAN of fewer than three rows and where a column doesn't vary
 */
double
nsm_moments_get_r (const NsmMoments *self)
{
  long double r;

  if (self->n < 3 || self->min_x == self->max_x || self->min_y == self->max_y)
    return NAN;
  r = self->sxy / (sqrtl (self->sxx) * sqrtl (self->syy));
  return (double) CLAMP (r, -1.0L, 1.0L);
}

double
nsm_pearson (const double *x, const double *y, gsize n)
{
  NsmMoments moments;

  nsm_moments_init (&moments);
  nsm_moments_add (&moments, x, y, n);
  return nsm_moments_get_r (&moments);
}

/**
 * nsm_fisher_interval:
 *
 * The 95 % interval of Pearson's r by Fisher's z = atanh r, whose standard error is
 * 1 / √(n − 3). NAN of fewer than four rows.
 */
void
nsm_fisher_interval (double r, gsize n, double *low, double *high)
{
  double reach;

  *low = *high = NAN;
  if (n < 4 || isnan (r))
    return;
  reach = gsl_cdf_ugaussian_Pinv (0.975) / sqrt ((double) n - 3);
  *low = tanh (atanh (r) - reach);
  *high = tanh (atanh (r) + reach);
}

/**
 * nsm_wilson_interval:
 *
 * The 95 % interval of a share of @n, after Wilson (1927), without correction for continuity.
 */
void
nsm_wilson_interval (double share, double n, double *low, double *high)
{
  double z = gsl_cdf_ugaussian_Pinv (0.975), whole, middle, reach;

  *low = *high = NAN;
  if (!(n > 0))
    return;
  whole = 1 + z * z / n;
  middle = (share + z * z / (2 * n)) / whole;
  reach = z * sqrt (share * (1 - share) / n + z * z / (4 * n * n)) / whole;
  *low = share <= 0 ? 0 : MAX (0, middle - reach);
  *high = share >= 1 ? 1 : MIN (1, middle + reach);
}

/**
 * nsm_mean_interval:
 * @deviation: the standard deviation, by n − 1
 *
 * The 95 % interval of a mean, by Student's t. NAN of fewer than two rows.
 */
void
nsm_mean_interval (double mean, double deviation, double n, double *low, double *high)
{
  double reach;

  *low = *high = NAN;
  if (!(n >= 2))
    return;
  reach = gsl_cdf_tdist_Pinv (0.975, n - 1) * deviation / sqrt (n);
  *low = mean - reach;
  *high = mean + reach;
}
