/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "findings/finding.h"
#include "model/workshop.h"

G_BEGIN_DECLS

typedef struct _NsmFindings NsmFindings;

/* A rule looks at the whole workshop and adds a finding for each thing it finds. */
typedef struct
{
  const char *id;
  NsmStep step;
  void (*check) (NsmFindings *findings, NsmWorkshop *workshop);
} NsmRule;

guint nsm_rules_get_n (void);
const NsmRule *nsm_rules_get (guint position);
const NsmRule *nsm_rules_find (const char *id);

GPtrArray *nsm_findings_collect (NsmWorkshop *workshop);
gboolean nsm_findings_are_at_hand (NsmWorkshop *workshop);
void nsm_findings_collect_async (NsmWorkshop *workshop, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *nsm_findings_collect_finish (NsmWorkshop *workshop, GAsyncResult *result,
                                        GError **error);
GPtrArray *nsm_findings_collect_missing (NsmWorkshop *workshop);
GPtrArray *nsm_findings_missing_for_final (NsmWorkshop *workshop);

G_END_DECLS
