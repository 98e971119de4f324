/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Earlier versions of a document, and drafts. */
#include "folder.h"
#include "store/codec.h"
#include "store/document-private.h"
#include "store/workshop-file.h"

#define EMPTY "{\"format\": \"north-star-workshop\", \"version\": 1}\n"

static void
set_title (NsmDocument *document, const char *title)
{
  g_object_set (nsm_document_get_workshop (document), "title", title, NULL);
}

static const char *
get_title (NsmDocument *document)
{
  return nsm_document_get_workshop (document)->title;
}

static NsmDocument *
open_new (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  NsmDocument *document;

  put_text (path, EMPTY);
  document = nsm_document_open (file, &error);
  g_assert_no_error (error);
  return document;
}

static void
save (NsmDocument *document, const char *title)
{
  g_autoptr (GError) error = NULL;

  set_title (document, title);
  nsm_document_save (document, &error);
  g_assert_no_error (error);
}

static const NsmGeneration *
find_with (GPtrArray *generations, const char *part)
{
  for (guint i = 0; i < generations->len; i++)
    {
      const NsmGeneration *generation = generations->pdata[i];

      if (has_text (generation->path, part))
        return generation;
    }
  g_error ("no generation has %s", part);
}

static void
test_last_ten (gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = dup_path ("ten.nsm");
  g_autoptr (NsmDocument) document = open_new (path);
  g_autoptr (GPtrArray) generations = NULL;

  for (guint i = 1; i <= 12; i++)
    {
      g_autofree char *title = g_strdup_printf ("Version %02u", i);

      save (document, title);
    }
  generations = nsm_document_list_generations (document);
  g_assert_cmpuint (generations->len, ==, NSM_GENERATIONS_MAX);
  for (guint i = 0; i < generations->len; i++)
    {
      const NsmGeneration *generation = generations->pdata[i];
      g_autofree char *title = g_strdup_printf ("Version %02u", 12 - i);
      g_autoptr (GDateTime) now = g_date_time_new_now_local ();

      g_assert_true (generation->is_good);
      g_assert_cmpuint (generation->size, >, 40);
      g_assert_true (has_text (generation->path, title));
      g_assert_cmpint (g_date_time_difference (now, generation->date), <, G_TIME_SPAN_MINUTE);
    }
}

static void
test_typing_is_one (gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = dup_path ("typing.nsm");
  g_autoptr (NsmDocument) document = open_new (path);
  g_autoptr (GPtrArray) generations = NULL;

  save (document, "Asked for");
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *title = g_strdup_printf ("By itself %u", i);

      set_title (document, title);
      g_assert_true (nsm_document_save_now (document, FALSE, NULL));
    }
  /* As opened, the one asked for, and of the others the last. */
  generations = nsm_document_list_generations (document);
  g_assert_cmpuint (generations->len, ==, 3);
  find_with (generations, "By itself 4");
  find_with (generations, "Asked for");
}

static void
test_restore (gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = dup_path ("restore.nsm");
  g_autoptr (NsmDocument) document = open_new (path);
  g_autoptr (GPtrArray) generations = NULL;
  g_autoptr (GPtrArray) later = NULL;
  g_autoptr (GError) error = NULL;
  NsmWorkshop *workshop;

  save (document, "Early");
  g_object_set (nsm_document_get_workshop (document), "product", "Boards", NULL);
  save (document, "Late");
  generations = nsm_document_list_generations (document);
  g_assert_true (nsm_document_restore (document, find_with (generations, "Early"), &error));
  g_assert_no_error (error);
  workshop = nsm_document_get_workshop (document);
  g_assert_cmpstr (workshop->title, ==, "Early");
  g_assert_cmpstr (workshop->product, ==, "");
  g_assert_true (has_text (path, "Early"));
  /* And what was given up can be had back. */
  later = nsm_document_list_generations (document);
  g_assert_true (nsm_document_restore (document, find_with (later, "Boards"), NULL));
  g_assert_cmpstr (get_title (document), ==, "Late");
  /* It still saves itself. */
  nsm_document_set_delays (document, 20, 50);
  set_title (document, "Later still");
  wait_until (has_text (path, "Later still"));
}

static void
test_restore_keeps_rounds (gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = dup_path ("rounds.nsm");
  g_autoptr (NsmDocument) document = open_new (path);
  g_autoptr (GPtrArray) generations = NULL;
  g_autofree char *id = NULL;
  NsmRound *round;
  NsmContribution *contribution;

  save (document, "Before the round");
  round = nsm_list_append_new (nsm_document_get_workshop (document)->rounds, "state",
                               NSM_ROUND_STATE_OPEN, NULL);
  id = g_strdup (NSM_RECORD (round)->id);
  save (document, "While it was open");
  nsm_list_append_new (round->contributions, "person", "p", "sealed", "c2VhbGVk", NULL);
  g_object_set (round, "state", NSM_ROUND_STATE_REVEALED, "chain-head", "abc", NULL);
  save (document, "After the reveal");

  generations = nsm_document_list_generations (document);
  g_assert_true (nsm_document_restore (document, find_with (generations, "While it was open"),
                                       NULL));
  g_assert_cmpstr (get_title (document), ==, "While it was open");
  round = nsm_list_find (nsm_document_get_workshop (document)->rounds, id);
  g_assert_nonnull (round);
  g_assert_cmpint (round->state, ==, NSM_ROUND_STATE_REVEALED);
  contribution = nsm_list_get (round->contributions, 0);
  g_assert_cmpstr (contribution->sealed, ==, "c2VhbGVk");

  g_assert_true (nsm_document_restore (document, find_with (generations, "Before the round"),
                                       NULL));
  g_assert_cmpuint (nsm_list_get_size (nsm_document_get_workshop (document)->rounds), ==, 1);
  g_assert_true (has_text (path, "revealed"));
}

static void
test_checksum (gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = dup_path ("checksum.nsm");
  g_autoptr (NsmDocument) document = open_new (path);
  g_autoptr (GPtrArray) generations = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GError) error = NULL;
  const NsmGeneration *latest;

  save (document, "Sound");
  generations = nsm_document_list_generations (document);
  latest = generations->pdata[0];
  put_text (latest->path, EMPTY);
  again = nsm_document_list_generations (document);
  latest = again->pdata[0];
  g_assert_false (latest->is_good);
  g_assert_false (nsm_document_restore (document, latest, &error));
  g_assert_error (error, NSM_STORE_ERROR, NSM_STORE_ERROR_DAMAGED);
  g_assert_cmpstr (get_title (document), ==, "Sound");
}

static void
test_damaged_file (gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = dup_path ("damaged.nsm");
  g_autofree char *mended = dup_path ("mended.nsm");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) target = g_file_new_for_path (mended);
  g_autoptr (NsmDocument) document = open_new (path);
  g_autoptr (NsmGeneration) generation = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_null (nsm_generations_find_last_good (target));
  save (document, "Good once");
  g_assert_true (nsm_document_close (document, NULL));
  g_clear_object (&document);
  put_text (path, "{\"format\": \"north-star-wor");

  g_assert_null (nsm_document_open (file, &error));
  g_assert_error (error, NSM_STORE_ERROR, NSM_STORE_ERROR_DAMAGED);
  generation = nsm_generations_find_last_good (file);
  g_assert_nonnull (generation);
  document = nsm_document_open_generation (generation, NULL);
  g_assert_null (nsm_document_get_file (document));
  g_assert_cmpstr (get_title (document), ==, "Good once");
  g_assert_true (nsm_document_save_as (document, target, NULL));
  g_assert_true (has_text (mended, "Good once"));
  text = get_text (path);
  g_assert_cmpstr (text, ==, "{\"format\": \"north-star-wor");
}

static void
test_forget (gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = dup_path ("forget.nsm");
  g_autoptr (NsmDocument) document = open_new (path);
  g_autoptr (GPtrArray) generations = NULL;
  g_autoptr (GPtrArray) later = NULL;

  save (document, "Who said what");
  save (document, "Nobody knows");
  nsm_document_forget_generations (document);
  generations = nsm_document_list_generations (document);
  g_assert_cmpuint (generations->len, ==, 0);
  save (document, "Goes on");
  later = nsm_document_list_generations (document);
  g_assert_cmpuint (later->len, ==, 1);
}

/* Drafts */

static void
test_draft (gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
  g_autoptr (NsmDocument) document = nsm_document_new_draft (workshop);
  g_autofree char *path = dup_path ("named.nsm");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) while_open = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autofree char *name = nsm_document_dup_display_name (document);
  g_autoptr (GError) error = NULL;
  const NsmDraft *draft;

  g_assert_null (nsm_document_get_file (document));
  g_assert_cmpstr (name, ==, "New workshop");
  nsm_document_set_delays (document, 20, 50);
  set_title (document, "Drafted");
  wait_until (nsm_document_get_state (document) == NSM_DOCUMENT_SAVED);
  g_assert_cmpstr (nsm_document_get_status (document), ==, "Kept as a draft");
  while_open = nsm_drafts_list ();
  g_assert_cmpuint (while_open->len, ==, 0);
  g_assert_true (nsm_document_close (document, NULL));
  g_clear_object (&document);

  left = nsm_drafts_list ();
  g_assert_cmpuint (left->len, ==, 1);
  draft = left->pdata[0];
  g_assert_true (draft->is_good);
  g_assert_cmpstr (draft->title, ==, "Drafted");
  document = nsm_document_open_draft (draft->path, &error);
  g_assert_no_error (error);
  g_assert_null (nsm_document_open_draft (draft->path, &error));
  g_assert_error (error, NSM_STORE_ERROR, NSM_STORE_ERROR_LOCKED);
  save (document, "Drafted further");
  g_assert_true (nsm_document_save_as (document, file, NULL));
  g_assert_true (has_text (path, "Drafted further"));
  g_assert_cmpstr (nsm_document_get_status (document), ==, "Saved");
  g_assert_false (g_file_test (draft->path, G_FILE_TEST_EXISTS));
  /* Its earlier versions came along. */
  none = nsm_document_list_generations (document);
  g_assert_cmpuint (none->len, >=, 2);
  g_clear_pointer (&none, g_ptr_array_unref);
  g_clear_object (&document);
  none = nsm_drafts_list ();
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_discard (gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
  g_autoptr (NsmDocument) document = nsm_document_new_draft (workshop);
  g_autoptr (GPtrArray) drafts = NULL;

  save (document, "Unwanted");
  set_title (document, "Unwanted too");
  nsm_document_discard (document);
  g_clear_object (&document);
  drafts = nsm_drafts_list ();
  g_assert_cmpuint (drafts->len, ==, 0);
}

static void
test_unchanged_draft_leaves_nothing (gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
  g_autoptr (NsmDocument) document = nsm_document_new_draft (workshop);
  g_autoptr (GPtrArray) drafts = NULL;

  g_assert_true (nsm_document_close (document, NULL));
  g_clear_object (&document);
  drafts = nsm_drafts_list ();
  g_assert_cmpuint (drafts->len, ==, 0);
}

static void
test_conflict_left_behind (gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = dup_path ("left.nsm");
  g_autoptr (NsmDocument) document = open_new (path);
  g_autoptr (GPtrArray) drafts = NULL;
  const NsmDraft *draft;

  put_text (path, "{\"format\": \"north-star-workshop\", \"version\": 1, \"title\": \"Other\"}");
  set_title (document, "Mine, undecided");
  g_assert_false (nsm_document_close (document, NULL));
  g_clear_object (&document);
  drafts = nsm_drafts_list ();
  g_assert_cmpuint (drafts->len, ==, 1);
  draft = drafts->pdata[0];
  g_assert_cmpstr (draft->title, ==, "Mine, undecided");
  g_assert_true (has_text (path, "Other"));
}

static void
test_save_as_over_open (gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = dup_path ("open.nsm");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (NsmDocument) first = open_new (path);
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
  g_autoptr (NsmDocument) second = nsm_document_new_draft (workshop);
  g_autoptr (GError) error = NULL;

  set_title (second, "Second");
  g_assert_false (nsm_document_save_as (second, file, &error));
  g_assert_error (error, NSM_STORE_ERROR, NSM_STORE_ERROR_LOCKED);
  g_assert_null (nsm_document_get_file (second));
  g_assert_true (nsm_document_is_dirty (second));
  g_clear_object (&first);
  g_assert_true (nsm_document_save_as (second, file, NULL));
  g_assert_true (has_text (path, "Second"));
}

int
main (int argc, char *argv[])
{
  char *root = begin_isolated (&argc, &argv);

  add_test ("/generations/last-ten", test_last_ten, NULL);
  add_test ("/generations/typing-is-one", test_typing_is_one, NULL);
  add_test ("/generations/restore", test_restore, NULL);
  add_test ("/generations/restore-keeps-rounds", test_restore_keeps_rounds, NULL);
  add_test ("/generations/checksum", test_checksum, NULL);
  add_test ("/generations/damaged-file", test_damaged_file, NULL);
  add_test ("/generations/forget", test_forget, NULL);
  add_test ("/drafts/draft", test_draft, NULL);
  add_test ("/drafts/discard", test_discard, NULL);
  add_test ("/drafts/unchanged", test_unchanged_draft_leaves_nothing, NULL);
  add_test ("/drafts/conflict-left-behind", test_conflict_left_behind, NULL);
  add_test ("/drafts/save-as-over-open", test_save_as_over_open, NULL);
  return end_isolated (root);
}
