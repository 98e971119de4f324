/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/radio-rows.h"

/* Choices of which one holds, each with a line that says what it means. */

static GtkCheckButton *
get_button (GtkListBox *list, guint position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, (int) position);
  GtkWidget *button =
    row != NULL ? adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row)) : NULL;

  return button != NULL ? GTK_CHECK_BUTTON (button) : NULL;
}

/**
 * nsm_radio_rows_add:
 * @about: (nullable): what it means
 * @aside: (nullable): a word at the end of the row
 *
 * Adds a choice at the end of @list.
 *
 * Returns: (transfer none): its button
 */
GtkCheckButton *
nsm_radio_rows_add (GtkListBox *list, const char *title, const char *about, const char *aside)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (about != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), about);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (button), get_button (list, 0));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  /* Its name is the title of its row. */
  if (about != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    about, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  if (aside != NULL)
    {
      GtkWidget *label = gtk_label_new (aside);

      gtk_widget_add_css_class (label, "secondary");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }
  gtk_list_box_append (list, row);
  return GTK_CHECK_BUTTON (button);
}

/**
 * nsm_radio_rows_choose:
 *
 * Presses the button of the row there.
 *
 * Returns: (transfer none) (nullable): the button
 */
GtkWidget *
nsm_radio_rows_choose (GtkListBox *list, guint position)
{
  GtkCheckButton *button = get_button (list, position);

  if (button != NULL)
    gtk_check_button_set_active (button, TRUE);
  return GTK_WIDGET (button);
}
