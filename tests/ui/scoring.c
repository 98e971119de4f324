/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "panel.h"
#include "press.h"
#include "support.h"

#include "record/journal.h"
#include "rounds/round.h"
#include "rounds/booth.h"
#include "rounds/mark-line.h"
#include "rounds/score-ballot.h"
#include "rounds/game-ballot.h"
#include "scoring/score-cell.h"
#include "scoring/scoring-page.h"

#include <math.h>

static NsmBooth *
get_booth (GtkWidget *page)
{
  return NSM_BOOTH (ui_test_find (page, NSM_TYPE_BOOTH, 0));
}

static void
write_reason (NsmBallot *ballot, guint row, const char *reason)
{
  GtkWidget *view = ui_test_find (
    ui_test_find (GTK_WIDGET (ballot), g_type_from_name ("NsmBallotRow"), row), GTK_TYPE_TEXT_VIEW,
    0);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), reason, -1);
}

static void
fill_ballot (GtkWidget *page, guint person)
{
  NsmBallot *ballot = nsm_booth_get_ballot (get_booth (page));
  NsmRound *round = nsm_ballot_get_round (ballot);

  NSM_LIST_EACH (NsmSubject, subject, round->subjects)
    {
      guint candidate = panel_get_candidate (subject->title);

      g_assert_cmpuint (nsm_score_ballot_get_candidate (NSM_SCORE_BALLOT (ballot)), ==, subject_i);
      for (guint i = 0; i < N_PANEL_CRITERIA; i++)
        {
          const char *reason = panel_get_reason (person, candidate, i);

          if (reason[0] != '\0')
            write_reason (ballot, i, reason);
          nsm_score_ballot_press (NSM_SCORE_BALLOT (ballot),
                                  GDK_KEY_0 + panel_marks[candidate][i][person]);
        }
      if (person == 0 && subject_i + 1 == nsm_list_get_size (round->subjects))
        ui_test_picture (page, "scoring-ballot");
      nsm_score_ballot_press (NSM_SCORE_BALLOT (ballot), GDK_KEY_Return);
    }
  ui_test_settle (page);
}

/* Nothing of anybody may be found */

static void
check_text (const char *text)
{
  if (text == NULL)
    return;
  for (guint i = 0; i < N_PANEL_PEOPLE; i++)
    for (guint j = 0; j < N_PANEL_CANDIDATES; j++)
      for (guint k = 0; k < N_PANEL_CRITERIA; k++)
        {
          const char *reason = panel_get_reason (i, j, k);

          g_assert_true (reason[0] == '\0' || strstr (text, reason) == NULL);
        }
  g_assert_null (strstr (text, "of 5"));
  g_assert_null (strstr (text, "mean"));
}

static void
check_nothing_found (GtkWidget *root)
{
  static const GtkAccessibleProperty properties[] = { GTK_ACCESSIBLE_PROPERTY_LABEL,
                                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION };

  g_assert_false (NSM_IS_BALLOT (root));
  g_assert_false (NSM_IS_SCORE_CELL (root));
  check_text (gtk_widget_get_tooltip_text (root));
  if (GTK_IS_LABEL (root))
    check_text (gtk_label_get_text (GTK_LABEL (root)));
  if (GTK_IS_EDITABLE (root))
    check_text (gtk_editable_get_text (GTK_EDITABLE (root)));
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    if (gtk_test_accessible_has_property (GTK_ACCESSIBLE (root), properties[i]))
      {
        /* A value that nothing has, so that the answer says what it really is. */
        g_autofree char *value =
          gtk_test_accessible_check_property (GTK_ACCESSIBLE (root), properties[i], "\001");

        check_text (value);
      }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_nothing_found (child);
}

static GtkWidget *
open_page (NsmWorkshop *workshop)
{
  return ui_test_open_page (NSM_TYPE_SCORING_PAGE, workshop, 1280, 754);
}

static void
answer (GtkWidget *page, guint person)
{
  g_autofree char *me = g_strdup_printf ("I am %s", panel_people[person]);

  press (page, me);
  fill_ballot (page, person);
  press (page, "Lock in");
}

/* A whole round, as far as the closing words. */
static void
run_round (GtkWidget *page, NsmWorkshop *workshop)
{
  NsmStepPage *step = NSM_STEP_PAGE (page);

  press (page, "Start the round");
  g_assert_true (nsm_step_page_get_immersive (step));
  g_assert_true (nsm_step_page_get_bare (step));
  ui_test_picture (page, "scoring-pass");
  for (guint i = 0; i < N_PANEL_PEOPLE; i++)
    {
      NsmRound *round = nsm_list_get (workshop->rounds, 0);

      check_nothing_found (page);
      g_assert_cmpuint (nsm_round_count_contributed (round), ==, i);
      answer (page, i);
      g_assert_cmpuint (nsm_round_count_contributed (round), ==, i + 1);
      g_assert_cmpuint (nsm_list_get_size (round->answers), ==, 0);
      check_nothing_found (page);
      if (i == 0)
        ui_test_picture (page, "scoring-receipt");
      press (page, "Done");
    }
  g_assert_false (nsm_step_page_get_immersive (step));
  g_assert_false (nsm_step_page_get_bare (step));
  check_nothing_found (page);
  ui_test_picture (page, "scoring-open");
  press (page, "Close the round");
  ui_test_picture (page, "scoring-closed");
  check_nothing_found (page);
}

/* The figures are computed in a thread: until the map is there. */
static void
wait_open (GtkWidget *page)
{
  NsmReveal *reveal = nsm_scoring_page_get_reveal (NSM_SCORING_PAGE (page));

  while (!nsm_reveal_is_open (reveal))
    g_main_context_iteration (NULL, TRUE);
  ui_test_settle (page);
}

static NsmScoreCell *
find_cell (GtkWidget *page, const char *start)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *cell = ui_test_find (page, NSM_TYPE_SCORE_CELL, i);

      g_assert_nonnull (cell);
      if (g_str_has_prefix (nsm_score_cell_get_description (NSM_SCORE_CELL (cell)), start))
        return NSM_SCORE_CELL (cell);
    }
}

static void
test_round (void)
{
  g_autoptr (NsmWorkshop) workshop = panel_new_workshop (NSM_MODE_FACILITATED);
  GtkWidget *page = open_page (workshop);
  NsmScoreCell *cell;

  ui_test_picture (page, "scoring-before");
  ui_test_assert_named (page);
  run_round (page, workshop);
  press (page, "Reveal");
  wait_open (page);
  g_assert_true (nsm_step_page_get_bare (NSM_STEP_PAGE (page)));
  g_assert_true (nsm_reveal_is_open (nsm_scoring_page_get_reveal (NSM_SCORING_PAGE (page))));
  ui_test_picture (page, "scoring-reveal");
  ui_test_assert_named (page);

  cell = find_cell (page, "Projects completed on time by teams of 3 or more, per week, Measurable");
  g_assert_cmpfloat_with_epsilon (nsm_score_cell_get_mean (cell), 3.5, 1e-9);
  g_assert_cmpuint (nsm_score_cell_get_order (cell), ==, 1);
  g_assert_nonnull (strstr (nsm_score_cell_get_description (cell),
                            "mean 3.5; Amara 1, Mei 4, Luis 4, Jonas 5"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       nsm_score_cell_get_description (cell));
  cell = find_cell (page, "Projects completed, per month, Vision");
  g_assert_cmpfloat_with_epsilon (nsm_score_cell_get_mean (cell), 3, 1e-9);
  g_assert_cmpuint (nsm_score_cell_get_order (cell), ==, 0);
  ui_test_close (page);
}

static void
test_discuss (void)
{
  g_autoptr (NsmWorkshop) workshop = panel_new_workshop (NSM_MODE_FACILITATED);
  GtkWidget *page = open_page (workshop);
  GtkWidget *entry;
  NsmConclusion *conclusion;

  run_round (page, workshop);
  press (page, "Reveal");
  wait_open (page);
  press (page, "Discuss first");
  ui_test_picture (page, "scoring-discuss");
  ui_test_assert_named (page);
  entry = ui_test_find (GTK_WIDGET (nsm_scoring_page_get_discuss (NSM_SCORING_PAGE (page))),
                        GTK_TYPE_ENTRY, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Count due dates first.");
  g_assert_cmpuint (nsm_list_get_size (workshop->conclusions), ==, 1);
  conclusion = nsm_list_get (workshop->conclusions, 0);
  g_assert_cmpstr (conclusion->text, ==, "Count due dates first.");
  g_assert_cmpfloat (conclusion->round, ==, 1);
  press (page, "Next");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  press (page, "Back");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Count due dates first.");
  nsm_journal_undo (nsm_record_get_journal (NSM_RECORD (workshop)));
  ui_test_settle (page);
  g_assert_cmpuint (nsm_list_get_size (workshop->conclusions), ==, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  ui_test_close (page);
}

static void
test_history (void)
{
  g_autoptr (NsmWorkshop) workshop = panel_new_workshop (NSM_MODE_FACILITATED);
  GtkWidget *page = open_page (workshop);
  NsmReveal *reveal;

  run_round (page, workshop);
  press (page, "Reveal");
  wait_open (page);
  press (page, "Second round");
  g_assert_cmpuint (nsm_list_get_size (workshop->rounds), ==, 2);
  check_nothing_found (page);
  press (page, "Pause");
  check_nothing_found (page);
  g_assert_nonnull (press_find (page, "Pass the laptop to Mei"));
  /* The first round stays to be looked at while the second is open. */
  press (page, "Look at the round before");
  reveal = nsm_scoring_page_get_reveal (NSM_SCORING_PAGE (page));
  g_assert_true (nsm_reveal_get_round (reveal) == nsm_list_get (workshop->rounds, 0));
  ui_test_close (page);
}

static void
test_missing (void)
{
  g_autoptr (NsmWorkshop) workshop = panel_new_workshop (NSM_MODE_FACILITATED);
  GtkWidget *page = open_page (workshop);
  NsmRound *round;

  press (page, "Start the round");
  press (page, "Skip");
  g_assert_nonnull (press_find (page, "I am Jonas"));
  answer (page, 1);
  press (page, "Done");
  /* Who was skipped is asked after the others. */
  g_assert_nonnull (press_find (page, "I am Amara"));
  press (page, "Pause");
  round = nsm_list_get (workshop->rounds, 0);
  press (page, "Close the round");
  g_assert_cmpint (round->state, ==, NSM_ROUND_STATE_OPEN);
  ui_test_picture (page, "scoring-missing");
  press (page, "Go back");
  press (page, "Withdraw");
  g_assert_cmpuint (nsm_round_count_contributed (round), ==, 0);
  g_assert_false (gtk_widget_get_sensitive (press_find (page, "Close the round")));
  ui_test_close (page);
}

static void
test_leaving (void)
{
  g_autoptr (NsmWorkshop) workshop = panel_new_workshop (NSM_MODE_FACILITATED);
  GtkWidget *page = open_page (workshop);

  press (page, "Start the round");
  press (page, "I am Mei");
  g_assert_false (gtk_widget_get_sensitive (press_find (page, "Back")));
  press (page, "Leave");
  check_nothing_found (page);
  g_assert_null (nsm_booth_get_ballot (get_booth (page)));
  g_assert_nonnull (press_find (page, "I am Mei"));
  ui_test_close (page);
}

static void
test_without_names (void)
{
  g_autoptr (NsmWorkshop) workshop = panel_new_workshop (NSM_MODE_FACILITATED);
  GtkWidget *page;
  NsmScoreCell *cell;

  g_object_set (workshop, "privacy", NSM_PRIVACY_UNNAMED, NULL);
  page = open_page (workshop);
  run_round (page, workshop);
  press (page, "Reveal");
  wait_open (page);
  ui_test_picture (page, "scoring-reveal-unnamed");
  cell = find_cell (page, "Projects completed on time by teams of 3 or more, per week, Measurable");
  g_assert_nonnull (strstr (nsm_score_cell_get_description (cell), "mean 3.5; 1, 4, 4, 5"));
  for (guint i = 0; i < N_PANEL_PEOPLE; i++)
    g_assert_null (strstr (nsm_score_cell_get_description (cell), panel_people[i]));
  ui_test_close (page);
}

static void
test_solo (void)
{
  g_autoptr (NsmWorkshop) workshop = panel_new_workshop (NSM_MODE_SOLO);
  GtkWidget *page = open_page (workshop);
  NsmRound *round;

  ui_test_picture (page, "scoring-solo-before");
  press (page, "Start");
  g_assert_false (nsm_step_page_get_immersive (NSM_STEP_PAGE (page)));
  round = nsm_list_get (workshop->rounds, 0);
  fill_ballot (page, 0);
  ui_test_picture (page, "scoring-solo-ballot");
  /* A draft is kept as it is written. */
  g_assert_cmpuint (nsm_list_get_size (((NsmAnswer *) nsm_list_get (round->answers, 0))->entries),
                    ==, N_PANEL_CANDIDATES * N_PANEL_CRITERIA);
  press (page, "Show the result");
  wait_open (page);
  ui_test_picture (page, "scoring-solo-reveal");
  press (page, "Change my marks");
  g_assert_nonnull (nsm_booth_get_ballot (get_booth (page)));
  nsm_score_ballot_press (NSM_SCORE_BALLOT (nsm_booth_get_ballot (get_booth (page))), GDK_KEY_1);
  press (page, "Show the result");
  wait_open (page);
  g_assert_cmpuint (nsm_list_get_size (workshop->rounds), ==, 1);
  g_assert_nonnull (nsm_scoring_page_get_reveal (NSM_SCORING_PAGE (page)));
  ui_test_close (page);
}

/* The same pattern asks another question on another page. */

#define TEST_TYPE_VOTE_PAGE (test_vote_page_get_type ())
G_DECLARE_FINAL_TYPE (TestVotePage, test_vote_page, TEST, VOTE_PAGE, NsmStepPage)

struct _TestVotePage
{
  NsmStepPage parent_instance;

  GtkWidget *view;
};

G_DEFINE_FINAL_TYPE (TestVotePage, test_vote_page, NSM_TYPE_STEP_PAGE)

static void
test_vote_page_bind (NsmStepPage *page, NsmWorkshop *workshop)
{
  TestVotePage *self = TEST_VOTE_PAGE (page);

  self->view = nsm_round_view_new (NSM_ROUND_KIND_GAME);
  nsm_round_view_set_document (NSM_ROUND_VIEW (self->view), nsm_step_page_get_document (page));
  nsm_step_page_set_content (page, self->view);
}

static void
test_vote_page_refresh (NsmStepPage *page)
{
  nsm_round_view_refresh (NSM_ROUND_VIEW (TEST_VOTE_PAGE (page)->view));
}

static void
test_vote_page_class_init (TestVotePageClass *klass)
{
  NSM_STEP_PAGE_CLASS (klass)->bind = test_vote_page_bind;
  NSM_STEP_PAGE_CLASS (klass)->refresh = test_vote_page_refresh;
}

static void
test_vote_page_init (TestVotePage *self)
{
  g_object_set (self, "step", NSM_STEP_GAME, "go-on", FALSE, NULL);
}

static void
test_vote (void)
{
  static const NsmGame votes[] = { NSM_GAME_PRODUCTIVITY, NSM_GAME_PRODUCTIVITY, NSM_GAME_ATTENTION };
  g_autoptr (NsmWorkshop) workshop = panel_new_workshop (NSM_MODE_FACILITATED);
  GtkWidget *page = ui_test_open_page (TEST_TYPE_VOTE_PAGE, workshop, 1280, 754);
  NsmRound *round;
  NsmEntry *entry;

  press (page, "Start the round");
  for (guint i = 0; i < N_PANEL_PEOPLE; i++)
    {
      g_autofree char *me = g_strdup_printf ("I am %s", panel_people[i]);
      NsmBallot *ballot;

      press (page, me);
      ballot = nsm_booth_get_ballot (get_booth (page));
      if (i < G_N_ELEMENTS (votes))
        nsm_game_ballot_pick (NSM_GAME_BALLOT (ballot), votes[i]);
      else
        press (page, "rather not say");
      gtk_editable_set_text (GTK_EDITABLE (ui_test_find (GTK_WIDGET (ballot), GTK_TYPE_ENTRY, 0)),
                             "People come to finish work.");
      ui_test_settle (page);
      if (i == 0)
        {
          ui_test_picture (page, "game-ballot");
          ui_test_assert_named (page);
        }
      press (page, "Lock in");
      check_nothing_found (page);
      press (page, "Done");
    }
  press (page, "Close the round");
  press (page, "Reveal");
  round = nsm_list_get (workshop->rounds, 0);
  g_assert_cmpint (round->state, ==, NSM_ROUND_STATE_REVEALED);
  g_assert_cmpuint (nsm_list_get_size (round->answers), ==, N_PANEL_PEOPLE);
  entry = nsm_list_get (nsm_round_get_answer (round, ((NsmRecord *) nsm_list_get (
                                                        workshop->participants, 2))->id)->entries,
                        0);
  g_assert_cmpstr (entry->choice, ==, "attention");
  g_assert_true (g_str_has_prefix (entry->text, "People come"));
  ui_test_picture (page, "game-result");
  ui_test_close (page);
}

static void
test_motion (void)
{
  g_autoptr (NsmWorkshop) workshop = panel_new_workshop (NSM_MODE_FACILITATED);
  GtkWidget *page = open_page (workshop);
  NsmReveal *reveal;
  gint64 start;

  run_round (page, workshop);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  start = g_get_monotonic_time ();
  press (page, "Reveal");
  reveal = nsm_scoring_page_get_reveal (NSM_SCORING_PAGE (page));
  /* On a slow machine the breath may be over by now: how long it was is what counts. */
  while (!nsm_reveal_is_open (reveal))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (g_get_monotonic_time () - start, >, 800 * 1000);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
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
    { 1024, 654, ADW_COLOR_SCHEME_FORCE_LIGHT, "1024" },
    { 800, 554, ADW_COLOR_SCHEME_FORCE_LIGHT, "800" },
    { 1920, 1034, ADW_COLOR_SCHEME_FORCE_LIGHT, "1920" },
  };
  g_autoptr (NsmWorkshop) workshop = panel_new_workshop (NSM_MODE_FACILITATED);
  GtkWidget *page = open_page (workshop);

  run_round (page, workshop);
  press (page, "Reveal");
  wait_open (page);
  ui_test_close (page);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *map = g_strdup_printf ("scoring-reveal-%s", sizes[i].name);
      g_autofree char *talk = g_strdup_printf ("scoring-discuss-%s", sizes[i].name);
      g_autofree char *ballot = g_strdup_printf ("scoring-ballot-%s", sizes[i].name);
      g_autoptr (NsmWorkshop) other = panel_new_workshop (NSM_MODE_FACILITATED);

      adw_style_manager_set_color_scheme (adw_style_manager_get_default (), sizes[i].scheme);
      page = ui_test_open_page (NSM_TYPE_SCORING_PAGE, workshop, sizes[i].width, sizes[i].height);
      g_assert_cmpint (gtk_widget_get_width (page), <=, sizes[i].width);
      wait_open (page);
      ui_test_picture (page, map);
      nsm_scoring_page_discuss (NSM_SCORING_PAGE (page), 0);
      ui_test_picture (page, talk);
      ui_test_close (page);
      page = ui_test_open_page (NSM_TYPE_SCORING_PAGE, other, sizes[i].width, sizes[i].height);
      press (page, "Start the round");
      press (page, "I am Mei");
      nsm_score_ballot_press (NSM_SCORE_BALLOT (nsm_booth_get_ballot (get_booth (page))), GDK_KEY_4);
      g_assert_cmpint (gtk_widget_get_width (page), <=, sizes[i].width);
      ui_test_picture (page, ballot);
      ui_test_close (page);
    }
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
}

int
main (int argc, char *argv[])
{
  g_autofree char *state = g_dir_make_tmp ("nsm-scoring-XXXXXX", NULL);

  /* Keys and drafts of the tests stay away from the developer's own. */
  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_setenv ("XDG_DATA_HOME", state, TRUE);
  ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/scoring/round", test_round);
  g_test_add_func ("/ui/scoring/discuss", test_discuss);
  g_test_add_func ("/ui/scoring/history", test_history);
  g_test_add_func ("/ui/scoring/missing", test_missing);
  g_test_add_func ("/ui/scoring/leaving", test_leaving);
  g_test_add_func ("/ui/scoring/without-names", test_without_names);
  g_test_add_func ("/ui/scoring/solo", test_solo);
  g_test_add_func ("/ui/scoring/vote", test_vote);
  g_test_add_func ("/ui/scoring/motion", test_motion);
  g_test_add_func ("/ui/scoring/sizes", test_sizes);
  return g_test_run ();
}
