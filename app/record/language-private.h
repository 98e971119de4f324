/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/language.h"

G_BEGIN_DECLS

const char *nsm_language_get_entered (void);
gboolean nsm_language_is_same (const char *a, const char *b);

G_END_DECLS
