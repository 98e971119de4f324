/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/scores.h"

G_BEGIN_DECLS

/* What moved between two rounds of scores. Candidates, criteria and people are the
 * same where their ids are: a candidate that was refined in between is another one.
 * Numbers of candidates, criteria and people are those of the later round, unless a
 * member's name begins with "earlier_" or its comment says so. */

/* One cell that both rounds asked for. */
typedef struct
{
  gboolean asked_twice;  /* else all below is NAN or 0 */
  double mean_shift;     /* later mean less earlier; NAN where one round has no mark */
  double distance_shift; /* highest less lowest mark, later less earlier: below 0 is closer */
  guint n_twice;         /* people who marked it both times; 0 in rounds without names */
  guint n_moved;         /* … of whom so many gave another mark */
} NsmMovementCell;

/* One person's mark of one cell that became another. */
typedef struct
{
  guint person, candidate, criterion;
  double from, to;
  gboolean toward_others; /* it came nearer to the median of the others' earlier marks */
  GArray *toward;         /* guint, people of the earlier round: whom it came to, or nearest to */
} NsmMove;

/* How often one person's marks came to another's. */
typedef struct
{
  guint person;
  guint earlier_toward; /* of the earlier round */
  guint n;              /* cells */
} NsmAttraction;

/* Where a candidate stood and stands, among those that both rounds rank. */
typedef struct
{
  gboolean ranked_twice;
  double from_rank, to_rank;
  double from_total, to_total;
} NsmClimb;

typedef struct
{
  gboolean named;          /* both rounds promised names, so people may be shown */
  gboolean same_scorecard; /* criteria and weights are the same, so totals compare */
  guint n_candidates, n_criteria;
  NsmMovementCell *cells; /* [candidate × n_criteria + criterion] */
  NsmClimb *climbs;       /* [candidate] */
  guint n_compared;       /* cells with at least two marks in both rounds: of these … */
  guint n_closer;         /* … lie closer together … */
  guint n_apart;          /* … lie further apart … */
  guint n_left_out;       /* candidates both rounds marked whose cells aren't among these: they
                           * are bad on purpose */
  GArray *moves;          /* NsmMove, the longest first; empty without names */
  GArray *attractions;    /* NsmAttraction, the most frequent first; empty without names */
  double from_w, to_w;    /* Kendall's; NAN where undefined or of fewer than three people */
  guint from_w_people, to_w_people;
  gboolean winner_changed;

  char *headline;       /* one or two sentences; never empty */
  GPtrArray *sentences; /* char *: ranks, people, agreement, a sentence each */
} NsmMovement;

NsmMovement *nsm_movement_new (NsmScores *earlier, NsmScores *later);
void nsm_movement_free (NsmMovement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NsmMovement, nsm_movement_free)

const NsmMovementCell *nsm_movement_get_cell (NsmMovement *self, guint candidate, guint criterion);
char *nsm_movement_dup_cell_sentence (NsmMovement *self, NsmScores *earlier, NsmScores *later,
                                      guint candidate, guint criterion);
char *nsm_move_dup_sentence (const NsmMove *move, NsmScores *earlier, NsmScores *later);
NsmRound *nsm_scores_find_earlier_round (NsmScores *self);

G_END_DECLS
