/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "analysis/conclusions.h"
#include "model/workshop.h"

G_BEGIN_DECLS

/**
 * What talking about one cell came to: how it was resolved, the mark that the team
 * agrees on, whether to score it again, and a sentence. It stands in the workshop's
 * conclusions. Signals: "reword" (to the candidate), "activate" (Enter in the sentence).
 */

#define NSM_TYPE_CONCLUDE_BAR (nsm_conclude_bar_get_type ())
G_DECLARE_FINAL_TYPE (NsmConcludeBar, nsm_conclude_bar, NSM, CONCLUDE_BAR, AdwBin)

void nsm_conclude_bar_set_cell (NsmConcludeBar *self, NsmWorkshop *workshop, double round,
                           const char *candidate, const char *criterion);
void nsm_conclude_bar_refresh (NsmConcludeBar *self);
void nsm_conclude_bar_add_end (NsmConcludeBar *self, GtkWidget *widget);

G_END_DECLS
