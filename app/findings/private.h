/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rules share: how they speak, and what is worked out once for all of them. */
#pragma once

#include "findings/findings.h"
#include "findings/scoring.h"
#include "findings/words.h"

G_BEGIN_DECLS

struct _NsmFindings
{
  NsmWorkshop *workshop;
  const NsmRule *rule; /* the one that speaks */
  GPtrArray *found;
  NsmWords *words;
  NsmScoring *scoring; /* asked for by nsm_findings_get_scoring() */
  gboolean has_scoring;
};

void nsm_findings_add (NsmFindings *self, NsmSeverity severity, gpointer record,
                       const char *field, char *message, const char *consequence,
                       const char *action);
void nsm_findings_add_at (NsmFindings *self, NsmStep step, NsmSeverity severity, gpointer record,
                          char *message, const char *consequence, const char *action);
const NsmScoring *nsm_findings_get_scoring (NsmFindings *self);
char *nsm_capitalize (const char *word);

extern const NsmRule nsm_rules_set_up[];
extern const NsmRule nsm_rules_value[];
extern const NsmRule nsm_rules_candidates[];
extern const NsmRule nsm_rules_evidence[];
extern const NsmRule nsm_rules_scoring[];
extern const NsmRule nsm_rules_stress[];
extern const NsmRule nsm_rules_decision[];
extern const NsmRule nsm_rules_system[];
extern const NsmRule nsm_rules_definition[];
extern const NsmRule nsm_rules_commitment[];
extern const NsmRule nsm_rules_rounds[];

G_END_DECLS
