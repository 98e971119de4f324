/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kit/step-page.h"

G_BEGIN_DECLS

/* Step 6: the thought experiments that try to break each finalist. */

#define NSM_TYPE_STRESS_PAGE (nsm_stress_page_get_type ())
G_DECLARE_FINAL_TYPE (NsmStressPage, nsm_stress_page, NSM, STRESS_PAGE, NsmStepPage)

NsmCandidate *nsm_stress_page_get_candidate (NsmStressPage *self);
NsmStressTest nsm_stress_page_get_test (NsmStressPage *self);
void nsm_stress_page_show (NsmStressPage *self, NsmCandidate *candidate, NsmStressTest test);
void nsm_stress_page_judge (NsmStressPage *self, NsmVerdict verdict);

G_END_DECLS
