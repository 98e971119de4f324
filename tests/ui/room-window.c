/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "panel.h"
#include "room-support.h"
#include "room/screen.h"
#include "shell/application.h"
#include "shell/window.h"
#include "support.h"

/* The window of the room beside the facilitator's own. */

static NsmApplication *application;

static GtkWidget *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }
  return NULL;
}

static void
test_window (void)
{
  g_autoptr (NsmWorkshop) workshop = panel_new_workshop (NSM_MODE_FACILITATED);
  g_autoptr (NsmDocument) document = nsm_document_new_draft (workshop);
  NsmMainWindow *window = nsm_main_window_new (application);
  GtkWidget *room;

  nsm_main_window_set_document (window, document);
  gtk_window_present (GTK_WINDOW (window));
  ui_test_settle (GTK_WIDGET (window));
  g_assert_null (find_window (NSM_TYPE_ROOM_WINDOW));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.room-window", NULL);
  room = find_window (NSM_TYPE_ROOM_WINDOW);
  g_assert_nonnull (room);
  ui_test_settle (room);
  ui_test_assert_named (room);
  nsm_main_window_show_place (window, NSM_STEP_STRESS);
  ui_test_settle (room);
  g_assert_true (room_says (room, "Stress tests"));

  /* Closing it closes nothing else. */
  gtk_widget_activate_action (room, "room.close", NULL);
  ui_test_settle (GTK_WIDGET (window));
  g_assert_null (find_window (NSM_TYPE_ROOM_WINDOW));
  g_assert_true (nsm_main_window_get_document (window) == document);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.room-window", NULL);
  g_assert_nonnull (find_window (NSM_TYPE_ROOM_WINDOW));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.room-window", NULL);
  g_assert_null (find_window (NSM_TYPE_ROOM_WINDOW));

  /* And it goes with its workshop. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.room-window", NULL);
  g_assert_nonnull (find_window (NSM_TYPE_ROOM_WINDOW));
  nsm_document_discard (document);
  ui_test_close (GTK_WIDGET (window));
  g_assert_null (find_window (NSM_TYPE_ROOM_WINDOW));
}

static void
test_solo_has_none (void)
{
  g_autoptr (NsmWorkshop) workshop = panel_new_workshop (NSM_MODE_SOLO);
  g_autoptr (NsmDocument) document = nsm_document_new_draft (workshop);
  NsmMainWindow *window = nsm_main_window_new (application);

  nsm_main_window_set_document (window, document);
  gtk_window_present (GTK_WINDOW (window));
  ui_test_settle (GTK_WIDGET (window));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "room-window"));
  nsm_document_discard (document);
  ui_test_close (GTK_WIDGET (window));
}

/* Whether the room sees the facilitator's screen */

static void
count_up (GObject *owner)
{
  guint n = GPOINTER_TO_UINT (g_object_get_data (owner, "count"));

  g_object_set_data (owner, "count", GUINT_TO_POINTER (n + 1));
}

static guint
ask_screen (GtkWidget *window, NsmDocument *document, const char *first, const char *second)
{
  g_autoptr (GObject) owner = g_object_new (G_TYPE_OBJECT, NULL);
  GtkWidget *dialog;

  nsm_room_ask_screen (GTK_WINDOW (window), document, count_up, owner);
  dialog = find_window (ADW_TYPE_MESSAGE_DIALOG);
  if (dialog != NULL)
    {
      ui_test_settle (dialog);
      ui_test_assert_named (dialog);
      g_assert_cmpuint (GPOINTER_TO_UINT (g_object_get_data (owner, "count")), ==, 0);
      ui_test_picture (dialog, "room-screen");
      adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), first);
      ui_test_close (dialog);
    }
  dialog = find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_true ((dialog != NULL) == (second != NULL));
  if (dialog != NULL)
    {
      ui_test_settle (dialog);
      ui_test_picture (dialog, "room-screen-how");
      adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), second);
      ui_test_close (dialog);
    }
  return GPOINTER_TO_UINT (g_object_get_data (owner, "count"));
}

static void
test_screen (void)
{
  g_autoptr (NsmWorkshop) workshop = panel_new_workshop (NSM_MODE_FACILITATED);
  g_autoptr (NsmDocument) document = nsm_document_new_draft (workshop);
  GtkWidget *window = ui_test_open (gtk_label_new ("Round"), 800, 600);

  g_assert_cmpuint (ask_screen (window, document, "cancel", NULL), ==, 0);
  g_assert_cmpuint (ask_screen (window, document, "room", "cancel"), ==, 0);
  g_assert_false (nsm_room_is_screen_private (document));
  g_assert_cmpuint (ask_screen (window, document, "room", "private"), ==, 1);
  g_assert_true (nsm_room_is_screen_private (document));
  g_assert_cmpuint (ask_screen (window, document, NULL, NULL), ==, 1);
  nsm_room_set_screen_private (document, FALSE);
  g_assert_cmpuint (ask_screen (window, document, "alone", NULL), ==, 1);
  g_assert_cmpuint (ask_screen (window, document, NULL, NULL), ==, 1);
  nsm_document_discard (document);
  ui_test_close (window);
}

static void
add_tests (void)
{
  application = nsm_application_new (NSM_APP_ID ".Test", G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_test_add_func ("/ui/room/window", test_window);
  g_test_add_func ("/ui/room/solo-has-none", test_solo_has_none);
  g_test_add_func ("/ui/room/screen", test_screen);
}

int
main (int argc, char **argv)
{
  int result = room_run (&argc, &argv, add_tests);

  g_object_unref (application);
  return result;
}
