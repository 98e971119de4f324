/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "rounds/private.h"

static NsmOpened *
find_opened (GPtrArray *all, const char *person)
{
  for (guint i = 0; i < all->len; i++)
    {
      NsmOpened *opened = all->pdata[i];

      if (opened->answer != NULL && strcmp (opened->contribution->person, person) == 0)
        return opened;
    }
  return NULL;
}

/* In the roster's order, so that the order of casting says nothing afterwards. */
static GPtrArray *
collect_answers (NsmRound *self, GPtrArray *all)
{
  GPtrArray *answers = g_ptr_array_new_with_free_func (g_object_unref);

  NSM_LIST_EACH (NsmRosterEntry, entry, self->roster)
    {
      NsmOpened *opened = find_opened (all, entry->person);

      if (opened != NULL)
        g_ptr_array_add (answers, g_object_ref (opened->answer));
    }
  return answers;
}

static void
write_rejections (NsmRound *self, GPtrArray *all)
{
  for (guint i = 0; i < all->len; i++)
    {
      NsmOpened *opened = all->pdata[i];
      NsmRosterEntry *entry = nsm_round_get_roster_entry (self, opened->contribution->person);

      if (opened->why != NULL)
        {
          g_autofree char *why =
            /* Translators: a person’s name and why their contribution was rejected */
            g_strdup_printf (_("%s: %s"),
                             entry != NULL ? entry->name : opened->contribution->person,
                             opened->why);

          g_object_set (opened->contribution, "state", NSM_CONTRIBUTION_STATE_REJECTED,
                        "rejected-why", why, NULL);
        }
      else
        g_object_set (opened->contribution, "state", NSM_CONTRIBUTION_STATE_CURRENT, NULL);
    }
}

static void
publish_key (NsmRound *self, const guint8 key[NSM_KEY_SIZE])
{
  char published[sodium_base64_ENCODED_LEN (NSM_KEY_SIZE, sodium_base64_VARIANT_ORIGINAL)];

  sodium_bin2base64 (published, sizeof published, key, NSM_KEY_SIZE,
                     sodium_base64_VARIANT_ORIGINAL);
  g_object_set (self, "secret-key", published, NULL);
}

/* Whatever still has its bytes although something later took its place. */
static void
drop_superseded (NsmRound *self)
{
  for (guint i = 0; i < nsm_list_get_size (self->contributions); i++)
    {
      NsmContribution *contribution = nsm_list_get (self->contributions, i);

      if (nsm_chain_is_last (self, i))
        continue;
      g_object_set (contribution, "sealed", "", "signature", "", NULL);
      if (contribution->state != NSM_CONTRIBUTION_STATE_WITHDRAWN)
        g_object_set (contribution, "state", NSM_CONTRIBUTION_STATE_REPLACED, NULL);
    }
}

static gboolean
reveal_sealed (NsmRound *self, const guint8 key[NSM_KEY_SIZE], GError **error)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) answers = NULL;

  if (!nsm_round_key_fits (self, key))
    {
      g_set_error_literal (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_KEY,
                           _("The key on this computer isn’t the key of this round."));
      return FALSE;
    }
  if (!nsm_chain_verify (self, error))
    return FALSE;

  all = nsm_opened_new (self, key, TRUE);
  answers = collect_answers (self, all);
  if (self->privacy == NSM_PRIVACY_UNNAMED && answers->len < NSM_UNNAMED_MINIMUM)
    {
      g_set_error (
        error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_STATE,
        _("Answers without names stay hidden only among at least %d, and %u are in: this "
          "round stays sealed."),
        NSM_UNNAMED_MINIMUM, answers->len);
      return FALSE;
    }

  write_rejections (self, all);
  drop_superseded (self);
  if (self->privacy == NSM_PRIVACY_UNNAMED)
    nsm_round_take_names_away (self, answers);
  else
    publish_key (self, key);
  g_object_set (self, "wrapped-key", "", NULL);
  nsm_list_splice (self->answers, 0, nsm_list_get_size (self->answers),
                   (NsmRecord **) answers->pdata, answers->len);
  g_object_set (self, "state", NSM_ROUND_STATE_REVEALED, NULL);
  return TRUE;
}

/* A round that was put into another workshop's file would show there as if it had
 * been asked there. */
static gboolean
check_workshop (NsmRound *self, GError **error)
{
  NsmRecord *root = nsm_record_get_root (NSM_RECORD (self));

  if (!NSM_IS_WORKSHOP (root) || strcmp (NSM_WORKSHOP (root)->identity, self->workshop) == 0)
    return TRUE;
  g_set_error_literal (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_WORKSHOP,
                       _("This round was opened in another workshop and doesn’t belong here."));
  return FALSE;
}

/**
 * nsm_round_reveal:
 * @self: a closed round; save the document first, so that the closing words are
 *   on the disk before anything is opened
 * @keys: (nullable): NULL only for a round that was answered directly
 *
 * Opens what counts, all at once: each person's last contribution. One whose
 * inside doesn't fit its outside is rejected by name, the others are opened.
 * Replaced and withdrawn ones stay shut. On an error nothing was opened and
 * nothing changed.
 *
 * A round with names then holds its secret key, for everybody to check with.
 * Save, then call nsm_round_forget_key(); after a round without names also remove
 * earlier versions of the document, which hold the sealed contributions.
 *
 * Returns: whether the round is revealed now
 */
gboolean
nsm_round_reveal (NsmRound *self, NsmKeyStore *keys, GError **error)
{
  guint8 key[NSM_KEY_SIZE];
  gboolean done;

  if (self->state != NSM_ROUND_STATE_CLOSED)
    {
      g_set_error_literal (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_STATE,
                           self->state == NSM_ROUND_STATE_OPEN
                             ? _("The round is still open: close it first.")
                             : _("The round is revealed already."));
      return FALSE;
    }
  if (self->direct)
    {
      g_object_set (self, "state", NSM_ROUND_STATE_REVEALED, NULL);
      return TRUE;
    }

  g_return_val_if_fail (keys != NULL, FALSE);
  nsm_sodium_ensure ();
  if (!check_workshop (self, error))
    return FALSE;
  done = nsm_key_store_load (keys, NSM_RECORD (self)->id, key, error) &&
         reveal_sealed (self, key, error);
  sodium_memzero (key, sizeof key);
  return done;
}

/**
 * nsm_round_forget_key:
 *
 * Deletes the key file of a revealed round. Call it once the revealed document
 * is saved, and not before: without the key nothing sealed opens again.
 *
 * Returns: whether no key is left on this computer
 */
gboolean
nsm_round_forget_key (NsmRound *self, NsmKeyStore *keys, GError **error)
{
  if (self->direct)
    return TRUE;
  if (self->state != NSM_ROUND_STATE_REVEALED)
    {
      g_set_error_literal (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_STATE,
                           _("The round isn’t revealed yet, so its key is still needed."));
      return FALSE;
    }
  return nsm_key_store_remove (keys, NSM_RECORD (self)->id, error);
}
