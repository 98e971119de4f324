/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "evidence/run.h"
#include "model/workshop.h"

G_BEGIN_DECLS

/* A file of data in a workshop: guessed, looked at, kept. */

/* What is shown and asked before a file is looked at: a dataset that isn't in a workshop. */
NsmDataset *nsm_dataset_guess (NsmWorkshop *workshop, const char *file_name, NsmCsvPeek *peek);
void nsm_dataset_take_over (NsmDataset *self, NsmDataset *earlier); /* roles, timing, by column names */
NsmCsvFormat nsm_dataset_get_format (NsmDataset *self);
void nsm_dataset_set_format (NsmDataset *self, const NsmCsvFormat *format);
NsmColumn *nsm_dataset_find_column (NsmDataset *self, const char *name);
NsmColumn *nsm_dataset_find_role (NsmDataset *self, NsmColumnRole role);
char *nsm_dataset_dup_obstacle (NsmDataset *self); /* why it can't be looked at yet, or NULL */

/* Do the columns' times overlap? */
typedef enum
{
  NSM_OVERLAP_UNSAID,
  NSM_OVERLAP_NONE,
  NSM_OVERLAP_SOME,
} NsmOverlap;
NsmOverlap nsm_columns_get_overlap (NsmColumn *candidate, NsmColumn *outcome);

/* One look at a file, from reading to figures, in a thread; progress is told on the caller's. */
typedef struct _NsmLook NsmLook;
void nsm_dataset_look_async (NsmDataset *dataset, GFile *file, NsmTableProgress progress,
                             gpointer progress_data, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data);
NsmLook *nsm_dataset_look_finish (GAsyncResult *result, GError **error);
NsmLook *nsm_dataset_look (NsmDataset *dataset, GFile *file, GCancellable *cancellable, GError **error);
NsmStudy *nsm_look_get_study (NsmLook *look); /* (transfer none) */
NsmTable *nsm_look_get_table (NsmLook *look); /* (transfer none) */
GPtrArray *nsm_look_dup_problems (NsmLook *look); /* (transfer full): char *: rows and cells left out */
void nsm_look_free (NsmLook *look);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NsmLook, nsm_look_free)

/* Puts the results into the workshop, in one undo step: @dataset itself if it is new, else the
 * results of @replaces are replaced and their coefficients kept as the earlier ones. */
NsmDataset *nsm_workshop_keep_look (NsmWorkshop *workshop, NsmDataset *dataset, NsmLook *look,
                                    NsmDataset *replaces);
void nsm_workshop_remove_dataset (NsmWorkshop *workshop, NsmDataset *dataset);
/* After the timing of a column was changed: which results are no evidence; part of that undo step. */
void nsm_dataset_check_overlaps (NsmDataset *self);

G_END_DECLS
