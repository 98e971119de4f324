/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/scorecard.h"

G_BEGIN_DECLS

/* The scorecards that come with the method. Criteria have ids of their own
 * ("customer-value", "leading", …), so that two workshops can be compared. */

void nsm_scorecard_fill (NsmScorecard *scorecard, NsmScorecardKind kind);
const char *nsm_scorecard_kind_get_summary (NsmScorecardKind kind);
const char *nsm_criterion_find_question (const char *id);

G_END_DECLS
