/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Where secrets are kept: a directory of this account, never the document. There
 * is one file for each round, "<round>.key", and "identity.key" with which this
 * account signs.
 *
 * A round's secret key is derived from a shorter seed, and the seed is what is
 * kept: as a recovery code it is short enough to be written down by hand, and it
 * is no easier to guess than the key. */

#define NSM_KEY_SIZE 32
#define NSM_SEED_SIZE 16

#define NSM_TYPE_KEY_STORE (nsm_key_store_get_type ())
G_DECLARE_FINAL_TYPE (NsmKeyStore, nsm_key_store, NSM, KEY_STORE, GObject)

NsmKeyStore *nsm_key_store_new (const char *directory);
const char *nsm_key_store_get_directory (NsmKeyStore *self);
char *nsm_key_store_dup_path (NsmKeyStore *self, const char *round_id);
gboolean nsm_key_store_has (NsmKeyStore *self, const char *round_id);
gboolean nsm_key_store_save (NsmKeyStore *self, const char *round_id,
                             const guint8 seed[NSM_SEED_SIZE], GError **error);
gboolean nsm_key_store_load (NsmKeyStore *self, const char *round_id, guint8 key[NSM_KEY_SIZE],
                             GError **error);
gboolean nsm_key_store_load_seed (NsmKeyStore *self, const char *round_id,
                                  guint8 seed[NSM_SEED_SIZE], GError **error);
gboolean nsm_key_store_remove (NsmKeyStore *self, const char *round_id, GError **error);

G_END_DECLS
