/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "evidence/bins.h"
#include "evidence/correlation.h"
#include "evidence/lags.h"
#include "evidence/run-private.h"

#define MOST_POINTS 2000

/* Room for ranks of rows that have both values, where the column's own ranks don't do. */
typedef struct
{
  guint32 *scratch;
  gint32 *a;
  gint32 *b;
} Room;

NsmPair *
nsm_pair_new (void)
{
  NsmPair *pair = g_new0 (NsmPair, 1);

  pair->r = pair->low = pair->high = pair->rho = pair->best_lag = pair->lag_p = NAN;
  pair->bins = g_array_new (FALSE, FALSE, sizeof (NsmPairBin));
  pair->grid = g_array_new (FALSE, FALSE, sizeof (NsmPairCell));
  pair->points = g_array_new (FALSE, FALSE, sizeof (NsmPairPoint));
  pair->thresholds = g_array_new (FALSE, FALSE, sizeof (NsmPairThreshold));
  pair->lags = g_array_new (FALSE, FALSE, sizeof (NsmPairLag));
  return pair;
}

void
nsm_pair_free (NsmPair *pair)
{
  if (pair == NULL)
    return;
  g_free (pair->group);
  g_array_unref (pair->bins);
  g_array_unref (pair->grid);
  g_array_unref (pair->points);
  g_array_unref (pair->thresholds);
  g_array_unref (pair->lags);
  g_free (pair);
}

static void
fill_state (NsmPair *pair, const NsmMoments *moments, gsize n_rows)
{
  pair->n = moments->n;
  pair->n_without_candidate = n_rows - moments->n_x;
  pair->n_without_outcome = moments->n_x - moments->n;
  if (moments->n == 0)
    pair->state = NSM_PAIR_ALL_MISSING;
  else if (moments->n < 3)
    pair->state = NSM_PAIR_TOO_FEW;
  else if (moments->min_x == moments->max_x)
    pair->state = NSM_PAIR_CANDIDATE_CONSTANT;
  else if (moments->min_y == moments->max_y)
    pair->state = NSM_PAIR_OUTCOME_CONSTANT;
  else
    pair->state = NSM_PAIR_FINE;
}

static double
get_rho (NsmStudyJob *job, const NsmVariable *x, const NsmVariable *y, const NsmMoments *moments,
         guint group, Room *room)
{
  gboolean whole = group == job->n_groups;
  gsize start = whole ? 0 : job->starts[group];
  gsize n = whole ? job->n_rows : job->starts[group + 1] - start;
  const gint32 *a = (whole ? x->ranks : x->group_ranks) + start;
  const gint32 *b = (whole ? y->ranks : y->group_ranks) + start;
  NsmWhole squares_a = whole ? x->squares : x->group_squares[group];
  NsmWhole squares_b = whole ? y->squares : y->group_squares[group];

  /* A column's own ranks are those of the pair where the other one drops none of its rows. */
  if (moments->n < moments->n_x)
    {
      nsm_rank (x->codes, y->codes, start, n, room->scratch, room->a, &squares_a, &job->pulse);
      a = room->a;
    }
  if (moments->n < moments->n_y)
    {
      nsm_rank (y->codes, x->codes, start, n, room->scratch, room->b, &squares_b, &job->pulse);
      b = room->b;
    }
  return nsm_ranks_get_rho (nsm_ranks_multiply (a, b, n, &job->pulse), squares_a, squares_b);
}

static gboolean
measure (NsmStudyJob *job, const NsmVariable *x, const NsmVariable *y, NsmMoments *moments)
{
  NsmMoments *whole = &moments[job->n_groups];

  for (guint i = 0; i <= job->n_groups; i++)
    nsm_moments_init (&moments[i]);
  for (guint i = 0; i <= job->n_groups; i++)
    {
      NsmMoments part;

      nsm_moments_init (&part);
      for (gsize start = job->starts[i]; start < job->starts[i + 1]; start += NSM_PULSE_ROWS)
        {
          gsize n = MIN (NSM_PULSE_ROWS, job->starts[i + 1] - start);

          nsm_moments_add (&part, x->values + start, y->values + start, n);
          if (!nsm_pulse_beat (&job->pulse, n))
            return FALSE;
        }
      if (i < job->n_groups)
        moments[i] = part;
      nsm_moments_merge (whole, &part);
    }
  return TRUE;
}

/**
 * nsm_pair_add_figures:
 * @x: the candidate's values
 * @y: the outcome's
 * @truth: whether the outcome is 0 or 1
 * @thresholds: whether thresholds are wanted
 */
void
nsm_pair_add_figures (NsmPair *pair, const NsmCodes *x_codes, const NsmCodes *y_codes,
                      const double *x, const double *y, gboolean truth, gboolean thresholds,
                      NsmPulse *pulse)
{
  g_autofree guint32 *counts_x = nsm_codes_count (x_codes, y_codes, pulse);
  g_autofree guint32 *counts_y = nsm_codes_count (y_codes, x_codes, pulse);

  g_array_unref (pair->bins);
  pair->bins = nsm_bins_new (x_codes, counts_x, x, y, truth, pulse);
  g_array_unref (pair->grid);
  pair->grid = nsm_grid_new (x_codes, counts_x, y_codes, counts_y, pulse);
  if (thresholds)
    {
      g_array_unref (pair->thresholds);
      pair->thresholds = nsm_thresholds_new (x_codes, counts_x, y_codes, pulse);
    }
  if (pair->n <= MOST_POINTS)
    for (gsize i = 0; i < x_codes->n; i++)
      if (!isnan (x[i]) && !isnan (y[i]))
        {
          NsmPairPoint point = { x[i], y[i] };

          g_array_append_val (pair->points, point);
        }
}

static void
add_lags (NsmStudyJob *job, const NsmVariable *candidate, const NsmVariable *outcome, NsmPair *pair)
{
  guint n = job->periods->n;
  g_autofree double *x = g_new (double, MAX (n, 1));
  g_autofree double *y = g_new (double, MAX (n, 1));
  NsmLags lags;

  nsm_series_take_changes (candidate->means, n, x);
  nsm_series_take_changes (outcome->means, n, y);
  nsm_lags_init (&lags, x, y, n);
  g_array_unref (pair->lags);
  pair->lags = lags.lags;
  pair->best_lag = lags.best;
  pair->lag_p = lags.p;
}

/**
 * nsm_pairs_correlate:
 * @pairs: all rows, then each group
 *
 * Correlates rows.
 */
void
nsm_pairs_correlate (NsmStudyJob *job, const NsmVariable *candidate, const NsmVariable *outcome,
                     NsmPair **pairs)
{
  NsmMoments moments[NSM_MOST_GROUPS + 1];
  gsize most = MAX (candidate->codes->n_distinct, outcome->codes->n_distinct);
  Room room = { 0 };

  if (!measure (job, candidate, outcome, moments))
    return;
  room.scratch = g_new (guint32, most + 1);
  if (moments[job->n_groups].n < moments[job->n_groups].n_x)
    room.a = g_new (gint32, job->n_rows);
  if (moments[job->n_groups].n < moments[job->n_groups].n_y)
    room.b = g_new (gint32, job->n_rows);
  for (guint i = 0; i <= job->n_groups && !nsm_pulse_is_cancelled (&job->pulse); i++)
    {
      guint group = i == 0 ? job->n_groups : i - 1;
      gsize n_rows = i == 0 ? job->n_rows : job->starts[group + 1] - job->starts[group];

      fill_state (pairs[i], &moments[group], n_rows);
      if (pairs[i]->state != NSM_PAIR_FINE)
        continue;
      pairs[i]->r = nsm_moments_get_r (&moments[group]);
      nsm_fisher_interval (pairs[i]->r, pairs[i]->n, &pairs[i]->low, &pairs[i]->high);
      pairs[i]->rho = get_rho (job, candidate, outcome, &moments[group], group, &room);
    }
  g_free (room.scratch);
  g_free (room.a);
  g_free (room.b);
  nsm_pair_add_figures (pairs[0], candidate->codes, outcome->codes, candidate->values,
                        outcome->values, outcome->truth, outcome->truth, &job->pulse);
  if (job->periods != NULL)
    add_lags (job, candidate, outcome, pairs[0]);
}

static double *
average_changes (NsmStudyJob *job, const NsmVariable *variable, gsize start, gsize end)
{
  guint n = job->periods->n;
  g_autofree double *means = g_new (double, MAX (n, 1));
  g_autofree gsize *counts = g_new (gsize, MAX (n, 1));
  double *changes = g_new (double, MAX (n, 1));

  nsm_periods_average (job->periods, variable->values, start, end, means, counts, NULL);
  nsm_series_take_changes (means, n, changes);
  return changes;
}

/* The changes of the rows from @start to @end, the outcome's @lag periods later. */
static void
correlate_stretch (NsmStudyJob *job, const NsmVariable *candidate, const NsmVariable *outcome,
                   gsize start, gsize end, guint lag, gboolean figures, NsmPair *pair)
{
  g_autofree double *x = average_changes (job, candidate, start, end);
  g_autofree double *y = average_changes (job, outcome, start, end);
  gsize n = job->periods->n > lag ? job->periods->n - lag : 0;
  NsmMoments moments, rows;

  nsm_moments_init (&rows);
  nsm_moments_add (&rows, candidate->values + start, outcome->values + start, end - start);
  nsm_moments_init (&moments);
  nsm_moments_add (&moments, x, y + lag, n);
  fill_state (pair, &moments, end - start);
  pair->n_without_candidate = end - start - rows.n_x;
  pair->n_without_outcome = rows.n_x - rows.n;
  if (pair->state != NSM_PAIR_FINE)
    return;
  pair->r = nsm_moments_get_r (&moments);
  pair->rho = nsm_spearman (x, y + lag, n);
  if (figures)
    {
      g_autoptr (NsmCodes) x_codes = nsm_codes_new (x, n, NULL);
      g_autoptr (NsmCodes) y_codes = nsm_codes_new (y + lag, n, NULL);

      nsm_pair_add_figures (pair, x_codes, y_codes, x, y + lag, FALSE, FALSE, NULL);
    }
}

/**
 * nsm_pairs_correlate_changes:
 *
 * Correlates what changes from period to period, of all rows at the lag of the largest |r|,
 * and of each group at that same lag.
 */
void
nsm_pairs_correlate_changes (NsmStudyJob *job, const NsmVariable *candidate,
                             const NsmVariable *outcome, NsmPair **pairs)
{
  guint lag;

  add_lags (job, candidate, outcome, pairs[0]);
  lag = isnan (pairs[0]->best_lag) ? 0 : (guint) pairs[0]->best_lag;
  correlate_stretch (job, candidate, outcome, 0, job->n_rows, lag, TRUE, pairs[0]);
  for (guint i = 0; i < job->n_groups; i++)
    {
      pairs[i + 1]->best_lag = pairs[0]->best_lag;
      correlate_stretch (job, candidate, outcome, job->starts[i], job->starts[i + 1], lag, FALSE,
                         pairs[i + 1]);
    }
}
