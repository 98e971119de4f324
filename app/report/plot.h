/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "model/workshop.h"

G_BEGIN_DECLS

/* A picture of figures: a list of lines, areas, marks and words in a coordinate system of its
 * own, drawn by cairo (window, PNG, paper) or written as SVG whose words stay words.
 *
 * It is made on the main thread from records, keeps nothing of them and never changes
 * afterwards: any thread may draw it. */

typedef enum
{
  NSM_PLOT_SCATTER = 1,  /* points, or the grid's fields where there are many */
  NSM_PLOT_TENTHS,       /* outcome by tenths of the candidate */
  NSM_PLOT_SEGMENTS,     /* forest plot: r and interval by group */
  NSM_PLOT_THRESHOLDS,   /* sweep: phi, PPV, NPV by "at least k" */
  NSM_PLOT_LAGS,         /* lag profile */
  NSM_PLOT_SERIES,       /* candidate and outcome over time */
  NSM_PLOT_TREE,         /* of the document, as the ones below: business KPI, North Star, inputs */
  NSM_PLOT_HEAT_MAP,     /* scores by candidate and criterion */
  NSM_PLOT_ROBUSTNESS,   /* how often each candidate comes first when something is otherwise */
} NsmPlotKind;

#define NSM_PLOT_N_KINDS 6 /* of evidence, from NSM_PLOT_SCATTER on */

typedef enum
{
  NSM_PALETTE_LIGHT,
  NSM_PALETTE_DARK,
  NSM_PALETTE_PAPER,
  NSM_PALETTE_LIGHT_CONTRAST, /* where the system asks for high contrast */
  NSM_PALETTE_DARK_CONTRAST,
} NsmPlotPalette;

/* Logical size of a picture for a window or a projector; one with many groups is higher. */
#define NSM_PLOT_WIDTH 720
#define NSM_PLOT_HEIGHT 420

typedef struct _NsmPlot NsmPlot;

NsmPlot *nsm_plot_new_for_evidence (NsmEvidence *result, NsmPlotKind kind, GArray *points);
NsmPlot *nsm_plot_new_sized (NsmEvidence *result, NsmPlotKind kind, GArray *points, double width);
NsmPlot *nsm_plot_ref (NsmPlot *plot);
void nsm_plot_unref (NsmPlot *plot);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NsmPlot, nsm_plot_unref)

GType nsm_plot_get_type (void); /* boxed */
#define NSM_TYPE_PLOT (nsm_plot_get_type ())

NsmPlotKind nsm_plot_get_kind (NsmPlot *plot);
const char *nsm_plot_kind_get_label (NsmPlotKind kind);
const char *nsm_plot_get_title (NsmPlot *plot);       /* what it shows, as a finding */
const char *nsm_plot_get_alternative (NsmPlot *plot); /* the picture in words */
double nsm_plot_get_width (NsmPlot *plot);
double nsm_plot_get_height (NsmPlot *plot);

void nsm_plot_draw (NsmPlot *plot, cairo_t *cr, NsmPlotPalette palette);
GBytes *nsm_plot_write_svg (NsmPlot *plot, NsmPlotPalette palette);
void nsm_plot_append_inline_svg (NsmPlot *plot, GString *out, const char *id,
                                 const char *classes);
GBytes *nsm_plot_write_png (NsmPlot *plot, NsmPlotPalette palette, double scale, GError **error);

const char *nsm_plot_kind_get_nick (NsmPlotKind kind);

/* The same figures as a table: columns by name, a cell a number or words. */
guint nsm_plot_get_n_columns (NsmPlot *plot);
guint nsm_plot_get_n_rows (NsmPlot *plot);
const char *nsm_plot_get_column (NsmPlot *plot, guint column);      /* for people */
const char *nsm_plot_get_column_nick (NsmPlot *plot, guint column); /* for programs */
const char *nsm_plot_get_cell (NsmPlot *plot, guint row, guint column);
double nsm_plot_get_cell_number (NsmPlot *plot, guint row, guint column); /* NAN: only words */

G_END_DECLS
