/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search.h"
#include "support.h"

static void
test_search_works (void)
{
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *text = g_strconcat ("abc" + i, CANARY, "tail", NULL);
      g_autofree char *coded = g_base64_encode ((const guchar *) text, strlen (text));

      g_assert_true (is_found (text, strlen (text), CANARY));
      g_assert_true (is_found (coded, strlen (coded), CANARY));
    }
  for (guint order = 0; order < 2; order++)
    {
      char wide[2 * sizeof CANARY] = "";

      for (gsize i = 0; i < sizeof CANARY; i++)
        wide[2 * i + order] = CANARY[i];
      g_assert_true (is_found (wide, sizeof wide, CANARY));
    }
  for (guint upper = 0; upper < 2; upper++)
    {
      GString *hex = g_string_new (NULL);

      for (gsize i = 0; i < sizeof CANARY; i++)
        g_string_append_printf (hex, upper ? "%02X" : "%02x", (guint) CANARY[i]);
      g_assert_true (is_found (hex->str, hex->len, CANARY));
      g_string_free (hex, TRUE);
    }
  g_assert_false (is_found ("nothing of it", 13, CANARY));
}

static void
test_canary (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  NsmRound *round = open_scores (self);
  gsize size = 0;

  for (guint i = 0; i < 4; i++)
    {
      g_free (cast_ballot (round, get_id (self->people[i]), i % 5 + 1, i == 0 ? CANARY : "short"));
      NsmContribution *one = nsm_list_get (round->contributions, i);

      /* All are of one size, whatever they say. */
      g_assert_true (size == 0 || strlen (one->sealed) == size);
      size = strlen (one->sealed);
    }
  for (guint closed = 0; closed < 2; closed++)
    {
      g_autofree char *text = dup_document (self->workshop);

      g_assert_false (is_found (text, strlen (text), CANARY));
      g_assert_null (strstr (text, "\"mark\""));
      g_assert_false (is_found_below (self->directory, CANARY, NULL));
      if (!closed)
        close_round (round);
    }
  reveal_round (round, self->keys);
  g_autofree char *text = dup_document (self->workshop);
  g_assert_true (is_found (text, strlen (text), CANARY));
}

/* Every byte of a sealed contribution, at the level of the box itself. */
static void
test_every_byte (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  NsmRound *round = nsm_round_open (self->workshop, NSM_ROUND_KIND_GAME, self->keys, NULL);
  g_autoptr (NsmAnswer) answer = g_object_new (NSM_TYPE_ANSWER, NULL);
  guint8 key[NSM_KEY_SIZE];

  g_object_set (answer, "person", get_id (self->people[0]), NULL);
  g_object_set (nsm_answer_ensure_entry (answer, "", ""), "choice", "attention", NULL);
  g_assert_true (nsm_round_cast (round, answer, NULL, NULL));
  g_assert_true (nsm_key_store_load (self->keys, get_id (round), key, NULL));

  NsmContribution *one = nsm_list_get (round->contributions, 0);
  gsize n = 0;
  g_autofree guchar *bytes = g_base64_decode (one->sealed, &n);
  g_assert_cmpuint (n, ==, nsm_round_get_plaintext_size (round) + NSM_SEAL_BYTES);
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *nonce = NULL;
      g_autofree char *changed = NULL;
      g_autoptr (GError) error = NULL;
      char hash[2 * NSM_HASH_SIZE + 1];

      bytes[i] ^= (guchar) (1 << (i % 8));
      changed = g_base64_encode (bytes, n);
      bytes[i] ^= (guchar) (1 << (i % 8));
      g_object_set (one, "sealed", changed, NULL);
      /* First as it stands: the hash tells. Then with a hash to match: the box tells. */
      if (i % 16 == 0)
        {
          g_assert_null (nsm_seal_open (round, key, one, &nonce, &error));
          g_assert_error (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_ANSWER);
          g_clear_error (&error);
        }
      NsmSealed link = nsm_sealed_of (one);
      nsm_chain_hash_sealed (round, &link, hash);
      g_object_set (one, "hash", hash, NULL);
      g_assert_null (nsm_seal_open (round, key, one, &nonce, &error));
      g_assert_error (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_ANSWER);
    }
}

static NsmRound *
reveal_game (Fixture *self, guint n_people)
{
  NsmRound *round = nsm_round_open (self->workshop, NSM_ROUND_KIND_GAME, self->keys, NULL);

  for (guint i = 0; i < n_people; i++)
    {
      g_autoptr (NsmAnswer) answer = g_object_new (NSM_TYPE_ANSWER, NULL);

      g_object_set (answer, "person", get_id (self->people[i]), NULL);
      g_object_set (nsm_answer_ensure_entry (answer, "", ""), "choice", "attention", NULL);
      g_assert_true (nsm_round_cast (round, answer, NULL, NULL));
    }
  close_round (round);
  reveal_round (round, self->keys);
  g_assert_true (nsm_round_verify (round, NULL));
  return round;
}

/* Every letter of every sealed contribution, as it stands in the document. */
static void
test_every_letter (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  NsmRound *round = reveal_game (self, 2);

  NSM_LIST_EACH (NsmContribution, one, round->contributions)
    {
      g_autofree char *right = g_strdup (one->sealed);
      gsize n = strlen (right);

      g_assert_cmpuint (n, >, 4000);
      for (gsize i = 0; i < n; i++)
        {
          g_autofree char *changed = g_strdup (right);

          changed[i] = changed[i] == 'A' ? 'B' : 'A';
          g_object_set (one, "sealed", changed, NULL);
          g_assert_false (nsm_round_verify (round, NULL));
        }
      g_object_set (one, "sealed", right, NULL);
      g_assert_true (nsm_round_verify (round, NULL));
    }
}

/* Whatever else is changed about a revealed round shows, too. */
static void
test_every_field (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const texts[] = { "person", "sealed", "hash", "receipt", "signer" };
  static const char *const of_round[] = { "workshop", "question", "promise", "public-key",
                                          "secret-key", "chain-head", "chain-words" };
  NsmRound *round = reveal_game (self, 3);
  NsmContribution *one = nsm_list_get (round->contributions, 1);
  NsmAnswer *answer = nsm_list_get (round->answers, 1);
  NsmEntry *entry = nsm_list_get (answer->entries, 0);
  g_autoptr (NsmAnswer) kept = g_object_ref (answer);

  for (guint i = 0; i < G_N_ELEMENTS (texts) + G_N_ELEMENTS (of_round); i++)
    {
      gboolean outer = i >= G_N_ELEMENTS (texts);
      GObject *object = outer ? G_OBJECT (round) : G_OBJECT (one);
      const char *name = outer ? of_round[i - G_N_ELEMENTS (texts)] : texts[i];
      g_autofree char *right = NULL;

      g_object_get (object, name, &right, NULL);
      g_object_set (object, name, "something else", NULL);
      g_assert_false (nsm_round_verify (round, NULL));
      g_object_set (object, name, "", NULL);
      g_assert_true (nsm_round_verify (round, NULL) == (right[0] == '\0'));
      g_object_set (object, name, right, NULL);
      g_assert_true (nsm_round_verify (round, NULL));
    }
  g_object_set (one, "route", NSM_ROUTE_FILE, NULL);
  g_assert_false (nsm_round_verify (round, NULL));
  g_object_set (one, "route", NSM_ROUTE_LAPTOP, "sequence", 2.0, NULL);
  g_assert_false (nsm_round_verify (round, NULL));
  g_object_set (one, "sequence", 1.0, "state", NSM_CONTRIBUTION_STATE_REJECTED, NULL);
  g_assert_false (nsm_round_verify (round, NULL));
  g_object_set (one, "state", NSM_CONTRIBUTION_STATE_CURRENT, NULL);
  g_object_set (entry, "choice", "transaction", NULL);
  g_assert_false (nsm_round_verify (round, NULL));
  g_object_set (entry, "choice", "attention", NULL);
  g_assert_true (nsm_round_verify (round, NULL));

  /* No answer without a contribution, none twice, none lost. */
  g_object_set (answer, "person", get_id (self->people[4]), NULL);
  g_assert_false (nsm_round_verify (round, NULL));
  g_object_set (answer, "person", get_id (self->people[1]), NULL);
  nsm_list_append_new (round->answers, "person", get_id (self->people[4]), NULL);
  g_assert_false (nsm_round_verify (round, NULL));
  nsm_list_remove (round->answers, nsm_list_get (round->answers, 3));
  nsm_list_remove (round->answers, NSM_RECORD (answer));
  g_assert_false (nsm_round_verify (round, NULL));
  nsm_list_append (round->answers, NSM_RECORD (kept));
  g_assert_true (nsm_round_verify (round, NULL));
}

static void
test_changed_is_rejected_by_name (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  NsmRound *round = open_scores (self);

  for (guint i = 0; i < 3; i++)
    g_free (cast_ballot (round, get_id (self->people[i]), 3, ""));
  NsmContribution *one = nsm_list_get (round->contributions, 1);
  g_autofree char *sealed = g_strdup (one->sealed);
  sealed[100] = sealed[100] == 'A' ? 'B' : 'A';
  g_object_set (one, "sealed", sealed, NULL);
  close_round (round);
  reveal_round (round, self->keys);
  g_assert_cmpuint (nsm_list_get_size (round->answers), ==, 2);
  g_assert_cmpuint (nsm_round_count_rejected (round), ==, 1);
  g_assert_cmpint (one->state, ==, NSM_CONTRIBUTION_STATE_REJECTED);
  g_assert_true (g_str_has_prefix (one->rejected_why, "Jonas: "));
  g_assert_true (nsm_round_verify (round, NULL));
}

/* Somebody with the file, but without the key, rebuilds the chain around @sealed. */
static void
forge (NsmRound *round, const char *person, guint sequence, const char *sealed)
{
  const NsmSealed link = { .person = person, .sequence = sequence, .sealed = sealed };

  nsm_chain_append (round, &link, NULL);
}

static void
test_copied_to_another_person (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  NsmRound *round = open_scores (self);

  g_free (cast_ballot (round, get_id (self->people[0]), 5, ""));
  NsmContribution *one = nsm_list_get (round->contributions, 0);
  forge (round, get_id (self->people[1]), 1, one->sealed);
  close_round (round);
  reveal_round (round, self->keys);
  g_assert_cmpuint (nsm_list_get_size (round->answers), ==, 1);
  NsmContribution *copy = nsm_list_get (round->contributions, 1);
  g_assert_cmpint (copy->state, ==, NSM_CONTRIBUTION_STATE_REJECTED);
  g_assert_true (g_str_has_prefix (copy->rejected_why, "Jonas: "));
}

static void
test_replayed (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  NsmRound *round = open_scores (self);

  g_free (cast_ballot (round, get_id (self->people[0]), 5, ""));
  NsmContribution *one = nsm_list_get (round->contributions, 0);
  g_autofree char *old = g_strdup (one->sealed);
  g_free (cast_ballot (round, get_id (self->people[0]), 1, ""));
  /* The first one again, as if it was the last. */
  forge (round, get_id (self->people[0]), 3, old);
  close_round (round);
  reveal_round (round, self->keys);
  g_assert_cmpuint (nsm_list_get_size (round->answers), ==, 0);
  g_assert_cmpuint (nsm_round_count_rejected (round), ==, 1);
}

static void
test_copied_to_another_round (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  NsmRound *first = open_scores (self);

  g_free (cast_ballot (first, get_id (self->people[0]), 5, ""));
  g_autofree char *sealed =
    g_strdup (((NsmContribution *) nsm_list_get (first->contributions, 0))->sealed);
  close_round (first);
  reveal_round (first, self->keys);

  NsmRound *second = open_scores (self);
  forge (second, get_id (self->people[0]), 1, sealed);
  close_round (second);
  reveal_round (second, self->keys);
  g_assert_cmpuint (nsm_list_get_size (second->answers), ==, 0);
  g_assert_cmpuint (nsm_round_count_rejected (second), ==, 1);

  /* Even with the very same key, as in a copied workshop. */
  guint8 key[NSM_KEY_SIZE];
  g_autofree char *nonce = NULL;
  g_autoptr (GError) error = NULL;
  NsmRound *third = open_scores (self);
  g_assert_true (nsm_key_store_load (self->keys, get_id (first), key, NULL));
  g_object_set (third, "public-key", first->public_key, NULL);
  forge (third, get_id (self->people[0]), 1, sealed);
  g_assert_null (nsm_seal_open (third, key, nsm_list_get (third->contributions, 0), &nonce, &error));
  g_assert_nonnull (strstr (error->message, "another round"));
}

/* The whole round, put into another workshop's file. */
static void
test_copied_to_another_workshop (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  NsmRound *round = open_scores (self);
  g_autoptr (NsmWorkshop) other = nsm_workshop_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *nonce = NULL;
  guint8 key[NSM_KEY_SIZE];

  g_free (cast_ballot (round, get_id (self->people[0]), 5, ""));
  close_round (round);
  g_assert_cmpuint (strlen (self->workshop->identity), ==, 32);
  g_assert_cmpstr (self->workshop->identity, ==, round->workshop);
  g_object_set (other, "identity", "0123456789abcdef0123456789abcdef", NULL);
  g_autoptr (NsmRound) moved = g_object_ref (round);
  nsm_list_remove (self->workshop->rounds, NSM_RECORD (round));
  nsm_list_append (other->rounds, NSM_RECORD (moved));
  g_assert_false (nsm_round_reveal (moved, self->keys, &error));
  g_assert_error (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_WORKSHOP);
  g_clear_error (&error);

  /* Even with its name changed to fit, and the chain rebuilt around that. */
  NsmContribution *one = nsm_list_get (moved->contributions, 0);
  g_autofree char *sealed = g_strdup (one->sealed);
  nsm_list_clear (moved->contributions);
  g_object_set (moved, "workshop", other->identity, "state", NSM_ROUND_STATE_OPEN, NULL);
  forge (moved, get_id (self->people[0]), 1, sealed);
  g_assert_true (nsm_key_store_load (self->keys, get_id (moved), key, NULL));
  g_assert_null (nsm_seal_open (moved, key, nsm_list_get (moved->contributions, 0), &nonce, &error));
  g_assert_nonnull (strstr (error->message, "another workshop"));
}

static void
test_other_question (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  NsmRound *round = open_scores (self);
  g_autoptr (GError) error = NULL;

  g_free (cast_ballot (round, get_id (self->people[0]), 5, ""));
  g_object_set (nsm_list_get (round->subjects, 0), "title", "Something else", NULL);
  g_assert_false (nsm_round_close (round, &error));
  g_assert_error (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_CHAIN);
}

static void
change_nothing_opened (Fixture *self, NsmRound *round)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (nsm_round_reveal (round, self->keys, &error));
  g_assert_error (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_CHAIN);
  g_assert_cmpuint (nsm_list_get_size (round->answers), ==, 0);
  g_assert_cmpint (round->state, ==, NSM_ROUND_STATE_CLOSED);
}

static NsmRound *
close_with_three (Fixture *self)
{
  NsmRound *round = open_scores (self);

  for (guint i = 0; i < 3; i++)
    g_free (cast_ballot (round, get_id (self->people[i]), 3, ""));
  close_round (round);
  return round;
}

static void
test_chain_lost (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  NsmRound *round = close_with_three (self);

  nsm_list_remove (round->contributions, nsm_list_get (round->contributions, 2));
  change_nothing_opened (self, round);
}

static void
test_chain_moved (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  NsmRound *round = close_with_three (self);

  nsm_list_move (round->contributions, 0, 1);
  change_nothing_opened (self, round);
}

static void
test_chain_added (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  NsmRound *round = close_with_three (self);
  NsmContribution *one = nsm_list_get (round->contributions, 0);

  forge (round, get_id (self->people[3]), 1, one->sealed);
  change_nothing_opened (self, round);
}

static void
test_chain_withdrawn_afterwards (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  NsmRound *round = close_with_three (self);
  NsmContribution *one = nsm_list_get (round->contributions, 0);

  /* Saying that it was withdrawn doesn't make it so: it shows, by name. */
  g_object_set (one, "state", NSM_CONTRIBUTION_STATE_WITHDRAWN, "sealed", "", NULL);
  reveal_round (round, self->keys);
  g_assert_cmpuint (nsm_list_get_size (round->answers), ==, 2);
  g_assert_cmpint (one->state, ==, NSM_CONTRIBUTION_STATE_REJECTED);
  g_assert_true (g_str_has_prefix (one->rejected_why, "Mei: "));
}

static void
test_through_the_file (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  NsmRound *round = open_scores (self);

  g_free (cast_ballot (round, get_id (self->people[0]), 5, "“quotes”, \\ and 😀"));
  g_autofree char *text = dup_document (self->workshop);
  g_autoptr (NsmWorkshop) copy = read_document (text);
  NsmRound *read = nsm_list_get (copy->rounds, 0);
  g_free (cast_ballot (read, get_id (self->people[1]), 2, ""));
  close_round (read);
  reveal_round (read, self->keys);
  g_assert_cmpuint (nsm_list_get_size (read->answers), ==, 2);
  NsmAnswer *answer = nsm_round_get_answer (read, get_id (self->people[0]));
  g_assert_cmpstr (((NsmEntry *) nsm_list_get (answer->entries, 0))->text, ==, "“quotes”, \\ and 😀");
}

#define ADD(path, function) \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sealing/search-works", test_search_works);
  ADD ("/sealing/canary", test_canary);
  ADD ("/sealing/every-byte", test_every_byte);
  ADD ("/sealing/every-letter", test_every_letter);
  ADD ("/sealing/every-field", test_every_field);
  ADD ("/sealing/changed-is-rejected-by-name", test_changed_is_rejected_by_name);
  ADD ("/sealing/copied-to-another-person", test_copied_to_another_person);
  ADD ("/sealing/replayed", test_replayed);
  ADD ("/sealing/copied-to-another-round", test_copied_to_another_round);
  ADD ("/sealing/copied-to-another-workshop", test_copied_to_another_workshop);
  ADD ("/sealing/other-question", test_other_question);
  ADD ("/sealing/chain-lost", test_chain_lost);
  ADD ("/sealing/chain-moved", test_chain_moved);
  ADD ("/sealing/chain-added", test_chain_added);
  ADD ("/sealing/chain-withdrawn-afterwards", test_chain_withdrawn_afterwards);
  ADD ("/sealing/through-the-file", test_through_the_file);
  return g_test_run ();
}
