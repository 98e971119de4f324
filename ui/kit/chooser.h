/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void nsm_chooser_add_filter (GtkFileChooserNative *chooser, const char *name, const char *pattern);

G_END_DECLS
