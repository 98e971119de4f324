/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/plot-private.h"

#include <math.h>
#include <stdarg.h>

#include <glib/gi18n-lib.h>

#include "record/language.h"
#include "record/record.h"

GType
nsm_plot_get_type (void)
{
  static gsize type = 0;

  /* Not by G_DEFINE_BOXED_TYPE, which ISO C doesn't know. */
  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_boxed_type_register_static ("NsmPlot", (GBoxedCopyFunc) nsm_plot_ref,
                                                            (GBoxedFreeFunc) nsm_plot_unref));
  return type;
}

static void
free_item (NsmPlotItem *item)
{
  g_array_unref (item->points);
  g_free (item->text);
  g_free (item);
}

/* On one line, and without what XML can't hold; records refuse most of it. */
static char *
dup_clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString *clean = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x20 || c == 0x85 || c == 0x2028 || c == 0x2029)
        g_string_append_c (clean, ' ');
      else if ((c < 0x7f || c >= 0xa0) && (c & 0xfffe) != 0xfffe && !(c >= 0xfdd0 && c <= 0xfdef))
        g_string_append_unichar (clean, c);
    }
  return g_string_free (clean, FALSE);
}

/**
 * nsm_plot_new:
 *
 * Returns: (transfer full): an empty picture
 */
NsmPlot *
nsm_plot_new (NsmPlotKind kind, double width, double height)
{
  NsmPlot *plot = g_new0 (NsmPlot, 1);

  plot->ref_count = 1;
  plot->kind = kind;
  plot->width = width;
  plot->height = height;
  plot->title = g_strdup ("");
  plot->alternative = g_string_new (NULL);
  plot->items = g_ptr_array_new_with_free_func ((GDestroyNotify) free_item);
  plot->columns = g_ptr_array_new_with_free_func (g_free);
  plot->cells = g_ptr_array_new_with_free_func (g_free);
  plot->numbers = g_array_new (FALSE, FALSE, sizeof (double));
  return plot;
}

/**
 * nsm_plot_ref:
 *
 * Returns: (transfer full): @plot; from any thread
 */
NsmPlot *
nsm_plot_ref (NsmPlot *plot)
{
  g_atomic_int_inc (&plot->ref_count);
  return plot;
}

/**
 * nsm_plot_unref:
 * @plot: (transfer full): a picture
 */
void
nsm_plot_unref (NsmPlot *plot)
{
  if (!g_atomic_int_dec_and_test (&plot->ref_count))
    return;
  g_free (plot->title);
  g_string_free (plot->alternative, TRUE);
  g_ptr_array_unref (plot->items);
  g_ptr_array_unref (plot->columns);
  g_ptr_array_unref (plot->cells);
  g_array_unref (plot->numbers);
  g_free (plot);
}

static NsmPlotItem *
add_item (NsmPlot *plot, NsmPlotItemKind kind, NsmPlotInk ink, double size)
{
  NsmPlotItem *item = g_new0 (NsmPlotItem, 1);

  item->kind = kind;
  item->ink = ink;
  item->size = size;
  item->opacity = 1;
  item->points = g_array_new (FALSE, FALSE, sizeof (NsmPlotPoint));
  g_ptr_array_add (plot->items, item);
  return item;
}

/**
 * nsm_plot_item_add_point:
 *
 * Adds a corner to a line or an area; one that isn't a number is left out.
 */
void
nsm_plot_item_add_point (NsmPlotItem *item, double x, double y)
{
  NsmPlotPoint point = { x, y };

  if (isfinite (x) && isfinite (y))
    g_array_append_val (item->points, point);
}

/**
 * nsm_plot_set_title:
 *
 * Says what the picture is called.
 */
void
nsm_plot_set_title (NsmPlot *plot, const char *title)
{
  g_free (plot->title);
  plot->title = dup_clean (title);
}

/**
 * nsm_plot_add_line:
 *
 * Returns: (transfer none): a straight line, to be changed further
 */
NsmPlotItem *
nsm_plot_add_line (NsmPlot *plot, NsmPlotInk ink, double width, double x1, double y1, double x2,
                   double y2)
{
  NsmPlotItem *item = add_item (plot, NSM_ITEM_LINES, ink, width);

  nsm_plot_item_add_point (item, x1, y1);
  nsm_plot_item_add_point (item, x2, y2);
  return item;
}

/**
 * nsm_plot_add_lines:
 *
 * Returns: (transfer none): a line that waits for its points
 */
NsmPlotItem *
nsm_plot_add_lines (NsmPlot *plot, NsmPlotInk ink, double width)
{
  return add_item (plot, NSM_ITEM_LINES, ink, width);
}

/**
 * nsm_plot_add_area:
 *
 * Returns: (transfer none): an area that waits for its corners
 */
NsmPlotItem *
nsm_plot_add_area (NsmPlot *plot, NsmPlotInk ink, double opacity)
{
  NsmPlotItem *item = add_item (plot, NSM_ITEM_AREA, ink, 0);

  item->opacity = opacity;
  return item;
}

/**
 * nsm_plot_add_rect:
 *
 * Returns: (transfer none): a filled rectangle between two opposite corners
 */
NsmPlotItem *
nsm_plot_add_rect (NsmPlot *plot, NsmPlotInk ink, double x1, double y1, double x2, double y2)
{
  NsmPlotItem *item = nsm_plot_add_area (plot, ink, 1);

  nsm_plot_item_add_point (item, x1, y1);
  nsm_plot_item_add_point (item, x2, y1);
  nsm_plot_item_add_point (item, x2, y2);
  nsm_plot_item_add_point (item, x1, y2);
  return item;
}

/**
 * nsm_plot_add_mark:
 *
 * Returns: (transfer none): a mark around a place; of none, if that isn't a number
 */
NsmPlotItem *
nsm_plot_add_mark (NsmPlot *plot, NsmPlotInk ink, NsmPlotShape shape, double size, double x,
                   double y)
{
  NsmPlotItem *item = add_item (plot, NSM_ITEM_MARK, ink, size);

  item->shape = shape;
  nsm_plot_item_add_point (item, x, y);
  return item;
}

/**
 * nsm_plot_add_words:
 * @y: the line that letters stand on
 *
 * Returns: (transfer none): words of one line
 */
NsmPlotItem *
nsm_plot_add_words (NsmPlot *plot, NsmPlotInk ink, double size, NsmPlotAnchor anchor, double x,
                    double y, const char *text)
{
  NsmPlotItem *item = add_item (plot, NSM_ITEM_WORDS, ink, size);

  item->anchor = anchor;
  item->text = dup_clean (text);
  nsm_plot_item_add_point (item, x, y);
  return item;
}

/**
 * nsm_plot_say:
 *
 * Adds a sentence to the picture in words.
 */
void
nsm_plot_say (NsmPlot *plot, const char *format, ...)
{
  g_autofree char *text = NULL, *clean = NULL;
  va_list list;

  va_start (list, format);
  text = g_strdup_vprintf (format, list);
  va_end (list);
  clean = dup_clean (text);
  g_string_append_printf (plot->alternative, "%s%s", plot->alternative->len > 0 ? " " : "", clean);
}

/**
 * nsm_plot_add_column:
 * @label: for people
 * @nick: for programs: an XML name
 */
void
nsm_plot_add_column (NsmPlot *plot, const char *label, const char *nick)
{
  g_ptr_array_add (plot->columns, dup_clean (label));
  g_ptr_array_add (plot->columns, g_strdup (nick));
}

/**
 * nsm_plot_add_text:
 *
 * Adds the next cell of the table: words.
 */
void
nsm_plot_add_text (NsmPlot *plot, const char *text)
{
  double none = NAN;

  g_ptr_array_add (plot->cells, dup_clean (text));
  g_array_append_val (plot->numbers, none);
}

/**
 * nsm_plot_add_number:
 * @decimals: how many people see; -1: a few figures of it
 *
 * Adds the next cell of the table: a number, empty where it is none.
 */
void
nsm_plot_add_number (NsmPlot *plot, double value, int decimals)
{
  char *text;

  if (!isfinite (value))
    text = g_strdup ("");
  else if (decimals < 0)
    text = nsm_plot_dup_number (value);
  else
    text = nsm_number_dup (value, decimals);
  g_ptr_array_add (plot->cells, text);
  g_array_append_val (plot->numbers, value);
}

/**
 * nsm_plot_add_value:
 *
 * Adds the next cell of the table: a mean, or a share that people read in percent.
 */
void
nsm_plot_add_value (NsmPlot *plot, double value, gboolean share)
{
  g_ptr_array_add (plot->cells,
                   isfinite (value) ? nsm_plot_dup_value (value, share) : g_strdup (""));
  g_array_append_val (plot->numbers, value);
}

/**
 * nsm_plot_get_kind:
 *
 * Returns: what it is a picture of
 */
NsmPlotKind
nsm_plot_get_kind (NsmPlot *plot)
{
  return plot->kind;
}

/**
 * nsm_plot_kind_get_label:
 *
 * Returns: what people choose a kind by, in one or two words
 */
const char *
nsm_plot_kind_get_label (NsmPlotKind kind)
{
  switch (kind)
    {
    case NSM_PLOT_TENTHS:
      return _("By Tenths");
    case NSM_PLOT_SEGMENTS:
      return _("By Segment");
    case NSM_PLOT_THRESHOLDS:
      return _("Thresholds");
    case NSM_PLOT_LAGS:
      return _("Lags");
    case NSM_PLOT_SERIES:
      return _("Over Time");
    case NSM_PLOT_TREE:
      return _("Metric Tree");
    case NSM_PLOT_HEAT_MAP:
      return _("Scores");
    case NSM_PLOT_ROBUSTNESS:
      return _("Robustness");
    case NSM_PLOT_SCATTER:
    default:
      return _("Scatter");
    }
}

/**
 * nsm_plot_kind_get_nick:
 *
 * Returns: what programs call a kind
 */
const char *
nsm_plot_kind_get_nick (NsmPlotKind kind)
{
  static const char *const nicks[] = { "scatter", "tenths", "segments", "thresholds", "lags",
                                       "series",  "tree",   "scores",   "robustness" };

  return nicks[kind - NSM_PLOT_SCATTER];
}

/**
 * nsm_plot_get_title:
 *
 * Returns: what the picture shows, in a sentence
 */
const char *
nsm_plot_get_title (NsmPlot *plot)
{
  return plot->title;
}

/**
 * nsm_plot_get_alternative:
 *
 * Returns: the picture in words, for those who don't see it
 */
const char *
nsm_plot_get_alternative (NsmPlot *plot)
{
  return plot->alternative->str;
}

/**
 * nsm_plot_get_width:
 *
 * Returns: its width in its own units, in which words are 13 and more high
 */
double
nsm_plot_get_width (NsmPlot *plot)
{
  return plot->width;
}

/**
 * nsm_plot_get_height:
 *
 * Returns: its height
 */
double
nsm_plot_get_height (NsmPlot *plot)
{
  return plot->height;
}

/**
 * nsm_plot_get_n_columns:
 *
 * Returns: how many columns the same figures have as a table
 */
guint
nsm_plot_get_n_columns (NsmPlot *plot)
{
  return plot->columns->len / 2;
}

/**
 * nsm_plot_get_n_rows:
 *
 * Returns: how many rows that table has
 */
guint
nsm_plot_get_n_rows (NsmPlot *plot)
{
  return plot->columns->len == 0 ? 0 : plot->cells->len / (plot->columns->len / 2);
}

/**
 * nsm_plot_get_column:
 *
 * Returns: what a column is called, for people
 */
const char *
nsm_plot_get_column (NsmPlot *plot, guint column)
{
  return plot->columns->pdata[2 * column];
}

/**
 * nsm_plot_get_column_nick:
 *
 * Returns: what a column is called, for programs
 */
const char *
nsm_plot_get_column_nick (NsmPlot *plot, guint column)
{
  return plot->columns->pdata[2 * column + 1];
}

/**
 * nsm_plot_get_cell:
 *
 * Returns: what a cell says, for people; "" where there is nothing to say
 */
const char *
nsm_plot_get_cell (NsmPlot *plot, guint row, guint column)
{
  return plot->cells->pdata[row * nsm_plot_get_n_columns (plot) + column];
}

/**
 * nsm_plot_get_cell_number:
 *
 * Returns: a cell's number; NAN where it has words or nothing
 */
double
nsm_plot_get_cell_number (NsmPlot *plot, guint row, guint column)
{
  return g_array_index (plot->numbers, double, row * nsm_plot_get_n_columns (plot) + column);
}
