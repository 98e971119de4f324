/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "model/workshop.h"
#include "record/journal.h"

static void
count (guint *n)
{
  ++*n;
}

static void
test_notify_on_change_only (void)
{
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
  guint notified = 0;
  guint changed = 0;

  g_signal_connect_swapped (workshop, "notify::title", G_CALLBACK (count), &notified);
  g_signal_connect_swapped (workshop, "changed", G_CALLBACK (count), &changed);
  g_object_set (workshop, "title", "Acme", NULL);
  g_object_set (workshop, "title", "Acme", NULL);
  g_assert_cmpuint (notified, ==, 1);
  g_assert_cmpuint (changed, ==, 1);
  g_object_set (workshop->settings, "min-inputs", 4.0, NULL);
  g_assert_cmpuint (changed, ==, 2);
}

static void
test_limits (void)
{
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
  g_autofree char *long_text = g_strnfill (1000, 'x');

  g_object_set (workshop, "title", "a\r\nb\x01" "c", NULL);
  g_assert_cmpstr (workshop->title, ==, "a\nbc");
  g_object_set (workshop, "title", long_text, NULL);
  g_assert_cmpuint (strlen (workshop->title), ==, NSM_LINE_MAX);
  g_object_set (workshop, "title", NULL, NULL);
  g_assert_cmpstr (workshop->title, ==, "");
  g_object_set (workshop, "date", "2026-02-29", NULL);
  g_assert_cmpstr (workshop->date, ==, "");
  g_object_set (workshop, "date", "2028-02-29", NULL);
  g_assert_cmpstr (workshop->date, ==, "2028-02-29");
  g_object_set (workshop->settings, "min-inputs", 1000.0, NULL);
  g_assert_cmpfloat (workshop->settings->min_inputs, ==, 20);
  g_object_set (workshop->settings, "min-inputs", 3.6, NULL);
  g_assert_cmpfloat (workshop->settings->min_inputs, ==, 4);
  g_assert_true (isnan (workshop->definition->baseline));
  g_object_set (workshop->definition, "baseline", 3400.0, NULL);
  g_object_set (workshop->definition, "baseline", NAN, NULL);
  g_assert_true (isnan (workshop->definition->baseline));
}

static void
test_references (void)
{
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
  NsmMetric *metric = nsm_list_append_new (workshop->metrics, "name", "Teams", NULL);
  NsmCandidate *candidate = nsm_list_append_new (workshop->candidates, NULL);

  g_object_set (candidate, "metric", "nobody", NULL);
  g_assert_cmpstr (candidate->metric, ==, "");
  g_object_set (candidate, "metric", NSM_RECORD (candidate)->id, NULL);
  g_assert_cmpstr (candidate->metric, ==, "");
  g_object_set (candidate, "metric", NSM_RECORD (metric)->id, NULL);
  g_assert_true (nsm_candidate_get_metric (candidate) == metric);
  g_assert_cmpstr (nsm_record_get_title (NSM_RECORD (candidate)), ==, "Teams");

  nsm_list_remove (workshop->metrics, NSM_RECORD (metric));
  g_assert_cmpstr (candidate->metric, ==, "");
  nsm_journal_undo (nsm_record_get_journal (NSM_RECORD (workshop)));
  g_assert_cmpuint (nsm_list_get_size (workshop->metrics), ==, 1);
  g_assert_nonnull (nsm_candidate_get_metric (candidate));
}

static void
test_list_moves (void)
{
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
  const char *names[] = { "a", "b", "c", "d" };

  for (guint i = 0; i < 4; i++)
    nsm_list_append_new (workshop->participants, "name", names[i], NULL);
  for (guint from = 0; from < 4; from++)
    for (guint to = 0; to < 4; to++)
      {
        NsmParticipant *moved = nsm_list_get (workshop->participants, from);
        guint position;

        nsm_list_move (workshop->participants, from, to);
        g_assert_true (nsm_list_get_position (workshop->participants, NSM_RECORD (moved), &position));
        g_assert_cmpuint (position, ==, to);
        g_assert_cmpuint (nsm_list_get_size (workshop->participants), ==, 4);
      }
}

static void
test_each (void)
{
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
  guint seen = 0;

  for (guint i = 0; i < 5; i++)
    nsm_list_append_new (workshop->participants, "retired", i == 1, NULL);
  NSM_LIST_EACH (NsmParticipant, person, workshop->participants)
    {
      if (person->retired)
        continue;
      if (++seen == 3)
        break;
    }
  g_assert_cmpuint (seen, ==, 3);
}

static void
test_path (void)
{
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();

  nsm_list_append_new (workshop->definition->terms, NULL);
  NsmTerm *term = nsm_list_append_new (workshop->definition->terms, NULL);
  g_autofree char *path = nsm_record_get_path (NSM_RECORD (term));

  g_assert_cmpstr (path, ==, "definition.terms[1]");
}

/* Whatever has a path is found by it, and nothing by a path that leads nowhere. */
static void
test_find_path (void)
{
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
  NsmRecord *root = NSM_RECORD (workshop);
  static const char *const nowhere[] = {
    "definition.terms[2]", "definition.terms", "definition.terms[]", "definition.terms[-1]",
    "definition.terms[1", "definition.terms[1]x", "definition.terms[+1]", "definition.",
    "definition.formula", "definition.terms[1].term", ".definition", "nothing", "title",
    "definition[0]", "definition.terms[99999999999999999999]",
  };

  nsm_list_append_new (workshop->definition->terms, NULL);
  NsmRecord *term = nsm_list_append_new (workshop->definition->terms, NULL);

  g_assert_true (nsm_record_find_path (root, "") == root);
  g_assert_true (nsm_record_find_path (root, "definition") == NSM_RECORD (workshop->definition));
  g_assert_true (nsm_record_find_path (root, "definition.terms[1]") == term);
  g_assert_true (nsm_record_find_path (NSM_RECORD (workshop->definition), "terms[1]") == term);
  for (guint i = 0; i < G_N_ELEMENTS (nowhere); i++)
    g_assert_null (nsm_record_find_path (root, nowhere[i]));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/notify", test_notify_on_change_only);
  g_test_add_func ("/record/limits", test_limits);
  g_test_add_func ("/record/references", test_references);
  g_test_add_func ("/record/moves", test_list_moves);
  g_test_add_func ("/record/each", test_each);
  g_test_add_func ("/record/path", test_path);
  g_test_add_func ("/record/find-path", test_find_path);
  return g_test_run ();
}
