/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/workshop.h"

G_BEGIN_DECLS

/* The place after the last step. */
#define NSM_PLACE_DOCUMENT NSM_N_STEPS
#define NSM_N_PLACES (NSM_N_STEPS + 1)

/**
 * The map of the workshop: each step with how far it is, and the document.
 * Emits "chosen" (place: a step, or NSM_PLACE_DOCUMENT).
 */

#define NSM_TYPE_STEP_LIST (nsm_step_list_get_type ())
G_DECLARE_FINAL_TYPE (NsmStepList, nsm_step_list, NSM, STEP_LIST, GtkBox)

void nsm_step_list_set_place (NsmStepList *self, guint place);
void nsm_step_list_update (NsmStepList *self, NsmWorkshop *workshop, GPtrArray *findings);
void nsm_step_list_focus (NsmStepList *self);

G_END_DECLS
