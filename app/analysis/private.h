/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of this folder share among themselves. */
#pragma once

#include "analysis/movement.h"
#include "analysis/robustness.h"
#include "analysis/scores.h"

G_BEGIN_DECLS

/* Totals nearer than this are the same: they come from sums in another order. */
#define NSM_TIE 1e-9

/* Who is first among those that are ranked. */
typedef struct
{
  guint winner; /* the first of them; G_MAXUINT: nobody */
  guint n;      /* how many share the place */
  double total;
} NsmTop;

struct _NsmScores
{
  NsmRound *round; /* NULL when made from marks, and in a copy for a thread */
  gboolean nameless;
  guint n_people, n_candidates, n_criteria;
  GPtrArray *person_ids, *person_names;
  GPtrArray *candidate_ids, *candidate_titles;
  GPtrArray *criterion_ids, *criterion_names;
  gboolean *calibration;
  double *weights;
  double *marks;       /* [person][candidate][criterion] */
  double *filled;      /* the same with 0 for NAN … */
  double *given;       /* … and 1 where there is a mark, else 0 */
  GPtrArray *entries;  /* the same order; NsmEntry or NULL */
  NsmCell *cells;      /* [candidate][criterion] */
  double *means;       /* the same, their means alone */
  double *totals;
  double *ranks;
  guint *order;
  NsmTop top;
  double *agreed;        /* [candidate][criterion], NAN where the team agreed on no mark */
  double *agreed_totals; /* with those marks in place of their cells' means */
  guint n_agreed;
  NsmTop agreed_top;
};

static inline gpointer
nsm_copy_array (gconstpointer array, gsize n, gsize size)
{
  return g_memdup2 (array, MAX (1, n) * size);
}

GPtrArray *nsm_copy_texts (GPtrArray *texts);
void nsm_scores_compute (NsmScores *self);
double nsm_scores_weigh (const double *means, const double *weights, guint n_criteria);
NsmTop nsm_scores_find_top (NsmScores *self, const double *totals);
gboolean nsm_top_differs (const NsmTop *a, const NsmTop *b);
void nsm_scores_compute_means (NsmScores *self, const double *counts, double *means,
                               double *given);
void nsm_scores_compute_totals (NsmScores *self, const double *means, double *totals);
gboolean nsm_ids_find (GPtrArray *ids, const char *id, guint *position);
guint *nsm_scores_dup_people_by_id (NsmScores *self);
void nsm_scores_take_agreed (NsmScores *self);
double nsm_scores_compute_w (NsmScores *self, guint *n_people);
char *nsm_format_share (double share);
void nsm_movement_put_into_words (NsmMovement *self, NsmScores *earlier, NsmScores *later);
void nsm_robustness_recommend (NsmRobustness *self, NsmScores *scores,
                               const NsmThresholds *thresholds);
void nsm_robustness_find_rise (NsmRobustness *self, NsmScores *scores);
char *nsm_robustness_dup_change (NsmRobustness *self, NsmScores *scores);
void nsm_rank_values (const double *values, guint n, double *ranks, double *ties);

G_END_DECLS
