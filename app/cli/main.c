/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib/gi18n-lib.h>

#include "cli.h"
#include "record/language.h"

static const CliCommand *const commands[] = {
  &cli_new, &cli_show, &cli_check, &cli_evidence, &cli_export, &cli_score, &cli_transcript,
  &cli_ballot, &cli_verify, &cli_schema,
};

static void
print_help (void)
{
  cli_out (_("Usage: nsm COMMAND [OPTION…] [FILE]"));
  cli_out ("\n%s", _("Workshops of North Star Workshop, without its window."));
  cli_out_heading (_("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    cli_out ("  %-10s %s", commands[i]->name, _(commands[i]->summary));
  cli_out_heading (_("Options:"));
  cli_out ("  -h, --help   %s", _("Show this help; after a command, the help of that command"));
  cli_out ("  --version    %s", _("Show the version"));
  cli_out_heading (_("Exit codes:"));
  cli_out ("  0  %s", _("done"));
  cli_out ("  1  %s", _("done, and the answer is no: errors were found, no scores are revealed, a "
                       "round or a document doesn’t verify, a ballot was refused"));
  cli_out ("  2  %s", _("the workshop, or another file, can’t be read"));
  cli_out ("  3  %s", _("the command line isn’t understood"));
  cli_out ("  4  %s", _("the result can’t be written; nothing was left behind"));
}

static int
refuse (const char *word)
{
  const char *names[G_N_ELEMENTS (commands) + 1] = { NULL };
  g_autofree char *nearest = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    names[i] = commands[i]->name;
  nearest = cli_find_nearest (word, names);
  if (nearest != NULL)
    cli_say (_("There is no command “%s”. Did you mean “%s”?"), word, nearest);
  else
    cli_say (_("There is no command “%s”; “nsm --help” lists them."), word);
  return CLI_USAGE;
}

int
main (int argc, char *argv[])
{
  g_auto (GStrv) arguments = NULL;

  nsm_language_init ();
  g_set_prgname ("nsm");

  if (argc < 2)
    {
      cli_say (_("Say what to do; “nsm --help” lists the commands."));
      return CLI_USAGE;
    }
  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0 ||
      strcmp (argv[1], "help") == 0)
    {
      print_help ();
      return cli_finish (CLI_DONE);
    }
  if (strcmp (argv[1], "--version") == 0)
    {
      cli_out ("nsm %s", NSM_PROGRAM_VERSION);
      return cli_finish (CLI_DONE);
    }
  arguments = g_strdupv (argv + 1);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (argv[1], commands[i]->name) == 0)
      return commands[i]->run (g_steal_pointer (&arguments));
  return refuse (argv[1]);
}
