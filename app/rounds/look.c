/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking at rounds, and the parts of answers. */
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "rounds/private.h"

/* The contribution of @person that counts while the round is open, or NULL. */
NsmContribution *
nsm_round_find_current (NsmRound *self, const char *person)
{
  NsmContribution *found = NULL;

  NSM_LIST_EACH (NsmContribution, contribution, self->contributions)
    {
      if (strcmp (contribution->person, person) == 0)
        found = contribution->state == NSM_CONTRIBUTION_STATE_CURRENT ? contribution : NULL;
    }
  return found;
}

/**
 * nsm_round_has_contributed:
 *
 * Returns: whether a contribution of @person counts: all that may be known of it
 *   while the round is open
 */
gboolean
nsm_round_has_contributed (NsmRound *self, const char *person)
{
  NsmAnswer *answer = nsm_round_get_answer (self, person);

  return (answer != NULL && nsm_list_get_size (answer->entries) > 0) ||
         nsm_round_find_current (self, person) != NULL;
}

guint
nsm_round_count_contributed (NsmRound *self)
{
  guint n = 0;

  NSM_LIST_EACH (NsmRosterEntry, entry, self->roster)
    {
      n += nsm_round_has_contributed (self, entry->person) ? 1 : 0;
    }
  return n;
}

guint
nsm_round_count_rejected (NsmRound *self)
{
  guint n = 0;

  NSM_LIST_EACH (NsmContribution, contribution, self->contributions)
    {
      n += contribution->state == NSM_CONTRIBUTION_STATE_REJECTED ? 1 : 0;
    }
  return n;
}

/**
 * nsm_round_is_readable:
 *
 * Returns: whether there are answers to look at: it is revealed, or direct, and
 *   somebody answered
 */
gboolean
nsm_round_is_readable (NsmRound *self)
{
  gboolean shown = self->direct || self->state == NSM_ROUND_STATE_REVEALED;

  NSM_LIST_EACH (NsmAnswer, answer, self->answers)
    {
      if (shown && nsm_list_get_size (answer->entries) > 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * nsm_round_get_answer:
 *
 * Returns: (transfer none) (nullable): the readable answer of @person; in a round
 *   without names nobody's can be found
 */
NsmAnswer *
nsm_round_get_answer (NsmRound *self, const char *person)
{
  NSM_LIST_EACH (NsmAnswer, answer, self->answers)
    {
      if (strcmp (answer->person, person) == 0)
        return answer;
    }
  return NULL;
}

/**
 * nsm_round_get_subject:
 *
 * Returns: (transfer none) (nullable): the frozen copy of what has the id @subject
 */
NsmSubject *
nsm_round_get_subject (NsmRound *self, const char *subject)
{
  NSM_LIST_EACH (NsmSubject, one, self->subjects)
    {
      if (strcmp (one->subject, subject) == 0)
        return one;
    }
  return NULL;
}

/**
 * nsm_round_get_roster_entry:
 *
 * Returns: (transfer none) (nullable): @person as asked in this round
 */
NsmRosterEntry *
nsm_round_get_roster_entry (NsmRound *self, const char *person)
{
  NSM_LIST_EACH (NsmRosterEntry, entry, self->roster)
    {
      if (strcmp (entry->person, person) == 0)
        return entry;
    }
  return NULL;
}

/* What @person was called when the round was opened. */
const char *
nsm_round_get_name (NsmRound *self, const char *person)
{
  NsmRosterEntry *entry = nsm_round_get_roster_entry (self, person);

  return entry != NULL && entry->name[0] != '\0' ? entry->name : person;
}

/**
 * nsm_round_find_receipt:
 * @receipt: as somebody typed it: small letters, spaces and dashes don't matter
 *
 * Returns: (transfer none) (nullable): the contribution with that receipt
 */
NsmContribution *
nsm_round_find_receipt (NsmRound *self, const char *receipt)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *p = receipt; *p != '\0'; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (plain, g_ascii_toupper (*p));
  if (plain->len == 0)
    return NULL;
  NSM_LIST_EACH (NsmContribution, contribution, self->contributions)
    {
      if (strcmp (contribution->receipt, plain->str) == 0)
        return contribution;
    }
  return NULL;
}

/**
 * nsm_receipt_dup_display:
 *
 * Returns: (transfer full): the receipt in groups of four, for reading aloud
 */
char *
nsm_receipt_dup_display (const char *receipt)
{
  GString *out = g_string_new (NULL);

  for (gsize i = 0; receipt[i] != '\0'; i++)
    {
      if (i > 0 && i % 4 == 0)
        g_string_append_c (out, '-');
      g_string_append_c (out, receipt[i]);
    }
  return g_string_free (out, FALSE);
}

/**
 * nsm_round_dup_label:
 *
 * Returns: (transfer full): what people call the round, as "Scores, round 2"
 */
char *
nsm_round_dup_label (NsmRound *self)
{
  const char *kind = nsm_choice_get_label (NSM_TYPE_ROUND_KIND, self->kind);

  /* Translators: a kind of round and its number, as “Scores, round 2” */
  return g_strdup_printf (_("%s, round %d"), kind, (int) self->number);
}

/* Answers */

/**
 * nsm_answer_find_entry:
 * @subject: the id of what it is about, or ""
 * @aspect: the id of the criterion, or ""
 *
 * Returns: (transfer none) (nullable): the entry
 */
NsmEntry *
nsm_answer_find_entry (NsmAnswer *self, const char *subject, const char *aspect)
{
  NSM_LIST_EACH (NsmEntry, entry, self->entries)
    {
      if (strcmp (entry->subject, subject) == 0 && strcmp (entry->aspect, aspect) == 0)
        return entry;
    }
  return NULL;
}

/**
 * nsm_answer_ensure_entry:
 *
 * Returns: (transfer none): the entry, made when it isn't there yet
 */
NsmEntry *
nsm_answer_ensure_entry (NsmAnswer *self, const char *subject, const char *aspect)
{
  NsmEntry *entry = nsm_answer_find_entry (self, subject, aspect);

  return entry != NULL
           ? entry
           : nsm_list_append_new (self->entries, "subject", subject, "aspect", aspect, NULL);
}

/**
 * nsm_answer_is_abstention:
 *
 * Returns: whether it says nothing but that somebody abstains from all that was asked
 */
gboolean
nsm_answer_is_abstention (NsmAnswer *self)
{
  NSM_LIST_EACH (NsmEntry, entry, self->entries)
    {
      if (!entry->abstained)
        return FALSE;
    }
  return nsm_list_get_size (self->entries) > 0;
}

/**
 * nsm_answer_wipe:
 * @self: a private answer that stands in no document
 *
 * Overwrites what was said, then empties it: call it as soon as the answer is
 * sealed or given up.
 */
void
nsm_answer_wipe (NsmAnswer *self)
{
  g_return_if_fail (NSM_RECORD (self)->owner == NULL);

  NSM_LIST_EACH (NsmEntry, entry, self->entries)
    {
      sodium_memzero (entry->choice, strlen (entry->choice));
      sodium_memzero (entry->text, strlen (entry->text));
      entry->mark = NAN;
      entry->abstained = FALSE;
      entry->confidence = NSM_CONFIDENCE_UNSAID;
    }
  nsm_list_clear (self->entries);
}

/* The rounds of a workshop */

/**
 * nsm_workshop_get_latest_round:
 *
 * Returns: (transfer none) (nullable): the newest round of @kind, whatever its state
 */
NsmRound *
nsm_workshop_get_latest_round (NsmWorkshop *workshop, NsmRoundKind kind)
{
  NsmRound *found = NULL;

  NSM_LIST_EACH (NsmRound, round, workshop->rounds)
    {
      if (round->kind == kind)
        found = round;
    }
  return found;
}

/**
 * nsm_workshop_get_revealed_round:
 *
 * Returns: (transfer none) (nullable): the newest round of @kind with answers to look
 *   at (nsm_round_is_readable())
 */
NsmRound *
nsm_workshop_get_revealed_round (NsmWorkshop *workshop, NsmRoundKind kind)
{
  NsmRound *found = NULL;

  NSM_LIST_EACH (NsmRound, round, workshop->rounds)
    {
      if (round->kind == kind && nsm_round_is_readable (round))
        found = round;
    }
  return found;
}
