/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "evidence/dataset.h"

G_BEGIN_DECLS

/* A row for a column of a file that is used: what it is, and when it was measured. */

#define NSM_TYPE_DATA_COLUMN (nsm_data_column_get_type ())
G_DECLARE_FINAL_TYPE (NsmDataColumn, nsm_data_column, NSM, DATA_COLUMN, AdwExpanderRow)

GtkWidget *nsm_data_column_new (NsmWorkshop *workshop, NsmColumn *column);
NsmColumn *nsm_data_column_get_column (NsmDataColumn *self);
void nsm_data_column_refresh (NsmDataColumn *self);
void nsm_data_column_set_refusal (NsmDataColumn *self, const char *refusal);

G_END_DECLS
