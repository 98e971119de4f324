/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/workshop.h"

G_BEGIN_DECLS

/**
 * Who is in, as the room sees it: how many, and every person's mark, name and
 * standing. Who answered shows, what they answered is nowhere in here.
 */

#define NSM_TYPE_ROOM_PEOPLE (nsm_room_people_get_type ())
G_DECLARE_FINAL_TYPE (NsmRoomPeople, nsm_room_people, NSM, ROOM_PEOPLE, AdwBin)

void nsm_room_people_show (NsmRoomPeople *self, NsmWorkshop *workshop, NsmRound *round,
                           const char *holder);

G_END_DECLS
