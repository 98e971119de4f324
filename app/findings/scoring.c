/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "findings/scoring.h"

#include "rounds/round.h"

static void
nsm_scoring_clear (NsmScoring *self)
{
  g_clear_pointer (&self->scores, nsm_scores_free);
  g_clear_pointer (&self->agreement, nsm_agreement_free);
  g_clear_pointer (&self->robustness, nsm_robustness_free);
  g_clear_pointer (&self->discussion, g_ptr_array_unref);
  g_clear_pointer (&self->calibrations, g_ptr_array_unref);
}

static void
hash_number (GChecksum *sum, double number)
{
  g_checksum_update (sum, (const guchar *) &number, sizeof number);
}

/* Everything that the figures and their sentences follow from. */
static char *
dup_key (NsmScores *scores, NsmSettings *settings)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  guint n_people = nsm_scores_get_n_people (scores);
  guint n_candidates = nsm_scores_get_n_candidates (scores);
  guint n_criteria = nsm_scores_get_n_criteria (scores);

  hash_number (sum, n_people);
  hash_number (sum, n_candidates);
  hash_number (sum, n_criteria);
  hash_number (sum, settings->firm_resamples);
  hash_number (sum, settings->firm_weights);
  hash_number (sum, settings->leaning_share);
  hash_number (sum, settings->disagreement);
  for (guint c = 0; c < n_candidates; c++)
    {
      hash_number (sum, nsm_scores_is_calibration (scores, c));
      g_checksum_update (sum, (const guchar *) nsm_scores_get_candidate_id (scores, c), -1);
      g_checksum_update (sum, (const guchar *) nsm_scores_get_candidate_title (scores, c), -1);
    }
  for (guint k = 0; k < n_criteria; k++)
    {
      hash_number (sum, nsm_scores_get_weight (scores, k));
      g_checksum_update (sum, (const guchar *) nsm_scores_get_criterion_id (scores, k), -1);
    }
  for (guint p = 0; p < n_people; p++)
    {
      g_checksum_update (sum, (const guchar *) nsm_scores_get_person_id (scores, p), -1);
      g_checksum_update (sum, (const guchar *) nsm_scores_get_person_name (scores, p), -1);
      for (guint c = 0; c < n_candidates; c++)
        for (guint k = 0; k < n_criteria; k++)
          hash_number (sum, nsm_scores_get_mark (scores, p, c, k));
    }
  return g_strdup (g_checksum_get_string (sum));
}

/**
 * nsm_scoring_get:
 *
 * The figures take longer than a pause in typing, and marks change seldom: the
 * last ones are kept, and used as long as nothing they follow from changes. For
 * the main thread only.
 *
 * Returns: (transfer none) (nullable): what follows from the newest scores that
 *   can be read, valid until the next call; NULL without scores
 */
const NsmScoring *
nsm_scoring_get (NsmWorkshop *workshop)
{
  static NsmScoring kept;
  static char *kept_key = NULL;
  NsmRound *round = nsm_workshop_get_revealed_round (workshop, NSM_ROUND_KIND_SCORES);
  g_autoptr (NsmScores) scores = NULL;
  g_autofree char *key = NULL;

  if (round == NULL)
    return NULL;
  scores = nsm_scores_new (round);
  if (scores == NULL || nsm_scores_get_n_people (scores) == 0)
    return NULL;
  key = dup_key (scores, workshop->settings);
  if (kept_key != NULL && strcmp (kept_key, key) == 0)
    {
      /* The figures are the same; the round may be another object. */
      nsm_scores_free (kept.scores);
      kept.scores = g_steal_pointer (&scores);
      return &kept;
    }
  nsm_scoring_clear (&kept);
  g_free (kept_key);
  kept_key = g_steal_pointer (&key);
  kept.scores = g_steal_pointer (&scores);
  kept.agreement = nsm_agreement_new (kept.scores);
  kept.robustness = nsm_robustness_new (kept.scores, workshop->settings);
  kept.discussion = nsm_discuss_first (kept.scores, workshop->settings->disagreement);
  kept.calibrations = nsm_calibrate (kept.scores);
  return &kept;
}
