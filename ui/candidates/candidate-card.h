/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/metric.h"

G_BEGIN_DECLS

/* One candidate in the running: folded to its title, or open as the sentence
 * with its blanks.
 *
 * Signals: "open" and "fold" (it wants to be); "act" (NsmCandidateAct);
 * "drop" (NsmCandidate dragged, onto this one); "show" (record, field), from a
 * finding. */

typedef enum
{
  NSM_CANDIDATE_ACT_DUPLICATE,
  NSM_CANDIDATE_ACT_MOVE_UP,
  NSM_CANDIDATE_ACT_MOVE_DOWN,
  NSM_CANDIDATE_ACT_MAKE_BAD,
  NSM_CANDIDATE_ACT_MAKE_GOOD,
  NSM_CANDIDATE_ACT_ELIMINATE,
  NSM_CANDIDATE_ACT_REMOVE,
  NSM_N_CANDIDATE_ACTS
} NsmCandidateAct;

#define NSM_TYPE_CANDIDATE_CARD (nsm_candidate_card_get_type ())
G_DECLARE_FINAL_TYPE (NsmCandidateCard, nsm_candidate_card, NSM, CANDIDATE_CARD, AdwBin)

GtkWidget *nsm_candidate_card_new (NsmCandidate *candidate);
NsmCandidate *nsm_candidate_card_get_candidate (NsmCandidateCard *self);

gboolean nsm_candidate_card_is_open (NsmCandidateCard *self);
void nsm_candidate_card_set_open (NsmCandidateCard *self, gboolean open);
void nsm_candidate_card_set_can_move (NsmCandidateCard *self, gboolean up, gboolean down);
void nsm_candidate_card_refresh (NsmCandidateCard *self, GPtrArray *findings);
void nsm_candidate_card_ask_elimination (NsmCandidateCard *self);
gboolean nsm_candidate_card_focus_field (NsmCandidateCard *self, const char *field);

G_END_DECLS
