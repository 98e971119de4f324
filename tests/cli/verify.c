/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Versions and documents as a shell sees them: export of a version, and whether a document came
 * from a workshop. */
#include <string.h>

#include <cjson/cJSON.h>
#include <gio/gio.h>
#include <glib/gstdio.h>

#include "method/versions.h"
#include "record/json.h"
#include "store/codec.h"
#include "store/workshop-file.h"

static const char *program;
static char *folder;
static char *out;
static char *err;

static int
run (const char *first, ...)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GSubprocessLauncher) launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  va_list list;

  g_ptr_array_add (words, (gpointer) program);
  va_start (list, first);
  for (const char *word = first; word != NULL; word = va_arg (list, char *))
    g_ptr_array_add (words, (gpointer) word);
  va_end (list);
  g_ptr_array_add (words, NULL);
  g_subprocess_launcher_set_cwd (launcher, folder);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) words->pdata, &error);
  g_assert_no_error (error);
  g_clear_pointer (&out, g_free);
  g_clear_pointer (&err, g_free);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &out, &err, NULL));
  g_assert_true (g_subprocess_get_if_exited (process));
  return g_subprocess_get_exit_status (process);
}

#define assert_says(status, text, ...)                \
  G_STMT_START                                        \
  {                                                   \
    int _status = run (__VA_ARGS__, NULL);            \
    if (strstr (out, text) == NULL && strstr (err, text) == NULL) \
      g_error ("“%s” isn’t in “%s%s”", text, out, err); \
    g_assert_cmpint (_status, ==, status);            \
  }                                                   \
  G_STMT_END

static char *
read_file (const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static void
write_file (const char *name, const char *text, gssize length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, length, NULL));
}

static NsmWorkshop *
read_example (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("NSM_DATA"), "examples", name, NULL);
  gboolean newer;
  NsmWorkshop *workshop = nsm_workshop_load (path, &newer, NULL);

  g_assert_nonnull (workshop);
  return workshop;
}

static void
store (NsmWorkshop *workshop, const char *name)
{
  g_autoptr (GBytes) bytes = nsm_codec_write (workshop, NULL);

  write_file (name, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
}

static void
replace (const char *from, const char *to, const char *what, const char *with)
{
  g_autofree char *text = read_file (from);
  g_autoptr (GString) changed = g_string_new (text);

  g_assert_cmpuint (g_string_replace (changed, what, with, 1), ==, 1);
  write_file (to, changed->str, -1);
}

/* a.nsm: version 1, then version 2 of another formula, then a draft. */
static void
make_workshops (void)
{
  g_autoptr (NsmWorkshop) workshop = read_example ("fitness.nsm");
  g_autoptr (NsmWorkshop) other = read_example ("marketplace.nsm");

  store (other, "other.nsm");
  store (workshop, "first.nsm");
  g_object_set (workshop->definition, "formula", "The number of other users", NULL);
  g_object_set (workshop, "change-why", "Guests were counted", NULL);
  g_assert_nonnull (nsm_workshop_freeze (workshop));
  store (workshop, "second.nsm");
  g_object_set (workshop->definition, "owner", "Somebody else", NULL);
  store (workshop, "draft.nsm");
}

static void
test_show (void)
{
  g_autoptr (cJSON) json = NULL;
  const cJSON *versions;

  assert_says (0, "Draft of version 3", "show", "draft.nsm");
  g_assert_nonnull (strstr (out, "Guests were counted"));
  assert_says (0, "Final, version 2", "show", "second.nsm");
  g_assert_cmpint (run ("show", "--format=json", "draft.nsm", NULL), ==, 0);
  json = cJSON_Parse (out);
  versions = cJSON_GetObjectItem (json, "versions");
  g_assert_cmpint (cJSON_GetArraySize (versions), ==, 2);
  g_assert_cmpstr (cJSON_GetStringValue (cJSON_GetObjectItem (cJSON_GetArrayItem (versions, 1),
                                                              "why")), ==, "Guests were counted");
  g_assert_cmpint (cJSON_GetObjectItem (json, "version")->valueint, ==, 3);
}

/* The old version is what was written when it was the latest. */
static void
test_export_version (void)
{
  g_autofree char *then = NULL;
  g_autofree char *now = NULL;

  g_assert_cmpint (run ("export", "first.nsm", "-o", "then.md", "--date", "2026-05-04", NULL), ==, 0);
  g_assert_cmpint (run ("export", "draft.nsm", "--version", "1", "-o", "now.md", "--date",
                        "2026-05-04", NULL), ==, 0);
  then = read_file ("then.md");
  now = read_file ("now.md");
  g_assert_cmpstr (then, ==, now);
  g_clear_pointer (&now, g_free);
  g_assert_cmpint (run ("export", "draft.nsm", "-o", "draft.md", NULL), ==, 0);
  now = read_file ("draft.md");
  g_assert_nonnull (strstr (now, "## What changed"));
  g_assert_nonnull (strstr (now, "Somebody else"));
  assert_says (1, "There is no version 7", "export", "draft.nsm", "--version", "7", "-o", "x.md");
  assert_says (3, "", "export", "draft.nsm", "--version", "one", "-o", "x.md");
}

static void
test_belongs (gconstpointer suffix)
{
  static const char *const options[][2] = {
    { "--scope", "full" }, { "--scope", "summary" }, { "--names", "with-scores" },
    { "--names", "none" }, { "--language", "de" },   { "--date", "2025-01-02" },
    { "--version", "1" },  { "--version", "2" },     { "--paper", "letter" },
  };
  g_autofree char *name = g_strdup_printf ("document%s", (const char *) suffix);

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      g_assert_cmpint (run ("export", "draft.nsm", "--force", "-o", name, options[i][0],
                            options[i][1], NULL), ==, 0);
      assert_says (0, "nothing in it was changed", "verify", name, "draft.nsm");
    }
  assert_says (0, "\"verdict\":\t\"same\"", "verify", "--format=json", name, "draft.nsm");
}

static void
test_differs (gconstpointer suffix)
{
  g_autofree char *name = g_strdup_printf ("one%s", (const char *) suffix);
  g_autofree char *changed = g_strdup_printf ("changed%s", (const char *) suffix);

  g_assert_cmpint (run ("export", "second.nsm", "--force", "-o", name, NULL), ==, 0);
  replace (name, changed, "At least 15 minutes", "At least 5 minutes");
  assert_says (1, "The first difference is in “Terms”.", "verify", changed, "second.nsm");
  assert_says (1, "\"section\":\t\"Terms\"", "verify", "--format=json", changed, "second.nsm");
  replace (name, changed, "0.1.0", "0.0.9");
  assert_says (1, "It was written by version 0.0.9", "verify", changed, "second.nsm");
  /* Words are the same, what isn't read as such isn't. */
  replace (name, changed, "<section ", "<section  ");
  assert_says (1, "something else in the file was changed", "verify", changed, "second.nsm");

  /* Other states, and other workshops. */
  assert_says (0, "It is of version 2", "verify", name, "draft.nsm");
  assert_says (1, "of a newer state", "verify", name, "first.nsm");
  assert_says (1, "another workshop", "verify", name, "other.nsm");
  assert_says (0, "", "export", "draft.nsm", "--force", "-o", name);
  assert_says (1, "of a newer state", "verify", name, "second.nsm");
  assert_says (2, "", "verify", name, "nothing.nsm");
  assert_says (2, "", "verify", "nothing.html", "draft.nsm");
  assert_says (3, "", "verify", name);
}

/* A version whose content was changed by hand isn't what its fingerprint says. */
static void
test_forged (void)
{
  g_assert_cmpint (run ("export", "draft.nsm", "--version", "1", "-o", "forged.html", NULL), ==, 0);
  replace ("draft.nsm", "forged.nsm", "At least 15 minutes of playing", "At least 5 minutes of playing");
  replace ("forged.nsm", "forged.nsm", "At least 15 minutes of playing", "At least 5 minutes of playing");
  g_assert_cmpint (run ("verify", "forged.html", "forged.nsm", NULL), ==, 1);
}

static void
test_hostile (void)
{
  static const char *const texts[] = {
    "", "x", "<", "<?xml version=\"1.0\"?>", "<html></html>", "<!doctype html><p>Hello",
    "<?xml version=\"1.0\"?><report/>", "{\"format\":\"north-star-workshop\"}",
    "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">"
    "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;\">]><r>&d;&d;&d;</r>",
    "<?xml version=\"1.0\"?><!DOCTYPE r SYSTEM \"file:///etc/passwd\"><r/>",
    "<html><head><meta name=\"north-star:fingerprint\" content=\"zz\"></head></html>",
  };
  static const char *const starts[] = { "<!doctype html><html", "<?xml version=\"1.0\"?><report" };
  g_autoptr (GString) deep = g_string_new ("<html>");

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      write_file ("hostile.xml", texts[i], -1);
      assert_says (2, "can’t be checked", "verify", "hostile.xml", "draft.nsm");
    }
  for (guint i = 0; i < 100000; i++)
    g_string_append (deep, "<div>");
  write_file ("hostile.xml", deep->str, -1);
  assert_says (2, "can’t be checked", "verify", "hostile.xml", "draft.nsm");
  /* A parser would take minutes for these. */
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      g_string_assign (deep, starts[i]);
      for (guint k = 0; k < 300000; k++)
        g_string_append_printf (deep, " a%u=\"x\"", k);
      g_string_append (deep, "/>");
      write_file ("hostile.xml", deep->str, -1);
      assert_says (2, "can’t be checked", "verify", "hostile.xml", "draft.nsm");
    }
  write_file ("hostile.xml", "\0\0\0\0\xff\xfe\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 20);
  assert_says (2, "can’t be checked", "verify", "hostile.xml", "draft.nsm");
  assert_says (2, "", "verify", "/dev/zero", "draft.nsm");
}

/* The layout of MADR, and facts on top that no name can break out of. */
static void
test_decision_record (void)
{
  static const char *const headings[] = {
    "---\nstatus: \"proposed\"\ndate: \"2026-05-04\"\ndecision-makers: [\"a\\\"]: {\\\\\", ",
    "\n---\n\n# ", "\n## Context and Problem Statement\n", "\n## Decision Drivers\n",
    "\n## Considered Options\n", "\n## Decision Outcome\n\nChosen option: “",
    "\n### Consequences\n", "\n- Good, because", "\n- Bad, because", "\n### Confirmation\n",
    "\n## Pros and Cons of the Options\n", "\n### ", "\n## More Information\n",
  };
  g_autoptr (NsmWorkshop) workshop = read_example ("fitness.nsm");
  NsmParticipant *person = nsm_list_get (workshop->participants, 0);
  g_autofree char *text = NULL;
  const char *at;

  g_object_set (person, "name", "a\"]: {\\", NULL);
  g_object_set (workshop->definition, "owner", "Another", NULL);
  store (workshop, "names.nsm");
  assert_says (0, "", "export", "names.nsm", "--format", "decision-record", "--date", "2026-05-04",
               "-o", "record.md");
  text = read_file ("record.md");
  at = text;
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      const char *found = strstr (at, headings[i]);

      if (found == NULL)
        g_error ("“%s” isn’t there, or not in its place", headings[i]);
      at = found + 1;
    }
  g_clear_pointer (&text, g_free);
  assert_says (0, "", "export", "names.nsm", "--format", "decision-record", "--names", "none",
               "--force", "-o", "record.md");
  text = read_file ("record.md");
  g_assert_null (strstr (text, "Tomasz"));
  g_clear_pointer (&text, g_free);
  /* Final: of the day of its version. */
  assert_says (0, "", "export", "first.nsm", "--format", "decision-record", "--force", "-o",
               "record.md");
  text = read_file ("record.md");
  g_assert_true (g_str_has_prefix (text, "---\nstatus: \"accepted\"\ndate: \"2026-03-03\"\n"));
}

static void
clean_up (void)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_dir_close (dir);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  program = argv[1];
  folder = g_dir_make_tmp ("nsm-verify-XXXXXX", NULL);
  make_workshops ();
  g_test_add_func ("/verify/show", test_show);
  g_test_add_func ("/verify/export-version", test_export_version);
  g_test_add_data_func ("/verify/belongs/html", ".html", test_belongs);
  g_test_add_data_func ("/verify/belongs/xml", ".xml", test_belongs);
  g_test_add_data_func ("/verify/differs/html", ".html", test_differs);
  g_test_add_data_func ("/verify/differs/xml", ".xml", test_differs);
  g_test_add_func ("/verify/forged", test_forged);
  g_test_add_func ("/verify/hostile", test_hostile);
  g_test_add_func ("/verify/decision-record", test_decision_record);
  status = g_test_run ();
  clean_up ();
  g_free (folder);
  g_free (out);
  g_free (err);
  return status;
}
