/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "method/versions.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "record/journal.h"
#include "record/json.h"

G_DEFINE_QUARK (nsm-version-error-quark, nsm_version_error)

/* What was put in an envelope is left out: each has its hash beside it, which stays, and what
 * somebody takes back must not live on in an old version. */
static void
drop_sealed (cJSON *round)
{
  cJSON *contribution;

  cJSON_ArrayForEach (contribution, cJSON_GetObjectItemCaseSensitive (round, "contributions"))
    cJSON_DeleteItemFromObjectCaseSensitive (contribution, "sealed");
}

/* A round that was revealed doesn't change any more. One that is filled in directly may. */
static gboolean
is_settled (NsmRound *round)
{
  return !round->direct && round->state == NSM_ROUND_STATE_REVEALED;
}

static void
take_rounds (NsmWorkshop *workshop, cJSON *json, gboolean with_settled)
{
  cJSON *rounds = cJSON_GetObjectItemCaseSensitive (json, "rounds");
  guint i = 0;

  for (cJSON *round = rounds != NULL ? rounds->child : NULL, *next; round != NULL; round = next)
    {
      next = round->next;
      drop_sealed (round);
      if (is_settled (nsm_list_get (workshop->rounds, i++)) && !with_settled)
        cJSON_Delete (cJSON_DetachItemViaPointer (rounds, round));
    }
  if (rounds != NULL && rounds->child == NULL)
    cJSON_DeleteItemFromObjectCaseSensitive (json, "rounds");
}

/* Members that we don't know are kept to the letter; a letter that a text may not hold is
 * written in another way there, and white space that a text may not hold means nothing. */
static char *
make_storable (const char *json)
{
  GString *out = g_string_sized_new (strlen (json));
  gboolean quoted = FALSE;

  for (const char *p = json; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\\' && p[1] != '\0')
        g_string_append_c (out, *p++);
      else if (c == '"')
        quoted = !quoted;
      if (c == 0x7f || c == 0xfffe || c == 0xffff)
        g_string_append_printf (out, "\\u%04x", c);
      else if (c != '\r')
        g_string_append_len (out, p, g_utf8_next_char (p) - p);
    }
  g_assert (!quoted);
  return g_string_free (out, FALSE);
}

/* JSON of the workshop without what isn't of the moment. */
static char *
dup_content (NsmWorkshop *workshop, gboolean with_settled)
{
  g_autoptr (cJSON) json = nsm_record_to_json (NSM_RECORD (workshop));
  char *text, *copy;

  cJSON_DeleteItemFromObjectCaseSensitive (json, "versions");
  take_rounds (workshop, json, with_settled);
  text = cJSON_PrintUnformatted (json);
  copy = make_storable (text);
  cJSON_free (text);
  return copy;
}

/**
 * nsm_workshop_dup_fingerprint:
 *
 * Returns: (transfer full): the SHA-256 of all that @workshop holds but its earlier versions, in
 *   64 hexadecimal digits; the same for a file and what is read from it
 */
char *
nsm_workshop_dup_fingerprint (NsmWorkshop *workshop)
{
  g_autofree char *content = dup_content (workshop, TRUE);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, content, -1);
}

/**
 * nsm_workshop_dup_origin:
 *
 * Returns: (transfer full): the same for all states of a workshop, once it has an identity, which
 *   comes with its first round; it tells nothing else. "" before that.
 */
char *
nsm_workshop_dup_origin (NsmWorkshop *workshop)
{
  if (workshop->identity[0] == '\0')
    return g_strdup ("");
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, workshop->identity, -1);
}

static char *
dup_round_ids (NsmWorkshop *workshop)
{
  GString *ids = g_string_new (NULL);

  NSM_LIST_EACH (NsmRound, round, workshop->rounds)
    {
      if (ids->len > 0)
        g_string_append_c (ids, '\n');
      g_string_append (ids, NSM_RECORD (round)->id);
    }
  return g_string_free (ids, FALSE);
}

static gboolean
fits (NsmRecord *version, const char *name, const char *text, glong more)
{
  return g_utf8_strlen (text, -1) + more <= (glong) nsm_record_find_field (version, name)->maximum;
}

/* Whether a version can hold as much as there is. */
static gboolean
can_keep (NsmWorkshop *workshop)
{
  g_autoptr (NsmRecord) version = g_object_new (NSM_TYPE_VERSION, NULL);
  g_autofree char *content = dup_content (workshop, FALSE);
  g_autofree char *rounds = dup_round_ids (workshop);

  /* It will say that it is final, and since when. */
  return fits (version, "content", content, 100) && fits (version, "rounds", rounds, 0);
}

/* Keeps @workshop as it is now. */
static NsmVersion *
keep_version (NsmWorkshop *workshop, const char *date, const char *why)
{
  g_autofree char *content = dup_content (workshop, FALSE);
  g_autofree char *fingerprint = nsm_workshop_dup_fingerprint (workshop);
  g_autofree char *rounds = dup_round_ids (workshop);
  NsmVersion *latest = nsm_workshop_get_latest_version (workshop);
  double number = latest != NULL ? latest->number + 1 : 1;

  return nsm_list_append_new (workshop->versions, "number", number, "date", date, "why", why,
                              "fingerprint", fingerprint, "rounds", rounds, "content", content,
                              NULL);
}

/**
 * nsm_workshop_freeze:
 *
 * Calls the definition final: keeps a version of it, in one step of undo. What still keeps it
 * from being final is the caller's business; see nsm_findings_collect_missing().
 *
 * Returns: (transfer none) (nullable): the new version; the latest one if nothing changed since;
 *   NULL, with nothing done, if the workshop is larger than what a version can hold
 */
NsmVersion *
nsm_workshop_freeze (NsmWorkshop *workshop)
{
  NsmRecord *record = NSM_RECORD (workshop);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *why = g_strdup (workshop->change_why);
  NsmVersion *version;

  if (nsm_workshop_is_final (workshop))
    return nsm_workshop_get_latest_version (workshop);
  if (!can_keep (workshop))
    return NULL;
  nsm_record_begin_step (record, _("Mark as Final"));
  g_object_set (workshop, "final", TRUE, "final-on", today, "change-why", "", NULL);
  version = keep_version (workshop, today, why);
  nsm_record_end_step (record);
  return version;
}

/**
 * nsm_workshop_adopt_final:
 * @workshop: just read, with nothing in its history
 *
 * A workshop that was called final before there were versions is the first of them.
 *
 * Returns: whether it was
 */
gboolean
nsm_workshop_adopt_final (NsmWorkshop *workshop)
{
  if (!workshop->final || nsm_list_get_size (workshop->versions) > 0 || !can_keep (workshop))
    return FALSE;
  keep_version (workshop, workshop->final_on, "");
  nsm_journal_forget (nsm_record_get_journal (NSM_RECORD (workshop)));
  return TRUE;
}

/**
 * nsm_workshop_get_latest_version:
 *
 * Returns: (transfer none) (nullable): the version that was made last
 */
NsmVersion *
nsm_workshop_get_latest_version (NsmWorkshop *workshop)
{
  guint n = nsm_list_get_size (workshop->versions);

  return n > 0 ? nsm_list_get (workshop->versions, n - 1) : NULL;
}

/**
 * nsm_workshop_find_version:
 * @number: 1, 2, …
 *
 * Returns: (transfer none) (nullable): the version with that number
 */
NsmVersion *
nsm_workshop_find_version (NsmWorkshop *workshop, guint number)
{
  NSM_LIST_EACH (NsmVersion, version, workshop->versions)
    if ((guint) version->number == number)
      return version;
  return NULL;
}

/* Opening */

static void
add_member (GString *out, const char *name, const char *raw)
{
  g_autoptr (cJSON) text = cJSON_CreateString (name);
  char *quoted = cJSON_PrintUnformatted (text);

  g_string_append_printf (out, "%s%s:%s", out->len > 1 ? "," : "", quoted, raw);
  cJSON_free (quoted);
}

static void
add_record (GString *out, NsmRecord *record)
{
  g_autoptr (cJSON) json = nsm_record_to_json (record);
  char *text;

  text = cJSON_PrintUnformatted (json);
  g_string_append_printf (out, "%s%s", out->len > 1 ? "," : "", text);
  cJSON_free (text);
}

static char *
dup_kept_round (NsmJson *json, const char *id)
{
  const cJSON *rounds = cJSON_GetObjectItemCaseSensitive (nsm_json_get_root (json), "rounds");
  const cJSON *round;

  cJSON_ArrayForEach (round, rounds)
    if (g_strcmp0 (cJSON_GetStringValue (cJSON_GetObjectItemCaseSensitive (round, "id")), id) == 0)
      return nsm_json_dup_raw (json, round);
  return NULL;
}

/* The rounds there were: those that could still change as they were, the others as they are. */
static gboolean
add_rounds (GString *out, NsmJson *json, NsmVersion *version, NsmWorkshop *now, GError **error)
{
  g_auto (GStrv) ids = g_strsplit (version->rounds, "\n", -1);
  g_autoptr (GString) rounds = g_string_new ("[");

  for (guint i = 0; ids[i] != NULL; i++)
    {
      NsmRecord *round = nsm_record_find (NSM_RECORD (now), ids[i]);
      g_autofree char *kept = dup_kept_round (json, ids[i]);

      if (kept != NULL)
        g_string_append_printf (rounds, "%s%s", rounds->len > 1 ? "," : "", kept);
      else if (round != NULL && NSM_IS_ROUND (round))
        add_record (rounds, round);
      else if (ids[i][0] != '\0')
        {
          g_set_error (error, NSM_VERSION_ERROR, NSM_VERSION_ERROR_DAMAGED,
                       _("Version %.0f can’t be opened: the round “%.64s” is gone from the file."),
                       version->number, ids[i]);
          return FALSE;
        }
    }
  g_string_append_c (rounds, ']');
  if (rounds->len > 2)
    add_member (out, "rounds", rounds->str);
  return TRUE;
}

static void
add_versions (GString *out, NsmVersion *version, NsmWorkshop *now)
{
  g_autoptr (GString) versions = g_string_new ("[");

  NSM_LIST_EACH (NsmVersion, one, now->versions)
    if (one->number <= version->number)
      add_record (versions, NSM_RECORD (one));
  g_string_append_c (versions, ']');
  add_member (out, "versions", versions->str);
}

static char *
assemble (NsmJson *json, NsmVersion *version, NsmWorkshop *now, GError **error)
{
  g_autoptr (GString) out = g_string_new ("{");
  const cJSON *member;

  cJSON_ArrayForEach (member, nsm_json_get_root (json))
    if (strcmp (member->string, "rounds") != 0 && strcmp (member->string, "versions") != 0)
      {
        g_autofree char *raw = nsm_json_dup_raw (json, member);

        add_member (out, member->string, raw);
      }
  if (now != NULL)
    {
      if (!add_rounds (out, json, version, now, error))
        return NULL;
      add_versions (out, version, now);
    }
  g_string_append_c (out, '}');
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static NsmWorkshop *
read_workshop (const char *text, GError **error)
{
  g_autoptr (NsmJson) json = nsm_json_parse (text, strlen (text), error);
  g_autoptr (NsmWorkshop) workshop = NULL;

  if (json == NULL)
    return NULL;
  workshop = g_object_new (NSM_TYPE_WORKSHOP, NULL);
  if (!nsm_record_read_json (NSM_RECORD (workshop), json, nsm_json_get_root (json), NULL, error))
    return NULL;
  nsm_record_make_root (NSM_RECORD (workshop));
  if (!nsm_record_check_references (NSM_RECORD (workshop), error))
    return NULL;
  return g_steal_pointer (&workshop);
}

/* Envelopes that are still there. */
static void
restore_sealed (NsmWorkshop *opened, NsmWorkshop *now)
{
  g_autoptr (GHashTable) sealed = g_hash_table_new (g_str_hash, g_str_equal);

  NSM_LIST_EACH (NsmRound, round, now->rounds)
    NSM_LIST_EACH (NsmContribution, contribution, round->contributions)
      g_hash_table_insert (sealed, contribution->hash, contribution->sealed);
  NSM_LIST_EACH (NsmRound, round, opened->rounds)
    NSM_LIST_EACH (NsmContribution, contribution, round->contributions)
      {
        const char *envelope = g_hash_table_lookup (sealed, contribution->hash);

        if (contribution->hash[0] != '\0' && contribution->sealed[0] == '\0' && envelope != NULL)
          g_object_set (contribution, "sealed", envelope, NULL);
      }
}

/* @now: (nullable): whose rounds and versions it gets; NULL: none */
static NsmWorkshop *
open_content (NsmVersion *version, NsmWorkshop *now, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (NsmJson) json = nsm_json_parse (version->content, strlen (version->content), &problem);
  g_autofree char *text = NULL;
  NsmWorkshop *workshop = NULL;

  if (json != NULL && !cJSON_IsObject (nsm_json_get_root (json)))
    g_set_error_literal (&problem, NSM_JSON_ERROR, NSM_JSON_ERROR_TYPE, _("it isn’t a workshop"));
  if (problem == NULL)
    {
      text = assemble (json, version, now, error);
      if (text == NULL)
        return NULL;
      workshop = read_workshop (text, &problem);
    }
  if (workshop != NULL && now != NULL)
    restore_sealed (workshop, now);
  if (workshop == NULL)
    g_set_error (error, NSM_VERSION_ERROR, NSM_VERSION_ERROR_DAMAGED,
                 /* Translators: a number, and what is wrong with what was kept */
                 _("Version %.0f can’t be opened: %s"), version->number, problem->message);
  return workshop;
}

/**
 * nsm_version_open:
 * @now: the workshop that @version belongs to
 *
 * Returns: (transfer full) (nullable): the whole workshop as it was when the version became
 *   final, with a history of its own; NULL with @error set if the file was damaged
 */
NsmWorkshop *
nsm_version_open (NsmVersion *version, NsmWorkshop *now, GError **error)
{
  g_return_val_if_fail (NSM_IS_VERSION (version), NULL);
  g_return_val_if_fail (NSM_IS_WORKSHOP (now), NULL);
  return open_content (version, now, error);
}

/* Peeking */

/* What was opened lately, as it is asked for again and again: the same text is the same
 * workshop. */
#define N_KEPT 3

static struct
{
  char *content;
  NsmWorkshop *workshop;
} kept[N_KEPT];

static GMutex kept_lock;

/* Takes the place of the oldest one. */
static NsmWorkshop *
keep_opened (NsmVersion *version, GError **error)
{
  NsmWorkshop *opened = open_content (version, NULL, error);

  if (opened == NULL)
    return NULL;
  g_free (kept[N_KEPT - 1].content);
  g_clear_object (&kept[N_KEPT - 1].workshop);
  memmove (kept + 1, kept, sizeof kept - sizeof kept[0]);
  kept[0].content = g_strdup (version->content);
  kept[0].workshop = g_object_ref (opened);
  return opened;
}

/**
 * nsm_version_peek:
 *
 * As nsm_version_open(), but without rounds and versions, and quick when it is done again.
 *
 * Returns: (transfer full) (nullable): what belongs to the definition; it must not be changed
 */
NsmWorkshop *
nsm_version_peek (NsmVersion *version, GError **error)
{
  NsmWorkshop *opened = NULL;

  g_mutex_lock (&kept_lock);
  for (guint i = 0; i < N_KEPT && opened == NULL; i++)
    if (kept[i].content != NULL && strcmp (kept[i].content, version->content) == 0)
      opened = g_object_ref (kept[i].workshop);
  if (opened == NULL)
    opened = keep_opened (version, error);
  g_mutex_unlock (&kept_lock);
  return opened;
}

/* State */

/**
 * nsm_workshop_get_version_state:
 *
 * Takes well under a millisecond, so that a window may ask whenever something changed.
 *
 * Returns: how the definition stands to its latest version
 */
NsmVersionState
nsm_workshop_get_version_state (NsmWorkshop *workshop)
{
  NsmVersion *latest = nsm_workshop_get_latest_version (workshop);
  g_autoptr (NsmWorkshop) opened = NULL;

  if (latest == NULL)
    return NSM_VERSION_STATE_DRAFT;
  opened = nsm_version_peek (latest, NULL);
  return opened == NULL || nsm_versions_differ (opened, workshop) ? NSM_VERSION_STATE_CHANGED
                                                                  : NSM_VERSION_STATE_FINAL;
}

gboolean
nsm_workshop_is_final (NsmWorkshop *workshop)
{
  return nsm_workshop_get_version_state (workshop) == NSM_VERSION_STATE_FINAL;
}

/**
 * nsm_workshop_get_version_number:
 *
 * Returns: the number of the version that the definition is, or is a draft of; from 1
 */
guint
nsm_workshop_get_version_number (NsmWorkshop *workshop)
{
  NsmVersion *latest = nsm_workshop_get_latest_version (workshop);

  if (latest == NULL)
    return 1;
  return (guint) latest->number + !nsm_workshop_is_final (workshop);
}

/**
 * nsm_workshop_dup_version_label:
 *
 * Returns: (transfer full): for people, "Final, version 2", "Draft of version 3" or "Draft"
 */
char *
nsm_workshop_dup_version_label (NsmWorkshop *workshop)
{
  NsmVersionState state = nsm_workshop_get_version_state (workshop);
  guint number = nsm_workshop_get_version_number (workshop);

  if (state == NSM_VERSION_STATE_DRAFT)
    return g_strdup (_("Draft"));
  return state == NSM_VERSION_STATE_FINAL ? g_strdup_printf (_("Final, version %u"), number)
                                          : g_strdup_printf (_("Draft of version %u"), number);
}
