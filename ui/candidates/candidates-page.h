/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kit/step-page.h"

G_BEGIN_DECLS

/* Step 3: what could our North Star Metric be? */

#define NSM_TYPE_CANDIDATES_PAGE (nsm_candidates_page_get_type ())
G_DECLARE_FINAL_TYPE (NsmCandidatesPage, nsm_candidates_page, NSM, CANDIDATES_PAGE, NsmStepPage)

G_END_DECLS
