/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/workshop.h"

G_BEGIN_DECLS

NsmConclusion *nsm_conclusion_find (NsmWorkshop *workshop, double round, const char *candidate,
                                    const char *criterion);

G_END_DECLS
