/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "method/versions.h"

G_BEGIN_DECLS

GtkWidget *nsm_version_rows_new_words (const char *words, const char *css_class);
void nsm_version_rows_add_words (GtkListBox *list, const char *words);
void nsm_version_rows_add_change (GtkListBox *list, const NsmVersionChange *change);

G_END_DECLS
