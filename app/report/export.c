/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/export.h"

#include <errno.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "record/language.h"
#include "report/build.h"

G_DEFINE_QUARK (nsm-report-error-quark, nsm_report_error)

static NsmReportFormat
check_format (NsmReportFormat format, const char *path, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *suffixes = nsm_report_formats_dup_suffixes ();

  if (format == NSM_REPORT_FORMAT_NONE)
    format = nsm_report_format_for_path (path);
  if (format == NSM_REPORT_FORMAT_NONE)
    /* Translators: the name of a file, and suffixes: ".pdf, .html or .md" */
    g_set_error (error, NSM_REPORT_ERROR, NSM_REPORT_ERROR_FORMAT,
                 _("“%s” doesn’t say which format it should have: end it in %s."), shown, suffixes);
  return format;
}

/**
 * nsm_report_write_built:
 * @format: one that the document can be written in
 *
 * Returns: (transfer full): the whole document, or NULL with @error set
 */
GBytes *
nsm_report_write_built (NsmReport *report, NsmReportFormat format, GError **error)
{
  const NsmReportFormatInfo *info = nsm_report_format_get_info (format);
  g_autoptr (NsmLanguageScope) scope = nsm_language_enter (report->language);

  g_return_val_if_fail (info != NULL && info->write_report != NULL, NULL);
  return info->write_report (report, error);
}

/**
 * nsm_report_write:
 * @format: not NSM_REPORT_FORMAT_NONE
 * @options: (nullable): what it is to hold; NULL: as all zero
 *
 * Returns: (transfer full): the whole document, or NULL with @error set
 */
GBytes *
nsm_report_write (NsmWorkshop *workshop, NsmReportFormat format, const NsmReportOptions *options,
                  GError **error)
{
  const NsmReportFormatInfo *info = nsm_report_format_get_info (format);
  const NsmReportOptions none = { 0 };
  g_autoptr (NsmLanguageScope) scope = NULL;
  g_autoptr (NsmReport) report = NULL;

  g_return_val_if_fail (info != NULL, NULL);
  if (options == NULL)
    options = &none;
  if (info->write_other != NULL)
    return info->write_other (workshop, options, error);
  scope = nsm_language_enter (options->language);
  report = nsm_report_build (workshop, options);
  return info->write_report (report, error);
}

static gboolean
report_failure (const char *path, int code, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  if (code == EEXIST)
    g_set_error (error, NSM_REPORT_ERROR, NSM_REPORT_ERROR_EXISTS,
                 _("“%s” is there already; it was left as it is."), shown);
  else
    g_set_error (error, NSM_REPORT_ERROR, NSM_REPORT_ERROR_WRITE,
                 _("“%s” couldn’t be written: %s."), shown, g_strerror (code));
  return FALSE;
}

/* A new name is linked, not renamed: a file that appeared meanwhile stays. */
static gboolean
publish (const char *written, const char *path, gboolean force, GError **error)
{
  if (!force && link (written, path) == 0)
    {
      g_unlink (written);
      return TRUE;
    }
  /* Some file systems have no links. */
  if (!force && errno != EPERM && errno != ENOTSUP && errno != ENOSYS)
    {
      int code = errno;

      g_unlink (written);
      return report_failure (path, code, error);
    }
  if (g_rename (written, path) != 0)
    {
      int code = errno;

      g_unlink (written);
      return report_failure (path, code, error);
    }
  return TRUE;
}

/**
 * nsm_report_save:
 * @path: where to
 * @bytes: a whole document
 * @force: whether a file that is there already may be replaced
 *
 * Writes beside @path first: there is never half a document, whatever happens.
 * The file may be read by whom the umask lets, unlike a workshop.
 *
 * Returns: whether it was written
 */
gboolean
nsm_report_save (const char *path, GBytes *bytes, gboolean force, GError **error)
{
  g_autofree char *directory = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *unique = g_uuid_string_random ();
  g_autofree char *hidden = g_strdup_printf (".%.120s.%.8s", name, unique);
  g_autofree char *beside = g_build_filename (directory, hidden, NULL);
  g_autoptr (GError) problem = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return report_failure (path, EISDIR, error);
  /* A device isn't a file that a document could take the place of. */
  if (g_file_test (path, G_FILE_TEST_EXISTS) &&
      (!force || !g_file_test (path, G_FILE_TEST_IS_REGULAR)))
    return report_failure (path, EEXIST, error);
  errno = 0;
  if (!g_file_set_contents_full (beside, data, (gssize) size,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                 0666, &problem))
    {
      g_autofree char *shown = g_filename_display_name (path);
      g_autofree char *folder = g_filename_display_name (directory);

      g_unlink (beside);
      if (g_error_matches (problem, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        g_set_error (error, NSM_REPORT_ERROR, NSM_REPORT_ERROR_WRITE,
                     _("“%s” couldn’t be written: there is no folder “%s”."), shown, folder);
      else
        g_set_error (error, NSM_REPORT_ERROR, NSM_REPORT_ERROR_WRITE,
                     _("“%s” couldn’t be written: %s"), shown, problem->message);
      return FALSE;
    }
  return publish (beside, path, force, error);
}

/**
 * nsm_report_export:
 * @path: where to
 * @format: NSM_REPORT_FORMAT_NONE: what the suffix of @path means
 * @options: (nullable): as of nsm_report_write()
 * @force: whether a file that is there already may be replaced
 *
 * Writes the document beside @path first and then renames it: there is never
 * half a document.
 *
 * Returns: whether it was written
 */
gboolean
nsm_report_export (NsmWorkshop *workshop, const char *path, NsmReportFormat format,
                   const NsmReportOptions *options, gboolean force, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  format = check_format (format, path, error);
  if (format == NSM_REPORT_FORMAT_NONE)
    return FALSE;
  if (!force && g_file_test (path, G_FILE_TEST_EXISTS))
    return report_failure (path, EEXIST, error);
  bytes = nsm_report_write (workshop, format, options, error);
  return bytes != NULL && nsm_report_save (path, bytes, force, error);
}
