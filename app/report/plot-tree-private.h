/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The boxes of a metric tree; plot-tree.c says where they go. */
#pragma once

#include "report/plot-private.h"
#include "report/tree.h"

G_BEGIN_DECLS

gboolean nsm_plot_card_fits (NsmFigureBox *box, double width, guint most_lines);
double nsm_plot_card_measure (NsmFigureBox *box, double width);
void nsm_plot_card_add (NsmPlot *plot, NsmFigureBox *box, NsmPlotFrame frame, NsmPlotAnchor pill);
void nsm_plot_pill_add (NsmPlot *plot, NsmLink link, double x, double y, double room,
                        NsmPlotAnchor anchor);
double nsm_plot_kpi_add (NsmPlot *plot, NsmFigureBox *box, double top);
double nsm_plot_star_add (NsmPlot *plot, NsmFigureBox *box, double top);

G_END_DECLS
