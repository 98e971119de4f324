/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli.h"

#include <glib/gi18n-lib.h>

#include "method/candidates.h"
#include "method/step.h"
#include "method/versions.h"
#include "record/language.h"
#include "report/build.h"

/* The document's own words, so that both say the same. */
static char *
dup_lead (NsmReport *report)
{
  NsmNode *summary = nsm_report_find (report, "summary");

  return summary != NULL && summary->children->len > 0
           ? nsm_node_dup_plain_text (summary->children->pdata[0])
           : g_strdup ("");
}

static const char *
get_progress_name (NsmProgress progress)
{
  return progress == NSM_PROGRESS_DONE ? "done" : progress == NSM_PROGRESS_SOME ? "begun" : "empty";
}

static const char *
get_progress_label (NsmProgress progress)
{
  return progress == NSM_PROGRESS_DONE ? _("done") : progress == NSM_PROGRESS_SOME ? _("begun") : "–";
}

/* The latest first. */
static void
print_versions (NsmWorkshop *workshop)
{
  guint n = nsm_list_get_size (workshop->versions);

  if (n > 0)
    cli_out_heading (_("Versions"));
  for (; n > 0; n--)
    {
      NsmVersion *version = nsm_list_get (workshop->versions, n - 1);
      g_autofree char *day = nsm_date_dup_long (version->date);

      cli_out ("  %2.0f  %.12s  %s%s%s", version->number, version->fingerprint,
               day != NULL ? day : "–", version->why[0] != '\0' ? "  " : "", version->why);
    }
}

static cJSON *
make_versions (NsmWorkshop *workshop)
{
  cJSON *list = cJSON_CreateArray ();

  NSM_LIST_EACH (NsmVersion, version, workshop->versions)
    {
      cJSON *item = cli_append_object (list);

      cli_add_number (item, "number", version->number);
      cli_add_text (item, "date", version->date);
      cli_add_text (item, "why", version->why);
      cli_add_text (item, "fingerprint", version->fingerprint);
    }
  return list;
}

/* As the document calls it: once something is chosen, nothing else is in the running. */
static const char *
get_standing (NsmWorkshop *workshop, NsmCandidate *candidate)
{
  NsmCandidate *chosen = nsm_workshop_get_chosen (workshop);

  if (candidate == chosen)
    return _("Chosen");
  if (candidate->kind == NSM_CANDIDATE_KIND_BAD)
    return nsm_choice_get_label (NSM_TYPE_CANDIDATE_KIND, candidate->kind);
  return chosen != NULL && candidate->standing == NSM_STANDING_IN
           ? _("Not chosen")
           : nsm_choice_get_label (NSM_TYPE_STANDING, candidate->standing);
}

static void
print_text (NsmWorkshop *workshop, NsmReport *report)
{
  g_autofree char *lead = dup_lead (report);
  g_autofree char *status = nsm_workshop_dup_version_label (workshop);

  cli_out ("%s", report->title);
  cli_out ("%s%s%s", report->solo ? nsm_report_get_status_label (report) : status,
           report->product[0] != '\0' ? " · " : "", report->product);
  cli_out ("\n%s", lead);
  cli_out_heading (_("Steps"));
  for (guint i = 0; i < NSM_N_STEPS; i++)
    cli_out ("  %2u  %-6s  %s", i, get_progress_label (nsm_step_get_progress (workshop, i)),
             nsm_step_get_title (i));
  if (nsm_list_get_size (workshop->candidates) > 0)
    cli_out_heading (_("Candidates"));
  NSM_LIST_EACH (NsmCandidate, candidate, workshop->candidates)
    {
      g_autofree char *title = nsm_candidate_dup_title (candidate);

      cli_out ("  %s (%s)", title, get_standing (workshop, candidate));
    }
  if (report->missing->len > 0 && !report->final)
    cli_out_heading (_("Missing before it can be final"));
  for (guint i = 0; i < report->missing->len && !report->final; i++)
    cli_out ("  %s", (char *) report->missing->pdata[i]);
  print_versions (workshop);
}

static cJSON *
make_json (NsmWorkshop *workshop, NsmReport *report)
{
  cJSON *result = cJSON_CreateObject ();
  g_autofree char *lead = dup_lead (report);
  cJSON *list;

  cJSON_AddStringToObject (result, "title", report->title);
  cJSON_AddStringToObject (result, "workshop", report->workshop);
  cJSON_AddStringToObject (result, "product", report->product);
  cJSON_AddStringToObject (result, "mode", nsm_choice_get_nick (NSM_TYPE_MODE, workshop->mode));
  cJSON_AddStringToObject (result, "status", report->final ? "final" : "draft");
  cli_add_number (result, "version", report->version);
  cli_add_text (result, "fingerprint", report->fingerprint);
  cJSON_AddStringToObject (result, "lead", lead);
  list = cJSON_AddArrayToObject (result, "steps");
  for (guint i = 0; i < NSM_N_STEPS; i++)
    {
      cJSON *step = cJSON_CreateObject ();

      cJSON_AddStringToObject (step, "id", nsm_choice_get_nick (NSM_TYPE_STEP, i));
      cJSON_AddStringToObject (step, "progress",
                               get_progress_name (nsm_step_get_progress (workshop, i)));
      cJSON_AddItemToArray (list, step);
    }
  list = cJSON_AddArrayToObject (result, "candidates");
  NSM_LIST_EACH (NsmCandidate, candidate, workshop->candidates)
    {
      g_autofree char *title = nsm_candidate_dup_title (candidate);
      cJSON *item = cJSON_CreateObject ();

      cJSON_AddStringToObject (item, "id", NSM_RECORD (candidate)->id);
      cJSON_AddStringToObject (item, "title", title);
      cJSON_AddStringToObject (item, "kind",
                               nsm_choice_get_nick (NSM_TYPE_CANDIDATE_KIND, candidate->kind));
      cJSON_AddStringToObject (item, "standing",
                               nsm_choice_get_nick (NSM_TYPE_STANDING, candidate->standing));
      cJSON_AddItemToArray (list, item);
    }
  list = cJSON_AddArrayToObject (result, "missing");
  for (guint i = 0; i < report->missing->len; i++)
    cJSON_AddItemToArray (list, cJSON_CreateString (report->missing->pdata[i]));
  cJSON_AddItemToObject (result, "versions", make_versions (workshop));
  return result;
}

static int
run (char **arguments)
{
  g_auto (GStrv) rest = arguments;
  gboolean json;
  int status;
  g_autoptr (NsmWorkshop) workshop = cli_open (&cli_show, NULL, &rest, &json, &status);
  g_autoptr (NsmReport) report = NULL;

  if (workshop == NULL)
    return status;
  report = nsm_report_build (workshop, NULL);
  if (json)
    return cli_print_json (make_json (workshop, report));
  print_text (workshop, report);
  return cli_finish (CLI_DONE);
}

const CliCommand cli_show = { "show", N_("FILE"), N_("Show where a workshop stands"), run };
