/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds/people.h"

#include <glib/gi18n-lib.h>

#include "kit/person-mark.h"
#include "rounds/round.h"

/**
 * nsm_round_get_person_position:
 *
 * @workshop: (nullable): NULL for a round that came by itself, as a request
 *
 * Returns: the place of a person among the workshop's participants, which picks their
 *   shape; of somebody who isn't among them any more, the place in the roster
 */
guint
nsm_round_get_person_position (NsmWorkshop *workshop, NsmRound *round, const char *person)
{
  if (workshop != NULL)
    NSM_LIST_EACH (NsmParticipant, participant, workshop->participants)
      {
        if (g_str_equal (NSM_RECORD (participant)->id, person))
          return participant_i;
      }
  NSM_LIST_EACH (NsmRosterEntry, entry, round->roster)
    {
      if (g_str_equal (entry->person, person))
        return entry_i;
    }
  return 0;
}

/**
 * nsm_round_dup_person_name:
 *
 * Returns: (transfer full): the name as it was when the round opened; never empty
 */
char *
nsm_round_dup_person_name (NsmRound *round, const char *person)
{
  NsmRosterEntry *entry = nsm_round_get_roster_entry (round, person);

  if (entry == NULL || entry->name[0] == '\0')
    return g_strdup (_("Somebody"));
  return g_strdup (entry->name);
}

/**
 * nsm_round_make_mark:
 * @filled: FALSE for an outline, "not yet"
 *
 * Returns: (transfer floating): the shape and letter of a person
 */
GtkWidget *
nsm_round_make_mark (NsmWorkshop *workshop, NsmRound *round, const char *person, int pixel_size,
                     gboolean filled)
{
  g_autofree char *name = nsm_round_dup_person_name (round, person);
  GtkWidget *mark =
    nsm_person_mark_new (nsm_round_get_person_position (workshop, round, person), name);

  g_object_set (mark, "pixel-size", pixel_size, "filled", filled, NULL);
  return mark;
}

/**
 * nsm_round_shows_people:
 *
 * Returns: whether what was said may be shown with who said it
 */
gboolean
nsm_round_shows_people (NsmRound *round)
{
  return round->privacy == NSM_PRIVACY_NAMED;
}

/**
 * nsm_workshop_has_left:
 * @person: an id, as in a roster
 *
 * Returns: whether @person has left the workshop, and so isn't waited for
 */
gboolean
nsm_workshop_has_left (NsmWorkshop *workshop, const char *person)
{
  NSM_LIST_EACH (NsmParticipant, participant, workshop->participants)
    {
      if (g_str_equal (NSM_RECORD (participant)->id, person))
        return participant->retired;
    }
  return TRUE;
}

/**
 * nsm_workshop_count_asked:
 *
 * Returns: how many people a round would ask if it opened now
 */
guint
nsm_workshop_count_asked (NsmWorkshop *workshop)
{
  guint n = 0;

  NSM_LIST_EACH (NsmParticipant, participant, workshop->participants)
    {
      n += participant->retired || participant->observer ? 0 : 1;
    }
  return n;
}
