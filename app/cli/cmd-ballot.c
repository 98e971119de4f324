/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cmd-ballot.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "store/save.h"

static const CliCommand *const commands[] = {
  &cli_ballot_request, &cli_ballot_answer, &cli_ballot_import, &cli_ballot_show,
};

/**
 * cli_ballot_load:
 *
 * Returns: (transfer full) (nullable): what is in the file; if it can't be read, it
 *   was said why
 */
GBytes *
cli_ballot_load (const char *path)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = nsm_save_read (path, NULL, &error);

  if (bytes == NULL)
    cli_say ("%s", error->message);
  return bytes;
}

/**
 * cli_ballot_read_request:
 *
 * Returns: (transfer full) (nullable): the request in @bytes; if there is none, it was
 *   said why
 */
NsmBallotRequest *
cli_ballot_read_request (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  NsmBallotRequest *request =
    nsm_ballot_request_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);

  if (request == NULL)
    cli_say ("%s", error->message);
  return request;
}

/**
 * cli_ballot_can_save:
 *
 * Returns: whether nothing is in the way; if something is, it was said
 */
gboolean
cli_ballot_can_save (const char *path, gboolean force)
{
  if (force || !g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  cli_say (_("“%s” is there already; it was left as it is."), path);
  return FALSE;
}

/**
 * cli_ballot_save:
 *
 * Returns: whether it is on the disk; if not, it was said why
 */
gboolean
cli_ballot_save (const char *path, GBytes *bytes, gboolean force)
{
  g_autoptr (GError) error = NULL;

  if (!cli_ballot_can_save (path, force))
    return FALSE;
  if (nsm_save_write (path, bytes, NULL, &error))
    return TRUE;
  cli_say ("%s", error->message);
  return FALSE;
}

/* The open round that is meant, or NULL after saying why there is none. */
static NsmRound *
find_open_round (NsmWorkshop *workshop, const char *kind)
{
  NsmRound *found = NULL;
  guint wanted = 0;

  if (kind != NULL && !nsm_choice_from_nick (NSM_TYPE_ROUND_KIND, kind, &wanted))
    return NULL;
  NSM_LIST_EACH (NsmRound, round, workshop->rounds)
    {
      if (round->state != NSM_ROUND_STATE_OPEN || round->direct ||
          (kind != NULL && round->kind != wanted))
        continue;
      if (found != NULL)
        {
          cli_say (_("Several rounds are open: say which one, as --kind=%s or --kind=%s."),
                   nsm_choice_get_nick (NSM_TYPE_ROUND_KIND, found->kind),
                   nsm_choice_get_nick (NSM_TYPE_ROUND_KIND, round->kind));
          return NULL;
        }
      found = round;
    }
  if (found == NULL)
    cli_say (_("No such round is open in this workshop: open one in the window first."));
  return found;
}

static gboolean
check_kind (const char *kind)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (NSM_TYPE_ROUND_KIND);
  g_autoptr (GString) offered = g_string_new (NULL);

  if (kind == NULL || g_enum_get_value_by_nick (klass, kind) != NULL)
    return TRUE;
  for (guint i = 0; i < klass->n_values; i++)
    g_string_append_printf (offered, "%s%s", i > 0 ? ", " : "", klass->values[i].value_nick);
  cli_say (_("There is no kind of round “%s”: use one of %s."), kind, offered->str);
  return FALSE;
}

static int
run_request (char **arguments)
{
  g_auto (GStrv) rest = arguments;
  g_autofree char *output = NULL;
  g_autofree char *kind = NULL;
  gboolean html = FALSE, force = FALSE;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Where to"), N_("OUT") },
    { "html", 0, 0, G_OPTION_ARG_NONE, &html,
      N_("A page for any browser; so is what ends in .html"), NULL },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &kind,
      N_("Which round, when several are open: statements, moments, game, ideas, scores or verdicts"),
      N_("KIND") },
    { "force", 0, 0, G_OPTION_ARG_NONE, &force, N_("Replace OUT if it is there already"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (NsmWorkshop) workshop = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  NsmRound *round;
  int status;

  if (!cli_parse (&cli_ballot_request, entries, &rest, 1, &status))
    return status;
  if (output == NULL)
    {
      cli_say (_("Say where to: -o request.nsmballot, or -o request.html."));
      return CLI_USAGE;
    }
  if (!check_kind (kind))
    return CLI_USAGE;
  workshop = cli_read (rest[1]);
  if (workshop == NULL)
    return CLI_UNREADABLE;
  round = find_open_round (workshop, kind);
  if (round == NULL)
    return CLI_NO;
  bytes = html || g_str_has_suffix (output, ".html")
            ? nsm_ballot_request_write_html (round, workshop->title, &error)
            : nsm_ballot_request_write (round, workshop->title, &error);
  if (bytes == NULL)
    {
      cli_say ("%s", error->message);
      return CLI_NO;
    }
  if (!cli_ballot_save (output, bytes, force))
    return CLI_UNWRITTEN;
  words = nsm_ballot_request_dup_fingerprint (round);
  /* Translators: followed by eight words */
  cli_out (_("The words of this request: %s"), words);
  return cli_finish (CLI_DONE);
}

const CliCommand cli_ballot_request = {
  "ballot request", N_("FILE"), N_("Write the question of an open round for people elsewhere"), run_request
};

static int
show_ballot (GBytes *bytes, NsmWorkshop *workshop)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NsmBallotFile) ballot =
    nsm_ballot_file_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  g_autoptr (GDateTime) when = NULL;
  g_autofree char *sealed_at = NULL;
  g_autofree char *words = NULL;
  NsmRound *round = NULL;
  NsmRosterEntry *entry = NULL;

  if (ballot == NULL)
    {
      cli_say ("%s", error->message);
      return CLI_UNREADABLE;
    }
  if (workshop != NULL)
    {
      round = nsm_workshop_find_ballot_round (workshop, ballot, &error);
      if (round == NULL)
        {
          cli_say ("%s", error->message);
          return CLI_NO;
        }
      entry = nsm_round_get_roster_entry (round, nsm_ballot_file_get_person (ballot));
    }
  when = g_date_time_new_from_unix_utc (nsm_ballot_file_get_sequence (ballot));
  sealed_at = when != NULL ? g_date_time_format (when, "%Y-%m-%d %H:%M UTC") : g_strdup ("–");
  words = nsm_ballot_file_dup_signer_words (ballot);
  cli_out (_("A sealed ballot: what it says can’t be read before the reveal."));
  cli_out ("  %s %s", _("From:"),
           entry != NULL ? entry->name : nsm_ballot_file_get_person (ballot));
  if (round != NULL)
    {
      g_autofree char *label = nsm_round_dup_label (round);

      cli_out ("  %s %s", _("Round:"), label);
    }
  else
    cli_out ("  %s %s", _("Round:"), nsm_ballot_file_get_round (ballot));
  cli_out ("  %s %s", _("Sealed at:"), sealed_at);
  cli_out ("  %s %s", _("Words of its signature:"), words);
  return cli_finish (CLI_DONE);
}

static int
run_show (char **arguments)
{
  g_auto (GStrv) rest = arguments;
  g_autofree char *file = NULL;
  const GOptionEntry entries[] = {
    { "workshop", 0, 0, G_OPTION_ARG_FILENAME, &file,
      N_("Say whose ballot it is by the names in this workshop"), N_("FILE") },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (NsmWorkshop) workshop = NULL;
  g_autoptr (NsmBallotRequest) request = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const char *data;
  gsize size;
  int status;

  if (!cli_parse (&cli_ballot_show, entries, &rest, 1, &status))
    return status;
  workshop = file != NULL ? cli_read (file) : NULL;
  bytes = file == NULL || workshop != NULL ? cli_ballot_load (rest[1]) : NULL;
  if (bytes == NULL)
    return CLI_UNREADABLE;
  data = g_bytes_get_data (bytes, &size);
  if (nsm_ballot_kind_get (data, size) == NSM_BALLOT_KIND_BALLOT)
    return show_ballot (bytes, workshop);
  request = cli_ballot_read_request (bytes);
  if (request == NULL)
    return CLI_UNREADABLE;
  cli_ballot_show_request (request);
  cli_out_heading (_("Asked:"));
  NSM_LIST_EACH (NsmRosterEntry, entry, nsm_ballot_request_get_round (request)->roster)
    {
      cli_out ("  %s", entry->name);
    }
  return cli_finish (CLI_DONE);
}

const CliCommand cli_ballot_show = {
  "ballot show", N_("FILE"), N_("Say what a request or a ballot is and whom it is from, never an answer"),
  run_show
};

static void
print_help (void)
{
  cli_out (_("Usage: nsm ballot COMMAND [OPTION…] FILE…"));
  cli_out ("\n%s", _("Private rounds for people who aren’t in the room."));
  cli_out_heading (_("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      const char *summary = _(commands[i]->summary);

      /* One of them explains more below its first line. */
      cli_out ("  %-8s %.*s", commands[i]->name + strlen ("ballot "),
               (int) strcspn (summary, "\n"), summary);
    }
}

static int
run (char **arguments)
{
  g_auto (GStrv) rest = arguments;
  const char *word = rest[1];
  const char *names[G_N_ELEMENTS (commands) + 1] = { NULL };
  g_autofree char *nearest = NULL;

  if (word != NULL && (strcmp (word, "--help") == 0 || strcmp (word, "-h") == 0))
    {
      print_help ();
      /* As after every command, this option is there. */
      cli_out_heading (_("Options:"));
      cli_out ("  --version    %s", _("Show the version"));
      return cli_finish (CLI_DONE);
    }
  if (word != NULL && strcmp (word, "--version") == 0)
    {
      cli_out ("nsm %s", NSM_PROGRAM_VERSION);
      return cli_finish (CLI_DONE);
    }
  if (word == NULL)
    {
      cli_say (_("Say what to do with ballots; “nsm ballot --help” lists the commands."));
      return CLI_USAGE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      names[i] = commands[i]->name + strlen ("ballot ");
      if (strcmp (word, names[i]) == 0)
        return commands[i]->run (g_strdupv (rest + 1));
    }
  nearest = cli_find_nearest (word, names);
  if (nearest != NULL)
    cli_say (_("There is no command “%s”. Did you mean “%s”?"), word, nearest);
  else
    cli_say (_("There is no command “%s”; “nsm ballot --help” lists them."), word);
  return CLI_USAGE;
}

const CliCommand cli_ballot = { "ballot", N_("COMMAND FILE…"),
                                N_("Ask people elsewhere: write requests, answer, import ballots"), run };
