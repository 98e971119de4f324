/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record/json.h"

#include <glib/gi18n-lib.h>
#include <math.h>

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
