/* SPDX-License-Identifier: GPL-3.0-or-later */
/* As large a workshop as anybody may hold, the same each time: twelve people whose names are
 * written in many ways, twelve candidates, ten inputs, long words, long texts. */
#pragma once

#include "model/workshop.h"

NsmWorkshop *extreme_new (void);
