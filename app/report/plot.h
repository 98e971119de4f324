/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "model/workshop.h"

G_BEGIN_DECLS

/* A picture of figures: a list of lines, areas, marks and words in a coordinate system of its
 * own, drawn by cairo (window, PNG, paper) or written as SVG whose words stay words. */

typedef enum
{
  NSM_PLOT_SCATTER = 1,  /* points, or the grid's fields where there are many */
  NSM_PLOT_TENTHS,       /* outcome by tenths of the candidate */
  NSM_PLOT_SEGMENTS,     /* forest plot: r and interval by group */
  NSM_PLOT_THRESHOLDS,   /* sweep: phi, PPV, NPV by "at least k" */
  NSM_PLOT_LAGS,         /* lag profile */
  NSM_PLOT_SERIES,       /* candidate and outcome over time */
} NsmPlotKind;

typedef enum
{
  NSM_PALETTE_LIGHT,
  NSM_PALETTE_DARK,
  NSM_PALETTE_PAPER,
} NsmPlotPalette;

typedef struct _NsmPlot NsmPlot;

/* NULL where there is nothing to draw of that kind. points: GArray of NsmPairPoint or NULL. */
NsmPlot *nsm_plot_new_for_evidence (NsmEvidence *result, NsmPlotKind kind, GArray *points);
NsmPlot *nsm_plot_ref (NsmPlot *plot);
void nsm_plot_unref (NsmPlot *plot);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NsmPlot, nsm_plot_unref)

const char *nsm_plot_get_title (NsmPlot *plot);
const char *nsm_plot_get_alternative (NsmPlot *plot); /* the picture in words */
double nsm_plot_get_width (NsmPlot *plot);
double nsm_plot_get_height (NsmPlot *plot);
void nsm_plot_draw (NsmPlot *plot, cairo_t *cr, NsmPlotPalette palette);
GBytes *nsm_plot_write_svg (NsmPlot *plot, NsmPlotPalette palette);
GBytes *nsm_plot_write_png (NsmPlot *plot, NsmPlotPalette palette, double scale, GError **error);

G_END_DECLS
