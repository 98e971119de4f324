/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "shell/timer.h"
#include "store/document.h"

G_BEGIN_DECLS

/**
 * What the room sees of a workshop: the question of the present step; while a round
 * is open, its question and who is in, and not a word more; then the closing words;
 * then what everybody answered, or the disagreement that is talked about.
 *
 * It follows the document, its scene and the timer by itself.
 */

#define NSM_TYPE_ROOM_VIEW (nsm_room_view_get_type ())
G_DECLARE_FINAL_TYPE (NsmRoomView, nsm_room_view, NSM, ROOM_VIEW, AdwBin)

GtkWidget *nsm_room_view_new (NsmDocument *document, NsmTimer *timer);

void nsm_room_view_set_place (NsmRoomView *self, guint place);
const char *nsm_room_view_get_state (NsmRoomView *self);

G_END_DECLS
