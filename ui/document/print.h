/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "document/document-options.h"
#include "model/workshop.h"

G_BEGIN_DECLS

GtkPrintOperation *nsm_document_print_new (NsmWorkshop *workshop,
                                           const NsmDocumentOptions *options, const char *job_name);
NsmPaperSize nsm_document_print_get_paper (GtkPrintOperation *operation, NsmPaperSize before);

G_END_DECLS
