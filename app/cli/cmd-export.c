/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli.h"

#include <glib/gi18n-lib.h>

#include "report/export.h"

static int
run (char **arguments)
{
  g_auto (GStrv) rest = arguments;
  g_autofree char *output = NULL;
  gboolean force = FALSE;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      N_("Where to: the suffix .html, .md or .xml says how"), N_("OUT") },
    { "force", 0, 0, G_OPTION_ARG_NONE, &force, N_("Replace OUT if it is there already"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (NsmWorkshop) workshop = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (!cli_parse (&cli_export, entries, &rest, 1, &status))
    return status;
  if (output == NULL)
    {
      cli_say (_("Say where to: -o document.html, .md or .xml."));
      return CLI_USAGE;
    }
  if (nsm_report_format_for_path (output) == NSM_REPORT_FORMAT_NONE)
    {
      cli_say (_("“%s” doesn’t say which format it should have: end it in .html, .md or .xml."),
               output);
      return CLI_USAGE;
    }
  workshop = cli_read (rest[1]);
  if (workshop == NULL)
    return CLI_UNREADABLE;
  if (!nsm_report_export (workshop, output, NSM_REPORT_FORMAT_NONE, NULL, force, &error))
    {
      cli_say ("%s", error->message);
      return CLI_UNWRITTEN;
    }
  return CLI_DONE;
}

const CliCommand cli_export = { "export", N_("FILE"), N_("Write the document as HTML, Markdown or XML"),
                                run };
