/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "main-window.h"

#include "shell/step-list.h"
#include "store/document.h"
#include "support.h"

static NsmApplication *application;

/**
 * main_window_run:
 * @add_tests: adds them
 *
 * Returns: what main() returns
 */
int
main_window_run (int *argc, char ***argv, void (*add_tests) (void))
{
  g_autofree char *state = g_dir_make_tmp ("nsm-window-XXXXXX", NULL);
  int result;

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_setenv ("XDG_DATA_HOME", state, TRUE);
  ui_test_init (argc, argv);
  application = nsm_application_new (NSM_APP_ID ".Test", G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  add_tests ();
  result = g_test_run ();
  g_object_unref (application);
  return result;
}

NsmMainWindow *
main_window_new (void)
{
  return nsm_main_window_new (application);
}

/**
 * main_window_open_document:
 * @example: "fitness"
 *
 * Returns: (transfer none): a window with that example, at its document
 */
NsmMainWindow *
main_window_open_document (const char *example)
{
  NsmMainWindow *window = main_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-example", "s", example);
  nsm_main_window_show_place (window, NSM_PLACE_DOCUMENT);
  ui_test_settle (GTK_WIDGET (window));
  return window;
}

/**
 * main_window_close:
 *
 * Closes the window; what was changed in it is gone.
 */
void
main_window_close (NsmMainWindow *window)
{
  NsmDocument *document = nsm_main_window_get_document (window);

  if (document != NULL)
    nsm_document_discard (document);
  ui_test_close (GTK_WIDGET (window));
}

/**
 * main_window_find:
 *
 * Returns: (transfer none) (nullable): a window that is shown and is a @type
 */
GtkWidget *
main_window_find (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type) && gtk_widget_get_mapped (window))
        return window;
    }
  return NULL;
}
