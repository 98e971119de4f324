/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/workshop.h"

G_BEGIN_DECLS

/**
 * One opened text as a card, with its author where names were promised. It can be
 * dragged onto another card or group, or put there from its menu.
 *
 * Signals: "join" (onto_person: string, onto_position: uint), it goes to that text or
 * its group; "part", it leaves its group; "use", the team goes on with it.
 */

#define NSM_TYPE_TEXT_CARD (nsm_text_card_get_type ())
G_DECLARE_FINAL_TYPE (NsmTextCard, nsm_text_card, NSM, TEXT_CARD, GtkWidget)

GtkWidget *nsm_text_card_new (NsmWorkshop *workshop, NsmRound *round, const char *person,
                              guint position);

const char *nsm_text_card_get_person (NsmTextCard *self);
guint nsm_text_card_get_position (NsmTextCard *self);
const char *nsm_text_card_get_text (NsmTextCard *self);
void nsm_text_card_set_large (NsmTextCard *self);
void nsm_text_card_set_grouped (NsmTextCard *self);
void nsm_text_card_set_use (NsmTextCard *self, const char *label, const char *used_label);
void nsm_text_card_set_used (NsmTextCard *self, gboolean used);
void nsm_text_card_offer (NsmTextCard *self);
void nsm_text_card_join (NsmTextCard *self, NsmTextCard *onto);
void nsm_text_card_take (NsmTextCard *self, GtkWidget *target);

G_END_DECLS
