/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence/pulse.h"

/* Microseconds between two words about progress. */
#define TELL_EVERY 16000

void
nsm_pulse_init (NsmPulse *self, gsize total, GCancellable *cancellable, NsmTableProgress progress,
                gpointer progress_data)
{
  *self = (NsmPulse){
    .cancellable = cancellable,
    .progress = progress,
    .progress_data = progress_data,
    .owner = g_thread_self (),
    .total = MAX (total, 1),
  };
}

gboolean
nsm_pulse_is_cancelled (NsmPulse *self)
{
  return self != NULL && g_cancellable_is_cancelled (self->cancellable);
}

/**
 * nsm_pulse_beat:
 * @self: (nullable): NULL for work that is too short to be stopped
 * @rows: rows that were gone through since the last beat
 *
 * Returns: whether to go on
 */
gboolean
nsm_pulse_beat (NsmPulse *self, gsize rows)
{
  gsize done;

  if (self == NULL)
    return TRUE;
  done = __atomic_add_fetch (&self->done, rows, __ATOMIC_RELAXED);
  if (self->progress != NULL && g_thread_self () == self->owner)
    {
      gint64 now = g_get_monotonic_time ();

      if (now - self->told_at >= TELL_EVERY)
        {
          self->told_at = now;
          self->progress (MIN (1, (double) done / (double) self->total), self->progress_data);
        }
    }
  return !g_cancellable_is_cancelled (self->cancellable);
}

typedef struct
{
  guint n_tasks;
  guint next; /* atomic */
  NsmTask run;
  gpointer data;
} Tasks;

static gpointer
work (gpointer data)
{
  Tasks *tasks = data;
  guint task;

  while ((task = __atomic_fetch_add (&tasks->next, 1, __ATOMIC_RELAXED)) < tasks->n_tasks)
    tasks->run (task, tasks->data);
  return NULL;
}

/**
 * nsm_tasks_run:
 *
 * Does @n_tasks tasks, in any order, in this thread and in at most @n_threads - 1 others.
 */
void
nsm_tasks_run (guint n_tasks, NsmTask run, gpointer data, guint n_threads)
{
  Tasks tasks = { .n_tasks = n_tasks, .run = run, .data = data };
  g_autoptr (GPtrArray) others = g_ptr_array_new ();

  for (guint i = 1; i < MIN (n_threads, n_tasks); i++)
    {
      /* Without a thread more the work is done all the same, only later. */
      GThread *thread = g_thread_try_new ("evidence", work, &tasks, NULL);

      if (thread == NULL)
        break;
      g_ptr_array_add (others, thread);
    }
  work (&tasks);
  for (guint i = 0; i < others->len; i++)
    g_thread_join (others->pdata[i]);
}
