/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "findings/private.h"

/* Months until the review, from the number given or from the two dates. */
static double
get_review_months (NsmCommitment *self)
{
  GDate decided, review;

  if (!isnan (self->review_months))
    return self->review_months;
  if (!nsm_date_is_valid (self->decided_on) || !nsm_date_is_valid (self->review_on) ||
      self->decided_on[0] == '\0' || self->review_on[0] == '\0')
    return NAN;
  g_date_clear (&decided, 1);
  g_date_clear (&review, 1);
  g_date_set_dmy (&decided, atoi (self->decided_on + 8), atoi (self->decided_on + 5),
                  atoi (self->decided_on));
  g_date_set_dmy (&review, atoi (self->review_on + 8), atoi (self->review_on + 5),
                  atoi (self->review_on));
  return g_date_days_between (&decided, &review) / 30.44;
}

static void
check_missing (NsmFindings *findings, NsmWorkshop *workshop)
{
  NsmCommitment *self = workshop->commitment;

  if (isnan (self->review_months) && self->review_on[0] == '\0')
    nsm_findings_add (findings, NSM_SEVERITY_WARNING, self, "review_months",
                      g_strdup (_("No date for a review is set.")),
                      _("It would stay forever, or be dropped at the first bad month."),
                      _("Set a review"));
}

static void
check_time (NsmFindings *findings, NsmWorkshop *workshop)
{
  NsmCommitment *self = workshop->commitment;
  NsmSettings *settings = workshop->settings;
  gboolean early = workshop->stage == NSM_STAGE_PRE_FIT;
  double soonest = early ? settings->review_min_early : settings->review_min;
  double latest = early ? settings->review_max_early : settings->review_max;
  double months = get_review_months (self);
  const char *field = isnan (self->review_months) ? "review_on" : "review_months";

  /* Dates a few days off the full month are no finding. */
  if (isnan (months))
    return;
  if (months < soonest - 0.25)
    nsm_findings_add (findings, NSM_SEVERITY_WARNING, self, field,
                      g_strdup_printf (_("A review after %.0f months is too early for this stage."),
                                       months),
                      _("Value takes several improvements to show; you would switch in panic."),
                      _("Choose a later date"));
  else if (months > latest + 0.25)
    nsm_findings_add (findings, NSM_SEVERITY_WARNING, self, field,
                      g_strdup_printf (_("A review after %.0f months is too late for this stage."),
                                       months),
                      _("The product will have outgrown the metric by then."),
                      _("Choose an earlier date"));
}

static void
check_leadership (NsmFindings *findings, NsmWorkshop *workshop)
{
  NSM_LIST_EACH (NsmSignOff, sign_off, workshop->commitment->sign_offs)
    {
      NsmRecord *person = nsm_record_find (NSM_RECORD (sign_off), sign_off->participant);
      NsmFunction function = person != NULL && NSM_IS_PARTICIPANT (person)
                               ? NSM_PARTICIPANT (person)->function
                               : sign_off->function;

      if ((function == NSM_FUNCTION_LEADERSHIP || sign_off->function == NSM_FUNCTION_LEADERSHIP) &&
          sign_off->position != NSM_POSITION_UNSET)
        return;
    }
  nsm_findings_add (findings, NSM_SEVERITY_WARNING, workshop->commitment, "sign_offs",
                    g_strdup (_("Nobody from leadership has signed.")),
                    _("The first quarter under pressure will overrule it."),
                    _("Ask leadership to sign"));
}

static void
check_block (NsmFindings *findings, NsmWorkshop *workshop)
{
  NSM_LIST_EACH (NsmSignOff, sign_off, workshop->commitment->sign_offs)
    if (sign_off->position == NSM_POSITION_BLOCKS)
      {
        const char *who = nsm_record_get_title (NSM_RECORD (sign_off));

        if (who[0] == '\0')
          who = sign_off->who[0] != '\0' ? sign_off->who : _("Somebody");
        nsm_findings_add (findings, NSM_SEVERITY_ERROR, sign_off, "position",
                          g_strdup_printf (_("%s blocks."), who),
                          _("It can’t be final until that is settled."),
                          _("Talk, and write down the answer"));
      }
}

static void
check_revenue (NsmFindings *findings, NsmWorkshop *workshop)
{
  if (workshop->commitment->revenue_answer[0] == '\0')
    nsm_findings_add (findings, NSM_SEVERITY_WARNING, workshop->commitment, "revenue_answer",
                      g_strdup (_("“But what about revenue?” has no answer.")),
                      _("It is the first question leadership will ask."),
                      _("Answer it"));
}

static void
check_objections (NsmFindings *findings, NsmWorkshop *workshop)
{
  NSM_LIST_EACH (NsmObjection, objection, workshop->commitment->objections)
    if (objection->objection[0] != '\0' && objection->answer[0] == '\0')
      nsm_findings_add (findings, NSM_SEVERITY_ADVICE, objection, "answer",
                        g_strdup_printf (_("The objection “%s” has no answer."),
                                         objection->objection),
                        _("It will come back, louder."),
                        _("Answer it"));
}

const NsmRule nsm_rules_commitment[] = {
  { "commitment-block", NSM_STEP_COMMITMENT, check_block },
  { "commitment-no-review", NSM_STEP_COMMITMENT, check_missing },
  { "commitment-review-time", NSM_STEP_COMMITMENT, check_time },
  { "commitment-leadership", NSM_STEP_COMMITMENT, check_leadership },
  { "commitment-revenue", NSM_STEP_COMMITMENT, check_revenue },
  { "commitment-objection", NSM_STEP_COMMITMENT, check_objections },
  { NULL, 0, NULL },
};
