/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/workshop.h"

G_BEGIN_DECLS

/* What was found out about a candidate and one outcome in one file. */
typedef struct
{
  NsmEvidence *whole; /* all rows */
  GPtrArray *groups;  /* NsmEvidence, one a group of rows */
} NsmOutcomeResults;

gboolean nsm_evidence_is_computed (NsmEvidence *result);

char *nsm_words_dup_unbroken (const char *words);
void nsm_words_append_fact (GString *line, char *fact);

GPtrArray *nsm_candidate_list_outcomes (NsmCandidate *candidate);
GPtrArray *nsm_candidate_list_typed_in (NsmCandidate *candidate);

G_END_DECLS
