/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "report/plot.h"

G_BEGIN_DECLS

/* A plot at any size, in its proportions; dark and of high contrast as the window is. */

#define NSM_TYPE_PLOT_PICTURE (nsm_plot_picture_get_type ())
G_DECLARE_FINAL_TYPE (NsmPlotPicture, nsm_plot_picture, NSM, PLOT_PICTURE, GtkWidget)

GtkWidget *nsm_plot_picture_new (void);
NsmPlot *nsm_plot_picture_get_plot (NsmPlotPicture *self);
void nsm_plot_picture_set_plot (NsmPlotPicture *self, NsmPlot *plot);
NsmPlotPalette nsm_plot_picture_get_palette (NsmPlotPicture *self);

G_END_DECLS
