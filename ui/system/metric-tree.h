/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/workshop.h"

G_BEGIN_DECLS

/* The metric system as a picture: the business KPI above the North Star, the
 * inputs below it, the kind of each link said on it. Solid lines are
 * structural, dashed ones correlated. Lays itself out in as many rows as the
 * width asks for. Inputs move by dragging, or with Alt and the arrow keys. */

#define NSM_TYPE_METRIC_TREE (nsm_metric_tree_get_type ())
G_DECLARE_FINAL_TYPE (NsmMetricTree, nsm_metric_tree, NSM, METRIC_TREE, GtkWidget)

void nsm_metric_tree_set_workshop (NsmMetricTree *self, NsmWorkshop *workshop);
void nsm_metric_tree_refresh (NsmMetricTree *self);
void nsm_metric_tree_pick (NsmMetricTree *self, NsmRecord *record);

G_END_DECLS
