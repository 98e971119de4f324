/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole round as the program does it, with its document: every byte it wrote is
 * searched for what nobody may read yet, or ever. What it says in logs and to the
 * terminal is searched, too: the round is run by this program again, as its child. */
#include "../store/folder.h"

#include <glib/gstdio.h>
#include <stdio.h>

#include "rounds/pins.h"
#include "rounds/recovery.h"
#include "search.h"
#include "store/document-private.h"
#include "store/document-rounds.h"
#include "support.h"

#define KEPT "the kept reason that is shown after the reveal"
#define REPLACED "the reason that was thought better of"
#define WITHDRAWN "the reason that was taken back entirely"
#define BY_FILE "the reason that came in from far away"

static const char *const everything[] = { KEPT, REPLACED, WITHDRAWN, BY_FILE };

static const char *self_path;

static void
assert_nowhere (const char *canary)
{
  guint n_files = 0;

  g_assert_false (is_found_below (g_get_user_data_dir (), canary, &n_files));
  g_assert_false (is_found_below (g_get_user_state_dir (), canary, &n_files));
  /* The document, a generation and the key at least, or we searched nothing. */
  g_assert_cmpuint (n_files, >=, 3);
}

static void
assert_nothing_anywhere (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (everything); i++)
    assert_nowhere (everything[i]);
}

static void
save (NsmDocument *document)
{
  g_autoptr (GError) error = NULL;

  nsm_document_save (document, &error);
  g_assert_no_error (error);
}

/* As the booth does it. */
static void
cast_and_save (NsmDocument *document, NsmRound *round, const char *person, const char *reason)
{
  g_autofree char *receipt = cast_ballot (round, person, 4, reason);

  save (document);
  assert_nothing_anywhere ();
}

/* Everything up to the close, in a document that is saved, saved by itself, saved
 * to a draft because another program changed the file, and saved there again. */
static NsmRound *
run_until_closed (Fixture *self, NsmDocument *document, char **sealed)
{
  GFile *file = nsm_document_get_file (document);
  g_autofree char *path = g_file_get_path (file);
  NsmRound *round = open_scores (self);
  const char *person = get_id (self->people[0]);
  g_autoptr (GError) error = NULL;

  save (document);
  cast_and_save (document, round, person, REPLACED);
  *sealed = g_strdup (((NsmContribution *) nsm_list_get (round->contributions, 0))->sealed);
  g_assert_true (nsm_round_set_pin (round, self->keys, person, "2718", NULL));
  cast_and_save (document, round, person, KEPT);
  cast_and_save (document, round, get_id (self->people[1]), WITHDRAWN);
  g_assert_true (nsm_round_withdraw (round, get_id (self->people[1]), NULL));
  save (document);
  take_signed (self, round, 2, self->keys, 1795323456);
  save (document);

  /* By itself, and to the draft that stands in for a file that somebody changed. */
  nsm_document_set_delays (document, 20, 50);
  g_free (cast_ballot (round, get_id (self->people[3]), 2, BY_FILE));
  wait_until (nsm_document_get_state (document) == NSM_DOCUMENT_SAVED);
  assert_nothing_anywhere ();
  put_text (path, "{}");
  g_free (cast_ballot (round, get_id (self->people[3]), 1, BY_FILE));
  wait_until (document->rescued_serial == document->change_serial);
  assert_nothing_anywhere ();
  g_assert_true (nsm_document_save_as (document, file, &error));
  g_assert_no_error (error);
  g_free (cast_ballot (round, get_id (self->people[4]), 2, ""));
  save (document);
  close_round (round);
  save (document);
  assert_nothing_anywhere ();
  return round;
}

static void
assert_shown (const char *path, const char *canary, gboolean shown)
{
  g_autofree char *bytes = NULL;
  gsize n = 0;

  g_assert_true (g_file_get_contents (path, &bytes, &n, NULL));
  g_assert_true (is_found (bytes, n, canary) == shown);
}

static void
check_revealed (Fixture *self, NsmDocument *document, NsmRound *round, const char *sealed)
{
  g_autofree char *path = g_file_get_path (nsm_document_get_file (document));
  g_autofree char *start = g_strndup (sealed, 200);
  g_autoptr (GPtrArray) generations = nsm_document_list_generations (document);
  gboolean named = round->privacy == NSM_PRIVACY_NAMED;

  g_assert_cmpint (round->state, ==, NSM_ROUND_STATE_REVEALED);
  g_assert_cmpuint (nsm_list_get_size (round->answers), ==, 4);
  g_assert_true (nsm_round_verify (round, NULL));
  assert_shown (path, KEPT, TRUE);
  assert_shown (path, BY_FILE, TRUE);
  /* What was replaced or withdrawn is never read by anybody, nor is it left sealed
   * where the key that is public now would open it. */
  assert_nowhere (REPLACED);
  assert_nowhere (WITHDRAWN);
  assert_nowhere (start);
  g_assert_false (nsm_key_store_has (self->keys, get_id (round)));
  g_assert_false (nsm_round_has_pin (round, self->keys, get_id (self->people[0])));
  /* Of the earlier versions those that know the round are gone, but for the last. */
  for (guint i = 0; i < generations->len; i++)
    {
      NsmGeneration *generation = generations->pdata[i];
      g_autofree char *text = get_text (generation->path);

      g_assert_true (i == 0 || strstr (text, get_id (round)) == NULL);
      g_assert_true (i == 0 || !named || strstr (text, "\"sealed\"") == NULL);
    }
  g_assert_cmpuint (generations->len, >=, 1);
}

static int
run_child (const char *privacy)
{
  g_autofree char *path = dup_path ("round.nsm");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (NsmDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sealed = NULL;
  Fixture self = { 0 };
  NsmRound *round;

  fixture_set_up (&self, NULL);
  g_clear_object (&self.keys);
  self.keys = nsm_key_store_new (NULL);
  if (strcmp (privacy, "unnamed") == 0)
    g_object_set (self.workshop, "privacy", NSM_PRIVACY_UNNAMED, NULL);
  document = nsm_document_new_draft (self.workshop);
  g_assert_true (nsm_document_save_as (document, file, NULL));
  round = run_until_closed (&self, document, &sealed);

  nsm_document_reveal_round (document, round, self.keys, &error);
  g_assert_no_error (error);
  check_revealed (&self, document, round, sealed);
  printf ("done\n");
  nsm_document_discard (document);
  fixture_tear_down (&self, NULL);
  return 0;
}

static void
test_canary (gconstpointer data)
{
  g_auto (GStrv) environment = g_environ_setenv (g_get_environ (), "G_MESSAGES_DEBUG", "all", TRUE);
  const char *arguments[] = { self_path, "--child", data, NULL };
  g_autofree char *output = NULL;
  g_autofree char *messages = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) arguments, environment, G_SPAWN_DEFAULT, NULL, NULL, &output,
                &messages, &status, &error);
  g_assert_no_error (error);
  if (!g_spawn_check_wait_status (status, NULL) || !g_str_has_suffix (output, "done\n"))
    g_error ("%s%s", output, messages);
  for (guint i = 0; i < G_N_ELEMENTS (everything); i++)
    {
      g_assert_false (is_found (output, strlen (output), everything[i]));
      g_assert_false (is_found (messages, strlen (messages), everything[i]));
    }
}

/* A document with a closed round in it. */
static NsmDocument *
make_closed (Fixture *self, const char *path, NsmRound **round)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  NsmDocument *document;

  fixture_set_up (self, NULL);
  g_clear_object (&self->keys);
  self->keys = nsm_key_store_new (NULL);
  document = nsm_document_new_draft (self->workshop);
  *round = open_scores (self);
  for (guint i = 0; i < 4; i++)
    g_free (cast_ballot (*round, get_id (self->people[i]), i + 1, KEPT));
  g_assert_true (nsm_document_save_as (document, file, NULL));
  return document;
}

/* What couldn't be saved as revealed isn't revealed. */
static void
test_cannot_save (gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = dup_path ("round.nsm");
  Fixture self = { 0 };
  NsmRound *round;
  g_autoptr (NsmDocument) document = make_closed (&self, path, &round);
  g_autofree char *note = NULL;
  g_autoptr (GError) error = NULL;

  /* The note before the second save can't be made: a folder is in its place. */
  note = nsm_key_store_dup_path_beside (self.keys, get_id (round), NSM_REVEALING_SUFFIX);
  g_assert_cmpint (g_mkdir (note, 0700), ==, 0);
  g_object_set (round, "wrapped-key", "nsm-wrapped-1 something", NULL);
  g_assert_false (nsm_document_reveal_round (document, round, self.keys, &error));
  g_assert_error (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_KEY);
  g_clear_error (&error);
  g_assert_cmpint (round->state, ==, NSM_ROUND_STATE_CLOSED);
  g_assert_cmpuint (nsm_list_get_size (round->answers), ==, 0);
  g_assert_cmpstr (round->secret_key, ==, "");
  g_assert_cmpstr (round->wrapped_key, ==, "nsm-wrapped-1 something");
  g_assert_true (nsm_round_verify (round, NULL));
  assert_nowhere (KEPT);

  g_assert_cmpint (g_rmdir (note), ==, 0);
  g_assert_true (nsm_document_reveal_round (document, round, self.keys, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (nsm_list_get_size (round->answers), ==, 4);
  g_assert_false (nsm_document_reveal_round (document, round, self.keys, &error));
  g_assert_error (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_STATE);
  nsm_document_discard (document);
  g_clear_object (&document);
  fixture_tear_down (&self, NULL);
}

/* A file that only says that it is revealed doesn't make anybody forget a key. */
static void
test_false_reveal (gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = dup_path ("round.nsm");
  g_autofree char *other = dup_path ("other.nsm");
  g_autoptr (GFile) file = g_file_new_for_path (other);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (NsmDocument) opened = NULL;
  g_autoptr (GError) error = NULL;
  Fixture self = { 0 };
  NsmRound *round;
  g_autoptr (NsmDocument) document = make_closed (&self, path, &round);

  g_assert_true (nsm_round_note_reveal (round, self.keys, NULL));
  close_round (round);
  save (document);
  g_autofree char *closed = get_text (path);
  g_string_assign (text, closed);
  g_assert_cmpuint (g_string_replace (text, "\"closed\"", "\"revealed\"", 0), ==, 1);
  put_text (other, text->str);
  opened = nsm_document_open (file, &error);
  g_assert_no_error (error);
  g_assert_true (nsm_key_store_has (self.keys, get_id (round)));
  nsm_document_discard (opened);
  nsm_document_discard (document);
  g_clear_object (&document);
  fixture_tear_down (&self, NULL);
}

/* An earlier version that is gone back to takes no round, no pinned key, and not the
 * workshop's identity with it. */
static void
test_restore (gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = dup_path ("round.nsm");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) generations = NULL;
  g_autoptr (NsmDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *identity = NULL;
  Fixture self = { 0 };

  fixture_set_up (&self, NULL);
  document = nsm_document_new_draft (self.workshop);
  g_assert_true (nsm_document_save_as (document, file, NULL));
  NsmRound *round = open_scores (&self);
  g_object_set (self.people[0], "signing-key", "cGlubmVk", NULL);
  g_free (cast_ballot (round, get_id (self.people[0]), 3, ""));
  save (document);
  identity = g_strdup (self.workshop->identity);
  generations = nsm_document_list_generations (document);
  g_assert_cmpuint (generations->len, ==, 2);
  nsm_document_restore (document, generations->pdata[1], &error);
  g_assert_no_error (error);

  NsmWorkshop *now = nsm_document_get_workshop (document);
  round = nsm_list_get (now->rounds, 0);
  g_assert_cmpstr (now->identity, ==, identity);
  g_assert_cmpstr (((NsmParticipant *) nsm_list_get (now->participants, 0))->signing_key, ==,
                   "cGlubmVk");
  g_assert_true (nsm_document_reveal_round (document, round, self.keys, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (nsm_list_get_size (round->answers), ==, 1);
  /* What was before the round was opened may still be gone back to. */
  const NsmGeneration *before = generations->pdata[1];
  g_assert_true (g_file_test (before->path, G_FILE_TEST_EXISTS));
  nsm_document_discard (document);
  g_clear_object (&document);
  fixture_tear_down (&self, NULL);
}

int
main (int argc, char *argv[])
{
  if (argc == 3 && strcmp (argv[1], "--child") == 0)
    return run_child (argv[2]);

  char *root = begin_isolated (&argc, &argv);

  self_path = argv[0];
  add_test ("/whole/canary/named", test_canary, "named");
  add_test ("/whole/canary/unnamed", test_canary, "unnamed");
  add_test ("/whole/cannot-save", test_cannot_save, NULL);
  add_test ("/whole/false-reveal", test_false_reveal, NULL);
  add_test ("/whole/restore", test_restore, NULL);
  return end_isolated (root);
}
