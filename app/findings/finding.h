/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/choices.h"
#include "record/record.h"

G_BEGIN_DECLS

/* One thing that the program has to say about the workshop. */

typedef enum
{
  NSM_SEVERITY_ERROR = 1, /* it can't stand like this */
  NSM_SEVERITY_WARNING,   /* it will hurt later */
  NSM_SEVERITY_ADVICE,    /* it would be better otherwise */
} NsmSeverity;

#define NSM_TYPE_SEVERITY (nsm_severity_get_type ())
GType nsm_severity_get_type (void);

#define NSM_TYPE_FINDING (nsm_finding_get_type ())
G_DECLARE_FINAL_TYPE (NsmFinding, nsm_finding, NSM, FINDING, GObject)

NsmFinding *nsm_finding_new (const char *rule, NsmSeverity severity, NsmStep step,
                             gpointer record, const char *field, const char *message,
                             const char *consequence, const char *action);

const char *nsm_finding_get_rule (NsmFinding *self);
NsmSeverity nsm_finding_get_severity (NsmFinding *self);
NsmStep nsm_finding_get_step (NsmFinding *self);
NsmRecord *nsm_finding_get_record (NsmFinding *self);
const char *nsm_finding_get_field (NsmFinding *self);
const char *nsm_finding_get_message (NsmFinding *self);
const char *nsm_finding_get_consequence (NsmFinding *self);
const char *nsm_finding_get_action (NsmFinding *self);

G_END_DECLS
