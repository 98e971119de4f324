/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Noticing that another program changed the file. Every save looks by itself
 * too; this is so that people hear of it before they go on writing. */
#include <glib/gi18n-lib.h>

#include "store/document-private.h"

/* Programs write in several steps: look when they are done. */
#define CHECK_DELAY_MS 300

typedef struct
{
  GWeakRef document;
  char *path;
  NsmFingerprint known;
  guint8 hash[NSM_HASH_SIZE];
} Check;

static void
check_free (Check *check)
{
  g_weak_ref_clear (&check->document);
  g_free (check->path);
  g_free (check);
}

/**
 * nsm_document_set_conflict:
 *
 * From now on nothing is written to the file until somebody decides.
 */
void
nsm_document_set_conflict (NsmDocument *self)
{
  g_autofree char *name = nsm_document_dup_display_name (self);
  g_autofree char *message =
    g_strdup_printf (_("Another program changed “%s”. Load what it wrote, or keep both: then this "
                       "workshop goes on in a copy beside it."), name);

  nsm_document_set_state (self, NSM_DOCUMENT_CONFLICT, _("Changed by another program"), message);
}

static void
check_in_thread (GTask *task, gpointer source G_GNUC_UNUSED, gpointer data,
                 GCancellable *cancellable G_GNUC_UNUSED)
{
  Check *check = data;

  g_task_return_boolean (task, nsm_save_is_unchanged (check->path, &check->known));
}

static void
on_checked (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data G_GNUC_UNUSED)
{
  Check *check = g_task_get_task_data (G_TASK (result));
  g_autoptr (NsmDocument) self = g_weak_ref_get (&check->document);
  gboolean unchanged = g_task_propagate_boolean (G_TASK (result), NULL);

  /* If a save came between, it looked for itself. */
  if (self == NULL || self->closed || self->read_only || self->job != NULL ||
      g_strcmp0 (self->real_path, check->path) != 0 ||
      memcmp (self->known.hash, check->hash, NSM_HASH_SIZE) != 0)
    return;
  if (!unchanged && self->state != NSM_DOCUMENT_CONFLICT)
    {
      nsm_document_set_conflict (self);
      nsm_document_schedule (self);
    }
}

static gboolean
on_check_due (gpointer data)
{
  NsmDocument *self = data;
  g_autoptr (GTask) task = NULL;
  Check *check;

  self->check_id = 0;
  if (self->job != NULL || self->read_only)
    return G_SOURCE_REMOVE;
  check = g_new0 (Check, 1);
  g_weak_ref_init (&check->document, self);
  check->path = g_strdup (self->real_path);
  check->known = self->known;
  memcpy (check->hash, self->known.hash, NSM_HASH_SIZE);
  task = g_task_new (NULL, NULL, on_checked, NULL);
  g_task_set_task_data (task, check, (GDestroyNotify) check_free);
  g_task_run_in_thread (task, check_in_thread);
  return G_SOURCE_REMOVE;
}

static void
on_monitor_changed (NsmDocument *self)
{
  if (self->check_id == 0)
    self->check_id = g_timeout_add (CHECK_DELAY_MS, on_check_due, self);
}

void
nsm_document_watch (NsmDocument *self)
{
  g_autoptr (GFile) file = NULL;

  nsm_document_unwatch (self);
  if (self->file == NULL)
    return;
  file = g_file_new_for_path (self->real_path);
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (on_monitor_changed), self,
                             G_CONNECT_SWAPPED);
}

void
nsm_document_unwatch (NsmDocument *self)
{
  g_clear_handle_id (&self->check_id, g_source_remove);
  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
}
