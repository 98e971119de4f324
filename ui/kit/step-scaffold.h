/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/choices.h"

G_BEGIN_DECLS

/**
 * What the pages of all steps share: which step it is, its question, the page's own
 * content below, and the way to the next step at the bottom.
 *
 * Signal "onward": the way to the next step was taken.
 */

#define NSM_TYPE_STEP_SCAFFOLD (nsm_step_scaffold_get_type ())
G_DECLARE_FINAL_TYPE (NsmStepScaffold, nsm_step_scaffold, NSM, STEP_SCAFFOLD, AdwBin)

GtkWidget *nsm_step_scaffold_new (void);

void nsm_step_scaffold_set_step (NsmStepScaffold *self, NsmStep step, NsmMode mode);
void nsm_step_scaffold_set_content (NsmStepScaffold *self, GtkWidget *content);
void nsm_step_scaffold_set_actions_end (NsmStepScaffold *self, GtkWidget *widget);
void nsm_step_scaffold_set_max_width (NsmStepScaffold *self, int width);
void nsm_step_scaffold_set_go_on (NsmStepScaffold *self, gboolean go_on);
void nsm_step_scaffold_set_bare (NsmStepScaffold *self, gboolean bare);

G_END_DECLS
