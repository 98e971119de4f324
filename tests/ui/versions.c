/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "main-window.h"
#include "press.h"
#include "support.h"

#include "document/document-page.h"
#include "document/freeze-dialog.h"
#include "document/version-picker.h"
#include "kit/field-row.h"
#include "method/versions.h"
#include "record/journal.h"
#include "shell/step-list.h"

/* A definition becomes final, changes, becomes final again, and can be looked at as it was. */

static GtkWidget *
ask_freeze (NsmMainWindow *window)
{
  GtkWidget *dialog;

  press (GTK_WIDGET (window), "Mark as");
  dialog = main_window_find (NSM_TYPE_FREEZE_DIALOG);
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
  while (main_window_find (NSM_TYPE_FREEZE_DIALOG) != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_next_version (void)
{
  NsmMainWindow *window = main_window_open_document ("project-management");
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
  g_assert_null (main_window_find (NSM_TYPE_FREEZE_DIALOG));
  ui_test_settle (GTK_WIDGET (window));
  g_assert_true (nsm_workshop_is_final (workshop));
  g_assert_cmpuint (nsm_workshop_get_version_number (workshop), ==, before + 1);
  g_assert_cmpstr (nsm_workshop_get_latest_version (workshop)->why, ==, "The team was split.");
  g_assert_true (press_is_said (GTK_WIDGET (window), "is final"));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_false (nsm_workshop_is_final (workshop));
  main_window_close (window);
}

/* The key, or the menu, when there is nothing to do. */
static void
test_nothing_changed (void)
{
  NsmMainWindow *window = main_window_open_document ("project-management");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.freeze", NULL);
  ui_test_settle (GTK_WIDGET (window));
  g_assert_null (main_window_find (NSM_TYPE_FREEZE_DIALOG));
  g_assert_true (press_is_said (GTK_WIDGET (window), "Nothing changed since"));
  main_window_close (window);
}

static void
test_cancel (void)
{
  NsmMainWindow *window = main_window_open_document ("project-management");
  NsmWorkshop *workshop = nsm_document_get_workshop (nsm_main_window_get_document (window));
  guint n = nsm_list_get_size (workshop->versions);

  g_object_set (workshop->definition, "owner", "Somebody else", NULL);
  ui_test_settle (GTK_WIDGET (window));
  answer (ask_freeze (window), "Cancel");
  g_assert_null (main_window_find (NSM_TYPE_FREEZE_DIALOG));
  g_assert_cmpuint (nsm_list_get_size (workshop->versions), ==, n);
  g_assert_false (nsm_workshop_is_final (workshop));
  main_window_close (window);
}

/* What is missing is said, and it can't be final. */
static void
test_missing (void)
{
  NsmMainWindow *window = main_window_open_document ("common-mistakes");
  NsmWorkshop *workshop = nsm_document_get_workshop (nsm_main_window_get_document (window));
  NsmFreezeDialog *dialog = nsm_freeze_dialog_new (GTK_WINDOW (window), workshop);

  gtk_window_present (GTK_WINDOW (dialog));
  ui_test_settle (GTK_WIDGET (dialog));
  g_assert_true (press_is_said (GTK_WIDGET (dialog), "missing before it can be final"));
  g_assert_false (gtk_widget_is_sensitive (press_find (GTK_WIDGET (dialog), "Version 1")));
  ui_test_picture (GTK_WIDGET (dialog), "freeze-missing");
  gtk_window_destroy (GTK_WINDOW (dialog));
  main_window_close (window);
}

static void
test_picker (void)
{
  NsmMainWindow *window = main_window_open_document ("project-management");
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
  main_window_close (window);
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/versions/next", test_next_version);
  g_test_add_func ("/ui/versions/nothing-changed", test_nothing_changed);
  g_test_add_func ("/ui/versions/cancel", test_cancel);
  g_test_add_func ("/ui/versions/missing", test_missing);
  g_test_add_func ("/ui/versions/picker", test_picker);
}

int
main (int argc, char **argv)
{
  return main_window_run (&argc, &argv, add_tests);
}
