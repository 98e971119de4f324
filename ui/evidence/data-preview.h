/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "evidence/csv.h"
#include "model/workshop.h"

G_BEGIN_DECLS

/* The first rows of a file as a table, with what each column is used as. */

#define NSM_TYPE_DATA_PREVIEW (nsm_data_preview_get_type ())
G_DECLARE_FINAL_TYPE (NsmDataPreview, nsm_data_preview, NSM, DATA_PREVIEW, GtkWidget)

void nsm_data_preview_set_peek (NsmDataPreview *self, const NsmCsvPeek *peek);
void nsm_data_preview_set_roles (NsmDataPreview *self, NsmDataset *dataset);

G_END_DECLS
