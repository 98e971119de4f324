/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/error.h"

G_BEGIN_DECLS

/* Workshops that have no file of their own yet, or whose file couldn't be
 * written, lie in the state directory until they have one. */

typedef struct
{
  char *path;
  char *title;     /* "" if it has none */
  GDateTime *date; /* of the last change, local time */
  gboolean is_good;
} NsmDraft;

void nsm_draft_free (NsmDraft *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NsmDraft, nsm_draft_free)

GPtrArray *nsm_drafts_list (void);
void nsm_draft_remove (const char *path);
char *nsm_draft_dup_new_path (void);

char *nsm_state_dup_path (const char *folder);
char *nsm_state_dup_key (const char *path);

G_END_DECLS
