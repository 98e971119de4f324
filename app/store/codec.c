/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/codec.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "findings/findings.h"
#include "method/versions.h"
#include "record/json.h"

G_DEFINE_QUARK (nsm-store-error-quark, nsm_store_error)

static const char *const own_members[] = { "format", "version", NULL };

/**
 * nsm_codec_snapshot:
 *
 * Copies what is in @workshop now; belongs to the main thread, unlike the copy.
 *
 * Returns: (transfer full): the members of the file, in their order
 */
cJSON *
nsm_codec_snapshot (NsmWorkshop *workshop)
{
  cJSON *fields = nsm_record_to_json (NSM_RECORD (workshop));
  cJSON *file = cJSON_CreateObject ();

  cJSON_AddStringToObject (file, "format", NSM_CODEC_FORMAT);
  cJSON_AddRawToObject (file, "version", G_STRINGIFY (NSM_CODEC_VERSION));
  while (fields->child != NULL)
    {
      cJSON *member = cJSON_DetachItemViaPointer (fields, fields->child);

      cJSON_AddItemToObject (file, member->string, member);
    }
  cJSON_Delete (fields);
  return file;
}

/**
 * nsm_codec_print:
 * @snapshot: from nsm_codec_snapshot(); any thread
 *
 * Returns: (transfer full) (nullable): the bytes of a file: JSON with a line a
 *   member, whatever the locale, and a newline at the end; NULL if they would
 *   be more than the reader accepts
 */
GBytes *
nsm_codec_print (const cJSON *snapshot, GError **error)
{
  char *text = cJSON_Print (snapshot);
  gsize length = strlen (text);

  text = g_realloc (text, length + 2);
  text[length++] = '\n';
  text[length] = '\0';
  if (length > NSM_JSON_MAX_SIZE)
    {
      g_free (text);
      g_set_error (error, NSM_STORE_ERROR, NSM_STORE_ERROR_TOO_LARGE,
                   _("The workshop is larger than the %d MiB that a file may have."),
                   NSM_JSON_MAX_SIZE / (1024 * 1024));
      return NULL;
    }
  return g_bytes_new_take (text, length);
}

/**
 * nsm_codec_write:
 *
 * Returns: (transfer full) (nullable): @workshop as the bytes of a file
 */
GBytes *
nsm_codec_write (NsmWorkshop *workshop, GError **error)
{
  g_autoptr (cJSON) snapshot = nsm_codec_snapshot (workshop);

  return nsm_codec_print (snapshot, error);
}

static gboolean
fail (GError **error, const char *message)
{
  g_set_error_literal (error, NSM_STORE_ERROR, NSM_STORE_ERROR_DAMAGED, message);
  return FALSE;
}

static gboolean
check_heading (const cJSON *root, gboolean *newer, GError **error)
{
  const cJSON *format = cJSON_GetObjectItemCaseSensitive (root, "format");
  const cJSON *version = cJSON_GetObjectItemCaseSensitive (root, "version");

  if (!cJSON_IsObject (root))
    return fail (error, _("/: expected the object that a workshop is"));
  if (format == NULL)
    return fail (error, _("format: it is missing, so this isn’t a North Star Workshop file"));
  if (g_strcmp0 (cJSON_GetStringValue (format), NSM_CODEC_FORMAT) != 0)
    return fail (error, _("format: expected “north-star-workshop”, so this isn’t a North Star "
                          "Workshop file"));
  if (version == NULL)
    return fail (error, _("version: it is missing"));
  if (!cJSON_IsNumber (version) || version->valuedouble < 1 ||
      floor (version->valuedouble) < version->valuedouble)
    return fail (error, _("version: expected a whole number from 1"));
  *newer = version->valuedouble > NSM_CODEC_VERSION;
  return TRUE;
}

static gboolean
read_fields (NsmWorkshop *workshop, NsmJson *json, gboolean newer, GError **error)
{
  NsmRecord *record = NSM_RECORD (workshop);
  const cJSON *root = nsm_json_get_root (json);

  if (newer)
    return nsm_record_read_json_leniently (record, json, root, own_members, error);
  return nsm_record_read_json (record, json, root, own_members, error);
}

/* Called final before there were versions: it is one, unless it was changed since then so that
 * something is missing. */
static void
adopt_final (NsmWorkshop *workshop)
{
  g_autoptr (GPtrArray) missing = NULL;

  if (!workshop->final || nsm_list_get_size (workshop->versions) > 0)
    return;
  missing = nsm_findings_collect_missing (workshop);
  if (missing->len == 0)
    nsm_workshop_adopt_final (workshop);
}

/**
 * nsm_codec_read:
 * @data: @length bytes, need not end in NUL
 * @read_only: (out) (optional): whether the file is of a newer version, and the
 *   workshop may lack what this program doesn't understand: it must not be
 *   written over that file
 *
 * Accepts exactly what nsm_codec_write() can produce, and members it doesn't
 * know, which it keeps.
 *
 * Returns: (transfer full) (nullable): the workshop, or NULL with an
 *   %NSM_STORE_ERROR whose message starts with the place of what is wrong
 */
NsmWorkshop *
nsm_codec_read (const char *data, gsize length, gboolean *read_only, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (NsmJson) json = NULL;
  g_autoptr (NsmWorkshop) workshop = NULL;
  gboolean newer = FALSE;

  if (length > NSM_JSON_MAX_SIZE)
    {
      g_set_error (error, NSM_STORE_ERROR, NSM_STORE_ERROR_TOO_LARGE,
                   _("The file is larger than %d MiB."), NSM_JSON_MAX_SIZE / (1024 * 1024));
      return NULL;
    }
  json = nsm_json_parse (data, length, &problem);
  if (json == NULL)
    {
      fail (error, problem->message);
      return NULL;
    }
  if (!check_heading (nsm_json_get_root (json), &newer, error))
    return NULL;

  workshop = g_object_new (NSM_TYPE_WORKSHOP, NULL);
  if (!read_fields (workshop, json, newer, &problem))
    {
      fail (error, problem->message);
      return NULL;
    }
  nsm_record_make_root (NSM_RECORD (workshop));
  /* What a newer version refers to may be something we skipped. */
  if (!newer && !nsm_record_check_references (NSM_RECORD (workshop), &problem))
    {
      fail (error, problem->message);
      return NULL;
    }
  if (!newer)
    adopt_final (workshop);
  if (read_only != NULL)
    *read_only = newer;
  return g_steal_pointer (&workshop);
}
