/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "findings/figures.h"

#include <string.h>

#include "record/language.h"

/* A window shows one round, and may compare it with a few others. */
#define MOST_KEPT 8

struct _NsmFigures
{
  gatomicrefcount references;
  NsmAgreement *agreement;
  NsmRobustness *robustness;
  GPtrArray *discussion;
  GPtrArray *calibrations;
};

typedef struct
{
  char *key;
  NsmFigures *figures;
} Kept;

static GQueue kept = G_QUEUE_INIT; /* Kept, the one used last in front */
static guint n_computed = 0;

static void
hash_number (GChecksum *sum, double number)
{
  g_checksum_update (sum, (const guchar *) &number, sizeof number);
}

/* With its end, so that “ab” and “c” aren't “a” and “bc”. */
static void
hash_text (GChecksum *sum, const char *text)
{
  g_checksum_update (sum, (const guchar *) text, (gssize) strlen (text) + 1);
}

static void
hash_candidates (GChecksum *sum, NsmScores *scores)
{
  for (guint c = 0; c < nsm_scores_get_n_candidates (scores); c++)
    {
      hash_number (sum, nsm_scores_is_calibration (scores, c));
      hash_text (sum, nsm_scores_get_candidate_id (scores, c));
      hash_text (sum, nsm_scores_get_candidate_title (scores, c));
      for (guint k = 0; k < nsm_scores_get_n_criteria (scores); k++)
        hash_number (sum, nsm_scores_get_agreed (scores, c, k));
    }
}

static void
hash_person (GChecksum *sum, NsmScores *scores, guint person)
{
  hash_text (sum, nsm_scores_get_person_id (scores, person));
  hash_text (sum, nsm_scores_get_person_name (scores, person));
  for (guint c = 0; c < nsm_scores_get_n_candidates (scores); c++)
    for (guint k = 0; k < nsm_scores_get_n_criteria (scores); k++)
      hash_number (sum, nsm_scores_get_mark (scores, person, c, k));
}

/**
 * nsm_figures_dup_key:
 *
 * Returns: (transfer full): a digest of everything that the figures and their sentences
 *   follow from
 */
char *
nsm_figures_dup_key (NsmScores *scores, const NsmThresholds *thresholds)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  guint n_people = nsm_scores_get_n_people (scores);
  guint n_criteria = nsm_scores_get_n_criteria (scores);
  g_autofree char *language = nsm_language_dup ();

  hash_text (sum, language);
  hash_number (sum, n_people);
  hash_number (sum, nsm_scores_get_n_candidates (scores));
  hash_number (sum, n_criteria);
  hash_number (sum, nsm_scores_is_nameless (scores));
  hash_number (sum, thresholds->firm_resamples);
  hash_number (sum, thresholds->firm_weights);
  hash_number (sum, thresholds->leaning_share);
  hash_number (sum, thresholds->disagreement);
  hash_candidates (sum, scores);
  for (guint k = 0; k < n_criteria; k++)
    {
      hash_number (sum, nsm_scores_get_weight (scores, k));
      hash_text (sum, nsm_scores_get_criterion_id (scores, k));
      hash_text (sum, nsm_scores_get_criterion_name (scores, k));
    }
  for (guint p = 0; p < n_people; p++)
    hash_person (sum, scores, p);
  return g_strdup (g_checksum_get_string (sum));
}

/**
 * nsm_figures_new:
 * @scores: in another thread than the main one, of nsm_scores_copy_figures()
 * @cancellable: (nullable): looked at now and then
 *
 * Returns: (transfer full) (nullable): everything that follows from @scores; NULL when it
 *   was cancelled
 */
NsmFigures *
nsm_figures_new (NsmScores *scores, const NsmThresholds *thresholds, GCancellable *cancellable)
{
  NsmFigures *self;

  if (g_cancellable_is_cancelled (cancellable))
    return NULL;
  self = g_new0 (NsmFigures, 1);
  g_atomic_ref_count_init (&self->references);
  self->discussion = nsm_discuss_first (scores, thresholds->disagreement);
  self->calibrations = nsm_calibrate (scores);
  if (!g_cancellable_is_cancelled (cancellable))
    self->agreement = nsm_agreement_new (scores);
  if (!g_cancellable_is_cancelled (cancellable))
    self->robustness = nsm_robustness_new_with (scores, thresholds);
  if (self->agreement == NULL || self->robustness == NULL)
    g_clear_pointer (&self, nsm_figures_unref);
  return self;
}

NsmFigures *
nsm_figures_ref (NsmFigures *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
nsm_figures_unref (NsmFigures *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  nsm_agreement_free (self->agreement);
  nsm_robustness_free (self->robustness);
  g_ptr_array_unref (self->discussion);
  g_ptr_array_unref (self->calibrations);
  g_free (self);
}

/**
 * nsm_figures_find:
 *
 * Returns: (transfer none) (nullable): those kept with @key; they will be kept longest
 */
NsmFigures *
nsm_figures_find (const char *key)
{
  for (GList *link = kept.head; link != NULL; link = link->next)
    {
      Kept *item = link->data;

      if (strcmp (item->key, key) != 0)
        continue;
      g_queue_unlink (&kept, link);
      g_queue_push_head_link (&kept, link);
      return item->figures;
    }
  return NULL;
}

/**
 * nsm_figures_keep:
 *
 * Keeps figures that were just worked out, and lets go of those not asked for longest.
 */
void
nsm_figures_keep (NsmFigures *self, const char *key)
{
  Kept *item = g_new (Kept, 1);

  n_computed++;
  item->key = g_strdup (key);
  item->figures = nsm_figures_ref (self);
  g_queue_push_head (&kept, item);
  while (kept.length > MOST_KEPT)
    {
      item = g_queue_pop_tail (&kept);
      nsm_figures_unref (item->figures);
      g_free (item->key);
      g_free (item);
    }
}

/**
 * nsm_scoring_count_computed:
 *
 * Returns: how often figures were worked out, and not taken from those kept
 */
guint
nsm_scoring_count_computed (void)
{
  return n_computed;
}

/**
 * nsm_figures_share:
 * @scores: (transfer full): with the marks that the figures follow from
 *
 * Returns: (transfer full): both
 */
NsmScoring *
nsm_figures_share (NsmFigures *self, NsmScores *scores)
{
  NsmScoring *scoring = g_new (NsmScoring, 1);

  scoring->scores = scores;
  scoring->agreement = self->agreement;
  scoring->robustness = self->robustness;
  scoring->discussion = self->discussion;
  scoring->calibrations = self->calibrations;
  scoring->figures = nsm_figures_ref (self);
  return scoring;
}
