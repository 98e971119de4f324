/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/choices.h"
#include "model/metric.h"
#include "record/list.h"
#include "record/record.h"

G_BEGIN_DECLS

/* Which one, why, and why not the others. */

#define NSM_TYPE_REJECTION (nsm_rejection_get_type ())
G_DECLARE_FINAL_TYPE (NsmRejection, nsm_rejection, NSM, REJECTION, NsmRecord)

struct _NsmRejection
{
  NsmRecord parent_instance;

  char *candidate;
  char *reason;
  char *basis;
  gboolean kept;
};

#define NSM_TYPE_DECISION (nsm_decision_get_type ())
G_DECLARE_FINAL_TYPE (NsmDecision, nsm_decision, NSM, DECISION, NsmRecord)

struct _NsmDecision
{
  NsmRecord parent_instance;

  char *chosen;
  char *why;
  char *captures;
  char *misses;
  char *compensation;
  NsmReviewOutcome review_outcome;
  NsmList *rejections;
};

G_END_DECLS
