/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Pressing what people press. */

GtkWidget *press_find (GtkWidget *root, const char *words);
void press (GtkWidget *page, const char *words);

G_END_DECLS
