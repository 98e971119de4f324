/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Requests and ballots on their way: what is sent comes back as it was said, and
 * whatever isn't right is refused with the sentence that says which. */
#include <math.h>

#include "rounds/ballot-file.h"
#include "rounds/signature.h"
#include "support.h"

static void
add_moments (Fixture *self)
{
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *name = g_strdup_printf ("Moment %u", i + 1);

      nsm_list_append_new (self->workshop->value->moments, "name", name, NULL);
    }
}

static NsmRound *
open_kind (Fixture *self, NsmRoundKind kind)
{
  g_autoptr (GError) error = NULL;
  NsmRound *round;

  if (nsm_list_get_size (self->workshop->value->moments) == 0)
    add_moments (self);
  round = nsm_round_open (self->workshop, kind, self->keys, &error);
  g_assert_no_error (error);
  return round;
}

static NsmBallotRequest *
make_request (NsmRound *round)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = nsm_ballot_request_write (round, "Acme", &error);
  NsmBallotRequest *request;

  g_assert_no_error (error);
  request =
    nsm_ballot_request_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  return request;
}

static NsmBallotFile *
read_ballot (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  NsmBallotFile *ballot =
    nsm_ballot_file_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);

  g_assert_no_error (error);
  return ballot;
}

static char *
dup_random_text (void)
{
  static const char *const pieces[] = { "a", "ü", "🙂", "\"", "\\", "\n", "\t", "<", "&", " ", "”" };
  GString *out = g_string_new (NULL);
  guint n = (guint) g_test_rand_int_range (0, 20);

  for (guint i = 0; i < n; i++)
    g_string_append (out, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
  return g_string_free (out, FALSE);
}

static void
add_cell (NsmAnswer *answer, NsmRoundKind kind, const char *subject, const char *aspect)
{
  gboolean abstained = g_test_rand_int_range (0, 5) == 0;
  g_autofree char *text = dup_random_text ();

  nsm_list_append_new (
    answer->entries, "subject", subject, "aspect", aspect, "abstained", abstained, "text", text,
    "mark", kind == NSM_ROUND_KIND_SCORES && !abstained ? (double) g_test_rand_int_range (1, 6) : NAN,
    "choice",
    kind == NSM_ROUND_KIND_VERDICTS && !abstained
      ? nsm_choice_get_nick (NSM_TYPE_VERDICT, (guint) g_test_rand_int_range (1, 4))
      : "",
    "confidence", g_test_rand_int_range (0, 4), NULL);
}

static NsmAnswer *
make_random_answer (NsmRound *round, const char *person)
{
  NsmAnswer *answer = g_object_new (NSM_TYPE_ANSWER, NULL);
  guint n = nsm_list_get_size (round->subjects);
  guint shift = n > 0 ? (guint) g_test_rand_int_range (0, (gint32) n) : 0;

  g_object_set (answer, "person", person, NULL);
  for (guint i = 0; i < n; i++)
    {
      NsmSubject *subject = nsm_list_get (round->subjects, i);

      NSM_LIST_EACH (NsmAspect, aspect, round->aspects)
        {
          add_cell (answer, round->kind, subject->subject, aspect->aspect);
        }
      if (round->kind == NSM_ROUND_KIND_MOMENTS)
        nsm_list_append_new (answer->entries, "subject", subject->subject, "mark",
                             1.0 + (i + shift) % n, NULL);
    }
  if (round->kind == NSM_ROUND_KIND_GAME)
    nsm_list_append_new (answer->entries, "choice",
                         nsm_choice_get_nick (NSM_TYPE_GAME, (guint) g_test_rand_int_range (1, 4)),
                         NULL);
  if (round->kind == NSM_ROUND_KIND_STATEMENTS || round->kind == NSM_ROUND_KIND_IDEAS)
    for (guint i = 0; i < 3; i++)
      {
        g_autofree char *text = dup_random_text ();
        g_autofree char *filled = g_strconcat ("x", text, NULL);

        nsm_list_append_new (answer->entries, "text", filled, NULL);
      }
  return answer;
}

static GBytes *
answer_request (Fixture *self, NsmBallotRequest *request, guint person)
{
  g_autoptr (NsmAnswer) answer =
    make_random_answer (nsm_ballot_request_get_round (request), get_id (self->people[person]));
  g_autoptr (GError) error = NULL;
  GBytes *bytes = nsm_ballot_request_answer (request, answer, self->keys, &error);

  g_assert_no_error (error);
  return bytes;
}

static char *
dup_answer (NsmAnswer *answer)
{
  g_autoptr (cJSON) json = nsm_record_to_json (NSM_RECORD (answer));

  return cJSON_PrintUnformatted (json);
}

/* Whatever is said, of every kind: it comes out as it was said. */
static void
test_round_trip (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  for (guint kind = NSM_ROUND_KIND_STATEMENTS; kind <= NSM_ROUND_KIND_VERDICTS; kind++)
    {
      NsmRound *round = open_kind (self, kind);
      g_autoptr (NsmBallotRequest) request = make_request (round);
      g_autofree char *fingerprint = nsm_ballot_request_dup_fingerprint (round);
      char *said[4] = { NULL };

      g_assert_cmpstr (nsm_ballot_request_get_title (request), ==, "Acme");
      g_assert_cmpstr (nsm_ballot_request_get_fingerprint (request), ==, fingerprint);
      for (guint i = 0; i < 4; i++)
        {
          g_autoptr (NsmAnswer) answer = make_random_answer (
            nsm_ballot_request_get_round (request), get_id (self->people[i]));
          g_autoptr (GError) error = NULL;
          g_autoptr (GBytes) bytes =
            nsm_ballot_request_answer (request, answer, self->keys, &error);
          g_autoptr (NsmBallotFile) ballot = NULL;
          g_autofree char *receipt = NULL;

          g_assert_no_error (error);
          ballot = read_ballot (bytes);
          g_assert_cmpstr (nsm_ballot_file_get_person (ballot), ==, get_id (self->people[i]));
          g_assert_true (nsm_workshop_find_ballot_round (self->workshop, ballot, NULL) == round);
          g_assert_true (nsm_round_take_ballot (round, ballot, TRUE, &receipt, &error));
          g_assert_no_error (error);
          g_assert_cmpint (nsm_round_find_receipt (round, receipt)->route, ==, NSM_ROUTE_FILE);
          said[i] = dup_answer (answer);
        }
      close_round (round);
      reveal_round (round, self->keys);
      g_assert_true (nsm_round_verify (round, NULL));
      for (guint i = 0; i < 4; i++)
        {
          NsmAnswer *shown = nsm_round_get_answer (round, get_id (self->people[i]));
          g_autofree char *text = dup_answer (shown);

          g_assert_cmpstr (text, ==, said[i]);
          g_free (said[i]);
        }
    }
}

/* A request tells nobody what isn't theirs to know. */
static void
test_request_keeps_back (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  NsmRound *round = open_scores (self);
  g_autofree char *receipt = cast_ballot (round, get_id (self->people[0]), 3, CANARY);
  g_autoptr (GBytes) file = nsm_ballot_request_write (round, "Acme", NULL);
  g_autoptr (GBytes) page = nsm_ballot_request_write_html (round, "Acme </title><script>", NULL);
  GBytes *const both[] = { file, page };
  NsmContribution *contribution = nsm_list_get (round->contributions, 0);

  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    {
      gsize n;
      const char *text = g_bytes_get_data (both[i], &n);

      g_assert_null (memmem (text, n, "calibration", strlen ("calibration")));
      g_assert_null (memmem (text, n, contribution->sealed, strlen (contribution->sealed)));
      g_assert_null (memmem (text, n, receipt, strlen (receipt)));
      g_assert_null (memmem (text, n, "contributions", strlen ("contributions")));
      g_assert_nonnull (memmem (text, n, round->public_key, strlen (round->public_key)));
    }
  /* Nothing from elsewhere, and no text that ends an element. */
  gsize n;
  const char *text = g_bytes_get_data (page, &n);
  g_assert_null (memmem (text, n, "src=", 4));
  g_assert_null (memmem (text, n, "@import", 7));
  g_assert_null (memmem (text, n, "</title><script>", 16));
  g_assert_nonnull (memmem (text, n, "default-src 'none'", 18));
  g_assert_nonnull (memmem (text, n, "TweetNaCl", 9));

  close_round (round);
  g_autoptr (GError) error = NULL;
  g_assert_null (nsm_ballot_request_write (round, "Acme", &error));
  g_assert_error (error, NSM_BALLOT_ERROR, NSM_BALLOT_ERROR_CLOSED);
}

static gboolean
is_taken (Fixture *self, const char *data, gsize n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NsmBallotFile) ballot = nsm_ballot_file_read (data, n, &error);
  NsmRound *round = NULL;
  gboolean taken;

  if (ballot != NULL)
    round = nsm_workshop_find_ballot_round (self->workshop, ballot, &error);
  taken = round != NULL && nsm_round_take_ballot (round, ballot, TRUE, NULL, &error);
  g_assert_true (taken == (error == NULL));
  g_assert_true (taken || error->message[0] != '\0');
  return taken;
}

/* Every bit of every byte, and every byte cut off. */
static void
test_flips (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  NsmRound *round = open_kind (self, NSM_ROUND_KIND_GAME);
  g_autoptr (NsmBallotRequest) request = make_request (round);
  g_autoptr (GBytes) bytes = answer_request (self, request, 1);
  gsize n;
  const char *whole = g_bytes_get_data (bytes, &n);
  g_autofree char *text = g_memdup2 (whole, n);

  /* The last byte is the end of the line. */
  for (gsize i = 0; i + 1 < n; i++)
    {
      for (guint bit = 0; bit < 8; bit++)
        {
          text[i] = (char) (whole[i] ^ (1 << bit));
          if (is_taken (self, text, n))
            g_error ("byte %" G_GSIZE_FORMAT ", bit %u: not noticed", i, bit);
        }
      text[i] = whole[i];
      g_assert_false (is_taken (self, text, i));
    }
  g_assert_cmpuint (nsm_list_get_size (round->contributions), ==, 0);
  g_assert_cmpstr (self->people[1]->signing_key, ==, "");
  g_assert_true (is_taken (self, text, n));
}

static void
assert_refused (NsmRound *round, NsmBallotFile *ballot, gboolean accept, NsmBallotError code,
                const char *sentence)
{
  g_autoptr (GError) error = NULL;
  guint n = nsm_list_get_size (round->contributions);
  char *receipt = NULL;

  g_assert_false (nsm_round_take_ballot (round, ballot, accept, &receipt, &error));
  g_assert_error (error, NSM_BALLOT_ERROR, (int) code);
  g_assert_true (g_str_has_prefix (error->message, sentence));
  g_assert_null (receipt);
  g_assert_cmpuint (nsm_list_get_size (round->contributions), ==, n);
}

static void
test_refusals (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  NsmRound *round = open_kind (self, NSM_ROUND_KIND_GAME);
  NsmRound *scores = open_scores (self);
  g_autoptr (NsmBallotRequest) request = make_request (round);
  g_autoptr (GBytes) first = answer_request (self, request, 0);
  g_autoptr (NsmBallotFile) ballot = read_ballot (first);
  g_autofree char *other_keys = g_build_filename (self->directory, "elsewhere", NULL);
  g_autoptr (NsmKeyStore) elsewhere = nsm_key_store_new (other_keys);
  g_autofree char *words = nsm_ballot_file_dup_signer_words (ballot);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (nsm_ballot_file_get_trust (ballot, self->workshop), ==, NSM_BALLOT_TRUST_NEW);
  assert_refused (round, ballot, FALSE, NSM_BALLOT_ERROR_NEW_KEY, "It is the first ballot of Mei");
  g_assert_cmpstr (self->people[0]->signing_key, ==, "");
  assert_refused (scores, ballot, TRUE, NSM_BALLOT_ERROR_ROUND, "The ballot belongs to another round.");
  g_assert_true (nsm_round_take_ballot (round, ballot, TRUE, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (nsm_ballot_file_get_trust (ballot, self->workshop), ==, NSM_BALLOT_TRUST_KNOWN);
  assert_refused (round, ballot, TRUE, NSM_BALLOT_ERROR_REPEATED, "This very ballot is in already.");

  /* The same person from another account. */
  g_autoptr (NsmAnswer) answer =
    make_random_answer (nsm_ballot_request_get_round (request), get_id (self->people[0]));
  g_usleep (1100 * 1000);
  g_autoptr (GBytes) moved = nsm_ballot_request_answer (request, answer, elsewhere, NULL);
  g_autoptr (NsmBallotFile) other = read_ballot (moved);
  g_assert_cmpint (nsm_ballot_file_get_trust (other, self->workshop), ==, NSM_BALLOT_TRUST_OTHER_KEY);
  assert_refused (round, other, TRUE, NSM_BALLOT_ERROR_OTHER_KEY,
                  "The ballot is signed with another key than earlier ones of Mei");
  g_assert_true (nsm_workshop_forget_signing_key (self->workshop, get_id (self->people[0])));
  g_assert_false (nsm_workshop_forget_signing_key (self->workshop, get_id (self->people[0])));
  g_assert_true (nsm_round_take_ballot (round, other, TRUE, NULL, NULL));
  assert_refused (round, ballot, TRUE, NSM_BALLOT_ERROR_REPEATED,
                  "This very ballot was in already, and was replaced");

  /* Two in the same second, or in the wrong order: the one that came first stays. */
  g_autoptr (GBytes) early = answer_request (self, request, 1);
  g_autoptr (NsmBallotFile) older = read_ballot (early);
  g_usleep (1100 * 1000);
  g_autoptr (GBytes) late = answer_request (self, request, 1);
  g_autoptr (NsmBallotFile) newer = read_ballot (late);
  g_assert_true (nsm_round_take_ballot (round, newer, TRUE, NULL, NULL));
  assert_refused (round, older, TRUE, NSM_BALLOT_ERROR_OLDER, "The ballot is older");

  /* Somebody the round doesn't ask, and a round that doesn't ask any more. */
  NsmParticipant *late_one = nsm_list_append_new (self->workshop->participants, "name", "Noor", NULL);
  g_object_set (answer, "person", get_id (late_one), NULL);
  g_assert_null (nsm_ballot_request_answer (request, answer, elsewhere, &error));
  g_assert_error (error, NSM_BALLOT_ERROR, NSM_BALLOT_ERROR_PERSON);
  g_clear_error (&error);
  g_autoptr (GBytes) too_late = answer_request (self, request, 2);
  g_autoptr (NsmBallotFile) last = read_ballot (too_late);
  close_round (round);
  assert_refused (round, last, TRUE, NSM_BALLOT_ERROR_CLOSED, "The ballot comes too late");

  /* Another workshop, and a round that was thrown away. */
  g_autofree char *identity = g_strdup (self->workshop->identity);
  g_object_set (self->workshop, "identity", "another1", NULL);
  g_assert_null (nsm_workshop_find_ballot_round (self->workshop, last, &error));
  g_assert_error (error, NSM_BALLOT_ERROR, NSM_BALLOT_ERROR_WORKSHOP);
  g_clear_error (&error);
  g_object_set (self->workshop, "identity", identity, NULL);
  nsm_list_remove (self->workshop->rounds, NSM_RECORD (round));
  g_assert_null (nsm_workshop_find_ballot_round (self->workshop, last, &error));
  g_assert_error (error, NSM_BALLOT_ERROR, NSM_BALLOT_ERROR_ROUND);
}

/* A ballot whose maker's clock is years ahead would shut out all their later ones. */
static void
test_clock (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  NsmRound *round = open_kind (self, NSM_ROUND_KIND_GAME);
  g_autoptr (NsmAnswer) answer = make_random_answer (round, get_id (self->people[0]));
  g_autofree char *sealed = nsm_seal_answer (round, answer, 4000000000, NULL);
  g_autoptr (GBytes) message =
    nsm_ballot_dup_signed_bytes (round, answer->person, 4000000000, sealed);
  g_autofree char *signer = NULL;
  g_autofree char *signature = NULL;
  g_autofree char *text = NULL;
  g_autoptr (NsmBallotFile) ballot = NULL;

  g_assert_true (nsm_identity_sign (self->keys, message, &signer, &signature, NULL));
  text = g_strdup_printf ("{\"format\":\"north-star-workshop-ballot\",\"version\":1,"
                          "\"workshop\":\"%s\",\"round\":\"%s\",\"person\":\"%s\","
                          "\"sequence\":4000000000,\"sealed\":\"%s\",\"signer\":\"%s\","
                          "\"signature\":\"%s\"}",
                          round->workshop, get_id (round), answer->person, sealed, signer, signature);
  ballot = nsm_ballot_file_read (text, strlen (text), NULL);
  g_assert_nonnull (ballot);
  assert_refused (round, ballot, TRUE, NSM_BALLOT_ERROR_CLOCK, "The ballot says that it was made");
}

typedef struct
{
  const char *what;
  const char *replaced;
  const char *by;
  NsmBallotError code;
  const char *sentence;
} Damage;

static char *
dup_replaced (const char *text, const char *what, const char *by)
{
  g_auto (GStrv) parts = g_strsplit (text, what, 2);

  g_assert_nonnull (parts[1]);
  return g_strjoinv (by, parts);
}

static void
test_damaged_requests (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  static const Damage damages[] = {
    { "version", "\"version\":\t1", "\"version\":\t2", NSM_BALLOT_ERROR_NEWER,
      "The file was made by a newer version" },
    { "no version", "\"version\":\t1", "\"version\":\t0", NSM_BALLOT_ERROR_FILE, "The file is damaged" },
    { "format", "-ballot-request", "", NSM_BALLOT_ERROR_FILE, "This is a workshop, not" },
    { "ballot", "-ballot-request", "-ballot", NSM_BALLOT_ERROR_FILE, "This is a sealed ballot" },
    { "another", "north-star-workshop-ballot-request", "other", NSM_BALLOT_ERROR_FILE,
      "This isn’t a ballot request" },
    { "size", "\"size\":\t", "\"size\":\t9", NSM_BALLOT_ERROR_FILE, "The request is damaged: the size" },
    { "asked", "\"asked\":\t\"", "\"asked\":\t\"00", NSM_BALLOT_ERROR_FILE,
      "The request is damaged: what is asked" },
    { "stray member", "\"asked\":", "\"mark\": 1, \"asked\":", NSM_BALLOT_ERROR_FILE,
      "The file is damaged: it has a part “mark”" },
    { "missing", "\"size\":", "\"asked2\":", NSM_BALLOT_ERROR_FILE, "The file is damaged" },
    { "identity", "\"identity\":\t\"", "\"identity\":\t\"x", NSM_BALLOT_ERROR_FILE,
      "The request is damaged: it doesn’t say" },
    { "title", "\"title\":\t\"Acme", "\"title\":\t\"\\u001b[31mAcme", NSM_BALLOT_ERROR_FILE,
      "The request is damaged: its title" },
    { "escape in a question", "\"question\":\t\"", "\"question\":\t\"\\u001b", NSM_BALLOT_ERROR_FILE,
      "The request is damaged." },
    { "key", "\"public_key\":\t\"", "\"public_key\":\t\"AAAA", NSM_BALLOT_ERROR_FILE,
      "The request is damaged: nothing can be sealed" },
    { "closed", "\"state\":\t\"open\"", "\"state\":\t\"closed\"", NSM_BALLOT_ERROR_FILE,
      "The request is damaged: it holds more" },
    { "nobody", "\"person\":\t\"", "\"person\":\t\"not an id ", NSM_BALLOT_ERROR_FILE,
      "The request is damaged: what is asked" },
  };
  NsmRound *round = open_scores (self);
  g_autoptr (GBytes) bytes = nsm_ballot_request_write (round, "Acme", NULL);
  const char *text = g_bytes_get_data (bytes, NULL);

  g_assert_cmpint (nsm_ballot_kind_get (text, strlen (text)), ==, NSM_BALLOT_KIND_REQUEST);
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *damaged = dup_replaced (text, damages[i].replaced, damages[i].by);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", damages[i].what);
      g_assert_null (nsm_ballot_request_read (damaged, strlen (damaged), &error));
      g_assert_error (error, NSM_BALLOT_ERROR, (int) damages[i].code);
      if (!g_str_has_prefix (error->message, damages[i].sentence))
        g_error ("%s: %s", damages[i].what, error->message);
    }
}

/* Another wording, another key, another person: other words. */
static void
test_fingerprint (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const places[] = { "\"question\":\t\"", "\"promise\":\t\"", "\"title\":\t\"Metric",
                                        "\"wording\":\t\"", "\"name\":\t\"Criterion",
                                        "\"name\":\t\"Mei" };
  NsmRound *round = open_scores (self);
  g_autoptr (GBytes) bytes = nsm_ballot_request_write (round, "Acme", NULL);
  g_autofree char *right = nsm_ballot_request_dup_fingerprint (round);
  const char *text = g_bytes_get_data (bytes, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *by = g_strconcat (places[i], "X", NULL);
      g_autofree char *changed = dup_replaced (text, places[i], by);
      g_autoptr (NsmBallotRequest) request =
        nsm_ballot_request_read (changed, strlen (changed), NULL);

      g_assert_nonnull (request);
      g_assert_cmpstr (nsm_ballot_request_get_fingerprint (request), !=, right);
    }
}

static void
test_damaged_ballots (Fixture *self G_GNUC_UNUSED, gconstpointer data G_GNUC_UNUSED)
{
  static const struct
  {
    const char *text;
    const char *sentence;
  } cases[] = {
    { "", "This isn’t a ballot file" },
    { "[]", "This isn’t a ballot of" },
    { "{\"format\":\"north-star-workshop\",\"version\":1}", "This is a workshop" },
    { "{\"format\":\"north-star-workshop-ballot-request\",\"version\":1}", "This is the request" },
    { "{\"format\":\"north-star-workshop-ballot\",\"version\":7}", "The file was made by a newer" },
    { "{\"format\":\"north-star-workshop-ballot\",\"version\":1}", "The file is damaged: its part" },
    { "{\"format\":\"north-star-workshop-ballot\",\"version\":1,\"workshop\":1,\"round\":1,"
      "\"person\":1,\"sequence\":1,\"sealed\":1,\"signer\":1,\"signature\":1}",
      "The ballot is damaged" },
  };
  g_autofree char *large = g_strnfill (5 * 1024 * 1024, ' ');
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_null (nsm_ballot_file_read (cases[i].text, strlen (cases[i].text), &error));
      g_assert_true (error->domain == NSM_BALLOT_ERROR);
      if (!g_str_has_prefix (error->message, cases[i].sentence))
        g_error ("%s: %s", cases[i].text, error->message);
      g_clear_error (&error);
    }
  g_assert_null (nsm_ballot_file_read (large, strlen (large), &error));
  g_assert_true (g_str_has_prefix (error->message, "The file is far too large"));
  g_assert_cmpint (nsm_ballot_kind_get (large, strlen (large)), ==, NSM_BALLOT_KIND_NONE);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/ballot/round-trip", test_round_trip },
    { "/ballot/request-keeps-back", test_request_keeps_back },
    { "/ballot/flips", test_flips },
    { "/ballot/refusals", test_refusals },
    { "/ballot/clock", test_clock },
    { "/ballot/damaged-requests", test_damaged_requests },
    { "/ballot/fingerprint", test_fingerprint },
    { "/ballot/damaged-ballots", test_damaged_ballots },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, fixture_set_up, tests[i].test, fixture_tear_down);
  return g_test_run ();
}
