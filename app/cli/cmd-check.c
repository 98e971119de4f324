/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli.h"

#include <glib/gi18n-lib.h>

#include "findings/findings.h"
#include "method/step.h"

static const char *
get_severity_label (NsmSeverity severity)
{
  switch (severity)
    {
    case NSM_SEVERITY_ERROR:
      return _("error");
    case NSM_SEVERITY_WARNING:
      return _("warning");
    case NSM_SEVERITY_ADVICE:
    default:
      return _("advice");
    }
}

static const char *
get_severity_name (NsmSeverity severity)
{
  switch (severity)
    {
    case NSM_SEVERITY_ERROR:
      return "error";
    case NSM_SEVERITY_WARNING:
      return "warning";
    case NSM_SEVERITY_ADVICE:
    default:
      return "advice";
    }
}

/* Where in the file: "definition.terms[2].meaning". */
static char *
dup_place (NsmFinding *finding)
{
  NsmRecord *record = nsm_finding_get_record (finding);
  const char *field = nsm_finding_get_field (finding);
  g_autofree char *path = record != NULL ? nsm_record_get_path (record) : g_strdup ("");

  if (field == NULL)
    return g_steal_pointer (&path);
  return path[0] != '\0' ? g_strdup_printf ("%s.%s", path, field) : g_strdup (field);
}

static void
print_text (GPtrArray *findings)
{
  NsmStep step = NSM_N_STEPS;

  for (guint i = 0; i < findings->len; i++)
    {
      NsmFinding *finding = findings->pdata[i];
      g_autofree char *place = dup_place (finding);

      if (nsm_finding_get_step (finding) != step)
        {
          step = nsm_finding_get_step (finding);
          cli_out (i > 0 ? "\n%u · %s" : "%u · %s", step, nsm_step_get_title (step));
        }
      cli_out ("  %s: %s", get_severity_label (nsm_finding_get_severity (finding)),
               nsm_finding_get_message (finding));
      if (nsm_finding_get_consequence (finding)[0] != '\0')
        cli_out ("    %s", nsm_finding_get_consequence (finding));
      cli_out ("    [%s]%s%s", nsm_finding_get_rule (finding), place[0] != '\0' ? " " : "", place);
    }
  if (findings->len == 0)
    cli_out (_("No findings."));
}

static cJSON *
make_json (GPtrArray *findings)
{
  cJSON *result = cJSON_CreateObject ();
  cJSON *list = cJSON_AddArrayToObject (result, "findings");

  for (guint i = 0; i < findings->len; i++)
    {
      NsmFinding *finding = findings->pdata[i];
      g_autofree char *place = dup_place (finding);
      cJSON *item = cJSON_CreateObject ();

      cJSON_AddStringToObject (item, "rule", nsm_finding_get_rule (finding));
      cJSON_AddStringToObject (item, "severity",
                               get_severity_name (nsm_finding_get_severity (finding)));
      cJSON_AddStringToObject (item, "step",
                               nsm_choice_get_nick (NSM_TYPE_STEP, nsm_finding_get_step (finding)));
      cJSON_AddStringToObject (item, "place", place);
      cJSON_AddStringToObject (item, "message", nsm_finding_get_message (finding));
      cJSON_AddStringToObject (item, "consequence", nsm_finding_get_consequence (finding));
      cJSON_AddItemToArray (list, item);
    }
  return result;
}

static int
run (char **arguments)
{
  g_auto (GStrv) rest = arguments;
  gboolean json;
  int status;
  g_autoptr (NsmWorkshop) workshop = cli_open (&cli_check, NULL, &rest, &json, &status);
  g_autoptr (GPtrArray) findings = NULL;

  if (workshop == NULL)
    return status;
  findings = nsm_findings_collect (workshop);
  for (guint i = 0; i < findings->len; i++)
    if (nsm_finding_get_severity (findings->pdata[i]) == NSM_SEVERITY_ERROR)
      status = CLI_NO;
  if (json)
    return cli_print_json_with (make_json (findings), status);
  print_text (findings);
  return cli_finish (status);
}

const CliCommand cli_check = { "check", N_("FILE"), N_("Show what the program has to say about it"), run };
