/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "method/candidates.h"
#include "method/step.h"

/* Each step says two things: has anybody entered anything, and is everything
 * there that it needs? */
typedef struct
{
  gboolean begun;
  gboolean complete;
} State;

static gboolean
has (const char *text)
{
  return text[0] != '\0';
}

static gboolean
has_round (NsmWorkshop *workshop, NsmRoundKind kind, gboolean revealed)
{
  NSM_LIST_EACH (NsmRound, round, workshop->rounds)
    if (round->kind == kind && (!revealed || round->state == NSM_ROUND_STATE_REVEALED ||
                                (round->direct && nsm_list_get_size (round->answers) > 0)))
      return TRUE;
  return FALSE;
}

static guint
count_candidates (NsmWorkshop *workshop, NsmCandidateKind kind)
{
  guint n = 0;

  NSM_LIST_EACH (NsmCandidate, candidate, workshop->candidates)
    if (candidate->kind == kind && candidate->standing != NSM_STANDING_REFINED)
      n++;
  return n;
}

static State
check_set_up (NsmWorkshop *workshop)
{
  guint n = 0;

  NSM_LIST_EACH (NsmParticipant, participant, workshop->participants)
    if (!participant->retired && has (participant->name))
      n++;

  gboolean people = workshop->mode == NSM_MODE_SOLO || n >= workshop->settings->min_participants;

  return (State) {
    .begun = has (workshop->title) || has (workshop->product) || has (workshop->description) ||
             has (workshop->business_model) || has (workshop->current_metrics) ||
             has (workshop->direction) || has (workshop->author) ||
             workshop->stage != NSM_STAGE_UNSET || nsm_list_get_size (workshop->segments) > 0 ||
             nsm_list_get_size (workshop->participants) > 0,
    .complete = has (workshop->product) && has (workshop->description) &&
                has (workshop->business_model) && workshop->stage != NSM_STAGE_UNSET && people &&
                nsm_list_get_size (workshop->scorecard->criteria) > 0,
  };
}

static State
check_value (NsmWorkshop *workshop)
{
  NsmValue *value = workshop->value;

  return (State) {
    .begun = !nsm_record_is_empty (NSM_RECORD (value)) ||
             has_round (workshop, NSM_ROUND_KIND_STATEMENTS, FALSE) ||
             has_round (workshop, NSM_ROUND_KIND_MOMENTS, FALSE),
    .complete = has (value->proposition) && has (value->situation) && has (value->outcome) &&
                has (value->benefit) &&
                nsm_list_get_size (value->moments) >= workshop->settings->min_moments,
  };
}

static State
check_game (NsmWorkshop *workshop)
{
  NsmGameChoice *game = workshop->game;
  gboolean straddles = game->second != NSM_GAME_UNSET && game->second != game->game;

  return (State) {
    .begun = !nsm_record_is_empty (NSM_RECORD (game)) ||
             has_round (workshop, NSM_ROUND_KIND_GAME, FALSE),
    .complete = game->game != NSM_GAME_UNSET && has (game->rationale) &&
                (!straddles || has (game->focus)) &&
                (!game->two_sided ||
                 (has (game->side_a) && has (game->side_b) && has (game->tension))),
  };
}

static gboolean
is_candidate_complete (NsmCandidate *candidate)
{
  NsmMetric *metric = nsm_candidate_get_metric (candidate);

  if (metric == NULL)
    return FALSE;
  if (candidate->kind == NSM_CANDIDATE_KIND_BAD)
    return (has (metric->name) || has (metric->unit)) && has (candidate->why_bad);
  return has (metric->unit) && metric->window != NSM_WINDOW_UNSET &&
         (has (metric->statement) || has (metric->name)) && has (candidate->value_captured) &&
         has (candidate->why_leading) && candidate->more_value != NSM_CLAUSE_UNSET &&
         candidate->business_grows != NSM_CLAUSE_UNSET;
}

static State
check_candidates (NsmWorkshop *workshop)
{
  gboolean complete =
    count_candidates (workshop, NSM_CANDIDATE_KIND_GOOD) >= workshop->settings->min_candidates &&
    count_candidates (workshop, NSM_CANDIDATE_KIND_BAD) >= workshop->settings->min_bad;

  NSM_LIST_EACH (NsmCandidate, candidate, workshop->candidates)
    if (candidate->standing != NSM_STANDING_REFINED && !is_candidate_complete (candidate))
      complete = FALSE;
  return (State) {
    .begun = nsm_list_get_size (workshop->candidates) > 0 ||
             has_round (workshop, NSM_ROUND_KIND_IDEAS, FALSE),
    .complete = complete,
  };
}

static State
check_evidence (NsmWorkshop *workshop)
{
  gboolean begun = nsm_list_get_size (workshop->evidence) > 0;
  gboolean complete = TRUE;
  guint n = 0;

  NSM_LIST_EACH (NsmCandidate, candidate, workshop->candidates)
    {
      begun = begun || candidate->evidence_verdict != NSM_EVIDENCE_VERDICT_UNSET ||
              has (candidate->evidence_why) || !isnan (candidate->noise) ||
              !isnan (candidate->react_months);
      if (!nsm_candidate_is_good (candidate) || candidate->standing == NSM_STANDING_REFINED)
        continue;
      n++;
      if (candidate->evidence_verdict == NSM_EVIDENCE_VERDICT_UNSET ||
          !has (candidate->evidence_why))
        complete = FALSE;
    }
  return (State) { .begun = begun, .complete = complete && n > 0 };
}

static State
check_scoring (NsmWorkshop *workshop)
{
  return (State) {
    .begun = has_round (workshop, NSM_ROUND_KIND_SCORES, FALSE),
    .complete = has_round (workshop, NSM_ROUND_KIND_SCORES, TRUE),
  };
}

static gboolean
is_stressed (NsmCandidate *candidate)
{
  for (guint test = 0; test < NSM_N_STRESS_TESTS; test++)
    {
      NsmStressResult *result = nsm_candidate_find_stress_result (candidate, test);

      if (result == NULL || result->verdict == NSM_VERDICT_UNSET)
        return FALSE;
    }
  return TRUE;
}

static State
check_stress (NsmWorkshop *workshop)
{
  NsmCandidate *chosen = nsm_workshop_get_chosen (workshop);
  gboolean complete = FALSE;

  /* Who the finalists are is the team's choice: one is enough before the
   * decision, after it the chosen one counts. */
  if (chosen != NULL)
    complete = is_stressed (chosen);
  else
    NSM_LIST_EACH (NsmCandidate, candidate, workshop->candidates)
      if (nsm_candidate_is_good (candidate) && nsm_candidate_is_running (candidate) &&
          is_stressed (candidate))
        complete = TRUE;
  return (State) {
    .begun = nsm_list_get_size (workshop->stress_results) > 0 ||
             has_round (workshop, NSM_ROUND_KIND_VERDICTS, FALSE),
    .complete = complete,
  };
}

static State
check_decision (NsmWorkshop *workshop)
{
  NsmDecision *decision = workshop->decision;
  NsmCandidate *chosen = nsm_workshop_get_chosen (workshop);
  gboolean complete = chosen != NULL && has (decision->why) && has (decision->captures) &&
                      has (decision->misses);

  if (workshop->purpose != NSM_PURPOSE_DEFINE &&
      decision->review_outcome == NSM_REVIEW_OUTCOME_UNSET)
    complete = FALSE;
  NSM_LIST_EACH (NsmCandidate, candidate, workshop->candidates)
    {
      NsmRejection *rejection;

      if (candidate == chosen || !nsm_candidate_is_good (candidate))
        continue;
      rejection = nsm_workshop_find_rejection (workshop, candidate);
      if (rejection == NULL || !has (rejection->reason))
        complete = FALSE;
    }
  return (State) {
    .begun = !nsm_record_is_empty (NSM_RECORD (decision)),
    .complete = complete,
  };
}

static State
check_system (NsmWorkshop *workshop)
{
  NsmSystem *self = workshop->system;
  guint n = nsm_list_get_size (self->inputs);
  gboolean complete = has (self->kpi) && self->kpi_link != NSM_LINK_UNSET &&
                      n >= workshop->settings->min_inputs &&
                      n <= workshop->settings->max_inputs &&
                      self->inputs_move != NSM_ANSWER_STATE_UNSET &&
                      self->kpi_follows != NSM_ANSWER_STATE_UNSET &&
                      self->gaps != NSM_ANSWER_STATE_UNSET &&
                      self->conflicts != NSM_ANSWER_STATE_UNSET;

  NSM_LIST_EACH (NsmInput, input, self->inputs)
    if (!has (input->metric) || !has (input->owner) || input->dimension == NSM_DIMENSION_UNSET ||
        input->link == NSM_LINK_UNSET)
      complete = FALSE;
  return (State) { .begun = !nsm_record_is_empty (NSM_RECORD (self)), .complete = complete };
}

static State
check_definition (NsmWorkshop *workshop)
{
  NsmDefinition *self = workshop->definition;
  gboolean yes = FALSE;
  gboolean no = FALSE;

  NSM_LIST_EACH (NsmExample, example, self->examples)
    {
      if (example->counts)
        yes = TRUE;
      else
        no = TRUE;
    }
  return (State) {
    .begun = !nsm_record_is_empty (NSM_RECORD (self)),
    .complete = has (self->formula) && nsm_list_get_size (self->terms) > 0 &&
                nsm_list_get_size (self->sources) > 0 && self->cadence != NSM_CADENCE_UNSET &&
                yes && no && has (self->owner) && !isnan (self->baseline),
  };
}

static gboolean
has_begun_commitment (NsmCommitment *self)
{
  /* The standing triggers come with a new workshop and are nobody's work. */
  return nsm_list_get_size (self->sign_offs) > 0 || nsm_list_get_size (self->objections) > 0 ||
         nsm_list_get_size (self->next_steps) > 0 || has (self->revenue_answer) ||
         has (self->revenue_split) || has (self->decided_on) || has (self->review_on) ||
         !isnan (self->review_months);
}

static State
check_commitment (NsmWorkshop *workshop)
{
  NsmCommitment *self = workshop->commitment;
  gboolean complete = nsm_list_get_size (self->sign_offs) > 0 && has (self->revenue_answer) &&
                      (has (self->review_on) || !isnan (self->review_months));

  NSM_LIST_EACH (NsmSignOff, sign_off, self->sign_offs)
    if (sign_off->position == NSM_POSITION_UNSET || sign_off->position == NSM_POSITION_BLOCKS)
      complete = FALSE;
  return (State) { .begun = has_begun_commitment (self), .complete = complete };
}

static State (*const checks[]) (NsmWorkshop *) = {
  [NSM_STEP_SET_UP] = check_set_up,         [NSM_STEP_VALUE] = check_value,
  [NSM_STEP_GAME] = check_game,             [NSM_STEP_CANDIDATES] = check_candidates,
  [NSM_STEP_EVIDENCE] = check_evidence,     [NSM_STEP_SCORING] = check_scoring,
  [NSM_STEP_STRESS] = check_stress,         [NSM_STEP_DECISION] = check_decision,
  [NSM_STEP_SYSTEM] = check_system,         [NSM_STEP_DEFINITION] = check_definition,
  [NSM_STEP_COMMITMENT] = check_commitment,
};

G_STATIC_ASSERT (G_N_ELEMENTS (checks) == NSM_N_STEPS);

/**
 * nsm_step_get_progress:
 *
 * Returns: how far @step is: done when what it needs, by the workshop's
 *   settings, is there; quality is for the findings to judge
 */
NsmProgress
nsm_step_get_progress (NsmWorkshop *workshop, NsmStep step)
{
  State state;

  g_return_val_if_fail (step < NSM_N_STEPS, NSM_PROGRESS_NONE);

  state = checks[step] (workshop);
  if (state.complete)
    return NSM_PROGRESS_DONE;
  return state.begun ? NSM_PROGRESS_SOME : NSM_PROGRESS_NONE;
}

/**
 * nsm_workshop_get_progress_facets:
 *
 * Returns: the facets of the star that are lit: bit i − 1 for each step i of 1 to
 *   10 that is done
 */
guint
nsm_workshop_get_progress_facets (NsmWorkshop *workshop)
{
  guint facets = 0;

  for (guint step = 1; step < NSM_N_STEPS; step++)
    if (nsm_step_get_progress (workshop, step) == NSM_PROGRESS_DONE)
      facets |= 1u << (step - 1);
  return facets;
}
