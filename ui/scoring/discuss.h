/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "analysis/scores.h"
#include "model/workshop.h"

G_BEGIN_DECLS

/**
 * The cells on which people disagree, one at a time and large, in the order in
 * which talking could matter. Signal "done": back to the map.
 */

#define NSM_TYPE_DISCUSS (nsm_discuss_get_type ())
G_DECLARE_FINAL_TYPE (NsmDiscuss, nsm_discuss, NSM, DISCUSS, AdwBin)

GtkWidget *nsm_discuss_new (NsmWorkshop *workshop, NsmScores *scores, GPtrArray *discussions);

guint nsm_discuss_get_position (NsmDiscuss *self);
void nsm_discuss_go_to (NsmDiscuss *self, guint position);
void nsm_discuss_refresh (NsmDiscuss *self);

G_END_DECLS
