/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/scores.h"

#include <glib/gi18n-lib.h>
#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics_double.h>
#include <math.h>
#include <string.h>

#include "analysis/agreement.h"
#include "analysis/private.h"
#include "rounds/round.h"

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

/* The mean of each cell when person p speaks @counts[p] times. */
void
nsm_scores_compute_means (NsmScores *self, const double *counts, double *means)
{
  const gsize n_cells = (gsize) self->n_candidates * self->n_criteria;
  g_autofree double *n = g_new0 (double, n_cells);

  memset (means, 0, n_cells * sizeof *means);
  for (guint p = 0; p < self->n_people; p++)
    {
      const double *marks = self->marks + p * n_cells;

      for (gsize i = 0; counts[p] > 0 && i < n_cells; i++)
        if (!isnan (marks[i]))
          {
            means[i] += counts[p] * marks[i];
            n[i] += counts[p];
          }
    }
  for (gsize i = 0; i < n_cells; i++)
    means[i] = n[i] > 0 ? means[i] / n[i] : NAN;
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

static void
compute (NsmScores *self)
{
  g_autofree double *values = g_new (double, MAX (1, self->n_people));
  const gsize n_cells = (gsize) self->n_candidates * self->n_criteria;

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

static void
unref_maybe (gpointer object)
{
  if (object != NULL)
    g_object_unref (object);
}

static NsmScores *
make (guint n_people, guint n_candidates, guint n_criteria)
{
  NsmScores *self = g_new0 (NsmScores, 1);
  const gsize n = (gsize) n_people * n_candidates * n_criteria;

  self->n_people = n_people;
  self->n_candidates = n_candidates;
  self->n_criteria = n_criteria;
  self->person_ids = g_ptr_array_new_with_free_func (g_free);
  self->person_names = g_ptr_array_new_with_free_func (g_free);
  self->candidate_ids = g_ptr_array_new_with_free_func (g_free);
  self->candidate_titles = g_ptr_array_new_with_free_func (g_free);
  self->criterion_ids = g_ptr_array_new_with_free_func (g_free);
  self->criterion_names = g_ptr_array_new_with_free_func (g_free);
  self->calibration = g_new0 (gboolean, MAX (1, n_candidates));
  self->weights = g_new0 (double, MAX (1, n_criteria));
  self->marks = g_new (double, MAX (1, n));
  self->entries = g_ptr_array_new_with_free_func (unref_maybe);
  g_ptr_array_set_size (self->entries, (int) n);
  for (gsize i = 0; i < n; i++)
    self->marks[i] = NAN;
  return self;
}

static GPtrArray *
collect_people (NsmRound *round)
{
  GPtrArray *answers = g_ptr_array_new ();

  NSM_LIST_EACH (NsmRosterEntry, entry, round->roster)
    {
      NsmAnswer *answer = nsm_round_get_answer (round, entry->person);

      if (answer != NULL && nsm_list_get_size (answer->entries) > 0)
        g_ptr_array_add (answers, answer);
    }
  NSM_LIST_EACH (NsmAnswer, answer, round->answers)
    {
      if (nsm_list_get_size (answer->entries) > 0 && !g_ptr_array_find (answers, answer, NULL))
        g_ptr_array_add (answers, answer);
    }
  return answers;
}

static void
name_people (NsmScores *self, GPtrArray *answers)
{
  for (guint i = 0; i < answers->len; i++)
    {
      NsmAnswer *answer = answers->pdata[i];
      NsmRosterEntry *entry = nsm_round_get_roster_entry (self->round, answer->person);

      g_ptr_array_add (self->person_ids, g_strdup (answer->person));
      g_ptr_array_add (self->person_names,
                       entry != NULL ? g_strdup (entry->name)
                                     /* Translators: an answer without a name, and its number */
                                     : g_strdup_printf (_("Answer %u"), i + 1));
    }
}

gboolean
nsm_ids_find (GPtrArray *ids, const char *id, guint *position)
{
  for (guint i = 0; i < ids->len; i++)
    if (strcmp (ids->pdata[i], id) == 0)
      {
        if (position != NULL)
          *position = i;
        return TRUE;
      }
  return FALSE;
}

static void
take_answer (NsmScores *self, guint person, NsmAnswer *answer)
{
  NSM_LIST_EACH (NsmEntry, entry, answer->entries)
    {
      guint c, k;

      if (nsm_ids_find (self->candidate_ids, entry->subject, &c) &&
          nsm_ids_find (self->criterion_ids, entry->aspect, &k))
        {
          gsize i = mark_index (self, person, c, k);

          if (!entry->abstained && entry->mark >= 1 && entry->mark <= 5)
            self->marks[i] = entry->mark;
          if (self->entries->pdata[i] == NULL)
            self->entries->pdata[i] = g_object_ref (entry);
        }
    }
}

/**
 * nsm_scores_new:
 * @round: a round of scores
 *
 * Returns: (transfer full) (nullable): its marks, or NULL while there is nothing to
 *   read in it
 */
NsmScores *
nsm_scores_new (NsmRound *round)
{
  g_autoptr (GPtrArray) answers = NULL;
  NsmScores *self;

  if (round->kind != NSM_ROUND_KIND_SCORES || !nsm_round_is_readable (round))
    return NULL;

  answers = collect_people (round);
  self =
    make (answers->len, nsm_list_get_size (round->subjects), nsm_list_get_size (round->aspects));
  self->round = g_object_ref (round);
  self->nameless = round->privacy == NSM_PRIVACY_UNNAMED;
  name_people (self, answers);
  NSM_LIST_EACH (NsmSubject, subject, round->subjects)
    {
      self->calibration[self->candidate_ids->len] = subject->calibration;
      g_ptr_array_add (self->candidate_ids, g_strdup (subject->subject));
      g_ptr_array_add (self->candidate_titles, g_strdup (subject->title));
    }
  NSM_LIST_EACH (NsmAspect, aspect, round->aspects)
    {
      self->weights[self->criterion_ids->len] = aspect->weight;
      g_ptr_array_add (self->criterion_ids, g_strdup (aspect->aspect));
      g_ptr_array_add (self->criterion_names, g_strdup (aspect->name));
    }
  for (guint p = 0; p < answers->len; p++)
    take_answer (self, p, answers->pdata[p]);
  compute (self);
  nsm_scores_take_agreed (self);
  return self;
}

/**
 * nsm_scores_new_from_marks:
 * @marks: [person][candidate][criterion], NAN where there is none
 * @weights: (nullable): of the criteria; NULL for equal ones
 * @calibration: (nullable): which candidates are deliberately bad
 *
 * Returns: (transfer full): scores without a round, for computing
 */
NsmScores *
nsm_scores_new_from_marks (guint n_people, guint n_candidates, guint n_criteria,
                           const double *marks, const double *weights, const gboolean *calibration)
{
  NsmScores *self = make (n_people, n_candidates, n_criteria);

  memcpy (self->marks, marks, sizeof *marks * n_people * n_candidates * n_criteria);
  for (guint k = 0; k < n_criteria; k++)
    {
      self->weights[k] = weights != NULL ? weights[k] : 1;
      g_ptr_array_add (self->criterion_ids, g_strdup_printf ("criterion-%03u", k + 1));
      g_ptr_array_add (self->criterion_names, g_strdup_printf (_("Criterion %u"), k + 1));
    }
  for (guint c = 0; c < n_candidates; c++)
    {
      self->calibration[c] = calibration != NULL && calibration[c];
      g_ptr_array_add (self->candidate_ids, g_strdup_printf ("candidate-%03u", c + 1));
      g_ptr_array_add (self->candidate_titles, g_strdup_printf (_("Candidate %u"), c + 1));
    }
  for (guint p = 0; p < n_people; p++)
    {
      g_ptr_array_add (self->person_ids, g_strdup_printf ("person-%03u", p + 1));
      g_ptr_array_add (self->person_names, g_strdup_printf (_("Answer %u"), p + 1));
    }
  self->nameless = TRUE;
  compute (self);
  nsm_scores_take_agreed (self);
  return self;
}

void
nsm_scores_free (NsmScores *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->round);
  g_ptr_array_unref (self->person_ids);
  g_ptr_array_unref (self->person_names);
  g_ptr_array_unref (self->candidate_ids);
  g_ptr_array_unref (self->candidate_titles);
  g_ptr_array_unref (self->criterion_ids);
  g_ptr_array_unref (self->criterion_names);
  g_ptr_array_unref (self->entries);
  g_free (self->calibration);
  g_free (self->weights);
  g_free (self->marks);
  g_free (self->cells);
  g_free (self->means);
  g_free (self->totals);
  g_free (self->ranks);
  g_free (self->order);
  g_free (self->agreed);
  g_free (self->agreed_totals);
  g_free (self);
}
