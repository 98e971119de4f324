/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every item of the method has a place in the program, and the place exists. */
#include "findings/findings.h"
#include "method/step.h"

static const char *const ids[] = {
  "A01", "A02", "A03", "A04", "A05", "A06", "A07", "A08", "A09", "B01", "B02", "B03", "B04", "B05",
  "B06", "B07", "B08", "B09", "B10", "B11", "B12", "B13", "B14", "B15", "B16", "B17", "B18", "B19",
  "B20", "B21", "B22", "B23", "B24", "B25", "B26", "B27", "B28", "B29", "B30", "B31", "B32", "B33",
  "B34", "B35", "B36", "B37", "B38", "B39", "B40", "B41", "B42", "B43", "C01", "C02", "C03", "C04",
  "C05", "C06", "C07", "C08", "C09", "D01", "D02", "D03", "D04", "D05", "E01", "E02", "E03", "E04",
  "E05", "E06", "E07", "E08", "E09", "E10", "E11", "E12", "E13", "E14", "E15", "E16", "E17", "E18",
  NULL
};

static const char *const sections[] = { "summary", "definition", "system",   "decision", "rejected",
                                        "scores",  "stress",     "evidence", "process",  NULL };

/* All record types that a workshop is made of, by name. */
static void
register_types (GType type, GHashTable *seen)
{
  g_autoptr (GTypeClass) klass = NULL;

  if (!g_hash_table_add (seen, GSIZE_TO_POINTER (type)))
    return;
  klass = g_type_class_ref (type);
  for (guint i = 0; i < NSM_RECORD_CLASS (klass)->n_fields; i++)
    {
      const NsmField *field = &NSM_RECORD_CLASS (klass)->fields[i];

      if (field->kind == NSM_KIND_CHILD || field->kind == NSM_KIND_LIST)
        register_types (field->type (), seen);
    }
}

static gboolean
field_exists (const char *pointer)
{
  g_auto (GStrv) parts = g_strsplit (pointer, ".", 2);
  GType type = g_type_from_name (parts[0]);
  g_autoptr (GTypeClass) klass = NULL;

  if (type == 0 || !g_type_is_a (type, NSM_TYPE_RECORD) || parts[1] == NULL)
    return FALSE;
  klass = g_type_class_ref (type);
  return nsm_record_class_find_field (NSM_RECORD_CLASS (klass), parts[1]) != NULL;
}

static gboolean
place_exists (const char *kind, const char *pointer)
{
  if (strcmp (kind, "field") == 0)
    return field_exists (pointer);
  if (strcmp (kind, "rule") == 0)
    return nsm_rules_find (pointer) != NULL;
  if (strcmp (kind, "guidance") == 0)
    return nsm_guidance_find (pointer) != NULL && nsm_guidance_find (pointer)[0] != '\0';
  if (strcmp (kind, "report") == 0)
    return g_strv_contains (sections, pointer);
  return FALSE;
}

static void
test_items (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("NSM_DATA"), "method", "items.tsv", NULL);
  g_autoptr (GHashTable) types = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  gboolean sound = TRUE;

  register_types (NSM_TYPE_WORKSHOP, types);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

      if (lines[i][0] == '\0' || lines[i][0] == '#')
        continue;
      if (g_strv_length (cells) != 3 || !g_strv_contains (ids, cells[0]) ||
          !place_exists (cells[1], cells[2]))
        {
          g_test_message ("items.tsv, line %u: there is no “%s”", i + 1, lines[i]);
          sound = FALSE;
          continue;
        }
      g_hash_table_add (seen, g_strdup (cells[0]));
    }
  for (guint i = 0; ids[i] != NULL; i++)
    if (!g_hash_table_contains (seen, ids[i]))
      {
        g_test_message ("items.tsv: %s has no place", ids[i]);
        sound = FALSE;
      }
  g_assert_true (sound);
}

static void
test_nothing_else_passes (void)
{
  g_assert_false (place_exists ("field", "NsmMetric.colour"));
  g_assert_false (place_exists ("field", "GObject.name"));
  g_assert_false (place_exists ("rule", "candidate-ugly"));
  g_assert_false (place_exists ("guidance", "value.nonsense"));
  g_assert_false (place_exists ("report", "appendix"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/method/items", test_items);
  g_test_add_func ("/method/items/nothing-else-passes", test_nothing_else_passes);
  return g_test_run ();
}
