/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/build.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "findings/findings.h"
#include "method/candidates.h"
#include "method/step.h"
#include "method/versions.h"
#include "record/language.h"
#include "report/build-private.h"

typedef struct
{
  const char *id;
  const char *title;
  NsmStep step;
  void (*build) (NsmBuild *build, NsmNode *section);
} Part;

/* In the order in which they are read: those who decide, those who implement,
 * those who want to know why. */
static const Part parts[] = {
  { "summary", N_("Summary"), NSM_STEP_DECISION, nsm_build_summary },
  { "definition", N_("Definition"), NSM_STEP_DEFINITION, nsm_build_definition },
  { "system", N_("Metric system"), NSM_STEP_SYSTEM, nsm_build_system },
  { "decision", N_("Decision"), NSM_STEP_DECISION, nsm_build_decision },
  { "rejected", N_("Why not the others"), NSM_STEP_DECISION, nsm_build_rejected },
  { "versions", N_("What changed"), NSM_STEP_DEFINITION, nsm_build_versions },
  { "scores", N_("Scores"), NSM_STEP_SCORING, nsm_build_scores },
  { "stress", N_("Stress tests"), NSM_STEP_STRESS, nsm_build_stress },
  { "evidence", N_("Evidence"), NSM_STEP_EVIDENCE, nsm_build_evidence },
  { "process", N_("How we got here"), NSM_STEP_SET_UP, nsm_build_process },
  { "rounds", N_("How we decided in private"), NSM_STEP_SCORING, nsm_build_rounds },
  { "about", N_("About this document"), NSM_STEP_COMMITMENT, nsm_build_about },
};

/* All on one page. */
static const Part brief = { "summary", N_("Summary"), NSM_STEP_DECISION, nsm_build_brief };

static char *
dup_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

/* Of the workshop itself: what may not be read of it doesn't make it another one. */
static void
fill_status (NsmBuild *build)
{
  NsmReport *report = build->report;
  NsmWorkshop *workshop = build->original;
  g_autoptr (GPtrArray) missing = nsm_findings_missing_for_final (workshop);

  for (guint i = 0; i < missing->len; i++)
    g_ptr_array_add (report->missing, nsm_redaction_dup_text (build->redaction, missing->pdata[i]));
  /* A workshop that was called final and then changed is a draft of the next version. */
  report->final = nsm_workshop_is_final (workshop);
  report->solo = workshop->mode == NSM_MODE_SOLO;
  report->facets = nsm_workshop_get_progress_facets (workshop);
}

/* Whoever reads it can check which workshop it came from, and which definition it holds. */
static void
fill_version (NsmBuild *build)
{
  NsmReport *report = build->report;
  NsmWorkshop *workshop = build->original;

  report->version = nsm_workshop_get_version_number (workshop);
  report->version_date =
    g_strdup (report->final ? nsm_workshop_get_latest_version (workshop)->date : "");
  report->owner = nsm_run_dup_writable (build->workshop->definition->owner);
  report->fingerprint = nsm_workshop_dup_fingerprint (workshop);
  report->origin = nsm_workshop_dup_origin (workshop);
  report->program = g_strdup (NSM_PROGRAM_VERSION);
}

/* As the pages call whoever it is: mostly by a first name. */
static char *
dup_author (NsmBuild *build)
{
  const char *author = build->workshop->author;
  const char *found = NULL;
  guint n = 0;

  if (build->options->names == NSM_REPORT_NAMES_NONE)
    return g_strdup ("");
  NSM_LIST_EACH (NsmParticipant, person, build->workshop->participants)
    {
      gsize length = strlen (person->name);

      if (length > 0 && g_str_has_prefix (author, person->name) &&
          (author[length] == '\0' || author[length] == ' '))
        {
          found = person->name;
          n++;
        }
    }
  return g_strdup (n == 1 ? found : author);
}

static void
fill_title (NsmBuild *build)
{
  NsmReport *report = build->report;
  NsmWorkshop *workshop = build->workshop;
  g_autofree char *author = dup_author (build);

  if (build->star != NULL)
    {
      g_autofree char *title = nsm_metric_dup_title (build->star);

      report->title = nsm_run_dup_writable (title);
    }
  else if (workshop->product[0] != '\0')
    report->title = nsm_run_dup_writable (workshop->product);
  else if (workshop->title[0] != '\0')
    report->title = nsm_run_dup_writable (workshop->title);
  else
    report->title = g_strdup (_("No metric is chosen yet"));
  report->product = nsm_run_dup_writable (workshop->product);
  report->workshop = nsm_run_dup_writable (workshop->title);
  report->author = nsm_run_dup_writable (author);
}

static NsmReport *
new_report (const NsmReportOptions *options)
{
  NsmReport *report = nsm_report_new ();

  report->scope = options->scope;
  report->names = options->names;
  report->without_quotes = options->without_quotes;
  report->paper = options->paper;
  report->date = options->date != NULL ? g_strdup (options->date) : dup_today ();
  report->language = nsm_language_dup ();
  report->rtl = nsm_language_is_right_to_left (report->language);
  return report;
}

static void
add_part (NsmBuild *build, const Part *part)
{
  g_autoptr (NsmNode) section = nsm_node_new (NSM_NODE_SECTION);

  section->id = g_strdup (part->id);
  nsm_node_set_source (section, part->step, NSM_RECORD (build->workshop), NULL);
  nsm_runs_add_text (section->runs, NSM_RUN_TEXT, _(part->title));
  part->build (build, section);
  if (!nsm_node_is_empty (section))
    g_ptr_array_add (build->report->sections, g_steal_pointer (&section));
}

/**
 * nsm_report_build:
 * @workshop: a workshop in any state
 * @options: (nullable): what it is to hold; NULL: as all zero
 *
 * Returns: (transfer full): the document; it keeps nothing of @workshop
 */
NsmReport *
nsm_report_build (NsmWorkshop *workshop, const NsmReportOptions *options)
{
  const NsmReportOptions none = { 0 };
  g_autoptr (NsmLanguageScope) scope = NULL;
  g_autoptr (NsmRedaction) redaction = NULL;
  NsmBuild build = { .original = workshop };

  if (options == NULL)
    options = &none;
  scope = nsm_language_enter (options->language);
  redaction = nsm_redaction_new (workshop, options);
  build.redaction = redaction;
  build.workshop = nsm_redaction_get_workshop (redaction);
  build.options = options;
  build.chosen = nsm_workshop_get_chosen (build.workshop);
  build.star = build.chosen != NULL ? nsm_candidate_get_metric (build.chosen) : NULL;
  build.report = new_report (options);
  fill_title (&build);
  fill_status (&build);
  fill_version (&build);
  if (options->scope == NSM_REPORT_SCOPE_SUMMARY)
    add_part (&build, &brief);
  for (guint i = 0; options->scope == NSM_REPORT_SCOPE_FULL && i < G_N_ELEMENTS (parts); i++)
    add_part (&build, &parts[i]);
  return build.report;
}
