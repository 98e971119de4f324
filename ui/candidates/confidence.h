/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/metric.h"

G_BEGIN_DECLS

/* "If it goes up, we are confident that customers get more value and the
 * business grows", written out and answered clause by clause. */

#define NSM_TYPE_CONFIDENCE_BOX (nsm_confidence_box_get_type ())
G_DECLARE_FINAL_TYPE (NsmConfidenceBox, nsm_confidence_box, NSM, CONFIDENCE_BOX, GtkBox)

GtkWidget *nsm_confidence_box_new (NsmCandidate *candidate);
void nsm_confidence_box_refresh (NsmConfidenceBox *self);
gboolean nsm_confidence_box_focus_field (NsmConfidenceBox *self, const char *field);

G_END_DECLS
