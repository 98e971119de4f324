/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/plot-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "record/language.h"

/* Where a line of prose begins in the language that people read here. */
static NsmPlotItem *
add_line_of_words (NsmPlot *plot, NsmPlotInk ink, double size, double y, const char *text)
{
  g_autofree char *language = nsm_language_dup ();
  gboolean rtl = nsm_language_is_right_to_left (language);
  NsmPlotItem *words =
    nsm_plot_add_words (plot, ink, size, rtl ? NSM_ANCHOR_RIGHT : NSM_ANCHOR_LEFT,
                        rtl ? plot->width - NSM_PLOT_MARGIN : NSM_PLOT_MARGIN, y, text);

  words->max_width = plot->width - 2 * NSM_PLOT_MARGIN;
  return words;
}

static double
add_wrapped (NsmPlot *plot, NsmPlotInk ink, double size, gboolean bold, double y, const char *text)
{
  double width = plot->width - 2 * NSM_PLOT_MARGIN;
  g_auto (GStrv) lines = nsm_plot_text_wrap (text, size, bold, width);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      y += size * (i == 0 ? 1 : 1.25);
      add_line_of_words (plot, ink, size, y, lines[i])->bold = bold;
    }
  return y;
}

/**
 * nsm_plot_add_head:
 * @title: the finding, which is also what the picture is called
 * @subtitle: (nullable): how to read it
 *
 * Returns: where there is room below it
 */
double
nsm_plot_add_head (NsmPlot *plot, const char *title, const char *subtitle)
{
  double y = add_wrapped (plot, NSM_INK_WORDS, NSM_PLOT_TITLE, TRUE, NSM_PLOT_MARGIN - 2, title);

  nsm_plot_set_title (plot, title);
  if (subtitle != NULL)
    y = add_wrapped (plot, NSM_INK_QUIET, NSM_PLOT_TEXT, FALSE, y + 7, subtitle);
  return y + 12;
}

/**
 * nsm_plot_add_foot:
 *
 * Puts words at the lower edge: where the figures come from.
 */
void
nsm_plot_add_foot (NsmPlot *plot, const char *text)
{
  add_line_of_words (plot, NSM_INK_QUIET, NSM_PLOT_SMALL, plot->height - 10, text);
}

/**
 * nsm_plot_add_source:
 *
 * Says at the lower edge which file the figures are from.
 */
void
nsm_plot_add_source (NsmPlot *plot, const NsmPlotSubject *subject)
{
  g_autofree char *name = NULL, *day = NULL, *text = NULL;

  if (subject->dataset == NULL)
    return;
  name = nsm_plot_dup_isolated (subject->dataset->name);
  day = nsm_plot_dup_date (subject->dataset->read_on);
  /* Translators: a file's name, and the day it was read on */
  text = g_strdup_printf (day[0] != '\0' ? _("Source: %s, %s") : _("Source: %s"), name, day);
  nsm_plot_add_foot (plot, text);
}

/**
 * nsm_plot_guess_tick_width:
 *
 * Returns: how much room the widest tick of an axis needs
 */
double
nsm_plot_guess_tick_width (const NsmPlotScale *scale)
{
  double widest = 0;

  for (guint i = 0; i < nsm_plot_scale_count (scale); i++)
    {
      g_autofree char *text = nsm_plot_scale_dup_tick (scale, nsm_plot_scale_get_tick (scale, i));

      widest = fmax (widest, nsm_plot_text_guess_width (text, NSM_PLOT_TEXT, FALSE));
    }
  return widest;
}

static char *
dup_titled (const NsmPlotScale *scale, const char *title)
{
  const char *unit = nsm_plot_scale_get_unit_word (scale);

  /* Translators: the title of an axis and what its numbers count in: "Revenue, millions" */
  return unit[0] == '\0' ? g_strdup (title) : g_strdup_printf (_("%s, %s"), title, unit);
}

/**
 * nsm_plot_add_y_axis:
 * @scale: of places in the picture, from the bottom to the top of @frame
 * @title: stands above it and reads from left to right, as all else does
 *
 * Adds lines across @frame and what they mean, left of it.
 *
 * Returns: (transfer none): the title
 */
NsmPlotItem *
nsm_plot_add_y_axis (NsmPlot *plot, const NsmPlotFrame *frame, const NsmPlotScale *scale,
                     const char *title)
{
  g_autofree char *words = dup_titled (scale, title);
  NsmPlotItem *item;

  for (guint i = 0; i < nsm_plot_scale_count (scale); i++)
    {
      double value = nsm_plot_scale_get_tick (scale, i), y = nsm_plot_scale_place (scale, value);

      nsm_plot_add_line (plot, value == 0 ? NSM_INK_AXIS : NSM_INK_GRID, 1, frame->left, y,
                         frame->right, y);
    }
  for (guint i = 0; i < nsm_plot_scale_count (scale); i++)
    {
      double value = nsm_plot_scale_get_tick (scale, i), y = nsm_plot_scale_place (scale, value);
      g_autofree char *text = nsm_plot_scale_dup_tick (scale, value);

      nsm_plot_add_words (plot, NSM_INK_QUIET, NSM_PLOT_TEXT, NSM_ANCHOR_RIGHT, frame->left - 8,
                          y + 5, text);
    }
  item = nsm_plot_add_words (plot, NSM_INK_WORDS, NSM_PLOT_TEXT, NSM_ANCHOR_LEFT, NSM_PLOT_MARGIN,
                             frame->top - 12, words);
  item->max_width = plot->width - 2 * NSM_PLOT_MARGIN;
  return item;
}

/**
 * nsm_plot_add_x_title:
 *
 * Adds what the axis below @frame is.
 */
void
nsm_plot_add_x_title (NsmPlot *plot, const NsmPlotFrame *frame, double y, const char *title)
{
  double middle = (frame->left + frame->right) / 2;
  double room = 2 * fmin (middle - NSM_PLOT_MARGIN, plot->width - NSM_PLOT_MARGIN - middle);
  gboolean fits = nsm_plot_text_guess_width (title, NSM_PLOT_TEXT, FALSE) <= room;

  nsm_plot_add_words (plot, NSM_INK_WORDS, NSM_PLOT_TEXT, fits ? NSM_ANCHOR_MIDDLE : NSM_ANCHOR_LEFT,
                      fits ? middle : NSM_PLOT_MARGIN, y, title)
    ->max_width = plot->width - 2 * NSM_PLOT_MARGIN;
}

/**
 * nsm_plot_add_x_axis:
 * @scale: of places in the picture, from the left to the right of @frame
 *
 * Adds short lines below @frame, what they mean, and a title.
 */
void
nsm_plot_add_x_axis (NsmPlot *plot, const NsmPlotFrame *frame, const NsmPlotScale *scale,
                     const char *title)
{
  g_autofree char *words = dup_titled (scale, title);

  nsm_plot_add_line (plot, NSM_INK_AXIS, 1, frame->left, frame->bottom, frame->right,
                     frame->bottom);
  for (guint i = 0; i < nsm_plot_scale_count (scale); i++)
    {
      double x = nsm_plot_scale_place (scale, nsm_plot_scale_get_tick (scale, i));

      nsm_plot_add_line (plot, NSM_INK_AXIS, 1, x, frame->bottom, x, frame->bottom + 5);
    }
  for (guint i = 0; i < nsm_plot_scale_count (scale); i++)
    {
      double value = nsm_plot_scale_get_tick (scale, i), x = nsm_plot_scale_place (scale, value);
      g_autofree char *text = nsm_plot_scale_dup_tick (scale, value);

      nsm_plot_add_words (plot, NSM_INK_QUIET, NSM_PLOT_TEXT, NSM_ANCHOR_MIDDLE, x,
                          frame->bottom + 20, text);
    }
  nsm_plot_add_x_title (plot, frame, frame->bottom + 41, words);
}
