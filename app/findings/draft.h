/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/workshop.h"

G_BEGIN_DECLS

char *nsm_draft_reason_against (NsmWorkshop *workshop, NsmCandidate *candidate, char **basis);
char *nsm_draft_evidence_words (NsmEvidence *evidence);

G_END_DECLS
