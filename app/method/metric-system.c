/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "method/metric-system.h"

#include <glib/gi18n-lib.h>

#include "method/candidates.h"
#include "record/journal.h"

static NsmMetric *
find_metric (gpointer record, const char *id)
{
  NsmRecord *found = nsm_record_find (NSM_RECORD (record), id);

  return found != NULL && NSM_IS_METRIC (found) ? NSM_METRIC (found) : NULL;
}

NsmMetric *
nsm_input_get_metric (NsmInput *input)
{
  return find_metric (input, input->metric);
}

/**
 * nsm_workshop_get_kpi:
 *
 * Returns: (transfer none) (nullable): the business KPI
 */
NsmMetric *
nsm_workshop_get_kpi (NsmWorkshop *workshop)
{
  return find_metric (workshop, workshop->system->kpi);
}

/**
 * nsm_workshop_add_input:
 *
 * Returns: (transfer none): a new input metric, with a metric of its own
 */
NsmInput *
nsm_workshop_add_input (NsmWorkshop *workshop)
{
  NsmJournal *journal = nsm_record_get_journal (NSM_RECORD (workshop));

  nsm_journal_begin (journal, _("Add Input Metric"));
  NsmMetric *metric = nsm_list_append_new (workshop->metrics, NULL);
  NsmInput *input =
    nsm_list_append_new (workshop->system->inputs, "metric", NSM_RECORD (metric)->id, NULL);
  nsm_journal_end (journal);
  return input;
}

/* A metric that plays no role any more goes with its last one. */
static void
drop_unused (NsmWorkshop *workshop, NsmMetric *metric)
{
  if (metric != NULL && !nsm_metric_is_used (metric))
    nsm_list_remove (workshop->metrics, NSM_RECORD (metric));
}

void
nsm_workshop_remove_input (NsmWorkshop *workshop, NsmInput *input)
{
  NsmJournal *journal = nsm_record_get_journal (NSM_RECORD (workshop));
  NsmMetric *metric = nsm_input_get_metric (input);

  nsm_journal_begin (journal, _("Remove Input Metric"));
  nsm_list_remove (workshop->system->inputs, NSM_RECORD (input));
  drop_unused (workshop, metric);
  nsm_journal_end (journal);
}

/**
 * nsm_workshop_ensure_kpi:
 *
 * Returns: (transfer none): the business KPI, made if there is none
 */
NsmMetric *
nsm_workshop_ensure_kpi (NsmWorkshop *workshop)
{
  NsmMetric *metric = nsm_workshop_get_kpi (workshop);
  NsmJournal *journal = nsm_record_get_journal (NSM_RECORD (workshop));

  if (metric != NULL)
    return metric;
  nsm_journal_begin (journal, _("Add Business KPI"));
  metric = nsm_list_append_new (workshop->metrics, NULL);
  g_object_set (workshop->system, "kpi", NSM_RECORD (metric)->id, NULL);
  nsm_journal_end (journal);
  return metric;
}

/**
 * nsm_workshop_add_counter_metric:
 * @name: what the metric is called; may be ""
 * @guards: what it guards against; may be ""
 *
 * Returns: (transfer none): a new counter-metric, with a metric of its own
 */
NsmCounterMetric *
nsm_workshop_add_counter_metric (NsmWorkshop *workshop, const char *name, const char *guards)
{
  NsmJournal *journal = nsm_record_get_journal (NSM_RECORD (workshop));

  nsm_journal_begin (journal, _("Add Counter-Metric"));
  NsmMetric *metric = nsm_list_append_new (workshop->metrics, "name", name, NULL);
  NsmCounterMetric *counter =
    nsm_list_append_new (workshop->system->counter_metrics, "metric", NSM_RECORD (metric)->id, "guards",
                         guards, NULL);
  nsm_journal_end (journal);
  return counter;
}

void
nsm_workshop_remove_counter_metric (NsmWorkshop *workshop, NsmCounterMetric *counter)
{
  NsmJournal *journal = nsm_record_get_journal (NSM_RECORD (workshop));
  NsmMetric *metric = find_metric (workshop, counter->metric);

  nsm_journal_begin (journal, _("Remove Counter-Metric"));
  nsm_list_remove (workshop->system->counter_metrics, NSM_RECORD (counter));
  drop_unused (workshop, metric);
  nsm_journal_end (journal);
}
