/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "evidence/calendar.h"
#include "evidence/run-private.h"

static gboolean
rank_rows (NsmVariable *self, NsmStudyJob *job)
{
  g_autofree guint32 *scratch = g_new (guint32, (gsize) self->codes->n_distinct + 1);

  self->ranks = g_new (gint32, MAX (job->n_rows, 1));
  nsm_rank (self->codes, NULL, 0, job->n_rows, scratch, self->ranks, &self->squares, &job->pulse);
  if (job->n_groups > 0)
    self->group_ranks = g_new (gint32, MAX (job->n_rows, 1));
  for (guint i = 0; i < job->n_groups && !nsm_pulse_is_cancelled (&job->pulse); i++)
    nsm_rank (self->codes, NULL, job->starts[i], job->starts[i + 1] - job->starts[i], scratch,
              self->group_ranks + job->starts[i], &self->group_squares[i], &job->pulse);
  return !nsm_pulse_is_cancelled (&job->pulse);
}

/**
 * nsm_variable_prepare:
 *
 * All that a column needs once, whatever it is compared with. After a cancellation parts
 * of it are missing.
 */
void
nsm_variable_prepare (NsmVariable *self, NsmStudyJob *job)
{
  const double *values = job->sources[self->column].values;

  self->own_values = nsm_study_job_sort_by_group (job, values);
  self->values = self->own_values != NULL ? self->own_values : values;
  self->codes = nsm_codes_new (self->values, job->n_rows, &job->pulse);
  if (self->codes == NULL)
    return;
  if (job->dates != NSM_DATES_SERIES && !rank_rows (self, job))
    return;
  if (job->periods != NULL)
    {
      self->means = g_new (double, MAX (job->periods->n, 1));
      self->counts = g_new (gsize, MAX (job->periods->n, 1));
      nsm_periods_average (job->periods, self->values, 0, job->n_rows, self->means, self->counts,
                           &job->pulse);
    }
}

void
nsm_variable_clear (NsmVariable *self)
{
  g_clear_pointer (&self->own_values, g_free);
  g_clear_pointer (&self->codes, nsm_codes_free);
  g_clear_pointer (&self->ranks, g_free);
  g_clear_pointer (&self->group_ranks, g_free);
  g_clear_pointer (&self->means, g_free);
  g_clear_pointer (&self->counts, g_free);
}

NsmSeries *
nsm_variable_get_series (const NsmVariable *self, const NsmStudyJob *job)
{
  NsmSeries *series = g_new0 (NsmSeries, 1);
  double changed_on = nsm_calendar_parse_day (job->plan->changed_on);

  series->column = self->column;
  series->periods = g_array_new (FALSE, FALSE, sizeof (NsmSeriesPeriod));
  for (guint i = 0; i < job->periods->n; i++)
    if (self->counts[i] > 0)
      {
        NsmSeriesPeriod period = {
          .start = nsm_calendar_get_start (job->periods->first + (int) i, job->window),
          .mean = self->means[i],
          .rows = (double) self->counts[i],
        };

        g_array_append_val (series->periods, period);
      }
  series->noise = nsm_series_get_noise (self->means, job->periods->n);
  series->react_periods = NAN;
  if (!isnan (changed_on))
    series->react_periods = nsm_series_get_reaction (
        self->means, job->periods->n,
        nsm_calendar_get_period (changed_on, job->window) - job->periods->first);
  return series;
}
