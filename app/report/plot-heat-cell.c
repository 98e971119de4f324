/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/plot-heat-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "analysis/scores.h"
#include "record/language.h"

#define MEAN 15.0
#define PAD 6.0
#define STRIP 26.0 /* height of the marks */
#define AGREED 16.0
#define WIDEST_STEP 11.0
#define BAR 5.0    /* of the scale below them, a fifth of it */

/* "agreed 4", or where that is too wide "→ 4". */
static char *
dup_agreed (NsmFigureCell *cell, double width)
{
  g_autofree char *number = nsm_number_dup (cell->agreed,
                                            cell->agreed == round (cell->agreed) ? 0 : 1);
  g_autofree char *words = NULL;

  words = g_strdup_printf (_("agreed %s"), number);
  if (nsm_plot_text_guess_width (words, NSM_PLOT_SMALL, TRUE) <= width - 2 * PAD)
    return g_steal_pointer (&words);
  return g_strdup_printf ("→ %s", number);
}

/**
 * nsm_plot_field_measure:
 * @beside: whether the marks stand beside the mean, not below
 *
 * Returns: how high a field must be
 */
double
nsm_plot_field_measure (NsmFigureCell *cell, gboolean beside)
{
  return (beside ? STRIP + 14 : STRIP + MEAN + 14) +
         (isnan (cell->agreed) ? 0 : AGREED);
}

static guint
count_tallest (NsmFigureCell *cell)
{
  guint stacked = 0, tallest = 1;

  for (guint i = 0; i < cell->marks->len; i++)
    {
      double mark = g_array_index (cell->marks, double, i);

      stacked = i > 0 && mark == g_array_index (cell->marks, double, i - 1) ? stacked + 1 : 1;
      tallest = MAX (tallest, stacked);
    }
  return tallest;
}

/* Every mark is a dot over its number, those who agree on top of each other. */
static void
add_marks (NsmPlot *plot, NsmFigureCell *cell, double left, double right, double bottom)
{
  guint tallest = count_tallest (cell), abreast = tallest > 5 ? 2 : 1, stacked = 0;
  double step = fmin ((right - left) / 5, WIDEST_STEP), x = right - 4.5 * step;
  double radius = fmin (fmin (3.2, (step / 2 - 0.4) / abreast),
                        (STRIP - 3) / (2.15 * ((tallest + abreast - 1) / abreast)));

  for (guint i = 0; i < 5; i++)
    nsm_plot_add_line (plot, NSM_INK_QUIET, 1, x + i * step - fmin (BAR, step - 2) / 2, bottom,
                       x + i * step + fmin (BAR, step - 2) / 2, bottom);
  bottom -= 2.5 + radius;
  if (cell->apart)
    nsm_plot_add_line (plot, NSM_INK_WORDS, 2, x + (cell->low - 1) * step, bottom,
                       x + (cell->high - 1) * step, bottom);
  for (guint i = 0; i < cell->marks->len; i++)
    {
      double mark = g_array_index (cell->marks, double, i);

      stacked = i > 0 && mark == g_array_index (cell->marks, double, i - 1) ? stacked + 1 : 0;
      nsm_plot_add_mark (plot, NSM_INK_WORDS, NSM_SHAPE_CIRCLE, 2 * radius,
                         x + (mark - 1) * step +
                           (abreast == 1 ? 0 : stacked % 2 == 0 ? -1.08 * radius : 1.08 * radius),
                         bottom - stacked / abreast * 2.15 * radius);
    }
}

static void
add_mean (NsmPlot *plot, NsmFigureCell *cell, gboolean beside, NsmPlotFrame frame)
{
  g_autofree char *mean = isnan (cell->mean) ? g_strdup ("–") : nsm_scores_format (cell->mean);
  double room = nsm_plot_text_guess_width (mean, MEAN, TRUE);

  nsm_plot_add_words (plot, NSM_INK_WORDS, MEAN, beside ? NSM_ANCHOR_LEFT : NSM_ANCHOR_MIDDLE,
                      beside ? frame.left + PAD : (frame.left + frame.right) / 2,
                      beside ? frame.bottom - PAD : frame.bottom - STRIP - PAD - 4, mean)
    ->bold = TRUE;
  if (isnan (cell->mean))
    return;
  if (beside)
    add_marks (plot, cell, frame.left + PAD + room + 2, frame.right - 4, frame.bottom - PAD + 1);
  else
    {
      double middle = (frame.left + frame.right) / 2;
      double half = fmin ((frame.right - frame.left) / 2 - 4, 2.5 * WIDEST_STEP);

      add_marks (plot, cell, middle - half, middle + half, frame.bottom - PAD + 1);
    }
}

/**
 * nsm_plot_field_add:
 * @calibration: of a candidate that is bad on purpose
 * @foot: where what is in it ends, in @frame
 *
 * Adds one field: the mean as a tone and as a number, the marks, what was agreed on.
 */
void
nsm_plot_field_add (NsmPlot *plot, NsmFigureCell *cell, gboolean calibration, gboolean beside,
                    NsmPlotFrame frame, double foot)
{
  NsmPlotFrame edge = { frame.left + 1, frame.top + 1, frame.right - 1, frame.bottom - 1 };

  if (isnan (cell->mean))
    nsm_plot_add_round (plot, NSM_INK_GRID, 0.4, frame, 5);
  else
    nsm_plot_add_round (plot, NSM_INK_MAIN, 0.06 + 0.42 * CLAMP ((cell->mean - 1) / 4, 0, 1), frame,
                        5);
  if (cell->apart)
    nsm_plot_add_outline (plot, NSM_INK_WORDS, 2.2, edge, 4.5);
  else if (calibration)
    nsm_plot_add_outline (plot, NSM_INK_AXIS, 1, edge, 4.5)->dashed = TRUE;
  frame.bottom = foot;
  if (!isnan (cell->agreed))
    {
      g_autofree char *agreed = dup_agreed (cell, frame.right - frame.left);

      nsm_plot_add_words (plot, NSM_INK_WORDS, NSM_PLOT_SMALL,
                          beside ? NSM_ANCHOR_LEFT : NSM_ANCHOR_MIDDLE,
                          beside ? frame.left + PAD : (frame.left + frame.right) / 2,
                          frame.bottom - PAD + 1, agreed)
        ->bold = TRUE;
      frame.bottom -= AGREED;
    }
  add_mean (plot, cell, beside, frame);
}
