/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "method/results.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "record/journal.h"
#include "rounds/round.h"

/* The moments as the ranking has them; those it doesn't know stay behind, in their order. */
static GPtrArray *
sort_moments (NsmWorkshop *workshop, NsmRanking *ranking)
{
  NsmList *moments = workshop->value->moments;
  GPtrArray *sorted = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < nsm_ranking_get_n_subjects (ranking); i++)
    {
      NsmSubject *subject = nsm_ranking_get_subject (ranking, nsm_ranking_get_nth (ranking, i));
      NsmRecord *moment = nsm_list_find (moments, subject->subject);

      if (moment != NULL)
        g_ptr_array_add (sorted, g_object_ref (moment));
    }
  NSM_LIST_EACH (NsmRecord, moment, moments)
    {
      if (!g_ptr_array_find (sorted, moment, NULL))
        g_ptr_array_add (sorted, g_object_ref (moment));
    }
  return sorted;
}

/**
 * nsm_workshop_has_order:
 *
 * Returns: whether the value moments stand in the order of the ranking
 */
gboolean
nsm_workshop_has_order (NsmWorkshop *workshop, NsmRanking *ranking)
{
  g_autoptr (GPtrArray) sorted = sort_moments (workshop, ranking);

  NSM_LIST_EACH (NsmRecord, moment, workshop->value->moments)
    {
      if (g_ptr_array_index (sorted, moment_i) != moment)
        return FALSE;
    }
  return TRUE;
}

/**
 * nsm_workshop_use_order:
 *
 * Puts the value moments into the order of the ranking, in one step of undo. Moments
 * that were added since come after the ranked ones.
 */
void
nsm_workshop_use_order (NsmWorkshop *workshop, NsmRanking *ranking)
{
  NsmJournal *journal = nsm_record_get_journal (NSM_RECORD (workshop));
  g_autoptr (GPtrArray) sorted = sort_moments (workshop, ranking);
  NsmList *moments = workshop->value->moments;

  nsm_journal_seal (journal);
  nsm_journal_begin (journal, _("Use the Ranking"));
  for (guint i = 0; i < sorted->len; i++)
    {
      guint from;

      if (nsm_list_get_position (moments, g_ptr_array_index (sorted, i), &from) && from != i)
        nsm_list_move (moments, from, i);
    }
  nsm_journal_end (journal);
  nsm_journal_seal (journal);
}

/**
 * nsm_candidate_get_verdict_round:
 *
 * Returns: (transfer none) (nullable): the newest opened round of verdicts in which
 *   @candidate was tested
 */
NsmRound *
nsm_candidate_get_verdict_round (NsmCandidate *candidate)
{
  NsmRecord *root = nsm_record_get_root (NSM_RECORD (candidate));
  NsmRound *found = NULL;

  if (!NSM_IS_WORKSHOP (root))
    return NULL;
  NSM_LIST_EACH (NsmRound, round, NSM_WORKSHOP (root)->rounds)
    {
      if (round->kind == NSM_ROUND_KIND_VERDICTS && nsm_round_is_readable (round)
          && nsm_round_get_subject (round, NSM_RECORD (candidate)->id) != NULL)
        found = round;
    }
  return found;
}

/**
 * nsm_answer_find_verdict:
 * @verdict: (out) (optional): what they said; NSM_VERDICT_UNSET for an abstention
 *
 * Returns: (transfer none) (nullable): what the answer says of @candidate in @test
 */
NsmEntry *
nsm_answer_find_verdict (NsmAnswer *answer, const char *candidate, NsmStressTest test,
                         NsmVerdict *verdict)
{
  NsmEntry *entry = nsm_answer_find_entry (answer, candidate,
                                           nsm_choice_get_nick (NSM_TYPE_STRESS_TEST, test));
  guint said = NSM_VERDICT_UNSET;

  if (entry != NULL && !entry->abstained)
    nsm_choice_from_nick (NSM_TYPE_VERDICT, entry->choice, &said);
  if (verdict != NULL)
    *verdict = said;
  return entry;
}

/**
 * nsm_round_count_verdicts:
 *
 * Returns: how many people gave this verdict; NSM_VERDICT_UNSET: how many abstained
 */
guint
nsm_round_count_verdicts (NsmRound *round, const char *candidate, NsmStressTest test,
                          NsmVerdict verdict)
{
  guint n = 0;

  NSM_LIST_EACH (NsmAnswer, answer, round->answers)
    {
      NsmVerdict said;

      if (nsm_answer_find_verdict (answer, candidate, test, &said) != NULL && said == verdict)
        n++;
    }
  return n;
}

/**
 * nsm_round_find_lone_fail:
 *
 * One person who sees a break that nobody else sees is either wrong or the only one who
 * looked: the others owe them an answer.
 *
 * Returns: (transfer none) (nullable): the answer of the only one who said "fails" while
 *   others said something else
 */
NsmAnswer *
nsm_round_find_lone_fail (NsmRound *round, const char *candidate, NsmStressTest test)
{
  guint n_others = nsm_round_count_verdicts (round, candidate, test, NSM_VERDICT_HOLDS)
                   + nsm_round_count_verdicts (round, candidate, test, NSM_VERDICT_REFINE);

  if (n_others == 0
      || nsm_round_count_verdicts (round, candidate, test, NSM_VERDICT_FAILS) != 1)
    return NULL;
  NSM_LIST_EACH (NsmAnswer, answer, round->answers)
    {
      NsmVerdict said;

      nsm_answer_find_verdict (answer, candidate, test, &said);
      if (said == NSM_VERDICT_FAILS)
        return answer;
    }
  return NULL;
}
