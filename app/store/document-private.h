/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of NsmDocument share among themselves. */
#pragma once

#include <cjson/cJSON.h>

#include "store/document.h"
#include "store/lock.h"
#include "store/save.h"

G_BEGIN_DECLS

typedef struct _NsmSaveJob NsmSaveJob;

struct _NsmDocument
{
  GObject parent_instance;

  NsmWorkshop *workshop;
  gulong changed_id;

  GFile *file;     /* NULL for a draft */
  char *real_path; /* where we write: of the file, links followed, or of the draft */
  NsmLock *lock;
  NsmFingerprint known;

  NsmDocumentState state;
  char *status;
  char *message;
  gboolean read_only;
  gboolean newer; /* of a newer version: what we hold may not be all of it */
  gboolean locked;
  gboolean closed;

  /* Changes are counted, so that one that comes while a save runs isn't taken
   * for saved with it. */
  guint64 change_serial;
  guint64 saved_serial;
  gint64 first_change; /* monotonic time of the oldest one in no snapshot; 0: none */
  guint debounce_ms;
  guint limit_ms;
  guint timer_id;
  guint n_failures;
  gint64 retry_at;
  NsmSaveJob *job;

  /* A draft for what can't be written to the file. */
  char *rescue_path;
  NsmLock *rescue_lock;
  guint64 rescued_serial;

  GFileMonitor *monitor;
  guint check_id;
};

/* document.c */
void nsm_document_set_state (NsmDocument *self, NsmDocumentState state, const char *status,
                             const char *message);
void nsm_document_set_saved_state (NsmDocument *self);
void nsm_document_set_opened_state (NsmDocument *self);
gboolean nsm_document_must_be_read_only (NsmDocument *self);
void nsm_document_take_workshop (NsmDocument *self, NsmWorkshop *workshop);
void nsm_document_set_place (NsmDocument *self, GFile *file, const char *real_path, NsmLock *lock);
NsmWorkshop *nsm_document_load (const char *path, NsmFingerprint *fingerprint,
                                gboolean *read_only, GError **error);

/* document-save.c */
void nsm_document_on_changed (NsmDocument *self, NsmRecord *record, const NsmField *field);
void nsm_document_schedule (NsmDocument *self);
void nsm_document_settle (NsmDocument *self);
gboolean nsm_document_save_now (NsmDocument *self, gboolean asked_for, GError **error);
void nsm_document_drop_rescue (NsmDocument *self);
void nsm_document_set_delays (NsmDocument *self, guint debounce_ms, guint limit_ms);

/* document-watch.c */
void nsm_document_watch (NsmDocument *self);
void nsm_document_unwatch (NsmDocument *self);
void nsm_document_set_conflict (NsmDocument *self);

G_END_DECLS
