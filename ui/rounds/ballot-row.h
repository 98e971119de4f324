/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/round.h"

G_BEGIN_DECLS

/* One criterion on a ballot: five large buttons, an abstention and a reason. */

#define NSM_TYPE_BALLOT_ROW (nsm_ballot_row_get_type ())
G_DECLARE_FINAL_TYPE (NsmBallotRow, nsm_ballot_row, NSM, BALLOT_ROW, AdwBin)

typedef struct
{
  double mark; /* 1 to 5, NAN while there is none */
  gboolean abstained;
  char *text;
  NsmConfidence confidence;
} NsmBallotMark;

NsmBallotRow *nsm_ballot_row_new (NsmAspect *aspect);

NsmAspect *nsm_ballot_row_get_aspect (NsmBallotRow *self);
void nsm_ballot_row_set_mark (NsmBallotRow *self, const NsmBallotMark *mark);
void nsm_ballot_row_get_mark (NsmBallotRow *self, NsmBallotMark *mark);
void nsm_ballot_row_set_again (NsmBallotRow *self, gboolean again);
void nsm_ballot_row_pick (NsmBallotRow *self, guint digit);
void nsm_ballot_row_join (NsmBallotRow *self, GtkSizeGroup *marks, GtkSizeGroup *abstain,
                          GtkSizeGroup *why);

void nsm_ballot_mark_clear (NsmBallotMark *mark);
gboolean nsm_ballot_mark_is_given (const NsmBallotMark *mark);

G_END_DECLS
