/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "evidence/table-private.h"

#define BLOCK (256 * 1024)
#define EXAMPLE_LENGTH 40

/* Rows */

/* A little more than the first rows let expect, and then half as much again. */
static gboolean
grow (NsmTablePart *self)
{
  NsmTableReading *reading = self->reading;
  NsmCsvSample *sample = reading->sample;
  gsize room = self->room + self->room / 2;
  gsize row_size = 0;

  if (self->room == 0)
    {
      gsize bytes = (gsize) (self->end - self->start);

      room = sample->n_rows > 0 && sample->n_bytes > 0
                 ? (gsize) ((double) bytes / ((double) sample->n_bytes / (double) sample->n_rows) *
                            1.02)
                 : 0;
      room = MIN (room, bytes) + 1024;
    }
  for (guint i = 0; i < reading->n_wishes; i++)
    row_size += reading->wishes[i].cells == NSM_CELLS_TEXT ? sizeof (guint32) : sizeof (double);
  if (!nsm_table_reading_take (reading, (room - self->room) * row_size))
    return FALSE;
  for (guint i = 0; i < reading->n_wishes; i++)
    {
      NsmTablePartColumn *column = &self->columns[i];
      gboolean is_text = reading->wishes[i].cells == NSM_CELLS_TEXT;
      gsize size = is_text ? sizeof (guint32) : sizeof (double);
      gpointer grown =
          nsm_table_array_resize (is_text ? (gpointer) column->codes : (gpointer) column->values,
                                  column->room * size, room * size);

      if (grown == NULL)
        return FALSE;
      if (is_text)
        column->codes = grown;
      else
        column->values = grown;
      column->room = room;
    }
  self->room = room;
  return TRUE;
}

static void
count_wrong (NsmTableWrong *wrong, const NsmCsvField *field, gsize line)
{
  if (wrong->n++ > 0)
    return;
  wrong->first = line;
  wrong->example = g_strndup (field->text, MIN (field->length, EXAMPLE_LENGTH * 4));
}

/* The two numbers of "03/04/2026", each 31 at most; a cell doesn't end with a NUL. */
static void
note_parts (NsmTablePartColumn *column, const NsmCsvField *field)
{
  guint parts[2] = { 0 }, n = 0;

  for (gsize i = 0; i < field->length && n < 2; i++)
    {
      if (g_ascii_isdigit (field->text[i]))
        parts[n] = (parts[n] * 10 + (guint) (field->text[i] - '0')) & 31;
      else
        n++;
    }
  column->first_parts |= 1u << parts[0];
  column->second_parts |= 1u << parts[1];
}

static double
read_date (NsmTablePartColumn *column, const NsmCsvField *field, gsize line)
{
  NsmCsvDateOrder order;
  double days, other;

  if (!nsm_csv_parse_date (field->text, field->length, &days, &other, &order))
    {
      if (nsm_csv_is_missing (field->text, field->length))
        column->n_missing++;
      else
        count_wrong (&column->wrong, field, line);
      return NAN;
    }
  switch (order)
    {
    case NSM_CSV_DATE_DAY_FIRST:
      count_wrong (&column->day_first, field, line);
      return days + 0.25;
    case NSM_CSV_DATE_MONTH_FIRST:
      count_wrong (&column->month_first, field, line);
      return days + 0.75;
    case NSM_CSV_DATE_EITHER:
      column->n_either++;
      note_parts (column, field);
      return days + 0.5;
    default:
      return days;
    }
}

static inline void
read_cell (NsmTablePart *self, guint wish, const NsmCsvField *field, gsize line)
{
  NsmTablePartColumn *column = &self->columns[wish];
  NsmCells cells = self->reading->wishes[wish].cells;
  double value = NAN;

  switch (cells)
    {
    case NSM_CELLS_TEXT:
      if (nsm_csv_is_missing (field->text, field->length))
        {
          column->n_missing++;
          column->codes[self->n_rows] = 0;
        }
      else
        column->codes[self->n_rows] =
            nsm_table_levels_add (&column->levels, field->text, field->length);
      return;
    case NSM_CELLS_DATE:
      column->values[self->n_rows] = read_date (column, field, line);
      return;
    case NSM_CELLS_EMPTY:
    case NSM_CELLS_NUMBER:
    case NSM_CELLS_TRUTH:
    default:
      if (!(cells == NSM_CELLS_TRUTH
                ? nsm_csv_parse_truth (field->text, field->length, &value)
                : nsm_csv_parse_number (field->text, field->length,
                                        self->reading->sample->format.decimal, &value)))
        {
          value = NAN;
          if (nsm_csv_is_missing (field->text, field->length))
            column->n_missing++;
          else
            count_wrong (&column->wrong, field, line);
        }
      column->values[self->n_rows] = value;
      return;
    }
}

static gboolean
on_row (const NsmCsvField *fields, guint n_fields, gsize line, gpointer user_data)
{
  NsmTablePart *self = user_data;
  NsmTableReading *reading = self->reading;

  if (self->skip_rows > 0)
    {
      self->skip_rows--;
      return TRUE;
    }
  if (n_fields != reading->sample->names->len)
    {
      NsmTableBadRow bad = { line, n_fields };

      if (self->n_bad++ < NSM_TABLE_PROBLEMS)
        g_array_append_val (self->bad, bad);
      return TRUE;
    }
  if (self->n_rows == self->room && !grow (self))
    {
      self->too_large = TRUE;
      return FALSE;
    }
  for (guint i = 0; i < reading->n_wishes; i++)
    read_cell (self, i, &fields[reading->positions[i]], line);
  self->n_rows++;
  return TRUE;
}

/* Reading */

static gboolean
check_levels (NsmTablePart *self)
{
  gsize memory = 0;

  for (guint i = 0; i < self->reading->n_wishes; i++)
    memory += nsm_table_levels_get_memory (&self->columns[i].levels);
  if (memory > self->levels_memory &&
      !nsm_table_reading_take (self->reading, memory - self->levels_memory))
    {
      self->too_large = TRUE;
      return FALSE;
    }
  self->levels_memory = MAX (memory, self->levels_memory);
  return TRUE;
}

static void
run_plain (NsmTablePart *self, char *block)
{
  NsmTableReading *reading = self->reading;

  while (self->at < self->end && !nsm_table_reading_is_stopped (reading))
    {
      gsize wanted = (gsize) MIN (BLOCK, self->end - self->at);
      gssize n = nsm_csv_file_read (reading->file, block, wanted, self->at, &self->error);

      if (n <= 0)
        return;
      self->at += n;
      g_atomic_pointer_add (&reading->done, n);
      if (!nsm_csv_splitter_feed (&self->splitter, block, (gsize) n) || !check_levels (self))
        return;
    }
  if (self->is_last && self->at >= self->end)
    nsm_csv_splitter_finish (&self->splitter);
}

static void
run_stream (NsmTablePart *self, char *block)
{
  NsmTableReading *reading = self->reading;
  NsmCsvSample *sample = reading->sample;
  g_autoptr (NsmCsvStream) stream =
      nsm_csv_stream_new (reading->file, sample->format.encoding, &self->error);
  gsize skip = sample->skip;
  gssize n = -1;

  while (stream != NULL && !nsm_table_reading_is_stopped (reading) &&
         (n = nsm_csv_stream_read (stream, block, BLOCK, &self->error)) > 0)
    {
      gsize skipped = MIN (skip, (gsize) n);
      goffset position = nsm_csv_stream_get_position (stream);

      skip -= skipped;
      g_atomic_pointer_add (&reading->done, position - self->at);
      self->at = position;
      if (!nsm_csv_splitter_feed (&self->splitter, block + skipped, (gsize) n - skipped) ||
          !check_levels (self))
        return;
    }
  if (n == 0)
    {
      self->has_trailing_garbage = nsm_csv_stream_has_trailing_garbage (stream);
      nsm_csv_splitter_finish (&self->splitter);
    }
}

/* Reads from where it is to @end. What goes wrong is in @error, @too_large, the splitter's
 * trouble. */
void
nsm_table_part_run (NsmTablePart *self)
{
  g_autofree char *block = g_malloc (BLOCK);

  if (nsm_csv_sample_is_plain (self->reading->sample, self->reading->file))
    run_plain (self, block);
  else
    run_stream (self, block);
}

NsmTablePart *
nsm_table_part_new (NsmTableReading *reading, goffset start, goffset end, gboolean is_last)
{
  NsmTablePart *self = g_new0 (NsmTablePart, 1);

  self->reading = reading;
  self->start = start;
  self->end = end;
  self->at = start;
  self->is_last = is_last;
  self->columns = g_new0 (NsmTablePartColumn, MAX (1, reading->n_wishes));
  self->bad = g_array_new (FALSE, FALSE, sizeof (NsmTableBadRow));
  nsm_csv_splitter_init (&self->splitter, &reading->sample->format, reading->sample->newline,
                         on_row, self);
  return self;
}

void
nsm_table_part_free (NsmTablePart *self)
{
  for (guint i = 0; i < self->reading->n_wishes; i++)
    {
      NsmTablePartColumn *column = &self->columns[i];

      nsm_table_array_free (column->values, column->room * sizeof (double));
      nsm_table_array_free (column->codes, column->room * sizeof (guint32));
      nsm_table_levels_clear (&column->levels);
      g_free (column->wrong.example);
      g_free (column->day_first.example);
      g_free (column->month_first.example);
    }
  g_free (self->columns);
  g_array_unref (self->bad);
  nsm_csv_splitter_clear (&self->splitter);
  g_clear_error (&self->error);
  g_free (self);
}
