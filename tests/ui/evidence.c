/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence/evidence-page.h"

#include <math.h>

#include "candidates/eliminate-box.h"
#include "evidence/evidence-card.h"
#include "evidence/words.h"
#include "evidence/result-row.h"
#include "filled.h"
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

static void
test_narrow (void)
{
  g_autoptr (NsmWorkshop) workshop = ui_test_new_filled_workshop ();
  GtkWidget *page = ui_test_open_page (NSM_TYPE_EVIDENCE_PAGE, workshop, 480, 700);
  int least = 0;

  nsm_step_page_show_field (NSM_STEP_PAGE (page), nsm_list_get (workshop->evidence, 0), "rows");
  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 480);
  ui_test_picture (page, "evidence-narrow");
  ui_test_close (page);
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
  g_test_add_func ("/evidence/narrow", test_narrow);
  return g_test_run ();
}
