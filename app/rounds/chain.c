/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "rounds/private.h"

/* Each contribution has a hash of its own, over who, which and the sealed bytes;
 * the chain hashes those in order, starting from what was asked. So a replaced
 * contribution can lose its sealed bytes while its hash holds its place. */

/* What of @contribution is hashed. */
NsmSealed
nsm_sealed_of (NsmContribution *contribution)
{
  return (NsmSealed){ .person = contribution->person,
                    .route = contribution->route,
                    .sequence = (guint64) contribution->sequence,
                    .sealed = contribution->sealed,
                    .signer = contribution->signer,
                    .signature = contribution->signature };
}

/**
 * nsm_chain_hash_sealed:
 * @hex: (out): the contribution's hash in hexadecimal
 *
 * The signature isn't in it: it covers the sealed bytes itself.
 */
void
nsm_chain_hash_sealed (NsmRound *round, const NsmSealed *link, char hex[2 * NSM_HASH_SIZE + 1])
{
  crypto_generichash_state state;
  guint8 hash[NSM_HASH_SIZE];

  nsm_sodium_ensure ();
  crypto_generichash_init (&state, NULL, 0, sizeof hash);
  nsm_hash_add_text (&state, "nsm contribution 2");
  nsm_hash_add_text (&state, round->workshop);
  nsm_hash_add_text (&state, NSM_RECORD (round)->id);
  nsm_hash_add_text (&state, link->person);
  nsm_hash_add_text (&state, nsm_choice_get_nick (NSM_TYPE_ROUTE, link->route));
  nsm_hash_add_number (&state, link->sequence);
  nsm_hash_add_text (&state, link->signer != NULL ? link->signer : "");
  nsm_hash_add_text (&state, link->sealed);
  crypto_generichash_final (&state, hash, sizeof hash);
  sodium_bin2hex (hex, 2 * NSM_HASH_SIZE + 1, hash, sizeof hash);
}

/* Whether what @contribution holds is what took its place in the chain. */
gboolean
nsm_contribution_fits_hash (NsmRound *round, NsmContribution *contribution)
{
  const NsmSealed sealed = nsm_sealed_of (contribution);
  char hash[2 * NSM_HASH_SIZE + 1];

  nsm_chain_hash_sealed (round, &sealed, hash);
  return strcmp (hash, contribution->hash) == 0;
}

static void
start (NsmRound *round, guint8 head[NSM_HASH_SIZE])
{
  crypto_generichash_state state;
  guint8 asked[NSM_HASH_SIZE];

  nsm_sodium_ensure ();
  nsm_round_hash_asked (round, asked);
  crypto_generichash_init (&state, NULL, 0, NSM_HASH_SIZE);
  nsm_hash_add_text (&state, "nsm chain 2");
  nsm_hash_add_text (&state, round->workshop);
  nsm_hash_add_text (&state, NSM_RECORD (round)->id);
  nsm_hash_add_text (&state, round->public_key);
  crypto_generichash_update (&state, asked, sizeof asked);
  crypto_generichash_final (&state, head, NSM_HASH_SIZE);
}

static void
step (guint8 head[NSM_HASH_SIZE], const char *hash)
{
  crypto_generichash_state state;

  crypto_generichash_init (&state, NULL, 0, NSM_HASH_SIZE);
  nsm_hash_add_text (&state, "nsm link 1");
  crypto_generichash_update (&state, head, NSM_HASH_SIZE);
  nsm_hash_add_text (&state, hash);
  crypto_generichash_final (&state, head, NSM_HASH_SIZE);
}

static char *
dup_receipt (const guint8 head[NSM_HASH_SIZE])
{
  return nsm_base32_dup (head, NSM_RECEIPT_BYTES);
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
 * @receipt: (out) (transfer full) (optional): the receipt
 *
 * Adds a contribution at the end of the chain.
 */
void
nsm_chain_append (NsmRound *round, const NsmSealed *link, char **receipt)
{
  guint8 head[NSM_HASH_SIZE];
  char hash[2 * NSM_HASH_SIZE + 1];
  g_autofree char *made = NULL;
  g_autofree char *now = dup_now ();

  nsm_chain_hash_sealed (round, link, hash);
  nsm_chain_get_head (round, head);
  step (head, hash);
  made = dup_receipt (head);
  nsm_list_append_new (round->contributions, "person", link->person, "route", link->route,
                       "sequence", (double) link->sequence, "sealed", link->sealed, "hash", hash,
                       "receipt", made, "cast-at", now, "signer", link->signer, "signature",
                       link->signature, "state",
                       link->sealed[0] != '\0' ? NSM_CONTRIBUTION_STATE_CURRENT
                                               : NSM_CONTRIBUTION_STATE_WITHDRAWN,
                       NULL);
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
                       nsm_round_get_name (round, contribution->person));
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
