/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The schema that we ship is the one that the tables of fields give. */
#include <string.h>

#include "model/workshop.h"
#include "record/json.h"
#include "store/schema.h"

static void
test_is_up_to_date (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("NSM_DATA"), "schema",
                                            "north-star-workshop.schema.json", NULL);
  g_autofree char *made = nsm_schema_dup_json ();
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &kept, NULL, &error);
  g_assert_no_error (error);
  if (!g_str_equal (made, kept))
    g_test_fail_printf ("The fields changed: nsm schema > %s", path);
}

static guint
count_references (const cJSON *schema, const cJSON *item)
{
  guint n = 0;

  for (const cJSON *child = item->child; child != NULL; child = child->next)
    {
      const char *target = cJSON_GetStringValue (child);

      if (g_strcmp0 (child->string, "$ref") == 0)
        {
          const cJSON *definitions = cJSON_GetObjectItemCaseSensitive (schema, "$defs");

          g_assert_true (g_str_has_prefix (target, "#/$defs/"));
          g_assert_true (cJSON_HasObjectItem (definitions, target + strlen ("#/$defs/")));
          n++;
        }
      n += count_references (schema, child);
    }
  return n;
}

static void
test_is_whole (void)
{
  g_autofree char *text = nsm_schema_dup_json ();
  g_autoptr (GError) error = NULL;
  g_autoptr (NsmJson) json = nsm_json_parse (text, strlen (text), &error);

  g_assert_no_error (error);
  const cJSON *schema = nsm_json_get_root (json);
  g_assert_cmpuint (count_references (schema, schema), >, 20);
  const cJSON *properties = cJSON_GetObjectItemCaseSensitive (schema, "properties");
  const cJSON *date = cJSON_GetObjectItemCaseSensitive (properties, "date");
  g_assert_cmpstr (cJSON_GetStringValue (cJSON_GetObjectItemCaseSensitive (date, "title")), ==,
                   "Date");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema/is-up-to-date", test_is_up_to_date);
  g_test_add_func ("/schema/is-whole", test_is_whole);
  return g_test_run ();
}
