/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "findings/scoring.h"

#include <glib/gi18n-lib.h>

#include "findings/figures.h"
#include "record/language.h"
#include "rounds/round.h"

/* The marks of @round, or of the newest that can be read; NULL where nobody gave any. */
NsmScores *
nsm_scoring_read (NsmWorkshop *workshop, NsmRound *round)
{
  g_autoptr (NsmScores) scores = NULL;

  if (round == NULL)
    round = nsm_workshop_get_revealed_round (workshop, NSM_ROUND_KIND_SCORES);
  scores = round != NULL ? nsm_scores_new (round) : NULL;
  return scores != NULL && nsm_scores_get_n_people (scores) > 0 ? g_steal_pointer (&scores) : NULL;
}

static NsmScoring *
find_or_make (NsmWorkshop *workshop, NsmRound *round, gboolean may_compute)
{
  NsmScores *scores = nsm_scoring_read (workshop, round);
  g_autofree char *key = NULL;
  NsmThresholds thresholds;
  NsmFigures *figures;
  NsmScoring *self;

  if (scores == NULL)
    return NULL;
  nsm_thresholds_take (&thresholds, workshop->settings);
  key = nsm_figures_dup_key (scores, &thresholds);
  figures = nsm_figures_find (key);
  if (figures != NULL)
    return nsm_figures_share (figures, scores);
  if (!may_compute)
    {
      nsm_scores_free (scores);
      return NULL;
    }
  figures = nsm_figures_new (scores, &thresholds, NULL);
  nsm_figures_keep (figures, key);
  self = nsm_figures_share (figures, scores);
  nsm_figures_unref (figures);
  return self;
}

/**
 * nsm_scoring_new:
 * @round: (nullable): a round of scores; NULL for the newest that can be read
 *
 * Returns: (transfer full) (nullable): what follows from the round, worked out now if it
 *   isn't at hand; NULL without marks
 */
NsmScoring *
nsm_scoring_new (NsmWorkshop *workshop, NsmRound *round)
{
  return find_or_make (workshop, round, TRUE);
}

/**
 * nsm_scoring_peek:
 * @round: (nullable): as for nsm_scoring_new()
 *
 * Returns: (transfer full) (nullable): what follows from the round if it is at hand, else
 *   NULL, without working anything out
 */
NsmScoring *
nsm_scoring_peek (NsmWorkshop *workshop, NsmRound *round)
{
  return find_or_make (workshop, round, FALSE);
}

/**
 * nsm_scoring_get:
 *
 * Returns: (transfer none) (nullable): as nsm_scoring_new() of the newest scores that can
 *   be read, valid until the next call
 */
const NsmScoring *
nsm_scoring_get (NsmWorkshop *workshop)
{
  static NsmScoring *last = NULL;

  nsm_scoring_free (last);
  last = nsm_scoring_new (workshop, NULL);
  return last;
}

void
nsm_scoring_free (NsmScoring *self)
{
  if (self == NULL)
    return;
  nsm_scores_free (self->scores);
  nsm_figures_unref (self->figures);
  g_free (self);
}

/* In a thread. It gets a copy of the marks that nobody else has, and hands back
 * figures that nobody will change. */

typedef struct
{
  char *key;
  GPtrArray *waiting; /* GTask: whoever asks for the same figures shares the work */
  GCancellable *cancellable;
  NsmScores *scores; /* the thread's own */
  NsmThresholds thresholds;
  char *language; /* of the sentences */
} Job;

typedef struct
{
  Job *job;
  NsmScores *scores;
  GSource *source; /* of its cancellable */
} Wait;

static GHashTable *jobs = NULL; /* key → Job */

static void
job_free (Job *job)
{
  g_ptr_array_unref (job->waiting);
  g_object_unref (job->cancellable);
  nsm_scores_free (job->scores);
  g_free (job->language);
  g_free (job->key);
  g_free (job);
}

static void
wait_free (gpointer data)
{
  Wait *wait = data;

  if (wait->source != NULL)
    {
      g_source_destroy (wait->source);
      g_source_unref (wait->source);
    }
  nsm_scores_free (wait->scores);
  g_free (wait);
}

static void
forget_job (Job *job)
{
  if (g_hash_table_lookup (jobs, job->key) == job)
    g_hash_table_remove (jobs, job->key);
}

static void
compute_in_thread (GTask *task, gpointer source G_GNUC_UNUSED, gpointer data,
                   GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (NsmLanguageScope) scope = nsm_language_enter (job->language);

  g_task_return_pointer (task, nsm_figures_new (job->scores, &job->thresholds, cancellable),
                         (GDestroyNotify) nsm_figures_unref);
}

static void
on_computed (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  Job *job = data;
  NsmFigures *figures = g_task_propagate_pointer (G_TASK (result), NULL);

  forget_job (job);
  if (figures != NULL)
    nsm_figures_keep (figures, job->key);
  for (guint i = 0; figures != NULL && i < job->waiting->len; i++)
    {
      Wait *wait = g_task_get_task_data (job->waiting->pdata[i]);

      g_source_destroy (wait->source);
      g_task_return_pointer (job->waiting->pdata[i],
                             nsm_figures_share (figures, g_steal_pointer (&wait->scores)),
                             (GDestroyNotify) nsm_scoring_free);
    }
  g_clear_pointer (&figures, nsm_figures_unref);
  job_free (job);
}

static Job *
start_job (const char *key, NsmScores *scores, const NsmThresholds *thresholds)
{
  Job *job = g_new0 (Job, 1);
  GTask *work;

  job->key = g_strdup (key);
  job->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  job->cancellable = g_cancellable_new ();
  job->scores = nsm_scores_copy_figures (scores);
  job->thresholds = *thresholds;
  job->language = nsm_language_dup ();
  g_hash_table_insert (jobs, job->key, job);
  work = g_task_new (NULL, job->cancellable, on_computed, job);
  g_task_set_task_data (work, job, NULL);
  g_task_run_in_thread (work, compute_in_thread);
  g_object_unref (work);
  return job;
}

static gboolean
on_cancelled (GCancellable *cancellable G_GNUC_UNUSED, gpointer data)
{
  g_autoptr (GTask) task = g_object_ref (data);
  Wait *wait = g_task_get_task_data (task);

  g_ptr_array_remove (wait->job->waiting, task);
  g_task_return_error_if_cancelled (task);
  if (wait->job->waiting->len == 0)
    {
      /* It frees itself when the thread is back. */
      forget_job (wait->job);
      g_cancellable_cancel (wait->job->cancellable);
    }
  return G_SOURCE_REMOVE;
}

static void
wait_for (GTask *task, Job *job, NsmScores *scores)
{
  Wait *wait = g_new (Wait, 1);
  GCancellable *cancellable = g_task_get_cancellable (task);

  wait->job = job;
  wait->scores = scores;
  wait->source = g_cancellable_source_new (cancellable);
  g_source_set_callback (wait->source, G_SOURCE_FUNC (on_cancelled), task, NULL);
  g_source_attach (wait->source, g_task_get_context (task));
  g_task_set_task_data (task, wait, wait_free);
  g_ptr_array_add (job->waiting, g_object_ref (task));
}

/**
 * nsm_scoring_prepare_async:
 * @round: (nullable): as for nsm_scoring_new()
 *
 * Works out in a thread what follows from the marks of the round as they are now; from
 * then on it is at hand. Calls back at once, so to speak, if it already is.
 */
void
nsm_scoring_prepare_async (NsmWorkshop *workshop, NsmRound *round, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (workshop, cancellable, callback, user_data);
  NsmScores *scores = nsm_scoring_read (workshop, round);
  g_autofree char *key = NULL;
  NsmThresholds thresholds;
  NsmFigures *figures;
  Job *job;

  if (scores == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "%s",
                               _("There are no scores to read yet."));
      return;
    }
  nsm_thresholds_take (&thresholds, workshop->settings);
  key = nsm_figures_dup_key (scores, &thresholds);
  figures = nsm_figures_find (key);
  if (figures != NULL)
    {
      g_task_return_pointer (task, nsm_figures_share (figures, scores),
                             (GDestroyNotify) nsm_scoring_free);
      return;
    }
  if (jobs == NULL)
    jobs = g_hash_table_new (g_str_hash, g_str_equal);
  job = g_hash_table_lookup (jobs, key);
  if (job == NULL)
    job = start_job (key, scores, &thresholds);
  wait_for (task, job, scores);
}

/**
 * nsm_scoring_prepare_finish:
 *
 * Returns: (transfer full) (nullable): what follows from the round, or NULL with @error
 *   set: G_IO_ERROR_CANCELLED, or G_IO_ERROR_NOT_FOUND without marks
 */
NsmScoring *
nsm_scoring_prepare_finish (NsmWorkshop *workshop, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workshop), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
