/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record/json.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "record/list.h"
#include "record/private.h"

G_DEFINE_QUARK (nsm-json-error-quark, nsm_json_error)

struct _NsmJson
{
  char *text;
  cJSON *root;
  GArray *spans;
  GHashTable *positions; /* cJSON → index into spans, + 1 */
};

static void
use_glib_allocator (void)
{
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      /* A failed allocation ends the program instead of dropping members. */
      cJSON_Hooks hooks = { g_malloc, g_free };

      cJSON_InitHooks (&hooks);
      g_once_init_leave (&once, 1);
    }
}

static void
number_items (NsmJson *json, const cJSON *item, guint *n)
{
  g_hash_table_insert (json->positions, (gpointer) item, GUINT_TO_POINTER (++*n));
  for (const cJSON *child = item->child; child != NULL; child = child->next)
    number_items (json, child, n);
}

/**
 * nsm_json_parse:
 * @text: @length bytes, need not end in NUL
 *
 * Returns: (transfer full) (nullable): the value in @text, or NULL with the line
 *   and column of what is wrong
 */
NsmJson *
nsm_json_parse (const char *text, gsize length, GError **error)
{
  g_autoptr (NsmJson) json = g_new0 (NsmJson, 1);
  guint n = 0;

  use_glib_allocator ();
  if (text == NULL)
    text = "";
  json->spans = g_array_new (FALSE, FALSE, sizeof (NsmSpan));
  json->positions = g_hash_table_new (NULL, NULL);
  if (!nsm_json_scan (text, length, json->spans, error))
    return NULL;
  json->text = g_strndup (text, length);
  json->root = cJSON_ParseWithLength (json->text, length);
  if (json->root == NULL)
    {
      g_set_error_literal (error, NSM_JSON_ERROR, NSM_JSON_ERROR_SYNTAX, _("This isn’t JSON."));
      return NULL;
    }
  number_items (json, json->root, &n);
  g_assert (n == json->spans->len);
  return g_steal_pointer (&json);
}

void
nsm_json_free (NsmJson *json)
{
  if (json == NULL)
    return;
  g_clear_pointer (&json->root, cJSON_Delete);
  g_clear_pointer (&json->spans, g_array_unref);
  g_clear_pointer (&json->positions, g_hash_table_unref);
  g_free (json->text);
  g_free (json);
}

const cJSON *
nsm_json_get_root (NsmJson *json)
{
  return json->root;
}

/**
 * nsm_json_dup_raw:
 *
 * Returns: (transfer full): @item to the letter, as it stood in the text
 */
char *
nsm_json_dup_raw (NsmJson *json, const cJSON *item)
{
  guint position = GPOINTER_TO_UINT (g_hash_table_lookup (json->positions, item));

  g_return_val_if_fail (position > 0, g_strdup ("null"));

  const NsmSpan *span = &g_array_index (json->spans, NsmSpan, position - 1);
  return g_strndup (json->text + span->start, span->end - span->start);
}

/**
 * nsm_json_format_number:
 * @number: finite
 *
 * Returns: (transfer full): the shortest of 15 to 17 digits that reads back as
 *   @number, with a point whatever the locale
 */
char *
nsm_json_format_number (double number)
{
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (buffer, sizeof buffer, formats[i], number);
      if (nsm_numbers_are_same (g_ascii_strtod (buffer, NULL), number))
        break;
    }
  return g_strdup (buffer);
}

/* Writing: what is empty or not set is left out, so that files stay short and
 * their differences are about content. */

static void
write_number (cJSON *object, const NsmField *field, double number)
{
  if (isnan (number))
    return;

  g_autofree char *text = nsm_json_format_number (number);
  cJSON_AddRawToObject (object, field->name, text);
}

static void
write_list (cJSON *object, const NsmField *field, NsmList *list)
{
  cJSON *array;

  if (nsm_list_get_size (list) == 0)
    return;
  array = cJSON_AddArrayToObject (object, field->name);
  for (guint i = 0; i < nsm_list_get_size (list); i++)
    cJSON_AddItemToArray (array, nsm_record_to_json (nsm_list_get (list, i)));
}

static void
write_field (NsmRecord *record, const NsmField *field, cJSON *object)
{
  switch (field->kind)
    {
    case NSM_KIND_TEXT:
    case NSM_KIND_REFERENCE:
      if (nsm_record_get_text (record, field)[0] != '\0')
        cJSON_AddStringToObject (object, field->name, nsm_record_get_text (record, field));
      break;
    case NSM_KIND_FLAG:
      if (nsm_record_get_flag (record, field))
        cJSON_AddTrueToObject (object, field->name);
      break;
    case NSM_KIND_CHOICE:
      cJSON_AddStringToObject (object, field->name,
                               nsm_choice_get_nick (field->type (),
                                                    nsm_record_get_choice (record, field)));
      break;
    case NSM_KIND_NUMBER:
      write_number (object, field, nsm_record_get_number (record, field));
      break;
    case NSM_KIND_CHILD:
      {
        cJSON *child = nsm_record_to_json (nsm_record_get_child (record, field));

        if (child->child != NULL)
          cJSON_AddItemToObject (object, field->name, child);
        else
          cJSON_Delete (child);
        break;
      }
    case NSM_KIND_LIST:
      write_list (object, field, nsm_record_get_list (record, field));
      break;
    }
}

/**
 * nsm_record_to_json:
 *
 * Returns: (transfer full): @record and all below it: id, then the fields in the
 *   order of the table, then the members that we don't know
 */
cJSON *
nsm_record_to_json (NsmRecord *record)
{
  NsmRecordClass *klass = NSM_RECORD_GET_CLASS (record);
  cJSON *object;

  use_glib_allocator ();
  object = cJSON_CreateObject ();
  if (record->id[0] != '\0')
    cJSON_AddStringToObject (object, "id", record->id);
  for (guint i = 0; i < klass->n_fields; i++)
    write_field (record, &klass->fields[i], object);
  for (guint i = 0; record->unknown != NULL && i < record->unknown->len; i += 2)
    cJSON_AddRawToObject (object, record->unknown->pdata[i], record->unknown->pdata[i + 1]);
  return object;
}

/* Reading */

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
