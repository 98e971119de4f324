/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * Shows its child as large as a canvas of 16 to 9 would be in the room there is: on a
 * larger screen everything in it grows, on a smaller one it shrinks. What doesn't fit
 * on the canvas shrinks further, so that nothing is ever cut off.
 *
 * Properties: `child`; `canvas`, the width of the canvas (1920), set once.
 */

#define NSM_TYPE_ROOM_SCALER (nsm_room_scaler_get_type ())
G_DECLARE_FINAL_TYPE (NsmRoomScaler, nsm_room_scaler, NSM, ROOM_SCALER, GtkWidget)

GtkWidget *nsm_room_scaler_new (GtkWidget *child, int canvas);

void nsm_room_scaler_set_child (NsmRoomScaler *self, GtkWidget *child);
double nsm_room_scaler_get_scale (NsmRoomScaler *self);

G_END_DECLS
