/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the document comes from, so that whoever holds it can check that. */
#include "report/build-private.h"

#include <glib/gi18n-lib.h>

#define SHORT_HASH 12
#define SHORT_TITLE 60

static void
add_version (NsmBuild *build, NsmNode *facts)
{
  NsmReport *report = build->report;
  NsmNode *paragraph = nsm_node_add_paragraph (
    nsm_node_add_entry (facts, "about-version", _("Version of the definition")), NSM_TONE_PLAIN,
    NULL);
  NsmRun *number = nsm_run_new_number (report->version, 0);

  nsm_build_from (facts->children->pdata[facts->children->len - 1], NSM_STEP_DEFINITION,
                  NSM_RECORD (build->workshop->definition), NULL);
  if (!report->final)
    /* Translators: the number of a version */
    nsm_runs_add_template (paragraph->runs, _("A draft of version %s"), number, NULL);
  else if (report->version_date[0] != '\0')
    /* Translators: the number of a version, and a date */
    nsm_runs_add_template (paragraph->runs, _("Version %s, final since %s"), number,
                           nsm_run_new_date (report->version_date), NULL);
  else
    nsm_runs_add_template (paragraph->runs, _("Version %s, final"), number, NULL);
}

static void
add_fingerprint (NsmBuild *build, NsmNode *facts)
{
  NsmNode *entry = nsm_node_add_entry (facts, "fingerprint", _("Fingerprint of the workshop"));
  NsmNode *how;

  nsm_runs_add (nsm_node_add_paragraph (entry, NSM_TONE_PLAIN, NULL)->runs,
                nsm_run_new (NSM_RUN_CODE, build->report->fingerprint));
  how = nsm_node_add_paragraph (entry, NSM_TONE_FINE, NULL);
  nsm_runs_add_template (
    how->runs,
    /* Translators: commands for a terminal */
    _("A SHA-256 of all that the workshop held when this was written; %s tells it of a workshop. "
      "As a web page or XML this document can be checked word by word: %s."),
    nsm_run_new (NSM_RUN_CODE, "nsm show"),
    nsm_run_new (NSM_RUN_CODE, "nsm verify DOCUMENT WORKSHOP"), NULL);
}

void
nsm_build_about (NsmBuild *build, NsmNode *section)
{
  NsmReport *report = build->report;
  NsmWorkshop *workshop = build->workshop;
  NsmNode *facts = nsm_node_add (section, NSM_NODE_DEFINITIONS);
  g_autofree char *choice = nsm_report_dup_choice_line (report);

  add_version (build, facts);
  nsm_build_from (nsm_build_add_fact (facts, "about-owner", _("Owner of the definition"),
                                      workshop->definition->owner),
                  NSM_STEP_DEFINITION, NSM_RECORD (workshop->definition), "owner");
  nsm_build_from (nsm_build_add_fact (facts, "about-workshop", _("From the workshop"),
                                      workshop->title),
                  NSM_STEP_SET_UP, NSM_RECORD (workshop), "title");
  if (report->date[0] != '\0')
    nsm_build_add_fact_run (facts, "about-date", _("Written on"), nsm_run_new_date (report->date));
  nsm_build_add_fact (facts, "about-choice", _("What it holds"), choice);
  add_fingerprint (build, facts);
}

/**
 * nsm_build_about_line:
 *
 * Adds the same in one fine line, for a page that has no room for more.
 */
void
nsm_build_about_line (NsmBuild *build, NsmNode *section)
{
  NsmNode *line = nsm_node_add_paragraph (section, NSM_TONE_FINE, NULL);
  g_autofree char *hash = g_strndup (build->report->fingerprint, SHORT_HASH);
  g_autofree char *title = nsm_build_dup_short (build, build->workshop->title, SHORT_TITLE);

  if (build->shortened)
    nsm_runs_add_text (line->runs, NSM_RUN_TEXT,
                       _("Some texts are shortened here; the full record has all of them."));
  if (line->runs->len > 0)
    nsm_runs_add_verbatim (line->runs, " ");
  if (title[0] != '\0')
    /* Translators: the name of a workshop, a date, and a short hash */
    nsm_runs_add_template (line->runs,
                           _("From the workshop “%s”, written on %s; its fingerprint begins with %s."),
                           nsm_run_new (NSM_RUN_TEXT, title),
                           nsm_run_new_date (build->report->date), nsm_run_new (NSM_RUN_CODE, hash),
                           NULL);
  else
    /* Translators: a date, and a short hash */
    nsm_runs_add_template (line->runs, _("Written on %s; the workshop’s fingerprint begins with %s."),
                           nsm_run_new_date (build->report->date), nsm_run_new (NSM_RUN_CODE, hash),
                           NULL);
}
