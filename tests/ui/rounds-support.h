/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rounds/booth.h"
#include "rounds/round-view-private.h"
#include "rounds/round.h"
#include "rounds/score-ballot.h"
#include "scoring/scoring-page.h"

G_BEGIN_DECLS

/* A round of scores on the scoring page, as people press it. */

void rounds_init (int *argc, char ***argv);
GtkWidget *rounds_open_page (NsmWorkshop *workshop);

NsmRound *rounds_get_round (NsmWorkshop *workshop);
const char *rounds_get_person (NsmWorkshop *workshop, guint position);
NsmBooth *rounds_get_booth (GtkWidget *page);

gboolean rounds_says (GtkWidget *root, const char *words);
GtkWidget *rounds_find_next_list (GtkWidget *page);

void rounds_fill_ballot (NsmBallot *ballot, guint mark);
void rounds_fill (GtkWidget *page, guint mark);
void rounds_answer (GtkWidget *page, const char *name, guint mark);
void rounds_answer_now (GtkWidget *page, const char *name, guint mark);

GtkWidget *rounds_find_dialog (void);
void rounds_respond (const char *response);
void rounds_respond_pin (const char *pin, const char *response);

G_END_DECLS
