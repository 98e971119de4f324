/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "analysis/private.h"
#include "analysis/robustness.h"

/* Nearer than this to the lowest good one is too near. */
#define MARGIN 0.5

void
nsm_calibration_free (NsmCalibration *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->criteria);
  g_free (self->sentence);
  g_free (self);
}

static double
get_lead (NsmScores *scores, guint bad, guint criterion)
{
  double sum = 0;
  guint n = 0;

  for (guint c = 0; c < scores->n_candidates; c++)
    {
      double mean = nsm_scores_get_cell (scores, c, criterion)->mean;

      if (!scores->calibration[c] && !isnan (mean))
        {
          sum += mean;
          n++;
        }
    }
  return n > 0 ? nsm_scores_get_cell (scores, bad, criterion)->mean - sum / n : NAN;
}

/* The criteria on which it did best beside the good ones: all that are level. */
static void
find_criteria (NsmScores *scores, NsmCalibration *self)
{
  double best = -INFINITY;

  for (guint k = 0; k < scores->n_criteria; k++)
    {
      double lead = get_lead (scores, self->candidate, k);

      if (!isnan (lead))
        best = MAX (best, lead);
    }
  for (guint k = 0; k < scores->n_criteria; k++)
    {
      double lead = get_lead (scores, self->candidate, k);

      if (!isnan (lead) && lead > best - NSM_TIE)
        g_array_append_val (self->criteria, k);
    }
}

static char *
dup_criteria (NsmScores *scores, NsmCalibration *self)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < self->criteria->len; i++)
    g_string_append_printf (
      out, "%s“%s”", i > 0 ? _(", ") : "",
      nsm_scores_get_criterion_name (scores, g_array_index (self->criteria, guint, i)));
  return g_string_free (out, FALSE);
}

static char *
dup_sentence (NsmScores *scores, NsmCalibration *self)
{
  const char *title = nsm_scores_get_candidate_title (scores, self->candidate);
  g_autofree char *total = nsm_scores_format (self->total);
  g_autofree char *criteria = dup_criteria (scores, self);

  if (!self->alarming)
    /* Translators: a deliberately bad candidate and its score */
    return g_strdup_printf (_("“%s” was meant to be bad and scored %s: the scale works."), title,
                            total);
  if (self->above_good)
    return g_strdup_printf (
      _("“%s” was meant to be bad and scored %s, above “%s”: the scorecard isn’t "
        "understood alike. It did best on %s."),
      title, total, nsm_scores_get_candidate_title (scores, self->lowest_good), criteria);
  return g_strdup_printf (
    _("“%s” was meant to be bad and scored %s, close to “%s”: the scorecard may not "
      "be understood alike. It did best on %s."),
    title, total, nsm_scores_get_candidate_title (scores, self->lowest_good), criteria);
}

/**
 * nsm_calibrate:
 *
 * Looks at each deliberately bad candidate that was marked. One that scores above
 * a good one, or within half a point of the lowest, says that the scorecard or a
 * criterion isn't understood.
 *
 * Returns: (transfer full) (element-type NsmCalibration): one item for each of them;
 *   empty without good ones to compare with
 */
GPtrArray *
nsm_calibrate (NsmScores *scores)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) nsm_calibration_free);
  guint lowest = G_MAXUINT;

  for (guint c = 0; c < scores->n_candidates; c++)
    if (!isnan (scores->ranks[c]) &&
        (lowest == G_MAXUINT || scores->totals[c] < scores->totals[lowest]))
      lowest = c;
  for (guint c = 0; lowest != G_MAXUINT && c < scores->n_candidates; c++)
    if (scores->calibration[c] && !isnan (scores->totals[c]))
      {
        NsmCalibration *item = g_new0 (NsmCalibration, 1);

        item->candidate = c;
        item->lowest_good = lowest;
        item->total = scores->totals[c];
        item->lowest_total = scores->totals[lowest];
        item->above_good = item->total > item->lowest_total + NSM_TIE;
        item->alarming = item->total > item->lowest_total - MARGIN - NSM_TIE;
        item->criteria = g_array_new (FALSE, FALSE, sizeof (guint));
        find_criteria (scores, item);
        item->sentence = dup_sentence (scores, item);
        g_ptr_array_add (items, item);
      }
  return items;
}
