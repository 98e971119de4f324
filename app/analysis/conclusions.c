/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/conclusions.h"

/**
 * nsm_conclusion_find:
 * @round: the round's number
 *
 * Returns: (transfer none) (nullable): what the team concluded about a cell
 */
NsmConclusion *
nsm_conclusion_find (NsmWorkshop *workshop, double round, const char *candidate,
                     const char *criterion)
{
  NSM_LIST_EACH (NsmConclusion, conclusion, workshop->conclusions)
    {
      if (conclusion->round == round && g_str_equal (conclusion->candidate, candidate) &&
          g_str_equal (conclusion->criterion, criterion))
        return conclusion;
    }
  return NULL;
}
