/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/workshop.h"
#include "report/formats.h"
#include "report/options.h"

G_BEGIN_DECLS

/* What a person chose last for the document: what it holds and what it is exported as. The page,
 * its preview and the dialogs share it; whoever wants to know of a change listens to "changed"
 * of the settings. */

typedef struct
{
  NsmReportFormat format;
  NsmReportOptions report; /* its language belongs to this */
} NsmDocumentOptions;

GSettings *nsm_document_options_new_settings (void);
NsmDocumentOptions *nsm_document_options_load (GSettings *settings);
void nsm_document_options_save (const NsmDocumentOptions *options, GSettings *settings);
void nsm_document_options_set_language (NsmDocumentOptions *options, const char *language);
char *nsm_document_options_dup_file_name (const NsmDocumentOptions *options, NsmWorkshop *workshop,
                                          guint version);
void nsm_document_options_free (NsmDocumentOptions *options);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NsmDocumentOptions, nsm_document_options_free)

G_END_DECLS
