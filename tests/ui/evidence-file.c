/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <math.h>

#include "evidence/data-page.h"
#include "evidence/dataset-card.h"
#include "evidence/evidence-card.h"
#include "evidence/evidence-page.h"
#include "evidence/outcome-view.h"
#include "evidence/plot-picker.h"
#include "evidence/words.h"
#include "filled.h"
#include "press.h"
#include "record/journal.h"
#include "store/document.h"
#include "support.h"

/* From a file that is dropped on the page to results, and back. */

typedef struct
{
  NsmWorkshop *workshop;
  GtkWidget *page;
  char *folder;
  char *toast;
  gboolean undo;
} Fixture;

static void
on_toast (NsmStepPage *page, const char *text, gboolean undo, Fixture *fixture)
{
  g_free (fixture->toast);
  fixture->toast = g_strdup (text);
  fixture->undo = undo;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->workshop = ui_test_new_filled_workshop ();
  fixture->folder = g_dir_make_tmp ("nsm-evidence-XXXXXX", NULL);
  fixture->page = ui_test_open_page (NSM_TYPE_EVIDENCE_PAGE, fixture->workshop, 744, 760);
  g_signal_connect (fixture->page, "toast", G_CALLBACK (on_toast), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  ui_test_close (fixture->page);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->toast);
  g_clear_object (&fixture->workshop);
}

/* A customer a row: who completes more projects on time stays, in the newer file less so. */
static GFile *
write_customers (Fixture *fixture, const char *name, guint n_rows, guint chance)
{
  g_autoptr (GString) text =
      g_string_new ("customer_id,projects_completed_on_time,projects_under_way,plan,retained\n");
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  for (guint i = 0; i < n_rows; i++)
    g_string_append_printf (text, "c%u,%u,%u,%s,%d\n", i, i * 7 % 10, i * 31 % 97,
                            i % 3 == 0 ? "free" : "paid", i * 7 % 10 + i % chance > 6);
  g_assert_true (g_file_set_contents (path, text->str, (gssize) text->len, NULL));
  return g_file_new_for_path (path);
}

static gboolean
drop (Fixture *fixture, GFile *file, double x, double y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (fixture->page);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, g_slist_prepend (NULL, g_object_ref (file)));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, x, y, &taken);
    }
  ui_test_settle (fixture->page);
  return taken;
}

static void
look_at (Fixture *fixture, const char *name, guint n_rows, guint chance, double x, double y)
{
  g_autoptr (GFile) file = write_customers (fixture, name, n_rows, chance);
  g_autofree char *toast = g_strdup_printf ("Looked at “%s”", name);
  g_autofree char *heading = g_strdup_printf ("%s ·", name);

  g_assert_true (drop (fixture, file, x, y));
  press_wait_until_said (fixture->page, heading);
  g_assert_null (press_find (fixture->page, "Go on to"));
  press (fixture->page, "Look at the Data");
  press_wait_until_said (fixture->page, "Go on to");
  g_assert_cmpstr (fixture->toast, ==, toast);
  g_assert_true (fixture->undo);
}

static NsmEvidence *
find_whole (Fixture *fixture, const char *column)
{
  NSM_LIST_EACH (NsmEvidence, result, fixture->workshop->evidence)
    if (g_str_equal (result->column, column) && result->group[0] == '\0')
      return result;
  return NULL;
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

static gboolean
is_focus_on_card_of (Fixture *fixture, NsmEvidence *result)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (fixture->page));
  GtkWidget *card =
      focus != NULL ? gtk_widget_get_ancestor (focus, NSM_TYPE_EVIDENCE_CARD) : NULL;

  return card != NULL &&
         g_str_equal (NSM_RECORD (nsm_evidence_card_get_candidate (NSM_EVIDENCE_CARD (card)))->id,
                      result->candidate);
}

static void
test_dropped (Fixture *fixture, gconstpointer data)
{
  NsmJournal *journal = nsm_record_get_journal (NSM_RECORD (fixture->workshop));
  guint n_before = nsm_list_get_size (fixture->workshop->evidence);
  NsmEvidence *result;
  GtkWidget *card, *view;

  look_at (fixture, "customers.csv", 200, 4, 10, 10);
  g_assert_cmpuint (nsm_list_get_size (fixture->workshop->datasets), ==, 1);
  result = find_whole (fixture, "projects_completed_on_time");
  g_assert_nonnull (result);
  g_assert_cmpfloat (result->rows, ==, 200);
  g_assert_true (result->timing_unsaid);
  card = ui_test_find (fixture->page, NSM_TYPE_DATASET_CARD, 0);
  g_assert_true (press_is_said (card, "200 rows"));
  /* What people came for is open, in sight and has the focus. */
  g_assert_true (is_focus_on_card_of (fixture, result));
  /* In this session the file can be read in another way, too. */
  g_assert_nonnull (press_find (card, "How It Is Read"));
  ui_test_picture (fixture->page, "evidence-file");

  g_assert_true (nsm_step_page_show_field (NSM_STEP_PAGE (fixture->page), NSM_RECORD (result),
                                           "timing_unsaid"));
  ui_test_settle (fixture->page);
  view = ui_test_find (fixture->page, NSM_TYPE_OUTCOME_VIEW, 0);
  g_assert_true (press_is_said (view, "Nobody has said when"));
  g_assert_nonnull (press_find (view, "By Tenths"));
  press (view, "Scatter");
  ui_test_picture (fixture->page, "evidence-file-result");

  /* One step back, and one forward, with everything. */
  nsm_journal_undo (journal);
  ui_test_settle (fixture->page);
  g_assert_cmpuint (nsm_list_get_size (fixture->workshop->datasets), ==, 0);
  g_assert_cmpuint (nsm_list_get_size (fixture->workshop->evidence), ==, n_before);
  g_assert_null (ui_test_find (fixture->page, NSM_TYPE_DATASET_CARD, 0));
  nsm_journal_redo (journal);
  ui_test_settle (fixture->page);
  g_assert_nonnull (ui_test_find (fixture->page, NSM_TYPE_OUTCOME_VIEW, 0));
}

static void
test_timing (Fixture *fixture, gconstpointer data)
{
  NsmJournal *journal = nsm_record_get_journal (NSM_RECORD (fixture->workshop));
  NsmEvidence *result;
  GtkWidget *view, *dialog;

  look_at (fixture, "customers.csv", 200, 4, 10, 10);
  result = find_whole (fixture, "projects_completed_on_time");
  nsm_step_page_show_field (NSM_STEP_PAGE (fixture->page), NSM_RECORD (result), "timing_unsaid");
  ui_test_settle (fixture->page);
  view = ui_test_find (fixture->page, NSM_TYPE_OUTCOME_VIEW, 0);
  press (view, "When It Was Measured");
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  ui_test_settle (dialog);
  for (guint i = 0; i < 2; i++)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (ui_test_find (dialog, GTK_TYPE_DROP_DOWN, i)),
                                NSM_TIMING_WHOLE_LIFE);
  ui_test_settle (dialog);
  ui_test_picture (dialog, "evidence-ask-timing");
  g_signal_emit_by_name (dialog, "response", "keep");
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_test_settle (fixture->page);
  /* All their time is the outcome's time, too. */
  g_assert_true (result->overlaps);
  g_assert_true (press_is_said (view, "No evidence"));
  g_assert_null (press_find (view, "Scatter"));
  nsm_journal_undo (journal);
  ui_test_settle (fixture->page);
  g_assert_false (result->overlaps);
  g_assert_true (result->timing_unsaid);
}

static void
open_card_of (Fixture *fixture, NsmEvidence *result)
{
  GtkWidget *card;

  for (guint i = 0; (card = ui_test_find (fixture->page, NSM_TYPE_EVIDENCE_CARD, i)) != NULL; i++)
    if (g_str_equal (NSM_RECORD (nsm_evidence_card_get_candidate (NSM_EVIDENCE_CARD (card)))->id,
                     result->candidate))
      nsm_evidence_card_set_open (NSM_EVIDENCE_CARD (card), TRUE);
  ui_test_settle (fixture->page);
}

static gboolean
on_still (gpointer still)
{
  *(gboolean *) still = TRUE;
  return G_SOURCE_REMOVE;
}

/* On the card of a file it is a newer one of that. */
static void
test_newer (Fixture *fixture, gconstpointer data)
{
  GtkWidget *card, *view;
  graphene_point_t at;
  NsmEvidence *result;
  gboolean still = FALSE;

  look_at (fixture, "march.csv", 200, 4, 10, 10);
  /* The page keeps the results in sight for a moment, while they unfold. */
  g_timeout_add (600, on_still, &still);
  while (!still)
    g_main_context_iteration (NULL, TRUE);
  card = ui_test_find (fixture->page, NSM_TYPE_DATASET_CARD, 0);
  result = find_whole (fixture, "projects_completed_on_time");
  open_card_of (fixture, result);
  view = ui_test_find (fixture->page, NSM_TYPE_OUTCOME_VIEW, 0);
  nsm_dataset_card_focus (NSM_DATASET_CARD (card), NULL);
  ui_test_settle (fixture->page);
  g_assert_true (gtk_widget_compute_point (card, fixture->page, &GRAPHENE_POINT_INIT (40, 20), &at));
  look_at (fixture, "june.csv", 260, 9, at.x, at.y);
  g_assert_cmpuint (nsm_list_get_size (fixture->workshop->datasets), ==, 1);
  g_assert_true (ui_test_find (fixture->page, NSM_TYPE_DATASET_CARD, 0) == card);
  g_assert_true (press_is_said (card, "What changed since “march.csv”"));
  g_assert_true (press_is_said (card, "260 rows"));
  /* The view is the same, and shows the newer figures. */
  g_assert_true (ui_test_find (fixture->page, NSM_TYPE_OUTCOME_VIEW, 0) == view);
  result = find_whole (fixture, "projects_completed_on_time");
  g_assert_cmpfloat (result->earlier_rows, ==, 200);
  g_assert_true (press_is_said (view, "In the file before (march.csv)"));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (ui_test_find (card, ADW_TYPE_EXPANDER_ROW, 1)),
                                 TRUE);
  ui_test_picture (fixture->page, "evidence-newer");

  nsm_journal_undo (nsm_record_get_journal (NSM_RECORD (fixture->workshop)));
  ui_test_settle (fixture->page);
  g_assert_true (press_is_said (card, "march.csv"));
  g_assert_true (press_is_said (card, "200 rows"));
  g_assert_false (press_is_said (card, "What changed"));
}

static void
test_left_alone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) workshop = g_file_new_build_filename (fixture->folder, "other.nsm", NULL);
  g_autoptr (GFile) ballot = g_file_new_build_filename (fixture->folder, "mei.nsmballot", NULL);
  g_autoptr (GFile) file = write_customers (fixture, "customers.csv", 50, 4);
  GtkWidget *back;

  /* Workshops and ballots are the window's. */
  g_assert_false (drop (fixture, workshop, 10, 10));
  g_assert_false (drop (fixture, ballot, 10, 10));
  g_assert_nonnull (press_find (fixture->page, "Go on to"));

  /* Whoever goes back finds everything as it was, and nothing changed. */
  g_assert_true (drop (fixture, file, 10, 10));
  press_wait_until_said (fixture->page, "customers.csv ·");
  /* One at a time. */
  g_assert_false (drop (fixture, file, 10, 10));
  back = ui_test_find (ui_test_find (fixture->page, NSM_TYPE_DATA_PAGE, 0), GTK_TYPE_BUTTON, 0);
  g_signal_emit_by_name (back, "clicked");
  ui_test_settle (fixture->page);
  g_assert_nonnull (press_find (fixture->page, "Open Data…"));
  g_assert_nonnull (press_find (fixture->page, "Go on to"));
  g_assert_false (nsm_journal_can_undo (nsm_record_get_journal (NSM_RECORD (fixture->workshop))));
}

/* A workshop that can't be written takes no file, and offers nothing that would change it. */
static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  static const char newer[] = "{\"format\": \"north-star-workshop\", \"version\": 999, \"title\": "
                              "\"From later\", \"metrics\": [{\"id\": \"m\", \"name\": \"Teams\"}], "
                              "\"candidates\": [{\"id\": \"c\", \"metric\": \"m\"}]}";
  g_autofree char *path = g_build_filename (fixture->folder, "later.nsm", NULL);
  g_autoptr (GFile) place = g_file_new_for_path (path);
  g_autoptr (GFile) file = write_customers (fixture, "customers.csv", 50, 4);
  g_autoptr (NsmDocument) document = NULL;

  g_assert_true (g_file_set_contents (path, newer, -1, NULL));
  document = nsm_document_open (place, NULL);
  g_assert_true (nsm_document_is_read_only (document));
  ui_test_close (fixture->page);
  fixture->page = g_object_new (NSM_TYPE_EVIDENCE_PAGE, "document", document, NULL);
  ui_test_open (fixture->page, 744, 760);
  g_assert_false (gtk_widget_is_sensitive (press_find (fixture->page, "Open Data…")));
  g_assert_false (drop (fixture, file, 10, 10));
  g_assert_null (ui_test_find (fixture->page, NSM_TYPE_DATA_PAGE, 0));
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add ("/evidence-file/dropped", Fixture, NULL, set_up, test_dropped, tear_down);
  g_test_add ("/evidence-file/timing", Fixture, NULL, set_up, test_timing, tear_down);
  g_test_add ("/evidence-file/newer", Fixture, NULL, set_up, test_newer, tear_down);
  g_test_add ("/evidence-file/left-alone", Fixture, NULL, set_up, test_left_alone, tear_down);
  g_test_add ("/evidence-file/read-only", Fixture, NULL, set_up, test_read_only, tear_down);
  return g_test_run ();
}
