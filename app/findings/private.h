/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rules share: how they speak, and what is worked out once for all of them. */
#pragma once

#include "analysis/discuss.h"
#include "analysis/robustness.h"
#include "analysis/scores.h"
#include "findings/findings.h"
#include "findings/words.h"

G_BEGIN_DECLS

struct _NsmFindings
{
  NsmWorkshop *workshop;
  const NsmRule *rule; /* the one that speaks */
  GPtrArray *found;
  NsmWords *words;
};

void nsm_findings_add (NsmFindings *self, NsmSeverity severity, gpointer record,
                       const char *field, char *message, const char *consequence,
                       const char *action);

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

G_END_DECLS
