/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "findings/private.h"
#include "method/candidates.h"

/* Below this a correlation is none, whatever its interval. */
#define MEANINGFUL 0.1
/* A coefficient of variation above this hides every change of the product. */
#define TOO_NOISY 0.5

static NsmCandidate *
get_candidate (NsmEvidence *evidence)
{
  NsmRecord *found = nsm_record_find (NSM_RECORD (evidence), evidence->candidate);

  if (found == NULL || !NSM_IS_CANDIDATE (found) ||
      !nsm_candidate_is_running (NSM_CANDIDATE (found)))
    return NULL;
  return NSM_CANDIDATE (found);
}

static char *
dup_outcome (NsmEvidence *evidence)
{
  return g_strdup (evidence->outcome_name[0] != '\0'
                     ? evidence->outcome_name
                     : nsm_choice_get_label (NSM_TYPE_OUTCOME, evidence->outcome));
}

static void
check_meaningful (NsmFindings *findings, NsmWorkshop *workshop)
{
  NSM_LIST_EACH (NsmEvidence, evidence, workshop->evidence)
    {
      NsmCandidate *candidate = get_candidate (evidence);
      gboolean spans = !isnan (evidence->low) && !isnan (evidence->high) && evidence->low <= 0 &&
                       evidence->high >= 0;

      if (candidate == NULL || isnan (evidence->coefficient) || evidence->overlaps ||
          (fabs (evidence->coefficient) >= MEANINGFUL && !spans))
        continue;

      g_autofree char *title = nsm_candidate_dup_title (candidate);
      g_autofree char *outcome = dup_outcome (evidence);

      nsm_findings_add (findings, NSM_SEVERITY_WARNING, evidence, "coefficient",
                        spans ? g_strdup_printf (_("“%s” and %s: the interval of r = %.2f includes "
                                                   "zero."), title, outcome, evidence->coefficient)
                              : g_strdup_printf (_("“%s” hardly goes along with %s (r = %.2f)."),
                                                 title, outcome, evidence->coefficient),
                        _("It may count activity and not value; the decision is yours."),
                        _("Say what it means"));
    }
}

static void
check_signs (NsmFindings *findings, NsmWorkshop *workshop)
{
  NSM_LIST_EACH (NsmEvidence, part, workshop->evidence)
    {
      NsmCandidate *candidate = get_candidate (part);

      if (candidate == NULL || part->segment[0] == '\0' || isnan (part->coefficient))
        continue;
      NSM_LIST_EACH (NsmEvidence, whole, workshop->evidence)
        {
          if (whole->segment[0] != '\0' || isnan (whole->coefficient) ||
              whole->outcome != part->outcome ||
              strcmp (whole->candidate, part->candidate) != 0 ||
              whole->coefficient * part->coefficient >= 0)
            continue;

          g_autofree char *title = nsm_candidate_dup_title (candidate);
          NsmRecord *segment = nsm_record_find (NSM_RECORD (part), part->segment);

          nsm_findings_add (findings, NSM_SEVERITY_WARNING, part, "coefficient",
                            g_strdup_printf (_("“%s” turns round among “%s” (r = %.2f)."), title,
                                             segment != NULL ? nsm_record_get_title (segment) : "…",
                                             part->coefficient),
                            _("For them, more of it goes along with less of the outcome."),
                            _("Look at this segment"));
          break;
        }
    }
}

static void
check_rows (NsmFindings *findings, NsmWorkshop *workshop)
{
  NSM_LIST_EACH (NsmEvidence, evidence, workshop->evidence)
    {
      NsmCandidate *candidate = get_candidate (evidence);

      if (candidate == NULL || isnan (evidence->rows) ||
          evidence->rows >= workshop->settings->min_rows)
        continue;

      g_autofree char *title = nsm_candidate_dup_title (candidate);

      nsm_findings_add (findings, NSM_SEVERITY_WARNING, evidence, "rows",
                        g_strdup_printf (_("The result about “%s” rests on only %.0f rows."), title,
                                         evidence->rows),
                        _("With so few, chance alone gives such figures."),
                        _("Take more rows"));
    }
}

static void
check_overlap (NsmFindings *findings, NsmWorkshop *workshop)
{
  NSM_LIST_EACH (NsmEvidence, evidence, workshop->evidence)
    {
      NsmCandidate *candidate = get_candidate (evidence);

      if (candidate == NULL || !evidence->overlaps)
        continue;

      g_autofree char *title = nsm_candidate_dup_title (candidate);
      g_autofree char *outcome = dup_outcome (evidence);

      nsm_findings_add (findings, NSM_SEVERITY_ERROR, evidence, "overlaps",
                        g_strdup_printf (_("“%s” was counted over the same time as %s."), title,
                                         outcome),
                        _("Whoever stays longer does more of everything, so this shows nothing."),
                        _("Count it before the outcome"));
    }
}

static void
check_noise (NsmFindings *findings, NsmWorkshop *workshop)
{
  NSM_LIST_EACH (NsmCandidate, candidate, workshop->candidates)
    if (nsm_candidate_is_good (candidate) && nsm_candidate_is_running (candidate) &&
        candidate->noise > TOO_NOISY)
      {
        g_autofree char *title = nsm_candidate_dup_title (candidate);

        nsm_findings_add (findings, NSM_SEVERITY_WARNING, candidate, "noise",
                          g_strdup_printf (_("“%s” swings wildly (coefficient of variation %.2f)."),
                                           title, candidate->noise),
                          _("You would chase noise instead of seeing what your work does."),
                          _("Take a longer window or a rate"));
      }
}

static void
check_reaction (NsmFindings *findings, NsmWorkshop *workshop)
{
  NSM_LIST_EACH (NsmCandidate, candidate, workshop->candidates)
    if (nsm_candidate_is_good (candidate) && nsm_candidate_is_running (candidate) &&
        candidate->react_months > workshop->settings->react_months)
      {
        g_autofree char *title = nsm_candidate_dup_title (candidate);

        nsm_findings_add (findings, NSM_SEVERITY_WARNING, candidate, "react_months",
                          g_strdup_printf (_("“%s” takes %.0f months to react."), title,
                                           candidate->react_months),
                          _("People stop believing in a number that doesn’t answer."),
                          _("Find something that moves sooner"));
      }
}

const NsmRule nsm_rules_evidence[] = {
  { "evidence-overlap", NSM_STEP_EVIDENCE, check_overlap },
  { "evidence-none", NSM_STEP_EVIDENCE, check_meaningful },
  { "evidence-sign", NSM_STEP_EVIDENCE, check_signs },
  { "evidence-rows", NSM_STEP_EVIDENCE, check_rows },
  { "evidence-noise", NSM_STEP_EVIDENCE, check_noise },
  { "evidence-slow", NSM_STEP_EVIDENCE, check_reaction },
  { NULL, 0, NULL },
};
