/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "press.h"

#include "support.h"

static gboolean
says (GtkWidget *widget, const char *words)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, words))
      return TRUE;
  return FALSE;
}

/**
 * press_find:
 *
 * Returns: (transfer none) (nullable): the first button below @root that can be seen
 *   and has @words on it
 */
GtkWidget *
press_find (GtkWidget *root, const char *words)
{
  if (!gtk_widget_get_visible (root) || !gtk_widget_get_child_visible (root))
    return NULL;
  if (GTK_IS_BUTTON (root) && says (root, words))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = press_find (child, words);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/**
 * press:
 *
 * Presses that button, as a person would, and waits for what comes of it.
 */
void
press (GtkWidget *page, const char *words)
{
  GtkWidget *button = press_find (page, words);

  if (button == NULL)
    g_error ("there is no button “%s”", words);
  g_assert_true (gtk_widget_is_sensitive (button));
  if (GTK_IS_TOGGLE_BUTTON (button))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  else
    g_signal_emit_by_name (button, "clicked");
  ui_test_settle (page);
}
