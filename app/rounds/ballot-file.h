/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rounds/ballot-request.h"

G_BEGIN_DECLS

/* A ballot file: one person's sealed answer to a request, signed with a key of
 * theirs. What it says isn't in here to be read: only whose it is, for which
 * round, and that nobody altered it. */

#define NSM_TYPE_BALLOT_FILE (nsm_ballot_file_get_type ())
G_DECLARE_FINAL_TYPE (NsmBallotFile, nsm_ballot_file, NSM, BALLOT_FILE, GObject)

typedef enum
{
  NSM_BALLOT_TRUST_NEW,       /* nobody accepted a key of this person yet */
  NSM_BALLOT_TRUST_KNOWN,     /* signed with the person's accepted key */
  NSM_BALLOT_TRUST_OTHER_KEY, /* signed with another one than the accepted */
} NsmBallotTrust;

NsmBallotFile *nsm_ballot_file_read (const char *data, gsize length, GError **error);
const char *nsm_ballot_file_get_workshop (NsmBallotFile *self);
const char *nsm_ballot_file_get_round (NsmBallotFile *self);
const char *nsm_ballot_file_get_person (NsmBallotFile *self);
gint64 nsm_ballot_file_get_sequence (NsmBallotFile *self);
char *nsm_ballot_file_dup_signer_words (NsmBallotFile *self);

NsmBallotTrust nsm_ballot_file_get_trust (NsmBallotFile *self, NsmWorkshop *workshop);
NsmRound *nsm_workshop_find_ballot_round (NsmWorkshop *workshop, NsmBallotFile *ballot,
                                          GError **error);
gboolean nsm_round_take_ballot (NsmRound *round, NsmBallotFile *ballot, gboolean accept_key,
                                char **receipt, GError **error);
char *nsm_signing_key_dup_words (const char *key);
gboolean nsm_workshop_forget_signing_key (NsmWorkshop *workshop, const char *person);

G_END_DECLS
