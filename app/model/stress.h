/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/choices.h"
#include "model/metric.h"
#include "record/list.h"
#include "record/record.h"

G_BEGIN_DECLS

/* What happened when the team tried to break a candidate. */

#define NSM_TYPE_STRESS_RESULT (nsm_stress_result_get_type ())
G_DECLARE_FINAL_TYPE (NsmStressResult, nsm_stress_result, NSM, STRESS_RESULT, NsmRecord)

struct _NsmStressResult
{
  NsmRecord parent_instance;

  char *candidate;
  NsmStressTest test;
  NsmVerdict verdict;
  char *scenario;
  char *mitigation;
  char *counter_metric;
  char *lone_answer;
};

G_END_DECLS
