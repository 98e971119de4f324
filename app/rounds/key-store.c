/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds/key-store.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>
#include <unistd.h>

#include "rounds/private.h"

/* A file is this word, the key in base64, and a line end. */
#define MAGIC "nsm-key-1 "
#define BASE64_SIZE 44
#define FILE_SIZE (sizeof MAGIC - 1 + BASE64_SIZE + 1)

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

/**
 * nsm_key_store_new:
 * @directory: (nullable): where the keys are, or NULL for this account's own place
 *
 * Touches nothing yet: the directory is made with the first key.
 *
 * Returns: (transfer full): a key store
 */
NsmKeyStore *
nsm_key_store_new (const char *directory)
{
  NsmKeyStore *self = g_object_new (NSM_TYPE_KEY_STORE, NULL);

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

/**
 * nsm_key_store_dup_path:
 *
 * Returns: (transfer full): the file that holds, or would hold, the round's key
 */
char *
nsm_key_store_dup_path (NsmKeyStore *self, const char *round_id)
{
  g_autofree char *name = g_strconcat (round_id, ".key", NULL);

  return g_build_filename (self->directory, name, NULL);
}

gboolean
nsm_key_store_has (NsmKeyStore *self, const char *round_id)
{
  g_autofree char *path = nsm_key_store_dup_path (self, round_id);

  return nsm_id_is_valid (round_id) && g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

/**
 * nsm_key_store_save:
 *
 * Writes a new key so that it is on the disk when this returns, readable by this
 * account alone. A key that is there already is never replaced.
 *
 * Returns: whether the key is safe
 */
gboolean
nsm_key_store_save (NsmKeyStore *self, const char *round_id, const guint8 key[NSM_KEY_SIZE],
                    GError **error)
{
  g_autofree char *path = nsm_key_store_dup_path (self, round_id);
  char text[FILE_SIZE + 1] = MAGIC;
  gboolean written;
  int fd;

  g_return_val_if_fail (nsm_id_is_valid (round_id), FALSE);

  if (g_mkdir_with_parents (self->directory, 0700) != 0 || chmod (self->directory, 0700) != 0)
    return fail (_("The folder for keys, “%s”, can’t be made: %s"), self->directory, errno, error);
  fd = open (path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (fd < 0)
    return fail (_("The round’s key can’t be written to “%s”: %s"), path, errno, error);

  sodium_bin2base64 (text + sizeof MAGIC - 1, BASE64_SIZE + 1, key, NSM_KEY_SIZE,
                     sodium_base64_VARIANT_ORIGINAL);
  text[FILE_SIZE - 1] = '\n';
  written = fchmod (fd, 0600) == 0 && write_all (fd, text, FILE_SIZE) && fsync (fd) == 0;
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
      return fail (_("The round’s key can’t be written to “%s”: %s"), path, saved_errno, error);
    }
  return TRUE;
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
  g_autofree char *path = nsm_key_store_dup_path (self, round_id);
  char text[FILE_SIZE + 2] = "";
  gsize n = 0;
  gssize got = 1;
  gboolean whole;
  int fd;

  g_return_val_if_fail (nsm_id_is_valid (round_id), FALSE);

  fd = open (path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
  if (fd < 0 && errno == ENOENT)
    {
      g_set_error (
        error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_KEY,
        _("The key of this round isn’t on this computer: the file “%s” is missing. Reveal "
          "the round where it was opened, or copy that file from there."),
        path);
      return FALSE;
    }
  if (fd < 0)
    return fail (_("The round’s key can’t be read from “%s”: %s"), path, errno, error);

  while (n < FILE_SIZE + 1 && got > 0)
    {
      got = read (fd, text + n, FILE_SIZE + 1 - n);
      if (got < 0 && errno == EINTR)
        got = 1;
      else if (got > 0)
        n += (gsize) got;
    }
  close (fd);

  whole = n == FILE_SIZE && text[FILE_SIZE - 1] == '\n' && g_str_has_prefix (text, MAGIC);
  if (whole)
    {
      text[FILE_SIZE - 1] = '\0';
      whole = nsm_bytes_from_base64 (text + sizeof MAGIC - 1, key, NSM_KEY_SIZE);
    }
  sodium_memzero (text, sizeof text);
  if (!whole)
    g_set_error (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_KEY,
                 _("The file “%s” should hold the key of this round and doesn’t: it is damaged."),
                 path);
  return whole;
}

/**
 * nsm_key_store_remove:
 *
 * Returns: whether no key of the round is left here
 */
gboolean
nsm_key_store_remove (NsmKeyStore *self, const char *round_id, GError **error)
{
  g_autofree char *path = nsm_key_store_dup_path (self, round_id);

  g_return_val_if_fail (nsm_id_is_valid (round_id), FALSE);

  if (g_unlink (path) == 0)
    {
      sync_directory (self->directory);
      return TRUE;
    }
  return errno == ENOENT || fail (_("The key “%s” can’t be deleted: %s"), path, errno, error);
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
