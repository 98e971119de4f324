/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence/words-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "record/language.h"

/**
 * nsm_coefficient_get_band:
 *
 * Returns: (transfer none): weak < .2, some < .3, clear < .4, strong from there on: a
 *   convention, for correlations and for phi
 */
const char *
nsm_coefficient_get_band (double value)
{
  double size = fabs (value);

  if (size < 0.2)
    return _("weak");
  if (size < 0.3)
    return _("some");
  if (size < 0.4)
    return _("clear");
  return _("strong");
}

static void
append_interval (GString *words, NsmEvidence *result)
{
  if (isnan (result->low) || isnan (result->high))
    return;

  g_autofree char *low = nsm_coefficient_dup_text (MIN (result->low, result->high));
  g_autofree char *high = nsm_coefficient_dup_text (MAX (result->low, result->high));

  /* Translators: a 95 % interval from, to */
  g_string_append_printf (words, _(", 95 %% [%s, %s]"), low, high);
}

static void
append_count (GString *words, NsmEvidence *result)
{
  if (!isnan (result->rows))
    /* Translators: how many were counted, "n = 118" */
    g_string_append_printf (words, _(", n = %.0f"), result->rows);
}

/**
 * nsm_probability_dup_text:
 *
 * Returns: (transfer full) (nullable): "p = .021", "p < .001"; %NULL of one that isn't set
 */
char *
nsm_probability_dup_text (double probability)
{
  g_autofree char *text = NULL;

  if (isnan (probability))
    return NULL;
  if (probability < 0.001)
    {
      text = nsm_number_dup (0.001, 3);
      /* Translators: the probability that chance alone gives such a figure, "p < .001" */
      return g_strdup_printf (_("p < %s"), nsm_number_skip_zero (text));
    }
  text = nsm_number_dup (probability, 3);
  /* Translators: the probability that chance alone gives such a figure, "p = .021" */
  return g_strdup_printf (_("p = %s"), nsm_number_skip_zero (text));
}

static void
append_probability (GString *words, NsmEvidence *result)
{
  g_autofree char *text = nsm_probability_dup_text (result->probability);

  if (text != NULL)
    g_string_append_printf (words, ", %s", text);
}

static void
append_judgement (GString *words, NsmEvidence *result)
{
  gboolean crosses = !isnan (result->low) && !isnan (result->high) &&
                     MIN (result->low, result->high) <= 0 && MAX (result->low, result->high) >= 0;
  gboolean by_chance = !isnan (result->probability) && result->probability >= NSM_CHANCE;

  /* Translators: after the figures of a correlation, "r = .78, n = 118" ": strong" */
  g_string_append_printf (words, _(": %s"), nsm_coefficient_get_band (result->coefficient));
  if (result->coefficient <= -0.005)
    g_string_append (words, _(", and the other way round"));
  if (crosses)
    g_string_append (words, _(", but the interval includes zero: chance alone could explain it"));
  else if (by_chance)
    g_string_append (words, _(", but chance alone could explain it"));
  else if (!isnan (result->rows) && result->rows < 4 && isnan (result->low))
    g_string_append (words, _(", but too few for an interval"));
}

/**
 * nsm_evidence_dup_reading:
 *
 * The bands are weak < .2, some < .3, clear < .4, strong from there on: a convention, said
 * together with the coefficient, its interval and n.
 *
 * Returns: (transfer full): what the figures of @result say, in one plain sentence
 */
char *
nsm_evidence_dup_reading (NsmEvidence *result)
{
  GString *words;

  if (result->method == NSM_METHOD_JUDGEMENT || isnan (result->coefficient))
    {
      if (result->problem[0] != '\0')
        return g_strdup (result->problem);
      if (result->finding[0] != '\0')
        return g_strdup (result->finding);
      return g_strdup (result->method == NSM_METHOD_JUDGEMENT ? _("Say what you saw")
                                                              : _("No figure yet"));
    }

  g_autofree char *value = nsm_coefficient_dup_text (result->coefficient);

  words = g_string_new (NULL);
  switch (result->method)
    {
    case NSM_METHOD_SPEARMAN:
      g_string_append_printf (words, _("ρ = %s"), value);
      break;
    case NSM_METHOD_SHARES:
      g_string_append_printf (words, _("φ = %s"), value);
      break;
    case NSM_METHOD_PEARSON:
    case NSM_METHOD_JUDGEMENT:
    default:
      /* Of dated rows what goes along is what changed from one period to the next. */
      g_string_append_printf (words, isnan (result->lag_periods) ? _("r = %s")
                                                                 : _("r = %s of the changes"),
                              value);
      break;
    }
  append_interval (words, result);
  append_count (words, result);
  append_probability (words, result);
  append_judgement (words, result);
  return g_string_free (words, FALSE);
}

/**
 * nsm_evidence_dup_lag:
 *
 * Returns: (transfer full) (nullable): how much later the outcome moves, of dated rows: "2 weeks
 *   later"; %NULL of rows without a series
 */
char *
nsm_evidence_dup_lag (NsmEvidence *result)
{
  NsmRecord *found = nsm_record_find (NSM_RECORD (result), result->dataset);
  NsmWindow period = NSM_WINDOW_UNSET;
  gulong n = isnan (result->lag_periods) ? 0 : (gulong) result->lag_periods;

  if (isnan (result->lag_periods))
    return NULL;
  if (found != NULL && NSM_IS_DATASET (found))
    period = NSM_DATASET (found)->period;
  if (n == 0)
    return g_strdup (_("at the same time"));
  switch (period)
    {
    case NSM_WINDOW_DAY:
      return g_strdup_printf (ngettext ("%lu day later", "%lu days later", n), n);
    case NSM_WINDOW_WEEK:
      return g_strdup_printf (ngettext ("%lu week later", "%lu weeks later", n), n);
    case NSM_WINDOW_MONTH:
      return g_strdup_printf (ngettext ("%lu month later", "%lu months later", n), n);
    case NSM_WINDOW_QUARTER:
      return g_strdup_printf (ngettext ("%lu quarter later", "%lu quarters later", n), n);
    case NSM_WINDOW_YEAR:
    case NSM_WINDOW_UNSET:
    default:
      return g_strdup_printf (ngettext ("%lu period later", "%lu periods later", n), n);
    }
}

/**
 * nsm_evidence_dup_what:
 *
 * Returns: (transfer full): what was compared with what: outcome, segment, lag, source
 */
char *
nsm_evidence_dup_what (NsmEvidence *result)
{
  NsmRecord *segment = nsm_record_find (NSM_RECORD (result), result->segment);
  GString *words = g_string_new (nsm_evidence_get_outcome_title (result));
  g_autofree char *lag = nsm_evidence_dup_lag (result);

  if (result->group[0] != '\0')
    g_string_append_printf (words, _(" · only %s"), result->group);
  else if (segment != NULL)
    g_string_append_printf (words, _(" · only %s"), nsm_record_get_title (segment));
  if (lag != NULL)
    g_string_append_printf (words, " · %s", lag);
  if (!isnan (result->lag_months) && result->lag_months > 0)
    {
      g_autofree char *months = nsm_number_dup_figures (result->lag_months, 6);

      /* Translators: a number of months, perhaps a fraction of one */
      g_string_append_printf (words,
                              ngettext (" · %s month later", " · %s months later",
                                        (gulong) ceil (result->lag_months)),
                              months);
    }
  if (result->source[0] != '\0')
    g_string_append_printf (words, " · %s", result->source);
  if (result->timing_unsaid)
    g_string_append (words, _(" · nobody said when it was measured"));
  if (result->overlaps)
    g_string_append (words, _(" · measured over the outcome’s own time, so it proves little"));
  return g_string_free (words, FALSE);
}

/**
 * nsm_candidate_dup_evidence_summary:
 *
 * Returns: (transfer full): how many results there are of @candidate; the groups of rows in a
 *   file belong to the one of all rows
 */
char *
nsm_candidate_dup_evidence_summary (NsmCandidate *candidate)
{
  NsmWorkshop *workshop = NSM_WORKSHOP (nsm_record_get_root (NSM_RECORD (candidate)));
  guint n = 0;

  NSM_LIST_EACH (NsmEvidence, result, workshop->evidence)
    if (result->group[0] == '\0' && g_str_equal (result->candidate, NSM_RECORD (candidate)->id))
      n++;
  if (n == 0)
    return g_strdup (_("No result yet"));
  return g_strdup_printf (ngettext ("%u result", "%u results", n), n);
}
