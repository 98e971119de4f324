/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/system.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SELF NsmInput
static const NsmField input_fields[] = {
  NSM_REFERENCE (metric, N_("Metric"), nsm_metric_get_type, NSM_FIELD_IDENTITY | NSM_FIELD_REQUIRED),
  NSM_CHOICE (dimension, N_("Dimension"), nsm_dimension_get_type, 0),
  NSM_AREA (why, N_("What it measures and why it matters"), 0),
  NSM_LINE (owner, N_("Owned by the team"), 0),
  NSM_CHOICE (link, N_("How it drives the North Star"), nsm_link_get_type, 0),
  NSM_CHOICE (leverage, N_("Leverage"), nsm_level_get_type, 0),
  NSM_AREA (first_steps, N_("What would move it"), 0),
};
#undef SELF

NSM_DEFINE_RECORD (NsmInput, nsm_input, input_fields, N_("Input metric"))

#define SELF NsmCounterMetric
static const NsmField counter_metric_fields[] = {
  NSM_REFERENCE (metric, N_("Metric"), nsm_metric_get_type, NSM_FIELD_IDENTITY | NSM_FIELD_REQUIRED),
  NSM_LINE (guards, N_("Guards against"), 0),
};
#undef SELF

NSM_DEFINE_ROW (NsmCounterMetric, nsm_counter_metric, counter_metric_fields, N_("Counter-metric"))

#define SELF NsmWeakness
static const NsmField weakness_fields[] = {
  NSM_LINE (weakness, N_("Weakness"), NSM_FIELD_IDENTITY | NSM_FIELD_REQUIRED),
  NSM_LINE (action, N_("What we do about it"), 0),
  NSM_LINE (owner, N_("Who"), 0),
};
#undef SELF

NSM_DEFINE_ROW (NsmWeakness, nsm_weakness, weakness_fields, N_("Weakness"))

#define SELF NsmSystem
static const NsmField system_fields[] = {
  NSM_REFERENCE (kpi, N_("Business KPI"), nsm_metric_get_type, NSM_FIELD_REQUIRED),
  NSM_CHOICE (kpi_link, N_("How it hangs on the North Star"), nsm_link_get_type, 0),
  NSM_AREA (kpi_why, N_("In words"), 0),
  NSM_LIST_OF (inputs, N_("Input metrics"), nsm_input_get_type, 0),
  NSM_LIST_OF (counter_metrics, N_("Counter-metrics"), nsm_counter_metric_get_type, 0),
  NSM_CHOICE (inputs_move, N_("All inputs up: does the North Star go up?"), nsm_answer_state_get_type, 0),
  NSM_LINE (inputs_move_why, N_("Why"), 0),
  NSM_CHOICE (kpi_follows, N_("North Star up: does the business KPI follow?"), nsm_answer_state_get_type, 0),
  NSM_LINE (kpi_follows_why, N_("Why"), 0),
  NSM_CHOICE (gaps, N_("Is something that customers value not measured?"), nsm_answer_state_get_type, 0),
  NSM_LINE (gaps_why, N_("What"), 0),
  NSM_CHOICE (conflicts, N_("Could raising one input hurt another?"), nsm_answer_state_get_type, 0),
  NSM_LINE (conflicts_why, N_("Which"), 0),
  NSM_LIST_OF (weaknesses, N_("Weaknesses"), nsm_weakness_get_type, 0),
};
#undef SELF

NSM_DEFINE_ROW (NsmSystem, nsm_system, system_fields, N_("Metric system"))
