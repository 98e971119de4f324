/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scores: a row a candidate, a column a criterion. A narrow picture has the fields of a candidate
 * below its name, each with its criterion in it. */
#include "report/plot-heat-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "analysis/scores.h"

#define NARROW 520.0
#define GAP 4.0
#define NAME 14.0
#define TOTAL 18.0
#define RANK_ROOM 30.0
#define TOTAL_ROOM 46.0
#define NAMES_WIDE 196.0
#define NAMES_LEAST 136.0
#define LEAST_COLUMN 56.0
#define MOST_COLUMN 118.0
#define MOST_LETTERS 128.0 /* what one word may ask for */
#define TURNED_HEIGHT 118.0
#define LINE (NSM_PLOT_SMALL * NSM_PLOT_LEADING)

typedef struct
{
  NsmPlot *plot;
  NsmFigure *figure;
  double names; /* room for them */
  double left;  /* of the first field */
  double *widths;
  gboolean turned;
  gboolean beside; /* marks stand beside the mean in all fields */
} Map;

/* Column heads */

static double
get_need (NsmFigure *figure, guint i)
{
  double longest =
    nsm_plot_text_guess_longest (figure->columns->pdata[i], NSM_PLOT_SMALL, FALSE);

  return fmax (LEAST_COLUMN, fmin (longest, MOST_LETTERS) / 0.95 + 2);
}

/* All as wide as each other, but those that need more. */
static void
share_out (Map *map, double room)
{
  guint n = map->figure->columns->len;
  double low = 0, high = room;

  for (guint step = 0; step < 40; step++)
    {
      double level = (low + high) / 2, sum = 0;

      for (guint i = 0; i < n; i++)
        sum += fmax (level, get_need (map->figure, i));
      if (sum > room)
        high = level;
      else
        low = level;
    }
  for (guint i = 0; i < n; i++)
    map->widths[i] = fmax (low, get_need (map->figure, i));
}

static void
place_columns (Map *map)
{
  guint n = map->figure->columns->len;
  double start = NSM_PLOT_MARGIN + RANK_ROOM + TOTAL_ROOM, needed = 0, room;

  room = map->plot->width - NSM_PLOT_MARGIN - start - n * GAP;
  for (guint i = 0; i < n; i++)
    needed += get_need (map->figure, i);
  map->names = CLAMP (room - needed, NAMES_LEAST, NAMES_WIDE);
  map->turned = needed > room - map->names;
  if (map->turned)
    map->names = NAMES_WIDE - 10;
  if (!map->turned)
    {
      map->names = fmax (map->names, fmin (room - n * MOST_COLUMN, 300));
      share_out (map, room - map->names);
    }
  else
    for (guint i = 0; i < n; i++)
      map->widths[i] = (room - map->names) / n;
  map->left = start + map->names + GAP;
  map->beside = TRUE;
  for (guint i = 0; i < n; i++)
    map->beside = map->beside && map->widths[i] >= NSM_HEAT_BESIDE;
}

static GStrv
wrap_head (Map *map, guint i)
{
  const char *text = map->figure->columns->pdata[i];

  if (map->turned)
    return nsm_plot_text_wrap_most (text, NSM_PLOT_SMALL, FALSE, TURNED_HEIGHT,
                                    (guint) fmax (1, floor (map->widths[i] / LINE)));
  return nsm_plot_text_wrap_most (text, NSM_PLOT_SMALL, FALSE, map->widths[i], 6);
}

static double
measure_heads (Map *map)
{
  double height = 0;

  for (guint i = 0; i < map->figure->columns->len; i++)
    {
      g_auto (GStrv) lines = wrap_head (map, i);

      if (!map->turned)
        height = fmax (height, g_strv_length (lines) * LINE);
      else
        for (guint k = 0; lines[k] != NULL; k++)
          height = fmax (height, nsm_plot_text_guess_width (lines[k], NSM_PLOT_SMALL, FALSE));
    }
  return map->turned ? height * 1.06 : height;
}

static double
add_heads (Map *map, double top)
{
  double height = measure_heads (map), x = map->left;

  for (guint i = 0; i < map->figure->columns->len; i++)
    {
      g_auto (GStrv) lines = wrap_head (map, i);
      guint n = g_strv_length (lines);
      double middle = x + map->widths[i] / 2;

      if (!map->turned)
        nsm_plot_add_lines_of_words (map->plot, NSM_INK_WORDS, NSM_PLOT_SMALL, FALSE,
                                     NSM_ANCHOR_MIDDLE, x, x + map->widths[i],
                                     top + height - n * LINE, lines);
      for (guint k = 0; map->turned && k < n; k++)
        {
          NsmPlotItem *item = nsm_plot_add_words (
            map->plot, NSM_INK_WORDS, NSM_PLOT_SMALL, NSM_ANCHOR_LEFT,
            middle - n * LINE / 2 + k * LINE + NSM_PLOT_SMALL * 0.95, top + height, lines[k]);

          item->turned = TRUE;
          item->max_width = height;
        }
      x += map->widths[i] + GAP;
    }
  return top + height + 8;
}

/* Rows */

/* Adds rank, name, what it is, and total around the middle of a row. Returns their height. */
static double
add_subject (Map *map, NsmFigureRow *row, double names, double total_right, double top,
             double height, gboolean draw)
{
  double left = NSM_PLOT_MARGIN + RANK_ROOM, own;
  g_auto (GStrv) name = nsm_plot_text_wrap_most (row->title, NAME, TRUE, names, 4);
  g_auto (GStrv) detail = nsm_plot_text_wrap_most (row->detail, NSM_PLOT_SMALL, FALSE, names, 2);
  g_autofree char *total = isnan (row->total) ? g_strdup ("–") : nsm_scores_format (row->total);
  NsmPlotItem *item;

  own = g_strv_length (name) * NAME * NSM_PLOT_LEADING +
        (row->detail[0] != '\0' ? g_strv_length (detail) * LINE : 0);
  if (!draw)
    return own;
  item = nsm_plot_add_words (map->plot, NSM_INK_QUIET, NAME, NSM_ANCHOR_LEFT, NSM_PLOT_MARGIN,
                             top + height / 2 + NAME * 0.36, row->rank);
  item->bold = TRUE;
  item = nsm_plot_add_words (map->plot, NSM_INK_WORDS, TOTAL, NSM_ANCHOR_RIGHT, total_right,
                             top + height / 2 + TOTAL * 0.36, total);
  item->bold = TRUE;
  top = nsm_plot_add_lines_of_words (map->plot, NSM_INK_WORDS, NAME, TRUE, NSM_ANCHOR_LEFT, left,
                                     left + names, top + (height - own) / 2, name);
  if (row->detail[0] != '\0')
    nsm_plot_add_lines_of_words (map->plot, NSM_INK_QUIET, NSM_PLOT_SMALL, FALSE, NSM_ANCHOR_LEFT,
                                 left, left + names, top, detail);
  return own;
}

static double
add_row (Map *map, NsmFigureRow *row, double top)
{
  double height = add_subject (map, row, map->names, 0, 0, 0, FALSE) + 4, x = map->left;
  guint n = MIN (row->cells->len, map->figure->columns->len);

  for (guint i = 0; i < n; i++)
    height = fmax (height, nsm_plot_field_measure (row->cells->pdata[i], map->beside));
  add_subject (map, row, map->names, map->left - 10, top, height, TRUE);
  for (guint i = 0; i < n; i++)
    {
      double own = nsm_plot_field_measure (row->cells->pdata[i], map->beside);

      nsm_plot_field_add (map->plot, row->cells->pdata[i], row->calibration, map->beside,
                          (NsmPlotFrame){ x, top, x + map->widths[i], top + height },
                          top + (height + own) / 2);
      x += map->widths[i] + GAP;
    }
  return top + height + GAP;
}

static double
add_block (Map *map, NsmFigureRow *row, double top)
{
  double right = map->plot->width - NSM_PLOT_MARGIN, left = NSM_PLOT_MARGIN;
  double names = right - left - RANK_ROOM - TOTAL_ROOM, width = (right - left - GAP) / 2;
  double height = add_subject (map, row, names, 0, 0, 0, FALSE);
  guint n = MIN (row->cells->len, map->figure->columns->len);

  add_subject (map, row, names, right, top, height, TRUE);
  top += height + 8;
  for (guint i = 0; i < n; i += 2)
    {
      guint n_here = MIN (2, n - i);

      height = 0;
      for (guint k = i; k < i + n_here; k++)
        {
          g_auto (GStrv) lines = nsm_plot_text_wrap_most (map->figure->columns->pdata[k],
                                                          NSM_PLOT_SMALL, FALSE, width - 16, 3);

          height = fmax (height, g_strv_length (lines) * LINE +
                                   nsm_plot_field_measure (row->cells->pdata[k], TRUE));
        }
      for (guint k = i; k < i + n_here; k++)
        {
          double x = left + (k - i) * (width + GAP);
          g_auto (GStrv) lines = nsm_plot_text_wrap_most (map->figure->columns->pdata[k],
                                                          NSM_PLOT_SMALL, FALSE, width - 16, 3);

          nsm_plot_field_add (map->plot, row->cells->pdata[k], row->calibration, TRUE,
                              (NsmPlotFrame){ x, top, x + width, top + height }, top + height);
          nsm_plot_add_lines_of_words (map->plot, NSM_INK_WORDS, NSM_PLOT_SMALL, FALSE,
                                       NSM_ANCHOR_LEFT, x + 8, x + width - 8, top + 6, lines);
        }
      top += height + GAP;
    }
  return top + 16;
}

/**
 * nsm_plot_new_heat_map:
 * @figure: a heat map
 * @width: in units in which words are 13 and more high
 *
 * Returns: (transfer full): its picture, as high as it needs
 */
NsmPlot *
nsm_plot_new_heat_map (NsmFigure *figure, double width)
{
  NsmPlot *plot = nsm_plot_new (NSM_PLOT_HEAT_MAP, fmax (width, 320), NSM_PLOT_HEIGHT);
  g_autofree double *widths = g_new0 (double, figure->columns->len + 1);
  Map map = { .plot = plot, .figure = figure, .widths = widths };
  gboolean narrow = plot->width < NARROW;
  double y = NSM_PLOT_MARGIN / 2;

  nsm_plot_set_title (plot, _("Scores by candidate and criterion"));
  nsm_plot_say (plot, "%s", figure->alternative);
  if (!narrow)
    {
      place_columns (&map);
      y = add_heads (&map, y);
    }
  for (guint i = 0; i < figure->rows->len; i++)
    y = narrow ? add_block (&map, figure->rows->pdata[i], y)
               : add_row (&map, figure->rows->pdata[i], y);
  plot->height = ceil (y + NSM_PLOT_MARGIN / 2 - (narrow ? 16 : 0));
  if (nsm_plot_is_mirrored ())
    nsm_plot_mirror (plot);
  return plot;
}
