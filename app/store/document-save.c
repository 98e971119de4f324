/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a document gets onto the disk. A snapshot is taken on the main thread and
 * written by a worker; nsm_document_save() does the worker's part itself. */
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "store/codec.h"
#include "store/document-private.h"

#define FIRST_RETRY_MS 2000
#define LAST_RETRY_MS 60000
#define RESCUE_RETRY_MS 10000

typedef enum
{
  STAGE_WAITING,
  STAGE_RUNNING,
  STAGE_DONE
} Stage;

struct _NsmSaveJob
{
  gatomicrefcount refs;
  GWeakRef document;

  GMutex mutex;
  GCond cond;
  Stage stage;

  cJSON *snapshot;
  guint64 serial;
  char *path;        /* NULL: only to the rescue draft */
  char *rescue_path; /* where to write what can't be written to path */
  gboolean asked_for;

  /* What came out of it; only looked at once it is done. */
  NsmFingerprint known;
  gboolean written;
  gboolean conflict;
  gboolean rescued;
  GError *error;
};

static NsmSaveJob *
job_ref (NsmSaveJob *job)
{
  g_atomic_ref_count_inc (&job->refs);
  return job;
}

static void
job_unref (NsmSaveJob *job)
{
  if (!g_atomic_ref_count_dec (&job->refs))
    return;
  g_weak_ref_clear (&job->document);
  g_mutex_clear (&job->mutex);
  g_cond_clear (&job->cond);
  g_clear_pointer (&job->snapshot, cJSON_Delete);
  g_clear_error (&job->error);
  g_free (job->path);
  g_free (job->rescue_path);
  g_free (job);
}

static NsmSaveJob *
job_new (NsmDocument *self, gboolean asked_for)
{
  NsmSaveJob *job = g_new0 (NsmSaveJob, 1);

  g_atomic_ref_count_init (&job->refs);
  g_weak_ref_init (&job->document, self);
  g_mutex_init (&job->mutex);
  g_cond_init (&job->cond);
  job->snapshot = nsm_codec_snapshot (self->workshop);
  job->serial = self->change_serial;
  job->known = self->known;
  job->asked_for = asked_for;
  if (self->state != NSM_DOCUMENT_CONFLICT)
    job->path = g_strdup (self->real_path);
  if (self->file != NULL)
    {
      if (self->rescue_path == NULL)
        self->rescue_path = nsm_draft_dup_new_path ();
      job->rescue_path = g_strdup (self->rescue_path);
    }
  self->first_change = 0;
  g_clear_handle_id (&self->timer_id, g_source_remove);
  return job;
}

static void
write_file (NsmSaveJob *job, GBytes *bytes)
{
  guint8 hash[NSM_HASH_SIZE];

  if (!nsm_save_is_unchanged (job->path, &job->known))
    {
      job->conflict = TRUE;
      return;
    }
  nsm_hash_bytes (bytes, hash);
  if (job->known.exists && memcmp (hash, job->known.hash, sizeof hash) == 0)
    job->written = TRUE;
  else
    job->written = nsm_save_write (job->path, bytes, &job->known, &job->error);
  /* The document itself is safe by now; a generation more or less isn't worth
   * calling the save failed. */
  if (job->written)
    nsm_generations_keep (job->path, bytes, job->asked_for, NULL);
}

static void
write_snapshot (NsmSaveJob *job)
{
  g_autoptr (GBytes) bytes = nsm_codec_print (job->snapshot, &job->error);

  if (bytes == NULL)
    return;
  if (job->path != NULL)
    write_file (job, bytes);
  if (!job->written && job->rescue_path != NULL)
    job->rescued = nsm_save_write (job->rescue_path, bytes, NULL, NULL);
}

/* Whoever comes first does the work; the other waits for it. */
static void
job_run (NsmSaveJob *job)
{
  g_mutex_lock (&job->mutex);
  if (job->stage == STAGE_WAITING)
    {
      job->stage = STAGE_RUNNING;
      g_mutex_unlock (&job->mutex);
      write_snapshot (job);
      g_mutex_lock (&job->mutex);
      job->stage = STAGE_DONE;
      g_cond_broadcast (&job->cond);
    }
  while (job->stage != STAGE_DONE)
    g_cond_wait (&job->cond, &job->mutex);
  g_mutex_unlock (&job->mutex);
}

static void
run_in_thread (GTask *task, gpointer source G_GNUC_UNUSED, gpointer data,
               GCancellable *cancellable G_GNUC_UNUSED)
{
  job_run (data);
  g_task_return_boolean (task, TRUE);
}

/**
 * nsm_document_drop_rescue:
 *
 * Removes the draft that stood in for the file.
 */
void
nsm_document_drop_rescue (NsmDocument *self)
{
  if (self->rescue_lock != NULL || self->rescued_serial > 0)
    nsm_draft_remove (self->rescue_path);
  self->rescued_serial = 0;
  g_clear_pointer (&self->rescue_lock, nsm_lock_release);
  g_clear_pointer (&self->rescue_path, g_free);
}

static void
keep_rescue (NsmDocument *self, guint64 serial)
{
  gboolean taken;

  /* Locked, so that no other window offers it while we have it. */
  if (self->rescue_lock == NULL)
    {
      g_autofree char *real = nsm_save_resolve (self->rescue_path);

      self->rescue_lock = nsm_lock_take (real, &taken);
    }
  self->rescued_serial = serial;
}

static void
take_failure (NsmDocument *self, NsmSaveJob *job)
{
  guint delay = FIRST_RETRY_MS;

  for (guint i = 0; i < self->n_failures && delay < LAST_RETRY_MS; i++)
    delay *= 2;
  self->n_failures++;
  self->retry_at = g_get_monotonic_time () + MIN (delay, LAST_RETRY_MS) * G_TIME_SPAN_MILLISECOND;
  nsm_document_set_state (self, NSM_DOCUMENT_FAILED, _("Not saved, trying again"),
                          job->error->message);
}

static void
apply_job (NsmDocument *self)
{
  NsmSaveJob *job = g_steal_pointer (&self->job);

  if (job->rescued)
    keep_rescue (self, job->serial);
  else if (!job->written)
    self->retry_at = g_get_monotonic_time () + RESCUE_RETRY_MS * G_TIME_SPAN_MILLISECOND;
  if (job->written)
    {
      self->known = job->known;
      self->saved_serial = job->serial;
      self->n_failures = 0;
      nsm_document_drop_rescue (self);
      nsm_document_set_saved_state (self);
    }
  else if (job->conflict)
    nsm_document_set_conflict (self);
  else if (job->error != NULL)
    take_failure (self, job);
  nsm_document_schedule (self);
  job_unref (job);
}

static void
on_job_done (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data G_GNUC_UNUSED)
{
  NsmSaveJob *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (NsmDocument) self = g_weak_ref_get (&job->document);

  /* Unless nsm_document_settle() was quicker. */
  if (self != NULL && self->job == job)
    apply_job (self);
}

static gboolean
on_timer (gpointer data)
{
  NsmDocument *self = data;
  g_autoptr (GTask) task = NULL;

  self->timer_id = 0;
  if (self->job != NULL)
    return G_SOURCE_REMOVE;
  self->job = job_new (self, FALSE);
  if (self->state == NSM_DOCUMENT_UNSAVED)
    nsm_document_set_state (self, NSM_DOCUMENT_SAVING, _("Saving…"), "");
  task = g_task_new (NULL, NULL, on_job_done, NULL);
  g_task_set_task_data (task, job_ref (self->job), (GDestroyNotify) job_unref);
  g_task_run_in_thread (task, run_in_thread);
  return G_SOURCE_REMOVE;
}

/**
 * nsm_document_schedule:
 *
 * Sees to it that what is unsaved gets saved: a moment after the last change,
 * and never much later than the first.
 */
void
nsm_document_schedule (NsmDocument *self)
{
  gint64 now = g_get_monotonic_time ();
  gint64 due = G_MAXINT64;

  g_clear_handle_id (&self->timer_id, g_source_remove);
  if (self->read_only || self->closed || self->job != NULL)
    return;
  if (self->first_change > 0)
    due = MIN (now + self->debounce_ms * G_TIME_SPAN_MILLISECOND,
               self->first_change + self->limit_ms * G_TIME_SPAN_MILLISECOND);
  if (self->state == NSM_DOCUMENT_FAILED)
    due = MIN (due, self->retry_at);
  if (self->state == NSM_DOCUMENT_CONFLICT && self->rescued_serial == 0 &&
      nsm_document_is_dirty (self))
    due = MIN (due, MAX (self->retry_at, now));
  if (due == G_MAXINT64)
    return;
  self->timer_id = g_timeout_add ((guint) (MAX (0, due - now) / G_TIME_SPAN_MILLISECOND), on_timer,
                                  self);
}

/**
 * nsm_document_settle:
 *
 * Waits for a save that is on its way, and takes its result.
 */
void
nsm_document_settle (NsmDocument *self)
{
  if (self->job == NULL)
    return;
  job_run (self->job);
  apply_job (self);
}

/**
 * nsm_document_save_now:
 *
 * Saves on this thread. Returns: whether all that is in the workshop now is on
 * the disk; if not, @error is set and the document says so
 */
gboolean
nsm_document_save_now (NsmDocument *self, gboolean asked_for, GError **error)
{
  g_autoptr (GError) problem = NULL;

  nsm_document_settle (self);
  self->job = job_new (self, asked_for);
  job_run (self->job);
  if (self->job->error != NULL)
    problem = g_error_copy (self->job->error);
  apply_job (self);
  if (!nsm_document_is_dirty (self) && self->state == NSM_DOCUMENT_SAVED)
    return TRUE;
  if (problem != NULL)
    g_propagate_error (error, g_steal_pointer (&problem));
  else
    g_set_error_literal (error, NSM_STORE_ERROR, NSM_STORE_ERROR_CHANGED, self->message);
  return FALSE;
}

void
nsm_document_on_changed (NsmDocument *self, NsmRecord *record, const NsmField *field G_GNUC_UNUSED)
{
  self->change_serial++;
  if (self->first_change == 0)
    self->first_change = g_get_monotonic_time ();
  if (self->state == NSM_DOCUMENT_SAVED)
    nsm_document_set_state (self, NSM_DOCUMENT_UNSAVED, _("Not saved yet"), "");
  if (self->file == NULL && record == NSM_RECORD (self->workshop))
    g_object_notify (G_OBJECT (self), "display-name");
  nsm_document_schedule (self);
}

/**
 * nsm_document_set_delays:
 *
 * For tests: how long after the last, and the first, change a save begins.
 */
void
nsm_document_set_delays (NsmDocument *self, guint debounce_ms, guint limit_ms)
{
  self->debounce_ms = debounce_ms;
  self->limit_ms = limit_ms;
}
