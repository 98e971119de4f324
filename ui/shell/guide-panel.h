/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "findings/finding.h"
#include "model/choices.h"

G_BEGIN_DECLS

/**
 * The panel beside a page: what to do in this step, why, and what the program
 * has to say about what is there. Emits "followed" (finding).
 */

#define NSM_TYPE_GUIDE_PANEL (nsm_guide_panel_get_type ())
G_DECLARE_FINAL_TYPE (NsmGuidePanel, nsm_guide_panel, NSM, GUIDE_PANEL, AdwBin)

void nsm_guide_panel_set_step (NsmGuidePanel *self, NsmStep step, NsmMode mode);
void nsm_guide_panel_set_findings (NsmGuidePanel *self, GPtrArray *findings);

G_END_DECLS
