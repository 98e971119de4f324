/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever stands in a file: it is a table or refused with a sentence, the short cut for lines
 * without quotes is what libcsv says, and parts make the whole. */
#include "fuzz.h"

#include <sys/mman.h>
#include <unistd.h>

#include "evidence/table-private.h"

#define fail(...) g_error (__VA_ARGS__)

static gboolean
write_row (const NsmCsvField *fields, guint n_fields, gsize line, gpointer user_data)
{
  g_string_append_printf (user_data, "%" G_GSIZE_FORMAT ":%u", line, n_fields);
  for (guint i = 0; i < n_fields; i++)
    {
      g_string_append_c (user_data, '|');
      g_string_append_len (user_data, fields[i].text, (gssize) fields[i].length);
    }
  return TRUE;
}

static GString *
split (const unsigned char *data, size_t size, gboolean only_libcsv)
{
  NsmCsvFormat format = { "UTF-8", ",;\t|"[size % 4], size % 5 == 0 ? 0 : '"', '.', TRUE };
  GString *rows = g_string_new (NULL);
  NsmCsvSplitter splitter;

  nsm_csv_splitter_init (&splitter, &format, size % 3 == 0 ? '\r' : '\n', write_row, rows);
  splitter.only_libcsv = only_libcsv;
  if (nsm_csv_splitter_feed (&splitter, (const char *) data, size / 2) &&
      nsm_csv_splitter_feed (&splitter, (const char *) data + size / 2, size - size / 2))
    nsm_csv_splitter_finish (&splitter);
  g_string_append_printf (rows, "%d:%" G_GSIZE_FORMAT, (int) splitter.trouble.code,
                          splitter.trouble.line);
  nsm_csv_splitter_clear (&splitter);
  return rows;
}

static void
compare_ways (const unsigned char *data, size_t size)
{
  GString *quick = split (data, size, FALSE);
  GString *slow = split (data, size, TRUE);

  if (!g_string_equal (quick, slow))
    fail ("the short cut gives other rows");
  g_string_free (quick, TRUE);
  g_string_free (slow, TRUE);
}

static NsmTable *
read_table (GFile *file, NsmCsvPeek *peek, guint n_parts, GError **error)
{
  g_autoptr (GArray) wishes = g_array_new (FALSE, FALSE, sizeof (NsmTableWish));
  NsmTableMeans means = { n_parts, 64 * 1024 * 1024 };

  for (guint i = 0; i < MIN (8, peek->columns->len); i++)
    {
      NsmCsvColumn *column = g_ptr_array_index (peek->columns, i);
      NsmTableWish wish = { column->name, i == 7 ? NSM_CELLS_TEXT : column->cells };

      g_array_append_val (wishes, wish);
    }
  return nsm_table_read_by (file, &peek->format, (NsmTableWish *) (void *) wishes->data,
                            wishes->len, &means, NULL, NULL, NULL, error);
}

static void
check_table (NsmTable *table)
{
  for (guint i = 0; i < nsm_table_get_n_columns (table); i++)
    {
      const NsmTableColumn *column = nsm_table_get_column (table, i);

      if ((column->n_wrong == 0) != (column->wrong_example == NULL) ||
          (column->n_wrong == 0) != (column->first_wrong == 0))
        fail ("a wrong cell without a place");
      if (column->n_missing + column->n_wrong > nsm_table_get_n_rows (table))
        fail ("more cells than rows");
      for (gsize row = 0; row < nsm_table_get_n_rows (table) && column->codes != NULL; row++)
        if (column->codes[row] > column->levels->len)
          fail ("a code without a text");
    }
}

static void
read_all (GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) one_error = NULL;
  g_autoptr (GError) other_error = NULL;
  g_autoptr (NsmCsvPeek) peek = nsm_csv_peek (file, NULL, NULL, &error);
  g_autoptr (NsmTable) one = NULL;
  g_autoptr (NsmTable) other = NULL;

  if ((peek == NULL) != (error != NULL))
    fail ("neither a table nor a reason");
  if (peek == NULL)
    return;
  one = read_table (file, peek, 1, &one_error);
  other = read_table (file, peek, 3, &other_error);
  if ((one == NULL) != (one_error != NULL) || (one == NULL) != (other == NULL))
    fail ("parts end otherwise than the whole");
  if (one == NULL)
    return;
  check_table (one);
  if (nsm_table_get_n_rows (one) != nsm_table_get_n_rows (other) ||
      nsm_table_get_n_bad_rows (one) != nsm_table_get_n_bad_rows (other))
    fail ("parts aren't the whole");
}

int
LLVMFuzzerTestOneInput (const unsigned char *data, size_t size)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  int fd;

  compare_ways (data, size);
  /* Files and threads take time: not for each. */
  if (size == 0 || (data[size / 2] + size) % 8 != 0)
    return 0;
  fd = memfd_create ("fuzz.csv", MFD_CLOEXEC);
  path = g_strdup_printf ("/proc/self/fd/%d", fd);
  file = g_file_new_for_path (path);
  if (fd < 0 || write (fd, data, size) != (ssize_t) size)
    fail ("no room");
  read_all (file);
  close (fd);
  return 0;
}
