/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "room/room-window.h"
#include "rounds/round.h"

G_BEGIN_DECLS

/* What the room sees of a workshop, in a window of its own. */

typedef struct
{
  NsmWorkshop *workshop;
  NsmDocument *document;
  NsmTimer *timer;
  GtkWidget *window;
} Room;

extern NsmKeyStore *room_keys;

int room_run (int *argc, char ***argv, void (*add_tests) (void));

void room_init (Room *room, int width, int height);
void room_clear (Room *room);
NsmRoomView *room_get_view (Room *room);
NsmRound *room_open_round (Room *room, NsmRoundKind kind);
void room_cast_scores (NsmRound *round, guint person, guint shift);
gboolean room_says (GtkWidget *widget, const char *words);

/* Stands in every answer. */
#define CANARY "Canary4711"

G_END_DECLS
