/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rounds/round.h"

G_BEGIN_DECLS

/* A ballot request: a file (.nsmballot, or a page for any browser) that takes an
 * open round's question to somebody who isn't in the room. One request serves
 * everybody who is asked. It holds the frozen question and the round's public
 * key, never an answer, a secret, or who answered already, and not which
 * candidates are bad on purpose. */

#define NSM_BALLOT_SUFFIX ".nsmballot"

#define NSM_BALLOT_ERROR (nsm_ballot_error_quark ())
GQuark nsm_ballot_error_quark (void);

typedef enum
{
  NSM_BALLOT_ERROR_FILE = 1, /* not such a file, or a damaged one */
  NSM_BALLOT_ERROR_NEWER,    /* of a later version of the program */
  NSM_BALLOT_ERROR_WORKSHOP, /* for another workshop */
  NSM_BALLOT_ERROR_ROUND,    /* for another round */
  NSM_BALLOT_ERROR_CLOSED,   /* the round doesn't take answers any more */
  NSM_BALLOT_ERROR_PERSON,   /* from somebody who isn't asked */
  NSM_BALLOT_ERROR_ALTERED,  /* its signature doesn't fit */
  NSM_BALLOT_ERROR_REPEATED, /* it is in already */
  NSM_BALLOT_ERROR_OLDER,    /* the person has a later one in */
  NSM_BALLOT_ERROR_OTHER_KEY, /* signed with another key than that person's */
  NSM_BALLOT_ERROR_NEW_KEY,  /* a first ballot, and nobody accepted its key yet */
  NSM_BALLOT_ERROR_CLOCK,    /* it says that it was made in the future */
} NsmBallotError;

/* What a .nsmballot file is. */
typedef enum
{
  NSM_BALLOT_KIND_NONE,
  NSM_BALLOT_KIND_REQUEST,
  NSM_BALLOT_KIND_BALLOT,
} NsmBallotKind;

NsmBallotKind nsm_ballot_kind_get (const char *data, gsize length);

/* The facilitator's side */

GBytes *nsm_ballot_request_write (NsmRound *round, const char *title, GError **error);
GBytes *nsm_ballot_request_write_html (NsmRound *round, const char *title, GError **error);
char *nsm_ballot_request_dup_fingerprint (NsmRound *round);

/* The participant's side */

#define NSM_TYPE_BALLOT_REQUEST (nsm_ballot_request_get_type ())
G_DECLARE_FINAL_TYPE (NsmBallotRequest, nsm_ballot_request, NSM, BALLOT_REQUEST, GObject)

NsmBallotRequest *nsm_ballot_request_read (const char *data, gsize length, GError **error);
NsmRound *nsm_ballot_request_get_round (NsmBallotRequest *self);
const char *nsm_ballot_request_get_title (NsmBallotRequest *self);
const char *nsm_ballot_request_get_fingerprint (NsmBallotRequest *self);
GBytes *nsm_ballot_request_answer (NsmBallotRequest *self, NsmAnswer *answer, NsmKeyStore *keys,
                                   GError **error);

G_END_DECLS
