/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <csv.h>

#include "evidence/csv.h"

G_BEGIN_DECLS

/* What the files of reading share. From a file to numbers:
 *   NsmCsvFile    an open file on the disk, and whether it is still the same
 *   NsmCsvStream  its text as UTF-8: unpacked, decoded
 *   NsmCsvSample  what its first rows tell: the format, the columns
 *   NsmCsvSplitter  from text to rows of fields, with lines counted
 *   nsm_csv_parse_*  from a field to a number, a truth or a date */

#define NSM_CSV_MAX_COLUMNS 100000
#define NSM_CSV_MAX_ROW (16 * 1024 * 1024)

typedef struct
{
  int fd;
  char *name; /* to show: without folders */
  goffset size;
  gint64 modified_s;
  gint64 modified_ns;
  gboolean compressed;
} NsmCsvFile;

NsmCsvFile *nsm_csv_file_open (GFile *file, GError **error);
gssize nsm_csv_file_read (NsmCsvFile *file, void *buffer, gsize size, goffset at, GError **error);
gboolean nsm_csv_file_check_unchanged (NsmCsvFile *file, GError **error);
gboolean nsm_csv_file_check_is_text (NsmCsvFile *file, GError **error);
void nsm_csv_file_close (NsmCsvFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NsmCsvFile, nsm_csv_file_close)

typedef struct _NsmCsvStream NsmCsvStream;

NsmCsvStream *nsm_csv_stream_new (NsmCsvFile *file, const char *encoding, GError **error);
gssize nsm_csv_stream_read (NsmCsvStream *stream, void *buffer, gsize size, GError **error);
goffset nsm_csv_stream_get_position (NsmCsvStream *stream);
gboolean nsm_csv_stream_has_trailing_garbage (NsmCsvStream *stream);
void nsm_csv_stream_free (NsmCsvStream *stream);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NsmCsvStream, nsm_csv_stream_free)

typedef struct
{
  const char *text;
  gsize length;
} NsmCsvField;

/* Something that ends the reading, at a line that is counted from where the splitter began. */
typedef struct
{
  NsmCsvError code; /* 0: none */
  gsize line;
} NsmCsvTrouble;

GError *nsm_csv_trouble_to_error (const NsmCsvTrouble *trouble, const char *file_name,
                                  gsize lines_before);

/* Returns FALSE to stop. */
typedef gboolean (*NsmCsvRowFunc) (const NsmCsvField *fields, guint n_fields, gsize line,
                                   gpointer user_data);

typedef struct
{
  struct csv_parser parser;
  char delimiter;
  char quote;
  char newline;
  char other_newline;
  NsmCsvRowFunc func;
  gpointer user_data;
  gboolean only_libcsv; /* for tests: no short cut */

  GByteArray *carry; /* a line of which the end isn't there yet */
  GArray *fields;    /* NsmCsvField; of a row from libcsv: text is an offset in @cells */
  GByteArray *cells; /* the row from libcsv */
  guint n_fields;
  gsize n_lines;       /* that are over */
  gsize row_line;      /* where the row began */
  gsize field_line;    /* where the field that isn't over began */
  gsize open_size;     /* of the lines since the quote that isn't over */
  gboolean is_open;    /* within a quote */
  gboolean at_row_end; /* while libcsv reads a line */
  gboolean field_ended;
  gboolean stopped;
  NsmCsvTrouble trouble;
} NsmCsvSplitter;

void nsm_csv_splitter_init (NsmCsvSplitter *self, const NsmCsvFormat *format, char newline,
                            NsmCsvRowFunc func, gpointer user_data);
gboolean nsm_csv_splitter_feed (NsmCsvSplitter *self, const char *text, gsize length);
gboolean nsm_csv_splitter_is_at_row_end (NsmCsvSplitter *self);
gboolean nsm_csv_splitter_finish (NsmCsvSplitter *self);
void nsm_csv_splitter_clear (NsmCsvSplitter *self);

typedef struct
{
  NsmCsvFormat format;
  char newline;
  gsize skip;           /* bytes of the text before the first row: byte-order mark, "sep=;" */
  gsize lines_before;   /* the first row's line, less one */
  GPtrArray *names;     /* char *; unique */
  GByteArray *nameless; /* of each column: 1 where the name was made up here */
  GPtrArray *rows; /* of GPtrArray of char *: below the header, as many cells as there are names */
  gsize n_bytes;   /* looked at, and the rows in them: for estimates */
  gsize n_rows;
} NsmCsvSample;

NsmCsvSample *nsm_csv_sample_new (NsmCsvFile *file, const NsmCsvFormat *format,
                                  GCancellable *cancellable, GError **error);
void nsm_csv_sample_free (NsmCsvSample *sample);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NsmCsvSample, nsm_csv_sample_free)
gboolean nsm_csv_sample_is_plain (NsmCsvSample *sample, NsmCsvFile *file);

/* Guesses from the beginning of a text */
void nsm_csv_guess_encoding (const guint8 *bytes, gsize size, gboolean is_whole, char *encoding,
                             gsize encoding_size);
void nsm_csv_guess_format (const char *text, gsize length, char newline, NsmCsvFormat *format);
gboolean nsm_csv_guess_header (GPtrArray *rows, char decimal);
NsmCells nsm_csv_guess_cells (GPtrArray *rows, guint from, guint column, char decimal,
                              guint *n_distinct, guint *n_missing);

/* Cells */
gboolean nsm_csv_is_missing (const char *text, gsize length);
gboolean nsm_csv_parse_number (const char *text, gsize length, char decimal, double *value);
gboolean nsm_csv_parse_truth (const char *text, gsize length, double *value);

typedef enum
{
  NSM_CSV_DATE_CERTAIN,
  NSM_CSV_DATE_DAY_FIRST,   /* 31/12/2026 */
  NSM_CSV_DATE_MONTH_FIRST, /* 12/31/2026 */
  NSM_CSV_DATE_EITHER,      /* 01/02/2026: *days is of day first, *other of month first */
} NsmCsvDateOrder;

gboolean nsm_csv_parse_date (const char *text, gsize length, double *days, double *other,
                             NsmCsvDateOrder *order);

char *nsm_csv_dup_utf8 (const char *text, gsize length);

G_END_DECLS
