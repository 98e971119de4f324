/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/workshop.h"
#include "store/document.h"

#include "rounds/ballot.h"
#include "rounds/key-store.h"
#include "rounds/turns.h"

G_BEGIN_DECLS

/**
 * Where people answer a round, one after the other, on one laptop: it asks for
 * the laptop to be passed on, shows a blank ballot to who says it is their turn,
 * seals and saves it, shows the receipt, and is blank again.
 *
 * Signals: "left", back to who is in (paused, or nobody is left to ask);
 * "finished", a direct answer is complete and its author wants to see the result.
 */

#define NSM_TYPE_BOOTH (nsm_booth_get_type ())
G_DECLARE_FINAL_TYPE (NsmBooth, nsm_booth, NSM, BOOTH, AdwBin)

GtkWidget *nsm_booth_new (NsmDocument *document, NsmRound *round, NsmKeyStore *keys,
                          NsmTurns *turns, const char *person);

NsmBallot *nsm_booth_get_ballot (NsmBooth *self);
const char *nsm_booth_get_person (NsmBooth *self);
void nsm_booth_confirm (NsmBooth *self);
void nsm_booth_skip (NsmBooth *self);
void nsm_booth_abstain (NsmBooth *self);
void nsm_booth_pass_on (NsmBooth *self);

G_END_DECLS
