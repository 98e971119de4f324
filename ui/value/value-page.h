/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kit/step-page.h"

G_BEGIN_DECLS

/* Step 1: what do customers get, and when do they get it? */

#define NSM_TYPE_VALUE_PAGE (nsm_value_page_get_type ())
G_DECLARE_FINAL_TYPE (NsmValuePage, nsm_value_page, NSM, VALUE_PAGE, NsmStepPage)

G_END_DECLS
