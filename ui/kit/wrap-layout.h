/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lays children out as words in a sentence: one after another, wrapping to a
 * new line when the width is used up. Those that expand share what is left of
 * their line. Mirrored for right-to-left. */

#define NSM_TYPE_WRAP_LAYOUT (nsm_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (NsmWrapLayout, nsm_wrap_layout, NSM, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *nsm_wrap_layout_new (int spacing, int line_spacing);

G_END_DECLS
