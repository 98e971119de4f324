/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/workshop.h"

G_BEGIN_DECLS

NsmDataset *ui_test_add_measured (NsmWorkshop *workshop, guint n_groups);

G_END_DECLS
