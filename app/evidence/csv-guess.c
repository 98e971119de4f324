/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>
#include <uchardet.h>

#include "evidence/csv-private.h"

/* Encoding */

static gboolean
has_mark (const guint8 *bytes, gsize size, const char *mark, gsize length)
{
  return size >= length && memcmp (bytes, mark, length) == 0;
}

/* Text of the Latin script as UTF-16 has a zero in every other place. */
static const char *
guess_utf16 (const guint8 *bytes, gsize size)
{
  gsize zeros[2] = { 0 };

  size = MIN (size, 4096) & ~(gsize) 1;
  for (gsize i = 0; i < size; i++)
    zeros[i & 1] += bytes[i] == 0;
  if (size < 4)
    return NULL;
  if (zeros[1] * 5 > size && zeros[0] * 20 < size)
    return "UTF-16LE";
  return zeros[0] * 5 > size && zeros[1] * 20 < size ? "UTF-16BE" : NULL;
}

/* From a few accents alone the rarer encodings of the Latin script are taken for one another,
 * and nearly every file of them is of Windows; of other scripts the guess is good. */
static gboolean
is_believed (const char *encoding)
{
  static const char *const believed[] = {
    "BIG5",       "EUC-",       "GB",         "HZ-",        "IBM855",     "IBM866",     "ISO-2022",
    "ISO-8859-2", "ISO-8859-5", "ISO-8859-6", "ISO-8859-7", "ISO-8859-8", "ISO-8859-9", "JOHAB",
    "KOI8",       "MAC-CYRIL",  "SHIFT_JIS",  "TIS-620",    "UHC",        "WINDOWS-1250",
    "WINDOWS-1251", "WINDOWS-1253", "WINDOWS-1254", "WINDOWS-1255", "WINDOWS-1256",
  };

  for (guint i = 0; i < G_N_ELEMENTS (believed); i++)
    if (g_str_has_prefix (encoding, believed[i]))
      return TRUE;
  return FALSE;
}

static const char *
ask_uchardet (uchardet_t detector, const guint8 *bytes, gsize size)
{
  gsize n_high = 0;
  const char *found;

  for (gsize i = 0; i < size; i++)
    n_high += bytes[i] >= 0x80;
  /* A handful of letters isn't enough to tell one from another. */
  if (n_high < 24 || uchardet_handle_data (detector, (const char *) bytes, size) != 0)
    return NULL;
  uchardet_data_end (detector);
  found = uchardet_get_charset (detector);
  return is_believed (found) ? found : NULL;
}

void
nsm_csv_guess_encoding (const guint8 *bytes, gsize size, gboolean is_whole, char *encoding,
                        gsize encoding_size)
{
  const char *end, *found = NULL;
  uchardet_t detector = NULL;

  if (has_mark (bytes, size, "\xff\xfe\0\0", 4))
    found = "UTF-32LE";
  else if (has_mark (bytes, size, "\0\0\xfe\xff", 4))
    found = "UTF-32BE";
  else if (has_mark (bytes, size, "\xff\xfe", 2))
    found = "UTF-16LE";
  else if (has_mark (bytes, size, "\xfe\xff", 2))
    found = "UTF-16BE";
  else if (has_mark (bytes, size, "\xef\xbb\xbf", 3))
    found = "UTF-8";
  else
    found = guess_utf16 (bytes, size);

  /* A character may be cut where the sample ends; NUL bytes are found fault with later. */
  if (found == NULL && (g_utf8_validate ((const char *) bytes, (gssize) size, &end) ||
                        *end == '\0' || (!is_whole && (const char *) bytes + size - end < 4)))
    found = "UTF-8";
  if (found == NULL)
    {
      GCharsetConverter *converter;

      detector = uchardet_new ();
      found = ask_uchardet (detector, bytes, size);
      converter = found != NULL ? g_charset_converter_new ("UTF-8", found, NULL) : NULL;
      if (converter == NULL)
        found = "WINDOWS-1252";
      g_clear_object (&converter);
    }
  g_strlcpy (encoding, found, encoding_size);
  g_clear_pointer (&detector, uchardet_delete);
}

/* Quote, delimiter, decimal sign */

static gboolean
is_border (char character)
{
  return character == '\n' || character == '\r' || strchr (",;\t|", character) != NULL;
}

static char
guess_quote (const char *text, gsize length)
{
  gsize n_begin = 0, n_end = 0;

  if (memchr (text, '"', length) != NULL)
    return '"';
  for (gsize i = 0; i < length; i++)
    if (text[i] == '\'')
      {
        n_begin += i == 0 || is_border (text[i - 1]);
        n_end += i + 1 == length || is_border (text[i + 1]);
      }
  return n_begin > 0 && n_begin == n_end ? '\'' : '"';
}

static gboolean
on_row_count (const NsmCsvField *fields, guint n_fields, gsize line, gpointer user_data)
{
  GArray *counts = user_data;

  g_array_append_val (counts, n_fields);
  return counts->len < 500;
}

/* Which share of the rows has as many cells as most have, where that is more than one? */
static double
try_delimiter (const char *text, gsize length, char newline, const NsmCsvFormat *format)
{
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) tally = g_hash_table_new (NULL, NULL);
  NsmCsvSplitter splitter;
  guint best = 0, usual = 0;

  nsm_csv_splitter_init (&splitter, format, newline, on_row_count, counts);
  if (nsm_csv_splitter_feed (&splitter, text, length))
    nsm_csv_splitter_finish (&splitter);
  nsm_csv_splitter_clear (&splitter);
  for (guint i = 0; i < counts->len; i++)
    {
      gpointer count = GUINT_TO_POINTER (g_array_index (counts, guint, i));
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (tally, count)) + 1;

      g_hash_table_insert (tally, count, GUINT_TO_POINTER (n));
      if (n > best)
        {
          best = n;
          usual = GPOINTER_TO_UINT (count);
        }
    }
  return usual > 1 ? (double) best / counts->len : 0;
}

typedef struct
{
  guint comma_sure, dot_sure, comma, dot;
} Decimals;

/* One comma or full stop after digits: three digits behind it may be thousands. */
static void
look_at_decimals (const char *cell, gsize length, Decimals *found)
{
  const char *end = cell + length, *mark = NULL;
  gsize behind;
  guint n_marks = 0;
  gboolean both = FALSE, sure;

  while (cell < end && !g_ascii_isdigit (*cell) && *cell != '.' && *cell != ',')
    cell++;
  while (end > cell && !g_ascii_isdigit (end[-1]))
    end--;
  for (const char *at = cell; at < end; at++)
    if (*at == '.' || *at == ',')
      {
        both = both || (mark != NULL && *mark != *at);
        mark = at;
        n_marks++;
      }
    else if (!g_ascii_isdigit (*at) && *at != ' ' && *at != '\'')
      return;
  if (mark == NULL || (n_marks > 1 && !both))
    return;
  behind = (gsize) (end - mark - 1);
  sure = both || behind != 3 || mark - cell > 3 || mark == cell || *cell == '0';
  if (*mark == ',')
    *(sure ? &found->comma_sure : &found->comma) += 1;
  else
    *(sure ? &found->dot_sure : &found->dot) += 1;
}

static gboolean
on_row_look (const NsmCsvField *fields, guint n_fields, gsize line, gpointer user_data)
{
  for (guint i = 0; i < n_fields; i++)
    look_at_decimals (fields[i].text, fields[i].length, user_data);
  return line < 1000;
}

static char
guess_decimal (const char *text, gsize length, char newline, const NsmCsvFormat *format)
{
  Decimals found = { 0 };
  NsmCsvSplitter splitter;

  nsm_csv_splitter_init (&splitter, format, newline, on_row_look, &found);
  if (nsm_csv_splitter_feed (&splitter, text, length))
    nsm_csv_splitter_finish (&splitter);
  nsm_csv_splitter_clear (&splitter);
  if (found.comma_sure != found.dot_sure)
    return found.comma_sure > found.dot_sure ? ',' : '.';
  /* Semicolons are used where the comma is taken. */
  return found.comma > 0 && found.dot == 0 && format->delimiter == ';' ? ',' : '.';
}

/* All but the encoding and the header. @format->delimiter: 0 to guess it, too. */
void
nsm_csv_guess_format (const char *text, gsize length, char newline, NsmCsvFormat *format)
{
  static const char delimiters[] = { '\t', ';', '|', ',' };
  double best = 0;

  format->quote = guess_quote (text, length);
  if (format->delimiter == 0)
    {
      NsmCsvFormat trial = *format;

      format->delimiter = ',';
      for (guint i = 0; i < G_N_ELEMENTS (delimiters); i++)
        {
          double share;

          trial.delimiter = delimiters[i];
          share = try_delimiter (text, length, newline, &trial);
          if (share > best)
            {
              best = share;
              format->delimiter = delimiters[i];
            }
        }
    }
  format->decimal = guess_decimal (text, length, newline, format);
}

/* Columns */

static const char *
get_cell (GPtrArray *rows, guint row, guint column)
{
  GPtrArray *cells = g_ptr_array_index (rows, row);

  return column < cells->len ? g_ptr_array_index (cells, column) : NULL;
}

/* What the cells of a column are, where nine of ten agree: the others are wrong, and reported. */
NsmCells
nsm_csv_guess_cells (GPtrArray *rows, guint from, guint column, char decimal, guint *n_distinct,
                     guint *n_missing)
{
  g_autoptr (GHashTable) distinct = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = 0, n_truth = 0, n_number = 0, n_date = 0;

  *n_missing = 0;
  for (guint row = from; row < rows->len; row++)
    {
      const char *cell = get_cell (rows, row, column);
      gsize length = cell != NULL ? strlen (cell) : 0;
      NsmCsvDateOrder order;
      double value, other;

      if (cell == NULL || nsm_csv_is_missing (cell, length))
        {
          *n_missing += 1;
          continue;
        }
      n++;
      g_hash_table_add (distinct, (gpointer) cell);
      n_truth += nsm_csv_parse_truth (cell, length, &value);
      if (nsm_csv_parse_number (cell, length, decimal, &value))
        n_number++;
      else
        n_date += nsm_csv_parse_date (cell, length, &value, &other, &order);
    }
  *n_distinct = g_hash_table_size (distinct);
  if (n == 0)
    return NSM_CELLS_EMPTY;
  /* A column of nothing but 0 may count something. */
  if (n_truth == n && (*n_distinct > 1 || n_number == 0))
    return NSM_CELLS_TRUTH;
  if (n_number * 10 >= n * 9)
    return NSM_CELLS_NUMBER;
  return n_date * 10 >= n * 9 ? NSM_CELLS_DATE : NSM_CELLS_TEXT;
}

static gboolean
stands_below (GPtrArray *rows, guint column, const char *name)
{
  for (guint row = 1; row < rows->len; row++)
    if (g_strcmp0 (get_cell (rows, row, column), name) == 0)
      return TRUE;
  return FALSE;
}

/* Does the first of @rows name the columns? Words above numbers, words that never come again. */
gboolean
nsm_csv_guess_header (GPtrArray *rows, char decimal)
{
  GPtrArray *first = g_ptr_array_index (rows, 0);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_for = 0, n_against = 0, n_unlike = 0, n_named = 0;

  for (guint i = 0; i < first->len; i++)
    {
      const char *name = g_ptr_array_index (first, i);
      gsize length = strlen (name);
      guint n_distinct, n_missing;
      NsmCells cells = nsm_csv_guess_cells (rows, 1, i, decimal, &n_distinct, &n_missing);
      NsmCsvDateOrder order;
      double value, other;
      gboolean is_value = nsm_csv_parse_number (name, length, decimal, &value) ||
                          nsm_csv_parse_date (name, length, &value, &other, &order);

      if (length == 0)
        continue;
      n_named++;
      if (is_value)
        n_against++;
      else if (cells == NSM_CELLS_NUMBER || cells == NSM_CELLS_DATE || cells == NSM_CELLS_TRUTH)
        n_for +=
            !nsm_csv_is_missing (name, length) &&
            !(cells == NSM_CELLS_TRUTH && nsm_csv_parse_truth (name, length, &value) && length > 1);
      else if (g_hash_table_add (names, (gpointer) name) && !stands_below (rows, i, name))
        n_unlike++;
    }
  if (n_for != n_against)
    return n_for > n_against;
  return n_named > 0 && n_against == 0 && n_unlike == n_named;
}
