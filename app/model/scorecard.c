/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/scorecard.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SELF NsmCriterion
static const NsmField criterion_fields[] = {
  NSM_LINE (name, N_("Criterion"), NSM_FIELD_IDENTITY | NSM_FIELD_REQUIRED),
  NSM_LINE (question, N_("Question"), 0),
  NSM_LINE (anchor_low, N_("What 1 means"), 0),
  NSM_LINE (anchor_middle, N_("What 3 means"), 0),
  NSM_LINE (anchor_high, N_("What 5 means"), 0),
  NSM_NUMBER (weight, N_("Weight"), 0, 100, 1, 0),
};
#undef SELF

NSM_DEFINE_RECORD (NsmCriterion, nsm_criterion, criterion_fields, N_("Criterion"))

#define SELF NsmScorecard
static const NsmField scorecard_fields[] = {
  NSM_CHOICE (kind, N_("Scorecard"), nsm_scorecard_kind_get_type, 0),
  NSM_LIST_OF (criteria, N_("Criteria"), nsm_criterion_get_type, 0),
};
#undef SELF

NSM_DEFINE_ROW (NsmScorecard, nsm_scorecard, scorecard_fields, N_("Scorecard"))
