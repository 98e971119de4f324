/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "evidence/words.h"

G_BEGIN_DECLS

/* A figure that chance gives this often is none. */
#define NSM_CHANCE 0.05
/* Below this a correlation is none, whatever its interval. */
#define NSM_MEANINGFUL 0.1

G_END_DECLS
