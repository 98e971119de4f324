/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/value.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SELF NsmInterview
static const NsmField interview_fields[] = {
  NSM_LINE (who, N_("Who"), NSM_FIELD_IDENTITY | NSM_FIELD_REQUIRED),
  NSM_DATE (date, N_("Date"), 0),
  NSM_AREA (quote, N_("When did it feel worth paying for?"), 0),
  NSM_LINE (pattern, N_("What it has in common with others"), 0),
};
#undef SELF

NSM_DEFINE_ROW (NsmInterview, nsm_interview, interview_fields, N_("Customer interview"))

#define SELF NsmJourneyStage
static const NsmField journey_stage_fields[] = {
  NSM_LINE (name, N_("Stage"), NSM_FIELD_IDENTITY | NSM_FIELD_REQUIRED),
  NSM_AREA (note, N_("What happens"), 0),
};
#undef SELF

NSM_DEFINE_RECORD (NsmJourneyStage, nsm_journey_stage, journey_stage_fields, N_("Stage of the journey"))

#define SELF NsmValueMoment
static const NsmField value_moment_fields[] = {
  NSM_LINE (name, N_("Value moment"), NSM_FIELD_IDENTITY | NSM_FIELD_REQUIRED),
  NSM_REFERENCE (stage, N_("Where on the journey"), nsm_journey_stage_get_type, 0),
  NSM_AREA (why, N_("Why this is value received"), 0),
};
#undef SELF

NSM_DEFINE_RECORD (NsmValueMoment, nsm_value_moment, value_moment_fields, N_("Value moment"))

#define SELF NsmValue
static const NsmField value_fields[] = {
  NSM_AREA (proposition, N_("Value proposition, as an outcome"), NSM_FIELD_REQUIRED),
  NSM_LINE (situation, N_("When"), 0),
  NSM_LINE (outcome, N_("Customers hire us to"), 0),
  NSM_LINE (benefit, N_("So that they can"), 0),
  NSM_LIST_OF (interviews, N_("Customer interviews"), nsm_interview_get_type, 0),
  NSM_LIST_OF (journey, N_("The customer’s journey"), nsm_journey_stage_get_type, 0),
  NSM_LIST_OF (moments, N_("Value moments, most direct first"), nsm_value_moment_get_type, 0),
  NSM_AREA (churned, N_("What customers who left did not do"), 0),
};
#undef SELF

NSM_DEFINE_ROW (NsmValue, nsm_value, value_fields, N_("Value"))
