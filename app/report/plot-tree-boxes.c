/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/plot-tree-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "record/record.h"

#define PAD 12.0
#define NAME 14.0
#define ICON 13.0
#define PILL 23.0 /* height */
#define MOST_LINES 6
#define STAR_NAME 19.0
#define KPI_WIDTH 300.0
#define STAR_WIDTH 500.0
#define LONGEST 165.0  /* a word that asks for more is broken */
#define STAR_ROOM 76.0 /* for the star in the box */

static char *
dup_pill (NsmLink link)
{
  return link == NSM_LINK_UNSET ? NULL
                                : g_strdup_printf ("%s %s", nsm_link_get_sign (link),
                                                   nsm_choice_get_label (NSM_TYPE_LINK, link));
}

static double
get_pill_width (const char *words)
{
  return nsm_plot_text_guess_width (words, NSM_PLOT_SMALL, TRUE) + 20;
}

/**
 * nsm_plot_pill_add:
 * @x: its middle, or its left end
 * @y: its middle
 * @room: how wide it may be at most
 *
 * Adds what kind of link it is, in a box with round ends; nothing where nobody said.
 */
void
nsm_plot_pill_add (NsmPlot *plot, NsmLink link, double x, double y, double room,
                   NsmPlotAnchor anchor)
{
  g_autofree char *words = dup_pill (link);
  double width, left;
  NsmPlotItem *item;

  if (words == NULL)
    return;
  width = fmin (get_pill_width (words), room);
  left = anchor == NSM_ANCHOR_LEFT ? x : x - width / 2;
  nsm_plot_add_box (plot, NSM_INK_PAGE, NSM_INK_WORDS, 2,
                    (NsmPlotFrame){ left, y - PILL / 2, left + width, y + PILL / 2 }, PILL / 2);
  item = nsm_plot_add_words (plot, NSM_INK_WORDS, NSM_PLOT_SMALL, NSM_ANCHOR_MIDDLE,
                             left + width / 2, y + NSM_PLOT_SMALL * 0.35, words);
  item->bold = TRUE;
  item->max_width = width - 12;
}

/* The same drawings as in the window, on a square of 16. */
static void
add_strokes (NsmPlot *plot, const double *strokes, double x, double y)
{
  NsmPlotItem *item = NULL;
  double scale = ICON / 16;

  for (const double *at = strokes; !isnan (at[0]); at += 2)
    {
      if (at[0] < 0)
        item = NULL;
      else if (item == NULL)
        item = nsm_plot_add_lines (plot, NSM_INK_QUIET, 1.6);
      if (item != NULL && at[0] >= 0)
        nsm_plot_item_add_point (item, x + at[0] * scale, y + at[1] * scale);
    }
}

static void
add_round_arrow (NsmPlot *plot, double x, double y)
{
  static const double tip[] = { 13.8, 1.5, 13.8, 6, 9.3, 6, NAN, 0 };
  NsmPlotItem *item = nsm_plot_add_lines (plot, NSM_INK_QUIET, 1.6);
  double scale = ICON / 16;

  for (guint i = 0; i <= 24; i++)
    {
      double angle = (10 + i * 12.8) * G_PI / 180;

      nsm_plot_item_add_point (item, x + (8 + 5.6 * cos (angle)) * scale,
                               y + (8.2 + 5.6 * sin (angle)) * scale);
    }
  add_strokes (plot, tip, x, y);
}

static void
add_icon (NsmPlot *plot, NsmDimension dimension, double x, double y)
{
  static const double breadth[] = { 1, 8, 15, 8, -1, 0, 5, 4, 1, 8, 5, 12, -1, 0, 11, 4, 15, 8,
                                    11, 12, NAN, 0 };
  static const double depth[] = { 3, 1, 13, 1, -1, 0, 8, 1, 8, 15, -1, 0, 4, 11, 8, 15, 12, 11,
                                  NAN, 0 };
  static const double efficiency[] = { 2, 14, 14, 2, -1, 0, 7, 2, 14, 2, 14, 9, NAN, 0 };

  if (dimension == NSM_DIMENSION_FREQUENCY)
    add_round_arrow (plot, x, y);
  else if (dimension == NSM_DIMENSION_BREADTH)
    add_strokes (plot, breadth, x, y);
  else
    add_strokes (plot, dimension == NSM_DIMENSION_DEPTH ? depth : efficiency, x, y);
}

static double
get_head (NsmFigureBox *box)
{
  return (box->link != NSM_LINK_UNSET ? 20 : PAD) +
         (box->dimension != NSM_DIMENSION_UNSET ? 20 : 0);
}

/**
 * nsm_plot_card_fits:
 *
 * Returns: whether all words of an input have room in a box so wide, without one of common
 *   length being broken
 */
gboolean
nsm_plot_card_fits (NsmFigureBox *box, double width, guint most_lines)
{
  g_autofree char *pill = dup_pill (box->link);
  g_auto (GStrv) lines = nsm_plot_text_wrap (box->title, NAME, TRUE, width - 2 * PAD);
  double room = width - 2 * PAD;

  return (pill == NULL || get_pill_width (pill) <= width) &&
         nsm_plot_text_guess_width (nsm_choice_get_label (NSM_TYPE_DIMENSION, box->dimension),
                                    NSM_PLOT_SMALL, FALSE) +
             ICON + 6 <=
           room &&
         fmin (nsm_plot_text_guess_longest (box->title, NAME, TRUE), LONGEST) <= room &&
         fmin (nsm_plot_text_guess_longest (box->owner, NSM_PLOT_SMALL, FALSE), LONGEST) <=
           room - ICON - 6 &&
         g_strv_length (lines) <= most_lines;
}

static GStrv
wrap_owner (NsmFigureBox *box, double width)
{
  return nsm_plot_text_wrap_most (box->owner, NSM_PLOT_SMALL, FALSE, width - 2 * PAD - ICON - 6, 3);
}

/**
 * nsm_plot_card_measure:
 *
 * Returns: how high the box of an input is
 */
double
nsm_plot_card_measure (NsmFigureBox *box, double width)
{
  g_auto (GStrv) lines = nsm_plot_text_wrap_most (box->title, NAME, TRUE, width - 2 * PAD,
                                                  MOST_LINES);
  g_auto (GStrv) owner = wrap_owner (box, width);
  double height = get_head (box) + g_strv_length (lines) * NAME * NSM_PLOT_LEADING;

  if (box->owner[0] != '\0')
    height += 10 + g_strv_length (owner) * NSM_PLOT_SMALL * NSM_PLOT_LEADING;
  return ceil (height + PAD - 2);
}

static void
add_owner (NsmPlot *plot, NsmFigureBox *box, NsmPlotFrame frame)
{
  double width = frame.right - frame.left, left = frame.left + PAD, right = frame.right - PAD;
  gboolean at_right = nsm_plot_text_is_rtl (box->owner) && !nsm_plot_is_mirrored ();
  double head = at_right ? right - ICON / 2 : left + ICON / 2;
  g_auto (GStrv) lines = wrap_owner (box, width);
  double y = frame.bottom - PAD + 2 - g_strv_length (lines) * NSM_PLOT_SMALL * NSM_PLOT_LEADING;
  NsmPlotItem *shoulders;

  if (box->owner[0] == '\0')
    return;
  nsm_plot_add_mark (plot, NSM_INK_QUIET, NSM_SHAPE_CIRCLE, 6, head, y + 5);
  shoulders = nsm_plot_add_area (plot, NSM_INK_QUIET, 1);
  for (guint i = 0; i <= 8; i++)
    nsm_plot_item_add_point (shoulders, head - 5 * cos (i * G_PI / 8), y + 14 - 4.6 * sin (i * G_PI / 8));
  nsm_plot_add_lines_of_words (plot, NSM_INK_QUIET, NSM_PLOT_SMALL, FALSE, NSM_ANCHOR_LEFT,
                               at_right ? left : left + ICON + 6,
                               at_right ? right - ICON - 6 : right, y, lines);
}

/**
 * nsm_plot_card_add:
 * @pill: where on its upper edge the kind of link stands: in the middle or at the left
 *
 * Adds the box of an input.
 */
void
nsm_plot_card_add (NsmPlot *plot, NsmFigureBox *box, NsmPlotFrame frame, NsmPlotAnchor pill)
{
  double left = frame.left + PAD, right = frame.right - PAD, y = frame.top + get_head (box);
  g_auto (GStrv) lines = nsm_plot_text_wrap_most (box->title, NAME, TRUE, right - left, MOST_LINES);

  nsm_plot_add_box (plot, NSM_INK_PAGE, NSM_INK_GRID, 1.5, frame, 9);
  nsm_plot_pill_add (plot, box->link,
                     pill == NSM_ANCHOR_LEFT ? left : (frame.left + frame.right) / 2, frame.top,
                     frame.right - frame.left, pill);
  if (box->dimension != NSM_DIMENSION_UNSET)
    {
      NsmPlotItem *words;

      add_icon (plot, box->dimension, left, y - 18);
      words = nsm_plot_add_words (plot, NSM_INK_QUIET, NSM_PLOT_SMALL, NSM_ANCHOR_LEFT,
                                  left + ICON + 6, y - 7,
                                  nsm_choice_get_label (NSM_TYPE_DIMENSION, box->dimension));
      words->max_width = right - left - ICON - 6;
    }
  nsm_plot_add_lines_of_words (plot, NSM_INK_WORDS, NAME, TRUE, NSM_ANCHOR_LEFT, left, right, y,
                               lines);
  add_owner (plot, box, frame);
}

static double
get_widest (GStrv lines, double size, gboolean bold)
{
  double widest = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    widest = fmax (widest, nsm_plot_text_guess_width (lines[i], size, bold));
  return widest;
}

/**
 * nsm_plot_kpi_add:
 *
 * Adds the box of the business KPI.
 *
 * Returns: where it ends
 */
double
nsm_plot_kpi_add (NsmPlot *plot, NsmFigureBox *box, double top)
{
  const char *label = _("Business KPI");
  double most = plot->width - 2 * NSM_PLOT_MARGIN, width, middle = plot->width / 2, y;
  g_auto (GStrv) lines = nsm_plot_text_wrap_most (box->title, 15, TRUE,
                                                  fmin (most, STAR_WIDTH) - 2 * PAD, 4);
  NsmPlotItem *words;
  NsmPlotFrame frame;

  width = fmin (most, fmax (KPI_WIDTH, get_widest (lines, 15, TRUE) + 2 * PAD));
  y = top + PAD + NSM_PLOT_SMALL + 5;
  frame = (NsmPlotFrame){ middle - width / 2, top, middle + width / 2,
                          y + g_strv_length (lines) * 15 * NSM_PLOT_LEADING + PAD - 2 };
  nsm_plot_add_box (plot, NSM_INK_PAGE, NSM_INK_GRID, 1.5, frame, 9);
  words = nsm_plot_add_words (plot, NSM_INK_QUIET, NSM_PLOT_SMALL, NSM_ANCHOR_MIDDLE, middle,
                              top + PAD + NSM_PLOT_SMALL - 2, label);
  words->bold = TRUE;
  words->max_width = width - 2 * PAD;
  nsm_plot_add_lines_of_words (plot, NSM_INK_WORDS, 15, TRUE, NSM_ANCHOR_MIDDLE, frame.left + PAD,
                               frame.right - PAD, y, lines);
  return frame.bottom;
}

static void
add_star (NsmPlot *plot, double x, double y, double radius)
{
  for (guint i = 0; i < 10; i++)
    {
      NsmPlotItem *facet = nsm_plot_add_area (plot, NSM_INK_MAIN, i % 2 == 0 ? 1 : 0.6);

      nsm_plot_item_add_point (facet, x, y);
      for (guint k = i; k < i + 2; k++)
        {
          double r = k % 2 == 0 ? radius : radius * 0.406;

          nsm_plot_item_add_point (facet, x + r * sin (k * G_PI / 5), y - r * cos (k * G_PI / 5));
        }
    }
}

/**
 * nsm_plot_star_add:
 *
 * Adds the box of the North Star Metric.
 *
 * Returns: where it ends
 */
double
nsm_plot_star_add (NsmPlot *plot, NsmFigureBox *box, double top)
{
  double most = plot->width - 2 * NSM_PLOT_MARGIN, room = fmin (most, STAR_WIDTH) - STAR_ROOM - 18;
  const char *label = _("North Star Metric");
  g_auto (GStrv) lines = nsm_plot_text_wrap_most (box->title, STAR_NAME, TRUE, room, 5);
  g_auto (GStrv) detail = nsm_plot_text_wrap_most (box->detail, NSM_PLOT_TEXT, FALSE, room, 3);
  double width, height, left, y, words, needed;
  NsmPlotFrame frame;
  NsmPlotItem *item;

  needed = fmax (get_widest (lines, STAR_NAME, TRUE), get_widest (detail, NSM_PLOT_TEXT, FALSE));
  needed = fmax (needed, nsm_plot_text_guess_width (label, NSM_PLOT_SMALL, TRUE));
  room = fmin (room, fmax (needed, fmin (room, 240)));
  width = room + STAR_ROOM + 18;
  words = NSM_PLOT_SMALL + 6 + g_strv_length (lines) * STAR_NAME * NSM_PLOT_LEADING +
          (box->detail[0] != '\0' ? 2 + g_strv_length (detail) * NSM_PLOT_TEXT * NSM_PLOT_LEADING : 0);
  height = fmax (words + 30, 88);
  left = (plot->width - width) / 2;
  frame = (NsmPlotFrame){ left, top, left + width, top + height };
  nsm_plot_add_box (plot, NSM_INK_BAND, NSM_INK_MAIN, 2.5, frame, 10);
  add_star (plot, left + STAR_ROOM / 2 + 1, top + height / 2 + 1, 25);
  y = top + (height - words) / 2;
  left += STAR_ROOM;
  item = nsm_plot_add_words (plot, NSM_INK_QUIET, NSM_PLOT_SMALL, NSM_ANCHOR_LEFT, left,
                             y + NSM_PLOT_SMALL - 2, label);
  item->bold = TRUE;
  item->max_width = room;
  y = nsm_plot_add_lines_of_words (plot, NSM_INK_WORDS, STAR_NAME, TRUE, NSM_ANCHOR_LEFT, left,
                                   left + room, y + NSM_PLOT_SMALL + 4, lines);
  if (box->detail[0] != '\0')
    nsm_plot_add_lines_of_words (plot, NSM_INK_QUIET, NSM_PLOT_TEXT, FALSE, NSM_ANCHOR_LEFT, left,
                                 left + room, y + 2, detail);
  return frame.bottom;
}
