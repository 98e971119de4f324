/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence/data-page.h"

#include <glib/gstdio.h>
#include <math.h>
#include <sys/stat.h>

#include "evidence/data-column.h"
#include "evidence/data-columns.h"
#include "evidence/data-format.h"
#include "evidence/data-other.h"
#include "evidence/data-preview.h"
#include "evidence/data-progress.h"
#include "evidence/data-timing.h"
#include "kit/style.h"
#include "press.h"
#include "record/journal.h"
#include "support.h"

/* From a file of data to results in the workshop, in a window of its own. */

typedef struct
{
  char *folder;
  NsmWorkshop *workshop;
  NsmDocument *document;
  GtkWidget *page;
  GtkWidget *window;
  NsmDataset *kept;
  NsmLook *look;
  gboolean cancelled;
} Fixture;

static void
on_done (NsmDataPage *page, NsmDataset *kept, gpointer look, Fixture *fixture)
{
  fixture->kept = kept;
  fixture->look = nsm_data_page_steal_look (page);
  g_assert_true (fixture->look == look);
  g_assert_null (nsm_data_page_steal_look (page));
}

static void
on_cancelled (NsmDataPage *page, Fixture *fixture)
{
  fixture->cancelled = TRUE;
}

static void
set_up_sized (Fixture *fixture, int width, int height)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  fixture->folder = g_dir_make_tmp ("nsm-data-XXXXXX", NULL);
  fixture->workshop = ui_test_new_workshop ();
  fixture->document = nsm_document_new_draft (fixture->workshop);
  fixture->page = nsm_data_page_new (fixture->document);
  g_signal_connect (fixture->page, "done", G_CALLBACK (on_done), fixture);
  g_signal_connect (fixture->page, "cancelled", G_CALLBACK (on_cancelled), fixture);
  gtk_widget_add_css_class (fixture->page, "page-column");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (
      GTK_SCROLLED_WINDOW (scroller),
      g_object_new (ADW_TYPE_CLAMP, "maximum-size", 696, "tightening-threshold", 696,
                    "child", fixture->page, NULL));
  fixture->window = ui_test_open (scroller, width, height);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  set_up_sized (fixture, 744, 1300);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  ui_test_close (fixture->window);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_clear_pointer (&fixture->look, nsm_look_free);
  nsm_document_discard (fixture->document);
  g_clear_object (&fixture->document);
  g_clear_object (&fixture->workshop);
}

static GFile *
write_file (Fixture *fixture, const char *name, const char *text, gssize length)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, length, NULL));
  return g_file_new_for_path (path);
}

/* A customer a row: who completes more projects stays. */
static GFile *
write_customers (Fixture *fixture, const char *name, guint n_rows)
{
  g_autoptr (GString) text = g_string_new ("customer_id,projects_completed,page_views,plan,"
                                           "retained\n");

  for (guint i = 0; i < n_rows; i++)
    g_string_append_printf (text, "c%u,%u,%u,%s,%d\n", i, i * 7 % 10, i * 31 % 97,
                            i % 3 == 0 ? "free" : "paid", i * 7 % 10 + i % 4 > 6);
  return write_file (fixture, name, text->str, (gssize) text->len);
}

/* Runs until @words stand somewhere on the page where they can be seen. */
static gboolean
is_said (GtkWidget *widget, const char *words)
{
  if (!gtk_widget_get_visible (widget) || !gtk_widget_get_child_visible (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (is_said (child, words))
      return TRUE;
  return FALSE;
}

static gboolean
on_late (gpointer late)
{
  *(gboolean *) late = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait_until_said (Fixture *fixture, const char *words)
{
  gboolean late = FALSE;
  guint id = g_timeout_add_seconds (30, on_late, &late);

  while (!is_said (fixture->page, words) && !late)
    g_main_context_iteration (NULL, TRUE);
  if (late)
    g_error ("nobody said “%s”", words);
  g_source_remove (id);
  ui_test_settle (fixture->window);
}

static void
wait_until_done (Fixture *fixture)
{
  gboolean late = FALSE;
  guint id = g_timeout_add_seconds (60, on_late, &late);

  while (fixture->look == NULL && !late)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (late);
  g_source_remove (id);
  ui_test_settle (fixture->window);
}

static void
open_customers (Fixture *fixture)
{
  g_autoptr (GFile) file = write_customers (fixture, "customers.csv", 200);

  nsm_data_page_open (NSM_DATA_PAGE (fixture->page), file, NULL);
  wait_until_said (fixture, "customers.csv ·");
}

static NsmDataset *
get_dataset (Fixture *fixture)
{
  return nsm_data_columns_get_dataset (
      NSM_DATA_COLUMNS (ui_test_find (fixture->page, NSM_TYPE_DATA_COLUMNS, 0)));
}

static NsmColumn *
get_column (Fixture *fixture, const char *name)
{
  NsmColumn *column = nsm_dataset_find_column (get_dataset (fixture), name);

  g_assert_nonnull (column);
  return column;
}

static GtkWidget *
find_row (Fixture *fixture, const char *name)
{
  GtkWidget *row;

  for (guint i = 0; (row = ui_test_find (fixture->page, NSM_TYPE_DATA_COLUMN, i)) != NULL; i++)
    if (g_str_equal (nsm_data_column_get_column (NSM_DATA_COLUMN (row))->name, name))
      return row;
  return NULL;
}

static void
check_row (Fixture *fixture, const char *name, const char *words)
{
  GtkWidget *row = find_row (fixture, name);

  g_assert_nonnull (row);
  if (!is_said (row, words))
    g_error ("the row of “%s” doesn’t say “%s”, but “%s”", name, words,
             adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)));
}

static GtkWidget *
get_pill (Fixture *fixture)
{
  GtkWidget *pill = press_find (fixture->page, "Look at the Data");

  g_assert_nonnull (pill);
  return pill;
}

static void
say_days (NsmColumn *column, double from, double to)
{
  g_object_set (column, "timing", NSM_TIMING_DAYS, "from-day", from, "to-day", to, NULL);
}

static void
test_guess (Fixture *fixture, gconstpointer data)
{
  open_customers (fixture);
  g_assert_true (is_said (fixture->page, "5 columns"));
  g_assert_true (is_said (fixture->page, "Commas, decimal point, UTF-8, names in the first line"));
  check_row (fixture, "projects_completed", "Candidate: Projects completed");
  check_row (fixture, "page_views", "Candidate: Page views");
  check_row (fixture, "retained", "Outcome: Retention");
  check_row (fixture, "plan", "Segment");
  g_assert_null (find_row (fixture, "customer_id"));
  g_assert_true (gtk_widget_is_sensitive (get_pill (fixture)));
  ui_test_assert_named (fixture->page);
  ui_test_picture (fixture->page, "data");

  /* Closed and opened anew: nothing stays of the file before. */
  g_autoptr (GFile) other = write_file (fixture, "b.tsv", "mood\tnps\n1\t2\n3\t4\n5\t6\n2\t8\n", -1);

  nsm_data_page_open (NSM_DATA_PAGE (fixture->page), other, NULL);
  wait_until_said (fixture, "b.tsv ·");
  g_assert_null (find_row (fixture, "page_views"));
  g_assert_true (is_said (fixture->page, "Tabs"));
}

static void
test_format (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = write_file (
      fixture, "müll.csv",
      "Projects completed;Revenue;Land\n1,5;10,25;\xD6sterreich\n2,5;20,5;Schweiz\n"
      "3,5;30,75;\xD6sterreich\n4,5;40,125;Schweiz\n5,25;50,5;\xD6sterreich\n6;61;Schweiz\n",
      -1);
  GtkWidget *format;
  NsmCsvFormat wanted = { "UTF-8", ',', '"', '.', TRUE };

  nsm_data_page_open (NSM_DATA_PAGE (fixture->page), file, NULL);
  wait_until_said (fixture, "müll.csv ·");
  g_assert_true (is_said (fixture->page, "Semicolons, decimal comma"));
  g_assert_true (is_said (fixture->page, "Österreich"));
  check_row (fixture, "Projects completed", "Candidate: Projects completed");
  check_row (fixture, "Revenue", "Outcome: Revenue");

  format = ui_test_find (fixture->page, NSM_TYPE_DATA_FORMAT, 0);
  g_assert_false (gtk_widget_get_visible (format));
  press (fixture->page, "Change…");
  g_assert_true (gtk_widget_get_visible (format));
  ui_test_assert_named (fixture->page);
  ui_test_picture (fixture->page, "data-format");

  /* Read in another way, it is another table; and back again. */
  nsm_data_format_get (NSM_DATA_FORMAT (format), &wanted);
  g_assert_cmpint (wanted.delimiter, ==, ';');
  wanted.delimiter = ',';
  nsm_data_format_set (NSM_DATA_FORMAT (format), &wanted);
  g_signal_emit_by_name (format, "changed");
  wait_until_said (fixture, "Commas, decimal comma");
  g_assert_null (find_row (fixture, "Revenue"));
  wanted.delimiter = ';';
  wanted.header = FALSE;
  nsm_data_format_set (NSM_DATA_FORMAT (format), &wanted);
  g_signal_emit_by_name (format, "changed");
  wait_until_said (fixture, "no names in the first line");
  g_assert_true (is_said (fixture->page, "Column 1"));
}

static void
test_roles (Fixture *fixture, gconstpointer data)
{
  GtkWidget *other;

  open_customers (fixture);
  g_object_set (get_column (fixture, "retained"), "role", NSM_COLUMN_ROLE_IGNORED, NULL);
  ui_test_settle (fixture->window);
  g_assert_null (find_row (fixture, "retained"));
  g_assert_false (gtk_widget_is_sensitive (get_pill (fixture)));
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (get_pill (fixture)),
                                                   GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
  g_assert_true (is_said (fixture->page, "Say which column is an outcome."));
  ui_test_picture (fixture->page, "data-obstacle");

  other = ui_test_find (fixture->page, NSM_TYPE_DATA_OTHER, 0);
  press (other, "Use Another Column");
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (other, GTK_TYPE_SEARCH_ENTRY, 0)), "zzz");
  wait_until_said (fixture, "No other column has that");
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (other, GTK_TYPE_SEARCH_ENTRY, 0)), "RETAI");
  ui_test_assert_named (fixture->page);
  g_signal_emit_by_name (ui_test_find (other, GTK_TYPE_SEARCH_ENTRY, 0), "activate");
  ui_test_settle (fixture->window);
  check_row (fixture, "retained", "Outcome");
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (find_row (fixture, "retained"))));
  g_assert_true (gtk_widget_is_sensitive (get_pill (fixture)));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (find_row (fixture, "page_views")), TRUE);
  ui_test_settle (fixture->window);
  ui_test_assert_named (fixture->page);
  ui_test_picture (fixture->page, "data-column");

  /* Which candidate a column stands for is people's to say. */
  GtkWidget *choice = ui_test_find (find_row (fixture, "page_views"), GTK_TYPE_DROP_DOWN, 1);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), 1);
  ui_test_settle (fixture->window);
  check_row (fixture, "page_views", "Candidate: Teams completing at least one project");
  g_assert_cmpstr (get_column (fixture, "page_views")->candidate, ==,
                   NSM_RECORD (nsm_list_get (fixture->workshop->candidates, 0))->id);
}

/* A table of R's own, whose names tell nothing: people pick what counts. */
static void
test_strange (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = write_file (
      fixture, "mtcars.csv",
      "\"\",\"mpg\",\"cyl\",\"disp\",\"hp\",\"drat\"\n\"Mazda RX4\",21,6,160,110,3.9\n"
      "\"Mazda RX4 Wag\",21,6,160,110,3.9\n\"Datsun 710\",22.8,4,108,93,3.85\n"
      "\"Hornet 4 Drive\",21.4,6,258,110,3.08\n\"Hornet Sportabout\",18.7,8,360,175,3.15\n"
      "\"Valiant\",18.1,6,225,105,2.76\n",
      -1);
  NsmDataColumns *columns;

  nsm_data_page_open (NSM_DATA_PAGE (fixture->page), file, NULL);
  wait_until_said (fixture, "mtcars.csv ·");
  g_assert_null (ui_test_find (fixture->page, NSM_TYPE_DATA_COLUMN, 0));
  g_assert_true (is_said (fixture->page, "Pick the columns that count"));
  columns = NSM_DATA_COLUMNS (ui_test_find (fixture->page, NSM_TYPE_DATA_COLUMNS, 0));
  nsm_data_columns_use (columns, "hp");
  nsm_data_columns_use (columns, "mpg");
  ui_test_settle (fixture->window);
  check_row (fixture, "mpg", "Outcome: Another outcome");
  g_assert_true (is_said (fixture->page, "Say which candidate the column “hp” stands for."));
  ui_test_picture (fixture->page, "data-strange");
  gtk_drop_down_set_selected (
      GTK_DROP_DOWN (ui_test_find (find_row (fixture, "hp"), GTK_TYPE_DROP_DOWN, 1)), 2);
  ui_test_settle (fixture->window);
  press (fixture->page, "Look at the Data");
  wait_until_done (fixture);
  g_assert_cmpuint (nsm_list_get_size (fixture->workshop->evidence), ==, 1);
}

static void
test_timing (Fixture *fixture, gconstpointer data)
{
  GtkWidget *all;
  GtkWidget *choice;
  static const char refusal[] = "Counted over the outcome’s own time: shows nothing.";

  open_customers (fixture);
  /* One answer for all candidates, by the row's own controls. */
  all = ui_test_find (fixture->page, NSM_TYPE_DATA_TIMING, 0);
  choice = ui_test_find (all, GTK_TYPE_DROP_DOWN, 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), 1);
  ui_test_settle (fixture->window);
  g_assert_true (is_said (all, "From day"));
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (all, GTK_TYPE_ENTRY, 1)), "120");
  ui_test_settle (fixture->window);
  g_assert_cmpfloat (get_column (fixture, "projects_completed")->from_day, ==, 1);
  g_assert_cmpfloat (get_column (fixture, "projects_completed")->to_day, ==, 120);
  g_assert_cmpfloat (get_column (fixture, "page_views")->to_day, ==, 120);
  g_assert_true (isnan (get_column (fixture, "retained")->to_day));
  check_row (fixture, "page_views", "days 1 to 120");
  g_assert_false (is_said (fixture->page, refusal));

  say_days (get_column (fixture, "retained"), 90, 90);
  ui_test_settle (fixture->window);
  g_assert_true (is_said (all, refusal));
  check_row (fixture, "page_views", refusal);
  check_row (fixture, "retained", "day 90");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_true (gtk_widget_is_sensitive (get_pill (fixture)));
  ui_test_picture (fixture->page, "data-overlap");

  /* Before it, all is well; one of them after it, and the words are about that one. */
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (all, GTK_TYPE_ENTRY, 1)), "14");
  ui_test_settle (fixture->window);
  g_assert_false (is_said (fixture->page, refusal));
  g_assert_true (is_said (all, "Counted before the outcome"));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_FALSE);
  say_days (get_column (fixture, "page_views"), 91, 100);
  ui_test_settle (fixture->window);
  check_row (fixture, "page_views", "Counted after the outcome");
  g_assert_true (is_said (all, "Some are counted"));
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (choice)), ==, 0);
  g_assert_cmpfloat (get_column (fixture, "projects_completed")->to_day, ==, 14);
}

static void
test_dates (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("week,projects_completed,revenue\n");
  g_autoptr (GFile) file = NULL;
  g_autoptr (GDate) day = g_date_new_dmy (5, G_DATE_JANUARY, 2026);

  for (guint i = 0; i < 30; i++)
    {
      g_string_append_printf (text, "%04d-%02d-%02d,%u,%u\n", g_date_get_year (day),
                              (int) g_date_get_month (day), g_date_get_day (day), i * 7 % 13,
                              100 + i * 5 % 17);
      g_date_add_days (day, 7);
    }
  file = write_file (fixture, "weeks.csv", text->str, -1);
  nsm_data_page_open (NSM_DATA_PAGE (fixture->page), file, NULL);
  wait_until_said (fixture, "weeks.csv ·");
  check_row (fixture, "week", "Date");
  g_assert_true (is_said (fixture->page, "Over time"));
  g_assert_cmpint (get_dataset (fixture)->period, ==, NSM_WINDOW_WEEK);
  adw_combo_row_set_selected (ADW_COMBO_ROW (ui_test_find (fixture->page, ADW_TYPE_COMBO_ROW, 0)),
                              2);
  g_assert_cmpint (get_dataset (fixture)->period, ==, NSM_WINDOW_MONTH);
  ui_test_picture (fixture->page, "data-dates");
  g_object_set (get_column (fixture, "week"), "role", NSM_COLUMN_ROLE_IGNORED, NULL);
  ui_test_settle (fixture->window);
  g_assert_false (is_said (fixture->page, "Over time"));
}

static void
test_look (Fixture *fixture, gconstpointer data)
{
  NsmJournal *journal = nsm_record_get_journal (NSM_RECORD (fixture->workshop));

  open_customers (fixture);
  say_days (get_column (fixture, "projects_completed"), 1, 14);
  say_days (get_column (fixture, "page_views"), 1, 14);
  say_days (get_column (fixture, "retained"), 90, 90);
  ui_test_settle (fixture->window);
  g_assert_cmpuint (nsm_list_get_size (fixture->workshop->datasets), ==, 0);
  press (fixture->page, "Look at the Data");
  wait_until_done (fixture);
  g_assert_false (fixture->cancelled);
  g_assert_cmpuint (nsm_list_get_size (fixture->workshop->datasets), ==, 1);
  g_assert_true (nsm_list_get (fixture->workshop->datasets, 0) == fixture->kept);
  g_assert_cmpfloat (fixture->kept->rows, ==, 200);
  g_assert_cmpstr (fixture->kept->name, ==, "customers.csv");
  /* Two candidates and one outcome: all rows, and each plan. */
  g_assert_cmpuint (nsm_list_get_size (fixture->workshop->evidence), ==, 6);
  g_assert_nonnull (nsm_look_get_table (fixture->look));

  nsm_journal_undo (journal);
  g_assert_cmpuint (nsm_list_get_size (fixture->workshop->datasets), ==, 0);
  g_assert_cmpuint (nsm_list_get_size (fixture->workshop->evidence), ==, 0);
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) newer = NULL;
  NsmDataset *first;

  open_customers (fixture);
  say_days (get_column (fixture, "projects_completed"), 1, 14);
  g_object_set (get_column (fixture, "page_views"), "role", NSM_COLUMN_ROLE_IGNORED, NULL);
  ui_test_settle (fixture->window);
  press (fixture->page, "Look at the Data");
  wait_until_done (fixture);
  first = fixture->kept;
  g_clear_pointer (&fixture->look, nsm_look_free);

  newer = write_customers (fixture, "customers-2.csv", 260);
  nsm_data_page_open (NSM_DATA_PAGE (fixture->page), newer, first);
  wait_until_said (fixture, "customers-2.csv ·");
  check_row (fixture, "projects_completed", "days 1 to 14");
  g_assert_null (find_row (fixture, "page_views"));
  press (fixture->page, "Look at the Data");
  wait_until_done (fixture);
  g_assert_cmpuint (nsm_list_get_size (fixture->workshop->datasets), ==, 1);
  g_assert_cmpfloat (fixture->kept->rows, ==, 260);
  g_assert_cmpstr (fixture->kept->earlier_name, ==, "customers.csv");
}

static void
press_escape (Fixture *fixture)
{
  g_assert_true (gtk_widget_activate_action (fixture->page, "data.back", NULL));
  ui_test_settle (fixture->window);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = write_customers (fixture, "many.csv", 400000);
  gint64 start;

  nsm_data_page_open (NSM_DATA_PAGE (fixture->page), file, NULL);
  wait_until_said (fixture, "many.csv ·");
  g_signal_emit_by_name (get_pill (fixture), "clicked");
  g_assert_false (gtk_widget_is_sensitive (get_pill (fixture)));
  start = g_get_monotonic_time ();
  press_escape (fixture);
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_USEC_PER_SEC);
  g_assert_false (fixture->cancelled);
  g_assert_true (gtk_widget_is_sensitive (get_pill (fixture)));
  g_assert_null (fixture->look);

  /* Once more from where one was, and then out. */
  press_escape (fixture);
  g_assert_true (fixture->cancelled);
  for (guint i = 0; i < 20; i++)
    {
      g_usleep (10000);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  g_assert_null (fixture->look);
  g_assert_cmpuint (nsm_list_get_size (fixture->workshop->datasets), ==, 0);
}

static void
on_stopped (GtkWidget *progress, gboolean *stopped)
{
  *stopped = TRUE;
}

static void
test_progress (void)
{
  GtkWidget *progress = g_object_new (NSM_TYPE_DATA_PROGRESS, NULL);
  GtkWidget *window = ui_test_open (progress, 500, 200);
  gboolean stopped = FALSE;

  g_signal_connect (progress, "cancelled", G_CALLBACK (on_stopped), &stopped);
  nsm_data_progress_begin (NSM_DATA_PROGRESS (progress), "Reading visits.csv…");
  g_assert_true (is_said (progress, "Reading visits.csv… 0 %"));
  nsm_data_progress_set_share (NSM_DATA_PROGRESS (progress), 0.404);
  g_assert_true (is_said (progress, "Reading visits.csv… 40 %"));
  nsm_data_progress_set_share (NSM_DATA_PROGRESS (progress), 7);
  g_assert_true (is_said (progress, "100 %"));
  ui_test_assert_named (progress);
  press (progress, "Cancel");
  g_assert_true (stopped);
  ui_test_picture (progress, "data-progress");
  ui_test_close (window);
}

static void
check_bad (Fixture *fixture, GFile *file, const char *words)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *heading = g_strdup_printf ("“%s” can’t be looked at", name);

  nsm_data_page_open (NSM_DATA_PAGE (fixture->page), file, NULL);
  wait_until_said (fixture, heading);
  if (!is_said (fixture->page, words))
    {
      for (guint i = 0;; i++)
        {
          GtkWidget *label = ui_test_find (fixture->page, GTK_TYPE_LABEL, i);

          if (label == NULL)
            break;
          if (gtk_widget_get_mapped (label))
            g_test_message ("%s", gtk_label_get_text (GTK_LABEL (label)));
        }
      g_error ("it doesn’t say “%s”", words);
    }
  g_assert_nonnull (press_find (fixture->page, "Choose Another"));
  g_assert_null (press_find (fixture->page, "Look at the Data"));
  ui_test_assert_named (fixture->page);
}

static void
test_bad_files (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GFile) gone = g_file_get_child (folder, "gone.csv");
  g_autoptr (GFile) empty = write_file (fixture, "empty.csv", "", 0);
  g_autoptr (GFile) line = write_file (fixture, "line.csv", "a,b,c\n", -1);
  g_autoptr (GFile) quote =
      write_file (fixture, "quote.csv", "a,b\n1,2\n3,\"four\n5,6\n7,8\n", -1);
  g_autoptr (GFile) picture =
      write_file (fixture, "picture.csv", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0\0", 21);
  g_autofree char *pipe_path = g_build_filename (fixture->folder, "pipe.csv", NULL);
  g_autoptr (GFile) pipe_file = g_file_new_for_path (pipe_path);

  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  check_bad (fixture, folder, "folder");
  check_bad (fixture, empty, "empty");
  check_bad (fixture, line, "line.csv");
  check_bad (fixture, quote, "line 3");
  ui_test_picture (fixture->page, "data-problem");
  check_bad (fixture, picture, "picture.csv");
  check_bad (fixture, pipe_file, "pipe.csv");
  check_bad (fixture, gone, "gone.csv");
  press_escape (fixture);
  g_assert_true (fixture->cancelled);

  /* A good one after them is all right. */
  open_customers (fixture);
  g_assert_true (gtk_widget_is_sensitive (get_pill (fixture)));
}

/* What is wrong deep in the file is said, too, before anybody waits for figures. */
static void
test_deep (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("projects_completed,retained\n");
  g_autoptr (GFile) uneven = NULL;
  g_autoptr (GFile) quote = NULL;

  for (guint i = 0; i < 40000; i++)
    g_string_append (text, i == 12000 ? "1\n" : i == 13000 ? "1,2,3\n" : "1,0\n2,1\n");
  uneven = write_file (fixture, "uneven.csv", text->str, -1);
  nsm_data_page_open (NSM_DATA_PAGE (fixture->page), uneven, NULL);
  wait_until_said (fixture, "79996 rows");
  g_assert_true (is_said (fixture->page, "2 rows are kept out of the figures:"));
  g_assert_true (is_said (fixture->page, "24002"));
  g_assert_true (gtk_widget_is_sensitive (get_pill (fixture)));
  ui_test_picture (fixture->page, "data-notes");

  g_string_append (text, "3,\"1\n");
  for (guint i = 0; i < 40000; i++)
    g_string_append (text, "1,0\n2,1\n");
  quote = write_file (fixture, "quote.csv", text->str, -1);
  nsm_data_page_open (NSM_DATA_PAGE (fixture->page), quote, NULL);
  wait_until_said (fixture, "never ends");
  g_assert_false (gtk_widget_is_sensitive (get_pill (fixture)));
  ui_test_picture (fixture->page, "data-trouble");
}

/* How much the main thread computed at most before it came back to its loop: what the
 * window needs by itself, whatever else the machine is doing. */
typedef struct
{
  gint64 last, longest; /* microseconds of the thread */
} Pulse;

static gboolean
on_pulse (gpointer data)
{
  Pulse *pulse = data;
  struct timespec used;
  gint64 now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &used);
  now = used.tv_sec * G_USEC_PER_SEC + used.tv_nsec / 1000;
  if (pulse->last != 0)
    pulse->longest = MAX (pulse->longest, now - pulse->last);
  pulse->last = now;
  return G_SOURCE_CONTINUE;
}

/* Everything heavy happens in threads: the window answers all the while. */
static void
test_live (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = write_customers (fixture, "many.csv", 300000);
  Pulse pulse = { 0 };
  guint id = g_timeout_add_full (G_PRIORITY_HIGH, 2, on_pulse, &pulse, NULL);

  nsm_data_page_open (NSM_DATA_PAGE (fixture->page), file, NULL);
  wait_until_said (fixture, "many.csv ·");
  g_test_message ("opened: away for %d ms at most", (int) (pulse.longest / 1000));
  wait_until_said (fixture, "300000 rows");
  press (fixture->page, "Look at the Data");
  wait_until_done (fixture);
  g_test_message ("looked at: away for %d ms at most", (int) (pulse.longest / 1000));
  g_source_remove (id);
  g_assert_cmpint (pulse.longest, <, G_USEC_PER_SEC / 2);
  g_assert_cmpfloat (fixture->kept->rows, ==, 300000);
}

static void
test_wide (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GFile) file = NULL;
  int least;
  Pulse pulse = { 0 };
  guint id;

  for (guint row = 0; row < 5; row++)
    for (guint i = 0; i < 10000; i++)
      g_string_append_printf (text, row == 0 ? "measure_%u%s" : "%u%s", i + row,
                              i == 9999 ? "\n" : ",");
  file = write_file (fixture, "wide.csv", text->str, -1);
  id = g_timeout_add_full (G_PRIORITY_HIGH, 2, on_pulse, &pulse, NULL);
  nsm_data_page_open (NSM_DATA_PAGE (fixture->page), file, NULL);
  wait_until_said (fixture, "9970 more columns");
  g_test_message ("opened: away for %d ms at most", (int) (pulse.longest / 1000));
  g_source_remove (id);
  g_assert_cmpint (pulse.longest, <, G_USEC_PER_SEC / 2);
  g_assert_null (ui_test_find (fixture->page, NSM_TYPE_DATA_COLUMN, 20));
  gtk_widget_measure (fixture->page, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 480);
  ui_test_picture (fixture->page, "data-wide");
}

static void
test_sizes (void)
{
  static const struct
  {
    const char *name;
    int width, percent;
    GtkTextDirection direction;
  } cases[] = {
    { "data-narrow", 460, 100, GTK_TEXT_DIR_LTR },
    { "data-large", 760, 200, GTK_TEXT_DIR_LTR },
    { "data-mirrored", 744, 100, GTK_TEXT_DIR_RTL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture fixture = { 0 };
      int least;

      gtk_widget_set_default_direction (cases[i].direction);
      nsm_style_set_text_size (cases[i].percent);
      set_up_sized (&fixture, cases[i].width, 1000);
      open_customers (&fixture);
      press (fixture.page, "Change…");
      say_days (get_column (&fixture, "projects_completed"), 1, 14);
      say_days (get_column (&fixture, "retained"), 90, 90);
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (find_row (&fixture, "retained")), TRUE);
      ui_test_settle (fixture.window);
      gtk_widget_measure (fixture.page, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      g_test_message ("%s: at least %d pixels wide", cases[i].name, least);
      g_assert_cmpint (least, <=, cases[i].width);
      ui_test_picture (fixture.page, cases[i].name);
      tear_down (&fixture, NULL);
    }
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  nsm_style_set_text_size (100);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  ADD ("/ui/data/guess", test_guess);
  ADD ("/ui/data/format", test_format);
  ADD ("/ui/data/roles", test_roles);
  ADD ("/ui/data/strange", test_strange);
  ADD ("/ui/data/timing", test_timing);
  ADD ("/ui/data/dates", test_dates);
  ADD ("/ui/data/look", test_look);
  ADD ("/ui/data/newer", test_newer);
  ADD ("/ui/data/cancel", test_cancel);
  g_test_add_func ("/ui/data/progress", test_progress);
  ADD ("/ui/data/bad-files", test_bad_files);
  ADD ("/ui/data/deep", test_deep);
  ADD ("/ui/data/live", test_live);
  ADD ("/ui/data/wide", test_wide);
  g_test_add_func ("/ui/data/sizes", test_sizes);
  return g_test_run ();
}
