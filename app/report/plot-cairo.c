/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/plot-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

static void
set_ink (cairo_t *cr, NsmPlotPalette palette, NsmPlotInk ink, double opacity)
{
  guint32 color = nsm_palette_get_color (palette, ink);

  cairo_set_source_rgba (cr, (color >> 16 & 0xff) / 255.0, (color >> 8 & 0xff) / 255.0,
                         (color & 0xff) / 255.0, opacity);
}

static void
trace_points (cairo_t *cr, GArray *points)
{
  for (guint i = 0; i < points->len; i++)
    {
      NsmPlotPoint *point = &g_array_index (points, NsmPlotPoint, i);

      cairo_line_to (cr, point->x, point->y);
    }
}

static void
draw_lines (cairo_t *cr, const NsmPlotItem *item)
{
  static const double dashes[] = { 5, 4 };

  trace_points (cr, item->points);
  cairo_set_line_width (cr, item->size);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_dash (cr, dashes, item->dashed ? 2 : 0, 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
trace_mark (cairo_t *cr, const NsmPlotItem *item)
{
  NsmPlotPoint at = g_array_index (item->points, NsmPlotPoint, 0);
  double r = item->size / 2;

  switch (item->shape)
    {
    case NSM_SHAPE_SQUARE:
      cairo_rectangle (cr, at.x - r, at.y - r, 2 * r, 2 * r);
      break;
    case NSM_SHAPE_DIAMOND:
      cairo_move_to (cr, at.x - r, at.y);
      cairo_line_to (cr, at.x, at.y - r);
      cairo_line_to (cr, at.x + r, at.y);
      cairo_line_to (cr, at.x, at.y + r);
      break;
    case NSM_SHAPE_UP:
      cairo_move_to (cr, at.x - r, at.y + r);
      cairo_line_to (cr, at.x, at.y - r);
      cairo_line_to (cr, at.x + r, at.y + r);
      break;
    case NSM_SHAPE_DOWN:
      cairo_move_to (cr, at.x - r, at.y - r);
      cairo_line_to (cr, at.x, at.y + r);
      cairo_line_to (cr, at.x + r, at.y - r);
      break;
    case NSM_SHAPE_LEFT:
      cairo_move_to (cr, at.x + r, at.y - r);
      cairo_line_to (cr, at.x - r, at.y);
      cairo_line_to (cr, at.x + r, at.y + r);
      break;
    case NSM_SHAPE_RIGHT:
      cairo_move_to (cr, at.x - r, at.y - r);
      cairo_line_to (cr, at.x + r, at.y);
      cairo_line_to (cr, at.x - r, at.y + r);
      break;
    case NSM_SHAPE_CIRCLE:
    default:
      cairo_new_sub_path (cr);
      cairo_arc (cr, at.x, at.y, r, 0, 2 * G_PI);
    }
  cairo_close_path (cr);
}

static void
draw_mark (cairo_t *cr, const NsmPlotItem *item, NsmPlotPalette palette)
{
  trace_mark (cr, item);
  if (!item->hollow)
    {
      cairo_fill (cr);
      return;
    }
  set_ink (cr, palette, NSM_INK_PAGE, 1);
  cairo_fill_preserve (cr);
  set_ink (cr, palette, item->ink, item->opacity);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

/* The shared font map belongs to a thread: this is safe outside the main one too. */
static PangoLayout *
new_layout (cairo_t *cr)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);

  pango_layout_set_single_paragraph_mode (layout, TRUE);
  /* It would take the first name in a sentence for the sentence's direction. */
  pango_layout_set_auto_dir (layout, FALSE);
  return layout;
}

static void
draw_words (cairo_t *cr, PangoLayout *layout, const NsmPlotItem *item)
{
  NsmPlotPoint at = g_array_index (item->points, NsmPlotPoint, 0);
  PangoFontDescription *font = pango_font_description_from_string (NSM_PLOT_FAMILIES);
  PangoRectangle extents;
  double width, x = at.x;

  pango_font_description_set_absolute_size (font, item->size * PANGO_SCALE);
  pango_font_description_set_weight (font, item->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_context_set_base_dir (pango_layout_get_context (layout),
                              nsm_plot_text_is_rtl (item->text) ? PANGO_DIRECTION_RTL
                                                                : PANGO_DIRECTION_LTR);
  pango_layout_context_changed (layout);
  pango_layout_set_text (layout, item->text, -1);
  pango_layout_set_width (layout, -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_NONE);
  pango_layout_get_extents (layout, NULL, &extents);
  if (item->max_width > 0 && extents.width > item->max_width * PANGO_SCALE)
    {
      pango_layout_set_width (layout, (int) (item->max_width * PANGO_SCALE));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_get_extents (layout, NULL, &extents);
      x -= (double) extents.x / PANGO_SCALE;
    }
  width = (double) extents.width / PANGO_SCALE;
  if (item->anchor == NSM_ANCHOR_MIDDLE)
    x -= width / 2;
  else if (item->anchor == NSM_ANCHOR_RIGHT)
    x -= width;
  if (item->turned)
    {
      cairo_save (cr);
      cairo_translate (cr, at.x, at.y);
      cairo_rotate (cr, -G_PI / 2);
      cairo_translate (cr, -at.x, -at.y);
    }
  cairo_move_to (cr, x, at.y - (double) pango_layout_get_baseline (layout) / PANGO_SCALE);
  pango_cairo_show_layout (cr, layout);
  if (item->turned)
    cairo_restore (cr);
}

/**
 * nsm_plot_draw:
 * @cr: its units are the plot's; it is scaled by the caller
 *
 * Draws the picture without a ground, from any thread.
 */
void
nsm_plot_draw (NsmPlot *plot, cairo_t *cr, NsmPlotPalette palette)
{
  PangoLayout *layout = new_layout (cr);

  cairo_save (cr);
  for (guint i = 0; i < plot->items->len; i++)
    {
      const NsmPlotItem *item = plot->items->pdata[i];

      if (item->points->len == 0)
        continue;
      set_ink (cr, palette, item->ink, item->opacity);
      cairo_new_path (cr);
      switch (item->kind)
        {
        case NSM_ITEM_LINES:
          draw_lines (cr, item);
          break;
        case NSM_ITEM_MARK:
          draw_mark (cr, item, palette);
          break;
        case NSM_ITEM_WORDS:
          draw_words (cr, layout, item);
          break;
        case NSM_ITEM_AREA:
        default:
          trace_points (cr, item->points);
          cairo_fill (cr);
        }
    }
  cairo_restore (cr);
  g_object_unref (layout);
}

static cairo_status_t
append_bytes (void *data, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

/**
 * nsm_plot_write_png:
 * @scale: pixels by unit of the picture
 *
 * Returns: (transfer full) (nullable): the picture on its ground, from any thread
 */
GBytes *
nsm_plot_write_png (NsmPlot *plot, NsmPlotPalette palette, double scale, GError **error)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  cairo_surface_t *surface = cairo_image_surface_create (
    CAIRO_FORMAT_RGB24, (int) ceil (plot->width * scale), (int) ceil (plot->height * scale));
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  set_ink (cr, palette, NSM_INK_PAGE, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  nsm_plot_draw (plot, cr, palette);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append_bytes, out);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The picture could not be made: %s."),
                   cairo_status_to_string (status));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}
