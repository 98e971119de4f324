/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/workshop.h"

G_BEGIN_DECLS

/* The pictures of one result, one at a time: a row of buttons, of which there are only
 * those that there is something to draw for. They are drawn when they are first seen. */

#define NSM_TYPE_PLOT_PICKER (nsm_plot_picker_get_type ())
G_DECLARE_FINAL_TYPE (NsmPlotPicker, nsm_plot_picker, NSM, PLOT_PICKER, GtkBox)

GtkWidget *nsm_plot_picker_new (void);
void nsm_plot_picker_update (NsmPlotPicker *self, NsmEvidence *result, GArray *points);

G_END_DECLS
