/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "record/list.h"

G_BEGIN_DECLS

/* Rows of a list that are written in place, each with a way to take it away,
 * and below them the way to add one. */

#define NSM_TYPE_INK_LIST (nsm_ink_list_get_type ())
G_DECLARE_FINAL_TYPE (NsmInkList, nsm_ink_list, NSM, INK_LIST, GtkWidget)

typedef GtkWidget *(*NsmInkRow) (NsmRecord *record);
typedef gboolean (*NsmInkFilter) (NsmRecord *record);
typedef void (*NsmInkPrepare) (NsmRecord *record);

GtkWidget *nsm_ink_list_new (const char *add_label);
void nsm_ink_list_set_list (NsmInkList *self, NsmList *list, NsmInkRow row, NsmInkFilter keep,
                            NsmInkPrepare prepare);
gboolean nsm_ink_list_focus (NsmInkList *self, NsmRecord *record, const char *field);

G_END_DECLS
