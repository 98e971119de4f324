/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "evidence/ranks.h"
#include "evidence/run.h"

G_BEGIN_DECLS

/* What figures need of one pair of columns, in stretches of at least NSM_BIN_ROWS rows. */

/* How often each distinct value occurs among the rows that have the other value, too. */
guint32 *nsm_codes_count (const NsmCodes *self, const NsmCodes *other, NsmPulse *pulse);

GArray *nsm_bins_new (const NsmCodes *codes, const guint32 *counts, const double *x,
                      const double *y, gboolean truth, NsmPulse *pulse);
GArray *nsm_grid_new (const NsmCodes *x, const guint32 *counts_x, const NsmCodes *y,
                      const guint32 *counts_y, NsmPulse *pulse);
GArray *nsm_thresholds_new (const NsmCodes *x, const guint32 *counts, const NsmCodes *y,
                            NsmPulse *pulse);

double nsm_phi (double a, double b, double c, double d);

/* The roundest number from @low to below @high, and above @low to @high. */
double nsm_round_edge (double low, double high);
double nsm_round_threshold (double low, double high);

G_END_DECLS
