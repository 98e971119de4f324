/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kit/blank.h"

static void
on_activate (GtkWidget *blank)
{
  GtkRoot *root = gtk_widget_get_root (blank);

  if (root != NULL)
    gtk_widget_child_focus (GTK_WIDGET (root), GTK_DIR_TAB_FORWARD);
}

/* A hidden placeholder would still keep the blank as wide as itself. */
static void
on_text_changed (GtkText *text, GParamSpec *pspec, const char *placeholder)
{
  gboolean empty = gtk_editable_get_text (GTK_EDITABLE (text))[0] == '\0';

  gtk_text_set_placeholder_text (text, empty ? placeholder : NULL);
}

static void
free_text (gpointer text, GClosure *closure)
{
  g_free (text);
}

/**
 * nsm_blank_new:
 * @placeholder: what belongs into it
 *
 * Returns: (transfer floating): a #GtkText that is as wide as its words, to stand in a
 *   sentence; Enter goes on to the next one
 */
GtkWidget *
nsm_blank_new (const char *placeholder)
{
  GtkWidget *text = g_object_new (GTK_TYPE_TEXT, "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX, NULL);

  gtk_text_set_placeholder_text (GTK_TEXT (text), placeholder);
  /* As wide as its words: between two and very many characters. */
  gtk_text_set_propagate_text_width (GTK_TEXT (text), TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (text), 2);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (text), 500);
  gtk_widget_add_css_class (text, "blank");
  gtk_widget_set_valign (text, GTK_ALIGN_CENTER);
  g_signal_connect_data (text, "notify::text", G_CALLBACK (on_text_changed),
                         g_strdup (placeholder), free_text, 0);
  g_signal_connect (text, "activate", G_CALLBACK (on_activate), NULL);
  return text;
}
