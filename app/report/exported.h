/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "report/formats.h"

G_BEGIN_DECLS

/* A document that was exported once, as HTML or XML, read again: what it says about where it
 * comes from, and its words. Whatever it is, nothing but its own bytes is read. */

#define NSM_EXPORTED_MAX_SIZE (64 * 1024 * 1024)

typedef struct _NsmExported NsmExported;

NsmExported *nsm_exported_read (const char *data, gsize length, GError **error);
void nsm_exported_free (NsmExported *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NsmExported, nsm_exported_free)

NsmReportFormat nsm_exported_get_format (NsmExported *self);
const NsmReportOptions *nsm_exported_get_options (NsmExported *self);
const char *nsm_exported_get_fingerprint (NsmExported *self);
const char *nsm_exported_get_workshop (NsmExported *self);
const char *nsm_exported_get_program (NsmExported *self);
guint nsm_exported_get_version (NsmExported *self);
char *nsm_exported_dup_difference (NsmExported *self, NsmExported *other);

G_END_DECLS
