/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a ranking means for the value moments of the workshop. */
#include <glib/gi18n-lib.h>

#include "analysis/ranking.h"
#include "record/journal.h"

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
  g_autoptr (GPtrArray) sorted = sort_moments (workshop, ranking);
  NsmList *moments = workshop->value->moments;

  nsm_record_begin_step (NSM_RECORD (workshop), _("Use the Ranking"));
  for (guint i = 0; i < sorted->len; i++)
    {
      guint from;

      if (nsm_list_get_position (moments, g_ptr_array_index (sorted, i), &from) && from != i)
        nsm_list_move (moments, from, i);
    }
  nsm_record_end_step (NSM_RECORD (workshop));
}
