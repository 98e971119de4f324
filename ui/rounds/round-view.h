/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/workshop.h"
#include "rounds/key-store.h"
#include "store/document.h"

G_BEGIN_DECLS

/**
 * A round as every step shows it: what is promised and who is asked, then who is
 * in, then the closing words, then the reveal. It stands in the content of an
 * NsmStepPage, whose whole place it takes while people answer.
 *
 * Properties: `kind` (scores or game; set once); `document`.
 * Signal "revealed" (NsmRound): the answers are open now.
 */

#define NSM_TYPE_ROUND_VIEW (nsm_round_view_get_type ())
G_DECLARE_FINAL_TYPE (NsmRoundView, nsm_round_view, NSM, ROUND_VIEW, AdwBin)

GtkWidget *nsm_round_view_new (NsmRoundKind kind);

void nsm_round_view_set_document (NsmRoundView *self, NsmDocument *document);
void nsm_round_view_set_key_store (NsmRoundView *self, NsmKeyStore *keys);
void nsm_round_view_refresh (NsmRoundView *self);
NsmRound *nsm_round_view_get_round (NsmRoundView *self);

gboolean nsm_round_view_start (NsmRoundView *self);
void nsm_round_view_ask (NsmRoundView *self, const char *person);
gboolean nsm_round_view_close (NsmRoundView *self, gboolean even_if_missing);
gboolean nsm_round_view_reveal (NsmRoundView *self);

G_END_DECLS
