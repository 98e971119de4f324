/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "analysis/agreement.h"
#include "analysis/discuss.h"
#include "analysis/movement.h"
#include "analysis/robustness.h"
#include "model/workshop.h"

G_BEGIN_DECLS

/* All that the pictures of one readable score round show. Counted, and never
 * changed once made; the newest two are kept, so that the page and the room
 * window share them. For the main thread. */
typedef struct
{
  NsmScores *scores;
  NsmAgreement *agreement;
  NsmRobustness *robustness;
  GPtrArray *discussions; /* NsmDiscussion, in the order of discussion */
  NsmScores *earlier;     /* of the round before; NULL in the first one */
  NsmMovement *movement;  /* since then; NULL in the first one */
} NsmFigures;

NsmFigures *nsm_figures_get (NsmWorkshop *workshop, NsmRound *round);
NsmFigures *nsm_figures_find (NsmWorkshop *workshop, NsmRound *round);
void nsm_figures_prepare_async (NsmWorkshop *workshop, NsmRound *round,
                                GAsyncReadyCallback callback, gpointer user_data);
NsmFigures *nsm_figures_prepare_finish (GAsyncResult *result);

NsmFigures *nsm_figures_ref (NsmFigures *self);
void nsm_figures_unref (NsmFigures *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NsmFigures, nsm_figures_unref)

guint nsm_figures_get_order (NsmFigures *self, guint candidate, guint criterion);
guint nsm_figures_count_disagreements (NsmFigures *self);
const NsmDiscussion *nsm_figures_get_disagreement (NsmFigures *self, guint position);
const NsmMovementCell *nsm_figures_get_movement (NsmFigures *self, guint candidate,
                                                 guint criterion);

G_END_DECLS
