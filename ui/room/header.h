/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/workshop.h"

G_BEGIN_DECLS

/* The first line of what the room sees: the star, the product, and where we are. */

#define NSM_TYPE_ROOM_HEADER (nsm_room_header_get_type ())
G_DECLARE_FINAL_TYPE (NsmRoomHeader, nsm_room_header, NSM, ROOM_HEADER, AdwBin)

void nsm_room_header_show (NsmRoomHeader *self, NsmWorkshop *workshop, const char *where);

G_END_DECLS
