/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "evidence/bins.h"
#include "model/evidence.h"

#define MOST_FIELDS 12
#define OUTSIDE MOST_FIELDS

/* One side of the grid. */
typedef struct
{
  guint n;
  double edges[MOST_FIELDS + 1];
  guint8 *field_of; /* of each distinct value; OUTSIDE: in none */
} Side;

/* The value of which so many rows are below or at it. */
static double
find_value (const NsmCodes *codes, const guint32 *counts, gsize rows)
{
  gsize before = 0;

  for (guint32 code = 0; code < codes->n_distinct; code++)
    {
      before += counts[code];
      if (before >= rows)
        return codes->values[code];
    }
  return NAN;
}

/* Few values, such as 0 and 1, get a field each, with the value in its middle. */
static gboolean
split_by_value (Side *side, const NsmCodes *codes, const guint32 *counts, guint most)
{
  double values[MOST_FIELDS];
  guint n = 0;

  for (guint32 code = 0; code < codes->n_distinct; code++)
    if (counts[code] >= NSM_BIN_ROWS)
      {
        if (n == most)
          return FALSE;
        values[n] = codes->values[code];
        n++;
      }
    else if (counts[code] > 0)
      return FALSE;
  if (n < 2)
    return FALSE;
  side->n = n;
  side->edges[0] = values[0] - (values[1] - values[0]) / 2;
  side->edges[n] = values[n - 1] + (values[n - 1] - values[n - 2]) / 2;
  for (guint i = 1; i < n; i++)
    side->edges[i] = (values[i - 1] + values[i]) / 2;
  return TRUE;
}

/* 0.1 three times is 0.3. */
static double
tidy (double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  return g_ascii_strtod (g_ascii_formatd (text, sizeof text, "%.12g", value), NULL);
}

/* Else fields of one width, of a round number, from about the hundredth part of the rows to
 * the ninety-ninth, so that one far row doesn't press all others into a corner. */
static void
split_evenly (Side *side, const NsmCodes *codes, const guint32 *counts, gsize n, guint most)
{
  gsize outer = MAX (NSM_BIN_ROWS, n / 100);
  double low = find_value (codes, counts, outer);
  double high = find_value (codes, counts, n - outer + 1);
  double width, start;

  if (!(high > low))
    {
      side->n = 0;
      return;
    }
  width = nsm_round_edge ((high - low) / most, (high - low) / most * 1.5);
  start = floor (low / width) * width;
  side->n = (guint) MIN (most, floor ((high - start) / width) + 1);
  for (guint i = 0; i <= side->n; i++)
    side->edges[i] = tidy (start + i * width);
}

static void
fill_side (Side *side, const NsmCodes *codes, const guint32 *counts, gsize n)
{
  guint most = (guint) CLAMP (sqrt ((double) n / NSM_BIN_ROWS), 2, MOST_FIELDS);
  guint field = 0;

  if (!split_by_value (side, codes, counts, MOST_FIELDS))
    split_evenly (side, codes, counts, n, most);
  side->field_of = g_new (guint8, (gsize) codes->n_distinct + 1);
  for (guint32 code = 0; code < codes->n_distinct; code++)
    {
      double value = codes->values[code];

      while (field < side->n && value >= side->edges[field + 1])
        field++;
      side->field_of[code] =
          field < side->n && value >= side->edges[field] ? (guint8) field : OUTSIDE;
    }
  side->field_of[codes->n_distinct] = OUTSIDE;
}

static gboolean
count_fields (const Side *sides, const NsmCodes *x, const NsmCodes *y,
              gsize (*counts)[MOST_FIELDS + 1], NsmPulse *pulse)
{
  for (gsize i = 0; i < x->n; i++)
    {
      if (i % NSM_PULSE_ROWS == 0 && !nsm_pulse_beat (pulse, 0))
        return FALSE;
      counts[sides[0].field_of[x->codes[i]]][sides[1].field_of[y->codes[i]]]++;
    }
  return TRUE;
}

/**
 * nsm_grid_new:
 *
 * Counts the rows in the fields of a scatter, at most twelve by twelve. Fields of fewer than
 * NSM_BIN_ROWS rows are left out, and so are rows beyond the outer hundredths.
 *
 * Returns: (transfer full): NsmPairCell
 */
GArray *
nsm_grid_new (const NsmCodes *x, const guint32 *counts_x, const NsmCodes *y,
              const guint32 *counts_y, NsmPulse *pulse)
{
  GArray *result = g_array_new (FALSE, FALSE, sizeof (NsmPairCell));
  gsize counts[MOST_FIELDS + 1][MOST_FIELDS + 1] = { 0 };
  gsize n = x->n - counts_x[x->n_distinct];
  Side sides[2] = { 0 };

  if (n < 2 * NSM_BIN_ROWS)
    return result;
  fill_side (&sides[0], x, counts_x, n);
  fill_side (&sides[1], y, counts_y, n);
  if (count_fields (sides, x, y, counts, pulse))
    for (guint i = 0; i < sides[0].n; i++)
      for (guint j = 0; j < sides[1].n; j++)
        if (counts[i][j] >= NSM_BIN_ROWS)
          {
            NsmPairCell cell = { sides[0].edges[i], sides[0].edges[i + 1], sides[1].edges[j],
                                 sides[1].edges[j + 1], (double) counts[i][j] };

            g_array_append_val (result, cell);
          }
  g_free (sides[0].field_of);
  g_free (sides[1].field_of);
  return result;
}
