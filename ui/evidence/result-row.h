/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/workshop.h"

G_BEGIN_DECLS

/* One result of looking at data: what it says, and behind it the figures.
 * Signal: "remove". */

#define NSM_TYPE_RESULT_ROW (nsm_result_row_get_type ())
G_DECLARE_FINAL_TYPE (NsmResultRow, nsm_result_row, NSM, RESULT_ROW, AdwExpanderRow)

GtkWidget *nsm_result_row_new (NsmEvidence *result);
NsmEvidence *nsm_result_row_get_result (NsmResultRow *self);
gboolean nsm_result_row_focus_field (NsmResultRow *self, const char *field);

G_END_DECLS
