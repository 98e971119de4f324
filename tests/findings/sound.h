/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/workshop.h"

G_BEGIN_DECLS

/* A finished workshop about which no rule has anything to say. */
NsmWorkshop *make_sound_workshop (void);

NsmCandidate *get_star (NsmWorkshop *workshop);
NsmMetric *get_star_metric (NsmWorkshop *workshop);
void set_mark (NsmWorkshop *workshop, guint person, guint candidate, guint criterion, double mark);

#define N_PEOPLE 4
#define N_CANDIDATES 4 /* the last one is bad on purpose */
#define N_CRITERIA 6

G_END_DECLS
