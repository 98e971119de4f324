/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/round.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SELF NsmEntry
static const NsmField entry_fields[] = {
  NSM_LINE (subject, N_("About"), 0),
  NSM_LINE (aspect, N_("Aspect"), 0),
  NSM_LINE (choice, N_("Choice"), 0),
  NSM_OPTIONAL (mark, N_("Mark"), 0, 1000),
  NSM_FLAG (abstained, N_("Abstained")),
  NSM_AREA (text, N_("Text"), 0),
  NSM_CHOICE (confidence, N_("Confidence"), nsm_confidence_get_type, 0),
};
#undef SELF

NSM_DEFINE_ROW (NsmEntry, nsm_entry, entry_fields, N_("Entry"))

#define SELF NsmAnswer
static const NsmField answer_fields[] = {
  NSM_LINE (person, N_("Person"), 0),
  NSM_LIST_OF (entries, N_("Entries"), nsm_entry_get_type, 0),
};
#undef SELF

NSM_DEFINE_ROW (NsmAnswer, nsm_answer, answer_fields, N_("Answer"))

#define SELF NsmSubject
static const NsmField subject_fields[] = {
  NSM_LINE (subject, N_("Subject"), 0),
  NSM_LINE (title, N_("Title"), NSM_FIELD_IDENTITY),
  NSM_LINE (wording, N_("Wording"), 0),
  NSM_FLAG (calibration, N_("Only calibrates")),
};
#undef SELF

NSM_DEFINE_ROW (NsmSubject, nsm_subject, subject_fields, N_("Subject"))

#define SELF NsmAspect
static const NsmField aspect_fields[] = {
  NSM_LINE (aspect, N_("Aspect"), 0),
  NSM_LINE (name, N_("Name"), NSM_FIELD_IDENTITY),
  NSM_LINE (question, N_("Question"), 0),
  NSM_LINE (anchor_low, N_("What 1 means"), 0),
  NSM_LINE (anchor_middle, N_("What 3 means"), 0),
  NSM_LINE (anchor_high, N_("What 5 means"), 0),
  NSM_NUMBER (weight, N_("Weight"), 0, 100, 1, 0),
};
#undef SELF

NSM_DEFINE_ROW (NsmAspect, nsm_aspect, aspect_fields, N_("Aspect"))

#define SELF NsmRosterEntry
static const NsmField roster_entry_fields[] = {
  NSM_LINE (person, N_("Person"), 0),
  NSM_LINE (name, N_("Name"), NSM_FIELD_IDENTITY),
  NSM_CHOICE (function, N_("Function"), nsm_function_get_type, 0),
};
#undef SELF

NSM_DEFINE_ROW (NsmRosterEntry, nsm_roster_entry, roster_entry_fields, N_("Person asked"))

#define SELF NsmContribution
static const NsmField contribution_fields[] = {
  NSM_LINE (person, N_("Person"), 0),
  NSM_CHOICE (route, N_("How it came"), nsm_route_get_type, 0),
  NSM_NUMBER (sequence, N_("Sequence"), 1, 1e12, 1, NSM_FIELD_WHOLE),
  NSM_BLOB (sealed, 400000),
  NSM_BLOB (hash, 200),
  NSM_CHOICE (state, N_("State"), nsm_contribution_state_get_type, 0),
  NSM_LINE (receipt, N_("Receipt"), 0),
  NSM_LINE (rejected_why, N_("Why it was rejected"), 0),
  NSM_LINE (cast_at, N_("Locked in at"), 0),
  NSM_BLOB (signer, 200),
  NSM_BLOB (signature, 200),
};
#undef SELF

NSM_DEFINE_ROW (NsmContribution, nsm_contribution, contribution_fields, N_("Sealed contribution"))

#define SELF NsmRound
static const NsmField round_fields[] = {
  NSM_CHOICE (kind, N_("Kind"), nsm_round_kind_get_type, 0),
  NSM_LINE (workshop, N_("Workshop"), 0),
  NSM_NUMBER (number, N_("Number"), 1, 1000, 1, NSM_FIELD_WHOLE),
  NSM_CHOICE (state, N_("State"), nsm_round_state_get_type, 0),
  NSM_FLAG (direct, N_("Answered directly")),
  NSM_CHOICE (privacy, N_("Names"), nsm_privacy_get_type, 0),
  NSM_LINE (question, N_("Question"), NSM_FIELD_IDENTITY),
  NSM_AREA (promise, N_("What was promised"), 0),
  NSM_LINE (opened_at, N_("Opened at"), 0),
  NSM_LINE (closed_at, N_("Closed at"), 0),
  NSM_LIST_OF (subjects, N_("What was asked about"), nsm_subject_get_type, 0),
  NSM_LIST_OF (aspects, N_("Criteria"), nsm_aspect_get_type, 0),
  NSM_LIST_OF (roster, N_("Who was asked"), nsm_roster_entry_get_type, 0),
  NSM_BLOB (public_key, 200),
  NSM_BLOB (wrapped_key, 2000),
  NSM_BLOB (secret_key, 200),
  NSM_LINE (chain_head, N_("Head of the chain"), 0),
  NSM_LINE (chain_words, N_("Closing words"), 0),
  NSM_LIST_OF (contributions, N_("Sealed contributions"), nsm_contribution_get_type, 0),
  NSM_LIST_OF (answers, N_("Opened answers"), nsm_answer_get_type, 0),
};
#undef SELF

NSM_DEFINE_RECORD (NsmRound, nsm_round, round_fields, N_("Round"))

#define SELF NsmCardRef
static const NsmField card_ref_fields[] = {
  NSM_LINE (person, N_("Person"), 0),
  NSM_NUMBER (position, N_("Place in the answer"), 0, 1000, 0, NSM_FIELD_WHOLE),
};
#undef SELF

NSM_DEFINE_ROW (NsmCardRef, nsm_card_ref, card_ref_fields, N_("Card"))

#define SELF NsmCluster
static const NsmField cluster_fields[] = {
  NSM_LINE (round, N_("Round"), 0),
  NSM_LINE (title, N_("In one wording"), NSM_FIELD_IDENTITY),
  NSM_LIST_OF (cards, N_("Cards"), nsm_card_ref_get_type, 0),
};
#undef SELF

NSM_DEFINE_RECORD (NsmCluster, nsm_cluster, cluster_fields, N_("Group of cards"))

#define SELF NsmConclusion
static const NsmField conclusion_fields[] = {
  NSM_NUMBER (round, N_("Round"), 1, 1000, 1, NSM_FIELD_WHOLE),
  NSM_LINE (candidate, N_("Candidate"), 0),
  NSM_LINE (criterion, N_("Criterion"), 0),
  NSM_CHOICE (resolution, N_("What the discussion changed"), nsm_resolution_get_type, 0),
  NSM_OPTIONAL (agreed, N_("Agreed score"), 1, 5),
  NSM_FLAG (again, N_("Score again in the next round")),
  NSM_AREA (text, N_("What we concluded"), NSM_FIELD_IDENTITY),
};
#undef SELF

NSM_DEFINE_ROW (NsmConclusion, nsm_conclusion, conclusion_fields, N_("Conclusion"))
