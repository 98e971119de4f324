/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/workshop.h"

/* A workshop with something in every part, the same each time. */
NsmWorkshop *sample_new (void);

/* Puts @text into every text, and an item into every list, of a new workshop. */
NsmWorkshop *sample_new_filled (const char *text);
