/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rounds/ballot.h"

G_BEGIN_DECLS

/* A ballot of verdicts: one candidate at a time, every stress test a row. H, R and F
 * (or 1, 2 and 3) judge, 0 abstains, up and down move between rows, Enter goes on. */

#define NSM_TYPE_VERDICT_BALLOT (nsm_verdict_ballot_get_type ())
G_DECLARE_FINAL_TYPE (NsmVerdictBallot, nsm_verdict_ballot, NSM, VERDICT_BALLOT, NsmBallot)

guint nsm_verdict_ballot_get_candidate (NsmVerdictBallot *self);
gboolean nsm_verdict_ballot_press (NsmVerdictBallot *self, guint keyval);

G_END_DECLS
