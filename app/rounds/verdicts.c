/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds/verdicts.h"

#include "rounds/round.h"

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
