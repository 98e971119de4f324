/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rounds/ballot.h"

G_BEGIN_DECLS

/* A few texts of one's own, a line or two each: value statements, or ideas for the
 * metric. Enter goes on to the next one. */

#define NSM_TYPE_TEXTS_BALLOT (nsm_texts_ballot_get_type ())
G_DECLARE_FINAL_TYPE (NsmTextsBallot, nsm_texts_ballot, NSM, TEXTS_BALLOT, NsmBallot)

GtkWidget *nsm_texts_ballot_get_text (NsmTextsBallot *self, guint position);
void nsm_texts_ballot_add (NsmTextsBallot *self);

G_END_DECLS
