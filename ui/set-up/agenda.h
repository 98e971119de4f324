/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/workshop.h"

G_BEGIN_DECLS

/* How many minutes each step gets, and what they come to. */

#define NSM_TYPE_AGENDA (nsm_agenda_get_type ())
G_DECLARE_FINAL_TYPE (NsmAgenda, nsm_agenda, NSM, AGENDA, GtkBox)

void nsm_agenda_set_workshop (NsmAgenda *self, NsmWorkshop *workshop);
void nsm_agenda_suggest (NsmAgenda *self);

char *nsm_workshop_dup_agenda_total (NsmWorkshop *workshop);

G_END_DECLS
