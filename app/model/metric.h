/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/choices.h"
#include "model/value.h"
#include "record/list.h"
#include "record/record.h"

G_BEGIN_DECLS

/* One record for a metric, whatever roles it plays: candidate, input, counter-metric, business KPI. */

#define NSM_TYPE_METRIC (nsm_metric_get_type ())
G_DECLARE_FINAL_TYPE (NsmMetric, nsm_metric, NSM, METRIC, NsmRecord)

struct _NsmMetric
{
  NsmRecord parent_instance;

  char *name;
  NsmMeasure measure;
  char *unit;
  NsmWindow window;
  char *statement;
  char *note;
};

#define NSM_TYPE_CANDIDATE (nsm_candidate_get_type ())
G_DECLARE_FINAL_TYPE (NsmCandidate, nsm_candidate, NSM, CANDIDATE, NsmRecord)

struct _NsmCandidate
{
  NsmRecord parent_instance;

  char *metric;
  NsmCandidateKind kind;
  char *moment;
  char *value_captured;
  char *why_leading;
  gboolean breadth;
  gboolean depth;
  gboolean frequency;
  NsmClause more_value;
  char *more_value_why;
  NsmClause business_grows;
  char *business_grows_why;
  char *why_bad;
  gboolean existing;
  char *instrument_plan;
  NsmStanding standing;
  char *eliminated_why;
  char *refines;
  double version;
  char *refined_why;
  NsmEvidenceVerdict evidence_verdict;
  char *evidence_why;
  double noise;
  double react_months;
};

char *nsm_metric_dup_title (NsmMetric *self);
char *nsm_metric_dup_sentence (NsmMetric *self);
NsmMetric *nsm_candidate_get_metric (NsmCandidate *self);
char *nsm_candidate_dup_title (NsmCandidate *self);

G_END_DECLS
