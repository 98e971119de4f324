/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "panel.h"
#include "room-support.h"
#include "support.h"

#include "kit/style.h"
#include "room/clock.h"
#include "room/people.h"
#include "room/scaler.h"
#include "rounds/scene.h"
#include "scoring/reveal.h"
#include "scoring/score-cell.h"

/* What the room sees, from the first question to the disagreement. */

#define READABLE 28 /* pixels on a canvas 1920 wide, for whoever sits three metres away */

static void
cast_game (NsmRound *round, guint person, const char *choice)
{
  g_autoptr (NsmAnswer) answer = g_object_new (NSM_TYPE_ANSWER, NULL);
  NsmRosterEntry *who = nsm_list_get (round->roster, person);
  g_autofree char *receipt = NULL;
  g_autoptr (GError) error = NULL;
  NsmEntry *entry;

  g_object_set (answer, "person", who->person, NULL);
  entry = nsm_answer_ensure_entry (answer, "", "");
  g_object_set (entry, "choice", choice, "text", CANARY, NULL);
  g_assert_true (nsm_round_cast (round, answer, &receipt, &error));
  g_assert_no_error (error);
}

static void
close_and_reveal (NsmRound *round)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (nsm_round_close (round, &error));
  g_assert_true (nsm_round_reveal (round, room_keys, &error));
  g_assert_no_error (error);
}

/* The figures are computed in a thread: until the map is there. */
static void
wait_open (Room *room)
{
  NsmReveal *reveal = NSM_REVEAL (ui_test_find (room->window, NSM_TYPE_REVEAL, 0));

  while (!nsm_reveal_is_open (reveal))
    g_main_context_iteration (NULL, TRUE);
  ui_test_settle (room->window);
}

/* Subjects are shuffled in each round. */
static void
set_cell (Room *room, NsmRound *round, guint candidate, guint criterion)
{
  NSM_LIST_EACH (NsmSubject, subject, round->subjects)
    if (panel_get_candidate (subject->title) == candidate)
      nsm_scene_set_cell (nsm_scene_get (room->document), subject->subject,
                          ((NsmAspect *) nsm_list_get (round->aspects, criterion))->aspect);
  ui_test_settle (room->window);
}

static void
test_states (void)
{
  Room room;
  NsmRound *round;
  NsmRosterEntry *person;
  NsmScene *scene;

  room_init (&room, 1920, 1080);
  scene = nsm_scene_get (room.document);
  g_assert_cmpstr (nsm_room_view_get_state (room_get_view (&room)), ==, "ask");
  g_assert_true (room_says (room.window, "Acme Projects"));
  g_assert_true (room_says (room.window, "Scoring"));
  g_assert_null (ui_test_find (room.window, NSM_TYPE_SCORE_CELL, 0));
  ui_test_picture (room.window, "room-idle");

  round = room_open_round (&room, NSM_ROUND_KIND_SCORES);
  g_assert_true (room_says (room.window, "Scoring · round 1"));
  g_assert_true (room_says (room.window, round->question));
  g_assert_true (room_says (room.window, "0 of 4 are in"));
  room_cast_scores (round, 0, 0);
  room_cast_scores (round, 1, 0);
  person = nsm_list_get (round->roster, 2);
  nsm_scene_set_holder (scene, person->person);
  ui_test_settle (room.window);
  g_assert_true (room_says (room.window, "2 of 4 are in"));
  g_assert_true (room_says (room.window, "Locked in"));
  g_assert_true (room_says (room.window, "Has the laptop"));
  g_assert_true (room_says (room.window, "Not yet"));
  ui_test_picture (room.window, "room-open");
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      ADW_COLOR_SCHEME_FORCE_DARK);
  ui_test_picture (room.window, "room-open-dark");
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      ADW_COLOR_SCHEME_FORCE_LIGHT);

  nsm_scene_set_holder (scene, NULL);
  room_cast_scores (round, 2, 0);
  room_cast_scores (round, 3, 0);
  ui_test_settle (room.window);
  g_assert_true (room_says (room.window, "Everybody is in"));
  g_assert_true (nsm_round_close (round, NULL));
  ui_test_settle (room.window);
  g_assert_true (room_says (room.window, round->chain_words));
  ui_test_picture (room.window, "room-closed");

  g_assert_true (nsm_round_reveal (round, room_keys, NULL));
  ui_test_settle (room.window);
  g_assert_cmpstr (nsm_room_view_get_state (room_get_view (&room)), ==, "result");
  wait_open (&room);
  g_assert_nonnull (ui_test_find (room.window, NSM_TYPE_SCORE_CELL, 0));
  ui_test_picture (room.window, "room-reveal");

  set_cell (&room, round, 3, 2);
  g_assert_cmpstr (nsm_room_view_get_state (room_get_view (&room)), ==, "discuss");
  ui_test_picture (room.window, "room-discuss");
  /* Nobody talks about the deliberately bad one: the map stays. */
  set_cell (&room, round, N_PANEL_CANDIDATES - 1, 2);
  g_assert_cmpstr (nsm_room_view_get_state (room_get_view (&room)), ==, "result");
  set_cell (&room, round, 3, 2);
  g_assert_cmpstr (nsm_room_view_get_state (room_get_view (&room)), ==, "discuss");
  nsm_scene_set_cell (scene, NULL, NULL);
  ui_test_settle (room.window);
  g_assert_cmpstr (nsm_room_view_get_state (room_get_view (&room)), ==, "result");

  /* On to something else. */
  nsm_scene_set_round (scene, NULL);
  nsm_room_view_set_place (room_get_view (&room), NSM_STEP_STRESS);
  ui_test_settle (room.window);
  g_assert_cmpstr (nsm_room_view_get_state (room_get_view (&room)), ==, "ask");
  g_assert_null (ui_test_find (room.window, NSM_TYPE_SCORE_CELL, 0));
  room_clear (&room);
}

static void
test_game (void)
{
  static const char *const choices[] = { "attention", "transaction", "productivity", "attention" };
  Room room;
  NsmRound *round;

  room_init (&room, 1920, 1080);
  nsm_room_view_set_place (room_get_view (&room), NSM_STEP_GAME);
  round = room_open_round (&room, NSM_ROUND_KIND_GAME);
  for (guint i = 0; i < N_PANEL_PEOPLE; i++)
    cast_game (round, i, choices[i]);
  ui_test_settle (room.window);
  g_assert_cmpstr (nsm_room_view_get_state (room_get_view (&room)), ==, "ask");
  close_and_reveal (round);
  ui_test_settle (room.window);
  g_assert_cmpstr (nsm_room_view_get_state (room_get_view (&room)), ==, "result");
  ui_test_picture (room.window, "room-game");
  room_clear (&room);
}

/* First the question, then all answers at once. */
static void
test_breath (void)
{
  Room room;
  NsmRound *round;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  room_init (&room, 1280, 720);
  nsm_room_view_set_place (room_get_view (&room), NSM_STEP_GAME);
  round = room_open_round (&room, NSM_ROUND_KIND_GAME);
  cast_game (round, 0, "attention");
  ui_test_settle (room.window);
  close_and_reveal (round);
  ui_test_settle (room.window);
  g_assert_cmpstr (nsm_room_view_get_state (room_get_view (&room)), ==, "breath");
  while (g_str_equal (nsm_room_view_get_state (room_get_view (&room)), "breath"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (nsm_room_view_get_state (room_get_view (&room)), ==, "result");
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  room_clear (&room);
}

/* People who only watch, and very many */

static void
test_people (void)
{
  static const char *const names[] = { "Bartholomew-Alexander Wolfeschlegelsteinhausen",
                                       "Ida",
                                       "Noor",
                                       "Tomás",
                                       "Wei",
                                       "Zoë",
                                       "Ümit",
                                       "Li" };
  Room room;
  NsmRecord *watcher;

  room_init (&room, 1920, 1080);
  room_open_round (&room, NSM_ROUND_KIND_SCORES);
  watcher = nsm_list_append_new (room.workshop->participants, "name", "Olga", NULL);
  g_object_set (watcher, "observer", TRUE, NULL);
  ui_test_settle (room.window);
  g_assert_true (room_says (room.window, "0 of 4 are in"));
  g_assert_true (room_says (room.window, "Watching"));
  ui_test_picture (room.window, "room-watching");
  room_clear (&room);

  room_init (&room, 1024, 768);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    nsm_list_append_new (room.workshop->participants, "name", names[i], NULL);
  room_open_round (&room, NSM_ROUND_KIND_SCORES);
  g_assert_true (room_says (room.window, "0 of 12 are in"));
  ui_test_picture (room.window, "room-twelve-1024");
  room_clear (&room);
}

/* Type that the room can read, at any size */

static double
get_least_type (GtkWidget *widget)
{
  double least = G_MAXDOUBLE;

  if (!gtk_widget_get_mapped (widget))
    return least;
  if (GTK_IS_LABEL (widget) && gtk_label_get_text (GTK_LABEL (widget))[0] != '\0')
    {
      const PangoFontDescription *font =
          pango_context_get_font_description (gtk_widget_get_pango_context (widget));

      g_assert_true (pango_font_description_get_size_is_absolute (font));
      least = pango_font_description_get_size (font) / (double) PANGO_SCALE;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    least = MIN (least, get_least_type (child));
  return least;
}

/* Nothing reaches beyond the window. */
static void
assert_inside (GtkWidget *widget, GtkWidget *window)
{
  graphene_rect_t area;

  if (!gtk_widget_get_mapped (widget))
    return;
  g_assert_true (gtk_widget_compute_bounds (widget, window, &area));
  if (area.size.width > 0)
    {
      g_assert_cmpfloat (area.origin.x, >=, -1);
      g_assert_cmpfloat (area.origin.y, >=, -1);
      g_assert_cmpfloat (area.origin.x + area.size.width, <=, gtk_widget_get_width (window) + 1);
      g_assert_cmpfloat (area.origin.y + area.size.height, <=, gtk_widget_get_height (window) + 1);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_inside (child, window);
}

static void
test_sizes (void)
{
  static const struct
  {
    int width, height;
    double scale;
    const char *name;
  } sizes[] = {
    { 1920, 1080, 1, "1920" },
    { 3840, 2160, 2, "3840" },
    { 1024, 768, 0.533, "1024" },
    { 800, 450, 0.41, "800" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      Room room;
      NsmRound *round;
      GtkWidget *scaler;
      g_autofree char *name = g_strconcat ("room-open-", sizes[i].name, NULL);
      g_autofree char *revealed = g_strconcat ("room-reveal-", sizes[i].name, NULL);

      room_init (&room, sizes[i].width, sizes[i].height);
      round = room_open_round (&room, NSM_ROUND_KIND_SCORES);
      room_cast_scores (round, 0, 0);
      room_cast_scores (round, 3, 0);
      nsm_timer_toggle (room.timer);
      ui_test_settle (room.window);
      scaler = ui_test_find (room.window, NSM_TYPE_ROOM_SCALER, 0);
      if (gtk_widget_get_width (room.window) == sizes[i].width)
        g_assert_cmpfloat_with_epsilon (nsm_room_scaler_get_scale (NSM_ROOM_SCALER (scaler)),
                                        sizes[i].scale, 0.01);
      g_assert_cmpfloat (get_least_type (room.window), >=, READABLE);
      assert_inside (GTK_WIDGET (room_get_view (&room)), room.window);
      ui_test_picture (room.window, name);
      close_and_reveal (round);
      ui_test_settle (room.window);
      wait_open (&room);
      assert_inside (GTK_WIDGET (room_get_view (&room)), room.window);
      ui_test_picture (room.window, revealed);
      room_clear (&room);
    }
}

/* The timer */

static void
test_timer (void)
{
  Room room;
  GtkWidget *clock;
  NsmAgendaItem *item;

  room_init (&room, 1920, 1080);
  clock = ui_test_find (room.window, NSM_TYPE_ROOM_CLOCK, 0);
  item = NSM_AGENDA_ITEM (
      nsm_list_append_new (room.workshop->agenda, "step", NSM_STEP_SCORING, "minutes", 15.0, NULL));
  nsm_timer_set_place (room.timer, room.workshop, NSM_STEP_SCORING);
  ui_test_settle (room.window);
  g_assert_true (room_says (clock, "15:00"));
  g_assert_true (room_says (clock, "left of 15"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (clock), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "15 minutes left");
  g_object_set (item, "minutes", 1.0, NULL);
  nsm_timer_set_place (room.timer, room.workshop, NSM_STEP_SCORING);
  ui_test_settle (room.window);
  g_assert_true (room_says (clock, "The last minute"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (clock), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "The last minute");
  ui_test_picture (room.window, "room-last-minute");
  g_object_set (item, "minutes", 0.0, NULL);
  nsm_timer_set_place (room.timer, room.workshop, NSM_STEP_SCORING);
  ui_test_settle (room.window);
  g_assert_false (gtk_widget_get_visible (clock));
  room_clear (&room);
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/room/states", test_states);
  g_test_add_func ("/ui/room/game", test_game);
  g_test_add_func ("/ui/room/breath", test_breath);
  g_test_add_func ("/ui/room/people", test_people);
  g_test_add_func ("/ui/room/sizes", test_sizes);
  g_test_add_func ("/ui/room/timer", test_timer);
}

int
main (int argc, char **argv)
{
  return room_run (&argc, &argv, add_tests);
}
