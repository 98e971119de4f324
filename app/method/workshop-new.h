/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/workshop.h"

G_BEGIN_DECLS

NsmWorkshop *nsm_method_new_workshop (NsmMode mode);
void nsm_agenda_fill (NsmWorkshop *workshop);

G_END_DECLS
