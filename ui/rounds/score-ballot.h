/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rounds/ballot.h"

G_BEGIN_DECLS

/* A score ballot: one candidate at a time, every criterion a row. Keys 1 to 5 mark,
 * 0 abstains, up and down move between rows, Enter goes on. */

#define NSM_TYPE_SCORE_BALLOT (nsm_score_ballot_get_type ())
G_DECLARE_FINAL_TYPE (NsmScoreBallot, nsm_score_ballot, NSM, SCORE_BALLOT, NsmBallot)

guint nsm_score_ballot_get_candidate (NsmScoreBallot *self);
gboolean nsm_score_ballot_press (NsmScoreBallot *self, guint keyval);

G_END_DECLS
