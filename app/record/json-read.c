/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From JSON to records. */
#include "record/json.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "record/list.h"
#include "record/private.h"

typedef struct
{
  NsmJson *json;
  GHashTable *ids;
  GError **error;
  gboolean lenient; /* leave out what can't be read */
} Reader;

static gboolean read_record (Reader *reader, NsmRecord *record, const cJSON *object,
                             const char *path, const char *const *ignored);

static const char *
name_type (const cJSON *item)
{
  if (cJSON_IsObject (item))
    return _("an object");
  if (cJSON_IsArray (item))
    return _("a list");
  if (cJSON_IsString (item))
    return _("a text");
  if (cJSON_IsNumber (item))
    return _("a number");
  return cJSON_IsNull (item) ? _("null") : _("true or false");
}

static gboolean
fail_type (Reader *reader, const char *path, const char *expected, const cJSON *item)
{
  g_set_error (reader->error, NSM_JSON_ERROR, NSM_JSON_ERROR_TYPE,
               /* Translators: a place in a file, what should be there, what is */
               _("%s: expected %s, found %s"), path, expected, name_type (item));
  return FALSE;
}

static void
take_value (NsmRecord *record, const NsmField *field, GValue *value)
{
  nsm_record_set_value (record, field, value);
  g_value_unset (value);
}

static void
take_text (NsmRecord *record, const NsmField *field, const char *text)
{
  GValue value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, text);
  take_value (record, field, &value);
}

static void
take_flag (NsmRecord *record, const NsmField *field, gboolean flag)
{
  GValue value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_BOOLEAN);
  g_value_set_boolean (&value, flag);
  take_value (record, field, &value);
}

static void
take_choice (NsmRecord *record, const NsmField *field, guint choice)
{
  GValue value = G_VALUE_INIT;

  g_value_init (&value, field->type ());
  g_value_set_enum (&value, (int) choice);
  take_value (record, field, &value);
}

static void
take_number (NsmRecord *record, const NsmField *field, double number)
{
  GValue value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_DOUBLE);
  g_value_set_double (&value, number);
  take_value (record, field, &value);
}

static gboolean
read_text (Reader *reader, NsmRecord *record, const NsmField *field, const cJSON *item, const char *path)
{
  const char *text = cJSON_GetStringValue (item);

  if (text == NULL)
    return fail_type (reader, path, _("a text"), item);
  if (g_utf8_strlen (text, -1) > (glong) field->maximum)
    {
      g_set_error (reader->error, NSM_JSON_ERROR, NSM_JSON_ERROR_RANGE,
                   _("%s: a text of at most %d characters is expected, this one has %ld"), path,
                   (int) field->maximum, g_utf8_strlen (text, -1));
      return FALSE;
    }
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (nsm_char_is_refused (g_utf8_get_char (p)) || *p == '\r')
      {
        g_set_error (reader->error, NSM_JSON_ERROR, NSM_JSON_ERROR_RANGE,
                     _("%s: the text contains the control character U+%04X"), path,
                     g_utf8_get_char (p));
        return FALSE;
      }
  if ((field->flags & NSM_FIELD_DATE) && text[0] != '\0' && !nsm_date_is_valid (text))
    {
      g_set_error (reader->error, NSM_JSON_ERROR, NSM_JSON_ERROR_RANGE,
                   _("%s: expected a date such as 2026-03-31, found “%.40s”"), path, text);
      return FALSE;
    }
  if (field->kind == NSM_KIND_REFERENCE && text[0] != '\0' && !nsm_id_is_valid (text))
    {
      g_set_error (reader->error, NSM_JSON_ERROR, NSM_JSON_ERROR_ID,
                   _("%s: “%.70s” can’t be an id"), path, text);
      return FALSE;
    }
  take_text (record, field, text);
  return TRUE;
}

static gboolean
read_choice (Reader *reader, NsmRecord *record, const NsmField *field, const cJSON *item, const char *path)
{
  const char *nick = cJSON_GetStringValue (item);
  guint value;

  if (nick == NULL)
    return fail_type (reader, path, _("a text"), item);
  if (!nsm_choice_from_nick (field->type (), nick, &value))
    {
      g_autoptr (GEnumClass) klass = g_type_class_ref (field->type ());
      g_autoptr (GString) offered = g_string_new (NULL);

      for (guint i = 0; i < klass->n_values; i++)
        g_string_append_printf (offered, "%s%s", i > 0 ? ", " : "", klass->values[i].value_nick);
      g_set_error (reader->error, NSM_JSON_ERROR, NSM_JSON_ERROR_CHOICE,
                   _("%s: expected one of %s; found “%.60s”"), path, offered->str, nick);
      return FALSE;
    }
  take_choice (record, field, value);
  return TRUE;
}

static gboolean
read_number (Reader *reader, NsmRecord *record, const NsmField *field, const cJSON *item, const char *path)
{
  if (!cJSON_IsNumber (item))
    return fail_type (reader, path, _("a number"), item);
  if (item->valuedouble < field->minimum || item->valuedouble > field->maximum)
    {
      g_autofree char *found = nsm_json_format_number (item->valuedouble);

      g_set_error (reader->error, NSM_JSON_ERROR, NSM_JSON_ERROR_RANGE,
                   _("%s: expected a number from %g to %g, found %s"), path, field->minimum,
                   field->maximum, found);
      return FALSE;
    }
  if ((field->flags & NSM_FIELD_WHOLE) &&
      !nsm_numbers_are_same (round (item->valuedouble), item->valuedouble))
    {
      g_set_error (reader->error, NSM_JSON_ERROR, NSM_JSON_ERROR_RANGE,
                   _("%s: expected a whole number, found %g"), path, item->valuedouble);
      return FALSE;
    }
  take_number (record, field, item->valuedouble);
  return TRUE;
}

static gboolean
read_list (Reader *reader, NsmRecord *record, const NsmField *field, const cJSON *item, const char *path)
{
  NsmList *list = nsm_record_get_list (record, field);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = 0;

  if (!cJSON_IsArray (item))
    return fail_type (reader, path, _("a list"), item);
  for (const cJSON *child = item->child; child != NULL; child = child->next)
    {
      g_autofree char *below = g_strdup_printf ("%s[%u]", path, n++);
      NsmRecord *one = g_object_new (field->type (), NULL);

      g_ptr_array_add (items, one);
      if (read_record (reader, one, child, below, NULL))
        continue;
      if (!reader->lenient)
        return FALSE;
      g_clear_error (reader->error);
      g_ptr_array_set_size (items, (int) items->len - 1);
    }
  nsm_list_splice (list, 0, nsm_list_get_size (list), (NsmRecord **) items->pdata, items->len);
  return TRUE;
}

static gboolean
read_field (Reader *reader, NsmRecord *record, const NsmField *field, const cJSON *item, const char *path)
{
  switch (field->kind)
    {
    case NSM_KIND_TEXT:
    case NSM_KIND_REFERENCE:
      return read_text (reader, record, field, item, path);
    case NSM_KIND_FLAG:
      if (!cJSON_IsBool (item))
        return fail_type (reader, path, _("true or false"), item);
      take_flag (record, field, cJSON_IsTrue (item));
      return TRUE;
    case NSM_KIND_CHOICE:
      return read_choice (reader, record, field, item, path);
    case NSM_KIND_NUMBER:
      return read_number (reader, record, field, item, path);
    case NSM_KIND_CHILD:
      return read_record (reader, nsm_record_get_child (record, field), item, path, NULL);
    case NSM_KIND_LIST:
    default:
      return read_list (reader, record, field, item, path);
    }
}

static gboolean
read_id (Reader *reader, NsmRecord *record, const cJSON *item, const char *path)
{
  const char *id = cJSON_GetStringValue (item);

  if (id == NULL)
    return fail_type (reader, path, _("a text"), item);
  if (!nsm_id_is_valid (id))
    {
      g_set_error (reader->error, NSM_JSON_ERROR, NSM_JSON_ERROR_ID,
                   _("%s: “%.70s” can’t be an id"), path, id);
      return FALSE;
    }
  if (!g_hash_table_add (reader->ids, g_strdup (id)))
    {
      g_set_error (reader->error, NSM_JSON_ERROR, NSM_JSON_ERROR_ID,
                   _("%s: the id “%s” is there twice"), path, id);
      return FALSE;
    }
  g_free (record->id);
  record->id = g_strdup (id);
  return TRUE;
}

static void
keep_unknown (Reader *reader, NsmRecord *record, const cJSON *item)
{
  if (record->unknown == NULL)
    record->unknown = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (record->unknown, g_strdup (item->string));
  g_ptr_array_add (record->unknown, nsm_json_dup_raw (reader->json, item));
}

static gboolean
read_record (Reader *reader, NsmRecord *record, const cJSON *object, const char *path,
             const char *const *ignored)
{
  gboolean identified = NSM_RECORD_GET_CLASS (record)->identified;
  const char *dot = path[0] == '\0' ? "" : ".";

  if (!cJSON_IsObject (object))
    return fail_type (reader, path[0] == '\0' ? "/" : path, _("an object"), object);
  for (const cJSON *item = object->child; item != NULL; item = item->next)
    {
      const NsmField *field = nsm_record_find_field (record, item->string);
      g_autofree char *below = g_strdup_printf ("%s%s%s", path, dot, item->string);

      if (ignored != NULL && g_strv_contains (ignored, item->string))
        continue;
      if (identified && strcmp (item->string, "id") == 0)
        {
          if (!read_id (reader, record, item, below))
            return FALSE;
        }
      else if (field == NULL)
        keep_unknown (reader, record, item);
      else if (!read_field (reader, record, field, item, below))
        {
          if (!reader->lenient)
            return FALSE;
          g_clear_error (reader->error);
        }
    }
  if (identified && record->id[0] == '\0')
    {
      g_set_error (reader->error, NSM_JSON_ERROR, NSM_JSON_ERROR_ID, _("%s: the id is missing"), path);
      return FALSE;
    }
  return TRUE;
}

/**
 * nsm_record_read_json:
 * @record: a fresh record, not yet a root
 * @ignored: (nullable): members of @object that belong to somebody else
 *
 * Reads @object into @record. Accepts exactly what setters can produce; each
 * message starts with the place, as "candidates[2].window".
 */
gboolean
nsm_record_read_json (NsmRecord *record, NsmJson *json, const cJSON *object,
                      const char *const *ignored, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reader reader = { json, ids, error, FALSE };

  return read_record (&reader, record, object, "", ignored);
}

/**
 * nsm_record_read_json_leniently:
 *
 * As nsm_record_read_json(), but leaves out what can't be read, for looking at
 * what a newer version wrote. Fails only if @object isn't an object.
 */
gboolean
nsm_record_read_json_leniently (NsmRecord *record, NsmJson *json, const cJSON *object,
                                const char *const *ignored, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) problem = NULL;
  Reader reader = { json, ids, &problem, TRUE };

  if (read_record (&reader, record, object, "", ignored))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

typedef struct
{
  NsmRecord *root;
  GError *error;
} References;

static void
check_one (NsmRecord *record, gpointer data)
{
  References *references = data;
  NsmRecordClass *klass = NSM_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields && references->error == NULL; i++)
    {
      const NsmField *field = &klass->fields[i];

      if (field->kind != NSM_KIND_REFERENCE || nsm_record_get_text (record, field)[0] == '\0' ||
          nsm_record_get_target (record, field) != NULL)
        continue;

      g_autofree char *path = nsm_record_get_path (record);
      references->error = g_error_new (NSM_JSON_ERROR, NSM_JSON_ERROR_REFERENCE,
                                       _("%s%s%s: nothing suitable has the id “%s”"), path,
                                       path[0] == '\0' ? "" : ".", field->name,
                                       nsm_record_get_text (record, field));
    }
}

/**
 * nsm_record_check_references:
 * @root: a root that was just read
 *
 * Returns: whether every reference leads to a record of the right class
 */
gboolean
nsm_record_check_references (NsmRecord *root, GError **error)
{
  References references = { root, NULL };

  nsm_record_walk (root, check_one, &references);
  if (references.error == NULL)
    return TRUE;
  g_propagate_error (error, references.error);
  return FALSE;
}
