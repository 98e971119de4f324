/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/workshop.h"

G_BEGIN_DECLS

/* The faces of the cards in the metric tree: buttons that pick what they show. */

GtkWidget *nsm_tree_card_new_kpi (NsmWorkshop *workshop);
GtkWidget *nsm_tree_card_new_star (NsmWorkshop *workshop);
GtkWidget *nsm_tree_card_new_input (NsmInput *input);
GtkWidget *nsm_link_pill_new (NsmLink link);
char *nsm_tree_card_dup_kpi_figures (NsmWorkshop *workshop);

G_END_DECLS
