/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/workshop.h"
#include "store/drafts.h"
#include "store/error.h"
#include "store/generations.h"

G_BEGIN_DECLS

/**
 * NsmDocument:
 *
 * A workshop and where it is kept. Every change is on disk within two seconds,
 * without anybody waiting for it; a save that fails stays unsaved, says so and
 * is tried again; a file that another program changed is never overwritten.
 * What can't be written to its file is written to a draft beside it.
 *
 * Properties: "workshop" (another object after reload or restore), "file" (NULL
 * for a draft), "state", "status" (a few words for the header), "message" (a
 * sentence, with what to do; "" while all is well), "display-name".
 *
 * Belongs to the main thread.
 */

#define NSM_TYPE_DOCUMENT (nsm_document_get_type ())
G_DECLARE_FINAL_TYPE (NsmDocument, nsm_document, NSM, DOCUMENT, GObject)

typedef enum
{
  NSM_DOCUMENT_SAVED,
  NSM_DOCUMENT_UNSAVED,
  NSM_DOCUMENT_SAVING,
  NSM_DOCUMENT_FAILED,
  NSM_DOCUMENT_READ_ONLY,
  NSM_DOCUMENT_CONFLICT,
} NsmDocumentState;

#define NSM_TYPE_DOCUMENT_STATE (nsm_document_state_get_type ())
GType nsm_document_state_get_type (void);

NsmDocument *nsm_document_new_draft (NsmWorkshop *workshop);
NsmDocument *nsm_document_open (GFile *file, GError **error);
NsmDocument *nsm_document_open_draft (const char *path, GError **error);
NsmDocument *nsm_document_open_generation (const NsmGeneration *generation, GError **error);

NsmWorkshop *nsm_document_get_workshop (NsmDocument *self);
GFile *nsm_document_get_file (NsmDocument *self);
NsmDocumentState nsm_document_get_state (NsmDocument *self);
const char *nsm_document_get_status (NsmDocument *self);
const char *nsm_document_get_message (NsmDocument *self);
char *nsm_document_dup_display_name (NsmDocument *self);
gboolean nsm_document_is_dirty (NsmDocument *self);
gboolean nsm_document_is_read_only (NsmDocument *self);
gboolean nsm_document_is_locked (NsmDocument *self);

gboolean nsm_document_save (NsmDocument *self, GError **error);
gboolean nsm_document_save_as (NsmDocument *self, GFile *file, GError **error);
gboolean nsm_document_reload (NsmDocument *self, GError **error);
gboolean nsm_document_keep_both (NsmDocument *self, GError **error);

GPtrArray *nsm_document_list_generations (NsmDocument *self);
gboolean nsm_document_restore (NsmDocument *self, const NsmGeneration *generation,
                               GError **error);
void nsm_document_forget_generations (NsmDocument *self);

gboolean nsm_document_close (NsmDocument *self, GError **error);
void nsm_document_discard (NsmDocument *self);

G_END_DECLS
