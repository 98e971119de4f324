/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence/run.h"

#include "evidence/run-private.h"

#define MOST_THREADS 16

static void
free_series (gpointer data)
{
  NsmSeries *series = data;

  g_array_unref (series->periods);
  g_free (series);
}

static void
free_pair (gpointer data)
{
  nsm_pair_free (data);
}

void
nsm_study_free (NsmStudy *study)
{
  if (study == NULL)
    return;
  g_ptr_array_unref (study->pairs);
  g_ptr_array_unref (study->series);
  g_free (study);
}

static const NsmStudyColumn *
get_column (const NsmStudyPlan *plan, guint position)
{
  return &g_array_index (plan->columns, NsmStudyColumn, position);
}

static guint
count_role (const NsmStudyPlan *plan, NsmColumnRole role)
{
  guint n = 0;

  for (guint i = 0; i < plan->columns->len; i++)
    n += get_column (plan, i)->role == role;
  return n;
}

static const NsmStudySource *
find_source (const NsmStudyJob *job, NsmColumnRole role)
{
  for (guint i = 0; i < job->plan->columns->len; i++)
    if (get_column (job->plan, i)->role == role)
      return &job->sources[i];
  return NULL;
}

static void
find_periods (NsmStudyJob *job)
{
  const NsmStudySource *source = find_source (job, NSM_COLUMN_ROLE_DATE);
  g_autofree double *sorted = NULL;

  job->window = NSM_WINDOW_UNSET;
  if (source == NULL || source->values == NULL)
    return;
  job->window = job->plan->period;
  job->dates = nsm_dates_find (source->values, job->group_of, job->n_rows, &job->window);
  sorted = nsm_study_job_sort_by_group (job, source->values);
  job->periods =
      nsm_periods_new (sorted != NULL ? sorted : source->values, job->n_rows, job->window);
}

/* Candidates first, then outcomes. */
static void
list_variables (NsmStudyJob *job)
{
  const NsmColumnRole roles[] = { NSM_COLUMN_ROLE_CANDIDATE, NSM_COLUMN_ROLE_OUTCOME };
  guint n = 0;

  job->n_variables = count_role (job->plan, roles[0]) + count_role (job->plan, roles[1]);
  job->variables = g_new0 (NsmVariable, MAX (job->n_variables, 1));
  for (guint k = 0; k < G_N_ELEMENTS (roles); k++)
    for (guint i = 0; i < job->plan->columns->len; i++)
      if (get_column (job->plan, i)->role == roles[k])
        {
          job->variables[n].column = i;
          job->variables[n].truth = get_column (job->plan, i)->cells == NSM_CELLS_TRUTH;
          n++;
        }
}

static void
list_pairs (NsmStudyJob *job, GPtrArray *pairs, guint n_candidates)
{
  for (guint c = 0; c < n_candidates; c++)
    for (guint o = n_candidates; o < job->n_variables; o++)
      for (guint i = 0; i <= job->n_groups; i++)
        {
          NsmPair *pair = nsm_pair_new ();

          pair->candidate = job->variables[c].column;
          pair->outcome = job->variables[o].column;
          pair->group = i > 0 ? g_strdup (job->names[i - 1]) : NULL;
          g_ptr_array_add (pairs, pair);
        }
  job->pairs = pairs;
}

static void
prepare_variable (guint task, gpointer data)
{
  NsmStudyJob *job = data;

  if (!nsm_pulse_is_cancelled (&job->pulse))
    nsm_variable_prepare (&job->variables[task], job);
}

static void
correlate_pair (guint task, gpointer data)
{
  NsmStudyJob *job = data;
  guint n_candidates = count_role (job->plan, NSM_COLUMN_ROLE_CANDIDATE);
  guint n_outcomes = job->n_variables - n_candidates;
  const NsmVariable *candidate = &job->variables[task / n_outcomes];
  const NsmVariable *outcome = &job->variables[n_candidates + task % n_outcomes];
  NsmPair **pairs = (NsmPair **) job->pairs->pdata + (gsize) task * (job->n_groups + 1);

  if (nsm_pulse_is_cancelled (&job->pulse))
    return;
  if (job->dates == NSM_DATES_SERIES)
    nsm_pairs_correlate_changes (job, candidate, outcome, pairs);
  else
    nsm_pairs_correlate (job, candidate, outcome, pairs);
}

/* Rows that all passes together go through, roughly: for the share that is done. */
static gsize
get_work (const NsmStudyJob *job, guint n_pairs)
{
  gsize ranks = job->n_groups > 0 ? 2 : 1;

  return job->n_rows *
         (job->n_variables * (1 + ranks + (job->periods != NULL ? 1 : 0)) + n_pairs * (1 + ranks));
}

static gboolean
run_job (NsmStudyJob *job, NsmStudy *study)
{
  guint n_candidates = count_role (job->plan, NSM_COLUMN_ROLE_CANDIDATE);

  list_pairs (job, study->pairs, n_candidates);
  nsm_tasks_run (job->n_variables, prepare_variable, job, job->n_threads);
  if (nsm_pulse_is_cancelled (&job->pulse))
    return FALSE;
  nsm_tasks_run (study->pairs->len / (job->n_groups + 1), correlate_pair, job, job->n_threads);
  if (nsm_pulse_is_cancelled (&job->pulse))
    return FALSE;
  for (guint i = 0; i < job->n_variables && job->periods != NULL; i++)
    g_ptr_array_add (study->series, nsm_variable_get_series (&job->variables[i], job));
  study->dates = job->dates;
  study->period = job->window;
  study->n_groups = job->n_groups;
  study->n_groups_left_out = job->n_groups_left_out;
  return TRUE;
}

NsmStudy *
nsm_study_new_of_sources (const NsmStudySource *sources, gsize n_rows, const NsmStudyPlan *plan,
                          GCancellable *cancellable, NsmTableProgress progress,
                          gpointer progress_data, GError **error)
{
  g_autoptr (NsmStudy) study = g_new0 (NsmStudy, 1);
  NsmStudyJob job = { .plan = plan, .sources = sources, .n_rows = n_rows };
  gboolean finished;

  study->pairs = g_ptr_array_new_with_free_func (free_pair);
  study->series = g_ptr_array_new_with_free_func (free_series);
  job.n_threads =
      plan->n_threads > 0 ? plan->n_threads : MIN (g_get_num_processors (), MOST_THREADS);
  nsm_study_job_find_groups (&job, find_source (&job, NSM_COLUMN_ROLE_SEGMENT));
  find_periods (&job);
  list_variables (&job);
  nsm_pulse_init (&job.pulse,
                  get_work (&job, count_role (plan, NSM_COLUMN_ROLE_CANDIDATE) *
                                      count_role (plan, NSM_COLUMN_ROLE_OUTCOME)),
                  cancellable, progress, progress_data);
  finished = run_job (&job, study);
  for (guint i = 0; i < job.n_variables; i++)
    nsm_variable_clear (&job.variables[i]);
  g_free (job.variables);
  g_clear_pointer (&job.periods, nsm_periods_free);
  nsm_study_job_free_groups (&job);
  if (!finished)
    {
      g_cancellable_set_error_if_cancelled (cancellable, error);
      return NULL;
    }
  if (progress != NULL)
    progress (1, progress_data);
  return g_steal_pointer (&study);
}
