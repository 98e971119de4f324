/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/workshop.h"

G_BEGIN_DECLS

GtkWidget *nsm_vote_result_new (NsmWorkshop *workshop, NsmRound *round);

G_END_DECLS
