/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "scoring/score-cell.h"

G_BEGIN_DECLS

/**
 * The map of scores: a row for each candidate in order of score, a column for each
 * criterion. One stop for Tab; the arrow keys go from cell to cell.
 *
 * Signal "cell-shown" (NsmScoreCell or NULL): which cell the pointer or the focus is on.
 */

#define NSM_TYPE_SCORE_MAP (nsm_score_map_get_type ())
G_DECLARE_FINAL_TYPE (NsmScoreMap, nsm_score_map, NSM, SCORE_MAP, AdwBin)

GtkWidget *nsm_score_map_new (NsmWorkshop *workshop, NsmRoundFigures *figures, gboolean large);

void nsm_score_map_show_bad (NsmScoreMap *self, gboolean shown);
void nsm_score_map_show_agreed (NsmScoreMap *self, NsmScores *scores);
gboolean nsm_score_map_move (NsmScoreMap *self, int down, int right);

G_END_DECLS
