/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "findings/private.h"
#include "method/candidates.h"
#include "rounds/round.h"
#include "rounds/verdicts.h"

/* Whom the tests are for: the chosen one, or, before the decision, those whose
 * tests were begun. */
static gboolean
is_finalist (NsmWorkshop *workshop, NsmCandidate *candidate)
{
  NsmCandidate *chosen = nsm_workshop_get_chosen (workshop);

  if (!nsm_candidate_is_good (candidate) || !nsm_candidate_is_running (candidate))
    return FALSE;
  if (chosen != NULL)
    return candidate == chosen;
  NSM_LIST_EACH (NsmStressResult, result, workshop->stress_results)
    if (strcmp (result->candidate, NSM_RECORD (candidate)->id) == 0)
      return TRUE;
  return FALSE;
}

static void
check_run (NsmFindings *findings, NsmWorkshop *workshop)
{
  NSM_LIST_EACH (NsmCandidate, candidate, workshop->candidates)
    {
      guint open = 0;

      if (!is_finalist (workshop, candidate))
        continue;
      for (guint test = 0; test < NSM_N_STRESS_TESTS; test++)
        {
          NsmStressResult *result = nsm_candidate_find_stress_result (candidate, test);

          if (result == NULL || result->verdict == NSM_VERDICT_UNSET)
            open++;
        }
      if (open == 0)
        continue;

      g_autofree char *title = nsm_candidate_dup_title (candidate);

      nsm_findings_add (findings, NSM_SEVERITY_WARNING, candidate, NULL,
                        g_strdup_printf (ngettext ("%u stress test of “%s” has no verdict.",
                                                   "%u stress tests of “%s” have no verdict.", open),
                                         open, title),
                        _("It can’t be final while nobody has tried to break it."),
                        _("Run the stress test"));
    }
}

static void
report_verdict (NsmFindings *findings, NsmWorkshop *workshop, NsmVerdict verdict)
{
  NSM_LIST_EACH (NsmStressResult, result, workshop->stress_results)
    {
      NsmRecord *candidate = nsm_record_find (NSM_RECORD (workshop), result->candidate);

      if (result->verdict != verdict || candidate == NULL || !NSM_IS_CANDIDATE (candidate) ||
          !is_finalist (workshop, NSM_CANDIDATE (candidate)))
        continue;

      g_autofree char *title = nsm_candidate_dup_title (NSM_CANDIDATE (candidate));
      const char *test = nsm_choice_get_label (NSM_TYPE_STRESS_TEST, result->test);

      if (verdict == NSM_VERDICT_FAILS)
        nsm_findings_add (findings, NSM_SEVERITY_ERROR, result, "verdict",
                          g_strdup_printf (_("“%s” fails “%s”."), title, test),
                          _("What breaks here will break in real life."),
                          _("Refine it or set it aside"));
      else
        nsm_findings_add (findings, NSM_SEVERITY_WARNING, result, "verdict",
                          g_strdup_printf (_("“%s” needs refining after “%s”."), title, test),
                          _("The weakness stays until the sentence says otherwise."),
                          _("Refine the sentence"));
    }
}

static void
check_failed (NsmFindings *findings, NsmWorkshop *workshop)
{
  report_verdict (findings, workshop, NSM_VERDICT_FAILS);
}

static void
check_refine (NsmFindings *findings, NsmWorkshop *workshop)
{
  report_verdict (findings, workshop, NSM_VERDICT_REFINE);
}

static void
check_counter_metric (NsmFindings *findings, NsmWorkshop *workshop)
{
  NSM_LIST_EACH (NsmStressResult, result, workshop->stress_results)
    {
      NsmRecord *candidate = nsm_record_find (NSM_RECORD (workshop), result->candidate);
      gboolean gameable = result->test == NSM_STRESS_TEST_GAMING &&
                          (result->verdict == NSM_VERDICT_FAILS ||
                           result->verdict == NSM_VERDICT_REFINE ||
                           (result->verdict == NSM_VERDICT_HOLDS && result->scenario[0] != '\0'));

      if (!gameable || result->counter_metric[0] != '\0' || candidate == NULL ||
          !NSM_IS_CANDIDATE (candidate) || !is_finalist (workshop, NSM_CANDIDATE (candidate)) ||
          nsm_list_get_size (workshop->system->counter_metrics) > 0)
        continue;

      g_autofree char *title = nsm_candidate_dup_title (NSM_CANDIDATE (candidate));

      nsm_findings_add (findings, NSM_SEVERITY_WARNING, result, "counter_metric",
                        g_strdup_printf (_("“%s” can be gamed, and no counter-metric watches it."),
                                         title),
                        _("It would rise, and nobody would see who pays for it."),
                        _("Name a counter-metric"));
    }
}

/* Unless the team came to say so itself, who alone sees a break gets an answer. */
static void
check_lone_fail (NsmFindings *findings, NsmWorkshop *workshop)
{
  NSM_LIST_EACH (NsmStressResult, result, workshop->stress_results)
    {
      NsmRecord *candidate = nsm_record_find (NSM_RECORD (workshop), result->candidate);
      NsmRound *round;
      NsmAnswer *answer;
      NsmRosterEntry *person;

      if (candidate == NULL || !NSM_IS_CANDIDATE (candidate)
          || !is_finalist (workshop, NSM_CANDIDATE (candidate))
          || result->verdict == NSM_VERDICT_FAILS || result->lone_answer[0] != '\0')
        continue;
      round = nsm_candidate_get_verdict_round (NSM_CANDIDATE (candidate));
      answer = round != NULL ? nsm_round_find_lone_fail (round, candidate->id, result->test) : NULL;
      if (answer == NULL)
        continue;

      g_autofree char *title = nsm_candidate_dup_title (NSM_CANDIDATE (candidate));
      const char *test = nsm_choice_get_label (NSM_TYPE_STRESS_TEST, result->test);

      person = nsm_round_get_roster_entry (round, answer->person);
      nsm_findings_add (findings, NSM_SEVERITY_WARNING, result, "lone_answer",
                        person != NULL
                          /* Translators: a person, a candidate, a stress test */
                          ? g_strdup_printf (_("%s alone says that “%s” fails “%s”, and has no answer."),
                                             person->name, title, test)
                          : g_strdup_printf (_("One voice says that “%s” fails “%s”, and has no answer."),
                                             title, test),
                        _("Who sees alone what breaks may be the only one who looked."),
                        _("Write the answer"));
    }
}

const NsmRule nsm_rules_stress[] = {
  { "stress-not-run", NSM_STEP_STRESS, check_run },
  { "stress-failed", NSM_STEP_STRESS, check_failed },
  { "stress-refine", NSM_STEP_STRESS, check_refine },
  { "stress-counter-metric", NSM_STEP_STRESS, check_counter_metric },
  { "stress-lone-fail", NSM_STEP_STRESS, check_lone_fail },
  { NULL, 0, NULL },
};
