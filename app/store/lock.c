/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/drafts.h"

struct _NsmLock
{
  int fd;
  char *path;
};

/* Whether the file behind @fd is still the one that @path names: whoever
 * released the lock before us removed it. */
static gboolean
is_in_place (int fd, const char *path)
{
  struct stat held;
  struct stat named;

  return fstat (fd, &held) == 0 && stat (path, &named) == 0 && held.st_dev == named.st_dev &&
         held.st_ino == named.st_ino;
}

/**
 * nsm_lock_take:
 * @path: the real path of the file to lock; it isn't touched
 * @taken_by_another: (out): whether somebody else holds the lock
 *
 * Returns: (transfer full) (nullable): the lock; NULL if another holds it, and
 *   also where no locks can be made, for then nobody has one
 */
NsmLock *
nsm_lock_take (const char *path, gboolean *taken_by_another)
{
  g_autofree char *folder = nsm_state_dup_path ("locks");
  g_autofree char *key = nsm_state_dup_key (path);
  g_autofree char *name = g_strconcat (key, ".lock", NULL);
  g_autofree char *lock_path = g_build_filename (folder, name, NULL);

  *taken_by_another = FALSE;
  for (;;)
    {
      int fd = open (lock_path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

      if (fd < 0)
        return NULL;
      if (flock (fd, LOCK_EX | LOCK_NB) != 0)
        {
          *taken_by_another = errno == EWOULDBLOCK;
          close (fd);
          return NULL;
        }
      if (is_in_place (fd, lock_path))
        {
          NsmLock *self = g_new (NsmLock, 1);

          self->fd = fd;
          self->path = g_steal_pointer (&lock_path);
          return self;
        }
      close (fd);
    }
}

void
nsm_lock_release (NsmLock *self)
{
  if (self == NULL)
    return;
  g_unlink (self->path);
  close (self->fd);
  g_free (self->path);
  g_free (self);
}
