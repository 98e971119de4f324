/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "evidence/table.h"

G_BEGIN_DECLS

/* The heartbeat of long work over many rows, shared by its threads: tells how far it is,
 * in the thread that began it, and whether it was cancelled. */

/* Rows between two beats: well under a millisecond of work. */
#define NSM_PULSE_ROWS 16384

typedef struct
{
  GCancellable *cancellable;
  NsmTableProgress progress;
  gpointer progress_data;
  GThread *owner;
  gsize total;    /* rows to go through, of all passes together */
  gsize done;     /* atomic */
  gint64 told_at; /* of the owner alone */
} NsmPulse;

void nsm_pulse_init (NsmPulse *self, gsize total, GCancellable *cancellable,
                     NsmTableProgress progress, gpointer progress_data);
gboolean nsm_pulse_beat (NsmPulse *self, gsize rows);
gboolean nsm_pulse_is_cancelled (NsmPulse *self);

/* Goes through @n rows in stretches from @start to before @end, with a beat before each; ends
 * early when cancelled, which is to be asked for before what the rows gave is used. */
#define NSM_PULSE_EACH(pulse, start, end, n)                                                       \
  for (gsize start = 0, end = MIN ((n), NSM_PULSE_ROWS);                                           \
       start < (n) && nsm_pulse_beat ((pulse), 0);                                                 \
       start = end, end = MIN ((n), end + NSM_PULSE_ROWS))

/* Does task @task of many; tasks of one set share nothing that either writes. */
typedef void (*NsmTask) (guint task, gpointer data);
void nsm_tasks_run (guint n_tasks, NsmTask run, gpointer data, guint n_threads);

G_END_DECLS
