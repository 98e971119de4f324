/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/workshop.h"

/* Fills every field of every table below @record with something random that its
 * field allows. @seen (nullable) gets "Class.field" of what was filled. */
void fill_record (NsmRecord *record, GRand *rand, GHashTable *seen);

/* What a setter makes of it is what is kept: any script, joined emoji, marks. */
char *fill_dup_text (GRand *rand, guint max_chars);
