/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/workshop.h"

G_BEGIN_DECLS

/* Metrics in the roles that the metric system gives them. Each function is one
 * step of the history. */

NsmInput *nsm_workshop_add_input (NsmWorkshop *workshop);
void nsm_workshop_remove_input (NsmWorkshop *workshop, NsmInput *input);
NsmMetric *nsm_workshop_ensure_kpi (NsmWorkshop *workshop);
NsmMetric *nsm_workshop_get_kpi (NsmWorkshop *workshop);
NsmMetric *nsm_input_get_metric (NsmInput *input);
NsmCounterMetric *nsm_workshop_add_counter_metric (NsmWorkshop *workshop, const char *name,
                                                   const char *guards);
void nsm_workshop_remove_counter_metric (NsmWorkshop *workshop, NsmCounterMetric *counter);

G_END_DECLS
