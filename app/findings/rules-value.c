/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "findings/private.h"
#include "rounds/round.h"

static void
check_proposition (NsmFindings *findings, NsmWorkshop *workshop)
{
  NsmValue *value = workshop->value;
  g_autofree char *feature = nsm_words_find (findings->words, NSM_WORDS_FEATURES, value->proposition);

  if (feature != NULL)
    nsm_findings_add (findings, NSM_SEVERITY_WARNING, value, "proposition",
                      g_strdup_printf (_("“%s” is a feature, not what customers get."), feature),
                      _("A metric built on features counts your work and not their gain."),
                      _("Write the outcome"));
}

static void
check_statements (NsmFindings *findings, NsmWorkshop *workshop)
{
  NsmRound *round = nsm_workshop_get_revealed_round (workshop, NSM_ROUND_KIND_STATEMENTS);

  if (round != NULL && workshop->value->proposition[0] == '\0')
    nsm_findings_add (findings, NSM_SEVERITY_WARNING, workshop->value, "proposition",
                      g_strdup (_("Everybody’s statement is open, and none has become the value "
                                  "proposition.")),
                      _("Without one of them, everybody goes on with their own."),
                      _("Choose or word one"));
}

static void
check_interviews (NsmFindings *findings, NsmWorkshop *workshop)
{
  guint n = nsm_list_get_size (workshop->value->interviews);
  guint wanted = workshop->settings->min_interviews;

  if (n < wanted)
    nsm_findings_add (findings, NSM_SEVERITY_ADVICE, workshop->value, "interviews",
                      n == 0 ? g_strdup (_("There is no customer interview yet."))
                             : g_strdup_printf (ngettext ("There is only %u customer interview.",
                                                          "There are only %u customer interviews.", n), n),
                      _("Without their words, you judge value by your own."),
                      _("Add an interview"));
}

static void
check_moments (NsmFindings *findings, NsmWorkshop *workshop)
{
  guint n = nsm_list_get_size (workshop->value->moments);

  if (n == 0)
    nsm_findings_add (findings, NSM_SEVERITY_WARNING, workshop->value, "moments",
                      g_strdup (_("No value moment is named yet.")),
                      _("Candidates would have nothing to count."),
                      _("Name a value moment"));
  else if (n < workshop->settings->min_moments)
    nsm_findings_add (findings, NSM_SEVERITY_ADVICE, workshop->value, "moments",
                      g_strdup_printf (ngettext ("There is only %u value moment.",
                                                 "There are only %u value moments.", n), n),
                      _("With few to choose from, the most direct one may be missing."),
                      _("Add a value moment"));
  else if (n > workshop->settings->max_moments)
    nsm_findings_add (findings, NSM_SEVERITY_ADVICE, workshop->value, "moments",
                      g_strdup_printf (_("%u value moments are more than you can compare."), n),
                      _("The ones that matter get lost among the others."),
                      _("Keep the most direct ones"));
}

const NsmRule nsm_rules_value[] = {
  { "value-features", NSM_STEP_VALUE, check_proposition },
  { "value-statements", NSM_STEP_VALUE, check_statements },
  { "value-interviews", NSM_STEP_VALUE, check_interviews },
  { "value-moments", NSM_STEP_VALUE, check_moments },
  { NULL, 0, NULL },
};
