/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "scoring/round-figures.h"

G_BEGIN_DECLS

/**
 * All disagreements of a round and what came of them, the settled ones too, and what
 * to do next. Signals: "show-cell" (guint, a place in the order of discussion), "again"
 * (a second round), "go-on", "done" (to the map).
 */

#define NSM_TYPE_QUEUE (nsm_queue_get_type ())
G_DECLARE_FINAL_TYPE (NsmQueue, nsm_queue, NSM, QUEUE, AdwBin)

GtkWidget *nsm_queue_new (NsmWorkshop *workshop, NsmRoundFigures *figures);

void nsm_queue_refresh (NsmQueue *self);
const char *nsm_queue_get_again_label (NsmWorkshop *workshop);
void nsm_queue_count (NsmWorkshop *workshop, NsmRoundFigures *figures, guint *n_open, guint *n_again);
NsmConclusion *nsm_queue_find_conclusion (NsmWorkshop *workshop, NsmRoundFigures *figures,
                                          guint position);

G_END_DECLS
