/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kit/turning-box.h"

#include "record/record.h"

G_BEGIN_DECLS

/* A choice between a few things that need words: one large card each, side by side. */

#define NSM_TYPE_CHOICE_CARDS (nsm_choice_cards_get_type ())
G_DECLARE_FINAL_TYPE (NsmChoiceCards, nsm_choice_cards, NSM, CHOICE_CARDS, NsmTurningBox)

void nsm_choice_cards_add (NsmChoiceCards *self, guint value, const char *title, const char *text,
                           const char *small);
void nsm_choice_cards_bind (NsmChoiceCards *self, gpointer record, const char *field,
                            gboolean can_be_unset);
GtkWidget *nsm_choice_cards_get_card (NsmChoiceCards *self, guint value);

G_END_DECLS
