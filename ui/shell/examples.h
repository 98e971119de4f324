/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/workshop.h"

G_BEGIN_DECLS

/* The workshops that come with the program. */

typedef struct
{
  const char *name;  /* of the file */
  const char *title; /* msgid */
  const char *about; /* msgid */
} NsmShippedExample;

guint nsm_examples_get_n (void);
const NsmShippedExample *nsm_examples_get (guint position);
NsmWorkshop *nsm_examples_load (const char *name, GError **error);

char *nsm_data_dup_path (const char *folder, const char *name);

G_END_DECLS
