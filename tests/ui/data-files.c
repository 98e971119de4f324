/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "data-support.h"

#include <sys/stat.h>

#include "evidence/data-column.h"
#include "evidence/data-progress.h"
#include "kit/style.h"
#include "press.h"
#include "support.h"

/* Files of data that are broken, long or wide, and windows of every size. */

static void
press_escape (DataFixture *fixture)
{
  g_assert_true (gtk_widget_activate_action (fixture->page, "data.back", NULL));
  ui_test_settle (fixture->window);
}

static void
test_cancel (DataFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = data_write_customers (fixture, "many.csv", 400000);

  nsm_data_page_open (NSM_DATA_PAGE (fixture->page), file, NULL);
  press_wait_until_said (fixture->page, "many.csv ·");
  g_signal_emit_by_name (data_get_pill (fixture), "clicked");
  g_assert_false (gtk_widget_is_sensitive (data_get_pill (fixture)));
  press_escape (fixture);
  g_assert_false (fixture->cancelled);
  g_assert_true (gtk_widget_is_sensitive (data_get_pill (fixture)));
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
  g_assert_true (press_is_said (progress, "Reading visits.csv… 0 %"));
  nsm_data_progress_set_share (NSM_DATA_PROGRESS (progress), 0.404);
  g_assert_true (press_is_said (progress, "Reading visits.csv… 40 %"));
  nsm_data_progress_set_share (NSM_DATA_PROGRESS (progress), 7);
  g_assert_true (press_is_said (progress, "100 %"));
  ui_test_assert_named (progress);
  press (progress, "Cancel");
  g_assert_true (stopped);
  ui_test_picture (progress, "data-progress");
  ui_test_close (window);
}

static void
check_bad (DataFixture *fixture, GFile *file, const char *words)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *heading = g_strdup_printf ("“%s” can’t be looked at", name);

  nsm_data_page_open (NSM_DATA_PAGE (fixture->page), file, NULL);
  press_wait_until_said (fixture->page, heading);
  if (!press_is_said (fixture->page, words))
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
test_bad_files (DataFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GFile) gone = g_file_get_child (folder, "gone.csv");
  g_autoptr (GFile) empty = data_write_file (fixture, "empty.csv", "", 0);
  g_autoptr (GFile) line = data_write_file (fixture, "line.csv", "a,b,c\n", -1);
  g_autoptr (GFile) quote =
      data_write_file (fixture, "quote.csv", "a,b\n1,2\n3,\"four\n5,6\n7,8\n", -1);
  g_autoptr (GFile) picture =
      data_write_file (fixture, "picture.csv", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0\0", 21);
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
  data_open_customers (fixture);
  g_assert_true (gtk_widget_is_sensitive (data_get_pill (fixture)));
}

/* What is wrong deep in the file is said, too, before anybody waits for figures. */
static void
test_deep (DataFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("projects_completed,retained\n");
  g_autoptr (GFile) uneven = NULL;
  g_autoptr (GFile) quote = NULL;

  for (guint i = 0; i < 40000; i++)
    g_string_append (text, i == 12000 ? "1\n" : i == 13000 ? "1,2,3\n" : "1,0\n2,1\n");
  uneven = data_write_file (fixture, "uneven.csv", text->str, -1);
  nsm_data_page_open (NSM_DATA_PAGE (fixture->page), uneven, NULL);
  press_wait_until_said (fixture->page, "79996 rows");
  g_assert_true (press_is_said (fixture->page, "2 rows are kept out of the figures:"));
  g_assert_true (press_is_said (fixture->page, "24002"));
  g_assert_true (gtk_widget_is_sensitive (data_get_pill (fixture)));
  ui_test_picture (fixture->page, "data-notes");

  g_string_append (text, "3,\"1\n");
  for (guint i = 0; i < 40000; i++)
    g_string_append (text, "1,0\n2,1\n");
  quote = data_write_file (fixture, "quote.csv", text->str, -1);
  nsm_data_page_open (NSM_DATA_PAGE (fixture->page), quote, NULL);
  press_wait_until_said (fixture->page, "never ends");
  g_assert_false (gtk_widget_is_sensitive (data_get_pill (fixture)));
  ui_test_picture (fixture->page, "data-trouble");
}

/* How often the main thread came back to its loop, and how much it computed at most
 * before it did: what the window needs by itself, whatever else the machine is doing. */
typedef struct
{
  guint n;
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
  pulse->n++;
  if (pulse->last != 0)
    pulse->longest = MAX (pulse->longest, now - pulse->last);
  pulse->last = now;
  return G_SOURCE_CONTINUE;
}

/* Everything heavy happens in threads: the window answers all the while. */
static void
test_live (DataFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = data_write_customers (fixture, "many.csv", 300000);
  Pulse pulse = { 0 };
  guint id = g_timeout_add_full (G_PRIORITY_HIGH, 2, on_pulse, &pulse, NULL);

  nsm_data_page_open (NSM_DATA_PAGE (fixture->page), file, NULL);
  press_wait_until_said (fixture->page, "many.csv ·");
  g_test_message ("opened: away for %d ms at most", (int) (pulse.longest / 1000));
  press_wait_until_said (fixture->page, "300000 rows");
  press (fixture->page, "Look at the Data");
  data_wait_until_done (fixture);
  g_test_message ("looked at: away for %d ms at most", (int) (pulse.longest / 1000));
  g_source_remove (id);
  /* Reading and looking take far longer than so many turns. */
  g_assert_cmpuint (pulse.n, >=, 8);
  g_assert_cmpfloat (fixture->kept->rows, ==, 300000);
}

static void
test_wide (DataFixture *fixture, gconstpointer data)
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
  file = data_write_file (fixture, "wide.csv", text->str, -1);
  id = g_timeout_add_full (G_PRIORITY_HIGH, 2, on_pulse, &pulse, NULL);
  nsm_data_page_open (NSM_DATA_PAGE (fixture->page), file, NULL);
  press_wait_until_said (fixture->page, "9970 more columns");
  g_test_message ("opened: away for %d ms at most", (int) (pulse.longest / 1000));
  g_source_remove (id);
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
      DataFixture fixture = { 0 };
      int least;

      gtk_widget_set_default_direction (cases[i].direction);
      nsm_style_set_text_size (cases[i].percent);
      data_set_up_sized (&fixture, cases[i].width, 1000);
      data_open_customers (&fixture);
      press (fixture.page, "Change…");
      data_say_days (data_get_column (&fixture, "projects_completed"), 1, 14);
      data_say_days (data_get_column (&fixture, "retained"), 90, 90);
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (data_find_row (&fixture, "retained")), TRUE);
      ui_test_settle (fixture.window);
      gtk_widget_measure (fixture.page, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      g_test_message ("%s: at least %d pixels wide", cases[i].name, least);
      g_assert_cmpint (least, <=, cases[i].width);
      ui_test_picture (fixture.page, cases[i].name);
      data_tear_down (&fixture, NULL);
    }
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  nsm_style_set_text_size (100);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  DATA_ADD ("/ui/data/cancel", test_cancel);
  g_test_add_func ("/ui/data/progress", test_progress);
  DATA_ADD ("/ui/data/bad-files", test_bad_files);
  DATA_ADD ("/ui/data/deep", test_deep);
  DATA_ADD ("/ui/data/live", test_live);
  DATA_ADD ("/ui/data/wide", test_wide);
  g_test_add_func ("/ui/data/sizes", test_sizes);
  return g_test_run ();
}
