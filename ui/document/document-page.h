/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kit/step-page.h"

G_BEGIN_DECLS

/**
 * The document that comes out, and what keeps it from being final.
 */

#define NSM_TYPE_DOCUMENT_PAGE (nsm_document_page_get_type ())
G_DECLARE_FINAL_TYPE (NsmDocumentPage, nsm_document_page, NSM, DOCUMENT_PAGE, NsmStepPage)

guint nsm_document_page_get_version (NsmDocumentPage *self);
void nsm_document_page_set_version (NsmDocumentPage *self, guint version);

G_END_DECLS
