/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "record/list.h"

G_BEGIN_DECLS

/**
 * One card of an NsmCardList: a heading that folds, a handle, a way out, and a
 * body that is built when it is first seen.
 */

#define NSM_TYPE_CARD (nsm_card_get_type ())
G_DECLARE_FINAL_TYPE (NsmCard, nsm_card, NSM, CARD, GtkBox)

/* (transfer floating): the body */
typedef GtkWidget *(*NsmCardBuild) (NsmCard *card, NsmRecord *record, gpointer owner);

NsmCard *nsm_card_new (NsmList *list, NsmRecord *record, NsmCardBuild build, gpointer owner);

NsmRecord *nsm_card_get_record (NsmCard *self);
void nsm_card_set_words (NsmCard *self, const char *title, const char *subtitle);
gboolean nsm_card_get_expanded (NsmCard *self);
void nsm_card_set_expanded (NsmCard *self, gboolean expanded);
gboolean nsm_card_focus_body (NsmCard *self);
void nsm_card_focus_heading (NsmCard *self);

G_END_DECLS
