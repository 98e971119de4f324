/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "evidence/look-memory.h"

G_BEGIN_DECLS

/* A file that was looked at: what was read of it and how, and what changed since the one
 * before it.
 * Signals: "newer", "change", "remove": somebody wants to read a newer file, to read this one
 * in another way, to take it away; "another": to open another beside it. */

#define NSM_TYPE_DATASET_CARD (nsm_dataset_card_get_type ())
G_DECLARE_FINAL_TYPE (NsmDatasetCard, nsm_dataset_card, NSM, DATASET_CARD, AdwBin)

GtkWidget *nsm_dataset_card_new (NsmDataset *dataset);
NsmDataset *nsm_dataset_card_get_dataset (NsmDatasetCard *self);
void nsm_dataset_card_refresh (NsmDatasetCard *self, NsmLookMemory *memory, gboolean read_only,
                               gboolean is_last);
gboolean nsm_dataset_card_focus (NsmDatasetCard *self, NsmRecord *record);

G_END_DECLS
