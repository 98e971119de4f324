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

/**
 * press_is_said:
 *
 * Returns: whether @words stand on a label below @root that can be seen
 */
gboolean
press_is_said (GtkWidget *root, const char *words)
{
  if (!gtk_widget_get_mapped (root))
    return FALSE;
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_text (GTK_LABEL (root)), words) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (press_is_said (child, words))
      return TRUE;
  return FALSE;
}

static gboolean
on_late (gpointer late)
{
  *(gboolean *) late = TRUE;
  return G_SOURCE_REMOVE;
}

/**
 * press_wait_until_said:
 *
 * Runs until @words can be seen on @page; a minute without them fails the test.
 */
void
press_wait_until_said (GtkWidget *page, const char *words)
{
  gboolean late = FALSE;
  guint id = g_timeout_add_seconds (60, on_late, &late);

  while (!press_is_said (page, words) && !late)
    g_main_context_iteration (NULL, TRUE);
  if (late)
    g_error ("nobody said “%s”", words);
  g_source_remove (id);
  ui_test_settle (page);
}
