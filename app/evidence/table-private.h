/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "evidence/csv-private.h"
#include "evidence/table.h"

G_BEGIN_DECLS

#define NSM_TABLE_PROBLEMS 20

/* The values of a text column, each once. */
typedef struct
{
  guint32 *slots;  /* 0: free, else a code */
  guint32 *hashes; /* of each code, less one */
  gsize *ends;     /* in @bytes; each text ends with a NUL */
  char *bytes;
  gsize n_slots, n_room, n_bytes, n_bytes_room;
  guint32 n;
} NsmTableLevels;

guint32 nsm_table_levels_add (NsmTableLevels *self, const char *text, gsize length);
const char *nsm_table_levels_get (NsmTableLevels *self, guint32 code, gsize *length);
gsize nsm_table_levels_get_memory (NsmTableLevels *self);
void nsm_table_levels_clear (NsmTableLevels *self);

/* Cells of one kind that weren't what they should be */
typedef struct
{
  gsize n;
  gsize first; /* line */
  char *example;
} NsmTableWrong;

typedef struct
{
  double *values;
  guint32 *codes;
  gsize room; /* of the one or the other */
  NsmTableLevels levels;
  gsize n_missing;
  NsmTableWrong wrong;
  /* Dates with slashes: which of the orders fit, and what wouldn't if the other were right.
   * What fits both is kept as the day of day first plus a half. */
  NsmTableWrong day_first, month_first;
  gsize n_either;
  guint first_parts, second_parts; /* bits: which ones there were among those that fit both */
} NsmTablePartColumn;

typedef struct
{
  gsize line;
  guint n_cells;
} NsmTableBadRow;

gpointer nsm_table_array_resize (gpointer array, gsize old_size, gsize size);
void nsm_table_array_free (gpointer array, gsize size);

/* What all parts of one reading share */
typedef struct
{
  NsmCsvFile *file;
  NsmCsvSample *sample;
  const NsmTableWish *wishes;
  guint n_wishes;
  guint *positions; /* of each wish */
  GCancellable *cancellable;
  gint stop;     /* atomic */
  gsize done;    /* atomic: bytes parsed */
  gsize hashed;  /* atomic: bytes */
  gssize memory; /* atomic: bytes that may still be taken */
} NsmTableReading;

gboolean nsm_table_reading_is_stopped (NsmTableReading *self);
gboolean nsm_table_reading_take (NsmTableReading *self, gsize size);

/* A stretch of the file, read by one thread */
typedef struct
{
  NsmTableReading *reading;
  goffset start, end; /* in the file; of a stream: all of it */
  goffset at;
  gboolean is_last;
  gsize skip_rows;
  NsmCsvSplitter splitter;
  NsmTablePartColumn *columns; /* one for each wish */
  gsize n_rows, room;
  gsize n_bad;
  GArray *bad; /* NsmTableBadRow: the first ones */
  gsize levels_memory;
  gboolean too_large;
  gboolean has_trailing_garbage;
  GError *error;
} NsmTablePart;

NsmTablePart *nsm_table_part_new (NsmTableReading *reading, goffset start, goffset end,
                                  gboolean is_last);
void nsm_table_part_run (NsmTablePart *self);
void nsm_table_part_free (NsmTablePart *self);

/* For tests: how the work is cut, and how much memory there is. 0: by the machine. */
typedef struct
{
  guint n_parts;
  gsize memory;
} NsmTableMeans;

NsmTable *nsm_table_read_by (GFile *file, const NsmCsvFormat *format, const NsmTableWish *wishes,
                             guint n_wishes, const NsmTableMeans *means, GCancellable *cancellable,
                             NsmTableProgress progress, gpointer progress_data, GError **error);

/* Cuts a plain file at rows; returns goffset, the first 0 and the last the file's size. */
GArray *nsm_table_cut (NsmTableReading *reading, guint n_parts, GError **error);

/* A thread that computes the SHA-256 of the file as it is on the disk */
typedef struct _NsmTableHash NsmTableHash;
NsmTableHash *nsm_table_hash_start (NsmTableReading *reading);
gboolean nsm_table_hash_is_over (NsmTableHash *self);
char *nsm_table_hash_finish (NsmTableHash *self, GError **error);

struct _NsmTable
{
  gint ref_count;
  gsize n_rows;
  NsmTableColumn *columns;
  guint n_columns;
  char *file_name;
  goffset size;
  char *sha256;
  char *modified;
  NsmCsvFormat format;
  gsize n_bad_rows;
  GPtrArray *problems;
};

/* Parts, one after another, into the table's columns; takes what is in them. */
gboolean nsm_table_merge (NsmTable *self, NsmTableReading *reading, GPtrArray *parts);

G_END_DECLS
