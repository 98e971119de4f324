/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/workshop.h"

G_BEGIN_DECLS

NsmWorkshop *ui_test_new_filled_workshop (void);

G_END_DECLS
