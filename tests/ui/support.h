/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/workshop.h"

G_BEGIN_DECLS

/* What tests of widgets share. */

void ui_test_init (int *argc, char ***argv);

NsmWorkshop *ui_test_new_workshop (void);
GtkWidget *ui_test_open_page (GType page_type, NsmWorkshop *workshop, int width, int height);
GtkWidget *ui_test_open (GtkWidget *content, int width, int height);
void ui_test_close (GtkWidget *window);

void ui_test_settle (GtkWidget *window);
void ui_test_picture (GtkWidget *window, const char *name);
void ui_test_assert_named (GtkWidget *root);
GtkWidget *ui_test_find (GtkWidget *root, GType type, guint index);

G_END_DECLS
