/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/workshop.h"
#include "store/error.h"
#include "store/save.h"

G_BEGIN_DECLS

/* Reading and writing a workshop once, without keeping it open: no lock, no
 * autosave, nothing in the state directory. */

NsmWorkshop *nsm_workshop_read (const char *path, NsmFingerprint *fingerprint, GBytes **bytes,
                                gboolean *read_only, GError **error);
NsmWorkshop *nsm_workshop_load (const char *path, gboolean *read_only, GError **error);
gboolean nsm_workshop_store (NsmWorkshop *workshop, const char *path, gboolean replace,
                             GError **error);

G_END_DECLS
