/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever stands in the rounds of a document: it is verified or found wanting with
 * a reason, shown as a transcript, and asked about, and nothing falls over. */
#include "fuzz.h"

#include "rounds/ballot-request.h"
#include "rounds/private.h"
#include "rounds/transcript.h"
#include "store/codec.h"

#define fail(...) g_error (__VA_ARGS__)

static void
look_at (NsmRound *round)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) problem = NULL;
  g_autoptr (NsmTranscript) transcript = nsm_transcript_new (round);
  g_autoptr (GBytes) request = nsm_ballot_request_write (round, "", &problem);
  gboolean fits = nsm_round_verify (round, &error);

  if (fits != (error == NULL) || (!fits && error->message[0] == '\0'))
    fail ("neither verified nor found wanting");
  if ((request == NULL) != (problem != NULL))
    fail ("neither a request nor a reason");
  if (transcript->ok != (transcript->problem == NULL))
    fail ("a transcript that says both");
  nsm_round_count_contributed (round);
  nsm_round_is_readable (round);
  nsm_round_find_receipt (round, "AAAA-BBBB");
  NSM_LIST_EACH (NsmRosterEntry, entry, round->roster)
    {
      nsm_round_has_contributed (round, entry->person);
      nsm_round_find_current (round, entry->person);
    }
}

int
LLVMFuzzerTestOneInput (const unsigned char *data, size_t size)
{
  g_autoptr (NsmWorkshop) workshop = nsm_codec_read ((const char *) data, size, NULL, NULL);

  if (workshop == NULL)
    return 0;
  NSM_LIST_EACH (NsmRound, round, workshop->rounds)
    {
      look_at (round);
    }
  return 0;
}
