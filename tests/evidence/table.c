/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <math.h>

#include "evidence/table.h"

static NsmTable *
read_text (const char *text, const NsmTableWish *wishes, guint n_wishes)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  NsmTable *table;
  int fd = g_file_open_tmp ("nsm-XXXXXX.csv", &path, &error);

  g_assert_no_error (error);
  close (fd);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  file = g_file_new_for_path (path);
  table = nsm_table_read (file, NULL, wishes, n_wishes, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_unlink (path), ==, 0);
  return table;
}

static void
test_columns_are_read_as_wished (void)
{
  static const NsmTableWish wishes[] = {
    { "plan", NSM_CELLS_TEXT },
    { "kept", NSM_CELLS_TRUTH },
    { "weekly", NSM_CELLS_NUMBER },
    { "since", NSM_CELLS_DATE },
  };
  g_autoptr (NsmTable) table = read_text ("weekly,plan,kept,since\n"
                                          "1.5,Free,yes,2026-03-01\n"
                                          ",Team,no,2026-03\n"
                                          "Inf,Free,NA,1970-01-02T10:00:00Z\n"
                                          "-2,,yes,\n",
                                          wishes, G_N_ELEMENTS (wishes));
  const NsmTableColumn *weekly = nsm_table_find_column (table, "weekly");
  const NsmTableColumn *plan = nsm_table_find_column (table, "plan");
  const NsmTableColumn *kept = nsm_table_find_column (table, "kept");
  const NsmTableColumn *since = nsm_table_find_column (table, "since");

  g_assert_cmpuint (nsm_table_get_n_rows (table), ==, 4);
  g_assert_cmpfloat (weekly->values[0], ==, 1.5);
  g_assert_true (isnan (weekly->values[1]) && isnan (weekly->values[2]));
  g_assert_cmpuint (weekly->n_missing, ==, 1);
  g_assert_cmpuint (weekly->n_wrong, ==, 1);
  g_assert_cmpuint (weekly->first_wrong, ==, 4);
  g_assert_cmpstr (weekly->wrong_example, ==, "Inf");
  g_assert_cmpuint (plan->levels->len, ==, 2);
  g_assert_cmpuint (plan->codes[2], ==, 1);
  g_assert_cmpuint (plan->codes[3], ==, 0);
  g_assert_cmpfloat (kept->values[0], ==, 1);
  g_assert_cmpfloat (kept->values[1], ==, 0);
  g_assert_cmpfloat (since->values[0], ==, 20513);
  g_assert_cmpfloat (since->values[1], ==, 20513);
  g_assert_cmpfloat (since->values[2], ==, 1);
  g_assert_cmpuint (since->n_missing, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table/columns-are-read-as-wished", test_columns_are_read_as_wished);
  return g_test_run ();
}
