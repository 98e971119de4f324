/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asking for a file of data. */

typedef void (*NsmDataChosen) (GObject *object, GFile *file);

void nsm_data_choose_file (GtkWindow *parent, NsmDataChosen chosen, GObject *object);
void nsm_data_remember_folder (GFile *file);

G_END_DECLS
