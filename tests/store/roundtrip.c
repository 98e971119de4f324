/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is saved is what was there, and saving it again gives the same bytes. */
#include <locale.h>

#include "fill.h"
#include "record/json.h"
#include "store/codec.h"

#define N_WORKSHOPS 1000

static NsmWorkshop *
read_bytes (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  NsmWorkshop *workshop = nsm_codec_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                          NULL, &error);

  g_assert_no_error (error);
  return workshop;
}

static GBytes *
write_workshop (NsmWorkshop *workshop)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = nsm_codec_write (workshop, &error);

  g_assert_no_error (error);
  return bytes;
}

static void
expect_fields (GType type, GHashTable *seen, GHashTable *visited)
{
  NsmRecordClass *klass = g_type_class_ref (type);

  if (g_hash_table_add (visited, (gpointer) g_type_name (type)))
    for (guint i = 0; i < klass->n_fields; i++)
      {
        const NsmField *field = &klass->fields[i];
        g_autofree char *name = g_strdup_printf ("%s.%s", g_type_name (type), field->name);

        if (!g_hash_table_contains (seen, name))
          g_error ("%s was never filled", name);
        if (field->kind == NSM_KIND_CHILD || field->kind == NSM_KIND_LIST)
          expect_fields (field->type (), seen, visited);
      }
  g_type_class_unref (klass);
}

static void
test_thousand (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) visited = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < N_WORKSHOPS; i++)
    {
      g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
      g_autoptr (NsmWorkshop) again = NULL;
      g_autoptr (GBytes) first = NULL;
      g_autoptr (GBytes) second = NULL;

      fill_record (NSM_RECORD (workshop), rand, seen);
      first = write_workshop (workshop);
      again = read_bytes (first);
      second = write_workshop (again);
      if (!g_bytes_equal (first, second))
        g_error ("workshop %u isn't the same after loading it", i);
      if (i < 50)
        {
          g_autoptr (GPtrArray) differences =
            nsm_record_compare (NSM_RECORD (workshop), NSM_RECORD (again));

          g_assert_cmpuint (differences->len, ==, 0);
        }
    }
  expect_fields (NSM_TYPE_WORKSHOP, seen, visited);
}

/* Members of a version to come stand behind our own, to the letter. */
static void
add_unknown (cJSON *item, GRand *rand)
{
  static const char *const values[] = {
    "12345678901234567890", "{\"n\": 9007199254740993,\n  \"x\": [1.10, \"\\u00e9\"]}", "null",
    "-0.0", "\"\\/\\ud83d\\ude00\"",
  };

  for (cJSON *child = item->child; child != NULL; child = child->next)
    if (!cJSON_IsRaw (child))
      add_unknown (child, rand);
  if (cJSON_IsObject (item) && g_rand_boolean (rand))
    cJSON_AddRawToObject (item, "to come",
                          values[g_rand_int_range (rand, 0, G_N_ELEMENTS (values))]);
}

static void
test_unknown (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
      g_autoptr (NsmWorkshop) again = NULL;
      g_autoptr (cJSON) snapshot = NULL;
      g_autoptr (GBytes) first = NULL;
      g_autoptr (GBytes) second = NULL;

      fill_record (NSM_RECORD (workshop), rand, NULL);
      snapshot = nsm_codec_snapshot (workshop);
      add_unknown (snapshot, rand);
      first = nsm_codec_print (snapshot, NULL);
      again = read_bytes (first);
      second = write_workshop (again);
      g_assert_true (g_bytes_equal (first, second));
    }
}

static void
test_heading (void)
{
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
  g_autoptr (GBytes) bytes = NULL;
  const char *text;
  gsize length;

  g_object_set (workshop, "title", "A", NULL);
  bytes = write_workshop (workshop);
  text = g_bytes_get_data (bytes, &length);
  g_assert_true (g_str_has_prefix (text, "{\n\t\"format\":\t\"north-star-workshop\",\n"
                                         "\t\"version\":\t1,\n\t\"title\":\t\"A\""));
  g_assert_cmpint (text[length - 1], ==, '\n');
  g_assert_cmpint (text[length - 2], ==, '}');
}

/* A comma as decimal point must not get into a file, nor keep one from being read. */
static void
test_locale (void)
{
  static const char *const locales[] = { "de_DE.UTF-8", "fr_FR.UTF-8", "es_ES.UTF-8" };
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
  g_autoptr (NsmWorkshop) again = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *old = g_strdup (setlocale (LC_ALL, NULL));
  gboolean set = FALSE;

  g_object_set (workshop->definition, "baseline", 1234.5, NULL);
  before = write_workshop (workshop);
  for (guint i = 0; i < G_N_ELEMENTS (locales) && !set; i++)
    set = setlocale (LC_ALL, locales[i]) != NULL;
  if (!set)
    {
      g_test_skip ("no locale with a decimal comma is installed");
      return;
    }
  bytes = write_workshop (workshop);
  again = read_bytes (bytes);
  setlocale (LC_ALL, old);
  g_assert_true (g_bytes_equal (before, bytes));
  g_assert_cmpfloat (again->definition->baseline, ==, 1234.5);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/roundtrip/thousand", test_thousand);
  g_test_add_func ("/roundtrip/unknown", test_unknown);
  g_test_add_func ("/roundtrip/heading", test_heading);
  g_test_add_func ("/roundtrip/locale", test_locale);
  return g_test_run ();
}
