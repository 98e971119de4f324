/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence/words-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* More outcomes than this in one verdict, and nobody reads it. */
#define MOST_OUTCOMES 2

/* What the groups say to a result of all rows. */
typedef struct
{
  guint n;
  guint n_alike;
  GPtrArray *turned; /* const char *: names of groups */
  GPtrArray *unseen;
} Groups;

static NsmWorkshop *
get_workshop (NsmCandidate *candidate)
{
  NsmRecord *root = nsm_record_get_root (NSM_RECORD (candidate));

  return NSM_IS_WORKSHOP (root) ? NSM_WORKSHOP (root) : NULL;
}

static gboolean
is_about (NsmEvidence *result, NsmCandidate *candidate)
{
  return strcmp (result->candidate, NSM_RECORD (candidate)->id) == 0;
}

/* A figure that may count: computed or typed in, and not over the outcome's own time. */
static gboolean
is_usable (NsmEvidence *result)
{
  return !result->overlaps && !isnan (result->coefficient) &&
         result->method != NSM_METHOD_JUDGEMENT;
}

static gboolean
has_too_few (NsmWorkshop *workshop, NsmEvidence *result)
{
  return !isnan (result->rows) && result->rows < workshop->settings->min_rows;
}

/* More of it, more of what is good. */
static gboolean
is_good (NsmEvidence *result)
{
  return (result->coefficient > 0) != result->less_is_better;
}

static const char *
get_group (NsmEvidence *result)
{
  NsmRecord *segment = nsm_record_find (NSM_RECORD (result), result->segment);

  if (result->group[0] != '\0')
    return result->group;
  return segment != NULL ? nsm_record_get_title (segment) : "";
}

static gboolean
belongs_to (NsmEvidence *part, NsmEvidence *whole)
{
  return !nsm_evidence_is_whole (part) && part->outcome == whole->outcome &&
         strcmp (part->candidate, whole->candidate) == 0 &&
         nsm_evidence_is_of_same_columns (part, whole) &&
         (part->dataset[0] != '\0' || strcmp (part->outcome_name, whole->outcome_name) == 0);
}

static Groups
collect_groups (NsmWorkshop *workshop, NsmEvidence *whole)
{
  Groups groups = { 0, 0, g_ptr_array_new (), g_ptr_array_new () };

  NSM_LIST_EACH (NsmEvidence, part, workshop->evidence)
    {
      gboolean alike;

      if (!belongs_to (part, whole) || !is_usable (part))
        continue;
      alike = part->coefficient * whole->coefficient > 0;
      groups.n++;
      if (!nsm_evidence_is_meaningful (part))
        g_ptr_array_add (groups.unseen, (gpointer) get_group (part));
      else if (!alike)
        g_ptr_array_add (groups.turned, (gpointer) get_group (part));
      else
        groups.n_alike++;
    }
  return groups;
}

static void
clear_groups (Groups *groups)
{
  g_ptr_array_unref (groups->turned);
  g_ptr_array_unref (groups->unseen);
}

/* “A”, “B” and “C” */
static char *
dup_names (GPtrArray *names)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    {
      if (i > 0)
        g_string_append (text, i + 1 == names->len ? _(" and ") : ", ");
      g_string_append_printf (text, _("“%s”"), (const char *) names->pdata[i]);
    }
  return g_string_free (text, FALSE);
}

static void
append_groups (GString *text, const Groups *groups)
{
  if (groups->n == 0)
    return;
  if (groups->n_alike == groups->n)
    {
      if (groups->n == 2)
        g_string_append (text, _(", in both segments"));
      else if (groups->n > 2)
        g_string_append_printf (text, ngettext (", in all %u segments", ", in all %u segments",
                                                groups->n),
                                groups->n);
      return;
    }
  if (groups->turned->len > 0)
    {
      g_autofree char *names = dup_names (groups->turned);

      g_string_append_printf (text, _("; it turns round in %s"), names);
    }
  if (groups->unseen->len > 0)
    {
      g_autofree char *names = dup_names (groups->unseen);

      g_string_append_printf (text, _("; in %s it can’t be seen"), names);
    }
}

/* Of all rows there is nothing to see, and within groups there is: then the groups differ. */
static void
append_hidden (GString *text, NsmWorkshop *workshop, NsmEvidence *whole)
{
  g_autoptr (GPtrArray) seen = g_ptr_array_new ();

  NSM_LIST_EACH (NsmEvidence, part, workshop->evidence)
    if (belongs_to (part, whole) && is_usable (part) && nsm_evidence_is_meaningful (part))
      g_ptr_array_add (seen, (gpointer) get_group (part));
  if (seen->len > 0)
    {
      g_autofree char *names = dup_names (seen);

      /* Translators: “No meaningful correlation with ‘Retention’ (r = .02 …)” “; in ‘Free’ there
       * is one” */
      g_string_append_printf (text, _("; in %s there is one"), names);
    }
}

/* "r = .42, 95 % [.35, .49], n = 480"; of dated rows with ", 2 weeks later" */
static char *
dup_figures (NsmEvidence *result)
{
  g_autofree char *lag = nsm_evidence_dup_lag (result);
  g_autofree char *reading = nsm_evidence_dup_reading (result);
  char *end = strstr (reading, ": ");

  if (end != NULL)
    *end = '\0';
  if (lag != NULL)
    return g_strdup_printf ("%s, %s", reading, lag);
  return g_steal_pointer (&reading);
}

static const char *
get_manner (double value)
{
  double size = fabs (value);

  /* Translators: “It goes along weakly with …” */
  if (size < 0.2)
    return C_("goes along", "weakly");
  if (size < 0.3)
    return C_("goes along", "somewhat");
  if (size < 0.4)
    return C_("goes along", "clearly");
  return C_("goes along", "strongly");
}

static void
append_outcome (GString *text, NsmWorkshop *workshop, NsmEvidence *result)
{
  g_autofree char *figures = dup_figures (result);
  const char *outcome = nsm_evidence_get_outcome_title (result);

  if (text->len > 0)
    g_string_append_c (text, ' ');
  if (!nsm_evidence_is_meaningful (result))
    {
      g_string_append_printf (text, _("No meaningful correlation with “%s” (%s)"), outcome, figures);
      append_hidden (text, workshop, result);
    }
  else
    {
      Groups groups = collect_groups (workshop, result);

      if (result->coefficient > 0)
        /* Translators: “It goes along” “strongly” “with ‘Retention’ (r = .42 …)” */
        g_string_append_printf (text, _("It goes along %s with “%s” (%s)"),
                                get_manner (result->coefficient), outcome, figures);
      else
        g_string_append_printf (text, _("More of it goes along %s with less of “%s” (%s)"),
                                get_manner (result->coefficient), outcome, figures);
      if (result->less_is_better)
        g_string_append (text, result->coefficient > 0 ? _(", of which less is better")
                                                       : _(", which is good"));
      append_groups (text, &groups);
      clear_groups (&groups);
    }
  if (has_too_few (workshop, result))
    g_string_append_printf (text, _("; with so few rows that proves little"));
  g_string_append_c (text, '.');
}

static int
compare_results (gconstpointer a, gconstpointer b)
{
  NsmEvidence *first = *(NsmEvidence *const *) a, *second = *(NsmEvidence *const *) b;
  int meaningful = nsm_evidence_is_meaningful (second) - nsm_evidence_is_meaningful (first);
  double sizes = fabs (second->coefficient) - fabs (first->coefficient);

  if (meaningful != 0)
    return meaningful;
  return sizes < 0 ? -1 : sizes > 0;
}

/* What is said of everybody, the strongest first. Where the team has only results of segments,
 * those. */
static GPtrArray *
collect_usable (NsmWorkshop *workshop, NsmCandidate *candidate)
{
  GPtrArray *usable = g_ptr_array_new ();

  for (guint turn = 0; turn < 2 && usable->len == 0; turn++)
    NSM_LIST_EACH (NsmEvidence, result, workshop->evidence)
      if (is_about (result, candidate) && is_usable (result) &&
          (turn == 1 || nsm_evidence_is_whole (result)))
        g_ptr_array_add (usable, result);
  g_ptr_array_sort (usable, compare_results);
  return usable;
}

/* What a verdict names: the strongest result of each kind of outcome, as far as there is room;
 * and whatever says the opposite. */
static GPtrArray *
choose_named (GPtrArray *usable)
{
  GPtrArray *named = g_ptr_array_new ();
  guint kinds = 0;

  for (guint turn = 0; turn < 2; turn++)
    for (guint i = 0; i < usable->len && named->len < MOST_OUTCOMES; i++)
      {
        NsmEvidence *result = usable->pdata[i];

        if ((turn == 0 && (kinds & (1u << result->outcome)) != 0) ||
            g_ptr_array_find (named, result, NULL))
          continue;
        kinds |= 1u << result->outcome;
        g_ptr_array_add (named, result);
      }
  for (guint i = 0; i < usable->len; i++)
    {
      NsmEvidence *result = usable->pdata[i];

      if (nsm_evidence_is_meaningful (result) && is_good (result) != is_good (usable->pdata[0]) &&
          !g_ptr_array_find (named, result, NULL))
        {
          g_ptr_array_add (named, result);
          break;
        }
    }
  return named;
}

/* What is said when no figure may count. */
static char *
dup_without_figure (NsmWorkshop *workshop, NsmCandidate *candidate)
{
  guint n_refused = 0, n_judged = 0, n = 0;
  NsmEvidence *problem = NULL;

  NSM_LIST_EACH (NsmEvidence, result, workshop->evidence)
    {
      if (!is_about (result, candidate))
        continue;
      n++;
      n_refused += result->overlaps;
      n_judged += !result->overlaps && isnan (result->coefficient) && result->problem[0] == '\0';
      if (problem == NULL && result->problem[0] != '\0' && nsm_evidence_is_whole (result))
        problem = result;
    }
  if (n_refused > 0)
    return g_strdup (_("No evidence yet: it was counted over the same time as the outcome, and "
                       "people who stayed longer did more of everything."));
  if (problem != NULL)
    return g_strdup (problem->problem);
  if (n_judged > 0)
    return g_strdup (_("Looked at, without a correlation: what it shows is for you to judge."));
  if (n > 0)
    return g_strdup (_("No figure yet."));
  if (candidate->instrument_plan[0] != '\0')
    return g_strdup (_("It can’t be measured yet; how it would be is written down."));
  return g_strdup (_("No result yet."));
}

static void
append_cautions (GString *text, NsmWorkshop *workshop, NsmCandidate *candidate, GPtrArray *named)
{
  g_autoptr (GPtrArray) unsaid = g_ptr_array_new ();
  gboolean refused = FALSE;
  guint n = 0;

  for (guint i = 0; i < named->len; i++)
    {
      NsmEvidence *result = named->pdata[i];

      if (!nsm_evidence_is_meaningful (result))
        continue;
      n++;
      if (result->timing_unsaid)
        g_ptr_array_add (unsaid, (gpointer) nsm_evidence_get_outcome_title (result));
    }
  NSM_LIST_EACH (NsmEvidence, result, workshop->evidence)
    refused = refused || (is_about (result, candidate) && result->overlaps);
  if (unsaid->len > 0 && unsaid->len == n)
    g_string_append (text, _(" Nobody said when each was measured: over the same time it would "
                             "show nothing."));
  else if (unsaid->len > 0)
    {
      g_autofree char *names = dup_names (unsaid);

      /* Translators: “Revenue” and “Churned” */
      g_string_append_printf (text, _(" Nobody said whether it was measured before %s: over the "
                                      "same time it would show nothing."),
                              names);
    }
  if (refused)
    g_string_append (text, _(" What was counted over the outcome’s own time is left out."));
}

/**
 * nsm_candidate_dup_evidence_verdict:
 *
 * Returns: (transfer full): what all results of @candidate say together, with r, interval and
 *   n, and what they don't say; never empty
 */
char *
nsm_candidate_dup_evidence_verdict (NsmCandidate *candidate)
{
  NsmWorkshop *workshop = get_workshop (candidate);
  g_autoptr (GPtrArray) usable = NULL;
  g_autoptr (GPtrArray) named = NULL;
  GString *text;

  if (workshop == NULL)
    return g_strdup (_("No result yet."));
  usable = collect_usable (workshop, candidate);
  if (usable->len == 0)
    return dup_without_figure (workshop, candidate);
  text = g_string_new (NULL);
  named = choose_named (usable);
  for (guint i = 0; i < named->len; i++)
    append_outcome (text, workshop, named->pdata[i]);
  append_cautions (text, workshop, candidate, named);
  return g_string_free (text, FALSE);
}

/**
 * nsm_candidate_get_suggested_verdict:
 *
 * What the figures alone would say. People decide; a correlation eliminates nothing by itself.
 *
 * Returns: a verdict, or %NSM_EVIDENCE_VERDICT_UNSET while there is no figure to suggest one
 */
NsmEvidenceVerdict
nsm_candidate_get_suggested_verdict (NsmCandidate *candidate)
{
  NsmWorkshop *workshop = get_workshop (candidate);
  g_autoptr (GPtrArray) usable = NULL;
  guint n_for = 0, n_against = 0, n_doubtful = 0, n_other = 0;

  if (workshop == NULL)
    return NSM_EVIDENCE_VERDICT_UNSET;
  usable = collect_usable (workshop, candidate);
  for (guint i = 0; i < usable->len; i++)
    {
      NsmEvidence *result = usable->pdata[i];
      Groups groups = collect_groups (workshop, result);

      if (!nsm_evidence_is_meaningful (result) || has_too_few (workshop, result) ||
          result->timing_unsaid)
        n_other++;
      else if (groups.turned->len > 0)
        n_doubtful++;
      else if (is_good (result))
        n_for++;
      else
        n_against++;
      clear_groups (&groups);
    }
  if (n_for > 0 && n_against == 0 && n_doubtful == 0)
    return NSM_EVIDENCE_VERDICT_SUPPORTS;
  if (n_against > 0 && n_for == 0 && n_doubtful == 0)
    return NSM_EVIDENCE_VERDICT_AGAINST;
  if (n_for + n_against + n_doubtful + n_other > 0)
    return NSM_EVIDENCE_VERDICT_UNCLEAR;
  NSM_LIST_EACH (NsmEvidence, result, workshop->evidence)
    if (is_about (result, candidate))
      return NSM_EVIDENCE_VERDICT_UNSET;
  return candidate->instrument_plan[0] != '\0' ? NSM_EVIDENCE_VERDICT_UNMEASURED
                                               : NSM_EVIDENCE_VERDICT_UNSET;
}
