/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/scores.h"
#include "model/settings.h"

G_BEGIN_DECLS

/* How much the winner depends on who was asked, on the weights, and on single
 * marks; and the side that the program takes. Arrays over candidates have the
 * numbers of NsmScores; deliberately bad candidates stand there with 0. */

#define NSM_N_RESAMPLES 10000  /* where they aren't all enumerated */
#define NSM_N_WEIGHTINGS 20000

typedef enum
{
  NSM_FIRMNESS_NONE, /* no winner: nothing scored, or nothing to choose from */
  NSM_FIRMNESS_TOSS,
  NSM_FIRMNESS_LEANING,
  NSM_FIRMNESS_FIRM,
} NsmFirmness;

typedef struct
{
  guint person, candidate, criterion;
  double from, to;
  guint winner;      /* who then leads, or draws level … */
  gboolean is_level; /* … with whoever led */
} NsmFlip;

/* What would have to be true for the runner-up to draw level with the winner; more
 * than that, and it wins. */
typedef struct
{
  guint criterion; /* the one where it has most to gain, if that is enough; G_MAXUINT: it isn't */
  double from, to; /* its mean there, and what it would have to be */
  guint n_full_marks;    /* or on so many criteria full marks; 0: not even then */
  guint weigh_criterion; /* or this one would weigh more; G_MAXUINT: none within reason */
  double weigh_factor;   /* so many times as much */
} NsmRise;

typedef struct
{
  NsmAudience audience;
  guint n_people;
  guint n_candidates;
  NsmFirmness firmness;
  gboolean has_winner;
  gboolean has_runner_up;
  gboolean tied; /* several share the first place: winner is the first of them */
  guint winner;
  guint runner_up;
  double gap; /* winner's total less the runner-up's */
  NsmRise rise;

  guint *winner_without; /* (per person) who wins without this one; G_MAXUINT: nobody or a tie */
  guint n_changed_without;
  double *resample_share; /* of resampled panels in which each candidate wins; ties split */
  gboolean resamples_exact;
  guint n_resamples;
  double *weight_share; /* of weightings in which each candidate wins; ties split */
  double *rank_share;   /* [candidate × n_candidates + rank], ranks from 0 */
  guint n_weightings;
  GArray *flips; /* NsmFlip: one mark moved by one that changes the winner */

  char *firmness_label; /* "Firm", "Leaning", "A coin toss" */
  char *verdict;        /* one sentence that takes a side; never empty */
  char *explanation;    /* what it rests on, and agreed_note if that changes the winner; may be "" */
  char *agreed_note;    /* where the marks agreed on after talking lead; "" without any */
  char *headline;       /* verdict and explanation */
  char *what_would_change;
  GPtrArray *reasons; /* char *: what stands behind it, a sentence each */
} NsmRobustness;

/* The workshop's settings that the figures depend on, for threads, too. */
typedef struct
{
  double firm_resamples;
  double firm_weights;
  double leaning_share;
  double disagreement;
} NsmThresholds;

void nsm_thresholds_take (NsmThresholds *self, NsmSettings *settings);

NsmRobustness *nsm_robustness_new (NsmScores *scores, NsmSettings *settings);
NsmRobustness *nsm_robustness_new_with (NsmScores *scores, const NsmThresholds *thresholds);
NsmRobustness *nsm_robustness_copy (NsmRobustness *self);
void nsm_robustness_address (NsmRobustness *self, NsmScores *scores, NsmAudience audience);
void nsm_robustness_free (NsmRobustness *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NsmRobustness, nsm_robustness_free)

char *nsm_robustness_dup_standing (NsmRobustness *self, guint candidate);

void nsm_weight_shares (const double *means, guint n_candidates, guint n_criteria, guint n_samples,
                        double *rank_share);

/* Deliberately bad candidates: do they show that the scorecard is understood? */
typedef struct
{
  guint candidate;     /* the deliberately bad one */
  guint lowest_good;   /* the good one it comes close to */
  double total;
  double lowest_total;
  gboolean above_good; /* scored above any good one */
  gboolean alarming;   /* above, or within half a point of the lowest good one */
  GArray *criteria;    /* guint: where it scored best, against the good ones' mean */
  char *sentence;
} NsmCalibration;

void nsm_calibration_free (NsmCalibration *self);
GPtrArray *nsm_calibrate (NsmScores *scores);

G_END_DECLS
