/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/choices.h"

G_BEGIN_DECLS

/* A verdict as a large card, with what it means in the thought experiment at hand. */

#define NSM_TYPE_VERDICT_CARD (nsm_verdict_card_get_type ())
G_DECLARE_FINAL_TYPE (NsmVerdictCard, nsm_verdict_card, NSM, VERDICT_CARD, GtkToggleButton)

GtkWidget *nsm_verdict_card_new (NsmVerdict verdict);

NsmVerdict nsm_verdict_card_get_verdict (NsmVerdictCard *self);
void nsm_verdict_card_set_meaning (NsmVerdictCard *self, const char *meaning);

G_END_DECLS
