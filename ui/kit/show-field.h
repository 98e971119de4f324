/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "record/record.h"

G_BEGIN_DECLS

gboolean nsm_widget_show_field (GtkWidget *widget, NsmRecord *record, const char *field);

G_END_DECLS
