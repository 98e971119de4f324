/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/definition.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SELF NsmTerm
static const NsmField term_fields[] = {
  NSM_LINE (term, N_("Term"), NSM_FIELD_IDENTITY | NSM_FIELD_REQUIRED),
  NSM_AREA (meaning, N_("Meaning"), NSM_FIELD_REQUIRED),
};
#undef SELF

NSM_DEFINE_ROW (NsmTerm, nsm_term, term_fields, N_("Term"))

#define SELF NsmSource
static const NsmField source_fields[] = {
  NSM_LINE (name, N_("Source"), NSM_FIELD_IDENTITY | NSM_FIELD_REQUIRED),
  NSM_LINE (description, N_("What is taken from it"), 0),
};
#undef SELF

NSM_DEFINE_ROW (NsmSource, nsm_source, source_fields, N_("Data source"))

#define SELF NsmCondition
static const NsmField condition_fields[] = {
  NSM_AREA (condition, N_("Condition"), NSM_FIELD_IDENTITY | NSM_FIELD_REQUIRED),
};
#undef SELF

NSM_DEFINE_ROW (NsmCondition, nsm_condition, condition_fields, N_("Boundary condition"))

#define SELF NsmExample
static const NsmField example_fields[] = {
  NSM_LINE (example, N_("Example"), NSM_FIELD_IDENTITY | NSM_FIELD_REQUIRED),
  NSM_FLAG (counts, N_("Counts")),
  NSM_LINE (reason, N_("Because"), 0),
};
#undef SELF

NSM_DEFINE_ROW (NsmExample, nsm_example, example_fields, N_("Example"))

#define SELF NsmFeedback
static const NsmField feedback_fields[] = {
  NSM_REFERENCE (participant, N_("Who"), nsm_participant_get_type, NSM_FIELD_IDENTITY),
  NSM_LINE (who, N_("Who else"), 0),
  NSM_CHOICE (state, N_("Answer"), nsm_feedback_state_get_type, 0),
  NSM_AREA (text, N_("In words"), 0),
  NSM_AREA (reply, N_("What we did about it"), 0),
};
#undef SELF

NSM_DEFINE_ROW (NsmFeedback, nsm_feedback, feedback_fields, N_("Feedback"))

#define SELF NsmDefinition
static const NsmField definition_fields[] = {
  NSM_AREA (formula, N_("Exact formula"), NSM_FIELD_REQUIRED),
  NSM_LIST_OF (terms, N_("Terms"), nsm_term_get_type, 0),
  NSM_LIST_OF (sources, N_("Data sources"), nsm_source_get_type, 0),
  NSM_CHOICE (cadence, N_("Measured"), nsm_cadence_get_type, 0),
  NSM_AREA (segments, N_("Segments and filters"), 0),
  NSM_LIST_OF (conditions, N_("Boundary conditions"), nsm_condition_get_type, 0),
  NSM_LIST_OF (examples, N_("What counts and what doesn’t"), nsm_example_get_type, 0),
  NSM_LINE (owner, N_("Owner"), NSM_FIELD_REQUIRED),
  NSM_OPTIONAL (baseline, N_("Baseline"), -G_MAXDOUBLE, G_MAXDOUBLE),
  NSM_DATE (baseline_date, N_("Baseline of"), 0),
  NSM_LINE (baseline_note, N_("About the baseline"), 0),
  NSM_AREA (limits, N_("Known limits"), 0),
  NSM_LIST_OF (feedback, N_("Asked for a look"), nsm_feedback_get_type, 0),
};
#undef SELF

NSM_DEFINE_ROW (NsmDefinition, nsm_definition, definition_fields, N_("Definition"))
