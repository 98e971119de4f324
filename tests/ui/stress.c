/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "panel.h"
#include "press.h"
#include "support.h"

#include "kit/growing-text.h"
#include "method/candidates.h"
#include "record/journal.h"
#include "stress/stress-page.h"
#include "stress/stress-refine.h"

static NsmStressPage *
open_stress (NsmWorkshop *workshop)
{
  return NSM_STRESS_PAGE (ui_test_open_page (NSM_TYPE_STRESS_PAGE, workshop, 1280, 754));
}

static NsmCandidate *
get_candidate (NsmWorkshop *workshop, guint position)
{
  return nsm_list_get (workshop->candidates, position);
}

static void
undo (NsmWorkshop *workshop, GtkWidget *page)
{
  nsm_journal_undo (nsm_record_get_journal (NSM_RECORD (workshop)));
  ui_test_settle (page);
}

static void
test_empty (void)
{
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
  GtkWidget *page = GTK_WIDGET (open_stress (workshop));

  g_assert_null (nsm_stress_page_get_candidate (NSM_STRESS_PAGE (page)));
  g_assert_nonnull (press_find (page, "Candidates"));
  ui_test_close (page);
}

static void
test_verdicts (void)
{
  g_autoptr (NsmWorkshop) workshop = panel_new_workshop (NSM_MODE_FACILITATED);
  GtkWidget *page = GTK_WIDGET (open_stress (workshop));
  NsmCandidate *candidate = nsm_stress_page_get_candidate (NSM_STRESS_PAGE (page));
  NsmStressResult *result;

  g_assert_true (candidate == get_candidate (workshop, 0));
  ui_test_picture (page, "stress-blank");
  ui_test_assert_named (page);
  press (page, "Fails");
  result = nsm_candidate_find_stress_result (candidate, NSM_STRESS_TEST_GAMING);
  g_assert_nonnull (result);
  g_assert_cmpint (result->verdict, ==, NSM_VERDICT_FAILS);
  press (page, "Next");
  g_assert_cmpint (nsm_stress_page_get_test (NSM_STRESS_PAGE (page)), ==,
                   NSM_STRESS_TEST_TWICE_USERS);
  press (page, "Holds");
  result = nsm_candidate_find_stress_result (candidate, NSM_STRESS_TEST_TWICE_USERS);
  g_assert_cmpint (result->verdict, ==, NSM_VERDICT_HOLDS);
  undo (workshop, page);
  result = nsm_candidate_find_stress_result (candidate, NSM_STRESS_TEST_TWICE_USERS);
  g_assert_true (result == NULL || result->verdict == NSM_VERDICT_UNSET);
  undo (workshop, page);
  result = nsm_candidate_find_stress_result (candidate, NSM_STRESS_TEST_GAMING);
  g_assert_true (result == NULL || result->verdict == NSM_VERDICT_UNSET);
  ui_test_close (page);
}

static void
test_words (void)
{
  g_autoptr (NsmWorkshop) workshop = panel_new_workshop (NSM_MODE_FACILITATED);
  GtkWidget *page = GTK_WIDGET (open_stress (workshop));
  NsmCandidate *candidate = get_candidate (workshop, 0);
  GtkWidget *scenario;
  NsmStressResult *result;
  g_autofree char *left = NULL;

  nsm_stress_page_show (NSM_STRESS_PAGE (page), candidate, NSM_STRESS_TEST_NO_OUTCOME);
  scenario = ui_test_find (page, NSM_TYPE_GROWING_TEXT, 1);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (scenario), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "What could happen");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (scenario)),
                            "Empty test projects would count.", -1);
  result = nsm_candidate_find_stress_result (candidate, NSM_STRESS_TEST_NO_OUTCOME);
  g_assert_cmpstr (result->scenario, ==, "Empty test projects would count.");
  press (page, "Refine");
  ui_test_picture (page, "stress-refine-verdict");
  /* Another thought experiment has its own words. */
  nsm_stress_page_show (NSM_STRESS_PAGE (page), candidate, NSM_STRESS_TEST_NOD);
  left = nsm_growing_text_dup_text (NSM_GROWING_TEXT (scenario));
  g_assert_cmpstr (left, ==, "");
  ui_test_close (page);
}

static void
test_counter_metric (void)
{
  g_autoptr (NsmWorkshop) workshop = panel_new_workshop (NSM_MODE_FACILITATED);
  GtkWidget *page = GTK_WIDGET (open_stress (workshop));
  NsmCandidate *candidate = get_candidate (workshop, 0);
  guint n_metrics = nsm_list_get_size (workshop->metrics);
  NsmStressResult *result;
  NsmCounterMetric *counter;
  NsmMetric *metric;

  press (page, "counter-metric");
  result = nsm_candidate_find_stress_result (candidate, NSM_STRESS_TEST_GAMING);
  g_assert_cmpuint (nsm_list_get_size (workshop->system->counter_metrics), ==, 1);
  counter = nsm_list_get (workshop->system->counter_metrics, 0);
  g_assert_cmpstr (result->counter_metric, ==, counter->metric);
  g_assert_cmpuint (nsm_list_get_size (workshop->metrics), ==, n_metrics + 1);
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (page, GTK_TYPE_ENTRY, 0)), "Projects reopened");
  metric = nsm_list_get (workshop->metrics, n_metrics);
  g_assert_cmpstr (metric->name, ==, "Projects reopened");
  ui_test_settle (page);
  ui_test_picture (page, "stress-counter");
  undo (workshop, page);
  undo (workshop, page);
  g_assert_cmpuint (nsm_list_get_size (workshop->system->counter_metrics), ==, 0);
  g_assert_cmpuint (nsm_list_get_size (workshop->metrics), ==, n_metrics);
  ui_test_close (page);
}

static void
test_refine (void)
{
  g_autoptr (NsmWorkshop) workshop = panel_new_workshop (NSM_MODE_FACILITATED);
  GtkWidget *page = GTK_WIDGET (open_stress (workshop));
  NsmCandidate *old = get_candidate (workshop, 0);
  NsmCandidate *next;

  press (page, "Holds");
  nsm_stress_page_show (NSM_STRESS_PAGE (page), old, NSM_STRESS_TEST_NO_OUTCOME);
  press (page, "Refine");
  press (page, "Refine the sentence");
  next = nsm_stress_page_get_candidate (NSM_STRESS_PAGE (page));
  g_assert_true (next != old);
  g_assert_cmpstr (next->refines, ==, NSM_RECORD (old)->id);
  g_assert_cmpint (old->standing, ==, NSM_STANDING_REFINED);
  ui_test_picture (page, "stress-refine");
  ui_test_assert_named (page);
  press (page, "Carry");
  /* What had asked for the refinement is asked again; the rest comes along, with a note. */
  g_assert_cmpint (nsm_stress_page_get_test (NSM_STRESS_PAGE (page)), ==,
                   NSM_STRESS_TEST_NO_OUTCOME);
  g_assert_null (nsm_candidate_find_stress_result (next, NSM_STRESS_TEST_NO_OUTCOME));
  g_assert_cmpint (nsm_candidate_find_stress_result (next, NSM_STRESS_TEST_GAMING)->verdict, ==,
                   NSM_VERDICT_HOLDS);
  g_assert_nonnull (strstr (nsm_candidate_find_stress_result (next, NSM_STRESS_TEST_GAMING)->scenario,
                            "version 1"));
  undo (workshop, page);
  undo (workshop, page);
  g_assert_cmpint (old->standing, ==, NSM_STANDING_IN);
  g_assert_true (nsm_stress_page_get_candidate (NSM_STRESS_PAGE (page)) == old);
  ui_test_close (page);
}

static void
test_chosen_first (void)
{
  g_autoptr (NsmWorkshop) workshop = panel_new_workshop (NSM_MODE_FACILITATED);
  GtkWidget *page;

  g_object_set (workshop->decision, "chosen", NSM_RECORD (get_candidate (workshop, 2))->id, NULL);
  page = GTK_WIDGET (open_stress (workshop));
  g_assert_true (nsm_stress_page_get_candidate (NSM_STRESS_PAGE (page))
                 == get_candidate (workshop, 2));
  ui_test_close (page);
}

static void
test_sizes (void)
{
  static const struct
  {
    int width, height;
    AdwColorScheme scheme;
    const char *name;
  } sizes[] = {
    { 1280, 754, ADW_COLOR_SCHEME_FORCE_DARK, "stress-dark-1280" },
    { 1024, 654, ADW_COLOR_SCHEME_FORCE_LIGHT, "stress-1024" },
    { 800, 554, ADW_COLOR_SCHEME_FORCE_LIGHT, "stress-800" },
    { 1920, 1034, ADW_COLOR_SCHEME_FORCE_LIGHT, "stress-1920" },
  };
  g_autoptr (NsmWorkshop) workshop = panel_new_workshop (NSM_MODE_FACILITATED);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      GtkWidget *page;

      adw_style_manager_set_color_scheme (adw_style_manager_get_default (), sizes[i].scheme);
      page = ui_test_open_page (NSM_TYPE_STRESS_PAGE, workshop, sizes[i].width, sizes[i].height);
      nsm_stress_page_show (NSM_STRESS_PAGE (page), get_candidate (workshop, 0),
                            NSM_STRESS_TEST_NO_OUTCOME);
      nsm_stress_page_judge (NSM_STRESS_PAGE (page), NSM_VERDICT_REFINE);
      ui_test_settle (page);
      g_assert_cmpint (gtk_widget_get_width (page), <=, sizes[i].width);
      ui_test_picture (page, sizes[i].name);
      ui_test_close (page);
    }
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
}

int
main (int argc, char *argv[])
{
  g_autofree char *state = g_dir_make_tmp ("nsm-stress-XXXXXX", NULL);

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_setenv ("XDG_DATA_HOME", state, TRUE);
  ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/stress/empty", test_empty);
  g_test_add_func ("/ui/stress/verdicts", test_verdicts);
  g_test_add_func ("/ui/stress/words", test_words);
  g_test_add_func ("/ui/stress/counter-metric", test_counter_metric);
  g_test_add_func ("/ui/stress/refine", test_refine);
  g_test_add_func ("/ui/stress/chosen-first", test_chosen_first);
  g_test_add_func ("/ui/stress/sizes", test_sizes);
  return g_test_run ();
}
