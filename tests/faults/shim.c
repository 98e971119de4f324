/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shim.h"

#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static gboolean is_armed;
static gboolean was_triggered;
static Call armed_call;
static Fault armed_fault;
static guint countdown;

void
shim_arm (Call call, Fault fault, guint n)
{
  armed_call = call;
  armed_fault = fault;
  countdown = n;
  was_triggered = FALSE;
  is_armed = TRUE;
}

/* Returns: whether the fault happened */
gboolean
shim_disarm (void)
{
  is_armed = FALSE;
  return was_triggered;
}

static gboolean
is_regular (int fd)
{
  struct stat info;

  return fstat (fd, &info) == 0 && S_ISREG (info.st_mode);
}

/* Whether this is the call that goes wrong. */
static gboolean
strikes (Call call)
{
  if (!is_armed || call != armed_call || countdown == 0 || --countdown > 0)
    return FALSE;
  was_triggered = TRUE;
  if (armed_fault == FAULT_KILL_BEFORE)
    _exit (0);
  return TRUE;
}

static gboolean
is_full (void)
{
  return is_armed && was_triggered && armed_fault == FAULT_DISK_IS_FULL;
}

static int
fail (int code)
{
  errno = code;
  return -1;
}

static int
finish (long result)
{
  if (armed_fault == FAULT_KILL_AFTER || armed_fault == FAULT_KILL_DURING)
    _exit (0);
  return (int) result;
}

ssize_t
write (int fd, const void *data, size_t size)
{
  if (!is_armed || !is_regular (fd))
    return syscall (SYS_write, fd, data, size);
  if (is_full ())
    return fail (ENOSPC);
  if (!strikes (CALL_WRITE))
    return syscall (SYS_write, fd, data, size);
  if (armed_fault == FAULT_ENOSPC)
    return fail (ENOSPC);
  if (armed_fault == FAULT_EIO)
    return fail (EIO);
  if (armed_fault != FAULT_KILL_AFTER)
    size /= 2;
  return finish (syscall (SYS_write, fd, data, size));
}

int
fsync (int fd)
{
  if (strikes (CALL_FSYNC))
    {
      if (armed_fault == FAULT_EIO)
        return fail (EIO);
      if (armed_fault == FAULT_ENOSPC || armed_fault == FAULT_DISK_IS_FULL)
        return fail (ENOSPC);
      return finish (syscall (SYS_fsync, fd));
    }
  return is_full () ? fail (ENOSPC) : (int) syscall (SYS_fsync, fd);
}

int
rename (const char *from, const char *to)
{
  if (strikes (CALL_RENAME))
    {
      if (armed_fault == FAULT_EIO)
        return fail (EIO);
      if (armed_fault == FAULT_ENOSPC || armed_fault == FAULT_DISK_IS_FULL)
        return fail (ENOSPC);
      return finish (syscall (SYS_renameat2, -100, from, -100, to, 0));
    }
  return (int) syscall (SYS_renameat2, -100, from, -100, to, 0);
}

int
unlink (const char *path)
{
  if (strikes (CALL_UNLINK))
    {
      if (armed_fault == FAULT_EIO)
        return fail (EIO);
      return finish (syscall (SYS_unlinkat, -100, path, 0));
    }
  return (int) syscall (SYS_unlinkat, -100, path, 0);
}
