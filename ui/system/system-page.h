/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kit/step-page.h"

G_BEGIN_DECLS

/* Step 8: what moves the North Star, and what it moves. */

#define NSM_TYPE_SYSTEM_PAGE (nsm_system_page_get_type ())
G_DECLARE_FINAL_TYPE (NsmSystemPage, nsm_system_page, NSM, SYSTEM_PAGE, NsmStepPage)

G_END_DECLS
