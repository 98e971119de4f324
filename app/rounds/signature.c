/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds/signature.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rounds/private.h"

static void
add_text (GByteArray *out, const char *text)
{
  guint64 n = GUINT64_TO_LE ((guint64) strlen (text));

  g_byte_array_append (out, (const guint8 *) &n, sizeof n);
  g_byte_array_append (out, (const guint8 *) text, (guint) strlen (text));
}

/**
 * nsm_ballot_dup_signed_bytes:
 * @sealed: in base64
 *
 * Returns: (transfer full): what the signature of such a contribution is over
 */
GBytes *
nsm_ballot_dup_signed_bytes (NsmRound *round, const char *person, guint64 sequence,
                             const char *sealed)
{
  GByteArray *out = g_byte_array_new ();
  g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, sequence);

  add_text (out, "nsm ballot 1");
  add_text (out, round->workshop);
  add_text (out, NSM_RECORD (round)->id);
  add_text (out, person);
  add_text (out, number);
  add_text (out, sealed);
  return g_byte_array_free_to_bytes (out);
}

/**
 * nsm_identity_sign:
 * @signer: (out) (transfer full): this account's public key in base64
 * @signature: (out) (transfer full): in base64
 *
 * Signs as this account; its key is made when there is none yet.
 *
 * Returns: whether it could
 */
gboolean
nsm_identity_sign (NsmKeyStore *keys, GBytes *message, char **signer, char **signature,
                   GError **error)
{
  guint8 seed[crypto_sign_SEEDBYTES];
  guint8 public_key[crypto_sign_PUBLICKEYBYTES];
  guint8 secret_key[crypto_sign_SECRETKEYBYTES];
  guint8 made[crypto_sign_BYTES];
  gsize n;
  const guint8 *bytes = g_bytes_get_data (message, &n);

  G_STATIC_ASSERT (crypto_sign_SEEDBYTES == NSM_KEY_SIZE);
  nsm_sodium_ensure ();
  if (!nsm_key_store_load_identity (keys, seed, error))
    return FALSE;
  crypto_sign_seed_keypair (public_key, secret_key, seed);
  crypto_sign_detached (made, NULL, bytes, n, secret_key);
  sodium_memzero (seed, sizeof seed);
  sodium_memzero (secret_key, sizeof secret_key);
  *signer = nsm_bytes_to_base64 (public_key, sizeof public_key);
  *signature = nsm_bytes_to_base64 (made, sizeof made);
  return TRUE;
}

/**
 * nsm_signature_check:
 * @signer: a public key in base64
 * @signature: in base64
 *
 * Returns: whether @signer signed exactly @message
 */
gboolean
nsm_signature_check (GBytes *message, const char *signer, const char *signature)
{
  guint8 public_key[crypto_sign_PUBLICKEYBYTES];
  guint8 made[crypto_sign_BYTES];
  gsize n;
  const guint8 *bytes = g_bytes_get_data (message, &n);

  nsm_sodium_ensure ();
  return nsm_bytes_from_base64 (signer, public_key, sizeof public_key) &&
         nsm_bytes_from_base64 (signature, made, sizeof made) &&
         crypto_sign_verify_detached (made, bytes, n, public_key) == 0;
}

/**
 * nsm_contribution_check_signature:
 *
 * Whose key it is isn't looked at here: see the participant's `signing_key`.
 *
 * Returns: whether @contribution is signed by its signer, if its route asks for a
 *   signature; one made on the laptop has none
 */
gboolean
nsm_contribution_check_signature (NsmRound *round, NsmContribution *contribution, GError **error)
{
  g_autoptr (GBytes) message = NULL;

  if (contribution->route == NSM_ROUTE_LAPTOP)
    return TRUE;
  message = nsm_ballot_dup_signed_bytes (round, contribution->person,
                                         (guint64) contribution->sequence, contribution->sealed);
  if (nsm_signature_check (message, contribution->signer, contribution->signature))
    return TRUE;
  g_set_error_literal (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_SIGNATURE,
                       _("Its signature doesn’t fit: it was changed after it was signed."));
  return FALSE;
}
