/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "evidence/dataset.h"

G_BEGIN_DECLS

/* The columns of a file that are used, when they were measured, and a way to use others.
 *
 * Signal "changed": what is said about a column, or the period, changed. */

#define NSM_TYPE_DATA_COLUMNS (nsm_data_columns_get_type ())
G_DECLARE_FINAL_TYPE (NsmDataColumns, nsm_data_columns, NSM, DATA_COLUMNS, AdwBin)

void nsm_data_columns_set_dataset (NsmDataColumns *self, NsmWorkshop *workshop,
                                   NsmDataset *dataset, const NsmCsvPeek *peek);
NsmDataset *nsm_data_columns_get_dataset (NsmDataColumns *self);
void nsm_data_columns_use (NsmDataColumns *self, const char *name);

G_END_DECLS
