/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "record/record.h"

G_BEGIN_DECLS

/* Ties a bare control to one field of a record, both ways, for places where
 * the control isn't a row of a form. @record is kept alive by the control. */

void nsm_bind_text (GtkWidget *editable, gpointer record, const char *field);
void nsm_bind_choice (GtkWidget *drop_down, gpointer record, const char *field);
void nsm_bind_flag (GtkWidget *toggle, gpointer record, const char *field);
void nsm_bind_toggle (GtkWidget *toggle, gpointer record, const char *field, guint value,
                      guint unset);
void nsm_bind_number (GtkWidget *spin, gpointer record, const char *field);

G_END_DECLS
