/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/plot-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "evidence/words.h"

typedef struct
{
  const char *label;
  NsmPlotInk ink;
  NsmPlotShape shape;
  gsize offset;
  double label_y;
} Curve;

/* Conventional: see the strengths that a coefficient's words have. */
static const double bands[] = { 0.2, 0.3, 0.4 };

static double
get_value (NsmThreshold *threshold, const Curve *curve)
{
  return G_STRUCT_MEMBER (double, threshold, curve->offset);
}

static char *
dup_finding (const NsmPlotSubject *subject, NsmThreshold *best)
{
  g_autofree char *k = NULL, *did = NULL, *others = NULL;

  if (best == NULL)
    return g_strdup_printf (_("No threshold of %s tells %s apart"), subject->x, subject->y);
  k = nsm_plot_dup_number (best->at_least);
  did = nsm_plot_dup_share (best->ppv);
  others = nsm_plot_dup_share (1 - best->npv);
  if (fabs (best->phi) < 0.1)
    /* Translators: a candidate, an outcome, its shares above and below the best threshold */
    return g_strdup_printf (_("No threshold of %s tells %s apart: at best %s against %s"),
                            subject->x, subject->y, did, others);
  /* Translators: an outcome, its share, a candidate, how often, the share of the others */
  return g_strdup_printf (_("%s is %s where %s is at least %s, else %s"), subject->y, did,
                          subject->x, k, others);
}

static char *
dup_subtitle (NsmThreshold *best)
{
  g_autofree char *phi = NULL;

  if (best == NULL)
    return NULL;
  phi = nsm_coefficient_dup_text (best->phi);
  return g_strdup_printf (_("This threshold tells apart best: phi = %s, n = %.0f and %.0f"), phi,
                          best->did, best->others);
}

static void
add_bands (NsmPlot *plot, const NsmPlotFrame *frame, const NsmPlotScale *scale)
{
  const char *const words[] = { _("some"), _("clear"), _("strong") };

  nsm_plot_add_rect (plot, NSM_INK_BAND, frame->left, nsm_plot_scale_place (scale, bands[0]),
                     frame->right, nsm_plot_scale_place (scale, bands[2]));
  for (guint i = 0; i < G_N_ELEMENTS (bands); i++)
    {
      double y = nsm_plot_scale_place (scale, bands[i]);

      nsm_plot_add_line (plot, NSM_INK_AXIS, 1, frame->left, y, frame->right, y)->dashed = TRUE;
      nsm_plot_add_words (plot, NSM_INK_QUIET, NSM_PLOT_SMALL, NSM_ANCHOR_LEFT, frame->left + 6,
                          y - 5, words[i]);
    }
}

/* What stands beside the ends of the curves must not overlap. */
static void
spread_labels (Curve *curves, guint n, double bottom)
{
  const double room = 18;
  Curve *sorted[3] = { NULL };

  g_assert (n == G_N_ELEMENTS (sorted));
  for (guint i = 0; i < n; i++)
    {
      guint at = i;

      for (; at > 0 && sorted[at - 1]->label_y > curves[i].label_y; at--)
        sorted[at] = sorted[at - 1];
      sorted[at] = &curves[i];
    }
  for (guint i = 1; i < n; i++)
    sorted[i]->label_y = fmax (sorted[i]->label_y, sorted[i - 1]->label_y + room);
  sorted[n - 1]->label_y = fmin (sorted[n - 1]->label_y, bottom);
  for (guint i = n - 1; i > 0; i--)
    sorted[i - 1]->label_y = fmin (sorted[i - 1]->label_y, sorted[i]->label_y - room);
}

static double
get_slot_x (const NsmPlotFrame *frame, guint n, guint i)
{
  /* The words of the bands stand before the first. */
  double left = frame->left + (n > 8 ? 52 : 34);

  return left + (i + 0.5) * (frame->right - left) / n;
}

static void
add_curve (NsmPlot *plot, const NsmPlotFrame *frame, const NsmPlotScale *scale,
           NsmList *thresholds, Curve *curve)
{
  guint n = nsm_list_get_size (thresholds);
  NsmPlotItem *line = nsm_plot_add_lines (plot, curve->ink, 2.5);

  line->dashed = curve->shape == NSM_SHAPE_UP;
  curve->label_y = frame->bottom;
  for (guint i = 0; i < n; i++)
    {
      double value = get_value (nsm_list_get (thresholds, i), curve);

      if (isfinite (value))
        {
          curve->label_y = nsm_plot_scale_place (scale, value);
          nsm_plot_item_add_point (line, get_slot_x (frame, n, i), curve->label_y);
        }
    }
  for (guint i = 0; i < line->points->len; i++)
    {
      NsmPlotPoint at = g_array_index (line->points, NsmPlotPoint, i);

      nsm_plot_add_mark (plot, curve->ink, curve->shape,
                         (curve->shape == NSM_SHAPE_DIAMOND ? 12 : 9) * (n > 15 ? 0.6 : 1), at.x,
                         at.y);
    }
}

static void
add_axis (NsmPlot *plot, const NsmPlotFrame *frame, NsmList *thresholds, NsmThreshold *best)
{
  guint n = nsm_list_get_size (thresholds);
  double free_from = -INFINITY, best_from = INFINITY, best_to = INFINITY;

  nsm_plot_add_line (plot, NSM_INK_AXIS, 1, frame->left, frame->bottom, frame->right,
                     frame->bottom);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < n; i++)
      {
        NsmThreshold *threshold = nsm_list_get (thresholds, i);
        g_autofree char *text = nsm_plot_dup_number (threshold->at_least);
        double x = get_slot_x (frame, n, i);
        double half = nsm_plot_text_guess_width (text, NSM_PLOT_TEXT, threshold == best) / 2 + 3;

        /* The best one is named first, the others where there is room. */
        if ((pass == 0) != (threshold == best))
          continue;
        if (pass == 0)
          {
            best_from = x - half;
            best_to = x + half;
            nsm_plot_add_line (plot, NSM_INK_WORDS, 1.5, x, frame->top, x, frame->bottom + 5);
          }
        else if (x - half < free_from || (x + half > best_from && x - half < best_to))
          continue;
        else
          free_from = x + half;
        nsm_plot_add_words (plot, threshold == best ? NSM_INK_WORDS : NSM_INK_QUIET, NSM_PLOT_TEXT,
                            NSM_ANCHOR_MIDDLE, x, frame->bottom + 20, text)
          ->bold = threshold == best;
      }
}

static void
say_thresholds (NsmPlot *plot, const NsmPlotSubject *subject)
{
  nsm_plot_add_column (plot, _("At least"), "at-least");
  nsm_plot_add_column (plot, "phi", "phi");
  nsm_plot_add_column (plot, _("Of those: with the outcome"), "ppv");
  nsm_plot_add_column (plot, _("Of the others: without"), "npv");
  nsm_plot_add_column (plot, _("Rows"), "n-did");
  nsm_plot_add_column (plot, _("Other rows"), "n-others");
  NSM_LIST_EACH (NsmThreshold, threshold, subject->result->thresholds)
    {
      g_autofree char *k = nsm_plot_dup_number (threshold->at_least);
      g_autofree char *phi = nsm_coefficient_dup_text (threshold->phi);
      g_autofree char *did = nsm_plot_dup_share (threshold->ppv);
      g_autofree char *others = nsm_plot_dup_share (1 - threshold->npv);

      /* Translators: how often at least, the share of those with the outcome, of the others, phi */
      nsm_plot_say (plot, _("At least %s: %s with the outcome, of the others %s, phi = %s."), k, did,
                    others, isnan (threshold->phi) ? "–" : phi);
      nsm_plot_add_number (plot, threshold->at_least, -1);
      nsm_plot_add_number (plot, threshold->phi, 2);
      nsm_plot_add_value (plot, threshold->ppv, TRUE);
      nsm_plot_add_value (plot, threshold->npv, TRUE);
      nsm_plot_add_number (plot, threshold->did, 0);
      nsm_plot_add_number (plot, threshold->others, 0);
    }
}

/* Returns how much room the labels need. */
static double
find_label_width (const Curve *curves, guint n)
{
  double widest = 0;

  for (guint i = 0; i < n; i++)
    widest = fmax (widest, nsm_plot_text_guess_width (curves[i].label, NSM_PLOT_TEXT, TRUE));
  return widest;
}

static double
find_low (NsmList *thresholds)
{
  double low = 0;

  NSM_LIST_EACH (NsmThreshold, threshold, thresholds)
    {
      if (isfinite (threshold->phi))
        low = fmin (low, threshold->phi);
    }
  return low;
}

/**
 * nsm_plot_new_thresholds:
 *
 * Returns: (transfer full) (nullable): how well "at least so often" tells apart those who
 *   have the outcome, for each threshold
 */
NsmPlot *
nsm_plot_new_thresholds (const NsmPlotSubject *subject)
{
  NsmList *thresholds = subject->result->thresholds;
  NsmThreshold *best = nsm_evidence_get_best_threshold (subject->result);
  Curve curves[] = {
    { _("PPV: above, with it"), NSM_INK_SECOND, NSM_SHAPE_SQUARE, G_STRUCT_OFFSET (NsmThreshold, ppv),
      0 },
    { _("NPV: below, without it"), NSM_INK_THIRD, NSM_SHAPE_UP,
      G_STRUCT_OFFSET (NsmThreshold, npv), 0 },
    { _("phi"), NSM_INK_MAIN, NSM_SHAPE_DIAMOND, G_STRUCT_OFFSET (NsmThreshold, phi), 0 },
  };
  NsmPlotFrame frame = { 0 };
  NsmPlotScale scale;
  NsmPlot *plot;
  g_autofree char *finding = NULL, *subtitle = NULL, *x_title = NULL;

  if (nsm_list_get_size (thresholds) == 0)
    return NULL;
  if (subject->width < 520)
    {
      curves[0].label = "PPV";
      curves[1].label = "NPV";
    }
  plot = nsm_plot_new (NSM_PLOT_THRESHOLDS, subject->width, NSM_PLOT_HEIGHT);
  finding = dup_finding (subject, best);
  subtitle = dup_subtitle (best);
  frame.top = nsm_plot_add_head (plot, finding, subtitle) + 26;
  frame.bottom = plot->height - 58 - NSM_PLOT_SMALL;
  scale = nsm_plot_scale_new_tight (find_low (thresholds), 1, frame.bottom, frame.top, 5);
  frame.left = NSM_PLOT_MARGIN + nsm_plot_guess_tick_width (&scale) + 8;
  frame.right = plot->width - NSM_PLOT_MARGIN - 14 -
                fmin (find_label_width (curves, G_N_ELEMENTS (curves)), plot->width * 0.28);
  add_bands (plot, &frame, &scale);
  nsm_plot_add_y_axis (plot, &frame, &scale, _("Shares (PPV, NPV) and phi"));
  add_axis (plot, &frame, thresholds, best);
  for (guint i = 0; i < G_N_ELEMENTS (curves); i++)
    add_curve (plot, &frame, &scale, thresholds, &curves[i]);
  spread_labels (curves, G_N_ELEMENTS (curves), frame.bottom);
  for (guint i = 0; i < G_N_ELEMENTS (curves); i++)
    {
      NsmPlotItem *words = nsm_plot_add_words (plot, curves[i].ink, NSM_PLOT_TEXT, NSM_ANCHOR_LEFT,
                                               frame.right + 8, curves[i].label_y + 5,
                                               curves[i].label);

      words->bold = TRUE;
      words->max_width = plot->width - frame.right - 12;
    }
  x_title = g_strdup_printf (_("At least so much: %s"), subject->x_title);
  nsm_plot_add_x_title (plot, &frame, frame.bottom + 41, x_title);
  nsm_plot_add_source (plot, subject);
  nsm_plot_say (plot, "%s.", finding);
  if (subtitle != NULL)
    nsm_plot_say (plot, "%s.", subtitle);
  say_thresholds (plot, subject);
  return plot;
}
