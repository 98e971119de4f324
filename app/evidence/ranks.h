/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "evidence/pulse.h"

G_BEGIN_DECLS

/* Ranks, sorted once a column: each row gets the number of its value among the distinct
 * values, ascending. Ranks of any part of the rows are then counts, without another sort. */

/* More rows than this have ranks beyond 32 bits. */
#define NSM_MOST_ROWS ((gsize) 1 << 30)

typedef struct
{
  gsize n;
  guint32 *codes; /* n; n_distinct is missing */
  double *values; /* n_distinct, ascending */
  guint32 n_distinct;
} NsmCodes;

NsmCodes *nsm_codes_new (const double *values, gsize n, NsmPulse *pulse);
void nsm_codes_free (NsmCodes *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NsmCodes, nsm_codes_free)

/* Mid-ranks are held as twice their distance from the middle, 2 R − (n + 1): whole numbers,
 * whose sums of products are exact. 0 is missing, which then adds nothing. */
__extension__ typedef __int128 NsmWhole;

gsize nsm_rank (const NsmCodes *self, const NsmCodes *other, gsize start, gsize n, guint32 *scratch,
                gint32 *ranks, NsmWhole *squares, NsmPulse *pulse);
NsmWhole nsm_ranks_multiply (const gint32 *a, const gint32 *b, gsize n, NsmPulse *pulse);
double nsm_ranks_get_rho (NsmWhole products, NsmWhole squares_a, NsmWhole squares_b);

double nsm_spearman (const double *x, const double *y, gsize n);

G_END_DECLS
