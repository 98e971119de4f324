/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rounds/ballot.h"

G_BEGIN_DECLS

/* A vote on the game that the product plays: three large cards, and why. */

#define NSM_TYPE_GAME_BALLOT (nsm_game_ballot_get_type ())
G_DECLARE_FINAL_TYPE (NsmGameBallot, nsm_game_ballot, NSM, GAME_BALLOT, NsmBallot)

void nsm_game_ballot_pick (NsmGameBallot *self, NsmGame game);

G_END_DECLS
