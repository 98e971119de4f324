/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where one reads in a document, and staying there. */

GtkAdjustment *nsm_report_get_adjustment (GtkWidget *view);
gboolean nsm_report_get_place (GtkWidget *view, GtkWidget *widget, double *top, double *height);
GtkWidget *nsm_report_find_first_seen (GtkWidget *view);
int nsm_report_get_offset (GtkWidget *view, GtkWidget *section, int spacing);
void nsm_report_scroll_by (GtkWidget *view, int distance);

G_END_DECLS
