/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "scoring/round-figures.h"

G_BEGIN_DECLS

/* Who scored how: a row for each person, a column for each candidate. Only for
 * rounds that promised names. */

GtkWidget *nsm_people_table_new (NsmWorkshop *workshop, NsmRoundFigures *figures);

G_END_DECLS
