/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/schema.h"

#include <math.h>

#include "model/workshop.h"
#include "record/json.h"
#include "store/codec.h"

#define DIALECT "https://json-schema.org/draft/2020-12/schema"
#define IDENTIFIER "urn:north-star-workshop:document:" G_STRINGIFY (NSM_CODEC_VERSION)
#define ID_PATTERN "[a-z0-9][a-z0-9-]{0,63}"
#define DATE_PATTERN "[0-9]{4}-[0-9]{2}-[0-9]{2}"

static void add_definition (cJSON *definitions, GType type);

/* "NsmValueMoment" is known as "ValueMoment". */
static const char *
name_type (GType type)
{
  return g_type_name (type) + strlen ("Nsm");
}

static void
add_number (cJSON *object, const char *name, double number)
{
  g_autofree char *text = nsm_json_format_number (number);

  cJSON_AddRawToObject (object, name, text);
}

static void
add_reference (cJSON *object, GType type)
{
  g_autofree char *path = g_strconcat ("#/$defs/", name_type (type), NULL);

  cJSON_AddStringToObject (object, "$ref", path);
}

static void
describe_text (cJSON *object, const NsmField *field)
{
  cJSON_AddStringToObject (object, "type", "string");
  if (field->flags & NSM_FIELD_DATE)
    cJSON_AddStringToObject (object, "pattern", "^(" DATE_PATTERN ")?$");
  else
    add_number (object, "maxLength", field->maximum);
}

static void
describe_choice (cJSON *object, GType type, guint initial)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  cJSON *nicks;

  cJSON_AddStringToObject (object, "type", "string");
  nicks = cJSON_AddArrayToObject (object, "enum");
  for (guint i = 0; i < klass->n_values; i++)
    cJSON_AddItemToArray (nicks, cJSON_CreateString (klass->values[i].value_nick));
  cJSON_AddStringToObject (object, "default", nsm_choice_get_nick (type, initial));
}

static void
describe_number (cJSON *object, const NsmField *field)
{
  cJSON_AddStringToObject (object, "type",
                           field->flags & NSM_FIELD_WHOLE ? "integer" : "number");
  if (field->minimum > -G_MAXDOUBLE)
    add_number (object, "minimum", field->minimum);
  if (field->maximum < G_MAXDOUBLE)
    add_number (object, "maximum", field->maximum);
  if (!isnan (field->initial))
    add_number (object, "default", field->initial);
}

static void
describe_field (cJSON *object, const NsmField *field, cJSON *definitions)
{
  /* The table's own words: the schema is the same in every language. */
  cJSON_AddStringToObject (object, "title", field->label);
  switch (field->kind)
    {
    case NSM_KIND_TEXT:
      describe_text (object, field);
      break;
    case NSM_KIND_FLAG:
      cJSON_AddStringToObject (object, "type", "boolean");
      cJSON_AddFalseToObject (object, "default");
      break;
    case NSM_KIND_CHOICE:
      describe_choice (object, field->type (), (guint) field->initial);
      break;
    case NSM_KIND_NUMBER:
      describe_number (object, field);
      break;
    case NSM_KIND_REFERENCE:
      {
        g_autofree char *text =
          g_strdup_printf ("The id of a %s, or empty.", name_type (field->type ()));

        cJSON_AddStringToObject (object, "description", text);
        cJSON_AddStringToObject (object, "type", "string");
        cJSON_AddStringToObject (object, "pattern", "^(" ID_PATTERN ")?$");
        break;
      }
    case NSM_KIND_CHILD:
      add_reference (object, field->type ());
      add_definition (definitions, field->type ());
      break;
    case NSM_KIND_LIST:
      cJSON_AddStringToObject (object, "type", "array");
      add_reference (cJSON_AddObjectToObject (object, "items"), field->type ());
      add_definition (definitions, field->type ());
      break;
    }
}

static void
describe_fields (cJSON *properties, NsmRecordClass *klass, cJSON *definitions)
{
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const NsmField *field = &klass->fields[i];

      describe_field (cJSON_AddObjectToObject (properties, field->name), field, definitions);
    }
}

static void
add_definition (cJSON *definitions, GType type)
{
  NsmRecordClass *klass;
  cJSON *object;
  cJSON *properties;

  if (cJSON_HasObjectItem (definitions, name_type (type)))
    return;
  klass = g_type_class_ref (type);
  object = cJSON_AddObjectToObject (definitions, name_type (type));
  cJSON_AddStringToObject (object, "title", klass->label);
  cJSON_AddStringToObject (object, "type", "object");
  properties = cJSON_AddObjectToObject (object, "properties");
  if (klass->identified)
    {
      cJSON *id = cJSON_AddObjectToObject (properties, "id");

      cJSON_AddStringToObject (id, "description", "Unique in the whole file.");
      cJSON_AddStringToObject (id, "type", "string");
      cJSON_AddStringToObject (id, "pattern", "^" ID_PATTERN "$");
    }
  describe_fields (properties, klass, definitions);
  if (klass->identified)
    cJSON_AddItemToArray (cJSON_AddArrayToObject (object, "required"), cJSON_CreateString ("id"));
  g_type_class_unref (klass);
}

static void
describe_heading (cJSON *properties, cJSON *required)
{
  cJSON *format = cJSON_AddObjectToObject (properties, "format");
  cJSON *version = cJSON_AddObjectToObject (properties, "version");

  cJSON_AddStringToObject (format, "const", NSM_CODEC_FORMAT);
  cJSON_AddRawToObject (version, "const", G_STRINGIFY (NSM_CODEC_VERSION));
  cJSON_AddItemToArray (required, cJSON_CreateString ("format"));
  cJSON_AddItemToArray (required, cJSON_CreateString ("version"));
}

/**
 * nsm_schema_dup_json:
 *
 * Makes the JSON Schema (draft 2020-12) of .nsm files from the tables of fields.
 * What it can't say, such as that references lead somewhere, the reader checks.
 *
 * Returns: (transfer full): the schema, with a newline at the end
 */
char *
nsm_schema_dup_json (void)
{
  NsmRecordClass *klass = g_type_class_ref (NSM_TYPE_WORKSHOP);
  g_autoptr (cJSON) schema = cJSON_CreateObject ();
  cJSON *definitions = cJSON_CreateObject ();
  cJSON *properties;
  cJSON_AddStringToObject (schema, "$schema", DIALECT);
  cJSON_AddStringToObject (schema, "$id", IDENTIFIER);
  cJSON_AddStringToObject (schema, "title", "North Star Workshop");
  cJSON_AddStringToObject (schema, "description",
                           "One workshop, from the value a product delivers to the definition of "
                           "its North Star Metric. UTF-8, at most 64 MiB and 64 levels deep, no "
                           "member twice. What is empty may be left out; members that aren't "
                           "listed here are kept.");
  cJSON_AddStringToObject (schema, "type", "object");
  properties = cJSON_AddObjectToObject (schema, "properties");
  describe_heading (properties, cJSON_AddArrayToObject (schema, "required"));
  describe_fields (properties, klass, definitions);
  cJSON_AddItemToObject (schema, "$defs", definitions);
  g_type_class_unref (klass);

  g_autofree char *printed = cJSON_Print (schema);
  return g_strconcat (printed, "\n", NULL);
}
