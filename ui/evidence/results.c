/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence/results.h"

gboolean
nsm_evidence_is_computed (NsmEvidence *result)
{
  return result->dataset[0] != '\0';
}

/**
 * nsm_words_dup_unbroken:
 *
 * Returns: (transfer full): @words, so that no line ends within a figure: "n = 118", ".45" and
 *   "95 % [.35, .49]" stay whole
 */
char *
nsm_words_dup_unbroken (const char *words)
{
  GString *text = g_string_new (words);
  gboolean inside = FALSE;

  g_string_replace (text, " = ", "\302\240=\302\240", 0);
  g_string_replace (text, " < ", "\302\240<\302\240", 0);
  g_string_replace (text, " %", "\302\240%", 0);
  g_string_replace (text, "% [", "%\302\240[", 0);
  for (gsize i = 0; i < text->len; i++)
    {
      inside = text->str[i] == '[' || (inside && text->str[i] != ']');
      if (inside && text->str[i] == ' ')
        g_string_overwrite (g_string_insert (text, (gssize) i, " "), i, "\302\240");
    }
  /* A point that begins a number is joined to it. */
  for (gsize i = 0; i + 1 < text->len; i++)
    if (text->str[i] == '.' && g_ascii_isdigit (text->str[i + 1]) &&
        (i == 0 || !g_ascii_isdigit (text->str[i - 1])))
      g_string_insert (text, (gssize) i + 1, "\342\201\240");
  return g_string_free (text, FALSE);
}

/**
 * nsm_words_append_fact:
 * @fact: (transfer full): a few words
 *
 * Puts @fact at the end of @line, behind a dot if it isn't the first.
 */
void
nsm_words_append_fact (GString *line, char *fact)
{
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, fact);
  g_free (fact);
}

static void
outcome_results_free (gpointer data)
{
  NsmOutcomeResults *results = data;

  g_ptr_array_unref (results->groups);
  g_free (results);
}

static NsmOutcomeResults *
find_outcome (GPtrArray *outcomes, NsmEvidence *result)
{
  for (guint i = 0; i < outcomes->len; i++)
    {
      NsmOutcomeResults *results = g_ptr_array_index (outcomes, i);

      if (nsm_evidence_is_of_same_columns (results->whole, result))
        return results;
    }
  return NULL;
}

/**
 * nsm_candidate_list_outcomes:
 *
 * Returns: (transfer full) (element-type NsmOutcomeResults): what was computed about
 *   @candidate from files, an element an outcome; the records in it belong to the workshop
 */
GPtrArray *
nsm_candidate_list_outcomes (NsmCandidate *candidate)
{
  NsmRecord *root = nsm_record_get_root (NSM_RECORD (candidate));
  GPtrArray *outcomes = g_ptr_array_new_with_free_func (outcome_results_free);

  if (!NSM_IS_WORKSHOP (root))
    return outcomes;
  for (int groups = 0; groups <= 1; groups++)
    NSM_LIST_EACH (NsmEvidence, result, NSM_WORKSHOP (root)->evidence)
      {
        NsmOutcomeResults *results;

        if (!nsm_evidence_is_computed (result) || (result->group[0] != '\0') != groups ||
            !g_str_equal (result->candidate, NSM_RECORD (candidate)->id))
          continue;
        results = find_outcome (outcomes, result);
        if (groups && results != NULL)
          g_ptr_array_add (results->groups, result);
        else if (!groups && results == NULL)
          {
            results = g_new (NsmOutcomeResults, 1);
            *results = (NsmOutcomeResults){ result, g_ptr_array_new () };
            g_ptr_array_add (outcomes, results);
          }
      }
  return outcomes;
}

/**
 * nsm_candidate_list_typed_in:
 *
 * Returns: (transfer container) (element-type NsmEvidence): what people typed in about
 *   @candidate
 */
GPtrArray *
nsm_candidate_list_typed_in (NsmCandidate *candidate)
{
  NsmRecord *root = nsm_record_get_root (NSM_RECORD (candidate));
  GPtrArray *results = g_ptr_array_new ();

  if (NSM_IS_WORKSHOP (root))
    NSM_LIST_EACH (NsmEvidence, result, NSM_WORKSHOP (root)->evidence)
      if (!nsm_evidence_is_computed (result) &&
          g_str_equal (result->candidate, NSM_RECORD (candidate)->id))
        g_ptr_array_add (results, result);
  return results;
}
