/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#define EXTREME_N_PEOPLE 12
#define EXTREME_N_CANDIDATES 12
#define EXTREME_N_CRITERIA 8
#define EXTREME_N_INPUTS 10
#define EXTREME_N_EXAMPLES 20

extern const char *const extreme_people[EXTREME_N_PEOPLE];
extern const char *const extreme_candidates[EXTREME_N_CANDIDATES];
extern const char *const extreme_criteria[EXTREME_N_CRITERIA];
extern const char *const extreme_inputs[EXTREME_N_INPUTS];

/* (transfer full): about so many letters of running text; another one for each @number. */
char *extreme_dup_text (guint number, glong length);
