/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence/evidence-page.h"

#include <math.h>

#include "candidates/eliminate-box.h"
#include "evidence/dataset-card.h"
#include "evidence/evidence-card.h"
#include "evidence/outcome-view.h"
#include "evidence/plot-picker.h"
#include "evidence/words.h"
#include "evidence/result-row.h"
#include "filled.h"
#include "kit/style.h"
#include "measured.h"
#include "press.h"
#include "record/journal.h"
#include "support.h"

static guint
count (GtkWidget *page, GType type)
{
  guint n = 0;

  while (ui_test_find (page, type, n) != NULL)
    n++;
  return n;
}

static void
check_reading (NsmMethod method, double r, double low, double high, double rows,
               const char *expected)
{
  g_autoptr (NsmEvidence) result =
      g_object_new (NSM_TYPE_EVIDENCE, "method", method, "coefficient", r, "low", low, "high", high,
                    "rows", rows, NULL);
  g_autofree char *reading = nsm_evidence_dup_reading (result);

  g_assert_cmpstr (reading, ==, expected);
}

static void
test_readings (void)
{
  check_reading (NSM_METHOD_PEARSON, 0.78, 0.70, 0.84, 118,
                 "r = .78, 95 % [.70, .84], n = 118: strong");
  check_reading (NSM_METHOD_SPEARMAN, 0.199, NAN, NAN, 40, "ρ = .20, n = 40: weak");
  check_reading (NSM_METHOD_PEARSON, 0.2, NAN, NAN, NAN, "r = .20: some");
  check_reading (NSM_METHOD_PEARSON, 0.3, 0.1, 0.5, 60, "r = .30, 95 % [.10, .50], n = 60: clear");
  check_reading (NSM_METHOD_SHARES, 0.4, NAN, NAN, 1000, "φ = .40, n = 1000: strong");
  check_reading (NSM_METHOD_PEARSON, 1, NAN, NAN, 5, "r = 1.00, n = 5: strong");
  check_reading (NSM_METHOD_PEARSON, -0.45, -0.6, -0.3, 60,
                 "r = −.45, 95 % [−.60, −.30], n = 60: strong, and the other way round");
  check_reading (NSM_METHOD_PEARSON, 0.05, -0.15, 0.24, 90,
                 "r = .05, 95 % [−.15, .24], n = 90: weak, but the interval includes zero: chance "
                 "alone could explain it");
  check_reading (NSM_METHOD_PEARSON, NAN, NAN, NAN, 90, "No figure yet");
  check_reading (NSM_METHOD_JUDGEMENT, 0.5, NAN, NAN, NAN, "Say what you saw");
}

static void
test_empty (void)
{
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
  GtkWidget *page = ui_test_open_page (NSM_TYPE_EVIDENCE_PAGE, workshop, 744, 754);

  ui_test_picture (page, "evidence-empty");
  ui_test_assert_named (page);
  g_assert_cmpuint (count (page, NSM_TYPE_EVIDENCE_CARD), ==, 0);
  ui_test_close (page);
}

static void
test_filled (void)
{
  g_autoptr (NsmWorkshop) workshop = ui_test_new_filled_workshop ();
  GtkWidget *page = ui_test_open_page (NSM_TYPE_EVIDENCE_PAGE, workshop, 744, 754);
  NsmEvidence *result = nsm_list_get (workshop->evidence, 0);

  g_assert_cmpuint (count (page, NSM_TYPE_EVIDENCE_CARD), ==, 5);
  g_assert_cmpuint (count (page, NSM_TYPE_RESULT_ROW), ==, 1);
  ui_test_picture (page, "evidence");
  ui_test_assert_named (page);

  g_assert_true (
      nsm_step_page_show_field (NSM_STEP_PAGE (page), NSM_RECORD (result), "coefficient"));
  ui_test_picture (page, "evidence-result");
  ui_test_assert_named (page);
  g_object_set (result, "coefficient", 0.25, NULL);
  g_assert_cmpstr (adw_preferences_row_get_title (
                       ADW_PREFERENCES_ROW (ui_test_find (page, NSM_TYPE_RESULT_ROW, 0))),
                   ==, "r = .25, 95 % [.70, .84], n = 118: some");
  ui_test_close (page);
}

static void
test_results (void)
{
  g_autoptr (NsmWorkshop) workshop = ui_test_new_filled_workshop ();
  GtkWidget *page = ui_test_open_page (NSM_TYPE_EVIDENCE_PAGE, workshop, 744, 754);
  NsmJournal *journal = nsm_record_get_journal (NSM_RECORD (workshop));
  GtkWidget *row = ui_test_find (page, NSM_TYPE_RESULT_ROW, 0);

  g_signal_emit_by_name (row, "remove");
  ui_test_settle (GTK_WIDGET (gtk_widget_get_root (page)));
  g_assert_cmpuint (nsm_list_get_size (workshop->evidence), ==, 0);
  g_assert_cmpuint (count (page, NSM_TYPE_RESULT_ROW), ==, 0);
  nsm_journal_undo (journal);
  ui_test_settle (GTK_WIDGET (gtk_widget_get_root (page)));
  g_assert_cmpuint (count (page, NSM_TYPE_RESULT_ROW), ==, 1);
  ui_test_close (page);
}

static GtkWidget *
find_button (GtkWidget *root, const char *label)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *button = ui_test_find (root, GTK_TYPE_BUTTON, i);

      if (button == NULL || g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) == 0)
        return button;
    }
}

static void
test_verdict (void)
{
  g_autoptr (NsmWorkshop) workshop = ui_test_new_filled_workshop ();
  GtkWidget *page = ui_test_open_page (NSM_TYPE_EVIDENCE_PAGE, workshop, 744, 754);
  NsmCandidate *candidate = nsm_list_get (workshop->candidates, 0);
  GtkWidget *box;

  /* Eliminating takes the reason of the verdict as a start, and never happens by itself. */
  g_object_set (candidate, "evidence-verdict", NSM_EVIDENCE_VERDICT_AGAINST, "evidence-why",
                "It moves with nothing", NULL);
  ui_test_settle (GTK_WIDGET (gtk_widget_get_root (page)));
  g_assert_cmpint (candidate->standing, ==, NSM_STANDING_IN);
  g_signal_emit_by_name (find_button (page, "_Eliminate…"), "clicked");
  box = ui_test_find (page, NSM_TYPE_ELIMINATE_BOX, 0);
  g_assert_nonnull (box);
  g_signal_emit_by_name (ui_test_find (box, GTK_TYPE_BUTTON, 0), "clicked");
  ui_test_settle (GTK_WIDGET (gtk_widget_get_root (page)));
  g_assert_cmpint (candidate->standing, ==, NSM_STANDING_ELIMINATED);
  g_assert_cmpstr (candidate->eliminated_why, ==, "It moves with nothing");
  g_assert_cmpuint (count (page, NSM_TYPE_EVIDENCE_CARD), ==, 4);

  nsm_journal_undo (nsm_record_get_journal (NSM_RECORD (workshop)));
  ui_test_settle (GTK_WIDGET (gtk_widget_get_root (page)));
  g_assert_cmpuint (count (page, NSM_TYPE_EVIDENCE_CARD), ==, 5);
  ui_test_close (page);
}

/* Files, and what they say */

/* Without what keeps figures whole. */
static gboolean
says (GtkWidget *label, const char *words)
{
  g_autoptr (GString) text = g_string_new (gtk_label_get_text (GTK_LABEL (label)));

  g_string_replace (text, "\302\240", " ", 0);
  g_string_replace (text, "\342\201\240", "", 0);
  return strstr (text->str, words) != NULL;
}

static gboolean
is_shown (GtkWidget *root, const char *words)
{
  if (!gtk_widget_get_mapped (root))
    return FALSE;
  if (GTK_IS_LABEL (root) && says (root, words))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (is_shown (child, words))
      return TRUE;
  return FALSE;
}

static void
test_invitation (void)
{
  g_autoptr (NsmWorkshop) workshop = ui_test_new_filled_workshop ();
  GtkWidget *page = ui_test_open_page (NSM_TYPE_EVIDENCE_PAGE, workshop, 744, 754);

  g_assert_true (is_shown (page, "one row a customer"));
  g_assert_true (is_shown (page, "Nothing leaves this computer"));
  g_assert_nonnull (press_find (page, "Open Data…"));
  ui_test_close (page);
}

static void
test_measured (void)
{
  g_autoptr (NsmWorkshop) workshop = ui_test_new_filled_workshop ();
  NsmDataset *dataset = ui_test_add_measured (workshop, 3);
  GtkWidget *page = ui_test_open_page (NSM_TYPE_EVIDENCE_PAGE, workshop, 744, 2400);
  GtkWidget *view = ui_test_find (page, NSM_TYPE_OUTCOME_VIEW, 0);

  ui_test_picture (page, "evidence-measured");
  ui_test_assert_named (page);
  g_assert_cmpuint (count (page, NSM_TYPE_DATASET_CARD), ==, 1);
  g_assert_true (is_shown (page, "492 rows"));
  g_assert_true (is_shown (page, "3 kept out"));
  g_assert_false (is_shown (page, "one row a customer"));
  /* Only the first card is open, and only open ones have views. */
  g_assert_cmpuint (count (page, NSM_TYPE_OUTCOME_VIEW), ==, 2);
  g_assert_true (is_shown (view, "r = .40, 95 % [.30, .50], n = 480: strong"));
  g_assert_true (is_shown (view, "12 rows left out"));
  g_assert_true (is_shown (view, "People with"));
  g_assert_true (is_shown (view, "3 segments by themselves"));
  g_assert_false (is_shown (view, "Region 3"));
  /* Nobody's figures are edited. */
  g_assert_null (ui_test_find (view, GTK_TYPE_ENTRY, 0));
  g_assert_null (press_find (view, "Remove"));

  g_assert_true (nsm_step_page_show_field (
      NSM_STEP_PAGE (page), nsm_list_get (workshop->evidence, 4), "coefficient"));
  ui_test_settle (page);
  g_assert_true (is_shown (view, "Region 3"));
  g_assert_true (is_shown (view, "It turns round here"));
  ui_test_picture (page, "evidence-groups");

  g_assert_true (nsm_step_page_show_field (NSM_STEP_PAGE (page),
                                           nsm_list_get (dataset->columns, 0), "timing"));
  ui_test_settle (page);
  g_assert_true (is_shown (page, "metric_1"));
  ui_test_picture (page, "evidence-columns");
  ui_test_assert_named (page);
  ui_test_close (page);
}

static void
test_figures (void)
{
  g_autoptr (NsmWorkshop) workshop = ui_test_new_filled_workshop ();
  GtkWidget *page, *picker;

  ui_test_add_measured (workshop, 3);
  page = ui_test_open_page (NSM_TYPE_EVIDENCE_PAGE, workshop, 744, 2400);
  picker = ui_test_find (page, NSM_TYPE_PLOT_PICKER, 0);
  /* There are buttons for what can be drawn of a 0/1 outcome, and no others. */
  g_assert_nonnull (press_find (picker, "By Tenths"));
  g_assert_nonnull (press_find (picker, "Thresholds"));
  g_assert_nonnull (press_find (picker, "By Segment"));
  g_assert_null (press_find (picker, "Lags"));
  g_assert_null (press_find (picker, "Over Time"));
  g_assert_true (
      gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (press_find (picker, "By Tenths"))));
  press (picker, "Thresholds");
  ui_test_picture (page, "evidence-thresholds");
  press (picker, "By Segment");
  ui_test_picture (page, "evidence-segments");
  ui_test_close (page);
}

static void
test_suggestion (void)
{
  g_autoptr (NsmWorkshop) workshop = ui_test_new_filled_workshop ();
  NsmCandidate *candidate = nsm_list_get (workshop->candidates, 0);
  GtkWidget *page, *suggestion;

  ui_test_add_measured (workshop, 0);
  page = ui_test_open_page (NSM_TYPE_EVIDENCE_PAGE, workshop, 744, 754);
  suggestion = press_find (page, "The data supports it");
  g_assert_true (gtk_widget_has_css_class (suggestion, "suggested-action"));
  g_assert_cmpint (candidate->evidence_verdict, ==, NSM_EVIDENCE_VERDICT_UNSET);
  press (page, "The data supports it");
  g_assert_cmpint (candidate->evidence_verdict, ==, NSM_EVIDENCE_VERDICT_SUPPORTS);
  g_assert_cmpstr (candidate->evidence_why, !=, "");
  g_assert_false (gtk_widget_get_mapped (suggestion));
  ui_test_picture (page, "evidence-agreed");

  nsm_journal_undo (nsm_record_get_journal (NSM_RECORD (workshop)));
  ui_test_settle (page);
  g_assert_cmpint (candidate->evidence_verdict, ==, NSM_EVIDENCE_VERDICT_UNSET);
  g_assert_cmpstr (candidate->evidence_why, ==, "");
  g_assert_true (gtk_widget_get_mapped (suggestion));
  ui_test_close (page);
}

/* The reason begins with what the figures say, and is a person's to give. */
static void
test_elimination_draft (void)
{
  g_autoptr (NsmWorkshop) workshop = ui_test_new_filled_workshop ();
  NsmCandidate *candidate = nsm_list_get (workshop->candidates, 0);
  g_autofree char *verdict = NULL;
  GtkWidget *page, *box, *why;

  ui_test_add_measured (workshop, 0);
  page = ui_test_open_page (NSM_TYPE_EVIDENCE_PAGE, workshop, 744, 754);
  press (page, "Eliminate…");
  box = ui_test_find (page, NSM_TYPE_ELIMINATE_BOX, 0);
  why = ui_test_find (box, GTK_TYPE_ENTRY, 0);
  verdict = nsm_candidate_dup_evidence_verdict (candidate);
  g_assert_nonnull (strstr (verdict, "r = "));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (why)), ==, verdict);
  g_assert_cmpint (candidate->standing, ==, NSM_STANDING_IN);
  gtk_editable_set_text (GTK_EDITABLE (why), "");
  g_assert_false (gtk_widget_is_sensitive (press_find (box, "Eliminate")));
  press (page, "Keep It");
  g_assert_cmpint (candidate->standing, ==, NSM_STANDING_IN);
  ui_test_close (page);
}

static GtkWidget *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data) && gtk_widget_get_mapped (l->data))
      return l->data;
  return NULL;
}

static void
test_refused (void)
{
  g_autoptr (NsmWorkshop) workshop = ui_test_new_filled_workshop ();
  NsmDataset *dataset = ui_test_add_measured (workshop, 0);
  NsmEvidence *result = nsm_list_get (workshop->evidence, 1);
  NsmColumn *column = nsm_list_get (dataset->columns, 0);
  GtkWidget *page, *view;

  g_object_set (result, "overlaps", TRUE, NULL);
  g_object_set (column, "to-day", 90.0, NULL);
  nsm_journal_forget (nsm_record_get_journal (NSM_RECORD (workshop)));
  page = ui_test_open_page (NSM_TYPE_EVIDENCE_PAGE, workshop, 744, 1600);
  view = ui_test_find (page, NSM_TYPE_OUTCOME_VIEW, 0);
  g_assert_true (is_shown (view, "No evidence"));
  g_assert_false (is_shown (view, "People with"));
  ui_test_picture (page, "evidence-refused");

  /* Nothing is said before it is kept. */
  press (view, "When It Was Measured");
  g_assert_nonnull (find_dialog ());
  ui_test_settle (find_dialog ());
  ui_test_picture (find_dialog (), "evidence-timing");
  ui_test_assert_named (find_dialog ());
  g_signal_emit_by_name (find_dialog (), "response", "cancel");
  g_assert_true (result->overlaps);
  g_assert_false (nsm_journal_can_undo (nsm_record_get_journal (NSM_RECORD (workshop))));
  gtk_window_destroy (GTK_WINDOW (find_dialog ()));
  ui_test_close (page);
}

/* The widgets, what has the focus and what is open stay as they are. */
static void
test_steady (void)
{
  g_autoptr (NsmWorkshop) workshop = ui_test_new_filled_workshop ();
  GtkWidget *page, *view, *card, *window;

  ui_test_add_measured (workshop, 2);
  page = ui_test_open_page (NSM_TYPE_EVIDENCE_PAGE, workshop, 744, 754);
  window = GTK_WIDGET (gtk_widget_get_root (page));
  card = ui_test_find (page, NSM_TYPE_EVIDENCE_CARD, 2);
  nsm_evidence_card_set_open (NSM_EVIDENCE_CARD (card), TRUE);
  nsm_step_page_show_field (NSM_STEP_PAGE (page), nsm_list_get (workshop->evidence, 2),
                            "coefficient");
  ui_test_settle (page);
  view = gtk_root_get_focus (GTK_ROOT (window));
  g_assert_nonnull (view);
  g_object_set (nsm_list_get (workshop->metrics, 0), "name", "Teams that complete projects", NULL);
  ui_test_settle (page);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == view);
  g_assert_true (ui_test_find (page, NSM_TYPE_EVIDENCE_CARD, 2) == card);
  g_assert_true (is_shown (card, "What does the data say about it?"));
  g_assert_true (is_shown (page, "Teams that complete projects"));
  ui_test_close (page);
}

/* Twelve candidates, two outcomes, five groups: a change makes nothing anew. */
static void
test_quick (void)
{
  g_autoptr (NsmWorkshop) workshop = ui_test_new_filled_workshop ();
  GtkWidget *page, *views[24], *pictures[24];
  gint64 start;

  while (nsm_list_get_size (workshop->candidates) < 13)
    {
      NsmRecord *metric = nsm_list_append_new (workshop->metrics, "name", "Another", NULL);

      nsm_list_append_new (workshop->candidates, "metric", metric->id, NULL);
    }
  ui_test_add_measured (workshop, 5);
  page = ui_test_open_page (NSM_TYPE_EVIDENCE_PAGE, workshop, 744, 754);
  for (guint i = 0; i < 12; i++)
    nsm_evidence_card_set_open (NSM_EVIDENCE_CARD (ui_test_find (page, NSM_TYPE_EVIDENCE_CARD, i)),
                                TRUE);
  ui_test_settle (page);
  g_assert_cmpuint (count (page, NSM_TYPE_OUTCOME_VIEW), ==, 24);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      views[i] = ui_test_find (page, NSM_TYPE_OUTCOME_VIEW, i);
      pictures[i] = ui_test_find (page, NSM_TYPE_PLOT_PICKER, i);
    }
  start = g_get_monotonic_time ();
  NSM_STEP_PAGE_GET_CLASS (page)->refresh (NSM_STEP_PAGE (page));
  g_test_message ("a refresh takes %.2f ms", (g_get_monotonic_time () - start) / 1000.0);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_assert_true (ui_test_find (page, NSM_TYPE_OUTCOME_VIEW, i) == views[i]);
      g_assert_true (ui_test_find (page, NSM_TYPE_PLOT_PICKER, i) == pictures[i]);
    }
  ui_test_close (page);
}

static void
test_removed (void)
{
  g_autoptr (NsmWorkshop) workshop = ui_test_new_filled_workshop ();
  GtkWidget *page, *card;

  ui_test_add_measured (workshop, 2);
  page = ui_test_open_page (NSM_TYPE_EVIDENCE_PAGE, workshop, 744, 754);
  card = ui_test_find (page, NSM_TYPE_DATASET_CARD, 0);
  g_assert_null (press_find (card, "How It Is Read"));
  g_signal_emit_by_name (card, "remove");
  ui_test_settle (page);
  g_assert_cmpuint (nsm_list_get_size (workshop->datasets), ==, 0);
  g_assert_cmpuint (nsm_list_get_size (workshop->evidence), ==, 1);
  g_assert_cmpuint (count (page, NSM_TYPE_OUTCOME_VIEW), ==, 0);
  g_assert_true (is_shown (page, "one row a customer"));

  nsm_journal_undo (nsm_record_get_journal (NSM_RECORD (workshop)));
  ui_test_settle (page);
  g_assert_cmpuint (count (page, NSM_TYPE_DATASET_CARD), ==, 1);
  g_assert_cmpuint (count (page, NSM_TYPE_OUTCOME_VIEW), ==, 2);
  ui_test_close (page);
}

static void
test_unmeasured (void)
{
  g_autoptr (NsmWorkshop) workshop = ui_test_new_filled_workshop ();
  NsmCandidate *candidate = nsm_list_get (workshop->candidates, 1);
  GtkWidget *page = ui_test_open_page (NSM_TYPE_EVIDENCE_PAGE, workshop, 744, 754);
  GtkWidget *card = ui_test_find (page, NSM_TYPE_EVIDENCE_CARD, 1);

  nsm_evidence_card_set_open (NSM_EVIDENCE_CARD (card), TRUE);
  ui_test_settle (page);
  g_assert_false (is_shown (card, "How will it be measured?"));
  g_object_set (candidate, "evidence-verdict", NSM_EVIDENCE_VERDICT_UNMEASURED, NULL);
  ui_test_settle (page);
  g_assert_true (is_shown (card, "How will it be measured?"));
  g_assert_null (press_find (card, "Result"));
  g_assert_true (nsm_step_page_show_field (NSM_STEP_PAGE (page), NSM_RECORD (candidate),
                                           "instrument_plan"));
  ui_test_settle (page);
  ui_test_picture (page, "evidence-plan");
  ui_test_assert_named (page);
  ui_test_close (page);
}

/* What people typed in gets the interval that r and n give, when they ask for it. */
static void
test_interval (void)
{
  g_autoptr (NsmWorkshop) workshop = ui_test_new_filled_workshop ();
  GtkWidget *page = ui_test_open_page (NSM_TYPE_EVIDENCE_PAGE, workshop, 744, 1200);
  NsmEvidence *result = nsm_list_get (workshop->evidence, 0);
  GtkWidget *row = ui_test_find (page, NSM_TYPE_RESULT_ROW, 0);

  g_object_set (result, "coefficient", 0.81642, "rows", 11.0, "low", NAN, "high", NAN, NULL);
  nsm_journal_forget (nsm_record_get_journal (NSM_RECORD (workshop)));
  nsm_result_row_focus_field (NSM_RESULT_ROW (row), "coefficient");
  ui_test_settle (page);
  g_assert_true (is_shown (row, "Computed from r and n: 95 % [.42, .95]"));
  ui_test_picture (page, "evidence-interval");
  press (row, "Use It");
  g_assert_cmpfloat_with_epsilon (result->low, 0.424, 0.0005);
  g_assert_cmpfloat_with_epsilon (result->high, 0.951, 0.0005);
  g_assert_null (press_find (row, "Use It"));
  nsm_journal_undo (nsm_record_get_journal (NSM_RECORD (workshop)));
  g_assert_true (isnan (result->low) && isnan (result->high));

  /* Three customers have none, and neither have ranks. */
  g_object_set (result, "rows", 3.0, NULL);
  ui_test_settle (page);
  g_assert_false (is_shown (row, "Computed from r and n"));
  g_object_set (result, "rows", 30.0, "method", NSM_METHOD_SPEARMAN, NULL);
  ui_test_settle (page);
  g_assert_false (is_shown (row, "Computed from r and n"));
  ui_test_close (page);
}

static void
test_narrow (void)
{
  g_autoptr (NsmWorkshop) workshop = ui_test_new_filled_workshop ();
  GtkWidget *page;
  int least = 0;

  ui_test_add_measured (workshop, 3);
  page = ui_test_open_page (NSM_TYPE_EVIDENCE_PAGE, workshop, 480, 700);
  nsm_step_page_show_field (NSM_STEP_PAGE (page), nsm_list_get (workshop->datasets, 0), NULL);
  nsm_step_page_show_field (NSM_STEP_PAGE (page), nsm_list_get (workshop->evidence, 0), "rows");
  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 480);
  ui_test_picture (page, "evidence-narrow");
  ui_test_close (page);
}

static void
test_large (void)
{
  g_autoptr (NsmWorkshop) workshop = ui_test_new_filled_workshop ();
  NsmDataset *dataset = ui_test_add_measured (workshop, 3);
  GtkWidget *page;
  int least = 0;

  nsm_style_set_text_size (200);
  page = ui_test_open_page (NSM_TYPE_EVIDENCE_PAGE, workshop, 780, 1600);
  nsm_step_page_show_field (NSM_STEP_PAGE (page), nsm_list_get (dataset->columns, 0), "timing");
  ui_test_settle (page);
  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 780);
  ui_test_picture (page, "evidence-large");
  ui_test_close (page);
  nsm_style_set_text_size (100);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/evidence/readings", test_readings);
  g_test_add_func ("/evidence/empty", test_empty);
  g_test_add_func ("/evidence/filled", test_filled);
  g_test_add_func ("/evidence/results", test_results);
  g_test_add_func ("/evidence/verdict", test_verdict);
  g_test_add_func ("/evidence/invitation", test_invitation);
  g_test_add_func ("/evidence/measured", test_measured);
  g_test_add_func ("/evidence/figures", test_figures);
  g_test_add_func ("/evidence/suggestion", test_suggestion);
  g_test_add_func ("/evidence/elimination-draft", test_elimination_draft);
  g_test_add_func ("/evidence/refused", test_refused);
  g_test_add_func ("/evidence/steady", test_steady);
  g_test_add_func ("/evidence/quick", test_quick);
  g_test_add_func ("/evidence/removed", test_removed);
  g_test_add_func ("/evidence/unmeasured", test_unmeasured);
  g_test_add_func ("/evidence/interval", test_interval);
  g_test_add_func ("/evidence/narrow", test_narrow);
  g_test_add_func ("/evidence/large", test_large);
  return g_test_run ();
}
