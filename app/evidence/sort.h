/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "evidence/pulse.h"

G_BEGIN_DECLS

/* An entry to sort: the upper half is a key, the lower half the number of a row. */
typedef guint64 NsmEntry64;

#define NSM_ENTRY(key, row) ((NsmEntry64) (key) << 32 | (row))
#define NSM_ENTRY_KEY(entry) ((guint32) ((entry) >> 32))
#define NSM_ENTRY_ROW(entry) ((guint32) (entry))

gboolean nsm_sort_entries (NsmEntry64 *entries, NsmEntry64 *spare, gsize n, NsmPulse *pulse);
gboolean nsm_sort_rows (const double *values, NsmEntry64 *entries, NsmEntry64 *spare, gsize n,
                        NsmPulse *pulse);

G_END_DECLS
