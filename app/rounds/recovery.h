/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "rounds/round.h"

G_BEGIN_DECLS

/* What keeps a lost laptop from taking a round with it. The recovery code is the
 * key itself, to be written down. A passphrase puts the key into the document,
 * wrapped, so that the document is then as strong as that passphrase. */

#define NSM_PASSPHRASE_MIN 10

char *nsm_round_dup_recovery_code (NsmRound *self, NsmKeyStore *keys, GError **error);
gboolean nsm_round_recover_with_code (NsmRound *self, NsmKeyStore *keys, const char *code,
                                      GError **error);

void nsm_round_wrap_key_async (NsmRound *self, NsmKeyStore *keys, const char *passphrase,
                               GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer data);
gboolean nsm_round_wrap_key_finish (NsmRound *self, GAsyncResult *result, GError **error);
void nsm_round_unwrap_key_async (NsmRound *self, NsmKeyStore *keys, const char *passphrase,
                                 GCancellable *cancellable, GAsyncReadyCallback callback,
                                 gpointer data);
gboolean nsm_round_unwrap_key_finish (NsmRound *self, GAsyncResult *result, GError **error);
void nsm_round_drop_wrapped_key (NsmRound *self);

G_END_DECLS
