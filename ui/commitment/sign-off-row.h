/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/workshop.h"

G_BEGIN_DECLS

/* Where one person stands: agrees, commits with a reservation, or blocks, and
 * why. Somebody who isn't a participant has a row by name. */

#define NSM_TYPE_SIGN_OFF_ROW (nsm_sign_off_row_get_type ())
G_DECLARE_FINAL_TYPE (NsmSignOffRow, nsm_sign_off_row, NSM, SIGN_OFF_ROW, GtkWidget)

GtkWidget *nsm_sign_off_row_new (NsmWorkshop *workshop, NsmParticipant *participant, NsmSignOff *sign_off);
NsmRecord *nsm_sign_off_row_get_subject (NsmSignOffRow *self);
void nsm_sign_off_row_refresh (NsmSignOffRow *self);

G_END_DECLS
