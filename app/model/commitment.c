/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/commitment.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SELF NsmSignOff
static const NsmField sign_off_fields[] = {
  NSM_REFERENCE (participant, N_("Who"), nsm_participant_get_type, NSM_FIELD_IDENTITY),
  NSM_LINE (who, N_("Who else"), 0),
  NSM_CHOICE (function, N_("Function"), nsm_function_get_type, 0),
  NSM_CHOICE (position, N_("Position"), nsm_position_get_type, 0),
  NSM_AREA (statement, N_("In words"), 0),
  NSM_DATE (date, N_("Date"), 0),
};
#undef SELF

NSM_DEFINE_ROW (NsmSignOff, nsm_sign_off, sign_off_fields, N_("Sign-off"))

#define SELF NsmObjection
static const NsmField objection_fields[] = {
  NSM_LINE (objection, N_("Objection"), NSM_FIELD_IDENTITY | NSM_FIELD_REQUIRED),
  NSM_LINE (who, N_("Raised by"), 0),
  NSM_AREA (answer, N_("Our answer"), 0),
};
#undef SELF

NSM_DEFINE_ROW (NsmObjection, nsm_objection, objection_fields, N_("Objection"))

#define SELF NsmTrigger
static const NsmField trigger_fields[] = {
  NSM_LINE (sign, N_("Sign of a wrong metric"), NSM_FIELD_IDENTITY | NSM_FIELD_REQUIRED),
  NSM_LINE (watch, N_("Where we would see it"), 0),
};
#undef SELF

NSM_DEFINE_ROW (NsmTrigger, nsm_trigger, trigger_fields, N_("Trigger"))

#define SELF NsmNextStep
static const NsmField next_step_fields[] = {
  NSM_LINE (what, N_("What"), NSM_FIELD_IDENTITY | NSM_FIELD_REQUIRED),
  NSM_LINE (who, N_("Who"), 0),
  NSM_DATE (due, N_("By"), 0),
  NSM_FLAG (done, N_("Done")),
};
#undef SELF

NSM_DEFINE_ROW (NsmNextStep, nsm_next_step, next_step_fields, N_("Next step"))

#define SELF NsmCommitment
static const NsmField commitment_fields[] = {
  NSM_LIST_OF (sign_offs, N_("Sign-offs"), nsm_sign_off_get_type, 0),
  NSM_LIST_OF (objections, N_("Objections"), nsm_objection_get_type, 0),
  NSM_AREA (revenue_answer, N_("“But what about revenue?”"), 0),
  NSM_LINE (revenue_split, N_("If short-term revenue pulls the other way"), 0),
  NSM_OPTIONAL (review_months, N_("Review after, in months"), 1, 60),
  NSM_DATE (decided_on, N_("Decided on"), 0),
  NSM_DATE (review_on, N_("Review on"), 0),
  NSM_LIST_OF (triggers, N_("What would make us look again sooner"), nsm_trigger_get_type, 0),
  NSM_LIST_OF (next_steps, N_("Next steps"), nsm_next_step_get_type, 0),
};
#undef SELF

NSM_DEFINE_ROW (NsmCommitment, nsm_commitment, commitment_fields, N_("Commitment"))
