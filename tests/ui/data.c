/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "data-support.h"

#include <math.h>

#include "evidence/data-column.h"
#include "evidence/data-columns.h"
#include "evidence/data-format.h"
#include "evidence/data-other.h"
#include "evidence/data-timing.h"
#include "press.h"
#include "record/journal.h"
#include "support.h"

/* From a file of data to results in the workshop. */

static void
test_guess (DataFixture *fixture, gconstpointer data)
{
  data_open_customers (fixture);
  g_assert_true (press_is_said (fixture->page, "5 columns"));
  g_assert_true (
      press_is_said (fixture->page, "Commas, decimal point, UTF-8, names in the first line"));
  data_check_row (fixture, "projects_completed", "Candidate: Projects completed");
  data_check_row (fixture, "page_views", "Candidate: Page views");
  data_check_row (fixture, "retained", "Outcome: Retention");
  data_check_row (fixture, "plan", "Segment");
  g_assert_null (data_find_row (fixture, "customer_id"));
  g_assert_true (gtk_widget_is_sensitive (data_get_pill (fixture)));
  ui_test_assert_named (fixture->page);
  ui_test_picture (fixture->page, "data");

  /* Closed and opened anew: nothing stays of the file before. */
  g_autoptr (GFile) other =
      data_write_file (fixture, "b.tsv", "mood\tnps\n1\t2\n3\t4\n5\t6\n2\t8\n", -1);

  nsm_data_page_open (NSM_DATA_PAGE (fixture->page), other, NULL);
  press_wait_until_said (fixture->page, "b.tsv ·");
  g_assert_null (data_find_row (fixture, "page_views"));
  g_assert_true (press_is_said (fixture->page, "Tabs"));
}

static void
test_format (DataFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = data_write_file (
      fixture, "müll.csv",
      "Projects completed;Revenue;Land\n1,5;10,25;\xD6sterreich\n2,5;20,5;Schweiz\n"
      "3,5;30,75;\xD6sterreich\n4,5;40,125;Schweiz\n5,25;50,5;\xD6sterreich\n6;61;Schweiz\n",
      -1);
  GtkWidget *format;
  NsmCsvFormat wanted = { "UTF-8", ',', '"', '.', TRUE };

  nsm_data_page_open (NSM_DATA_PAGE (fixture->page), file, NULL);
  press_wait_until_said (fixture->page, "müll.csv ·");
  g_assert_true (press_is_said (fixture->page, "Semicolons, decimal comma"));
  g_assert_true (press_is_said (fixture->page, "Österreich"));
  data_check_row (fixture, "Projects completed", "Candidate: Projects completed");
  data_check_row (fixture, "Revenue", "Outcome: Revenue");

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
  press_wait_until_said (fixture->page, "Commas, decimal comma");
  g_assert_null (data_find_row (fixture, "Revenue"));
  wanted.delimiter = ';';
  wanted.header = FALSE;
  nsm_data_format_set (NSM_DATA_FORMAT (format), &wanted);
  g_signal_emit_by_name (format, "changed");
  press_wait_until_said (fixture->page, "no names in the first line");
  g_assert_true (press_is_said (fixture->page, "Column 1"));
}

static void
test_roles (DataFixture *fixture, gconstpointer data)
{
  GtkWidget *other;

  data_open_customers (fixture);
  g_object_set (data_get_column (fixture, "retained"), "role", NSM_COLUMN_ROLE_IGNORED, NULL);
  ui_test_settle (fixture->window);
  g_assert_null (data_find_row (fixture, "retained"));
  g_assert_false (gtk_widget_is_sensitive (data_get_pill (fixture)));
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (data_get_pill (fixture)),
                                                   GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
  g_assert_true (press_is_said (fixture->page, "Say which column is an outcome."));
  ui_test_picture (fixture->page, "data-obstacle");

  other = ui_test_find (fixture->page, NSM_TYPE_DATA_OTHER, 0);
  press (other, "Use Another Column");
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (other, GTK_TYPE_SEARCH_ENTRY, 0)), "zzz");
  press_wait_until_said (fixture->page, "No other column has that");
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (other, GTK_TYPE_SEARCH_ENTRY, 0)), "RETAI");
  ui_test_assert_named (fixture->page);
  g_signal_emit_by_name (ui_test_find (other, GTK_TYPE_SEARCH_ENTRY, 0), "activate");
  ui_test_settle (fixture->window);
  data_check_row (fixture, "retained", "Outcome");
  g_assert_true (
      adw_expander_row_get_expanded (ADW_EXPANDER_ROW (data_find_row (fixture, "retained"))));
  g_assert_true (gtk_widget_is_sensitive (data_get_pill (fixture)));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (data_find_row (fixture, "page_views")), TRUE);
  ui_test_settle (fixture->window);
  ui_test_assert_named (fixture->page);
  ui_test_picture (fixture->page, "data-column");

  /* Which candidate a column stands for is people's to say. */
  GtkWidget *choice = ui_test_find (data_find_row (fixture, "page_views"), GTK_TYPE_DROP_DOWN, 1);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), 1);
  ui_test_settle (fixture->window);
  data_check_row (fixture, "page_views", "Candidate: Teams completing at least one project");
  g_assert_cmpstr (data_get_column (fixture, "page_views")->candidate, ==,
                   NSM_RECORD (nsm_list_get (fixture->workshop->candidates, 0))->id);
}

/* A table of R's own, whose names tell nothing: people pick what counts. */
static void
test_strange (DataFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = data_write_file (
      fixture, "mtcars.csv",
      "\"\",\"mpg\",\"cyl\",\"disp\",\"hp\",\"drat\"\n\"Mazda RX4\",21,6,160,110,3.9\n"
      "\"Mazda RX4 Wag\",21,6,160,110,3.9\n\"Datsun 710\",22.8,4,108,93,3.85\n"
      "\"Hornet 4 Drive\",21.4,6,258,110,3.08\n\"Hornet Sportabout\",18.7,8,360,175,3.15\n"
      "\"Valiant\",18.1,6,225,105,2.76\n",
      -1);
  NsmDataColumns *columns;

  nsm_data_page_open (NSM_DATA_PAGE (fixture->page), file, NULL);
  press_wait_until_said (fixture->page, "mtcars.csv ·");
  g_assert_null (ui_test_find (fixture->page, NSM_TYPE_DATA_COLUMN, 0));
  g_assert_true (press_is_said (fixture->page, "Pick the columns that count"));
  columns = NSM_DATA_COLUMNS (ui_test_find (fixture->page, NSM_TYPE_DATA_COLUMNS, 0));
  nsm_data_columns_use (columns, "hp");
  nsm_data_columns_use (columns, "mpg");
  ui_test_settle (fixture->window);
  data_check_row (fixture, "mpg", "Outcome: Another outcome");
  g_assert_true (press_is_said (fixture->page, "Say which candidate the column “hp” stands for."));
  ui_test_picture (fixture->page, "data-strange");
  gtk_drop_down_set_selected (
      GTK_DROP_DOWN (ui_test_find (data_find_row (fixture, "hp"), GTK_TYPE_DROP_DOWN, 1)), 2);
  ui_test_settle (fixture->window);
  press (fixture->page, "Look at the Data");
  data_wait_until_done (fixture);
  g_assert_cmpuint (nsm_list_get_size (fixture->workshop->evidence), ==, 1);
}

static void
test_timing (DataFixture *fixture, gconstpointer data)
{
  GtkWidget *all;
  GtkWidget *choice;
  static const char refusal[] = "Counted over the outcome’s own time: shows nothing.";

  data_open_customers (fixture);
  /* One answer for all candidates, by the row's own controls. */
  all = ui_test_find (fixture->page, NSM_TYPE_DATA_TIMING, 0);
  choice = ui_test_find (all, GTK_TYPE_DROP_DOWN, 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), 1);
  ui_test_settle (fixture->window);
  g_assert_true (press_is_said (all, "From day"));
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (all, GTK_TYPE_ENTRY, 1)), "120");
  ui_test_settle (fixture->window);
  g_assert_cmpfloat (data_get_column (fixture, "projects_completed")->from_day, ==, 1);
  g_assert_cmpfloat (data_get_column (fixture, "projects_completed")->to_day, ==, 120);
  g_assert_cmpfloat (data_get_column (fixture, "page_views")->to_day, ==, 120);
  g_assert_true (isnan (data_get_column (fixture, "retained")->to_day));
  data_check_row (fixture, "page_views", "days 1 to 120");
  g_assert_false (press_is_said (fixture->page, refusal));

  data_say_days (data_get_column (fixture, "retained"), 90, 90);
  ui_test_settle (fixture->window);
  g_assert_true (press_is_said (all, refusal));
  data_check_row (fixture, "page_views", refusal);
  data_check_row (fixture, "retained", "day 90");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_true (gtk_widget_is_sensitive (data_get_pill (fixture)));
  ui_test_picture (fixture->page, "data-overlap");

  /* Before it, all is well; one of them after it, and the words are about that one. */
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (all, GTK_TYPE_ENTRY, 1)), "14");
  ui_test_settle (fixture->window);
  g_assert_false (press_is_said (fixture->page, refusal));
  g_assert_true (press_is_said (all, "Counted before the outcome"));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_FALSE);
  data_say_days (data_get_column (fixture, "page_views"), 91, 100);
  ui_test_settle (fixture->window);
  data_check_row (fixture, "page_views", "Counted after the outcome");
  g_assert_true (press_is_said (all, "Some are counted"));
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (choice)), ==, 0);
  g_assert_cmpfloat (data_get_column (fixture, "projects_completed")->to_day, ==, 14);
}

static void
test_dates (DataFixture *fixture, gconstpointer data)
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
  file = data_write_file (fixture, "weeks.csv", text->str, -1);
  nsm_data_page_open (NSM_DATA_PAGE (fixture->page), file, NULL);
  press_wait_until_said (fixture->page, "weeks.csv ·");
  data_check_row (fixture, "week", "Date");
  g_assert_true (press_is_said (fixture->page, "Over time"));
  g_assert_cmpint (data_get_dataset (fixture)->period, ==, NSM_WINDOW_WEEK);
  adw_combo_row_set_selected (ADW_COMBO_ROW (ui_test_find (fixture->page, ADW_TYPE_COMBO_ROW, 0)),
                              2);
  g_assert_cmpint (data_get_dataset (fixture)->period, ==, NSM_WINDOW_MONTH);
  ui_test_picture (fixture->page, "data-dates");
  g_object_set (data_get_column (fixture, "week"), "role", NSM_COLUMN_ROLE_IGNORED, NULL);
  ui_test_settle (fixture->window);
  g_assert_false (press_is_said (fixture->page, "Over time"));
}

static void
test_look (DataFixture *fixture, gconstpointer data)
{
  NsmJournal *journal = nsm_record_get_journal (NSM_RECORD (fixture->workshop));

  data_open_customers (fixture);
  data_say_days (data_get_column (fixture, "projects_completed"), 1, 14);
  data_say_days (data_get_column (fixture, "page_views"), 1, 14);
  data_say_days (data_get_column (fixture, "retained"), 90, 90);
  ui_test_settle (fixture->window);
  g_assert_cmpuint (nsm_list_get_size (fixture->workshop->datasets), ==, 0);
  press (fixture->page, "Look at the Data");
  data_wait_until_done (fixture);
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
test_newer (DataFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) newer = NULL;
  NsmDataset *first;

  data_open_customers (fixture);
  data_say_days (data_get_column (fixture, "projects_completed"), 1, 14);
  g_object_set (data_get_column (fixture, "page_views"), "role", NSM_COLUMN_ROLE_IGNORED, NULL);
  ui_test_settle (fixture->window);
  press (fixture->page, "Look at the Data");
  data_wait_until_done (fixture);
  first = fixture->kept;
  g_clear_pointer (&fixture->look, nsm_look_free);

  newer = data_write_customers (fixture, "customers-2.csv", 260);
  nsm_data_page_open (NSM_DATA_PAGE (fixture->page), newer, first);
  press_wait_until_said (fixture->page, "customers-2.csv ·");
  data_check_row (fixture, "projects_completed", "days 1 to 14");
  g_assert_null (data_find_row (fixture, "page_views"));
  press (fixture->page, "Look at the Data");
  data_wait_until_done (fixture);
  g_assert_cmpuint (nsm_list_get_size (fixture->workshop->datasets), ==, 1);
  g_assert_cmpfloat (fixture->kept->rows, ==, 260);
  g_assert_cmpstr (fixture->kept->earlier_name, ==, "customers.csv");
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  DATA_ADD ("/ui/data/guess", test_guess);
  DATA_ADD ("/ui/data/format", test_format);
  DATA_ADD ("/ui/data/roles", test_roles);
  DATA_ADD ("/ui/data/strange", test_strange);
  DATA_ADD ("/ui/data/timing", test_timing);
  DATA_ADD ("/ui/data/dates", test_dates);
  DATA_ADD ("/ui/data/look", test_look);
  DATA_ADD ("/ui/data/newer", test_newer);
  return g_test_run ();
}
