/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "candidates/candidates-page.h"

#include "candidates/candidate-card.h"
#include "candidates/candidate-form.h"
#include "candidates/eliminate-box.h"
#include "candidates/sentence.h"
#include "filled.h"
#include "findings/findings.h"
#include "record/journal.h"
#include "support.h"

static guint
count_cards (GtkWidget *page)
{
  guint n = 0;

  while (ui_test_find (page, NSM_TYPE_CANDIDATE_CARD, n) != NULL)
    n++;
  return n;
}

static NsmCandidateCard *
get_card (GtkWidget *page, guint index)
{
  return NSM_CANDIDATE_CARD (ui_test_find (page, NSM_TYPE_CANDIDATE_CARD, index));
}

static NsmMetric *
get_metric (NsmWorkshop *workshop, guint index)
{
  return nsm_candidate_get_metric (nsm_list_get (workshop->candidates, index));
}

static void
undo (NsmWorkshop *workshop)
{
  nsm_journal_undo (nsm_record_get_journal (NSM_RECORD (workshop)));
}

static void
test_empty (void)
{
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
  GtkWidget *page = ui_test_open_page (NSM_TYPE_CANDIDATES_PAGE, workshop, 744, 754);

  ui_test_picture (page, "candidates-empty");
  ui_test_assert_named (page);
  g_assert_cmpuint (count_cards (page), ==, 0);

  g_assert_true (gtk_widget_activate_action (page, "candidates.add", NULL));
  g_assert_cmpuint (nsm_list_get_size (workshop->candidates), ==, 1);
  g_assert_cmpuint (count_cards (page), ==, 1);
  g_assert_true (nsm_candidate_card_is_open (get_card (page, 0)));
  g_assert_true (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (gtk_widget_get_root (page)))));
  ui_test_picture (page, "candidates-first");
  ui_test_assert_named (page);

  undo (workshop);
  g_assert_cmpuint (count_cards (page), ==, 0);
  ui_test_close (page);
}

static void
test_filled (void)
{
  g_autoptr (NsmWorkshop) workshop = ui_test_new_filled_workshop ();
  g_autoptr (GPtrArray) findings = nsm_findings_collect (workshop);
  GtkWidget *page = ui_test_open_page (NSM_TYPE_CANDIDATES_PAGE, workshop, 744, 754);
  NsmCandidate *last;

  nsm_step_page_set_findings (NSM_STEP_PAGE (page), findings);
  ui_test_settle (GTK_WIDGET (gtk_widget_get_root (page)));
  ui_test_assert_named (page);
  ui_test_picture (page, "candidates-folded");
  g_assert_cmpuint (count_cards (page), ==, 5);

  /* The bad one comes last, whatever its place in the list. */
  last = nsm_candidate_card_get_candidate (get_card (page, 4));
  g_assert_cmpint (last->kind, ==, NSM_CANDIDATE_KIND_BAD);

  g_assert_true (nsm_step_page_show_field (NSM_STEP_PAGE (page),
                                           NSM_RECORD (get_metric (workshop, 1)), "statement"));
  g_assert_true (nsm_candidate_card_is_open (get_card (page, 1)));
  ui_test_picture (page, "candidates-open");
  ui_test_assert_named (page);
  ui_test_close (page);
}

static void
test_sentence (void)
{
  g_autoptr (NsmWorkshop) workshop = ui_test_new_filled_workshop ();
  GtkWidget *page = ui_test_open_page (NSM_TYPE_CANDIDATES_PAGE, workshop, 744, 754);
  NsmMetric *metric = get_metric (workshop, 0);
  g_autofree char *before = g_strdup (metric->statement);
  GtkWidget *sentence;
  GtkWidget *statement;

  nsm_step_page_show_field (NSM_STEP_PAGE (page), NSM_RECORD (metric), "statement");
  sentence = ui_test_find (page, NSM_TYPE_SENTENCE, 0);
  statement = gtk_window_get_focus (GTK_WINDOW (gtk_widget_get_root (page)));
  g_assert_true (GTK_IS_TEXT (statement) && gtk_widget_is_ancestor (statement, sentence));
  gtk_editable_set_text (GTK_EDITABLE (statement), "finish what they planned");
  g_assert_cmpstr (metric->statement, ==, "finish what they planned");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (ui_test_find (sentence, GTK_TYPE_DROP_DOWN, 0)),
                              NSM_WINDOW_QUARTER);
  g_assert_cmpint (metric->window, ==, NSM_WINDOW_QUARTER);

  /* Folding leaves the focus on the card, so that Alt and an arrow move this one. */
  g_signal_emit_by_name (get_card (page, 0), "fold");
  g_assert_false (nsm_candidate_card_is_open (get_card (page, 0)));
  g_assert_true (gtk_widget_is_ancestor (
      gtk_window_get_focus (GTK_WINDOW (gtk_widget_get_root (page))),
      GTK_WIDGET (get_card (page, 0))));
  g_signal_emit_by_name (get_card (page, 0), "open");
  statement = gtk_window_get_focus (GTK_WINDOW (gtk_widget_get_root (page)));

  undo (workshop);
  undo (workshop);
  g_assert_cmpstr (metric->statement, ==, before);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (statement)), ==, before);
  ui_test_close (page);
}

static GtkWidget *
find_toggle (GtkWidget *root, const char *label)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *toggle = ui_test_find (root, GTK_TYPE_TOGGLE_BUTTON, i);
      GtkWidget *word = toggle != NULL ? ui_test_find (toggle, GTK_TYPE_LABEL, 0) : NULL;

      if (toggle == NULL || (word != NULL && g_str_equal (gtk_label_get_text (GTK_LABEL (word)),
                                                          label)))
        return toggle;
    }
}

static void
test_answers (void)
{
  g_autoptr (NsmWorkshop) workshop = ui_test_new_filled_workshop ();
  GtkWidget *page = ui_test_open_page (NSM_TYPE_CANDIDATES_PAGE, workshop, 744, 754);
  NsmCandidate *candidate = nsm_list_get (workshop->candidates, 1);
  GtkWidget *yes;
  GtkWidget *no;

  g_assert_true (nsm_step_page_show_field (NSM_STEP_PAGE (page), NSM_RECORD (candidate),
                                           "more_value"));
  g_object_set (candidate, "more-value", NSM_CLAUSE_UNSET, NULL);
  yes = find_toggle (page, "Yes");
  no = find_toggle (page, "No");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (yes), TRUE);
  g_assert_cmpint (candidate->more_value, ==, NSM_CLAUSE_YES);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (no), TRUE);
  g_assert_cmpint (candidate->more_value, ==, NSM_CLAUSE_NO);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (yes)));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (no), FALSE);
  g_assert_cmpint (candidate->more_value, ==, NSM_CLAUSE_UNSET);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_toggle (page, "how often")), TRUE);
  g_assert_true (candidate->frequency);

  gtk_drop_down_set_selected (
      GTK_DROP_DOWN (ui_test_find (ui_test_find (page, NSM_TYPE_CANDIDATE_FORM, 0),
                                   GTK_TYPE_DROP_DOWN, 2)),
      2);
  g_assert_cmpstr (candidate->moment, ==,
                   NSM_RECORD (nsm_list_get (workshop->value->moments, 1))->id);
  ui_test_close (page);
}

static void
test_moving (void)
{
  g_autoptr (NsmWorkshop) workshop = ui_test_new_filled_workshop ();
  GtkWidget *page = ui_test_open_page (NSM_TYPE_CANDIDATES_PAGE, workshop, 744, 754);
  NsmCandidate *first = nsm_candidate_card_get_candidate (get_card (page, 0));
  GtkWidget *card = GTK_WIDGET (get_card (page, 0));

  gtk_widget_activate_action (card, "candidate.move-up", NULL);
  g_assert_true (nsm_candidate_card_get_candidate (get_card (page, 0)) == first);
  gtk_widget_activate_action (card, "candidate.move-down", NULL);
  g_assert_true (nsm_candidate_card_get_candidate (get_card (page, 1)) == first);
  g_assert_true (GTK_WIDGET (get_card (page, 1)) == card);
  undo (workshop);
  g_assert_true (nsm_candidate_card_get_candidate (get_card (page, 0)) == first);

  /* A drop takes the place of the card it falls on. */
  g_signal_emit_by_name (get_card (page, 2), "drop", first);
  g_assert_true (nsm_candidate_card_get_candidate (get_card (page, 2)) == first);
  ui_test_close (page);
}

static void
test_acts (void)
{
  g_autoptr (NsmWorkshop) workshop = ui_test_new_filled_workshop ();
  GtkWidget *page = ui_test_open_page (NSM_TYPE_CANDIDATES_PAGE, workshop, 744, 754);
  NsmCandidate *first = nsm_candidate_card_get_candidate (get_card (page, 0));
  guint n_metrics = nsm_list_get_size (workshop->metrics);

  gtk_widget_activate_action (GTK_WIDGET (get_card (page, 0)), "candidate.make-bad", NULL);
  g_assert_cmpint (first->kind, ==, NSM_CANDIDATE_KIND_BAD);
  undo (workshop);
  g_assert_cmpint (first->kind, ==, NSM_CANDIDATE_KIND_GOOD);
  ui_test_settle (GTK_WIDGET (gtk_widget_get_root (page)));

  gtk_widget_activate_action (GTK_WIDGET (get_card (page, 0)), "candidate.duplicate", NULL);
  g_assert_cmpuint (count_cards (page), ==, 6);
  g_assert_cmpuint (nsm_list_get_size (workshop->metrics), ==, n_metrics + 1);
  g_assert_true (nsm_candidate_get_metric (first) !=
                 nsm_candidate_get_metric (nsm_list_get (workshop->candidates, 1)));
  undo (workshop);
  g_assert_cmpuint (count_cards (page), ==, 5);
  g_assert_cmpuint (nsm_list_get_size (workshop->metrics), ==, n_metrics);

  gtk_widget_activate_action (GTK_WIDGET (get_card (page, 0)), "candidate.remove", NULL);
  g_assert_cmpuint (count_cards (page), ==, 4);
  undo (workshop);
  g_assert_cmpuint (count_cards (page), ==, 5);
  g_assert_nonnull (nsm_candidate_get_metric (first));
  ui_test_close (page);
}

static void
test_elimination (void)
{
  g_autoptr (NsmWorkshop) workshop = ui_test_new_filled_workshop ();
  GtkWidget *page = ui_test_open_page (NSM_TYPE_CANDIDATES_PAGE, workshop, 744, 754);
  NsmCandidate *first = nsm_candidate_card_get_candidate (get_card (page, 0));
  GtkWidget *box;
  GtkWidget *eliminate;

  gtk_widget_activate_action (GTK_WIDGET (get_card (page, 0)), "candidate.eliminate", NULL);
  box = ui_test_find (page, NSM_TYPE_ELIMINATE_BOX, 0);
  g_assert_nonnull (box);
  ui_test_picture (page, "candidates-eliminate");
  eliminate = ui_test_find (box, GTK_TYPE_BUTTON, 0);
  g_assert_false (gtk_widget_get_sensitive (eliminate));
  g_assert_cmpint (first->standing, ==, NSM_STANDING_IN);

  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (box, GTK_TYPE_ENTRY, 0)), "Nobody feels it");
  g_assert_true (gtk_widget_get_sensitive (eliminate));
  g_signal_emit_by_name (eliminate, "clicked");
  ui_test_settle (GTK_WIDGET (gtk_widget_get_root (page)));
  g_assert_cmpint (first->standing, ==, NSM_STANDING_ELIMINATED);
  g_assert_cmpstr (first->eliminated_why, ==, "Nobody feels it");
  g_assert_cmpuint (count_cards (page), ==, 4);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (ui_test_find (page, ADW_TYPE_EXPANDER_ROW, 0)),
                                 TRUE);
  ui_test_picture (page, "candidates-gone");
  ui_test_assert_named (page);

  nsm_candidate_restore (first);
  ui_test_settle (GTK_WIDGET (gtk_widget_get_root (page)));
  g_assert_cmpuint (count_cards (page), ==, 5);
  undo (workshop);
  undo (workshop);
  g_assert_cmpint (first->standing, ==, NSM_STANDING_IN);
  ui_test_close (page);
}

static void
test_narrow (void)
{
  g_autoptr (NsmWorkshop) workshop = ui_test_new_filled_workshop ();
  GtkWidget *page = ui_test_open_page (NSM_TYPE_CANDIDATES_PAGE, workshop, 480, 700);
  int least = 0;

  nsm_step_page_show_field (NSM_STEP_PAGE (page), NSM_RECORD (get_metric (workshop, 0)), "unit");
  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 480);
  ui_test_picture (page, "candidates-narrow");
  ui_test_close (page);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/candidates/empty", test_empty);
  g_test_add_func ("/candidates/filled", test_filled);
  g_test_add_func ("/candidates/sentence", test_sentence);
  g_test_add_func ("/candidates/answers", test_answers);
  g_test_add_func ("/candidates/moving", test_moving);
  g_test_add_func ("/candidates/acts", test_acts);
  g_test_add_func ("/candidates/elimination", test_elimination);
  g_test_add_func ("/candidates/narrow", test_narrow);
  return g_test_run ();
}
