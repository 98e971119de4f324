/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a program that was killed while it saved has left beside the document. */
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "store/save.h"

#define SUFFIX 6           /* letters and digits that GLib adds to the name */
#define OLD_ENOUGH 60      /* seconds: nobody is writing it any more */
#define BEGIN "{\n\t\"format\":\t\"north-star-workshop\","
#define END "}\n"

static gboolean
is_name_of_ours (const char *name, const char *document)
{
  gsize length = strlen (document);

  if (!g_str_has_prefix (name, document) || name[length] != '.'
      || strlen (name) != length + 1 + SUFFIX)
    return FALSE;
  for (const char *c = name + length + 1; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c))
      return FALSE;
  return TRUE;
}

static gboolean
is_nothing_but_zeros (const char *data, gsize size)
{
  for (gsize i = 0; i < size; i++)
    if (data[i] != '\0')
      return FALSE;
  return TRUE;
}

/* The beginning of a workshop without its end. A whole one may be a copy that somebody made,
 * whatever its name, and anything else isn't ours. */
static gboolean
is_half_written (const char *path)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  gsize size = file != NULL ? g_mapped_file_get_length (file) : 0;
  const char *data = size > 0 ? g_mapped_file_get_contents (file) : "";
  gsize begin = MIN (size, strlen (BEGIN));

  if (file == NULL)
    return FALSE;
  if (is_nothing_but_zeros (data, size))
    return TRUE;
  return memcmp (data, BEGIN, begin) == 0
         && (size < strlen (END) || memcmp (data + size - strlen (END), END, strlen (END)) != 0);
}

/**
 * nsm_save_remove_leftovers:
 * @path: a document that nobody else has open
 *
 * Removes the temporary files of saves that never ended, so that they don't pile up beside
 * the document. They hold less than a whole workshop and can't be opened.
 */
void
nsm_save_remove_leftovers (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *document = g_path_get_basename (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *full = NULL;
      struct stat info;

      if (!is_name_of_ours (name, document))
        continue;
      full = g_build_filename (folder, name, NULL);
      if (lstat (full, &info) == 0 && S_ISREG (info.st_mode) && info.st_uid == geteuid ()
          && info.st_nlink == 1 && now - (gint64) info.st_mtime > OLD_ENOUGH
          && is_half_written (full))
        g_unlink (full);
    }
}
