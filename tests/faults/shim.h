/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Makes the n-th call of one kind on a regular file go wrong. The functions
 * write, fsync, rename and unlink of this program stand before those of the C library,
 * for every library in it. */

typedef enum
{
  CALL_WRITE,
  CALL_FSYNC,
  CALL_RENAME,
  CALL_UNLINK,
  N_CALLS
} Call;

typedef enum
{
  FAULT_ENOSPC,       /* this call only */
  FAULT_EIO,          /* this call only */
  FAULT_DISK_IS_FULL, /* this write stops halfway, and all after it fail */
  FAULT_SHORT,        /* a write writes half, as it may */
  FAULT_KILL_BEFORE,
  FAULT_KILL_DURING, /* a write has written half */
  FAULT_KILL_AFTER,
  N_FAULTS
} Fault;

void shim_arm (Call call, Fault fault, guint n);
gboolean shim_disarm (void);
