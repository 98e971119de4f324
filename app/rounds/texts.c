/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds/texts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "method/candidates.h"
#include "record/journal.h"
#include "rounds/round.h"

static char *
dup_clean (const char *text)
{
  char *line = g_strdup (text);

  g_strdelimit (line, "\n\r\t", ' ');
  return g_strstrip (line);
}

/* Texts that stand in a field of one line, as they fit there. */
static char *
dup_line (const char *text)
{
  g_autofree char *line = dup_clean (text);

  return g_utf8_strlen (line, -1) > NSM_LINE_MAX ? g_utf8_substring (line, 0, NSM_LINE_MAX)
                                                 : g_steal_pointer (&line);
}

/**
 * nsm_round_get_text:
 * @person: as the opened answer names them
 * @position: which of their texts, from 0
 *
 * Returns: (transfer none): the text; "" when there is none
 */
const char *
nsm_round_get_text (NsmRound *round, const char *person, guint position)
{
  NsmAnswer *answer = nsm_round_get_answer (round, person);
  NsmEntry *entry = answer != NULL ? nsm_list_get (answer->entries, position) : NULL;

  return entry != NULL ? entry->text : "";
}

static NsmCardRef *
find_card (NsmCluster *cluster, const char *person, guint position)
{
  NSM_LIST_EACH (NsmCardRef, card, cluster->cards)
    {
      if (card->position == position && strcmp (card->person, person) == 0)
        return card;
    }
  return NULL;
}

/**
 * nsm_workshop_find_cluster:
 *
 * Returns: (transfer none) (nullable): the group in which the text stands
 */
NsmCluster *
nsm_workshop_find_cluster (NsmWorkshop *workshop, NsmRound *round, const char *person,
                           guint position)
{
  NSM_LIST_EACH (NsmCluster, cluster, workshop->clusters)
    {
      if (strcmp (cluster->round, NSM_RECORD (round)->id) == 0
          && find_card (cluster, person, position) != NULL)
        return cluster;
    }
  return NULL;
}

/* A group of one is none. */
static void
take_out (NsmWorkshop *workshop, NsmCluster *cluster, const char *person, guint position)
{
  nsm_list_remove (cluster->cards, NSM_RECORD (find_card (cluster, person, position)));
  if (nsm_list_get_size (cluster->cards) < 2)
    nsm_list_remove (workshop->clusters, NSM_RECORD (cluster));
}

static void
add_card (NsmCluster *cluster, const char *person, guint position)
{
  nsm_list_append_new (cluster->cards, "person", person, "position", (double) position, NULL);
}

static NsmCluster *
make_cluster (NsmWorkshop *workshop, NsmRound *round, const char *person, guint position)
{
  g_autofree char *title = dup_line (nsm_round_get_text (round, person, position));
  NsmCluster *cluster = nsm_list_append_new (workshop->clusters, "round", NSM_RECORD (round)->id,
                                             "title", title, NULL);

  add_card (cluster, person, position);
  return cluster;
}

/**
 * nsm_workshop_join_texts:
 * @person, @position: the text that is moved
 * @onto_person, @onto_position: the one to which it goes, or one of its group
 *
 * Puts a text together with another one. A new group starts with the wording of the
 * one that stays where it is.
 *
 * Returns: (transfer none) (nullable): the group; NULL when it is the same text
 */
NsmCluster *
nsm_workshop_join_texts (NsmWorkshop *workshop, NsmRound *round, const char *person,
                         guint position, const char *onto_person, guint onto_position)
{
  NsmCluster *from = nsm_workshop_find_cluster (workshop, round, person, position);
  NsmCluster *onto = nsm_workshop_find_cluster (workshop, round, onto_person, onto_position);

  if (position == onto_position && strcmp (person, onto_person) == 0)
    return NULL;
  if (from != NULL && from == onto)
    return onto;
  nsm_record_begin_step (NSM_RECORD (workshop), _("Put Together"));
  if (from != NULL)
    take_out (workshop, from, person, position);
  if (onto == NULL)
    onto = make_cluster (workshop, round, onto_person, onto_position);
  add_card (onto, person, position);
  nsm_record_end_step (NSM_RECORD (workshop));
  return onto;
}

/**
 * nsm_workshop_part_text:
 *
 * Takes a text out of its group; a group that would keep only one is parted.
 */
void
nsm_workshop_part_text (NsmWorkshop *workshop, NsmRound *round, const char *person, guint position)
{
  NsmCluster *cluster = nsm_workshop_find_cluster (workshop, round, person, position);

  if (cluster == NULL)
    return;
  nsm_record_begin_step (NSM_RECORD (workshop), _("Take Out"));
  take_out (workshop, cluster, person, position);
  nsm_record_end_step (NSM_RECORD (workshop));
}

/**
 * nsm_cluster_part:
 *
 * Takes the group apart: its texts stand alone again, its wording is gone.
 */
void
nsm_cluster_part (NsmCluster *cluster)
{
  NsmWorkshop *workshop = NSM_WORKSHOP (nsm_record_get_root (NSM_RECORD (cluster)));

  nsm_record_begin_step (NSM_RECORD (workshop), _("Take Apart"));
  nsm_list_remove (workshop->clusters, NSM_RECORD (cluster));
  nsm_record_end_step (NSM_RECORD (workshop));
}

/**
 * nsm_cluster_get_wording:
 *
 * Returns: (transfer none): the team's wording of the group; without one, its first text
 */
const char *
nsm_cluster_get_wording (NsmCluster *cluster)
{
  NsmRecord *root = nsm_record_get_root (NSM_RECORD (cluster));
  NsmRecord *round = nsm_record_find (root, cluster->round);
  NsmCardRef *first = nsm_list_get (cluster->cards, 0);

  if (cluster->title[0] != '\0' || first == NULL || round == NULL || !NSM_IS_ROUND (round))
    return cluster->title;
  return nsm_round_get_text (NSM_ROUND (round), first->person, (guint) first->position);
}

/**
 * nsm_workshop_uses_statement:
 *
 * Returns: whether the value proposition says just this
 */
gboolean
nsm_workshop_uses_statement (NsmWorkshop *workshop, const char *text)
{
  g_autofree char *clean = dup_clean (text);
  g_autofree char *now = dup_clean (workshop->value->proposition);

  return clean[0] != '\0' && strcmp (clean, now) == 0;
}

/**
 * nsm_workshop_use_statement:
 *
 * Makes the text the value proposition.
 */
void
nsm_workshop_use_statement (NsmWorkshop *workshop, const char *text)
{
  nsm_record_begin_step (NSM_RECORD (workshop), _("Use Statement"));
  g_object_set (workshop->value, "proposition", text, NULL);
  nsm_record_end_step (NSM_RECORD (workshop));
}

/**
 * nsm_workshop_find_idea:
 *
 * Returns: (transfer none) (nullable): the candidate that has this text as its name,
 *   whether it is still in the running or not
 */
NsmCandidate *
nsm_workshop_find_idea (NsmWorkshop *workshop, const char *text)
{
  g_autofree char *name = dup_line (text);

  NSM_LIST_EACH (NsmCandidate, candidate, workshop->candidates)
    {
      NsmMetric *metric = nsm_candidate_get_metric (candidate);

      if (metric != NULL && name[0] != '\0' && strcmp (metric->name, name) == 0)
        return candidate;
    }
  return NULL;
}

/**
 * nsm_workshop_use_idea:
 *
 * Makes the text a candidate, unless there is one that has it.
 *
 * Returns: (transfer none): the candidate
 */
NsmCandidate *
nsm_workshop_use_idea (NsmWorkshop *workshop, const char *text)
{
  NsmCandidate *candidate = nsm_workshop_find_idea (workshop, text);
  g_autofree char *name = dup_line (text);

  if (candidate != NULL)
    return candidate;
  nsm_record_begin_step (NSM_RECORD (workshop), _("Make a Candidate"));
  candidate = nsm_workshop_add_candidate (workshop, NSM_CANDIDATE_KIND_GOOD);
  g_object_set (nsm_candidate_get_metric (candidate), "name", name, NULL);
  nsm_record_end_step (NSM_RECORD (workshop));
  return candidate;
}
