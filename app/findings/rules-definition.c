/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "findings/private.h"
#include "method/candidates.h"

static NsmMetric *
get_star (NsmWorkshop *workshop)
{
  NsmCandidate *chosen = nsm_workshop_get_chosen (workshop);

  return chosen != NULL ? nsm_candidate_get_metric (chosen) : NULL;
}

static void
check_cadence (NsmFindings *findings, NsmWorkshop *workshop)
{
  /* How long a period is, in days: what is measured less often than its window
   * is long leaves whole windows out. */
  static const guint windows[] = { 0, 1, 7, 28, 90, 365 };
  static const guint cadences[] = { 0, 1, 7, 28, 90 };
  NsmDefinition *self = workshop->definition;
  NsmMetric *star = get_star (workshop);

  if (star != NULL && star->window != NSM_WINDOW_UNSET && self->cadence != NSM_CADENCE_UNSET &&
      cadences[self->cadence] > windows[star->window])
    nsm_findings_add (findings, NSM_SEVERITY_WARNING, self, "cadence",
                      g_strdup_printf (_("The time window (%s) and the cadence (%s) disagree."),
                                       nsm_choice_get_label (NSM_TYPE_WINDOW, star->window),
                                       nsm_choice_get_label (NSM_TYPE_CADENCE, self->cadence)),
                      _("Whole periods would never be looked at."),
                      _("Measure at least as often"));
}

static gboolean
is_term (NsmDefinition *self, const char *word)
{
  g_autofree char *lower = g_utf8_strdown (word, -1);
  gsize n = strlen (lower);

  NSM_LIST_EACH (NsmTerm, term, self->terms)
    {
      g_autofree char *name = g_utf8_strdown (term->term, -1);
      gsize m = strlen (name);

      if (term->meaning[0] == '\0' || m == 0)
        continue;
      /* "team" defines "teams", "trial account" defines "trial", and the other way round. */
      if (strcmp (name, lower) == 0 || (m >= 4 && g_str_has_prefix (lower, name) && n - m <= 2) ||
          (n >= 4 && strstr (name, lower) != NULL))
        return TRUE;
    }
  return FALSE;
}

static void
report_term (NsmFindings *findings, NsmDefinition *self, GHashTable *said, const char *word)
{
  g_autofree char *key = g_utf8_strdown (word, -1);
  g_autofree char *capital = NULL;
  g_autofree char *action = NULL;

  if (word[0] == '\0' || is_term (self, word) ||
      !g_hash_table_add (said, g_steal_pointer (&key)))
    return;
  capital = nsm_capitalize (word);
  action = g_strdup_printf (_("Define “%s”"), word);
  nsm_findings_add (findings, NSM_SEVERITY_WARNING, self, "terms",
                    g_strdup_printf (_("“%s” isn’t defined."), capital),
                    _("Two engineers would count two numbers."), action);
}

static void
check_terms (NsmFindings *findings, NsmWorkshop *workshop)
{
  NsmDefinition *self = workshop->definition;
  NsmMetric *star = get_star (workshop);
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *text = g_strdup_printf ("%s · %s", self->formula,
                                           star != NULL ? star->statement : "");
  g_autoptr (GPtrArray) vague = NULL;
  g_autoptr (GRegex) quoted = NULL;
  g_autoptr (GMatchInfo) match = NULL;

  if (self->formula[0] == '\0')
    return;
  if (star != NULL)
    {
      g_auto (GStrv) words = g_strsplit_set (star->unit, " ", -1);
      gboolean defined = FALSE;

      /* "Projects of $200 or more" is defined where "project" is. */
      for (guint i = 0; words[i] != NULL && !defined; i++)
        defined = words[i][0] != '\0' && is_term (self, words[i]);
      if (!defined)
        report_term (findings, self, said, star->unit);
    }
  vague = nsm_words_find_all (findings->words, NSM_WORDS_VAGUE, text);
  for (guint i = 0; i < vague->len; i++)
    report_term (findings, self, said, vague->pdata[i]);
  /* What the formula itself puts in quotes is meant as a term. */
  quoted = g_regex_new ("[“\"„«]([^”\"“»]{1,60})[”\"“»]", 0, 0, NULL);
  for (g_regex_match (quoted, self->formula, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *word = g_match_info_fetch (match, 1);

      report_term (findings, self, said, word);
    }
}

static void
check_meanings (NsmFindings *findings, NsmWorkshop *workshop)
{
  NSM_LIST_EACH (NsmTerm, term, workshop->definition->terms)
    if (term->term[0] != '\0' && term->meaning[0] == '\0')
      nsm_findings_add (findings, NSM_SEVERITY_WARNING, term, "meaning",
                        g_strdup_printf (_("The term “%s” has no meaning yet."), term->term),
                        _("Two engineers would count two numbers."), _("Say what it means"));
}

static void
check_formula (NsmFindings *findings, NsmWorkshop *workshop)
{
  if (workshop->definition->formula[0] == '\0')
    nsm_findings_add (findings, NSM_SEVERITY_ERROR, workshop->definition, "formula",
                      g_strdup (_("The definition has no formula.")),
                      _("Nobody can compute it."), _("Write the formula"));
}

static void
check_sources (NsmFindings *findings, NsmWorkshop *workshop)
{
  if (nsm_list_get_size (workshop->definition->sources) == 0)
    nsm_findings_add (findings, NSM_SEVERITY_WARNING, workshop->definition, "sources",
                      g_strdup (_("No data source is named.")),
                      _("Engineers would have to guess where to look."), _("Name a source"));
}

static void
check_examples (NsmFindings *findings, NsmWorkshop *workshop)
{
  gboolean yes = FALSE;
  gboolean no = FALSE;

  NSM_LIST_EACH (NsmExample, example, workshop->definition->examples)
    {
      yes = yes || example->counts;
      no = no || !example->counts;
    }
  if (!yes || !no)
    nsm_findings_add (findings, NSM_SEVERITY_WARNING, workshop->definition, "examples",
                      g_strdup (!yes && !no ? _("There are no examples of what counts and what doesn’t.")
                                : !yes      ? _("There is no example of something that counts.")
                                            : _("There is no example of something that doesn’t count.")),
                      _("Odd cases will be decided by whoever meets them first."),
                      _("Add an example"));
}

static void
check_baseline (NsmFindings *findings, NsmWorkshop *workshop)
{
  if (isnan (workshop->definition->baseline))
    nsm_findings_add (findings, NSM_SEVERITY_ADVICE, workshop->definition, "baseline",
                      g_strdup (_("There is no baseline.")),
                      _("Nobody will be able to say whether it went up."),
                      _("Say where it stands today"));
}

static void
check_owner (NsmFindings *findings, NsmWorkshop *workshop)
{
  if (workshop->definition->owner[0] == '\0')
    nsm_findings_add (findings, NSM_SEVERITY_WARNING, workshop->definition, "owner",
                      g_strdup (_("Nobody owns the definition.")),
                      _("Questions about it will have no one to go to."), _("Name an owner"));
}

const NsmRule nsm_rules_definition[] = {
  { "definition-formula", NSM_STEP_DEFINITION, check_formula },
  { "definition-term", NSM_STEP_DEFINITION, check_terms },
  { "definition-meaning", NSM_STEP_DEFINITION, check_meanings },
  { "definition-cadence", NSM_STEP_DEFINITION, check_cadence },
  { "definition-source", NSM_STEP_DEFINITION, check_sources },
  { "definition-examples", NSM_STEP_DEFINITION, check_examples },
  { "definition-owner", NSM_STEP_DEFINITION, check_owner },
  { "definition-baseline", NSM_STEP_DEFINITION, check_baseline },
  { NULL, 0, NULL },
};
