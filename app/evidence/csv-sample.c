/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "evidence/csv-private.h"

#define BLOCK (64 * 1024)
#define ENOUGH_LINES 100
#define MOST_BYTES (4 * 1024 * 1024)
#define MOST_CELLS 300000
#define MOST_ROWS 1000
#define ROWS_ELSEWHERE 500

#define MARK "\xef\xbb\xbf"

/* Reads until there are enough lines of @newline to tell something from. */
static GByteArray *
read_beginning (NsmCsvFile *file, const char *encoding, gboolean *is_whole,
                GCancellable *cancellable, GError **error)
{
  g_autoptr (NsmCsvStream) stream = nsm_csv_stream_new (file, encoding, error);
  g_autoptr (GByteArray) text = g_byte_array_new ();
  g_autofree char *block = g_malloc (BLOCK);
  gsize n_ends = 0;

  *is_whole = FALSE;
  while (stream != NULL && !g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      gssize n = nsm_csv_stream_read (stream, block, BLOCK, error);

      if (n < 0)
        return NULL;
      g_byte_array_append (text, (const guint8 *) block, (guint) n);
      for (gssize i = 0; i < n; i++)
        n_ends += block[i] == '\n' || block[i] == '\r';
      *is_whole = n == 0;
      /* A line may be long, but not without end. */
      if (n == 0 || (text->len >= BLOCK && n_ends >= ENOUGH_LINES) ||
          text->len >= (n_ends > 0 ? MOST_BYTES : NSM_CSV_MAX_ROW + 1))
        return g_steal_pointer (&text);
    }
  return NULL;
}

static gboolean
set_encoding (NsmCsvSample *self, NsmCsvFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) bytes = NULL;
  gboolean is_whole;

  if (self->format.encoding[0] != '\0')
    return TRUE;
  bytes = read_beginning (file, NULL, &is_whole, cancellable, error);
  if (bytes == NULL)
    return FALSE;
  nsm_csv_guess_encoding (bytes->data, bytes->len, is_whole, self->format.encoding,
                          sizeof self->format.encoding);
  return TRUE;
}

/* A byte-order mark, and the line by which some spreadsheets say what the delimiter is. */
static void
skip_preamble (NsmCsvSample *self, GByteArray *text)
{
  const char *at;
  gsize rest;

  if (text->len >= 3 && memcmp (text->data, MARK, 3) == 0)
    self->skip = 3;
  at = (const char *) text->data + self->skip;
  rest = text->len - self->skip;
  if (rest < 6 || g_ascii_strncasecmp (at, "sep=", 4) != 0 || (at[5] != '\r' && at[5] != '\n'))
    return;
  if (self->format.delimiter == 0 && strchr (",;\t|", at[4]) != NULL)
    self->format.delimiter = at[4];
  self->skip += 6 + (rest > 6 && at[5] == '\r' && at[6] == '\n');
  self->lines_before = 1;
}

typedef struct
{
  GPtrArray *rows;
  gsize n_cells;
  guint most_rows;
} Collector;

static gboolean
on_row (const NsmCsvField *fields, guint n_fields, gsize line, gpointer user_data)
{
  Collector *collector = user_data;
  GPtrArray *row = g_ptr_array_new_full (n_fields, g_free);

  for (guint i = 0; i < n_fields; i++)
    g_ptr_array_add (row, nsm_csv_dup_utf8 (fields[i].text, fields[i].length));
  g_ptr_array_add (collector->rows, row);
  collector->n_cells += n_fields;
  return collector->rows->len < collector->most_rows && collector->n_cells < MOST_CELLS;
}

static GPtrArray *
collect (NsmCsvSample *self, const char *text, gsize length, gboolean is_whole, guint most_rows,
         NsmCsvTrouble *trouble)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  Collector collector = { rows, 0, most_rows };
  NsmCsvSplitter splitter;

  nsm_csv_splitter_init (&splitter, &self->format, self->newline, on_row, &collector);
  if (nsm_csv_splitter_feed (&splitter, text, length) && is_whole)
    nsm_csv_splitter_finish (&splitter);
  *trouble = splitter.trouble;
  nsm_csv_splitter_clear (&splitter);
  return rows;
}

/* How many cells do most rows have? */
static guint
find_usual_length (GPtrArray *rows, guint from)
{
  g_autoptr (GHashTable) tally = g_hash_table_new (NULL, NULL);
  guint best = 0, usual = 0;

  for (guint i = from; i < rows->len; i++)
    {
      guint length = ((GPtrArray *) g_ptr_array_index (rows, i))->len;
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (tally, GUINT_TO_POINTER (length))) + 1;

      g_hash_table_insert (tally, GUINT_TO_POINTER (length), GUINT_TO_POINTER (n));
      if (n > best)
        {
          best = n;
          usual = length;
        }
    }
  return usual;
}

static char *
clean_name (const char *text)
{
  GString *name = g_string_new (NULL);
  guint n = 0;

  for (const char *at = text; *at != '\0' && n < 200; at = g_utf8_next_char (at), n++)
    g_string_append_unichar (name,
                             g_unichar_iscntrl (g_utf8_get_char (at)) ? ' ' : g_utf8_get_char (at));
  return g_strstrip (g_string_free (name, FALSE));
}

/* "name", then "name (2)"; @taken knows how often a name was wished for. */
static void
add_name (NsmCsvSample *self, GHashTable *taken, const char *text)
{
  g_autofree char *cleaned = clean_name (text);
  g_autofree char *wish = *cleaned != '\0'
                              ? g_steal_pointer (&cleaned)
                              : g_strdup_printf (_("Column %u"), self->names->len + 1);
  char *name = g_strdup (wish);
  guint8 nameless = cleaned != NULL;
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (taken, wish));

  while (g_hash_table_contains (taken, name))
    {
      g_free (name);
      n++;
      name = g_strdup_printf ("%s (%u)", wish, n);
    }
  if (n > 0)
    g_hash_table_insert (taken, g_strdup (wish), GUINT_TO_POINTER (n));
  g_hash_table_insert (taken, g_strdup (name), GUINT_TO_POINTER (1));
  g_ptr_array_add (self->names, name);
  g_byte_array_append (self->nameless, &nameless, 1);
}

static void
name_columns (NsmCsvSample *self, GPtrArray *rows)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *first = g_ptr_array_index (rows, 0);
  guint n = find_usual_length (rows, self->format.header && rows->len > 1 ? 1 : 0);
  /* R writes no name above the names of the rows. */
  guint shift = self->format.header && first->len + 1 == n;

  for (guint i = 0; i < n; i++)
    {
      gboolean has_name = self->format.header && i >= shift && i - shift < first->len;

      add_name (self, taken, has_name ? g_ptr_array_index (first, i - shift) : "");
    }
}

/* Moves the rows that are as long as they should be. */
static void
take_rows (NsmCsvSample *self, GPtrArray *rows, guint from)
{
  for (guint i = from; i < rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (rows, i);

      if (row->len == self->names->len)
        g_ptr_array_add (self->rows, g_ptr_array_ref (row));
    }
}

gboolean
nsm_csv_sample_is_plain (NsmCsvSample *self, NsmCsvFile *file)
{
  return !file->compressed && g_ascii_strcasecmp (self->format.encoding, "UTF-8") == 0;
}

/* Files are often sorted: what the first rows are like, others may not be. */
static gboolean
look_elsewhere (NsmCsvSample *self, NsmCsvFile *file, GError **error)
{
  g_autofree char *text = g_malloc (BLOCK);

  for (guint i = 1; i <= 2; i++)
    {
      goffset at = i == 1 ? file->size / 2 : file->size - BLOCK;
      g_autoptr (GPtrArray) rows = NULL;
      NsmCsvTrouble trouble;
      const char *first, *last;
      gssize n = nsm_csv_file_read (file, text, BLOCK, at, error);

      if (n < 0)
        return FALSE;
      first = memchr (text, self->newline, (gsize) n);
      last = memrchr (text, self->newline, (gsize) n);
      if (first == NULL || first == last)
        continue;
      rows = collect (self, first + 1, (gsize) (last - first), FALSE, ROWS_ELSEWHERE, &trouble);
      take_rows (self, rows, 0);
    }
  return TRUE;
}

static gboolean
set_empty (NsmCsvSample *self, NsmCsvFile *file, gboolean has_names, GError **error)
{
  g_set_error (error, NSM_CSV_ERROR, NSM_CSV_ERROR_EMPTY,
               has_names ? _("“%s” has the names of columns, but no row below them.")
                         : _("“%s” has nothing but blank lines."), file->name);
  return FALSE;
}

static gboolean
understand (NsmCsvSample *self, NsmCsvFile *file, const NsmCsvFormat *given, GByteArray *text,
            gboolean is_whole, GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  NsmCsvTrouble trouble;
  const char *from, *last;
  gsize length;

  skip_preamble (self, text);
  from = (const char *) text->data + self->skip;
  length = text->len - self->skip;
  self->newline =
      memchr (from, '\n', length) == NULL && memchr (from, '\r', length) != NULL ? '\r' : '\n';
  last = is_whole ? NULL : memrchr (from, self->newline, length);
  if (last != NULL)
    length = (gsize) (last + 1 - from);
  if (given == NULL || given->delimiter == 0)
    nsm_csv_guess_format (from, length, self->newline, &self->format);
  rows = collect (self, from, length, is_whole, MOST_ROWS, &trouble);
  if (trouble.code != 0)
    {
      g_propagate_error (error,
                         nsm_csv_trouble_to_error (&trouble, file->name, self->lines_before));
      return FALSE;
    }
  if (rows->len == 0)
    return set_empty (self, file, FALSE, error);
  if (given == NULL)
    self->format.header = nsm_csv_guess_header (rows, self->format.decimal);
  if (self->format.header && rows->len == 1 && is_whole)
    return set_empty (self, file, TRUE, error);
  name_columns (self, rows);
  if (self->names->len > NSM_CSV_MAX_COLUMNS)
    {
      g_set_error (error, NSM_CSV_ERROR, NSM_CSV_ERROR_TOO_LARGE,
                   _("“%s” has %u columns. More than %u can’t be read."), file->name,
                      self->names->len, NSM_CSV_MAX_COLUMNS);
      return FALSE;
    }
  take_rows (self, rows, self->format.header ? 1 : 0);
  self->n_bytes = length;
  self->n_rows = rows->len;
  return TRUE;
}

/* @format: NULL to find it out; else as given, but for an empty encoding. */
NsmCsvSample *
nsm_csv_sample_new (NsmCsvFile *file, const NsmCsvFormat *format, GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (NsmCsvSample) self = g_new0 (NsmCsvSample, 1);
  g_autoptr (GByteArray) text = NULL;
  gboolean is_whole;

  if (format != NULL)
    self->format = *format;
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->nameless = g_byte_array_new ();
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  if (!nsm_csv_file_check_is_text (file, error) || !set_encoding (self, file, cancellable, error))
    return NULL;
  text = read_beginning (file, self->format.encoding, &is_whole, cancellable, error);
  if (text == NULL || !understand (self, file, format, text, is_whole, error))
    return NULL;
  if (!is_whole && nsm_csv_sample_is_plain (self, file) && file->size > 8 * BLOCK &&
      !look_elsewhere (self, file, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
nsm_csv_sample_free (NsmCsvSample *self)
{
  g_ptr_array_unref (self->names);
  g_byte_array_unref (self->nameless);
  g_ptr_array_unref (self->rows);
  g_free (self);
}
