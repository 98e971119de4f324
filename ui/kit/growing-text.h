/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A text view that is always as tall as its text at the width it gets. By
 * itself GtkTextView asks for its height only after it was drawn. */

#define NSM_TYPE_GROWING_TEXT (nsm_growing_text_get_type ())
G_DECLARE_DERIVABLE_TYPE (NsmGrowingText, nsm_growing_text, NSM, GROWING_TEXT, GtkTextView)

struct _NsmGrowingTextClass
{
  GtkTextViewClass parent_class;
};

GtkWidget *nsm_growing_text_new (void);
char *nsm_growing_text_dup_text (NsmGrowingText *self);
void nsm_growing_text_set_placeholder (NsmGrowingText *self, const char *placeholder);

G_END_DECLS
