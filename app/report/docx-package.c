/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A package: files in a zip, and one of them that says what the others are. The same document is
 * the same bytes each time. */
#include "report/docx-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <zip.h>

#include "report/export.h"

/* The first day that a zip knows. */
#define DOS_DATE ((0 << 9) | (1 << 5) | 1)
#define DOS_TIME 0

static void
free_part (NsmDocxPart *part)
{
  g_free (part->name);
  g_free (part->content_type);
  g_bytes_unref (part->bytes);
  g_free (part);
}

/**
 * nsm_docx_package_new:
 *
 * Returns: (transfer full): a package without a file
 */
GPtrArray *
nsm_docx_package_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) free_part);
}

/**
 * nsm_docx_package_add:
 * @content_type: (nullable): NULL for one that is told by its suffix: ".rels", ".png"
 * @bytes: (transfer full): its content
 */
void
nsm_docx_package_add (GPtrArray *package, const char *name, const char *content_type, GBytes *bytes)
{
  NsmDocxPart *part = g_new0 (NsmDocxPart, 1);

  part->name = g_strdup (name);
  part->content_type = g_strdup (content_type);
  part->bytes = bytes;
  part->stored = g_str_has_suffix (name, ".png");
  g_ptr_array_add (package, part);
}

static void
write_default (NsmDocxXml *xml, const char *suffix, const char *content_type)
{
  nsm_docx_start (xml, "Default");
  nsm_docx_attribute (xml, "Extension", suffix);
  nsm_docx_attribute (xml, "ContentType", content_type);
  nsm_docx_end (xml);
}

static GBytes *
make_content_types (GPtrArray *package)
{
  NsmDocxXml xml;

  nsm_docx_xml_init (&xml);
  nsm_docx_start (&xml, "Types");
  nsm_docx_attribute (&xml, "xmlns",
                      "http://schemas.openxmlformats.org/package/2006/content-types");
  write_default (&xml, "png", "image/png");
  write_default (&xml, "rels", "application/vnd.openxmlformats-package.relationships+xml");
  write_default (&xml, "xml", "application/xml");
  for (guint i = 0; i < package->len; i++)
    {
      NsmDocxPart *part = package->pdata[i];
      g_autofree char *name = g_strconcat ("/", part->name, NULL);

      if (part->content_type == NULL)
        continue;
      nsm_docx_start (&xml, "Override");
      nsm_docx_attribute (&xml, "PartName", name);
      nsm_docx_attribute (&xml, "ContentType", part->content_type);
      nsm_docx_end (&xml);
    }
  nsm_docx_end (&xml);
  return nsm_docx_xml_finish (&xml);
}

static gboolean
add_file (zip_t *archive, const char *name, GBytes *bytes, gboolean stored)
{
  zip_source_t *source =
    zip_source_buffer (archive, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), 0);
  zip_int64_t index = -1;

  if (source != NULL)
    index = zip_file_add (archive, name, source, ZIP_FL_ENC_UTF_8);
  if (index < 0)
    {
      zip_source_free (source);
      return FALSE;
    }
  /* The time of day here would be part of the file otherwise. */
  return zip_set_file_compression (archive, (zip_uint64_t) index,
                                   stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0) == 0 &&
         zip_file_set_dostime (archive, (zip_uint64_t) index, DOS_TIME, DOS_DATE, 0) == 0;
}

static GBytes *
read_source (zip_source_t *source)
{
  zip_stat_t about;
  g_autofree char *data = NULL;
  zip_int64_t got = -1;

  if (zip_source_stat (source, &about) != 0 || (about.valid & ZIP_STAT_SIZE) == 0 ||
      zip_source_open (source) != 0)
    return NULL;
  data = g_malloc (about.size);
  got = zip_source_read (source, data, about.size);
  zip_source_close (source);
  if (got < 0 || (zip_uint64_t) got != about.size)
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&data), about.size);
}

static GBytes *
write_zip (GPtrArray *package, GBytes *types, zip_source_t *source)
{
  zip_t *archive = zip_open_from_source (source, ZIP_TRUNCATE, NULL);
  gboolean done;

  if (archive == NULL)
    return NULL;
  zip_source_keep (source);
  done = add_file (archive, "[Content_Types].xml", types, FALSE);
  for (guint i = 0; done && i < package->len; i++)
    {
      NsmDocxPart *part = package->pdata[i];

      done = add_file (archive, part->name, part->bytes, part->stored);
    }
  if (!done || zip_close (archive) != 0)
    {
      zip_discard (archive);
      return NULL;
    }
  return read_source (source);
}

/**
 * nsm_docx_package_write:
 * @package: the files, in their order
 *
 * Returns: (transfer full): the zip, which says first what is in it
 */
GBytes *
nsm_docx_package_write (GPtrArray *package, GError **error)
{
  g_autoptr (GBytes) types = make_content_types (package);
  zip_source_t *source = zip_source_buffer_create (NULL, 0, 0, NULL);
  GBytes *bytes = NULL;

  if (source != NULL)
    {
      bytes = write_zip (package, types, source);
      zip_source_free (source);
    }
  if (bytes == NULL)
    g_set_error_literal (error, NSM_REPORT_ERROR, NSM_REPORT_ERROR_WRITE,
                         _("The Word document could not be put together."));
  return bytes;
}
