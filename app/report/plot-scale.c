/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/plot-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "record/language.h"

static double
find_step (double span, guint ticks)
{
  double raw = span / MAX (ticks, 1), power = pow (10, floor (log10 (raw)));
  double part = raw / power;

  if (part <= 1 + 1e-9)
    return power;
  if (part <= 2 + 1e-9)
    return 2 * power;
  return part <= 5 + 1e-9 ? 5 * power : 10 * power;
}

static double
find_unit (double largest)
{
  static const double units[] = { 1e12, 1e9, 1e6, 1e4 };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (largest >= units[i])
      return units[i] == 1e4 ? 1e3 : units[i];
  return 1;
}

/**
 * nsm_plot_scale_new:
 * @low: the least value that must be there
 * @high: the largest one
 * @start: where the axis begins, in units of the picture
 * @end: where it ends
 * @ticks: about how many there may be
 *
 * Returns: a scale that begins and ends at a tick. Where all values are the same it
 *   has some room around them
 */
NsmPlotScale
nsm_plot_scale_new (double low, double high, double start, double end, guint ticks)
{
  NsmPlotScale scale = { .start = start, .end = end, .unit = 1 };

  if (!isfinite (low) || !isfinite (high))
    low = 0, high = 1;
  if (high - low <= 1e-12 * fmax (fabs (low), fabs (high)) || high <= low)
    {
      double room = low != 0 ? fabs (low) / 2 : 1;

      low -= low > 0 || low == 0 ? (low == 0 ? 0 : room) : room;
      high += room;
    }
  scale.step = find_step (high - low, ticks);
  scale.from = floor (low / scale.step + 1e-9) * scale.step;
  scale.to = ceil (high / scale.step - 1e-9) * scale.step;
  scale.first = scale.from;
  scale.unit = find_unit (fmax (fabs (scale.from), fabs (scale.to)));
  return scale;
}

/**
 * nsm_plot_scale_new_share:
 *
 * Returns: the same for shares between 0 and 1, said in percent
 */
NsmPlotScale
nsm_plot_scale_new_share (double low, double high, double start, double end, guint ticks)
{
  NsmPlotScale scale = nsm_plot_scale_new (fmax (low, 0), fmin (high, 1), start, end, ticks);

  scale.from = fmax (scale.from, 0);
  scale.first = fmax (scale.first, 0);
  scale.to = fmin (scale.to, 1);
  scale.share = TRUE;
  scale.unit = 1;
  return scale;
}

/**
 * nsm_plot_scale_new_tight:
 *
 * Returns: a scale that begins at @low and ends at @high, wherever its ticks are
 */
NsmPlotScale
nsm_plot_scale_new_tight (double low, double high, double start, double end, guint ticks)
{
  NsmPlotScale scale = nsm_plot_scale_new (low, high, start, end, ticks);

  if (!(high > low))
    return scale;
  scale.from = low;
  scale.to = high;
  scale.first = ceil (low / scale.step - 1e-9) * scale.step;
  return scale;
}

/**
 * nsm_plot_scale_place:
 *
 * Returns: where a value is; one off the axis at the nearer end
 */
double
nsm_plot_scale_place (const NsmPlotScale *scale, double value)
{
  double part = (value - scale->from) / (scale->to - scale->from);

  return scale->start + CLAMP (part, 0, 1) * (scale->end - scale->start);
}

/**
 * nsm_plot_scale_count:
 *
 * Returns: how many ticks there are
 */
guint
nsm_plot_scale_count (const NsmPlotScale *scale)
{
  return (guint) floor ((scale->to - scale->first) / scale->step + 1e-6) + 1;
}

/**
 * nsm_plot_scale_get_tick:
 *
 * Returns: the value of a tick, counted from the least
 */
double
nsm_plot_scale_get_tick (const NsmPlotScale *scale, guint i)
{
  double value = scale->first + i * scale->step;

  return fabs (value) < scale->step * 1e-6 ? 0 : value;
}

static char *
format_number (double value, int decimals)
{
  return nsm_number_dup (value, CLAMP (decimals, 0, 9));
}

static int
count_decimals (double step)
{
  int decimals = 0;

  while (decimals < 9 && fabs (step * pow (10, decimals) - round (step * pow (10, decimals))) > 1e-6)
    decimals++;
  return decimals;
}

/**
 * nsm_plot_scale_dup_tick:
 *
 * Returns: (transfer full): what a tick says
 */
char *
nsm_plot_scale_dup_tick (const NsmPlotScale *scale, double value)
{
  if (scale->share)
    return nsm_number_dup_percent (value, count_decimals (scale->step * 100));
  if (scale->to < 1e15 && scale->from > -1e15 && scale->step > 1e-6)
    return format_number (value / scale->unit, count_decimals (scale->step / scale->unit));
  return nsm_number_dup_figures (value, 6);
}

/**
 * nsm_plot_scale_get_unit_word:
 *
 * Returns: what ticks count in, "thousands", or "" for ones
 */
const char *
nsm_plot_scale_get_unit_word (const NsmPlotScale *scale)
{
  if (scale->to >= 1e15 || scale->from <= -1e15)
    return "";
  if (scale->unit >= 1e12)
    return _("trillions");
  if (scale->unit >= 1e9)
    return _("billions");
  if (scale->unit >= 1e6)
    return _("millions");
  return scale->unit >= 1e3 ? _("thousands") : "";
}

static char *
format_large (double value)
{
  double unit = fabs (value) >= 999.5e9 ? 1e12 : fabs (value) >= 999.5e6 ? 1e9 : 1e6;
  double part = fabs (value) / unit;
  g_autofree char *number =
    format_number (value / unit, part >= 99.95 ? 0 : part >= 9.995 ? 1 : 2);

  /* Translators: a large number: "35.1 million" */
  return g_strdup_printf (unit > 1e9   ? _("%s trillion")
                          : unit > 1e6 ? _("%s billion")
                                       : _("%s million"),
                          number);
}

/**
 * nsm_plot_dup_number:
 *
 * Returns: (transfer full): about three figures of a number, for people
 */
char *
nsm_plot_dup_number (double value)
{
  double size = fabs (value);

  if (!isfinite (value))
    return g_strdup ("–");
  if (size >= 1e6 && size < 1e15)
    return format_large (value);
  if (size >= 1e15 || (size < 1e-6 && size > 0))
    return nsm_number_dup_figures (value, 3);
  if (size >= 1e5)
    return format_number (round (value / 1000) * 1000, 0);
  if (fabs (value - round (value)) < 1e-9 * fmax (1, size))
    return format_number (value, 0);
  return format_number (value, size >= 100 ? 0 : 2 - (int) floor (log10 (size)));
}

/**
 * nsm_plot_dup_count:
 *
 * Returns: (transfer full): a number of rows, for people
 */
char *
nsm_plot_dup_count (double value)
{
  return isfinite (value) ? format_number (value, 0) : g_strdup ("–");
}

/**
 * nsm_plot_dup_share:
 *
 * Returns: (transfer full): a share in whole percent; in tenths of them where it is small
 */
char *
nsm_plot_dup_share (double share)
{
  double percent = share * 100;

  if (!isfinite (share))
    return g_strdup ("–");
  return nsm_number_dup_percent (share, fabs (percent) >= 1 || fabs (percent) < 1e-9 ? 0 : 1);
}

/**
 * nsm_plot_dup_value:
 *
 * Returns: (transfer full): a mean, or a share where the outcome is 0 or 1
 */
char *
nsm_plot_dup_value (double value, gboolean share)
{
  return share ? nsm_plot_dup_share (value) : nsm_plot_dup_number (value);
}
