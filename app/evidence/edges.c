/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "evidence/bins.h"

#define MOST_DIGITS 17

/* @steps are how many times ten; below one, dividing gives the nearest decimal fraction. */
static double
scale (double value, int power)
{
  return power >= 0 ? value * pow (10, power) : value / pow (10, -power);
}

/**
 * nsm_round_edge:
 *
 * Returns: the number with the fewest digits that is at least @low and below @high, so that
 *   an edge between two rows reads well and tells neither row's value
 */
double
nsm_round_edge (double low, double high)
{
  double size = MAX (fabs (low), fabs (high));
  int power;

  if (!(low < high) || !isfinite (size) || size < 1e-250 || size > 1e250)
    return low;
  power = (int) ceil (log10 (size));
  for (int digit = 0; digit <= MOST_DIGITS; digit++, power--)
    {
      double edge = scale (ceil (scale (low, -power)), power) + 0.0;

      if (edge >= low && edge < high)
        return edge;
    }
  return low;
}

/**
 * nsm_round_threshold:
 *
 * Returns: the number with the fewest digits that is above @low and at most @high
 */
double
nsm_round_threshold (double low, double high)
{
  return 0.0 - nsm_round_edge (-high, -low);
}
