/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "model/workshop.h"
#include "record/json.h"

static NsmWorkshop *
read_workshop (const char *text, GError **error)
{
  g_autoptr (NsmJson) json = nsm_json_parse (text, strlen (text), error);
  g_autoptr (NsmWorkshop) workshop = g_object_new (NSM_TYPE_WORKSHOP, NULL);

  if (json == NULL || !nsm_record_read_json (NSM_RECORD (workshop), json, nsm_json_get_root (json), NULL, error))
    return NULL;
  nsm_record_make_root (NSM_RECORD (workshop));
  if (!nsm_record_check_references (NSM_RECORD (workshop), error))
    return NULL;
  return g_steal_pointer (&workshop);
}

static void
test_numbers (void)
{
  for (guint i = 0; i < 100000; i++)
    {
      double number = g_test_rand_double_range (-1, 1) * exp (g_test_rand_double_range (-300, 300));
      g_autofree char *text = nsm_json_format_number (number);

      g_assert_true (g_ascii_strtod (text, NULL) <= number && g_ascii_strtod (text, NULL) >= number);
    }
  g_autofree char *tenth = nsm_json_format_number (0.1);
  g_assert_cmpstr (tenth, ==, "0.1");
}

static void
test_unknown_is_kept (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NsmWorkshop) workshop =
    read_workshop ("{\"title\": \"A\", \"later\": {\"n\": 12345678901234567890, \"x\": [1.10, \"\\u00e9\"]},"
          " \"definition\": {\"formula\": \"f\", \"new\": 9007199254740993}}", &error);

  g_assert_no_error (error);
  g_autoptr (cJSON) json = nsm_record_to_json (NSM_RECORD (workshop));
  g_autofree char *text = cJSON_PrintUnformatted (json);
  g_assert_nonnull (strstr (text, "\"later\":{\"n\": 12345678901234567890, \"x\": [1.10, \"\\u00e9\"]}"));
  g_assert_nonnull (strstr (text, "\"new\":9007199254740993"));
}

static void
test_messages (void)
{
  const struct { const char *text, *message; } cases[] = {
    { "{\"metrics\": [{\"id\": \"a\"}, {\"id\": \"b\", \"window\": \"fortnight\"}]}",
      "metrics[1].window: expected one of unset, day, week, month, quarter, year; found “fortnight”" },
    { "{\"title\": 3}", "title: expected a text, found a number" },
    { "{\"date\": \"31.3.2026\"}", "date: expected a date such as 2026-03-31, found “31.3.2026”" },
    { "{\"settings\": {\"min_inputs\": 2.5}}", "settings.min_inputs: expected a whole number, found 2.5" },
    { "{\"settings\": {\"min_inputs\": 99}}", "settings.min_inputs: expected a number from 1 to 20, found 99" },
    { "{\"candidates\": [{\"id\": \"c\", \"metric\": \"gone\"}]}",
      "candidates[0].metric: nothing suitable has the id “gone”" },
    { "{\"metrics\": [{\"id\": \"a\"}, {\"id\": \"a\"}]}", "metrics[1].id: the id “a” is there twice" },
    { "{\"metrics\": [{\"id\": \"A b\"}]}", "metrics[0].id: “A b” can’t be an id" },
    { "{\"metrics\": [{}]}", "metrics[0]: the id is missing" },
    { "{\"title\": \"a\", \"title\": \"b\"}", "Line 1, column 16: “title” is there twice" },
    { "[]", "/: expected an object, found a list" },
    { "{\"title\": \"\\u0000\"}", "Line 1, column 12: a text contains the character U+0000" },
    { "{\"title\": \"a\"} x", "Line 1, column 16: there is text after the end" },
    { "{\"title\": 01}", "Line 1, column 11: this isn’t a number" },
    { "{\"title\": 1e999}", "Line 1, column 11: the number 1e999 is too large" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_workshop (cases[i].text, &error));
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

static void
test_compare (void)
{
  g_autoptr (NsmWorkshop) before = read_workshop ("{\"title\": \"A\", \"metrics\": [{\"id\": \"m\", \"name\": \"Teams\"}]}", NULL);
  g_autoptr (NsmWorkshop) after = read_workshop ("{\"title\": \"A\", \"metrics\": [{\"id\": \"n\", \"name\": \"New\"}, {\"id\": \"m\", \"name\": \"Teams\", \"window\": \"week\"}]}", NULL);
  g_autoptr (GPtrArray) found = nsm_record_compare (NSM_RECORD (before), NSM_RECORD (after));

  g_assert_cmpuint (found->len, ==, 2);
  NsmDifference *first = found->pdata[0];
  NsmDifference *second = found->pdata[1];
  g_assert_null (first->before);
  g_assert_cmpstr (first->after, ==, "New");
  g_assert_cmpstr (second->path, ==, "metrics[1].window");
  g_assert_cmpstr (second->label, ==, "Teams: Time window");
  g_assert_cmpstr (second->after, ==, "Each week");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/numbers", test_numbers);
  g_test_add_func ("/json/unknown-is-kept", test_unknown_is_kept);
  g_test_add_func ("/json/messages", test_messages);
  g_test_add_func ("/json/compare", test_compare);
  return g_test_run ();
}
