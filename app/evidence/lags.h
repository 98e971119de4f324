/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "evidence/run.h"

G_BEGIN_DECLS

#define NSM_MOST_LAG 12

/* The candidate now and the outcome later. */
typedef struct
{
  GArray *lags; /* NsmPairLag */
  double best;  /* the lag of the largest |r|; NAN without any */
  double p;     /* of so large an |r| at any of the lags, by chance alone; NAN */
} NsmLags;

void nsm_lags_init (NsmLags *self, const double *x, const double *y, guint n);
double nsm_lags_get_r (const double *x, const double *y, guint n, guint lag, gsize *rows);

G_END_DECLS
