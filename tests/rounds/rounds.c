/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include <math.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "record/journal.h"

static void
test_whole_life (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  NsmRound *round = open_scores (self);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (nsm_list_get_size (round->subjects), ==, 4);
  g_assert_cmpuint (nsm_list_get_size (round->aspects), ==, 3);
  g_assert_cmpuint (nsm_list_get_size (round->roster), ==, 5);
  g_assert_true (nsm_round_get_subject (round, get_id (self->candidates[3]))->calibration);
  g_assert_cmpstr (round->promise, !=, "");

  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *receipt = cast_ballot (round, get_id (self->people[i]), i + 1, CANARY);
      g_autofree char *display = nsm_receipt_dup_display (receipt);

      g_assert_cmpuint (strlen (receipt), ==, 16);
      g_assert_true (nsm_round_find_receipt (round, display) ==
                     nsm_list_get (round->contributions, i));
      g_assert_true (nsm_round_has_contributed (round, get_id (self->people[i])));
    }
  g_assert_false (nsm_round_has_contributed (round, get_id (self->people[4])));
  g_assert_cmpuint (nsm_round_count_contributed (round), ==, 4);
  g_assert_false (nsm_round_is_readable (round));
  g_assert_null (nsm_workshop_get_revealed_round (self->workshop, NSM_ROUND_KIND_SCORES));

  g_assert_false (nsm_round_reveal (round, self->keys, &error));
  g_assert_error (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_STATE);
  close_round (round);
  g_auto (GStrv) closing = g_strsplit (round->chain_words, " ", -1);
  g_assert_cmpuint (g_strv_length (closing), ==, 8);
  g_assert_cmpuint (nsm_list_get_size (round->answers), ==, 0);

  reveal_round (round, self->keys);
  g_assert_cmpuint (nsm_list_get_size (round->answers), ==, 4);
  g_assert_true (nsm_workshop_get_revealed_round (self->workshop, NSM_ROUND_KIND_SCORES) == round);
  for (guint i = 0; i < 4; i++)
    {
      NsmAnswer *answer = nsm_round_get_answer (round, get_id (self->people[i]));
      NsmEntry *entry = nsm_list_get (answer->entries, 0);

      g_assert_cmpfloat (entry->mark, ==, i + 1);
      g_assert_cmpstr (entry->text, ==, CANARY);
    }
  g_assert_true (nsm_round_verify (round, NULL));
  g_assert_true (nsm_round_forget_key (round, self->keys, NULL));
  g_assert_false (nsm_key_store_has (self->keys, get_id (round)));

  /* It can still be checked, by anybody, from the file alone. */
  g_autofree char *text = dup_document (self->workshop);
  g_autoptr (NsmWorkshop) copy = read_document (text);
  NsmRound *read = nsm_list_get (copy->rounds, 0);
  g_assert_true (nsm_round_verify (read, NULL));
  NsmEntry *changed = nsm_list_get (((NsmAnswer *) nsm_list_get (read->answers, 0))->entries, 0);
  g_object_set (changed, "mark", 5.0, NULL);
  g_assert_false (nsm_round_verify (read, NULL));
}

static void
test_replace_and_withdraw (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  NsmRound *round = open_scores (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *first = cast_ballot (round, get_id (self->people[0]), 1, "first");
  g_autofree char *second = cast_ballot (round, get_id (self->people[0]), 5, "second");
  g_autofree char *other = cast_ballot (round, get_id (self->people[1]), 3, CANARY);
  NsmContribution *replaced = nsm_list_get (round->contributions, 0);

  g_assert_cmpstr (first, !=, second);
  g_assert_cmpint (replaced->state, ==, NSM_CONTRIBUTION_STATE_REPLACED);
  g_assert_cmpstr (replaced->sealed, ==, "");
  g_assert_cmpuint (nsm_round_count_contributed (round), ==, 2);
  g_assert_true (nsm_round_withdraw (round, get_id (self->people[1]), NULL));
  g_assert_false (nsm_round_has_contributed (round, get_id (self->people[1])));
  g_assert_false (nsm_round_withdraw (round, get_id (self->people[1]), &error));
  g_assert_error (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_PERSON);
  g_assert_cmpuint (nsm_list_get_size (round->contributions), ==, 4);

  close_round (round);
  reveal_round (round, self->keys);
  g_assert_cmpuint (nsm_list_get_size (round->answers), ==, 1);
  g_assert_cmpuint (nsm_round_count_rejected (round), ==, 0);
  NsmAnswer *answer = nsm_list_get (round->answers, 0);
  g_assert_cmpstr (((NsmEntry *) nsm_list_get (answer->entries, 0))->text, ==, "second");
  g_autofree char *text = dup_document (self->workshop);
  g_assert_null (strstr (text, CANARY));
  g_assert_true (nsm_round_verify (round, NULL));
}

static void
test_withdraw_then_again (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  NsmRound *round = open_scores (self);
  g_autofree char *first = cast_ballot (round, get_id (self->people[0]), 1, "first");
  g_autofree char *again = NULL;

  nsm_round_withdraw (round, get_id (self->people[0]), NULL);
  again = cast_ballot (round, get_id (self->people[0]), 2, "again");
  g_assert_true (nsm_round_has_contributed (round, get_id (self->people[0])));
  close_round (round);
  reveal_round (round, self->keys);
  g_assert_cmpuint (nsm_list_get_size (round->answers), ==, 1);
}

static void
test_missing_key (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  NsmRound *round = open_scores (self);
  g_autofree char *receipt = cast_ballot (round, get_id (self->people[0]), 1, "");
  g_autoptr (NsmKeyStore) elsewhere = nsm_key_store_new (self->directory);
  g_autofree char *path = nsm_key_store_dup_path (elsewhere, get_id (round));
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;

  close_round (round);
  before = dup_document (self->workshop);
  g_assert_false (nsm_round_reveal (round, elsewhere, &error));
  g_assert_error (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_KEY);
  g_assert_nonnull (strstr (error->message, path));
  g_clear_error (&error);

  /* Another round's key, then a damaged one. */
  guint8 wrong[NSM_SEED_SIZE] = { 7 };
  g_assert_true (nsm_key_store_save (elsewhere, get_id (round), wrong, NULL));
  g_assert_false (nsm_key_store_save (elsewhere, get_id (round), wrong, NULL));
  g_assert_false (nsm_round_reveal (round, elsewhere, &error));
  g_assert_error (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_KEY);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (path, "nsm-key-1 short\n", -1, NULL));
  g_assert_false (nsm_round_reveal (round, elsewhere, &error));
  g_assert_error (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_KEY);
  after = dup_document (self->workshop);
  g_assert_cmpstr (before, ==, after);
  reveal_round (round, self->keys);
}

static void
test_observers (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_object_set (self->people[1], "observer", TRUE, NULL);
  g_object_set (self->people[2], "retired", TRUE, NULL);
  NsmRound *round = open_scores (self);

  g_assert_cmpuint (nsm_list_get_size (round->roster), ==, 3);
  g_assert_null (nsm_round_get_roster_entry (round, get_id (self->people[1])));
  g_assert_null (nsm_round_get_roster_entry (round, get_id (self->people[2])));
  /* Who leaves later was asked all the same. */
  g_object_set (self->people[0], "retired", TRUE, NULL);
  g_assert_nonnull (nsm_round_get_roster_entry (round, get_id (self->people[0])));
}

static void
test_abstention (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  nsm_list_append_new (self->workshop->value->moments, "name", "First import", NULL);
  nsm_list_append_new (self->workshop->value->moments, "name", "First report", NULL);
  for (guint kind = 0; kind <= NSM_ROUND_KIND_VERDICTS; kind++)
    {
      g_autoptr (GError) error = NULL;
      NsmRound *round = nsm_round_open (self->workshop, kind, self->keys, &error);
      const char *person = get_id (self->people[0]);
      gsize size = 0;

      g_assert_no_error (error);
      for (guint i = 0; i < 2; i++)
        {
          g_autoptr (NsmAnswer) answer =
            i == 0 ? nsm_round_make_abstention (round, person) : g_object_new (NSM_TYPE_ANSWER, NULL);

          g_object_set (answer, "person", person, NULL);
          g_assert_true (nsm_answer_is_abstention (answer) == (i == 0));
          if (i == 1 && kind == NSM_ROUND_KIND_GAME)
            g_object_set (nsm_answer_ensure_entry (answer, "", ""), "choice", "attention", NULL);
          g_assert_true (nsm_round_cast (round, answer, NULL, &error));
          g_assert_no_error (error);
          NsmContribution *one = nsm_list_get (round->contributions, i);
          g_assert_true (i == 0 || strlen (one->sealed) == size);
          size = strlen (one->sealed);
        }
      g_autoptr (NsmAnswer) last = nsm_round_make_abstention (round, person);
      g_assert_true (nsm_round_cast (round, last, NULL, NULL));
      nsm_answer_wipe (last);
      close_round (round);
      reveal_round (round, self->keys);
      g_assert_true (nsm_answer_is_abstention (nsm_list_get (round->answers, 0)));
      g_assert_true (nsm_round_verify (round, NULL));
    }
}

static void
test_no_core_dump (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  struct rlimit limit = { 1, 1 };

  g_assert_nonnull (self->keys);
  g_assert_cmpint (getrlimit (RLIMIT_CORE, &limit), ==, 0);
  g_assert_cmpuint (limit.rlim_cur, ==, 0);
}

static void
test_key_files (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  NsmRound *round = open_scores (self);
  g_autofree char *path = nsm_key_store_dup_path (self->keys, get_id (round));
  struct stat about;

  g_assert_cmpint (stat (path, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0600);
  g_assert_cmpint (stat (nsm_key_store_get_directory (self->keys), &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0700);

  g_autoptr (NsmKeyStore) own = nsm_key_store_new (NULL);
  g_assert_true (g_str_has_suffix (nsm_key_store_get_directory (own), "north-star-workshop/keys"));
}

static void
test_key_cannot_be_saved (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *file = g_build_filename (self->directory, "file", NULL);
  g_autofree char *below = g_build_filename (file, "keys", NULL);
  g_autoptr (NsmKeyStore) keys = nsm_key_store_new (below);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (file, "", 0, NULL));
  g_assert_null (nsm_round_open (self->workshop, NSM_ROUND_KIND_SCORES, keys, &error));
  g_assert_error (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_KEY);
  g_assert_cmpuint (nsm_list_get_size (self->workshop->rounds), ==, 0);
}

static void
test_second_round (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  NsmRound *first = open_scores (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *receipt = cast_ballot (first, get_id (self->people[0]), 2, "");
  g_autofree char *before = NULL, *after = NULL, *label = NULL;

  g_assert_null (nsm_round_open (self->workshop, NSM_ROUND_KIND_SCORES, self->keys, &error));
  g_assert_error (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_STATE);
  close_round (first);
  reveal_round (first, self->keys);
  g_autoptr (cJSON) json = nsm_record_to_json (NSM_RECORD (first));
  before = cJSON_PrintUnformatted (json);

  /* What was asked is frozen, whatever becomes of the candidates. */
  g_object_set (nsm_candidate_get_metric (self->candidates[0]), "name", "Renamed", NULL);
  nsm_list_remove (self->workshop->candidates, NSM_RECORD (self->candidates[1]));
  NsmRound *second = open_scores (self);
  g_assert_cmpfloat (second->number, ==, 2);
  g_assert_cmpuint (nsm_list_get_size (second->subjects), ==, 3);
  label = nsm_round_dup_label (second);
  g_assert_cmpstr (label, ==, "Scores, round 2");
  g_autofree char *other = cast_ballot (second, get_id (self->people[0]), 4, "");
  g_assert_true (nsm_workshop_get_latest_round (self->workshop, NSM_ROUND_KIND_SCORES) == second);
  g_assert_true (nsm_workshop_get_revealed_round (self->workshop, NSM_ROUND_KIND_SCORES) == first);
  close_round (second);
  reveal_round (second, self->keys);
  g_autoptr (cJSON) again = nsm_record_to_json (NSM_RECORD (first));
  after = cJSON_PrintUnformatted (again);
  g_assert_cmpstr (before, ==, after);
  g_assert_true (nsm_round_verify (first, NULL));
}

static void
test_nothing_after_close (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  NsmRound *round = open_scores (self);
  g_autofree char *receipt = cast_ballot (round, get_id (self->people[0]), 2, "");
  g_autoptr (NsmAnswer) late = make_ballot (round, get_id (self->people[1]), 2, "");
  g_autoptr (GError) error = NULL;

  close_round (round);
  g_assert_false (nsm_round_cast (round, late, NULL, &error));
  g_assert_error (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_STATE);
  g_assert_false (nsm_round_withdraw (round, get_id (self->people[0]), NULL));
  g_assert_false (nsm_round_close (round, NULL));
  reveal_round (round, self->keys);
  g_assert_false (nsm_round_reveal (round, self->keys, NULL));
}

static void
test_no_undo (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  NsmJournal *journal = nsm_record_get_journal (NSM_RECORD (self->workshop));

  nsm_journal_forget (journal);
  NsmRound *round = open_scores (self);
  g_autofree char *receipt = cast_ballot (round, get_id (self->people[0]), 2, CANARY);
  close_round (round);
  reveal_round (round, self->keys);
  g_assert_false (nsm_journal_can_undo (journal));
}

static void
test_wrong_answers (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  NsmRound *round = open_scores (self);
  g_autoptr (GError) error = NULL;
  const double marks[] = { 0, 6, 2.5 };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autoptr (NsmAnswer) answer = make_ballot (round, get_id (self->people[0]), marks[i], "");

      g_assert_false (nsm_round_cast (round, answer, NULL, &error));
      g_assert_error (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_ANSWER);
      g_clear_error (&error);
    }
  g_autoptr (NsmAnswer) stranger = make_ballot (round, "somebody", 2, "");
  g_assert_false (nsm_round_cast (round, stranger, NULL, &error));
  g_assert_error (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_PERSON);
  g_clear_error (&error);

  g_autoptr (NsmAnswer) twice = make_ballot (round, get_id (self->people[0]), 2, "");
  NsmEntry *entry = nsm_list_get (twice->entries, 0);
  nsm_list_append_new (twice->entries, "subject", entry->subject, "aspect", entry->aspect, "mark", 4.0,
                       NULL);
  g_assert_false (nsm_round_cast (round, twice, NULL, &error));
  g_clear_error (&error);

  g_autofree char *book = g_strnfill (15000, 'x');
  g_autoptr (NsmAnswer) endless = make_ballot (round, get_id (self->people[0]), 2, book);
  g_assert_false (nsm_round_cast (round, endless, NULL, &error));
  g_assert_error (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_SIZE);
  g_assert_cmpuint (nsm_list_get_size (round->contributions), ==, 0);
}

static void
test_game (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  NsmRound *round = nsm_round_open (self->workshop, NSM_ROUND_KIND_GAME, self->keys, &error);
  g_autoptr (NsmAnswer) answer = g_object_new (NSM_TYPE_ANSWER, NULL);
  NsmEntry *entry = nsm_answer_ensure_entry (answer, "", "");

  g_assert_no_error (error);
  g_object_set (answer, "person", get_id (self->people[2]), NULL);
  g_object_set (entry, "choice", "chess", NULL);
  g_assert_false (nsm_round_cast (round, answer, NULL, NULL));
  g_object_set (entry, "choice", "productivity", "text", "work gets done", NULL);
  g_assert_true (nsm_round_cast (round, answer, NULL, &error));
  g_assert_no_error (error);
  close_round (round);
  reveal_round (round, self->keys);
  NsmAnswer *opened = nsm_round_get_answer (round, get_id (self->people[2]));
  g_assert_cmpstr (((NsmEntry *) nsm_list_get (opened->entries, 0))->choice, ==, "productivity");
}

static void
test_every_kind_opens (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  nsm_list_append_new (self->workshop->value->moments, NULL);
  for (guint kind = NSM_ROUND_KIND_STATEMENTS; kind <= NSM_ROUND_KIND_VERDICTS; kind++)
    {
      NsmRound *round = nsm_round_open (self->workshop, kind, self->keys, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (round->question, !=, "");
      close_round (round);
      reveal_round (round, self->keys);
      g_assert_false (nsm_round_is_readable (round));
    }
}

static void
test_nobody_or_nothing (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  nsm_list_clear (self->workshop->scorecard->criteria);
  g_assert_null (nsm_round_open (self->workshop, NSM_ROUND_KIND_SCORES, self->keys, &error));
  g_assert_error (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_NOTHING);
  g_clear_error (&error);
  for (guint i = 0; i < 5; i++)
    g_object_set (self->people[i], "retired", TRUE, NULL);
  g_assert_null (nsm_round_open (self->workshop, NSM_ROUND_KIND_GAME, self->keys, &error));
  g_assert_error (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_NOTHING);
}

static void
test_solo (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  g_object_set (self->workshop, "mode", NSM_MODE_SOLO, "author", "Mei", NULL);
  nsm_list_clear (self->workshop->participants);
  NsmRound *round = nsm_round_open (self->workshop, NSM_ROUND_KIND_SCORES, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (round->direct);
  NsmAnswer *answer = nsm_round_answer_directly (round, NULL);
  g_assert_true (nsm_round_answer_directly (round, answer->person) == answer);
  g_assert_false (nsm_round_has_contributed (round, answer->person));
  NsmSubject *subject = nsm_list_get (round->subjects, 0);
  NsmAspect *aspect = nsm_list_get (round->aspects, 0);
  g_object_set (nsm_answer_ensure_entry (answer, subject->subject, aspect->aspect), "mark", 4.0, NULL);
  g_assert_true (nsm_round_has_contributed (round, answer->person));
  g_assert_true (nsm_workshop_get_revealed_round (self->workshop, NSM_ROUND_KIND_SCORES) == round);
  close_round (round);
  reveal_round (round, NULL);
  g_assert_null (nsm_round_answer_directly (round, NULL));
  g_assert_true (nsm_round_verify (round, NULL));
  g_assert_false (g_file_test (nsm_key_store_get_directory (self->keys), G_FILE_TEST_EXISTS));
}

static void
test_without_names (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_object_set (self->workshop, "privacy", NSM_PRIVACY_UNNAMED, NULL);
  NsmRound *round = open_scores (self);

  for (guint i = 0; i < 5; i++)
    g_free (cast_ballot (round, get_id (self->people[i]), i + 1, ""));
  close_round (round);
  reveal_round (round, self->keys);
  g_assert_cmpuint (nsm_list_get_size (round->answers), ==, 5);
  g_assert_cmpstr (round->secret_key, ==, "");
  for (guint i = 0; i < 5; i++)
    {
      NsmContribution *contribution = nsm_list_get (round->contributions, i);

      g_assert_null (nsm_round_get_answer (round, get_id (self->people[i])));
      g_assert_cmpstr (contribution->sealed, ==, "");
      g_assert_cmpstr (contribution->hash, !=, "");
    }
  g_assert_true (nsm_round_verify (round, NULL));
}

static void
test_too_few_without_names (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  g_object_set (self->workshop, "privacy", NSM_PRIVACY_UNNAMED, NULL);
  NsmRound *round = open_scores (self);
  g_free (cast_ballot (round, get_id (self->people[0]), 1, CANARY));
  close_round (round);
  g_assert_false (nsm_round_reveal (round, self->keys, &error));
  g_assert_error (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_STATE);
  g_assert_cmpuint (nsm_list_get_size (round->answers), ==, 0);
  g_clear_error (&error);
  g_object_set (self->people[4], "retired", TRUE, NULL);
  g_object_set (self->people[3], "retired", TRUE, NULL);
  g_assert_null (nsm_round_open (self->workshop, NSM_ROUND_KIND_GAME, self->keys, &error));
  g_assert_error (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_NOTHING);
}

/* Which candidate is bad on purpose can't be told from its place. */
static void
test_shuffled (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  guint seen[4] = { 0 };

  for (guint i = 0; i < 40; i++)
    {
      NsmRound *round = open_scores (self);

      for (guint j = 0; j < 4; j++)
        {
          NsmSubject *subject = nsm_list_get (round->subjects, j);

          seen[j] += subject->calibration ? 1 : 0;
        }
      close_round (round);
      reveal_round (round, self->keys);
    }
  /* Each place is missed by 40 fair draws once in 100,000 runs; two are never. */
  guint places = 0;
  for (guint j = 0; j < 4; j++)
    places += seen[j] > 0 ? 1 : 0;
  g_assert_cmpuint (places, >=, 3);
}

static void
test_words_differ (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 256; i++)
    {
      guint8 byte = (guint8) i;
      char *word = nsm_words_dup (&byte, 1);

      g_assert_cmpuint (strlen (word), >=, 2);
      g_assert_true (g_hash_table_add (seen, word));
    }
}

#define ADD(path, function) \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/rounds/whole-life", test_whole_life);
  ADD ("/rounds/replace-and-withdraw", test_replace_and_withdraw);
  ADD ("/rounds/withdraw-then-again", test_withdraw_then_again);
  ADD ("/rounds/missing-key", test_missing_key);
  ADD ("/rounds/no-core-dump", test_no_core_dump);
  ADD ("/rounds/observers", test_observers);
  ADD ("/rounds/abstention", test_abstention);
  ADD ("/rounds/key-files", test_key_files);
  ADD ("/rounds/key-cannot-be-saved", test_key_cannot_be_saved);
  ADD ("/rounds/second-round", test_second_round);
  ADD ("/rounds/nothing-after-close", test_nothing_after_close);
  ADD ("/rounds/no-undo", test_no_undo);
  ADD ("/rounds/wrong-answers", test_wrong_answers);
  ADD ("/rounds/game", test_game);
  ADD ("/rounds/every-kind-opens", test_every_kind_opens);
  ADD ("/rounds/nobody-or-nothing", test_nobody_or_nothing);
  ADD ("/rounds/solo", test_solo);
  ADD ("/rounds/without-names", test_without_names);
  ADD ("/rounds/too-few-without-names", test_too_few_without_names);
  ADD ("/rounds/shuffled", test_shuffled);
  g_test_add_func ("/rounds/words-differ", test_words_differ);
  return g_test_run ();
}
