/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/round.h"

G_BEGIN_DECLS

/* The marks of one score round that can be read, as a block people × candidates
 * × criteria, and what follows from them. Candidates and criteria are numbered
 * in the round's order, people in the order of its roster; only people whose
 * answer is there are numbered. Nothing changes after it is made. */

typedef struct _NsmScores NsmScores;

/* Whatever is drawn at random is drawn by GSL's MT19937 with this seed. */
#define NSM_SEED 20240601UL

/* To whom sentences speak: to those who marked, or to whoever reads of them later. */
typedef enum
{
  NSM_AUDIENCE_ROOM,
  NSM_AUDIENCE_READERS,
} NsmAudience;

/* What one cell (candidate, criterion) holds; NAN where nobody marked it. */
typedef struct
{
  guint n;           /* people who marked it */
  guint n_abstained; /* people who said that they abstain */
  double mean;
  double median;
  double low;
  double high;
  double q1; /* quartiles by linear interpolation (R's type 7) */
  double q3;
  double iqr;
  double r_wg; /* NAN with fewer than two marks */
} NsmCell;

NsmScores *nsm_scores_new (NsmRound *round);
NsmScores *nsm_scores_new_from_marks (guint n_people, guint n_candidates, guint n_criteria,
                                      const double *marks, const double *weights,
                                      const gboolean *calibration);
NsmScores *nsm_scores_copy_figures (NsmScores *self);
void nsm_scores_free (NsmScores *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NsmScores, nsm_scores_free)

NsmRound *nsm_scores_get_round (NsmScores *self);
guint nsm_scores_get_n_people (NsmScores *self);
guint nsm_scores_get_n_candidates (NsmScores *self);
guint nsm_scores_get_n_criteria (NsmScores *self);
gboolean nsm_scores_is_single (NsmScores *self);
gboolean nsm_scores_is_nameless (NsmScores *self);

const char *nsm_scores_get_person_id (NsmScores *self, guint person);
const char *nsm_scores_get_person_name (NsmScores *self, guint person);
const char *nsm_scores_get_candidate_id (NsmScores *self, guint candidate);
const char *nsm_scores_get_candidate_title (NsmScores *self, guint candidate);
gboolean nsm_scores_is_calibration (NsmScores *self, guint candidate);
const char *nsm_scores_get_criterion_id (NsmScores *self, guint criterion);
const char *nsm_scores_get_criterion_name (NsmScores *self, guint criterion);
double nsm_scores_get_weight (NsmScores *self, guint criterion);
gboolean nsm_scores_find_candidate (NsmScores *self, const char *id, guint *candidate);
gboolean nsm_scores_find_criterion (NsmScores *self, const char *id, guint *criterion);

double nsm_scores_get_mark (NsmScores *self, guint person, guint candidate, guint criterion);
NsmEntry *nsm_scores_get_entry (NsmScores *self, guint person, guint candidate, guint criterion);
const NsmCell *nsm_scores_get_cell (NsmScores *self, guint candidate, guint criterion);

double nsm_scores_get_total (NsmScores *self, guint candidate);
double nsm_scores_get_person_total (NsmScores *self, guint person, guint candidate);
double nsm_scores_get_rank (NsmScores *self, guint candidate);
guint nsm_scores_get_nth (NsmScores *self, guint position);
guint nsm_scores_count_ranked (NsmScores *self);
gboolean nsm_scores_get_winner (NsmScores *self, guint *candidate);
gboolean nsm_scores_get_runner_up (NsmScores *self, guint *candidate);
guint nsm_scores_count_winners (NsmScores *self);
guint nsm_scores_count_abstentions (NsmScores *self);

double nsm_scores_get_agreed (NsmScores *self, guint candidate, guint criterion);
guint nsm_scores_count_agreed (NsmScores *self);
double nsm_scores_get_agreed_total (NsmScores *self, guint candidate);
gboolean nsm_scores_get_agreed_winner (NsmScores *self, guint *candidate);
guint nsm_scores_count_agreed_winners (NsmScores *self);

char *nsm_scores_format (double score);

G_END_DECLS
