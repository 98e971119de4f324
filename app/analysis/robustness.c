/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/robustness.h"

#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <math.h>
#include <string.h>

#include "analysis/private.h"

/* Up to so many people all resamples are enumerated. */
#define MOST_ENUMERATED 8

/* Who shares the first place gets an equal part of @share. */
static void
credit (NsmScores *scores, const double *totals, double share, double *shares)
{
  NsmTop top = nsm_scores_find_top (scores, totals);

  for (guint c = 0; top.n > 0 && c < scores->n_candidates; c++)
    if (!scores->calibration[c] && !isnan (totals[c]) && totals[c] > top.total - NSM_TIE)
      shares[c] += share / top.n;
}

typedef struct
{
  NsmScores *scores;
  double *counts; /* how often each person speaks */
  double *means;
  double *given;
  double *totals;
} Panel;

static NsmTop
ask_panel (Panel *panel)
{
  nsm_scores_compute_means (panel->scores, panel->counts, panel->means, panel->given);
  nsm_scores_compute_totals (panel->scores, panel->means, panel->totals);
  return nsm_scores_find_top (panel->scores, panel->totals);
}

static void
leave_one_out (NsmRobustness *self, Panel *panel)
{
  NsmScores *scores = panel->scores;

  for (guint p = 0; p < scores->n_people; p++)
    {
      NsmTop top;

      for (guint i = 0; i < scores->n_people; i++)
        panel->counts[i] = i == p ? 0 : 1;
      top = ask_panel (panel);
      self->winner_without[p] = top.n == 1 ? top.winner : G_MAXUINT;
      if (nsm_top_differs (&top, &scores->top) && scores->n_people > 1)
        self->n_changed_without++;
    }
}

/* Resamples in which the same people speak equally often are the same, and come
 * in n! / Π counts! orders: 6,435 different ones of eight people. */
static void
enumerate_from (NsmRobustness *self, Panel *panel, guint person, guint left, double log_ways)
{
  guint n = panel->scores->n_people;

  if (person + 1 == n)
    {
      panel->counts[person] = left;
      log_ways -= lgamma (left + 1.0);
      ask_panel (panel);
      credit (panel->scores, panel->totals, exp (log_ways - n * log (n)), self->resample_share);
      self->n_resamples++;
      return;
    }
  for (guint i = 0; i <= left; i++)
    {
      panel->counts[person] = i;
      enumerate_from (self, panel, person + 1, left - i, log_ways - lgamma (i + 1.0));
    }
}

static void
draw_resamples (NsmRobustness *self, Panel *panel)
{
  guint n = panel->scores->n_people;
  g_autofree guint *people = nsm_scores_dup_people_by_id (panel->scores);
  gsl_rng *rng = gsl_rng_alloc (gsl_rng_mt19937);

  gsl_rng_set (rng, NSM_SEED);
  for (guint i = 0; i < NSM_N_RESAMPLES; i++)
    {
      memset (panel->counts, 0, sizeof *panel->counts * n);
      for (guint j = 0; j < n; j++)
        panel->counts[people[gsl_rng_uniform_int (rng, n)]]++;
      ask_panel (panel);
      credit (panel->scores, panel->totals, 1.0 / NSM_N_RESAMPLES, self->resample_share);
    }
  self->n_resamples = NSM_N_RESAMPLES;
  gsl_rng_free (rng);
}

static void
resample (NsmRobustness *self, Panel *panel)
{
  self->resamples_exact = panel->scores->n_people <= MOST_ENUMERATED;
  if (self->resamples_exact)
    enumerate_from (self, panel, 0, panel->scores->n_people,
                    lgamma (panel->scores->n_people + 1.0));
  else
    draw_resamples (self, panel);
}

static void
draw_weights (gsl_rng *rng, double *weights, guint n)
{
  double sum = 0;

  /* Exponentials over their sum are uniform on the simplex. */
  for (guint k = 0; k < n; k++)
    sum += weights[k] = -log (gsl_rng_uniform_pos (rng));
  for (guint k = 0; k < n; k++)
    weights[k] /= sum;
}

/**
 * nsm_weight_shares:
 * @means: [candidate][criterion], NAN where nobody marked
 * @rank_share: (out): [candidate][rank], ranks from 0
 *
 * SMAA-2 (Lahdelma & Salminen 2001): the share of weightings, drawn uniformly from
 * all there are with a fixed seed, in which each candidate takes each rank. Those
 * who tie share their ranks equally; who has no total takes none.
 */
void
nsm_weight_shares (const double *means, guint n_candidates, guint n_criteria, guint n_samples,
                   double *rank_share)
{
  g_autofree double *weights = g_new (double, MAX (1, n_criteria));
  g_autofree double *totals = g_new (double, MAX (1, n_candidates));
  gsl_rng *rng = gsl_rng_alloc (gsl_rng_mt19937);

  gsl_rng_set (rng, NSM_SEED);
  memset (rank_share, 0, sizeof *rank_share * n_candidates * n_candidates);
  for (guint sample = 0; sample < n_samples; sample++)
    {
      draw_weights (rng, weights, n_criteria);
      for (guint c = 0; c < n_candidates; c++)
        totals[c] = nsm_scores_weigh (means + (gsize) c * n_criteria, weights, n_criteria);
      for (guint c = 0; c < n_candidates; c++)
        {
          guint above = 0, same = 0;

          if (isnan (totals[c]))
            continue;
          for (guint d = 0; d < n_candidates; d++)
            {
              above += totals[d] > totals[c] + NSM_TIE ? 1 : 0;
              same += fabs (totals[d] - totals[c]) <= NSM_TIE ? 1 : 0;
            }
          for (guint r = above; r < above + same; r++)
            rank_share[(gsize) c * n_candidates + r] += 1.0 / same / n_samples;
        }
    }
  gsl_rng_free (rng);
}

/* Deliberately bad candidates are left out, then put back with nothing. */
static void
vary_weights (NsmRobustness *self, NsmScores *scores)
{
  const guint n = scores->n_candidates;
  g_autofree guint *good = g_new (guint, MAX (1, n));
  g_autofree double *means = g_new (double, MAX (1, (gsize) n * scores->n_criteria));
  g_autofree double *shares = g_new (double, MAX (1, (gsize) n * n));
  guint n_good = 0;

  for (guint c = 0; c < n; c++)
    if (!isnan (scores->ranks[c]))
      {
        memcpy (means + (gsize) n_good * scores->n_criteria,
                scores->means + (gsize) c * scores->n_criteria, sizeof *means * scores->n_criteria);
        good[n_good++] = c;
      }
  nsm_weight_shares (means, n_good, scores->n_criteria, NSM_N_WEIGHTINGS, shares);
  for (guint i = 0; i < n_good; i++)
    {
      self->weight_share[good[i]] = shares[(gsize) i * n_good];
      for (guint r = 0; r < n_good; r++)
        self->rank_share[(gsize) good[i] * n + r] = shares[(gsize) i * n_good + r];
    }
  self->n_weightings = NSM_N_WEIGHTINGS;
}

static void
try_step (NsmRobustness *self, NsmScores *scores, double *totals, const NsmFlip *step)
{
  const NsmCell *cell = nsm_scores_get_cell (scores, step->candidate, step->criterion);
  double *means = scores->means + (gsize) step->candidate * scores->n_criteria;
  double before = means[step->criterion];
  NsmFlip flip = *step;
  NsmTop top;

  means[step->criterion] = before + (step->to - step->from) / cell->n;
  totals[step->candidate] = nsm_scores_weigh (means, scores->weights, scores->n_criteria);
  means[step->criterion] = before;
  top = nsm_scores_find_top (scores, totals);
  if (nsm_top_differs (&top, &scores->top))
    {
      flip.winner = top.winner;
      flip.is_level = top.n > 1;
      /* Name the other one of those that are level. */
      for (guint c = 0; flip.is_level && c < scores->n_candidates; c++)
        if (!scores->calibration[c] && c != scores->top.winner && totals[c] > top.total - NSM_TIE)
          flip.winner = c;
      g_array_append_val (self->flips, flip);
    }
  totals[step->candidate] = scores->totals[step->candidate];
}

static void
take_steps (NsmRobustness *self, NsmScores *scores)
{
  g_autofree double *totals =
    g_memdup2 (scores->totals, sizeof *totals * MAX (1, scores->n_candidates));

  for (guint p = 0; p < scores->n_people; p++)
    for (guint c = 0; c < scores->n_candidates; c++)
      for (guint k = 0; !scores->calibration[c] && k < scores->n_criteria; k++)
        {
          double mark = nsm_scores_get_mark (scores, p, c, k);

          for (int by = -1; by <= 1; by += 2)
            if (!isnan (mark) && mark + by >= 1 && mark + by <= 5)
              {
                NsmFlip step = { p, c, k, mark, mark + by, 0, FALSE };

                try_step (self, scores, totals, &step);
              }
        }
}

void
nsm_thresholds_take (NsmThresholds *self, NsmSettings *settings)
{
  self->firm_resamples = settings->firm_resamples;
  self->firm_weights = settings->firm_weights;
  self->leaning_share = settings->leaning_share;
  self->disagreement = settings->disagreement;
}

/**
 * nsm_robustness_new:
 * @settings: the thresholds for firm and leaning
 *
 * Asks how much the winner depends on each person (leave one out), on which people
 * were there (resampled panels: all of them up to eight people, else 10,000), on the
 * weights (20,000 weightings) and on each single mark (one step up or down). All
 * draws have a fixed seed, so the same scores always give the same answer.
 *
 * Returns: (transfer full): the answers and a recommendation
 */
NsmRobustness *
nsm_robustness_new (NsmScores *scores, NsmSettings *settings)
{
  NsmThresholds thresholds;

  nsm_thresholds_take (&thresholds, settings);
  return nsm_robustness_new_with (scores, &thresholds);
}

/**
 * nsm_robustness_new_with:
 *
 * As nsm_robustness_new(), with nothing that another thread could change: @scores
 * are of nsm_scores_copy_figures() there.
 *
 * Returns: (transfer full): the answers and a recommendation
 */
NsmRobustness *
nsm_robustness_new_with (NsmScores *scores, const NsmThresholds *thresholds)
{
  NsmRobustness *self = g_new0 (NsmRobustness, 1);
  const guint n = scores->n_candidates;
  g_autofree double *counts = g_new0 (double, MAX (1, scores->n_people));
  g_autofree double *means = g_new (double, MAX (1, (gsize) n * scores->n_criteria));
  g_autofree double *given = g_new (double, MAX (1, (gsize) n * scores->n_criteria));
  g_autofree double *totals = g_new (double, MAX (1, n));
  Panel panel = { scores, counts, means, given, totals };

  self->n_people = scores->n_people;
  self->n_candidates = n;
  self->winner_without = g_new0 (guint, MAX (1, scores->n_people));
  self->resample_share = g_new0 (double, MAX (1, n));
  self->weight_share = g_new0 (double, MAX (1, n));
  self->rank_share = g_new0 (double, MAX (1, (gsize) n * n));
  self->flips = g_array_new (FALSE, FALSE, sizeof (NsmFlip));
  self->reasons = g_ptr_array_new_with_free_func (g_free);
  self->has_winner = nsm_scores_get_winner (scores, &self->winner);
  self->has_runner_up = nsm_scores_get_runner_up (scores, &self->runner_up);
  self->tied = scores->top.n > 1;
  if (self->has_winner)
    {
      self->gap = self->has_runner_up ? scores->top.total - scores->totals[self->runner_up] : NAN;
      leave_one_out (self, &panel);
      resample (self, &panel);
      vary_weights (self, scores);
      take_steps (self, scores);
    }
  nsm_robustness_recommend (self, scores, thresholds);
  return self;
}

/**
 * nsm_robustness_copy:
 *
 * Returns: (transfer full): the same, to be addressed to another audience
 */
NsmRobustness *
nsm_robustness_copy (NsmRobustness *self)
{
  NsmRobustness *copy = g_memdup2 (self, sizeof *self);
  const gsize n = self->n_candidates;

  copy->winner_without =
    nsm_copy_array (self->winner_without, self->n_people, sizeof *self->winner_without);
  copy->resample_share = nsm_copy_array (self->resample_share, n, sizeof (double));
  copy->weight_share = nsm_copy_array (self->weight_share, n, sizeof (double));
  copy->rank_share = nsm_copy_array (self->rank_share, n * n, sizeof (double));
  copy->flips = g_array_copy (self->flips);
  copy->firmness_label = g_strdup (self->firmness_label);
  copy->verdict = g_strdup (self->verdict);
  copy->explanation = g_strdup (self->explanation);
  copy->headline = g_strdup (self->headline);
  copy->what_would_change = g_strdup (self->what_would_change);
  copy->agreed_note = g_strdup (self->agreed_note);
  copy->reasons = nsm_copy_texts (self->reasons);
  return copy;
}

void
nsm_robustness_free (NsmRobustness *self)
{
  if (self == NULL)
    return;
  g_free (self->winner_without);
  g_free (self->resample_share);
  g_free (self->weight_share);
  g_free (self->rank_share);
  g_array_unref (self->flips);
  g_free (self->firmness_label);
  g_free (self->verdict);
  g_free (self->explanation);
  g_free (self->headline);
  g_free (self->what_would_change);
  g_free (self->agreed_note);
  g_ptr_array_unref (self->reasons);
  g_free (self);
}
