/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SVG whose words stay words: they can be searched, read out and translated. Colours are
 * attributes in a file of its own, classes in a document that has a style sheet. */
#include "report/plot-private.h"

#include <math.h>
#include <string.h>

#include "report/html-private.h"

typedef struct
{
  GString *out;
  gboolean classes;
  NsmPlotPalette palette;
} Svg;

/* A tenth of a unit is finer than anyone sees. */
static void
append_number (GString *out, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  double rounded = round (number * 10) / 10;

  g_ascii_formatd (buffer, sizeof buffer, "%.1f", rounded == 0 ? 0 : rounded);
  if (g_str_has_suffix (buffer, ".0"))
    buffer[strlen (buffer) - 2] = '\0';
  g_string_append (out, buffer);
}

static void
append_attribute (GString *out, const char *name, double number)
{
  g_string_append_printf (out, " %s=\"", name);
  append_number (out, number);
  g_string_append_c (out, '"');
}

static void
append_pair (GString *out, char command, double x, double y)
{
  g_string_append_c (out, command);
  append_number (out, x);
  g_string_append_c (out, ' ');
  append_number (out, y);
}

#define NO_INK -1

/* In a style sheet "f-main" fills and "s-main" strokes. */
static void
append_inks (Svg *svg, int fill, int stroke)
{
  if (svg->classes)
    {
      g_string_append (svg->out, " class=\"");
      if (fill != NO_INK)
        g_string_append_printf (svg->out, "f-%s", nsm_ink_get_class (fill));
      if (stroke != NO_INK)
        g_string_append_printf (svg->out, "%ss-%s", fill != NO_INK ? " " : "",
                                nsm_ink_get_class (stroke));
      g_string_append_c (svg->out, '"');
      return;
    }
  if (fill != NO_INK)
    g_string_append_printf (svg->out, " fill=\"#%06x\"",
                            nsm_palette_get_color (svg->palette, fill));
  else
    g_string_append (svg->out, " fill=\"none\"");
  if (stroke != NO_INK)
    g_string_append_printf (svg->out, " stroke=\"#%06x\"",
                            nsm_palette_get_color (svg->palette, stroke));
}

static void
append_corners (GString *out, GArray *points, gboolean closed)
{
  for (guint i = 0; i < points->len; i++)
    {
      NsmPlotPoint *point = &g_array_index (points, NsmPlotPoint, i);

      append_pair (out, i == 0 ? 'M' : 'L', point->x, point->y);
    }
  if (closed)
    g_string_append_c (out, 'z');
}

static void
append_triangle (GString *out, NsmPlotPoint at, double r, double dx, double dy)
{
  /* (dx, dy) points to the tip; the foot lies across from it. */
  append_pair (out, 'M', at.x + dx * r, at.y + dy * r);
  append_pair (out, 'L', at.x - dx * r + dy * r, at.y - dy * r + dx * r);
  append_pair (out, 'L', at.x - dx * r - dy * r, at.y - dy * r - dx * r);
  g_string_append_c (out, 'z');
}

static void
append_mark (GString *out, const NsmPlotItem *item)
{
  NsmPlotPoint at = g_array_index (item->points, NsmPlotPoint, 0);
  double r = item->size / 2;

  switch (item->shape)
    {
    case NSM_SHAPE_SQUARE:
      append_pair (out, 'M', at.x - r, at.y - r);
      g_string_append_c (out, 'h');
      append_number (out, 2 * r);
      g_string_append_c (out, 'v');
      append_number (out, 2 * r);
      g_string_append_c (out, 'h');
      append_number (out, -2 * r);
      g_string_append_c (out, 'z');
      break;
    case NSM_SHAPE_DIAMOND:
      append_pair (out, 'M', at.x - r, at.y);
      append_pair (out, 'L', at.x, at.y - r);
      append_pair (out, 'L', at.x + r, at.y);
      append_pair (out, 'L', at.x, at.y + r);
      g_string_append_c (out, 'z');
      break;
    case NSM_SHAPE_UP:
      append_triangle (out, at, r, 0, -1);
      break;
    case NSM_SHAPE_DOWN:
      append_triangle (out, at, r, 0, 1);
      break;
    case NSM_SHAPE_LEFT:
      append_triangle (out, at, r, -1, 0);
      break;
    case NSM_SHAPE_RIGHT:
      append_triangle (out, at, r, 1, 0);
      break;
    case NSM_SHAPE_CIRCLE:
    default:
      append_pair (out, 'M', at.x - r, at.y);
      for (guint i = 0; i < 2; i++)
        {
          append_pair (out, 'a', r, r);
          append_pair (out, ' ', 0, 1);
          append_pair (out, ' ', 1, i == 0 ? 2 * r : -2 * r);
          g_string_append (out, " 0");
        }
      g_string_append_c (out, 'z');
    }
}

static gboolean
is_alike (const NsmPlotItem *a, const NsmPlotItem *b)
{
  return a->kind == b->kind && a->ink == b->ink && a->opacity == b->opacity && a->size == b->size &&
         a->dashed == b->dashed && a->hollow == b->hollow && a->shape == b->shape;
}

static void
append_words (Svg *svg, const NsmPlotItem *item)
{
  static const char *const anchors[] = { "start", "middle", "end" };
  NsmPlotPoint at = g_array_index (item->points, NsmPlotPoint, 0);
  gboolean rtl = nsm_plot_text_is_rtl (item->text);
  g_autofree char *shown =
    nsm_plot_text_shorten (item->text, item->size, item->bold, item->max_width);

  if (item->text[0] == '\0')
    return;
  g_string_append (svg->out, "<text");
  append_attribute (svg->out, "x", at.x);
  append_attribute (svg->out, "y", at.y);
  append_attribute (svg->out, "font-size", item->size);
  if (item->bold)
    g_string_append (svg->out, " font-weight=\"700\"");
  if (item->turned)
    {
      g_string_append (svg->out, " transform=\"rotate(-90 ");
      append_number (svg->out, at.x);
      g_string_append_c (svg->out, ' ');
      append_number (svg->out, at.y);
      g_string_append (svg->out, ")\"");
    }
  /* "start" is the right end where words run to the left. */
  if (rtl)
    g_string_append (svg->out, " direction=\"rtl\"");
  if (rtl || item->anchor != NSM_ANCHOR_LEFT)
    g_string_append_printf (svg->out, " text-anchor=\"%s\"",
                            anchors[rtl ? 2 - item->anchor : item->anchor]);
  append_inks (svg, item->ink, NO_INK);
  g_string_append_c (svg->out, '>');
  nsm_html_escape (svg->out, shown);
  if (strcmp (shown, item->text) != 0)
    {
      g_string_append (svg->out, "<title>");
      nsm_html_escape (svg->out, item->text);
      g_string_append (svg->out, "</title>");
    }
  g_string_append (svg->out, "</text>\n");
}

static void
append_shapes (Svg *svg, GPtrArray *items, guint from, guint to)
{
  const NsmPlotItem *first = items->pdata[from];

  gboolean line = first->kind == NSM_ITEM_LINES;

  g_string_append (svg->out, "<path");
  append_inks (svg, line ? NO_INK : first->hollow ? NSM_INK_PAGE : (int) first->ink,
               line || first->hollow ? (int) first->ink : NO_INK);
  if (line || first->hollow)
    append_attribute (svg->out, "stroke-width", line ? first->size : 2);
  if (line)
    g_string_append (svg->out, " stroke-linejoin=\"round\"");
  if (line && first->dashed)
    g_string_append (svg->out, " stroke-dasharray=\"5 4\"");
  if (first->opacity < 1)
    {
      char buffer[G_ASCII_DTOSTR_BUF_SIZE];

      g_string_append_printf (svg->out, " opacity=\"%s\"",
                              g_ascii_formatd (buffer, sizeof buffer, "%.2f", first->opacity));
    }
  g_string_append (svg->out, " d=\"");
  for (guint i = from; i < to; i++)
    {
      const NsmPlotItem *item = items->pdata[i];

      if (item->points->len == 0)
        continue;
      if (item->kind == NSM_ITEM_MARK)
        append_mark (svg->out, item);
      else
        append_corners (svg->out, item->points, item->kind == NSM_ITEM_AREA);
    }
  g_string_append (svg->out, "\"/>\n");
}

static void
append_items (Svg *svg, GPtrArray *items)
{
  for (guint i = 0; i < items->len;)
    {
      const NsmPlotItem *item = items->pdata[i];
      guint next = i + 1;

      if (item->kind != NSM_ITEM_WORDS)
        {
          /* See-through marks stay apart, so that they add up where many lie. */
          while (next < items->len && item->opacity == 1 && is_alike (item, items->pdata[next]))
            next++;
          if (item->points->len > 0 || next > i + 1)
            append_shapes (svg, items, i, next);
        }
      else if (item->points->len > 0)
        append_words (svg, item);
      i = next;
    }
}

static void
append_svg (Svg *svg, NsmPlot *plot, const char *id)
{
  GString *out = svg->out;

  g_string_append (out, " viewBox=\"0 0 ");
  append_number (out, plot->width);
  g_string_append_c (out, ' ');
  append_number (out, plot->height);
  g_string_append_printf (out, "\" role=\"img\" aria-labelledby=\"%s-title\" "
                               "aria-describedby=\"%s-desc\">\n<title id=\"%s-title\">",
                          id, id, id);
  nsm_html_escape (out, plot->title);
  g_string_append_printf (out, "</title>\n<desc id=\"%s-desc\">", id);
  nsm_html_escape (out, plot->alternative->str);
  g_string_append (out, "</desc>\n");
  if (!svg->classes)
    g_string_append_printf (out, "<path fill=\"#%06x\" d=\"M0 0h%gv%gh-%gz\"/>\n",
                            nsm_palette_get_color (svg->palette, NSM_INK_PAGE),
                            round (plot->width), round (plot->height), round (plot->width));
  append_items (svg, plot->items);
  g_string_append (out, "</svg>\n");
}

/**
 * nsm_plot_write_svg:
 *
 * Returns: (transfer full): the picture on its ground, as a file of its own
 */
GBytes *
nsm_plot_write_svg (NsmPlot *plot, NsmPlotPalette palette)
{
  Svg svg = { g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                            "<svg xmlns=\"http://www.w3.org/2000/svg\""),
              FALSE, palette };

  append_attribute (svg.out, "width", plot->width);
  append_attribute (svg.out, "height", plot->height);
  g_string_append (svg.out, " font-family=\"" NSM_PLOT_FAMILIES "\"");
  append_svg (&svg, plot, "plot");
  return g_string_free_to_bytes (svg.out);
}

/**
 * nsm_plot_append_inline_svg:
 * @id: unique in the document that @out is
 * @classes: of the picture as a whole
 *
 * Appends the picture for an HTML document whose style sheet knows the inks:
 * ".f-main" fills, ".s-main" strokes. It has no ground and takes the width it gets.
 */
void
nsm_plot_append_inline_svg (NsmPlot *plot, GString *out, const char *id, const char *classes)
{
  Svg svg = { out, TRUE, NSM_PALETTE_LIGHT };

  g_string_append_printf (out, "<svg class=\"%s\"", classes);
  append_svg (&svg, plot, id);
}
