/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every rule has a change to a sound workshop after which it speaks, and one,
 * as near to it as can be, after which it stays silent. */
#include <math.h>
#include <string.h>

#include "findings/findings.h"
#include "method/candidates.h"
#include "method/versions.h"
#include "sound.h"

typedef void (*Change) (NsmWorkshop *workshop);

typedef struct
{
  const char *rule;
  Change fires;
  Change silent;
} Case;

#define CHANGE(name)                \
  static void                       \
  name (NsmWorkshop *w)

#define METRIC(...) g_object_set (get_star_metric (w), __VA_ARGS__, NULL)
#define STAR(...) g_object_set (get_star (w), __VA_ARGS__, NULL)
#define EVIDENCE(...) g_object_set (nsm_list_get (w->evidence, 0), __VA_ARGS__, NULL)

static void
drop_people (NsmWorkshop *w, guint keep)
{
  while (nsm_list_get_size (w->participants) > keep)
    nsm_list_remove (w->participants, nsm_list_get (w->participants, keep));
}

static void
set_functions (NsmWorkshop *w, NsmFunction one, NsmFunction two, NsmFunction three, NsmFunction four)
{
  const NsmFunction functions[] = { one, two, three, four };

  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    g_object_set (nsm_list_get (w->participants, i), "function", functions[i], NULL);
}

CHANGE (alone) { drop_people (w, 1); }
CHANGE (alone_solo) { drop_people (w, 1); g_object_set (w, "mode", NSM_MODE_SOLO, NULL); }
CHANGE (two_functions) { set_functions (w, 1, 2, 1, 2); }
CHANGE (three_functions) { set_functions (w, 1, 2, 3, 2); }
CHANGE (no_data) { set_functions (w, 1, 2, 4, 5); }
CHANGE (data) { set_functions (w, 3, 2, 4, 5); }

CHANGE (features) { g_object_set (w->value, "proposition", "Task lists and dashboards", NULL); }
CHANGE (outcome) { g_object_set (w->value, "proposition", "Teams listen to each other", NULL); }
CHANGE (four_interviews) { nsm_list_remove (w->value->interviews, nsm_list_get (w->value->interviews, 0)); }
CHANGE (four_are_enough) { four_interviews (w); g_object_set (w->settings, "min-interviews", 4.0, NULL); }
CHANGE (no_moments) { nsm_list_clear (w->value->moments); }
CHANGE (five_moments)
{
  nsm_list_append_new (w->value->moments, "name", "a", NULL);
  nsm_list_append_new (w->value->moments, "name", "b", NULL);
}

CHANGE (revenue) { METRIC ("name", "Monthly recurring revenue"); }
CHANGE (no_revenue) { METRIC ("name", "Projects that arrive on time"); }
CHANGE (vanity) { METRIC ("name", "Registered users", "unit", "users", "statement", ""); }
CHANGE (sign_ups_with_value) { METRIC ("name", "Sign-ups reaching first value", "unit", "sign-ups"); }
CHANGE (activity) { METRIC ("name", "Teams clicking around", "statement", "click on something"); }
CHANGE (clicking_to_finish) { METRIC ("name", "Teams that open and finish a project"); }
CHANGE (no_unit) { METRIC ("unit", ""); }
CHANGE (other_unit) { METRIC ("unit", "workspaces"); }
CHANGE (no_window) { METRIC ("window", NSM_WINDOW_UNSET); }
CHANGE (yearly) { METRIC ("window", NSM_WINDOW_YEAR); }
CHANGE (composite) { METRIC ("name", "Team health score"); }
CHANGE (indexing) { METRIC ("name", "Teams completing a project on health"); }
CHANGE (running_total) { METRIC ("measure", NSM_MEASURE_TOTAL); }
CHANGE (rate) { METRIC ("measure", NSM_MEASURE_RATE); }
CHANGE (two_in_one) { METRIC ("name", "Projects completed and invoices paid"); }
CHANGE (or_more) { METRIC ("name", "Teams completing 3 or more projects"); }
CHANGE (vague) { METRIC ("statement", "are active and complete a project"); }
CHANGE (vague_but_defined)
{
  vague (w);
  nsm_list_append_new (w->definition->terms, "term", "Active", "meaning", "3 edits", NULL);
}
CHANGE (by_marketing) { METRIC ("name", "Leads", "statement", "come in"); }
CHANGE (leads_inside) { METRIC ("name", "New users who reach first value"); }
CHANGE (other_game) { METRIC ("name", "Hours watched", "unit", "hours", "statement", "are watched"); }
CHANGE (second_game) { other_game (w); g_object_set (w->game, "second", NSM_GAME_ATTENTION, NULL); }
CHANGE (two_sentences) { METRIC ("statement", "complete a project. They also invite others"); }
CHANGE (decimal) { METRIC ("statement", "complete 2.5 projects."); }
CHANGE (clause_fails) { STAR ("more-value", NSM_CLAUSE_NO); }
CHANGE (clause_open) { STAR ("more-value", NSM_CLAUSE_UNSET); }
CHANGE (no_why_bad) { g_object_set (nsm_list_get (w->candidates, 3), "why-bad", "", NULL); }
CHANGE (other_why_bad) { g_object_set (nsm_list_get (w->candidates, 3), "why-bad", "Idle", NULL); }
CHANGE (two_candidates) { nsm_candidate_remove (nsm_list_get (w->candidates, 2)); }
CHANGE (two_are_enough) { two_candidates (w); g_object_set (w->settings, "min-candidates", 2.0, NULL); }
CHANGE (no_bad) { nsm_candidate_remove (nsm_list_get (w->candidates, 3)); }
CHANGE (no_bad_wanted) { no_bad (w); g_object_set (w->settings, "min-bad", 0.0, NULL); }

CHANGE (overlap) { EVIDENCE ("overlaps", TRUE); }
CHANGE (lag) { EVIDENCE ("lag-months", 3.0); }
CHANGE (interval_with_zero) { EVIDENCE ("coefficient", 0.2, "low", -0.1); }
CHANGE (weak_but_clear) { EVIDENCE ("coefficient", 0.15, "low", 0.05, "high", 0.25); }
static void
add_segment (NsmWorkshop *w, double coefficient)
{
  NsmSegment *segment = nsm_list_append_new (w->segments, "name", "Agencies", NULL);

  nsm_list_append_new (w->evidence, "candidate", NSM_RECORD (get_star (w))->id, "coefficient",
                       coefficient, "rows", 90.0, "segment", NSM_RECORD (segment)->id, NULL);
}
CHANGE (sign_flips) { add_segment (w, -0.3); }
CHANGE (sign_stays) { add_segment (w, 0.3); }
/* As from a file: all rows go along, and one group. */
static NsmEvidence *
add_group (NsmWorkshop *w, double coefficient, double low, double high)
{
  return nsm_list_append_new (w->evidence, "candidate", NSM_RECORD (get_star (w))->id, "coefficient",
                              coefficient, "low", low, "high", high, "rows", 12.0, "group", "Free",
                              NULL);
}
CHANGE (group_flips) { add_group (w, -0.3, -0.5, -0.1); }
CHANGE (group_stays) { add_group (w, 0.3, 0.1, 0.5); }
CHANGE (nothing_flips)
{
  EVIDENCE ("coefficient", 0.01, "low", -0.1, "high", 0.12);
  add_group (w, -0.02, -0.2, 0.16);
}
CHANGE (group_overlaps) { g_object_set (add_group (w, 0.3, 0.1, 0.5), "overlaps", TRUE, NULL); }
CHANGE (group_with_zero) { add_group (w, 0.1, -0.1, 0.3); }
CHANGE (by_shifts) { EVIDENCE ("low", NAN, "high", NAN, "lag-periods", 2.0, "probability", 0.4); }
CHANGE (rare_by_shifts) { EVIDENCE ("low", NAN, "high", NAN, "lag-periods", 2.0, "probability", 0.01); }
CHANGE (unsaid) { EVIDENCE ("timing-unsaid", TRUE); }
CHANGE (unsaid_without_figure) { EVIDENCE ("timing-unsaid", TRUE, "coefficient", NAN); }
CHANGE (forgotten)
{
  g_object_set (nsm_list_get (w->candidates, 1), "evidence-verdict", NSM_EVIDENCE_VERDICT_UNSET, NULL);
}
CHANGE (planned)
{
  forgotten (w);
  g_object_set (nsm_list_get (w->candidates, 1), "instrument-plan", "An event in the app", NULL);
}
CHANGE (few_rows) { EVIDENCE ("rows", 29.0); }
CHANGE (enough_rows) { EVIDENCE ("rows", 30.0); }
CHANGE (noisy) { STAR ("noise", 0.8); }
CHANGE (unmeasured_noise) { STAR ("noise", NAN); }
CHANGE (slow) { STAR ("react-months", 7.0); }
CHANGE (half_a_year) { STAR ("react-months", 6.0); }

CHANGE (disagreement) { set_mark (w, 0, 1, 2, 1); }
CHANGE (one_apart) { set_mark (w, 0, 1, 2, 3); }
CHANGE (by_chance)
{
  for (guint k = 0; k < N_CRITERIA; k++)
    {
      set_mark (w, 0, 0, k, 1);
      set_mark (w, 1, 0, k, 1);
    }
}
CHANGE (bad_one_scores)
{
  for (guint p = 0; p < N_PEOPLE; p++)
    for (guint k = 0; k < N_CRITERIA; k++)
      set_mark (w, p, 3, k, 3);
}
CHANGE (bad_one_a_little) { set_mark (w, 0, 3, 0, 2); }
CHANGE (abstention) { set_mark (w, 0, 1, 2, NAN); }
CHANGE (new_candidate) { nsm_workshop_add_candidate (w, NSM_CANDIDATE_KIND_GOOD); }
CHANGE (eliminated_candidate)
{
  g_object_set (nsm_workshop_add_candidate (w, NSM_CANDIDATE_KIND_GOOD),
                "standing", NSM_STANDING_ELIMINATED, NULL);
}

static NsmStressResult *
get_result (NsmWorkshop *w, NsmStressTest test)
{
  return nsm_candidate_find_stress_result (get_star (w), test);
}
CHANGE (test_open) { g_object_set (get_result (w, 3), "verdict", NSM_VERDICT_UNSET, NULL); }
CHANGE (other_untested) { nsm_list_move (w->stress_results, 0, 3); }
CHANGE (test_failed) { g_object_set (get_result (w, 3), "verdict", NSM_VERDICT_FAILS, NULL); }
CHANGE (test_refine) { g_object_set (get_result (w, 3), "verdict", NSM_VERDICT_REFINE, NULL); }
CHANGE (gamed)
{
  g_object_set (get_result (w, NSM_STRESS_TEST_GAMING), "scenario", "Split projects", NULL);
  nsm_list_clear (w->system->counter_metrics);
}
CHANGE (gamed_and_watched)
{
  g_object_set (get_result (w, NSM_STRESS_TEST_GAMING), "scenario", "Split projects", NULL);
}

CHANGE (nothing_chosen) { g_object_set (w->decision, "chosen", "", NULL); }
CHANGE (second_chosen)
{
  g_object_set (w->decision, "chosen", NSM_RECORD (nsm_list_get (w->candidates, 1))->id, NULL);
}
CHANGE (refined_top_chosen)
{
  NsmCandidate *next = nsm_candidate_refine (get_star (w), "");

  g_object_set (w->decision, "chosen", NSM_RECORD (next)->id, NULL);
}
/* Three prefer the second by little, one the first by much. */
CHANGE (hangs_on_one)
{
  for (guint p = 0; p < N_PEOPLE; p++)
    for (guint k = 0; k < N_CRITERIA; k++)
      {
        set_mark (w, p, 0, k, p == 0 ? 5 : 3);
        set_mark (w, p, 1, k, p == 0 ? 1 : 4);
      }
}
CHANGE (hangs_on_weights)
{
  for (guint p = 0; p < N_PEOPLE; p++)
    for (guint k = 0; k < N_CRITERIA; k++)
      {
        set_mark (w, p, 0, k, k < 3 ? 5 : 2);
        set_mark (w, p, 1, k, k == 0 ? 2 : k < 3 ? 3 : 4);
      }
}
CHANGE (hangs_on_one_mark)
{
  for (guint p = 0; p < N_PEOPLE; p++)
    for (guint k = 0; k < N_CRITERIA; k++)
      set_mark (w, p, 1, k, p == 0 && k == 0 ? 4 : 5);
}
CHANGE (no_reason) { g_object_set (nsm_list_get (w->decision->rejections, 1), "reason", "", NULL); }
CHANGE (bad_without_reason) { g_object_set (w->decision, "why", "We like it", NULL); }
CHANGE (no_misses) { g_object_set (w->decision, "misses", "", NULL); }
CHANGE (no_compensation) { g_object_set (w->decision, "compensation", "", NULL); }

CHANGE (two_inputs)
{
  while (nsm_list_get_size (w->system->inputs) > 2)
    nsm_list_remove (w->system->inputs, nsm_list_get (w->system->inputs, 0));
}
CHANGE (three_inputs) { nsm_list_remove (w->system->inputs, nsm_list_get (w->system->inputs, 0)); }
CHANGE (no_owner) { g_object_set (nsm_list_get (w->system->inputs, 0), "owner", "", NULL); }
CHANGE (other_owner) { g_object_set (nsm_list_get (w->system->inputs, 0), "owner", "Growth", NULL); }
CHANGE (one_team)
{
  NSM_LIST_EACH (NsmInput, input, w->system->inputs)
    g_object_set (input, "owner", input->dimension == NSM_DIMENSION_DEPTH ? "core" : "Core", NULL);
}
CHANGE (no_kpi) { g_object_set (w->system, "kpi", "", NULL); }
CHANGE (correlated_kpi) { g_object_set (w->system, "kpi-link", NSM_LINK_CORRELATED, NULL); }
CHANGE (repeats)
{
  g_object_set (nsm_list_get (w->system->inputs, 0), "metric",
                NSM_RECORD (get_star_metric (w))->id, NULL);
}
CHANGE (other_candidate_as_input)
{
  NsmCandidate *other = nsm_list_get (w->candidates, 1);

  g_object_set (nsm_list_get (w->system->inputs, 0), "metric", other->metric, NULL);
}
CHANGE (no_efficiency)
{
  g_object_set (nsm_list_get (w->system->inputs, 3), "dimension", NSM_DIMENSION_DEPTH, NULL);
}
CHANGE (swapped_dimensions)
{
  g_object_set (nsm_list_get (w->system->inputs, 3), "dimension", NSM_DIMENSION_DEPTH, NULL);
  g_object_set (nsm_list_get (w->system->inputs, 1), "dimension", NSM_DIMENSION_EFFICIENCY, NULL);
}
CHANGE (open_question) { g_object_set (w->system, "gaps", NSM_ANSWER_STATE_UNSET, NULL); }
CHANGE (unsure) { g_object_set (w->system, "gaps", NSM_ANSWER_STATE_UNSURE, NULL); }
CHANGE (weakness) { g_object_set (w->system, "conflicts", NSM_ANSWER_STATE_YES, NULL); }
CHANGE (weakness_met)
{
  weakness (w);
  nsm_list_append_new (w->system->weaknesses, "weakness", "Speed against care", NULL);
}

CHANGE (no_formula) { g_object_set (w->definition, "formula", "", NULL); }
CHANGE (short_formula) { g_object_set (w->definition, "formula", "count (team)", NULL); }
CHANGE (undefined_term) { g_object_set (w->definition, "formula", "Teams without “trial accounts”", NULL); }
CHANGE (defined_term)
{
  undefined_term (w);
  METRIC ("unit", "teams of 3 or more");
  nsm_list_append_new (w->definition->terms, "term", "Trial account", "meaning", "Unpaid", NULL);
  nsm_list_append_new (w->definition->terms, "term", "trial accounts", "meaning", "Unpaid", NULL);
}
CHANGE (empty_term) { nsm_list_append_new (w->definition->terms, "term", "project", NULL); }
CHANGE (full_term) { nsm_list_append_new (w->definition->terms, "term", "project", "meaning", "3 tasks", NULL); }
CHANGE (quarterly) { g_object_set (w->definition, "cadence", NSM_CADENCE_QUARTERLY, NULL); }
CHANGE (weekly) { g_object_set (w->definition, "cadence", NSM_CADENCE_WEEKLY, NULL); }
CHANGE (no_source) { nsm_list_clear (w->definition->sources); }
CHANGE (two_sources) { nsm_list_append_new (w->definition->sources, "name", "events", NULL); }
CHANGE (one_example) { nsm_list_remove (w->definition->examples, nsm_list_get (w->definition->examples, 1)); }
CHANGE (three_examples) { nsm_list_append_new (w->definition->examples, "example", "x", NULL); }
CHANGE (no_definition_owner) { g_object_set (w->definition, "owner", "", NULL); }
CHANGE (new_definition_owner) { g_object_set (w->definition, "owner", "Luis", NULL); }
CHANGE (no_baseline) { g_object_set (w->definition, "baseline", NAN, NULL); }
CHANGE (zero_baseline) { g_object_set (w->definition, "baseline", 0.0, NULL); }

CHANGE (block) { g_object_set (nsm_list_get (w->commitment->sign_offs, 0), "position", NSM_POSITION_BLOCKS, NULL); }
CHANGE (reservation) { g_object_set (nsm_list_get (w->commitment->sign_offs, 0), "position", NSM_POSITION_RESERVATION, NULL); }
CHANGE (no_review) { g_object_set (w->commitment, "review-months", NAN, NULL); }
CHANGE (review_by_date)
{
  g_object_set (w->commitment, "review-months", NAN, "decided-on", "2025-01-15",
                "review-on", "2025-10-15", NULL);
}
CHANGE (early_review) { g_object_set (w->commitment, "review-months", 3.0, NULL); }
CHANGE (early_before_fit) { early_review (w); g_object_set (w, "stage", NSM_STAGE_PRE_FIT, NULL); }
CHANGE (no_leader) { set_functions (w, 1, 2, 3, 4); }
CHANGE (leader_from_outside)
{
  no_leader (w);
  nsm_list_append_new (w->commitment->sign_offs, "who", "The board", "function",
                       NSM_FUNCTION_LEADERSHIP, "position", NSM_POSITION_AGREES, NULL);
}
CHANGE (no_revenue_answer) { g_object_set (w->commitment, "revenue-answer", "", NULL); }
CHANGE (other_revenue_answer) { g_object_set (w->commitment, "revenue-answer", "r = .65", NULL); }
CHANGE (open_objection) { nsm_list_append_new (w->commitment->objections, "objection", "Too soft", NULL); }
CHANGE (met_objection)
{
  nsm_list_append_new (w->commitment->objections, "objection", "Too soft", "answer", "No", NULL);
}
CHANGE (nothing) {}

CHANGE (disguised) { g_object_set (nsm_list_get (w->rounds, 0), "direct", TRUE, NULL); }
CHANGE (second_direct_round)
{
  nsm_list_append_new (w->rounds, "kind", NSM_ROUND_KIND_SCORES, "number", 2.0, "direct", TRUE, NULL);
}
static void
add_contribution (NsmWorkshop *w, NsmContributionState state)
{
  nsm_list_append_new (((NsmRound *) nsm_list_get (w->rounds, 0))->contributions, "person", "person-1",
                       "state", state, "rejected-why", "It was sealed for another round.", NULL);
}
CHANGE (rejected) { add_contribution (w, NSM_CONTRIBUTION_STATE_REJECTED); }
CHANGE (replaced) { add_contribution (w, NSM_CONTRIBUTION_STATE_REPLACED); }
CHANGE (left_open)
{
  nsm_list_append_new (w->rounds, "kind", NSM_ROUND_KIND_VERDICTS, "number", 1.0, NULL);
  nsm_workshop_freeze (w);
}
CHANGE (final_blocked)
{
  nsm_workshop_freeze (w);
  g_object_set (nsm_list_get (w->commitment->sign_offs, 0), "position", NSM_POSITION_BLOCKS, NULL);
}
CHANGE (draft_blocked) { final_blocked (w); nsm_list_clear (w->versions); }
CHANGE (open_before_final) { left_open (w); nsm_list_clear (w->versions); }
CHANGE (unsettled)
{
  for (guint p = 0; p < N_PEOPLE; p++)
    {
      for (guint k = 0; k < N_CRITERIA; k++)
        set_mark (w, p, 1, k, p == 0 && k == 0 ? 3 : 5);
      set_mark (w, p, 0, 0, 4);
    }
}
CHANGE (settled)
{
  unsettled (w);
  for (guint c = 0; c < N_CANDIDATES; c++)
    for (guint k = 0; k < N_CRITERIA; k++)
      nsm_list_append_new (w->conclusions, "round", 1.0, "candidate",
                           NSM_RECORD (nsm_list_get (w->candidates, c))->id, "criterion",
                           NSM_RECORD (nsm_list_get (w->scorecard->criteria, k))->id, "resolution",
                           NSM_RESOLUTION_SAME, NULL);
}

static NsmRound *
add_opened (NsmWorkshop *w, NsmRoundKind kind, guint n_people)
{
  NsmRound *round = nsm_list_append_new (w->rounds, "kind", kind, "state", NSM_ROUND_STATE_REVEALED,
                                         NULL);

  for (guint i = 0; i < n_people; i++)
    {
      NsmRecord *person = nsm_list_get (w->participants, i);
      NsmAnswer *answer = nsm_list_append_new (round->answers, "person", person->id, NULL);

      nsm_list_append_new (round->roster, "person", person->id, "name", "Mei", NULL);
      nsm_list_append_new (answer->entries, "text", "Less waiting", NULL);
    }
  return round;
}

CHANGE (no_proposition)
{
  g_object_set (w->value, "proposition", "", NULL);
  add_opened (w, NSM_ROUND_KIND_STATEMENTS, 2);
}
CHANGE (a_proposition) { add_opened (w, NSM_ROUND_KIND_STATEMENTS, 2); }
CHANGE (no_ideas_used)
{
  nsm_list_clear (w->candidates);
  add_opened (w, NSM_ROUND_KIND_IDEAS, 2);
}
CHANGE (ideas_used) { add_opened (w, NSM_ROUND_KIND_IDEAS, 2); }

static void
say_verdicts (NsmWorkshop *w, const char *first, const char *second)
{
  const char *said[] = { first, second };
  NsmRound *round = add_opened (w, NSM_ROUND_KIND_VERDICTS, 2);

  nsm_list_append_new (round->subjects, "subject", NSM_RECORD (get_star (w))->id, NULL);
  NSM_LIST_EACH (NsmAnswer, answer, round->answers)
    {
      nsm_list_clear (answer->entries);
      nsm_list_append_new (answer->entries, "subject", NSM_RECORD (get_star (w))->id, "aspect",
                           nsm_choice_get_nick (NSM_TYPE_STRESS_TEST, NSM_STRESS_TEST_PLATEAU),
                           "choice", said[answer_i], NULL);
    }
}

CHANGE (lone_fail) { say_verdicts (w, "fails", "holds"); }
CHANGE (answered_fail)
{
  say_verdicts (w, "fails", "holds");
  g_object_set (nsm_candidate_ensure_stress_result (get_star (w), NSM_STRESS_TEST_PLATEAU),
                "lone-answer", "We would see it in a week", NULL);
}

static const Case cases[] = {
  { "panel-alone", alone, alone_solo },
  { "panel-functions", two_functions, three_functions },
  { "panel-builders", no_data, data },
  { "value-features", features, outcome },
  { "value-statements", no_proposition, a_proposition },
  { "value-interviews", four_interviews, four_are_enough },
  { "value-moments", no_moments, five_moments },
  { "candidate-revenue", revenue, no_revenue },
  { "candidate-vanity", vanity, sign_ups_with_value },
  { "candidate-activity", activity, clicking_to_finish },
  { "candidate-no-unit", no_unit, other_unit },
  { "candidate-no-window", no_window, yearly },
  { "candidate-index", composite, indexing },
  { "candidate-total", running_total, rate },
  { "candidate-two-in-one", two_in_one, or_more },
  { "candidate-vague", vague, vague_but_defined },
  { "candidate-marketing", by_marketing, leads_inside },
  { "candidate-game", other_game, second_game },
  { "candidate-sentence", two_sentences, decimal },
  { "candidate-clause", clause_fails, clause_open },
  { "candidate-why-bad", no_why_bad, other_why_bad },
  { "candidates-number", two_candidates, two_are_enough },
  { "candidates-bad", no_bad, no_bad_wanted },
  { "candidates-ideas", no_ideas_used, ideas_used },
  { "evidence-overlap", overlap, lag },
  { "evidence-overlap", overlap, group_overlaps },
  { "evidence-none", interval_with_zero, group_with_zero },
  { "evidence-none", by_shifts, rare_by_shifts },
  { "evidence-sign", group_flips, group_stays },
  { "evidence-sign", group_flips, nothing_flips },
  { "evidence-rows", few_rows, group_stays },
  { "evidence-timing", unsaid, unsaid_without_figure },
  { "evidence-forgotten", forgotten, planned },
  { "evidence-none", interval_with_zero, weak_but_clear },
  { "evidence-sign", sign_flips, sign_stays },
  { "evidence-rows", few_rows, enough_rows },
  { "evidence-noise", noisy, unmeasured_noise },
  { "evidence-slow", slow, half_a_year },
  { "scoring-disagreement", disagreement, one_apart },
  { "scoring-chance", by_chance, nothing },
  { "scoring-calibration", bad_one_scores, bad_one_a_little },
  { "scoring-abstentions", abstention, one_apart },
  { "scoring-unscored", new_candidate, eliminated_candidate },
  { "stress-not-run", test_open, other_untested },
  { "stress-failed", test_failed, test_refine },
  { "stress-refine", test_refine, test_failed },
  { "stress-counter-metric", gamed, gamed_and_watched },
  { "stress-lone-fail", lone_fail, answered_fail },
  { "decision-none", nothing_chosen, second_chosen },
  { "decision-not-top", second_chosen, refined_top_chosen },
  { "decision-person", hangs_on_one, nothing },
  { "decision-weights", hangs_on_weights, one_apart },
  { "decision-one-mark", hangs_on_one_mark, one_apart },
  { "decision-reason", no_reason, bad_without_reason },
  { "decision-misses", no_misses, no_compensation },
  { "system-inputs", two_inputs, three_inputs },
  { "system-owner", no_owner, other_owner },
  { "system-one-team", one_team, other_owner },
  { "system-kpi", no_kpi, correlated_kpi },
  { "system-repeats", repeats, other_candidate_as_input },
  { "system-dimension", no_efficiency, swapped_dimensions },
  { "system-question", open_question, unsure },
  { "system-weakness", weakness, weakness_met },
  { "definition-formula", no_formula, short_formula },
  { "definition-term", undefined_term, defined_term },
  { "definition-meaning", empty_term, full_term },
  { "definition-cadence", quarterly, weekly },
  { "definition-source", no_source, two_sources },
  { "definition-examples", one_example, three_examples },
  { "definition-owner", no_definition_owner, new_definition_owner },
  { "definition-baseline", no_baseline, zero_baseline },
  { "commitment-block", block, reservation },
  { "commitment-no-review", no_review, review_by_date },
  { "commitment-review-time", early_review, early_before_fit },
  { "commitment-leadership", no_leader, leader_from_outside },
  { "commitment-revenue", no_revenue_answer, other_revenue_answer },
  { "commitment-objection", open_objection, met_objection },
  { "round-verify", disguised, second_direct_round },
  { "round-rejected", rejected, replaced },
  { "round-left-open", left_open, open_before_final },
  { "final-unsettled", final_blocked, draft_blocked },
  { "round-unsettled", unsettled, settled },
};

static gboolean
speaks (NsmWorkshop *workshop, const char *rule)
{
  g_autoptr (GPtrArray) found = nsm_findings_collect (workshop);
  gboolean spoke = FALSE;

  for (guint i = 0; i < found->len; i++)
    {
      NsmFinding *finding = found->pdata[i];
      NsmRecord *record = nsm_finding_get_record (finding);
      const char *field = nsm_finding_get_field (finding);

      g_assert_cmpstr (nsm_finding_get_message (finding), !=, "");
      g_assert_cmpstr (nsm_finding_get_consequence (finding), !=, "");
      g_assert_cmpstr (nsm_finding_get_action (finding), !=, "");
      g_assert_true (nsm_record_get_root (record) == NSM_RECORD (workshop));
      if (field != NULL)
        g_assert_nonnull (nsm_record_find_field (record, field));
      spoke = spoke || strcmp (nsm_finding_get_rule (finding), rule) == 0;
    }
  return spoke;
}

static void
test_rule (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (NsmWorkshop) fires = make_sound_workshop ();
  g_autoptr (NsmWorkshop) silent = make_sound_workshop ();

  one->fires (fires);
  g_assert_true (speaks (fires, one->rule));
  one->silent (silent);
  g_assert_false (speaks (silent, one->rule));
}

static void
test_every_rule_has_a_case (void)
{
  for (guint i = 0; i < nsm_rules_get_n (); i++)
    {
      guint n = 0;

      for (guint j = 0; j < G_N_ELEMENTS (cases); j++)
        n += strcmp (cases[j].rule, nsm_rules_get (i)->id) == 0;
      g_test_message ("%s", nsm_rules_get (i)->id);
      g_assert_cmpuint (n, >=, 1);
    }
  g_assert_cmpuint (nsm_rules_get_n (), <=, G_N_ELEMENTS (cases));
}

static void
test_sound (void)
{
  g_autoptr (NsmWorkshop) workshop = make_sound_workshop ();
  g_autoptr (GPtrArray) found = nsm_findings_collect (workshop);

  for (guint i = 0; i < found->len; i++)
    g_test_message ("%s: %s", nsm_finding_get_rule (found->pdata[i]),
                    nsm_finding_get_message (found->pdata[i]));
  g_assert_cmpuint (found->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/findings/rules/sound", test_sound);
  g_test_add_func ("/findings/rules/every-rule-has-a-case", test_every_rule_has_a_case);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n = 1;

      for (guint k = 0; k < i; k++)
        n += strcmp (cases[k].rule, cases[i].rule) == 0;

      g_autofree char *path = g_strdup_printf ("/findings/rules/%s-%u", cases[i].rule, n);

      g_test_add_data_func (path, &cases[i], test_rule);
    }
  return g_test_run ();
}
