/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "evidence/table-private.h"

#define MOST_PARTS 16
#define LEAST_PART (1024 * 1024)
#define TICK (5 * G_TIME_SPAN_MILLISECOND)

/* What the parts share */

gboolean
nsm_table_reading_is_stopped (NsmTableReading *self)
{
  return g_atomic_int_get (&self->stop) || g_cancellable_is_cancelled (self->cancellable);
}

/* FALSE where there isn't as much memory any more. */
gboolean
nsm_table_reading_take (NsmTableReading *self, gsize size)
{
  return size < G_MAXSSIZE &&
         (gssize) g_atomic_pointer_add (&self->memory, -(gssize) size) >= (gssize) size;
}

static gsize
get_available_memory (void)
{
  g_autofree char *info = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/meminfo", &info, NULL, NULL) ||
      (line = strstr (info, "MemAvailable:")) == NULL)
    return G_MAXSSIZE;
  return (gsize) g_ascii_strtoull (line + strlen ("MemAvailable:"), NULL, 10) * 1024;
}

/* The name of a column without one is in the language of the person who opened the file: another
 * may call "Column 3" otherwise, and mean the third as well. */
static guint
find_nameless (NsmCsvSample *sample, const char *name)
{
  gsize length = strlen (name);
  guint64 number;

  while (length > 0 && g_ascii_isdigit (name[length - 1]))
    length--;
  number = g_ascii_strtoull (name + length, NULL, 10);
  return number >= 1 && number <= sample->names->len && sample->nameless->data[number - 1]
             ? (guint) number - 1
             : sample->names->len;
}

static gboolean
find_columns (NsmTableReading *self, GError **error)
{
  NsmCsvSample *sample = self->sample;

  self->positions = g_new0 (guint, MAX (1, self->n_wishes));
  for (guint i = 0; i < self->n_wishes; i++)
    {
      guint n = 0;

      while (n < sample->names->len &&
             !g_str_equal (g_ptr_array_index (sample->names, n), self->wishes[i].name))
        n++;
      if (n == sample->names->len)
        n = find_nameless (sample, self->wishes[i].name);
      if (n == sample->names->len)
        {
          g_set_error (error, NSM_CSV_ERROR, NSM_CSV_ERROR_NO_COLUMN,
                       _("“%s” has no column “%s”."), self->file->name, self->wishes[i].name);
          return FALSE;
        }
      self->positions[i] = n;
    }
  return TRUE;
}

/* Threads */

typedef struct
{
  NsmTablePart *part;
  gboolean is_first;
  gint *n_running; /* atomic */
  GThread *thread;
} Worker;

static gboolean
has_failed (NsmTablePart *part)
{
  return part->error != NULL || part->too_large || part->splitter.trouble.code != 0;
}

static gpointer
work (gpointer data)
{
  Worker *worker = data;
  NsmTablePart *part = worker->part;

  nsm_table_part_run (part);
  /* What a later part finds may be due to its beginning within a quote. */
  if (part->error != NULL || part->too_large || (worker->is_first && has_failed (part)))
    g_atomic_int_set (&part->reading->stop, TRUE);
  g_atomic_int_add (worker->n_running, -1);
  return NULL;
}

typedef struct
{
  NsmTableReading reading;
  GPtrArray *parts;
  NsmTableHash *hash;
  NsmTableProgress progress;
  gpointer progress_data;
  double shown;
} Job;

static void
show_progress (Job *self)
{
  double size = (double) self->reading.file->size;
  double done = (double) (gsize) g_atomic_pointer_get (&self->reading.done);
  double hashed = (double) (gsize) g_atomic_pointer_get (&self->reading.hashed);
  double share = (MIN (done, size) + MIN (hashed, size)) / (2 * size);

  if (self->progress == NULL || share <= self->shown)
    return;
  self->shown = share;
  self->progress (share, self->progress_data);
}

static void
run_parts (Job *self, NsmTablePart *const *parts, guint n, gboolean is_first)
{
  g_autofree Worker *workers = g_new0 (Worker, n);
  gint n_running = (gint) n;

  for (guint i = 0; i < n; i++)
    {
      workers[i] = (Worker){ parts[i], is_first && i == 0, &n_running, NULL };
      workers[i].thread = g_thread_new ("csv", work, &workers[i]);
    }
  while (self->progress != NULL && g_atomic_int_get (&n_running) > 0)
    {
      g_usleep (TICK);
      show_progress (self);
    }
  for (guint i = 0; i < n; i++)
    g_thread_join (workers[i].thread);
}

/* A part counts if the one before ended with a row. Where it didn't, that one reads on. */
static void
check_cuts (Job *self)
{
  for (guint i = 0; i + 1 < self->parts->len;)
    {
      NsmTablePart *part = g_ptr_array_index (self->parts, i);
      NsmTablePart *next = g_ptr_array_index (self->parts, i + 1);

      if (has_failed (part) || nsm_table_reading_is_stopped (&self->reading))
        return;
      if (nsm_csv_splitter_is_at_row_end (&part->splitter))
        {
          i++;
          continue;
        }
      part->end = next->end;
      part->is_last = next->is_last;
      g_ptr_array_remove_index (self->parts, i + 1);
      run_parts (self, &part, 1, TRUE);
    }
}

static gboolean
make_parts (Job *self, guint n_parts, GError **error)
{
  NsmTableReading *reading = &self->reading;
  goffset size = reading->file->size;
  g_autoptr (GArray) cuts = NULL;

  if (n_parts == 0)
    n_parts = (guint) CLAMP (size / LEAST_PART, 1, MIN (MOST_PARTS, g_get_num_processors ()));
  if (!nsm_csv_sample_is_plain (reading->sample, reading->file))
    g_ptr_array_add (self->parts, nsm_table_part_new (reading, 0, size, TRUE));
  else
    {
      cuts = nsm_table_cut (reading, n_parts, error);
      if (cuts == NULL)
        return FALSE;
      for (guint i = 0; i + 1 < cuts->len; i++)
        g_ptr_array_add (self->parts, nsm_table_part_new (reading, g_array_index (cuts, goffset, i),
                                                          g_array_index (cuts, goffset, i + 1),
                                                          i + 2 == cuts->len));
    }
  ((NsmTablePart *) g_ptr_array_index (self->parts, 0))->skip_rows =
      reading->sample->format.header ? 1 : 0;
  return TRUE;
}

/* Errors */

static GError *
too_large (NsmTableReading *self)
{
  return g_error_new (
      NSM_CSV_ERROR, NSM_CSV_ERROR_TOO_LARGE,
      _("“%s” needs more memory than this computer has left. Choose fewer columns, "
                        "or export fewer rows."),
         self->file->name);
}

static gboolean
check_parts (Job *self, GError **error)
{
  gsize lines = self->reading.sample->lines_before;

  if (g_cancellable_set_error_if_cancelled (self->reading.cancellable, error))
    return FALSE;
  for (guint i = 0; i < self->parts->len; i++)
    {
      NsmTablePart *part = g_ptr_array_index (self->parts, i);

      if (part->error != NULL)
        g_propagate_error (error, g_steal_pointer (&part->error));
      else if (part->too_large)
        g_propagate_error (error, too_large (&self->reading));
      else if (part->splitter.trouble.code != 0)
        g_propagate_error (error, nsm_csv_trouble_to_error (&part->splitter.trouble,
                                                            self->reading.file->name, lines));
      else
        {
          lines += part->splitter.n_lines;
          continue;
        }
      return FALSE;
    }
  return TRUE;
}

/* The table */

static NsmTable *
new_table (Job *self)
{
  NsmTableReading *reading = &self->reading;
  NsmTable *table = g_new0 (NsmTable, 1);
  g_autoptr (GDateTime) modified = g_date_time_new_from_unix_local (reading->file->modified_s);

  table->ref_count = 1;
  table->n_columns = reading->n_wishes;
  table->columns = g_new0 (NsmTableColumn, MAX (1, table->n_columns));
  for (guint i = 0; i < table->n_columns; i++)
    {
      table->columns[i].name = g_strdup (reading->wishes[i].name);
      table->columns[i].cells =
          reading->wishes[i].cells == NSM_CELLS_EMPTY ? NSM_CELLS_NUMBER : reading->wishes[i].cells;
    }
  table->file_name = g_strdup (reading->file->name);
  table->size = reading->file->size;
  table->modified = modified != NULL ? g_date_time_format (modified, "%Y-%m-%d") : g_strdup ("");
  table->format = reading->sample->format;
  table->problems = g_ptr_array_new_with_free_func (g_free);
  return table;
}

static NsmTable *
finish (Job *self, GError **error)
{
  g_autoptr (NsmTable) table = NULL;

  if (!check_parts (self, error))
    return NULL;
  table = new_table (self);
  if (!nsm_table_merge (table, &self->reading, self->parts))
    {
      g_propagate_error (error, too_large (&self->reading));
      return NULL;
    }
  while (self->progress != NULL && !nsm_table_hash_is_over (self->hash))
    {
      show_progress (self);
      g_usleep (TICK);
    }
  table->sha256 = nsm_table_hash_finish (g_steal_pointer (&self->hash), error);
  if (table->sha256 == NULL || !nsm_csv_file_check_unchanged (self->reading.file, error) ||
      g_cancellable_set_error_if_cancelled (self->reading.cancellable, error))
    return NULL;
  if (table->n_rows == 0 && table->n_bad_rows == 0)
    {
      g_set_error (error, NSM_CSV_ERROR, NSM_CSV_ERROR_EMPTY,
                   _("“%s” has no row below the names of the columns."), table->file_name);
      return NULL;
    }
  if (self->progress != NULL)
    self->progress (1, self->progress_data);
  return g_steal_pointer (&table);
}

NsmTable *
nsm_table_read_by (GFile *file, const NsmCsvFormat *format, const NsmTableWish *wishes,
                   guint n_wishes, const NsmTableMeans *means, GCancellable *cancellable,
                   NsmTableProgress progress, gpointer progress_data, GError **error)
{
  g_autoptr (NsmCsvFile) opened = nsm_csv_file_open (file, error);
  g_autoptr (NsmCsvSample) sample =
      opened != NULL ? nsm_csv_sample_new (opened, format, cancellable, error) : NULL;
  g_autoptr (GPtrArray) parts =
      g_ptr_array_new_with_free_func ((GDestroyNotify) nsm_table_part_free);
  Job job = { .parts = parts, .progress = progress, .progress_data = progress_data };
  NsmTableReading *reading = &job.reading;
  NsmTable *table = NULL;

  if (sample == NULL)
    return NULL;
  reading->file = opened;
  reading->sample = sample;
  reading->wishes = wishes;
  reading->n_wishes = n_wishes;
  reading->cancellable = cancellable;
  /* The figures need some, too. */
  reading->memory = (gssize) (means->memory != 0 ? means->memory : get_available_memory () / 4 * 3);
  if (find_columns (reading, error) && make_parts (&job, means->n_parts, error))
    {
      job.hash = nsm_table_hash_start (reading);
      run_parts (&job, (NsmTablePart *const *) parts->pdata, parts->len, TRUE);
      check_cuts (&job);
      table = finish (&job, error);
      g_atomic_int_set (&reading->stop, TRUE);
      if (job.hash != NULL)
        g_free (nsm_table_hash_finish (job.hash, NULL));
    }
  /* The parts look into what goes out of scope here. */
  g_clear_pointer (&parts, g_ptr_array_unref);
  g_free (reading->positions);
  return table;
}

/**
 * nsm_table_read:
 * @file: on this computer
 * @format: (nullable): as nsm_csv_peek() found it, or as a person changed it
 * @wishes: (array length=n_wishes): the columns that are wanted, and as what
 * @progress: (nullable): called from this thread
 *
 * Reads a file. Several threads take part; this one waits, and answers to @cancellable at once.
 *
 * Returns: (transfer full): the table, or %NULL with @error set (NSM_CSV_ERROR, G_IO_ERROR)
 */
NsmTable *
nsm_table_read (GFile *file, const NsmCsvFormat *format, const NsmTableWish *wishes, guint n_wishes,
                GCancellable *cancellable, NsmTableProgress progress, gpointer progress_data,
                GError **error)
{
  NsmTableMeans means = { 0 };

  return nsm_table_read_by (file, format, wishes, n_wishes, &means, cancellable, progress,
                            progress_data, error);
}
