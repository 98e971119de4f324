/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What would have to be true for the runner-up to win. */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "analysis/private.h"
#include "analysis/robustness.h"

/* A criterion would have to weigh so much more, at most, to be worth saying. */
#define MOST_FACTOR 10

static double
sum_weights (NsmScores *scores, guint candidate)
{
  double sum = 0;

  for (guint k = 0; k < scores->n_criteria; k++)
    if (!isnan (scores->means[(gsize) candidate * scores->n_criteria + k]))
      sum += scores->weights[k];
  return sum;
}

/* The one criterion on which the runner-up has most to gain, if that is enough:
 * what its mean would have to be to draw level. */
static gboolean
find_one_criterion (NsmRobustness *self, NsmScores *scores, guint *criterion, double *to)
{
  const double *means = scores->means + (gsize) self->runner_up * scores->n_criteria;
  double weight = sum_weights (scores, self->runner_up), room = 0;

  for (guint k = 0; k < scores->n_criteria; k++)
    {
      double gain = isnan (means[k]) ? 0 : scores->weights[k] * (5 - means[k]);

      if (gain > room + NSM_TIE)
        {
          room = gain;
          *criterion = k;
        }
    }
  if (room <= 0 || room <= self->gap * weight + NSM_TIE)
    return FALSE;
  *to = means[*criterion] + self->gap * weight / scores->weights[*criterion];
  return TRUE;
}

/* How many criteria would need full marks for the runner-up to come first. */
static guint
count_criteria (NsmRobustness *self, NsmScores *scores)
{
  const double *means = scores->means + (gsize) self->runner_up * scores->n_criteria;
  g_autofree gboolean *used = g_new0 (gboolean, scores->n_criteria);
  double need = self->gap * sum_weights (scores, self->runner_up), got = 0;

  for (guint n = 1; n <= scores->n_criteria; n++)
    {
      guint best = G_MAXUINT;
      double room = -1;

      for (guint k = 0; k < scores->n_criteria; k++)
        if (!used[k] && !isnan (means[k]) && scores->weights[k] * (5 - means[k]) > room)
          {
            best = k;
            room = scores->weights[k] * (5 - means[k]);
          }
      if (best == G_MAXUINT)
        break;
      used[best] = TRUE;
      got += room;
      if (got > need + NSM_TIE)
        return n;
    }
  return 0;
}

/* The criterion whose weight would have to grow least; NAN if none is within reach. */
static double
find_factor (NsmRobustness *self, NsmScores *scores, guint *criterion)
{
  const double *winner = scores->means + (gsize) self->winner * scores->n_criteria;
  const double *other = scores->means + (gsize) self->runner_up * scores->n_criteria;
  double behind = 0, factor = NAN;

  for (guint k = 0; k < scores->n_criteria; k++)
    {
      if (isnan (winner[k]) || isnan (other[k]))
        return NAN;
      behind += scores->weights[k] * (winner[k] - other[k]);
    }
  for (guint k = 0; k < scores->n_criteria; k++)
    if (other[k] > winner[k] + NSM_TIE && scores->weights[k] > 0)
      {
        double own = 1 + behind / (other[k] - winner[k]) / scores->weights[k];

        if (own <= MOST_FACTOR && (isnan (factor) || own < factor - NSM_TIE))
          {
            factor = own;
            *criterion = k;
          }
      }
  return factor;
}

static char *
dup_marks_change (NsmRobustness *self, NsmScores *scores)
{
  const NsmRise *rise = &self->rise;
  const char *runner_up = nsm_scores_get_candidate_title (scores, self->runner_up);

  if (rise->criterion != G_MAXUINT)
    {
      g_autofree char *from = nsm_scores_format (rise->from);
      /* Up, so that the mark shown is really enough. */
      g_autofree char *above = nsm_scores_format (MIN (5, floor (rise->to * 10 + 1 + NSM_TIE) / 10));

      /* Translators: a candidate, a criterion, and its mean mark before and after */
      return g_strdup_printf (_("“%s” would overtake it if its “%s” rose from %s to %s."),
                              runner_up, nsm_scores_get_criterion_name (scores, rise->criterion),
                              from, above);
    }
  if (rise->n_full_marks == 0)
    return g_strdup_printf (_("“%s” wouldn’t overtake it even with full marks everywhere."),
                            runner_up);
  return g_strdup_printf (ngettext ("“%s” would overtake it only with full marks on %u criterion.",
                                    "“%s” would overtake it only with full marks on %u criteria.",
                                    rise->n_full_marks),
                          runner_up, rise->n_full_marks);
}

/* What would have to be true for the runner-up to win, in figures. */
void
nsm_robustness_find_rise (NsmRobustness *self, NsmScores *scores)
{
  NsmRise *rise = &self->rise;
  guint criterion = 0;

  rise->criterion = rise->weigh_criterion = G_MAXUINT;
  rise->from = rise->to = rise->weigh_factor = NAN;
  if (!self->has_winner || !self->has_runner_up || self->tied)
    return;
  if (find_one_criterion (self, scores, &criterion, &rise->to))
    {
      rise->criterion = criterion;
      rise->from = scores->means[(gsize) self->runner_up * scores->n_criteria + criterion];
    }
  rise->n_full_marks = count_criteria (self, scores);
  rise->weigh_factor = find_factor (self, scores, &criterion);
  if (!isnan (rise->weigh_factor))
    rise->weigh_criterion = criterion;
}

/* The same in words. */
char *
nsm_robustness_dup_change (NsmRobustness *self, NsmScores *scores)
{
  g_autofree char *marks = NULL;
  g_autofree char *times = NULL;

  if (!self->has_winner || !self->has_runner_up)
    return g_strdup ("");
  if (self->tied)
    return g_strdup (_("One mark more for either decides between them."));
  marks = dup_marks_change (self, scores);
  if (self->rise.weigh_criterion == G_MAXUINT)
    return g_steal_pointer (&marks);
  times = nsm_scores_format (floor (self->rise.weigh_factor * 10 + 1 + NSM_TIE) / 10);
  /* Translators: first what marks would change; then a criterion and how many times its weight */
  return g_strdup_printf (_("%s Or if “%s” weighed %s times as much."), marks,
                          nsm_scores_get_criterion_name (scores, self->rise.weigh_criterion),
                          times);
}
