/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "main-window.h"
#include "press.h"
#include "support.h"

#include <glib/gstdio.h>

#include "document/document-page.h"
#include "kit/field-row.h"
#include "kit/step-page.h"
#include "shell/help.h"
#include "shell/pages.h"
#include "shell/step-list.h"
#include "start/start-page.h"

/* The whole window, run inside the test with an application of its own. */

static NsmMainWindow *
open_window (NsmWorkshop *workshop, int width, int height)
{
  NsmMainWindow *window = main_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  if (workshop != NULL)
    {
      g_autoptr (NsmDocument) document = nsm_document_new_draft (workshop);

      nsm_main_window_set_document (window, document);
    }
  gtk_window_present (GTK_WINDOW (window));
  ui_test_settle (GTK_WIDGET (window));
  return window;
}

static void
wait_for (guint milliseconds)
{
  gint64 until = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < until)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

static void
test_start (void)
{
  NsmMainWindow *window = open_window (NULL, 1280, 800);

  g_assert_nonnull (ui_test_find (GTK_WIDGET (window), NSM_TYPE_START_PAGE, 0));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "save"));
  ui_test_assert_named (GTK_WIDGET (window));
  ui_test_picture (GTK_WIDGET (window), "start");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-draft", NULL);
  g_assert_nonnull (nsm_main_window_get_document (window));
  g_assert_cmpint (nsm_document_get_workshop (nsm_main_window_get_document (window))->mode, ==,
                   NSM_MODE_SOLO);
  main_window_close (window);
}

static void
test_example (gconstpointer name)
{
  NsmMainWindow *window = open_window (NULL, 1024, 700);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-example", "s", name);
  ui_test_settle (GTK_WIDGET (window));
  g_assert_nonnull (nsm_main_window_get_document (window));
  g_assert_null (nsm_document_get_file (nsm_main_window_get_document (window)));
  main_window_close (window);
}

static void
test_every_place (void)
{
  static const struct
  {
    int width, height;
    AdwColorScheme scheme;
    const char *name;
  } shapes[] = {
    { 1024, 700, ADW_COLOR_SCHEME_FORCE_LIGHT, "1024" },
    { 800, 600, ADW_COLOR_SCHEME_FORCE_DARK, "800-dark" },
    { 1280, 800, ADW_COLOR_SCHEME_FORCE_LIGHT, "light" },
    { 1280, 800, ADW_COLOR_SCHEME_FORCE_DARK, "dark" },
  };
  /* The wide ones can't be too narrow: they are for looking at. */
  guint n = g_getenv ("NSM_TEST_PICTURES") != NULL ? G_N_ELEMENTS (shapes) : 2;

  for (guint i = 0; i < n; i++)
    {
      NsmMainWindow *window = open_window (NULL, shapes[i].width, shapes[i].height);

      adw_style_manager_set_color_scheme (adw_style_manager_get_default (), shapes[i].scheme);
      gtk_widget_activate_action (GTK_WIDGET (window), "win.open-example", "s",
                                  "project-management");
      for (guint place = 0; place < NSM_N_PLACES; place++)
        {
          g_autofree char *name = g_strdup_printf ("place-%s-%02u", shapes[i].name, place);

          nsm_main_window_show_place (window, place);
          g_assert_cmpuint (nsm_main_window_get_place (window), ==, place);
          ui_test_settle (GTK_WIDGET (window));
          ui_test_assert_named (GTK_WIDGET (window));
          g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, shapes[i].width);
          ui_test_picture (GTK_WIDGET (window), name);
        }
      main_window_close (window);
    }
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
}

static void
test_document (void)
{
  NsmMainWindow *window = open_window (NULL, 1280, 800);
  GtkWidget *page;
  GtkWidget *row;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-example", "s", "common-mistakes");
  nsm_main_window_show_place (window, NSM_PLACE_DOCUMENT);
  ui_test_settle (GTK_WIDGET (window));
  page = ui_test_find (GTK_WIDGET (window), NSM_TYPE_DOCUMENT_PAGE, 0);
  g_assert_nonnull (page);
  ui_test_picture (GTK_WIDGET (window), "document-draft");

  /* What is missing leads to where it is missing. */
  gtk_expander_set_expanded (GTK_EXPANDER (ui_test_find (page, GTK_TYPE_EXPANDER, 0)), TRUE);
  row = ui_test_find (page, ADW_TYPE_ACTION_ROW, 0);
  g_assert_nonnull (row);
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  g_assert_cmpuint (nsm_main_window_get_place (window), !=, NSM_PLACE_DOCUMENT);
  main_window_close (window);
}

static gboolean
press_undo (GtkWidget *window)
{
  GListModel *controllers = gtk_widget_observe_controllers (window);
  gboolean found = FALSE;

  /* What a key would trigger, without a keyboard. */
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      found |= GTK_IS_SHORTCUT_CONTROLLER (controller) &&
               gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE;
    }
  g_object_unref (controllers);
  return found && gtk_widget_activate_action (window, "win.undo", NULL);
}

static void
test_undo_from_entry (void)
{
  g_autoptr (NsmWorkshop) workshop = ui_test_new_workshop ();
  NsmMainWindow *window = open_window (workshop, 1024, 700);
  GtkWidget *row;
  GtkWidget *control = NULL;

  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "undo"));
  for (guint i = 0; (row = ui_test_find (GTK_WIDGET (window), NSM_TYPE_FIELD_ROW, i)) != NULL; i++)
    if (GTK_IS_TEXT (nsm_field_row_get_control (NSM_FIELD_ROW (row))))
      {
        control = nsm_field_row_get_control (NSM_FIELD_ROW (row));
        break;
      }
  g_assert_nonnull (control);
  g_autofree char *before = g_strdup (gtk_editable_get_text (GTK_EDITABLE (control)));
  gtk_widget_grab_focus (control);
  gtk_editable_set_text (GTK_EDITABLE (control), "Another name");
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "undo"));
  while (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "undo"))
    g_assert_true (press_undo (GTK_WIDGET (window)));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (control)), ==, before);
  main_window_close (window);
}

static void
test_immersive (void)
{
  g_autoptr (NsmWorkshop) workshop = ui_test_new_workshop ();
  NsmMainWindow *window = open_window (workshop, 1024, 700);
  NsmStepPage *page = NSM_STEP_PAGE (ui_test_find (GTK_WIDGET (window), NSM_TYPE_STEP_PAGE, 0));
  GtkWidget *header = ui_test_find (GTK_WIDGET (window), ADW_TYPE_HEADER_BAR, 0);
  g_auto (GStrv) names = g_action_group_list_actions (G_ACTION_GROUP (window));
  guint place = nsm_main_window_get_place (window);

  nsm_step_page_set_immersive (page, TRUE);
  ui_test_settle (GTK_WIDGET (window));
  g_assert_false (gtk_widget_get_visible (header));
  for (guint i = 0; names[i] != NULL; i++)
    if (!g_str_equal (names[i], "close") &&
        G_IS_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (window), names[i])))
      g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), names[i]));
  nsm_main_window_show_place (window, place + 1);
  g_assert_cmpuint (nsm_main_window_get_place (window), ==, place);

  nsm_step_page_set_immersive (page, FALSE);
  g_assert_true (gtk_widget_get_visible (header));
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "open"));
  main_window_close (window);
}

static void
test_closing_frees (void)
{
  NsmWorkshop *workshop = ui_test_new_workshop ();
  NsmMainWindow *window = open_window (workshop, 1024, 700);
  GWeakRef weak_window, weak_workshop;

  for (guint place = 0; place < NSM_N_PLACES; place++)
    nsm_main_window_show_place (window, place);
  wait_for (200);
  g_weak_ref_init (&weak_window, window);
  g_weak_ref_init (&weak_workshop, workshop);
  g_object_unref (workshop);
  main_window_close (window);
  wait_for (50);
  g_assert_null (g_weak_ref_get (&weak_window));
  g_assert_null (g_weak_ref_get (&weak_workshop));
  g_weak_ref_clear (&weak_window);
  g_weak_ref_clear (&weak_workshop);
}

static GtkWidget *
find_help (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_strcmp0 (gtk_window_get_title (window), "Help") == 0)
        return GTK_WIDGET (window);
    }
  return NULL;
}

/* Every page of help is there, and named after its first line. */
static void
test_help (void)
{
  NsmMainWindow *window = open_window (NULL, 1000, 700);
  g_autoptr (GtkSelectionModel) pages = NULL;
  GtkWidget *help;

  nsm_help_show (GTK_WINDOW (window));
  help = find_help ();
  g_assert_nonnull (help);
  ui_test_settle (help);
  ui_test_assert_named (help);
  pages = gtk_stack_get_pages (GTK_STACK (ui_test_find (help, GTK_TYPE_STACK, 0)));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (pages)), ==, 8);
  for (guint i = 0; i < 8; i++)
    {
      GtkStackPage *page = g_list_model_get_item (G_LIST_MODEL (pages), i);

      g_assert_cmpstr (gtk_stack_page_get_title (page), !=, "");
      g_object_unref (page);
    }
  gtk_window_destroy (GTK_WINDOW (help));
  main_window_close (window);
}

static GtkWidget *
find_question (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return window;
    }
  return NULL;
}

/* What can't be saved is lost only when somebody says so, and the window then goes
 * while its question is still closing. */
static void
test_closing_unsaved (void)
{
  g_autofree char *folder = g_dir_make_tmp ("nsm-closing-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "acme.nsm", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (NsmWorkshop) workshop = ui_test_new_workshop ();
  g_autoptr (NsmDocument) document = nsm_document_new_draft (workshop);
  NsmMainWindow *window = main_window_new ();
  GtkWidget *question;
  GWeakRef weak;

  g_assert_true (nsm_document_save_as (document, file, &error));
  g_assert_no_error (error);
  nsm_main_window_set_document (window, document);
  gtk_window_present (GTK_WINDOW (window));
  ui_test_settle (GTK_WIDGET (window));
  g_weak_ref_init (&weak, window);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_object_set (workshop, "title", "Never saved", NULL);

  gtk_window_close (GTK_WINDOW (window));
  ui_test_settle (GTK_WIDGET (window));
  question = find_question ();
  g_assert_nonnull (question);
  g_signal_emit_by_name (press_find (question, "Cancel"), "clicked");
  wait_for (50);
  g_assert_null (find_question ());
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (window)));

  gtk_window_close (GTK_WINDOW (window));
  ui_test_settle (GTK_WIDGET (window));
  g_signal_emit_by_name (press_find (find_question (), "Close"), "clicked");
  wait_for (50);
  g_assert_null (find_question ());
  g_assert_null (g_weak_ref_get (&weak));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_weak_ref_clear (&weak);
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/shell/start", test_start);
  g_test_add_data_func ("/ui/shell/example/project-management", "project-management", test_example);
  g_test_add_data_func ("/ui/shell/example/fitness", "fitness", test_example);
  g_test_add_data_func ("/ui/shell/example/marketplace", "marketplace", test_example);
  g_test_add_data_func ("/ui/shell/example/common-mistakes", "common-mistakes", test_example);
  g_test_add_func ("/ui/shell/every-place", test_every_place);
  g_test_add_func ("/ui/shell/document", test_document);
  g_test_add_func ("/ui/shell/undo-from-entry", test_undo_from_entry);
  g_test_add_func ("/ui/shell/immersive", test_immersive);
  g_test_add_func ("/ui/shell/help", test_help);
  g_test_add_func ("/ui/shell/closing-frees", test_closing_frees);
  g_test_add_func ("/ui/shell/closing-unsaved", test_closing_unsaved);
}

int
main (int argc, char **argv)
{
  return main_window_run (&argc, &argv, add_tests);
}
