/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands under the title: which definition this is, and what was chosen to be in it. */
#include "report/tree.h"

#include <glib/gi18n-lib.h>

static const char *
get_names_words (NsmReportNames names)
{
  switch (names)
    {
    case NSM_REPORT_NAMES_WITH_SCORES:
      /* Translators: what a document holds, in a line of such words */
      return _("names, and who gave which score");
    case NSM_REPORT_NAMES_NONE:
      return _("no names: people are called by their function");
    case NSM_REPORT_NAMES_ONLY:
    default:
      return _("names, but not who gave which answer");
    }
}

/**
 * nsm_report_dup_choice_line:
 *
 * Returns: (transfer full): what was chosen to be in the document, for its cover: "Full record ·
 *   names, but not who gave which answer · without quotes from customers"
 */
char *
nsm_report_dup_choice_line (NsmReport *report)
{
  const char *scope = nsm_choice_get_label (NSM_TYPE_REPORT_SCOPE, report->scope);
  const char *names = get_names_words (report->names);

  /* One page has no room for what customers said. */
  if (report->scope == NSM_REPORT_SCOPE_SUMMARY)
    return g_strdup_printf ("%s · %s", scope, names);
  return g_strdup_printf ("%s · %s · %s", scope, names,
                          report->without_quotes ? _("without quotes from customers")
                                                 : _("with quotes from customers"));
}

static char *
dup_state (NsmReport *report)
{
  if (report->version == 0)
    return g_strdup (nsm_report_get_status_label (report));
  if (report->solo)
    /* Translators: the number of a version */
    return g_strdup_printf (_("Single-author draft of version %u"), report->version);
  if (!report->final)
    return g_strdup_printf (_("Draft of version %u"), report->version);
  return g_strdup_printf (_("Version %u"), report->version);
}

/**
 * nsm_report_dup_version_line:
 *
 * Returns: (transfer full): which definition this is, of when, and whose: "Draft of version 2 ·
 *   22 November 2026 · Owner: Growth team"
 */
char *
nsm_report_dup_version_line (NsmReport *report)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *state = dup_state (report);
  gboolean since = report->final && report->version_date != NULL && report->version_date[0] != '\0';
  NsmRun *date = nsm_run_new_date (since ? report->version_date : report->date);

  g_string_append (line, state);
  if (since)
    {
      g_autofree char *words = g_strdup_printf (_("final since %s"), date->text);

      g_string_append_printf (line, " · %s", words);
    }
  else if (date->text[0] != '\0')
    {
      g_string_append_printf (line, " · %s", date->text);
    }
  if (report->owner != NULL && report->owner[0] != '\0')
    {
      /* Translators: who answers for the number */
      g_autofree char *owner = g_strdup_printf (_("Owner: %s"), report->owner);

      g_string_append_printf (line, " · %s", owner);
    }
  nsm_run_free (date);
  return g_string_free (g_steal_pointer (&line), FALSE);
}
