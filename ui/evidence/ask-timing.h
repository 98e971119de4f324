/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/workshop.h"

G_BEGIN_DECLS

GtkWidget *nsm_dataset_ask_timing (NsmDataset *dataset, NsmColumn *candidate, NsmColumn *outcome,
                                   GtkWindow *parent);

G_END_DECLS
