/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "report/paper.h"

G_BEGIN_DECLS

/**
 * One page on a sheet of paper, as wide as it is told to be. It is drawn only where it is seen.
 *
 * Emits "edit" (step, path of the record, field or NULL) and "link" (id of a part).
 */

#define NSM_TYPE_PAGE_SHEET (nsm_page_sheet_get_type ())
G_DECLARE_FINAL_TYPE (NsmPageSheet, nsm_page_sheet, NSM, PAGE_SHEET, GtkWidget)

GtkWidget *nsm_page_sheet_new (void);
void nsm_page_sheet_set_page (NsmPageSheet *self, NsmPaper *paper, guint page, gboolean editable);
void nsm_page_sheet_set_near (NsmPageSheet *self, gboolean near);
void nsm_page_sheet_click (NsmPageSheet *self, double x, double y);

G_END_DECLS
