/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/workshop.h"

G_BEGIN_DECLS

char *nsm_record_dup_name (NsmRecord *record);
char *nsm_field_dup_words (NsmRecord *record, const NsmField *field);
char *nsm_date_dup_words (const char *date);
char *nsm_number_dup_words (double number);
gboolean nsm_number_from_words (const char *text, double *number);

void nsm_widget_set_name_for_readers (GtkWidget *widget, const char *name);
void nsm_names_hand_down (void);
void nsm_widget_announce (GtkWidget *widget, const char *words);

G_END_DECLS
