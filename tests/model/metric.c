/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/workshop.h"

static void
assert_sentence (NsmMetric *metric, const char *expected)
{
  g_autofree char *sentence = nsm_metric_dup_sentence (metric);

  g_assert_cmpstr (sentence, ==, expected);
}

static void
assert_title (NsmMetric *metric, const char *expected)
{
  g_autofree char *title = nsm_metric_dup_title (metric);

  g_assert_cmpstr (title, ==, expected);
}

/* The sentence grows with what is filled in, and a metric is always called something. */
static void
test_sentence (void)
{
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
  NsmMetric *metric = nsm_list_append_new (workshop->metrics, NULL);

  assert_sentence (metric, "");
  assert_title (metric, "Metric without a name");
  g_object_set (metric, "unit", "teams", NULL);
  assert_sentence (metric, "The number of teams");
  assert_title (metric, "The number of teams");
  g_object_set (metric, "statement", "complete a project", NULL);
  assert_sentence (metric, "The number of teams that complete a project");
  g_object_set (metric, "window", NSM_WINDOW_WEEK, NULL);
  assert_sentence (metric, "Each week: the number of teams that complete a project");
  g_object_set (metric, "name", "Teams completing a project", NULL);
  assert_title (metric, "Teams completing a project, per week");
  g_object_set (metric, "unit", "", NULL);
  assert_sentence (metric, "Each week: the number of … that complete a project");
}

static void
test_candidate_title (void)
{
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
  NsmMetric *metric = nsm_list_append_new (workshop->metrics, "name", "Page views", NULL);
  NsmCandidate *candidate =
    nsm_list_append_new (workshop->candidates, "metric", NSM_RECORD (metric)->id, NULL);
  g_autofree char *title = nsm_candidate_dup_title (candidate);

  g_assert_cmpstr (title, ==, "Page views");
  nsm_list_remove (workshop->metrics, NSM_RECORD (metric));
  g_assert_null (nsm_candidate_get_metric (candidate));
  g_autofree char *without = nsm_candidate_dup_title (candidate);
  g_assert_cmpstr (without, ==, "Metric without a name");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/metric/sentence", test_sentence);
  g_test_add_func ("/metric/candidate-title", test_candidate_title);
  return g_test_run ();
}
