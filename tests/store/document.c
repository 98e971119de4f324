/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document and its file: autosave, failures, conflicts, locks. */
#include "folder.h"
#include "store/codec.h"
#include "store/document-private.h"
#include "store/workshop-file.h"

#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include <utime.h>

#define EMPTY "{\"format\": \"north-star-workshop\", \"version\": 1}\n"

static void
set_title (NsmDocument *document, const char *title)
{
  g_object_set (nsm_document_get_workshop (document), "title", title, NULL);
}

static NsmDocument *
open_path (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  NsmDocument *document = nsm_document_open (file, &error);

  g_assert_no_error (error);
  return document;
}

static NsmDocument *
open_new (const char *path)
{
  put_text (path, EMPTY);
  return open_path (path);
}

static void
test_open_and_save (gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = dup_path ("plan.nsm");
  g_autoptr (NsmDocument) document = open_new (path);
  g_autofree char *name = nsm_document_dup_display_name (document);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (nsm_document_get_state (document), ==, NSM_DOCUMENT_SAVED);
  g_assert_cmpstr (nsm_document_get_status (document), ==, "Saved");
  g_assert_cmpstr (name, ==, "plan");
  set_title (document, "First");
  g_assert_true (nsm_document_is_dirty (document));
  g_assert_cmpint (nsm_document_get_state (document), ==, NSM_DOCUMENT_UNSAVED);
  g_assert_true (nsm_document_save (document, &error));
  g_assert_no_error (error);
  g_assert_false (nsm_document_is_dirty (document));
  g_assert_true (has_text (path, "\"First\""));
}

static void
test_mode_and_links (gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = dup_path ("real.nsm");
  g_autofree char *link = dup_path ("link.nsm");
  g_autofree char *new_path = dup_path ("new.nsm");
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
  g_autoptr (GError) error = NULL;
  mode_t old_mask = umask (077);
  struct stat info;

  put_text (path, EMPTY);
  g_assert_cmpint (g_chmod (path, 0664), ==, 0);
  g_assert_cmpint (symlink ("real.nsm", link), ==, 0);
  g_assert_true (nsm_workshop_store (workshop, link, TRUE, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpint (stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0664);
  umask (0);
  g_assert_true (nsm_workshop_store (workshop, new_path, FALSE, &error));
  g_assert_cmpint (stat (new_path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_false (nsm_workshop_store (workshop, new_path, FALSE, &error));
  g_assert_cmpstr (error->message, ==, "“new.nsm” is already there.");
  umask (old_mask);
}

static void
test_autosave (gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = dup_path ("auto.nsm");
  g_autoptr (NsmDocument) document = open_new (path);
  gint64 start = g_get_monotonic_time ();
  guint n = 0;

  /* Typing without a pause is saved all the same. */
  nsm_document_set_delays (document, 200, 500);
  while (!has_text (path, "Typing"))
    {
      g_autofree char *title = g_strdup_printf ("Typing %u", n++);

      set_title (document, title);
      run_for (50);
      g_assert_cmpint (g_get_monotonic_time () - start, <, WAIT_AT_MOST);
    }
  g_assert_cmpuint (n, >, 4);
  set_title (document, "At the end");
  wait_until (nsm_document_get_state (document) == NSM_DOCUMENT_SAVED);
  g_assert_true (has_text (path, "At the end"));
}

static void
test_change_while_saving (gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = dup_path ("while.nsm");
  g_autoptr (NsmDocument) document = open_new (path);

  nsm_document_set_delays (document, 20, 50);
  set_title (document, "Before");
  wait_until (document->job != NULL);
  set_title (document, "After");
  /* The one on its way has only the first change. */
  nsm_document_settle (document);
  g_assert_true (has_text (path, "Before"));
  g_assert_true (nsm_document_is_dirty (document));
  g_assert_cmpint (nsm_document_get_state (document), ==, NSM_DOCUMENT_UNSAVED);
  wait_until (has_text (path, "After"));
}

static void
test_save_joins_pending (gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = dup_path ("join.nsm");
  g_autoptr (NsmDocument) document = open_new (path);

  nsm_document_set_delays (document, 1, 1);
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *title = g_strdup_printf ("Number %u.", i);

      set_title (document, title);
      if (i % 2 == 0)
        wait_until (document->job != NULL);
      g_assert_true (nsm_document_save (document, NULL));
      g_assert_true (has_text (path, title));
    }
}

static void
test_failure (gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = dup_path ("gone/plan.nsm");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *aside = dup_path ("aside");
  g_autoptr (NsmDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = NULL;

  g_mkdir (folder, 0700);
  document = open_new (path);
  g_assert_cmpint (g_rename (folder, aside), ==, 0);
  set_title (document, "Must not be lost");
  g_assert_false (nsm_document_save (document, &error));
  g_assert_error (error, NSM_STORE_ERROR, NSM_STORE_ERROR_WRITE);
  g_assert_cmpstr (error->message, ==,
                   "“plan.nsm” couldn’t be saved: the folder isn’t there.");
  g_assert_cmpint (nsm_document_get_state (document), ==, NSM_DOCUMENT_FAILED);
  g_assert_cmpstr (nsm_document_get_status (document), ==, "Not saved, trying again");
  g_assert_cmpstr (nsm_document_get_message (document), ==, error->message);
  g_assert_true (nsm_document_is_dirty (document));

  /* Meanwhile it lies elsewhere, for us alone. */
  g_assert_true (has_text (document->rescue_path, "Must not be lost"));
  drafts = nsm_drafts_list ();
  g_assert_cmpuint (drafts->len, ==, 0);

  g_assert_cmpint (g_rename (aside, folder), ==, 0);
  document->retry_at = g_get_monotonic_time ();
  nsm_document_schedule (document);
  wait_until (nsm_document_get_state (document) == NSM_DOCUMENT_SAVED);
  g_assert_true (has_text (path, "Must not be lost"));
  g_assert_null (document->rescue_path);
}

static void
test_conflict (gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = dup_path ("both.nsm");
  g_autofree char *copy = dup_path ("both (copy).nsm");
  g_autoptr (NsmDocument) document = open_new (path);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  set_title (document, "Mine");
  put_text (path, "{\"format\": \"north-star-workshop\", \"version\": 1, \"title\": \"Other\"}");
  g_assert_false (nsm_document_save (document, &error));
  g_assert_error (error, NSM_STORE_ERROR, NSM_STORE_ERROR_CHANGED);
  g_assert_cmpint (nsm_document_get_state (document), ==, NSM_DOCUMENT_CONFLICT);
  g_assert_cmpstr (nsm_document_get_status (document), ==, "Changed by another program");
  g_assert_true (has_text (path, "Other"));

  /* What we go on writing is still safe. */
  nsm_document_set_delays (document, 20, 50);
  set_title (document, "Mine still");
  wait_until (has_text (document->rescue_path, "Mine still"));
  g_assert_true (has_text (path, "Other"));

  g_assert_true (nsm_document_keep_both (document, NULL));
  g_assert_true (has_text (path, "Other"));
  g_assert_true (has_text (copy, "Mine still"));
  name = nsm_document_dup_display_name (document);
  g_assert_cmpstr (name, ==, "both (copy)");
  g_assert_cmpint (nsm_document_get_state (document), ==, NSM_DOCUMENT_SAVED);
  set_title (document, "Goes on");
  wait_until (has_text (copy, "Goes on"));
}

static void
test_reload (gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = dup_path ("reload.nsm");
  g_autoptr (NsmDocument) document = open_new (path);
  g_autoptr (GPtrArray) generations = NULL;
  NsmGeneration *latest;

  set_title (document, "Mine");
  put_text (path, "{\"format\": \"north-star-workshop\", \"version\": 1, \"title\": \"Other\"}");
  g_assert_false (nsm_document_save (document, NULL));
  g_assert_true (nsm_document_reload (document, NULL));
  g_assert_cmpstr (nsm_document_get_workshop (document)->title, ==, "Other");
  g_assert_cmpint (nsm_document_get_state (document), ==, NSM_DOCUMENT_SAVED);
  generations = nsm_document_list_generations (document);
  latest = generations->pdata[0];
  g_assert_true (has_text (latest->path, "Mine"));
  set_title (document, "Goes on");
  g_assert_true (nsm_document_save (document, NULL));
  g_assert_true (has_text (path, "Goes on"));
}

static void
test_touched_is_no_conflict (gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = dup_path ("touched.nsm");
  g_autoptr (NsmDocument) document = open_new (path);

  put_text (path, EMPTY);
  set_title (document, "Mine");
  g_assert_true (nsm_document_save (document, NULL));
  /* One that is gone can't be overwritten, so it is written again. */
  g_unlink (path);
  set_title (document, "Again");
  g_assert_true (nsm_document_save (document, NULL));
  g_assert_true (has_text (path, "Again"));
}

static void
test_noticed (gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = dup_path ("noticed.nsm");
  g_autoptr (NsmDocument) document = open_new (path);

  put_text (path, "{\"format\": \"north-star-workshop\", \"version\": 1, \"title\": \"Other\"}");
  wait_until (nsm_document_get_state (document) == NSM_DOCUMENT_CONFLICT);
  g_assert_true (nsm_document_reload (document, NULL));
  set_title (document, "Ours");
  g_assert_true (nsm_document_save (document, NULL));
  run_for (600);
  g_assert_cmpint (nsm_document_get_state (document), ==, NSM_DOCUMENT_SAVED);
}

static void
test_lock (gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = dup_path ("locked.nsm");
  g_autofree char *link = dup_path ("other-name.nsm");
  g_autofree char *free_path = dup_path ("free.nsm");
  g_autoptr (GFile) free_file = g_file_new_for_path (free_path);
  g_autoptr (NsmDocument) first = open_new (path);
  g_autoptr (NsmDocument) second = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink ("locked.nsm", link), ==, 0);
  second = open_path (link);
  g_assert_false (nsm_document_is_locked (first));
  g_assert_true (nsm_document_is_locked (second));
  g_assert_cmpint (nsm_document_get_state (second), ==, NSM_DOCUMENT_READ_ONLY);
  g_assert_nonnull (strstr (nsm_document_get_message (second), "already open in another window"));
  g_assert_false (nsm_document_save (second, &error));
  g_assert_error (error, NSM_STORE_ERROR, NSM_STORE_ERROR_READ_ONLY);

  set_title (first, "Changed here");
  g_assert_true (nsm_document_close (first, NULL));
  g_assert_true (nsm_document_reload (second, NULL));
  g_assert_false (nsm_document_is_locked (second));
  g_assert_cmpstr (nsm_document_get_workshop (second)->title, ==, "Changed here");
  set_title (second, "And there");
  g_assert_true (nsm_document_save (second, NULL));

  g_assert_true (nsm_document_save_as (second, free_file, NULL));
  g_assert_true (nsm_document_close (second, NULL));
}

static void
test_newer (gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = dup_path ("newer.nsm");
  g_autoptr (NsmDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  const char *newer = "{\"format\": \"north-star-workshop\", \"version\": 2, \"title\": \"From later\","
                      " \"purpose\": \"unheard-of\", \"metrics\": [{\"id\": \"a\", \"name\": 7},"
                      " {\"id\": \"b\", \"name\": \"Teams\"}, 3]}";

  put_text (path, newer);
  document = open_path (path);
  g_assert_cmpint (nsm_document_get_state (document), ==, NSM_DOCUMENT_READ_ONLY);
  g_assert_cmpstr (nsm_document_get_status (document), ==, "Read-only: from a newer version");
  g_assert_cmpstr (nsm_document_get_workshop (document)->title, ==, "From later");
  g_assert_cmpuint (nsm_list_get_size (nsm_document_get_workshop (document)->metrics), ==, 2);
  set_title (document, "Mine");
  g_assert_false (nsm_document_save (document, &error));
  g_assert_error (error, NSM_STORE_ERROR, NSM_STORE_ERROR_READ_ONLY);
  g_clear_object (&document);
  text = get_text (path);
  g_assert_cmpstr (text, ==, newer);
}

static void
test_dispose_saves (gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = dup_path ("dispose.nsm");
  NsmDocument *document = open_new (path);

  set_title (document, "Last words");
  g_object_unref (document);
  g_assert_true (has_text (path, "Last words"));
}

/* As if it had been written some time ago. */
static char *
put_old (const char *name, const char *text, gssize size, guint seconds)
{
  char *path = dup_path (name);
  struct utimbuf times = { 0 };

  times.actime = times.modtime = time (NULL) - seconds;
  g_assert_true (g_file_set_contents (path, text, size, NULL));
  g_assert_cmpint (g_utime (path, &times), ==, 0);
  return path;
}

/* What a save that was killed has left goes; whatever may be somebody's own stays. */
static void
test_leftovers (gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = dup_path ("left.nsm");
  g_autofree char *whole = NULL, *half_text = NULL;
  gsize size;

  {
    g_autoptr (NsmDocument) document = open_new (path);

    set_title (document, "Whole");
    g_assert_true (nsm_document_save (document, NULL));
    g_assert_true (nsm_document_close (document, NULL));
  }
  g_assert_true (g_file_get_contents (path, &whole, &size, NULL));
  half_text = g_strndup (whole, size / 2);

  g_autofree char *half = put_old ("left.nsm.aB3xYz", half_text, -1, 90);
  g_autofree char *padded = put_old ("left.nsm.Q0Q0Q0", "\0\0\0\0", 4, 90);
  g_autofree char *empty = put_old ("left.nsm.ZZZZZZ", "", 0, 90);
  g_autofree char *young = put_old ("left.nsm.young1", half_text, -1, 30);
  g_autofree char *copy = put_old ("left.nsm.backup", whole, (gssize) size, 90);
  g_autofree char *notes = put_old ("left.nsm.notes1", "Ask Mei", -1, 90);
  g_autofree char *longer = put_old ("left.nsm.backup2", half_text, -1, 90);
  g_autofree char *other = put_old ("other.nsm.aB3xYz", half_text, -1, 90);
  g_autoptr (NsmDocument) document = open_path (path);

  g_assert_false (g_file_test (half, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (padded, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (empty, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (young, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (copy, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (notes, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (longer, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (other, G_FILE_TEST_EXISTS));

  /* While somebody else has it open, it is theirs to clean up. */
  g_autofree char *again = put_old ("left.nsm.aB3xYz", half_text, -1, 90);
  g_autoptr (NsmDocument) second = open_path (path);

  g_assert_true (g_file_test (again, G_FILE_TEST_EXISTS));
}

int
main (int argc, char *argv[])
{
  char *root = begin_isolated (&argc, &argv);

  add_test ("/document/open-and-save", test_open_and_save, NULL);
  add_test ("/document/mode-and-links", test_mode_and_links, NULL);
  add_test ("/document/autosave", test_autosave, NULL);
  add_test ("/document/change-while-saving", test_change_while_saving, NULL);
  add_test ("/document/save-joins-pending", test_save_joins_pending, NULL);
  add_test ("/document/failure", test_failure, NULL);
  add_test ("/document/conflict", test_conflict, NULL);
  add_test ("/document/reload", test_reload, NULL);
  add_test ("/document/touched-is-no-conflict", test_touched_is_no_conflict, NULL);
  add_test ("/document/noticed", test_noticed, NULL);
  add_test ("/document/leftovers", test_leftovers, NULL);
  add_test ("/document/lock", test_lock, NULL);
  add_test ("/document/newer", test_newer, NULL);
  add_test ("/document/dispose-saves", test_dispose_saves, NULL);
  return end_isolated (root);
}
