/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/workshop.h"

G_BEGIN_DECLS

/**
 * NsmTurns:
 *
 * Who gets the laptop next in an open round: as the roster lists them or
 * shuffled; somebody who was chosen comes first, who was skipped comes last, and
 * who left the workshop isn't waited for. It is kept nowhere: the order in which
 * people answer is nobody's business afterwards.
 */

#define NSM_TYPE_TURNS (nsm_turns_get_type ())
G_DECLARE_FINAL_TYPE (NsmTurns, nsm_turns, NSM, TURNS, GObject)

NsmTurns *nsm_turns_new (NsmWorkshop *workshop, NsmRound *round);

NsmRound *nsm_turns_get_round (NsmTurns *self);
gboolean nsm_turns_get_shuffled (NsmTurns *self);
void nsm_turns_set_shuffled (NsmTurns *self, gboolean shuffled);
NsmRosterEntry *nsm_turns_get_next (NsmTurns *self);
GPtrArray *nsm_turns_list_waiting (NsmTurns *self);
void nsm_turns_choose (NsmTurns *self, const char *person);
void nsm_turns_skip (NsmTurns *self, const char *person);

G_END_DECLS
