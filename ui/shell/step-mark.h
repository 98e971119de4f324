/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "method/step.h"

G_BEGIN_DECLS

/**
 * How far a step is, as a shape: a ring, a half disc, a disc with a tick.
 */

#define NSM_TYPE_STEP_MARK (nsm_step_mark_get_type ())
G_DECLARE_FINAL_TYPE (NsmStepMark, nsm_step_mark, NSM, STEP_MARK, GtkWidget)

GtkWidget *nsm_step_mark_new (void);
void nsm_step_mark_set_progress (NsmStepMark *self, NsmProgress progress);

G_END_DECLS
