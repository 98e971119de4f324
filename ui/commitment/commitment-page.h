/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kit/step-page.h"

G_BEGIN_DECLS

/* Step 10: who stands behind it, until when, and what happens next. */

#define NSM_TYPE_COMMITMENT_PAGE (nsm_commitment_page_get_type ())
G_DECLARE_FINAL_TYPE (NsmCommitmentPage, nsm_commitment_page, NSM, COMMITMENT_PAGE, NsmStepPage)

G_END_DECLS
