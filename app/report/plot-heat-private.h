/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of a heat map; plot-heat.c says where they go. */
#pragma once

#include "report/plot-private.h"
#include "report/tree.h"

G_BEGIN_DECLS

#define NSM_HEAT_BESIDE 62.0 /* from this width on marks can stand beside the mean */

double nsm_plot_field_measure (NsmFigureCell *cell, gboolean beside);
void nsm_plot_field_add (NsmPlot *plot, NsmFigureCell *cell, gboolean calibration, gboolean beside,
                         NsmPlotFrame frame, double foot);

G_END_DECLS
