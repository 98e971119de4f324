/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/choices.h"
#include "record/list.h"
#include "record/record.h"

G_BEGIN_DECLS

/* Which of the three games the product plays. */

#define NSM_TYPE_GAME_CHOICE (nsm_game_choice_get_type ())
G_DECLARE_FINAL_TYPE (NsmGameChoice, nsm_game_choice, NSM, GAME_CHOICE, NsmRecord)

struct _NsmGameChoice
{
  NsmRecord parent_instance;

  NsmGame game;
  char *rationale;
  NsmGame second;
  char *focus;
  gboolean two_sided;
  char *side_a;
  char *side_b;
  char *tension;
};

G_END_DECLS
