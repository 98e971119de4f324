/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/workshop.h"
#include "record/journal.h"
#include "record/json.h"

static char *
print (NsmWorkshop *workshop)
{
  g_autoptr (cJSON) json = nsm_record_to_json (NSM_RECORD (workshop));

  return cJSON_Print (json);
}

static void
test_merges_typing (void)
{
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
  NsmJournal *journal = nsm_record_get_journal (NSM_RECORD (workshop));

  g_object_set (workshop, "title", "A", NULL);
  g_object_set (workshop, "title", "Ac", NULL);
  g_object_set (workshop, "title", "Acme", NULL);
  nsm_journal_seal (journal);
  g_object_set (workshop, "title", "Acme Projects", NULL);
  g_assert_cmpstr (nsm_journal_get_undo_name (journal), ==, "Edit Name of the workshop");
  nsm_journal_undo (journal);
  g_assert_cmpstr (workshop->title, ==, "Acme");
  nsm_journal_undo (journal);
  g_assert_cmpstr (workshop->title, ==, "");
  g_assert_false (nsm_journal_can_undo (journal));
  nsm_journal_redo (journal);
  nsm_journal_redo (journal);
  g_assert_cmpstr (workshop->title, ==, "Acme Projects");
  g_assert_false (nsm_journal_can_redo (journal));
}

static void
test_names (void)
{
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
  NsmJournal *journal = nsm_record_get_journal (NSM_RECORD (workshop));

  nsm_list_append_new (workshop->participants, "name", "Mei", NULL);
  g_assert_cmpstr (nsm_journal_get_undo_name (journal), ==, "Add Participant");
  nsm_journal_begin (journal, "Rename everybody");
  g_object_set (nsm_list_get (workshop->participants, 0), "name", "Jonas", NULL);
  g_object_set (workshop, "title", "x", NULL);
  nsm_journal_end (journal);
  g_assert_cmpstr (nsm_journal_get_undo_name (journal), ==, "Rename everybody");
  nsm_journal_undo (journal);
  g_assert_cmpstr (workshop->title, ==, "");
  g_assert_cmpstr (((NsmParticipant *) nsm_list_get (workshop->participants, 0))->name, ==, "Mei");
}

static void
test_rounds_stay_out (void)
{
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
  NsmJournal *journal = nsm_record_get_journal (NSM_RECORD (workshop));
  NsmRound *round = nsm_list_append_new (workshop->rounds, NULL);

  g_object_set (round, "question", "Which?", NULL);
  nsm_list_append_new (round->contributions, NULL);
  g_assert_false (nsm_journal_can_undo (journal));
}

/* What refers to something that goes, goes back to it with undo. */
static void
test_references_come_back (void)
{
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
  NsmJournal *journal = nsm_record_get_journal (NSM_RECORD (workshop));
  NsmMetric *metric = nsm_list_append_new (workshop->metrics, "name", "A", NULL);
  NsmCandidate *candidate =
    nsm_list_append_new (workshop->candidates, "metric", NSM_RECORD (metric)->id, NULL);
  g_autofree char *before = print (workshop);

  nsm_list_remove (workshop->metrics, NSM_RECORD (metric));
  g_assert_cmpstr (candidate->metric, ==, "");
  g_autofree char *gone = print (workshop);
  nsm_journal_undo (journal);
  g_assert_true (nsm_candidate_get_metric (candidate) == metric);
  g_autofree char *back = print (workshop);
  g_assert_cmpstr (back, ==, before);
  nsm_journal_redo (journal);
  g_autofree char *again = print (workshop);
  g_assert_cmpstr (again, ==, gone);
}

/* A window may hold the history for longer than the document. */
static void
test_outlives_the_document (void)
{
  NsmWorkshop *workshop = nsm_workshop_new ();
  g_autoptr (NsmJournal) journal = g_object_ref (nsm_record_get_journal (NSM_RECORD (workshop)));

  g_object_set (workshop, "title", "A", NULL);
  nsm_list_append_new (workshop->metrics, "name", "A", NULL);
  nsm_list_clear (workshop->metrics);
  g_object_unref (workshop);
  g_assert_false (nsm_journal_can_undo (journal));
  nsm_journal_undo (journal);
}

/* A record that comes in from outside brings no reference to what isn't there. */
static void
test_no_dangling_references (void)
{
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
  NsmJournal *journal = nsm_record_get_journal (NSM_RECORD (workshop));
  NsmMetric *metric = nsm_list_append_new (workshop->metrics, "name", "A", NULL);
  NsmCandidate *candidate =
    nsm_list_append_new (workshop->candidates, "metric", NSM_RECORD (metric)->id, NULL);
  g_autoptr (NsmCandidate) fine = nsm_record_copy (candidate);
  g_autoptr (NsmCandidate) late = nsm_record_copy (candidate);
  NsmCandidate *wrong;

  nsm_list_append (workshop->candidates, NSM_RECORD (fine));
  g_assert_cmpstr (fine->metric, ==, NSM_RECORD (metric)->id);
  nsm_list_remove (workshop->metrics, NSM_RECORD (metric));
  nsm_list_append (workshop->candidates, NSM_RECORD (late));
  g_assert_cmpstr (late->metric, ==, "");
  wrong = nsm_list_append_new (workshop->candidates, "metric", NSM_RECORD (candidate)->id, "moment",
                               "nowhere", NULL);
  g_assert_cmpstr (wrong->metric, ==, "");
  g_assert_cmpstr (wrong->moment, ==, "");
  g_assert_true (nsm_record_check_references (NSM_RECORD (workshop), NULL));

  g_autofree char *end = print (workshop);
  while (nsm_journal_can_undo (journal))
    nsm_journal_undo (journal);
  while (nsm_journal_can_redo (journal))
    nsm_journal_redo (journal);
  g_autofree char *again = print (workshop);
  g_assert_cmpstr (again, ==, end);
}

/* Random edits, undone and redone, give the same JSON to the byte. */
static void
edit_at_random (NsmWorkshop *workshop)
{
  NsmList *lists[] = { workshop->metrics, workshop->candidates, workshop->participants,
                       workshop->definition->terms };
  NsmList *list = lists[g_test_rand_int_range (0, 4)];
  guint n = nsm_list_get_size (list);
  guint at = n > 0 ? (guint) g_test_rand_int_range (0, (gint32) n) : 0;

  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
    case 1:
      nsm_list_append_new (list, NULL);
      break;
    case 2:
      if (n > 0)
        nsm_list_remove (list, nsm_list_get (list, at));
      break;
    case 3:
      if (n > 1)
        nsm_list_move (list, at, (guint) g_test_rand_int_range (0, (gint32) n));
      break;
    case 4:
      {
        g_autofree char *text = g_strdup_printf ("%d", g_test_rand_int ());

        g_object_set (workshop, "title", text, NULL);
        break;
      }
    case 5:
      if (nsm_list_get_size (workshop->candidates) > 0)
        g_object_set (nsm_list_get (workshop->candidates, 0), "refines",
                      NSM_RECORD (nsm_list_get (workshop->candidates,
                                                nsm_list_get_size (workshop->candidates) - 1))->id,
                      NULL);
      break;
    case 6:
      if (nsm_list_get_size (workshop->candidates) > 0)
        {
          g_autoptr (NsmRecord) copy = nsm_record_copy (nsm_list_get (workshop->candidates, 0));

          nsm_journal_begin (nsm_record_get_journal (NSM_RECORD (workshop)), "Copy");
          nsm_list_append (workshop->candidates, copy);
          g_object_set (copy, "standing", NSM_STANDING_REFINED, NULL);
          nsm_journal_end (nsm_record_get_journal (NSM_RECORD (workshop)));
        }
      break;
    default:
      if (nsm_list_get_size (workshop->candidates) > 0 && nsm_list_get_size (workshop->metrics) > 0)
        g_object_set (nsm_list_get (workshop->candidates, 0), "metric",
                      NSM_RECORD (nsm_list_get (workshop->metrics, 0))->id, NULL);
    }
}

static void
test_random_walks (void)
{
  for (guint run = 0; run < 100; run++)
    {
      g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
      NsmJournal *journal = nsm_record_get_journal (NSM_RECORD (workshop));
      g_autofree char *start = print (workshop);

      for (guint i = 0; i < 60; i++)
        edit_at_random (workshop);

      g_autofree char *end = print (workshop);
      while (nsm_journal_can_undo (journal))
        nsm_journal_undo (journal);
      g_autofree char *undone = print (workshop);
      g_assert_cmpstr (undone, ==, start);
      while (nsm_journal_can_redo (journal))
        nsm_journal_redo (journal);
      g_autofree char *redone = print (workshop);
      g_assert_cmpstr (redone, ==, end);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/journal/merges-typing", test_merges_typing);
  g_test_add_func ("/journal/names", test_names);
  g_test_add_func ("/journal/rounds-stay-out", test_rounds_stay_out);
  g_test_add_func ("/journal/references-come-back", test_references_come_back);
  g_test_add_func ("/journal/outlives-the-document", test_outlives_the_document);
  g_test_add_func ("/journal/no-dangling-references", test_no_dangling_references);
  g_test_add_func ("/journal/random-walks", test_random_walks);
  return g_test_run ();
}
