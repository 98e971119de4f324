/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NSM_STAR_ALL 0x3ff

/**
 * The star of ten facets, one for each of the steps 1 to 10, clockwise from
 * the top; a facet is lit when its bit in `facets` is set. `pixel-size` is 32.
 */

#define NSM_TYPE_STAR (nsm_star_get_type ())
G_DECLARE_FINAL_TYPE (NsmStar, nsm_star, NSM, STAR, GtkWidget)

GtkWidget *nsm_star_new (int pixel_size);

guint nsm_star_get_facets (NsmStar *self);
void nsm_star_set_facets (NsmStar *self, guint facets);

G_END_DECLS
