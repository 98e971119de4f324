/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/workshop.h"

G_BEGIN_DECLS

char *nsm_evidence_dup_reading (NsmEvidence *result);
char *nsm_evidence_dup_what (NsmEvidence *result);
char *nsm_candidate_dup_evidence_summary (NsmCandidate *candidate);

G_END_DECLS
