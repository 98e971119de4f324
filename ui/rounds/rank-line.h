/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "analysis/ranking.h"
#include "model/workshop.h"

G_BEGIN_DECLS

/* Where one thing came in a ranking: a bar that is the longer the better its mean rank,
 * and on it everybody's own place. */

#define NSM_TYPE_RANK_LINE (nsm_rank_line_get_type ())
G_DECLARE_FINAL_TYPE (NsmRankLine, nsm_rank_line, NSM, RANK_LINE, GtkWidget)

GtkWidget *nsm_rank_line_new (NsmWorkshop *workshop, NsmRound *round, NsmRanking *ranking,
                              guint subject, gboolean large);

G_END_DECLS
