/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "evidence/csv-private.h"

/* Lines are found here, so that their numbers are known; rows and quotes are libcsv's matter.
 * A line where quotes, if any, stand around whole fields is what libcsv would make of it by
 * splitting at the delimiters and trimming, so those are split in place. The tests compare both
 * ways. */

static void
on_field (void *text, size_t length, void *data)
{
  NsmCsvSplitter *self = data;
  NsmCsvField field = { GSIZE_TO_POINTER (self->cells->len), length };

  if (length > 0)
    g_byte_array_append (self->cells, text, (guint) length);
  g_array_append_val (self->fields, field);
  self->n_fields++;
  self->field_ended = TRUE;
}

static void
on_row (int character, void *data)
{
  NsmCsvSplitter *self = data;

  /* A return within the line ends a row, but not the line. */
  self->at_row_end = character == self->newline;
  if (self->n_fields > 0 && !self->stopped)
    {
      NsmCsvField *fields = (NsmCsvField *) (void *) self->fields->data;

      for (guint i = 0; i < self->n_fields; i++)
        fields[i].text = (const char *) self->cells->data + GPOINTER_TO_SIZE (fields[i].text);
      self->stopped = !self->func (fields, self->n_fields, self->row_line, self->user_data);
    }
  g_byte_array_set_size (self->cells, 0);
  g_array_set_size (self->fields, 0);
  self->n_fields = 0;
  self->row_line = self->n_lines;
}

/* Lines are counted from 1. @func gets fields that are valid while it runs. */
void
nsm_csv_splitter_init (NsmCsvSplitter *self, const NsmCsvFormat *format, char newline,
                       NsmCsvRowFunc func, gpointer user_data)
{
  *self = (NsmCsvSplitter){ .delimiter = format->delimiter,
                            .quote = format->quote,
                            .newline = newline,
                            .other_newline = newline == '\n' ? '\r' : '\n',
                            .func = func,
                            .user_data = user_data };
  csv_init (&self->parser, CSV_REPALL_NL);
  csv_set_delim (&self->parser, (unsigned char) format->delimiter);
  /* No text has a NUL byte, so there it quotes nothing. */
  csv_set_quote (&self->parser, (unsigned char) format->quote);
  csv_set_blk_size (&self->parser, 4096);
  self->carry = g_byte_array_new ();
  /* With room from the start: an empty field of an empty row points somewhere, too. */
  self->cells = g_byte_array_sized_new (256);
  self->fields = g_array_new (FALSE, FALSE, sizeof (NsmCsvField));
}

static inline gboolean
is_blank (char character, char delimiter)
{
  return (character == ' ' || character == '\t') && character != delimiter;
}

/* The field from @line to @stop, and the delimiter behind it at @next or NULL. FALSE where a quote
 * does anything but stand around a whole field. */
static inline gboolean
find_field (NsmCsvSplitter *self, const char **line, const char *end, gboolean has_quotes,
            const char **stop, const char **next)
{
  char delimiter = self->delimiter;
  const char *at = *line;

  while (at < end && is_blank (*at, delimiter))
    at++;
  if (has_quotes && at < end && *at == self->quote)
    {
      *line = at + 1;
      *stop = memchr (at + 1, self->quote, (gsize) (end - at - 1));
      if (*stop == NULL || (*stop + 1 < end && (*stop)[1] != delimiter))
        return FALSE;
      *next = *stop + 1 < end ? *stop + 1 : NULL;
      return TRUE;
    }
  *line = at;
  *next = memchr (at, delimiter, (gsize) (end - at));
  *stop = *next != NULL ? *next : end;
  if (has_quotes && memchr (at, self->quote, (gsize) (*stop - at)) != NULL)
    return FALSE;
  while (*stop > at && is_blank ((*stop)[-1], delimiter))
    *stop -= 1;
  return TRUE;
}

static gboolean
split_in_place (NsmCsvSplitter *self, const char *line, const char *end, gboolean has_quotes)
{
  NsmCsvField *fields = (NsmCsvField *) (void *) self->fields->data;
  guint size = self->fields->len;
  guint n = 0;

  while (line < end && is_blank (*line, self->delimiter))
    line++;
  if (line == end)
    return TRUE;
  for (const char *next, *stop;; line = next + 1)
    {
      if (!find_field (self, &line, end, has_quotes, &stop, &next))
        return FALSE;
      if (n == size)
        {
          size = MAX (64, size * 2);
          g_array_set_size (self->fields, size);
          fields = (NsmCsvField *) (void *) self->fields->data;
        }
      fields[n].text = line;
      fields[n++].length = (gsize) (stop - line);
      if (next == NULL)
        break;
    }
  self->stopped = !self->func (fields, n, self->n_lines, self->user_data);
  return TRUE;
}

static void
set_trouble (NsmCsvSplitter *self, NsmCsvError code, gsize line)
{
  self->trouble.code = code;
  self->trouble.line = line;
  self->stopped = TRUE;
}

static void
parse (NsmCsvSplitter *self, const char *line, gsize length)
{
  if (!self->is_open)
    {
      g_array_set_size (self->fields, 0);
      self->row_line = self->n_lines;
      self->field_line = self->n_lines;
      self->open_size = 0;
    }
  self->at_row_end = FALSE;
  self->field_ended = FALSE;
  if (csv_parse (&self->parser, line, length, on_field, on_row, self) != length)
    {
      set_trouble (self, NSM_CSV_ERROR_TOO_LARGE, self->n_lines);
      return;
    }
  self->is_open = !self->at_row_end;
  if (self->field_ended)
    self->field_line = self->n_lines;
  self->open_size += length;
  if (self->is_open && self->open_size > NSM_CSV_MAX_ROW)
    set_trouble (self, NSM_CSV_ERROR_QUOTE, self->field_line);
}

/* A line with the newline at its end, or the last one, without. */
static void
take_line (NsmCsvSplitter *self, const char *line, gsize length, gboolean may_have_quotes)
{
  gboolean has_quotes = may_have_quotes && memchr (line, self->quote, length) != NULL;
  gsize inner = length;

  self->n_lines++;
  if (inner > 0 && line[inner - 1] == self->newline)
    inner--;
  if (inner > 0 && line[inner - 1] == self->other_newline)
    inner--;
  if (self->is_open || self->only_libcsv || memchr (line, self->other_newline, inner) != NULL ||
      !split_in_place (self, line, line + inner, has_quotes))
    parse (self, line, length);
}

static gsize
count_lines (const char *text, const char *end, char newline)
{
  gsize n = 0;

  while ((text = memchr (text, newline, (gsize) (end - text))) != NULL)
    {
      n++;
      text++;
    }
  return n;
}

/* Any piece of the text after the one before. Returns FALSE where it was stopped, or there is
 * trouble. */
gboolean
nsm_csv_splitter_feed (NsmCsvSplitter *self, const char *text, gsize length)
{
  const char *end = text + length;
  const char *nul = length > 0 ? memchr (text, '\0', length) : NULL;
  gboolean may_have_quotes;

  if (length == 0)
    return !self->stopped;
  if (nul != NULL)
    {
      set_trouble (self, NSM_CSV_ERROR_NOT_TEXT,
                   self->n_lines + 1 + count_lines (text, nul, self->newline));
      return FALSE;
    }
  may_have_quotes =
      self->quote != 0 && (self->carry->len > 0 || memchr (text, self->quote, length) != NULL);
  while (text < end && !self->stopped)
    {
      const char *newline = memchr (text, self->newline, (gsize) (end - text));
      const char *next = newline != NULL ? newline + 1 : end;

      if (newline != NULL && self->carry->len == 0)
        take_line (self, text, (gsize) (next - text), may_have_quotes);
      else
        {
          g_byte_array_append (self->carry, (const guint8 *) text, (guint) (next - text));
          if (self->carry->len > NSM_CSV_MAX_ROW)
            set_trouble (self, NSM_CSV_ERROR_TOO_LARGE, self->n_lines + 1);
          else if (newline != NULL)
            {
              take_line (self, (const char *) self->carry->data, self->carry->len, may_have_quotes);
              g_byte_array_set_size (self->carry, 0);
            }
        }
      text = next;
    }
  return !self->stopped;
}

/* Would the next byte begin a row? */
gboolean
nsm_csv_splitter_is_at_row_end (NsmCsvSplitter *self)
{
  return self->carry->len == 0 && !self->is_open;
}

/* The text is over. */
gboolean
nsm_csv_splitter_finish (NsmCsvSplitter *self)
{
  if (self->stopped)
    return FALSE;
  if (self->carry->len > 0)
    take_line (self, (const char *) self->carry->data, self->carry->len, self->quote != 0);
  g_byte_array_set_size (self->carry, 0);
  /* Only here: within the text it would find fault with quotes in the middle of a field. */
  csv_set_opts (&self->parser, CSV_REPALL_NL | CSV_STRICT | CSV_STRICT_FINI);
  if (!self->stopped && csv_fini (&self->parser, on_field, on_row, self) != 0)
    set_trouble (self, NSM_CSV_ERROR_QUOTE, self->field_line);
  self->is_open = FALSE;
  return !self->stopped;
}

void
nsm_csv_splitter_clear (NsmCsvSplitter *self)
{
  csv_free (&self->parser);
  g_clear_pointer (&self->carry, g_byte_array_unref);
  g_clear_pointer (&self->cells, g_byte_array_unref);
  g_clear_pointer (&self->fields, g_array_unref);
}
