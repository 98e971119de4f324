/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/plot-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

static NsmLag *
find_best (NsmList *lags)
{
  NsmLag *best = NULL;

  NSM_LIST_EACH (NsmLag, lag, lags)
    {
      if (!isnan (lag->coefficient) &&
          (best == NULL || fabs (lag->coefficient) > fabs (best->coefficient)))
        best = lag;
    }
  return best;
}

static NsmWindow
get_period (const NsmPlotSubject *subject)
{
  return subject->dataset != NULL ? subject->dataset->period : NSM_WINDOW_UNSET;
}

static char *
dup_chance (NsmEvidence *result)
{
  g_autofree char *p = NULL;

  if (isnan (result->probability))
    return NULL;
  if (result->probability < 0.005)
    return g_strdup ("p < .01");
  p = nsm_coefficient_dup_text (result->probability);
  return g_strdup_printf ("p = %s", p);
}

static char *
dup_finding (const NsmPlotSubject *subject, NsmLag *best)
{
  g_autofree char *later = NULL, *r = NULL;
  gboolean sure = isnan (subject->result->probability) || subject->result->probability < 0.05;

  if (best == NULL)
    return g_strdup_printf (_("No coefficient for %s and %s at any lag"), subject->x, subject->y);
  later = nsm_plot_dup_periods (get_period (subject), (guint) best->periods);
  r = nsm_coefficient_dup_text (best->coefficient);
  if (!sure)
    return g_strdup_printf (_("%s and %s: no lag stands out from chance"), subject->x, subject->y);
  if (best->periods < 0.5)
    /* Translators: a candidate, an outcome, a coefficient */
    return g_strdup_printf (_("%s and %s change at the same time: r = %s"), subject->x, subject->y,
                            r);
  /* Translators: a candidate, an outcome, "3 weeks", a coefficient */
  return g_strdup_printf (_("%s changes first, %s %s later: r = %s"), subject->x, subject->y, later,
                          r);
}

static char *
dup_subtitle (const NsmPlotSubject *subject)
{
  g_autofree char *chance = dup_chance (subject->result);
  const char *what = _("Correlation of the changes from one period to the next");

  if (chance == NULL)
    return g_strdup (what);
  /* Translators: what is shown, "p = .03": how likely chance alone gives such a largest one */
  return g_strdup_printf (_("%s; %s for the largest by chance alone"), what, chance);
}

static const char *
get_axis_title (NsmWindow period)
{
  switch (period)
    {
    case NSM_WINDOW_DAY:
      return _("Days by which the outcome follows");
    case NSM_WINDOW_WEEK:
      return _("Weeks by which the outcome follows");
    case NSM_WINDOW_MONTH:
      return _("Months by which the outcome follows");
    case NSM_WINDOW_QUARTER:
      return _("Quarters by which the outcome follows");
    case NSM_WINDOW_YEAR:
      return _("Years by which the outcome follows");
    case NSM_WINDOW_UNSET:
    default:
      return _("Periods by which the outcome follows");
    }
}

static void
say_lags (NsmPlot *plot, const NsmPlotSubject *subject)
{
  nsm_plot_add_column (plot, get_axis_title (get_period (subject)), "periods");
  nsm_plot_add_column (plot, "r", "r");
  nsm_plot_add_column (plot, _("Periods"), "n");
  NSM_LIST_EACH (NsmLag, lag, subject->result->lags)
    {
      g_autofree char *later =
        nsm_plot_dup_periods (get_period (subject), (guint) fmax (lag->periods, 0));
      g_autofree char *r = isnan (lag->coefficient) ? g_strdup (_("no figure"))
                                                    : nsm_coefficient_dup_text (lag->coefficient);

      if (lag->periods < 0.5)
        nsm_plot_say (plot, _("At the same time: %s, n = %.0f."), r, lag->rows);
      else
        /* Translators: "3 weeks", a coefficient, periods */
        nsm_plot_say (plot, _("%s later: %s, n = %.0f."), later, r, lag->rows);
      nsm_plot_add_number (plot, lag->periods, 0);
      nsm_plot_add_number (plot, lag->coefficient, 2);
      nsm_plot_add_number (plot, lag->rows, 0);
    }
}

static void
add_bars (NsmPlot *plot, const NsmPlotFrame *frame, const NsmPlotScale *scale, NsmList *lags,
          NsmLag *best)
{
  guint n = nsm_list_get_size (lags);
  double slot = (frame->right - frame->left) / n, zero = nsm_plot_scale_place (scale, 0);
  double half = fmin (slot * 0.34, 26);

  for (guint i = 0; i < n; i++)
    {
      NsmLag *lag = nsm_list_get (lags, i);
      double x = frame->left + (i + 0.5) * slot;
      double y = nsm_plot_scale_place (scale, lag->coefficient);
      g_autofree char *text = g_strdup_printf ("%.0f", lag->periods);

      nsm_plot_add_words (plot, NSM_INK_QUIET, NSM_PLOT_TEXT, NSM_ANCHOR_MIDDLE, x,
                          frame->bottom + 20, text)
        ->bold = lag == best;
      if (isnan (lag->coefficient))
        {
          nsm_plot_add_words (plot, NSM_INK_QUIET, NSM_PLOT_TEXT, NSM_ANCHOR_MIDDLE, x, zero - 6,
                              "–");
          continue;
        }
      if (fabs (y - zero) < 1)
        y = lag->coefficient < 0 ? zero + 1 : zero - 1;
      nsm_plot_add_rect (plot, NSM_INK_MAIN, x - half, zero, x + half, y)->opacity =
        lag == best ? 1 : 0.72;
      if (lag == best)
        {
          g_autofree char *r = nsm_coefficient_dup_text (lag->coefficient);
          gboolean up = lag->coefficient >= 0;

          nsm_plot_add_mark (plot, NSM_INK_WORDS, up ? NSM_SHAPE_DOWN : NSM_SHAPE_UP, 9, x,
                             up ? y - 9 : y + 9);
          nsm_plot_add_words (plot, NSM_INK_WORDS, NSM_PLOT_TEXT + 1, NSM_ANCHOR_MIDDLE, x,
                              up ? y - 19 : y + 29, r)
            ->bold = TRUE;
        }
    }
  nsm_plot_add_line (plot, NSM_INK_AXIS, 1.5, frame->left, zero, frame->right, zero);
}

/**
 * nsm_plot_new_lags:
 *
 * Returns: (transfer full) (nullable): the candidate now and the outcome so many periods
 *   later, a bar for each
 */
NsmPlot *
nsm_plot_new_lags (const NsmPlotSubject *subject)
{
  NsmList *lags = subject->result->lags;
  NsmLag *best = find_best (lags);
  NsmPlotFrame frame = { 0 };
  NsmPlotScale scale;
  NsmPlot *plot;
  g_autofree char *finding = NULL, *subtitle = NULL;

  if (nsm_list_get_size (lags) == 0)
    return NULL;
  plot = nsm_plot_new (NSM_PLOT_LAGS, subject->width, NSM_PLOT_HEIGHT);
  finding = dup_finding (subject, best);
  subtitle = dup_subtitle (subject);
  frame.top = nsm_plot_add_head (plot, finding, subtitle) + 26;
  frame.bottom = plot->height - 58 - NSM_PLOT_SMALL;
  /* Room for what is said beside the end of the best bar. */
  scale = nsm_plot_scale_new (-1, 1,
                              frame.bottom - (best != NULL && best->coefficient < 0 ? 26 : 0),
                              frame.top + (best != NULL && best->coefficient > 0 ? 18 : 0), 4);
  frame.left = NSM_PLOT_MARGIN + nsm_plot_guess_tick_width (&scale) + 8;
  frame.right = plot->width - NSM_PLOT_MARGIN;
  nsm_plot_add_y_axis (plot, &frame, &scale, _("Correlation r"));
  add_bars (plot, &frame, &scale, lags, best);
  nsm_plot_add_x_title (plot, &frame, frame.bottom + 41, get_axis_title (get_period (subject)));
  nsm_plot_add_source (plot, subject);
  nsm_plot_say (plot, "%s.", finding);
  nsm_plot_say (plot, "%s.", subtitle);
  say_lags (plot, subject);
  return plot;
}
