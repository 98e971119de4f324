/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The metric tree: business KPI, North Star Metric, inputs. Boxes are as high as their names need;
 * lines run in the room between rows and down the side, never through a box. */
#include "report/plot-tree-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "record/record.h"

#define NARROW 520.0
#define GAP 14.0     /* between boxes of a row */
#define TRUNK 56.0   /* from KPI to star */
#define BRANCH 54.0  /* from the star, or a row, to the next row */
#define BUS 20.0     /* how far below it the line runs */
#define RAIL 22.0    /* room for the line down the side */
#define WIDEST 224.0 /* box of an input */
#define CORNER 9.0

static gboolean
is_dashed (NsmLink link)
{
  return link == NSM_LINK_CORRELATED || link == NSM_LINK_UNSET;
}

static void
add_wire (NsmPlot *plot, NsmLink link, double x1, double y1, double x2, double y2)
{
  nsm_plot_add_line (plot, NSM_INK_WORDS, 2, x1, y1, x2, y2)->dashed = is_dashed (link);
}

/* From the end of a line across to that of a line down, round the corner. */
static void
add_bend (NsmPlot *plot, double x1, double y1, double x2, double y2)
{
  NsmPlotItem *item = nsm_plot_add_lines (plot, NSM_INK_WORDS, 2);

  for (guint i = 0; i <= 5; i++)
    {
      double angle = i * G_PI / 10;

      nsm_plot_item_add_point (item, x1 + (x2 - x1) * sin (angle),
                               y1 + (y2 - y1) * (1 - cos (angle)));
    }
}

/* Columns that the inputs take, of their names and of how many there are. */
static guint
count_columns (NsmFigure *figure, double room)
{
  guint n = figure->inputs->len, columns = MIN (n, n <= 6 ? n : 4);

  if (n == 0)
    return 1;
  while (columns > 2)
    {
      double width = (room - (columns - 1) * GAP) / columns;
      gboolean fits = TRUE;

      for (guint i = 0; i < n; i++)
        fits = fits && nsm_plot_card_fits (figure->inputs->pdata[i], width, columns > 4 ? 4 : 6);
      if (fits)
        break;
      columns = columns > 4 ? (n + 1) / 2 : columns - 1;
    }
  /* As many in each row, more or less. */
  return (n + (n - 1) / columns) / ((n - 1) / columns + 1);
}

/* Adds one row of inputs. Returns where it ends. */
static double
add_row (NsmPlot *plot, NsmFigure *figure, guint from, guint n, double left, double width, double top)
{
  double height = 0, y = top + BRANCH;

  for (guint i = 0; i < n; i++)
    height = fmax (height, nsm_plot_card_measure (figure->inputs->pdata[from + i], width));
  for (guint i = 0; i < n; i++)
    {
      double x = left + i * (width + GAP);

      nsm_plot_card_add (plot, figure->inputs->pdata[from + i],
                         (NsmPlotFrame){ x, y, x + width, y + height }, NSM_ANCHOR_MIDDLE);
    }
  return y + height;
}

/* The line across above a row, and what hangs on it. */
static void
add_wires (NsmPlot *plot, NsmFigure *figure, guint from, guint n, double left, double width,
           double top, double rail, gboolean is_last)
{
  double y = top + BUS, end = top + BRANCH;
  double first = left + width / 2, last = first + (n - 1) * (width + GAP);
  double middle = plot->width / 2;
  double start = isnan (rail) ? first + CORNER : is_last || from == 0 ? rail + CORNER : rail;
  double stop = last - CORNER;

  if (from == 0)
    {
      nsm_plot_add_line (plot, NSM_INK_WORDS, 2, middle, top, middle, y);
      stop = fmax (stop, middle);
    }
  if (n == 1 && isnan (rail))
    {
      add_wire (plot, ((NsmFigureBox *) figure->inputs->pdata[from])->link, first, y, first, end);
      return;
    }
  nsm_plot_add_line (plot, NSM_INK_WORDS, 2, start, y, stop, y);
  for (guint i = 0; i < n; i++)
    {
      NsmFigureBox *box = figure->inputs->pdata[from + i];
      double x = first + i * (width + GAP);
      gboolean at_start = i == 0 && isnan (rail), at_end = x - CORNER >= stop - 0.5;

      if (at_start)
        add_bend (plot, x + CORNER, y, x, y + CORNER);
      else if (at_end)
        add_bend (plot, x - CORNER, y, x, y + CORNER);
      add_wire (plot, box->link, x, y + (at_start || at_end ? CORNER : 0), x, end);
    }
}

static double
add_rows (NsmPlot *plot, NsmFigure *figure, double top)
{
  double room = plot->width - 2 * NSM_PLOT_MARGIN, width, left;
  guint n = figure->inputs->len, columns = count_columns (figure, room), start = 0;
  gboolean several = n > columns;
  double rail = several ? NSM_PLOT_MARGIN + 2 : NAN, rail_top = top + BUS;
  guint n_rows = (n + columns - 1) / columns;

  if (several)
    columns = count_columns (figure, room -= RAIL);
  n_rows = (n + columns - 1) / columns;
  width = fmin ((room - (columns - 1) * GAP) / columns, several ? room : WIDEST);
  for (guint row = 0; row < n_rows; row++)
    {
      guint in_row = (n - start) / (n_rows - row);

      in_row += (n - start) % (n_rows - row) > 0 ? 1 : 0;
      left = several ? plot->width - NSM_PLOT_MARGIN - room
                     : (plot->width - in_row * width - (in_row - 1) * GAP) / 2;
      add_wires (plot, figure, start, in_row, left, width, top, rail, row == n_rows - 1);
      if (several && row == 0)
        add_bend (plot, rail + CORNER, top + BUS, rail, top + BUS + CORNER);
      if (several && row == n_rows - 1)
        {
          nsm_plot_add_line (plot, NSM_INK_WORDS, 2, rail, rail_top + CORNER, rail,
                             top + BUS - CORNER);
          add_bend (plot, rail + CORNER, top + BUS, rail, top + BUS - CORNER);
        }
      top = add_row (plot, figure, start, in_row, left, width, top);
      start += in_row;
    }
  return top;
}

/* One below the other, on a line down the side. */
static double
add_column (NsmPlot *plot, NsmFigure *figure, double top)
{
  double rail = NSM_PLOT_MARGIN + 8, left = NSM_PLOT_MARGIN + 32, y = top + 22;
  double right = plot->width - NSM_PLOT_MARGIN, start = top;

  for (guint i = 0; i < figure->inputs->len; i++)
    {
      NsmFigureBox *box = figure->inputs->pdata[i];
      double height = nsm_plot_card_measure (box, right - left);
      double at = y + fmin (height / 2, 32);

      nsm_plot_card_add (plot, box, (NsmPlotFrame){ left, y, right, y + height }, NSM_ANCHOR_LEFT);
      nsm_plot_add_line (plot, NSM_INK_WORDS, 2, rail, start, rail, at - CORNER);
      start = at - CORNER;
      add_bend (plot, rail + CORNER, at, rail, at - CORNER);
      add_wire (plot, box->link, rail + CORNER, at, left, at);
      y += height + 24;
    }
  return y - 24;
}

static double
add_kpi (NsmPlot *plot, NsmFigure *figure)
{
  NsmFigureBox *kpi = figure->kpi;
  double y = NSM_PLOT_MARGIN / 2, middle = plot->width / 2, bottom;

  bottom = nsm_plot_kpi_add (plot, kpi, y);
  add_wire (plot, kpi->link, middle, bottom, middle, bottom + TRUNK);
  nsm_plot_pill_add (plot, kpi->link, middle, bottom + TRUNK / 2, plot->width - 2 * NSM_PLOT_MARGIN,
                     NSM_ANCHOR_MIDDLE);
  return bottom + TRUNK;
}

/**
 * nsm_plot_new_tree:
 * @figure: a metric tree
 * @width: in units in which words are 13 and more high
 *
 * Returns: (transfer full): its picture, as high as it needs; narrow ones have one column
 */
NsmPlot *
nsm_plot_new_tree (NsmFigure *figure, double width)
{
  NsmPlot *plot = nsm_plot_new (NSM_PLOT_TREE, fmax (width, 320), NSM_PLOT_HEIGHT);
  g_autofree char *title = NULL, *star = nsm_plot_dup_isolated (figure->star->title);
  double y = NSM_PLOT_MARGIN / 2;

  /* Translators: the name of a picture; %s is the North Star Metric */
  title = g_strdup_printf (_("Metric tree: %s and what moves it"), star);
  nsm_plot_set_title (plot, title);
  nsm_plot_say (plot, "%s", figure->alternative);
  if (figure->kpi != NULL)
    y = add_kpi (plot, figure);
  y = nsm_plot_star_add (plot, figure->star, y);
  if (figure->inputs->len > 0)
    y = plot->width < NARROW ? add_column (plot, figure, y) : add_rows (plot, figure, y);
  plot->height = ceil (y + NSM_PLOT_MARGIN / 2);
  if (nsm_plot_is_mirrored ())
    nsm_plot_mirror (plot);
  return plot;
}
