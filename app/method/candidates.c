/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "method/candidates.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "record/journal.h"
#include "record/json.h"

static NsmWorkshop *
get_workshop (NsmRecord *record)
{
  NsmRecord *root = nsm_record_get_root (record);

  return NSM_IS_WORKSHOP (root) ? NSM_WORKSHOP (root) : NULL;
}

/**
 * nsm_candidate_is_running:
 *
 * Returns: whether it is still in the running: neither eliminated nor refined away
 */
gboolean
nsm_candidate_is_running (NsmCandidate *candidate)
{
  return candidate->standing == NSM_STANDING_IN;
}

/**
 * nsm_candidate_is_good:
 *
 * Returns: whether it is meant to be good, and not only there to calibrate the panel
 */
gboolean
nsm_candidate_is_good (NsmCandidate *candidate)
{
  return candidate->kind == NSM_CANDIDATE_KIND_GOOD;
}

/**
 * nsm_candidate_dup_confidence_sentence:
 *
 * Returns: (transfer full): the sentence that the two clauses of @candidate answer
 */
char *
nsm_candidate_dup_confidence_sentence (NsmCandidate *candidate)
{
  g_autofree char *title = nsm_candidate_dup_title (candidate);

  /* Translators: %s is the title of a metric */
  return g_strdup_printf (_("If “%s” goes up, we are confident that customers get more value "
                            "and the business grows."), title);
}

/**
 * nsm_workshop_add_candidate:
 *
 * Adds an empty metric and lets it stand as a candidate.
 *
 * Returns: (transfer none): the new candidate, the last one in the list
 */
NsmCandidate *
nsm_workshop_add_candidate (NsmWorkshop *workshop, NsmCandidateKind kind)
{
  NsmMetric *metric;
  NsmCandidate *candidate;

  nsm_record_begin_step (NSM_RECORD (workshop), kind == NSM_CANDIDATE_KIND_BAD
                                                 ? _("Add Bad Candidate")
                                                 : _("Add Candidate"));
  metric = nsm_list_append_new (workshop->metrics, NULL);
  candidate = nsm_list_append_new (workshop->candidates,
                                   "metric", NSM_RECORD (metric)->id,
                                   "kind", kind,
                                   NULL);
  nsm_record_end_step (NSM_RECORD (workshop));
  return candidate;
}

/**
 * nsm_candidate_refine:
 * @why: what the refinement mends; may be ""
 *
 * Makes the next version of @candidate with a metric of its own, placed right
 * after it. What was measured or judged stays with the old version, which
 * remains as "refined". Where the old one had been chosen, nothing is chosen
 * any more: the new version has yet to earn it.
 *
 * Returns: (transfer none) (nullable): the new version; NULL if @candidate
 *   stands in no workshop
 */
NsmCandidate *
nsm_candidate_refine (NsmCandidate *candidate, const char *why)
{
  NsmWorkshop *workshop = get_workshop (NSM_RECORD (candidate));
  NsmMetric *old_metric = nsm_candidate_get_metric (candidate);
  g_autoptr (NsmMetric) metric = NULL;
  g_autoptr (NsmCandidate) next = NULL;
  guint position = 0;

  g_return_val_if_fail (workshop != NULL, NULL);

  nsm_record_begin_step (NSM_RECORD (workshop), _("Refine Candidate"));
  metric = old_metric != NULL ? nsm_record_copy (old_metric) : g_object_new (NSM_TYPE_METRIC, NULL);
  nsm_list_append (workshop->metrics, NSM_RECORD (metric));

  next = nsm_record_copy (candidate);
  nsm_list_get_position (workshop->candidates, NSM_RECORD (candidate), &position);
  nsm_list_insert (workshop->candidates, position + 1, NSM_RECORD (next));
  g_object_set (next,
                "metric", NSM_RECORD (metric)->id,
                "refines", NSM_RECORD (candidate)->id,
                "refined-why", why != NULL ? why : "",
                "version", candidate->version + 1,
                "standing", NSM_STANDING_IN,
                "eliminated-why", "",
                "existing", FALSE,
                "evidence-verdict", NSM_EVIDENCE_VERDICT_UNSET,
                "evidence-why", "",
                "noise", NAN,
                "react-months", NAN,
                NULL);
  g_object_set (candidate, "standing", NSM_STANDING_REFINED, NULL);
  if (strcmp (workshop->decision->chosen, NSM_RECORD (candidate)->id) == 0)
    g_object_set (workshop->decision, "chosen", "", NULL);
  nsm_record_end_step (NSM_RECORD (workshop));
  return next;
}

/**
 * nsm_metric_is_used:
 *
 * Returns: whether @metric has a role: candidate, input, counter-metric or business KPI
 */
gboolean
nsm_metric_is_used (NsmMetric *metric)
{
  NsmWorkshop *workshop = get_workshop (NSM_RECORD (metric));
  const char *id = NSM_RECORD (metric)->id;

  if (workshop == NULL)
    return FALSE;
  if (strcmp (workshop->system->kpi, id) == 0)
    return TRUE;
  NSM_LIST_EACH (NsmCandidate, candidate, workshop->candidates)
    if (strcmp (candidate->metric, id) == 0)
      return TRUE;
  NSM_LIST_EACH (NsmInput, input, workshop->system->inputs)
    if (strcmp (input->metric, id) == 0)
      return TRUE;
  NSM_LIST_EACH (NsmCounterMetric, counter, workshop->system->counter_metrics)
    if (strcmp (counter->metric, id) == 0)
      return TRUE;
  NSM_LIST_EACH (NsmStressResult, result, workshop->stress_results)
    if (strcmp (result->counter_metric, id) == 0)
      return TRUE;
  return FALSE;
}

static void
remove_about (NsmList *list, const char *member, const char *id)
{
  for (guint i = nsm_list_get_size (list); i > 0; i--)
    {
      NsmRecord *item = nsm_list_get (list, i - 1);

      if (strcmp (nsm_record_get_text (item, nsm_record_find_field (item, member)), id) == 0)
        nsm_list_remove (list, item);
    }
}

/**
 * nsm_candidate_remove:
 *
 * Removes @candidate with what was entered about it alone: its results, stress
 * tests and the reason against it, and its metric if nothing else uses it. The
 * version it refined is in the running again. Rounds keep their frozen copy.
 */
void
nsm_candidate_remove (NsmCandidate *candidate)
{
  NsmWorkshop *workshop = get_workshop (NSM_RECORD (candidate));
  NsmMetric *metric = nsm_candidate_get_metric (candidate);
  NsmRecord *before = nsm_record_find (NSM_RECORD (candidate), candidate->refines);
  const char *id = NSM_RECORD (candidate)->id;

  g_return_if_fail (workshop != NULL);

  nsm_record_begin_step (NSM_RECORD (workshop), _("Remove Candidate"));
  remove_about (workshop->evidence, "candidate", id);
  remove_about (workshop->stress_results, "candidate", id);
  remove_about (workshop->decision->rejections, "candidate", id);
  if (before != NULL && NSM_IS_CANDIDATE (before) &&
      NSM_CANDIDATE (before)->standing == NSM_STANDING_REFINED)
    g_object_set (before, "standing", NSM_STANDING_IN, NULL);
  nsm_list_remove (workshop->candidates, NSM_RECORD (candidate));
  if (metric != NULL && !nsm_metric_is_used (metric))
    nsm_list_remove (workshop->metrics, NSM_RECORD (metric));
  nsm_record_end_step (NSM_RECORD (workshop));
}

/**
 * nsm_candidate_find_stress_result:
 *
 * Returns: (transfer none) (nullable): what @test showed about @candidate
 */
NsmStressResult *
nsm_candidate_find_stress_result (NsmCandidate *candidate, NsmStressTest test)
{
  NsmWorkshop *workshop = get_workshop (NSM_RECORD (candidate));

  if (workshop == NULL)
    return NULL;
  NSM_LIST_EACH (NsmStressResult, result, workshop->stress_results)
    if (result->test == test && strcmp (result->candidate, NSM_RECORD (candidate)->id) == 0)
      return result;
  return NULL;
}

/**
 * nsm_candidate_ensure_stress_result:
 *
 * Returns: (transfer none) (nullable): the result of @test, added without a
 *   verdict if there was none; NULL if @candidate stands in no workshop
 */
NsmStressResult *
nsm_candidate_ensure_stress_result (NsmCandidate *candidate, NsmStressTest test)
{
  NsmWorkshop *workshop = get_workshop (NSM_RECORD (candidate));
  NsmStressResult *result = nsm_candidate_find_stress_result (candidate, test);

  g_return_val_if_fail (workshop != NULL, NULL);

  if (result != NULL)
    return result;
  return nsm_list_append_new (workshop->stress_results,
                              "candidate", NSM_RECORD (candidate)->id,
                              "test", test,
                              NULL);
}

/**
 * nsm_workshop_find_rejection:
 *
 * Returns: (transfer none) (nullable): the reason against @candidate
 */
NsmRejection *
nsm_workshop_find_rejection (NsmWorkshop *workshop, NsmCandidate *candidate)
{
  NSM_LIST_EACH (NsmRejection, rejection, workshop->decision->rejections)
    if (strcmp (rejection->candidate, NSM_RECORD (candidate)->id) == 0)
      return rejection;
  return NULL;
}

/**
 * nsm_workshop_ensure_rejection:
 *
 * Returns: (transfer none): the reason against @candidate, added empty if there was none
 */
NsmRejection *
nsm_workshop_ensure_rejection (NsmWorkshop *workshop, NsmCandidate *candidate)
{
  NsmRejection *rejection = nsm_workshop_find_rejection (workshop, candidate);

  if (rejection != NULL)
    return rejection;
  return nsm_list_append_new (workshop->decision->rejections,
                              "candidate", NSM_RECORD (candidate)->id,
                              NULL);
}

/**
 * nsm_workshop_get_chosen:
 *
 * Returns: (transfer none) (nullable): the candidate chosen as North Star Metric
 */
NsmCandidate *
nsm_workshop_get_chosen (NsmWorkshop *workshop)
{
  NsmRecord *found = nsm_record_find (NSM_RECORD (workshop), workshop->decision->chosen);

  return found != NULL && NSM_IS_CANDIDATE (found) ? NSM_CANDIDATE (found) : NULL;
}
