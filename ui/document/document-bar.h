/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "report/options.h"

G_BEGIN_DECLS

/**
 * How the document is shown: read or as pages, for whom, and what is in it.
 *
 * Property `pages`: whether it is shown as pages. Emits "options-changed".
 */

#define NSM_TYPE_DOCUMENT_BAR (nsm_document_bar_get_type ())
G_DECLARE_FINAL_TYPE (NsmDocumentBar, nsm_document_bar, NSM, DOCUMENT_BAR, GtkWidget)

const NsmReportOptions *nsm_document_bar_get_options (NsmDocumentBar *self);
gboolean nsm_document_bar_get_pages (NsmDocumentBar *self);
void nsm_document_bar_set_end (NsmDocumentBar *self, GtkWidget *end);

G_END_DECLS
