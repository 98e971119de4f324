/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * NsmGuard:
 *
 * Keeps what somebody writes on a ballot on that ballot: input methods don't learn
 * from it, the emoji chooser doesn't remember it, and what was copied or selected
 * while the ballot was up is gone from the clipboards with it.
 */

#define NSM_TYPE_GUARD (nsm_guard_get_type ())
G_DECLARE_FINAL_TYPE (NsmGuard, nsm_guard, NSM, GUARD, GObject)

NsmGuard *nsm_guard_new (GtkWidget *place);
void nsm_guard_end (NsmGuard *self);

G_END_DECLS
