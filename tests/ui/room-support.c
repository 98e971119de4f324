/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "room-support.h"

#include "panel.h"
#include "rounds/scene.h"
#include "support.h"

NsmKeyStore *room_keys;

/* Runs what @add_tests adds, with keys and states in a folder of their own. */
int
room_run (int *argc, char ***argv, void (*add_tests) (void))
{
  g_autofree char *state = g_dir_make_tmp ("nsm-room-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (state, "keys", NULL);
  int result;

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_setenv ("XDG_DATA_HOME", state, TRUE);
  ui_test_init (argc, argv);
  room_keys = nsm_key_store_new (folder);
  add_tests ();
  result = g_test_run ();
  g_object_unref (room_keys);
  return result;
}

void
room_init (Room *room, int width, int height)
{
  GtkWidget *view;

  room->workshop = panel_new_workshop (NSM_MODE_FACILITATED);
  room->document = nsm_document_new_draft (room->workshop);
  room->timer = nsm_timer_new ();
  nsm_timer_set_place (room->timer, room->workshop, NSM_STEP_SCORING);
  view = nsm_room_view_new (room->document, room->timer);
  nsm_room_view_set_place (NSM_ROOM_VIEW (view), NSM_STEP_SCORING);
  room->window = ui_test_open (view, width, height);
}

void
room_clear (Room *room)
{
  ui_test_close (room->window);
  nsm_document_discard (room->document);
  g_object_unref (room->timer);
  g_object_unref (room->document);
  g_object_unref (room->workshop);
}

NsmRoomView *
room_get_view (Room *room)
{
  return NSM_ROOM_VIEW (ui_test_find (room->window, NSM_TYPE_ROOM_VIEW, 0));
}

NsmRound *
room_open_round (Room *room, NsmRoundKind kind)
{
  g_autoptr (GError) error = NULL;
  NsmRound *round = nsm_round_open (room->workshop, kind, room_keys, &error);

  g_assert_no_error (error);
  nsm_scene_set_round (nsm_scene_get (room->document), NSM_RECORD (round)->id);
  ui_test_settle (room->window);
  return round;
}

/* Everybody's marks, shifted by @shift, and a text that may be found nowhere. */
void
room_cast_scores (NsmRound *round, guint person, guint shift)
{
  g_autoptr (NsmAnswer) answer = g_object_new (NSM_TYPE_ANSWER, NULL);
  NsmRosterEntry *who = nsm_list_get (round->roster, person);
  g_autofree char *receipt = NULL;
  g_autoptr (GError) error = NULL;

  g_object_set (answer, "person", who->person, NULL);
  NSM_LIST_EACH (NsmSubject, subject, round->subjects)
    {
      guint candidate = panel_get_candidate (subject->title);

      NSM_LIST_EACH (NsmAspect, aspect, round->aspects)
        {
          NsmEntry *entry = nsm_answer_ensure_entry (answer, subject->subject, aspect->aspect);
          guint mark = (panel_marks[candidate][aspect_i][person] + shift - 1) % 5 + 1;

          g_object_set (entry, "mark", (double) mark, "text", CANARY, NULL);
        }
    }
  g_assert_true (nsm_round_cast (round, answer, &receipt, &error));
  g_assert_no_error (error);
}

gboolean
room_says (GtkWidget *widget, const char *words)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), words))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (room_says (child, words))
      return TRUE;
  return FALSE;
}
