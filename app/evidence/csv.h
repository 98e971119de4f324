/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* How a file of separated values is written: found out, and then adjustable. */

#define NSM_CSV_ERROR (nsm_csv_error_quark ())
GQuark nsm_csv_error_quark (void);

typedef enum
{
  NSM_CSV_ERROR_NOT_A_FILE = 1, /* a folder, a pipe, a device */
  NSM_CSV_ERROR_EMPTY,          /* no row below the names */
  NSM_CSV_ERROR_NOT_TEXT,       /* NUL bytes that UTF-16 doesn't explain, a picture… */
  NSM_CSV_ERROR_QUOTE,          /* a quote that never ends; the line it began on is said */
  NSM_CSV_ERROR_CHANGED,        /* the file changed or shrank while it was read */
  NSM_CSV_ERROR_TOO_LARGE,      /* more than the memory holds, or too many columns */
  NSM_CSV_ERROR_NO_COLUMN,      /* a column that was asked for isn't there */
} NsmCsvError;

typedef struct
{
  char encoding[32]; /* "UTF-8", "UTF-16LE", "WINDOWS-1252"… as iconv takes them */
  char delimiter;    /* ',', ';', '\t', '|' */
  char quote;        /* '"', '\'' or 0: none */
  char decimal;      /* '.' or ',' */
  gboolean header;   /* the first line names the columns */
} NsmCsvFormat;

typedef enum
{
  NSM_CELLS_EMPTY, /* nothing in it */
  NSM_CELLS_NUMBER,
  NSM_CELLS_TRUTH, /* 0/1, true/false, yes/no and the like */
  NSM_CELLS_DATE,  /* ISO dates and date-times, 2026-03, 2026-W09, 31.12.2026, 12/31/2026 */
  NSM_CELLS_TEXT,
} NsmCells;

typedef struct
{
  char *name;       /* "Column 3" where the file has no header; made unique */
  NsmCells cells;   /* of what was looked at */
  guint n_distinct; /* among what was looked at */
  guint n_missing;
} NsmCsvColumn;

/* The first rows of a file, and what they tell. Plain data: any thread. */
typedef struct
{
  NsmCsvFormat format;
  GPtrArray *columns; /* NsmCsvColumn */
  GPtrArray *rows;    /* of GPtrArray of char *: the first rows below the header, as text */
  guint n_looked_at;  /* rows */
  goffset size;       /* of the file on the disk */
  gboolean compressed;
} NsmCsvPeek;

NsmCsvPeek *nsm_csv_peek (GFile *file, const NsmCsvFormat *format, GCancellable *cancellable,
                          GError **error);
void nsm_csv_peek_async (GFile *file, const NsmCsvFormat *format, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer user_data);
NsmCsvPeek *nsm_csv_peek_finish (GAsyncResult *result, GError **error);
void nsm_csv_peek_free (NsmCsvPeek *peek);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NsmCsvPeek, nsm_csv_peek_free)

/* A cell as it is written into a file of separated values: what a spreadsheet would take for
 * a formula gets an apostrophe before it. Numbers stay as they are. (transfer full) */
char *nsm_csv_disarm_cell (const char *text);

G_END_DECLS
