/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rounds/ballot.h"

G_BEGIN_DECLS

/* A ranking: the most direct one on top. Rows are dragged, moved with Alt and the up
 * and down keys, or put on a place by its number; 0 says "can't say". */

#define NSM_TYPE_MOMENTS_BALLOT (nsm_moments_ballot_get_type ())
G_DECLARE_FINAL_TYPE (NsmMomentsBallot, nsm_moments_ballot, NSM, MOMENTS_BALLOT, NsmBallot)

void nsm_moments_ballot_move (NsmMomentsBallot *self, guint from, guint to);
void nsm_moments_ballot_leave_out (NsmMomentsBallot *self, guint position, gboolean out);
const char *nsm_moments_ballot_get_subject (NsmMomentsBallot *self, guint position);
void nsm_moments_ballot_agree (NsmMomentsBallot *self);

G_END_DECLS
