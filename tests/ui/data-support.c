/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "data-support.h"

#include <glib/gstdio.h>

#include "evidence/data-column.h"
#include "evidence/data-columns.h"
#include "press.h"
#include "support.h"

static void
on_done (NsmDataPage *page, NsmDataset *kept, gpointer look, DataFixture *fixture)
{
  fixture->kept = kept;
  fixture->look = nsm_data_page_steal_look (page);
  g_assert_true (fixture->look == look);
  g_assert_null (nsm_data_page_steal_look (page));
}

static void
on_cancelled (NsmDataPage *page, DataFixture *fixture)
{
  fixture->cancelled = TRUE;
}

void
data_set_up_sized (DataFixture *fixture, int width, int height)
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
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller),
                                 g_object_new (ADW_TYPE_CLAMP, "maximum-size", 696,
                                               "tightening-threshold", 696, "child", fixture->page,
                                               NULL));
  fixture->window = ui_test_open (scroller, width, height);
}

void
data_set_up (DataFixture *fixture, gconstpointer data)
{
  data_set_up_sized (fixture, 744, 1300);
}

void
data_tear_down (DataFixture *fixture, gconstpointer data)
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

GFile *
data_write_file (DataFixture *fixture, const char *name, const char *text, gssize length)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, length, NULL));
  return g_file_new_for_path (path);
}

/* A customer a row: who completes more projects stays. */
GFile *
data_write_customers (DataFixture *fixture, const char *name, guint n_rows)
{
  g_autoptr (GString) text = g_string_new ("customer_id,projects_completed,page_views,plan,"
                                           "retained\n");

  for (guint i = 0; i < n_rows; i++)
    g_string_append_printf (text, "c%u,%u,%u,%s,%d\n", i, i * 7 % 10, i * 31 % 97,
                            i % 3 == 0 ? "free" : "paid", i * 7 % 10 + i % 4 > 6);
  return data_write_file (fixture, name, text->str, (gssize) text->len);
}

static gboolean
on_late (gpointer late)
{
  *(gboolean *) late = TRUE;
  return G_SOURCE_REMOVE;
}

void
data_wait_until_done (DataFixture *fixture)
{
  gboolean late = FALSE;
  guint id = g_timeout_add_seconds (60, on_late, &late);

  while (fixture->look == NULL && !late)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (late);
  g_source_remove (id);
  ui_test_settle (fixture->window);
}

void
data_open_customers (DataFixture *fixture)
{
  g_autoptr (GFile) file = data_write_customers (fixture, "customers.csv", 200);

  nsm_data_page_open (NSM_DATA_PAGE (fixture->page), file, NULL);
  press_wait_until_said (fixture->page, "customers.csv ·");
}

NsmDataset *
data_get_dataset (DataFixture *fixture)
{
  return nsm_data_columns_get_dataset (
      NSM_DATA_COLUMNS (ui_test_find (fixture->page, NSM_TYPE_DATA_COLUMNS, 0)));
}

NsmColumn *
data_get_column (DataFixture *fixture, const char *name)
{
  NsmColumn *column = nsm_dataset_find_column (data_get_dataset (fixture), name);

  g_assert_nonnull (column);
  return column;
}

GtkWidget *
data_find_row (DataFixture *fixture, const char *name)
{
  GtkWidget *row;

  for (guint i = 0; (row = ui_test_find (fixture->page, NSM_TYPE_DATA_COLUMN, i)) != NULL; i++)
    if (g_str_equal (nsm_data_column_get_column (NSM_DATA_COLUMN (row))->name, name))
      return row;
  return NULL;
}

void
data_check_row (DataFixture *fixture, const char *name, const char *words)
{
  GtkWidget *row = data_find_row (fixture, name);

  g_assert_nonnull (row);
  if (!press_is_said (row, words))
    g_error ("the row of “%s” doesn’t say “%s”, but “%s”", name, words,
             adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)));
}

GtkWidget *
data_get_pill (DataFixture *fixture)
{
  GtkWidget *pill = press_find (fixture->page, "Look at the Data");

  g_assert_nonnull (pill);
  return pill;
}

void
data_say_days (NsmColumn *column, double from, double to)
{
  g_object_set (column, "timing", NSM_TIMING_DAYS, "from-day", from, "to-day", to, NULL);
}
