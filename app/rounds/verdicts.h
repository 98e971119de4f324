/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/workshop.h"

G_BEGIN_DECLS

/* What everybody said of a candidate in a stress test. */

NsmRound *nsm_candidate_get_verdict_round (NsmCandidate *candidate);
NsmEntry *nsm_answer_find_verdict (NsmAnswer *answer, const char *candidate, NsmStressTest test,
                                   NsmVerdict *verdict);
guint nsm_round_count_verdicts (NsmRound *round, const char *candidate, NsmStressTest test,
                                NsmVerdict verdict);
NsmAnswer *nsm_round_find_lone_fail (NsmRound *round, const char *candidate, NsmStressTest test);

G_END_DECLS
