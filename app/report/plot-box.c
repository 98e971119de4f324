/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/plot-private.h"

#include <math.h>

#include "record/language.h"

#define STEPS 5 /* corners are round by so many short lines */

static void
trace_round (NsmPlotItem *item, NsmPlotFrame box, double radius)
{
  const double x[] = { box.right - radius, box.left + radius, box.left + radius,
                       box.right - radius };
  const double y[] = { box.bottom - radius, box.bottom - radius, box.top + radius,
                       box.top + radius };

  for (guint corner = 0; corner < 4; corner++)
    for (guint i = 0; i <= STEPS; i++)
      {
        double angle = (corner + (double) i / STEPS) * G_PI / 2;

        nsm_plot_item_add_point (item, x[corner] + radius * cos (angle),
                                 y[corner] + radius * sin (angle));
      }
}

/**
 * nsm_plot_add_outline:
 *
 * Returns: (transfer none): a line around a box
 */
NsmPlotItem *
nsm_plot_add_outline (NsmPlot *plot, NsmPlotInk ink, double width, NsmPlotFrame box, double radius)
{
  NsmPlotItem *item = nsm_plot_add_lines (plot, ink, width);
  NsmPlotPoint first;

  trace_round (item, box, radius);
  first = g_array_index (item->points, NsmPlotPoint, 0);
  nsm_plot_item_add_point (item, first.x, first.y);
  return item;
}

/**
 * nsm_plot_add_round:
 *
 * Returns: (transfer none): the inside of a box
 */
NsmPlotItem *
nsm_plot_add_round (NsmPlot *plot, NsmPlotInk ink, double opacity, NsmPlotFrame box, double radius)
{
  NsmPlotItem *item = nsm_plot_add_area (plot, ink, opacity);

  trace_round (item, box, radius);
  return item;
}

/**
 * nsm_plot_add_box:
 *
 * Adds a box with round corners and a line around it.
 */
void
nsm_plot_add_box (NsmPlot *plot, NsmPlotInk fill, NsmPlotInk edge, double width, NsmPlotFrame box,
                  double radius)
{
  nsm_plot_add_round (plot, fill, 1, box, radius);
  nsm_plot_add_outline (plot, edge, width, box, radius);
}

/**
 * nsm_plot_add_lines_of_words:
 * @anchor: of the lines; those that run to the left begin at the right all the same, but in the
 *   middle
 * @top: of the first line
 *
 * Returns: where the last line ends
 */
double
nsm_plot_add_lines_of_words (NsmPlot *plot, NsmPlotInk ink, double size, gboolean bold,
                             NsmPlotAnchor anchor, double left, double right, double top,
                             GStrv lines)
{
  for (guint i = 0; lines[i] != NULL; i++)
    {
      double x;
      NsmPlotAnchor where = anchor;
      NsmPlotItem *item;

      /* A mirrored picture puts all of them there. */
      if (anchor == NSM_ANCHOR_LEFT && !nsm_plot_is_mirrored () && nsm_plot_text_is_rtl (lines[i]))
        where = NSM_ANCHOR_RIGHT;
      x = where == NSM_ANCHOR_LEFT ? left : where == NSM_ANCHOR_RIGHT ? right : (left + right) / 2;
      item = nsm_plot_add_words (plot, ink, size, where, x, top + size, lines[i]);
      item->bold = bold;
      item->max_width = right - left;
      top += size * NSM_PLOT_LEADING;
    }
  return top;
}

/**
 * nsm_plot_is_mirrored:
 *
 * Returns: whether pictures begin at the right in the language that people read here
 */
gboolean
nsm_plot_is_mirrored (void)
{
  g_autofree char *language = nsm_language_dup ();

  return nsm_language_is_right_to_left (language);
}

/**
 * nsm_plot_mirror:
 *
 * Turns what begins at the left into what begins at the right.
 */
void
nsm_plot_mirror (NsmPlot *plot)
{
  for (guint i = 0; i < plot->items->len; i++)
    {
      NsmPlotItem *item = plot->items->pdata[i];

      for (guint k = 0; k < item->points->len; k++)
        {
          NsmPlotPoint *point = &g_array_index (item->points, NsmPlotPoint, k);

          point->x = plot->width - point->x;
        }
      if (!item->turned)
        item->anchor = NSM_ANCHOR_RIGHT - item->anchor;
    }
}
