/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/workshop.h"

G_BEGIN_DECLS

/* One candidate that wasn't chosen, and the reason: drafted by the program,
 * kept or written by a person. */

#define NSM_TYPE_REJECTION_CARD (nsm_rejection_card_get_type ())
G_DECLARE_FINAL_TYPE (NsmRejectionCard, nsm_rejection_card, NSM, REJECTION_CARD, GtkWidget)

GtkWidget *nsm_rejection_card_new (NsmWorkshop *workshop, NsmCandidate *candidate);
NsmCandidate *nsm_rejection_card_get_candidate (NsmRejectionCard *self);
void nsm_rejection_card_refresh (NsmRejectionCard *self);

G_END_DECLS
