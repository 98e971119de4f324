/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/movement.h"
#include "cli.h"
#include "findings/scoring.h"

G_BEGIN_DECLS

/* What nsm score shows, as text and as JSON. */
typedef struct
{
  NsmWorkshop *workshop;
  NsmRound *round;
  NsmScoring *scoring;
  NsmScores *scores;     /* of scoring */
  NsmScores *earlier;    /* of the round before; NULL without one */
  NsmMovement *movement; /* since then; NULL without one */
} CliScore;

void cli_score_print_text (CliScore *self);
cJSON *cli_score_make_json (CliScore *self);
cJSON *cli_score_make_robustness (CliScore *self);
cJSON *cli_score_make_movement (CliScore *self);
NsmConclusion *cli_score_find_conclusion (CliScore *self, guint candidate, guint criterion);
gboolean cli_score_has_people (CliScore *self);
void cli_score_get_spread (NsmScores *scores, guint candidate, double *low, double *high);

G_END_DECLS
