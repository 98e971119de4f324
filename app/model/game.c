/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/game.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SELF NsmGameChoice
static const NsmField game_choice_fields[] = {
  NSM_CHOICE (game, N_("The game we play"), nsm_game_get_type, 0),
  NSM_AREA (rationale, N_("Why this one"), 0),
  NSM_CHOICE (second, N_("A second game we straddle"), nsm_game_get_type, 0),
  NSM_AREA (focus, N_("Why focus on the first one matters"), 0),
  NSM_FLAG (two_sided, N_("Two sides must both win")),
  NSM_LINE (side_a, N_("One side"), 0),
  NSM_LINE (side_b, N_("The other side"), 0),
  NSM_AREA (tension, N_("The tension we keep between them"), 0),
};
#undef SELF

NSM_DEFINE_ROW (NsmGameChoice, nsm_game_choice, game_choice_fields, N_("Game"))
