/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "method/candidates.h"
#include "method/games.h"
#include "method/scorecards.h"
#include "method/step.h"
#include "method/stress-tests.h"
#include "method/workshop-new.h"
#include "record/journal.h"
#include "record/json.h"

static char *
print (NsmWorkshop *workshop)
{
  g_autoptr (cJSON) json = nsm_record_to_json (NSM_RECORD (workshop));

  return cJSON_Print (json);
}

static void
assert_one_step (NsmWorkshop *workshop, const char *before)
{
  NsmJournal *journal = nsm_record_get_journal (NSM_RECORD (workshop));
  g_autofree char *after = print (workshop);
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  nsm_journal_undo (journal);
  undone = print (workshop);
  g_assert_cmpstr (undone, ==, before);
  nsm_journal_redo (journal);
  redone = print (workshop);
  g_assert_cmpstr (redone, ==, after);
}

static void
test_guidance (void)
{
  for (guint step = 0; step < NSM_N_STEPS; step++)
    {
      g_assert_true (g_str_has_suffix (nsm_step_get_question (step), "?"));
      g_assert_cmpstr (nsm_step_get_purpose (step), !=, "");
      g_assert_cmpstr (nsm_step_get_guidance (step), !=, "");
      g_assert_cmpstr (nsm_step_get_why (step), !=, "");
      g_assert_cmpstr (nsm_step_get_tip (step), !=, "");
      g_assert_cmpstr (nsm_step_get_good_example (step), !=, "");
      g_assert_cmpstr (nsm_step_get_bad_example (step), !=, "");
      g_assert_cmpuint (nsm_step_get_minutes (step), >, 0);
      g_assert_cmpuint (nsm_step_get_n_notes (step), >, 0);
      for (guint note = 0; note < nsm_step_get_n_notes (step); note++)
        {
          g_assert_cmpstr (nsm_step_get_note_title (step, note), !=, "");
          g_assert_cmpstr (nsm_step_get_note_text (step, note), !=, "");
        }
    }
  g_assert_null (nsm_guidance_find ("value.nonsense"));
  g_assert_null (nsm_guidance_find ("nonsense"));
}

static void
test_new_workshop (void)
{
  g_autoptr (NsmWorkshop) workshop = nsm_method_new_workshop (NSM_MODE_SOLO);

  g_assert_cmpuint (workshop->mode, ==, NSM_MODE_SOLO);
  g_assert_true (nsm_date_is_valid (workshop->date));
  g_assert_cmpuint (nsm_list_get_size (workshop->scorecard->criteria), ==, 6);
  g_assert_cmpuint (nsm_list_get_size (workshop->agenda), ==, NSM_N_STEPS);
  g_assert_cmpuint (nsm_list_get_size (workshop->commitment->triggers), ==, 3);
  g_assert_false (nsm_journal_can_undo (nsm_record_get_journal (NSM_RECORD (workshop))));
  for (guint step = 0; step < NSM_N_STEPS; step++)
    g_assert_cmpuint (nsm_step_get_progress (workshop, step), ==, NSM_PROGRESS_NONE);
  g_assert_cmpuint (nsm_workshop_get_progress_facets (workshop), ==, 0);
}

static void
test_scorecards (void)
{
  static const guint sizes[] = { 6, 6, 3, 3 };
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
  NsmScorecard *card = workshop->scorecard;

  for (guint kind = NSM_SCORECARD_KIND_PLAYBOOK; kind <= NSM_SCORECARD_KIND_ELLIS; kind++)
    {
      nsm_scorecard_fill (card, kind);
      g_assert_cmpuint (card->kind, ==, kind);
      g_assert_cmpuint (nsm_list_get_size (card->criteria), ==, sizes[kind]);
      NSM_LIST_EACH (NsmCriterion, criterion, card->criteria)
        {
          g_assert_cmpstr (criterion->name, !=, "");
          g_assert_cmpstr (criterion->question, !=, "");
          g_assert_cmpstr (criterion->anchor_low, !=, "");
          g_assert_cmpstr (criterion->anchor_middle, !=, "");
          g_assert_cmpstr (criterion->anchor_high, !=, "");
          g_assert_cmpfloat (criterion->weight, ==, 1);
          g_assert_nonnull (nsm_criterion_find_question (NSM_RECORD (criterion)->id));
          g_assert_true (nsm_record_find (NSM_RECORD (workshop), NSM_RECORD (criterion)->id) ==
                         NSM_RECORD (criterion));
        }
    }
  nsm_scorecard_fill (card, NSM_SCORECARD_KIND_OWN);
  g_assert_cmpuint (nsm_list_get_size (card->criteria), ==, 3);
}

static void
test_stress_tests (void)
{
  for (guint test = 0; test < NSM_N_STRESS_TESTS; test++)
    {
      g_autofree char *question = nsm_stress_test_dup_question (test, "Nights, 100 % booked");

      g_assert_nonnull (strstr (question, "Nights, 100 % booked"));
      g_assert_cmpstr (nsm_stress_test_get_name (test), !=, "");
      g_assert_cmpstr (nsm_stress_test_get_hint (test), !=, "");
      g_assert_cmpstr (nsm_stress_test_get_meaning (test, NSM_VERDICT_UNSET), ==, "");
      for (guint verdict = NSM_VERDICT_HOLDS; verdict <= NSM_VERDICT_FAILS; verdict++)
        g_assert_cmpstr (nsm_stress_test_get_meaning (test, verdict), !=, "");
    }
}

static void
test_refine (void)
{
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
  NsmCandidate *old = nsm_workshop_add_candidate (workshop, NSM_CANDIDATE_KIND_GOOD);
  NsmCandidate *other = nsm_workshop_add_candidate (workshop, NSM_CANDIDATE_KIND_GOOD);
  g_autofree char *before = NULL;
  NsmCandidate *next;

  g_object_set (nsm_candidate_get_metric (old), "name", "Messages", "unit", "messages", NULL);
  g_object_set (old, "value-captured", "Answers", "noise", 0.2, "evidence-why", "r = .5", NULL);
  g_object_set (workshop->decision, "chosen", NSM_RECORD (old)->id, NULL);
  nsm_journal_seal (nsm_record_get_journal (NSM_RECORD (workshop)));
  before = print (workshop);

  next = nsm_candidate_refine (old, "Only answered ones");
  g_assert_true (nsm_list_get (workshop->candidates, 1) == next);
  g_assert_true (nsm_list_get (workshop->candidates, 2) == other);
  g_assert_cmpfloat (next->version, ==, 2);
  g_assert_cmpstr (next->refines, ==, NSM_RECORD (old)->id);
  g_assert_cmpstr (next->refined_why, ==, "Only answered ones");
  g_assert_cmpstr (next->value_captured, ==, "Answers");
  g_assert_cmpstr (next->evidence_why, ==, "");
  g_assert_true (isnan (next->noise));
  g_assert_true (nsm_candidate_is_running (next));
  g_assert_false (nsm_candidate_is_running (old));
  g_assert_cmpuint (old->standing, ==, NSM_STANDING_REFINED);
  g_assert_true (nsm_candidate_get_metric (next) != nsm_candidate_get_metric (old));
  g_assert_cmpstr (nsm_candidate_get_metric (next)->name, ==, "Messages");
  g_assert_null (nsm_workshop_get_chosen (workshop));
  assert_one_step (workshop, before);
  g_assert_cmpuint (nsm_list_get_size (workshop->candidates), ==, 3);
}

static void
test_remove (void)
{
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
  NsmJournal *journal = nsm_record_get_journal (NSM_RECORD (workshop));
  NsmCandidate *one = nsm_workshop_add_candidate (workshop, NSM_CANDIDATE_KIND_GOOD);
  NsmCandidate *next = nsm_candidate_refine (one, "");
  g_autofree char *before = NULL;

  nsm_candidate_ensure_stress_result (next, NSM_STRESS_TEST_GAMING);
  nsm_candidate_ensure_stress_result (one, NSM_STRESS_TEST_GAMING);
  g_assert_true (nsm_candidate_ensure_stress_result (one, NSM_STRESS_TEST_GAMING) ==
                 nsm_candidate_find_stress_result (one, NSM_STRESS_TEST_GAMING));
  nsm_workshop_ensure_rejection (workshop, next);
  g_assert_cmpuint (nsm_list_get_size (workshop->decision->rejections), ==, 1);
  nsm_list_append_new (workshop->evidence, "candidate", NSM_RECORD (next)->id, NULL);
  nsm_journal_seal (journal);
  before = print (workshop);

  nsm_candidate_remove (next);
  g_assert_cmpuint (nsm_list_get_size (workshop->candidates), ==, 1);
  g_assert_cmpuint (nsm_list_get_size (workshop->metrics), ==, 1);
  g_assert_cmpuint (nsm_list_get_size (workshop->stress_results), ==, 1);
  g_assert_cmpuint (nsm_list_get_size (workshop->evidence), ==, 0);
  g_assert_cmpuint (nsm_list_get_size (workshop->decision->rejections), ==, 0);
  g_assert_true (nsm_candidate_is_running (one));
  assert_one_step (workshop, before);

  /* A metric that is an input as well stays. */
  nsm_list_append_new (workshop->system->inputs, "metric", one->metric, NULL);
  nsm_candidate_remove (one);
  g_assert_cmpuint (nsm_list_get_size (workshop->metrics), ==, 1);
}

static void
test_progress (void)
{
  g_autoptr (NsmWorkshop) workshop = nsm_method_new_workshop (NSM_MODE_SOLO);

#define PROGRESS(step) nsm_step_get_progress (workshop, NSM_STEP_##step)
  g_object_set (workshop, "product", "Acme", NULL);
  g_assert_cmpuint (PROGRESS (SET_UP), ==, NSM_PROGRESS_SOME);
  g_object_set (workshop, "description", "Plans", "business-model", "Seats",
                "stage", NSM_STAGE_GROWTH, NULL);
  g_assert_cmpuint (PROGRESS (SET_UP), ==, NSM_PROGRESS_DONE);
  g_object_set (workshop, "mode", NSM_MODE_FACILITATED, NULL);
  g_assert_cmpuint (PROGRESS (SET_UP), ==, NSM_PROGRESS_SOME);

  g_object_set (workshop->value, "proposition", "On time", "situation", "a", "outcome", "b",
                "benefit", "c", NULL);
  g_assert_cmpuint (PROGRESS (VALUE), ==, NSM_PROGRESS_SOME);
  for (guint i = 0; i < 3; i++)
    nsm_list_append_new (workshop->value->moments, "name", "x", NULL);
  g_assert_cmpuint (PROGRESS (VALUE), ==, NSM_PROGRESS_DONE);
  g_object_set (workshop->settings, "min-moments", 4.0, NULL);
  g_assert_cmpuint (PROGRESS (VALUE), ==, NSM_PROGRESS_SOME);

  g_object_set (workshop->game, "game", NSM_GAME_PRODUCTIVITY, NULL);
  g_assert_cmpuint (PROGRESS (GAME), ==, NSM_PROGRESS_SOME);
  g_object_set (workshop->game, "rationale", "Work", NULL);
  g_assert_cmpuint (PROGRESS (GAME), ==, NSM_PROGRESS_DONE);
  g_assert_cmpuint (nsm_workshop_get_progress_facets (workshop), ==, 1u << (NSM_STEP_GAME - 1));
  g_object_set (workshop->game, "two-sided", TRUE, NULL);
  g_assert_cmpuint (PROGRESS (GAME), ==, NSM_PROGRESS_SOME);

  nsm_workshop_add_candidate (workshop, NSM_CANDIDATE_KIND_GOOD);
  g_assert_cmpuint (PROGRESS (CANDIDATES), ==, NSM_PROGRESS_SOME);
  nsm_list_append_new (workshop->rounds, "kind", NSM_ROUND_KIND_SCORES, NULL);
  g_assert_cmpuint (PROGRESS (SCORING), ==, NSM_PROGRESS_SOME);
  g_object_set (nsm_list_get (workshop->rounds, 0), "state", NSM_ROUND_STATE_REVEALED, NULL);
  g_assert_cmpuint (PROGRESS (SCORING), ==, NSM_PROGRESS_DONE);
}

static void
test_examples (void)
{
  for (guint game = NSM_GAME_ATTENTION; game <= NSM_GAME_PRODUCTIVITY; game++)
    {
      g_assert_cmpstr (nsm_game_get_summary (game), !=, "");
      g_assert_cmpstr (nsm_game_get_examples (game), !=, "");
      g_assert_cmpstr (nsm_game_get_success (game), !=, "");
    }
  g_assert_cmpstr (nsm_game_get_summary (NSM_GAME_UNSET), ==, "");
  for (guint stage = NSM_STAGE_UNSET; stage <= NSM_STAGE_MATURE; stage++)
    g_assert_cmpstr (nsm_stage_get_advice (stage), !=, "");
  for (guint dimension = NSM_DIMENSION_BREADTH; dimension <= NSM_DIMENSION_EFFICIENCY; dimension++)
    {
      g_assert_cmpstr (nsm_dimension_get_question (dimension), !=, "");
      g_assert_cmpstr (nsm_dimension_get_examples (dimension), !=, "");
    }
  g_assert_cmpuint (nsm_known_examples_get_n (), >=, 5);
  g_assert_cmpuint (nsm_starter_inputs_get_n (), >=, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/method/guidance", test_guidance);
  g_test_add_func ("/method/new-workshop", test_new_workshop);
  g_test_add_func ("/method/scorecards", test_scorecards);
  g_test_add_func ("/method/stress-tests", test_stress_tests);
  g_test_add_func ("/method/refine", test_refine);
  g_test_add_func ("/method/remove", test_remove);
  g_test_add_func ("/method/progress", test_progress);
  g_test_add_func ("/method/examples", test_examples);
  return g_test_run ();
}
