/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/movement.h"

#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics_double.h>
#include <math.h>

#include "analysis/private.h"

/* Which number each candidate, criterion and person of the later round had in the
 * earlier one; G_MAXUINT: none. */
typedef struct
{
  NsmScores *earlier, *later;
  guint *candidates, *criteria, *people;
} Match;

static guint *
match_ids (GPtrArray *later, GPtrArray *earlier)
{
  guint *found = g_new (guint, MAX (1, later->len));

  for (guint i = 0; i < later->len; i++)
    if (!nsm_ids_find (earlier, later->pdata[i], &found[i]))
      found[i] = G_MAXUINT;
  return found;
}

static gboolean
has_same_scorecard (Match *match)
{
  if (match->earlier->n_criteria != match->later->n_criteria)
    return FALSE;
  for (guint k = 0; k < match->later->n_criteria; k++)
    if (match->criteria[k] == G_MAXUINT ||
        fabs (match->earlier->weights[match->criteria[k]] - match->later->weights[k]) > NSM_TIE)
      return FALSE;
  return TRUE;
}

/* Cells */

static double
get_distance (const NsmCell *cell)
{
  return cell->high - cell->low;
}

/* @left_out: set where the cell would count, was its candidate not bad on purpose */
static void
compare_cell (NsmMovement *self, Match *match, guint candidate, guint criterion,
              gboolean *left_out)
{
  NsmMovementCell *cell = &self->cells[(gsize) candidate * self->n_criteria + criterion];
  guint c = match->candidates[candidate], k = match->criteria[criterion];
  const NsmCell *before, *now;

  cell->mean_shift = cell->distance_shift = NAN;
  if (c == G_MAXUINT || k == G_MAXUINT)
    return;
  before = nsm_scores_get_cell (match->earlier, c, k);
  now = nsm_scores_get_cell (match->later, candidate, criterion);
  cell->asked_twice = TRUE;
  cell->mean_shift = now->mean - before->mean;
  cell->distance_shift = get_distance (now) - get_distance (before);
  if (before->n < 2 || now->n < 2)
    return;
  if (match->later->calibration[candidate])
    {
      *left_out = TRUE;
      return;
    }
  self->n_compared++;
  self->n_closer += cell->distance_shift < -NSM_TIE ? 1 : 0;
  self->n_apart += cell->distance_shift > NSM_TIE ? 1 : 0;
}

/* People */

/* The earlier marks of everybody but @self, and who gave them. */
static guint
collect_others (NsmScores *earlier, guint self, guint candidate, guint criterion, double *marks,
                guint *people)
{
  guint n = 0;

  for (guint p = 0; p < earlier->n_people; p++)
    {
      double mark = nsm_scores_get_mark (earlier, p, candidate, criterion);

      if (p == self || isnan (mark))
        continue;
      marks[n] = mark;
      people[n++] = p;
    }
  return n;
}

static void
find_whom (NsmMove *move, const double *marks, const guint *people, guint n)
{
  double best = INFINITY, far = 0;

  for (guint i = 0; i < n; i++)
    {
      double left = fabs (marks[i] - move->to), before = fabs (marks[i] - move->from);

      if (left > before - NSM_TIE || left > best + NSM_TIE ||
          (left > best - NSM_TIE && before < far - NSM_TIE))
        continue;
      if (left < best - NSM_TIE || before > far + NSM_TIE)
        g_array_set_size (move->toward, 0);
      best = left;
      far = before;
      g_array_append_val (move->toward, people[i]);
    }
}

static void
add_move (NsmMovement *self, Match *match, const NsmMove *made)
{
  NsmScores *earlier = match->earlier;
  g_autofree double *marks = g_new (double, earlier->n_people);
  g_autofree guint *people = g_new (guint, earlier->n_people);
  NsmMove move = *made;
  guint n = collect_others (earlier, match->people[move.person], match->candidates[move.candidate],
                            match->criteria[move.criterion], marks, people);

  move.toward = g_array_new (FALSE, FALSE, sizeof (guint));
  find_whom (&move, marks, people, n);
  if (n > 0)
    {
      double median;

      gsl_sort (marks, 1, n);
      median = gsl_stats_median_from_sorted_data (marks, 1, n);
      move.toward_others = fabs (move.to - median) < fabs (move.from - median) - NSM_TIE;
    }
  g_array_append_val (self->moves, move);
}

static void
follow_person (NsmMovement *self, Match *match, guint person)
{
  guint was = match->people[person];

  for (guint c = 0; was != G_MAXUINT && c < self->n_candidates; c++)
    for (guint k = 0; k < self->n_criteria; k++)
      {
        NsmMovementCell *cell = &self->cells[(gsize) c * self->n_criteria + k];
        NsmMove move = { .person = person, .candidate = c, .criterion = k };

        if (!cell->asked_twice)
          continue;
        move.from =
          nsm_scores_get_mark (match->earlier, was, match->candidates[c], match->criteria[k]);
        move.to = nsm_scores_get_mark (match->later, person, c, k);
        if (isnan (move.from) || isnan (move.to))
          continue;
        cell->n_twice++;
        if (fabs (move.to - move.from) < NSM_TIE)
          continue;
        cell->n_moved++;
        add_move (self, match, &move);
      }
}

static int
compare_moves (gconstpointer a, gconstpointer b)
{
  const NsmMove *x = a, *y = b;
  double difference = fabs (y->to - y->from) - fabs (x->to - x->from);

  if (fabs (difference) > NSM_TIE)
    return difference > 0 ? 1 : -1;
  if (x->candidate != y->candidate)
    return x->candidate < y->candidate ? -1 : 1;
  if (x->criterion != y->criterion)
    return x->criterion < y->criterion ? -1 : 1;
  return x->person < y->person ? -1 : x->person > y->person;
}

static int
compare_attractions (gconstpointer a, gconstpointer b)
{
  const NsmAttraction *x = a, *y = b;

  if (x->n != y->n)
    return x->n > y->n ? -1 : 1;
  if (x->person != y->person)
    return x->person < y->person ? -1 : 1;
  return x->earlier_toward < y->earlier_toward ? -1 : x->earlier_toward > y->earlier_toward;
}

static void
count_attractions (NsmMovement *self, Match *match)
{
  const guint n = match->earlier->n_people;
  g_autofree guint *counts = g_new0 (guint, MAX (1, (gsize) match->later->n_people * n));

  for (guint i = 0; i < self->moves->len; i++)
    {
      NsmMove *move = &g_array_index (self->moves, NsmMove, i);

      for (guint j = 0; j < move->toward->len; j++)
        counts[(gsize) move->person * n + g_array_index (move->toward, guint, j)]++;
    }
  for (guint p = 0; p < match->later->n_people; p++)
    for (guint q = 0; q < n; q++)
      if (counts[(gsize) p * n + q] > 0)
        {
          NsmAttraction attraction = { p, q, counts[(gsize) p * n + q] };

          g_array_append_val (self->attractions, attraction);
        }
  g_array_sort (self->attractions, compare_attractions);
}

/* Candidates */

static void
compare_ranks (NsmMovement *self, Match *match)
{
  g_autofree guint *shared = g_new (guint, MAX (1, self->n_candidates));
  g_autofree double *values = g_new (double, MAX (1, 2 * self->n_candidates));
  g_autofree double *ranks = g_new (double, MAX (1, 2 * self->n_candidates));
  guint n = 0;

  for (guint c = 0; c < self->n_candidates; c++)
    {
      NsmClimb *climb = &self->climbs[c];
      guint before = match->candidates[c];

      climb->from_rank = climb->to_rank = climb->from_total = NAN;
      climb->to_total = match->later->totals[c];
      if (before == G_MAXUINT)
        continue;
      climb->from_total = match->earlier->totals[before];
      if (!isnan (match->later->ranks[c]) && !isnan (match->earlier->ranks[before]))
        shared[n++] = c;
    }
  for (guint i = 0; i < n; i++)
    {
      values[i] = self->climbs[shared[i]].from_total;
      values[n + i] = self->climbs[shared[i]].to_total;
    }
  nsm_rank_values (values, n, ranks, NULL);
  nsm_rank_values (values + n, n, ranks + n, NULL);
  for (guint i = 0; i < n; i++)
    {
      self->climbs[shared[i]].ranked_twice = TRUE;
      self->climbs[shared[i]].from_rank = ranks[i];
      self->climbs[shared[i]].to_rank = ranks[n + i];
    }
}

static gboolean
has_winner_changed (Match *match)
{
  const NsmTop *before = &match->earlier->top, *now = &match->later->top;

  if (before->n == 0 || now->n == 0)
    return FALSE;
  return before->n != now->n || match->candidates[now->winner] != before->winner;
}

static void
clear_move (gpointer data)
{
  g_array_unref (((NsmMove *) data)->toward);
}

/**
 * nsm_movement_new:
 * @earlier: a round of scores
 * @later: one that came after it
 *
 * Compares what two rounds have in common. People are followed only where both
 * rounds promised names: somebody moved if they marked a cell in both rounds, and
 * differently. They moved toward the others if they came nearer to the median of
 * what everybody else had marked there in the earlier round; and toward those
 * persons to whose earlier marks they came nearer and are nearest now (of two marks
 * that are equally near, the one that had been further away).
 *
 * Ranks are among the candidates that both rounds rank, so nobody rises because
 * another one was taken out. Deliberately bad candidates have none, and aren't
 * counted among the cells that came closer.
 *
 * Returns: (transfer full): what moved
 */
NsmMovement *
nsm_movement_new (NsmScores *earlier, NsmScores *later)
{
  NsmMovement *self = g_new0 (NsmMovement, 1);
  g_autofree guint *candidates = match_ids (later->candidate_ids, earlier->candidate_ids);
  g_autofree guint *criteria = match_ids (later->criterion_ids, earlier->criterion_ids);
  g_autofree guint *people = match_ids (later->person_ids, earlier->person_ids);
  Match match = { earlier, later, candidates, criteria, people };

  self->named = !nsm_scores_is_nameless (earlier) && !nsm_scores_is_nameless (later);
  self->same_scorecard = has_same_scorecard (&match);
  self->n_candidates = later->n_candidates;
  self->n_criteria = later->n_criteria;
  self->cells = g_new0 (NsmMovementCell, MAX (1, (gsize) self->n_candidates * self->n_criteria));
  self->climbs = g_new0 (NsmClimb, MAX (1, self->n_candidates));
  self->moves = g_array_new (FALSE, FALSE, sizeof (NsmMove));
  g_array_set_clear_func (self->moves, clear_move);
  self->attractions = g_array_new (FALSE, FALSE, sizeof (NsmAttraction));
  self->sentences = g_ptr_array_new_with_free_func (g_free);

  for (guint c = 0; c < self->n_candidates; c++)
    {
      gboolean left_out = FALSE;

      for (guint k = 0; k < self->n_criteria; k++)
        compare_cell (self, &match, c, k, &left_out);
      self->n_left_out += left_out ? 1 : 0;
    }
  for (guint p = 0; self->named && p < later->n_people; p++)
    follow_person (self, &match, p);
  g_array_sort (self->moves, compare_moves);
  count_attractions (self, &match);
  compare_ranks (self, &match);
  self->winner_changed = has_winner_changed (&match);
  self->from_w = nsm_scores_compute_w (earlier, &self->from_w_people);
  self->to_w = nsm_scores_compute_w (later, &self->to_w_people);
  nsm_movement_put_into_words (self, earlier, later);
  return self;
}

void
nsm_movement_free (NsmMovement *self)
{
  if (self == NULL)
    return;
  g_free (self->cells);
  g_free (self->climbs);
  g_array_unref (self->moves);
  g_array_unref (self->attractions);
  g_ptr_array_unref (self->sentences);
  g_free (self->headline);
  g_free (self);
}

/**
 * nsm_movement_get_cell:
 * @candidate: of the later round, as @criterion
 *
 * Returns: (transfer none): what moved in the cell
 */
const NsmMovementCell *
nsm_movement_get_cell (NsmMovement *self, guint candidate, guint criterion)
{
  return &self->cells[(gsize) candidate * self->n_criteria + criterion];
}
