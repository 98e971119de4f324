/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "evidence/look-memory.h"
#include "evidence/results.h"

G_BEGIN_DECLS

/* What a file says about a candidate and one outcome: figures that nobody edits, the groups
 * of rows folded below them, and pictures.
 * Signals: "ask-timing" (NsmEvidence): somebody wants to say when it was measured. */

#define NSM_TYPE_OUTCOME_VIEW (nsm_outcome_view_get_type ())
G_DECLARE_FINAL_TYPE (NsmOutcomeView, nsm_outcome_view, NSM, OUTCOME_VIEW, AdwBin)

GtkWidget *nsm_outcome_view_new (void);
void nsm_outcome_view_update (NsmOutcomeView *self, const NsmOutcomeResults *results,
                              NsmLookMemory *memory);
gboolean nsm_outcome_view_is_of (NsmOutcomeView *self, NsmEvidence *result);
gboolean nsm_outcome_view_focus (NsmOutcomeView *self, NsmEvidence *result, const char *field);

G_END_DECLS
