/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Revealing a round in the order that loses nothing, opens nothing early, and
 * leaves nothing behind. */
#include "store/document-rounds.h"

#include <glib/gi18n-lib.h>

#include "record/json.h"
#include "store/document-private.h"

/* A closed round as it was before its contributions were opened. */
typedef struct
{
  GPtrArray *contributions;
  char *wrapped_key;
} Closed;

static void
closed_free (Closed *self)
{
  g_ptr_array_unref (self->contributions);
  g_free (self->wrapped_key);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Closed, closed_free)

static Closed *
closed_new (NsmRound *round)
{
  Closed *self = g_new0 (Closed, 1);

  self->contributions = g_ptr_array_new_with_free_func (g_object_unref);
  self->wrapped_key = g_strdup (round->wrapped_key);
  NSM_LIST_EACH (NsmContribution, contribution, round->contributions)
    {
      g_ptr_array_add (self->contributions, nsm_record_copy (contribution));
    }
  return self;
}

/* What couldn't be saved as revealed isn't revealed. */
static void
put_back (NsmRound *round, Closed *closed)
{
  nsm_list_clear (round->answers);
  nsm_list_splice (round->contributions, 0, nsm_list_get_size (round->contributions),
                   (NsmRecord **) closed->contributions->pdata, closed->contributions->len);
  g_object_set (round, "state", NSM_ROUND_STATE_CLOSED, "secret-key", "", "wrapped-key",
                closed->wrapped_key, NULL);
}

/* Once the answers are saved: versions that held what was sealed go, and the key
 * with all beside it. The last to go is the note that this is to be done. */
static void
forget (NsmDocument *self, NsmRound *round, NsmKeyStore *keys)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  NsmFingerprint found;

  nsm_document_settle (self);
  nsm_generations_forget_with (self->real_path, NSM_RECORD (round)->id);
  bytes = nsm_save_read (self->real_path, &found, NULL);
  if (bytes != NULL)
    nsm_generations_keep (self->real_path, bytes, TRUE, NULL);
  if (!nsm_round_forget_key (round, keys, &error))
    g_warning ("The key of a revealed round stays behind: %s", error->message);
}

/**
 * nsm_document_reveal_round:
 * @round: one of the document's; if it is open it is closed first
 * @keys: (nullable): NULL only for a round that was answered directly
 *
 * Closes and saves, so that the closing words are on the disk before anything is
 * opened; opens and saves once; then forgets the key, and the earlier versions of
 * the document in which contributions are sealed that the key would open: those
 * that were replaced, or whose givers aren't named any more.
 *
 * Returns: whether the answers are open and on the disk. If not, the round is as
 *   closed as before, and nothing was opened
 */
gboolean
nsm_document_reveal_round (NsmDocument *self, NsmRound *round, NsmKeyStore *keys, GError **error)
{
  g_autoptr (Closed) closed = NULL;

  if (self->read_only)
    {
      g_set_error_literal (error, NSM_STORE_ERROR, NSM_STORE_ERROR_READ_ONLY,
                           self->message[0] != '\0' ? self->message
                                                    : _("This document can’t be changed here."));
      return FALSE;
    }
  if (round->state == NSM_ROUND_STATE_OPEN && !nsm_round_close (round, error))
    return FALSE;
  if (!nsm_document_save (self, error))
    return FALSE;
  if (round->direct)
    return nsm_round_reveal (round, keys, error) && nsm_document_save (self, error);

  closed = closed_new (round);
  if (!nsm_round_reveal (round, keys, error))
    return FALSE;
  if (!nsm_round_note_reveal (round, keys, error) || !nsm_document_save (self, error))
    {
      put_back (round, closed);
      return FALSE;
    }
  forget (self, round, keys);
  return TRUE;
}

/**
 * nsm_document_finish_reveals:
 *
 * After a crash: where a reveal was saved and what it leaves behind wasn't removed
 * any more, removes that now.
 */
void
nsm_document_finish_reveals (NsmDocument *self, NsmKeyStore *keys)
{
  if (self->read_only)
    return;
  NSM_LIST_EACH (NsmRound, round, self->workshop->rounds)
    {
      if (nsm_round_is_reveal_noted (round, keys))
        forget (self, round, keys);
    }
}
