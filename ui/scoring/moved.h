/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "scoring/round-figures.h"

G_BEGIN_DECLS

/* What moved since the round before, in sentences; and, with names, who moved toward whom. */

GtkWidget *nsm_moved_new (NsmWorkshop *workshop, NsmRoundFigures *figures);

G_END_DECLS
