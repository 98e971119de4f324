/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Files of data that are dropped on a page. Workshops and ballots are left to the window. */

typedef gboolean (*NsmDataDropCan) (GtkWidget *widget);
typedef void (*NsmDataDropTake) (GtkWidget *widget, GFile *file, double x, double y);

GtkDropTarget *nsm_data_drop_add (GtkWidget *widget, NsmDataDropCan can, NsmDataDropTake take);

G_END_DECLS
