/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/metric.h"

G_BEGIN_DECLS

/* Asks why a candidate is eliminated; nothing is eliminated without an answer.
 * Signal: "done" (gboolean eliminated). */

#define NSM_TYPE_ELIMINATE_BOX (nsm_eliminate_box_get_type ())
G_DECLARE_FINAL_TYPE (NsmEliminateBox, nsm_eliminate_box, NSM, ELIMINATE_BOX, GtkBox)

GtkWidget *nsm_eliminate_box_new (NsmCandidate *candidate, const char *suggestion);

void nsm_candidate_eliminate (NsmCandidate *candidate, const char *why);
void nsm_candidate_restore (NsmCandidate *candidate);

G_END_DECLS
