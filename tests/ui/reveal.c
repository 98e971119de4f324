/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reveal of scores and the discussion after it, from rounds that are held without
 * the window. */
#include "panel.h"
#include "press.h"
#include "support.h"

#include "record/journal.h"
#include "rounds/round.h"
#include "rounds/scene.h"
#include "scoring/conclude-bar.h"
#include "scoring/histogram.h"
#include "scoring/queue.h"
#include "scoring/score-map.h"
#include "scoring/scoring-page.h"

#include <math.h>

#define CELL "Projects completed on time by teams of 3 or more, per week, Measurable"

/* Amara comes round to the others in a second round: nearly all the way. */
static guint
get_mark (guint round, guint candidate, guint criterion, guint person)
{
  if (round == 2 && candidate == 1 && criterion == 5 && person == 2)
    return 4;
  return panel_marks[candidate][criterion][person];
}

static void
hold_round (NsmWorkshop *workshop, guint number)
{
  g_autofree char *folder = g_dir_make_tmp ("nsm-reveal-XXXXXX", NULL);
  g_autoptr (NsmKeyStore) keys = nsm_key_store_new (folder);
  g_autoptr (GError) error = NULL;
  NsmRound *round = nsm_round_open (workshop, NSM_ROUND_KIND_SCORES, keys, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < N_PANEL_PEOPLE; i++)
    {
      NsmRecord *person = nsm_list_get (workshop->participants, i);
      g_autoptr (NsmAnswer) answer = g_object_new (NSM_TYPE_ANSWER, "person", person->id, NULL);

      NSM_LIST_EACH (NsmSubject, subject, round->subjects)
        {
          guint candidate = panel_get_candidate (subject->title);

          NSM_LIST_EACH (NsmAspect, aspect, round->aspects)
            {
              nsm_list_append_new (answer->entries, "subject", subject->subject, "aspect",
                                   aspect->aspect, "mark",
                                   (double) get_mark (number, candidate, aspect_i, i), "text",
                                   panel_get_reason (i, candidate, aspect_i), NULL);
            }
        }
      g_assert_true (nsm_round_cast (round, answer, NULL, &error));
      g_assert_no_error (error);
    }
  g_assert_true (nsm_round_close (round, &error));
  g_assert_true (nsm_round_reveal (round, keys, &error));
  g_assert_no_error (error);
}

static NsmWorkshop *
new_workshop (guint n_rounds, NsmPrivacy privacy)
{
  NsmWorkshop *workshop = panel_new_workshop (NSM_MODE_FACILITATED);

  g_object_set (workshop, "privacy", privacy, NULL);
  for (guint i = 1; i <= n_rounds; i++)
    hold_round (workshop, i);
  return workshop;
}

static void
wait_open (NsmReveal *reveal)
{
  while (!nsm_reveal_is_open (reveal))
    g_main_context_iteration (NULL, TRUE);
  ui_test_settle (GTK_WIDGET (reveal));
}

static GtkWidget *
open_page (NsmWorkshop *workshop, int width, int height)
{
  GtkWidget *page = ui_test_open_page (NSM_TYPE_SCORING_PAGE, workshop, width, height);

  ui_test_settle (page);
  wait_open (nsm_scoring_page_get_reveal (NSM_SCORING_PAGE (page)));
  return page;
}

static NsmScoreCell *
find_cell (GtkWidget *root, const char *start)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *cell = ui_test_find (root, NSM_TYPE_SCORE_CELL, i);

      g_assert_nonnull (cell);
      if (g_str_has_prefix (nsm_score_cell_get_description (NSM_SCORE_CELL (cell)), start))
        return NSM_SCORE_CELL (cell);
    }
}

static GtkWidget *
get_focus (GtkWidget *page)
{
  return gtk_root_get_focus (gtk_widget_get_root (page));
}

/* As if the pointer came to (@x, @y) in the cell. */
static void
point (NsmScoreCell *cell, const char *signal, double x, double y)
{
  g_autoptr (GListModel) all = gtk_widget_observe_controllers (GTK_WIDGET (cell));

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (all, i);

      if (!GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        continue;
      if (g_str_equal (signal, "leave"))
        g_signal_emit_by_name (controller, signal);
      else
        g_signal_emit_by_name (controller, signal, x, y);
    }
}

/* The pointer comes and goes, and the keyboard's cell is shown again. */
static void
check_pointer (GtkWidget *page, NsmHistogram *histogram, NsmScoreCell *focused)
{
  NsmScoreCell *other = NSM_SCORE_CELL (ui_test_find (page, NSM_TYPE_SCORE_CELL, 0));

  /* Once for where it is, wherever the desktop has it. */
  point (other, "motion", 1, 1);
  point (other, "leave", 0, 0);
  point (other, "enter", 1, 1);
  g_assert_cmpuint (nsm_histogram_get_count (histogram, 1), ==, 1);
  point (other, "motion", 3, 3);
  g_assert_cmpuint (nsm_histogram_get_count (histogram, 1), ==, 0);
  point (other, "leave", 0, 0);
  ui_test_settle (page);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (histogram)));
  g_assert_cmpuint (nsm_histogram_get_count (histogram, 1), ==, 1);
  g_assert_true (get_focus (page) == GTK_WIDGET (focused));
}

static void
test_keyboard (void)
{
  g_autoptr (NsmWorkshop) workshop = new_workshop (1, NSM_PRIVACY_NAMED);
  GtkWidget *page = open_page (workshop, 1280, 754);
  GtkWidget *map = ui_test_find (page, NSM_TYPE_SCORE_MAP, 0);
  GtkWidget *first = ui_test_find (map, NSM_TYPE_SCORE_CELL, 0);
  GtkWidget *histogram;
  NsmScoreCell *cell = find_cell (page, CELL);

  /* One stop for Tab, arrows inside. */
  g_assert_true (gtk_widget_child_focus (map, GTK_DIR_TAB_FORWARD));
  g_assert_true (get_focus (page) == first);
  g_assert_true (nsm_score_map_move (NSM_SCORE_MAP (map), 1, 0));
  g_assert_true (nsm_score_map_move (NSM_SCORE_MAP (map), 0, N_PANEL_CRITERIA));
  g_assert_true (get_focus (page) == GTK_WIDGET (cell));
  g_assert_false (nsm_score_map_move (NSM_SCORE_MAP (map), 0, 1));
  /* Rows that aren't shown can't be reached. */
  g_assert_true (nsm_score_map_move (NSM_SCORE_MAP (map), 3, 0));
  g_assert_false (nsm_score_map_move (NSM_SCORE_MAP (map), 1, 0));
  g_assert_true (nsm_score_map_move (NSM_SCORE_MAP (map), -3, 0));
  ui_test_settle (page);
  histogram = ui_test_find (page, NSM_TYPE_HISTOGRAM, 0);
  g_assert_true (gtk_widget_get_mapped (histogram));
  g_assert_cmpuint (nsm_histogram_get_count (NSM_HISTOGRAM (histogram), 1), ==, 1);
  g_assert_cmpuint (nsm_histogram_get_count (NSM_HISTOGRAM (histogram), 3), ==, 0);
  g_assert_cmpuint (nsm_histogram_get_count (NSM_HISTOGRAM (histogram), 4), ==, 2);
  ui_test_picture (page, "reveal-focus");
  check_pointer (page, NSM_HISTOGRAM (histogram), cell);
  g_assert_false (gtk_widget_child_focus (map, GTK_DIR_TAB_FORWARD));
  /* A screen reader hears every number. */
  g_assert_nonnull (strstr (nsm_score_cell_get_description (cell),
                            "mean 3.5; Amara 1, Mei 4, Luis 4, Jonas 5; median 4.0, from 1 to 5, "
                            "the middle half from 3.3 to 4.3; you disagree, number 1"));
  gtk_widget_activate (GTK_WIDGET (cell));
  while (ui_test_find (GTK_WIDGET (cell), GTK_TYPE_POPOVER, 0) == NULL)
    g_main_context_iteration (NULL, TRUE);
  ui_test_settle (page);
  g_assert_nonnull (ui_test_find (GTK_WIDGET (cell), NSM_TYPE_HISTOGRAM, 0));
  ui_test_close (page);
}

static void
test_people (void)
{
  g_autoptr (NsmWorkshop) named = new_workshop (1, NSM_PRIVACY_NAMED);
  g_autoptr (NsmWorkshop) unnamed = new_workshop (2, NSM_PRIVACY_UNNAMED);
  GtkWidget *page = open_page (named, 1280, 754);

  press (page, "By person");
  ui_test_picture (page, "reveal-people");
  ui_test_close (page);

  page = open_page (unnamed, 1280, 754);
  g_assert_null (press_find (page, "By person"));
  /* What moved is told of marks, never of people. */
  press (page, "What moved");
  ui_test_picture (page, "reveal-moved-unnamed");
  for (guint i = 0;; i++)
    {
      GtkWidget *label = ui_test_find (page, GTK_TYPE_LABEL, i);

      if (label == NULL)
        break;
      for (guint j = 0; j < N_PANEL_PEOPLE; j++)
        g_assert_null (strstr (gtk_label_get_text (GTK_LABEL (label)), panel_people[j]));
    }
  ui_test_close (page);
}

static void
test_moved (void)
{
  g_autoptr (NsmWorkshop) workshop = new_workshop (2, NSM_PRIVACY_NAMED);
  GtkWidget *page = open_page (workshop, 1280, 754);
  NsmScoreCell *cell = find_cell (page, CELL);
  gboolean found = FALSE;

  g_assert_cmpfloat_with_epsilon (nsm_score_cell_get_mean (cell), 4.25, 1e-9);
  g_assert_nonnull (strstr (nsm_score_cell_get_description (cell), "Mean 3.5 before, 4.3 now"));
  ui_test_picture (page, "reveal-second");
  ui_test_assert_named (page);
  press (page, "What moved");
  ui_test_picture (page, "reveal-moved");
  for (guint i = 0; !found; i++)
    {
      GtkWidget *label = ui_test_find (page, GTK_TYPE_LABEL, i);

      g_assert_nonnull (label);
      found = gtk_widget_get_mapped (label)
              && strstr (gtk_label_get_text (GTK_LABEL (label)), "Amara") != NULL;
    }
  ui_test_close (page);
}

static void
test_agreed (void)
{
  g_autoptr (NsmWorkshop) workshop = new_workshop (1, NSM_PRIVACY_NAMED);
  GtkWidget *page = open_page (workshop, 1280, 754);
  NsmScoringPage *scoring = NSM_SCORING_PAGE (page);
  NsmJournal *journal = nsm_record_get_journal (NSM_RECORD (workshop));
  NsmScene *scene = nsm_scene_get (nsm_step_page_get_document (NSM_STEP_PAGE (page)));
  NsmRound *round = nsm_list_get (workshop->rounds, 0);
  NsmConclusion *conclusion;
  GtkWidget *bar;

  g_assert_cmpstr (nsm_scene_get_round (scene), ==, NSM_RECORD (round)->id);
  g_assert_null (nsm_scene_get_candidate (scene));
  press (page, "Discuss first");
  g_assert_nonnull (nsm_scene_get_candidate (scene));
  bar = ui_test_find (page, NSM_TYPE_CONCLUDE_BAR, 0);
  press (bar, "4");
  conclusion = nsm_list_get (workshop->conclusions, 0);
  g_assert_cmpfloat (conclusion->agreed, ==, 4);
  press (bar, "Score this cell again");
  g_assert_true (conclusion->again);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (ui_test_find (bar, GTK_TYPE_DROP_DOWN, 0)),
                              NSM_RESOLUTION_REWORDED);
  ui_test_settle (page);
  g_assert_cmpint (conclusion->resolution, ==, NSM_RESOLUTION_REWORDED);
  g_assert_nonnull (press_find (bar, "To the candidate"));
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (bar, GTK_TYPE_ENTRY, 0)), "Count due dates.");
  ui_test_picture (page, "reveal-concluded");
  ui_test_assert_named (page);
  g_assert_cmpuint (nsm_list_get_size (workshop->conclusions), ==, 1);

  /* After the last one, all of them and what is next. */
  press (page, "Next");
  press (page, "Next");
  press (page, "Next");
  g_assert_nonnull (ui_test_find (page, NSM_TYPE_QUEUE, 0));
  g_assert_null (nsm_scene_get_candidate (scene));
  ui_test_picture (page, "reveal-queue");
  ui_test_assert_named (page);
  press (ui_test_find (page, NSM_TYPE_QUEUE, 0), "To the map");
  ui_test_settle (page);
  g_assert_cmpfloat (nsm_score_cell_get_agreed (find_cell (page, CELL)), ==, 4);
  /* What people marked alone stays. */
  g_assert_cmpfloat_with_epsilon (nsm_score_cell_get_mean (find_cell (page, CELL)), 3.5, 1e-9);
  ui_test_picture (page, "reveal-agreed");
  /* The first one is settled: the talk goes on with the second. */
  press (page, "Discuss first");
  g_assert_cmpuint (nsm_discuss_get_position (nsm_scoring_page_get_discuss (scoring)), ==, 1);
  press (page, "Back");
  press (page, "Back");
  while (nsm_list_get_size (workshop->conclusions) > 0)
    nsm_journal_undo (journal);
  ui_test_settle (page);
  g_assert_true (isnan (nsm_score_cell_get_agreed (find_cell (page, CELL))));
  g_assert_true (nsm_scoring_page_get_reveal (scoring) != NULL);
  ui_test_close (page);
}

static gboolean
has_button (GtkWidget *root)
{
  if (!gtk_widget_get_mapped (root))
    return FALSE;
  if (GTK_IS_BUTTON (root) && gtk_widget_get_can_target (root))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_button (child))
      return TRUE;
  return FALSE;
}

static void
test_room (void)
{
  g_autoptr (NsmWorkshop) workshop = new_workshop (2, NSM_PRIVACY_NAMED);
  GtkWidget *page = open_page (workshop, 1280, 754);
  NsmDocument *document = g_object_ref (nsm_step_page_get_document (NSM_STEP_PAGE (page)));
  GtkWidget *reveal, *discuss;

  for (guint i = 0; i < 2; i++)
    {
      NsmRound *round = nsm_list_get (workshop->rounds, i);
      g_autofree char *map = g_strdup_printf ("room-reveal-%u", i + 1);

      adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                          i == 0 ? ADW_COLOR_SCHEME_FORCE_LIGHT
                                                 : ADW_COLOR_SCHEME_FORCE_DARK);
      reveal = nsm_reveal_new_for_room (document, round);
      ui_test_open (reveal, 1920, 1080);
      wait_open (NSM_REVEAL (reveal));
      g_assert_false (has_button (reveal));
      ui_test_picture (reveal, map);
      ui_test_close (reveal);
    }
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      ADW_COLOR_SCHEME_DEFAULT);
  discuss = nsm_discuss_new_for_room (
    document, nsm_list_get (workshop->rounds, 0),
    ((NsmRecord *) nsm_list_get (workshop->candidates, 1))->id, "measurable");
  ui_test_open (discuss, 1920, 1080);
  g_assert_false (has_button (discuss));
  ui_test_picture (discuss, "room-discuss");
  ui_test_close (discuss);
  g_assert_null (nsm_discuss_new_for_room (document, nsm_list_get (workshop->rounds, 0), "no", "no"));
  g_object_unref (document);
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
    { 1280, 754, ADW_COLOR_SCHEME_FORCE_DARK, "1280-dark" },
    { 1024, 654, ADW_COLOR_SCHEME_FORCE_LIGHT, "1024" },
    { 800, 554, ADW_COLOR_SCHEME_FORCE_LIGHT, "800" },
    { 1920, 1034, ADW_COLOR_SCHEME_FORCE_LIGHT, "1920" },
  };
  g_autoptr (NsmWorkshop) workshop = new_workshop (2, NSM_PRIVACY_NAMED);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *map = g_strdup_printf ("reveal-second-%s", sizes[i].name);
      g_autofree char *people = g_strdup_printf ("reveal-people-%s", sizes[i].name);
      g_autofree char *moved = g_strdup_printf ("reveal-moved-%s", sizes[i].name);
      GtkWidget *page;

      adw_style_manager_set_color_scheme (adw_style_manager_get_default (), sizes[i].scheme);
      page = open_page (workshop, sizes[i].width, sizes[i].height);
      g_assert_cmpint (gtk_widget_get_width (page), <=, sizes[i].width);
      ui_test_picture (page, map);
      press (page, "By person");
      ui_test_picture (page, people);
      press (page, "What moved");
      ui_test_picture (page, moved);
      g_assert_cmpint (gtk_widget_get_width (page), <=, sizes[i].width);
      ui_test_close (page);
    }
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
}

int
main (int argc, char *argv[])
{
  g_autofree char *state = g_dir_make_tmp ("nsm-reveal-XXXXXX", NULL);

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_setenv ("XDG_DATA_HOME", state, TRUE);
  ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/reveal/keyboard", test_keyboard);
  g_test_add_func ("/ui/reveal/people", test_people);
  g_test_add_func ("/ui/reveal/moved", test_moved);
  g_test_add_func ("/ui/reveal/agreed", test_agreed);
  g_test_add_func ("/ui/reveal/room", test_room);
  g_test_add_func ("/ui/reveal/sizes", test_sizes);
  return g_test_run ();
}
