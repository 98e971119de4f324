/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "record/record.h"

G_BEGIN_DECLS

/* The control that a field's kind asks for: made, filled from the record
 * (pull), and written to it (push). NsmFieldRow puts the three together. */

GtkWidget *nsm_field_control_new (NsmRecord *record, const NsmField *field);
gboolean nsm_field_control_is_tall (const NsmField *field);
void nsm_field_control_connect (GtkWidget *control, const NsmField *field, GCallback changed,
                                gpointer object);
void nsm_field_control_pull (GtkWidget *control, NsmRecord *record, const NsmField *field);
gboolean nsm_field_control_push (GtkWidget *control, NsmRecord *record, const NsmField *field);

GPtrArray *nsm_field_dup_targets (NsmRecord *record, const NsmField *field);
void nsm_drop_down_fit (GtkDropDown *drop_down);

G_END_DECLS
