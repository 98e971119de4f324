/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How firm the winner is, and what moved since the round before, for programs. */
#include <math.h>

#include "score.h"

/* The id, or null for none. */
static void
add_candidate (cJSON *object, const char *name, NsmScores *scores, guint candidate)
{
  if (candidate == G_MAXUINT)
    cJSON_AddNullToObject (object, name);
  else
    cli_add_text (object, name, nsm_scores_get_candidate_id (scores, candidate));
}

static void
add_texts (cJSON *object, const char *name, GPtrArray *texts)
{
  cJSON *list = cJSON_AddArrayToObject (object, name);

  for (guint i = 0; i < texts->len; i++)
    cJSON_AddItemToArray (list, cJSON_CreateString (texts->pdata[i]));
}

static const char *
get_firmness (NsmFirmness firmness)
{
  switch (firmness)
    {
    case NSM_FIRMNESS_FIRM:
      return "firm";
    case NSM_FIRMNESS_LEANING:
      return "leaning";
    case NSM_FIRMNESS_TOSS:
      return "coin-toss";
    case NSM_FIRMNESS_NONE:
    default:
      return "none";
    }
}

static void
add_needs (cJSON *result, CliScore *self)
{
  const NsmRise *rise = &self->scoring->robustness->rise;
  cJSON *needs = cJSON_AddObjectToObject (result, "runner_up_needs");

  cli_add_text (needs, "sentence", self->scoring->robustness->what_would_change);
  if (rise->criterion != G_MAXUINT)
    {
      cli_add_text (needs, "criterion", nsm_scores_get_criterion_id (self->scores, rise->criterion));
      cli_add_number (needs, "from", rise->from);
      cli_add_number (needs, "more_than", rise->to);
    }
  cli_add_number (needs, "full_marks_on", rise->n_full_marks > 0 ? rise->n_full_marks : NAN);
  if (rise->weigh_criterion != G_MAXUINT)
    {
      cli_add_text (needs, "or_criterion",
                nsm_scores_get_criterion_id (self->scores, rise->weigh_criterion));
      cli_add_number (needs, "weighing_times", rise->weigh_factor);
    }
}

/* By person only where names were promised. */
static void
add_leave_one_out (cJSON *result, CliScore *self)
{
  NsmRobustness *robustness = self->scoring->robustness;
  cJSON *object = cJSON_AddObjectToObject (result, "leave_one_out");
  cJSON *list;

  cli_add_number (object, "n_changed", robustness->n_changed_without);
  if (!cli_score_has_people (self) || !robustness->has_winner)
    return;
  list = cJSON_AddArrayToObject (object, "people");
  for (guint p = 0; p < robustness->n_people; p++)
    {
      cJSON *item = cli_append_object (list);

      cli_add_text (item, "without", nsm_scores_get_person_id (self->scores, p));
      add_candidate (item, "winner", self->scores, robustness->winner_without[p]);
    }
}

static void
add_shares (cJSON *result, CliScore *self)
{
  NsmRobustness *robustness = self->scoring->robustness;
  cJSON *list = cJSON_AddArrayToObject (result, "shares");

  for (guint i = 0; i < robustness->n_candidates && robustness->has_winner; i++)
    {
      guint c = nsm_scores_get_nth (self->scores, i);
      cJSON *item, *ranks;

      if (isnan (nsm_scores_get_rank (self->scores, c)))
        continue;
      item = cli_append_object (list);
      add_candidate (item, "candidate", self->scores, c);
      cli_add_number (item, "first_in_resamples", robustness->resample_share[c]);
      cli_add_number (item, "first_in_weightings", robustness->weight_share[c]);
      ranks = cJSON_AddArrayToObject (item, "ranks_in_weightings");
      for (guint r = 0; r < nsm_scores_count_ranked (self->scores); r++)
        cJSON_AddItemToArray (
          ranks,
          cJSON_CreateNumber (robustness->rank_share[(gsize) c * robustness->n_candidates + r]));
    }
}

static void
add_flips (cJSON *result, CliScore *self)
{
  GArray *flips = self->scoring->robustness->flips;
  cJSON *list = cJSON_AddArrayToObject (result, "one_step_flips");

  for (guint i = 0; i < flips->len; i++)
    {
      const NsmFlip *from = &g_array_index (flips, NsmFlip, i);
      cJSON *item = cli_append_object (list);

      if (cli_score_has_people (self))
        cli_add_text (item, "person", nsm_scores_get_person_id (self->scores, from->person));
      add_candidate (item, "candidate", self->scores, from->candidate);
      cli_add_text (item, "criterion", nsm_scores_get_criterion_id (self->scores, from->criterion));
      cli_add_number (item, "from", from->from);
      cli_add_number (item, "to", from->to);
      add_candidate (item, "winner", self->scores, from->winner);
      cJSON_AddBoolToObject (item, "level", from->is_level);
    }
}

static void
add_agreed (cJSON *result, CliScore *self)
{
  cJSON *agreed = cJSON_AddObjectToObject (result, "with_agreed_marks");
  guint winner = G_MAXUINT;

  nsm_scores_get_agreed_winner (self->scores, &winner);
  cli_add_number (agreed, "n", nsm_scores_count_agreed (self->scores));
  add_candidate (agreed, "winner", self->scores, winner);
  cJSON_AddBoolToObject (agreed, "tied", nsm_scores_count_agreed_winners (self->scores) > 1);
  cli_add_text (agreed, "sentence", self->scoring->robustness->agreed_note);
}

cJSON *
cli_score_make_robustness (CliScore *self)
{
  NsmRobustness *from = self->scoring->robustness;
  cJSON *result = cJSON_CreateObject ();

  cli_add_text (result, "firmness", get_firmness (from->firmness));
  cli_add_text (result, "label", from->firmness_label);
  add_candidate (result, "winner", self->scores, from->has_winner ? from->winner : G_MAXUINT);
  add_candidate (result, "runner_up", self->scores,
                 from->has_runner_up ? from->runner_up : G_MAXUINT);
  cJSON_AddBoolToObject (result, "tied", from->tied);
  cli_add_number (result, "gap", from->has_runner_up ? from->gap : NAN);
  cli_add_text (result, "verdict", from->verdict);
  cli_add_text (result, "explanation", from->explanation);
  add_texts (result, "reasons", from->reasons);
  add_needs (result, self);
  add_agreed (result, self);
  add_leave_one_out (result, self);
  add_shares (result, self);
  add_flips (result, self);
  return result;
}

/* What moved */

static void
add_cells (cJSON *result, CliScore *self)
{
  cJSON *list = cJSON_AddArrayToObject (result, "cells");

  for (guint c = 0; c < self->movement->n_candidates; c++)
    for (guint k = 0; k < self->movement->n_criteria; k++)
      {
        const NsmMovementCell *from = nsm_movement_get_cell (self->movement, c, k);
        cJSON *item;

        if (!from->asked_twice)
          continue;
        item = cli_append_object (list);
        add_candidate (item, "candidate", self->scores, c);
        cli_add_text (item, "criterion", nsm_scores_get_criterion_id (self->scores, k));
        cli_add_number (item, "mean_shift", from->mean_shift);
        cli_add_number (item, "distance_shift", from->distance_shift);
        if (!self->movement->named)
          continue;
        cli_add_number (item, "people_twice", from->n_twice);
        cli_add_number (item, "people_moved", from->n_moved);
      }
}

static void
add_climbs (cJSON *result, CliScore *self)
{
  cJSON *list = cJSON_AddArrayToObject (result, "ranks");

  for (guint i = 0; i < self->movement->n_candidates; i++)
    {
      guint c = nsm_scores_get_nth (self->scores, i);
      const NsmClimb *from = &self->movement->climbs[c];
      cJSON *item;

      if (!from->ranked_twice)
        continue;
      item = cli_append_object (list);
      add_candidate (item, "candidate", self->scores, c);
      cli_add_number (item, "from_rank", from->from_rank);
      cli_add_number (item, "to_rank", from->to_rank);
      cli_add_number (item, "from_score", from->from_total);
      cli_add_number (item, "to_score", from->to_total);
    }
}

static void
add_moves (cJSON *result, CliScore *self)
{
  cJSON *list = cJSON_AddArrayToObject (result, "moves");

  for (guint i = 0; i < self->movement->moves->len; i++)
    {
      const NsmMove *from = &g_array_index (self->movement->moves, NsmMove, i);
      g_autofree char *sentence = nsm_move_dup_sentence (from, self->earlier, self->scores);
      cJSON *item = cli_append_object (list);
      cJSON *toward;

      cli_add_text (item, "person", nsm_scores_get_person_id (self->scores, from->person));
      add_candidate (item, "candidate", self->scores, from->candidate);
      cli_add_text (item, "criterion", nsm_scores_get_criterion_id (self->scores, from->criterion));
      cli_add_number (item, "from", from->from);
      cli_add_number (item, "to", from->to);
      cJSON_AddBoolToObject (item, "toward_others", from->toward_others);
      toward = cJSON_AddArrayToObject (item, "toward");
      for (guint j = 0; j < from->toward->len; j++)
        cJSON_AddItemToArray (toward,
                              cJSON_CreateString (nsm_scores_get_person_id (
                                self->earlier, g_array_index (from->toward, guint, j))));
      cli_add_text (item, "sentence", sentence);
    }
}

static void
add_attractions (cJSON *result, CliScore *self)
{
  cJSON *list = cJSON_AddArrayToObject (result, "toward_whom");

  for (guint i = 0; i < self->movement->attractions->len; i++)
    {
      const NsmAttraction *from = &g_array_index (self->movement->attractions, NsmAttraction, i);
      cJSON *item = cli_append_object (list);

      cli_add_text (item, "person", nsm_scores_get_person_id (self->scores, from->person));
      cli_add_text (item, "toward", nsm_scores_get_person_id (self->earlier, from->earlier_toward));
      cli_add_number (item, "marks", from->n);
    }
}

cJSON *
cli_score_make_movement (CliScore *self)
{
  NsmMovement *from = self->movement;
  NsmRound *earlier = nsm_scores_get_round (self->earlier);
  cJSON *result = cJSON_CreateObject ();

  cli_add_text (result, "since", NSM_RECORD (earlier)->id);
  cli_add_number (result, "since_number", earlier->number);
  cli_add_text (result, "headline", from->headline);
  add_texts (result, "sentences", from->sentences);
  cJSON_AddBoolToObject (result, "same_scorecard", from->same_scorecard);
  cJSON_AddBoolToObject (result, "winner_changed", from->winner_changed);
  cli_add_number (result, "cells_compared", from->n_compared);
  cli_add_number (result, "cells_closer", from->n_closer);
  cli_add_number (result, "cells_apart", from->n_apart);
  cli_add_number (result, "from_w", from->from_w);
  cli_add_number (result, "to_w", from->to_w);
  cli_add_number (result, "from_w_people", from->from_w_people);
  cli_add_number (result, "to_w_people", from->to_w_people);
  add_cells (result, self);
  add_climbs (result, self);
  if (from->named)
    {
      add_moves (result, self);
      add_attractions (result, self);
    }
  return result;
}
