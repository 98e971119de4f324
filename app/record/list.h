/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "record/record.h"

G_BEGIN_DECLS

/* An ordered GListModel of records of one class, owned by a field of a record.
 * Its one primitive is splice; it is journalled before anyone is notified. */

#define NSM_TYPE_LIST (nsm_list_get_type ())
G_DECLARE_FINAL_TYPE (NsmList, nsm_list, NSM, LIST, GObject)

GType nsm_list_get_item_gtype (NsmList *self);
NsmRecord *nsm_list_get_owner (NsmList *self);
const NsmField *nsm_list_get_field (NsmList *self);

guint nsm_list_get_size (NsmList *self);
gpointer nsm_list_get (NsmList *self, guint position);
gpointer nsm_list_find (NsmList *self, const char *id);
gboolean nsm_list_get_position (NsmList *self, NsmRecord *item, guint *position);

void nsm_list_splice (NsmList *self, guint position, guint n_removed,
                      NsmRecord **added, guint n_added);
gpointer nsm_list_append_new (NsmList *self, const char *first_property, ...);
void nsm_list_append (NsmList *self, NsmRecord *item);
void nsm_list_insert (NsmList *self, guint position, NsmRecord *item);
void nsm_list_remove (NsmList *self, NsmRecord *item);
void nsm_list_move (NsmList *self, guint from, guint to);
void nsm_list_clear (NsmList *self);

/* Runs the body for each item; `type` and `var` as in `for (type *var …)`. */
#define NSM_LIST_EACH(type, var, list)                                             \
  for (guint var##_i = 0, var##_go = 1; var##_go && var##_i < nsm_list_get_size (list); var##_i++) \
    for (type *var = (var##_go = 0, nsm_list_get ((list), var##_i)); !var##_go && var != NULL;    \
         var##_go = 1, var = NULL)

G_END_DECLS
