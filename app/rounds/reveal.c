/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "record/json.h"
#include "rounds/private.h"

typedef struct
{
  NsmContribution *contribution;
  NsmAnswer *answer;
  char *why; /* why it is rejected, or NULL */
} Opened;

static void
opened_free (gpointer data)
{
  Opened *opened = data;

  g_clear_object (&opened->answer);
  g_free (opened->why);
  g_free (opened);
}

static gboolean
key_fits (NsmRound *self, const guint8 key[NSM_KEY_SIZE])
{
  guint8 derived[crypto_box_PUBLICKEYBYTES];
  guint8 published[crypto_box_PUBLICKEYBYTES];

  return crypto_scalarmult_base (derived, key) == 0 &&
         nsm_bytes_from_base64 (self->public_key, published, sizeof published) &&
         sodium_memcmp (derived, published, sizeof derived) == 0;
}

/* Whether @contribution is a withdrawal, and was one when it was chained. */
static gboolean
is_withdrawal (NsmRound *self, NsmContribution *contribution)
{
  char hash[2 * NSM_HASH_SIZE + 1];

  if (contribution->sealed[0] != '\0')
    return FALSE;
  nsm_chain_hash_contribution (self, contribution->person, (guint) contribution->sequence, "",
                               hash);
  return strcmp (hash, contribution->hash) == 0;
}

/* Opens each person's last contribution; everything else stays shut. */
static GPtrArray *
open_all (NsmRound *self, const guint8 key[NSM_KEY_SIZE])
{
  GPtrArray *all = g_ptr_array_new_with_free_func (opened_free);
  g_autoptr (GHashTable) nonces = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < nsm_list_get_size (self->contributions); i++)
    {
      NsmContribution *contribution = nsm_list_get (self->contributions, i);
      g_autoptr (GError) why = NULL;
      g_autofree char *nonce = NULL;
      Opened *opened;

      if (!nsm_chain_is_last (self, i) || is_withdrawal (self, contribution))
        continue;
      opened = g_new0 (Opened, 1);
      opened->contribution = contribution;
      g_ptr_array_add (all, opened);
      if (nsm_round_get_roster_entry (self, contribution->person) == NULL)
        {
          opened->why = g_strdup (_("Its person wasn’t asked in this round."));
          continue;
        }
      opened->answer = nsm_seal_open (self, key, contribution, &nonce, &why);
      if (opened->answer == NULL)
        opened->why = g_strdup (why->message);
      else if (!g_hash_table_add (nonces, g_steal_pointer (&nonce)))
        {
          g_clear_object (&opened->answer);
          opened->why = g_strdup (_("It repeats another contribution."));
        }
    }
  return all;
}

static Opened *
find_opened (GPtrArray *all, const char *person)
{
  for (guint i = 0; i < all->len; i++)
    {
      Opened *opened = all->pdata[i];

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
      Opened *opened = find_opened (all, entry->person);

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
      Opened *opened = all->pdata[i];
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

/* Without names: random ids in random order, and nothing sealed is left that
 * could be laid beside an answer. */
static void
take_names_away (NsmRound *self, GPtrArray *answers)
{
  for (guint i = answers->len; i > 1; i--)
    {
      guint j = randombytes_uniform (i);
      gpointer other = answers->pdata[j];

      answers->pdata[j] = answers->pdata[i - 1];
      answers->pdata[i - 1] = other;
    }
  for (guint i = 0; i < answers->len; i++)
    {
      g_autofree char *id = nsm_id_new ();

      g_object_set (answers->pdata[i], "person", id, NULL);
    }
  NSM_LIST_EACH (NsmContribution, contribution, self->contributions)
    {
      g_object_set (contribution, "sealed", "", NULL);
    }
}

static gboolean
reveal_sealed (NsmRound *self, const guint8 key[NSM_KEY_SIZE], GError **error)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) answers = NULL;

  if (!key_fits (self, key))
    {
      g_set_error_literal (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_KEY,
                           _("The key on this computer isn’t the key of this round."));
      return FALSE;
    }
  if (!nsm_chain_verify (self, error))
    return FALSE;

  all = open_all (self, key);
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
  if (self->privacy == NSM_PRIVACY_UNNAMED)
    take_names_away (self, answers);
  else
    {
      char published[sodium_base64_ENCODED_LEN (NSM_KEY_SIZE, sodium_base64_VARIANT_ORIGINAL)];

      sodium_bin2base64 (published, sizeof published, key, NSM_KEY_SIZE,
                         sodium_base64_VARIANT_ORIGINAL);
      g_object_set (self, "secret-key", published, NULL);
    }
  nsm_list_splice (self->answers, 0, nsm_list_get_size (self->answers),
                   (NsmRecord **) answers->pdata, answers->len);
  g_object_set (self, "state", NSM_ROUND_STATE_REVEALED, NULL);
  return TRUE;
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

static gboolean
answer_is_shown (NsmRound *self, NsmAnswer *opened)
{
  NsmAnswer *shown = nsm_round_get_answer (self, opened->person);

  if (shown == NULL)
    return FALSE;

  g_autoptr (cJSON) a = nsm_record_to_json (NSM_RECORD (opened));
  g_autoptr (cJSON) b = nsm_record_to_json (NSM_RECORD (shown));
  g_autofree char *text_a = cJSON_PrintUnformatted (a);
  g_autofree char *text_b = cJSON_PrintUnformatted (b);
  return strcmp (text_a, text_b) == 0;
}

static gboolean
verify_answers (NsmRound *self, const guint8 key[NSM_KEY_SIZE], GError **error)
{
  g_autoptr (GPtrArray) all = NULL;
  guint n = 0;

  if (!key_fits (self, key))
    {
      g_set_error_literal (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_KEY,
                           _("The published key isn’t the key of this round."));
      return FALSE;
    }
  all = open_all (self, key);
  for (guint i = 0; i < all->len; i++)
    {
      Opened *opened = all->pdata[i];

      if (opened->answer == NULL)
        continue;
      n++;
      if (!answer_is_shown (self, opened->answer))
        {
          NsmRosterEntry *entry = nsm_round_get_roster_entry (self, opened->answer->person);

          g_set_error (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_CHAIN,
                       _("The answer shown for %s isn’t the one that was sealed."), entry->name);
          return FALSE;
        }
    }
  if (n == nsm_list_get_size (self->answers))
    return TRUE;
  g_set_error_literal (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_CHAIN,
                       _("The round shows answers that nobody sealed."));
  return FALSE;
}

/**
 * nsm_round_verify:
 *
 * Checks what the document itself allows to check: the chain and the closing
 * words, and after a reveal with names that each answer is the one sealed.
 *
 * Returns: whether all fits; a round that was answered directly always does
 */
gboolean
nsm_round_verify (NsmRound *self, GError **error)
{
  guint8 key[NSM_KEY_SIZE];
  gboolean fits;

  if (self->direct)
    return TRUE;
  nsm_sodium_ensure ();
  if (!nsm_chain_verify (self, error))
    return FALSE;
  if (self->state != NSM_ROUND_STATE_REVEALED || self->privacy == NSM_PRIVACY_UNNAMED)
    return TRUE;
  if (!nsm_bytes_from_base64 (self->secret_key, key, sizeof key))
    {
      g_set_error_literal (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_KEY,
                           _("The round was revealed with names, but its key isn’t published."));
      return FALSE;
    }
  fits = verify_answers (self, key, error);
  sodium_memzero (key, sizeof key);
  return fits;
}
