/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/plot-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

static gboolean
lies_apart (const NsmBin *a, const NsmBin *b)
{
  double a_low = isnan (a->low) ? a->y : a->low, a_high = isnan (a->high) ? a->y : a->high;
  double b_low = isnan (b->low) ? b->y : b->low, b_high = isnan (b->high) ? b->y : b->high;

  return a_high < b_low || b_high < a_low;
}

static NsmBin *
find_peak (NsmList *bins)
{
  NsmBin *peak = NULL;

  NSM_LIST_EACH (NsmBin, bin, bins)
    {
      if (peak == NULL || bin->y > peak->y)
        peak = bin;
    }
  return peak;
}

static char *
dup_finding (const NsmPlotSubject *subject)
{
  NsmList *bins = subject->result->bins;
  NsmBin *first = nsm_list_get (bins, 0), *peak = find_peak (bins);
  NsmBin *last = nsm_list_get (bins, nsm_list_get_size (bins) - 1);
  gboolean tenths = nsm_list_get_size (bins) == 10;
  g_autofree char *from = nsm_plot_dup_value (first->y, subject->share);
  g_autofree char *to = nsm_plot_dup_value (last->y, subject->share);
  g_autofree char *most = nsm_plot_dup_value (peak->y, subject->share);
  g_autofree char *at = nsm_plot_dup_number (peak->x);

  if (first == last)
    /* Translators: an outcome, its mean, a candidate */
    return g_strdup_printf (_("%s is %s: %s doesn’t tell rows apart"), subject->y, from, subject->x);
  if (peak != first && peak != last && lies_apart (peak, first) && lies_apart (peak, last))
    /* Translators: an outcome, its mean there, a candidate, its value there */
    return g_strdup_printf (_("%s is highest, %s, in the middle: where %s is about %s"), subject->y,
                            most, subject->x, at);
  if (!lies_apart (first, last))
    /* Translators: an outcome, its two means, a candidate */
    return g_strdup_printf (tenths ? _("%s: no sure difference, %s and %s, between the lowest and "
                                       "the highest tenth of %s")
                                   : _("%s: no sure difference, %s and %s, between the lowest and "
                                       "the highest group of %s"),
                            subject->y, from, to, subject->x);
  if (last->y > first->y)
    /* Translators: an outcome, its two means, a candidate */
    return g_strdup_printf (tenths ? _("%s rises from %s to %s from the lowest to the highest tenth "
                                       "of %s")
                                   : _("%s rises from %s to %s from the lowest to the highest group "
                                       "of %s"),
                            subject->y, from, to, subject->x);
  /* Translators: an outcome, its two means, a candidate */
  return g_strdup_printf (tenths ? _("%s falls from %s to %s from the lowest to the highest tenth of "
                                     "%s")
                                 : _("%s falls from %s to %s from the lowest to the highest group of "
                                     "%s"),
                          subject->y, from, to, subject->x);
}

/* A single wide whisker must not flatten all the rest. */
static void
find_limits (NsmList *bins, double *low, double *high)
{
  double least = INFINITY, most = -INFINITY, span;

  NSM_LIST_EACH (NsmBin, bin, bins)
    {
      least = fmin (least, bin->y);
      most = fmax (most, bin->y);
    }
  span = fmax (most - least, 0.05 * fmax (fabs (least), fabs (most)));
  *low = least;
  *high = most;
  NSM_LIST_EACH (NsmBin, bin, bins)
    {
      if (!isnan (bin->low))
        *low = fmin (*low, fmax (bin->low, least - 1.5 * span));
      if (!isnan (bin->high))
        *high = fmax (*high, fmin (bin->high, most + 1.5 * span));
    }
  /* Zero belongs to a picture of amounts unless it is far away. */
  if (*low > 0 && *low < 0.6 * *high)
    *low = 0;
  if (*high < 0 && *high > 0.6 * *low)
    *high = 0;
}

static char *
dup_range (NsmList *bins, guint i)
{
  NsmBin *bin = nsm_list_get (bins, i), *before = i > 0 ? nsm_list_get (bins, i - 1) : NULL;
  gboolean last = i + 1 == nsm_list_get_size (bins) || isnan (bin->to);
  g_autofree char *from = before != NULL ? nsm_plot_dup_number (before->to) : NULL;
  g_autofree char *to = nsm_plot_dup_number (bin->to);

  /* Counts: all in it have the same value. */
  if (!last && fabs (bin->x - bin->to) <= 1e-9 * fmax (1, fabs (bin->to)))
    return g_steal_pointer (&to);
  if (before == NULL && last)
    return g_strdup (_("all"));
  if (before == NULL)
    /* Translators: a range of values: "up to 3" */
    return g_strdup_printf (_("up to %s"), to);
  if (last)
    /* Translators: a range of values: "over 40" */
    return g_strdup_printf (_("over %s"), from);
  /* Translators: a range of values: "over 3 up to 5" */
  return g_strdup_printf (_("over %s up to %s"), from, to);
}

static void
add_table (NsmPlot *plot, const NsmPlotSubject *subject)
{
  NsmList *bins = subject->result->bins;

  nsm_plot_add_column (plot, subject->x_title, "range");
  nsm_plot_add_column (plot, _("Mean of the candidate"), "x");
  nsm_plot_add_column (plot, subject->share ? _("Share with the outcome") : _("Mean of the outcome"),
                       "y");
  /* xgettext:no-c-format */
  nsm_plot_add_column (plot, _("95 % from"), "low");
  nsm_plot_add_column (plot, _("to"), "high");
  nsm_plot_add_column (plot, _("Rows"), "n");
  for (guint i = 0; i < nsm_list_get_size (bins); i++)
    {
      NsmBin *bin = nsm_list_get (bins, i);
      g_autofree char *range = dup_range (bins, i), *y = nsm_plot_dup_value (bin->y, subject->share);
      g_autofree char *low = nsm_plot_dup_value (bin->low, subject->share);
      g_autofree char *high = nsm_plot_dup_value (bin->high, subject->share);

      nsm_plot_add_text (plot, range);
      nsm_plot_add_number (plot, bin->x, -1);
      nsm_plot_add_value (plot, bin->y, subject->share);
      nsm_plot_add_value (plot, bin->low, subject->share);
      nsm_plot_add_value (plot, bin->high, subject->share);
      nsm_plot_add_number (plot, bin->rows, 0);
      /* Translators: one part of a picture in words: a range of values, the mean of the
       * outcome there, its interval, rows of data */
      nsm_plot_say (plot, _("%s: %s, from %s to %s, n = %.0f."), range, y, low, high, bin->rows);
    }
}

/* Edges stand between two points, the rows below each. */
static void
add_edges (NsmPlot *plot, const NsmPlotFrame *frame, NsmList *bins)
{
  guint n = nsm_list_get_size (bins);
  double slot = (frame->right - frame->left) / n, free_from = -INFINITY, n_from = -INFINITY;

  nsm_plot_add_line (plot, NSM_INK_AXIS, 1, frame->left, frame->bottom, frame->right,
                     frame->bottom);
  for (guint i = 0; i + 1 < n; i++)
    nsm_plot_add_line (plot, NSM_INK_AXIS, 1, frame->left + (i + 1) * slot, frame->bottom,
                       frame->left + (i + 1) * slot, frame->bottom + 5);
  for (guint i = 0; i < n; i++)
    {
      NsmBin *bin = nsm_list_get (bins, i);
      g_autofree char *edge = nsm_plot_dup_number (bin->to);
      g_autofree char *rows = nsm_plot_dup_count (bin->rows);
      double x = frame->left + (i + 1) * slot;
      double half = nsm_plot_text_guess_width (edge, NSM_PLOT_TEXT, FALSE) / 2;
      double n_half = nsm_plot_text_guess_width (rows, NSM_PLOT_SMALL, FALSE) / 2;

      if (i + 1 < n && !isnan (bin->to) && x - half > free_from)
        {
          nsm_plot_add_words (plot, NSM_INK_QUIET, NSM_PLOT_TEXT, NSM_ANCHOR_MIDDLE, x,
                              frame->bottom + 20, edge);
          free_from = x + half + 4;
        }
      if (x - slot / 2 - n_half > n_from)
        {
          nsm_plot_add_words (plot, NSM_INK_QUIET, NSM_PLOT_SMALL, NSM_ANCHOR_MIDDLE,
                              x - slot / 2, frame->bottom + 38, rows);
          n_from = x - slot / 2 + n_half + 2;
        }
    }
}

static void
add_points (NsmPlot *plot, const NsmPlotFrame *frame, const NsmPlotScale *scale, NsmList *bins)
{
  guint n = nsm_list_get_size (bins);
  double slot = (frame->right - frame->left) / n;
  NsmPlotItem *line = nsm_plot_add_lines (plot, NSM_INK_MAIN, 1.5);

  line->opacity = 0.5;
  for (guint i = 0; i < n; i++)
    {
      NsmBin *bin = nsm_list_get (bins, i);
      double x = frame->left + (i + 0.5) * slot, y = nsm_plot_scale_place (scale, bin->y);

      nsm_plot_item_add_point (line, x, y);
      if (!isnan (bin->low) && !isnan (bin->high))
        {
          double low = nsm_plot_scale_place (scale, bin->low);
          double high = nsm_plot_scale_place (scale, bin->high);

          nsm_plot_add_line (plot, NSM_INK_MAIN, 2, x, low, x, high);
          if (bin->low >= scale->from)
            nsm_plot_add_line (plot, NSM_INK_MAIN, 2, x - 6, low, x + 6, low);
          if (bin->high <= scale->to)
            nsm_plot_add_line (plot, NSM_INK_MAIN, 2, x - 6, high, x + 6, high);
        }
    }
  for (guint i = 0; i < n; i++)
    nsm_plot_add_mark (plot, NSM_INK_MAIN, NSM_SHAPE_CIRCLE, 11, frame->left + (i + 0.5) * slot,
                       nsm_plot_scale_place (scale, ((NsmBin *) nsm_list_get (bins, i))->y));
}

/**
 * nsm_plot_new_tenths:
 *
 * Returns: (transfer full) (nullable): the outcome's mean, with whiskers, in each tenth of
 *   the candidate
 */
NsmPlot *
nsm_plot_new_tenths (const NsmPlotSubject *subject)
{
  NsmList *bins = subject->result->bins;
  guint n = nsm_list_get_size (bins);
  NsmPlot *plot;
  NsmPlotFrame frame = { 0 };
  NsmPlotScale scale;
  double low, high;
  g_autofree char *finding = NULL, *reading = NULL, *y_title = NULL, *x_title = NULL;

  if (n == 0)
    return NULL;
  plot = nsm_plot_new (NSM_PLOT_TENTHS, subject->width, NSM_PLOT_HEIGHT);
  finding = dup_finding (subject);
  reading = nsm_plot_dup_reading (subject->result);
  frame.top = nsm_plot_add_head (plot, finding, reading) + 24;
  frame.bottom = plot->height - 76 - NSM_PLOT_SMALL;
  find_limits (bins, &low, &high);
  scale = subject->share ? nsm_plot_scale_new_share (low, high, frame.bottom, frame.top, 5)
                         : nsm_plot_scale_new (low, high, frame.bottom, frame.top, 5);
  frame.left = NSM_PLOT_MARGIN + nsm_plot_guess_tick_width (&scale) + 8;
  frame.right = plot->width - NSM_PLOT_MARGIN;
  y_title = g_strdup_printf (subject->share ? _("%s: share and its 95 %% interval")
                                            : _("%s: mean and its 95 %% interval"),
                             subject->y_title);
  /* Translators: the title of an axis on which a candidate's values lie */
  x_title = g_strdup_printf (n == 10 ? _("%s, in tenths") : _("%s, in groups"), subject->x_title);
  nsm_plot_add_y_axis (plot, &frame, &scale, y_title);
  add_edges (plot, &frame, bins);
  nsm_plot_add_x_title (plot, &frame, frame.bottom + 60, x_title);
  nsm_plot_add_words (plot, NSM_INK_QUIET, NSM_PLOT_SMALL, NSM_ANCHOR_RIGHT, frame.left - 8,
                      frame.bottom + 38, "n");
  add_points (plot, &frame, &scale, bins);
  nsm_plot_add_source (plot, subject);
  nsm_plot_say (plot, "%s.", finding);
  nsm_plot_say (plot, "%s.", reading);
  nsm_plot_say (plot, "%s; %s:", y_title, x_title);
  add_table (plot, subject);
  return plot;
}
