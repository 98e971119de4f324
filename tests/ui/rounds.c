/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A round on one laptop: before it opens, passing on, PINs, and the close. */
#include "panel.h"
#include "press.h"
#include "rounds-support.h"
#include "support.h"

#include "rounds/pins.h"
#include "rounds/receipt-slip.h"
#include "rounds/scene.h"

/* Before */

static void
test_before (void)
{
  g_autoptr (NsmWorkshop) workshop = panel_new_workshop (NSM_MODE_FACILITATED);
  GtkWidget *page = rounds_open_page (workshop);
  NsmParticipant *jonas = nsm_list_get (workshop->participants, 1);
  GtkWidget *row = ui_test_find (page, ADW_TYPE_EXPANDER_ROW, 0);
  NsmRound *round;

  g_assert_true (rounds_says (page, "How well does each candidate meet each criterion?"));
  g_assert_true (rounds_says (page, "Mei, Jonas, Amara and Luis"));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  ui_test_settle (page);
  ui_test_picture (page, "rounds-before");
  ui_test_assert_named (page);

  /* Without names: the promise follows; with too few people it isn't offered. */
  press (page, "Without names");
  g_assert_cmpint (workshop->privacy, ==, NSM_PRIVACY_UNNAMED);
  g_assert_true (rounds_says (page, "without names and in random order"));
  /* The row that unfolds has one of its own. */
  gtk_switch_set_active (GTK_SWITCH (ui_test_find (page, GTK_TYPE_SWITCH, 2)), FALSE);
  ui_test_settle (page);
  g_assert_true (jonas->observer);
  g_assert_true (rounds_says (page, "Jonas watches"));
  g_assert_false (gtk_widget_get_sensitive (press_find (page, "Start the round")));
  g_assert_true (rounds_says (page, "Without names it takes at least four people"));
  press (page, "With names");
  g_assert_false (gtk_widget_get_sensitive (press_find (page, "Without names")));
  ui_test_picture (page, "rounds-before-three");

  press (page, "Start the round");
  round = nsm_list_get (workshop->rounds, 0);
  g_assert_cmpuint (nsm_list_get_size (round->roster), ==, 3);
  g_assert_cmpint (round->privacy, ==, NSM_PRIVACY_NAMED);
  g_object_set (workshop, "privacy", NSM_PRIVACY_UNNAMED, NULL);
  g_assert_cmpint (round->privacy, ==, NSM_PRIVACY_NAMED);
  press (page, "Pause");
  g_assert_true (rounds_says (page, "Watching"));
  g_assert_null (press_find (page, "Without names"));
  ui_test_close (page);
}

/* Who is in, who watches, who came late, who left */

static void
test_people (void)
{
  g_autoptr (NsmWorkshop) workshop = panel_new_workshop (NSM_MODE_FACILITATED);
  GtkWidget *page = rounds_open_page (workshop);

  press (page, "Start the round");
  rounds_answer (page, "Mei", 4);
  press (page, "Pause");
  nsm_list_append_new (workshop->participants, "name", "Noor", NULL);
  g_object_set (nsm_list_get (workshop->participants, 0), "retired", TRUE, NULL);
  g_object_set (nsm_list_get (workshop->participants, 1), "retired", TRUE, NULL);
  ui_test_settle (page);
  g_assert_true (rounds_says (page, "Noor came later and joins from the next round."));
  g_assert_true (rounds_says (page, "Has left; the answer stays and counts"));
  g_assert_true (rounds_says (page, "Has left without answering"));
  /* Who left isn't waited for, but is named before a close. */
  g_assert_nonnull (press_find (page, "Pass the laptop to Amara"));
  ui_test_picture (page, "rounds-people");
  ui_test_assert_named (page);
  press (page, "Close the round");
  g_assert_true (rounds_says (page, "Jonas, Amara and Luis haven’t answered."));
  g_assert_true (rounds_says (page, "isn’t in the figures"));
  g_assert_cmpint (rounds_get_round (workshop)->state, ==, NSM_ROUND_STATE_OPEN);
  ui_test_picture (page, "rounds-missing");
  press (page, "Go back");
  g_assert_null (press_find (page, "Close anyway"));
  press (page, "Close the round");
  press (page, "Close anyway");
  g_assert_cmpint (rounds_get_round (workshop)->state, ==, NSM_ROUND_STATE_CLOSED);
  ui_test_close (page);
}

static void
test_turns (void)
{
  g_autoptr (NsmWorkshop) workshop = panel_new_workshop (NSM_MODE_FACILITATED);
  g_autoptr (NsmKeyStore) keys = nsm_key_store_new (NULL);
  NsmRound *round = nsm_round_open (workshop, NSM_ROUND_KIND_SCORES, keys, NULL);
  g_autoptr (NsmTurns) turns = nsm_turns_new (workshop, round);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  NsmRosterEntry *mei = nsm_list_get (round->roster, 0);
  NsmRosterEntry *jonas = nsm_list_get (round->roster, 1);
  NsmRosterEntry *luis = nsm_list_get (round->roster, 3);
  g_autoptr (GPtrArray) waiting = NULL;

  g_assert_true (nsm_turns_get_next (turns) == mei);
  nsm_turns_skip (turns, mei->person);
  g_assert_true (nsm_turns_get_next (turns) == jonas);
  nsm_turns_choose (turns, luis->person);
  g_assert_true (nsm_turns_get_next (turns) == luis);
  nsm_turns_skip (turns, luis->person);
  g_assert_true (nsm_turns_get_next (turns) == jonas);
  nsm_turns_set_shuffled (turns, TRUE);
  waiting = nsm_turns_list_waiting (turns);
  for (guint i = 0; i < waiting->len; i++)
    g_hash_table_add (seen, ((NsmRosterEntry *) waiting->pdata[i])->person);
  g_assert_cmpuint (waiting->len, ==, 4);
  g_assert_cmpuint (g_hash_table_size (seen), ==, 4);
  /* Skipped stays skipped, in whatever order. */
  g_assert_true (waiting->pdata[2] == (gpointer) mei && waiting->pdata[3] == (gpointer) luis);
}

static void
test_order (void)
{
  g_autoptr (NsmWorkshop) workshop = panel_new_workshop (NSM_MODE_FACILITATED);
  GtkWidget *page = rounds_open_page (workshop);
  GtkWidget *list;

  press (page, "Start the round");
  press (page, "Pause");
  g_assert_nonnull (press_find (page, "Pass the laptop to Mei"));
  list = rounds_find_next_list (page);
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 2));
  ui_test_settle (page);
  press (page, "Pass the laptop to Amara");
  g_assert_nonnull (press_find (page, "I am Amara"));
  press (page, "Skip");
  g_assert_nonnull (press_find (page, "I am Mei"));
  ui_test_close (page);
}

/* The booth */

static void
test_abstain (void)
{
  g_autoptr (NsmWorkshop) workshop = panel_new_workshop (NSM_MODE_FACILITATED);
  GtkWidget *page = rounds_open_page (workshop);
  NsmRound *round;
  NsmAnswer *answer;

  press (page, "Start the round");
  round = rounds_get_round (workshop);
  press (page, "Abstain");
  g_assert_true (rounds_says (page, "Locked in."));
  g_assert_cmpuint (nsm_round_count_contributed (round), ==, 1);
  press (page, "Done");
  rounds_answer (page, "Jonas", 3);
  press (page, "Pause");
  press (page, "Close the round");
  press (page, "Close anyway");
  press (page, "Reveal");
  answer = nsm_round_get_answer (round, rounds_get_person (workshop, 0));
  g_assert_nonnull (answer);
  g_assert_true (nsm_answer_is_abstention (answer));
  ui_test_close (page);
}

static void
test_holder (void)
{
  g_autoptr (NsmWorkshop) workshop = panel_new_workshop (NSM_MODE_FACILITATED);
  GtkWidget *page = rounds_open_page (workshop);
  NsmScene *scene = nsm_scene_get (nsm_step_page_get_document (NSM_STEP_PAGE (page)));

  press (page, "Start the round");
  g_assert_cmpstr (nsm_scene_get_round (scene), ==, NSM_RECORD (rounds_get_round (workshop))->id);
  g_assert_null (nsm_scene_get_holder (scene));
  press (page, "I am Mei");
  g_assert_cmpstr (nsm_scene_get_holder (scene), ==, rounds_get_person (workshop, 0));
  rounds_fill (page, 2);
  press (page, "Lock in");
  g_assert_cmpstr (nsm_scene_get_holder (scene), ==, rounds_get_person (workshop, 0));
  press (page, "Done");
  g_assert_null (nsm_scene_get_holder (scene));
  press (page, "I am Jonas");
  press (page, "Leave");
  g_assert_null (nsm_scene_get_holder (scene));
  ui_test_close (page);
}

static void
on_text_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  char **text = user_data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  if (*text == NULL)
    *text = g_strdup ("");
}

static char *
read_clipboard (GdkClipboard *clipboard)
{
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);
  char *text = NULL;

  /* Asked for a text that it doesn't have, GTK 4.8 loses the task. */
  if (!gdk_content_formats_contain_gtype (formats, G_TYPE_STRING) &&
      !gdk_content_formats_contain_mime_type (formats, "text/plain;charset=utf-8"))
    return g_strdup ("");
  gdk_clipboard_read_text_async (clipboard, NULL, on_text_read, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  return text;
}

/* What was copied or selected on a ballot isn't there for the next person. */
static void
test_clipboards (void)
{
  g_autoptr (NsmWorkshop) workshop = panel_new_workshop (NSM_MODE_FACILITATED);
  GtkWidget *page = rounds_open_page (workshop);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (page);
  GdkClipboard *primary = gtk_widget_get_primary_clipboard (page);
  g_autofree char *copied = NULL;
  g_autofree char *selected = NULL;
  GtkWidget *view;
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  press (page, "Start the round");
  press (page, "I am Mei");
  rounds_fill (page, 5);
  view = ui_test_find (page, GTK_TYPE_TEXT_VIEW, 0);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_buffer_set_text (buffer, "heron", -1);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_select_range (buffer, &start, &end);
  gtk_text_buffer_copy_clipboard (buffer, clipboard);
  gdk_clipboard_set_text (primary, "heron");
  copied = read_clipboard (clipboard);
  g_assert_cmpstr (copied, ==, "heron");
  press (page, "Lock in");
  g_clear_pointer (&copied, g_free);
  copied = read_clipboard (clipboard);
  selected = read_clipboard (primary);
  g_assert_cmpstr (copied, ==, "");
  g_assert_cmpstr (selected, ==, "");
  /* A receipt says nothing, and may be kept. */
  press (page, "Copy");
  g_clear_pointer (&copied, g_free);
  copied = read_clipboard (clipboard);
  g_assert_cmpuint (strlen (copied), ==, 19);
  ui_test_close (page);
}

static void
test_pin (void)
{
  g_autoptr (NsmWorkshop) workshop = panel_new_workshop (NSM_MODE_FACILITATED);
  g_autoptr (NsmKeyStore) keys = nsm_key_store_new (NULL);
  GtkWidget *page = rounds_open_page (workshop);
  NsmRound *round;
  const char *mei;
  GtkWidget *entry;

  press (page, "Start the round");
  round = rounds_get_round (workshop);
  mei = rounds_get_person (workshop, 0);
  press (page, "I am Mei");
  rounds_fill (page, 2);
  press (page, "Lock in");
  ui_test_assert_named (page);
  entry = ui_test_find (ui_test_find (page, NSM_TYPE_RECEIPT_SLIP, 0), GTK_TYPE_PASSWORD_ENTRY, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "2719");
  g_signal_emit_by_name (entry, "activate");
  ui_test_settle (page);
  g_assert_true (nsm_round_has_pin (round, keys, mei));
  g_assert_true (rounds_says (page, "The PIN is set."));
  ui_test_picture (page, "rounds-receipt-pin");
  press (page, "Done");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  press (page, "Pause");

  /* Withdrawing asks; a wrong PIN leaves everything as it is. */
  press (page, "Withdraw");
  rounds_respond_pin ("0000", "go-on");
  g_assert_true (nsm_round_has_contributed (round, mei));
  g_assert_nonnull (rounds_find_dialog ());
  rounds_respond_pin ("", "cancel");
  g_assert_null (rounds_find_dialog ());

  /* So does replacing. */
  press (page, "Replace");
  press (page, "I am Mei");
  g_assert_null (nsm_booth_get_ballot (rounds_get_booth (page)));
  rounds_respond_pin ("2719", "go-on");
  g_assert_nonnull (nsm_booth_get_ballot (rounds_get_booth (page)));
  press (page, "Leave");
  press (page, "Pause");
  press (page, "Withdraw");
  rounds_respond_pin ("2719", "go-on");
  ui_test_settle (page);
  g_assert_false (nsm_round_has_contributed (round, mei));

  /* Nobody's PIN is needed to reveal. */
  rounds_answer_now (page, "Mei", 3);
  press (page, "Pause");
  press (page, "Close the round");
  press (page, "Close anyway");
  press (page, "Reveal");
  g_assert_cmpint (round->state, ==, NSM_ROUND_STATE_REVEALED);
  ui_test_close (page);
}

/* Again */

static void
run_round (GtkWidget *page)
{
  static const char *const people[] = { "Mei", "Jonas", "Amara", "Luis" };

  press (page, "Start the round");
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    rounds_answer (page, people[i], i + 2);
  press (page, "Close the round");
  press (page, "Reveal");
}

static void
check_ballot (GtkWidget *page, gboolean filled)
{
  GtkWidget *lock = press_find (page, "Lock in");

  g_assert_true (filled == (lock != NULL && gtk_widget_get_sensitive (lock)));
}

static void
test_second_round (void)
{
  g_autoptr (NsmWorkshop) workshop = panel_new_workshop (NSM_MODE_FACILITATED);
  GtkWidget *page = rounds_open_page (workshop);
  NsmRound *first;
  NsmSubject *subject;
  NsmAspect *aspect;

  run_round (page);
  first = rounds_get_round (workshop);
  subject = nsm_list_get (first->subjects, 4);
  aspect = nsm_list_get (first->aspects, 2);
  nsm_list_append_new (workshop->conclusions, "round", 1.0, "candidate", subject->subject,
                       "criterion", aspect->aspect, "again", TRUE, NULL);
  press (page, "Second round");
  press (page, "I am Mei");
  g_assert_true (rounds_says (page, "Mei’s ballot"));
  check_ballot (page, TRUE);
  /* It begins with what was talked about. */
  g_assert_true (rounds_says (page, subject->title));
  g_assert_true (rounds_says (page, "Talked about"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (press_find (page, "Lock in")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Lock in");
  ui_test_picture (page, "rounds-again");
  press (page, "Leave");
  rounds_respond ("leave");
  ui_test_close (page);
}

static void
test_second_round_without_names (void)
{
  g_autoptr (NsmWorkshop) workshop = panel_new_workshop (NSM_MODE_FACILITATED);
  GtkWidget *page = rounds_open_page (workshop);

  g_object_set (workshop, "privacy", NSM_PRIVACY_UNNAMED, NULL);
  ui_test_settle (page);
  run_round (page);
  press (page, "Second round");
  press (page, "I am Mei");
  check_ballot (page, FALSE);
  ui_test_close (page);
}

static void
test_sizes (void)
{
  static const struct
  {
    int width, height;
    AdwColorScheme scheme;
    const char *name;
  } sizes[] = {
    { 1280, 754, ADW_COLOR_SCHEME_FORCE_DARK, "dark-1280" },
    { 1024, 654, ADW_COLOR_SCHEME_FORCE_DARK, "dark-1024" },
    { 1024, 654, ADW_COLOR_SCHEME_FORCE_LIGHT, "1024" },
    { 800, 554, ADW_COLOR_SCHEME_FORCE_LIGHT, "800" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *before = g_strdup_printf ("rounds-before-%s", sizes[i].name);
      g_autofree char *open = g_strdup_printf ("rounds-open-%s", sizes[i].name);
      g_autofree char *receipt = g_strdup_printf ("rounds-receipt-%s", sizes[i].name);
      g_autofree char *pass = g_strdup_printf ("rounds-pass-%s", sizes[i].name);
      g_autoptr (NsmWorkshop) workshop = panel_new_workshop (NSM_MODE_FACILITATED);
      GtkWidget *page;

      adw_style_manager_set_color_scheme (adw_style_manager_get_default (), sizes[i].scheme);
      page = ui_test_open_page (NSM_TYPE_SCORING_PAGE, workshop, sizes[i].width, sizes[i].height);
      ui_test_picture (page, before);
      press (page, "Start the round");
      ui_test_picture (page, pass);
      press (page, "I am Mei");
      rounds_fill (page, 4);
      press (page, "Lock in");
      ui_test_picture (page, receipt);
      press (page, "Done");
      press (page, "Pause");
      g_assert_cmpint (gtk_widget_get_width (page), <=, sizes[i].width);
      ui_test_picture (page, open);
      ui_test_close (page);
    }
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
}

int
main (int argc, char *argv[])
{
  rounds_init (&argc, &argv);
  g_test_add_func ("/ui/rounds/before", test_before);
  g_test_add_func ("/ui/rounds/people", test_people);
  g_test_add_func ("/ui/rounds/turns", test_turns);
  g_test_add_func ("/ui/rounds/order", test_order);
  g_test_add_func ("/ui/rounds/abstain", test_abstain);
  g_test_add_func ("/ui/rounds/holder", test_holder);
  g_test_add_func ("/ui/rounds/clipboards", test_clipboards);
  g_test_add_func ("/ui/rounds/pin", test_pin);
  g_test_add_func ("/ui/rounds/second-round", test_second_round);
  g_test_add_func ("/ui/rounds/second-round-without-names", test_second_round_without_names);
  g_test_add_func ("/ui/rounds/sizes", test_sizes);
  return g_test_run ();
}
