/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shell/application.h"
#include "shell/window.h"

G_BEGIN_DECLS

/* The whole window, run inside the test with an application of its own. */

int main_window_run (int *argc, char ***argv, void (*add_tests) (void));

NsmMainWindow *main_window_new (void);
NsmMainWindow *main_window_open_document (const char *example);
void main_window_close (NsmMainWindow *window);
GtkWidget *main_window_find (GType type);

G_END_DECLS
