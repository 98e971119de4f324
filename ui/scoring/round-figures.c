/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/round-figures.h"

#include <math.h>

static void
clear (gpointer data)
{
  NsmRoundFigures *self = data;

  g_clear_pointer (&self->movement, nsm_movement_free);
  g_clear_pointer (&self->earlier, nsm_scores_free);
  g_clear_pointer (&self->scoring, nsm_scoring_free);
}

/**
 * nsm_round_figures_new:
 * @scoring: (transfer full): of one round
 *
 * Returns: (transfer full): the same, and what moved since the round before
 */
NsmRoundFigures *
nsm_round_figures_new (NsmScoring *scoring)
{
  NsmRoundFigures *self = g_rc_box_new0 (NsmRoundFigures);
  NsmRound *earlier = nsm_scores_find_earlier_round (scoring->scores);

  self->scoring = scoring;
  self->scores = scoring->scores;
  self->agreement = scoring->agreement;
  self->robustness = scoring->robustness;
  self->discussions = scoring->discussion;
  if (earlier != NULL)
    {
      self->earlier = nsm_scores_new (earlier);
      self->movement = nsm_movement_new (self->earlier, self->scores);
    }
  return self;
}

NsmRoundFigures *
nsm_round_figures_ref (NsmRoundFigures *self)
{
  return g_rc_box_acquire (self);
}

void
nsm_round_figures_unref (NsmRoundFigures *self)
{
  g_rc_box_release_full (self, clear);
}

/**
 * nsm_round_figures_get_order:
 *
 * Returns: a cell's place in the order of discussion, from 1; 0 where people agree
 *   well enough
 */
guint
nsm_round_figures_get_order (NsmRoundFigures *self, guint candidate, guint criterion)
{
  guint order = 0;

  for (guint i = 0; i < self->discussions->len; i++)
    {
      const NsmDiscussion *discussion = g_ptr_array_index (self->discussions, i);

      if (!discussion->disagrees)
        continue;
      order++;
      if (discussion->candidate == candidate && discussion->criterion == criterion)
        return order;
    }
  return 0;
}

guint
nsm_round_figures_count_disagreements (NsmRoundFigures *self)
{
  guint n = 0;

  for (guint i = 0; i < self->discussions->len; i++)
    n += ((const NsmDiscussion *) g_ptr_array_index (self->discussions, i))->disagrees ? 1 : 0;
  return n;
}

/**
 * nsm_round_figures_get_disagreement:
 * @position: a place in the order of discussion, from 0
 *
 * Returns: (transfer none) (nullable): the cell
 */
const NsmDiscussion *
nsm_round_figures_get_disagreement (NsmRoundFigures *self, guint position)
{
  for (guint i = 0; i < self->discussions->len; i++)
    {
      const NsmDiscussion *discussion = g_ptr_array_index (self->discussions, i);

      if (discussion->disagrees && position-- == 0)
        return discussion;
    }
  return NULL;
}

/**
 * nsm_round_figures_get_movement:
 *
 * Returns: (transfer none) (nullable): what moved in the cell since the round before;
 *   NULL where it wasn't asked for, or its mean is the same
 */
const NsmMovementCell *
nsm_round_figures_get_movement (NsmRoundFigures *self, guint candidate, guint criterion)
{
  const NsmMovementCell *cell;

  if (self->movement == NULL)
    return NULL;
  cell = nsm_movement_get_cell (self->movement, candidate, criterion);
  /* Less than half of the last digit shown is no move. */
  if (!cell->asked_twice || isnan (cell->mean_shift) || fabs (cell->mean_shift) < 0.05)
    return NULL;
  return cell;
}
