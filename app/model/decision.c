/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/decision.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SELF NsmRejection
static const NsmField rejection_fields[] = {
  NSM_REFERENCE (candidate, N_("Candidate"), nsm_candidate_get_type, NSM_FIELD_IDENTITY),
  NSM_AREA (reason, N_("Why not this one"), NSM_FIELD_REQUIRED),
  NSM_LINE (basis, N_("Drafted from"), 0),
  NSM_FLAG (kept, N_("Kept by a person")),
};
#undef SELF

NSM_DEFINE_ROW (NsmRejection, nsm_rejection, rejection_fields, N_("Reason against"))

#define SELF NsmDecision
static const NsmField decision_fields[] = {
  NSM_REFERENCE (chosen, N_("Our North Star Metric"), nsm_candidate_get_type, NSM_FIELD_REQUIRED),
  NSM_AREA (why, N_("Why this one"), NSM_FIELD_REQUIRED),
  NSM_AREA (captures, N_("What it captures"), 0),
  NSM_AREA (misses, N_("What it misses"), 0),
  NSM_AREA (compensation, N_("Which inputs make up for that"), 0),
  NSM_CHOICE (review_outcome, N_("The metric we had"), nsm_review_outcome_get_type, 0),
  NSM_LIST_OF (rejections, N_("Why not the others"), nsm_rejection_get_type, 0),
};
#undef SELF

NSM_DEFINE_ROW (NsmDecision, nsm_decision, decision_fields, N_("Decision"))
