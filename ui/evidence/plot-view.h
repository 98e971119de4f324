/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "report/plot.h"

G_BEGIN_DECLS

/* A plot and what one can do with it: save it as SVG or PNG, copy it.
 *
 * It tells of both by a toast of the step page it is on. Hidden while it has no plot. */

#define NSM_TYPE_PLOT_VIEW (nsm_plot_view_get_type ())
G_DECLARE_FINAL_TYPE (NsmPlotView, nsm_plot_view, NSM, PLOT_VIEW, GtkWidget)

GtkWidget *nsm_plot_view_new (void);
NsmPlot *nsm_plot_view_get_plot (NsmPlotView *self);
void nsm_plot_view_set_plot (NsmPlotView *self, NsmPlot *plot);
gboolean nsm_plot_view_save (NsmPlotView *self, GFile *file, GError **error);
GdkTexture *nsm_plot_view_dup_texture (NsmPlotView *self, GError **error);

G_END_DECLS
