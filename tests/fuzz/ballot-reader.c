/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever the bytes: a request or a ballot is read or refused with a reason, and a
 * request that is read can be answered. */
#include "fuzz.h"

#include <string.h>

#include "rounds/ballot-file.h"
#include "rounds/private.h"

#define fail(...) g_error (__VA_ARGS__)

static void
check_refusal (gconstpointer read, GError *error)
{
  if ((read == NULL) != (error != NULL))
    fail ("neither read nor refused");
  if (read == NULL && error->message[0] == '\0')
    fail ("refused without a reason");
}

static void
try_request (const char *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NsmBallotRequest) request = nsm_ballot_request_read (data, size, &error);
  g_autoptr (NsmAnswer) answer = NULL;
  g_autofree char *sealed = NULL;
  NsmRosterEntry *first;
  NsmRound *round;

  check_refusal (request, error);
  if (request == NULL)
    return;
  round = nsm_ballot_request_get_round (request);
  first = nsm_list_get (round->roster, 0);
  if (nsm_ballot_request_get_fingerprint (request)[0] == '\0')
    fail ("a request without words");
  answer = nsm_round_make_abstention (round, first->person);
  sealed = nsm_seal_answer (round, answer, 1, &error);
  check_refusal (sealed, error);
}

static void
try_ballot (const char *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NsmBallotFile) ballot = nsm_ballot_file_read (data, size, &error);
  g_autoptr (NsmWorkshop) workshop = NULL;
  NsmRound *round;

  check_refusal (ballot, error);
  if (ballot == NULL)
    return;
  /* A workshop that the ballot may well be for: only its signature is left to refuse. */
  workshop = nsm_workshop_new ();
  g_object_set (workshop, "identity", nsm_ballot_file_get_workshop (ballot), NULL);
  round = g_object_new (NSM_TYPE_ROUND, NULL);
  g_object_set (round, "kind", NSM_ROUND_KIND_GAME, "workshop", workshop->identity, NULL);
  g_free (NSM_RECORD (round)->id);
  NSM_RECORD (round)->id = g_strdup (nsm_ballot_file_get_round (ballot));
  nsm_list_append_new (round->roster, "person", nsm_ballot_file_get_person (ballot), NULL);
  nsm_list_append (workshop->rounds, NSM_RECORD (round));
  g_object_unref (round);
  g_free (nsm_ballot_file_dup_signer_words (ballot));
  round = nsm_workshop_find_ballot_round (workshop, ballot, &error);
  if (round != NULL && nsm_round_take_ballot (round, ballot, TRUE, NULL, &error))
    fail ("taken from somebody who isn't in the workshop");
  check_refusal (NULL, error);
}

int
LLVMFuzzerTestOneInput (const unsigned char *data, size_t size)
{
  nsm_ballot_kind_get ((const char *) data, size);

  try_request ((const char *) data, size);
  try_ballot ((const char *) data, size);
  return 0;
}
