/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A note beside the key, written before a revealed round is saved: which content
 * that round has then. If the program is killed after the save and before key and
 * earlier versions are gone, this is how the next start knows that they should be.
 * A file that merely says that the round is revealed doesn't make it forget a key. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "record/json.h"
#include "rounds/private.h"

static char *
dup_content_hash (NsmRound *round)
{
  g_autoptr (cJSON) json = nsm_record_to_json (NSM_RECORD (round));
  g_autofree char *text = cJSON_PrintUnformatted (json);
  guint8 hash[NSM_HASH_SIZE];
  char hex[2 * NSM_HASH_SIZE + 1];

  nsm_sodium_ensure ();
  crypto_generichash (hash, sizeof hash, (const guint8 *) text, strlen (text), NULL, 0);
  return g_strdup (sodium_bin2hex (hex, sizeof hex, hash, sizeof hash));
}

/**
 * nsm_round_note_reveal:
 * @self: a round that was just revealed, and isn't saved yet
 *
 * Returns: whether the note is on the disk
 */
gboolean
nsm_round_note_reveal (NsmRound *self, NsmKeyStore *keys, GError **error)
{
  g_autofree char *path =
    nsm_key_store_dup_path_beside (keys, NSM_RECORD (self)->id, NSM_REVEALING_SUFFIX);
  g_autofree char *hash = dup_content_hash (self);
  g_autoptr (GError) problem = NULL;

  if (g_file_set_contents_full (path, hash, -1,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                &problem))
    return TRUE;
  g_set_error (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_KEY, _("“%s” can’t be written: %s"), path,
               problem->message);
  return FALSE;
}

/**
 * nsm_round_is_reveal_noted:
 *
 * Returns: whether @self is revealed with the very content that was noted, so that
 *   its key and what else is beside it should be gone
 */
gboolean
nsm_round_is_reveal_noted (NsmRound *self, NsmKeyStore *keys)
{
  g_autofree char *path =
    nsm_key_store_dup_path_beside (keys, NSM_RECORD (self)->id, NSM_REVEALING_SUFFIX);
  g_autofree char *noted = NULL;
  g_autofree char *hash = NULL;

  if (self->state != NSM_ROUND_STATE_REVEALED || self->direct ||
      !g_file_get_contents (path, &noted, NULL, NULL))
    return FALSE;
  hash = dup_content_hash (self);
  return strcmp (noted, hash) == 0;
}
