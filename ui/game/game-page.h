/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kit/step-page.h"

G_BEGIN_DECLS

/* Step 2: which game does the product play? */

#define NSM_TYPE_GAME_PAGE (nsm_game_page_get_type ())
G_DECLARE_FINAL_TYPE (NsmGamePage, nsm_game_page, NSM, GAME_PAGE, NsmStepPage)

G_END_DECLS
