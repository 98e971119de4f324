/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What follows from scores, shared by all that ask, and kept. */
#pragma once

#include "findings/scoring.h"

G_BEGIN_DECLS

/* Never changes once it is made, so any thread may have a reference. */
typedef struct _NsmFigures NsmFigures;

NsmFigures *nsm_figures_new (NsmScores *scores, const NsmThresholds *thresholds,
                             GCancellable *cancellable);
NsmFigures *nsm_figures_ref (NsmFigures *self);
void nsm_figures_unref (NsmFigures *self);
char *nsm_figures_dup_key (NsmScores *scores, const NsmThresholds *thresholds);

/* For the main thread only. */
NsmFigures *nsm_figures_find (const char *key);
void nsm_figures_keep (NsmFigures *self, const char *key);
NsmScoring *nsm_figures_share (NsmFigures *self, NsmScores *scores);
NsmScores *nsm_scoring_read (NsmWorkshop *workshop, NsmRound *round);

G_END_DECLS
