/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/error.h"

G_BEGIN_DECLS

/* Reading and writing whole files so that nothing is lost. Any thread. */

#define NSM_HASH_SIZE 32

/* What a file was like when we last read or wrote it. */
typedef struct
{
  gboolean exists;
  guint64 device;
  guint64 inode;
  guint64 size;
  gint64 modified_s;
  gint64 modified_ns;
  gint64 changed_s;
  gint64 changed_ns;
  guint8 hash[NSM_HASH_SIZE];
} NsmFingerprint;

char *nsm_save_resolve (const char *path);
GBytes *nsm_save_read (const char *path, NsmFingerprint *fingerprint, GError **error);
gboolean nsm_save_write (const char *path, GBytes *bytes, NsmFingerprint *fingerprint,
                         GError **error);
void nsm_save_remove_leftovers (const char *path);
gboolean nsm_save_is_unchanged (const char *path, NsmFingerprint *known);
void nsm_hash_bytes (GBytes *bytes, guint8 hash[NSM_HASH_SIZE]);
char *nsm_hash_to_text (const guint8 hash[NSM_HASH_SIZE]);

G_END_DECLS
