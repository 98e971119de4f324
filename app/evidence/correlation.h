/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Pearson's r, and intervals. In all arrays NAN is a missing value. */

/* Sums over the rows that have both values, as deviations from their means. */
typedef struct
{
  gsize n;
  gsize n_x; /* rows with x, whether or not they have y */
  gsize n_y;
  long double mean_x, mean_y;
  long double sxx, syy, sxy;
  double min_x, max_x, min_y, max_y;
} NsmMoments;

void nsm_moments_init (NsmMoments *self);
void nsm_moments_add (NsmMoments *self, const double *x, const double *y, gsize n);
void nsm_moments_merge (NsmMoments *self, const NsmMoments *other);
double nsm_moments_get_r (const NsmMoments *self);

double nsm_pearson (const double *x, const double *y, gsize n);
void nsm_fisher_interval (double r, gsize n, double *low, double *high);
void nsm_wilson_interval (double share, double n, double *low, double *high);
void nsm_mean_interval (double mean, double deviation, double n, double *low, double *high);

G_END_DECLS
