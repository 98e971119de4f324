/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How many gave which mark: five bars with their counts. */

#define NSM_TYPE_HISTOGRAM (nsm_histogram_get_type ())
G_DECLARE_FINAL_TYPE (NsmHistogram, nsm_histogram, NSM, HISTOGRAM, GtkWidget)

GtkWidget *nsm_histogram_new (int width, int height);
void nsm_histogram_set_voices (NsmHistogram *self, GPtrArray *voices);
guint nsm_histogram_get_count (NsmHistogram *self, guint mark);

G_END_DECLS
