/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/workshop.h"

G_BEGIN_DECLS

/* The people of a round, as its frozen roster names them. */

guint nsm_round_get_person_position (NsmWorkshop *workshop, NsmRound *round, const char *person);
char *nsm_round_dup_person_name (NsmRound *round, const char *person);
GtkWidget *nsm_round_make_mark (NsmWorkshop *workshop, NsmRound *round, const char *person,
                                int pixel_size, gboolean filled);
gboolean nsm_round_shows_people (NsmRound *round);
gboolean nsm_workshop_has_left (NsmWorkshop *workshop, const char *person);
guint nsm_workshop_count_asked (NsmWorkshop *workshop);

G_END_DECLS
