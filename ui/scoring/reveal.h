/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "scoring/round-figures.h"
#include "store/document.h"

G_BEGIN_DECLS

/**
 * The map of scores of one readable round: a sentence, who agrees, and a cell for
 * every candidate and criterion; where names were promised, each person's own scores;
 * from the second round on, what moved. The figures are computed in a thread, behind
 * the question.
 *
 * Signals: "discuss", "again" (a second round, or the own answer of a draft),
 * "go-on", and "show-round" (the id of another round).
 */

#define NSM_TYPE_REVEAL (nsm_reveal_get_type ())
G_DECLARE_FINAL_TYPE (NsmReveal, nsm_reveal, NSM, REVEAL, AdwBin)

GtkWidget *nsm_reveal_new (NsmWorkshop *workshop, NsmRound *round, gboolean breathe);
GtkWidget *nsm_reveal_new_for_room (NsmDocument *document, NsmRound *round);

NsmRound *nsm_reveal_get_round (NsmReveal *self);
NsmRoundFigures *nsm_reveal_get_figures (NsmReveal *self);
gboolean nsm_reveal_is_open (NsmReveal *self);

G_END_DECLS
