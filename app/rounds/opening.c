/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening sealed contributions, at the reveal and again when it is checked. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "rounds/private.h"
#include "rounds/signature.h"

static void
opened_free (gpointer data)
{
  NsmOpened *opened = data;

  g_clear_object (&opened->answer);
  g_free (opened->why);
  g_free (opened);
}

/* Whether @key is the secret half of the round’s public key. */
gboolean
nsm_round_key_fits (NsmRound *self, const guint8 key[NSM_KEY_SIZE])
{
  guint8 derived[crypto_box_PUBLICKEYBYTES];
  guint8 published[crypto_box_PUBLICKEYBYTES];

  return (key[0] & 0x07) == 0 && (key[NSM_KEY_SIZE - 1] & 0xc0) == 0x40 &&
         crypto_scalarmult_base (derived, key) == 0 &&
         nsm_bytes_from_base64 (self->public_key, published, sizeof published) &&
         sodium_memcmp (derived, published, sizeof derived) == 0;
}

/* Whether @contribution is a withdrawal, and was one when it was chained. */
gboolean
nsm_contribution_is_withdrawal (NsmRound *self, NsmContribution *contribution)
{
  return contribution->sealed[0] == '\0' && nsm_contribution_fits_hash (self, contribution);
}

/* Whether it was signed by whom its person is known to sign as. Keys that were
 * never accepted, or whose person is gone from the workshop, say nothing. */
static gboolean
check_signer (NsmRound *self, NsmContribution *contribution, GError **error)
{
  NsmRecord *person = nsm_record_find (NSM_RECORD (self), contribution->person);
  const char *known = NSM_IS_PARTICIPANT (person) ? NSM_PARTICIPANT (person)->signing_key : "";

  if (contribution->route == NSM_ROUTE_LAPTOP || known[0] == '\0' ||
      strcmp (known, contribution->signer) == 0)
    return TRUE;
  g_set_error_literal (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_SIGNATURE,
                       _("It was signed with another key than the one accepted for this person."));
  return FALSE;
}

/* Why @contribution can't count, or its answer. @pinned: the keys accepted for
 * people are compared, too; later than the reveal they may have changed. */
static NsmAnswer *
open_one (NsmRound *self, const guint8 key[NSM_KEY_SIZE], NsmContribution *contribution,
          gboolean pinned, char **nonce, GError **error)
{
  if (nsm_round_get_roster_entry (self, contribution->person) == NULL)
    {
      g_set_error_literal (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_PERSON,
                           _("Its person wasn’t asked in this round."));
      return NULL;
    }
  /* What was sealed first: that its bytes were changed says more than that its
   * signature doesn't fit them. */
  g_autoptr (NsmAnswer) answer = nsm_seal_open (self, key, contribution, nonce, error);
  if (answer == NULL || !nsm_contribution_check_signature (self, contribution, error) ||
      (pinned && !check_signer (self, contribution, error)))
    return NULL;
  return g_steal_pointer (&answer);
}

/* Opens each person's last contribution; everything else stays shut.
 *
 * Returns: (transfer full) (element-type NsmOpened) */
GPtrArray *
nsm_opened_new (NsmRound *self, const guint8 key[NSM_KEY_SIZE], gboolean pinned)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (opened_free);
  g_autoptr (GHashTable) nonces = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < nsm_list_get_size (self->contributions); i++)
    {
      NsmContribution *contribution = nsm_list_get (self->contributions, i);
      g_autoptr (GError) why = NULL;
      g_autofree char *nonce = NULL;
      NsmOpened *opened;

      if (!nsm_chain_is_last (self, i) || nsm_contribution_is_withdrawal (self, contribution))
        continue;
      opened = g_new0 (NsmOpened, 1);
      opened->contribution = contribution;
      g_ptr_array_add (all, opened);
      opened->answer = open_one (self, key, contribution, pinned, &nonce, &why);
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
