/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading scores, and showing them. */
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "analysis/private.h"

#include "record/language.h"

static gsize
mark_index (NsmScores *self, guint person, guint candidate, guint criterion)
{
  return ((gsize) person * self->n_candidates + candidate) * self->n_criteria + criterion;
}

/**
 * nsm_scores_get_round:
 *
 * Returns: (transfer none) (nullable): the round that the marks are from
 */
NsmRound *
nsm_scores_get_round (NsmScores *self)
{
  return self->round;
}

guint
nsm_scores_get_n_people (NsmScores *self)
{
  return self->n_people;
}

guint
nsm_scores_get_n_candidates (NsmScores *self)
{
  return self->n_candidates;
}

guint
nsm_scores_get_n_criteria (NsmScores *self)
{
  return self->n_criteria;
}

/**
 * nsm_scores_is_single:
 *
 * Returns: whether one person alone marked: then nothing may be said of agreement
 */
gboolean
nsm_scores_is_single (NsmScores *self)
{
  return self->n_people <= 1;
}

/**
 * nsm_scores_is_nameless:
 *
 * Returns: whether people were promised that nobody sees who gave which mark: then
 *   nothing is shown by person
 */
gboolean
nsm_scores_is_nameless (NsmScores *self)
{
  return self->nameless;
}

const char *
nsm_scores_get_person_id (NsmScores *self, guint person)
{
  return self->person_ids->pdata[person];
}

/**
 * nsm_scores_get_person_name:
 *
 * Returns: (transfer none): the name as it was in the round; in a round without names
 *   "Answer 1" and so on
 */
const char *
nsm_scores_get_person_name (NsmScores *self, guint person)
{
  return self->person_names->pdata[person];
}

const char *
nsm_scores_get_candidate_id (NsmScores *self, guint candidate)
{
  return self->candidate_ids->pdata[candidate];
}

/**
 * nsm_scores_get_candidate_title:
 *
 * Returns: (transfer none): the title as it was when people scored
 */
const char *
nsm_scores_get_candidate_title (NsmScores *self, guint candidate)
{
  return self->candidate_titles->pdata[candidate];
}

gboolean
nsm_scores_is_calibration (NsmScores *self, guint candidate)
{
  return self->calibration[candidate];
}

const char *
nsm_scores_get_criterion_id (NsmScores *self, guint criterion)
{
  return self->criterion_ids->pdata[criterion];
}

const char *
nsm_scores_get_criterion_name (NsmScores *self, guint criterion)
{
  return self->criterion_names->pdata[criterion];
}

double
nsm_scores_get_weight (NsmScores *self, guint criterion)
{
  return self->weights[criterion];
}

/**
 * nsm_scores_find_candidate:
 * @candidate: (out) (optional): its number
 *
 * Returns: whether the candidate with @id was scored in this round
 */
gboolean
nsm_scores_find_candidate (NsmScores *self, const char *id, guint *candidate)
{
  return nsm_ids_find (self->candidate_ids, id, candidate);
}

/**
 * nsm_scores_find_criterion:
 * @criterion: (out) (optional): its number
 *
 * Returns: whether the criterion with @id was marked in this round
 */
gboolean
nsm_scores_find_criterion (NsmScores *self, const char *id, guint *criterion)
{
  return nsm_ids_find (self->criterion_ids, id, criterion);
}

/**
 * nsm_scores_get_mark:
 *
 * Returns: 1 to 5, or NAN: missing or abstained, which is never a low mark
 */
double
nsm_scores_get_mark (NsmScores *self, guint person, guint candidate, guint criterion)
{
  return self->marks[mark_index (self, person, candidate, criterion)];
}

/**
 * nsm_scores_get_entry:
 *
 * Returns: (transfer none) (nullable): the entry behind a mark, with its reason
 */
NsmEntry *
nsm_scores_get_entry (NsmScores *self, guint person, guint candidate, guint criterion)
{
  return self->entries->pdata[mark_index (self, person, candidate, criterion)];
}

const NsmCell *
nsm_scores_get_cell (NsmScores *self, guint candidate, guint criterion)
{
  return &self->cells[(gsize) candidate * self->n_criteria + criterion];
}

/**
 * nsm_scores_get_total:
 *
 * Returns: the weighted mean over criteria of the mean over those who marked the
 *   cell; NAN where nobody did, or where all weights are 0
 */
double
nsm_scores_get_total (NsmScores *self, guint candidate)
{
  return self->totals[candidate];
}

/**
 * nsm_scores_get_person_total:
 *
 * Returns: @person's own weighted mean over the criteria they marked, or NAN
 */
double
nsm_scores_get_person_total (NsmScores *self, guint person, guint candidate)
{
  return nsm_scores_weigh (self->marks + mark_index (self, person, candidate, 0), self->weights,
                           self->n_criteria);
}

/**
 * nsm_scores_get_rank:
 *
 * Returns: 1 for the highest total, ties share the mean of their places; NAN for
 *   deliberately bad candidates and for those without marks
 */
double
nsm_scores_get_rank (NsmScores *self, guint candidate)
{
  return self->ranks[candidate];
}

/**
 * nsm_scores_get_nth:
 * @position: from 0, below the number of candidates
 *
 * Returns: the candidate at @position in order of total, deliberately bad ones
 *   among the others, those without marks last
 */
guint
nsm_scores_get_nth (NsmScores *self, guint position)
{
  return self->order[position];
}

guint
nsm_scores_count_ranked (NsmScores *self)
{
  guint n = 0;

  for (guint c = 0; c < self->n_candidates; c++)
    n += !isnan (self->ranks[c]) ? 1 : 0;
  return n;
}

/**
 * nsm_scores_get_winner:
 * @candidate: (out) (optional): the first of those that share the highest total
 *
 * Returns: whether anything is ranked; see nsm_scores_count_winners() for ties
 */
gboolean
nsm_scores_get_winner (NsmScores *self, guint *candidate)
{
  if (self->top.n == 0)
    return FALSE;
  if (candidate != NULL)
    *candidate = self->top.winner;
  return TRUE;
}

/**
 * nsm_scores_get_runner_up:
 * @candidate: (out) (optional): the best of the others; at a tie one that shares the first place
 *
 * Returns: whether there is one
 */
gboolean
nsm_scores_get_runner_up (NsmScores *self, guint *candidate)
{
  for (guint i = 0; i < self->n_candidates; i++)
    {
      guint c = self->order[i];

      if (!isnan (self->ranks[c]) && c != self->top.winner)
        {
          if (candidate != NULL)
            *candidate = c;
          return TRUE;
        }
    }
  return FALSE;
}

guint
nsm_scores_count_winners (NsmScores *self)
{
  return self->top.n;
}

guint
nsm_scores_count_abstentions (NsmScores *self)
{
  guint n = 0;

  for (gsize i = 0; i < (gsize) self->n_candidates * self->n_criteria; i++)
    n += self->cells[i].n_abstained;
  return n;
}

/* People's numbers in the order of their ids, so that no figure depends on the
 * order in which they were entered. */
guint *
nsm_scores_dup_people_by_id (NsmScores *self)
{
  guint *order = g_new (guint, MAX (1, self->n_people));

  for (guint p = 0; p < self->n_people; p++)
    {
      guint i = p;

      for (;
           i > 0 && strcmp (self->person_ids->pdata[order[i - 1]], self->person_ids->pdata[p]) > 0;
           i--)
        order[i] = order[i - 1];
      order[i] = p;
    }
  return order;
}

/**
 * nsm_scores_format:
 *
 * Returns: (transfer full): @score with one decimal as the language writes it, halves
 *   rounded up (4.25 is 4.3); "–" for NAN
 */
char *
nsm_scores_format (double score)
{
  if (isnan (score))
    return g_strdup ("–");
  /* Means of marks end in exact halves that binary fractions miss by a hair. */
  return nsm_number_dup (floor (score * 10 + 0.5 + NSM_TIE) / 10, 1);
}

/* A share in per cent, with a no-break space before the sign; what is not quite all is never
 * shown as 100. */
char *
nsm_format_share (double share)
{
  double percent = floor (share * 100 + 0.5 + NSM_TIE);

  if (share < 1 - NSM_TIE && percent > 99)
    percent = 99;
  if (share > NSM_TIE && percent < 1)
    /* Translators: a share that is above none and below one per cent */
    return g_strdup (_("less than 1 %"));
  /* Translators: a share in per cent */
  return g_strdup_printf (_("%.0f %%"), percent);
}
