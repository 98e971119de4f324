/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/plot-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

/* Yes and no lie in a band as high as this, or they would hide each other. */
#define JITTER 26.0
#define MARK 6.0
#define NARROW 520.0

typedef struct
{
  double low, high; /* of the axis */
  gboolean cut;     /* some lie beyond */
} Limits;

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static double
get_quantile (const double *sorted, guint n, double q)
{
  return sorted[(guint) round (q * (n - 1))];
}

/* A few far away must not press all the others into a corner: the axis goes on by one and a
 * half times what eight in ten need, and those beyond stand at its edge. */
static Limits
find_limits (GArray *points, gboolean of_y)
{
  g_autofree double *values = g_new (double, points->len);
  Limits limits = { INFINITY, -INFINITY, FALSE };
  double low, high, room;
  guint n = 0;

  for (guint i = 0; i < points->len; i++)
    {
      NsmPlotPoint *point = &g_array_index (points, NsmPlotPoint, i);

      if (isfinite (point->x) && isfinite (point->y))
        values[n++] = of_y ? point->y : point->x;
    }
  if (n == 0)
    return limits;
  qsort (values, n, sizeof (double), compare_doubles);
  limits.low = values[0];
  limits.high = values[n - 1];
  low = get_quantile (values, n, 0.1);
  high = get_quantile (values, n, 0.9);
  if (!(high > low))
    {
      low = get_quantile (values, n, 0.01);
      high = get_quantile (values, n, 0.99);
    }
  room = 1.5 * (high - low);
  if (n >= 20 && room > 0)
    {
      limits.cut = limits.low < low - room || limits.high > high + room;
      limits.low = fmax (limits.low, low - room);
      limits.high = fmin (limits.high, high + room);
    }
  return limits;
}

static Limits
find_grid_limits (NsmList *grid, gboolean of_y)
{
  Limits limits = { INFINITY, -INFINITY, FALSE };

  NSM_LIST_EACH (NsmGridCell, cell, grid)
    {
      limits.low = fmin (limits.low, of_y ? cell->y : cell->x);
      limits.high = fmax (limits.high, of_y ? cell->y_end : cell->x_end);
    }
  return limits;
}

static char *
dup_finding (const NsmPlotSubject *subject)
{
  NsmEvidence *result = subject->result;

  if (isnan (result->coefficient))
    return g_strdup_printf (_("No coefficient for %s and %s"), subject->x, subject->y);
  if (result->rows < 4)
    return g_strdup_printf (_("Too few rows to say how %s and %s go together"), subject->x,
                            subject->y);
  if (!nsm_plot_is_meaningful (result))
    return g_strdup_printf (_("%s and %s show no meaningful link"), subject->x, subject->y);
  /* Translators: a candidate, an outcome, "a strong link" */
  return g_strdup_printf (result->coefficient > 0 ? _("Where %s is higher, so is %s: %s")
                                                  : _("Where %s is higher, %s is lower: %s"),
                          subject->x, subject->y, nsm_plot_get_strength (result->coefficient));
}

/* Spread evenly, and the same at every drawing. */
static double
get_jitter (guint i)
{
  return fmod (i * 0.61803398875, 1) - 0.5;
}

static guint
add_points (NsmPlot *plot, const NsmPlotSubject *subject, const NsmPlotScale *x_scale,
            const NsmPlotScale *y_scale)
{
  guint n = subject->points->len, n_beyond = 0;
  double opacity = CLAMP (150.0 / n, 0.32, 0.85);

  for (guint i = 0; i < n; i++)
    {
      NsmPlotPoint *point = &g_array_index (subject->points, NsmPlotPoint, i);
      double x = nsm_plot_scale_place (x_scale, point->x);
      double y = nsm_plot_scale_place (y_scale, point->y);
      NsmPlotShape shape = NSM_SHAPE_CIRCLE;

      if (!isfinite (point->x) || !isfinite (point->y))
        continue;
      if (point->x > x_scale->to)
        shape = NSM_SHAPE_RIGHT;
      else if (point->x < x_scale->from)
        shape = NSM_SHAPE_LEFT;
      else if (point->y > y_scale->to)
        shape = NSM_SHAPE_UP;
      else if (point->y < y_scale->from)
        shape = NSM_SHAPE_DOWN;
      n_beyond += shape != NSM_SHAPE_CIRCLE;
      if (subject->share)
        y += get_jitter (i) * JITTER;
      nsm_plot_add_mark (plot, NSM_INK_MAIN, shape, shape == NSM_SHAPE_CIRCLE ? MARK : MARK + 3, x,
                         y)
        ->opacity = shape == NSM_SHAPE_CIRCLE ? opacity : 1;
    }
  return n_beyond;
}

static double
get_most_rows (NsmList *grid)
{
  double most = 0;

  NSM_LIST_EACH (NsmGridCell, cell, grid)
    {
      most = fmax (most, cell->rows);
    }
  return most;
}

/* A field's area says how many rows it holds; its strength says so again. */
static void
add_field (NsmPlot *plot, double x, double y, double width, double height, double part)
{
  double side = fmax (sqrt (part), 0.2);
  NsmPlotItem *item = nsm_plot_add_rect (plot, NSM_INK_MAIN, x - width * side / 2,
                                         y - height * side / 2, x + width * side / 2,
                                         y + height * side / 2);

  item->opacity = part > 0.5 ? 1 : part > 0.1 ? 0.86 : 0.72;
}

static void
add_grid (NsmPlot *plot, NsmList *grid, gboolean share, const NsmPlotScale *x_scale,
          const NsmPlotScale *y_scale)
{
  double most = get_most_rows (grid);

  NSM_LIST_EACH (NsmGridCell, cell, grid)
    {
      double x1 = nsm_plot_scale_place (x_scale, cell->x);
      double x2 = nsm_plot_scale_place (x_scale, cell->x_end);
      double y1 = nsm_plot_scale_place (y_scale, cell->y);
      double y2 = nsm_plot_scale_place (y_scale, cell->y_end);

      if (share)
        {
          /* Yes or no is in the middle of its field. */
          y1 = nsm_plot_scale_place (y_scale, (cell->y + cell->y_end) / 2) + JITTER / 2 + MARK;
          y2 = y1 - JITTER - 2 * MARK;
        }
      add_field (plot, (x1 + x2) / 2, (y1 + y2) / 2, fmax (x2 - x1 - 1, 3), fmax (y1 - y2 - 1, 3),
                 cell->rows / most);
    }
}

/* Beside the axis' title, above it in a narrow picture. */
static double
get_legend_y (NsmPlot *plot, const NsmPlotFrame *frame)
{
  return plot->width < NARROW ? frame->top - 37 : frame->top - 17;
}

/* Legends grow from the right and return where they begin. */
static double
add_mean_legend (NsmPlot *plot, const NsmPlotFrame *frame, NsmList *bins, double y)
{
  const char *text =
    nsm_list_get_size (bins) == 10 ? _("mean of each tenth") : _("mean of each group");
  double x = frame->right - nsm_plot_text_guess_width (text, NSM_PLOT_SMALL, FALSE) - 10;

  nsm_plot_add_words (plot, NSM_INK_QUIET, NSM_PLOT_SMALL, NSM_ANCHOR_RIGHT, frame->right,
                      y + 5, text);
  nsm_plot_add_mark (plot, NSM_INK_SECOND, NSM_SHAPE_DIAMOND, 11, x, y);
  return x - 20;
}

static double
add_grid_legend (NsmPlot *plot, const NsmPlotFrame *frame, NsmList *grid, NsmList *bins)
{
  double most = get_most_rows (grid), y = get_legend_y (plot, frame);
  double x =
    nsm_list_get_size (bins) > 1 ? add_mean_legend (plot, frame, bins, y) : frame->right;
  double amounts[] = { most, round (sqrt (most * NSM_BIN_ROWS)), NSM_BIN_ROWS };

  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      g_autofree char *number = nsm_plot_dup_count (amounts[i]);
      g_autofree char *text = i > 0 ? g_steal_pointer (&number)
                                    : g_strdup_printf (_("%s rows"), number);

      if (i > 0 && amounts[i] >= amounts[i - 1])
        continue;
      nsm_plot_add_words (plot, NSM_INK_QUIET, NSM_PLOT_SMALL, NSM_ANCHOR_RIGHT, x, y + 5, text);
      x -= nsm_plot_text_guess_width (text, NSM_PLOT_SMALL, FALSE) + 14;
      add_field (plot, x, y, 16, 16, amounts[i] / most);
      x -= 20;
    }
  return x;
}

static double
add_point_legend (NsmPlot *plot, const NsmPlotFrame *frame, NsmList *bins)
{
  double y = get_legend_y (plot, frame);
  double x =
    nsm_list_get_size (bins) > 1 ? add_mean_legend (plot, frame, bins, y) : frame->right;

  nsm_plot_add_words (plot, NSM_INK_QUIET, NSM_PLOT_SMALL, NSM_ANCHOR_RIGHT, x, y + 5, _("a row"));
  x -= nsm_plot_text_guess_width (_("a row"), NSM_PLOT_SMALL, FALSE) + 8;
  nsm_plot_add_mark (plot, NSM_INK_MAIN, NSM_SHAPE_CIRCLE, MARK + 2, x, y);
  return x - 12;
}

static void
add_means (NsmPlot *plot, NsmList *bins, const NsmPlotScale *x_scale, const NsmPlotScale *y_scale)
{
  NsmPlotItem *halo = nsm_plot_add_lines (plot, NSM_INK_PAGE, 5);
  NsmPlotItem *line = nsm_plot_add_lines (plot, NSM_INK_SECOND, 2.5);

  NSM_LIST_EACH (NsmBin, bin, bins)
    {
      if (bin->x < x_scale->from || bin->x > x_scale->to)
        continue;
      nsm_plot_item_add_point (halo, nsm_plot_scale_place (x_scale, bin->x),
                               nsm_plot_scale_place (y_scale, bin->y));
      nsm_plot_item_add_point (line, nsm_plot_scale_place (x_scale, bin->x),
                               nsm_plot_scale_place (y_scale, bin->y));
    }
  for (guint i = 0; i < line->points->len; i++)
    {
      NsmPlotPoint at = g_array_index (line->points, NsmPlotPoint, i);

      nsm_plot_add_mark (plot, NSM_INK_PAGE, NSM_SHAPE_DIAMOND, 15, at.x, at.y);
      nsm_plot_add_mark (plot, NSM_INK_SECOND, NSM_SHAPE_DIAMOND, 11, at.x, at.y);
    }
}

static void
say_grid (NsmPlot *plot, const NsmPlotSubject *subject)
{
  NsmList *grid = subject->result->grid;

  nsm_plot_add_column (plot, _("Candidate from"), "x");
  nsm_plot_add_column (plot, _("to"), "x-end");
  nsm_plot_add_column (plot, _("Outcome from"), "y");
  nsm_plot_add_column (plot, _("to"), "y-end");
  nsm_plot_add_column (plot, _("Rows"), "n");
  NSM_LIST_EACH (NsmGridCell, cell, grid)
    {
      nsm_plot_add_number (plot, cell->x, -1);
      nsm_plot_add_number (plot, cell->x_end, -1);
      nsm_plot_add_number (plot, cell->y, -1);
      nsm_plot_add_number (plot, cell->y_end, -1);
      nsm_plot_add_number (plot, cell->rows, 0);
    }
}

static void
say_means (NsmPlot *plot, const NsmPlotSubject *subject)
{
  NSM_LIST_EACH (NsmBin, bin, subject->result->bins)
    {
      g_autofree char *x = nsm_plot_dup_number (bin->x);
      g_autofree char *y = nsm_plot_dup_value (bin->y, subject->share);

      /* Translators: a value of the candidate, the outcome's mean there, rows of data */
      nsm_plot_say (plot, _("At about %s: %s on average, n = %.0f."), x, y, bin->rows);
    }
}

static NsmPlotScale
new_y_scale (const NsmPlotSubject *subject, Limits limits, double bottom, double top,
             gboolean points)
{
  if (subject->share)
    return nsm_plot_scale_new_share (0, 1, bottom - JITTER / 2 - MARK, top + JITTER / 2 + MARK, 5);
  if (points)
    return nsm_plot_scale_new (limits.low, limits.high, bottom, top, 5);
  return nsm_plot_scale_new_tight (limits.low, limits.high, bottom, top, 5);
}

/**
 * nsm_plot_new_scatter:
 *
 * Returns: (transfer full) (nullable): candidate against outcome, a mark a row; from
 *   what a workshop keeps, fields whose size says how many rows they hold
 */
NsmPlot *
nsm_plot_new_scatter (const NsmPlotSubject *subject)
{
  NsmEvidence *result = subject->result;
  gboolean points = subject->points != NULL && subject->points->len > 0;
  gboolean means = nsm_list_get_size (result->bins) > 1;
  Limits x_limits, y_limits;
  NsmPlotScale x_scale, y_scale;
  NsmPlotFrame frame = { 0 };
  NsmPlot *plot;
  g_autofree char *finding = NULL, *reading = NULL;
  double y_title_end;
  guint n_beyond = 0;

  if (!points && nsm_list_get_size (result->grid) == 0)
    return NULL;
  x_limits = points ? find_limits (subject->points, FALSE) : find_grid_limits (result->grid, FALSE);
  y_limits = points ? find_limits (subject->points, TRUE) : find_grid_limits (result->grid, TRUE);
  if (x_limits.low > x_limits.high)
    return NULL;
  plot = nsm_plot_new (NSM_PLOT_SCATTER, subject->width, NSM_PLOT_HEIGHT);
  finding = dup_finding (subject);
  reading = nsm_plot_dup_reading (result);
  frame.top = nsm_plot_add_head (plot, finding, reading) + (plot->width < NARROW ? 46 : 26);
  frame.bottom = plot->height - 58 - NSM_PLOT_SMALL;
  y_scale = new_y_scale (subject, y_limits, frame.bottom, frame.top, points);
  frame.left = NSM_PLOT_MARGIN + nsm_plot_guess_tick_width (&y_scale) + 8;
  frame.right = plot->width - NSM_PLOT_MARGIN - 8;
  if (points)
    x_scale = nsm_plot_scale_new (x_limits.low, x_limits.high, frame.left + 6, frame.right - 6,
                                  plot->width < NARROW ? 4 : 7);
  else
    x_scale = nsm_plot_scale_new_tight (x_limits.low, x_limits.high, frame.left + 2,
                                        frame.right - 2, plot->width < NARROW ? 4 : 7);
  y_title_end = points ? add_point_legend (plot, &frame, result->bins)
                       : add_grid_legend (plot, &frame, result->grid, result->bins);
  if (plot->width < NARROW)
    y_title_end = frame.right;
  nsm_plot_add_y_axis (plot, &frame, &y_scale, subject->y_title)->max_width =
    y_title_end - NSM_PLOT_MARGIN - 8;
  nsm_plot_add_x_axis (plot, &frame, &x_scale, subject->x_title);
  nsm_plot_say (plot, "%s.", finding);
  nsm_plot_say (plot, "%s.", reading);
  if (points)
    n_beyond = add_points (plot, subject, &x_scale, &y_scale);
  else
    add_grid (plot, result->grid, subject->share, &x_scale, &y_scale);
  if (means)
    add_means (plot, result->bins, &x_scale, &y_scale);
  if (n_beyond > 0)
    {
      g_autofree char *beyond = g_strdup_printf (
        ngettext ("%u row lies further out than the picture goes (triangle)",
                  "%u rows lie further out than the picture goes (triangles)", n_beyond),
        n_beyond);

      nsm_plot_add_foot (plot, beyond);
      nsm_plot_say (plot, "%s.", beyond);
    }
  else
    nsm_plot_add_source (plot, subject);
  say_means (plot, subject);
  if (!points)
    say_grid (plot, subject);
  return plot;
}
