/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings for a window: what takes long is worked out in a thread first. */
#include "findings/figures.h"
#include "findings/findings.h"

static void prepare (GTask *task);

/**
 * nsm_findings_are_at_hand:
 *
 * Returns: whether nsm_findings_collect() is quick: no figures have to be worked out
 */
gboolean
nsm_findings_are_at_hand (NsmWorkshop *workshop)
{
  g_autoptr (NsmScoring) scoring = nsm_scoring_peek (workshop, NULL);
  g_autoptr (NsmScores) marks = NULL;

  if (scoring == NULL)
    marks = nsm_scoring_read (workshop, NULL);
  return marks == NULL;
}

static void
on_prepared (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (NsmScoring) then =
    nsm_scoring_prepare_finish (NSM_WORKSHOP (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (!nsm_findings_are_at_hand (NSM_WORKSHOP (source)))
    /* Marks changed meanwhile. */
    prepare (task);
  else
    g_task_return_pointer (task, nsm_findings_collect (NSM_WORKSHOP (source)),
                           (GDestroyNotify) g_ptr_array_unref);
}

static void
prepare (GTask *task)
{
  nsm_scoring_prepare_async (g_task_get_source_object (task), NULL, g_task_get_cancellable (task),
                             on_prepared, g_object_ref (task));
}

/**
 * nsm_findings_collect_async:
 *
 * As nsm_findings_collect(), but never holds up the main loop: the figures of scores
 * come from a thread, and the rules speak of the workshop as it is when they are there.
 */
void
nsm_findings_collect_async (NsmWorkshop *workshop, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (workshop, cancellable, callback, user_data);

  prepare (task);
}

/**
 * nsm_findings_collect_finish:
 *
 * Returns: (transfer full) (nullable) (element-type NsmFinding): the findings, or NULL with
 *   @error set when it was cancelled
 */
GPtrArray *
nsm_findings_collect_finish (NsmWorkshop *workshop, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workshop), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
