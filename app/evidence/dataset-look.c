/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence/dataset-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

/* What the worker needs, taken from the records on the main thread: it never sees a record. */
typedef struct
{
  GFile *file;
  NsmCsvFormat format;
  NsmStudyPlan *plan;
  int *share; /* of THOUSANDS, set by the worker; counted by reference, or NULL */
} Order;

/* Shows the share to who waits, on their own thread. */
typedef struct
{
  int *share;
  NsmTableProgress progress;
  gpointer progress_data;
  GSource *clock;
  GAsyncReadyCallback callback;
  gpointer user_data;
} Waiter;

#define THOUSANDS 1000
/* Reading takes about as long as this share of the whole. */
#define READING 0.7
/* Milliseconds between two signs of life. */
#define BETWEEN 50

static Order *
order_new (NsmDataset *dataset, GFile *file)
{
  Order *order = g_new0 (Order, 1);

  order->file = g_object_ref (file);
  order->format = nsm_dataset_get_format (dataset);
  order->plan = nsm_study_plan_new ();
  order->plan->period = dataset->period;
  g_free (order->plan->changed_on);
  order->plan->changed_on = g_strdup (dataset->changed_on);
  NSM_LIST_EACH (NsmColumn, column, dataset->columns)
    switch (column->role)
      {
      case NSM_COLUMN_ROLE_CANDIDATE:
      case NSM_COLUMN_ROLE_OUTCOME:
        nsm_study_plan_add (order->plan, column->name, column->role,
                            column->truth ? NSM_CELLS_TRUTH : NSM_CELLS_NUMBER);
        break;
      case NSM_COLUMN_ROLE_SEGMENT:
        nsm_study_plan_add (order->plan, column->name, column->role, NSM_CELLS_TEXT);
        break;
      case NSM_COLUMN_ROLE_DATE:
        nsm_study_plan_add (order->plan, column->name, column->role, NSM_CELLS_DATE);
        break;
      case NSM_COLUMN_ROLE_IGNORED:
      default:
        break;
      }
  return order;
}

static void
order_free (gpointer data)
{
  Order *order = data;

  g_object_unref (order->file);
  g_clear_pointer (&order->plan, nsm_study_plan_free);
  g_clear_pointer (&order->share, g_atomic_rc_box_release);
  g_free (order);
}

void
nsm_look_free (NsmLook *look)
{
  if (look == NULL)
    return;
  g_clear_pointer (&look->study, nsm_study_free);
  g_clear_pointer (&look->table, nsm_table_unref);
  g_clear_pointer (&look->plan, nsm_study_plan_free);
  g_free (look);
}

/**
 * nsm_look_get_study:
 *
 * Returns: (transfer none): what was computed
 */
NsmStudy *
nsm_look_get_study (NsmLook *look)
{
  return look->study;
}

/**
 * nsm_look_get_table:
 *
 * Returns: (transfer none): what was read
 */
NsmTable *
nsm_look_get_table (NsmLook *look)
{
  return look->table;
}

static char *
dup_wrong (const NsmTableColumn *column)
{
  const char *example = column->wrong_example != NULL ? column->wrong_example : "";

  if (column->cells == NSM_CELLS_DATE)
    return g_strdup_printf (
      ngettext ("“%s”: %lu cell is no date (line %lu"
                ": “%s”). It counts as missing.",
                "“%s”: %lu cells are no dates (the first in line %lu"
                ": “%s”). They count as missing.",
                (gulong) column->n_wrong),
      column->name, (gulong) column->n_wrong, (gulong) column->first_wrong, example);
  return g_strdup_printf (
    ngettext ("“%s”: %lu cell is no number (line %lu"
              ": “%s”). It counts as missing.",
              "“%s”: %lu cells are no numbers (the first in line %lu"
              ": “%s”). They count as missing.",
              (gulong) column->n_wrong),
    column->name, (gulong) column->n_wrong, (gulong) column->first_wrong, example);
}

/**
 * nsm_look_dup_problems:
 *
 * Returns: (transfer full) (element-type utf8): what was wrong with the file, in sentences with
 *   line numbers: rows that were kept out, and cells that were no numbers. They quote cells: for
 *   who looks at the file now, not for keeping.
 */
GPtrArray *
nsm_look_dup_problems (NsmLook *look)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *rows = nsm_table_get_problems (look->table);

  for (guint i = 0; i < nsm_table_get_n_columns (look->table); i++)
    {
      const NsmTableColumn *column = nsm_table_get_column (look->table, i);

      if (column->n_wrong > 0)
        g_ptr_array_add (problems, dup_wrong (column));
    }
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (problems, g_strdup (rows->pdata[i]));
  return problems;
}

static void
tell_reading (double share, gpointer data)
{
  Order *order = data;

  g_atomic_int_set (order->share, (int) (share * READING * THOUSANDS));
}

static void
tell_computing (double share, gpointer data)
{
  Order *order = data;

  g_atomic_int_set (order->share, (int) ((READING + share * (1 - READING)) * THOUSANDS));
}

static NsmTable *
read_table (Order *order, GCancellable *cancellable, GError **error)
{
  GArray *columns = order->plan->columns;
  g_autofree NsmTableWish *wishes = g_new0 (NsmTableWish, MAX (columns->len, 1));

  for (guint i = 0; i < columns->len; i++)
    {
      const NsmStudyColumn *column = &g_array_index (columns, NsmStudyColumn, i);

      wishes[i].name = column->column;
      wishes[i].cells = column->cells;
    }
  return nsm_table_read (order->file, &order->format, wishes, columns->len, cancellable,
                         order->share != NULL ? tell_reading : NULL, order, error);
}

/* A count that is 0 or 1 in the first rows, and 2 further down, is no yes or no. */
static gboolean
correct_truths (Order *order, NsmTable *table)
{
  gboolean any = FALSE;

  for (guint i = 0; i < order->plan->columns->len; i++)
    {
      NsmStudyColumn *column = &g_array_index (order->plan->columns, NsmStudyColumn, i);
      const NsmTableColumn *found = nsm_table_find_column (table, column->column);
      const char *wrong = found != NULL ? found->wrong_example : NULL;

      if (column->cells != NSM_CELLS_TRUTH || wrong == NULL ||
          (!g_ascii_isdigit (wrong[0]) && !(wrong[0] == '-' && g_ascii_isdigit (wrong[1]))))
        continue;
      column->cells = NSM_CELLS_NUMBER;
      any = TRUE;
    }
  return any;
}

static NsmLook *
carry_out (Order *order, GCancellable *cancellable, GError **error)
{
  g_autoptr (NsmLook) look = g_new0 (NsmLook, 1);

  look->table = read_table (order, cancellable, error);
  if (look->table != NULL && correct_truths (order, look->table))
    {
      nsm_table_unref (look->table);
      look->table = read_table (order, cancellable, error);
    }
  if (look->table == NULL)
    return NULL;
  look->study = nsm_study_new (look->table, order->plan, cancellable,
                               order->share != NULL ? tell_computing : NULL, order, error);
  if (look->study == NULL)
    return NULL;
  look->plan = g_steal_pointer (&order->plan);
  return g_steal_pointer (&look);
}

static void
look_in_thread (GTask *task, gpointer source G_GNUC_UNUSED, gpointer data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  NsmLook *look = carry_out (data, cancellable, &error);

  if (look != NULL)
    g_task_return_pointer (task, look, (GDestroyNotify) nsm_look_free);
  else
    g_task_return_error (task, error);
}

static gboolean
on_clock_ticked (gpointer data)
{
  Waiter *waiter = data;

  waiter->progress (g_atomic_int_get (waiter->share) / (double) THOUSANDS, waiter->progress_data);
  return G_SOURCE_CONTINUE;
}

static void
on_look_done (GObject *source, GAsyncResult *result, gpointer data)
{
  Waiter *waiter = data;

  if (waiter->clock != NULL)
    {
      g_source_destroy (waiter->clock);
      g_source_unref (waiter->clock);
    }
  if (waiter->callback != NULL)
    waiter->callback (source, result, waiter->user_data);
  g_atomic_rc_box_release (waiter->share);
  g_free (waiter);
}

/**
 * nsm_dataset_look_async:
 * @progress: (nullable): called now and then, in the thread of the caller, with 0…1, and never
 *   after @callback
 *
 * Reads the columns of @file that @dataset uses, and computes everything, in a thread that
 * sees no record: @dataset may change or go meanwhile. When @cancellable is cancelled,
 * @callback is called at once, and the thread ends by itself soon after.
 */
void
nsm_dataset_look_async (NsmDataset *dataset, GFile *file, NsmTableProgress progress,
                        gpointer progress_data, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer user_data)
{
  Waiter *waiter = g_new0 (Waiter, 1);
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, on_look_done, waiter);
  Order *order = order_new (dataset, file);

  waiter->share = g_atomic_rc_box_new0 (int);
  waiter->progress = progress;
  waiter->progress_data = progress_data;
  waiter->callback = callback;
  waiter->user_data = user_data;
  order->share = g_atomic_rc_box_acquire (waiter->share);
  if (progress != NULL)
    {
      waiter->clock = g_timeout_source_new (BETWEEN);
      g_source_set_callback (waiter->clock, on_clock_ticked, waiter, NULL);
      g_source_attach (waiter->clock, g_main_context_get_thread_default ());
    }
  g_task_set_task_data (task, order, order_free);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, look_in_thread);
}

/**
 * nsm_dataset_look_finish:
 *
 * Returns: (transfer full) (nullable): what was read and computed
 */
NsmLook *
nsm_dataset_look_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * nsm_dataset_look:
 *
 * The same, without a thread, for programs without a window.
 *
 * Returns: (transfer full) (nullable): what was read and computed
 */
NsmLook *
nsm_dataset_look (NsmDataset *dataset, GFile *file, GCancellable *cancellable, GError **error)
{
  Order *order = order_new (dataset, file);
  NsmLook *look = carry_out (order, cancellable, error);

  order_free (order);
  return look;
}
