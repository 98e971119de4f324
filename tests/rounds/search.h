/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a text stands in bytes, in any of the forms in which it could. */
#pragma once

#include <gio/gio.h>
#include <string.h>

/* As it is, in base64 at any of its three offsets, in UTF-16 of either order, in
 * hexadecimal of either case. */
static inline gboolean
is_found (const char *bytes, gsize n, const char *needle)
{
  gsize length = strlen (needle);
  g_autofree char *wide = g_malloc0 (2 * length + 1);
  g_autoptr (GString) hex = g_string_new (NULL);
  g_autofree char *small = NULL;

  for (gsize i = 0; i < length; i++)
    {
      wide[2 * i + 1] = needle[i];
      g_string_append_printf (hex, "%02X", (guint) (guchar) needle[i]);
    }
  small = g_ascii_strdown (hex->str, -1);
  /* Without the outer zero bytes both orders are the same. */
  if (memmem (bytes, n, needle, length) != NULL
      || memmem (bytes, n, wide + 1, 2 * length - 1) != NULL
      || memmem (bytes, n, hex->str, hex->len) != NULL || memmem (bytes, n, small, hex->len) != NULL)
    return TRUE;
  for (guint shift = 0; shift < 3; shift++)
    {
      g_autofree char *shifted = g_strconcat ("xx" + (2 - shift), needle, NULL);
      g_autofree char *coded = g_base64_encode ((const guchar *) shifted, strlen (shifted));
      /* The ends depend on what stands beside it: compare the middle. */
      gsize from = shift == 0 ? 0 : 4, middle = strlen (coded) / 4 * 4 - 4 - from;

      if (memmem (bytes, n, coded + from, middle) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Below @path, in file names, too. @n_files: (inout) (nullable): how many were read. */
static inline gboolean
is_found_below (const char *path, const char *needle, guint *n_files)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *below = g_build_filename (path, name, NULL);
      g_autofree char *bytes = NULL;
      gsize n = 0;

      if (is_found (name, strlen (name), needle))
        return TRUE;
      if (g_file_test (below, G_FILE_TEST_IS_DIR))
        {
          if (is_found_below (below, needle, n_files))
            return TRUE;
        }
      else if (g_file_get_contents (below, &bytes, &n, NULL))
        {
          if (n_files != NULL)
            (*n_files)++;
          if (is_found (bytes, n, needle))
            return TRUE;
        }
    }
  return FALSE;
}
