/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A program that is killed while somebody types has lost at most two seconds.
 * The typing is done by this program again, as its own child. */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "../store/folder.h"
#include "store/document.h"
#include "store/workshop-file.h"

#define N_CHILDREN 4
#define LOSS_AT_MOST (2 * G_TIME_SPAN_SECOND)

static const char *self_path;

static gboolean
on_key (gpointer data)
{
  g_autofree char *now = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());

  g_object_set (nsm_document_get_workshop (data), "title", now, NULL);
  return G_SOURCE_CONTINUE;
}

static int
run_child (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
  NsmDocument *document = strcmp (path, "draft") == 0 ? nsm_document_new_draft (workshop)
                                                      : nsm_document_open (file, NULL);

  g_assert_nonnull (document);
  g_timeout_add (10, on_key, document);
  g_main_loop_run (loop);
  return 0;
}

static GSubprocess *
spawn_child (const char *path)
{
  g_autoptr (GError) error = NULL;
  GSubprocess *child = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, self_path, "--child", path,
                                         NULL);

  g_assert_no_error (error);
  return child;
}

/* Returns: when */
static gint64
kill_child (GSubprocess *child)
{
  gint64 now = g_get_monotonic_time ();

  g_subprocess_force_exit (child);
  g_subprocess_wait (child, NULL, NULL);
  g_object_unref (child);
  return now;
}

static gboolean
is_locked (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (NsmDocument) document = nsm_document_open (file, NULL);

  return nsm_document_is_locked (document);
}

static void
test_typing (gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NsmWorkshop) empty = nsm_workshop_new ();
  GSubprocess *children[N_CHILDREN];
  char *paths[N_CHILDREN];

  for (guint i = 0; i < N_CHILDREN; i++)
    {
      g_autofree char *name = g_strdup_printf ("typing-%u.nsm", i);

      paths[i] = g_build_filename (g_get_user_data_dir (), name, NULL);
      g_assert_true (nsm_workshop_store (empty, paths[i], TRUE, NULL));
      children[i] = spawn_child (paths[i]);
    }
  g_usleep (2500000);
  g_assert_true (is_locked (paths[0]));
  for (guint i = 0; i < N_CHILDREN; i++)
    {
      g_autoptr (NsmWorkshop) found = NULL;
      g_autoptr (GError) error = NULL;
      gint64 killed;
      gint64 lost;

      g_usleep ((gulong) g_test_rand_int_range (0, 600000));
      killed = kill_child (children[i]);
      g_assert_false (is_locked (paths[i]));
      found = nsm_workshop_load (paths[i], NULL, &error);
      g_assert_no_error (error);
      lost = killed - g_ascii_strtoll (found->title, NULL, 10);
      g_test_message ("lost %.2f s", (double) lost / G_TIME_SPAN_SECOND);
      g_assert_cmpint (lost, <=, LOSS_AT_MOST);
      g_free (paths[i]);
    }
}

/* What never had a file is offered again, and not while it is open. */
static void
test_draft (gconstpointer data G_GNUC_UNUSED)
{
  GSubprocess *child = spawn_child ("draft");
  g_autoptr (GPtrArray) while_open = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (NsmDocument) document = NULL;
  const NsmDraft *draft;
  gint64 killed;
  gint64 lost;

  g_usleep (2500000);
  while_open = nsm_drafts_list ();
  g_assert_cmpuint (while_open->len, ==, 0);
  killed = kill_child (child);
  left = nsm_drafts_list ();
  g_assert_cmpuint (left->len, ==, 1);
  draft = left->pdata[0];
  lost = killed - g_ascii_strtoll (draft->title, NULL, 10);
  g_assert_cmpint (lost, <=, LOSS_AT_MOST);
  document = nsm_document_open_draft (draft->path, NULL);
  g_assert_cmpstr (nsm_document_get_workshop (document)->title, ==, draft->title);
}

int
main (int argc, char *argv[])
{
  if (argc == 3 && strcmp (argv[1], "--child") == 0)
    return run_child (argv[2]);

  char *root = begin_isolated (&argc, &argv);

  self_path = argv[0];
  add_test ("/kill/typing", test_typing, NULL);
  add_test ("/kill/draft", test_draft, NULL);
  return end_isolated (root);
}
