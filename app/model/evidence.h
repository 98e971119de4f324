/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/choices.h"
#include "model/metric.h"
#include "model/participant.h"
#include "record/list.h"
#include "record/record.h"

G_BEGIN_DECLS

/* Results of looking at data, typed in or computed. */

#define NSM_TYPE_EVIDENCE (nsm_evidence_get_type ())
G_DECLARE_FINAL_TYPE (NsmEvidence, nsm_evidence, NSM, EVIDENCE, NsmRecord)

struct _NsmEvidence
{
  NsmRecord parent_instance;

  char *candidate;
  NsmOutcome outcome;
  char *outcome_name;
  NsmMethod method;
  double coefficient;
  double low;
  double high;
  double rows;
  double lag_months;
  gboolean overlaps;
  char *segment;
  char *finding;
  char *source;
  char *date;
};

char *nsm_coefficient_dup_text (double value);

G_END_DECLS
