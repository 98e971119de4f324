/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rounds/round.h"

G_BEGIN_DECLS

/* Contributions that come from elsewhere are signed. Each account has one Ed25519
 * key for it, "identity.key" in its key store, made with the first signature. What
 * is signed are these texts, each after its length in bytes as a 64-bit little-
 * endian number: "nsm ballot 1", the workshop's identity, the round's id, the
 * person's id, the sequence in decimal, the sealed bytes in base64. */

GBytes *nsm_ballot_dup_signed_bytes (NsmRound *round, const char *person, guint64 sequence,
                                     const char *sealed);
gboolean nsm_identity_sign (NsmKeyStore *keys, GBytes *message, char **signer, char **signature,
                            GError **error);
gboolean nsm_signature_check (GBytes *message, const char *signer, const char *signature);
gboolean nsm_contribution_check_signature (NsmRound *round, NsmContribution *contribution,
                                           GError **error);

G_END_DECLS
