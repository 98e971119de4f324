/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds/ballot-file.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "rounds/ballot-private.h"
#include "rounds/signature.h"

#define SIGNER_WORDS 8

struct _NsmBallotFile
{
  GObject parent_instance;

  char *workshop;
  char *round;
  char *person;
  gint64 sequence;
  char *sealed;
  char *signer;
  char *signature;
};

G_DEFINE_FINAL_TYPE (NsmBallotFile, nsm_ballot_file, G_TYPE_OBJECT)

static gboolean
refuse_damaged (GError **error)
{
  return nsm_ballot_refuse (error, NSM_BALLOT_ERROR_FILE,
                            _("The ballot is damaged: it isn’t as any program writes it. Ask for "
                              "it once more."));
}

static const char *
get_id (const cJSON *root, const char *member)
{
  const char *id = cJSON_GetStringValue (cJSON_GetObjectItemCaseSensitive (root, member));

  return id != NULL && nsm_id_is_valid (id) ? id : NULL;
}

static gboolean
is_base64_of (const char *text, gsize n)
{
  guint8 bytes[64];

  return text != NULL && n <= sizeof bytes && nsm_bytes_from_base64 (text, bytes, n);
}

/**
 * nsm_ballot_file_read:
 *
 * Only reads: whether the signature fits is known once the round is, see
 * nsm_round_take_ballot().
 *
 * Returns: (transfer full) (nullable): the ballot, or NULL with a sentence that says
 *   what the file is instead, or what is wrong with it
 */
NsmBallotFile *
nsm_ballot_file_read (const char *data, gsize length, GError **error)
{
  static const char *const members[] = { "workshop", "round",  "person",    "sequence",
                                         "sealed",   "signer", "signature", NULL };
  g_autoptr (NsmJson) json = nsm_ballot_parse (data, length, NSM_BALLOT_FORMAT, members, error);
  NsmBallotFile *self;
  const cJSON *root, *sequence;
  const char *workshop, *round, *person, *sealed, *signer, *signature;

  if (json == NULL)
    return NULL;
  root = nsm_json_get_root (json);
  workshop = get_id (root, "workshop");
  round = get_id (root, "round");
  person = get_id (root, "person");
  sequence = cJSON_GetObjectItemCaseSensitive (root, "sequence");
  sealed = cJSON_GetStringValue (cJSON_GetObjectItemCaseSensitive (root, "sealed"));
  signer = cJSON_GetStringValue (cJSON_GetObjectItemCaseSensitive (root, "signer"));
  signature = cJSON_GetStringValue (cJSON_GetObjectItemCaseSensitive (root, "signature"));
  if (workshop == NULL || round == NULL || person == NULL || sealed == NULL || sealed[0] == '\0' ||
      strlen (sealed) > 400000 || !cJSON_IsNumber (sequence) || sequence->valuedouble < 1 ||
      sequence->valuedouble > 1e12 || floor (sequence->valuedouble) < sequence->valuedouble ||
      !is_base64_of (signer, crypto_sign_PUBLICKEYBYTES) ||
      !is_base64_of (signature, crypto_sign_BYTES))
    {
      refuse_damaged (error);
      return NULL;
    }

  self = g_object_new (NSM_TYPE_BALLOT_FILE, NULL);
  self->workshop = g_strdup (workshop);
  self->round = g_strdup (round);
  self->person = g_strdup (person);
  self->sequence = (gint64) sequence->valuedouble;
  self->sealed = g_strdup (sealed);
  self->signer = g_strdup (signer);
  self->signature = g_strdup (signature);
  return self;
}

const char *
nsm_ballot_file_get_workshop (NsmBallotFile *self)
{
  return self->workshop;
}

const char *
nsm_ballot_file_get_round (NsmBallotFile *self)
{
  return self->round;
}

/**
 * nsm_ballot_file_get_person:
 *
 * Returns: (transfer none): the id of whose ballot it says that it is
 */
const char *
nsm_ballot_file_get_person (NsmBallotFile *self)
{
  return self->person;
}

/**
 * nsm_ballot_file_get_sequence:
 *
 * Returns: when it was sealed, in seconds since 1970, by its maker's clock
 */
gint64
nsm_ballot_file_get_sequence (NsmBallotFile *self)
{
  return self->sequence;
}

/**
 * nsm_ballot_file_dup_signer_words:
 *
 * Returns: (transfer full): the fingerprint of the key it is signed with, as eight
 *   words for comparing by telephone
 */
char *
nsm_ballot_file_dup_signer_words (NsmBallotFile *self)
{
  return nsm_signing_key_dup_words (self->signer);
}

/**
 * nsm_signing_key_dup_words:
 * @key: an Ed25519 public key in base64
 *
 * Returns: (transfer full): its fingerprint as eight words
 */
char *
nsm_signing_key_dup_words (const char *key)
{
  guint8 bytes[crypto_sign_PUBLICKEYBYTES];
  guint8 digest[crypto_hash_sha512_BYTES];

  g_return_val_if_fail (nsm_bytes_from_base64 (key, bytes, sizeof bytes), g_strdup (""));

  /* SHA-512, because the page for browsers shows the same words. */
  crypto_hash_sha512 (digest, bytes, sizeof bytes);
  return nsm_words_dup (digest, SIGNER_WORDS);
}

/**
 * nsm_ballot_file_get_trust:
 *
 * Returns: what @workshop knows of the key that the ballot is signed with
 */
NsmBallotTrust
nsm_ballot_file_get_trust (NsmBallotFile *self, NsmWorkshop *workshop)
{
  NsmParticipant *participant = nsm_list_find (workshop->participants, self->person);

  if (participant == NULL || participant->signing_key[0] == '\0')
    return NSM_BALLOT_TRUST_NEW;
  return strcmp (participant->signing_key, self->signer) == 0 ? NSM_BALLOT_TRUST_KNOWN
                                                              : NSM_BALLOT_TRUST_OTHER_KEY;
}

/**
 * nsm_workshop_forget_signing_key:
 * @person: a participant's id
 *
 * For somebody who answers with another computer or browser now: their next
 * ballot counts as a first one, whose key is to be accepted anew.
 *
 * Returns: whether there was a key to forget
 */
gboolean
nsm_workshop_forget_signing_key (NsmWorkshop *workshop, const char *person)
{
  NsmParticipant *participant = nsm_list_find (workshop->participants, person);

  if (participant == NULL || participant->signing_key[0] == '\0')
    return FALSE;
  g_object_set (participant, "signing-key", "", NULL);
  return TRUE;
}

/**
 * nsm_workshop_find_ballot_round:
 *
 * Returns: (transfer none) (nullable): the open round that @ballot answers, or NULL
 *   with a sentence that says what it is for instead
 */
NsmRound *
nsm_workshop_find_ballot_round (NsmWorkshop *workshop, NsmBallotFile *ballot, GError **error)
{
  NsmRound *round = nsm_list_find (workshop->rounds, ballot->round);

  if (workshop->identity[0] == '\0' || strcmp (workshop->identity, ballot->workshop) != 0)
    {
      nsm_ballot_refuse (error, NSM_BALLOT_ERROR_WORKSHOP,
                         _("The ballot belongs to another workshop."));
      return NULL;
    }
  if (round == NULL)
    {
      nsm_ballot_refuse (error, NSM_BALLOT_ERROR_ROUND,
                         _("The ballot belongs to a round that this workshop doesn’t have."));
      return NULL;
    }
  return round;
}

/* Whether the ballot is this round's, from somebody who is asked, and unaltered. */
static gboolean
check_ballot (NsmRound *round, NsmBallotFile *ballot, GError **error)
{
  const gsize size = nsm_round_get_plaintext_size (round) + NSM_SEAL_BYTES;
  g_autofree guint8 *bytes = g_malloc (size);
  g_autoptr (GBytes) message = NULL;

  if (strcmp (round->workshop, ballot->workshop) != 0)
    return nsm_ballot_refuse (error, NSM_BALLOT_ERROR_WORKSHOP,
                              _("The ballot belongs to another workshop."));
  if (strcmp (NSM_RECORD (round)->id, ballot->round) != 0)
    return nsm_ballot_refuse (error, NSM_BALLOT_ERROR_ROUND,
                              _("The ballot belongs to another round."));
  if (nsm_round_get_roster_entry (round, ballot->person) == NULL)
    return nsm_ballot_refuse (error, NSM_BALLOT_ERROR_PERSON,
                              _("The ballot is from somebody who isn’t asked in this round."));
  message = nsm_ballot_dup_signed_bytes (round, ballot->person, (guint64) ballot->sequence,
                                         ballot->sealed);
  if (!nsm_signature_check (message, ballot->signer, ballot->signature))
    return nsm_ballot_refuse (error, NSM_BALLOT_ERROR_ALTERED,
                              _("The ballot was altered on its way: its signature doesn’t fit. Ask "
                                "for it once more."));
  if (!nsm_bytes_from_base64 (ballot->sealed, bytes, size))
    return nsm_ballot_refuse (error, NSM_BALLOT_ERROR_FILE,
                              _("What is sealed in the ballot can’t be an answer to this question: "
                                "it has another size."));
  return TRUE;
}

/* Whether it is in already, or came before what is in. */
static gboolean
check_place (NsmRound *round, NsmBallotFile *ballot, const NsmSealed *sealed, GError **error)
{
  const gint64 tomorrow = g_get_real_time () / G_USEC_PER_SEC + 24 * 60 * 60;
  char hash[2 * NSM_HASH_SIZE + 1];
  gboolean older = FALSE;

  nsm_chain_hash_sealed (round, sealed, hash);
  NSM_LIST_EACH (NsmContribution, contribution, round->contributions)
    {
      if (strcmp (contribution->hash, hash) == 0)
        return nsm_ballot_refuse (error, NSM_BALLOT_ERROR_REPEATED,
                                  contribution->state == NSM_CONTRIBUTION_STATE_CURRENT
                                    ? _("This very ballot is in already.")
                                    : _("This very ballot was in already, and was replaced or "
                                        "withdrawn since."));
      if (strcmp (contribution->person, ballot->person) == 0 &&
          contribution->sequence >= (double) ballot->sequence)
        older = TRUE;
    }
  if (older)
    return nsm_ballot_refuse (error, NSM_BALLOT_ERROR_OLDER,
                              _("The ballot is older than what this person has in already."));
  if (ballot->sequence > tomorrow)
    return nsm_ballot_refuse (error, NSM_BALLOT_ERROR_CLOCK,
                              _("The ballot says that it was made in the future: the clock of the "
                                "computer it comes from is wrong. Set it, and answer again."));
  return TRUE;
}

static gboolean
check_trust (NsmRound *round, NsmBallotFile *ballot, NsmWorkshop *workshop, gboolean accept_key,
             GError **error)
{
  NsmBallotTrust trust = nsm_ballot_file_get_trust (ballot, workshop);

  if (nsm_list_find (workshop->participants, ballot->person) == NULL)
    return nsm_ballot_refuse (error, NSM_BALLOT_ERROR_PERSON,
                              _("The ballot is from somebody who isn’t in this workshop any more."));
  if (trust == NSM_BALLOT_TRUST_OTHER_KEY)
    {
      g_set_error (error, NSM_BALLOT_ERROR, NSM_BALLOT_ERROR_OTHER_KEY,
                   _("The ballot is signed with another key than earlier ones of %s: either it is "
                     "from somebody else, or from another computer or browser. Ask them."),
                   nsm_round_get_name (round, ballot->person));
      return FALSE;
    }
  if (trust == NSM_BALLOT_TRUST_NEW && !accept_key)
    {
      g_autofree char *words = nsm_ballot_file_dup_signer_words (ballot);

      g_set_error (error, NSM_BALLOT_ERROR, NSM_BALLOT_ERROR_NEW_KEY,
                   _("It is the first ballot of %s, and its key isn’t accepted yet. If they see "
                     "the same words, it is theirs: %s"),
                   nsm_round_get_name (round, ballot->person), words);
      return FALSE;
    }
  return TRUE;
}

/**
 * nsm_round_take_ballot:
 * @round: a round that stands in a workshop
 * @accept_key: whether the facilitator says that the first ballot of this person
 *   really is theirs; its key is then the one that theirs must be signed with
 * @receipt: (out) (transfer full) (optional): for the participant; hand it out once
 *   the document is saved
 *
 * Adds what somebody sealed elsewhere to the chain. An earlier contribution of the
 * same person is replaced.
 *
 * Returns: whether it is in; if not nothing changed, and the sentence says why
 */
gboolean
nsm_round_take_ballot (NsmRound *round, NsmBallotFile *ballot, gboolean accept_key, char **receipt,
                       GError **error)
{
  NsmRecord *root = nsm_record_get_root (NSM_RECORD (round));
  const NsmSealed sealed = { .person = ballot->person,
                             .route = NSM_ROUTE_FILE,
                             .sequence = (guint64) ballot->sequence,
                             .sealed = ballot->sealed,
                             .signer = ballot->signer,
                             .signature = ballot->signature };

  g_return_val_if_fail (NSM_IS_WORKSHOP (root), FALSE);

  if (!check_ballot (round, ballot, error))
    return FALSE;
  if (round->state != NSM_ROUND_STATE_OPEN || round->direct)
    return nsm_ballot_refuse (error, NSM_BALLOT_ERROR_CLOSED,
                              _("The ballot comes too late: its round is closed."));
  if (!check_place (round, ballot, &sealed, error) ||
      !check_trust (round, ballot, NSM_WORKSHOP (root), accept_key, error))
    return FALSE;
  g_object_set (nsm_list_find (NSM_WORKSHOP (root)->participants, ballot->person), "signing-key",
                ballot->signer, NULL);
  nsm_round_take_sealed (round, &sealed, receipt);
  return TRUE;
}

static void
nsm_ballot_file_finalize (GObject *object)
{
  NsmBallotFile *self = NSM_BALLOT_FILE (object);

  g_free (self->workshop);
  g_free (self->round);
  g_free (self->person);
  g_free (self->sealed);
  g_free (self->signer);
  g_free (self->signature);

  G_OBJECT_CLASS (nsm_ballot_file_parent_class)->finalize (object);
}

static void
nsm_ballot_file_class_init (NsmBallotFileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nsm_ballot_file_finalize;
}

static void
nsm_ballot_file_init (NsmBallotFile *self G_GNUC_UNUSED)
{
}
