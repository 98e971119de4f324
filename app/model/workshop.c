/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/workshop.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SELF NsmWorkshop
static const NsmField workshop_fields[] = {
  NSM_LINE (identity, N_("Identity"), NSM_FIELD_UNRECORDED),
  NSM_LINE (title, N_("Name of the workshop"), NSM_FIELD_IDENTITY | NSM_FIELD_REQUIRED),
  NSM_CHOICE (purpose, N_("What we want to do"), nsm_purpose_get_type, 0),
  NSM_CHOICE (mode, N_("Mode"), nsm_mode_get_type, 0),
  NSM_LINE (author, N_("Author"), 0),
  NSM_DATE (date, N_("Date"), 0),
  NSM_LINE (product, N_("Product"), NSM_FIELD_REQUIRED),
  NSM_AREA (description, N_("What the product does"), 0),
  NSM_AREA (business_model, N_("Business model"), 0),
  NSM_AREA (current_metrics, N_("Metrics we look at today"), 0),
  NSM_AREA (direction, N_("Where the product goes in two to three years"), 0),
  NSM_LINE (product_line, N_("Product line"), 0),
  NSM_CHOICE (stage, N_("Stage"), nsm_stage_get_type, 0),
  NSM_CHOICE (privacy, N_("Names in private rounds"), nsm_privacy_get_type, 0),
  NSM_AREA (notes, N_("Notes about this file"), 0),
  NSM_FLAG (final, N_("Final")),
  NSM_DATE (final_on, N_("Final since"), 0),
  NSM_LIST_OF (segments, N_("Customer segments"), nsm_segment_get_type, 0),
  NSM_LIST_OF (participants, N_("Participants"), nsm_participant_get_type, 0),
  NSM_LIST_OF (agenda, N_("Agenda"), nsm_agenda_item_get_type, 0),
  NSM_CHILD (scorecard, N_("Scorecard"), nsm_scorecard_get_type, NsmScorecard),
  NSM_CHILD (settings, N_("Settings"), nsm_settings_get_type, NsmSettings),
  NSM_CHILD (value, N_("Value"), nsm_value_get_type, NsmValue),
  NSM_CHILD (game, N_("Game"), nsm_game_choice_get_type, NsmGameChoice),
  NSM_LIST_OF (metrics, N_("Metrics"), nsm_metric_get_type, 0),
  NSM_LIST_OF (candidates, N_("Candidates"), nsm_candidate_get_type, 0),
  NSM_LIST_OF (evidence, N_("Evidence"), nsm_evidence_get_type, 0),
  NSM_LIST_OF (datasets, N_("Files of data"), nsm_dataset_get_type, 0),
  NSM_LIST_OF (stress_results, N_("Stress tests"), nsm_stress_result_get_type, 0),
  NSM_CHILD (decision, N_("Decision"), nsm_decision_get_type, NsmDecision),
  NSM_CHILD (system, N_("Metric system"), nsm_system_get_type, NsmSystem),
  NSM_CHILD (definition, N_("Definition"), nsm_definition_get_type, NsmDefinition),
  NSM_CHILD (commitment, N_("Commitment"), nsm_commitment_get_type, NsmCommitment),
  NSM_LIST_OF (rounds, N_("Rounds"), nsm_round_get_type, NSM_FIELD_UNRECORDED),
  NSM_LIST_OF (clusters, N_("Groups of cards"), nsm_cluster_get_type, 0),
  NSM_LIST_OF (conclusions, N_("Conclusions of discussions"), nsm_conclusion_get_type, 0),
  NSM_LIST_OF (versions, N_("Versions"), nsm_version_get_type, 0),
  NSM_AREA (change_why, N_("Why it changes"), 0),
};
#undef SELF

NSM_DEFINE_ROW (NsmWorkshop, nsm_workshop, workshop_fields, N_("Workshop"))

/**
 * nsm_workshop_new:
 *
 * Returns: (transfer full): an empty workshop with a history and an index of ids
 */
NsmWorkshop *
nsm_workshop_new (void)
{
  NsmWorkshop *self = g_object_new (NSM_TYPE_WORKSHOP, NULL);

  nsm_record_make_root (NSM_RECORD (self));
  return self;
}
