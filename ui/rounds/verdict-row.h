/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/round.h"

G_BEGIN_DECLS

/* One thought experiment on a ballot of verdicts: its question, three buttons, an
 * abstention and a reason. Signal "changed". */

#define NSM_TYPE_VERDICT_ROW (nsm_verdict_row_get_type ())
G_DECLARE_FINAL_TYPE (NsmVerdictRow, nsm_verdict_row, NSM, VERDICT_ROW, AdwBin)

typedef struct
{
  NsmVerdict verdict;
  gboolean abstained;
  char *text;
} NsmVerdictSaid;

NsmVerdictRow *nsm_verdict_row_new (NsmStressTest test, GtkSizeGroup *column);

void nsm_verdict_row_ask (NsmVerdictRow *self, const char *candidate, const NsmVerdictSaid *said);
void nsm_verdict_row_read (NsmVerdictRow *self, NsmVerdictSaid *said);
void nsm_verdict_row_pick (NsmVerdictRow *self, NsmVerdict verdict);
gboolean nsm_verdict_row_has_choice_focus (NsmVerdictRow *self, GtkWidget *focus);

void nsm_verdict_said_clear (NsmVerdictSaid *said);
gboolean nsm_verdict_said_is_given (const NsmVerdictSaid *said);

G_END_DECLS
