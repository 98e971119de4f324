/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/workshop.h"

G_BEGIN_DECLS

/* What is done with candidates as a whole; each change is one step of undo. */

gboolean nsm_candidate_is_running (NsmCandidate *candidate);
gboolean nsm_candidate_is_good (NsmCandidate *candidate);
char *nsm_candidate_dup_confidence_sentence (NsmCandidate *candidate);

NsmCandidate *nsm_workshop_add_candidate (NsmWorkshop *workshop, NsmCandidateKind kind);
NsmCandidate *nsm_candidate_refine (NsmCandidate *candidate, const char *why);
void nsm_candidate_remove (NsmCandidate *candidate);

NsmStressResult *nsm_candidate_find_stress_result (NsmCandidate *candidate, NsmStressTest test);
NsmStressResult *nsm_candidate_ensure_stress_result (NsmCandidate *candidate, NsmStressTest test);
NsmRejection *nsm_workshop_find_rejection (NsmWorkshop *workshop, NsmCandidate *candidate);
NsmRejection *nsm_workshop_ensure_rejection (NsmWorkshop *workshop, NsmCandidate *candidate);
NsmCandidate *nsm_workshop_get_chosen (NsmWorkshop *workshop);
gboolean nsm_metric_is_used (NsmMetric *metric);

G_END_DECLS
