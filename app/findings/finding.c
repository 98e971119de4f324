/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "findings/finding.h"

#include <glib/gi18n-lib.h>

struct _NsmFinding
{
  GObject parent_instance;

  char *rule;
  NsmSeverity severity;
  NsmStep step;
  NsmRecord *record;
  char *field;
  char *message;
  char *consequence;
  char *action;
};

G_DEFINE_FINAL_TYPE (NsmFinding, nsm_finding, G_TYPE_OBJECT)

NSM_DEFINE_CHOICE (NsmSeverity, nsm_severity,
                   { NSM_SEVERITY_ERROR, N_("Error"), "error" },
                   { NSM_SEVERITY_WARNING, N_("Warning"), "warning" },
                   { NSM_SEVERITY_ADVICE, N_("Advice"), "advice" })

static void
nsm_finding_finalize (GObject *object)
{
  NsmFinding *self = NSM_FINDING (object);

  g_clear_object (&self->record);
  g_free (self->rule);
  g_free (self->field);
  g_free (self->message);
  g_free (self->consequence);
  g_free (self->action);

  G_OBJECT_CLASS (nsm_finding_parent_class)->finalize (object);
}

static void
nsm_finding_class_init (NsmFindingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nsm_finding_finalize;
}

static void
nsm_finding_init (NsmFinding *self)
{
}

/**
 * nsm_finding_new:
 * @record: what it is about; may be the workshop
 * @field: (nullable): the member of @record to go to
 * @message: one sentence that names the thing
 * @consequence: one sentence: what follows if it stays so
 * @action: what a button that leads there says
 *
 * Returns: (transfer full): a finding that keeps @record alive
 */
NsmFinding *
nsm_finding_new (const char *rule, NsmSeverity severity, NsmStep step, gpointer record,
                 const char *field, const char *message, const char *consequence,
                 const char *action)
{
  NsmFinding *self = g_object_new (NSM_TYPE_FINDING, NULL);

  self->rule = g_strdup (rule);
  self->severity = severity;
  self->step = step;
  self->record = g_object_ref (NSM_RECORD (record));
  self->field = g_strdup (field);
  self->message = g_strdup (message);
  self->consequence = g_strdup (consequence);
  self->action = g_strdup (action);
  return self;
}

const char *
nsm_finding_get_rule (NsmFinding *self)
{
  return self->rule;
}

NsmSeverity
nsm_finding_get_severity (NsmFinding *self)
{
  return self->severity;
}

NsmStep
nsm_finding_get_step (NsmFinding *self)
{
  return self->step;
}

/**
 * nsm_finding_get_record:
 *
 * Returns: (transfer none): what it is about; the workshop if nothing smaller
 */
NsmRecord *
nsm_finding_get_record (NsmFinding *self)
{
  return self->record;
}

/**
 * nsm_finding_get_field:
 *
 * Returns: (transfer none) (nullable): the member of the record to go to
 */
const char *
nsm_finding_get_field (NsmFinding *self)
{
  return self->field;
}

const char *
nsm_finding_get_message (NsmFinding *self)
{
  return self->message;
}

const char *
nsm_finding_get_consequence (NsmFinding *self)
{
  return self->consequence;
}

const char *
nsm_finding_get_action (NsmFinding *self)
{
  return self->action;
}
