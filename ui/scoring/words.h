/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scoring/round-figures.h"

G_BEGIN_DECLS

/* What the map of scores says in words. */

char *nsm_words_dup_short_title (NsmWorkshop *workshop, NsmScores *scores, guint candidate);
char *nsm_words_dup_headline (NsmWorkshop *workshop, NsmScores *scores, NsmRobustness *robustness,
                              GPtrArray *discussions);
char *nsm_words_dup_agreement (NsmScores *scores, NsmAgreement *agreement,
                               NsmRobustness *robustness);
char *nsm_words_dup_spread (const NsmCell *cell);
char *nsm_words_dup_figures (const NsmCell *cell);
char *nsm_words_dup_shift (double shift);
const char *nsm_words_get_chances (NsmRobustness *robustness, guint candidate);
char *nsm_words_dup_place (NsmRoundFigures *figures, guint candidate);
char *nsm_words_dup_calibration (NsmWorkshop *workshop, NsmScores *scores);

G_END_DECLS
