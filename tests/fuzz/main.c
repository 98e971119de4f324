/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Instead of a fuzzing engine: every file of a corpus as it is, and changed at
 * random in the ways that break readers. Files or folders may be named. */
#include <glib.h>
#include <string.h>

#include "fuzz.h"

#define N_MUTATIONS 20000

static const char *const snippets[] = {
  "\"", "{", "}", "[", "]", ",", ":", "\\", "\\u0000", "\\ud800", "null", "true", "1e999", "-", "0",
  "\xff", "\xc0\xaf", "\xed\xa0\x80", "\xef\xbb\xbf", "99999999999999999999", "\"id\": \"a\",",
  "\"metrics\": [", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
};

static void
run (GByteArray *input)
{
  /* Exactly as long as it is: reading on is found by a sanitizer. */
  g_autofree guint8 *copy = g_memdup2 (input->data, input->len);

  LLVMFuzzerTestOneInput (copy, input->len);
}

static void
insert (GByteArray *input, guint at, const void *data, guint size)
{
  guint old = input->len;

  g_byte_array_set_size (input, old + size);
  memmove (input->data + at + size, input->data + at, old - at);
  memcpy (input->data + at, data, size);
}

static void
mutate (GByteArray *input)
{
  guint at = input->len > 0 ? (guint) g_test_rand_int_range (0, (gint32) input->len) : 0;
  guint rest = input->len - at;
  guint wish = (guint) g_test_rand_int_range (1, 40);
  guint n = MIN (rest, wish);
  const char *snippet = snippets[g_test_rand_int_range (0, G_N_ELEMENTS (snippets))];

  if (rest == 0)
    {
      insert (input, at, snippet, (guint) strlen (snippet));
      return;
    }
  switch (g_test_rand_int_range (0, 7))
    {
    case 0:
      input->data[at] ^= (guint8) (1 << g_test_rand_int_range (0, 8));
      break;
    case 1:
      input->data[at] = (guint8) g_test_rand_int_range (0, 256);
      break;
    case 2:
      g_byte_array_remove_range (input, at, n);
      break;
    case 3:
      insert (input, at, snippet, (guint) strlen (snippet));
      break;
    case 4:
      {
        g_autofree guint8 *piece = g_memdup2 (input->data + at, n);

        at = (guint) g_test_rand_int_range (0, (gint32) input->len);
        insert (input, at, piece, n);
        break;
      }
    case 5:
      g_byte_array_set_size (input, at);
      break;
    default:
      {
        guint other = (guint) g_test_rand_int_range (0, (gint32) input->len);

        memmove (input->data + at, input->data + other, MIN (n, input->len - other));
      }
    }
}

static void
try_bytes (const char *data, gsize size)
{
  g_autoptr (GByteArray) input = g_byte_array_new ();

  g_byte_array_append (input, (const guint8 *) data, (guint) size);
  run (input);
  for (guint i = 0; i < N_MUTATIONS; i++)
    {
      guint n = (guint) g_test_rand_int_range (1, 6);

      g_byte_array_set_size (input, 0);
      g_byte_array_append (input, (const guint8 *) data, (guint) size);
      while (n-- > 0)
        mutate (input);
      run (input);
    }
}

static guint
try_path (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  g_autofree char *data = NULL;
  gsize size;
  guint n = 0;

  if (dir == NULL)
    {
      if (!g_file_get_contents (path, &data, &size, NULL))
        return 0;
      try_bytes (data, size);
      return 1;
    }
  for (const char *name; (name = g_dir_read_name (dir)) != NULL;)
    {
      g_autofree char *below = g_build_filename (path, name, NULL);

      n += try_path (below);
    }
  return n;
}

static const char *const *paths;

static void
test_corpus (void)
{
  guint n = 0;

  for (guint i = 0; paths[i] != NULL; i++)
    n += try_path (paths[i]);
  g_assert_cmpuint (n, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  paths = (const char *const *) argv + 1;
  g_test_add_func ("/fuzz/corpus", test_corpus);
  return g_test_run ();
}
