/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/save.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "record/json.h"

static char *
name_file (const char *path)
{
  return g_filename_display_basename (path);
}

/* What went wrong with a file, in words; GLib's own name the temporary file. */
static const char *
describe_errno (int code)
{
  switch (code)
    {
    case ENOSPC:
      return _("the disk is full");
    case EDQUOT:
      return _("your share of the disk is full");
    case EACCES:
    case EPERM:
      return _("there is no permission to do that");
    case EROFS:
      return _("the disk can’t be written to");
    case ENOENT:
      return _("the folder isn’t there");
    case EIO:
      return _("the disk reports an error");
    default:
      return g_strerror (code);
    }
}

/**
 * nsm_hash_bytes:
 * @hash: (out): BLAKE2b-256 of @bytes
 */
void
nsm_hash_bytes (GBytes *bytes, guint8 hash[NSM_HASH_SIZE])
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  crypto_generichash (hash, NSM_HASH_SIZE, data, size, NULL, 0);
}

/**
 * nsm_hash_to_text:
 *
 * Returns: (transfer full): @hash in 64 hexadecimal digits
 */
char *
nsm_hash_to_text (const guint8 hash[NSM_HASH_SIZE])
{
  char text[NSM_HASH_SIZE * 2 + 1];

  sodium_bin2hex (text, sizeof text, hash, NSM_HASH_SIZE);
  return g_strdup (text);
}

/**
 * nsm_save_resolve:
 *
 * Returns: (transfer full): where @path really leads, symbolic links followed,
 *   whether or not there is a file yet
 */
char *
nsm_save_resolve (const char *path)
{
  g_autofree char *full = g_canonicalize_filename (path, NULL);

  /* A link whose target isn't there yet: follow it by hand, so that the target
   * is written and the link stays. */
  for (guint i = 0; i < 40; i++)
    {
      char *found = realpath (full, NULL);
      g_autofree char *target = NULL;
      g_autofree char *folder = g_path_get_dirname (full);

      if (found != NULL)
        {
          char *copy = g_strdup (found);

          free (found);
          return copy;
        }
      target = g_file_read_link (full, NULL);
      if (target == NULL)
        {
          char *real_folder = realpath (folder, NULL);
          g_autofree char *name = g_path_get_basename (full);
          char *whole = real_folder != NULL ? g_build_filename (real_folder, name, NULL)
                                            : g_strdup (full);

          free (real_folder);
          return whole;
        }

      char *next = g_canonicalize_filename (target, folder);
      g_free (full);
      full = next;
    }
  return g_steal_pointer (&full);
}

static void
take_stat (NsmFingerprint *fingerprint, const struct stat *info)
{
  fingerprint->exists = TRUE;
  fingerprint->device = (guint64) info->st_dev;
  fingerprint->inode = (guint64) info->st_ino;
  fingerprint->size = (guint64) info->st_size;
  fingerprint->modified_s = info->st_mtim.tv_sec;
  fingerprint->modified_ns = info->st_mtim.tv_nsec;
  fingerprint->changed_s = info->st_ctim.tv_sec;
  fingerprint->changed_ns = info->st_ctim.tv_nsec;
}

static gboolean
stats_are_same (const NsmFingerprint *a, const NsmFingerprint *b)
{
  return a->device == b->device && a->inode == b->inode && a->size == b->size &&
         a->modified_s == b->modified_s && a->modified_ns == b->modified_ns &&
         a->changed_s == b->changed_s && a->changed_ns == b->changed_ns;
}

static gboolean
check_is_file (const char *path, const struct stat *info, GError **error)
{
  g_autofree char *name = name_file (path);
  const char *message = NULL;
  gboolean too_large = FALSE;

  if (S_ISDIR (info->st_mode))
    message = _("“%s” is a folder, not a file.");
  else if (!S_ISREG (info->st_mode))
    message = _("“%s” isn’t an ordinary file.");
  else if (info->st_size > NSM_JSON_MAX_SIZE)
    {
      message = _("“%s” is larger than the 64 MiB that a workshop may have.");
      too_large = TRUE;
    }
  if (message == NULL)
    return TRUE;
  g_set_error (error, NSM_STORE_ERROR,
               too_large ? NSM_STORE_ERROR_TOO_LARGE : NSM_STORE_ERROR_NOT_A_FILE, message, name);
  return FALSE;
}

static gboolean
fail_read (const char *path, int code, GError **error)
{
  g_autofree char *name = name_file (path);

  if (code == ENOENT)
    g_set_error (error, NSM_STORE_ERROR, NSM_STORE_ERROR_READ, _("There is no file “%s”."), name);
  else
    g_set_error (error, NSM_STORE_ERROR, NSM_STORE_ERROR_READ, _("“%s” couldn’t be read: %s."),
                 name, describe_errno (code));
  return FALSE;
}

static GBytes *
read_all (int fd, const char *path, GError **error)
{
  g_autoptr (GByteArray) all = g_byte_array_new ();
  guint8 block[65536];

  for (;;)
    {
      gssize n = read (fd, block, sizeof block);

      if (n == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&all));
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          fail_read (path, errno, error);
          return NULL;
        }
      g_byte_array_append (all, block, (guint) n);
      /* It may grow while we read. */
      if (all->len > NSM_JSON_MAX_SIZE)
        {
          g_autofree char *name = name_file (path);

          g_set_error (error, NSM_STORE_ERROR, NSM_STORE_ERROR_TOO_LARGE,
                       _("“%s” is larger than the 64 MiB that a workshop may have."), name);
          return NULL;
        }
    }
}

/**
 * nsm_save_read:
 * @fingerprint: (out) (optional): what the file was like
 *
 * Never waits for a pipe or a device.
 *
 * Returns: (transfer full) (nullable): all that is in the file, or NULL with a
 *   sentence that names it
 */
GBytes *
nsm_save_read (const char *path, NsmFingerprint *fingerprint, GError **error)
{
  struct stat info;
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  GBytes *bytes = NULL;

  if (fd < 0)
    {
      int code = errno;

      /* A socket can't be opened at all; say what it is. */
      if (stat (path, &info) != 0 || check_is_file (path, &info, error))
        fail_read (path, code, error);
      return NULL;
    }
  if (fstat (fd, &info) != 0)
    fail_read (path, errno, error);
  else if (check_is_file (path, &info, error))
    bytes = read_all (fd, path, error);
  close (fd);
  if (bytes != NULL && fingerprint != NULL)
    {
      take_stat (fingerprint, &info);
      nsm_hash_bytes (bytes, fingerprint->hash);
    }
  return bytes;
}

static int
get_errno (const GError *problem)
{
  switch (problem->code)
    {
    case G_FILE_ERROR_NOSPC:
      return ENOSPC;
    case G_FILE_ERROR_ACCES:
      return EACCES;
    case G_FILE_ERROR_PERM:
      return EPERM;
    case G_FILE_ERROR_ROFS:
      return EROFS;
    case G_FILE_ERROR_NOENT:
    case G_FILE_ERROR_NOTDIR:
      return ENOENT;
    case G_FILE_ERROR_IO:
      return EIO;
    default:
      return 0;
    }
}

/**
 * nsm_save_write:
 * @fingerprint: (out) (optional): what the file is like now
 *
 * Puts @bytes in the place of the file, wholly or not at all, and returns once
 * they are on the disk. A symbolic link stays, and its target is written; the
 * permissions stay, and those of a new file are the user's alone.
 */
gboolean
nsm_save_write (const char *path, GBytes *bytes, NsmFingerprint *fingerprint, GError **error)
{
  g_autofree char *real = nsm_save_resolve (path);
  g_autoptr (GError) problem = NULL;
  struct stat info;
  gboolean exists = stat (real, &info) == 0;
  mode_t mode = exists ? info.st_mode & 0777 : 0600;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (exists && !S_ISREG (info.st_mode))
    {
      g_autofree char *name = name_file (path);

      g_set_error (error, NSM_STORE_ERROR, NSM_STORE_ERROR_NOT_A_FILE,
                   _("“%s” isn’t an ordinary file."), name);
      return FALSE;
    }
  if (!g_file_set_contents_full (real, data, (gssize) size,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                 (int) mode, &problem))
    {
      g_autofree char *name = name_file (path);
      int code = get_errno (problem);

      g_set_error (error, NSM_STORE_ERROR, NSM_STORE_ERROR_WRITE, _("“%s” couldn’t be saved: %s."),
                   name, code != 0 ? describe_errno (code) : problem->message);
      return FALSE;
    }
  /* The umask may have taken something off. */
  if (stat (real, &info) == 0 && (info.st_mode & 0777) != mode &&
      g_chmod (real, (int) mode) == 0)
    stat (real, &info);
  if (fingerprint != NULL)
    {
      take_stat (fingerprint, &info);
      nsm_hash_bytes (bytes, fingerprint->hash);
    }
  return TRUE;
}

/**
 * nsm_save_is_unchanged:
 * @known: (inout): what the file was like; its times follow when only those changed
 *
 * Reads the file only if its size, times or place changed.
 *
 * Returns: whether the file has the content it had, or is gone (and @known says
 *   so then), so that writing it loses nothing
 */
gboolean
nsm_save_is_unchanged (const char *path, NsmFingerprint *known)
{
  struct stat info;
  NsmFingerprint now = { 0 };
  g_autoptr (GBytes) bytes = NULL;

  if (stat (path, &info) != 0)
    {
      known->exists = FALSE;
      return errno == ENOENT || errno == ENOTDIR;
    }
  take_stat (&now, &info);
  if (known->exists && stats_are_same (known, &now))
    return TRUE;
  if (!known->exists || known->size != now.size)
    return FALSE;
  bytes = nsm_save_read (path, &now, NULL);
  if (bytes == NULL || memcmp (now.hash, known->hash, NSM_HASH_SIZE) != 0)
    return FALSE;
  *known = now;
  return TRUE;
}
