/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "evidence/bins.h"

#define MOST_THRESHOLDS 50
/* How far a threshold may be moved for a round number, in such parts of the rows. */
#define SLACK 0.3

/**
 * nsm_phi:
 * @a: did and has the outcome
 * @b: did and hasn't
 * @c: didn't and has
 * @d: neither
 *
 * Returns: the phi coefficient; NAN where a margin is empty
 */
double
nsm_phi (double a, double b, double c, double d)
{
  double margins = sqrt (a + b) * sqrt (c + d) * sqrt (a + c) * sqrt (b + d);

  return margins > 0 ? CLAMP ((a * d - b * c) / margins, -1, 1) : NAN;
}

static NsmPairThreshold
get_threshold (double at_least, gsize did, gsize did_and_has, gsize n, gsize n_has)
{
  NsmPairThreshold threshold = {
    .at_least = at_least,
    .a = (double) did_and_has,
    .b = (double) (did - did_and_has),
    .c = (double) (n_has - did_and_has),
    .d = (double) (n - did - (n_has - did_and_has)),
  };

  threshold.phi = nsm_phi (threshold.a, threshold.b, threshold.c, threshold.d);
  threshold.ppv = threshold.a / (double) did;
  threshold.npv = threshold.d / (double) (n - did);
  return threshold;
}

static guint
push (double *at_leasts, guint n, double at_least)
{
  if (n > 0 && at_leasts[n - 1] >= at_least)
    return n;
  at_leasts[n] = at_least;
  return n + 1;
}

/* Of few values a threshold between each two; none if there are more. */
static guint
list_between_values (const NsmCodes *x, const guint32 *counts, double *at_leasts)
{
  double before = NAN;
  guint n = 0;

  for (guint32 code = 0; code < x->n_distinct; code++)
    {
      if (counts[code] == 0)
        continue;
      if (!isnan (before) && n == MOST_THRESHOLDS)
        return 0;
      if (!isnan (before))
        at_leasts[n++] = nsm_round_threshold (before, x->values[code]);
      before = x->values[code];
    }
  return n;
}

/* Of many values round numbers that part the rows about evenly; and one behind each value that
 * fills a part on its own, such as behind zero. */
static guint
list_quantiles (const NsmCodes *x, const guint32 *counts, gsize n_rows, double *at_leasts)
{
  double low = NAN, filling = NAN;
  gsize below = 0;
  guint n = 0, part = 1;

  for (guint32 code = 0; code < x->n_distinct; code++)
    {
      double value = x->values[code], share;

      if (counts[code] == 0)
        continue;
      if (!isnan (filling))
        n = push (at_leasts, n, nsm_round_threshold (filling, value));
      filling = (double) counts[code] * MOST_THRESHOLDS > (double) n_rows ? value : NAN;
      below += counts[code];
      share = (double) below / (double) n_rows * MOST_THRESHOLDS;
      if (isnan (low) && share >= part - SLACK)
        low = value;
      if (part >= MOST_THRESHOLDS || share < part + SLACK)
        continue;
      n = push (at_leasts, n, low < value ? nsm_round_threshold (low, value) : value);
      part = (guint) ceil (share + SLACK);
      low = NAN;
    }
  return n;
}

/* How many rows of each distinct value have the outcome. */
static gboolean
count_outcomes (const NsmCodes *x, const NsmCodes *y, guint32 *has, NsmPulse *pulse)
{
  g_autofree guint8 *is_true = g_malloc0 ((gsize) y->n_distinct + 1);

  for (guint32 code = 0; code < y->n_distinct; code++)
    is_true[code] = y->values[code] > 0.5;
  for (gsize start = 0; start < x->n; start += NSM_PULSE_ROWS)
    {
      for (gsize i = start; i < MIN (x->n, start + NSM_PULSE_ROWS); i++)
        has[x->codes[i]] += is_true[y->codes[i]];
      if (!nsm_pulse_beat (pulse, 0))
        return FALSE;
    }
  return TRUE;
}

/**
 * nsm_thresholds_new:
 * @counts: of @x, among the rows with both
 * @y: 0 or 1
 *
 * "Did it at least so often" against the others, for each distinct value but the smallest,
 * which all reach; of many values for about fifty that part the rows evenly.
 *
 * Returns: (transfer full): NsmPairThreshold, ascending
 */
GArray *
nsm_thresholds_new (const NsmCodes *x, const guint32 *counts, const NsmCodes *y, NsmPulse *pulse)
{
  GArray *result = g_array_new (FALSE, FALSE, sizeof (NsmPairThreshold));
  g_autofree guint32 *has = g_new0 (guint32, (gsize) x->n_distinct + 1);
  double at_leasts[2 * MOST_THRESHOLDS];
  gsize n = x->n - counts[x->n_distinct], n_has = 0, below = 0, has_below = 0;
  guint n_thresholds = list_between_values (x, counts, at_leasts), next = 0;

  if (n_thresholds == 0)
    n_thresholds = list_quantiles (x, counts, n, at_leasts);
  if (!count_outcomes (x, y, has, pulse))
    return result;
  for (guint32 code = 0; code < x->n_distinct; code++)
    n_has += has[code];
  for (guint32 code = 0; code < x->n_distinct; code++)
    {
      for (; next < n_thresholds && at_leasts[next] <= x->values[code]; next++)
        if (below > 0 && below < n)
          {
            NsmPairThreshold threshold =
                get_threshold (at_leasts[next], n - below, n_has - has_below, n, n_has);

            g_array_append_val (result, threshold);
          }
      below += counts[code];
      has_below += has[code];
    }
  return result;
}
