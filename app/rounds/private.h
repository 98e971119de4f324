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
#define NSM_UNNAMED_MINIMUM 4

/* kinds.c: what each kind of round asks, as data */

typedef struct
{
  NsmRoundKind kind;
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

/* seal.c */

void nsm_sodium_ensure (void);
void nsm_round_hash_asked (NsmRound *round, guint8 hash[NSM_HASH_SIZE]);
char *nsm_seal_answer (NsmRound *round, NsmAnswer *answer, guint sequence, GError **error);
NsmAnswer *nsm_seal_open (NsmRound *round, const guint8 key[NSM_KEY_SIZE],
                          NsmContribution *contribution, char **nonce, GError **error);
char *nsm_bytes_to_base64 (const guint8 *bytes, gsize n);
gboolean nsm_bytes_from_base64 (const char *text, guint8 *bytes, gsize n);

/* chain.c */

void nsm_chain_hash_contribution (NsmRound *round, const char *person, guint sequence,
                                  const char *sealed, char hex[2 * NSM_HASH_SIZE + 1]);
void nsm_chain_get_head (NsmRound *round, guint8 head[NSM_HASH_SIZE]);
void nsm_chain_append (NsmRound *round, const char *person, guint sequence, const char *sealed,
                       char **receipt);
void nsm_chain_close (NsmRound *round);
gboolean nsm_chain_verify (NsmRound *round, GError **error);
gboolean nsm_chain_is_last (NsmRound *round, guint position);

/* words.c */

char *nsm_words_dup (const guint8 *bytes, gsize n);

G_END_DECLS
