/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How commands change a workshop's file. */
#include <glib/gi18n-lib.h>

#include "cli.h"
#include "store/codec.h"

/**
 * cli_read_for_writing:
 * @fingerprint: (out): what the file was like
 * @status: (out): what to exit with when there is no workshop
 *
 * Returns: (transfer full) (nullable): the workshop; %NULL after saying why
 */
NsmWorkshop *
cli_read_for_writing (const char *path, NsmFingerprint *fingerprint, int *status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = nsm_save_read (path, fingerprint, &error);
  NsmWorkshop *workshop = NULL;
  gboolean newer = FALSE;

  *status = CLI_UNREADABLE;
  if (bytes != NULL)
    workshop = nsm_codec_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &newer,
                               &error);
  if (workshop == NULL)
    {
      g_autofree char *name = g_filename_display_name (path);

      if (bytes == NULL)
        cli_say ("%s", error->message);
      else
        cli_say ("%s: %s", name, error->message);
      return NULL;
    }
  if (newer)
    {
      cli_say (_("The workshop was written by a newer version, so nothing can be added to it here."));
      *status = CLI_UNWRITTEN;
      g_clear_object (&workshop);
    }
  return workshop;
}

/**
 * cli_store:
 * @fingerprint: of when it was read
 *
 * Returns: whether the workshop is on the disk; if it isn't, it was said why
 */
gboolean
cli_store (NsmWorkshop *workshop, const char *path, NsmFingerprint *fingerprint)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = nsm_codec_write (workshop, &error);

  if (bytes != NULL && !nsm_save_is_unchanged (path, fingerprint))
    {
      cli_say (_("Another program changed the workshop meanwhile. Nothing was taken in; try again."));
      return FALSE;
    }
  if (bytes != NULL && nsm_save_write (path, bytes, NULL, &error))
    return TRUE;
  cli_say ("%s", error->message);
  return FALSE;
}
