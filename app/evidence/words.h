/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/workshop.h"

G_BEGIN_DECLS

/* What the figures say, in sentences: for the window, the document and the command line. */

const char *nsm_coefficient_get_band (double value); /* "weak", "some", "clear", "strong" */
char *nsm_probability_dup_text (double probability); /* "p = .021", or NULL */
char *nsm_evidence_dup_lag (NsmEvidence *result); /* "2 weeks later", or NULL */
gboolean nsm_evidence_is_meaningful (NsmEvidence *result); /* |r| >= .1, and more than chance */
gboolean nsm_evidence_is_whole (NsmEvidence *result); /* of all rows, not of a group or segment */
char *nsm_evidence_dup_reading (NsmEvidence *result);   /* "r = .78, 95 % [.70, .84], n = 118: strong" */
char *nsm_evidence_dup_what (NsmEvidence *result);      /* outcome, group, lag, source */
char *nsm_evidence_dup_threshold (NsmEvidence *result); /* "People who did it 3 times or more stay in 72 %, the others in 11 %.", or NULL */
NsmThreshold *nsm_evidence_get_best_threshold (NsmEvidence *result); /* of the largest phi, or NULL */
char *nsm_evidence_dup_change (NsmEvidence *result);    /* what changed since the file before, or NULL */
char *nsm_evidence_dup_refusal (NsmEvidence *result);   /* why it is no evidence (overlap), or NULL */
/* One or two sentences for a candidate: what all that was looked at says, and what it doesn't. */
char *nsm_candidate_dup_evidence_verdict (NsmCandidate *candidate);
NsmEvidenceVerdict nsm_candidate_get_suggested_verdict (NsmCandidate *candidate);
char *nsm_candidate_dup_evidence_summary (NsmCandidate *candidate); /* "3 results" */

G_END_DECLS
