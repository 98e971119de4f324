/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures of scores: worked out once, in a thread for a window, and never from
 * anything that could change meanwhile. */
#include "findings/scoring.h"

#include <math.h>

#include "findings/findings.h"
#include "rounds/round.h"

#define NEAR(a, b) g_assert_cmpfloat_with_epsilon (a, b, 1e-12)

typedef struct
{
  NsmWorkshop *workshop;
  NsmRound *round;
  GMainLoop *loop;
  guint n_back;
  NsmScoring *scoring; /* of the last that came back */
  GPtrArray *findings;
  GError *error;
} Fixture;

/* As large as workshops get: some tens of milliseconds of work. */
static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static guint n_rounds = 0;
  NsmRound *round;

  fixture->workshop = nsm_workshop_new ();
  fixture->loop = g_main_loop_new (NULL, FALSE);
  round = fixture->round =
    nsm_list_append_new (fixture->workshop->rounds, "kind", NSM_ROUND_KIND_SCORES, "state",
                         NSM_ROUND_STATE_REVEALED, "number", 1.0, NULL);
  for (guint k = 0; k < 8; k++)
    {
      g_autofree char *id = g_strdup_printf ("k%u", k);

      nsm_list_append_new (round->aspects, "aspect", id, "name", id, "weight", 1.0, NULL);
    }
  n_rounds++;
  for (guint c = 0; c < 12; c++)
    {
      g_autofree char *id = g_strdup_printf ("c%u", c);
      /* Another one each time, so that no test finds what one before it left. */
      g_autofree char *title = g_strdup_printf ("%s in round %u", id, n_rounds);

      nsm_list_append_new (round->subjects, "subject", id, "title", title, NULL);
    }
  for (guint p = 0; p < 12; p++)
    {
      g_autofree char *person = g_strdup_printf ("p%u", p);
      NsmAnswer *answer = nsm_list_append_new (round->answers, "person", person, NULL);

      nsm_list_append_new (round->roster, "person", person, "name", person, NULL);
      for (guint i = 0; i < 12 * 8; i++)
        {
          g_autofree char *candidate = g_strdup_printf ("c%u", i / 8);
          g_autofree char *criterion = g_strdup_printf ("k%u", i % 8);

          nsm_list_append_new (answer->entries, "subject", candidate, "aspect", criterion, "mark",
                               (double) g_test_rand_int_range (1, 6), NULL);
        }
    }
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  nsm_scoring_free (fixture->scoring);
  g_clear_pointer (&fixture->findings, g_ptr_array_unref);
  g_clear_error (&fixture->error);
  g_main_loop_unref (fixture->loop);
  g_object_unref (fixture->workshop);
}

static void
on_prepared (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;

  nsm_scoring_free (fixture->scoring);
  g_clear_error (&fixture->error);
  fixture->scoring =
    nsm_scoring_prepare_finish (NSM_WORKSHOP (source), result, &fixture->error);
  fixture->n_back++;
  g_main_loop_quit (fixture->loop);
}

static void
wait_for (Fixture *fixture, guint n)
{
  while (fixture->n_back < n)
    g_main_loop_run (fixture->loop);
}

static void
change_mark (Fixture *fixture, double mark)
{
  NsmAnswer *answer = nsm_list_get (fixture->round->answers, 0);

  g_object_set (nsm_list_get (answer->entries, 0), "mark", mark, NULL);
}

/* What the thread made is what would have been made here. */
static void
test_prepared (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  guint before = nsm_scoring_count_computed ();
  g_autoptr (NsmScores) scores = nsm_scores_new (fixture->round);
  g_autoptr (NsmRobustness) robustness =
    nsm_robustness_new (scores, fixture->workshop->settings);
  g_autoptr (NsmAgreement) agreement = nsm_agreement_new (scores);
  const NsmScoring *kept;

  g_assert_null (nsm_scoring_peek (fixture->workshop, NULL));
  nsm_scoring_prepare_async (fixture->workshop, fixture->round, NULL, on_prepared, fixture);
  g_assert_cmpuint (fixture->n_back, ==, 0);
  wait_for (fixture, 1);
  g_assert_no_error (fixture->error);
  g_assert_cmpstr (fixture->scoring->robustness->headline, ==, robustness->headline);
  g_assert_cmpstr (fixture->scoring->agreement->note, ==, agreement->note);
  for (guint c = 0; c < 12; c++)
    {
      NEAR (fixture->scoring->robustness->resample_share[c], robustness->resample_share[c]);
      NEAR (fixture->scoring->robustness->weight_share[c], robustness->weight_share[c]);
    }
  g_assert_true (nsm_scores_get_round (fixture->scoring->scores) == fixture->round);
  g_assert_nonnull (nsm_scores_get_entry (fixture->scoring->scores, 0, 0, 0));

  kept = nsm_scoring_get (fixture->workshop);
  g_assert_true (kept->robustness == fixture->scoring->robustness);
  g_assert_cmpuint (nsm_scoring_count_computed (), ==, before + 1);
}

/* Two that ask for the same share the work; a changed mark is other work. */
static void
test_shared (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  guint before = nsm_scoring_count_computed ();

  change_mark (fixture, 2);
  nsm_scoring_prepare_async (fixture->workshop, NULL, NULL, on_prepared, fixture);
  nsm_scoring_prepare_async (fixture->workshop, fixture->round, NULL, on_prepared, fixture);
  wait_for (fixture, 2);
  g_assert_cmpuint (nsm_scoring_count_computed (), ==, before + 1);
  nsm_scoring_prepare_async (fixture->workshop, NULL, NULL, on_prepared, fixture);
  wait_for (fixture, 3);
  g_assert_cmpuint (nsm_scoring_count_computed (), ==, before + 1);

  change_mark (fixture, 3);
  g_assert_null (nsm_scoring_peek (fixture->workshop, NULL));
  nsm_scoring_prepare_async (fixture->workshop, NULL, NULL, on_prepared, fixture);
  /* The thread has a copy: this is no part of what it works out. */
  change_mark (fixture, 4);
  wait_for (fixture, 4);
  NEAR (nsm_scores_get_mark (fixture->scoring->scores, 0, 0, 0), 3);
  g_assert_cmpuint (nsm_scoring_count_computed (), ==, before + 2);
  g_assert_null (nsm_scoring_peek (fixture->workshop, NULL));
  change_mark (fixture, 3);
  NsmScoring *again = nsm_scoring_peek (fixture->workshop, NULL);
  g_assert_true (again->agreement == fixture->scoring->agreement);
  nsm_scoring_free (again);
}

/* An agreed mark changes what is recommended, so it is other work, too. */
static void
test_agreed (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NsmScoring) before = nsm_scoring_new (fixture->workshop, NULL);

  nsm_list_append_new (fixture->workshop->conclusions, "round", 1.0, "candidate", "c0", "criterion",
                       "k0", "agreed", 5.0, NULL);
  g_autoptr (NsmScoring) after = nsm_scoring_new (fixture->workshop, NULL);
  g_assert_true (before->robustness != after->robustness);
  g_assert_cmpstr (before->robustness->agreed_note, ==, "");
  g_assert_cmpstr (after->robustness->agreed_note, !=, "");
}

static void
test_cancelled (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GCancellable) one = g_cancellable_new ();
  g_autoptr (GCancellable) other = g_cancellable_new ();

  change_mark (fixture, 1);
  nsm_scoring_prepare_async (fixture->workshop, NULL, one, on_prepared, fixture);
  nsm_scoring_prepare_async (fixture->workshop, NULL, other, on_prepared, fixture);
  g_cancellable_cancel (one);
  wait_for (fixture, 1);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  wait_for (fixture, 2);
  g_assert_no_error (fixture->error);

  /* Given up by all, and begun anew at once. */
  change_mark (fixture, 5);
  g_set_object (&one, g_cancellable_new ());
  nsm_scoring_prepare_async (fixture->workshop, NULL, one, on_prepared, fixture);
  g_cancellable_cancel (one);
  wait_for (fixture, 3);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  nsm_scoring_prepare_async (fixture->workshop, NULL, NULL, on_prepared, fixture);
  wait_for (fixture, 4);
  g_assert_no_error (fixture->error);
  NEAR (nsm_scores_get_mark (fixture->scoring->scores, 0, 0, 0), 5);
}

static void
test_no_marks (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_object_set (fixture->round, "state", NSM_ROUND_STATE_CLOSED, NULL);
  g_assert_null (nsm_scoring_get (fixture->workshop));
  g_assert_true (nsm_findings_are_at_hand (fixture->workshop));
  nsm_scoring_prepare_async (fixture->workshop, NULL, NULL, on_prepared, fixture);
  wait_for (fixture, 1);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* Findings */

static void
on_collected (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;

  g_clear_pointer (&fixture->findings, g_ptr_array_unref);
  g_clear_error (&fixture->error);
  fixture->findings =
    nsm_findings_collect_finish (NSM_WORKSHOP (source), result, &fixture->error);
  fixture->n_back++;
  g_main_loop_quit (fixture->loop);
}

static gboolean
have_rule (GPtrArray *findings, const char *rule)
{
  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (nsm_finding_get_rule (findings->pdata[i]), rule))
      return TRUE;
  return FALSE;
}

static void
test_findings (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  guint before = nsm_scoring_count_computed ();
  g_autoptr (GPtrArray) now = NULL;

  g_assert_false (nsm_findings_are_at_hand (fixture->workshop));
  nsm_findings_collect_async (fixture->workshop, NULL, on_collected, fixture);
  /* It came while the thread was busy, and is spoken of all the same. */
  g_object_set (nsm_list_get (fixture->round->subjects, 0), "title", "Changed", NULL);
  wait_for (fixture, 1);
  g_assert_no_error (fixture->error);
  g_assert_true (have_rule (fixture->findings, "scoring-disagreement"));
  g_assert_true (nsm_findings_are_at_hand (fixture->workshop));
  g_assert_cmpuint (nsm_scoring_count_computed (), ==, before + 2);
  now = nsm_findings_collect (fixture->workshop);
  g_assert_cmpuint (now->len, ==, fixture->findings->len);
  g_assert_cmpuint (nsm_scoring_count_computed (), ==, before + 2);
}

static void
test_findings_cancelled (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  nsm_findings_collect_async (fixture->workshop, cancellable, on_collected, fixture);
  g_cancellable_cancel (cancellable);
  wait_for (fixture, 1);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (fixture->findings);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)
  ADD ("/scoring/prepared", test_prepared);
  ADD ("/scoring/shared", test_shared);
  ADD ("/scoring/agreed", test_agreed);
  ADD ("/scoring/cancelled", test_cancelled);
  ADD ("/scoring/no-marks", test_no_marks);
  ADD ("/scoring/findings", test_findings);
  ADD ("/scoring/findings-cancelled", test_findings_cancelled);
  return g_test_run ();
}
