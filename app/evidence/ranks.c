/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence/ranks.h"

#include <math.h>
#include <string.h>

#include "evidence/sort.h"

/* Tables up to this many values are counted into, however few rows there are. */
#define SMALL_TABLE 65536
/* Values looked at to find out with how many decimals a column is written. */
#define SAMPLE 4096
/* Rows whose products of ranks can't leave 64 bits, while there are fewer than 2^26 rows. */
#define PRODUCTS 1024
#define MOST_ROWS_IN_64_BITS ((gsize) 1 << 26)

/* A column as whole numbers: value = (low + key) / scale. */
typedef struct
{
  double scale;
  double low;
  double n_keys;
} Keys;

static gboolean
is_whole (double value, double scale)
{
  return rint (value * scale) / scale == value;
}

static gboolean
fits_sample (const double *values, gsize n, double scale)
{
  gsize step = MAX (1, n / SAMPLE);

  for (gsize i = 0; i < n; i += step)
    if (!isnan (values[i]) && !is_whole (values[i], scale))
      return FALSE;
  return TRUE;
}

/* Numbers in files are decimal: most columns are whole numbers, or cents. */
static gboolean
find_keys (const double *values, gsize n, Keys *keys, NsmPulse *pulse)
{
  double low = INFINITY, high = -INFINITY;

  NSM_PULSE_EACH (pulse, start, end, n)
    for (gsize i = start; i < end; i++)
      {
        low = values[i] < low ? values[i] : low;
        high = values[i] > high ? values[i] : high;
      }
  if (!(low <= high))
    return FALSE;
  for (keys->scale = 1; keys->scale <= 10000; keys->scale *= 10)
    if (fits_sample (values, n, keys->scale))
      break;
  keys->low = rint (low * keys->scale);
  keys->n_keys = rint (high * keys->scale) - keys->low + 1;
  return keys->scale <= 10000 && keys->n_keys < (double) G_MAXUINT32 && fabs (keys->low) < 0x1p52 &&
         fabs (high * keys->scale) < 0x1p52;
}

/* Fills in the keys of all rows; FALSE as soon as a value has more decimals than the sample. */
static gboolean
fill_keys (const double *values, gsize n, const Keys *keys, guint32 *codes, NsmPulse *pulse)
{
  guint32 missing = (guint32) keys->n_keys;
  gboolean exact = TRUE;

  NSM_PULSE_EACH (pulse, start, end, exact ? n : 0)
    for (gsize i = start; i < end; i++)
      {
        double whole = rint (values[i] * keys->scale);

        if (values[i] != values[i])
          {
            codes[i] = missing;
            continue;
          }
        codes[i] = (guint32) (whole - keys->low);
        exact &= whole / keys->scale == values[i];
      }
  return exact;
}

/* From keys to codes by counting: a key that occurs gets the next number. */
static gboolean
count_keys (NsmCodes *self, const Keys *keys, NsmPulse *pulse)
{
  guint32 n_keys = (guint32) keys->n_keys, n_distinct = 0;
  g_autofree guint32 *table = g_new0 (guint32, (gsize) n_keys + 1);

  NSM_PULSE_EACH (pulse, start, end, self->n)
    for (gsize i = start; i < end; i++)
      table[self->codes[i]] = 1;
  for (guint32 key = 0; key < n_keys; key++)
    n_distinct += table[key];
  self->values = g_new (double, MAX (n_distinct, 1));
  self->n_distinct = n_distinct;
  n_distinct = 0;
  for (guint32 key = 0; key < n_keys; key++)
    if (table[key] != 0)
      {
        self->values[n_distinct] = (keys->low + key) / keys->scale;
        table[key] = n_distinct++;
      }
  table[n_keys] = n_distinct;
  NSM_PULSE_EACH (pulse, start, end, self->n)
    for (gsize i = start; i < end; i++)
      self->codes[i] = table[self->codes[i]];
  return !nsm_pulse_is_cancelled (pulse);
}

static gsize
list_rows (const double *values, gsize n, NsmEntry64 *entries, NsmPulse *pulse)
{
  gsize n_entries = 0;

  NSM_PULSE_EACH (pulse, start, end, n)
    for (gsize i = start; i < end; i++)
      {
        entries[n_entries] = i;
        n_entries += values[i] == values[i];
      }
  return n_entries;
}

/* The number of each row's value; those numbers end with the one behind the last. */
static void
number_sorted (NsmCodes *self, const double *values, const NsmEntry64 *entries, gsize n,
               NsmPulse *pulse)
{
  g_autoptr (GArray) distinct = g_array_new (FALSE, FALSE, sizeof (double));
  guint32 n_distinct = 0;
  double last = NAN;

  NSM_PULSE_EACH (pulse, start, end, n)
    for (gsize i = start; i < end; i++)
      {
        double value = values[NSM_ENTRY_ROW (entries[i])];

        if (value != last)
          {
            g_array_append_val (distinct, value);
            last = value;
            n_distinct++;
          }
        self->codes[NSM_ENTRY_ROW (entries[i])] = n_distinct - 1;
      }
  self->n_distinct = n_distinct;
  self->values = n_distinct > 0 ? g_memdup2 (distinct->data, n_distinct * sizeof (double))
                                : g_new0 (double, 1);
  if (n < self->n)
    NSM_PULSE_EACH (pulse, start, end, self->n)
      for (gsize i = start; i < end; i++)
        if (values[i] != values[i])
          self->codes[i] = n_distinct;
}

static gboolean
sort_values (NsmCodes *self, const double *values, const Keys *keys, NsmPulse *pulse)
{
  g_autofree NsmEntry64 *entries = g_new (NsmEntry64, self->n + 1);
  g_autofree NsmEntry64 *spare = g_new (NsmEntry64, self->n + 1);
  gsize n = list_rows (values, self->n, entries, pulse);

  if (keys != NULL)
    NSM_PULSE_EACH (pulse, start, end, n)
      for (gsize i = start; i < end; i++)
        entries[i] = NSM_ENTRY (self->codes[NSM_ENTRY_ROW (entries[i])], entries[i]);
  if (nsm_pulse_is_cancelled (pulse) ||
      !(keys != NULL ? nsm_sort_entries (entries, spare, n, pulse)
                     : nsm_sort_rows (values, entries, spare, n, pulse)))
    return FALSE;
  number_sorted (self, values, entries, n, pulse);
  return !nsm_pulse_is_cancelled (pulse);
}

/**
 * nsm_codes_new:
 * @values: NAN is missing
 * @n: at most %NSM_MOST_ROWS
 *
 * Numbers the distinct values, by counting where whole numbers (or such with few decimals)
 * lie close together, else by sorting.
 *
 * Returns: (transfer full) (nullable): NULL if it was cancelled
 */
NsmCodes *
nsm_codes_new (const double *values, gsize n, NsmPulse *pulse)
{
  g_autoptr (NsmCodes) self = g_new0 (NsmCodes, 1);
  Keys keys;
  gboolean whole;

  self->n = n;
  self->codes = g_new (guint32, MAX (n, 1));
  whole = find_keys (values, n, &keys, pulse) && fill_keys (values, n, &keys, self->codes, pulse);
  if (nsm_pulse_is_cancelled (pulse))
    return NULL;
  if (whole && keys.n_keys <= MAX (SMALL_TABLE, 2 * (double) n))
    {
      if (!count_keys (self, &keys, pulse))
        return NULL;
    }
  else if (!sort_values (self, values, whole ? &keys : NULL, pulse))
    return NULL;
  return nsm_pulse_beat (pulse, n) ? g_steal_pointer (&self) : NULL;
}

void
nsm_codes_free (NsmCodes *self)
{
  if (self == NULL)
    return;
  g_free (self->codes);
  g_free (self->values);
  g_free (self);
}

static void
count_codes (const NsmCodes *self, const NsmCodes *other, gsize start, gsize n, guint32 *counts)
{
  const guint32 *codes = self->codes + start;
  const guint32 *others = other != NULL ? other->codes + start : NULL;

  if (others == NULL)
    for (gsize i = 0; i < n; i++)
      counts[codes[i]]++;
  else
    for (gsize i = 0; i < n; i++)
      counts[others[i] == other->n_distinct ? self->n_distinct : codes[i]]++;
}

/* From how often each value occurs to the rank of each value. */
static gsize
turn_into_ranks (guint32 *counts, guint32 n_distinct, gsize n, NsmWhole *squares)
{
  gint64 n_ranked = (gint64) n - counts[n_distinct], before = 0;
  NsmWhole sum = 0;

  for (guint32 code = 0; code < n_distinct; code++)
    {
      gint64 count = counts[code], rank = 2 * before + count - n_ranked;

      sum += (NsmWhole) (rank * rank) * count;
      counts[code] = (guint32) (gint32) rank;
      before += count;
    }
  counts[n_distinct] = 0;
  *squares = sum;
  return (gsize) n_ranked;
}

/**
 * nsm_rank:
 * @other: (nullable): rows without a value in it get no rank
 * @start: the first of the rows that are ranked
 * @n: how many are
 * @scratch: room for the distinct values and one more
 * @ranks: (out): @n mid-ranks, as twice their distance from the middle; 0 is missing
 * @squares: (out): the sum of their squares
 *
 * Returns: how many rows have a rank
 */
gsize
nsm_rank (const NsmCodes *self, const NsmCodes *other, gsize start, gsize n, guint32 *scratch,
          gint32 *ranks, NsmWhole *squares, NsmPulse *pulse)
{
  const guint32 *codes = self->codes + start;
  gsize n_ranked;

  *squares = 0;
  memset (scratch, 0, ((gsize) self->n_distinct + 1) * sizeof *scratch);
  for (gsize i = 0; i < n; i += NSM_PULSE_ROWS)
    {
      count_codes (self, other, start + i, MIN (NSM_PULSE_ROWS, n - i), scratch);
      if (!nsm_pulse_beat (pulse, 0))
        return 0;
    }
  n_ranked = turn_into_ranks (scratch, self->n_distinct, n, squares);
  NSM_PULSE_EACH (pulse, from, end, n)
    {
      for (gsize i = from; i < end; i++)
        ranks[i] = (gint32) scratch[codes[i]];
      for (gsize i = from; i < end && other != NULL; i++)
        ranks[i] = other->codes[start + i] == other->n_distinct ? 0 : ranks[i];
    }
  nsm_pulse_beat (pulse, n);
  return n_ranked;
}

NsmWhole
nsm_ranks_multiply (const gint32 *a, const gint32 *b, gsize n, NsmPulse *pulse)
{
  NsmWhole sum = 0;

  if (n >= MOST_ROWS_IN_64_BITS)
    {
      for (gsize i = 0; i < n; i++)
        sum += (gint64) a[i] * b[i];
      return sum;
    }
  for (gsize start = 0; start < n; start += PRODUCTS)
    {
      gsize end = MIN (n, start + PRODUCTS);
      gint64 part = 0;

      if (start % NSM_PULSE_ROWS == 0 && nsm_pulse_is_cancelled (pulse))
        return 0;
      for (gsize i = start; i < end; i++)
        part += (gint64) a[i] * b[i];
      sum += part;
    }
  nsm_pulse_beat (pulse, n);
  return sum;
}

/**
 * nsm_ranks_get_rho:
 *
 * Spearman's rho is Pearson's r of mid-ranks.
 *
 * Returns: NAN where a column doesn't vary
 */
double
nsm_ranks_get_rho (NsmWhole products, NsmWhole squares_a, NsmWhole squares_b)
{
  long double scale = sqrtl ((long double) squares_a) * sqrtl ((long double) squares_b);

  if (squares_a == 0 || squares_b == 0)
    return NAN;
  return (double) CLAMP ((long double) products / scale, -1.0L, 1.0L);
}

/**
 * nsm_spearman:
 *
 * Returns: Spearman's rho of the rows that have both; NAN of fewer than three rows and where
 *   a column doesn't vary
 */
double
nsm_spearman (const double *x, const double *y, gsize n)
{
  g_autoptr (NsmCodes) a = nsm_codes_new (x, n, NULL);
  g_autoptr (NsmCodes) b = nsm_codes_new (y, n, NULL);
  g_autofree guint32 *scratch = g_new (guint32, (gsize) MAX (a->n_distinct, b->n_distinct) + 1);
  g_autofree gint32 *ranks_a = g_new (gint32, MAX (n, 1));
  g_autofree gint32 *ranks_b = g_new (gint32, MAX (n, 1));
  NsmWhole squares_a, squares_b;
  gsize n_ranked = nsm_rank (a, b, 0, n, scratch, ranks_a, &squares_a, NULL);

  if (n_ranked < 3)
    return NAN;
  nsm_rank (b, a, 0, n, scratch, ranks_b, &squares_b, NULL);
  return nsm_ranks_get_rho (nsm_ranks_multiply (ranks_a, ranks_b, n, NULL), squares_a, squares_b);
}
