/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A bar for how far a thread is, and a way to stop it.
 *
 * Signal "cancelled". */

#define NSM_TYPE_DATA_PROGRESS (nsm_data_progress_get_type ())
G_DECLARE_FINAL_TYPE (NsmDataProgress, nsm_data_progress, NSM, DATA_PROGRESS, GtkWidget)

void nsm_data_progress_begin (NsmDataProgress *self, const char *what);
void nsm_data_progress_set_share (NsmDataProgress *self, double share);

G_END_DECLS
