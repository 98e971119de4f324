/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "record/json.h"
#include "rounds/private.h"

#define FORMAT 2
#define HASH_HEX_SIZE (2 * NSM_HASH_SIZE + 1)

/* Makes libsodium ready; without it nothing here may go on. */
void
nsm_sodium_ensure (void)
{
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      if (sodium_init () < 0)
        g_error ("libsodium can’t start");
      g_once_init_leave (&once, 1);
    }
}

char *
nsm_bytes_to_base64 (const guint8 *bytes, gsize n)
{
  gsize size = sodium_base64_encoded_len (n, sodium_base64_VARIANT_ORIGINAL);
  char *text = g_malloc (size);

  return sodium_bin2base64 (text, size, bytes, n, sodium_base64_VARIANT_ORIGINAL);
}

/* Exactly @n bytes, in the one way to write them. */
gboolean
nsm_bytes_from_base64 (const char *text, guint8 *bytes, gsize n)
{
  gsize got = 0;
  const char *end = NULL;

  return sodium_base642bin (bytes, n, text, strlen (text), NULL, &got, &end,
                            sodium_base64_VARIANT_ORIGINAL) == 0 &&
         got == n && *end == '\0';
}

/* A seed has 128 random bits: the key is no weaker for it. Five bits of a key mean
 * nothing to X25519; here they are always what it takes them for, so that a
 * published key can be written in one way only. */
void
nsm_key_from_seed (const guint8 seed[NSM_SEED_SIZE], guint8 key[NSM_KEY_SIZE])
{
  crypto_generichash_state state;

  nsm_sodium_ensure ();
  crypto_generichash_init (&state, NULL, 0, NSM_KEY_SIZE);
  nsm_hash_add_text (&state, "nsm round key 2");
  crypto_generichash_update (&state, seed, NSM_SEED_SIZE);
  crypto_generichash_final (&state, key, NSM_KEY_SIZE);
  sodium_memzero (&state, sizeof state);
  key[0] &= 0xf8;
  key[NSM_KEY_SIZE - 1] &= 0x7f;
  key[NSM_KEY_SIZE - 1] |= 0x40;
}

void
nsm_hash_add_number (crypto_generichash_state *state, guint64 number)
{
  guint64 n = GUINT64_TO_LE (number);

  crypto_generichash_update (state, (const guint8 *) &n, sizeof n);
}

/* The length first, or ("ab", "c") and ("a", "bc") would be the same. */
void
nsm_hash_add_text (crypto_generichash_state *state, const char *text)
{
  nsm_hash_add_number (state, strlen (text));
  crypto_generichash_update (state, (const guint8 *) text, strlen (text));
}

/**
 * nsm_round_hash_asked:
 * @hash: (out): of everything that was asked, of whom, under which promise
 *
 * The fields are named one by one, so that a later version's new fields don't
 * change the hash of an old round.
 */
void
nsm_round_hash_asked (NsmRound *round, guint8 hash[NSM_HASH_SIZE])
{
  crypto_generichash_state state;

  nsm_sodium_ensure ();
  crypto_generichash_init (&state, NULL, 0, NSM_HASH_SIZE);
  nsm_hash_add_text (&state, "nsm asked 1");
  nsm_hash_add_text (&state, nsm_choice_get_nick (NSM_TYPE_ROUND_KIND, round->kind));
  nsm_hash_add_text (&state, nsm_choice_get_nick (NSM_TYPE_PRIVACY, round->privacy));
  nsm_hash_add_text (&state, round->question);
  nsm_hash_add_text (&state, round->promise);
  nsm_hash_add_number (&state, nsm_list_get_size (round->subjects));
  NSM_LIST_EACH (NsmSubject, subject, round->subjects)
    {
      nsm_hash_add_text (&state, subject->subject);
      nsm_hash_add_text (&state, subject->title);
      nsm_hash_add_text (&state, subject->wording);
      nsm_hash_add_text (&state, subject->calibration ? "1" : "0");
    }
  nsm_hash_add_number (&state, nsm_list_get_size (round->aspects));
  NSM_LIST_EACH (NsmAspect, aspect, round->aspects)
    {
      g_autofree char *weight = nsm_json_format_number (aspect->weight);

      nsm_hash_add_text (&state, aspect->aspect);
      nsm_hash_add_text (&state, aspect->name);
      nsm_hash_add_text (&state, aspect->question);
      nsm_hash_add_text (&state, aspect->anchor_low);
      nsm_hash_add_text (&state, aspect->anchor_middle);
      nsm_hash_add_text (&state, aspect->anchor_high);
      nsm_hash_add_text (&state, weight);
    }
  nsm_hash_add_number (&state, nsm_list_get_size (round->roster));
  NSM_LIST_EACH (NsmRosterEntry, entry, round->roster)
    {
      nsm_hash_add_text (&state, entry->person);
      nsm_hash_add_text (&state, entry->name);
    }
  crypto_generichash_final (&state, hash, NSM_HASH_SIZE);
}

/* What cJSON copied of an answer is overwritten before it is given back. */
static void
wipe_json (cJSON *item)
{
  for (; item != NULL; item = item->next)
    {
      if (item->valuestring != NULL)
        sodium_memzero (item->valuestring, strlen (item->valuestring));
      item->valuedouble = 0;
      item->valueint = 0;
      wipe_json (item->child);
    }
}

/* Doesn't stop at the head: what follows it in its list isn't its own. */
static void
wipe_and_delete (cJSON *root)
{
  wipe_json (root);
  cJSON_Delete (root);
}

static void
get_asked_hex (NsmRound *round, char hex[HASH_HEX_SIZE])
{
  guint8 hash[NSM_HASH_SIZE];

  nsm_round_hash_asked (round, hash);
  sodium_bin2hex (hex, HASH_HEX_SIZE, hash, sizeof hash);
}

static cJSON *
make_plain (NsmRound *round, const char *asked, NsmAnswer *answer, guint64 sequence)
{
  cJSON *answered = nsm_record_to_json (NSM_RECORD (answer));
  cJSON *plain = cJSON_CreateObject ();
  char nonce[2 * NSM_NONCE_SIZE + 1];
  guint8 random[NSM_NONCE_SIZE];

  randombytes_buf (random, sizeof random);
  sodium_bin2hex (nonce, sizeof nonce, random, sizeof random);

  cJSON_AddNumberToObject (plain, "format", FORMAT);
  cJSON_AddStringToObject (plain, "workshop", round->workshop);
  cJSON_AddStringToObject (plain, "round", NSM_RECORD (round)->id);
  cJSON_AddStringToObject (plain, "asked", asked);
  cJSON_AddStringToObject (plain, "key", round->public_key);
  cJSON_AddStringToObject (plain, "person", answer->person);
  cJSON_AddNumberToObject (plain, "sequence", (double) sequence);
  cJSON_AddStringToObject (plain, "nonce", nonce);
  cJSON_AddItemToObject (plain, "answer", answered);
  return plain;
}

/* sealed = ephemeral public key ‖ nonce ‖ box. The ephemeral secret key is gone
 * when this returns, so that not even whoever sealed it opens it again. */
static gboolean
seal (guint8 *sealed, const guint8 *plain, gsize n, const guint8 public_key[NSM_KEY_SIZE])
{
  guint8 *nonce = sealed + crypto_box_PUBLICKEYBYTES;
  guint8 secret_key[crypto_box_SECRETKEYBYTES];
  gboolean done;

  crypto_box_keypair (sealed, secret_key);
  randombytes_buf (nonce, crypto_box_NONCEBYTES);
  done = crypto_box_easy (nonce + crypto_box_NONCEBYTES, plain, n, nonce, public_key,
                          secret_key) == 0;
  sodium_memzero (secret_key, sizeof secret_key);
  return done;
}

/**
 * nsm_seal_answer:
 *
 * Pads the answer to the one size that all answers of the round have, and seals
 * it so that only the round's secret key opens it.
 *
 * It is crypto_box_easy() with an ephemeral key and a random nonce that stand
 * before the box, and not crypto_box_seal(): that derives its nonce with BLAKE2b,
 * which the NaCl library for browsers doesn't have, and all routes into a round
 * make the very same bytes.
 *
 * Returns: (transfer full) (nullable): the sealed bytes in base64
 */
char *
nsm_seal_answer (NsmRound *round, NsmAnswer *answer, guint64 sequence, GError **error)
{
  char asked[HASH_HEX_SIZE];

  get_asked_hex (round, asked);
  return nsm_seal_answer_to (round, asked, answer, sequence, error);
}

/**
 * nsm_seal_answer_to:
 * @asked: the hash of what was asked, in hexadecimal: who answers a request has it
 *   from there, because a request keeps back which candidates are bad on purpose
 *
 * Returns: (transfer full) (nullable): as nsm_seal_answer()
 */
char *
nsm_seal_answer_to (NsmRound *round, const char *asked, NsmAnswer *answer, guint64 sequence,
                    GError **error)
{
  const gsize size = nsm_round_get_plaintext_size (round);
  guint8 public_key[crypto_box_PUBLICKEYBYTES];
  g_autofree guint8 *sealed = g_malloc (size + NSM_SEAL_BYTES);
  char *padded;
  cJSON *plain;
  gboolean fits;
  gsize n = 0;

  nsm_sodium_ensure ();
  if (!nsm_bytes_from_base64 (round->public_key, public_key, sizeof public_key))
    {
      g_set_error_literal (
        error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_KEY,
        _("The round’s public key is damaged, so nothing can be sealed for it."));
      return NULL;
    }

  /* cJSON wants a little room beyond the text; the pad needs a byte within. */
  padded = g_malloc0 (size + 64);
  plain = make_plain (round, asked, answer, sequence);
  fits = cJSON_PrintPreallocated (plain, padded, (int) size + 64, FALSE) && strlen (padded) < size;
  wipe_and_delete (plain);
  if (fits)
    fits = sodium_pad (&n, (guint8 *) padded, strlen (padded), size, size + 64) == 0 && n == size;
  if (fits)
    fits = seal (sealed, (const guint8 *) padded, size, public_key);
  sodium_memzero (padded, size + 64);
  g_free (padded);
  if (!fits)
    {
      g_set_error_literal (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_SIZE,
                           _("The answer is longer than this round has room for. Shorten the "
                             "reasons, then lock it in again."));
      return NULL;
    }
  return nsm_bytes_to_base64 (sealed, size + NSM_SEAL_BYTES);
}

static gboolean
reject (GError **error, const char *why)
{
  g_set_error_literal (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_ANSWER, why);
  return FALSE;
}

static gboolean
text_is (const cJSON *object, const char *member, const char *expected)
{
  const char *text = cJSON_GetStringValue (cJSON_GetObjectItemCaseSensitive (object, member));

  return text != NULL && strcmp (text, expected) == 0;
}

static gboolean
number_is (const cJSON *object, const char *member, double expected)
{
  const cJSON *item = cJSON_GetObjectItemCaseSensitive (object, member);

  return cJSON_IsNumber (item) && fabs (item->valuedouble - expected) < 0.5;
}

static gboolean
check_inside (NsmRound *round, NsmContribution *contribution, const cJSON *plain, GError **error)
{
  char asked[HASH_HEX_SIZE];

  get_asked_hex (round, asked);
  if (!number_is (plain, "format", FORMAT))
    return reject (error, _("It was sealed by another version of the program."));
  if (!text_is (plain, "workshop", round->workshop))
    return reject (error, _("It was sealed for another workshop."));
  if (!text_is (plain, "round", NSM_RECORD (round)->id) ||
      !text_is (plain, "key", round->public_key))
    return reject (error, _("It was sealed for another round."));
  if (!text_is (plain, "person", contribution->person))
    return reject (error, _("It was sealed by somebody else."));
  if (!number_is (plain, "sequence", contribution->sequence))
    return reject (error, _("It was sealed for another place in the chain."));
  if (!text_is (plain, "asked", asked))
    return reject (error, _("It answers another wording of the question."));
  return TRUE;
}

static NsmAnswer *
read_plain (NsmRound *round, NsmContribution *contribution, const char *text, gsize n, char **nonce,
            GError **error)
{
  g_autoptr (NsmJson) json = nsm_json_parse (text, n, NULL);
  g_autoptr (NsmAnswer) answer = NULL;
  const cJSON *plain, *inner;
  const char *random;

  if (json == NULL || !cJSON_IsObject (plain = nsm_json_get_root (json)))
    {
      reject (error, _("What was sealed isn’t an answer."));
      return NULL;
    }
  if (!check_inside (round, contribution, plain, error))
    return NULL;
  random = cJSON_GetStringValue (cJSON_GetObjectItemCaseSensitive (plain, "nonce"));
  inner = cJSON_GetObjectItemCaseSensitive (plain, "answer");
  answer = g_object_new (NSM_TYPE_ANSWER, NULL);
  if (random == NULL || strlen (random) != 2 * NSM_NONCE_SIZE || inner == NULL ||
      !nsm_record_read_json (NSM_RECORD (answer), json, inner, NULL, NULL) ||
      strcmp (answer->person, contribution->person) != 0)
    {
      reject (error, _("What was sealed isn’t an answer."));
      return NULL;
    }
  if (!nsm_round_check_answer (round, answer, error))
    return NULL;
  *nonce = g_strdup (random);
  return g_steal_pointer (&answer);
}

/**
 * nsm_seal_open:
 * @nonce: (out) (transfer full): the random text within, which may come only once
 *
 * Opens @contribution and compares what is inside with what is outside.
 *
 * Returns: (transfer full) (nullable): the answer, or NULL and why it is rejected
 */
NsmAnswer *
nsm_seal_open (NsmRound *round, const guint8 key[NSM_KEY_SIZE], NsmContribution *contribution,
               char **nonce, GError **error)
{
  const gsize size = nsm_round_get_plaintext_size (round);
  g_autofree guint8 *sealed = g_malloc (size + NSM_SEAL_BYTES);
  const guint8 *nonce_used = sealed + crypto_box_PUBLICKEYBYTES;
  guint8 *plain;
  NsmAnswer *answer = NULL;
  gsize n = 0;

  if (!nsm_contribution_fits_hash (round, contribution))
    {
      reject (error, _("Its sealed bytes were changed after it was locked in."));
      return NULL;
    }
  if (!nsm_bytes_from_base64 (contribution->sealed, sealed, size + NSM_SEAL_BYTES))
    {
      reject (error, _("Its sealed bytes don’t have the size that this round’s have."));
      return NULL;
    }

  plain = g_malloc (size);
  /* X25519 doesn't look at the last bit of a key, and no key is made with it set:
   * without this the same box could be written in two ways. */
  if ((sealed[crypto_box_PUBLICKEYBYTES - 1] & 0x80) != 0 ||
      crypto_box_open_easy (plain, nonce_used + crypto_box_NONCEBYTES, size + crypto_box_MACBYTES,
                            nonce_used, sealed, key) != 0)
    reject (error,
            _("The round’s key doesn’t open it: it was changed, or sealed for another round."));
  else if (sodium_unpad (&n, plain, size, size) != 0)
    reject (error, _("What was sealed isn’t an answer."));
  else
    answer = read_plain (round, contribution, (const char *) plain, n, nonce, error);
  sodium_memzero (plain, size);
  g_free (plain);
  return answer;
}
