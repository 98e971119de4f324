/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/version.h"
#include "model/workshop.h"

G_BEGIN_DECLS

/* "Final" freezes a version of the definition. Whatever changes in it later belongs to the next.
 *
 * To the definition belong: the product, the chosen candidate and its metric, all that defines
 * and measures it, the metric system, the decision, the other candidates and why not them, the
 * date of the review and its triggers. What goes on after it doesn't: sign-offs, feedback,
 * objections, next steps, notes, people, evidence. */

typedef enum
{
  NSM_VERSION_STATE_DRAFT,   /* there is no version yet */
  NSM_VERSION_STATE_FINAL,   /* the definition is as the latest version has it */
  NSM_VERSION_STATE_CHANGED, /* a draft of the next one */
} NsmVersionState;

#define NSM_VERSION_ERROR (nsm_version_error_quark ())
GQuark nsm_version_error_quark (void);

typedef enum
{
  NSM_VERSION_ERROR_DAMAGED = 1, /* what was kept can't be read */
} NsmVersionError;

/* One thing that differs between two versions. */
typedef struct
{
  char *label;  /* for people: where */
  char *before; /* NULL: it wasn't there */
  char *after;  /* NULL: it is gone */

  NsmStep step;      /* where it is written, in the later of the two */
  NsmRecord *record;
  const char *field; /* NULL: the whole of the record */
} NsmVersionChange;

NsmVersion *nsm_workshop_freeze (NsmWorkshop *workshop);
gboolean nsm_workshop_adopt_final (NsmWorkshop *workshop);
NsmVersionState nsm_workshop_get_version_state (NsmWorkshop *workshop);
gboolean nsm_workshop_is_final (NsmWorkshop *workshop);
guint nsm_workshop_get_version_number (NsmWorkshop *workshop);
char *nsm_workshop_dup_version_label (NsmWorkshop *workshop);
NsmVersion *nsm_workshop_get_latest_version (NsmWorkshop *workshop);
NsmVersion *nsm_workshop_find_version (NsmWorkshop *workshop, guint number);
NsmWorkshop *nsm_version_peek (NsmVersion *version, GError **error);
NsmWorkshop *nsm_version_open (NsmVersion *version, NsmWorkshop *now, GError **error);
char *nsm_workshop_dup_fingerprint (NsmWorkshop *workshop);
char *nsm_workshop_dup_origin (NsmWorkshop *workshop);

GPtrArray *nsm_versions_compare (NsmWorkshop *before, NsmWorkshop *after);
gboolean nsm_versions_differ (NsmWorkshop *before, NsmWorkshop *after);
void nsm_version_change_free (NsmVersionChange *change);

G_END_DECLS
