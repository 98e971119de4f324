/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rules about scores and the decision work from. */
#pragma once

#include "analysis/agreement.h"
#include "analysis/discuss.h"
#include "analysis/robustness.h"
#include "model/workshop.h"

G_BEGIN_DECLS

typedef struct
{
  NsmScores *scores;
  NsmAgreement *agreement;
  NsmRobustness *robustness;
  GPtrArray *discussion;   /* NsmDiscussion */
  GPtrArray *calibrations; /* NsmCalibration */
} NsmScoring;

const NsmScoring *nsm_scoring_get (NsmWorkshop *workshop);

G_END_DECLS
