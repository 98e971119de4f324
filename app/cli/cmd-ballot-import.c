/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cmd-ballot.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "store/lock.h"
#include "store/save.h"

/* Takes one ballot in; what goes wrong is said. */
static gboolean
take_one (NsmWorkshop *workshop, const char *path, gboolean accept, GPtrArray *receipts)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GBytes) bytes = cli_ballot_load (path);
  g_autoptr (NsmBallotFile) ballot = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *receipt = NULL;
  g_autofree char *display = NULL;
  g_autofree char *words = NULL;
  NsmRound *round = NULL;
  gboolean first;

  if (bytes == NULL)
    return FALSE;
  ballot = nsm_ballot_file_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  if (ballot != NULL)
    round = nsm_workshop_find_ballot_round (workshop, ballot, &error);
  first = round != NULL && nsm_ballot_file_get_trust (ballot, workshop) == NSM_BALLOT_TRUST_NEW;
  if (round == NULL || !nsm_round_take_ballot (round, ballot, accept, &receipt, &error))
    {
      cli_say ("%s: %s", name, error->message);
      if (g_error_matches (error, NSM_BALLOT_ERROR, NSM_BALLOT_ERROR_NEW_KEY))
        cli_say (_("To accept it, import it with --accept."));
      return FALSE;
    }
  display = nsm_receipt_dup_display (receipt);
  words = nsm_ballot_file_dup_signer_words (ballot);
  /* Translators: a person’s name and their receipt */
  g_ptr_array_add (receipts,
                   g_strdup_printf (_("%s: receipt %s"),
                                    nsm_round_get_roster_entry (
                                      round, nsm_ballot_file_get_person (ballot))
                                      ->name,
                                    display));
  if (first)
    /* Translators: followed by eight words */
    g_ptr_array_add (receipts, g_strdup_printf (_("  the key was accepted: %s"), words));
  return TRUE;
}

static gboolean
forget_key (NsmWorkshop *workshop, const char *name)
{
  NSM_LIST_EACH (NsmParticipant, participant, workshop->participants)
    {
      if (strcmp (participant->name, name) == 0)
        {
          nsm_workshop_forget_signing_key (workshop, NSM_RECORD (participant)->id);
          return TRUE;
        }
    }
  cli_say (_("Nobody in this workshop is called “%s”."), name);
  return FALSE;
}

static int
run_import (char **arguments)
{
  g_auto (GStrv) rest = arguments;
  g_autofree char *moved = NULL;
  gboolean accept = FALSE;
  const GOptionEntry entries[] = {
    { "accept", 0, 0, G_OPTION_ARG_NONE, &accept,
      N_("Accept the keys of people whose first ballot this is"), NULL },
    { "new-key", 0, 0, G_OPTION_ARG_STRING, &moved,
      N_("NAME answers from another computer or browser now: forget their key first"), N_("NAME") },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (GPtrArray) receipts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (NsmWorkshop) workshop = NULL;
  g_autoptr (NsmLock) lock = NULL;
  g_autofree char *path = NULL;
  NsmFingerprint fingerprint;
  gboolean taken = FALSE, all = TRUE;
  int status;

  if (!cli_parse (&cli_ballot_import, entries, &rest, 2 | CLI_OR_MORE, &status))
    return status;
  path = nsm_save_resolve (rest[1]);
  lock = nsm_lock_take (path, &taken);
  if (taken)
    {
      cli_say (_("The workshop is open in a window: import the ballots there, or close it first."));
      return CLI_UNWRITTEN;
    }
  workshop = cli_read_for_writing (path, &fingerprint, &status);
  if (workshop == NULL)
    return status;
  if (moved != NULL && !forget_key (workshop, moved))
    return CLI_USAGE;
  for (guint i = 2; rest[i] != NULL; i++)
    all = take_one (workshop, rest[i], accept, receipts) && all;
  if (receipts->len > 0 && !cli_store (workshop, path, &fingerprint))
    return CLI_UNWRITTEN;
  /* Only now are they worth something: the workshop is on the disk. */
  for (guint i = 0; i < receipts->len; i++)
    cli_out ("%s", (char *) receipts->pdata[i]);
  return cli_finish (all ? CLI_DONE : CLI_NO);
}

const CliCommand cli_ballot_import = { "ballot import", N_("FILE BALLOT…"),
                                       N_("Take sealed ballots into a workshop, and print receipts"),
                                       run_import };
