/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/workshop.h"
#include "rounds/key-store.h"

G_BEGIN_DECLS

/* A round: one question to everybody, sealed until it is closed, then opened at
 * once. Life of a round: open → cast (replace, withdraw) → close → reveal; save
 * the document after each. A solo draft's round is direct: no key, no sealing. */

/* With fewer, it would be easy to guess who said what. */
#define NSM_UNNAMED_MINIMUM 4

#define NSM_ROUND_ERROR (nsm_round_error_quark ())
GQuark nsm_round_error_quark (void);

typedef enum
{
  NSM_ROUND_ERROR_STATE = 1, /* not now: it is open, closed or revealed */
  NSM_ROUND_ERROR_PERSON,    /* who isn't asked in this round */
  NSM_ROUND_ERROR_NOTHING,   /* nobody to ask, or nothing to ask about */
  NSM_ROUND_ERROR_ANSWER,    /* not an answer to this question */
  NSM_ROUND_ERROR_SIZE,      /* longer than its kind allows */
  NSM_ROUND_ERROR_KEY,       /* missing, unreadable or another round's */
  NSM_ROUND_ERROR_CHAIN,     /* contributions were changed, lost or moved */
  NSM_ROUND_ERROR_WORKSHOP,  /* it belongs to another workshop */
  NSM_ROUND_ERROR_SECRET,    /* a wrong PIN, code or passphrase */
  NSM_ROUND_ERROR_SIGNATURE, /* signed by somebody else, or changed since */
} NsmRoundError;

NsmRound *nsm_round_open (NsmWorkshop *workshop, NsmRoundKind kind, NsmKeyStore *keys,
                          GError **error);
gboolean nsm_round_cast (NsmRound *self, NsmAnswer *answer, char **receipt, GError **error);
gboolean nsm_round_withdraw (NsmRound *self, const char *person, GError **error);
gboolean nsm_round_close (NsmRound *self, GError **error);
gboolean nsm_round_reveal (NsmRound *self, NsmKeyStore *keys, GError **error);
gboolean nsm_round_forget_key (NsmRound *self, NsmKeyStore *keys, GError **error);
gboolean nsm_round_note_reveal (NsmRound *self, NsmKeyStore *keys, GError **error);
gboolean nsm_round_is_reveal_noted (NsmRound *self, NsmKeyStore *keys);
gboolean nsm_round_verify (NsmRound *self, GError **error);

NsmAnswer *nsm_round_make_abstention (NsmRound *self, const char *person);
NsmAnswer *nsm_round_answer_directly (NsmRound *self, const char *person);

gboolean nsm_round_has_contributed (NsmRound *self, const char *person);
guint nsm_round_count_contributed (NsmRound *self);
guint nsm_round_count_rejected (NsmRound *self);
gboolean nsm_round_is_readable (NsmRound *self);
NsmAnswer *nsm_round_get_answer (NsmRound *self, const char *person);
NsmSubject *nsm_round_get_subject (NsmRound *self, const char *subject);
NsmRosterEntry *nsm_round_get_roster_entry (NsmRound *self, const char *person);
NsmContribution *nsm_round_find_receipt (NsmRound *self, const char *receipt);
char *nsm_round_dup_label (NsmRound *self);
const char *nsm_round_get_question (NsmRoundKind kind);
NsmStep nsm_round_kind_get_step (NsmRoundKind kind);
char *nsm_round_dup_promise (NsmRoundKind kind, NsmPrivacy privacy, gboolean direct);
char *nsm_receipt_dup_display (const char *receipt);

NsmEntry *nsm_answer_find_entry (NsmAnswer *self, const char *subject, const char *aspect);
NsmEntry *nsm_answer_ensure_entry (NsmAnswer *self, const char *subject, const char *aspect);
gboolean nsm_answer_is_abstention (NsmAnswer *self);
void nsm_answer_wipe (NsmAnswer *self);

NsmRound *nsm_workshop_get_latest_round (NsmWorkshop *workshop, NsmRoundKind kind);
NsmRound *nsm_workshop_get_revealed_round (NsmWorkshop *workshop, NsmRoundKind kind);

G_END_DECLS
