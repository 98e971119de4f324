/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "report/paper.h"

G_BEGIN_DECLS

/**
 * The document as sheets of paper: the same pages as in PDF and on the printer.
 *
 * Property `page`: which one is being looked at, from 0 on. Emits "edit" (step, path of the
 * record, field or NULL) when a part is clicked.
 *
 * Control with plus, minus and 0 makes them larger, smaller and as wide as the window.
 */

#define NSM_TYPE_PAGES_VIEW (nsm_pages_view_get_type ())
G_DECLARE_FINAL_TYPE (NsmPagesView, nsm_pages_view, NSM, PAGES_VIEW, GtkWidget)

void nsm_pages_view_set_report (NsmPagesView *self, NsmReport *report);
void nsm_pages_view_set_editable (NsmPagesView *self, gboolean editable);
guint nsm_pages_view_get_n_pages (NsmPagesView *self);
guint nsm_pages_view_get_page (NsmPagesView *self);
void nsm_pages_view_show_page (NsmPagesView *self, guint page);
void nsm_pages_view_step_zoom (NsmPagesView *self, int step);
double nsm_pages_view_get_zoom (NsmPagesView *self);
gboolean nsm_pages_view_show (NsmPagesView *self, const char *id);

G_END_DECLS
