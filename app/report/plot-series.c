/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/plot-private.h"

#include <math.h>
#include <stdio.h>

#include <glib/gi18n-lib.h>

#include "record/language.h"

#define PANEL_GAP 38.0

typedef struct
{
  double from, to;    /* days */
  double start, end;  /* where they are */
} TimeScale;

static double
get_day (const char *date)
{
  int year = 0, month = 0, day = 0;
  GDate when;

  if (sscanf (date, "%4d-%2d-%2d", &year, &month, &day) != 3 ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return NAN;
  g_date_clear (&when, 1);
  g_date_set_dmy (&when, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&when);
}

static double
place (const TimeScale *time, double day)
{
  return time->start + (day - time->from) / (time->to - time->from) * (time->end - time->start);
}

static void
extend (TimeScale *time, NsmColumn *column)
{
  NSM_LIST_EACH (NsmPeriod, period, column->series)
    {
      double day = get_day (period->start);

      if (isfinite (day))
        {
          time->from = fmin (time->from, day);
          time->to = fmax (time->to, day);
        }
    }
}

static double
get_period_days (NsmWindow period)
{
  switch (period)
    {
    case NSM_WINDOW_DAY:
      return 1;
    case NSM_WINDOW_WEEK:
      return 7;
    case NSM_WINDOW_QUARTER:
      return 92;
    case NSM_WINDOW_YEAR:
      return 366;
    case NSM_WINDOW_MONTH:
    case NSM_WINDOW_UNSET:
    default:
      return 31;
    }
}

/* Between neighbours; what was merged when it was kept lies further apart than a period. */
static double
find_usual_gap (NsmColumn *column, double period_days)
{
  double first = NAN, last = NAN;
  guint n = 0;

  NSM_LIST_EACH (NsmPeriod, period, column->series)
    {
      double day = get_day (period->start);

      if (!isfinite (day))
        continue;
      first = n == 0 ? day : first;
      last = day;
      n++;
    }
  return n < 2 ? period_days : fmax (period_days, (last - first) / (n - 1));
}

static NsmPlotScale
new_scale (NsmColumn *column, gboolean share, double bottom, double top)
{
  double low = INFINITY, high = -INFINITY;

  NSM_LIST_EACH (NsmPeriod, period, column->series)
    {
      if (isfinite (period->mean))
        {
          low = fmin (low, period->mean);
          high = fmax (high, period->mean);
        }
    }
  return share ? nsm_plot_scale_new_share (low, high, bottom, top, 3)
               : nsm_plot_scale_new (low, high, bottom, top, 3);
}

static void
add_panel (NsmPlot *plot, NsmPlotFrame frame, const NsmPlotScale *scale, const TimeScale *time,
           NsmColumn *column, NsmWindow period, NsmPlotInk ink, NsmPlotShape shape,
           const char *title)
{
  guint n = nsm_list_get_size (column->series);
  double gap = find_usual_gap (column, get_period_days (period)), previous = NAN;
  NsmPlotItem *line = NULL;

  nsm_plot_add_y_axis (plot, &frame, scale, title);
  for (guint i = 0; i < n; i++)
    {
      NsmPeriod *one = nsm_list_get (column->series, i);
      double day = get_day (one->start);

      if (!isfinite (day) || !isfinite (one->mean))
        continue;
      /* A line across a gap would say that there is something. */
      if (line == NULL || day - previous > 1.6 * gap)
        line = nsm_plot_add_lines (plot, ink, 2.5);
      nsm_plot_item_add_point (line, place (time, day), nsm_plot_scale_place (scale, one->mean));
      previous = day;
    }
  for (guint i = 0; i < n; i++)
    {
      NsmPeriod *one = nsm_list_get (column->series, i);

      nsm_plot_add_mark (plot, ink, shape, n > 60 ? 4 : 7.5, place (time, get_day (one->start)),
                         isfinite (one->mean) ? nsm_plot_scale_place (scale, one->mean) : NAN);
    }
}

/* The first of a month, or a Monday where days are near enough. */
static void
add_time_axis (NsmPlot *plot, const NsmPlotFrame *frame, const TimeScale *time)
{
  static const guint steps[] = { 1, 2, 3, 6, 12, 24, 60, 120, 240 };
  double span = time->to - time->from, room = plot->width < 500 ? 80 : 88;
  guint most = (guint) fmax (2, (frame->right - frame->left) / room), step = 0;
  gboolean days = span < 45;
  GDate at;

  nsm_plot_add_line (plot, NSM_INK_AXIS, 1, frame->left, frame->bottom, frame->right,
                     frame->bottom);
  g_date_clear (&at, 1);
  g_date_set_julian (&at, (guint32) fmax (ceil (time->from), 1));
  if (!days)
    {
      while (step + 1 < G_N_ELEMENTS (steps) && span / 30.44 / steps[step] > most)
        step++;
      g_date_set_day (&at, 1);
      if (g_date_get_julian (&at) < time->from)
        g_date_add_months (&at, 1);
      while (steps[step] > 1 && (g_date_get_month (&at) - 1) % MIN (steps[step], 12) != 0)
        g_date_add_months (&at, 1);
    }
  for (guint i = 0; i < 40 && g_date_get_julian (&at) <= time->to; i++)
    {
      double x = place (time, g_date_get_julian (&at));
      g_autofree char *iso = g_strdup_printf ("%04u-%02u-%02u", (guint) g_date_get_year (&at),
                                              (guint) g_date_get_month (&at),
                                              (guint) g_date_get_day (&at));
      g_autofree char *text = days                ? nsm_date_dup_day_short (iso)
                              : steps[step] >= 12 ? nsm_date_dup_year (iso)
                                                  : nsm_date_dup_month_short (iso);

      nsm_plot_add_line (plot, NSM_INK_AXIS, 1, x, frame->bottom, x, frame->bottom + 5);
      nsm_plot_add_words (plot, NSM_INK_QUIET, NSM_PLOT_TEXT, NSM_ANCHOR_MIDDLE,
                          fmin (x, plot->width - 36), frame->bottom + 20, text);
      if (days)
        g_date_add_days (&at, (guint) fmax (1, ceil (span / most)));
      else
        g_date_add_months (&at, steps[step]);
    }
}

static void
add_change (NsmPlot *plot, const NsmPlotFrame *frame, const TimeScale *time, const char *date)
{
  double day = get_day (date), x;
  g_autofree char *shown = NULL, *text = NULL;
  gboolean left;

  if (!isfinite (day) || day < time->from || day > time->to)
    return;
  x = place (time, day);
  shown = nsm_plot_dup_date (date);
  /* Translators: beside a line in a picture: the product was changed on that day */
  text = g_strdup_printf (_("Change, %s"), shown);
  left = x > (frame->left + frame->right) / 2;
  nsm_plot_add_line (plot, NSM_INK_WORDS, 1.5, x, frame->top - 4, x, frame->bottom)->dashed = TRUE;
  nsm_plot_add_mark (plot, NSM_INK_WORDS, NSM_SHAPE_DOWN, 9, x, frame->top - 8);
  nsm_plot_add_words (plot, NSM_INK_WORDS, NSM_PLOT_SMALL, left ? NSM_ANCHOR_RIGHT : NSM_ANCHOR_LEFT,
                      left ? x - 10 : x + 10, frame->top - 5, text)
    ->bold = TRUE;
}

/* Whether its figures are about one period and the next, not about customers. */
static gboolean
is_dated (NsmEvidence *result)
{
  return !isnan (result->lag_periods);
}

static char *
dup_finding (const NsmPlotSubject *subject)
{
  NsmDataset *dataset = subject->dataset;
  NsmEvidence *result = subject->result;
  g_autofree char *later = NULL;

  if (dataset->changed_on[0] != '\0' && isfinite (subject->x_column->react_periods))
    {
      later = nsm_plot_dup_periods (dataset->period,
                                    (guint) fmax (subject->x_column->react_periods, 0));
      /* Translators: a candidate, "3 weeks" */
      return g_strdup_printf (_("%s left its usual range %s after the change of the product"),
                              subject->x, later);
    }
  /* What goes along from customer to customer needn't from month to month. */
  if (!is_dated (result))
    /* Translators: a candidate, an outcome */
    return g_strdup_printf (_("%s and %s over time"), subject->x, subject->y);
  if (!nsm_plot_is_meaningful (result))
    return g_strdup_printf (_("Changes of %s and %s show no meaningful link over time"), subject->x,
                            subject->y);
  if (isfinite (result->lag_periods) && result->lag_periods >= 0.5)
    {
      later = nsm_plot_dup_periods (dataset->period, (guint) result->lag_periods);
      /* Translators: a candidate, an outcome, "3 weeks" */
      return g_strdup_printf (_("When %s changes, %s follows %s later"), subject->x, subject->y,
                              later);
    }
  return g_strdup_printf (result->coefficient > 0
                            ? _("%s and %s rise and fall together")
                            : _("When %s rises, %s falls at the same time"),
                          subject->x, subject->y);
}

static void
say_column (NsmPlot *plot, NsmColumn *column, gboolean share, const char *name)
{
  guint n = nsm_list_get_size (column->series);
  NsmPeriod *first = nsm_list_get (column->series, 0), *last = nsm_list_get (column->series, n - 1);
  NsmPeriod *least = first, *most = first;
  g_autofree char *from = NULL, *to = NULL, *low = NULL, *high = NULL;
  g_autofree char *begin = nsm_plot_dup_date (first->start), *end = nsm_plot_dup_date (last->start);
  g_autofree char *least_on = NULL, *most_on = NULL;

  NSM_LIST_EACH (NsmPeriod, period, column->series)
    {
      least = period->mean < least->mean ? period : least;
      most = period->mean > most->mean ? period : most;
    }
  from = nsm_plot_dup_value (first->mean, share);
  to = nsm_plot_dup_value (last->mean, share);
  low = nsm_plot_dup_value (least->mean, share);
  high = nsm_plot_dup_value (most->mean, share);
  least_on = nsm_plot_dup_date (least->start);
  most_on = nsm_plot_dup_date (most->start);
  /* Translators: a measure, then four times its value and the day it had it */
  nsm_plot_say (plot, _("%s: %s on %s and %s on %s; least %s on %s, most %s on %s."), name, from,
                begin, to, end, low, least_on, high, most_on);
}

static NsmPeriod *
find_period (NsmColumn *column, const char *start)
{
  NSM_LIST_EACH (NsmPeriod, period, column->series)
    {
      if (g_str_equal (period->start, start))
        return period;
    }
  return NULL;
}

static void
add_table (NsmPlot *plot, const NsmPlotSubject *subject)
{
  nsm_plot_add_column (plot, _("From"), "start");
  nsm_plot_add_column (plot, subject->x_title, "x");
  nsm_plot_add_column (plot, subject->y_title, "y");
  nsm_plot_add_column (plot, _("Rows"), "n");
  NSM_LIST_EACH (NsmPeriod, period, subject->x_column->series)
    {
      NsmPeriod *outcome = find_period (subject->y_column, period->start);

      nsm_plot_add_text (plot, period->start);
      nsm_plot_add_number (plot, period->mean, -1);
      nsm_plot_add_value (plot, outcome != NULL ? outcome->mean : NAN, subject->share);
      nsm_plot_add_number (plot, period->rows, 0);
    }
}

/**
 * nsm_plot_new_series:
 *
 * Returns: (transfer full) (nullable): candidate and outcome over time, one above the other
 *   along the same axis: two axes beside each other would let any two lines look alike
 */
NsmPlot *
nsm_plot_new_series (const NsmPlotSubject *subject)
{
  TimeScale time = { INFINITY, -INFINITY, 0, 0 };
  NsmPlotFrame upper = { 0 }, lower = { 0 }, both;
  NsmPlotScale x_scale, y_scale;
  NsmPlot *plot;
  double middle;
  g_autofree char *finding = NULL, *reading = NULL;

  if (subject->dataset == NULL || subject->x_column == NULL || subject->y_column == NULL ||
      nsm_list_get_size (subject->x_column->series) == 0 ||
      nsm_list_get_size (subject->y_column->series) == 0)
    return NULL;
  extend (&time, subject->x_column);
  extend (&time, subject->y_column);
  if (!(time.to >= time.from))
    return NULL;
  if (time.to - time.from < 1)
    time.from -= 15, time.to += 15;
  plot = nsm_plot_new (NSM_PLOT_SERIES, subject->width, NSM_PLOT_HEIGHT + 40);
  finding = dup_finding (subject);
  reading = is_dated (subject->result) ? nsm_plot_dup_reading (subject->result) : NULL;
  upper.top = nsm_plot_add_head (plot, finding, reading) + 48;
  lower.bottom = plot->height - 42 - NSM_PLOT_SMALL;
  middle = (upper.top + lower.bottom) / 2;
  upper.bottom = middle - PANEL_GAP / 2;
  lower.top = middle + PANEL_GAP / 2;
  x_scale = new_scale (subject->x_column, FALSE, upper.bottom, upper.top);
  y_scale = new_scale (subject->y_column, subject->share, lower.bottom, lower.top);
  upper.left = lower.left =
    NSM_PLOT_MARGIN + 8 +
    fmax (nsm_plot_guess_tick_width (&x_scale), nsm_plot_guess_tick_width (&y_scale));
  upper.right = lower.right = plot->width - NSM_PLOT_MARGIN - 8;
  time.start = upper.left + 8;
  time.end = upper.right - 8;
  add_panel (plot, upper, &x_scale, &time, subject->x_column, subject->dataset->period,
             NSM_INK_MAIN, NSM_SHAPE_CIRCLE, subject->x_title);
  add_panel (plot, lower, &y_scale, &time, subject->y_column, subject->dataset->period,
             NSM_INK_SECOND, NSM_SHAPE_SQUARE, subject->y_title);
  add_time_axis (plot, &lower, &time);
  both = upper;
  both.top = upper.top - 24;
  both.bottom = lower.bottom;
  add_change (plot, &both, &time, subject->dataset->changed_on);
  nsm_plot_add_source (plot, subject);
  nsm_plot_say (plot, "%s.", finding);
  if (reading != NULL)
    nsm_plot_say (plot, "%s.", reading);
  say_column (plot, subject->x_column, FALSE, subject->x_title);
  say_column (plot, subject->y_column, subject->share, subject->y_title);
  add_table (plot, subject);
  return plot;
}
