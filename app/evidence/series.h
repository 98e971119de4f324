/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "evidence/pulse.h"
#include "evidence/run.h"

G_BEGIN_DECLS

/* Values by period. Arrays are by number of the period since the first one; NAN is a gap. */

/* The period of each row, from 0; NSM_NO_PERIOD without a date. */
#define NSM_NO_PERIOD G_MAXUINT32

typedef struct
{
  NsmWindow window;
  int first;       /* number of the first period in the calendar */
  guint n;         /* periods from the first to the last */
  guint32 *of_row; /* n_rows */
} NsmPeriods;

NsmDates nsm_dates_find (const double *days, const guint8 *groups, gsize n_rows, NsmWindow *window);
NsmPeriods *nsm_periods_new (const double *days, gsize n_rows, NsmWindow window);
void nsm_periods_free (NsmPeriods *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NsmPeriods, nsm_periods_free)

gboolean nsm_periods_average (const NsmPeriods *self, const double *values, gsize start, gsize end,
                              double *means, gsize *counts, NsmPulse *pulse);

double nsm_series_get_noise (const double *means, guint n);
double nsm_series_get_reaction (const double *means, guint n, int changed_in);
void nsm_series_take_changes (const double *means, guint n, double *changes);

G_END_DECLS
