/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "record/list.h"

G_BEGIN_DECLS

/**
 * A list of records as cards that fold, move (by the handle, or Alt and the
 * arrow keys), and go away with an undo. A button at the end adds one.
 *
 * Properties: `list`; `fields`, members joined by commas, shown as rows in each
 * card, the first also being the title of a folded one; `add-label` of the
 * button (NULL: no button); `empty-text`, what the empty list says.
 */

#define NSM_TYPE_CARD_LIST (nsm_card_list_get_type ())
G_DECLARE_FINAL_TYPE (NsmCardList, nsm_card_list, NSM, CARD_LIST, GtkWidget)

/**
 * NsmCardFactory:
 *
 * Returns: (transfer floating): the body of the card of @record
 */
typedef GtkWidget *(*NsmCardFactory) (NsmRecord *record, gpointer user_data);

GtkWidget *nsm_card_list_new (NsmList *list, const char *fields, const char *add_label);

NsmList *nsm_card_list_get_list (NsmCardList *self);
void nsm_card_list_set_list (NsmCardList *self, NsmList *list);
void nsm_card_list_set_factory (NsmCardList *self, NsmCardFactory factory, gpointer user_data,
                                GDestroyNotify destroy);
void nsm_card_list_set_expanded (NsmCardList *self, NsmRecord *record, gboolean expanded);
gboolean nsm_card_list_show_record (NsmCardList *self, NsmRecord *record);

G_END_DECLS
