/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/list.h"
#include "record/record.h"

G_BEGIN_DECLS

/* The definition as it was when it was called final: kept for ever beside the one that is
 * being worked on. */

#define NSM_TYPE_VERSION (nsm_version_get_type ())
G_DECLARE_FINAL_TYPE (NsmVersion, nsm_version, NSM, VERSION, NsmRecord)

struct _NsmVersion
{
  NsmRecord parent_instance;

  double number;     /* 1, 2, … */
  char *date;        /* "YYYY-MM-DD": since when it is final */
  char *why;         /* why it differs from the one before; "" for the first */
  char *fingerprint; /* of the workshop at that time; see nsm_workshop_dup_fingerprint() */
  char *rounds;      /* ids of the rounds there were, a line each: they don't change any more */
  char *content;     /* the workshop as JSON, without rounds and versions */
};

G_END_DECLS
