/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "evidence/table.h"

G_BEGIN_DECLS

/* Goes through a whole file without keeping a value of it: how many rows it has, and which
 * are kept out. */

void nsm_data_check_async (GFile *file, const NsmCsvFormat *format, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data);
NsmTable *nsm_data_check_finish (GAsyncResult *result, GError **error);
char *nsm_data_check_dup_notes (NsmTable *checked);

G_END_DECLS
