/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "findings/private.h"
#include "method/candidates.h"

static char *
dup_input_title (NsmInput *input)
{
  NsmRecord *metric = nsm_record_find (NSM_RECORD (input), input->metric);

  return metric != NULL && NSM_IS_METRIC (metric) ? nsm_metric_dup_title (NSM_METRIC (metric))
                                                  : g_strdup (_("An input without a name"));
}

static void
check_number (NsmFindings *findings, NsmWorkshop *workshop)
{
  guint n = nsm_list_get_size (workshop->system->inputs);

  if (n < workshop->settings->min_inputs)
    nsm_findings_add (findings, NSM_SEVERITY_WARNING, workshop->system, "inputs",
                      n == 0 ? g_strdup (_("There is no input metric yet."))
                             : g_strdup_printf (ngettext ("There is only %u input metric.",
                                                          "There are only %u input metrics.", n), n),
                      _("A star that teams can’t move inspires and changes nothing."),
                      _("Add an input"));
  else if (n > workshop->settings->max_inputs)
    nsm_findings_add (findings, NSM_SEVERITY_WARNING, workshop->system, "inputs",
                      g_strdup_printf (_("%u input metrics are more than teams can keep in mind."), n),
                      _("If everything matters, nothing does."),
                      _("Keep the strongest"));
}

static void
check_owners (NsmFindings *findings, NsmWorkshop *workshop)
{
  NSM_LIST_EACH (NsmInput, input, workshop->system->inputs)
    if (input->owner[0] == '\0')
      {
        g_autofree char *title = dup_input_title (input);

        nsm_findings_add (findings, NSM_SEVERITY_WARNING, input, "owner",
                          g_strdup_printf (_("“%s” has no owner."), title),
                          _("What nobody owns, nobody moves."),
                          _("Name a team"));
      }
}

static void
check_one_team (NsmFindings *findings, NsmWorkshop *workshop)
{
  g_autofree char *team = NULL;
  guint n = 0;

  NSM_LIST_EACH (NsmInput, input, workshop->system->inputs)
    {
      g_autofree char *owner = g_utf8_casefold (input->owner, -1);

      g_strstrip (owner);
      if (owner[0] == '\0' || (team != NULL && strcmp (team, owner) != 0))
        return;
      if (team == NULL)
        team = g_strdup (owner);
      n++;
    }
  if (n >= 2)
    nsm_findings_add (findings, NSM_SEVERITY_WARNING,
                      nsm_list_get (workshop->system->inputs, 0), "owner",
                      g_strdup_printf (_("All inputs belong to “%s”."),
                                       NSM_INPUT (nsm_list_get (workshop->system->inputs, 0))->owner),
                      _("Then it is one team’s metric and not everybody’s star."),
                      _("Give other teams a share"));
}

static void
check_kpi (NsmFindings *findings, NsmWorkshop *workshop)
{
  NsmSystem *self = workshop->system;

  if (self->kpi[0] == '\0')
    nsm_findings_add (findings, NSM_SEVERITY_WARNING, self, "kpi",
                      g_strdup (_("No business KPI is named.")),
                      _("Nobody can see what the star is worth to the business."),
                      _("Name the business KPI"));
  else if (self->kpi_link == NSM_LINK_UNSET)
    nsm_findings_add (findings, NSM_SEVERITY_ADVICE, self, "kpi_link",
                      g_strdup (_("How the business KPI hangs on the North Star isn’t said.")),
                      _("If only one of them moves, you won’t know why."),
                      _("Say how they hang together"));
}

static char *
dup_plain (NsmMetric *metric)
{
  g_autofree char *text =
    g_strdup_printf ("%s %s", metric->unit, metric->statement[0] != '\0' ? metric->statement
                                                                         : metric->name);
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return g_strdup (g_strstrip (folded));
}

static void
check_repeats (NsmFindings *findings, NsmWorkshop *workshop)
{
  NsmCandidate *chosen = nsm_workshop_get_chosen (workshop);
  NsmMetric *star = chosen != NULL ? nsm_candidate_get_metric (chosen) : NULL;
  g_autofree char *plain = star != NULL ? dup_plain (star) : NULL;

  if (star == NULL)
    return;
  NSM_LIST_EACH (NsmInput, input, workshop->system->inputs)
    {
      NsmRecord *found = nsm_record_find (NSM_RECORD (input), input->metric);

      if (found == NULL || !NSM_IS_METRIC (found))
        continue;

      NsmMetric *metric = NSM_METRIC (found);
      g_autofree char *other = dup_plain (metric);
      gboolean same_name = star->name[0] != '\0' && metric->name[0] != '\0' &&
                           g_utf8_collate (star->name, metric->name) == 0;

      if (metric != star && !same_name && (plain[0] == '\0' || strcmp (plain, other) != 0))
        continue;

      g_autofree char *title = nsm_metric_dup_title (metric);

      nsm_findings_add (findings, NSM_SEVERITY_ERROR, input, "metric",
                        g_strdup_printf (_("The input “%s” repeats the North Star Metric."), title),
                        _("It moves when the star moves, and tells no team what to do."),
                        _("Name what drives it"));
    }
}

static void
check_dimensions (NsmFindings *findings, NsmWorkshop *workshop)
{
  g_autoptr (GString) missing = g_string_new (NULL);
  guint seen = 0;

  if (nsm_list_get_size (workshop->system->inputs) == 0)
    return;
  NSM_LIST_EACH (NsmInput, input, workshop->system->inputs)
    seen |= 1u << input->dimension;
  for (guint i = NSM_DIMENSION_BREADTH; i <= NSM_DIMENSION_EFFICIENCY; i++)
    if ((seen & (1u << i)) == 0)
      g_string_append_printf (missing, "%s%s", missing->len > 0 ? ", " : "",
                              nsm_choice_get_label (NSM_TYPE_DIMENSION, i));
  if (missing->len > 0)
    nsm_findings_add (findings, NSM_SEVERITY_ADVICE, workshop->system, "inputs",
                      g_strdup_printf (_("No input covers: %s."), missing->str),
                      _("A part of the value goes unwatched; say so if that is meant."),
                      _("Add an input"));
}

static void
check_questions (NsmFindings *findings, NsmWorkshop *workshop)
{
  NsmSystem *self = workshop->system;
  const struct
  {
    NsmAnswerState answer;
    const char *field;
  } questions[] = {
    { self->inputs_move, "inputs_move" },
    { self->kpi_follows, "kpi_follows" },
    { self->gaps, "gaps" },
    { self->conflicts, "conflicts" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    if (questions[i].answer == NSM_ANSWER_STATE_UNSET)
      nsm_findings_add (findings, NSM_SEVERITY_ADVICE, self, questions[i].field,
                        g_strdup_printf (_("A question is open: “%s”"),
                                         nsm_field_get_label (nsm_record_find_field (
                                           NSM_RECORD (self), questions[i].field))),
                        _("A weakness that isn’t looked for isn’t found."),
                        _("Answer it"));
}

/* An answer that shows a weakness, with nothing written down against it. */
static void
check_weaknesses (NsmFindings *findings, NsmWorkshop *workshop)
{
  NsmSystem *self = workshop->system;
  const char *field = NULL;

  if (nsm_list_get_size (self->weaknesses) > 0)
    return;
  if (self->inputs_move == NSM_ANSWER_STATE_NO)
    field = "inputs_move";
  else if (self->kpi_follows == NSM_ANSWER_STATE_NO)
    field = "kpi_follows";
  else if (self->gaps == NSM_ANSWER_STATE_YES)
    field = "gaps";
  else if (self->conflicts == NSM_ANSWER_STATE_YES)
    field = "conflicts";
  if (field != NULL)
    nsm_findings_add (findings, NSM_SEVERITY_WARNING, self, "weaknesses",
                      g_strdup_printf (_("The answer to “%s” shows a weakness that nobody deals with."),
                                       nsm_field_get_label (nsm_record_find_field (NSM_RECORD (self),
                                                                                   field))),
                      _("It will show up later, as a surprise."),
                      _("Write down what you do about it"));
}

const NsmRule nsm_rules_system[] = {
  { "system-inputs", NSM_STEP_SYSTEM, check_number },
  { "system-owner", NSM_STEP_SYSTEM, check_owners },
  { "system-one-team", NSM_STEP_SYSTEM, check_one_team },
  { "system-kpi", NSM_STEP_SYSTEM, check_kpi },
  { "system-repeats", NSM_STEP_SYSTEM, check_repeats },
  { "system-dimension", NSM_STEP_SYSTEM, check_dimensions },
  { "system-question", NSM_STEP_SYSTEM, check_questions },
  { "system-weakness", NSM_STEP_SYSTEM, check_weaknesses },
  { NULL, 0, NULL },
};
