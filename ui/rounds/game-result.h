/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/workshop.h"
#include "store/document.h"

G_BEGIN_DECLS

GtkWidget *nsm_game_result_new (NsmDocument *document, NsmRound *round, gboolean large);

G_END_DECLS
