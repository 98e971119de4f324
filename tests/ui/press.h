/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Pressing what people press, and reading what they read. */

GtkWidget *press_find (GtkWidget *root, const char *words);
void press (GtkWidget *page, const char *words);
gboolean press_is_said (GtkWidget *root, const char *words);
void press_wait_until_said (GtkWidget *page, const char *words);

G_END_DECLS
