/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files.h"

#include <sys/socket.h>
#include <sys/un.h>

#include "evidence/table-private.h"

/* Both ways in refuse the file, with this code and these words. */
static void
assert_refused (GFile *file, int code, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) again = NULL;

  g_assert_null (nsm_csv_peek (file, NULL, NULL, &error));
  g_assert_error (error, NSM_CSV_ERROR, code);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_null (nsm_table_read (file, NULL, NULL, 0, NULL, NULL, NULL, &again));
  g_assert_error (again, NSM_CSV_ERROR, code);
}

static void
assert_bytes_refused (const char *name, const void *bytes, gsize size, int code, const char *words)
{
  g_autoptr (TestFile) file = test_file_new (name, bytes, size);

  assert_refused (file->file, code, words);
}

static void
assert_text_refused (const char *text, int code, const char *words)
{
  assert_bytes_refused ("data.csv", text, strlen (text), code, words);
}

static NsmTable *
read_as (TestFile *file, const char *name, NsmCells cells, guint n_parts, GError **error)
{
  NsmTableWish wish = { name, cells };
  NsmTableMeans means = { n_parts, 0 };

  return nsm_table_read_by (file->file, NULL, &wish, 1, &means, NULL, NULL, NULL, error);
}

/* Not files */

static void
test_what_is_no_file (void)
{
  g_autoptr (TestFile) file = test_file_new_text ("");
  g_autoptr (GFile) folder = g_file_new_for_path (file->folder);
  g_autoptr (GFile) device = g_file_new_for_path ("/dev/zero");
  g_autoptr (GFile) elsewhere = g_file_new_for_uri ("https://example.org/data.csv");
  g_autoptr (GFile) nothing = g_file_get_child (folder, "nothing.csv");
  g_autoptr (GError) error = NULL;
  g_autofree char *base = g_path_get_basename (file->folder);

  assert_refused (folder, NSM_CSV_ERROR_NOT_A_FILE, base);
  assert_refused (device, NSM_CSV_ERROR_NOT_A_FILE, "zero");
  assert_refused (elsewhere, NSM_CSV_ERROR_NOT_A_FILE, "data.csv");
  assert_refused (file->file, NSM_CSV_ERROR_EMPTY, "data.csv");
  g_assert_null (nsm_csv_peek (nothing, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* It must not wait for somebody to write. */
static void
test_a_pipe (void)
{
  g_autoptr (TestFile) file = test_file_new ("pipe.csv", NULL, 0);

  g_assert_cmpint (mkfifo (file->path, 0600), ==, 0);
  assert_refused (file->file, NSM_CSV_ERROR_NOT_A_FILE, "pipe.csv");
}

static void
test_a_socket (void)
{
  g_autoptr (TestFile) file = test_file_new ("socket.csv", NULL, 0);
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  int fd = socket (AF_UNIX, SOCK_STREAM, 0);

  g_strlcpy (address.sun_path, file->path, sizeof address.sun_path);
  g_assert_cmpint (bind (fd, (struct sockaddr *) &address, sizeof address), ==, 0);
  assert_refused (file->file, NSM_CSV_ERROR_NOT_A_FILE, "socket.csv");
  close (fd);
}

static void
test_no_permission (void)
{
  g_autoptr (TestFile) file = test_file_new_text ("a,b\n1,2\n");
  g_autoptr (GError) error = NULL;

  if (geteuid () == 0)
    {
      g_test_skip ("root may read everything");
      return;
    }
  g_assert_cmpint (g_chmod (file->path, 0), ==, 0);
  g_assert_null (nsm_csv_peek (file->file, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  g_assert_nonnull (strstr (error->message, "data.csv"));
}

/* Not tables */

static void
test_nothing_in_it (void)
{
  assert_text_refused ("\n\n  \n", NSM_CSV_ERROR_EMPTY, "blank");
  assert_text_refused ("\xef\xbb\xbf", NSM_CSV_ERROR_EMPTY, "data.csv");
  assert_text_refused ("name,weekly teams\n", NSM_CSV_ERROR_EMPTY, "no row");
  assert_text_refused ("name,weekly teams", NSM_CSV_ERROR_EMPTY, "no row");
}

static void
test_not_text (void)
{
  static const char zero[] = "a,b\n1,2\n3,\0004\n5,6\n";
  static const char sheet[] = "PK\003\004\024\0\006\0\b\0\0\0!\0";
  static const char picture[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR";

  assert_bytes_refused ("data.csv", zero, sizeof zero - 1, NSM_CSV_ERROR_NOT_TEXT, "line 3");
  assert_bytes_refused ("data.xlsx", sheet, sizeof sheet, NSM_CSV_ERROR_NOT_TEXT, "spreadsheet");
  assert_bytes_refused ("data.png", picture, sizeof picture, NSM_CSV_ERROR_NOT_TEXT, "data.png");
}

static void
test_a_character_cut_in_two (void)
{
  g_autoptr (GBytes) bytes = test_encode ("a,b\n1,2\n3,4\n", "UTF-16LE");

  assert_bytes_refused ("data.csv", g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes) - 1,
                        NSM_CSV_ERROR_NOT_TEXT, "middle");
}

static void
test_a_quote_without_end (void)
{
  assert_text_refused ("a,b\n1,2\n3,\"4\n5,6\n7,8\n", NSM_CSV_ERROR_QUOTE, "line 3");
  assert_text_refused ("a,b\n\"x\ny\",2\n\"5\n,6", NSM_CSV_ERROR_QUOTE, "line 4");
}

/* Far behind what is looked at first, in any of the parts */
static void
test_trouble_far_below (void)
{
  static const char *const troubles[] = { "\"never ends,1\n", "zero,\001\n" };
  static const int codes[] = { NSM_CSV_ERROR_QUOTE, NSM_CSV_ERROR_NOT_TEXT };

  for (guint trouble = 0; trouble < 2; trouble++)
    for (guint n_parts = 1; n_parts <= 4; n_parts++)
      {
        g_autoptr (GString) text = g_string_new ("a,b\n");
        g_autoptr (TestFile) file = NULL;
        g_autoptr (GError) error = NULL;
        char *mark;

        for (guint line = 2; line <= 90000; line++)
          g_string_append (text, line == 70000                    ? troubles[trouble]
                                 : line % 10 == 0 && line < 60000 ? "x,\"2\"\n"
                                                                  : "x,2\n");
        mark = strchr (text->str, '\001');
        if (mark != NULL)
          *mark = '\0';
        file = test_file_new ("data.csv", text->str, text->len);
        g_assert_null (read_as (file, "b", NSM_CELLS_NUMBER, n_parts, &error));
        g_assert_error (error, NSM_CSV_ERROR, codes[trouble]);
        g_assert_nonnull (strstr (error->message, "line 70000"));
      }
}

static void
test_a_line_without_end (void)
{
  gsize size = 40 * 1024 * 1024;
  g_autofree char *text = g_malloc (size);
  g_autoptr (TestFile) file = NULL;
  g_autoptr (GError) error = NULL;

  memset (text, 'x', size);
  assert_bytes_refused ("data.csv", text, size, NSM_CSV_ERROR_TOO_LARGE, "line 1 ");
  memcpy (text, "a,b\n1,2\n", 8);
  file = test_file_new ("data.csv", text, size);
  g_assert_null (read_as (file, "b", NSM_CELLS_NUMBER, 1, &error));
  g_assert_error (error, NSM_CSV_ERROR, NSM_CSV_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "line 3 "));
}

/* Within a quote, too, memory ends somewhere. */
static void
test_a_quote_over_many_lines (void)
{
  g_autoptr (GString) text = g_string_new ("a,b\n1,2\n\"x");
  g_autoptr (TestFile) file = NULL;
  g_autoptr (GError) error = NULL;

  while (text->len < 20 * 1024 * 1024)
    g_string_append (text, "1,2345678901234567890\n");
  file = test_file_new ("data.csv", text->str, text->len);
  g_assert_null (read_as (file, "b", NSM_CELLS_NUMBER, 2, &error));
  g_assert_error (error, NSM_CSV_ERROR, NSM_CSV_ERROR_QUOTE);
  g_assert_nonnull (strstr (error->message, "line 3"));
}

static void
test_no_such_column (void)
{
  g_autoptr (TestFile) file = test_file_new_text ("a,b\n1,2\n");
  g_autoptr (GError) error = NULL;

  g_assert_null (read_as (file, "c", NSM_CELLS_NUMBER, 0, &error));
  g_assert_error (error, NSM_CSV_ERROR, NSM_CSV_ERROR_NO_COLUMN);
  g_assert_nonnull (strstr (error->message, "“c”"));
}

/* Large ones */

static void
test_ten_thousand_columns (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (TestFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (NsmCsvPeek) found = NULL;
  g_autoptr (NsmTable) table = NULL;

  for (guint row = 0; row <= 100; row++)
    for (guint column = 0; column < 10000; column++)
      g_string_append_printf (text, "%s%u%c", row == 0 ? "c" : "", row == 0 ? column : row * column,
                              column == 9999 ? '\n' : ',');
  file = test_file_new ("wide.csv", text->str, text->len);
  found = nsm_csv_peek (file->file, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->columns->len, ==, 10000);
  table = read_as (file, "c9998", NSM_CELLS_NUMBER, 3, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (nsm_table_get_n_rows (table), ==, 100);
  g_assert_cmpfloat (nsm_table_get_column (table, 0)->values[99], ==, 999800);
}

/* Finding "name (9999)" mustn't try all those before. */
static void
test_ten_thousand_times_one_name (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (TestFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (NsmCsvPeek) found = NULL;

  for (guint row = 0; row <= 3; row++)
    for (guint column = 0; column < 10000; column++)
      g_string_append_printf (text, "%s%c", row == 0 ? (column == 1 ? "c (3)" : "c") : "1",
                              column == 9999 ? '\n' : ',');
  file = test_file_new ("same.csv", text->str, text->len);
  found = nsm_csv_peek (file->file, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->columns->len, ==, 10000);
  g_assert_cmpstr (((NsmCsvColumn *) found->columns->pdata[1])->name, ==, "c (3)");
  g_assert_cmpstr (((NsmCsvColumn *) found->columns->pdata[2])->name, ==, "c (2)");
  g_assert_cmpstr (((NsmCsvColumn *) found->columns->pdata[3])->name, ==, "c (4)");
  g_assert_cmpstr (((NsmCsvColumn *) found->columns->pdata[9999])->name, ==, "c (10000)");
}

static void
test_more_than_the_memory_holds (void)
{
  gsize n = 2000000;
  g_autoptr (GString) text = g_string_sized_new (4 * n);
  g_autoptr (TestFile) plain = NULL;
  g_autoptr (TestFile) packed = NULL;
  g_autoptr (GBytes) bytes = NULL;
  NsmTableMeans means = { 2, 1024 * 1024 };
  NsmTableWish number = { "b", NSM_CELLS_NUMBER };
  NsmTableWish words = { "b", NSM_CELLS_TEXT };

  g_string_append (text, "a,b\n");
  for (gsize i = 0; i < n; i++)
    g_string_append_printf (text, "x,%" G_GSIZE_FORMAT "\n", i);
  bytes = test_gzip (text->str, text->len);
  plain = test_file_new ("plain.csv", text->str, text->len);
  packed = test_file_new ("bomb.csv.gz", g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (nsm_table_read_by (i % 2 == 0 ? plain->file : packed->file, NULL,
                                        i < 2 ? &number : &words, 1, &means, NULL, NULL, NULL,
                                        &error));
      g_assert_error (error, NSM_CSV_ERROR, NSM_CSV_ERROR_TOO_LARGE);
    }
}

/* Packed ones */

static void
test_packed_and_damaged (void)
{
  g_autoptr (GString) text = g_string_new ("a,b\n");
  g_autoptr (GBytes) bytes = NULL;
  g_autofree guint8 *copy = NULL;
  gsize size;

  for (guint i = 0; i < 200000; i++)
    g_string_append_printf (text, "%u,%u\n", i, g_str_hash ("x") * i);
  bytes = test_gzip (text->str, text->len);
  size = g_bytes_get_size (bytes);
  copy = g_memdup2 (g_bytes_get_data (bytes, NULL), size);
  assert_bytes_refused ("data.csv.gz", copy, 15, NSM_CSV_ERROR_NOT_TEXT, "too early");
  {
    g_autoptr (TestFile) file = test_file_new ("data.csv.gz", copy, size - 100);
    g_autoptr (GError) error = NULL;

    g_assert_null (read_as (file, "b", NSM_CELLS_NUMBER, 0, &error));
    g_assert_error (error, NSM_CSV_ERROR, NSM_CSV_ERROR_NOT_TEXT);
    g_assert_nonnull (strstr (error->message, "too early"));
  }
  {
    g_autoptr (TestFile) file = NULL;
    g_autoptr (GError) error = NULL;

    memset (copy + size / 2, 0xff, 400);
    file = test_file_new ("data.csv.gz", copy, size);
    g_assert_null (read_as (file, "b", NSM_CELLS_NUMBER, 0, &error));
    g_assert_error (error, NSM_CSV_ERROR, NSM_CSV_ERROR_NOT_TEXT);
    g_assert_nonnull (strstr (error->message, "damaged"));
  }
}

static void
test_something_after_the_end (void)
{
  static const char *const garbage[] = { "garbage", "\0\0\0" };
  const char *text = "a,b\n1,2\n3,4\n";
  g_autoptr (GBytes) bytes = test_gzip (text, strlen (text));

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GByteArray) all = g_byte_array_new ();
      g_autoptr (TestFile) file = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (NsmTable) table = NULL;

      g_byte_array_append (all, g_bytes_get_data (bytes, NULL), (guint) g_bytes_get_size (bytes));
      g_byte_array_append (all, (const guint8 *) garbage[i], i == 0 ? 7 : 3);
      file = test_file_new ("data.csv.gz", all->data, all->len);
      table = read_as (file, "b", NSM_CELLS_NUMBER, 0, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (nsm_table_get_n_rows (table), ==, 2);
      g_assert_cmpuint (nsm_table_get_problems (table)->len, ==, i == 0 ? 1 : 0);
    }
}

static void
test_packed_piece_by_piece (void)
{
  g_autoptr (GBytes) first = test_gzip ("a,b\n1,2\n", 8);
  g_autoptr (GBytes) second = test_gzip ("3,4\n5,6\n", 8);
  g_autoptr (GByteArray) all = g_byte_array_new ();
  g_autoptr (TestFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (NsmTable) table = NULL;

  g_byte_array_append (all, g_bytes_get_data (first, NULL), (guint) g_bytes_get_size (first));
  g_byte_array_append (all, g_bytes_get_data (second, NULL), (guint) g_bytes_get_size (second));
  file = test_file_new ("data.csv.gz", all->data, all->len);
  table = read_as (file, "b", NSM_CELLS_NUMBER, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (nsm_table_get_n_rows (table), ==, 3);
  g_assert_cmpfloat (nsm_table_get_column (table, 0)->values[2], ==, 6);
}

/* Changes while it is read */

static void
test_a_file_that_shrinks (void)
{
  g_autoptr (TestFile) file = test_file_new_text ("a,b\n1,2\n3,4\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) again = NULL;
  g_autoptr (NsmCsvFile) opened = nsm_csv_file_open (file->file, &error);
  char buffer[64];

  g_assert_no_error (error);
  g_assert_cmpint (nsm_csv_file_read (opened, buffer, sizeof buffer, 0, NULL), ==, 12);
  g_assert_true (nsm_csv_file_check_unchanged (opened, NULL));
  g_assert_cmpint (truncate (file->path, 6), ==, 0);
  g_assert_cmpint (nsm_csv_file_read (opened, buffer, sizeof buffer, 0, &error), ==, -1);
  g_assert_error (error, NSM_CSV_ERROR, NSM_CSV_ERROR_CHANGED);
  g_assert_false (nsm_csv_file_check_unchanged (opened, &again));
  g_assert_error (again, NSM_CSV_ERROR, NSM_CSV_ERROR_CHANGED);
}

typedef struct
{
  TestFile *file;
  GString *text;
  gint stop;
} Writer;

static gpointer
write_again_and_again (gpointer data)
{
  Writer *self = data;

  while (!g_atomic_int_get (&self->stop))
    {
      int fd = open (self->file->path, O_WRONLY | O_CLOEXEC);

      g_assert_cmpint (ftruncate (fd, (off_t) g_random_int_range (0, (gint32) self->text->len)), ==,
                       0);
      g_usleep (500);
      g_assert_cmpint (pwrite (fd, self->text->str, self->text->len, 0), >, 0);
      close (fd);
      g_usleep ((gulong) g_random_int_range (0, 8000));
    }
  return NULL;
}

/* Never a crash, and never a table of a file that there never was. */
static void
test_a_file_that_is_written_meanwhile (void)
{
  Writer writer = { NULL, g_string_new ("a,b\n"), FALSE };
  g_autoptr (TestFile) file = NULL;
  GThread *thread;
  gsize n_rows = 200000;

  for (gsize i = 0; i < n_rows; i++)
    g_string_append_printf (writer.text, "%" G_GSIZE_FORMAT ",1\n", i);
  writer.file = file = test_file_new ("data.csv", writer.text->str, writer.text->len);
  thread = g_thread_new ("writer", write_again_and_again, &writer);
  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NsmTable) table = read_as (file, "b", NSM_CELLS_NUMBER, 2, &error);

      if (table == NULL)
        g_assert_true (error->domain == NSM_CSV_ERROR || error->domain == G_IO_ERROR);
      else
        g_assert_cmpint (nsm_table_get_size (table), <=, (goffset) writer.text->len);
    }
  g_atomic_int_set (&writer.stop, TRUE);
  g_thread_join (thread);
  g_string_free (writer.text, TRUE);
}

/* Cancelling */

static void
on_progress (double share, gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

static void
test_cancelling (void)
{
  g_autoptr (GString) text = g_string_new ("a,b\n");
  g_autoptr (TestFile) file = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) again = NULL;
  g_autoptr (GError) third = NULL;
  NsmTableWish wish = { "b", NSM_CELLS_NUMBER };

  for (guint i = 0; i < 4000000; i++)
    g_string_append (text, "123456,7.5\n");
  file = test_file_new ("data.csv", text->str, text->len);
  g_assert_null (
      nsm_table_read (file->file, NULL, &wish, 1, cancellable, on_progress, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (nsm_csv_peek (file->file, NULL, cancellable, &again));
  g_assert_error (again, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (nsm_table_read (file->file, NULL, &wish, 1, cancellable, NULL, NULL, &third));
  g_assert_error (third, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bad-files/no-file", test_what_is_no_file);
  g_test_add_func ("/bad-files/pipe", test_a_pipe);
  g_test_add_func ("/bad-files/socket", test_a_socket);
  g_test_add_func ("/bad-files/no-permission", test_no_permission);
  g_test_add_func ("/bad-files/nothing-in-it", test_nothing_in_it);
  g_test_add_func ("/bad-files/not-text", test_not_text);
  g_test_add_func ("/bad-files/cut-character", test_a_character_cut_in_two);
  g_test_add_func ("/bad-files/open-quote", test_a_quote_without_end);
  g_test_add_func ("/bad-files/far-below", test_trouble_far_below);
  g_test_add_func ("/bad-files/line-without-end", test_a_line_without_end);
  g_test_add_func ("/bad-files/quote-over-many-lines", test_a_quote_over_many_lines);
  g_test_add_func ("/bad-files/no-column", test_no_such_column);
  g_test_add_func ("/bad-files/many-columns", test_ten_thousand_columns);
  g_test_add_func ("/bad-files/one-name", test_ten_thousand_times_one_name);
  g_test_add_func ("/bad-files/too-large", test_more_than_the_memory_holds);
  g_test_add_func ("/bad-files/packed-damaged", test_packed_and_damaged);
  g_test_add_func ("/bad-files/packed-garbage", test_something_after_the_end);
  g_test_add_func ("/bad-files/packed-pieces", test_packed_piece_by_piece);
  g_test_add_func ("/bad-files/shrinking", test_a_file_that_shrinks);
  g_test_add_func ("/bad-files/written-meanwhile", test_a_file_that_is_written_meanwhile);
  g_test_add_func ("/bad-files/cancelling", test_cancelling);
  return g_test_run ();
}
