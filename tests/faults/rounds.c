/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A round while the program is killed at every write, fsync, rename and removal of
 * opening, casting, closing and revealing: nothing is lost, nothing is opened early,
 * and what a reveal was to take away is gone after the next start. */
#include "../store/folder.h"

#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../rounds/search.h"
#include "../rounds/support.h"
#include "shim.h"
#include "store/document-private.h"
#include "store/document-rounds.h"
#include "store/workshop-file.h"

#define REASON "the reason that nobody may read before the reveal"
#define N_BEFORE 4 /* who has answered when the killing begins */

typedef enum
{
  DEED_OPEN,
  DEED_CAST,
  DEED_REPLACE,
  DEED_CLOSE,
  DEED_REVEAL,
  DEED_REVEAL_UNNAMED,
  N_DEEDS
} Deed;

static const char *const deed_names[N_DEEDS] = { "open",  "cast",   "replace",
                                                 "close", "reveal", "reveal-unnamed" };
static const char *const call_names[N_CALLS] = { "write", "fsync", "rename", "unlink" };
static const char *const fault_names[N_FAULTS] = {
  [FAULT_KILL_BEFORE] = "before", [FAULT_KILL_DURING] = "during", [FAULT_KILL_AFTER] = "after"
};

/* The parent: a file as it is before the deed. Nothing here starts a thread, so that
 * the child may be forked off. */
static void
prepare (const char *path, Deed deed)
{
  g_autoptr (GError) error = NULL;
  Fixture self = { 0 };

  fixture_set_up (&self, NULL);
  g_clear_object (&self.keys);
  self.keys = nsm_key_store_new (NULL);
  if (deed == DEED_REVEAL_UNNAMED)
    g_object_set (self.workshop, "privacy", NSM_PRIVACY_UNNAMED, NULL);
  if (deed != DEED_OPEN)
    {
      NsmRound *round = open_scores (&self);

      for (guint i = 0; i < N_BEFORE; i++)
        g_free (cast_ballot (round, get_id (self.people[i]), i + 1, REASON));
      if (deed >= DEED_REVEAL)
        close_round (round);
    }
  nsm_workshop_store (self.workshop, path, TRUE, &error);
  g_assert_no_error (error);
  fixture_tear_down (&self, NULL);
}

/* The child. Returns: whether it saw it through */
static gboolean
act (NsmDocument *document, NsmKeyStore *keys, Deed deed)
{
  NsmWorkshop *workshop = nsm_document_get_workshop (document);
  NsmRound *round = nsm_list_get (workshop->rounds, 0);

  switch (deed)
    {
    case DEED_OPEN:
      return nsm_round_open (workshop, NSM_ROUND_KIND_SCORES, keys, NULL) != NULL
             && nsm_document_save (document, NULL);
    case DEED_CAST:
    case DEED_REPLACE:
      {
        guint i = deed == DEED_CAST ? N_BEFORE : 0;

        g_free (cast_ballot (round, get_id (nsm_list_get (workshop->participants, i)), 5, REASON));
        return nsm_document_save (document, NULL);
      }
    case DEED_CLOSE:
      return nsm_round_close (round, NULL) && nsm_document_save (document, NULL);
    case DEED_REVEAL:
    case DEED_REVEAL_UNNAMED:
      return nsm_document_reveal_round (document, round, keys, NULL);
    case N_DEEDS:
    default:
      g_assert_not_reached ();
    }
}

enum
{
  KILLED = 0, /* as the shim exits */
  MISSED = 10,
  FAILED,
  OPENED,
};

static int
wait_for (pid_t child)
{
  int status;

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  return WEXITSTATUS (status);
}

static int
run_child (const char *path, Deed deed, Call call, Fault fault, guint n)
{
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      g_autoptr (GFile) file = g_file_new_for_path (path);
      NsmDocument *document = nsm_document_open (file, NULL);
      NsmKeyStore *keys = nsm_key_store_new (NULL);
      gboolean done;

      shim_arm (call, fault, n);
      done = act (document, keys, deed);
      _exit (shim_disarm () || !done ? FAILED : MISSED);
    }
  return wait_for (child);
}

/* The next start of the program. */
static void
open_again (const char *path)
{
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      g_autoptr (GFile) file = g_file_new_for_path (path);

      _exit (nsm_document_open (file, NULL) != NULL ? OPENED : FAILED);
    }
  g_assert_cmpint (wait_for (child), ==, OPENED);
}

static NsmWorkshop *
load (const char *path)
{
  g_autoptr (GError) error = NULL;
  NsmWorkshop *workshop = nsm_workshop_load (path, NULL, &error);

  g_assert_no_error (error);
  return workshop;
}

/* It can still be closed and revealed, and everything comes out. */
static void
see_through (const char *path, guint n_people)
{
  g_autoptr (NsmWorkshop) workshop = load (path);
  g_autoptr (NsmKeyStore) keys = nsm_key_store_new (NULL);
  NsmRound *round = nsm_list_get (workshop->rounds, 0);

  if (round->state == NSM_ROUND_STATE_OPEN)
    close_round (round);
  reveal_round (round, keys);
  g_assert_cmpuint (nsm_list_get_size (round->answers), ==, n_people);
  g_assert_cmpuint (nsm_round_count_rejected (round), ==, 0);
}

static void
assert_sealed (void)
{
  g_assert_false (is_found_below (g_get_user_data_dir (), REASON, NULL));
  g_assert_false (is_found_below (g_get_user_state_dir (), REASON, NULL));
}

static void
check_sealed (NsmRound *round, const char *path, Deed deed)
{
  guint n = nsm_list_get_size (round->contributions);

  g_assert_cmpuint (nsm_list_get_size (round->answers), ==, 0);
  g_assert_cmpstr (round->secret_key, ==, "");
  g_assert_true (nsm_round_verify (round, NULL));
  if (deed == DEED_CAST || deed == DEED_REPLACE)
    g_assert_true (n == N_BEFORE || n == N_BEFORE + 1);
  else
    g_assert_cmpuint (n, ==, deed == DEED_OPEN ? 0 : N_BEFORE);
  if (deed >= DEED_REVEAL)
    g_assert_cmpint (round->state, ==, NSM_ROUND_STATE_CLOSED);
  /* What is in the file is in the file: a receipt that was handed out is kept. */
  if (deed != DEED_OPEN)
    see_through (path, nsm_round_count_contributed (round));
}

static void
check_revealed (NsmRound *round, const char *path)
{
  g_autoptr (NsmKeyStore) keys = nsm_key_store_new (NULL);
  g_autoptr (GPtrArray) generations = NULL;

  g_assert_cmpuint (nsm_list_get_size (round->answers), ==, N_BEFORE);
  g_assert_true (nsm_round_verify (round, NULL));
  /* After the next start nothing is there that should have been taken away. */
  open_again (path);
  g_assert_false (nsm_key_store_has (keys, get_id (round)));
  g_assert_false (nsm_round_is_reveal_noted (round, keys));
  generations = nsm_generations_list (path);
  for (guint i = 0; i < generations->len; i++)
    {
      NsmGeneration *generation = generations->pdata[i];
      g_autofree char *text = get_text (generation->path);

      g_assert_nonnull (strstr (text, "\"revealed\""));
    }
}

/* Returns: whether there was such a call to be killed at */
static gboolean
strike (Deed deed, Call call, Fault fault, guint n)
{
  g_autofree char *path = dup_path ("round.nsm");
  g_autoptr (NsmWorkshop) workshop = NULL;
  NsmRound *round;
  int result;

  prepare (path, deed);
  result = run_child (path, deed, call, fault, n);
  g_test_message ("%s: %s %s %u: %s", deed_names[deed], fault_names[fault], call_names[call], n,
                  result == KILLED ? "killed" : "through");
  g_assert_true (result == KILLED || result == MISSED);
  workshop = load (path);
  round = nsm_list_get (workshop->rounds, 0);
  if (deed == DEED_OPEN && round == NULL)
    g_assert_cmpint (result, ==, KILLED);
  else if (round->state == NSM_ROUND_STATE_REVEALED)
    {
      g_assert_cmpint (deed, >=, DEED_REVEAL);
      check_revealed (round, path);
    }
  else
    {
      g_assert_true (result == KILLED || deed < DEED_REVEAL);
      /* A rescue or temporary file may hold what is opened only where the opened
       * answers were being written. */
      if (deed < DEED_REVEAL)
        assert_sealed ();
      check_sealed (round, path, deed);
    }
  if (result == MISSED && (deed == DEED_CAST || deed == DEED_REPLACE))
    g_assert_cmpuint (nsm_list_get_size (round->contributions), ==, N_BEFORE + 1);
  remove_below (g_get_user_data_dir ());
  remove_below (g_get_user_state_dir ());
  return result == KILLED;
}

static void
test_killed (gconstpointer data)
{
  Deed deed = GPOINTER_TO_UINT (data);
  guint total = 0;

  for (Call call = 0; call < N_CALLS; call++)
    for (Fault fault = FAULT_KILL_BEFORE; fault <= FAULT_KILL_AFTER; fault++)
      {
        guint n = 1;

        /* Only a write can be cut in two. */
        if (fault == FAULT_KILL_DURING && call != CALL_WRITE)
          continue;
        while (strike (deed, call, fault, n))
          n++;
        total += n - 1;
        g_assert_cmpuint (n, <, 40);
      }
  g_test_message ("%s: killed %u times", deed_names[deed], total);
  g_assert_cmpuint (total, >=, 12);
}

int
main (int argc, char *argv[])
{
  char *root = begin_isolated (&argc, &argv);

  for (guint deed = 0; deed < N_DEEDS; deed++)
    {
      g_autofree char *name = g_strdup_printf ("/killed/%s", deed_names[deed]);

      add_test (name, test_killed, GUINT_TO_POINTER (deed));
    }
  return end_isolated (root);
}
