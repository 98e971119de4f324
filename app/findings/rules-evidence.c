/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "evidence/words.h"
#include "findings/private.h"
#include "method/candidates.h"

#include "record/language.h"

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

/* Whether it is one of a column's groups: what holds for all of them is said once. */
static gboolean
is_group (NsmEvidence *evidence)
{
  return evidence->group[0] != '\0';
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
          is_group (evidence) || nsm_evidence_is_meaningful (evidence))
        continue;

      g_autofree char *title = nsm_candidate_dup_title (candidate);
      const char *outcome = nsm_evidence_get_outcome_title (evidence);
      g_autofree char *p = nsm_probability_dup_text (evidence->probability);
      g_autofree char *r = nsm_coefficient_dup_text (evidence->coefficient);

      if (p != NULL)
        {
          nsm_findings_add (findings, NSM_SEVERITY_WARNING, evidence, "coefficient",
                            g_strdup_printf (_("“%s” and %s: chance alone could explain it (%s)."),
                                             title, outcome, p),
                            _("It may count activity and not value; the decision is yours."),
                            _("Say what it means"));
          continue;
        }
      nsm_findings_add (findings, NSM_SEVERITY_WARNING, evidence, "coefficient",
                        spans ? g_strdup_printf (_("“%s” and %s: the interval of r = %s includes "
                                                   "zero."), title, outcome, r)
                              : g_strdup_printf (_("“%s” hardly goes along with %s (r = %s)."),
                                                 title, outcome, r),
                        _("It may count activity and not value; the decision is yours."),
                        _("Say what it means"));
    }
}

/* Whether both are about the same, but for the rows: of a file the same two columns. */
static gboolean
is_part_of (NsmEvidence *part, NsmEvidence *whole)
{
  return nsm_evidence_is_whole (whole) && whole->outcome == part->outcome &&
         strcmp (whole->candidate, part->candidate) == 0 &&
         nsm_evidence_is_of_same_columns (whole, part);
}

static const char *
get_group (NsmEvidence *part)
{
  NsmRecord *segment = nsm_record_find (NSM_RECORD (part), part->segment);

  if (is_group (part))
    return part->group;
  return segment != NULL ? nsm_record_get_title (segment) : "…";
}

static void
check_signs (NsmFindings *findings, NsmWorkshop *workshop)
{
  NSM_LIST_EACH (NsmEvidence, part, workshop->evidence)
    {
      NsmCandidate *candidate = get_candidate (part);

      if (candidate == NULL || nsm_evidence_is_whole (part) || isnan (part->coefficient) ||
          part->overlaps)
        continue;
      NSM_LIST_EACH (NsmEvidence, whole, workshop->evidence)
        {
          /* Where there is nothing in the whole nor in the part, nothing turns round. */
          if (!is_part_of (part, whole) || !nsm_evidence_turns_round (whole, part) ||
              (!nsm_evidence_is_meaningful (part) && !nsm_evidence_is_meaningful (whole)))
            continue;

          g_autofree char *title = nsm_candidate_dup_title (candidate);
          g_autofree char *r = nsm_coefficient_dup_text (part->coefficient);
          gboolean clear = nsm_evidence_is_meaningful (part);

          nsm_findings_add (findings, clear ? NSM_SEVERITY_WARNING : NSM_SEVERITY_ADVICE, part,
                            "coefficient",
                            g_strdup_printf (_("“%s” turns round among “%s” (r = %s)."), title,
                                             get_group (part), r),
                            clear ? _("For them, more of it goes along with less of the outcome.")
                                  : _("It may be chance: the interval includes zero."),
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

      if (candidate == NULL || isnan (evidence->rows) || is_group (evidence) ||
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

      if (candidate == NULL || !evidence->overlaps || is_group (evidence))
        continue;

      g_autofree char *title = nsm_candidate_dup_title (candidate);
      const char *outcome = nsm_evidence_get_outcome_title (evidence);

      nsm_findings_add (findings, NSM_SEVERITY_ERROR, evidence, "overlaps",
                        g_strdup_printf (_("“%s” was counted over the same time as %s."), title,
                                         outcome),
                        _("Whoever stays longer does more of everything, so this shows nothing."),
                        _("Count it before the outcome"));
    }
}

/* Once for each column of a file, however many outcomes there are. */
static gboolean
is_first_unsaid (NsmWorkshop *workshop, NsmEvidence *evidence)
{
  NSM_LIST_EACH (NsmEvidence, earlier, workshop->evidence)
    {
      if (earlier == evidence)
        return TRUE;
      if (earlier->timing_unsaid && !is_group (earlier) &&
          strcmp (earlier->dataset, evidence->dataset) == 0 &&
          strcmp (earlier->column, evidence->column) == 0)
        return FALSE;
    }
  return TRUE;
}

static void
check_timing (NsmFindings *findings, NsmWorkshop *workshop)
{
  NSM_LIST_EACH (NsmEvidence, evidence, workshop->evidence)
    {
      NsmCandidate *candidate = get_candidate (evidence);

      if (candidate == NULL || !evidence->timing_unsaid || is_group (evidence) ||
          isnan (evidence->coefficient) || !is_first_unsaid (workshop, evidence))
        continue;

      g_autofree char *title = nsm_candidate_dup_title (candidate);
      const char *outcome = nsm_evidence_get_outcome_title (evidence);

      nsm_findings_add (findings, NSM_SEVERITY_ADVICE, evidence, "timing_unsaid",
                        g_strdup_printf (_("Nobody said whether “%s” was counted before %s."), title,
                                         outcome),
                        _("Counted over the same time, whoever stays longer does more of everything, "
                          "and it shows nothing."),
                        _("Say when it was measured"));
    }
}

/* Where others have results, a candidate without one, without a verdict and without a plan was
 * forgotten. */
static void
check_forgotten (NsmFindings *findings, NsmWorkshop *workshop)
{
  if (nsm_list_get_size (workshop->evidence) == 0)
    return;
  NSM_LIST_EACH (NsmCandidate, candidate, workshop->candidates)
    {
      gboolean has_result = FALSE;

      NSM_LIST_EACH (NsmEvidence, evidence, workshop->evidence)
        has_result = has_result || strcmp (evidence->candidate, NSM_RECORD (candidate)->id) == 0;
      if (has_result || !nsm_candidate_is_good (candidate) ||
          !nsm_candidate_is_running (candidate) || candidate->instrument_plan[0] != '\0' ||
          candidate->evidence_verdict != NSM_EVIDENCE_VERDICT_UNSET)
        continue;

      g_autofree char *title = nsm_candidate_dup_title (candidate);

      nsm_findings_add (findings, NSM_SEVERITY_ADVICE, candidate, "instrument_plan",
                        g_strdup_printf (_("“%s” has neither a result nor a plan to measure it."),
                                         title),
                        _("It competes with candidates that were looked at."),
                        _("Say how you would measure it"));
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
        g_autofree char *noise = nsm_number_dup (candidate->noise, 2);

        nsm_findings_add (findings, NSM_SEVERITY_WARNING, candidate, "noise",
                          g_strdup_printf (_("“%s” swings wildly (coefficient of variation %s)."),
                                           title, noise),
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
  { "evidence-timing", NSM_STEP_EVIDENCE, check_timing },
  { "evidence-forgotten", NSM_STEP_EVIDENCE, check_forgotten },
  { "evidence-noise", NSM_STEP_EVIDENCE, check_noise },
  { "evidence-slow", NSM_STEP_EVIDENCE, check_reaction },
  { NULL, 0, NULL },
};
