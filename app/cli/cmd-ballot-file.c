/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers out of a file, and people by their names. */
#include "cmd-ballot.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <sodium.h>

#include "record/json.h"

/**
 * cli_ballot_find_person:
 * @name: a name, in capitals or not, or an id
 *
 * Returns: (transfer none) (nullable): who is asked under that name; if it is nobody,
 *   or more than one, it was said
 */
NsmRosterEntry *
cli_ballot_find_person (NsmRound *round, const char *name)
{
  g_autofree char *wanted = g_utf8_casefold (name, -1);
  NsmRosterEntry *found = NULL;

  NSM_LIST_EACH (NsmRosterEntry, entry, round->roster)
    {
      g_autofree char *folded = g_utf8_casefold (entry->name, -1);

      if (strcmp (entry->person, name) == 0)
        return entry;
      if (strcmp (folded, wanted) != 0)
        continue;
      if (found != NULL)
        {
          cli_say (_("Two people called “%s” are asked: give the id instead, %s or %s."), name,
                   found->person, entry->person);
          return NULL;
        }
      found = entry;
    }
  if (found == NULL)
    cli_say (_("“%s” isn’t asked in this round."), name);
  return found;
}

static NsmJson *
parse_file (const char *path)
{
  g_autoptr (GBytes) bytes = cli_ballot_load (path);
  g_autoptr (GError) error = NULL;
  NsmJson *json;

  if (bytes == NULL)
    return NULL;
  json = nsm_json_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  if (json == NULL)
    cli_say ("%s: %s", path, error->message);
  return json;
}

/**
 * cli_ballot_dup_person_in_file:
 *
 * Returns: (transfer full) (nullable): who a file of answers says that it is from
 */
char *
cli_ballot_dup_person_in_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autoptr (NsmJson) json = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, NULL))
    return NULL;
  json = nsm_json_parse (text, length, NULL);
  return json == NULL ? NULL
                      : g_strdup (cJSON_GetStringValue (cJSON_GetObjectItemCaseSensitive (
                          nsm_json_get_root (json), "person")));
}

static gboolean
complain (guint number, const char *what)
{
  /* Translators: the place of an answer in a file, and what is wrong with it */
  cli_say (_("Answer %u: %s"), number, what);
  return FALSE;
}

/* The id of what is called @text; NULL after saying that there is none. */
static const char *
find_subject (NsmRound *round, const char *text, guint number)
{
  g_autofree char *what = NULL;

  NSM_LIST_EACH (NsmSubject, subject, round->subjects)
    {
      if (strcmp (subject->title, text) == 0 || strcmp (subject->subject, text) == 0)
        return subject->subject;
    }
  what = g_strdup_printf (_("“%s” isn’t asked about."), text);
  complain (number, what);
  return NULL;
}

static const char *
find_aspect (NsmRound *round, const char *text, guint number)
{
  g_autofree char *what = NULL;

  NSM_LIST_EACH (NsmAspect, aspect, round->aspects)
    {
      if (strcmp (aspect->name, text) == 0 || strcmp (aspect->aspect, text) == 0)
        return aspect->aspect;
    }
  what = g_strdup_printf (_("“%s” isn’t one of the criteria."), text);
  complain (number, what);
  return NULL;
}

static gboolean
read_member (NsmRound *round, const cJSON *item, NsmEntry *entry, guint number)
{
  const char *name = item->string;
  const char *text = cJSON_GetStringValue (item);
  g_autofree char *what = NULL;
  guint confidence;

  if (strcmp (name, "about") == 0 && text != NULL)
    {
      text = find_subject (round, text, number);
      g_object_set (entry, "subject", text, NULL);
      return text != NULL;
    }
  if (strcmp (name, "criterion") == 0 && text != NULL)
    {
      text = find_aspect (round, text, number);
      g_object_set (entry, "aspect", text, NULL);
      return text != NULL;
    }
  if ((strcmp (name, "mark") == 0 || strcmp (name, "place") == 0) && cJSON_IsNumber (item))
    {
      g_object_set (entry, "mark", item->valuedouble, NULL);
      /* The record takes what fits; a number that doesn't is no mark. */
      return entry->mark >= item->valuedouble && entry->mark <= item->valuedouble
               ? TRUE
               : complain (number, _("that isn’t a mark."));
    }
  if (strcmp (name, "choice") == 0 && text != NULL)
    {
      g_object_set (entry, "choice", text, NULL);
      return TRUE;
    }
  if ((strcmp (name, "why") == 0 || strcmp (name, "text") == 0) && text != NULL)
    {
      g_object_set (entry, "text", text, NULL);
      return TRUE;
    }
  if (strcmp (name, "abstain") == 0 && cJSON_IsBool (item))
    {
      g_object_set (entry, "abstained", cJSON_IsTrue (item), NULL);
      return TRUE;
    }
  if (strcmp (name, "confidence") == 0 && text != NULL &&
      nsm_choice_from_nick (NSM_TYPE_CONFIDENCE, text, &confidence))
    {
      g_object_set (entry, "confidence", confidence, NULL);
      return TRUE;
    }
  what = g_strdup_printf (_("“%s” isn’t understood."), name);
  return complain (number, what);
}

static gboolean
is_given (NsmEntry *entry)
{
  return entry != NULL && (entry->abstained || !isnan (entry->mark) || entry->choice[0] != '\0');
}

/* Nothing may be left open by oversight: whoever abstains says so. */
static gboolean
check_complete (NsmRound *round, NsmAnswer *answer)
{
  gboolean complete = TRUE;

  if (round->kind != NSM_ROUND_KIND_SCORES && round->kind != NSM_ROUND_KIND_VERDICTS)
    return TRUE;
  NSM_LIST_EACH (NsmSubject, subject, round->subjects)
    {
      NSM_LIST_EACH (NsmAspect, aspect, round->aspects)
        {
          if (is_given (nsm_answer_find_entry (answer, subject->subject, aspect->aspect)))
            continue;
          cli_say (_("Not answered: “%s”, “%s”. Answer it, or abstain."), subject->title,
                   aspect->name);
          complete = FALSE;
        }
    }
  return complete;
}

static gboolean
abstain_from_all (NsmRound *round, NsmAnswer *answer)
{
  g_autoptr (NsmAnswer) made = nsm_round_make_abstention (round, answer->person);

  while (nsm_list_get_size (made->entries) > 0)
    {
      g_autoptr (NsmRecord) entry = g_object_ref (nsm_list_get (made->entries, 0));

      nsm_list_remove (made->entries, entry);
      nsm_list_append (answer->entries, entry);
    }
  return TRUE;
}

/* Moments that the file doesn't rank have no place. */
static void
add_unranked (NsmRound *round, NsmAnswer *answer)
{
  if (round->kind != NSM_ROUND_KIND_MOMENTS)
    return;
  NSM_LIST_EACH (NsmSubject, subject, round->subjects)
    {
      if (nsm_answer_find_entry (answer, subject->subject, "") == NULL)
        nsm_list_append_new (answer->entries, "subject", subject->subject, "abstained", TRUE, NULL);
    }
}

/**
 * cli_ballot_read_answers:
 * @answer: takes the entries
 *
 * Returns: whether the file answers the round's question wholly; if not, it was said
 *   what is wrong
 */
gboolean
cli_ballot_read_answers (NsmRound *round, const char *path, NsmAnswer *answer)
{
  g_autoptr (NsmJson) json = parse_file (path);
  const cJSON *root = json != NULL ? nsm_json_get_root (json) : NULL;
  const cJSON *list = cJSON_GetObjectItemCaseSensitive (root, "answers");
  guint number = 0;

  if (json == NULL)
    return FALSE;
  if (cJSON_IsTrue (cJSON_GetObjectItemCaseSensitive (root, "abstain")) && list == NULL)
    return abstain_from_all (round, answer);
  if (!cJSON_IsArray (list) || list->child == NULL)
    {
      cli_say (_("%s: there is no list of “answers” in it; see nsm ballot answer --help."), path);
      return FALSE;
    }
  for (const cJSON *one = list->child; one != NULL; one = one->next)
    {
      NsmEntry *entry = nsm_list_append_new (answer->entries, NULL);

      number++;
      if (!cJSON_IsObject (one))
        return complain (number, _("it isn’t an object."));
      for (const cJSON *item = one->child; item != NULL; item = item->next)
        if (!read_member (round, item, entry, number))
          return FALSE;
    }
  add_unranked (round, answer);
  return check_complete (round, answer);
}
