/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Says to other windows and other running copies of the program that a file
 * is open here. It goes away with the process, however that ends. */

typedef struct _NsmLock NsmLock;

NsmLock *nsm_lock_take (const char *path, gboolean *taken_by_another);
void nsm_lock_release (NsmLock *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NsmLock, nsm_lock_release)

G_END_DECLS
