/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files.h"

#include "evidence/csv-private.h"

/* Cells that are written */

static void
test_formulas_are_disarmed (void)
{
  static const char *const armed[] = {
    "=1+1", "=cmd|' /C calc'!A0", "+SUM(A1)", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "-", "-e5", " =1",
    "\n=1", "+49 30 1234",        "-5.",      "-1e",  "-0x10",
  };
  static const char *const plain[] = {
    "", "Weekly teams", "-5.2", "+3", "-1e-5", "-5,2", "5", "a=b", "'=1", " ", "2026-03-01",
  };

  for (guint i = 0; i < G_N_ELEMENTS (armed); i++)
    {
      g_autofree char *cell = nsm_csv_disarm_cell (armed[i]);
      g_autofree char *expected = g_strconcat ("'", armed[i], NULL);

      g_assert_cmpstr (cell, ==, expected);
    }
  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    {
      g_autofree char *cell = nsm_csv_disarm_cell (plain[i]);

      g_assert_cmpstr (cell, ==, plain[i]);
    }
}

/* Formats */

static NsmCsvPeek *
peek (TestFile *file)
{
  g_autoptr (GError) error = NULL;
  NsmCsvPeek *found = nsm_csv_peek (file->file, NULL, NULL, &error);

  g_assert_no_error (error);
  return found;
}

static const NsmCsvColumn *
get_column (NsmCsvPeek *found, guint position)
{
  return g_ptr_array_index (found->columns, position);
}

static const char *
get_cell (NsmCsvPeek *found, guint row, guint column)
{
  return g_ptr_array_index ((GPtrArray *) g_ptr_array_index (found->rows, row), column);
}

typedef struct
{
  const char *text;
  char delimiter, quote, decimal;
  gboolean header;
  const char *names; /* with bars between */
  guint n_rows;
} FormatCase;

static void
check_format (const FormatCase *expected)
{
  g_autoptr (TestFile) file = test_file_new_text (expected->text);
  g_autoptr (NsmCsvPeek) found = peek (file);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < found->columns->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "|" : "", get_column (found, i)->name);
  g_assert_cmpint (found->format.delimiter, ==, expected->delimiter);
  g_assert_cmpint (found->format.quote, ==, expected->quote);
  g_assert_cmpint (found->format.decimal, ==, expected->decimal);
  g_assert_cmpint (found->format.header, ==, expected->header);
  g_assert_cmpstr (names->str, ==, expected->names);
  g_assert_cmpuint (found->n_looked_at, ==, expected->n_rows);
}

static void
test_formats_are_found_out (void)
{
  static const FormatCase cases[] = {
    { "a,b\n1,2.5\n3,4\n", ',', '"', '.', TRUE, "a|b", 2 },
    { "a;b\n1;2,5\n3;4\n", ';', '"', ',', TRUE, "a|b", 2 },
    { "a;b\n1;1.234,5\n3;1.000\n", ';', '"', ',', TRUE, "a|b", 2 },
    { "a;b\n1,5;2,5\n3,25;4,5\n", ';', '"', ',', TRUE, "a|b", 2 },
    { "1,5;2,5\n3,25;4,5\n", ';', '"', ',', FALSE, "Column 1|Column 2", 2 },
    { "a\tb c\n1\thello, world; or not\n3\tx\n", '\t', '"', '.', TRUE, "a|b c", 2 },
    { "a|b\n1|2\n", '|', '"', '.', TRUE, "a|b", 1 },
    { "a,b\n'x, y',1\n'z',2\n", ',', '\'', '.', TRUE, "a|b", 2 },
    { "who,note\nx,it's fine\n", ',', '"', '.', TRUE, "who|note", 1 },
    { "\"a\",\"b\"\n\"1,234.5\",\"x\"\n\"2,000.25\",\"y\"\n", ',', '"', '.', TRUE, "a|b", 2 },
    { "a,b\n\"1,5\",x\n\"2,25\",y\n", ',', '"', ',', TRUE, "a|b", 2 },
    { "sep=;\na;b\n1;2\n", ';', '"', '.', TRUE, "a|b", 1 },
    { "sep=;\r\na;b\r\n1;2\r\n", ';', '"', '.', TRUE, "a|b", 1 },
    { "\xef\xbb\xbf"
      "a,b\n1,2\n",
      ',', '"', '.', TRUE, "a|b", 1 },
    { "a,b\r\n1,2\r\n", ',', '"', '.', TRUE, "a|b", 1 },
    { "a,b\r1,2\r3,4\r", ',', '"', '.', TRUE, "a|b", 2 },
    { "a,b\n1,2", ',', '"', '.', TRUE, "a|b", 1 },
    { "1,2\n3,4\n", ',', '"', '.', FALSE, "Column 1|Column 2", 2 },
    { "1,2,3\n", ',', '"', '.', FALSE, "Column 1|Column 2|Column 3", 1 },
    { "name,city\nAnn,Rome\nBob,Oslo\n", ',', '"', '.', TRUE, "name|city", 2 },
    { "Ann,Rome\nBob,Oslo\nAnn,Rome\n", ',', '"', '.', FALSE, "Column 1|Column 2", 3 },
    { "a,a,,a (2)\n1,2,3,4\n", ',', '"', '.', TRUE, "a|a (2)|Column 3|a (2) (2)", 1 },
    { "\"mpg\",\"cyl\"\n\"Mazda\",21,6\n\"Fiat\",32.4,4\n", ',', '"', '.', TRUE, "Column 1|mpg|cyl",
      2 },
    { "\"\"\n\"\"\nx\n", ',', '"', '.', FALSE, "Column 1", 3 },
    { "\"\",\"mpg\"\n\"Mazda\",21\n", ',', '"', '.', TRUE, "Column 1|mpg", 1 },
    { "users\n3\n4\n", ',', '"', '.', TRUE, "users", 2 },
    { "a,b\n\n1,2\n   \n3,4\n", ',', '"', '.', TRUE, "a|b", 2 },
    { "\"a\nb\",c\n1,2\n", ',', '"', '.', TRUE, "a b|c", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %u", i);
      check_format (&cases[i]);
    }
}

static void
test_encodings_are_found_out (void)
{
  static const struct
  {
    const char *mark, *iconv, *found;
  } cases[] = {
    { "", "UTF-8", "UTF-8" },
    { "\xef\xbb\xbf", "UTF-8", "UTF-8" },
    { "", "ISO-8859-1", "WINDOWS-1252" },
    { "\xef\xbb\xbf", "UTF-16LE", "UTF-16LE" },
    { "", "UTF-16LE", "UTF-16LE" },
    { "\xef\xbb\xbf", "UTF-16BE", "UTF-16BE" },
    { "", "UTF-16BE", "UTF-16BE" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text =
          g_strconcat (cases[i].mark, "Größe;Menge\nMöbel;1,5\nTür;2,5\n", NULL);
      g_autoptr (GBytes) bytes = test_encode (text, cases[i].iconv);
      g_autoptr (TestFile) file =
          test_file_new ("daten.csv", g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_autoptr (NsmCsvPeek) found = peek (file);

      g_assert_cmpstr (found->format.encoding, ==, cases[i].found);
      g_assert_cmpstr (get_column (found, 0)->name, ==, "Größe");
      g_assert_cmpstr (get_cell (found, 1, 0), ==, "Tür");
      g_assert_cmpint (get_column (found, 1)->cells, ==, NSM_CELLS_NUMBER);
    }
}

static void
test_more_text_tells_more_encodings (void)
{
  const char *greek = "Το γρήγορο καφέ αλεπού πηδάει πάνω από το τεμπέλικο σκυλί και φεύγει";
  g_autofree char *text = g_strdup_printf ("κείμενο;n\n%s;1\n%s;2\n", greek, greek);
  g_autoptr (GBytes) bytes = test_encode (text, "ISO-8859-7");
  g_autoptr (TestFile) file =
      test_file_new ("data.csv", g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (NsmCsvPeek) found = peek (file);

  g_assert_cmpstr (get_column (found, 0)->name, ==, "κείμενο");
  g_assert_cmpstr (get_cell (found, 0, 0), ==, greek);
}

/* One accented letter, however often, doesn't make it Maltese. */
static void
test_umlauts_alone_are_of_windows (void)
{
  g_autoptr (GString) text = g_string_new ("plan;projects\n");

  for (guint i = 0; i < 300; i++)
    g_string_append_printf (text, "%s;%u\n", i % 3 == 0 ? "B\xfcro" : "Schule", i % 7);

  g_autoptr (TestFile) file = test_file_new ("t.csv", text->str, text->len);
  g_autoptr (NsmCsvPeek) found = peek (file);

  g_assert_cmpstr (found->format.encoding, ==, "WINDOWS-1252");
}

static void
test_packed_files_are_unpacked (void)
{
  const char *text = "a,b\n1,x\n2,y\n";
  g_autoptr (GBytes) bytes = test_gzip (text, strlen (text));
  g_autoptr (TestFile) file =
      test_file_new ("data.csv.gz", g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (NsmCsvPeek) found = peek (file);

  g_assert_true (found->compressed);
  g_assert_cmpint (found->size, ==, (goffset) g_bytes_get_size (bytes));
  g_assert_cmpuint (found->rows->len, ==, 2);
  g_assert_cmpstr (get_cell (found, 1, 1), ==, "y");
}

static void
test_a_given_format_is_used (void)
{
  g_autoptr (TestFile) file = test_file_new_text ("a;b,c\n1;2,5\n");
  NsmCsvFormat format = { "UTF-8", ',', 0, '.', FALSE };
  g_autoptr (GError) error = NULL;
  g_autoptr (NsmCsvPeek) found = nsm_csv_peek (file->file, &format, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (found->columns->len, ==, 2);
  g_assert_cmpuint (found->rows->len, ==, 2);
  g_assert_cmpstr (get_cell (found, 0, 0), ==, "a;b");
  g_assert_false (found->format.header);
}

static void
on_peek (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static void
test_peeking_elsewhere (void)
{
  g_autoptr (TestFile) file = test_file_new_text ("a,b\n1,2\n");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (NsmCsvPeek) found = NULL;

  nsm_csv_peek_async (file->file, NULL, NULL, on_peek, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  found = nsm_csv_peek_finish (result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->columns->len, ==, 2);
}

/* Kinds */

static void
test_kinds_of_cells (void)
{
  g_autoptr (TestFile) file =
      test_file_new_text ("n,t01,yes,ja,d,text,empty,month,few,zero,money\n"
                          "1,0,yes,ja,2026-01-01,x,,2026-01,1,0,\"$1,200\"\n"
                          "2,1,no,nein,2026-01-02,y,NA,2026-02,,0,$15\n"
                          "3,1,yes,ja,2026-01-03,x,-,2026-03,NA,0,€3\n"
                          "4,NA,YES,ja,2026-01-04,x,NULL,2026-W09,2,0,4 %\n");
  static const NsmCells kinds[] = { NSM_CELLS_NUMBER, NSM_CELLS_TRUTH, NSM_CELLS_TRUTH,
                                    NSM_CELLS_TRUTH,  NSM_CELLS_DATE,  NSM_CELLS_TEXT,
                                    NSM_CELLS_EMPTY,  NSM_CELLS_DATE,  NSM_CELLS_NUMBER,
                                    NSM_CELLS_NUMBER, NSM_CELLS_NUMBER };
  g_autoptr (NsmCsvPeek) found = peek (file);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_test_message ("%s", get_column (found, i)->name);
      g_assert_cmpint (get_column (found, i)->cells, ==, kinds[i]);
    }
  g_assert_cmpuint (get_column (found, 1)->n_missing, ==, 1);
  g_assert_cmpuint (get_column (found, 5)->n_distinct, ==, 2);
  g_assert_cmpuint (get_column (found, 8)->n_missing, ==, 2);
}

/* A file that is sorted by what it is about */
static void
test_the_end_of_a_file_counts_too (void)
{
  g_autoptr (GString) text = g_string_new ("id,value\n");
  g_autoptr (TestFile) file = NULL;
  g_autoptr (NsmCsvPeek) found = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (text, "%u,%s\n", i, i < 60000 ? "0" : "1");
  file = test_file_new_text (text->str);
  found = peek (file);
  g_assert_cmpint (get_column (found, 1)->cells, ==, NSM_CELLS_TRUTH);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/formulas-are-disarmed", test_formulas_are_disarmed);
  g_test_add_func ("/csv/formats", test_formats_are_found_out);
  g_test_add_func ("/csv/encodings", test_encodings_are_found_out);
  g_test_add_func ("/csv/more-encodings", test_more_text_tells_more_encodings);
  g_test_add_func ("/csv/umlauts", test_umlauts_alone_are_of_windows);
  g_test_add_func ("/csv/packed", test_packed_files_are_unpacked);
  g_test_add_func ("/csv/given-format", test_a_given_format_is_used);
  g_test_add_func ("/csv/async", test_peeking_elsewhere);
  g_test_add_func ("/csv/kinds", test_kinds_of_cells);
  g_test_add_func ("/csv/end-of-file", test_the_end_of_a_file_counts_too);
  return g_test_run ();
}
