/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli.h"

#include <stdio.h>

#include <glib/gi18n-lib.h>

#include "report/writers.h"
#include "store/schema.h"

static int
run (char **arguments)
{
  g_auto (GStrv) rest = arguments;
  gboolean document = FALSE;
  const GOptionEntry entries[] = {
    { "document", 0, 0, G_OPTION_ARG_NONE, &document,
      N_("The RELAX NG schema of exported XML documents instead"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autofree char *text = NULL;
  int status;

  if (!cli_parse (&cli_schema, entries, &rest, 0, &status))
    return status;
  text = document ? nsm_report_dup_schema () : nsm_schema_dup_json ();
  fputs (text, stdout);
  if (!g_str_has_suffix (text, "\n"))
    fputc ('\n', stdout);
  return cli_finish (CLI_DONE);
}

const CliCommand cli_schema = { "schema", NULL, N_("Show the JSON Schema of workshop files"), run };
