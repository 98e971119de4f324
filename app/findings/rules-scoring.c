/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "findings/private.h"

/* More than these would be a list to read, not something to do next. */
#define MOST_CELLS 5

static gpointer
get_record (NsmWorkshop *workshop, NsmScores *scores, guint candidate)
{
  NsmRecord *found = nsm_record_find (NSM_RECORD (workshop),
                                      nsm_scores_get_candidate_id (scores, candidate));

  return found != NULL ? found : NSM_RECORD (workshop);
}

static void
check_disagreement (NsmFindings *findings, NsmWorkshop *workshop)
{
  const NsmScoring *scoring = nsm_findings_get_scoring (findings);
  guint said = 0;

  for (guint i = 0; scoring != NULL && i < scoring->discussion->len && said < MOST_CELLS; i++)
    {
      NsmDiscussion *cell = scoring->discussion->pdata[i];

      if (!cell->disagrees)
        continue;
      nsm_findings_add (findings,
                        cell->impact != NSM_IMPACT_NONE ? NSM_SEVERITY_WARNING : NSM_SEVERITY_ADVICE,
                        get_record (workshop, scoring->scores, cell->candidate), NULL,
                        /* Translators: a criterion, and the title of a candidate */
                        g_strdup_printf (_("You disagree on “%s” of “%s”."),
                                         nsm_scores_get_criterion_name (scoring->scores,
                                                                        cell->criterion),
                                         nsm_scores_get_candidate_title (scoring->scores,
                                                                         cell->candidate)),
                        cell->impact == NSM_IMPACT_CELL    ? _("It alone could change the winner.")
                        : cell->impact == NSM_IMPACT_GROUP ? _("Together with its like it could "
                                                               "change the winner.")
                                                           : _("On its own it doesn’t change the "
                                                               "winner."),
                        _("Discuss it"));
      said++;
    }
}

static void
check_chance (NsmFindings *findings, NsmWorkshop *workshop)
{
  const NsmScoring *scoring = nsm_findings_get_scoring (findings);

  if (scoring == NULL || nsm_scores_get_n_people (scoring->scores) < 2 ||
      nsm_scores_count_ranked (scoring->scores) < 2)
    return;
  if (!scoring->agreement->defined || scoring->agreement->p >= 0.05)
    nsm_findings_add (findings, NSM_SEVERITY_ADVICE, workshop, "rounds",
                      g_strdup (scoring->agreement->sentence),
                      _("Don’t lean on the order alone; the reasons matter more."),
                      _("Look at the reasons"));
}

static void
check_calibration (NsmFindings *findings, NsmWorkshop *workshop)
{
  const NsmScoring *scoring = nsm_findings_get_scoring (findings);

  for (guint i = 0; scoring != NULL && i < scoring->calibrations->len; i++)
    {
      NsmCalibration *calibration = scoring->calibrations->pdata[i];

      if (!calibration->alarming)
        continue;
      nsm_findings_add (findings, NSM_SEVERITY_WARNING,
                        get_record (workshop, scoring->scores, calibration->candidate), NULL,
                        g_strdup (calibration->sentence),
                        _("Read the criteria together before you trust the scores."),
                        _("Talk about the criteria"));
    }
}

static void
check_abstentions (NsmFindings *findings, NsmWorkshop *workshop)
{
  const NsmScoring *scoring = nsm_findings_get_scoring (findings);
  guint n = scoring != NULL ? nsm_scores_count_abstentions (scoring->scores) : 0;

  if (n > 0)
    nsm_findings_add (findings, NSM_SEVERITY_ADVICE, workshop, "rounds",
                      g_strdup_printf (ngettext ("%u mark is missing: somebody abstained.",
                                                 "%u marks are missing: people abstained.", n), n),
                      _("Who doesn’t know may need evidence, or knows what others overlook."),
                      _("Ask what they would need"));
}

/* A refined version has no scores until somebody gives them. */
static void
check_unscored (NsmFindings *findings, NsmWorkshop *workshop)
{
  const NsmScoring *scoring = nsm_findings_get_scoring (findings);
  guint position;

  if (scoring == NULL)
    return;
  NSM_LIST_EACH (NsmCandidate, candidate, workshop->candidates)
    if (candidate->standing == NSM_STANDING_IN && candidate->kind == NSM_CANDIDATE_KIND_GOOD &&
        !nsm_scores_find_candidate (scoring->scores, NSM_RECORD (candidate)->id, &position))
      {
        g_autofree char *title = nsm_candidate_dup_title (candidate);

        nsm_findings_add (findings, NSM_SEVERITY_ADVICE, candidate, NULL,
                          candidate->refines[0] != '\0'
                            ? g_strdup_printf (_("“%s” was refined and hasn’t been scored since."),
                                               title)
                            : g_strdup_printf (_("“%s” hasn’t been scored."), title),
                          _("Old scores belong to the old wording."),
                          _("Score it"));
      }
}

const NsmRule nsm_rules_scoring[] = {
  { "scoring-disagreement", NSM_STEP_SCORING, check_disagreement },
  { "scoring-chance", NSM_STEP_SCORING, check_chance },
  { "scoring-calibration", NSM_STEP_SCORING, check_calibration },
  { "scoring-abstentions", NSM_STEP_SCORING, check_abstentions },
  { "scoring-unscored", NSM_STEP_SCORING, check_unscored },
  { NULL, 0, NULL },
};
