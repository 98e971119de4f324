/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/error.h"

G_BEGIN_DECLS

/* The last good generations of a document, kept aside in the state directory
 * with their checksums. Documents are told apart by the real path. */

#define NSM_GENERATIONS_MAX 10

typedef struct
{
  char *path;      /* where the generation lies */
  GDateTime *date; /* when it was kept, local time */
  gsize size;
  gboolean is_good; /* its bytes have the checksum they were kept with */
} NsmGeneration;

NsmGeneration *nsm_generation_copy (const NsmGeneration *self);
void nsm_generation_free (NsmGeneration *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NsmGeneration, nsm_generation_free)

GPtrArray *nsm_generations_list (const char *path);
NsmGeneration *nsm_generations_find_last_good (GFile *file);
GBytes *nsm_generation_read (const NsmGeneration *self, GError **error);

gboolean nsm_generations_keep (const char *path, GBytes *bytes, gboolean asked_for, GError **error);
void nsm_generations_move (const char *from, const char *to);
void nsm_generations_forget_with (const char *path, const char *text);
void nsm_generations_forget (const char *path);

G_END_DECLS
