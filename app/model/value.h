/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/choices.h"
#include "record/list.h"
#include "record/record.h"

G_BEGIN_DECLS

/* What customers get, and when they get it. */

#define NSM_TYPE_INTERVIEW (nsm_interview_get_type ())
G_DECLARE_FINAL_TYPE (NsmInterview, nsm_interview, NSM, INTERVIEW, NsmRecord)

struct _NsmInterview
{
  NsmRecord parent_instance;

  char *who;
  char *date;
  char *quote;
  char *pattern;
};

#define NSM_TYPE_JOURNEY_STAGE (nsm_journey_stage_get_type ())
G_DECLARE_FINAL_TYPE (NsmJourneyStage, nsm_journey_stage, NSM, JOURNEY_STAGE, NsmRecord)

struct _NsmJourneyStage
{
  NsmRecord parent_instance;

  char *name;
  char *note;
};

#define NSM_TYPE_VALUE_MOMENT (nsm_value_moment_get_type ())
G_DECLARE_FINAL_TYPE (NsmValueMoment, nsm_value_moment, NSM, VALUE_MOMENT, NsmRecord)

struct _NsmValueMoment
{
  NsmRecord parent_instance;

  char *name;
  char *stage;
  char *why;
};

#define NSM_TYPE_VALUE (nsm_value_get_type ())
G_DECLARE_FINAL_TYPE (NsmValue, nsm_value, NSM, VALUE, NsmRecord)

struct _NsmValue
{
  NsmRecord parent_instance;

  char *proposition;
  char *situation;
  char *outcome;
  char *benefit;
  NsmList *interviews;
  NsmList *journey;
  NsmList *moments;
  char *churned;
};

G_END_DECLS
