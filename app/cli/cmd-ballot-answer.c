/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cmd-ballot.h"

#include <unistd.h>

#include <glib/gi18n-lib.h>

/* What a file of answers looks like: shown by --help. */
#define ABOUT_ANSWERS \
  N_("Answer a request: in the terminal, question by question, or from a file.\n" \
     "\n" \
     "A file for --answers is JSON, as in:\n" \
     "  { \"person\": \"Mei\",\n" \
     "    \"answers\": [\n" \
     "      { \"about\": \"Weekly teams\", \"criterion\": \"Measurable\", \"mark\": 4,\n" \
     "        \"why\": \"It is in the dashboard\", \"confidence\": \"high\" },\n" \
     "      { \"about\": \"Weekly teams\", \"criterion\": \"Vision\", \"abstain\": true } ] }\n" \
     "“about” and “criterion” are titles or ids. A score has a “mark” from 1 to 5; a verdict a\n" \
     "“choice” (holds, refine, fails); a game vote one “choice” (attention, transaction,\n" \
     "productivity) and nothing else to name it; a value moment a “place” from 1; statements\n" \
     "and ideas a “text” each. “why” and “confidence” (low, medium, high) may be left out,\n" \
     "and instead of “answers” there may be \"abstain\": true.")

static NsmAnswer *
make_answer (NsmBallotRequest *request, const char *name, const char *file, int *status)
{
  NsmRound *round = nsm_ballot_request_get_round (request);
  g_autofree char *in_file = name == NULL && file != NULL ? cli_ballot_dup_person_in_file (file) : NULL;
  const char *who = name != NULL ? name : in_file;
  NsmRosterEntry *entry = NULL;
  NsmAnswer *answer;
  gboolean done;

  if (file == NULL)
    cli_ballot_show_request (request);
  *status = CLI_USAGE;
  if (who != NULL)
    entry = cli_ballot_find_person (round, who);
  else if (file != NULL)
    cli_say (_("Say who answers: with --as NAME, or as “person” in the file."));
  else
    {
      *status = CLI_NO;
      entry = cli_ballot_ask_person (request);
    }
  if (entry == NULL)
    return NULL;

  answer = g_object_new (NSM_TYPE_ANSWER, NULL);
  g_object_set (answer, "person", entry->person, NULL);
  *status = file != NULL ? CLI_UNREADABLE : CLI_NO;
  done = file != NULL ? cli_ballot_read_answers (round, file, answer)
                      : cli_ballot_ask (request, answer);
  if (done)
    return answer;
  if (file == NULL)
    cli_say (_("Given up: nothing was written."));
  nsm_answer_wipe (answer);
  g_object_unref (answer);
  return NULL;
}

static int
write_ballot (NsmBallotRequest *request, NsmAnswer *answer, const char *output, gboolean force)
{
  g_autoptr (NsmKeyStore) keys = nsm_key_store_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = nsm_ballot_request_answer (request, answer, keys, &error);
  g_autoptr (NsmBallotFile) ballot = NULL;
  g_autofree char *words = NULL;

  if (bytes == NULL)
    {
      cli_say ("%s", error->message);
      return CLI_UNREADABLE;
    }
  if (!cli_ballot_save (output, bytes, force))
    return CLI_UNWRITTEN;
  ballot = nsm_ballot_file_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL);
  words = nsm_ballot_file_dup_signer_words (ballot);
  cli_out (_("Sealed into “%s”. Send it to whoever asked you; nobody can read it on the way."), output);
  /* Translators: followed by eight words */
  cli_out (_("The words of your signature, should you be asked: %s"), words);
  return cli_finish (CLI_DONE);
}

static int
run_answer (char **arguments)
{
  g_auto (GStrv) rest = arguments;
  g_autofree char *output = NULL;
  g_autofree char *name = NULL;
  g_autofree char *file = NULL;
  gboolean force = FALSE;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Where the sealed ballot goes"), N_("OUT") },
    { "as", 0, 0, G_OPTION_ARG_STRING, &name, N_("Who answers"), N_("NAME") },
    { "answers", 0, 0, G_OPTION_ARG_FILENAME, &file, N_("Take the answers from this file"),
      N_("FILE") },
    { "force", 0, 0, G_OPTION_ARG_NONE, &force, N_("Replace OUT if it is there already"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (NsmBallotRequest) request = NULL;
  g_autoptr (NsmAnswer) answer = NULL;
  g_autoptr (GBytes) bytes = NULL;
  int status;

  if (!cli_parse (&cli_ballot_answer, entries, &rest, 1, &status))
    return status;
  if (output == NULL)
    {
      cli_say (_("Say where the sealed ballot goes: -o mine.nsmballot."));
      return CLI_USAGE;
    }
  if (file == NULL && !isatty (STDIN_FILENO))
    {
      cli_say (_("There is no terminal to ask in: give the answers with --answers FILE."));
      return CLI_USAGE;
    }
  /* Said before a long talk, not after it. */
  if (!cli_ballot_can_save (output, force))
    return CLI_UNWRITTEN;
  bytes = cli_ballot_load (rest[1]);
  request = bytes != NULL ? cli_ballot_read_request (bytes) : NULL;
  if (request == NULL)
    return CLI_UNREADABLE;
  answer = make_answer (request, name, file, &status);
  if (answer == NULL)
    return status;
  status = write_ballot (request, answer, output, force);
  nsm_answer_wipe (answer);
  return status;
}

const CliCommand cli_ballot_answer = { "ballot answer", N_("REQUEST"), ABOUT_ANSWERS, run_answer };
