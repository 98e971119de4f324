/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kit/step-page.h"

G_BEGIN_DECLS

/* Step 4: what does the data say about each candidate? */

#define NSM_TYPE_EVIDENCE_PAGE (nsm_evidence_page_get_type ())
G_DECLARE_FINAL_TYPE (NsmEvidencePage, nsm_evidence_page, NSM, EVIDENCE_PAGE, NsmStepPage)

G_END_DECLS
