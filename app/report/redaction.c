/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/redaction.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "method/versions.h"
#include "record/json.h"
#include "report/names.h"
#include "rounds/round.h"

struct _NsmRedaction
{
  NsmWorkshop *workshop;
  NsmNames *names;   /* NULL: even answers may have one */
  gboolean nameless; /* nobody may be named at all */
};

/* Nobody's name */

/* What people write, as opposed to what programs keep. */
static gboolean
is_written (const NsmField *field)
{
  return field->kind == NSM_KIND_TEXT && (field->flags & NSM_FIELD_DATE) == 0 &&
         strcmp (field->name, field->label) != 0;
}

static char *
dup_replacement (NsmNames *names, NsmRecord *record, const NsmField *field)
{
  const char *text = nsm_record_get_text (record, field);
  gboolean who = strcmp (field->name, "who") == 0;

  if (NSM_IS_PARTICIPANT (record) && strcmp (field->name, "name") == 0)
    return g_strdup (nsm_names_find (names, record->id, text));
  if (NSM_IS_ROSTER_ENTRY (record) && strcmp (field->name, "name") == 0)
    return g_strdup (nsm_names_find (names, ((NsmRosterEntry *) record)->person, text));
  if (who || (NSM_IS_WORKSHOP (record) && strcmp (field->name, "author") == 0))
    return nsm_names_dup_who (names, text);
  if (strcmp (field->name, "owner") == 0)
    return nsm_names_dup_owner (names, text);
  return nsm_names_dup_text (names, text);
}

static void
rename_people (NsmNames *names, NsmRecord *record)
{
  NsmRecordClass *klass = NSM_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const NsmField *field = &klass->fields[i];

      if (field->kind == NSM_KIND_CHILD)
        rename_people (names, nsm_record_get_child (record, field));
      else if (field->kind == NSM_KIND_LIST)
        {
          NsmList *list = nsm_record_get_list (record, field);

          for (guint j = 0; j < nsm_list_get_size (list); j++)
            rename_people (names, nsm_list_get (list, j));
        }
      else if (is_written (field) && nsm_record_get_text (record, field)[0] != '\0')
        {
          g_autofree char *text = dup_replacement (names, record, field);

          if (text != NULL && strcmp (text, nsm_record_get_text (record, field)) != 0)
            g_object_set (record, klass->pspecs[i]->name, text, NULL);
        }
    }
}

static void
forget_workshop (gpointer workshop)
{
  g_clear_object (&workshop);
}

/* The versions as they were, in their order; NULL for one that can't be opened. */
static GPtrArray *
open_versions (NsmWorkshop *workshop)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (forget_workshop);

  NSM_LIST_EACH (NsmVersion, version, workshop->versions)
    {
      g_autoptr (NsmWorkshop) opened = nsm_version_peek (version, NULL);

      g_ptr_array_add (all, opened != NULL ? nsm_record_duplicate (opened) : NULL);
    }
  return all;
}

/* What differs between versions is told without a name, too. */
static void
rename_version (NsmNames *names, NsmVersion *version, NsmWorkshop *opened)
{
  g_autoptr (cJSON) json = NULL;
  char *text;

  rename_people (names, NSM_RECORD (opened));
  json = nsm_record_to_json (NSM_RECORD (opened));
  cJSON_DeleteItemFromObjectCaseSensitive (json, "versions");
  cJSON_DeleteItemFromObjectCaseSensitive (json, "rounds");
  text = cJSON_PrintUnformatted (json);
  g_object_set (version, "content", text, NULL);
  cJSON_free (text);
}

/* Nobody's answer */

static char *
dup_key (NsmAnswer *answer)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  NSM_LIST_EACH (NsmEntry, entry, answer->entries)
    {
      char mark[G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_dtostr (mark, sizeof mark, entry->mark);
      g_checksum_update (sum, (const guchar *) entry->text, (gssize) strlen (entry->text) + 1);
      g_checksum_update (sum, (const guchar *) entry->choice, (gssize) strlen (entry->choice) + 1);
      g_checksum_update (sum, (const guchar *) mark, (gssize) strlen (mark) + 1);
    }
  return g_strdup (g_checksum_get_string (sum));
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  g_autofree char *first = dup_key (*(NsmAnswer *const *) a);
  g_autofree char *second = dup_key (*(NsmAnswer *const *) b);

  return strcmp (first, second);
}

/* An order that says nothing about who it was; what is drawn at random from marks depends on
 * theirs, and nobody sees it. */
static void
shuffle (NsmRound *round)
{
  g_autoptr (GPtrArray) answers = g_ptr_array_new ();

  if (round->kind == NSM_ROUND_KIND_SCORES)
    return;
  NSM_LIST_EACH (NsmAnswer, answer, round->answers)
    {
      g_ptr_array_add (answers, answer);
    }
  g_ptr_array_sort (answers, compare_keys);
  for (guint i = 0; i < answers->len; i++)
    {
      guint from;

      if (nsm_list_get_position (round->answers, answers->pdata[i], &from) && from != i)
        nsm_list_move (round->answers, from, i);
    }
}

static void
follow_cards (NsmWorkshop *workshop, NsmRound *round, const char *was, const char *is)
{
  NSM_LIST_EACH (NsmCluster, cluster, workshop->clusters)
    {
      if (g_strcmp0 (cluster->round, NSM_RECORD (round)->id) != 0)
        continue;
      NSM_LIST_EACH (NsmCardRef, card, cluster->cards)
        {
          if (strcmp (card->person, was) == 0)
            g_object_set (card, "person", is, NULL);
        }
    }
}

/* As if the round had been one without names from the beginning. */
static void
forget_who (NsmWorkshop *workshop, NsmRound *round)
{
  guint n = 0;

  g_object_set (round, "privacy", NSM_PRIVACY_UNNAMED, NULL);
  shuffle (round);
  NSM_LIST_EACH (NsmAnswer, answer, round->answers)
    {
      g_autofree char *was = g_strdup (answer->person);
      g_autofree char *is = g_strdup_printf ("answer-%u", ++n);

      if (nsm_round_get_roster_entry (round, was) == NULL)
        continue;
      follow_cards (workshop, round, was, is);
      g_object_set (answer, "person", is, NULL);
    }
}

static void
forget_names (NsmRedaction *self, NsmWorkshop *workshop)
{
  g_autoptr (GPtrArray) versions = open_versions (workshop);

  for (guint i = 0; i < versions->len; i++)
    if (versions->pdata[i] != NULL)
      nsm_names_collect (self->names, versions->pdata[i]);
  nsm_names_settle (self->names);
  rename_people (self->names, NSM_RECORD (self->workshop));
  for (guint i = 0; i < versions->len; i++)
    {
      NsmVersion *version = nsm_list_get (self->workshop->versions, i);

      if (versions->pdata[i] != NULL)
        rename_version (self->names, version, versions->pdata[i]);
      else
        g_object_set (version, "content", "", NULL);
    }
}

/**
 * nsm_redaction_new:
 * @workshop: it isn't changed
 *
 * Returns: (transfer full): what @options let out of it
 */
NsmRedaction *
nsm_redaction_new (NsmWorkshop *workshop, const NsmReportOptions *options)
{
  NsmRedaction *self = g_new0 (NsmRedaction, 1);

  if (options->names == NSM_REPORT_NAMES_WITH_SCORES)
    {
      self->workshop = g_object_ref (workshop);
      return self;
    }
  self->workshop = nsm_record_duplicate (workshop);
  NSM_LIST_EACH (NsmRound, round, self->workshop->rounds)
    {
      forget_who (self->workshop, round);
    }
  self->names = nsm_names_new ();
  self->nameless = options->names == NSM_REPORT_NAMES_NONE;
  nsm_names_collect (self->names, workshop);
  if (self->nameless)
    forget_names (self, workshop);
  else
    nsm_names_settle (self->names);
  nsm_record_make_root (NSM_RECORD (self->workshop));
  return self;
}

void
nsm_redaction_free (NsmRedaction *self)
{
  g_clear_object (&self->workshop);
  g_clear_pointer (&self->names, nsm_names_free);
  g_free (self);
}

/**
 * nsm_redaction_get_workshop:
 *
 * Returns: (transfer none): what may be written of the workshop, under the same ids. Its rounds
 *   don't verify any more: that is asked of the workshop itself.
 */
NsmWorkshop *
nsm_redaction_get_workshop (NsmRedaction *self)
{
  return self->workshop;
}

/**
 * nsm_redaction_dup_text:
 * @text: something said about the workshop itself
 *
 * Returns: (transfer full): what may be written of it
 */
char *
nsm_redaction_dup_text (NsmRedaction *self, const char *text)
{
  return self->nameless ? nsm_names_dup_text (self->names, text) : g_strdup (text);
}

/**
 * nsm_redaction_dup_answering:
 * @text: a sentence of the program about who answered what
 *
 * Returns: (transfer full): what may be written of it
 */
char *
nsm_redaction_dup_answering (NsmRedaction *self, const char *text)
{
  return self->names != NULL ? nsm_names_dup_blank (self->names, text) : g_strdup (text);
}

/**
 * nsm_redaction_dup_person:
 * @id: of somebody in the workshop itself
 * @name: theirs
 *
 * Returns: (transfer full): what they are called
 */
char *
nsm_redaction_dup_person (NsmRedaction *self, const char *id, const char *name)
{
  const char *label = self->nameless ? nsm_names_find (self->names, id, name) : name;

  return g_strdup (label != NULL ? label : _("Not named"));
}

/**
 * nsm_report_redact:
 * @options: what is to be let out
 *
 * For writers of something else than the document.
 *
 * Returns: (transfer full): as nsm_redaction_get_workshop(); a round whose answers may not be
 *   named is one without names there
 */
NsmWorkshop *
nsm_report_redact (NsmWorkshop *workshop, const NsmReportOptions *options)
{
  g_autoptr (NsmRedaction) redaction = nsm_redaction_new (workshop, options);

  return g_object_ref (redaction->workshop);
}
