/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "press.h"
#include "support.h"

#include "document/document-page.h"
#include "document/freeze-dialog.h"
#include "document/version-picker.h"
#include "kit/field-row.h"
#include "method/versions.h"
#include "record/journal.h"
#include "shell/application.h"
#include "shell/step-list.h"
#include "shell/window.h"

/* A definition becomes final, changes, becomes final again, and can be looked at as it was. */

static NsmApplication *application;

static NsmMainWindow *
open_example (const char *name)
{
  NsmMainWindow *window = nsm_main_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-example", "s", name);
  nsm_main_window_show_place (window, NSM_PLACE_DOCUMENT);
  ui_test_settle (GTK_WIDGET (window));
  return window;
}

static void
close_window (NsmMainWindow *window)
{
  nsm_document_discard (nsm_main_window_get_document (window));
  ui_test_close (GTK_WIDGET (window));
}

static GtkWidget *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (NSM_IS_FREEZE_DIALOG (window) && gtk_widget_get_mapped (window))
        return window;
    }
  return NULL;
}

static GtkWidget *
ask_freeze (NsmMainWindow *window)
{
  GtkWidget *dialog;

  press (GTK_WIDGET (window), "Mark as");
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  ui_test_settle (dialog);
  return dialog;
}

/* Presses what closes the dialog. */
static void
answer (GtkWidget *dialog, const char *words)
{
  GtkWidget *button = press_find (dialog, words);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  gtk_widget_activate (button);
  while (find_dialog () != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_next_version (void)
{
  NsmMainWindow *window = open_example ("project-management");
  NsmWorkshop *workshop = nsm_document_get_workshop (nsm_main_window_get_document (window));
  guint before = nsm_workshop_get_version_number (workshop);
  g_autofree char *label = g_strdup_printf ("Version %u", before + 1);
  g_autofree char *becomes = g_strdup_printf ("becomes version %u", before + 1);
  GtkWidget *dialog;
  GtkWidget *row;

  /* Nothing changed: there is nothing to be called final. */
  g_assert_true (nsm_workshop_is_final (workshop));
  g_assert_null (press_find (GTK_WIDGET (window), "Mark as"));

  g_object_set (workshop->definition, "owner", "Somebody else", NULL);
  ui_test_settle (GTK_WIDGET (window));
  dialog = ask_freeze (window);
  ui_test_assert_named (dialog);
  g_assert_true (press_is_said (dialog, becomes));
  g_assert_true (press_is_said (dialog, "Nothing is missing."));
  g_assert_true (press_is_said (dialog, "Somebody else"));
  g_assert_true (press_is_said (dialog, "Was:"));
  ui_test_picture (dialog, "freeze");
  row = ui_test_find (dialog, NSM_TYPE_FIELD_ROW, 0);
  g_assert_nonnull (row);
  g_assert_true (gtk_widget_get_mapped (row));
  g_object_set (workshop, "change-why", "The team was split.", NULL);
  answer (dialog, label);
  g_assert_null (find_dialog ());
  ui_test_settle (GTK_WIDGET (window));
  g_assert_true (nsm_workshop_is_final (workshop));
  g_assert_cmpuint (nsm_workshop_get_version_number (workshop), ==, before + 1);
  g_assert_cmpstr (nsm_workshop_get_latest_version (workshop)->why, ==, "The team was split.");
  g_assert_true (press_is_said (GTK_WIDGET (window), "is final"));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_false (nsm_workshop_is_final (workshop));
  close_window (window);
}

/* The key, or the menu, when there is nothing to do. */
static void
test_nothing_changed (void)
{
  NsmMainWindow *window = open_example ("project-management");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.freeze", NULL);
  ui_test_settle (GTK_WIDGET (window));
  g_assert_null (find_dialog ());
  g_assert_true (press_is_said (GTK_WIDGET (window), "Nothing changed since"));
  close_window (window);
}

static void
test_cancel (void)
{
  NsmMainWindow *window = open_example ("project-management");
  NsmWorkshop *workshop = nsm_document_get_workshop (nsm_main_window_get_document (window));
  guint n = nsm_list_get_size (workshop->versions);

  g_object_set (workshop->definition, "owner", "Somebody else", NULL);
  ui_test_settle (GTK_WIDGET (window));
  answer (ask_freeze (window), "Cancel");
  g_assert_null (find_dialog ());
  g_assert_cmpuint (nsm_list_get_size (workshop->versions), ==, n);
  g_assert_false (nsm_workshop_is_final (workshop));
  close_window (window);
}

/* What is missing is said, and it can't be final. */
static void
test_missing (void)
{
  NsmMainWindow *window = open_example ("common-mistakes");
  NsmWorkshop *workshop = nsm_document_get_workshop (nsm_main_window_get_document (window));
  NsmFreezeDialog *dialog = nsm_freeze_dialog_new (GTK_WINDOW (window), workshop);

  gtk_window_present (GTK_WINDOW (dialog));
  ui_test_settle (GTK_WIDGET (dialog));
  g_assert_true (press_is_said (GTK_WIDGET (dialog), "missing before it can be final"));
  g_assert_false (gtk_widget_is_sensitive (press_find (GTK_WIDGET (dialog), "Version 1")));
  ui_test_picture (GTK_WIDGET (dialog), "freeze-missing");
  gtk_window_destroy (GTK_WINDOW (dialog));
  close_window (window);
}

static void
test_picker (void)
{
  NsmMainWindow *window = open_example ("project-management");
  NsmWorkshop *workshop = nsm_document_get_workshop (nsm_main_window_get_document (window));
  GtkWidget *page = ui_test_find (GTK_WIDGET (window), NSM_TYPE_DOCUMENT_PAGE, 0);
  NsmVersionPicker *picker;
  NsmVersion *version = nsm_workshop_get_latest_version (workshop);
  GtkWidget *button;
  GtkWidget *list;

  g_assert_nonnull (version);
  g_object_set (workshop->decision, "why", "A reason that came later.", NULL);
  ui_test_settle (GTK_WIDGET (window));
  picker = NSM_VERSION_PICKER (ui_test_find (page, NSM_TYPE_VERSION_PICKER, 0));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (picker)));
  g_assert_true (press_is_said (page, "A reason that came later."));
  g_assert_cmpuint (nsm_document_page_get_version (NSM_DOCUMENT_PAGE (page)), ==, 0);

  /* Now, and the one there is. */
  button = ui_test_find (GTK_WIDGET (picker), GTK_TYPE_MENU_BUTTON, 0);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  ui_test_settle (GTK_WIDGET (window));
  ui_test_picture (GTK_WIDGET (window), "version-picker");
  list = ui_test_find (GTK_WIDGET (picker), GTK_TYPE_LIST_BOX, 0);
  g_assert_null (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 2));
  g_signal_emit_by_name (list, "row-activated",
                         gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1));
  ui_test_settle (GTK_WIDGET (window));
  g_assert_cmpuint (nsm_document_page_get_version (NSM_DOCUMENT_PAGE (page)), ==,
                    (guint) version->number);
  g_assert_false (press_is_said (page, "A reason that came later."));
  g_assert_true (press_is_said (page, "As it was when it became final."));
  g_assert_null (press_find (page, "Mark as"));
  ui_test_picture (GTK_WIDGET (window), "version-shown");

  /* Undoing what made a version goes back to what there is. */
  nsm_document_page_set_version (NSM_DOCUMENT_PAGE (page), 0);
  ui_test_settle (GTK_WIDGET (window));
  g_assert_true (press_is_said (page, "A reason that came later."));
  version = nsm_workshop_freeze (workshop);
  nsm_document_page_set_version (NSM_DOCUMENT_PAGE (page), (guint) version->number);
  ui_test_settle (GTK_WIDGET (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  ui_test_settle (GTK_WIDGET (window));
  g_assert_cmpuint (nsm_document_page_get_version (NSM_DOCUMENT_PAGE (page)), ==, 0);
  close_window (window);
}

int
main (int argc, char **argv)
{
  g_autofree char *state = g_dir_make_tmp ("nsm-versions-XXXXXX", NULL);
  int result;

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_setenv ("XDG_DATA_HOME", state, TRUE);
  ui_test_init (&argc, &argv);
  application = nsm_application_new (NSM_APP_ID ".Test", G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_test_add_func ("/ui/versions/next", test_next_version);
  g_test_add_func ("/ui/versions/nothing-changed", test_nothing_changed);
  g_test_add_func ("/ui/versions/cancel", test_cancel);
  g_test_add_func ("/ui/versions/missing", test_missing);
  g_test_add_func ("/ui/versions/picker", test_picker);
  result = g_test_run ();
  g_object_unref (application);
  return result;
}
