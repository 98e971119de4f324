/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kit/check-toggle.h"

/**
 * nsm_check_toggle_new:
 * @label: the word on it
 *
 * Returns: (transfer floating): a toggle button that shows a tick while it is down, so that
 *   its state isn't told by colour alone
 */
GtkWidget *
nsm_check_toggle_new (const char *label)
{
  GtkWidget *toggle = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *tick = gtk_image_new_from_icon_name ("object-select-symbolic");
  GtkWidget *word = gtk_label_new (label);

  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), tick);
  gtk_box_append (GTK_BOX (box), word);
  gtk_button_set_child (GTK_BUTTON (toggle), box);
  gtk_widget_add_css_class (toggle, "check-toggle");
  g_object_bind_property (toggle, "active", tick, "visible", G_BINDING_SYNC_CREATE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  return toggle;
}
