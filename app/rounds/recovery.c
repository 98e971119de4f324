/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds/recovery.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "rounds/private.h"

/* Code: the seed and four bytes of its hash are twenty bytes, eight groups of four. */
#define CHECK_SIZE 4
#define CODE_SIZE (NSM_SEED_SIZE + CHECK_SIZE)

/* Wrapped: this word, Argon2id's two limits, then salt, nonce and box in base64. */
#define WORD "nsm-wrapped-1"
#define SALT_SIZE crypto_pwhash_SALTBYTES
#define NONCE_SIZE crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
#define BOX_SIZE (NSM_SEED_SIZE + crypto_aead_xchacha20poly1305_ietf_ABYTES)

/* What a document may ask for; one from elsewhere could ask for anything. */
#define OPS_MAX 10
#define MEM_MAX (512 * 1024 * 1024)

static gboolean
fail (GError **error, NsmRoundError code, const char *message)
{
  g_set_error_literal (error, NSM_ROUND_ERROR, code, message);
  return FALSE;
}

static gboolean
check_state (NsmRound *self, GError **error)
{
  if (self->direct || self->state == NSM_ROUND_STATE_REVEALED)
    return fail (error, NSM_ROUND_ERROR_STATE, _("Nothing in this round is sealed any more."));
  return TRUE;
}

static gboolean
seed_fits (NsmRound *self, const guint8 seed[NSM_SEED_SIZE])
{
  guint8 key[NSM_KEY_SIZE];
  gboolean fits;

  nsm_key_from_seed (seed, key);
  fits = nsm_round_key_fits (self, key);
  sodium_memzero (key, sizeof key);
  return fits;
}

/* Puts a key that fits into the key store. One that is there and isn't it, or is
 * damaged, gives way. */
static gboolean
take_seed (NsmRound *self, NsmKeyStore *keys, const guint8 seed[NSM_SEED_SIZE], GError **error)
{
  const char *id = NSM_RECORD (self)->id;
  guint8 there[NSM_SEED_SIZE];
  g_autofree char *path = NULL;
  gboolean same;

  if (!nsm_key_store_has (keys, id))
    return nsm_key_store_save (keys, id, seed, error);
  same = nsm_key_store_load_seed (keys, id, there, NULL) &&
         sodium_memcmp (there, seed, sizeof there) == 0;
  sodium_memzero (there, sizeof there);
  if (same)
    return TRUE;
  /* Not nsm_key_store_remove(): people's PINs stay. */
  path = nsm_key_store_dup_path (keys, id);
  g_unlink (path);
  return nsm_key_store_save (keys, id, seed, error);
}

static gboolean
load_seed (NsmRound *self, NsmKeyStore *keys, guint8 seed[NSM_SEED_SIZE], GError **error)
{
  if (!check_state (self, error) ||
      !nsm_key_store_load_seed (keys, NSM_RECORD (self)->id, seed, error))
    return FALSE;
  if (seed_fits (self, seed))
    return TRUE;
  sodium_memzero (seed, NSM_SEED_SIZE);
  return fail (error, NSM_ROUND_ERROR_KEY,
               _("The key on this computer isn’t the key of this round."));
}

/* The code to write down */

static void
get_check (const guint8 seed[NSM_SEED_SIZE], guint8 check[CHECK_SIZE])
{
  crypto_generichash_state state;
  guint8 hash[NSM_HASH_SIZE];

  crypto_generichash_init (&state, NULL, 0, sizeof hash);
  nsm_hash_add_text (&state, "nsm recovery code 1");
  crypto_generichash_update (&state, seed, NSM_SEED_SIZE);
  crypto_generichash_final (&state, hash, sizeof hash);
  memcpy (check, hash, CHECK_SIZE);
}

/**
 * nsm_round_dup_recovery_code:
 *
 * Whoever has it and the document can open the round: it is to be written down, and
 * kept apart from the document. Overwrite it before it is freed.
 *
 * Returns: (transfer full) (nullable): the round's key as eight groups of four letters
 *   and digits, the last of which tell a mistyped one
 */
char *
nsm_round_dup_recovery_code (NsmRound *self, NsmKeyStore *keys, GError **error)
{
  guint8 bytes[CODE_SIZE];
  char *letters, *code;

  nsm_sodium_ensure ();
  if (!load_seed (self, keys, bytes, error))
    return NULL;
  get_check (bytes, bytes + NSM_SEED_SIZE);
  letters = nsm_base32_dup (bytes, sizeof bytes);
  code = nsm_receipt_dup_display (letters);
  sodium_memzero (bytes, sizeof bytes);
  sodium_memzero (letters, strlen (letters));
  g_free (letters);
  return code;
}

/**
 * nsm_round_recover_with_code:
 * @code: as somebody typed it: small letters, spaces and dashes don't matter
 *
 * Brings the round's key to this computer.
 *
 * Returns: whether it is there now
 */
gboolean
nsm_round_recover_with_code (NsmRound *self, NsmKeyStore *keys, const char *code, GError **error)
{
  guint8 bytes[CODE_SIZE];
  guint8 check[CHECK_SIZE];
  gboolean done = FALSE;

  nsm_sodium_ensure ();
  if (!check_state (self, error))
    return FALSE;
  if (!nsm_base32_read (code, bytes, sizeof bytes))
    return fail (error, NSM_ROUND_ERROR_SECRET,
                 _("A recovery code has eight groups of four letters and digits: something is "
                   "missing, or too much."));
  get_check (bytes, check);
  if (sodium_memcmp (check, bytes + NSM_SEED_SIZE, sizeof check) != 0)
    fail (error, NSM_ROUND_ERROR_SECRET,
          _("Something in the recovery code is mistyped: compare it group by group."));
  else if (!seed_fits (self, bytes))
    fail (error, NSM_ROUND_ERROR_SECRET, _("This is the recovery code of another round."));
  else
    done = take_seed (self, keys, bytes, error);
  sodium_memzero (bytes, sizeof bytes);
  return done;
}

/* The key in the document, wrapped */

typedef struct
{
  NsmKeyStore *keys;
  char *passphrase;
  char *workshop;
  char *round;
  char *public_key;
  char *wrapped; /* what comes out, or goes in */
  guint64 ops;
  guint64 mem;
  guint8 salt[SALT_SIZE];
  guint8 nonce[NONCE_SIZE];
  guint8 box[BOX_SIZE];
  guint8 seed[NSM_SEED_SIZE];
} Wrapping;

static void
wrapping_free (gpointer data)
{
  Wrapping *self = data;

  sodium_memzero (self->seed, sizeof self->seed);
  sodium_memzero (self->passphrase, strlen (self->passphrase));
  g_object_unref (self->keys);
  g_free (self->passphrase);
  g_free (self->workshop);
  g_free (self->round);
  g_free (self->public_key);
  g_free (self->wrapped);
  g_free (self);
}

static Wrapping *
wrapping_new (NsmRound *round, NsmKeyStore *keys, const char *passphrase)
{
  Wrapping *self = g_new0 (Wrapping, 1);

  nsm_sodium_ensure ();
  self->keys = g_object_ref (keys);
  self->passphrase = g_strdup (passphrase);
  self->workshop = g_strdup (round->workshop);
  self->round = g_strdup (NSM_RECORD (round)->id);
  self->public_key = g_strdup (round->public_key);
  return self;
}

/* Bound to it: a wrapped key that was moved to another round doesn't open. */
static char *
dup_context (Wrapping *self)
{
  return g_strdup_printf (WORD " %" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT " %s %s %s", self->ops,
                          self->mem, self->workshop, self->round, self->public_key);
}

static gboolean
derive (Wrapping *self, guint8 key[crypto_aead_xchacha20poly1305_ietf_KEYBYTES], GError **error)
{
  if (crypto_pwhash (key, crypto_aead_xchacha20poly1305_ietf_KEYBYTES, self->passphrase,
                     strlen (self->passphrase), self->salt, self->ops, (gsize) self->mem,
                     crypto_pwhash_ALG_ARGON2ID13) == 0)
    return TRUE;
  return fail (error, NSM_ROUND_ERROR_SECRET,
               _("There isn’t enough memory free to work with the passphrase."));
}

static void
wrap_in_thread (GTask *task, gpointer source G_GNUC_UNUSED, gpointer data,
                GCancellable *cancellable G_GNUC_UNUSED)
{
  Wrapping *self = data;
  guint8 key[crypto_aead_xchacha20poly1305_ietf_KEYBYTES];
  g_autofree char *context = NULL;
  g_autofree char *salt = NULL, *nonce = NULL, *box = NULL;
  GError *error = NULL;

  self->ops = crypto_pwhash_OPSLIMIT_MODERATE;
  self->mem = crypto_pwhash_MEMLIMIT_MODERATE;
  randombytes_buf (self->salt, sizeof self->salt);
  randombytes_buf (self->nonce, sizeof self->nonce);
  if (!derive (self, key, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  context = dup_context (self);
  crypto_aead_xchacha20poly1305_ietf_encrypt (self->box, NULL, self->seed, sizeof self->seed,
                                              (const guint8 *) context, strlen (context), NULL,
                                              self->nonce, key);
  sodium_memzero (key, sizeof key);
  salt = nsm_bytes_to_base64 (self->salt, sizeof self->salt);
  nonce = nsm_bytes_to_base64 (self->nonce, sizeof self->nonce);
  box = nsm_bytes_to_base64 (self->box, sizeof self->box);
  self->wrapped = g_strdup_printf (WORD " %" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT " %s %s %s",
                                   self->ops, self->mem, salt, nonce, box);
  g_task_return_boolean (task, TRUE);
}

/**
 * nsm_round_wrap_key_async:
 * @passphrase: at least %NSM_PASSPHRASE_MIN characters
 *
 * Puts the round's key into the document, wrapped with @passphrase; an earlier one
 * gives way. The document is as strong as the passphrase from then on: say so.
 */
void
nsm_round_wrap_key_async (NsmRound *self, NsmKeyStore *keys, const char *passphrase,
                          GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  Wrapping *wrapping = wrapping_new (self, keys, passphrase);
  GError *error = NULL;

  g_task_set_task_data (task, wrapping, wrapping_free);
  if (g_utf8_strlen (passphrase, -1) < NSM_PASSPHRASE_MIN)
    g_task_return_new_error (task, NSM_ROUND_ERROR, NSM_ROUND_ERROR_SECRET,
                             _("A passphrase has at least %d characters; four words that don’t "
                               "belong together are good."),
                             NSM_PASSPHRASE_MIN);
  else if (!load_seed (self, keys, wrapping->seed, &error))
    g_task_return_error (task, error);
  else
    g_task_run_in_thread (task, wrap_in_thread);
}

/**
 * nsm_round_wrap_key_finish:
 *
 * Returns: whether the wrapped key is in the document now; save it
 */
gboolean
nsm_round_wrap_key_finish (NsmRound *self, GAsyncResult *result, GError **error)
{
  Wrapping *wrapping;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  /* It may have been revealed meanwhile: then nothing of the key may stay. */
  if (!check_state (self, error))
    return FALSE;
  wrapping = g_task_get_task_data (G_TASK (result));
  g_object_set (self, "wrapped-key", wrapping->wrapped, NULL);
  return TRUE;
}

/**
 * nsm_round_drop_wrapped_key:
 *
 * Takes the wrapped key out of the document. Earlier versions of it still hold it.
 */
void
nsm_round_drop_wrapped_key (NsmRound *self)
{
  g_object_set (self, "wrapped-key", "", NULL);
}

static gboolean
read_number (const char *text, guint64 maximum, guint64 *number)
{
  return g_ascii_string_to_unsigned (text, 10, 1, maximum, number, NULL);
}

static gboolean
read_wrapped (Wrapping *self, const char *text, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, " ", 7);
  gboolean whole = g_strv_length (parts) == 6 && strcmp (parts[0], WORD) == 0;

  if (text[0] == '\0')
    return fail (error, NSM_ROUND_ERROR_KEY,
                 _("No passphrase was set for this round, so its key isn’t in the document."));
  if (whole && read_number (parts[1], G_MAXUINT64, &self->ops) &&
      read_number (parts[2], G_MAXUINT64, &self->mem) &&
      (self->ops > OPS_MAX || self->mem > MEM_MAX))
    return fail (error, NSM_ROUND_ERROR_KEY,
                 _("The wrapped key in this document asks for more work than any that this "
                   "program makes: it isn’t tried."));
  if (whole && read_number (parts[1], OPS_MAX, &self->ops) &&
      read_number (parts[2], MEM_MAX, &self->mem) && self->mem >= crypto_pwhash_MEMLIMIT_MIN &&
      nsm_bytes_from_base64 (parts[3], self->salt, sizeof self->salt) &&
      nsm_bytes_from_base64 (parts[4], self->nonce, sizeof self->nonce) &&
      nsm_bytes_from_base64 (parts[5], self->box, sizeof self->box))
    return TRUE;
  return fail (error, NSM_ROUND_ERROR_KEY, _("The wrapped key in this document is damaged."));
}

static void
unwrap_in_thread (GTask *task, gpointer source G_GNUC_UNUSED, gpointer data,
                  GCancellable *cancellable G_GNUC_UNUSED)
{
  Wrapping *self = data;
  guint8 key[crypto_aead_xchacha20poly1305_ietf_KEYBYTES];
  g_autofree char *context = dup_context (self);
  GError *error = NULL;
  gboolean opened;

  if (!derive (self, key, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  opened = crypto_aead_xchacha20poly1305_ietf_decrypt (
             self->seed, NULL, NULL, self->box, sizeof self->box, (const guint8 *) context,
             strlen (context), self->nonce, key) == 0;
  sodium_memzero (key, sizeof key);
  if (opened)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_new_error (task, NSM_ROUND_ERROR, NSM_ROUND_ERROR_SECRET, "%s",
                             _("The passphrase isn’t the one that was set for this round."));
}

/**
 * nsm_round_unwrap_key_async:
 *
 * Brings the round's key to this computer, out of the document.
 */
void
nsm_round_unwrap_key_async (NsmRound *self, NsmKeyStore *keys, const char *passphrase,
                            GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  Wrapping *wrapping = wrapping_new (self, keys, passphrase);
  GError *error = NULL;

  g_task_set_task_data (task, wrapping, wrapping_free);
  if (!check_state (self, &error) || !read_wrapped (wrapping, self->wrapped_key, &error))
    g_task_return_error (task, error);
  else
    g_task_run_in_thread (task, unwrap_in_thread);
}

/**
 * nsm_round_unwrap_key_finish:
 *
 * Returns: whether the key is on this computer now
 */
gboolean
nsm_round_unwrap_key_finish (NsmRound *self, GAsyncResult *result, GError **error)
{
  Wrapping *wrapping;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  wrapping = g_task_get_task_data (G_TASK (result));
  if (!seed_fits (self, wrapping->seed))
    return fail (error, NSM_ROUND_ERROR_KEY,
                 _("The wrapped key in this document isn’t the key of this round."));
  return check_state (self, error) && take_seed (self, wrapping->keys, wrapping->seed, error);
}
