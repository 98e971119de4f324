/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saving while the disk is full, breaks, or the program is killed, at every
 * write, fsync and rename: the file is the old one or the new one, whole, and
 * what isn't saved is known to be unsaved. The saving is done by this program
 * again, as its own child. */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "shim.h"
#include "../store/folder.h"
#include "store/document-private.h"
#include "store/workshop-file.h"

#define OLD_TITLE "The old one"
#define NEW_TITLE "The new one"

/* A save removes nothing. */
#define N_SAVE_CALLS CALL_UNLINK

static const char *self_path;

static const char *const call_names[N_SAVE_CALLS] = { "write", "fsync", "rename" };
static const char *const fault_names[N_FAULTS] = {
  "enospc", "eio", "disk-is-full", "short", "kill-before", "kill-during", "kill-after",
};

/* Long enough to be cut in two. */
static void
set_content (NsmWorkshop *workshop, const char *title)
{
  g_autofree char *notes = g_strnfill (15000, title[4]);

  g_object_set (workshop, "title", title, "notes", notes, NULL);
}

/* The child: prints what came of the save, if it lives. */
static int
run_child (const char *path, Call call, Fault fault, guint n)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (NsmDocument) document = nsm_document_open (file, &error);
  gboolean is_saved;
  gboolean is_hit;

  g_assert_no_error (error);
  set_content (nsm_document_get_workshop (document), NEW_TITLE);
  shim_arm (call, fault, n);
  is_saved = nsm_document_save (document, &error);
  is_hit = shim_disarm ();
  g_assert_true (is_saved == (error == NULL));
  if (!is_saved)
    {
      g_assert_true (nsm_document_is_dirty (document));
      g_assert_cmpint (nsm_document_get_state (document), ==, NSM_DOCUMENT_FAILED);
      g_assert_cmpstr (nsm_document_get_status (document), ==, "Not saved, trying again");
      g_assert_cmpstr (nsm_document_get_message (document), ==, error->message);
      /* Where only one call failed, the draft beside it has it all. */
      if (fault != FAULT_DISK_IS_FULL)
        {
          g_autoptr (NsmWorkshop) rescued =
            nsm_workshop_load (document->rescue_path, NULL, &error);

          g_assert_nonnull (rescued);
          g_assert_cmpstr (rescued->title, ==, NEW_TITLE);
        }
    }
  /* Not g_print(), which would spell it in the locale's letters. */
  printf ("%s %s\n%s\n", is_saved ? "saved" : "failed", is_hit ? "hit" : "missed",
          nsm_document_get_message (document));
  /* Not the document's own last attempt to save: this is about the first. */
  nsm_document_discard (document);
  return 0;
}

static char *
dup_folder (const char *name)
{
  char *path = g_build_filename (g_get_user_data_dir (), name, NULL);

  g_mkdir_with_parents (path, 0700);
  return path;
}

static char *
spawn_child (const char *path, Call call, Fault fault, guint n)
{
  g_autofree char *state = g_strdup_printf ("state-%d-%d-%u", call, fault, n);
  g_autofree char *state_folder = dup_folder (state);
  g_autofree char *count = g_strdup_printf ("%u", n);
  g_auto (GStrv) environment = g_environ_setenv (g_get_environ (), "XDG_STATE_HOME", state_folder,
                                                 TRUE);
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;
  g_autofree char *messages = NULL;
  const char *arguments[] = { self_path, "--child", path, call_names[call], fault_names[fault],
                              count, NULL };
  int status;

  g_spawn_sync (NULL, (char **) arguments, environment, G_SPAWN_DEFAULT, NULL, NULL, &output,
                &messages, &status, &error);
  g_assert_no_error (error);
  if (!g_spawn_check_wait_status (status, NULL))
    g_error ("%s %u, %s: %s", call_names[call], n, fault_names[fault], messages);
  return g_steal_pointer (&output);
}

static gboolean
is_new (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NsmWorkshop) found = nsm_workshop_load (path, NULL, &error);

  /* Whole, whichever it is. */
  g_assert_no_error (error);
  g_assert_cmpuint (strlen (found->notes), ==, 15000);
  if (strcmp (found->title, NEW_TITLE) == 0)
    return TRUE;
  g_assert_cmpstr (found->title, ==, OLD_TITLE);
  return FALSE;
}

static gboolean
strike (const char *path, Call call, Fault fault, guint n)
{
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
  g_autofree char *output = NULL;

  set_content (workshop, OLD_TITLE);
  g_assert_true (nsm_workshop_store (workshop, path, TRUE, NULL));
  output = spawn_child (path, call, fault, n);

  gboolean got_new = is_new (path);
  g_test_message ("%s %u, %s: %s, %s", call_names[call], n, fault_names[fault],
                  output[0] != '\0' ? output : "killed", got_new ? "new" : "old");
  if (g_str_has_prefix (output, "saved"))
    g_assert_true (got_new);
  if (g_str_has_prefix (output, "failed"))
    g_assert_false (got_new);
  if (fault == FAULT_ENOSPC && g_str_has_prefix (output, "failed"))
    g_assert_nonnull (strstr (output, "couldn’t be saved: the disk is full."));
  if (fault == FAULT_EIO && g_str_has_prefix (output, "failed"))
    g_assert_nonnull (strstr (output, "couldn’t be saved: the disk reports an error."));
  return output[0] == '\0' || strstr (output, " hit\n") != NULL;
}

static void
test_fault (gconstpointer data)
{
  guint which = GPOINTER_TO_UINT (data);
  Call call = which % N_SAVE_CALLS;
  Fault fault = which / N_SAVE_CALLS;
  g_autofree char *folder = dup_folder ("files");
  g_autofree char *path = g_build_filename (folder, "plan.nsm", NULL);
  guint n = 1;

  while (strike (path, call, fault, n))
    n++;
  /* A save has each of these calls, or we tested nothing. */
  g_assert_cmpuint (n, >, 1);
  g_assert_cmpuint (n, <, 30);
}

static int
find_name (const char *const *names, int n, const char *name)
{
  for (int i = 0; i < n; i++)
    if (strcmp (names[i], name) == 0)
      return i;
  g_error ("no %s", name);
}

int
main (int argc, char *argv[])
{
  if (argc == 6 && strcmp (argv[1], "--child") == 0)
    return run_child (argv[2], (Call) find_name (call_names, N_SAVE_CALLS, argv[3]),
                      (Fault) find_name (fault_names, N_FAULTS, argv[4]), (guint) atoi (argv[5]));

  char *root = begin_isolated (&argc, &argv);

  self_path = argv[0];
  for (guint i = 0; i < N_SAVE_CALLS * N_FAULTS; i++)
    {
      g_autofree char *name =
        g_strdup_printf ("/faults/%s/%s", call_names[i % N_SAVE_CALLS], fault_names[i / N_SAVE_CALLS]);

      add_test (name, test_fault, GUINT_TO_POINTER (i));
    }
  return end_isolated (root);
}
