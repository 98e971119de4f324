/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/workshop.h"

/* One of the examples that ship: "fitness". */
NsmWorkshop *example_load (const char *name);
