/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "evidence/dataset.h"

G_BEGIN_DECLS

/* What is remembered of the files that were looked at while the program runs, and is never
 * written anywhere: where a file lies, and the points of its scatter plots. */

#define NSM_TYPE_LOOK_MEMORY (nsm_look_memory_get_type ())
G_DECLARE_FINAL_TYPE (NsmLookMemory, nsm_look_memory, NSM, LOOK_MEMORY, GObject)

NsmLookMemory *nsm_look_memory_new (void);

void nsm_look_memory_add (NsmLookMemory *self, NsmDataset *dataset, GFile *file, NsmLook *look);
GFile *nsm_look_memory_get_file (NsmLookMemory *self, NsmDataset *dataset);
GArray *nsm_look_memory_get_points (NsmLookMemory *self, NsmEvidence *result);

G_END_DECLS
