/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "panel.h"
#include "press.h"
#include "support.h"

#include "kit/style.h"
#include "room/clock.h"
#include "room/people.h"
#include "room/room-window.h"
#include "room/scaler.h"
#include "room/screen.h"
#include "rounds/round.h"
#include "rounds/scene.h"
#include "scoring/discuss.h"
#include "scoring/reveal.h"
#include "scoring/score-cell.h"
#include "shell/application.h"
#include "shell/window.h"

#include <glib/gstdio.h>

#define CANARY "Canary4711"
#define READABLE 28 /* pixels on a canvas 1920 wide, for whoever sits three metres away */

static NsmApplication *application;
static NsmKeyStore *keys;

typedef struct
{
  NsmWorkshop *workshop;
  NsmDocument *document;
  NsmTimer *timer;
  GtkWidget *window;
} Room;

static void
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

static void
room_clear (Room *room)
{
  ui_test_close (room->window);
  nsm_document_discard (room->document);
  g_object_unref (room->timer);
  g_object_unref (room->document);
  g_object_unref (room->workshop);
}

static NsmRoomView *
get_view (Room *room)
{
  return NSM_ROOM_VIEW (ui_test_find (room->window, NSM_TYPE_ROOM_VIEW, 0));
}

static NsmRound *
open_round (Room *room, NsmRoundKind kind)
{
  g_autoptr (GError) error = NULL;
  NsmRound *round = nsm_round_open (room->workshop, kind, keys, &error);

  g_assert_no_error (error);
  nsm_scene_set_round (nsm_scene_get (room->document), NSM_RECORD (round)->id);
  ui_test_settle (room->window);
  return round;
}

/* Everybody's marks, shifted by @shift, and a text that may be found nowhere. */
static void
cast_scores (NsmRound *round, guint person, guint shift)
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
  g_assert_true (nsm_round_reveal (round, keys, &error));
  g_assert_no_error (error);
}

/* Everything that is said below a widget, to eyes and to readers */

static void
gather_properties (GtkWidget *widget, GString *all)
{
  guint n;
  g_autofree GParamSpec **specs =
    g_object_class_list_properties (G_OBJECT_GET_CLASS (widget), &n);

  for (guint i = 0; i < n; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;
      g_autofree char *text = NULL;

      if (!(specs[i]->flags & G_PARAM_READABLE) || specs[i]->value_type == GTK_TYPE_ROOT ||
          G_TYPE_FUNDAMENTAL (specs[i]->value_type) == G_TYPE_OBJECT ||
          G_TYPE_FUNDAMENTAL (specs[i]->value_type) == G_TYPE_INTERFACE)
        continue;
      /* How large something is drawn isn't said to anybody. */
      if (g_str_has_prefix (specs[i]->name, "width") || g_str_equal (specs[i]->name, "attributes"))
        continue;
      g_value_init (&value, specs[i]->value_type);
      g_object_get_property (G_OBJECT (widget), specs[i]->name, &value);
      text = G_VALUE_HOLDS_STRING (&value) ? g_value_dup_string (&value)
             : G_VALUE_HOLDS_BOXED (&value) || G_VALUE_HOLDS_POINTER (&value)
               ? NULL
               : g_strdup_value_contents (&value);
      g_string_append_printf (all, "%s.%s=%s\n", G_OBJECT_TYPE_NAME (widget), specs[i]->name,
                              text != NULL ? text : "");
    }
}

static void
gather_attributes (GtkWidget *widget, GString *all)
{
  for (int i = GTK_ACCESSIBLE_PROPERTY_AUTOCOMPLETE; i <= GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT; i++)
    {
      g_autofree char *value = NULL;

      if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), (GtkAccessibleProperty) i))
        continue;
      /* A value that nothing has, so that the answer says what it really is. */
      switch (i)
        {
        case GTK_ACCESSIBLE_PROPERTY_DESCRIPTION:
        case GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS:
        case GTK_ACCESSIBLE_PROPERTY_LABEL:
        case GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER:
        case GTK_ACCESSIBLE_PROPERTY_ROLE_DESCRIPTION:
        case GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT:
          value = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                                      (GtkAccessibleProperty) i, "\001");
          break;
        case GTK_ACCESSIBLE_PROPERTY_VALUE_NOW:
        case GTK_ACCESSIBLE_PROPERTY_VALUE_MIN:
        case GTK_ACCESSIBLE_PROPERTY_VALUE_MAX:
          value = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                                      (GtkAccessibleProperty) i, -4711.0);
          break;
        default:
          break;
        }
      g_string_append_printf (all, "%s accessible %d=%s\n", G_OBJECT_TYPE_NAME (widget), i,
                              value != NULL ? value : "");
    }
}

static void
gather (GtkWidget *widget, GString *all)
{
  g_auto (GStrv) classes = gtk_widget_get_css_classes (widget);
  g_autofree char *style = g_strjoinv (" ", classes);

  g_assert_false (NSM_IS_SCORE_CELL (widget));
  g_assert_false (NSM_IS_REVEAL (widget));
  g_assert_false (NSM_IS_DISCUSS (widget));
  gather_properties (widget, all);
  gather_attributes (widget, all);
  g_string_append_printf (all, "%s style %s\n", G_OBJECT_TYPE_NAME (widget), style);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gather (child, all);
}

/* The same two of four people answer differently: the room can't tell. */
static char *
dup_all_of_open_round (guint shift, gboolean close)
{
  Room room;
  GString *all = g_string_new (NULL);
  NsmRound *round;
  NsmRosterEntry *holder;

  room_init (&room, 1920, 1080);
  round = open_round (&room, NSM_ROUND_KIND_SCORES);
  cast_scores (round, 0, shift);
  cast_scores (round, 1, 2 * shift);
  holder = nsm_list_get (round->roster, 2);
  nsm_scene_set_holder (nsm_scene_get (room.document), holder->person);
  if (close)
    g_assert_true (nsm_round_close (round, NULL));
  ui_test_settle (room.window);
  gather (GTK_WIDGET (get_view (&room)), all);
  if (close)
    {
      /* They stand for the sealed answers, so they differ, and say nothing. */
      char *words = strstr (all->str, round->chain_words);

      while (words != NULL)
        {
          g_string_erase (all, words - all->str, (gssize) strlen (round->chain_words));
          words = strstr (all->str, round->chain_words);
        }
    }
  room_clear (&room);
  return g_string_free (all, FALSE);
}

static void
assert_same_lines (const char *one, const char *other)
{
  g_auto (GStrv) lines = g_strsplit (one, "\n", -1);
  g_auto (GStrv) others = g_strsplit (other, "\n", -1);

  for (guint i = 0; lines[i] != NULL && others[i] != NULL; i++)
    g_assert_cmpstr (lines[i], ==, others[i]);
  g_assert_cmpuint (g_strv_length (lines), ==, g_strv_length (others));
}

static void
test_tells_nothing (void)
{
  for (int close = 0; close <= 1; close++)
    {
      g_autofree char *one = dup_all_of_open_round (1, close);
      g_autofree char *other = dup_all_of_open_round (2, close);

      assert_same_lines (one, other);
      g_assert_null (strstr (one, CANARY));
      g_assert_nonnull (strstr (one, close ? "Not in" : "2 of 4 are in"));
      g_assert_nonnull (strstr (one, "Locked in"));
    }
}

/* What it shows, from the first question to the disagreement */

static gboolean
says (GtkWidget *widget, const char *words)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), words))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, words))
      return TRUE;
  return FALSE;
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
  g_assert_cmpstr (nsm_room_view_get_state (get_view (&room)), ==, "ask");
  g_assert_true (says (room.window, "Acme Projects"));
  g_assert_true (says (room.window, "Scoring"));
  g_assert_null (ui_test_find (room.window, NSM_TYPE_SCORE_CELL, 0));
  ui_test_picture (room.window, "room-idle");

  round = open_round (&room, NSM_ROUND_KIND_SCORES);
  g_assert_true (says (room.window, "Scoring · round 1"));
  g_assert_true (says (room.window, round->question));
  g_assert_true (says (room.window, "0 of 4 are in"));
  cast_scores (round, 0, 0);
  cast_scores (round, 1, 0);
  person = nsm_list_get (round->roster, 2);
  nsm_scene_set_holder (scene, person->person);
  ui_test_settle (room.window);
  g_assert_true (says (room.window, "2 of 4 are in"));
  g_assert_true (says (room.window, "Locked in"));
  g_assert_true (says (room.window, "Has the laptop"));
  g_assert_true (says (room.window, "Not yet"));
  ui_test_picture (room.window, "room-open");
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      ADW_COLOR_SCHEME_FORCE_DARK);
  ui_test_picture (room.window, "room-open-dark");
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      ADW_COLOR_SCHEME_FORCE_LIGHT);

  nsm_scene_set_holder (scene, NULL);
  cast_scores (round, 2, 0);
  cast_scores (round, 3, 0);
  ui_test_settle (room.window);
  g_assert_true (says (room.window, "Everybody is in"));
  g_assert_true (nsm_round_close (round, NULL));
  ui_test_settle (room.window);
  g_assert_true (says (room.window, round->chain_words));
  ui_test_picture (room.window, "room-closed");

  g_assert_true (nsm_round_reveal (round, keys, NULL));
  ui_test_settle (room.window);
  g_assert_cmpstr (nsm_room_view_get_state (get_view (&room)), ==, "result");
  wait_open (&room);
  g_assert_nonnull (ui_test_find (room.window, NSM_TYPE_SCORE_CELL, 0));
  ui_test_picture (room.window, "room-reveal");

  set_cell (&room, round, 3, 2);
  g_assert_cmpstr (nsm_room_view_get_state (get_view (&room)), ==, "discuss");
  ui_test_picture (room.window, "room-discuss");
  /* Nobody talks about the deliberately bad one: the map stays. */
  set_cell (&room, round, N_PANEL_CANDIDATES - 1, 2);
  g_assert_cmpstr (nsm_room_view_get_state (get_view (&room)), ==, "result");
  set_cell (&room, round, 3, 2);
  g_assert_cmpstr (nsm_room_view_get_state (get_view (&room)), ==, "discuss");
  nsm_scene_set_cell (scene, NULL, NULL);
  ui_test_settle (room.window);
  g_assert_cmpstr (nsm_room_view_get_state (get_view (&room)), ==, "result");

  /* On to something else. */
  nsm_scene_set_round (scene, NULL);
  nsm_room_view_set_place (get_view (&room), NSM_STEP_STRESS);
  ui_test_settle (room.window);
  g_assert_cmpstr (nsm_room_view_get_state (get_view (&room)), ==, "ask");
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
  nsm_room_view_set_place (get_view (&room), NSM_STEP_GAME);
  round = open_round (&room, NSM_ROUND_KIND_GAME);
  for (guint i = 0; i < N_PANEL_PEOPLE; i++)
    cast_game (round, i, choices[i]);
  ui_test_settle (room.window);
  g_assert_cmpstr (nsm_room_view_get_state (get_view (&room)), ==, "ask");
  close_and_reveal (round);
  ui_test_settle (room.window);
  g_assert_cmpstr (nsm_room_view_get_state (get_view (&room)), ==, "result");
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
  nsm_room_view_set_place (get_view (&room), NSM_STEP_GAME);
  round = open_round (&room, NSM_ROUND_KIND_GAME);
  cast_game (round, 0, "attention");
  ui_test_settle (room.window);
  close_and_reveal (round);
  ui_test_settle (room.window);
  g_assert_cmpstr (nsm_room_view_get_state (get_view (&room)), ==, "breath");
  while (g_str_equal (nsm_room_view_get_state (get_view (&room)), "breath"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (nsm_room_view_get_state (get_view (&room)), ==, "result");
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  room_clear (&room);
}

/* People who only watch, and very many */

static void
test_people (void)
{
  static const char *const names[] = { "Bartholomew-Alexander Wolfeschlegelsteinhausen", "Ida",
                                       "Noor", "Tomás", "Wei", "Zoë", "Ümit", "Li" };
  Room room;
  NsmRecord *watcher;

  room_init (&room, 1920, 1080);
  open_round (&room, NSM_ROUND_KIND_SCORES);
  watcher = nsm_list_append_new (room.workshop->participants, "name", "Olga", NULL);
  g_object_set (watcher, "observer", TRUE, NULL);
  ui_test_settle (room.window);
  g_assert_true (says (room.window, "0 of 4 are in"));
  g_assert_true (says (room.window, "Watching"));
  ui_test_picture (room.window, "room-watching");
  room_clear (&room);

  room_init (&room, 1024, 768);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    nsm_list_append_new (room.workshop->participants, "name", names[i], NULL);
  open_round (&room, NSM_ROUND_KIND_SCORES);
  g_assert_true (says (room.window, "0 of 12 are in"));
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
      g_assert_cmpfloat (area.origin.x + area.size.width, <=,
                         gtk_widget_get_width (window) + 1);
      g_assert_cmpfloat (area.origin.y + area.size.height, <=,
                         gtk_widget_get_height (window) + 1);
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
      round = open_round (&room, NSM_ROUND_KIND_SCORES);
      cast_scores (round, 0, 0);
      cast_scores (round, 3, 0);
      nsm_timer_toggle (room.timer);
      ui_test_settle (room.window);
      scaler = ui_test_find (room.window, NSM_TYPE_ROOM_SCALER, 0);
      if (gtk_widget_get_width (room.window) == sizes[i].width)
        g_assert_cmpfloat_with_epsilon (nsm_room_scaler_get_scale (NSM_ROOM_SCALER (scaler)),
                                        sizes[i].scale, 0.01);
      g_assert_cmpfloat (get_least_type (room.window), >=, READABLE);
      assert_inside (GTK_WIDGET (get_view (&room)), room.window);
      ui_test_picture (room.window, name);
      close_and_reveal (round);
      ui_test_settle (room.window);
      wait_open (&room);
      assert_inside (GTK_WIDGET (get_view (&room)), room.window);
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
  item = NSM_AGENDA_ITEM (nsm_list_append_new (room.workshop->agenda, "step", NSM_STEP_SCORING,
                                               "minutes", 15.0, NULL));
  nsm_timer_set_place (room.timer, room.workshop, NSM_STEP_SCORING);
  ui_test_settle (room.window);
  g_assert_true (says (clock, "15:00"));
  g_assert_true (says (clock, "left of 15"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (clock), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "15 minutes left");
  g_object_set (item, "minutes", 1.0, NULL);
  nsm_timer_set_place (room.timer, room.workshop, NSM_STEP_SCORING);
  ui_test_settle (room.window);
  g_assert_true (says (clock, "The last minute"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (clock), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "The last minute");
  ui_test_picture (room.window, "room-last-minute");
  g_object_set (item, "minutes", 0.0, NULL);
  nsm_timer_set_place (room.timer, room.workshop, NSM_STEP_SCORING);
  ui_test_settle (room.window);
  g_assert_false (gtk_widget_get_visible (clock));
  room_clear (&room);
}

/* The window itself */

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
  g_assert_true (says (room, "Stress tests"));

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

int
main (int argc, char **argv)
{
  g_autofree char *state = g_dir_make_tmp ("nsm-room-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (state, "keys", NULL);
  int result;

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_setenv ("XDG_DATA_HOME", state, TRUE);
  ui_test_init (&argc, &argv);
  keys = nsm_key_store_new (folder);
  application = nsm_application_new (NSM_APP_ID ".Test", G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_test_add_func ("/ui/room/tells-nothing", test_tells_nothing);
  g_test_add_func ("/ui/room/states", test_states);
  g_test_add_func ("/ui/room/game", test_game);
  g_test_add_func ("/ui/room/breath", test_breath);
  g_test_add_func ("/ui/room/people", test_people);
  g_test_add_func ("/ui/room/sizes", test_sizes);
  g_test_add_func ("/ui/room/timer", test_timer);
  g_test_add_func ("/ui/room/window", test_window);
  g_test_add_func ("/ui/room/solo-has-none", test_solo_has_none);
  g_test_add_func ("/ui/room/screen", test_screen);
  result = g_test_run ();
  g_object_unref (application);
  g_object_unref (keys);
  return result;
}
