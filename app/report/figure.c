/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/tree.h"

#include <math.h>

#include "report/plot-private.h"

static void
free_box (NsmFigureBox *box)
{
  g_free (box->title);
  g_free (box->detail);
  g_free (box->owner);
  g_free (box);
}

static void
free_cell (NsmFigureCell *cell)
{
  g_array_unref (cell->marks);
  g_free (cell);
}

static void
free_row (NsmFigureRow *row)
{
  g_free (row->title);
  g_free (row->detail);
  g_free (row->rank);
  g_ptr_array_unref (row->cells);
  g_free (row);
}

/**
 * nsm_figure_new:
 *
 * Returns: (transfer full): an empty figure
 */
NsmFigure *
nsm_figure_new (NsmFigureKind kind)
{
  NsmFigure *figure = g_new0 (NsmFigure, 1);

  figure->kind = kind;
  figure->alternative = g_strdup ("");
  figure->inputs = g_ptr_array_new_with_free_func ((GDestroyNotify) free_box);
  figure->columns = g_ptr_array_new_with_free_func (g_free);
  figure->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) free_row);
  return figure;
}

/**
 * nsm_figure_free:
 * @figure: (transfer full): a figure
 */
void
nsm_figure_free (NsmFigure *figure)
{
  g_free (figure->alternative);
  g_clear_pointer (&figure->kpi, free_box);
  g_clear_pointer (&figure->star, free_box);
  g_ptr_array_unref (figure->inputs);
  g_ptr_array_unref (figure->columns);
  g_ptr_array_unref (figure->rows);
  g_clear_pointer (&figure->plot, nsm_plot_unref);
  g_clear_pointer (&figure->narrow, nsm_plot_unref);
  g_free (figure);
}

/**
 * nsm_figure_draw:
 * @figure: a metric tree or a heat map with all that belongs to it
 *
 * Makes its pictures.
 */
void
nsm_figure_draw (NsmFigure *figure)
{
  NsmPlot *(*draw) (NsmFigure *, double) =
    figure->kind == NSM_FIGURE_METRIC_TREE ? nsm_plot_new_tree : nsm_plot_new_heat_map;

  g_clear_pointer (&figure->plot, nsm_plot_unref);
  g_clear_pointer (&figure->narrow, nsm_plot_unref);
  figure->plot = draw (figure, NSM_PLOT_WIDTH);
  figure->narrow = draw (figure, NSM_FIGURE_NARROW);
}

/**
 * nsm_figure_box_new:
 *
 * Returns: (transfer full): one metric of a metric tree
 */
NsmFigureBox *
nsm_figure_box_new (const char *title)
{
  NsmFigureBox *box = g_new0 (NsmFigureBox, 1);

  box->title = g_strdup (title);
  box->detail = g_strdup ("");
  box->owner = g_strdup ("");
  return box;
}

/**
 * nsm_figure_row_new:
 *
 * Returns: (transfer full): one candidate of a heat map
 */
NsmFigureRow *
nsm_figure_row_new (const char *title)
{
  NsmFigureRow *row = g_new0 (NsmFigureRow, 1);

  row->title = g_strdup (title);
  row->detail = g_strdup ("");
  row->rank = g_strdup ("");
  row->total = NAN;
  row->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) free_cell);
  return row;
}

/**
 * nsm_figure_cell_new:
 *
 * Returns: (transfer full): a cell that nobody has marked
 */
NsmFigureCell *
nsm_figure_cell_new (void)
{
  NsmFigureCell *cell = g_new0 (NsmFigureCell, 1);

  cell->mean = cell->agreed = cell->low = cell->high = NAN;
  cell->marks = g_array_new (FALSE, FALSE, sizeof (double));
  return cell;
}

/**
 * nsm_link_get_sign:
 *
 * Returns: the sign that stands before the words of a link ("×"), or ""
 */
const char *
nsm_link_get_sign (NsmLink link)
{
  switch (link)
    {
    case NSM_LINK_ADDITIVE:
      return "+";
    case NSM_LINK_MULTIPLICATIVE:
      return "×";
    case NSM_LINK_CORRELATED:
      return "~";
    case NSM_LINK_UNSET:
    default:
      return "";
    }
}
