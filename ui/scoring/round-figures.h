/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/movement.h"
#include "findings/scoring.h"

G_BEGIN_DECLS

/* All that the pictures of one readable score round show: what follows from its scores,
 * and what moved since the round before. Counted, and never changed once made. */
typedef struct
{
  NsmScoring *scoring; /* has the next four */
  NsmScores *scores;
  NsmAgreement *agreement;
  NsmRobustness *robustness;
  GPtrArray *discussions; /* NsmDiscussion, in the order of discussion */
  NsmScores *earlier;     /* of the round before; NULL in the first one */
  NsmMovement *movement;  /* since then; NULL in the first one */
} NsmRoundFigures;

NsmRoundFigures *nsm_round_figures_new (NsmScoring *scoring);
NsmRoundFigures *nsm_round_figures_ref (NsmRoundFigures *self);
void nsm_round_figures_unref (NsmRoundFigures *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NsmRoundFigures, nsm_round_figures_unref)

guint nsm_round_figures_get_order (NsmRoundFigures *self, guint candidate, guint criterion);
guint nsm_round_figures_count_disagreements (NsmRoundFigures *self);
const NsmDiscussion *nsm_round_figures_get_disagreement (NsmRoundFigures *self, guint position);
const NsmMovementCell *nsm_round_figures_get_movement (NsmRoundFigures *self, guint candidate,
                                                 guint criterion);

G_END_DECLS
