/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "evidence/csv-private.h"

#define PREVIEW_ROWS 50

G_DEFINE_QUARK (nsm - csv - error - quark, nsm_csv_error)

/* (transfer full) */
GError *
nsm_csv_trouble_to_error (const NsmCsvTrouble *trouble, const char *file_name, gsize lines_before)
{
  g_autofree char *line = g_strdup_printf ("%" G_GSIZE_FORMAT, trouble->line + lines_before);
  const char *sentence;

  switch (trouble->code)
    {
    case NSM_CSV_ERROR_NOT_TEXT:
      sentence = _("“%s” isn’t text: there is a zero byte in line %s. If it is text, choose its "
                   "encoding.");
      break;
    case NSM_CSV_ERROR_QUOTE:
      sentence = _("In “%s” a quote begins in line %s and never ends.");
      break;
    default:
      sentence = _("In “%s” line %s is longer than 16 MB: this isn’t a table with a row a line.");
      break;
    }
  return g_error_new (NSM_CSV_ERROR, (int) trouble->code, sentence, file_name, line);
}

static void
free_column (NsmCsvColumn *column)
{
  g_free (column->name);
  g_free (column);
}

static void
add_column (NsmCsvPeek *self, NsmCsvSample *sample, guint position)
{
  NsmCsvColumn *column = g_new0 (NsmCsvColumn, 1);

  column->name = g_strdup (g_ptr_array_index (sample->names, position));
  column->cells = nsm_csv_guess_cells (sample->rows, 0, position, sample->format.decimal,
                                       &column->n_distinct, &column->n_missing);
  g_ptr_array_add (self->columns, column);
}

/**
 * nsm_csv_peek:
 * @file: on this computer
 * @format: (nullable): as it is to be read, or %NULL to find out
 *
 * Looks at the first rows, and at a few from the middle and the end. Never waits for a pipe.
 *
 * Returns: (transfer full): what they tell, or %NULL with @error set (NSM_CSV_ERROR, G_IO_ERROR)
 */
NsmCsvPeek *
nsm_csv_peek (GFile *file, const NsmCsvFormat *format, GCancellable *cancellable, GError **error)
{
  g_autoptr (NsmCsvFile) opened = nsm_csv_file_open (file, error);
  g_autoptr (NsmCsvSample) sample =
      opened != NULL ? nsm_csv_sample_new (opened, format, cancellable, error) : NULL;
  NsmCsvPeek *self;

  if (sample == NULL)
    return NULL;
  self = g_new0 (NsmCsvPeek, 1);
  self->format = sample->format;
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) free_column);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->n_looked_at = sample->rows->len;
  self->size = opened->size;
  self->compressed = opened->compressed;
  for (guint i = 0; i < sample->names->len; i++)
    add_column (self, sample, i);
  for (guint i = 0; i < MIN (PREVIEW_ROWS, sample->rows->len); i++)
    g_ptr_array_add (self->rows, g_ptr_array_ref (g_ptr_array_index (sample->rows, i)));
  return self;
}

void
nsm_csv_peek_free (NsmCsvPeek *self)
{
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

typedef struct
{
  GFile *file;
  NsmCsvFormat format;
  gboolean has_format;
} PeekTask;

static void
free_peek_task (PeekTask *data)
{
  g_object_unref (data->file);
  g_free (data);
}

static void
run_peek_task (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  PeekTask *data = task_data;
  GError *error = NULL;
  NsmCsvPeek *peek =
      nsm_csv_peek (data->file, data->has_format ? &data->format : NULL, cancellable, &error);

  if (peek != NULL)
    g_task_return_pointer (task, peek, (GDestroyNotify) nsm_csv_peek_free);
  else
    g_task_return_error (task, error);
}

void
nsm_csv_peek_async (GFile *file, const NsmCsvFormat *format, GCancellable *cancellable,
                    GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  PeekTask *data = g_new0 (PeekTask, 1);

  data->file = g_object_ref (file);
  data->has_format = format != NULL;
  if (format != NULL)
    data->format = *format;
  g_task_set_return_on_cancel (task, TRUE);
  g_task_set_task_data (task, data, (GDestroyNotify) free_peek_task);
  g_task_run_in_thread (task, run_peek_task);
}

NsmCsvPeek *
nsm_csv_peek_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
