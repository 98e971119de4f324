/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A button that offers the columns of a file that aren't used yet, with a search.
 *
 * Signal "chosen" (name). */

#define NSM_TYPE_DATA_OTHER (nsm_data_other_get_type ())
G_DECLARE_FINAL_TYPE (NsmDataOther, nsm_data_other, NSM, DATA_OTHER, GtkWidget)

GtkWidget *nsm_data_other_new (void);
void nsm_data_other_set_names (NsmDataOther *self, const char *const *column_names);

G_END_DECLS
