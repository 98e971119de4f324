/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/workshop.h"

G_BEGIN_DECLS

/* The eight thought experiments of one candidate in a row, each with its verdict in
 * a word. Signal "chosen" (guint): somebody wants to see that one. */

#define NSM_TYPE_STRESS_STRIP (nsm_stress_strip_get_type ())
G_DECLARE_FINAL_TYPE (NsmStressStrip, nsm_stress_strip, NSM, STRESS_STRIP, GtkWidget)

void nsm_stress_strip_show (NsmStressStrip *self, NsmCandidate *candidate, NsmStressTest now);

G_END_DECLS
