/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files.h"

#include <math.h>

#include "evidence/table-private.h"

static NsmTable *
read_file (TestFile *file, const NsmTableWish *wishes, guint n_wishes, guint n_parts)
{
  NsmTableMeans means = { n_parts, 0 };
  g_autoptr (GError) error = NULL;
  NsmTable *table =
      nsm_table_read_by (file->file, NULL, wishes, n_wishes, &means, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return table;
}

static NsmTable *
read_text (const char *text, const NsmTableWish *wishes, guint n_wishes)
{
  g_autoptr (TestFile) file = test_file_new_text (text);

  return read_file (file, wishes, n_wishes, 0);
}

static void
test_columns_are_read_as_wished (void)
{
  static const NsmTableWish wishes[] = {
    { "plan", NSM_CELLS_TEXT },  { "kept", NSM_CELLS_TRUTH },  { "weekly", NSM_CELLS_NUMBER },
    { "since", NSM_CELLS_DATE }, { "weekly", NSM_CELLS_TEXT },
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
  const NsmTableColumn *words = nsm_table_get_column (table, 4);

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
  g_assert_cmpuint (words->levels->len, ==, 3);
  g_assert_cmpstr (g_ptr_array_index (words->levels, 1), ==, "Inf");
  g_assert_null (nsm_table_find_column (table, "nothing"));
}

static void
test_what_is_known_of_the_file (void)
{
  const char *text = "a;b\n1;2,5\n";
  g_autoptr (TestFile) file = test_file_new_text (text);
  NsmTableWish wish = { "b", NSM_CELLS_NUMBER };
  g_autoptr (NsmTable) table = read_file (file, &wish, 1, 0);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

  g_assert_cmpstr (nsm_table_get_file_name (table), ==, "data.csv");
  g_assert_cmpint (nsm_table_get_size (table), ==, (goffset) strlen (text));
  g_assert_cmpstr (nsm_table_get_sha256 (table), ==, digest);
  g_assert_cmpstr (nsm_table_get_modified (table), ==, today);
  g_assert_cmpint (nsm_table_get_format (table)->decimal, ==, ',');
  g_assert_cmpfloat (nsm_table_get_column (table, 0)->values[0], ==, 2.5);
}

/* Rows of uneven length */

static void
test_uneven_rows_are_kept_out (void)
{
  NsmTableWish wish = { "b", NSM_CELLS_NUMBER };
  g_autoptr (NsmTable) table =
      read_text ("a,b,c\n1,2,3\n4,5\n\"x\ny\",6,7\n1,2,3,4\n\n8\n9,9,9\n", &wish, 1);
  GPtrArray *problems = nsm_table_get_problems (table);

  g_assert_cmpuint (nsm_table_get_n_rows (table), ==, 3);
  g_assert_cmpuint (nsm_table_get_n_bad_rows (table), ==, 3);
  g_assert_cmpuint (problems->len, ==, 3);
  g_assert_cmpstr (g_ptr_array_index (problems, 0), ==,
                   "Line 3 has 2 cells rather than 3: kept out.");
  g_assert_cmpstr (g_ptr_array_index (problems, 1), ==,
                   "Line 6 has 4 cells rather than 3: kept out.");
  g_assert_cmpstr (g_ptr_array_index (problems, 2), ==,
                   "Line 8 has 1 cell rather than 3: kept out.");
}

static void
test_problems_are_twenty_at_most (void)
{
  g_autoptr (GString) text = g_string_new ("a,b\n");
  g_autoptr (NsmTable) table = NULL;
  NsmTableWish wish = { "b", NSM_CELLS_NUMBER };

  for (guint i = 0; i < 100; i++)
    g_string_append (text, "1,2\n3\n4,5\n");
  table = read_text (text->str, &wish, 1);
  g_assert_cmpuint (nsm_table_get_n_bad_rows (table), ==, 100);
  g_assert_cmpuint (nsm_table_get_problems (table)->len, ==, 20);
}

/* Dates */

static void
check_date_order (const char *cells, double first, gsize n_wrong, gsize first_wrong,
                  guint n_problems)
{
  g_autofree char *text = g_strconcat ("d,x\n", cells, NULL);
  NsmTableWish wish = { "d", NSM_CELLS_DATE };
  g_autoptr (NsmTable) table = read_text (text, &wish, 1);
  const NsmTableColumn *column = nsm_table_get_column (table, 0);

  g_assert_cmpfloat (column->values[0], ==, first);
  g_assert_cmpuint (column->n_wrong, ==, n_wrong);
  g_assert_cmpuint (column->first_wrong, ==, first_wrong);
  g_assert_cmpuint (nsm_table_get_problems (table)->len, ==, n_problems);
  for (gsize i = 0; i < nsm_table_get_n_rows (table); i++)
    g_assert_true (isnan (column->values[i]) || column->values[i] == floor (column->values[i]));
}

/* 2026-02-01 is the day 20485, 2026-01-02 is 20455. */
static void
test_all_dates_say_which_is_the_day (void)
{
  check_date_order ("01/02/2026,1\n31/12/2026,1\n", 20485, 0, 0, 0);
  check_date_order ("01/02/2026,1\n12/31/2026,1\n", 20455, 0, 0, 0);
  check_date_order ("01/02/2026,1\n12/31/2026,1\n13/01/2026,1\n12/30/2026,1\n", 20455, 1, 4, 0);
  check_date_order ("01/02/2026,1\n03/04/2026,1\n", 20485, 0, 0, 1);
  check_date_order ("01/01/2026,1\n02/01/2026,1\n03/01/2026,1\n", 20454, 0, 0, 1);
  check_date_order ("2026-02-01,1\n02/12/2026,1\n02/13/2026,1\n", 20485, 0, 0, 0);
  check_date_order ("01.02.2026,1\n12/31/2026,1\n", 20485, 0, 0, 0);
  check_date_order ("01/02/1926,1\n12/31/1926,1\n", -16070, 0, 0, 0);
}

/* In parts */

static void
assert_equal_tables (NsmTable *one, NsmTable *other)
{
  GPtrArray *problems = nsm_table_get_problems (one);
  gsize n = nsm_table_get_n_rows (one);

  g_assert_cmpuint (n, ==, nsm_table_get_n_rows (other));
  g_assert_cmpuint (nsm_table_get_n_bad_rows (one), ==, nsm_table_get_n_bad_rows (other));
  g_assert_cmpstr (nsm_table_get_sha256 (one), ==, nsm_table_get_sha256 (other));
  g_assert_cmpuint (problems->len, ==, nsm_table_get_problems (other)->len);
  for (guint i = 0; i < problems->len; i++)
    g_assert_cmpstr (g_ptr_array_index (problems, i), ==,
                     g_ptr_array_index (nsm_table_get_problems (other), i));
  for (guint i = 0; i < nsm_table_get_n_columns (one); i++)
    {
      const NsmTableColumn *a = nsm_table_get_column (one, i);
      const NsmTableColumn *b = nsm_table_get_column (other, i);

      g_assert_cmpuint (a->n_missing, ==, b->n_missing);
      g_assert_cmpuint (a->n_wrong, ==, b->n_wrong);
      g_assert_cmpuint (a->first_wrong, ==, b->first_wrong);
      g_assert_cmpstr (a->wrong_example, ==, b->wrong_example);
      if (a->values != NULL)
        for (gsize row = 0; row < n; row++)
          g_assert_true (a->values[row] == b->values[row] ||
                         (isnan (a->values[row]) && isnan (b->values[row])));
      if (a->codes == NULL)
        continue;
      g_assert_cmpmem (a->codes, n * sizeof (guint32), b->codes, n * sizeof (guint32));
      g_assert_cmpuint (a->levels->len, ==, b->levels->len);
      for (guint j = 0; j < a->levels->len; j++)
        g_assert_cmpstr (g_ptr_array_index (a->levels, j), ==, g_ptr_array_index (b->levels, j));
    }
}

static const NsmTableWish four[] = { { "id", NSM_CELLS_NUMBER },
                                     { "note", NSM_CELLS_TEXT },
                                     { "kept", NSM_CELLS_TRUTH },
                                     { "day", NSM_CELLS_DATE } };

/* @nasty: quotes with line breaks and whole rows in them, so that a part may well begin in the
 * middle of one. */
static GString *
write_rows (guint n, gboolean nasty)
{
  GString *text = g_string_new ("id,note,kept,day\n");

  for (guint i = 0; i < n; i++)
    {
      if (nasty && i % 3 == 0)
        g_string_append_printf (
            text, "%u,\"he said\n7,\"\"x\"\",1,2026-01-01\n8,y,1,2026-01-01\n\",yes,12/31/2026\n",
            i);
      else if (i % 1001 == 500)
        g_string_append (text, "1,2\n");
      else if (i % 1003 == 700)
        g_string_append (text, "many,,perhaps,31/31/2026\n");
      else
        g_string_append_printf (text, "%u,word %u,no,01/02/2026\n", i, (i * 7919) % 977);
    }
  return text;
}

static void
check_parts (gboolean nasty)
{
  GString *text = write_rows (30000, nasty);
  g_autoptr (TestFile) file = test_file_new ("data.csv", text->str, text->len);
  g_autoptr (NsmTable) whole = read_file (file, four, 4, 1);

  g_assert_cmpuint (nsm_table_get_n_bad_rows (whole), >, 5);
  g_assert_cmpuint (nsm_table_find_column (whole, "id")->n_wrong, >, 5);
  g_assert_cmpfloat (nsm_table_find_column (whole, "id")->values[29000 - 19], >, 0);
  for (guint n_parts = 2; n_parts <= 9; n_parts++)
    {
      g_autoptr (NsmTable) table = read_file (file, four, 4, n_parts);

      assert_equal_tables (whole, table);
    }
  g_string_free (text, TRUE);
}

static void
test_parts_make_the_whole (void)
{
  check_parts (FALSE);
}

static void
test_parts_that_begin_within_quotes (void)
{
  check_parts (TRUE);
}

/* A quarter of the file is one quoted cell that looks like rows: no cut in it holds. */
static void
test_a_cell_that_looks_like_rows (void)
{
  g_autoptr (GString) text = g_string_new ("a,b\n");
  g_autoptr (TestFile) file = NULL;
  g_autoptr (NsmTable) whole = NULL;
  NsmTableWish wishes[] = { { "a", NSM_CELLS_NUMBER }, { "b", NSM_CELLS_TEXT } };

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "%u,x\n", i);
  g_string_append (text, "7,\"");
  for (guint i = 0; i < 40000; i++)
    g_string_append_printf (text, "%u,x\n", i);
  g_string_append (text, "\"\n");
  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "%u,y\nbad\n", i);
  file = test_file_new ("data.csv", text->str, text->len);
  whole = read_file (file, wishes, 2, 1);
  g_assert_cmpuint (nsm_table_get_n_rows (whole), ==, 40001);
  g_assert_cmpstr (g_ptr_array_index (nsm_table_get_problems (whole), 0), ==,
                   "Line 60004 has 1 cell rather than 2: kept out.");
  for (guint n_parts = 2; n_parts <= 9; n_parts++)
    {
      g_autoptr (NsmTable) table = read_file (file, wishes, 2, n_parts);

      assert_equal_tables (whole, table);
    }
}

/* Whatever way the same rows are written */

static void
check_same (NsmTable *expected, const char *name, GBytes *bytes)
{
  g_autoptr (TestFile) file =
      test_file_new (name, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (NsmTable) table = read_file (file, four, 4, 0);

  /* The file itself is another one. */
  g_free (table->sha256);
  table->sha256 = g_strdup (expected->sha256);
  assert_equal_tables (expected, table);
}

static void
test_encodings_and_packing_change_nothing (void)
{
  static const char *const encodings[] = { "UTF-16LE", "UTF-16BE", "WINDOWS-1252", "UTF-16" };
  GString *text = write_rows (5000, TRUE);
  g_autoptr (TestFile) file = NULL;
  g_autoptr (NsmTable) expected = NULL;
  g_autoptr (GBytes) packed = NULL;

  g_string_replace (text, "word", "wörd", 0);
  file = test_file_new ("data.csv", text->str, text->len);
  expected = read_file (file, four, 4, 1);
  packed = test_gzip (text->str, text->len);
  check_same (expected, "data.csv.gz", packed);
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      g_autoptr (GBytes) encoded = test_encode (text->str, encodings[i]);
      g_autoptr (GBytes) both =
          test_gzip (g_bytes_get_data (encoded, NULL), g_bytes_get_size (encoded));

      check_same (expected, "data.csv", encoded);
      check_same (expected, "data.csv.gz", both);
    }
  g_string_free (text, TRUE);
}

static void
test_line_ends_change_nothing (void)
{
  NsmTableWish wishes[] = { { "a", NSM_CELLS_NUMBER }, { "b", NSM_CELLS_TEXT } };
  static const char *const ends[] = { "\n", "\r\n", "\r" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autoptr (GString) text = g_string_new ("a,b@1,x@2,\"y,@z\"@nothing@oops,w@@4,v");
      g_autoptr (NsmTable) table = NULL;

      g_string_replace (text, "@", ends[i], 0);
      table = read_text (text->str, wishes, 2);
      g_assert_cmpuint (nsm_table_get_n_rows (table), ==, 4);
      g_assert_cmpstr (g_ptr_array_index (nsm_table_get_problems (table), 0), ==,
                       "Line 5 has 1 cell rather than 2: kept out.");
      g_assert_cmpuint (nsm_table_get_column (table, 0)->first_wrong, ==, 6);
      g_assert_cmpfloat (nsm_table_get_column (table, 0)->values[3], ==, 4);
    }
}

static void
test_marks_before_the_first_row (void)
{
  NsmTableWish wish = { "a", NSM_CELLS_NUMBER };
  g_autoptr (NsmTable) table = read_text ("\xef\xbb\xbfsep=|\r\na|b\r\n1|2\r\nx|3\r\n", &wish, 1);
  const NsmTableColumn *column = nsm_table_get_column (table, 0);

  g_assert_cmpuint (nsm_table_get_n_rows (table), ==, 2);
  g_assert_cmpuint (column->first_wrong, ==, 4);
}

/* What is looked at first is plain, and far below it isn't. */
static void
test_letters_of_another_encoding_far_below (void)
{
  g_autoptr (GString) text = g_string_new ("a,b\n");
  g_autoptr (TestFile) file = NULL;
  g_autoptr (NsmTable) table = NULL;
  NsmTableWish wish = { "b", NSM_CELLS_TEXT };

  for (guint i = 0; i < 50000; i++)
    g_string_append (text, i == 20000 ? "1,M\xf6"
                                        "bel\n"
                                      : "1,x\n");
  file = test_file_new ("data.csv", text->str, text->len);
  table = read_file (file, &wish, 1, 2);
  g_assert_cmpstr (g_ptr_array_index (nsm_table_get_column (table, 0)->levels, 1), ==, "Möbel");
  g_assert_cmpuint (nsm_table_get_problems (table)->len, ==, 1);
}

static void
test_long_examples_are_shortened (void)
{
  NsmTableWish wish = { "a", NSM_CELLS_NUMBER };
  g_autoptr (NsmTable) table =
      read_text ("a,b\n1,2\nüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüü,3\n", &wish, 1);
  const char *example = nsm_table_get_column (table, 0)->wrong_example;

  g_assert_true (g_utf8_validate (example, -1, NULL));
  g_assert_cmpint (g_utf8_strlen (example, -1), ==, 40);
  g_assert_true (g_str_has_suffix (example, "…"));
}

/* Whatever language the name was made up in */
static void
test_columns_without_a_name (void)
{
  NsmTableWish wishes[] = { { "Column 1", NSM_CELLS_NUMBER }, { "Spalte 3", NSM_CELLS_NUMBER } };
  NsmTableWish named = { "Spalte 2", NSM_CELLS_NUMBER };
  g_autoptr (TestFile) file = test_file_new_text (",b,\n1,2,3\n");
  g_autoptr (NsmTable) table = read_file (file, wishes, 2, 0);
  g_autoptr (GError) error = NULL;

  g_assert_cmpfloat (nsm_table_find_column (table, "Column 1")->values[0], ==, 1);
  g_assert_cmpfloat (nsm_table_find_column (table, "Spalte 3")->values[0], ==, 3);
  g_assert_null (nsm_table_read (file->file, NULL, &named, 1, NULL, NULL, NULL, &error));
  g_assert_error (error, NSM_CSV_ERROR, NSM_CSV_ERROR_NO_COLUMN);
}

static void
test_many_different_words (void)
{
  g_autoptr (GString) text = g_string_new ("w,n\n");
  g_autoptr (NsmTable) table = NULL;
  NsmTableWish wish = { "w", NSM_CELLS_TEXT };
  const NsmTableColumn *column;

  for (guint i = 0; i < 60000; i++)
    g_string_append_printf (text, "user-%u,%u\n", i % 50000, i);
  table = read_text (text->str, &wish, 1);
  column = nsm_table_get_column (table, 0);
  g_assert_cmpuint (column->levels->len, ==, 50000);
  g_assert_cmpstr (g_ptr_array_index (column->levels, 49999), ==, "user-49999");
  g_assert_cmpuint (column->codes[50003], ==, column->codes[3]);
}

static void
on_progress (double share, gpointer user_data)
{
  double *last = user_data;

  g_assert_cmpfloat (share, >=, *last);
  g_assert_cmpfloat (share, <=, 1);
  *last = share;
}

static void
test_progress_goes_up (void)
{
  GString *text = write_rows (200000, FALSE);
  g_autoptr (TestFile) file = test_file_new ("data.csv", text->str, text->len);
  g_autoptr (GError) error = NULL;
  g_autoptr (NsmTable) table = NULL;
  double last = 0;

  table = nsm_table_read (file->file, NULL, four, 4, NULL, on_progress, &last, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (last, ==, 1);
  g_string_free (text, TRUE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table/wishes", test_columns_are_read_as_wished);
  g_test_add_func ("/table/file", test_what_is_known_of_the_file);
  g_test_add_func ("/table/uneven-rows", test_uneven_rows_are_kept_out);
  g_test_add_func ("/table/problems", test_problems_are_twenty_at_most);
  g_test_add_func ("/table/date-order", test_all_dates_say_which_is_the_day);
  g_test_add_func ("/table/parts", test_parts_make_the_whole);
  g_test_add_func ("/table/parts-within-quotes", test_parts_that_begin_within_quotes);
  g_test_add_func ("/table/cell-like-rows", test_a_cell_that_looks_like_rows);
  g_test_add_func ("/table/encodings", test_encodings_and_packing_change_nothing);
  g_test_add_func ("/table/line-ends", test_line_ends_change_nothing);
  g_test_add_func ("/table/marks", test_marks_before_the_first_row);
  g_test_add_func ("/table/letters-far-below", test_letters_of_another_encoding_far_below);
  g_test_add_func ("/table/long-examples", test_long_examples_are_shortened);
  g_test_add_func ("/table/nameless", test_columns_without_a_name);
  g_test_add_func ("/table/many-words", test_many_different_words);
  g_test_add_func ("/table/progress", test_progress_goes_up);
  return g_test_run ();
}
