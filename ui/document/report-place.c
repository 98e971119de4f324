/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/report-place.h"

/**
 * nsm_report_get_adjustment:
 *
 * Returns: (transfer none) (nullable): what scrolls the document
 */
GtkAdjustment *
nsm_report_get_adjustment (GtkWidget *view)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (view, GTK_TYPE_SCROLLED_WINDOW);

  return scroller != NULL ? gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller))
                          : NULL;
}

/**
 * nsm_report_get_place:
 * @widget: a part of the document
 * @top: (out): where it is, from the top of what is seen
 * @height: (out): and how high
 *
 * Returns: whether it has a place yet
 */
gboolean
nsm_report_get_place (GtkWidget *view, GtkWidget *widget, double *top, double *height)
{
  graphene_rect_t area;
  GtkWidget *viewport = gtk_widget_get_ancestor (view, GTK_TYPE_VIEWPORT);

  if (viewport == NULL || !gtk_widget_compute_bounds (widget, viewport, &area))
    return FALSE;
  *top = area.origin.y;
  *height = area.size.height;
  return TRUE;
}

/**
 * nsm_report_find_first_seen:
 *
 * Returns: (transfer none) (nullable): the first section, or the head, that is seen
 */
GtkWidget *
nsm_report_find_first_seen (GtkWidget *view)
{
  for (GtkWidget *child = gtk_widget_get_first_child (view); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      double top, height;

      if (nsm_report_get_place (view, child, &top, &height) && height > 0 && top + height > 0)
        return child;
    }
  return NULL;
}

/**
 * nsm_report_get_offset:
 * @section: a section of the document
 * @spacing: between two of them
 *
 * Returns: how far below the top of the document it stands, or will stand when all have got their
 *   sizes
 */
int
nsm_report_get_offset (GtkWidget *view, GtkWidget *section, int spacing)
{
  int width = gtk_widget_get_width (view);
  int y = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (view);
       child != NULL && child != section; child = gtk_widget_get_next_sibling (child))
    {
      int height = 0;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
      y += height + spacing;
    }
  return y;
}

/**
 * nsm_report_scroll_by:
 * @distance: in pixels
 *
 * Scrolls before the next picture, so that nobody sees it jump.
 */
void
nsm_report_scroll_by (GtkWidget *view, int distance)
{
  GtkAdjustment *adjustment = nsm_report_get_adjustment (view);
  double upper;

  if (distance == 0 || adjustment == NULL)
    return;
  upper = gtk_adjustment_get_upper (adjustment);
  if (distance > 0)
    gtk_adjustment_set_upper (adjustment, upper + distance);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + distance);
}
