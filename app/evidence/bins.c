/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence/bins.h"

#include <math.h>

#include "evidence/correlation.h"
#include "model/evidence.h"

#define MOST_BINS 10

typedef struct
{
  gsize n;
  guint32 last; /* the largest value in it, as a code */
  long double x, y;
  double mean_y;
  long double squares;
} Bin;

/**
 * nsm_codes_count:
 *
 * Returns: (transfer full): of each distinct value, and at last of the rows left out
 */
guint32 *
nsm_codes_count (const NsmCodes *self, const NsmCodes *other, NsmPulse *pulse)
{
  guint32 *counts = g_new0 (guint32, (gsize) self->n_distinct + 1);

  for (gsize start = 0; start < self->n; start += NSM_PULSE_ROWS)
    {
      for (gsize i = start; i < MIN (self->n, start + NSM_PULSE_ROWS); i++)
        counts[other->codes[i] == other->n_distinct ? self->n_distinct : self->codes[i]]++;
      if (!nsm_pulse_beat (pulse, 0))
        break;
    }
  return counts;
}

/* Puts each distinct value, whole, into the bin in which the middle of its rows falls; then
 * bins that are too small join the one before, and the first one the one after. */
static guint
place_values (const NsmCodes *x, const guint32 *counts, gsize n, guint8 *bin_of, Bin *bins)
{
  guint wanted = (guint) MIN (MOST_BINS, n / NSM_BIN_ROWS), n_bins = 0, place = 0;
  gsize before = 0;

  for (guint32 code = 0; code < x->n_distinct; code++)
    {
      guint own;

      if (counts[code] == 0)
        continue;
      own = (guint) (((double) before + counts[code] / 2.0) / (double) n * wanted);
      if (n_bins == 0 || (own > place && bins[n_bins - 1].n >= NSM_BIN_ROWS))
        n_bins++;
      place = n_bins == 1 && bins[0].n == 0 ? own : MAX (place, own);
      bins[n_bins - 1].n += counts[code];
      bins[n_bins - 1].last = code;
      bin_of[code] = (guint8) (n_bins - 1);
      before += counts[code];
    }
  if (n_bins > 1 && bins[n_bins - 1].n < NSM_BIN_ROWS)
    {
      n_bins--;
      bins[n_bins - 1].n += bins[n_bins].n;
      bins[n_bins - 1].last = bins[n_bins].last;
      for (guint32 code = 0; code < x->n_distinct; code++)
        bin_of[code] = MIN (bin_of[code], (guint8) (n_bins - 1));
    }
  return n_bins;
}

/* Sums of a stretch of rows, by bin. */
static void
sum_rows (const guint32 *codes, const double *x, const double *y, gsize n, const guint8 *bin_of,
          Bin *bins)
{
  double sums_x[MOST_BINS + 1] = { 0 }, sums_y[MOST_BINS + 1] = { 0 };

  for (gsize i = 0; i < n; i++)
    if (x[i] == x[i] && y[i] == y[i])
      {
        guint bin = bin_of[codes[i]];

        sums_x[bin] += x[i];
        sums_y[bin] += y[i];
      }
  for (guint bin = 0; bin < MOST_BINS; bin++)
    {
      bins[bin].x += sums_x[bin];
      bins[bin].y += sums_y[bin];
    }
}

static void
square_rows (const guint32 *codes, const double *x, const double *y, gsize n, const guint8 *bin_of,
             Bin *bins)
{
  double squares[MOST_BINS + 1] = { 0 }, means[MOST_BINS + 1];

  for (guint bin = 0; bin <= MOST_BINS; bin++)
    means[bin] = bins[bin].mean_y;
  for (gsize i = 0; i < n; i++)
    if (x[i] == x[i] && y[i] == y[i])
      {
        guint bin = bin_of[codes[i]];

        squares[bin] += (y[i] - means[bin]) * (y[i] - means[bin]);
      }
  for (guint bin = 0; bin < MOST_BINS; bin++)
    bins[bin].squares += squares[bin];
}

/* The first pass sums, the second one squares what is off the bin's mean. */
static gboolean
fill_bins (const NsmCodes *codes, const double *x, const double *y, const guint8 *bin_of, Bin *bins,
           gboolean squares, NsmPulse *pulse)
{
  for (gsize start = 0; start < codes->n; start += NSM_PULSE_ROWS)
    {
      gsize n = MIN (NSM_PULSE_ROWS, codes->n - start);

      (squares ? square_rows : sum_rows) (codes->codes + start, x + start, y + start, n, bin_of,
                                          bins);
      if (!nsm_pulse_beat (pulse, 0))
        return FALSE;
    }
  for (guint i = 0; i < MOST_BINS && !squares; i++)
    if (bins[i].n > 0)
      bins[i].mean_y = (double) (bins[i].y / (long double) bins[i].n);
  return TRUE;
}

static guint32
find_next (const NsmCodes *x, const guint32 *counts, guint32 code)
{
  for (code++; code < x->n_distinct; code++)
    if (counts[code] > 0)
      break;
  return code;
}

/**
 * nsm_bins_new:
 * @codes: of @x
 * @counts: of @codes, among the rows with both
 * @truth: whether the outcome is 0 or 1
 *
 * Cuts the candidate's values into tenths of the rows; equal values stay together, and a bin
 * has at least NSM_BIN_ROWS rows, so that there can be fewer. The interval of the outcome's
 * mean is Wilson's for a share, else Student's.
 *
 * Returns: (transfer full): NsmPairBin, ascending
 */
GArray *
nsm_bins_new (const NsmCodes *codes, const guint32 *counts, const double *x, const double *y,
              gboolean truth, NsmPulse *pulse)
{
  GArray *result = g_array_new (FALSE, FALSE, sizeof (NsmPairBin));
  g_autofree guint8 *bin_of = g_new0 (guint8, MAX (codes->n_distinct, 1));
  Bin bins[MOST_BINS + 1] = { 0 };
  gsize n = codes->n - counts[codes->n_distinct];
  guint n_bins;

  if (n < NSM_BIN_ROWS)
    return result;
  n_bins = place_values (codes, counts, n, bin_of, bins);
  if (!fill_bins (codes, x, y, bin_of, bins, FALSE, pulse) ||
      (!truth && !fill_bins (codes, x, y, bin_of, bins, TRUE, pulse)))
    return result;
  for (guint i = 0; i < n_bins; i++)
    {
      double rows = (double) bins[i].n;
      NsmPairBin bin = { .to = NAN, .rows = rows, .y = bins[i].mean_y };

      bin.x = (double) (bins[i].x / (long double) bins[i].n);
      if (i + 1 < n_bins)
        bin.to = nsm_round_edge (codes->values[bins[i].last],
                                 codes->values[find_next (codes, counts, bins[i].last)]);
      if (truth)
        nsm_wilson_interval (bin.y, rows, &bin.low, &bin.high);
      else
        nsm_mean_interval (bin.y, (double) sqrtl (bins[i].squares / (rows - 1)), rows, &bin.low,
                           &bin.high);
      g_array_append_val (result, bin);
    }
  return result;
}
