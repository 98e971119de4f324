/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence/sort.h"

#include <string.h>

#define DIGIT_BITS 11
#define N_BUCKETS (1 << DIGIT_BITS)
#define N_DIGITS 3 /* of 11, 11 and 10 bits */
/* Shorter stretches are sorted by comparing. */
#define FEW 2048

static guint
get_digit (NsmEntry64 entry, guint digit)
{
  return (guint) (entry >> (32 + digit * DIGIT_BITS)) & (N_BUCKETS - 1);
}

/* Moves all entries to where their digit wants them, keeping the order of equals. */
static gboolean
scatter (const NsmEntry64 *from, NsmEntry64 *to, gsize n, guint digit, guint32 *counts,
         NsmPulse *pulse)
{
  guint32 place = 0;

  for (guint i = 0; i < N_BUCKETS; i++)
    {
      guint32 count = counts[i];

      counts[i] = place;
      place += count;
    }
  NSM_PULSE_EACH (pulse, start, end, n)
    for (gsize i = start; i < end; i++)
      to[counts[get_digit (from[i], digit)]++] = from[i];
  return !nsm_pulse_is_cancelled (pulse);
}

/**
 * nsm_sort_entries:
 * @spare: room for @n entries
 *
 * Sorts by key, least significant digit first; a digit that all keys share is passed over.
 *
 * Returns: FALSE if it was cancelled
 */
gboolean
nsm_sort_entries (NsmEntry64 *entries, NsmEntry64 *spare, gsize n, NsmPulse *pulse)
{
  guint32 (*counts)[N_BUCKETS];
  NsmEntry64 *from = entries, *to = spare;
  gboolean finished;

  if (n < 2)
    return TRUE;
  counts = g_malloc0 (N_DIGITS * sizeof *counts);
  NSM_PULSE_EACH (pulse, start, end, n)
    for (gsize i = start; i < end; i++)
      for (guint digit = 0; digit < N_DIGITS; digit++)
        counts[digit][get_digit (entries[i], digit)]++;
  finished = !nsm_pulse_is_cancelled (pulse);
  for (guint digit = 0; digit < N_DIGITS && finished; digit++)
    {
      NsmEntry64 *swap = from;

      if (counts[digit][get_digit (from[0], digit)] == n)
        continue;
      finished = scatter (from, to, n, digit, counts[digit], pulse);
      from = to;
      to = swap;
    }
  if (from != entries)
    memcpy (entries, from, n * sizeof *entries);
  g_free (counts);
  return finished;
}

/* Bits that sort as whole numbers do in the order of the values; both zeros are one. */
static guint64
get_order (double value)
{
  guint64 bits;

  value += 0.0;
  memcpy (&bits, &value, sizeof bits);
  return bits >> 63 != 0 ? ~bits : bits | (guint64) 1 << 63;
}

static int
compare_values (gconstpointer a, gconstpointer b, gpointer data)
{
  const double *values = data;
  double x = values[NSM_ENTRY_ROW (*(const NsmEntry64 *) a)];
  double y = values[NSM_ENTRY_ROW (*(const NsmEntry64 *) b)];

  return (x > y) - (x < y);
}

/* Sorts entries whose keys were too coarse to tell them apart. */
static gboolean
sort_stretch (const double *values, NsmEntry64 *entries, NsmEntry64 *spare, gsize n,
              NsmPulse *pulse)
{
  if (n == 2)
    {
      if (compare_values (&entries[0], &entries[1], (gpointer) values) > 0)
        {
          NsmEntry64 first = entries[0];

          entries[0] = entries[1];
          entries[1] = first;
        }
      return TRUE;
    }
  if (n >= FEW)
    return nsm_sort_rows (values, entries, spare, n, pulse);
  g_qsort_with_data (entries, (gint) n, sizeof *entries, compare_values, (gpointer) values);
  return TRUE;
}

/**
 * nsm_sort_rows:
 * @values: of all rows; those of the entries aren't NAN
 * @entries: the rows to sort; their keys are overwritten
 * @spare: room for @n entries
 *
 * Sorts rows by value. The keys are the upper 32 bits of what lies between the smallest and
 * the largest value; the few rows that share a key are then sorted among themselves.
 *
 * Returns: FALSE if it was cancelled
 */
gboolean
nsm_sort_rows (const double *values, NsmEntry64 *entries, NsmEntry64 *spare, gsize n,
               NsmPulse *pulse)
{
  guint64 low = G_MAXUINT64, high = 0;
  guint shift = 0;

  NSM_PULSE_EACH (pulse, start, end, n)
    for (gsize i = start; i < end; i++)
      {
        guint64 order = get_order (values[NSM_ENTRY_ROW (entries[i])]);

        low = MIN (low, order);
        high = MAX (high, order);
      }
  while (high > low && (high - low) >> shift > G_MAXUINT32)
    shift++;
  NSM_PULSE_EACH (pulse, start, end, n)
    for (gsize i = start; i < end; i++)
      {
        guint32 row = NSM_ENTRY_ROW (entries[i]);

        entries[i] = NSM_ENTRY ((get_order (values[row]) - low) >> shift, row);
      }
  if (nsm_pulse_is_cancelled (pulse) || !nsm_sort_entries (entries, spare, n, pulse))
    return FALSE;
  if (shift == 0)
    return TRUE;
  for (gsize start = 0, end; start < n; start = end)
    {
      guint32 key = NSM_ENTRY_KEY (entries[start]);

      if (start % NSM_PULSE_ROWS == 0 && nsm_pulse_is_cancelled (pulse))
        return FALSE;
      for (end = start + 1; end < n && NSM_ENTRY_KEY (entries[end]) == key; end++)
        ;
      if (end - start > 1 &&
          !sort_stretch (values, entries + start, spare + start, end - start, pulse))
        return FALSE;
    }
  return TRUE;
}
