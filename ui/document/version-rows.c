/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/version-rows.h"

#include <glib/gi18n-lib.h>

/**
 * nsm_version_rows_new_words:
 * @css_class: (nullable): how they look
 *
 * Returns: (transfer floating): a label that wraps
 */
GtkWidget *
nsm_version_rows_new_words (const char *words, const char *css_class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* Rows that are only to be read. */

static GtkBox *
add_row (GtkListBox *list)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_append (list, row);
  return GTK_BOX (box);
}

/**
 * nsm_version_rows_add_words:
 */
void
nsm_version_rows_add_words (GtkListBox *list, const char *words)
{
  gtk_box_append (add_row (list), nsm_version_rows_new_words (words, NULL));
}

/**
 * nsm_version_rows_add_change:
 *
 * Adds what differs between two versions: where, from what, to what.
 */
void
nsm_version_rows_add_change (GtkListBox *list, const NsmVersionChange *change)
{
  GtkBox *box = add_row (list);
  g_autofree char *before =
    change->before != NULL ? g_strdup_printf (_("Was: %s"), change->before) : NULL;

  gtk_box_append (box, nsm_version_rows_new_words (change->label, "caption-strong"));
  if (before != NULL)
    gtk_box_append (box, nsm_version_rows_new_words (before, "secondary"));
  gtk_box_append (box, nsm_version_rows_new_words (change->after != NULL ? change->after
                                                                         : _("It is gone."),
                                                   NULL));
}
