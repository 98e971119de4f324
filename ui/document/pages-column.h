/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "report/paper.h"

G_BEGIN_DECLS

/* Sheets of paper below one another, as wide as there is room or at a size of their own. */

#define NSM_TYPE_PAGES_COLUMN (nsm_pages_column_get_type ())
G_DECLARE_FINAL_TYPE (NsmPagesColumn, nsm_pages_column, NSM, PAGES_COLUMN, GtkWidget)

GtkWidget *nsm_pages_column_new (void);
void nsm_pages_column_set_paper (NsmPagesColumn *self, NsmPaper *paper, gboolean editable);
void nsm_pages_column_set_zoom (NsmPagesColumn *self, double zoom);
double nsm_pages_column_get_scale (NsmPagesColumn *self);
double nsm_pages_column_get_top (NsmPagesColumn *self, guint page);
guint nsm_pages_column_get_page_at (NsmPagesColumn *self, double y);
void nsm_pages_column_set_seen (NsmPagesColumn *self, double y, double height);

G_END_DECLS
