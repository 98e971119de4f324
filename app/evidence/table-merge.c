/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "evidence/table-private.h"

#define EXAMPLE_LENGTH 40

static gsize
lines_before (NsmTableReading *reading, GPtrArray *parts, guint n)
{
  gsize lines = reading->sample->lines_before;

  for (guint i = 0; i < n; i++)
    lines += ((NsmTablePart *) g_ptr_array_index (parts, i))->splitter.n_lines;
  return lines;
}

/* Wrong cells */

static char *
shorten (const char *text)
{
  g_autofree char *valid = nsm_csv_dup_utf8 (text, strlen (text));
  g_autofree char *start = NULL;

  if (g_utf8_strlen (valid, -1) <= EXAMPLE_LENGTH)
    return g_steal_pointer (&valid);
  start = g_utf8_substring (valid, 0, EXAMPLE_LENGTH - 1);
  return g_strconcat (start, "…", NULL);
}

static void
add_wrong (NsmTableColumn *column, const NsmTableWrong *wrong, gsize lines)
{
  if (wrong->n == 0)
    return;
  column->n_wrong += wrong->n;
  if (column->first_wrong != 0 && column->first_wrong <= wrong->first + lines)
    return;
  column->first_wrong = wrong->first + lines;
  g_free (column->wrong_example);
  column->wrong_example = shorten (wrong->example);
}

/* Numbers */

static gboolean
join_values (NsmTable *self, NsmTableColumn *column, GPtrArray *parts, guint position)
{
  gsize done = 0;

  for (guint i = 0; i < parts->len; i++)
    {
      NsmTablePart *part = g_ptr_array_index (parts, i);
      NsmTablePartColumn *piece = &part->columns[position];

      if (i == 0)
        {
          column->values = nsm_table_array_resize (piece->values, piece->room * sizeof (double),
                                                   self->n_rows * sizeof (double));
          if (column->values == NULL)
            return FALSE;
          piece->values = NULL;
        }
      else if (part->n_rows > 0)
        memcpy (column->values + done, piece->values, part->n_rows * sizeof (double));
      nsm_table_array_free (g_steal_pointer (&piece->values), piece->room * sizeof (double));
      done += part->n_rows;
    }
  return TRUE;
}

/* Dates */

static double
swap_day_and_month (double days)
{
  GDate date;
  GDateMonth month;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) (days + 719163));
  month = g_date_get_month (&date);
  g_date_set_dmy (&date, (GDateDay) month, (GDateMonth) g_date_get_day (&date),
                  g_date_get_year (&date));
  return (double) g_date_get_julian (&date) - 719163;
}

static gboolean
is_one_bit (guint bits)
{
  return bits != 0 && (bits & (bits - 1)) == 0;
}

/* All values are looked at: one 31 says which number is the day. Where none does, the one that
 * never changes is the day of the first of the month. */
static gboolean
decide_month_first (NsmTable *self, NsmTableColumn *column, GPtrArray *parts, guint position,
                    gsize *n_slashed)
{
  gsize n_day = 0, n_month = 0, n_either = 0;
  guint first = 0, second = 0;
  gboolean month_first;
  g_autofree char *problem = NULL;

  for (guint i = 0; i < parts->len; i++)
    {
      NsmTablePartColumn *piece =
          &((NsmTablePart *) g_ptr_array_index (parts, i))->columns[position];

      n_day += piece->day_first.n;
      n_month += piece->month_first.n;
      n_either += piece->n_either;
      first |= piece->first_parts;
      second |= piece->second_parts;
    }
  *n_slashed = n_day + n_month + n_either;
  if (n_day + n_month > 0 || n_either == 0)
    return n_month > n_day;
  month_first = is_one_bit (second) && !is_one_bit (first);
  problem = g_strdup_printf (month_first
                             ? _("The dates of “%s” could have the day or the month first: they "
                                   "were read as month/day/year.")
                             : _("The dates of “%s” could have the day or the month first: they "
                                   "were read as day/month/year."),
                                  column->name);
  g_ptr_array_add (self->problems, g_steal_pointer (&problem));
  return month_first;
}

static void
settle_dates (NsmTable *self, NsmTableReading *reading, NsmTableColumn *column, GPtrArray *parts,
              guint position)
{
  gsize n_slashed;
  gboolean month_first = decide_month_first (self, column, parts, position, &n_slashed);

  if (n_slashed == 0)
    return;
  for (guint i = 0; i < parts->len; i++)
    {
      NsmTablePartColumn *piece =
          &((NsmTablePart *) g_ptr_array_index (parts, i))->columns[position];

      add_wrong (column, month_first ? &piece->day_first : &piece->month_first,
                 lines_before (reading, parts, i));
    }
  for (gsize i = 0; i < self->n_rows; i++)
    {
      double days = floor (column->values[i]);
      double mark = column->values[i] - days;

      if (mark == 0.5)
        column->values[i] = month_first ? swap_day_and_month (days) : days;
      else if (mark == 0.25 || mark == 0.75)
        column->values[i] = (mark == 0.75) == month_first ? days : NAN;
    }
}

/* Texts */

static void
take_levels (NsmTable *self, NsmTableColumn *column, NsmTableLevels *levels)
{
  gboolean is_utf8 = TRUE;

  column->levels = g_ptr_array_new_full (levels->n, g_free);
  for (guint32 code = 1; code <= levels->n; code++)
    {
      gsize length;
      const char *text = nsm_table_levels_get (levels, code, &length);

      is_utf8 = is_utf8 && g_utf8_validate_len (text, length, NULL);
      g_ptr_array_add (column->levels, nsm_csv_dup_utf8 (text, length));
    }
  if (!is_utf8)
    g_ptr_array_add (self->problems,
                     g_strdup_printf (_("Some cells of “%s” aren’t UTF-8: they were read as "
                                        "Windows-1252."),
                                         column->name));
}

static gboolean
join_codes (NsmTable *self, NsmTableColumn *column, GPtrArray *parts, guint position)
{
  NsmTableLevels *all = &((NsmTablePart *) g_ptr_array_index (parts, 0))->columns[position].levels;
  gsize done = 0;

  for (guint i = 0; i < parts->len; i++)
    {
      NsmTablePart *part = g_ptr_array_index (parts, i);
      NsmTablePartColumn *piece = &part->columns[position];

      if (i == 0)
        {
          column->codes = nsm_table_array_resize (piece->codes, piece->room * sizeof (guint32),
                                                  self->n_rows * sizeof (guint32));
          if (column->codes == NULL)
            return FALSE;
          piece->codes = NULL;
        }
      else
        {
          g_autofree guint32 *map = g_new0 (guint32, (gsize) piece->levels.n + 1);

          for (guint32 code = 1; code <= piece->levels.n; code++)
            {
              gsize length;
              const char *text = nsm_table_levels_get (&piece->levels, code, &length);

              map[code] = nsm_table_levels_add (all, text, length);
            }
          for (gsize row = 0; row < part->n_rows; row++)
            column->codes[done + row] = map[piece->codes[row]];
          nsm_table_levels_clear (&piece->levels);
          nsm_table_array_free (g_steal_pointer (&piece->codes), piece->room * sizeof (guint32));
        }
      done += part->n_rows;
    }
  take_levels (self, column, all);
  nsm_table_levels_clear (all);
  return TRUE;
}

/* Rows of uneven length */

static void
add_bad_rows (NsmTable *self, NsmTableReading *reading, GPtrArray *parts)
{
  for (guint i = 0; i < parts->len; i++)
    {
      NsmTablePart *part = g_ptr_array_index (parts, i);
      gsize lines = lines_before (reading, parts, i);

      self->n_bad_rows += part->n_bad;
      for (guint j = 0; j < part->bad->len && self->problems->len < NSM_TABLE_PROBLEMS; j++)
        {
          NsmTableBadRow *bad = &g_array_index (part->bad, NsmTableBadRow, j);
          g_autofree char *line = g_strdup_printf ("%" G_GSIZE_FORMAT, bad->line + lines);

          g_ptr_array_add (
              self->problems,
              g_strdup_printf (ngettext ("Line %s has %u cell rather than %u: kept out.",
                                         "Line %s has %u cells rather than %u: kept out.",
                                         bad->n_cells),
                               line, bad->n_cells, reading->sample->names->len));
        }
    }
}

/* Returns FALSE where there isn't the memory. */
gboolean
nsm_table_merge (NsmTable *self, NsmTableReading *reading, GPtrArray *parts)
{
  for (guint i = 0; i < parts->len; i++)
    {
      NsmTablePart *part = g_ptr_array_index (parts, i);

      self->n_rows += part->n_rows;
      if (part->has_trailing_garbage)
        g_ptr_array_add (self->problems,
                         g_strdup (_("After the end of the packed file there is something else: "
                                     "it was left out.")));
    }
  for (guint position = 0; position < reading->n_wishes; position++)
    {
      NsmTableColumn *column = &self->columns[position];
      gboolean is_text = column->cells == NSM_CELLS_TEXT;

      for (guint i = 0; i < parts->len; i++)
        {
          NsmTablePart *part = g_ptr_array_index (parts, i);

          column->n_missing += part->columns[position].n_missing;
          add_wrong (column, &part->columns[position].wrong, lines_before (reading, parts, i));
        }
      if (!(is_text ? join_codes (self, column, parts, position)
                    : join_values (self, column, parts, position)))
        return FALSE;
      if (column->cells == NSM_CELLS_DATE)
        settle_dates (self, reading, column, parts, position);
    }
  add_bad_rows (self, reading, parts);
  return TRUE;
}
