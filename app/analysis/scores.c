/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/scores.h"

#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics_double.h>
#include <math.h>
#include <string.h>

#include "analysis/agreement.h"
#include "analysis/private.h"

static gsize
mark_index (NsmScores *self, guint person, guint candidate, guint criterion)
{
  return ((gsize) person * self->n_candidates + candidate) * self->n_criteria + criterion;
}

static gsize
cell_index (NsmScores *self, guint candidate, guint criterion)
{
  return (gsize) candidate * self->n_criteria + criterion;
}

/* The weighted mean over the criteria that have a mean; NAN when none has. */
double
nsm_scores_weigh (const double *means, const double *weights, guint n_criteria)
{
  double sum = 0, weight = 0;

  for (guint k = 0; k < n_criteria; k++)
    if (!isnan (means[k]))
      {
        sum += weights[k] * means[k];
        weight += weights[k];
      }
  return weight > 0 ? sum / weight : NAN;
}

void
nsm_scores_compute_totals (NsmScores *self, const double *means, double *totals)
{
  for (guint c = 0; c < self->n_candidates; c++)
    totals[c] = nsm_scores_weigh (means + cell_index (self, c, 0), self->weights, self->n_criteria);
}

/* The mean of each cell when person p speaks @counts[p] times; @given is scratch of the
 * same size. Thousands of panels are asked: no branch in the loop, and no allocation. */
void
nsm_scores_compute_means (NsmScores *self, const double *counts, double *means, double *given)
{
  const gsize n_cells = (gsize) self->n_candidates * self->n_criteria;

  memset (means, 0, n_cells * sizeof *means);
  memset (given, 0, n_cells * sizeof *given);
  for (guint p = 0; p < self->n_people; p++)
    {
      const double *marks = self->filled + p * n_cells;
      const double *has = self->given + p * n_cells;
      const double count = counts[p];

      if (count <= 0)
        continue;
      for (gsize i = 0; i < n_cells; i++)
        {
          means[i] += count * marks[i];
          given[i] += count * has[i];
        }
    }
  for (gsize i = 0; i < n_cells; i++)
    means[i] = given[i] > 0 ? means[i] / given[i] : NAN;
}

NsmTop
nsm_scores_find_top (NsmScores *self, const double *totals)
{
  NsmTop top = { G_MAXUINT, 0, NAN };

  for (guint c = 0; c < self->n_candidates; c++)
    if (!self->calibration[c] && !isnan (totals[c]) &&
        (top.winner == G_MAXUINT || totals[c] > top.total))
      {
        top.winner = c;
        top.total = totals[c];
      }
  for (guint c = self->n_candidates; c-- > 0;)
    if (!self->calibration[c] && !isnan (totals[c]) && totals[c] > top.total - NSM_TIE)
      {
        top.winner = c;
        top.n++;
      }
  return top;
}

gboolean
nsm_top_differs (const NsmTop *a, const NsmTop *b)
{
  return a->winner != b->winner || a->n != b->n;
}

static void
fill_cell (NsmScores *self, guint candidate, guint criterion, double *values)
{
  NsmCell *cell = &self->cells[cell_index (self, candidate, criterion)];
  guint n = 0;

  for (guint p = 0; p < self->n_people; p++)
    {
      double mark = self->marks[mark_index (self, p, candidate, criterion)];
      NsmEntry *entry = nsm_scores_get_entry (self, p, candidate, criterion);

      if (!isnan (mark))
        values[n++] = mark;
      else if (entry != NULL && entry->abstained)
        cell->n_abstained++;
    }
  cell->n = n;
  cell->mean = cell->median = cell->low = cell->high = NAN;
  cell->q1 = cell->q3 = cell->iqr = cell->r_wg = NAN;
  if (n == 0)
    return;

  cell->mean = gsl_stats_mean (values, 1, n);
  cell->r_wg = nsm_r_wg (values, n);
  gsl_sort (values, 1, n);
  cell->low = values[0];
  cell->high = values[n - 1];
  cell->median = gsl_stats_median_from_sorted_data (values, 1, n);
  cell->q1 = gsl_stats_quantile_from_sorted_data (values, 1, n, 0.25);
  cell->q3 = gsl_stats_quantile_from_sorted_data (values, 1, n, 0.75);
  cell->iqr = cell->q3 - cell->q1;
}

static int
compare_totals (gconstpointer a, gconstpointer b, gpointer data)
{
  NsmScores *self = data;
  guint x = *(const guint *) a, y = *(const guint *) b;
  double difference = self->totals[y] - self->totals[x];

  if (isnan (self->totals[x]) || isnan (self->totals[y]))
    {
      int order = (int) isnan (self->totals[x]) - (int) isnan (self->totals[y]);

      return order != 0 ? order : x < y ? -1 : 1;
    }
  if (fabs (difference) > NSM_TIE)
    return difference > 0 ? 1 : -1;
  return x < y ? -1 : x > y;
}

/* Ranks of @values, 1 for the highest, ties sharing the mean of their places;
 * @ties: (out) (optional): the sum of t³ − t over groups of t that are tied. */
void
nsm_rank_values (const double *values, guint n, double *ranks, double *ties)
{
  if (ties != NULL)
    *ties = 0;
  for (guint i = 0; i < n; i++)
    {
      guint above = 0, same = 0;

      for (guint j = 0; j < n; j++)
        {
          above += values[j] > values[i] + NSM_TIE ? 1 : 0;
          same += fabs (values[j] - values[i]) <= NSM_TIE ? 1 : 0;
        }
      ranks[i] = above + (same + 1) / 2.0;
      /* Each of a group of t adds t² − 1, so together they add t³ − t. */
      if (ties != NULL)
        *ties += (double) same * same - 1;
    }
}

static void
rank_candidates (NsmScores *self)
{
  g_autofree double *values = g_new (double, self->n_candidates);
  g_autofree double *ranks = g_new (double, self->n_candidates);
  guint n = 0;

  for (guint c = 0; c < self->n_candidates; c++)
    if (!self->calibration[c] && !isnan (self->totals[c]))
      values[n++] = self->totals[c];
  nsm_rank_values (values, n, ranks, NULL);
  n = 0;
  for (guint c = 0; c < self->n_candidates; c++)
    self->ranks[c] = !self->calibration[c] && !isnan (self->totals[c]) ? ranks[n++] : NAN;
}

/* All that follows from the marks. */
void
nsm_scores_compute (NsmScores *self)
{
  g_autofree double *values = g_new (double, MAX (1, self->n_people));
  const gsize n_cells = (gsize) self->n_candidates * self->n_criteria;

  self->filled = g_new (double, MAX (1, n_cells * self->n_people));
  self->given = g_new (double, MAX (1, n_cells * self->n_people));
  for (gsize i = 0; i < n_cells * self->n_people; i++)
    {
      self->given[i] = isnan (self->marks[i]) ? 0 : 1;
      self->filled[i] = isnan (self->marks[i]) ? 0 : self->marks[i];
    }
  self->cells = g_new0 (NsmCell, MAX (1, n_cells));
  self->means = g_new (double, MAX (1, n_cells));
  self->totals = g_new (double, MAX (1, self->n_candidates));
  self->ranks = g_new (double, MAX (1, self->n_candidates));
  self->order = g_new (guint, MAX (1, self->n_candidates));
  for (guint c = 0; c < self->n_candidates; c++)
    for (guint k = 0; k < self->n_criteria; k++)
      {
        fill_cell (self, c, k, values);
        self->means[cell_index (self, c, k)] = self->cells[cell_index (self, c, k)].mean;
      }
  nsm_scores_compute_totals (self, self->means, self->totals);
  self->top = nsm_scores_find_top (self, self->totals);
  rank_candidates (self);
  for (guint c = 0; c < self->n_candidates; c++)
    self->order[c] = c;
  g_qsort_with_data (self->order, (int) self->n_candidates, sizeof *self->order, compare_totals,
                     self);
}
