/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "evidence/table-private.h"

#define WINDOW (256 * 1024)
#define ROWS_TO_TRY 8
#define ENDS_TO_TRY 64

typedef struct
{
  guint n_columns;
  guint n_rows;
  gboolean fits;
} Trial;

static gboolean
on_row (const NsmCsvField *fields, guint n_fields, gsize line, gpointer user_data)
{
  Trial *trial = user_data;

  trial->fits = trial->fits && n_fields == trial->n_columns;
  return trial->fits && ++trial->n_rows < ROWS_TO_TRY;
}

static gboolean
looks_like_rows (NsmCsvSample *sample, const char *text, gsize length)
{
  Trial trial = { sample->names->len, 0, TRUE };
  NsmCsvSplitter splitter;

  nsm_csv_splitter_init (&splitter, &sample->format, sample->newline, on_row, &trial);
  nsm_csv_splitter_feed (&splitter, text, length);
  trial.fits = trial.fits && splitter.trouble.code == 0 && trial.n_rows > 0;
  nsm_csv_splitter_clear (&splitter);
  return trial.fits;
}

/* A place after @at where a line ends and what follows looks like rows, or -1. */
static goffset
find_row (NsmTableReading *reading, goffset at, GError **error)
{
  g_autofree char *window = g_malloc (WINDOW);
  gssize n = nsm_csv_file_read (reading->file, window, WINDOW, at, error);
  const char *from = window;

  for (guint i = 0; n > 0 && i < ENDS_TO_TRY; i++)
    {
      const char *newline = memchr (from, reading->sample->newline, (gsize) (window + n - from));

      if (newline == NULL)
        break;
      from = newline + 1;
      if (looks_like_rows (reading->sample, from, (gsize) (window + n - from)))
        return at + (from - window);
    }
  return -1;
}

/* Where the parts begin is a good guess only: whether a row ends there is known when the part
 * before has been read. */
GArray *
nsm_table_cut (NsmTableReading *reading, guint n_parts, GError **error)
{
  GArray *cuts = g_array_new (FALSE, FALSE, sizeof (goffset));
  goffset start = (goffset) reading->sample->skip;
  goffset size = reading->file->size;

  g_array_append_val (cuts, start);
  for (guint i = 1; i < n_parts; i++)
    {
      g_autoptr (GError) problem = NULL;
      goffset cut = find_row (reading, start + (size - start) / n_parts * i, &problem);

      if (problem != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          g_array_unref (cuts);
          return NULL;
        }
      if (cut > g_array_index (cuts, goffset, cuts->len - 1) && cut < size)
        g_array_append_val (cuts, cut);
    }
  g_array_append_val (cuts, size);
  return cuts;
}
