/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kit/step-page.h"

G_BEGIN_DECLS

/* Step 9: the definition, written in the document that comes out. */

#define NSM_TYPE_DEFINITION_PAGE (nsm_definition_page_get_type ())
G_DECLARE_FINAL_TYPE (NsmDefinitionPage, nsm_definition_page, NSM, DEFINITION_PAGE, NsmStepPage)

G_END_DECLS
