/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/workshop.h"

G_BEGIN_DECLS

#define N_PANEL_PEOPLE 4
#define N_PANEL_CANDIDATES 6
#define N_PANEL_CRITERIA 6

/* Four people, five candidates and a deliberately bad one, and how they score. */
extern const char *const panel_people[N_PANEL_PEOPLE];
extern const guint8 panel_marks[N_PANEL_CANDIDATES][N_PANEL_CRITERIA][N_PANEL_PEOPLE];

NsmWorkshop *panel_new_workshop (NsmMode mode);
guint panel_get_candidate (const char *title);
const char *panel_get_reason (guint person, guint candidate, guint criterion);

G_END_DECLS
