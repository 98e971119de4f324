/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Where the secret keys of rounds are kept: a directory of this account, one
 * file a round, never inside the document. */

#define NSM_KEY_SIZE 32

#define NSM_TYPE_KEY_STORE (nsm_key_store_get_type ())
G_DECLARE_FINAL_TYPE (NsmKeyStore, nsm_key_store, NSM, KEY_STORE, GObject)

NsmKeyStore *nsm_key_store_new (const char *directory);
const char *nsm_key_store_get_directory (NsmKeyStore *self);
char *nsm_key_store_dup_path (NsmKeyStore *self, const char *round_id);
gboolean nsm_key_store_has (NsmKeyStore *self, const char *round_id);
gboolean nsm_key_store_save (NsmKeyStore *self, const char *round_id,
                             const guint8 key[NSM_KEY_SIZE], GError **error);
gboolean nsm_key_store_load (NsmKeyStore *self, const char *round_id, guint8 key[NSM_KEY_SIZE],
                             GError **error);
gboolean nsm_key_store_remove (NsmKeyStore *self, const char *round_id, GError **error);

G_END_DECLS
