/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kit/scroll.h"

#define MARGIN 12
#define PATIENCE 400000 /* microseconds in which a widget may still grow */

typedef struct
{
  gint64 until; /* frame time; 0 before the first frame */
} Scroll;

static void
scroll_now (GtkWidget *widget)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *child;
  GtkAdjustment *adjustment;
  graphene_rect_t area;
  double value, page, top, bottom;

  if (scroller == NULL)
    return;
  child = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroller));
  if (GTK_IS_VIEWPORT (child))
    child = gtk_viewport_get_child (GTK_VIEWPORT (child));
  if (child == NULL || !gtk_widget_compute_bounds (widget, child, &area))
    return;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  value = gtk_adjustment_get_value (adjustment);
  page = gtk_adjustment_get_page_size (adjustment);
  top = area.origin.y - MARGIN;
  bottom = area.origin.y + area.size.height + MARGIN;
  if (bottom > value + page)
    value = bottom - page;
  /* Of what is taller than the page, the top counts. */
  if (top < value)
    value = top;
  gtk_adjustment_set_value (adjustment, value);
}

static gboolean
on_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Scroll *scroll = data;
  gint64 now = gdk_frame_clock_get_frame_time (clock);

  if (scroll->until == 0)
    {
      /* It has no place before its first picture. */
      scroll->until = now + PATIENCE;
      return G_SOURCE_CONTINUE;
    }
  scroll_now (widget);
  return now < scroll->until ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/**
 * nsm_widget_scroll_to:
 *
 * Brings all of @widget into sight, also while it unfolds.
 */
void
nsm_widget_scroll_to (GtkWidget *widget)
{
  gtk_widget_add_tick_callback (widget, on_frame, g_new0 (Scroll, 1), g_free);
}
