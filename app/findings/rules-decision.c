/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "findings/private.h"
#include "method/candidates.h"

static void
check_chosen (NsmFindings *findings, NsmWorkshop *workshop)
{
  if (nsm_workshop_get_chosen (workshop) == NULL)
    nsm_findings_add (findings, NSM_SEVERITY_WARNING, workshop->decision, "chosen",
                      g_strdup (_("No candidate is chosen yet.")),
                      _("Everything after this step hangs on it."),
                      _("Choose one"));
}

static void
check_top (NsmFindings *findings, NsmWorkshop *workshop)
{
  NsmCandidate *chosen = nsm_workshop_get_chosen (workshop);
  const NsmScoring *scoring = nsm_findings_get_scoring (findings);
  guint winner;

  if (chosen == NULL || scoring == NULL || scoring->robustness->tied ||
      !nsm_scores_get_winner (scoring->scores, &winner))
    return;
  /* A refined version inherits the place of the one it refines. */
  for (NsmCandidate *version = chosen; version != NULL;)
    {
      NsmRecord *before;

      if (strcmp (nsm_scores_get_candidate_id (scoring->scores, winner),
                  NSM_RECORD (version)->id) == 0)
        return;
      before = nsm_record_find (NSM_RECORD (workshop), version->refines);
      version = before != NULL && NSM_IS_CANDIDATE (before) && version->version > 1 &&
                    NSM_CANDIDATE (before)->version < version->version
                  ? NSM_CANDIDATE (before)
                  : NULL;
    }

  g_autofree char *title = nsm_candidate_dup_title (chosen);

  nsm_findings_add (findings, NSM_SEVERITY_ADVICE, workshop->decision, "why",
                    g_strdup_printf (_("“%s” is chosen, but “%s” scored highest."), title,
                                     nsm_scores_get_candidate_title (scoring->scores, winner)),
                    _("That can be right; readers will ask why."),
                    _("Say why"));
}

static void
check_person (NsmFindings *findings, NsmWorkshop *workshop)
{
  const NsmScoring *scoring = nsm_findings_get_scoring (findings);

  if (scoring == NULL || !scoring->robustness->has_winner || scoring->robustness->n_people < 2)
    return;
  /* Nobody is named: with a small panel that would give away who voted how. */
  if (scoring->robustness->n_changed_without > 0)
    nsm_findings_add (findings, NSM_SEVERITY_WARNING, workshop->decision, "why",
                      g_strdup (_("Without one of the people, another candidate would win.")),
                      _("The result hangs on who happened to be in the room."),
                      _("Discuss the differences again"));
}

static void
check_weights (NsmFindings *findings, NsmWorkshop *workshop)
{
  const NsmScoring *scoring = nsm_findings_get_scoring (findings);
  const NsmRobustness *robustness;

  if (scoring == NULL || !scoring->robustness->has_winner ||
      nsm_scores_get_n_criteria (scoring->scores) < 2)
    return;
  robustness = scoring->robustness;
  if (robustness->has_runner_up &&
      robustness->weight_share[robustness->winner] < workshop->settings->firm_weights)
    nsm_findings_add (findings, NSM_SEVERITY_ADVICE, workshop->decision, "why",
                      g_strdup_printf (_("With other weights, “%s” wins only %.0f times out of 100."),
                                       nsm_scores_get_candidate_title (scoring->scores,
                                                                       robustness->winner),
                                       100 * robustness->weight_share[robustness->winner]),
                      _("Which criterion matters most decides the winner."),
                      _("Agree on what matters most"));
}

static void
check_one_mark (NsmFindings *findings, NsmWorkshop *workshop)
{
  const NsmScoring *scoring = nsm_findings_get_scoring (findings);

  if (scoring != NULL && scoring->robustness->has_winner && scoring->robustness->flips->len > 0)
    nsm_findings_add (findings, NSM_SEVERITY_WARNING, workshop->decision, "why",
                      g_strdup_printf (ngettext ("One mark, changed by one, would change the winner.",
                                                 "Any of %u marks, changed by one, would change the "
                                                 "winner.",
                                                 scoring->robustness->flips->len),
                                       scoring->robustness->flips->len),
                      _("The lead is smaller than anybody’s doubt."),
                      _("Decide by reasons, not by the total"));
}

static void
check_reasons (NsmFindings *findings, NsmWorkshop *workshop)
{
  NsmCandidate *chosen = nsm_workshop_get_chosen (workshop);

  if (chosen == NULL)
    return;
  NSM_LIST_EACH (NsmCandidate, candidate, workshop->candidates)
    {
      NsmRejection *rejection = nsm_workshop_find_rejection (workshop, candidate);

      if (candidate == chosen || !nsm_candidate_is_good (candidate) ||
          (rejection != NULL && rejection->reason[0] != '\0'))
        continue;

      g_autofree char *title = nsm_candidate_dup_title (candidate);

      nsm_findings_add (findings, NSM_SEVERITY_WARNING,
                        rejection != NULL ? (gpointer) rejection : (gpointer) candidate,
                        rejection != NULL ? "reason" : NULL,
                        g_strdup_printf (_("There is no reason against “%s” yet."), title),
                        _("In half a year somebody will propose it again."),
                        _("Say why not"));
    }
}

static void
check_trade_offs (NsmFindings *findings, NsmWorkshop *workshop)
{
  NsmDecision *self = workshop->decision;

  if (nsm_workshop_get_chosen (workshop) != NULL && self->misses[0] == '\0')
    nsm_findings_add (findings, NSM_SEVERITY_ADVICE, self, "misses",
                      g_strdup (_("What the chosen metric misses isn’t said.")),
                      _("No metric sees everything; inputs can’t make up for what isn’t named."),
                      _("Say what it misses"));
}

const NsmRule nsm_rules_decision[] = {
  { "decision-none", NSM_STEP_DECISION, check_chosen },
  { "decision-not-top", NSM_STEP_DECISION, check_top },
  { "decision-person", NSM_STEP_DECISION, check_person },
  { "decision-weights", NSM_STEP_DECISION, check_weights },
  { "decision-one-mark", NSM_STEP_DECISION, check_one_mark },
  { "decision-reason", NSM_STEP_DECISION, check_reasons },
  { "decision-misses", NSM_STEP_DECISION, check_trade_offs },
  { NULL, 0, NULL },
};
