/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/choices.h"
#include "model/participant.h"
#include "record/list.h"
#include "record/record.h"

G_BEGIN_DECLS

/* Who stands behind it, until when, and what happens next. */

#define NSM_TYPE_SIGN_OFF (nsm_sign_off_get_type ())
G_DECLARE_FINAL_TYPE (NsmSignOff, nsm_sign_off, NSM, SIGN_OFF, NsmRecord)

struct _NsmSignOff
{
  NsmRecord parent_instance;

  char *participant;
  char *who;
  NsmFunction function;
  NsmPosition position;
  char *statement;
  char *date;
};

#define NSM_TYPE_OBJECTION (nsm_objection_get_type ())
G_DECLARE_FINAL_TYPE (NsmObjection, nsm_objection, NSM, OBJECTION, NsmRecord)

struct _NsmObjection
{
  NsmRecord parent_instance;

  char *objection;
  char *who;
  char *answer;
};

#define NSM_TYPE_TRIGGER (nsm_trigger_get_type ())
G_DECLARE_FINAL_TYPE (NsmTrigger, nsm_trigger, NSM, TRIGGER, NsmRecord)

struct _NsmTrigger
{
  NsmRecord parent_instance;

  char *sign;
  char *watch;
};

#define NSM_TYPE_NEXT_STEP (nsm_next_step_get_type ())
G_DECLARE_FINAL_TYPE (NsmNextStep, nsm_next_step, NSM, NEXT_STEP, NsmRecord)

struct _NsmNextStep
{
  NsmRecord parent_instance;

  char *what;
  char *who;
  char *due;
  gboolean done;
};

#define NSM_TYPE_COMMITMENT (nsm_commitment_get_type ())
G_DECLARE_FINAL_TYPE (NsmCommitment, nsm_commitment, NSM, COMMITMENT, NsmRecord)

struct _NsmCommitment
{
  NsmRecord parent_instance;

  NsmList *sign_offs;
  NsmList *objections;
  char *revenue_answer;
  char *revenue_split;
  double review_months;
  char *decided_on;
  char *review_on;
  NsmList *triggers;
  NsmList *next_steps;
};

G_END_DECLS
