/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rounds/ballot-request.h"
#include "rounds/ballot.h"
#include "rounds/key-store.h"

G_BEGIN_DECLS

/**
 * Where somebody who isn't in the room answers a request: who they are, their
 * ballot, and the sealed file to send back. It touches no document. What is on the
 * ballot is nowhere else until it is sealed.
 */

#define NSM_TYPE_BALLOT_WINDOW (nsm_ballot_window_get_type ())
G_DECLARE_FINAL_TYPE (NsmBallotWindow, nsm_ballot_window, NSM, BALLOT_WINDOW, AdwWindow)

GtkWidget *nsm_ballot_window_new (NsmBallotRequest *request, NsmKeyStore *keys);
void nsm_ballot_window_open (GtkWindow *parent, GFile *file);
void nsm_ballot_window_open_in (GtkApplication *application, GtkWindow *parent, GFile *file);
gboolean nsm_ballot_window_takes (GFile *file);

NsmBallot *nsm_ballot_window_get_ballot (NsmBallotWindow *self);
void nsm_ballot_window_ask (NsmBallotWindow *self, const char *person);
gboolean nsm_ballot_window_save (NsmBallotWindow *self, GFile *file);

G_END_DECLS
