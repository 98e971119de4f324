/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "rounds/private.h"

/* Each contribution has a hash of its own, over who, which and the sealed bytes;
 * the chain hashes those in order, starting from what was asked. So a replaced
 * contribution can lose its sealed bytes while its hash holds its place. */

static void
add_text (crypto_generichash_state *state, const char *text)
{
  guint64 n = GUINT64_TO_LE ((guint64) strlen (text));

  /* The length first, or ("ab", "c") and ("a", "bc") would be the same. */
  crypto_generichash_update (state, (const guint8 *) &n, sizeof n);
  crypto_generichash_update (state, (const guint8 *) text, strlen (text));
}

static void
add_number (crypto_generichash_state *state, guint number)
{
  guint64 n = GUINT64_TO_LE ((guint64) number);

  crypto_generichash_update (state, (const guint8 *) &n, sizeof n);
}

/**
 * nsm_chain_hash_contribution:
 * @sealed: in base64; "" for a withdrawal
 * @hex: (out): its hash in hexadecimal
 */
void
nsm_chain_hash_contribution (NsmRound *round, const char *person, guint sequence,
                             const char *sealed, char hex[2 * NSM_HASH_SIZE + 1])
{
  crypto_generichash_state state;
  guint8 hash[NSM_HASH_SIZE];

  nsm_sodium_ensure ();
  crypto_generichash_init (&state, NULL, 0, sizeof hash);
  add_text (&state, "nsm contribution 1");
  add_text (&state, NSM_RECORD (round)->id);
  add_text (&state, person);
  add_number (&state, sequence);
  add_text (&state, sealed);
  crypto_generichash_final (&state, hash, sizeof hash);
  sodium_bin2hex (hex, 2 * NSM_HASH_SIZE + 1, hash, sizeof hash);
}

static void
start (NsmRound *round, guint8 head[NSM_HASH_SIZE])
{
  crypto_generichash_state state;
  guint8 asked[NSM_HASH_SIZE];

  nsm_sodium_ensure ();
  nsm_round_hash_asked (round, asked);
  crypto_generichash_init (&state, NULL, 0, NSM_HASH_SIZE);
  add_text (&state, "nsm chain 1");
  add_text (&state, NSM_RECORD (round)->id);
  add_text (&state, round->public_key);
  crypto_generichash_update (&state, asked, sizeof asked);
  crypto_generichash_final (&state, head, NSM_HASH_SIZE);
}

static void
step (guint8 head[NSM_HASH_SIZE], const char *hash)
{
  crypto_generichash_state state;

  crypto_generichash_init (&state, NULL, 0, NSM_HASH_SIZE);
  add_text (&state, "nsm link 1");
  crypto_generichash_update (&state, head, NSM_HASH_SIZE);
  add_text (&state, hash);
  crypto_generichash_final (&state, head, NSM_HASH_SIZE);
}

/* RFC 4648's alphabet: ten bytes are sixteen characters, none left over. */
static char *
dup_receipt (const guint8 head[NSM_HASH_SIZE])
{
  static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  char *out = g_new0 (char, NSM_RECEIPT_BYTES * 8 / 5 + 1);

  for (guint i = 0; i < NSM_RECEIPT_BYTES * 8 / 5; i++)
    {
      guint bit = i * 5;
      guint pair = (guint) head[bit / 8] << 8 | head[bit / 8 + 1];

      out[i] = letters[(pair >> (11 - bit % 8)) & 31];
    }
  return out;
}

/**
 * nsm_chain_get_head:
 * @head: (out): the chain's head after the last contribution
 */
void
nsm_chain_get_head (NsmRound *round, guint8 head[NSM_HASH_SIZE])
{
  start (round, head);
  NSM_LIST_EACH (NsmContribution, contribution, round->contributions)
    {
      step (head, contribution->hash);
    }
}

static char *
dup_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%MZ");
}

/**
 * nsm_chain_append:
 * @sealed: in base64; "" for a withdrawal
 * @receipt: (out) (transfer full) (optional): the receipt
 *
 * Adds a contribution at the end of the chain.
 */
void
nsm_chain_append (NsmRound *round, const char *person, guint sequence, const char *sealed,
                  char **receipt)
{
  guint8 head[NSM_HASH_SIZE];
  char hash[2 * NSM_HASH_SIZE + 1];
  g_autofree char *made = NULL;
  g_autofree char *now = dup_now ();

  nsm_chain_hash_contribution (round, person, sequence, sealed, hash);
  nsm_chain_get_head (round, head);
  step (head, hash);
  made = dup_receipt (head);
  nsm_list_append_new (
    round->contributions, "person", person, "sequence", (double) sequence, "sealed", sealed, "hash",
    hash, "receipt", made, "cast-at", now, "state",
    sealed[0] != '\0' ? NSM_CONTRIBUTION_STATE_CURRENT : NSM_CONTRIBUTION_STATE_WITHDRAWN, NULL);
  if (receipt != NULL)
    *receipt = g_steal_pointer (&made);
}

/**
 * nsm_chain_close:
 *
 * Writes the head of the chain, and its words, into @round.
 */
void
nsm_chain_close (NsmRound *round)
{
  guint8 head[NSM_HASH_SIZE];
  char hex[2 * NSM_HASH_SIZE + 1];
  g_autofree char *closing = NULL;

  nsm_chain_get_head (round, head);
  sodium_bin2hex (hex, sizeof hex, head, sizeof head);
  closing = nsm_words_dup (head, 8);
  g_object_set (round, "chain-head", hex, "chain-words", closing, NULL);
}

static const char *
get_name (NsmRound *round, const char *person)
{
  NsmRosterEntry *entry = nsm_round_get_roster_entry (round, person);

  return entry != NULL && entry->name[0] != '\0' ? entry->name : person;
}

/**
 * nsm_chain_verify:
 *
 * Follows the chain from what was asked to its end. Sealed bytes aren't looked
 * at here: one contribution whose bytes don't fit its hash is that one's fault.
 *
 * Returns: whether every receipt, and the closing words of a closed round, fit
 */
gboolean
nsm_chain_verify (NsmRound *round, GError **error)
{
  guint8 head[NSM_HASH_SIZE];
  char hex[2 * NSM_HASH_SIZE + 1];
  g_autofree char *closing = NULL;

  start (round, head);
  NSM_LIST_EACH (NsmContribution, contribution, round->contributions)
    {
      g_autofree char *receipt = NULL;

      step (head, contribution->hash);
      receipt = dup_receipt (head);
      if (strcmp (receipt, contribution->receipt) != 0)
        {
          g_set_error (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_CHAIN,
                       _("The chain of contributions breaks at the one of %s: something was "
                         "changed, removed or moved there, or what was asked was changed."),
                       get_name (round, contribution->person));
          return FALSE;
        }
    }
  if (round->state == NSM_ROUND_STATE_OPEN)
    return TRUE;

  sodium_bin2hex (hex, sizeof hex, head, sizeof head);
  closing = nsm_words_dup (head, 8);
  if (strcmp (hex, round->chain_head) == 0 && strcmp (closing, round->chain_words) == 0)
    return TRUE;
  g_set_error_literal (
    error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_CHAIN,
    _("The contributions don’t fit the round’s closing words: some were removed "
      "or added after it was closed."));
  return FALSE;
}

/**
 * nsm_chain_is_last:
 *
 * Returns: whether no later contribution is of the same person
 */
gboolean
nsm_chain_is_last (NsmRound *round, guint position)
{
  NsmContribution *one = nsm_list_get (round->contributions, position);

  for (guint i = position + 1; i < nsm_list_get_size (round->contributions); i++)
    {
      NsmContribution *later = nsm_list_get (round->contributions, i);

      if (strcmp (later->person, one->person) == 0)
        return FALSE;
    }
  return TRUE;
}
