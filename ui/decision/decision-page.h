/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kit/step-page.h"

G_BEGIN_DECLS

/* Step 7: the program takes a side, the team decides, and every other
 * candidate gets the reason against it. */

#define NSM_TYPE_DECISION_PAGE (nsm_decision_page_get_type ())
G_DECLARE_FINAL_TYPE (NsmDecisionPage, nsm_decision_page, NSM, DECISION_PAGE, NsmStepPage)

G_END_DECLS
