/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/workshop-file.h"

#include <glib/gi18n-lib.h>

#include "store/codec.h"
#include "store/save.h"

/**
 * nsm_workshop_read:
 * @path: a .nsm file
 * @fingerprint: (out) (optional): of the file as it was read
 * @bytes: (out) (optional) (transfer full): what stands in it
 * @read_only: (out) (optional): whether it is of a newer version
 *
 * Returns: (transfer full) (nullable): the workshop, or NULL with an
 *   %NSM_STORE_ERROR that names the file and the place in it
 */
NsmWorkshop *
nsm_workshop_read (const char *path, NsmFingerprint *fingerprint, GBytes **bytes,
                   gboolean *read_only, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (GBytes) read = nsm_save_read (path, fingerprint, error);
  NsmWorkshop *workshop;

  if (read == NULL)
    return NULL;
  workshop =
    nsm_codec_read (g_bytes_get_data (read, NULL), g_bytes_get_size (read), read_only, &problem);
  if (workshop == NULL)
    {
      g_autofree char *name = g_filename_display_basename (path);

      g_set_error (error, NSM_STORE_ERROR, problem->code,
                   /* Translators: a file, and the place and kind of what is wrong in it */
                   _("“%s” can’t be opened, and wasn’t touched. %s"), name, problem->message);
    }
  else if (bytes != NULL)
    *bytes = g_steal_pointer (&read);
  return workshop;
}

/**
 * nsm_workshop_load:
 *
 * As nsm_workshop_read(), for who wants nothing but the workshop.
 *
 * Returns: (transfer full) (nullable): the workshop
 */
NsmWorkshop *
nsm_workshop_load (const char *path, gboolean *read_only, GError **error)
{
  return nsm_workshop_read (path, NULL, NULL, read_only, error);
}

/**
 * nsm_workshop_store:
 * @replace: whether a file that is there may be replaced
 *
 * Returns: whether @workshop is on the disk, wholly; else there is what was there
 */
gboolean
nsm_workshop_store (NsmWorkshop *workshop, const char *path, gboolean replace, GError **error)
{
  g_autoptr (GBytes) bytes = nsm_codec_write (workshop, error);

  if (bytes == NULL)
    return FALSE;
  if (!replace && g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_autofree char *name = g_filename_display_basename (path);

      g_set_error (error, NSM_STORE_ERROR, NSM_STORE_ERROR_WRITE, _("“%s” is already there."),
                   name);
      return FALSE;
    }
  return nsm_save_write (path, bytes, NULL, error);
}
