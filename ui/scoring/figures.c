/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/figures.h"

#include <math.h>

#define N_KEPT 2

typedef struct
{
  char *key;
  NsmFigures *figures;
} Kept;

static Kept kept[N_KEPT]; /* the newest first */

static void
clear (gpointer data)
{
  NsmFigures *self = data;

  g_clear_pointer (&self->movement, nsm_movement_free);
  g_clear_pointer (&self->discussions, g_ptr_array_unref);
  g_clear_pointer (&self->robustness, nsm_robustness_free);
  g_clear_pointer (&self->agreement, nsm_agreement_free);
  g_clear_pointer (&self->earlier, nsm_scores_free);
  g_clear_pointer (&self->scores, nsm_scores_free);
}

NsmFigures *
nsm_figures_ref (NsmFigures *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
nsm_figures_unref (NsmFigures *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/* What they follow from; the marks of a draft may still change. */
static char *
dup_key (NsmWorkshop *workshop, NsmRound *round)
{
  NsmSettings *settings = workshop->settings;
  GString *key = g_string_new (NULL);

  g_string_append_printf (key, "%p %s %g %g %g %g %u", (gpointer) round, NSM_RECORD (round)->id,
                          settings->disagreement, settings->firm_resamples, settings->firm_weights,
                          settings->leaning_share, nsm_list_get_size (workshop->rounds));
  if (round->direct)
    NSM_LIST_EACH (NsmAnswer, answer, round->answers)
      {
        NSM_LIST_EACH (NsmEntry, entry, answer->entries)
          g_string_append_printf (key, " %g", entry->mark);
      }
  return g_string_free (key, FALSE);
}

static void
keep (const char *key, NsmFigures *figures)
{
  for (guint i = 0; i < N_KEPT; i++)
    if (g_strcmp0 (kept[i].key, key) == 0)
      return;
  g_free (kept[N_KEPT - 1].key);
  g_clear_pointer (&kept[N_KEPT - 1].figures, nsm_figures_unref);
  for (guint i = N_KEPT - 1; i > 0; i--)
    kept[i] = kept[i - 1];
  kept[0].key = g_strdup (key);
  kept[0].figures = nsm_figures_ref (figures);
}

/**
 * nsm_figures_find:
 *
 * Returns: (transfer full) (nullable): those of @round if they are at hand
 */
NsmFigures *
nsm_figures_find (NsmWorkshop *workshop, NsmRound *round)
{
  g_autofree char *key = dup_key (workshop, round);

  for (guint i = 0; i < N_KEPT; i++)
    if (g_strcmp0 (kept[i].key, key) == 0)
      return nsm_figures_ref (kept[i].figures);
  return NULL;
}

/* The marks are read on the main thread; all that takes time follows from them alone. */
static NsmFigures *
begin (NsmRound *round)
{
  NsmFigures *self = g_atomic_rc_box_new0 (NsmFigures);
  NsmRound *earlier;

  self->scores = nsm_scores_new (round);
  earlier = nsm_scores_find_earlier_round (self->scores);
  if (earlier != NULL)
    self->earlier = nsm_scores_new (earlier);
  return self;
}

static void
compute (NsmFigures *self, NsmSettings *settings)
{
  self->agreement = nsm_agreement_new (self->scores);
  self->robustness = nsm_robustness_new (self->scores, settings);
  self->discussions = nsm_discuss_first (self->scores, settings->disagreement);
  if (self->earlier != NULL)
    self->movement = nsm_movement_new (self->earlier, self->scores);
}

/**
 * nsm_figures_get:
 * @round: a readable score round
 *
 * Returns: (transfer full): its figures; may take a tenth of a second
 */
NsmFigures *
nsm_figures_get (NsmWorkshop *workshop, NsmRound *round)
{
  NsmFigures *self = nsm_figures_find (workshop, round);
  g_autofree char *key = NULL;

  if (self != NULL)
    return self;
  key = dup_key (workshop, round);
  self = begin (round);
  compute (self, workshop->settings);
  keep (key, self);
  return self;
}

typedef struct
{
  char *key;
  NsmFigures *figures;
  NsmSettings *settings; /* a copy: the workshop's may change meanwhile */
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_free (work->key);
  nsm_figures_unref (work->figures);
  g_object_unref (work->settings);
  g_free (work);
}

static void
run (GTask *task, gpointer source G_GNUC_UNUSED, gpointer data,
     GCancellable *cancellable G_GNUC_UNUSED)
{
  Work *work = data;

  compute (work->figures, work->settings);
  g_task_return_boolean (task, TRUE);
}

/**
 * nsm_figures_prepare_async:
 * @round: a readable score round
 *
 * The same in a thread, so that a window stays alive.
 */
void
nsm_figures_prepare_async (NsmWorkshop *workshop, NsmRound *round, GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  NsmSettings *settings = workshop->settings;
  Work *work = g_new0 (Work, 1);

  work->key = dup_key (workshop, round);
  work->figures = begin (round);
  work->settings =
    g_object_new (NSM_TYPE_SETTINGS, "disagreement", settings->disagreement, "firm-resamples",
                  settings->firm_resamples, "firm-weights", settings->firm_weights,
                  "leaning-share", settings->leaning_share, NULL);
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, run);
}

/**
 * nsm_figures_prepare_finish:
 *
 * Returns: (transfer full): the figures
 */
NsmFigures *
nsm_figures_prepare_finish (GAsyncResult *result)
{
  Work *work = g_task_get_task_data (G_TASK (result));

  keep (work->key, work->figures);
  return nsm_figures_ref (work->figures);
}

/**
 * nsm_figures_get_order:
 *
 * Returns: a cell's place in the order of discussion, from 1; 0 where people agree
 *   well enough
 */
guint
nsm_figures_get_order (NsmFigures *self, guint candidate, guint criterion)
{
  guint order = 0;

  for (guint i = 0; i < self->discussions->len; i++)
    {
      const NsmDiscussion *discussion = g_ptr_array_index (self->discussions, i);

      if (!discussion->disagrees)
        continue;
      order++;
      if (discussion->candidate == candidate && discussion->criterion == criterion)
        return order;
    }
  return 0;
}

guint
nsm_figures_count_disagreements (NsmFigures *self)
{
  guint n = 0;

  for (guint i = 0; i < self->discussions->len; i++)
    n += ((const NsmDiscussion *) g_ptr_array_index (self->discussions, i))->disagrees ? 1 : 0;
  return n;
}

/**
 * nsm_figures_get_disagreement:
 * @position: a place in the order of discussion, from 0
 *
 * Returns: (transfer none) (nullable): the cell
 */
const NsmDiscussion *
nsm_figures_get_disagreement (NsmFigures *self, guint position)
{
  for (guint i = 0; i < self->discussions->len; i++)
    {
      const NsmDiscussion *discussion = g_ptr_array_index (self->discussions, i);

      if (discussion->disagrees && position-- == 0)
        return discussion;
    }
  return NULL;
}

/**
 * nsm_figures_get_movement:
 *
 * Returns: (transfer none) (nullable): what moved in the cell since the round before;
 *   NULL where it wasn't asked for, or its mean is the same
 */
const NsmMovementCell *
nsm_figures_get_movement (NsmFigures *self, guint candidate, guint criterion)
{
  const NsmMovementCell *cell;

  if (self->movement == NULL)
    return NULL;
  cell = nsm_movement_get_cell (self->movement, candidate, criterion);
  /* Less than half of the last digit shown is no move. */
  if (!cell->asked_twice || isnan (cell->mean_shift) || fabs (cell->mean_shift) < 0.05)
    return NULL;
  return cell;
}
