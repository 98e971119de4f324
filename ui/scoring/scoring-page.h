/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kit/step-page.h"
#include "scoring/discuss.h"
#include "scoring/reveal.h"
#include "rounds/round-view.h"

G_BEGIN_DECLS

/* Step 5: the private round of scores, its reveal, and the discussion. */

#define NSM_TYPE_SCORING_PAGE (nsm_scoring_page_get_type ())
G_DECLARE_FINAL_TYPE (NsmScoringPage, nsm_scoring_page, NSM, SCORING_PAGE, NsmStepPage)

NsmRoundView *nsm_scoring_page_get_round_view (NsmScoringPage *self);
NsmReveal *nsm_scoring_page_get_reveal (NsmScoringPage *self);
NsmDiscuss *nsm_scoring_page_get_discuss (NsmScoringPage *self);
void nsm_scoring_page_discuss (NsmScoringPage *self, guint position);

G_END_DECLS
