/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "evidence/csv.h"

G_BEGIN_DECLS

/* The columns that are wanted of a file of separated values, in memory. Immutable once
 * read, counted by reference, for any thread. */

typedef struct _NsmTable NsmTable;

typedef struct
{
  char *name;
  NsmCells cells; /* NUMBER, TRUTH, DATE or TEXT: as it was asked for */
  double
      *values; /* n_rows; NAN is missing. TRUTH: 0 or 1. DATE: days since 1970-01-01. TEXT: NULL */
  guint32 *codes;      /* TEXT: n_rows; 0 is missing, k is levels[k - 1] */
  GPtrArray *levels;   /* TEXT: char *, in order of first appearance */
  gsize n_missing;     /* empty, NA, NULL, NaN, n/a, - */
  gsize n_wrong;       /* text in a number column, infinities…: missing, too */
  gsize first_wrong;   /* line in the file, from 1; 0: none */
  char *wrong_example; /* what stood there, shortened; or NULL */
} NsmTableColumn;

typedef struct
{
  const char *name;
  NsmCells cells; /* what to read it as */
} NsmTableWish;

/* Called from the reading thread, now and then, with 0…1. */
typedef void (*NsmTableProgress) (double share, gpointer user_data);

NsmTable *nsm_table_read (GFile *file, const NsmCsvFormat *format, const NsmTableWish *wishes,
                          guint n_wishes, GCancellable *cancellable, NsmTableProgress progress,
                          gpointer progress_data, GError **error);
NsmTable *nsm_table_ref (NsmTable *table);
void nsm_table_unref (NsmTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NsmTable, nsm_table_unref)

gsize nsm_table_get_n_rows (NsmTable *table);
guint nsm_table_get_n_columns (NsmTable *table);
const NsmTableColumn *nsm_table_get_column (NsmTable *table, guint position);
const NsmTableColumn *nsm_table_find_column (NsmTable *table, const char *name);
const char *nsm_table_get_file_name (NsmTable *table); /* without folders */
goffset nsm_table_get_size (NsmTable *table);
const char *nsm_table_get_sha256 (NsmTable *table);
const char *nsm_table_get_modified (NsmTable *table); /* "YYYY-MM-DD" */
const NsmCsvFormat *nsm_table_get_format (NsmTable *table);
gsize nsm_table_get_n_bad_rows (NsmTable *table); /* of uneven length: kept out */
GPtrArray *nsm_table_get_problems (
    NsmTable *table); /* char *: sentences, with line numbers; the first twenty */

G_END_DECLS
