/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "room/room-view.h"

G_BEGIN_DECLS

/**
 * The window for the projector. Where there is another monitor than the one of the
 * main window, it fills that one, also when it is plugged in later; Escape and F11
 * leave and enter the full screen. Closing it closes nothing else.
 */

#define NSM_TYPE_ROOM_WINDOW (nsm_room_window_get_type ())
G_DECLARE_FINAL_TYPE (NsmRoomWindow, nsm_room_window, NSM, ROOM_WINDOW, AdwWindow)

GtkWidget *nsm_room_window_new (GtkWindow *main_window, NsmDocument *document, NsmTimer *timer);

NsmRoomView *nsm_room_window_get_view (NsmRoomWindow *self);

G_END_DECLS
