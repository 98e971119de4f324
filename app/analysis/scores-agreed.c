/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the team agreed on after talking: stands beside the marks that people gave
 * alone, and replaces none of them. */
#include <math.h>
#include <string.h>

#include "analysis/private.h"
#include "model/workshop.h"

static void
take_conclusion (NsmScores *self, NsmConclusion *conclusion)
{
  guint c, k;
  double *agreed;

  if (conclusion->round != self->round->number || isnan (conclusion->agreed) ||
      !nsm_ids_find (self->candidate_ids, conclusion->candidate, &c) ||
      !nsm_ids_find (self->criterion_ids, conclusion->criterion, &k))
    return;
  agreed = &self->agreed[(gsize) c * self->n_criteria + k];
  if (!isnan (*agreed))
    return;
  *agreed = CLAMP (conclusion->agreed, 1, 5);
  self->n_agreed++;
}

/* Reads the conclusions of the workshop that the round stands in. */
void
nsm_scores_take_agreed (NsmScores *self)
{
  const gsize n = (gsize) self->n_candidates * self->n_criteria;
  NsmRecord *root = self->round != NULL ? nsm_record_get_root (NSM_RECORD (self->round)) : NULL;
  g_autofree double *means = g_new (double, MAX (1, n));

  self->agreed = g_new (double, MAX (1, n));
  self->agreed_totals = g_new (double, MAX (1, self->n_candidates));
  for (gsize i = 0; i < n; i++)
    self->agreed[i] = NAN;
  if (root != NULL && NSM_IS_WORKSHOP (root))
    NSM_LIST_EACH (NsmConclusion, conclusion, NSM_WORKSHOP (root)->conclusions)
      {
        take_conclusion (self, conclusion);
      }
  for (gsize i = 0; i < n; i++)
    means[i] = isnan (self->agreed[i]) ? self->means[i] : self->agreed[i];
  nsm_scores_compute_totals (self, means, self->agreed_totals);
  self->agreed_top = nsm_scores_find_top (self, self->agreed_totals);
}

/**
 * nsm_scores_get_agreed:
 *
 * Returns: the mark that the team agreed on for the cell after it talked about this
 *   round, or NAN. As it was when @self was made
 */
double
nsm_scores_get_agreed (NsmScores *self, guint candidate, guint criterion)
{
  return self->agreed[(gsize) candidate * self->n_criteria + criterion];
}

/**
 * nsm_scores_count_agreed:
 *
 * Returns: for how many cells the team agreed on a mark
 */
guint
nsm_scores_count_agreed (NsmScores *self)
{
  return self->n_agreed;
}

/**
 * nsm_scores_get_agreed_total:
 *
 * The total that the candidate would have with agreed marks in place of the means of
 * their cells. Never to be shown as its score without saying so: what people marked
 * alone is in nsm_scores_get_total().
 *
 * Returns: as nsm_scores_get_total(), and the same without agreed marks
 */
double
nsm_scores_get_agreed_total (NsmScores *self, guint candidate)
{
  return self->agreed_totals[candidate];
}

/**
 * nsm_scores_get_agreed_winner:
 * @candidate: (out) (optional): the first of those that share the highest agreed total
 *
 * Returns: whether there is one
 */
gboolean
nsm_scores_get_agreed_winner (NsmScores *self, guint *candidate)
{
  if (self->agreed_top.n == 0)
    return FALSE;
  if (candidate != NULL)
    *candidate = self->agreed_top.winner;
  return TRUE;
}

guint
nsm_scores_count_agreed_winners (NsmScores *self)
{
  return self->agreed_top.n;
}
