/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/workshop.h"
#include "rounds/round-view.h"
#include "store/document.h"

G_BEGIN_DECLS

/**
 * "Ask everybody in private", as a card on a step's page: first why one would, then
 * the round itself. A solo draft has none of it: its author just fills in the fields.
 *
 * Property: `kind` (set once).
 */

#define NSM_TYPE_ROUND_CARD (nsm_round_card_get_type ())
G_DECLARE_FINAL_TYPE (NsmRoundCard, nsm_round_card, NSM, ROUND_CARD, AdwBin)

GtkWidget *nsm_round_card_new (NsmRoundKind kind);

void nsm_round_card_bind (NsmRoundCard *self, NsmDocument *document);
void nsm_round_card_refresh (NsmRoundCard *self);
NsmRoundView *nsm_round_card_begin (NsmRoundCard *self);
NsmRoundView *nsm_round_card_get_view (NsmRoundCard *self);
gboolean nsm_round_card_is_busy (NsmRoundCard *self);

G_END_DECLS
