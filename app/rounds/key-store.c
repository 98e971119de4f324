/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds/key-store.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "rounds/private.h"

/* A file is a word that says what it holds, the secret in base64, and a line end. */
#define KEY_WORD "nsm-key-2 "
#define IDENTITY_WORD "nsm-identity-1 "
#define IDENTITY "identity"
#define FILE_SIZE_MAX 128

struct _NsmKeyStore
{
  GObject parent_instance;

  char *directory;
};

G_DEFINE_FINAL_TYPE (NsmKeyStore, nsm_key_store, G_TYPE_OBJECT)

static gboolean
fail (const char *format, const char *path, int saved_errno, GError **error)
{
  g_set_error (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_KEY, format, path, g_strerror (saved_errno));
  return FALSE;
}

static gboolean
sync_directory (const char *directory)
{
  int fd = open (directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean done;

  if (fd < 0)
    return FALSE;
  done = fsync (fd) == 0;
  close (fd);
  return done;
}

static gboolean
write_all (int fd, const char *bytes, gsize n)
{
  while (n > 0)
    {
      gssize written = write (fd, bytes, n);

      if (written < 0 && errno == EINTR)
        continue;
      if (written <= 0)
        return FALSE;
      bytes += written;
      n -= (gsize) written;
    }
  return TRUE;
}

/* What a crash would write to disk of this process could hold an answer that isn't
 * sealed yet, or a key. */
static void
forbid_core_dumps (void)
{
  const struct rlimit none = { 0, 0 };

  setrlimit (RLIMIT_CORE, &none);
}

/**
 * nsm_key_store_new:
 * @directory: (nullable): where the keys are, or NULL for this account's own place
 *
 * Touches nothing yet: the directory is made with the first key. From then on the
 * process leaves no core dump.
 *
 * Returns: (transfer full): a key store
 */
NsmKeyStore *
nsm_key_store_new (const char *directory)
{
  NsmKeyStore *self = g_object_new (NSM_TYPE_KEY_STORE, NULL);

  forbid_core_dumps ();
  self->directory = directory != NULL ? g_strdup (directory)
                                      : g_build_filename (g_get_user_state_dir (),
                                                          "north-star-workshop", "keys", NULL);
  return self;
}

const char *
nsm_key_store_get_directory (NsmKeyStore *self)
{
  return self->directory;
}

/* The file beside the round's key that ends in @suffix. */
char *
nsm_key_store_dup_path_beside (NsmKeyStore *self, const char *round_id, const char *suffix)
{
  g_autofree char *name = g_strconcat (round_id, suffix, NULL);

  return g_build_filename (self->directory, name, NULL);
}

/**
 * nsm_key_store_dup_path:
 *
 * Returns: (transfer full): the file that holds, or would hold, the round's key
 */
char *
nsm_key_store_dup_path (NsmKeyStore *self, const char *round_id)
{
  return nsm_key_store_dup_path_beside (self, round_id, ".key");
}

/* A file from elsewhere may call its round anything; it doesn't get at the
 * account's own key by that. */
static gboolean
is_round_id (const char *round_id)
{
  return nsm_id_is_valid (round_id) && strcmp (round_id, IDENTITY) != 0;
}

gboolean
nsm_key_store_has (NsmKeyStore *self, const char *round_id)
{
  g_autofree char *path = nsm_key_store_dup_path (self, round_id);

  return is_round_id (round_id) && g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

gboolean
nsm_key_store_make_directory (NsmKeyStore *self, GError **error)
{
  if (g_mkdir_with_parents (self->directory, 0700) == 0 && chmod (self->directory, 0700) == 0)
    return TRUE;
  return fail (_("The folder for keys, “%s”, can’t be made: %s"), self->directory, errno, error);
}

static gboolean
write_secret (NsmKeyStore *self, const char *path, const char *word, const guint8 *secret, gsize n,
              GError **error)
{
  char text[FILE_SIZE_MAX];
  gsize start = strlen (word), size;
  gboolean written;
  int fd;

  if (!nsm_key_store_make_directory (self, error))
    return FALSE;
  fd = open (path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (fd < 0)
    return fail (_("The key can’t be written to “%s”: %s"), path, errno, error);

  memcpy (text, word, start);
  sodium_bin2base64 (text + start, sizeof text - start - 1, secret, n,
                     sodium_base64_VARIANT_ORIGINAL);
  size = strlen (text) + 1;
  text[size - 1] = '\n';
  written = fchmod (fd, 0600) == 0 && write_all (fd, text, size) && fsync (fd) == 0;
  sodium_memzero (text, sizeof text);

  int saved_errno = errno;
  if (close (fd) != 0 && written)
    {
      written = FALSE;
      saved_errno = errno;
    }
  if (written && !sync_directory (self->directory))
    {
      written = FALSE;
      saved_errno = errno;
    }
  if (!written)
    {
      g_unlink (path);
      return fail (_("The key can’t be written to “%s”: %s"), path, saved_errno, error);
    }
  return TRUE;
}

/* @missing: what to say when there is no file; with the path for %s */
static gboolean
read_secret (const char *path, const char *word, guint8 *secret, gsize n, const char *missing,
             GError **error)
{
  char text[FILE_SIZE_MAX + 1] = "";
  gsize size = 0;
  gssize got = 1;
  gboolean whole;
  int fd;

  fd = open (path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
  if (fd < 0 && errno == ENOENT)
    return fail (missing, path, errno, error);
  if (fd < 0)
    return fail (_("The key can’t be read from “%s”: %s"), path, errno, error);

  while (size < FILE_SIZE_MAX && got > 0)
    {
      got = read (fd, text + size, FILE_SIZE_MAX - size);
      if (got < 0 && errno == EINTR)
        got = 1;
      else if (got > 0)
        size += (gsize) got;
    }
  close (fd);

  whole = size > 0 && text[size - 1] == '\n' && g_str_has_prefix (text, word);
  if (whole)
    {
      text[size - 1] = '\0';
      whole = nsm_bytes_from_base64 (text + strlen (word), secret, n);
    }
  sodium_memzero (text, sizeof text);
  if (!whole)
    g_set_error (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_KEY,
                 _("The file “%s” should hold a key and doesn’t: it is damaged."), path);
  return whole;
}

/**
 * nsm_key_store_save:
 *
 * Writes what a new key comes from so that it is on the disk when this returns,
 * readable by this account alone. A key that is there already is never replaced.
 *
 * Returns: whether the key is safe
 */
gboolean
nsm_key_store_save (NsmKeyStore *self, const char *round_id, const guint8 seed[NSM_SEED_SIZE],
                    GError **error)
{
  g_autofree char *path = nsm_key_store_dup_path (self, round_id);

  g_return_val_if_fail (is_round_id (round_id), FALSE);

  return write_secret (self, path, KEY_WORD, seed, NSM_SEED_SIZE, error);
}

/**
 * nsm_key_store_load_seed:
 * @seed: (out caller-allocates): wipe it after use
 *
 * Returns: whether what the key comes from is there and whole; the message names
 *   the file
 */
gboolean
nsm_key_store_load_seed (NsmKeyStore *self, const char *round_id, guint8 seed[NSM_SEED_SIZE],
                         GError **error)
{
  g_autofree char *path = nsm_key_store_dup_path (self, round_id);

  g_return_val_if_fail (is_round_id (round_id), FALSE);

  return read_secret (path, KEY_WORD, seed, NSM_SEED_SIZE,
                      _("The key of this round isn’t on this computer: the file “%s” is missing. "
                        "Reveal the round where it was opened, or bring the key here with its "
                        "recovery code or passphrase."),
                      error);
}

/**
 * nsm_key_store_load:
 * @key: (out caller-allocates): wipe it after use
 *
 * Returns: whether the key is there and whole; the message names the file
 */
gboolean
nsm_key_store_load (NsmKeyStore *self, const char *round_id, guint8 key[NSM_KEY_SIZE],
                    GError **error)
{
  guint8 seed[NSM_SEED_SIZE];

  if (!nsm_key_store_load_seed (self, round_id, seed, error))
    return FALSE;
  nsm_key_from_seed (seed, key);
  sodium_memzero (seed, sizeof seed);
  return TRUE;
}

/* The seed of the key with which this account signs, made when it isn't there. */
gboolean
nsm_key_store_load_identity (NsmKeyStore *self, guint8 seed[NSM_KEY_SIZE], GError **error)
{
  g_autofree char *path = nsm_key_store_dup_path (self, IDENTITY);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      nsm_sodium_ensure ();
      randombytes_buf (seed, NSM_KEY_SIZE);
      return write_secret (self, path, IDENTITY_WORD, seed, NSM_KEY_SIZE, error);
    }
  return read_secret (path, IDENTITY_WORD, seed, NSM_KEY_SIZE,
                      _("The key with which you sign, “%s”, is missing."), error);
}

/**
 * nsm_key_store_remove:
 *
 * Deletes the round's key and all that was kept with it.
 *
 * Returns: whether no key of the round is left here
 */
gboolean
nsm_key_store_remove (NsmKeyStore *self, const char *round_id, GError **error)
{
  static const char *const suffixes[] = { NSM_PINS_SUFFIX, ".key", NSM_REVEALING_SUFFIX };

  g_return_val_if_fail (is_round_id (round_id), FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = nsm_key_store_dup_path_beside (self, round_id, suffixes[i]);

      if (g_unlink (path) != 0 && errno != ENOENT)
        return fail (_("The key “%s” can’t be deleted: %s"), path, errno, error);
    }
  sync_directory (self->directory);
  return TRUE;
}

static void
nsm_key_store_finalize (GObject *object)
{
  g_free (NSM_KEY_STORE (object)->directory);

  G_OBJECT_CLASS (nsm_key_store_parent_class)->finalize (object);
}

static void
nsm_key_store_class_init (NsmKeyStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nsm_key_store_finalize;
}

static void
nsm_key_store_init (NsmKeyStore *self G_GNUC_UNUSED)
{
}
