/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/agreement.h"
#include "analysis/discuss.h"
#include "analysis/robustness.h"
#include "model/workshop.h"

G_BEGIN_DECLS

/* What the map of scores says in words. */

char *nsm_words_dup_short_title (NsmWorkshop *workshop, NsmScores *scores, guint candidate);
char *nsm_words_dup_headline (NsmWorkshop *workshop, NsmScores *scores, NsmRobustness *robustness,
                              GPtrArray *discussions);
char *nsm_words_dup_agreement (NsmScores *scores, NsmAgreement *agreement,
                               NsmRobustness *robustness);
const char *nsm_words_get_chances (NsmRobustness *robustness, guint candidate);
char *nsm_words_dup_calibration (NsmWorkshop *workshop, NsmScores *scores);

G_END_DECLS
