/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kit/step-page.h"

G_BEGIN_DECLS

/* Before step 1: what we want to do, for which product, with whom, in what time. */

#define NSM_TYPE_SET_UP_PAGE (nsm_set_up_page_get_type ())
G_DECLARE_FINAL_TYPE (NsmSetUpPage, nsm_set_up_page, NSM, SET_UP_PAGE, NsmStepPage)

G_END_DECLS
