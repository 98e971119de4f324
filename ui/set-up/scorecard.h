/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/scorecard.h"

G_BEGIN_DECLS

/* Which criteria candidates are scored against: one of the known scorecards, or
 * the team's own. */

#define NSM_TYPE_SCORECARD_VIEW (nsm_scorecard_view_get_type ())
G_DECLARE_FINAL_TYPE (NsmScorecardView, nsm_scorecard_view, NSM, SCORECARD_VIEW, GtkBox)

void nsm_scorecard_view_set_scorecard (NsmScorecardView *self, NsmScorecard *scorecard);
void nsm_scorecard_view_choose (NsmScorecardView *self, NsmScorecardKind kind);
gboolean nsm_scorecard_view_focus (NsmScorecardView *self);

G_END_DECLS
