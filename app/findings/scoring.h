/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that follows from a round of scores: for the rules about scores and the
 * decision, and for the pages that show them. */
#pragma once

#include "analysis/agreement.h"
#include "analysis/discuss.h"
#include "analysis/robustness.h"
#include "model/workshop.h"

G_BEGIN_DECLS

/* Working the figures out takes longer than a pause in typing, and marks change
 * seldom: the last ones are kept and used again for as long as nothing changes that
 * they follow from. A window prepares them, in a thread, before it asks for them; a
 * command line just asks. For the main thread only. */

typedef struct
{
  NsmScores *scores;
  NsmAgreement *agreement;
  NsmRobustness *robustness;
  GPtrArray *discussion;   /* NsmDiscussion */
  GPtrArray *calibrations; /* NsmCalibration */
  struct _NsmFigures *figures; /* shares all but the scores with others */
} NsmScoring;

NsmScoring *nsm_scoring_new (NsmWorkshop *workshop, NsmRound *round);
NsmScoring *nsm_scoring_peek (NsmWorkshop *workshop, NsmRound *round);
void nsm_scoring_free (NsmScoring *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NsmScoring, nsm_scoring_free)

void nsm_scoring_prepare_async (NsmWorkshop *workshop, NsmRound *round, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data);
NsmScoring *nsm_scoring_prepare_finish (NsmWorkshop *workshop, GAsyncResult *result,
                                        GError **error);

const NsmScoring *nsm_scoring_get (NsmWorkshop *workshop);
guint nsm_scoring_count_computed (void);

G_END_DECLS
