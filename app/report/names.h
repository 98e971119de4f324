/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/workshop.h"

G_BEGIN_DECLS

/* What people are called where nobody's name is to be read: by their function, with a number
 * where several share one. */

typedef struct _NsmNames NsmNames;

NsmNames *nsm_names_new (void);
void nsm_names_free (NsmNames *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NsmNames, nsm_names_free)
void nsm_names_collect (NsmNames *self, NsmWorkshop *workshop);
void nsm_names_settle (NsmNames *self);

const char *nsm_names_find (NsmNames *self, const char *id, const char *name);
char *nsm_names_dup_text (NsmNames *self, const char *text);
char *nsm_names_dup_who (NsmNames *self, const char *who);
char *nsm_names_dup_owner (NsmNames *self, const char *owner);
char *nsm_names_dup_blank (NsmNames *self, const char *text);

G_END_DECLS
