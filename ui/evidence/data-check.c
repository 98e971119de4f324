/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence/data-check.h"

#include <glib/gi18n-lib.h>

#define MOST_PROBLEMS 5

typedef struct
{
  GFile *file;
  NsmCsvFormat format;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_object_unref (order->file);
  g_free (order);
}

static void
check_in_thread (GTask *task, gpointer source G_GNUC_UNUSED, gpointer data,
                 GCancellable *cancellable)
{
  Order *order = data;
  GError *error = NULL;
  NsmTable *table =
      nsm_table_read (order->file, &order->format, NULL, 0, cancellable, NULL, NULL, &error);

  if (table != NULL)
    g_task_return_pointer (task, table, (GDestroyNotify) nsm_table_unref);
  else
    g_task_return_error (task, error);
}

void
nsm_data_check_async (GFile *file, const NsmCsvFormat *format, GCancellable *cancellable,
                      GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Order *order = g_new0 (Order, 1);

  order->file = g_object_ref (file);
  order->format = *format;
  g_task_set_return_on_cancel (task, TRUE);
  g_task_set_task_data (task, order, order_free);
  g_task_run_in_thread (task, check_in_thread);
}

/**
 * nsm_data_check_finish:
 *
 * Returns: (transfer full) (nullable): a table without columns, which knows its rows and
 *   its problems
 */
NsmTable *
nsm_data_check_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * nsm_data_check_dup_notes:
 *
 * Returns: (transfer full) (nullable): which rows are kept out and why, a line each; NULL
 *   when all of them are fine
 */
char *
nsm_data_check_dup_notes (NsmTable *checked)
{
  GPtrArray *problems = nsm_table_get_problems (checked);
  gsize n_bad = nsm_table_get_n_bad_rows (checked);
  g_autoptr (GString) notes = g_string_new (NULL);

  if (n_bad == 0 && problems->len == 0)
    return NULL;
  if (n_bad > 0)
    g_string_append_printf (notes,
                            ngettext ("%lu row is kept out of the figures:",
                                      "%lu rows are kept out of the figures:", n_bad),
                            (gulong) n_bad);
  for (guint i = 0; i < MIN (problems->len, MOST_PROBLEMS); i++)
    g_string_append_printf (notes, "%s%s", notes->len > 0 ? "\n" : "",
                            (const char *) problems->pdata[i]);
  if (problems->len > MOST_PROBLEMS)
    g_string_append (notes, "\n…");
  return g_string_free (g_steal_pointer (&notes), FALSE);
}
