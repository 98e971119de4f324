/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every kind of private exercise but scores: ballot, lock in, close, reveal, result, use. */
#include "panel.h"
#include "press.h"
#include "support.h"

#include "candidates/candidates-page.h"
#include "game/game-page.h"
#include "rounds/texts.h"
#include "record/journal.h"
#include "rounds/booth.h"
#include "rounds/form.h"
#include "rounds/game-ballot.h"
#include "rounds/moments-ballot.h"
#include "rounds/moments-result.h"
#include "rounds/rank-line.h"
#include "rounds/round.h"
#include "rounds/text-card.h"
#include "rounds/texts-ballot.h"
#include "rounds/texts-result.h"
#include "method/candidates.h"
#include "rounds/verdicts.h"
#include "kit/growing-text.h"
#include "rounds/scene.h"
#include "rounds/verdict-ballot.h"
#include "stress/stress-page.h"
#include "value/value-page.h"

typedef void (*Fill) (GtkWidget *page, NsmBallot *ballot, guint person);

/* Everybody answers, then all is opened. */
static NsmRound *
run_round (GtkWidget *page, NsmWorkshop *workshop, NsmRoundKind kind, const char *invite, Fill fill,
           const char *picture)
{
  g_autofree char *ballot_picture = g_strdup_printf ("%s-ballot", picture);
  NsmRound *round;

  press (page, invite);
  press (page, "Start the round");
  round = nsm_workshop_get_latest_round (workshop, kind);
  g_assert_nonnull (round);
  for (guint i = 0; i < N_PANEL_PEOPLE; i++)
    {
      g_autofree char *me = g_strdup_printf ("I am %s", panel_people[i]);
      NsmBallot *ballot;
      GtkWidget *lock;

      press (page, me);
      ballot = nsm_booth_get_ballot (NSM_BOOTH (ui_test_find (page, NSM_TYPE_BOOTH, 0)));
      g_assert_false (nsm_ballot_is_begun (ballot));
      lock = press_find (page, "Lock in");
      g_assert_true (lock == NULL || !gtk_widget_is_sensitive (lock));
      fill (page, ballot, i);
      ui_test_settle (page);
      g_assert_true (nsm_ballot_is_begun (ballot));
      if (i == 0)
        {
          ui_test_picture (page, ballot_picture);
          ui_test_assert_named (page);
        }
      press (page, "Lock in");
      g_assert_cmpuint (nsm_round_count_contributed (round), ==, i + 1);
      g_assert_cmpuint (nsm_list_get_size (round->answers), ==, 0);
      press (page, "Done");
    }
  press (page, "Close the round");
  press (page, "Reveal");
  g_assert_true (nsm_round_is_readable (round));
  ui_test_settle (page);
  ui_test_picture (page, picture);
  ui_test_assert_named (page);
  return round;
}

static void
undo (NsmWorkshop *workshop, GtkWidget *page)
{
  nsm_journal_undo (nsm_record_get_journal (NSM_RECORD (workshop)));
  ui_test_settle (page);
}

static NsmTextCard *
find_card (GtkWidget *page, const char *text)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *card = ui_test_find (page, NSM_TYPE_TEXT_CARD, i);

      g_assert_nonnull (card);
      if (g_str_equal (nsm_text_card_get_text (NSM_TEXT_CARD (card)), text))
        return NSM_TEXT_CARD (card);
    }
}

static guint
count (GtkWidget *page, GType type)
{
  guint n = 0;

  while (ui_test_find (page, type, n) != NULL)
    n++;
  return n;
}

/* Texts */

static const char *const statements[N_PANEL_PEOPLE][2] = {
  { "A team finishes what it promised, on the day it promised it", "Nobody has to chase anybody" },
  { "Work is done when it was promised", NULL },
  { "Weeks without surprises", NULL },
  { NULL, NULL },
};

static void
type_text (NsmBallot *ballot, guint position, const char *text)
{
  GtkWidget *view = nsm_texts_ballot_get_text (NSM_TEXTS_BALLOT (ballot), position);

  g_assert_nonnull (view);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
}

static void
fill_texts (GtkWidget *page, NsmBallot *ballot, guint person)
{
  g_autofree char *long_text = g_strnfill (NSM_LINE_MAX + 1, 'x');

  if (statements[person][0] == NULL)
    {
      press (page, "I’d rather not say");
      return;
    }
  type_text (ballot, 0, long_text);
  g_assert_false (gtk_widget_is_sensitive (press_find (page, "Lock in")));
  type_text (ballot, 0, statements[person][0]);
  for (guint i = 1; i < 2 && statements[person][i] != NULL; i++)
    {
      nsm_texts_ballot_add (NSM_TEXTS_BALLOT (ballot));
      type_text (ballot, i, statements[person][i]);
    }
}

static void
test_statements (void)
{
  g_autoptr (NsmWorkshop) workshop = panel_new_workshop (NSM_MODE_FACILITATED);
  GtkWidget *page = ui_test_open_page (NSM_TYPE_VALUE_PAGE, workshop, 744, 1100);
  NsmRound *round = run_round (page, workshop, NSM_ROUND_KIND_STATEMENTS, "Ask Everybody in Private",
                               fill_texts, "statements");
  GtkWidget *result = ui_test_find (page, NSM_TYPE_TEXTS_RESULT, 0);
  NsmCluster *cluster;
  GtkWidget *wording;

  g_assert_cmpuint (count (result, NSM_TYPE_TEXT_CARD), ==, 4);

  /* Two that mean the same, put together, and worded once. */
  nsm_text_card_join (find_card (result, statements[1][0]), find_card (result, statements[0][0]));
  ui_test_settle (page);
  g_assert_cmpuint (nsm_list_get_size (workshop->clusters), ==, 1);
  cluster = nsm_list_get (workshop->clusters, 0);
  wording = ui_test_find (result, GTK_TYPE_ENTRY, 0);
  g_assert_true (gtk_widget_is_ancestor (
    gtk_root_get_focus (gtk_widget_get_root (page)), wording));
  gtk_editable_set_text (GTK_EDITABLE (wording), "Promises are kept on the day");
  ui_test_settle (page);
  g_assert_cmpstr (cluster->title, ==, "Promises are kept on the day");
  g_assert_true (ui_test_find (result, GTK_TYPE_ENTRY, 0) == wording);
  ui_test_picture (page, "statements-together");
  ui_test_assert_named (page);
  press (result, "Use as our value proposition");
  g_assert_cmpstr (workshop->value->proposition, ==, "Promises are kept on the day");
  g_assert_cmpstr (nsm_round_get_text (round, NSM_RECORD (nsm_list_get (workshop->participants, 1))->id, 0),
                   ==, statements[1][0]);
  undo (workshop, page);
  g_assert_cmpstr (workshop->value->proposition, ==, "");

  press (result, "Take apart");
  g_assert_cmpuint (nsm_list_get_size (workshop->clusters), ==, 0);
  g_assert_null (ui_test_find (result, GTK_TYPE_ENTRY, 0));
  undo (workshop, page);
  g_assert_nonnull (ui_test_find (result, GTK_TYPE_ENTRY, 0));
  press (result, "Take out");
  g_assert_cmpuint (nsm_list_get_size (workshop->clusters), ==, 0);
  ui_test_close (page);
}

static const char *const ideas[N_PANEL_PEOPLE] = { "Teams that finish a project", "Projects on time",
                                                   "Happy Fridays", "Projects done in time" };

static void
fill_ideas (GtkWidget *page G_GNUC_UNUSED, NsmBallot *ballot, guint person)
{
  type_text (ballot, 0, ideas[person]);
}

static void
test_ideas (void)
{
  g_autoptr (NsmWorkshop) workshop = panel_new_workshop (NSM_MODE_FACILITATED);
  GtkWidget *page, *card;
  guint n = nsm_list_get_size (workshop->candidates);

  g_object_set (workshop, "privacy", NSM_PRIVACY_UNNAMED, NULL);
  page = ui_test_open_page (NSM_TYPE_CANDIDATES_PAGE, workshop, 744, 1100);
  run_round (page, workshop, NSM_ROUND_KIND_IDEAS, "Collect Ideas in Private", fill_ideas, "ideas");
  /* Without names, no card shows anybody. */
  card = GTK_WIDGET (find_card (page, ideas[2]));
  g_assert_null (ui_test_find (card, g_type_from_name ("NsmPersonMark"), 0));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       ideas[2]);
  press (card, "Make it a candidate");
  g_assert_cmpuint (nsm_list_get_size (workshop->candidates), ==, n + 1);
  g_assert_nonnull (nsm_workshop_find_idea (workshop, ideas[2]));
  g_assert_null (press_find (card, "Make it a candidate"));
  undo (workshop, page);
  g_assert_nonnull (press_find (card, "Make it a candidate"));
  ui_test_close (page);
}

/* Moments */

static const char *const moments[] = { "First plan", "Week without a late task", "Project done" };

/* Mei: done, week, plan; Jonas the same but can't say of the plan; the others: done, plan, week. */
static void
fill_moments (GtkWidget *page G_GNUC_UNUSED, NsmBallot *ballot, guint person)
{
  static const guint orders[N_PANEL_PEOPLE][3] = { { 2, 1, 0 }, { 2, 1, 0 }, { 2, 0, 1 },
                                                   { 2, 0, 1 } };
  NsmMomentsBallot *self = NSM_MOMENTS_BALLOT (ballot);
  NsmRound *round = nsm_ballot_get_round (ballot);

  for (guint i = 0; i < 3; i++)
    for (guint k = i; k < 3; k++)
      {
        NsmSubject *subject =
          nsm_round_get_subject (round, nsm_moments_ballot_get_subject (self, k));

        if (g_str_equal (subject->title, moments[orders[person][i]]))
          {
            nsm_moments_ballot_move (self, k, i);
            break;
          }
      }
  if (person == 1)
    nsm_moments_ballot_leave_out (self, 2, TRUE);
}

static void
test_moments (void)
{
  g_autoptr (NsmWorkshop) workshop = panel_new_workshop (NSM_MODE_FACILITATED);
  NsmList *list = workshop->value->moments;
  GtkWidget *page;

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    nsm_list_append_new (list, "name", moments[i], NULL);
  page = ui_test_open_page (NSM_TYPE_VALUE_PAGE, workshop, 744, 1400);
  run_round (page, workshop, NSM_ROUND_KIND_MOMENTS, "Rank in Private", fill_moments, "moments");
  g_assert_cmpuint (count (page, NSM_TYPE_RANK_LINE), ==, 3);
  gtk_test_accessible_assert_property (
    GTK_ACCESSIBLE (ui_test_find (page, NSM_TYPE_RANK_LINE, 0)), GTK_ACCESSIBLE_PROPERTY_LABEL,
    "Mean place 1.1; Mei: 1, Jonas: 1.33, Amara: 1, Luis: 1");
  press (page, "Use this order");
  g_assert_cmpstr (((NsmValueMoment *) nsm_list_get (list, 0))->name, ==, "Project done");
  g_assert_null (press_find (page, "Use this order"));
  undo (workshop, page);
  g_assert_cmpstr (((NsmValueMoment *) nsm_list_get (list, 0))->name, ==, "First plan");
  g_assert_nonnull (press_find (page, "Use this order"));
  ui_test_close (page);
}

/* Game */

static void
fill_game (GtkWidget *page, NsmBallot *ballot, guint person)
{
  if (person == 3)
    press (page, "I’d rather not say");
  else
    nsm_game_ballot_pick (NSM_GAME_BALLOT (ballot),
                          person == 0 ? NSM_GAME_ATTENTION : NSM_GAME_PRODUCTIVITY);
}

static void
test_game (void)
{
  g_autoptr (NsmWorkshop) workshop = panel_new_workshop (NSM_MODE_FACILITATED);
  GtkWidget *page = ui_test_open_page (NSM_TYPE_GAME_PAGE, workshop, 744, 1100);

  run_round (page, workshop, NSM_ROUND_KIND_GAME, "Vote in Private", fill_game, "game-result");
  g_assert_nonnull (press_find (page, "second round"));
  ui_test_close (page);
}

/* Verdicts */

/* Everybody finds that all holds; only Luis says that the first candidate can be gamed,
 * and Amara abstains there. */
static void
fill_verdicts (GtkWidget *page, NsmBallot *ballot, guint person)
{
  NsmVerdictBallot *self = NSM_VERDICT_BALLOT (ballot);
  NsmRound *round = nsm_ballot_get_round (ballot);

  gtk_widget_grab_focus (GTK_WIDGET (ballot));
  NSM_LIST_EACH (NsmSubject, subject, round->subjects)
    {
      gboolean first = panel_get_candidate (subject->title) == 0;

      g_assert_cmpuint (nsm_verdict_ballot_get_candidate (self), ==, subject_i);
      for (guint i = 0; i < NSM_N_STRESS_TESTS; i++)
        {
          gboolean gaming = first && i == NSM_STRESS_TEST_GAMING;

          if (gaming && person == 3)
            {
              GtkWidget *reason = ui_test_find (page, GTK_TYPE_ENTRY, i);

              gtk_editable_set_text (GTK_EDITABLE (reason), "Empty projects can be closed");
            }
          nsm_verdict_ballot_press (self, gaming && person == 3   ? GDK_KEY_f
                                          : gaming && person == 2 ? GDK_KEY_0
                                                                  : GDK_KEY_h);
        }
      if (subject_i + 1 < nsm_list_get_size (round->subjects))
        nsm_verdict_ballot_press (self, GDK_KEY_Return);
    }
}

static void
test_verdicts (void)
{
  g_autoptr (NsmWorkshop) workshop = panel_new_workshop (NSM_MODE_FACILITATED);
  GtkWidget *page = ui_test_open_page (NSM_TYPE_STRESS_PAGE, workshop, 1280, 754);
  NsmDocument *document = nsm_step_page_get_document (NSM_STEP_PAGE (page));
  NsmCandidate *candidate = nsm_stress_page_get_candidate (NSM_STRESS_PAGE (page));
  g_autoptr (NsmCandidate) kept = g_object_ref (candidate);
  NsmRound *round = run_round (page, workshop, NSM_ROUND_KIND_VERDICTS, "Judge in Private",
                               fill_verdicts, "verdicts");
  GtkWidget *lone, *large;

  g_assert_true (nsm_candidate_get_verdict_round (candidate) == round);
  g_assert_true (nsm_stress_page_get_candidate (NSM_STRESS_PAGE (page)) == kept);
  /* The team's own verdict is still to be given. */
  g_assert_null (nsm_candidate_find_stress_result (candidate, NSM_STRESS_TEST_GAMING));
  lone = ui_test_find (page, NSM_TYPE_GROWING_TEXT, 0);
  g_assert_true (gtk_widget_get_mapped (lone));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (lone)),
                            "We leave out projects with fewer than three tasks.", -1);
  g_assert_cmpstr (nsm_candidate_find_stress_result (candidate, NSM_STRESS_TEST_GAMING)->lone_answer,
                   ==, "We leave out projects with fewer than three tasks.");
  g_assert_nonnull (press_find (page, "Everybody’s Verdicts"));
  g_assert_cmpstr (nsm_scene_get_candidate (nsm_scene_get (document)), ==,
                   NSM_RECORD (candidate)->id);
  g_assert_cmpstr (nsm_scene_get_criterion (nsm_scene_get (document)), ==,
                   nsm_choice_get_nick (NSM_TYPE_STRESS_TEST, NSM_STRESS_TEST_GAMING));

  large = nsm_round_form_get (NSM_ROUND_KIND_VERDICTS)->make_result (document, round, TRUE);
  ui_test_open (large, 1280, 720);
  g_assert_null (ui_test_find (large, GTK_TYPE_BUTTON, 0));
  ui_test_picture (large, "verdicts-large");
  ui_test_close (large);

  nsm_stress_page_show (NSM_STRESS_PAGE (page), candidate, NSM_STRESS_TEST_PLATEAU);
  ui_test_settle (page);
  g_assert_false (gtk_widget_get_mapped (lone));
  press (page, "Everybody’s Verdicts");
  ui_test_picture (page, "verdicts-all");
  ui_test_assert_named (page);
  press (page, "Back to the thought experiments");
  g_assert_true (nsm_step_page_get_bare (NSM_STEP_PAGE (page)));
  ui_test_close (page);
}

/* The room */

static void
test_large (void)
{
  g_autoptr (NsmWorkshop) workshop = panel_new_workshop (NSM_MODE_FACILITATED);
  GtkWidget *page = ui_test_open_page (NSM_TYPE_VALUE_PAGE, workshop, 744, 1100);
  NsmDocument *document = nsm_step_page_get_document (NSM_STEP_PAGE (page));
  NsmRound *round = run_round (page, workshop, NSM_ROUND_KIND_STATEMENTS, "Ask Everybody in Private",
                               fill_texts, "statements");
  GtkWidget *large =
    nsm_round_form_get (NSM_ROUND_KIND_STATEMENTS)->make_result (document, round, TRUE);

  ui_test_open (large, 1280, 720);
  g_assert_cmpuint (count (large, NSM_TYPE_TEXT_CARD), ==, 4);
  g_assert_null (ui_test_find (large, GTK_TYPE_BUTTON, 0));
  nsm_text_card_join (find_card (page, statements[1][0]), find_card (page, statements[0][0]));
  ui_test_settle (page);
  ui_test_settle (large);
  g_object_set (nsm_list_get (workshop->clusters, 0), "title", "Promises are kept", NULL);
  ui_test_settle (large);
  ui_test_picture (large, "statements-large");
  ui_test_close (large);
  ui_test_close (page);
}

static void
test_solo (void)
{
  g_autoptr (NsmWorkshop) workshop = panel_new_workshop (NSM_MODE_SOLO);
  static const char *const words[] = { "Private", "Ask Everybody" };
  GtkWidget *pages[] = { ui_test_open_page (NSM_TYPE_VALUE_PAGE, workshop, 744, 900),
                         ui_test_open_page (NSM_TYPE_GAME_PAGE, workshop, 744, 900),
                         ui_test_open_page (NSM_TYPE_CANDIDATES_PAGE, workshop, 744, 900),
                         ui_test_open_page (NSM_TYPE_STRESS_PAGE, workshop, 1280, 754) };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      for (guint k = 0; k < G_N_ELEMENTS (words); k++)
        g_assert_null (press_find (pages[i], words[k]));
      ui_test_close (pages[i]);
    }
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/private-rounds/statements", test_statements);
  g_test_add_func ("/private-rounds/ideas", test_ideas);
  g_test_add_func ("/private-rounds/moments", test_moments);
  g_test_add_func ("/private-rounds/game", test_game);
  g_test_add_func ("/private-rounds/verdicts", test_verdicts);
  g_test_add_func ("/private-rounds/large", test_large);
  g_test_add_func ("/private-rounds/solo", test_solo);
  return g_test_run ();
}
