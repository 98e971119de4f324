/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "evidence/dataset.h"
#include "store/document.h"

G_BEGIN_DECLS

/* What is in a file, and what its columns are, to look at and to change.
 *
 * Signals: "format-changed": somebody wants it read in another way, which
 * nsm_data_mapping_get_format() tells; "look": they want to look at the data. */

#define NSM_TYPE_DATA_MAPPING (nsm_data_mapping_get_type ())
G_DECLARE_FINAL_TYPE (NsmDataMapping, nsm_data_mapping, NSM, DATA_MAPPING, AdwBin)

void nsm_data_mapping_begin (NsmDataMapping *self, NsmDocument *document, GFile *file,
                             NsmDataset *replaces);
void nsm_data_mapping_take_peek (NsmDataMapping *self, NsmCsvPeek *peek);
void nsm_data_mapping_end (NsmDataMapping *self);
void nsm_data_mapping_stop_check (NsmDataMapping *self);

gboolean nsm_data_mapping_is_filled (NsmDataMapping *self);
NsmDataset *nsm_data_mapping_get_dataset (NsmDataMapping *self);
void nsm_data_mapping_get_format (NsmDataMapping *self, NsmCsvFormat *format);
void nsm_data_mapping_reset_format (NsmDataMapping *self, const char *trouble);
void nsm_data_mapping_open_format (NsmDataMapping *self);
void nsm_data_mapping_focus_look (NsmDataMapping *self);

G_END_DECLS
