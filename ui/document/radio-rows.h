/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkCheckButton *nsm_radio_rows_add (GtkListBox *list, const char *title, const char *about,
                                    const char *aside);
GtkWidget *nsm_radio_rows_choose (GtkListBox *list, guint position);

G_END_DECLS
