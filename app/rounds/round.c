/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds/round.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rounds/private.h"

G_DEFINE_QUARK (nsm-round-error-quark, nsm_round_error)

/* Who answers a solo draft in which nobody was entered as participant. */
#define AUTHOR_ID "author"

static gboolean
fail (GError **error, NsmRoundError code, const char *message)
{
  g_set_error_literal (error, NSM_ROUND_ERROR, code, message);
  return FALSE;
}

static char *
dup_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%MZ");
}

/* Opening */

/**
 * nsm_round_dup_promise:
 *
 * Returns: (transfer full): what everybody is told before such a round opens: who
 *   will see what, with names or without, and when
 */
char *
nsm_round_dup_promise (NsmRoundKind kind G_GNUC_UNUSED, NsmPrivacy privacy, gboolean direct)
{
  if (direct)
    return g_strdup (
      _("This draft has one author: what you answer stands in the document at once."));
  if (privacy == NSM_PRIVACY_UNNAMED)
    return g_strdup (
      _("Nobody sees your answer before the round is closed; until then the document "
        "says only who has answered. After the reveal everybody sees all answers, "
        "without names and in random order. That you took part stays visible, and so "
        "may your way of writing. It takes four answers to reveal them."));
  return g_strdup (
    _("Nobody sees your answer before the round is closed; until then the document says "
      "only who has answered, and you may replace or withdraw yours. After the reveal "
      "everybody who has the document sees all answers, with names."));
}

static void
freeze_roster (NsmRound *round, NsmWorkshop *workshop)
{
  NSM_LIST_EACH (NsmParticipant, participant, workshop->participants)
    {
      if (!participant->retired && !participant->observer)
        nsm_list_append_new (round->roster, "person", NSM_RECORD (participant)->id, "name",
                             participant->name, "function", participant->function, NULL);
    }
  if (!round->direct)
    return;
  if (nsm_list_get_size (round->roster) == 0)
    nsm_list_append_new (round->roster, "person", AUTHOR_ID, "name",
                         workshop->author[0] != '\0' ? workshop->author : _("Author"), NULL);
  while (nsm_list_get_size (round->roster) > 1)
    nsm_list_remove (round->roster, nsm_list_get (round->roster, 1));
}

static guint
count_rounds (NsmWorkshop *workshop, NsmRoundKind kind)
{
  guint n = 0;

  NSM_LIST_EACH (NsmRound, round, workshop->rounds)
    {
      if (round->kind == kind)
        n = MAX (n, (guint) round->number);
    }
  return n;
}

static gboolean
check_frozen (NsmRound *round, const NsmRoundType *type, GError **error)
{
  guint n = nsm_list_get_size (round->roster);
  gboolean aspects_missing =
    (round->kind == NSM_ROUND_KIND_SCORES) && nsm_list_get_size (round->aspects) == 0;

  if (n == 0)
    return fail (error, NSM_ROUND_ERROR_NOTHING,
                 _("There is nobody to ask: add the participants first."));
  if (type->nothing != NULL && (nsm_list_get_size (round->subjects) == 0 || aspects_missing))
    return fail (error, NSM_ROUND_ERROR_NOTHING, _(type->nothing));
  if (!round->direct && round->privacy == NSM_PRIVACY_UNNAMED && n < NSM_UNNAMED_MINIMUM)
    {
      g_set_error (
        error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_NOTHING,
        _("A round without names needs at least %d people; with fewer it would be easy to "
          "guess who said what. Ask with names, or add people."),
        NSM_UNNAMED_MINIMUM);
      return FALSE;
    }
  return TRUE;
}

/* The key is on the disk before the round is in the document: a round that
 * nobody can ever open must not take answers. */
static gboolean
make_key (NsmRound *round, NsmKeyStore *keys, GError **error)
{
  guint8 seed[NSM_SEED_SIZE];
  guint8 public_key[crypto_box_PUBLICKEYBYTES];
  guint8 secret_key[crypto_box_SECRETKEYBYTES];
  g_autofree char *text = NULL;
  gboolean done;

  nsm_sodium_ensure ();
  randombytes_buf (seed, sizeof seed);
  nsm_key_from_seed (seed, secret_key);
  crypto_scalarmult_base (public_key, secret_key);
  done = nsm_key_store_save (keys, NSM_RECORD (round)->id, seed, error);
  sodium_memzero (seed, sizeof seed);
  sodium_memzero (secret_key, sizeof secret_key);
  text = nsm_bytes_to_base64 (public_key, sizeof public_key);
  g_object_set (round, "public-key", text, NULL);
  return done;
}

/* What tells this workshop from all others, even from one that was begun as its
 * copy before either had a round. */
static void
ensure_identity (NsmWorkshop *workshop)
{
  guint8 bytes[16];
  char hex[2 * sizeof bytes + 1];

  if (workshop->identity[0] != '\0')
    return;
  nsm_sodium_ensure ();
  randombytes_buf (bytes, sizeof bytes);
  sodium_bin2hex (hex, sizeof hex, bytes, sizeof bytes);
  g_object_set (workshop, "identity", hex, NULL);
}

/**
 * nsm_round_open:
 * @keys: (nullable): where the secret key goes; NULL only for a solo draft
 *
 * Opens a new round: freezes the question, what it is about, the criteria, who
 * is asked, and the promise. Earlier rounds stay as they are. In a solo draft the
 * round is direct: see nsm_round_answer_directly().
 *
 * Returns: (transfer none) (nullable): the round, which now stands in @workshop
 */
NsmRound *
nsm_round_open (NsmWorkshop *workshop, NsmRoundKind kind, NsmKeyStore *keys, GError **error)
{
  const NsmRoundType *type = nsm_round_type_get (kind);
  NsmRound *latest = nsm_workshop_get_latest_round (workshop, kind);
  g_autoptr (NsmRound) round = NULL;
  g_autofree char *promise = NULL;
  g_autofree char *now = dup_now ();

  if (latest != NULL && latest->state == NSM_ROUND_STATE_OPEN)
    {
      fail (error, NSM_ROUND_ERROR_STATE,
            _("A round of this kind is open already: close it first."));
      return NULL;
    }

  round = g_object_new (NSM_TYPE_ROUND, NULL);
  g_object_set (round, "kind", kind, "number", count_rounds (workshop, kind) + 1.0, "direct",
                workshop->mode == NSM_MODE_SOLO, "privacy", workshop->privacy, "question",
                _(type->question), "opened-at", now, NULL);
  promise = nsm_round_dup_promise (kind, round->privacy, round->direct);
  g_object_set (round, "promise", promise, NULL);
  freeze_roster (round, workshop);
  type->freeze (round, workshop);
  if (!check_frozen (round, type, error))
    return NULL;

  do
    {
      g_free (NSM_RECORD (round)->id);
      NSM_RECORD (round)->id = nsm_id_new ();
    }
  while (nsm_record_find (NSM_RECORD (workshop), NSM_RECORD (round)->id) != NULL);
  ensure_identity (workshop);
  g_object_set (round, "workshop", workshop->identity, NULL);
  if (!round->direct)
    {
      g_return_val_if_fail (keys != NULL, NULL);
      if (!make_key (round, keys, error))
        return NULL;
    }
  nsm_list_append (workshop->rounds, NSM_RECORD (round));
  return round;
}

/* While it is open */

/* The person's last and one more. Theirs by ballot file are seconds since 1970:
 * so the sequence is as large as that from then on. */
guint64
nsm_round_get_next_sequence (NsmRound *self, const char *person)
{
  guint64 sequence = 1;

  NSM_LIST_EACH (NsmContribution, contribution, self->contributions)
    {
      if (strcmp (contribution->person, person) == 0)
        sequence = MAX (sequence, (guint64) contribution->sequence + 1);
    }
  return sequence;
}

/* Whether @person may add to the round now. */
gboolean
nsm_round_check_open (NsmRound *self, const char *person, GError **error)
{
  if (self->state != NSM_ROUND_STATE_OPEN)
    return fail (error, NSM_ROUND_ERROR_STATE,
                 _("The round is closed: nothing can be added to it."));
  if (self->direct)
    return fail (error, NSM_ROUND_ERROR_STATE,
                 _("This round is answered directly, without sealing."));
  if (nsm_round_get_roster_entry (self, person) == NULL)
    return fail (error, NSM_ROUND_ERROR_PERSON, _("This person isn’t asked in this round."));
  return TRUE;
}

/* Only its hash stays, which holds its place in the chain. */
static void
retire (NsmContribution *contribution, NsmContributionState state)
{
  if (contribution != NULL)
    g_object_set (contribution, "state", state, "sealed", "", "signature", "", NULL);
}

/* Adds what is sealed already; an earlier one of the same person is replaced. */
void
nsm_round_take_sealed (NsmRound *self, const NsmSealed *link, char **receipt)
{
  retire (nsm_round_find_current (self, link->person), NSM_CONTRIBUTION_STATE_REPLACED);
  nsm_chain_append (self, link, receipt);
}

/**
 * nsm_round_cast:
 * @answer: an answer that stands in no document, with its person's id; wipe it
 *   with nsm_answer_wipe() afterwards
 * @receipt: (out) (transfer full) (optional): 16 characters for the participant; hand
 *   them out once the document is saved
 *
 * Seals @answer and adds it to the chain. An earlier one of the same person is
 * replaced: it loses its sealed bytes and is never opened.
 *
 * Returns: whether it is in; on an error nothing changed
 */
gboolean
nsm_round_cast (NsmRound *self, NsmAnswer *answer, char **receipt, GError **error)
{
  g_autofree char *sealed = NULL;
  NsmSealed link = { .person = answer->person, .route = NSM_ROUTE_LAPTOP };

  g_return_val_if_fail (NSM_RECORD (answer)->owner == NULL, FALSE);

  if (!nsm_round_check_open (self, answer->person, error) ||
      !nsm_round_check_answer (self, answer, error))
    return FALSE;
  link.sequence = nsm_round_get_next_sequence (self, answer->person);
  link.sealed = sealed = nsm_seal_answer (self, answer, link.sequence, error);
  if (sealed == NULL)
    return FALSE;
  nsm_round_take_sealed (self, &link, receipt);
  return TRUE;
}

/**
 * nsm_round_withdraw:
 *
 * Takes @person's contribution out while the round is open. The withdrawal is
 * itself a link of the chain, so that nobody can make one up after the close.
 *
 * Returns: whether there was one
 */
gboolean
nsm_round_withdraw (NsmRound *self, const char *person, GError **error)
{
  NsmContribution *current = nsm_round_find_current (self, person);
  NsmSealed link = { .person = person, .route = NSM_ROUTE_LAPTOP, .sealed = "" };

  if (!nsm_round_check_open (self, person, error))
    return FALSE;
  if (current == NULL)
    return fail (error, NSM_ROUND_ERROR_PERSON, _("There is no contribution to withdraw."));
  retire (current, NSM_CONTRIBUTION_STATE_WITHDRAWN);
  link.sequence = nsm_round_get_next_sequence (self, person);
  nsm_chain_append (self, &link, NULL);
  return TRUE;
}

/**
 * nsm_round_close:
 *
 * Ends the asking and writes the closing words (`chain_words`). Nothing is
 * opened yet: save the document, show the words, then nsm_round_reveal().
 *
 * Returns: whether the round is closed now
 */
gboolean
nsm_round_close (NsmRound *self, GError **error)
{
  g_autofree char *now = dup_now ();

  if (self->state != NSM_ROUND_STATE_OPEN)
    return fail (error, NSM_ROUND_ERROR_STATE, _("The round is closed already."));
  if (!self->direct)
    {
      if (!nsm_chain_verify (self, error))
        return FALSE;
      nsm_chain_close (self);
    }
  g_object_set (self, "state", NSM_ROUND_STATE_CLOSED, "closed-at", now, NULL);
  return TRUE;
}

/**
 * nsm_round_answer_directly:
 * @person: (nullable): who answers; NULL for the one author
 *
 * Returns: (transfer none) (nullable): the answer to edit in place, made when it isn't
 *   there yet; NULL unless the round is direct and open
 */
NsmAnswer *
nsm_round_answer_directly (NsmRound *self, const char *person)
{
  NsmRosterEntry *first = nsm_list_get (self->roster, 0);
  NsmAnswer *answer;

  if (!self->direct || self->state != NSM_ROUND_STATE_OPEN || first == NULL)
    return NULL;
  if (person == NULL)
    person = first->person;
  else if (nsm_round_get_roster_entry (self, person) == NULL)
    return NULL;
  answer = nsm_round_get_answer (self, person);
  return answer != NULL ? answer : nsm_list_append_new (self->answers, "person", person, NULL);
}
