/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/version.h"
#include "model/workshop.h"

G_BEGIN_DECLS

/* "Final" freezes a version of the definition. Whatever changes in it later belongs to the next. */

typedef enum
{
  NSM_VERSION_STATE_DRAFT,   /* there is no version yet */
  NSM_VERSION_STATE_FINAL,   /* the definition is as the latest version has it */
  NSM_VERSION_STATE_CHANGED, /* a draft of the next one */
} NsmVersionState;

/* One thing that differs between two versions. */
typedef struct
{
  char *label;  /* for people: where */
  char *before; /* NULL: it wasn't there */
  char *after;  /* NULL: it is gone */
} NsmVersionChange;

NsmVersion *nsm_workshop_freeze (NsmWorkshop *workshop);
NsmVersionState nsm_workshop_get_version_state (NsmWorkshop *workshop);
guint nsm_workshop_get_version_number (NsmWorkshop *workshop);
NsmVersion *nsm_workshop_get_latest_version (NsmWorkshop *workshop);
NsmVersion *nsm_workshop_find_version (NsmWorkshop *workshop, guint number);
NsmWorkshop *nsm_version_open (NsmVersion *version, NsmWorkshop *now, GError **error);
GPtrArray *nsm_versions_compare (NsmWorkshop *before, NsmWorkshop *after);
char *nsm_workshop_dup_fingerprint (NsmWorkshop *workshop);

void nsm_version_change_free (NsmVersionChange *change);

G_END_DECLS
