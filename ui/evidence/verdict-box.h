/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/workshop.h"

G_BEGIN_DECLS

/* What all results say together, large; what it suggests, for people to agree to; and the
 * verdict, which is theirs. */

#define NSM_TYPE_EVIDENCE_VERDICT_BOX (nsm_evidence_verdict_box_get_type ())
G_DECLARE_FINAL_TYPE (NsmEvidenceVerdictBox, nsm_evidence_verdict_box, NSM, EVIDENCE_VERDICT_BOX,
                      AdwBin)

void nsm_evidence_verdict_box_set_candidate (NsmEvidenceVerdictBox *self,
                                             NsmCandidate *candidate);
void nsm_evidence_verdict_box_refresh (NsmEvidenceVerdictBox *self, const char *sentence);

G_END_DECLS
