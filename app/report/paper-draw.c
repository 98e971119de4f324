/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page on whatever cairo draws on. */
#include "report/paper-private.h"

#include <math.h>

#include <pango/pangocairo.h>

#define N_FACETS 10

static void
set_color (cairo_t *cr, guint32 color)
{
  cairo_set_source_rgb (cr, (color >> 16 & 0xff) / 255.0, (color >> 8 & 0xff) / 255.0,
                        (color & 0xff) / 255.0);
}

static void
draw_text (cairo_t *cr, const NsmPaperItem *item)
{
  double top = g_array_index (item->text->lines, NsmPaperLine, item->first_line).top;

  set_color (cr, item->text->color);
  for (guint i = item->first_line; i < item->first_line + item->n_lines; i++)
    {
      const NsmPaperLine *line = &g_array_index (item->text->lines, NsmPaperLine, i);

      cairo_move_to (cr, item->x + line->x, item->y + line->baseline - top);
      pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (item->text->layout,
                                                                        (int) i));
    }
}

static void
draw_rectangle (cairo_t *cr, const NsmPaperItem *item)
{
  double r = item->radius;

  set_color (cr, item->color);
  if (r > 0)
    {
      cairo_new_sub_path (cr);
      cairo_arc (cr, item->x + item->width - r, item->y + r, r, -G_PI / 2, 0);
      cairo_arc (cr, item->x + item->width - r, item->y + item->height - r, r, 0, G_PI / 2);
      cairo_arc (cr, item->x + r, item->y + item->height - r, r, G_PI / 2, G_PI);
      cairo_arc (cr, item->x + r, item->y + r, r, G_PI, 1.5 * G_PI);
      cairo_close_path (cr);
    }
  else
    {
      cairo_rectangle (cr, item->x, item->y, item->width, item->height);
    }
  cairo_fill (cr);
}

/* A facet is lit when its step is done. */
static void
draw_star (cairo_t *cr, const NsmPaperItem *item)
{
  static const guint32 lit[] = { 0x1a6bd4, 0x62a0ea };
  static const guint32 unlit[] = { 0xc0bfbc, 0xdeddda };

  cairo_save (cr);
  cairo_translate (cr, item->x + item->width / 2, item->y + item->height / 2);
  cairo_scale (cr, item->width / 96, item->width / 96);
  for (guint i = 0; i < N_FACETS; i++)
    {
      cairo_move_to (cr, 0, 0);
      for (guint k = i; k < i + 2; k++)
        {
          double radius = k % 2 == 0 ? 48 : 19.5;

          cairo_line_to (cr, radius * sin (k * G_PI / 5), -radius * cos (k * G_PI / 5));
        }
      cairo_close_path (cr);
      set_color (cr, (item->facets & (1u << i)) != 0 ? lit[i % 2] : unlit[i % 2]);
      cairo_fill (cr);
    }
  cairo_restore (cr);
}

static void
draw_plot (cairo_t *cr, const NsmPaperItem *item)
{
  double scale = item->width / nsm_plot_get_width (item->plot);

  cairo_save (cr);
  cairo_translate (cr, item->x, item->y);
  cairo_scale (cr, scale, scale);
  nsm_plot_draw (item->plot, cr, NSM_PALETTE_PAPER);
  cairo_restore (cr);
}

/**
 * nsm_paper_draw_items:
 *
 * Draws everything that stands on @page.
 */
void
nsm_paper_draw_items (NsmPaper *paper, guint page, cairo_t *cr)
{
  GArray *items = ((NsmPaperPage *) paper->pages->pdata[page])->items;

  cairo_save (cr);
  for (guint i = 0; i < items->len; i++)
    {
      const NsmPaperItem *item = &g_array_index (items, NsmPaperItem, i);

      cairo_new_path (cr);
      switch (item->kind)
        {
        case NSM_PAPER_ITEM_TEXT:
          draw_text (cr, item);
          break;
        case NSM_PAPER_ITEM_PLOT:
          draw_plot (cr, item);
          break;
        case NSM_PAPER_ITEM_STAR:
          draw_star (cr, item);
          break;
        case NSM_PAPER_ITEM_RECTANGLE:
        default:
          draw_rectangle (cr, item);
        }
    }
  cairo_restore (cr);
}

static void
each_link_of_line (const NsmPaperItem *item, guint number, const NsmPaperLink *link, cairo_t *cr,
                   NsmPaperLinkFunc func, gpointer data)
{
  double top = g_array_index (item->text->lines, NsmPaperLine, item->first_line).top;
  const NsmPaperLine *line = &g_array_index (item->text->lines, NsmPaperLine, number);
  g_autofree int *ranges = NULL;
  int n = 0;

  if (link->start >= line->end || link->end <= line->start)
    return;
  pango_layout_line_get_x_ranges (
    pango_layout_get_line_readonly (item->text->layout, (int) number),
    MAX (link->start, line->start), MIN (link->end, line->end), &ranges, &n);
  for (int i = 0; i < n; i++)
    {
      double x = (double) ranges[2 * i] / PANGO_SCALE;
      double width = (double) (ranges[2 * i + 1] - ranges[2 * i]) / PANGO_SCALE;

      if (width > 0)
        func (cr, link->target, item->x + x, item->y + line->top - top, width,
              line->bottom - line->top, data);
    }
}

/**
 * nsm_paper_each_link:
 * @func: called for each piece of a line on @page that leads somewhere else
 */
void
nsm_paper_each_link (NsmPaper *paper, guint page, cairo_t *cr, NsmPaperLinkFunc func,
                     gpointer data)
{
  GArray *items = ((NsmPaperPage *) paper->pages->pdata[page])->items;

  for (guint i = 0; i < items->len; i++)
    {
      const NsmPaperItem *item = &g_array_index (items, NsmPaperItem, i);

      if (item->kind != NSM_PAPER_ITEM_TEXT)
        continue;
      for (guint k = 0; k < item->text->links->len; k++)
        for (guint line = item->first_line; line < item->first_line + item->n_lines; line++)
          each_link_of_line (item, line, &g_array_index (item->text->links, NsmPaperLink, k), cr,
                             func, data);
    }
}
