/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "findings/private.h"

static guint
count_people (NsmWorkshop *workshop, guint *functions)
{
  guint n = 0;
  guint seen = 0;

  NSM_LIST_EACH (NsmParticipant, participant, workshop->participants)
    if (!participant->retired)
      {
        n++;
        seen |= 1u << participant->function;
      }
  if (functions != NULL)
    *functions = seen;
  return n;
}

static gboolean
is_facilitated (NsmWorkshop *workshop)
{
  return workshop->mode == NSM_MODE_FACILITATED;
}

static void
check_alone (NsmFindings *findings, NsmWorkshop *workshop)
{
  guint n = count_people (workshop, NULL);

  if (is_facilitated (workshop) && n < 2)
    nsm_findings_add (findings, NSM_SEVERITY_WARNING, workshop, "participants",
                      n == 0 ? g_strdup (_("Nobody takes part yet."))
                             : g_strdup (_("Only one person takes part.")),
                      n == 0
                        ? _("Without names nobody can score or commit to anything.")
                        : _("The metric would stay that person’s, and blind spots stay blind."),
                      _("Add participants"));
  else if (is_facilitated (workshop) && n < workshop->settings->min_participants)
    nsm_findings_add (findings, NSM_SEVERITY_ADVICE, workshop, "participants",
                      g_strdup_printf (ngettext ("Only %u person takes part.",
                                                 "Only %u people take part.", n), n),
                      _("Three to five from different functions see what a few miss."),
                      _("Add participants"));
}

static void
check_functions (NsmFindings *findings, NsmWorkshop *workshop)
{
  guint seen;
  guint n = count_people (workshop, &seen);
  guint functions = 0;

  for (guint i = 0; i <= NSM_FUNCTION_LEADERSHIP; i++)
    if (seen & (1u << i))
      functions++;
  if (is_facilitated (workshop) && n >= 2 && functions < workshop->settings->min_functions)
    nsm_findings_add (findings, NSM_SEVERITY_WARNING, workshop, "participants",
                      g_strdup_printf (ngettext ("The panel stands for only %u function.",
                                                 "The panel stands for only %u functions.",
                                                 functions), functions),
                      _("People of one kind agree for the wrong reasons."),
                      _("Invite another function"));
}

static void
check_builders (NsmFindings *findings, NsmWorkshop *workshop)
{
  guint seen;
  guint n = count_people (workshop, &seen);
  gboolean engineering = (seen & (1u << NSM_FUNCTION_ENGINEERING)) != 0;
  gboolean data = (seen & (1u << NSM_FUNCTION_DATA)) != 0;

  if (!is_facilitated (workshop) || n < 2 || (engineering && data))
    return;
  nsm_findings_add (findings, NSM_SEVERITY_WARNING, workshop, "participants",
                    g_strdup (!engineering && !data ? _("Neither engineering nor data takes part.")
                              : !engineering        ? _("Nobody from engineering takes part.")
                                                    : _("Nobody from data takes part.")),
                    engineering ? _("Nobody can say what the numbers really show.")
                                : _("Nobody can say what can be measured."),
                    _("Invite them"));
}

const NsmRule nsm_rules_set_up[] = {
  { "panel-alone", NSM_STEP_SET_UP, check_alone },
  { "panel-functions", NSM_STEP_SET_UP, check_functions },
  { "panel-builders", NSM_STEP_SET_UP, check_builders },
  { NULL, 0, NULL },
};
