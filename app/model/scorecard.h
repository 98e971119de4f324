/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/choices.h"
#include "record/list.h"
#include "record/record.h"

G_BEGIN_DECLS

/* The criteria that candidates are scored against, as data. */

#define NSM_TYPE_CRITERION (nsm_criterion_get_type ())
G_DECLARE_FINAL_TYPE (NsmCriterion, nsm_criterion, NSM, CRITERION, NsmRecord)

struct _NsmCriterion
{
  NsmRecord parent_instance;

  char *name;
  char *question;
  char *anchor_low;
  char *anchor_middle;
  char *anchor_high;
  double weight;
};

#define NSM_TYPE_SCORECARD (nsm_scorecard_get_type ())
G_DECLARE_FINAL_TYPE (NsmScorecard, nsm_scorecard, NSM, SCORECARD, NsmRecord)

struct _NsmScorecard
{
  NsmRecord parent_instance;

  NsmScorecardKind kind;
  NsmList *criteria;
};

G_END_DECLS
