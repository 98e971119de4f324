/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The marks of one cell, large, on a line from 1 to 5. */

#define NSM_TYPE_MARK_LINE (nsm_mark_line_get_type ())
G_DECLARE_FINAL_TYPE (NsmMarkLine, nsm_mark_line, NSM, MARK_LINE, GtkWidget)

void nsm_mark_line_set_voices (NsmMarkLine *self, GPtrArray *voices);
void nsm_mark_line_set_agreed (NsmMarkLine *self, double agreed);

G_END_DECLS
