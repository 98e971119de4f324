/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Files that live as long as a test: a name in a folder of their own, removed at the end. */

typedef struct
{
  char *folder;
  char *path;
  GFile *file;
} TestFile;

static inline TestFile *
test_file_new (const char *name, const void *bytes, gsize size)
{
  TestFile *self = g_new0 (TestFile, 1);
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("nsm-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, name, NULL);
  self->file = g_file_new_for_path (self->path);
  if (bytes != NULL)
    g_file_set_contents (self->path, bytes, (gssize) size, &error);
  g_assert_no_error (error);
  return self;
}

static inline TestFile *
test_file_new_text (const char *text)
{
  return test_file_new ("data.csv", text, strlen (text));
}

static inline void
test_file_free (TestFile *self)
{
  g_assert_cmpint (g_remove (self->path), ==, 0);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_object_unref (self->file);
  g_free (self->path);
  g_free (self->folder);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestFile, test_file_free)

static inline GBytes *
test_convert (GConverter *converter, const void *bytes, gsize size)
{
  g_autoptr (GConverter) owned = converter;
  g_autoptr (GInputStream) below = g_memory_input_stream_new_from_data (bytes, (gssize) size, NULL);
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (below, converter);
  g_autoptr (GOutputStream) result = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_output_stream_splice (result, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, &error);
  g_assert_no_error (error);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (result));
}

static inline GBytes *
test_gzip (const char *text, gsize size)
{
  return test_convert (G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 6)), text,
                       size);
}

static inline GBytes *
test_encode (const char *text, const char *encoding)
{
  g_autoptr (GError) error = NULL;
  GCharsetConverter *converter = g_charset_converter_new (encoding, "UTF-8", &error);

  g_assert_no_error (error);
  return test_convert (G_CONVERTER (converter), text, strlen (text));
}
