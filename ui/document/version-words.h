/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/workshop.h"

G_BEGIN_DECLS

char *nsm_version_dup_words (NsmVersion *version);

G_END_DECLS
