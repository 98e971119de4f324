/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "shell/timer.h"

G_BEGIN_DECLS

/**
 * The timer as the room sees it: a ring that empties around what is left. The last
 * minute, and the end, are said in words and drawn thicker, never by colour alone.
 */

#define NSM_TYPE_ROOM_CLOCK (nsm_room_clock_get_type ())
G_DECLARE_FINAL_TYPE (NsmRoomClock, nsm_room_clock, NSM, ROOM_CLOCK, GtkWidget)

void nsm_room_clock_set_timer (NsmRoomClock *self, NsmTimer *timer);

G_END_DECLS
