/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/stress.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SELF NsmStressResult
static const NsmField stress_result_fields[] = {
  NSM_REFERENCE (candidate, N_("Candidate"), nsm_candidate_get_type, NSM_FIELD_IDENTITY),
  NSM_CHOICE (test, N_("Thought experiment"), nsm_stress_test_get_type, 0),
  NSM_CHOICE (verdict, N_("Verdict"), nsm_verdict_get_type, 0),
  NSM_AREA (scenario, N_("What could happen"), 0),
  NSM_AREA (mitigation, N_("What we do about it"), 0),
  NSM_REFERENCE (counter_metric, N_("Counter-metric"), nsm_metric_get_type, 0),
  NSM_AREA (lone_answer, N_("Answer to a lone “fails”"), 0),
};
#undef SELF

NSM_DEFINE_ROW (NsmStressResult, nsm_stress_result, stress_result_fields, N_("Stress test"))
