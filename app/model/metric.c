/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/metric.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SELF NsmMetric
static const NsmField metric_fields[] = {
  NSM_LINE (name, N_("Name"), NSM_FIELD_IDENTITY | NSM_FIELD_REQUIRED),
  NSM_CHOICE (measure, N_("What is measured"), nsm_measure_get_type, 0),
  NSM_LINE (unit, N_("Unit"), 0),
  NSM_CHOICE (window, N_("Time window"), nsm_window_get_type, 0),
  NSM_LINE (statement, N_("That …"), 0),
  NSM_AREA (note, N_("Note"), 0),
};
#undef SELF

NSM_DEFINE_RECORD (NsmMetric, nsm_metric, metric_fields, N_("Metric"))

#define SELF NsmCandidate
static const NsmField candidate_fields[] = {
  NSM_REFERENCE (metric, N_("Metric"), nsm_metric_get_type, NSM_FIELD_IDENTITY | NSM_FIELD_REQUIRED),
  NSM_CHOICE (kind, N_("Kind"), nsm_candidate_kind_get_type, 0),
  NSM_REFERENCE (moment, N_("Value moment"), nsm_value_moment_get_type, 0),
  NSM_AREA (value_captured, N_("The value it captures"), 0),
  NSM_AREA (why_leading, N_("Why it leads"), 0),
  NSM_FLAG (breadth, N_("how many")),
  NSM_FLAG (depth, N_("how much")),
  NSM_FLAG (frequency, N_("how often")),
  NSM_CHOICE (more_value, N_("Customers get more value"), nsm_clause_get_type, 0),
  NSM_LINE (more_value_why, N_("Why"), 0),
  NSM_CHOICE (business_grows, N_("The business grows"), nsm_clause_get_type, 0),
  NSM_LINE (business_grows_why, N_("Why"), 0),
  NSM_AREA (why_bad, N_("Why it fails"), 0),
  NSM_FLAG (existing, N_("The metric we have today")),
  NSM_AREA (instrument_plan, N_("How we would instrument it"), 0),
  NSM_CHOICE (standing, N_("Standing"), nsm_standing_get_type, 0),
  NSM_AREA (eliminated_why, N_("Why it was eliminated"), 0),
  NSM_REFERENCE (refines, N_("Refines"), nsm_candidate_get_type, 0),
  NSM_NUMBER (version, N_("Version"), 1, 99, 1, NSM_FIELD_WHOLE),
  NSM_AREA (refined_why, N_("What the refinement mends"), 0),
  NSM_CHOICE (evidence_verdict, N_("What the data says"), nsm_evidence_verdict_get_type, 0),
  NSM_AREA (evidence_why, N_("Why this verdict"), 0),
  NSM_OPTIONAL (noise, N_("Noise: coefficient of variation"), 0, 1000),
  NSM_OPTIONAL (react_months, N_("Months until it reacts to a change"), 0, 120),
};
#undef SELF

NSM_DEFINE_RECORD (NsmCandidate, nsm_candidate, candidate_fields, N_("Candidate"))

static const char *
get_window_suffix (NsmWindow window)
{
  switch (window)
    {
    case NSM_WINDOW_DAY:
      return _("per day");
    case NSM_WINDOW_WEEK:
      return _("per week");
    case NSM_WINDOW_MONTH:
      return _("per month");
    case NSM_WINDOW_QUARTER:
      return _("per quarter");
    case NSM_WINDOW_YEAR:
      return _("per year");
    case NSM_WINDOW_UNSET:
    default:
      return NULL;
    }
}

/* A label begins with a capital; inside a sentence it doesn't. */
static char *
lower_first (const char *text)
{
  const char *rest = text[0] != '\0' ? g_utf8_next_char (text) : text;
  g_autofree char *first = g_utf8_strdown (text, rest - text);

  return g_strconcat (first, rest, NULL);
}

/**
 * nsm_metric_dup_title:
 *
 * Returns: (transfer full): what people call the metric: its name and time window
 *   ("Teams completing a project, per month"), or its sentence if it has no name;
 *   never empty
 */
char *
nsm_metric_dup_title (NsmMetric *self)
{
  const char *suffix = get_window_suffix (self->window);

  if (self->name[0] == '\0')
    {
      g_autofree char *sentence = nsm_metric_dup_sentence (self);

      return g_strdup (sentence[0] != '\0' ? sentence : _("Metric without a name"));
    }
  if (suffix == NULL)
    return g_strdup (self->name);
  /* Translators: a metric's name and its time window */
  return g_strdup_printf (_("%s, %s"), self->name, suffix);
}

/**
 * nsm_metric_dup_sentence:
 *
 * Returns: (transfer full): the sentence with its blanks filled in, e.g. "Each week:
 *   the number of teams that complete a project"; "" while unit and statement are empty
 */
char *
nsm_metric_dup_sentence (NsmMetric *self)
{
  const char *what = nsm_choice_get_label (NSM_TYPE_MEASURE, self->measure);
  g_autofree char *rest = NULL;

  if (self->unit[0] == '\0' && self->statement[0] == '\0')
    return g_strdup ("");
  if (self->statement[0] == '\0')
    rest = g_strdup_printf ("%s %s", what, self->unit);
  else
    /* Translators: "The number of" "teams" that "complete a project" */
    rest = g_strdup_printf (_("%s %s that %s"), what, self->unit[0] != '\0' ? self->unit : "…",
                            self->statement);
  if (self->window == NSM_WINDOW_UNSET)
    return g_steal_pointer (&rest);

  g_autofree char *lower = lower_first (rest);
  /* Translators: "Each week": "the number of teams that complete a project" */
  return g_strdup_printf (_("%s: %s"), nsm_choice_get_label (NSM_TYPE_WINDOW, self->window), lower);
}

/**
 * nsm_candidate_get_metric:
 *
 * Returns: (transfer none) (nullable): the metric that stands as candidate
 */
NsmMetric *
nsm_candidate_get_metric (NsmCandidate *self)
{
  NsmRecord *found = nsm_record_find (NSM_RECORD (self), self->metric);

  return found != NULL && NSM_IS_METRIC (found) ? NSM_METRIC (found) : NULL;
}

/**
 * nsm_candidate_dup_title:
 *
 * Returns: (transfer full): the title of its metric; never empty
 */
char *
nsm_candidate_dup_title (NsmCandidate *self)
{
  NsmMetric *metric = nsm_candidate_get_metric (self);

  return metric != NULL ? nsm_metric_dup_title (metric) : g_strdup (_("Metric without a name"));
}
