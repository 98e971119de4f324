/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of this folder share among themselves. */
#pragma once

#include <cjson/cJSON.h>
#include <sodium.h>

#include "rounds/round.h"

G_BEGIN_DECLS

#define NSM_HASH_SIZE 32
#define NSM_RECEIPT_BYTES 10
#define NSM_NONCE_SIZE 16

/* What sealing adds: an ephemeral public key, a nonce, and the box's own. */
#define NSM_SEAL_BYTES \
  (crypto_box_PUBLICKEYBYTES + crypto_box_NONCEBYTES + crypto_box_MACBYTES)

/* What lies beside a round's key, and goes with it. */
#define NSM_PINS_SUFFIX ".pins"
#define NSM_REVEALING_SUFFIX ".revealing"

/* kinds.c: what each kind of round asks, as data */

typedef struct
{
  NsmRoundKind kind;
  NsmStep step;         /* where its answers are used */
  const char *question; /* msgid */
  gsize base_size;      /* bytes of the padded plaintext: fixed part … */
  gsize cell_size;      /* … and for each subject × aspect */
  void (*freeze) (NsmRound *round, NsmWorkshop *workshop);
  const char *nothing; /* msgid: why it can't be opened; NULL: no subjects needed */
  gboolean (*check) (NsmRound *round, NsmAnswer *answer, GError **error);
} NsmRoundType;

const NsmRoundType *nsm_round_type_get (NsmRoundKind kind);
gsize nsm_round_get_plaintext_size (NsmRound *round);
gboolean nsm_round_check_answer (NsmRound *round, NsmAnswer *answer, GError **error);

/* look.c */

NsmContribution *nsm_round_find_current (NsmRound *round, const char *person);
const char *nsm_round_get_name (NsmRound *round, const char *person);

/* seal.c */

void nsm_sodium_ensure (void);
void nsm_key_from_seed (const guint8 seed[NSM_SEED_SIZE], guint8 key[NSM_KEY_SIZE]);
void nsm_hash_add_text (crypto_generichash_state *state, const char *text);
void nsm_hash_add_number (crypto_generichash_state *state, guint64 number);
void nsm_round_hash_asked (NsmRound *round, guint8 hash[NSM_HASH_SIZE]);
char *nsm_seal_answer (NsmRound *round, NsmAnswer *answer, guint64 sequence, GError **error);
char *nsm_seal_answer_to (NsmRound *round, const char *asked, NsmAnswer *answer, guint64 sequence,
                          GError **error);
NsmAnswer *nsm_seal_open (NsmRound *round, const guint8 key[NSM_KEY_SIZE],
                          NsmContribution *contribution, char **nonce, GError **error);
char *nsm_bytes_to_base64 (const guint8 *bytes, gsize n);
gboolean nsm_bytes_from_base64 (const char *text, guint8 *bytes, gsize n);

/* chain.c */

/* A contribution as it is handed from one function to the next. */
typedef struct
{
  const char *person;
  NsmRoute route;
  guint64 sequence;
  const char *sealed;    /* in base64; "" for a withdrawal */
  const char *signer;    /* NULL or "" unless it came signed */
  const char *signature; /* likewise */
} NsmSealed;

NsmSealed nsm_sealed_of (NsmContribution *contribution);
void nsm_chain_hash_sealed (NsmRound *round, const NsmSealed *link, char hex[2 * NSM_HASH_SIZE + 1]);
gboolean nsm_contribution_fits_hash (NsmRound *round, NsmContribution *contribution);
void nsm_chain_get_head (NsmRound *round, guint8 head[NSM_HASH_SIZE]);
void nsm_chain_append (NsmRound *round, const NsmSealed *link, char **receipt);
void nsm_chain_close (NsmRound *round);
gboolean nsm_chain_verify (NsmRound *round, GError **error);
gboolean nsm_chain_is_last (NsmRound *round, guint position);

/* round.c */

guint64 nsm_round_get_next_sequence (NsmRound *round, const char *person);
gboolean nsm_round_check_open (NsmRound *round, const char *person, GError **error);
void nsm_round_take_sealed (NsmRound *round, const NsmSealed *link, char **receipt);

/* opening.c */

typedef struct
{
  NsmContribution *contribution; /* not owned */
  NsmAnswer *answer;
  char *why; /* why it doesn't count, or NULL */
} NsmOpened;

gboolean nsm_round_key_fits (NsmRound *round, const guint8 key[NSM_KEY_SIZE]);
gboolean nsm_contribution_is_withdrawal (NsmRound *round, NsmContribution *contribution);
GPtrArray *nsm_opened_new (NsmRound *round, const guint8 key[NSM_KEY_SIZE], gboolean pinned);

/* nameless.c */

void nsm_round_take_names_away (NsmRound *round, GPtrArray *answers);

/* key-store.c */

char *nsm_key_store_dup_path_beside (NsmKeyStore *self, const char *round_id, const char *suffix);
gboolean nsm_key_store_make_directory (NsmKeyStore *self, GError **error);
gboolean nsm_key_store_load_identity (NsmKeyStore *self, guint8 seed[NSM_KEY_SIZE],
                                      GError **error);

/* base32.c */

char *nsm_base32_dup (const guint8 *bytes, gsize n);
gboolean nsm_base32_read (const char *text, guint8 *bytes, gsize n);

/* words.c */

char *nsm_words_dup (const guint8 *bytes, gsize n);

G_END_DECLS
