/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "scoring/round-figures.h"
#include "store/document.h"

G_BEGIN_DECLS

/**
 * The cells on which people disagree, one at a time and large, in the order in
 * which talking could matter, and what came of them. Signals: "done", back to the map;
 * "moved", to another cell; "again", a second round; "go-on"; "reword" (id of a candidate).
 */

#define NSM_TYPE_DISCUSS (nsm_discuss_get_type ())
G_DECLARE_FINAL_TYPE (NsmDiscuss, nsm_discuss, NSM, DISCUSS, AdwBin)

GtkWidget *nsm_discuss_new (NsmWorkshop *workshop, NsmRoundFigures *figures);
GtkWidget *nsm_discuss_new_for_room (NsmDocument *document, NsmRound *round, const char *candidate,
                                     const char *criterion);

guint nsm_discuss_get_position (NsmDiscuss *self);
void nsm_discuss_get_cell (NsmDiscuss *self, const char **candidate, const char **criterion);
void nsm_discuss_go_to (NsmDiscuss *self, guint position);
void nsm_discuss_resume (NsmDiscuss *self);
void nsm_discuss_refresh (NsmDiscuss *self);

G_END_DECLS
