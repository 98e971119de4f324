/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds/ballot-request.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rounds/ballot-private.h"
#include "rounds/signature.h"

#define FINGERPRINT_WORDS 8

struct _NsmBallotRequest
{
  GObject parent_instance;

  NsmRound *round;
  char *title;
  char *fingerprint;
  char asked[NSM_ASKED_SIZE];
};

G_DEFINE_FINAL_TYPE (NsmBallotRequest, nsm_ballot_request, G_TYPE_OBJECT)

static void
copy_list (NsmList *from, NsmList *to)
{
  for (guint i = 0; i < nsm_list_get_size (from); i++)
    {
      g_autoptr (NsmRecord) copy = nsm_record_copy (nsm_list_get (from, i));

      nsm_list_append (to, copy);
    }
}

/* What may leave the facilitator's computer: field by field, so that whatever a
 * round may hold one day stays here. Which candidates are bad on purpose isn't
 * for those who score them to know. */
static NsmRound *
copy_for_participants (NsmRound *round)
{
  NsmRound *copy = g_object_new (NSM_TYPE_ROUND, NULL);

  g_free (NSM_RECORD (copy)->id);
  NSM_RECORD (copy)->id = g_strdup (NSM_RECORD (round)->id);
  g_object_set (copy, "kind", round->kind, "workshop", round->workshop, "number", round->number,
                "privacy", round->privacy, "question", round->question, "promise", round->promise,
                "opened-at", round->opened_at, "public-key", round->public_key, NULL);
  copy_list (round->subjects, copy->subjects);
  copy_list (round->aspects, copy->aspects);
  copy_list (round->roster, copy->roster);
  NSM_LIST_EACH (NsmSubject, subject, copy->subjects)
    {
      g_object_set (subject, "calibration", FALSE, NULL);
    }
  return copy;
}

static void
get_asked (NsmRound *round, char asked[NSM_ASKED_SIZE])
{
  guint8 hash[NSM_HASH_SIZE];

  nsm_round_hash_asked (round, hash);
  sodium_bin2hex (asked, NSM_ASKED_SIZE, hash, sizeof hash);
}

/* Over everything that a participant reads and seals with; @round is what
 * participants have of it. */
static char *
dup_fingerprint (NsmRound *round, const char *asked)
{
  const char *const texts[] = { "nsm request 1", round->workshop, NSM_RECORD (round)->id,
                                round->public_key, asked };
  crypto_generichash_state state;
  guint8 hash[NSM_HASH_SIZE];
  guint8 shown[NSM_HASH_SIZE];

  nsm_round_hash_asked (round, shown);
  crypto_generichash_init (&state, NULL, 0, sizeof hash);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    nsm_hash_add_text (&state, texts[i]);
  crypto_generichash_update (&state, shown, sizeof shown);
  crypto_generichash_final (&state, hash, sizeof hash);
  return nsm_words_dup (hash, FINGERPRINT_WORDS);
}

/**
 * nsm_ballot_request_dup_fingerprint:
 * @round: the round in the workshop
 *
 * Returns: (transfer full): eight words, which a participant can compare by
 *   telephone with those that their request shows
 */
char *
nsm_ballot_request_dup_fingerprint (NsmRound *round)
{
  g_autoptr (NsmRound) shown = copy_for_participants (round);
  char asked[NSM_ASKED_SIZE];

  get_asked (round, asked);
  return dup_fingerprint (shown, asked);
}

/**
 * nsm_ballot_request_make_json:
 *
 * Returns: (transfer full) (nullable): the request; NULL unless the round is open
 */
cJSON *
nsm_ballot_request_make_json (NsmRound *round, const char *title, GError **error)
{
  g_autoptr (NsmRound) shown = NULL;
  g_autofree char *size = NULL;
  char asked[NSM_ASKED_SIZE];
  cJSON *request, *workshop;

  if (round->direct)
    {
      nsm_ballot_refuse (error, NSM_BALLOT_ERROR_ROUND,
                         _("This round is answered directly by its one author: there is nobody "
                           "to send a request to."));
      return NULL;
    }
  if (round->state != NSM_ROUND_STATE_OPEN)
    {
      nsm_ballot_refuse (error, NSM_BALLOT_ERROR_CLOSED,
                         _("The round is closed: nobody can answer a request of it any more."));
      return NULL;
    }

  shown = copy_for_participants (round);
  size = g_strdup_printf ("%" G_GSIZE_FORMAT, nsm_round_get_plaintext_size (round));
  get_asked (round, asked);
  request = cJSON_CreateObject ();
  cJSON_AddStringToObject (request, "format", NSM_BALLOT_REQUEST_FORMAT);
  cJSON_AddRawToObject (request, "version", G_STRINGIFY (NSM_BALLOT_VERSION));
  workshop = cJSON_AddObjectToObject (request, "workshop");
  cJSON_AddStringToObject (workshop, "title", title);
  cJSON_AddStringToObject (workshop, "identity", round->workshop);
  cJSON_AddItemToObject (request, "round", nsm_record_to_json (NSM_RECORD (shown)));
  cJSON_AddStringToObject (request, "asked", asked);
  cJSON_AddRawToObject (request, "size", size);
  return request;
}

/**
 * nsm_ballot_request_write:
 * @round: an open round
 * @title: what participants call the workshop
 *
 * Returns: (transfer full) (nullable): the bytes of a request file, for everybody
 *   who is asked
 */
GBytes *
nsm_ballot_request_write (NsmRound *round, const char *title, GError **error)
{
  g_autoptr (cJSON) request = nsm_ballot_request_make_json (round, title, error);
  g_autofree char *text = NULL;
  char *file;

  if (request == NULL)
    return NULL;
  text = cJSON_Print (request);
  file = g_strconcat (text, "\n", NULL);
  return g_bytes_new_take (file, strlen (file));
}

/* Reading */

static gboolean
refuse_file (GError **error, const char *why)
{
  return nsm_ballot_refuse (error, NSM_BALLOT_ERROR_FILE, why);
}

/* Whether all ids that @field of the rows holds are good and come once. */
static gboolean
ids_are_good (NsmList *list, const char *property)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < nsm_list_get_size (list); i++)
    {
      g_autofree char *id = NULL;

      g_object_get (nsm_list_get (list, i), property, &id, NULL);
      if (!nsm_id_is_valid (id) || !g_hash_table_add (seen, g_steal_pointer (&id)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_round (NsmRound *round, GError **error)
{
  const NsmRoundType *type = nsm_round_type_get (round->kind);
  guint8 key[crypto_box_PUBLICKEYBYTES];
  gboolean grid = round->kind == NSM_ROUND_KIND_SCORES || round->kind == NSM_ROUND_KIND_VERDICTS;

  if (round->state != NSM_ROUND_STATE_OPEN || round->direct ||
      nsm_list_get_size (round->contributions) > 0 || nsm_list_get_size (round->answers) > 0 ||
      round->secret_key[0] != '\0' || round->wrapped_key[0] != '\0')
    return refuse_file (error, _("The request is damaged: it holds more than a question."));
  if (!nsm_bytes_from_base64 (round->public_key, key, sizeof key) || !nsm_id_is_valid (round->workshop))
    return refuse_file (error, _("The request is damaged: nothing can be sealed with its key."));
  if (nsm_list_get_size (round->roster) == 0 || !ids_are_good (round->roster, "person") ||
      !ids_are_good (round->subjects, "subject") || !ids_are_good (round->aspects, "aspect") ||
      (type->nothing != NULL && nsm_list_get_size (round->subjects) == 0) ||
      (grid && nsm_list_get_size (round->aspects) == 0))
    return refuse_file (error, _("The request is damaged: what is asked isn’t all there."));
  return TRUE;
}

static gboolean
read_workshop (NsmBallotRequest *self, const cJSON *workshop, GError **error)
{
  const char *title = cJSON_GetStringValue (cJSON_GetObjectItemCaseSensitive (workshop, "title"));
  const char *identity =
    cJSON_GetStringValue (cJSON_GetObjectItemCaseSensitive (workshop, "identity"));

  if (title == NULL || g_utf8_strlen (title, -1) > 2000 ||
      g_strcmp0 (identity, self->round->workshop) != 0)
    return refuse_file (error, _("The request is damaged: it doesn’t say which workshop it is of."));
  self->title = g_strdup (title);
  /* It ends up in terminals and windows: no control characters. */
  for (char *p = self->title; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_iscntrl (g_utf8_get_char (p)))
      return refuse_file (error, _("The request is damaged: its title isn’t a text."));
  return TRUE;
}

static gboolean
read_rest (NsmBallotRequest *self, const cJSON *root, GError **error)
{
  const char *asked = cJSON_GetStringValue (cJSON_GetObjectItemCaseSensitive (root, "asked"));
  const cJSON *size = cJSON_GetObjectItemCaseSensitive (root, "size");

  if (!cJSON_IsNumber (size) ||
      size->valuedouble != (double) nsm_round_get_plaintext_size (self->round))
    return refuse_file (error, _("The request is damaged: the size of its answers doesn’t fit "
                                 "its question."));
  if (asked == NULL || strlen (asked) != NSM_ASKED_SIZE - 1 ||
      strspn (asked, "0123456789abcdef") != NSM_ASKED_SIZE - 1)
    return refuse_file (error, _("The request is damaged: what is asked isn’t all there."));
  g_strlcpy (self->asked, asked, sizeof self->asked);
  self->fingerprint = dup_fingerprint (self->round, self->asked);
  return TRUE;
}

/**
 * nsm_ballot_request_read:
 *
 * Returns: (transfer full) (nullable): the request, or NULL with a sentence that
 *   says what the file is instead, or what is wrong with it
 */
NsmBallotRequest *
nsm_ballot_request_read (const char *data, gsize length, GError **error)
{
  static const char *const members[] = { "workshop", "round", "asked", "size", NULL };
  g_autoptr (NsmJson) json =
    nsm_ballot_parse (data, length, NSM_BALLOT_REQUEST_FORMAT, members, error);
  g_autoptr (NsmBallotRequest) self = NULL;
  g_autoptr (GError) problem = NULL;
  const cJSON *root;

  if (json == NULL)
    return NULL;
  root = nsm_json_get_root (json);
  self = g_object_new (NSM_TYPE_BALLOT_REQUEST, NULL);
  self->round = g_object_new (NSM_TYPE_ROUND, NULL);
  if (!nsm_record_read_json (NSM_RECORD (self->round), json,
                             cJSON_GetObjectItemCaseSensitive (root, "round"), NULL, &problem))
    {
      g_set_error (error, NSM_BALLOT_ERROR, NSM_BALLOT_ERROR_FILE,
                   /* Translators: followed by the place and kind of what is wrong */
                   _("The request is damaged. %s"), problem->message);
      return NULL;
    }
  if (!check_round (self->round, error) ||
      !read_workshop (self, cJSON_GetObjectItemCaseSensitive (root, "workshop"), error) ||
      !read_rest (self, root, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * nsm_ballot_request_get_round:
 *
 * Returns: (transfer none): the question as participants have it: a round that
 *   stands in no workshop, without contributions, always open
 */
NsmRound *
nsm_ballot_request_get_round (NsmBallotRequest *self)
{
  return self->round;
}

/**
 * nsm_ballot_request_get_title:
 *
 * Returns: (transfer none): what the workshop is called; "" when it has no name
 */
const char *
nsm_ballot_request_get_title (NsmBallotRequest *self)
{
  return self->title;
}

/**
 * nsm_ballot_request_get_fingerprint:
 *
 * Returns: (transfer none): the eight words of nsm_ballot_request_dup_fingerprint()
 */
const char *
nsm_ballot_request_get_fingerprint (NsmBallotRequest *self)
{
  return self->fingerprint;
}

/**
 * nsm_ballot_request_answer:
 * @answer: an answer that stands in no document, with the id of its person; wipe it
 *   with nsm_answer_wipe() afterwards
 * @keys: where the key is that this account signs with; made when there is none
 *
 * Seals and signs. Answering again makes a ballot that replaces the earlier one.
 *
 * Returns: (transfer full) (nullable): the bytes of a ballot file
 */
GBytes *
nsm_ballot_request_answer (NsmBallotRequest *self, NsmAnswer *answer, NsmKeyStore *keys,
                           GError **error)
{
  guint64 sequence = (guint64) (g_get_real_time () / G_USEC_PER_SEC);
  g_autofree char *sealed = NULL;
  g_autofree char *signer = NULL;
  g_autofree char *signature = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GBytes) message = NULL;
  g_autoptr (cJSON) ballot = NULL;
  char *file;

  g_return_val_if_fail (NSM_RECORD (answer)->owner == NULL, NULL);

  if (nsm_round_get_roster_entry (self->round, answer->person) == NULL)
    {
      nsm_ballot_refuse (error, NSM_BALLOT_ERROR_PERSON, _("This person isn’t asked in this round."));
      return NULL;
    }
  if (!nsm_round_check_answer (self->round, answer, error))
    return NULL;
  sealed = nsm_seal_answer_to (self->round, self->asked, answer, sequence, error);
  if (sealed == NULL)
    return NULL;
  message = nsm_ballot_dup_signed_bytes (self->round, answer->person, sequence, sealed);
  if (!nsm_identity_sign (keys, message, &signer, &signature, error))
    return NULL;

  ballot = cJSON_CreateObject ();
  cJSON_AddStringToObject (ballot, "format", NSM_BALLOT_FORMAT);
  cJSON_AddRawToObject (ballot, "version", G_STRINGIFY (NSM_BALLOT_VERSION));
  cJSON_AddStringToObject (ballot, "workshop", self->round->workshop);
  cJSON_AddStringToObject (ballot, "round", NSM_RECORD (self->round)->id);
  cJSON_AddStringToObject (ballot, "person", answer->person);
  cJSON_AddNumberToObject (ballot, "sequence", (double) sequence);
  cJSON_AddStringToObject (ballot, "sealed", sealed);
  cJSON_AddStringToObject (ballot, "signer", signer);
  cJSON_AddStringToObject (ballot, "signature", signature);
  text = cJSON_PrintUnformatted (ballot);
  file = g_strconcat (text, "\n", NULL);
  return g_bytes_new_take (file, strlen (file));
}

static void
nsm_ballot_request_finalize (GObject *object)
{
  NsmBallotRequest *self = NSM_BALLOT_REQUEST (object);

  g_clear_object (&self->round);
  g_free (self->title);
  g_free (self->fingerprint);

  G_OBJECT_CLASS (nsm_ballot_request_parent_class)->finalize (object);
}

static void
nsm_ballot_request_class_init (NsmBallotRequestClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nsm_ballot_request_finalize;
}

static void
nsm_ballot_request_init (NsmBallotRequest *self G_GNUC_UNUSED)
{
}
