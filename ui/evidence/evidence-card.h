/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "evidence/look-memory.h"

G_BEGIN_DECLS

/* What the data says about one candidate, and the team's verdict.
 * Signals: "toast-undo" (text), after something was taken away; "ask-timing" (NsmEvidence):
 * somebody wants to say when what it compares was measured. */

#define NSM_TYPE_EVIDENCE_CARD (nsm_evidence_card_get_type ())
G_DECLARE_FINAL_TYPE (NsmEvidenceCard, nsm_evidence_card, NSM, EVIDENCE_CARD, AdwBin)

GtkWidget *nsm_evidence_card_new (NsmCandidate *candidate, NsmLookMemory *memory);
NsmCandidate *nsm_evidence_card_get_candidate (NsmEvidenceCard *self);
void nsm_evidence_card_set_open (NsmEvidenceCard *self, gboolean open);
void nsm_evidence_card_refresh (NsmEvidenceCard *self);
gboolean nsm_evidence_card_focus_field (NsmEvidenceCard *self, NsmRecord *record,
                                        const char *field);

G_END_DECLS
