/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line as a shell sees it. */
#include <string.h>

#include <sys/stat.h>
#include <sys/wait.h>

#include <cjson/cJSON.h>
#include <gio/gio.h>
#include <glib/gstdio.h>

#include "report/writers.h"

static const char *program;

typedef struct
{
  char *folder;
  char *out;
  char *err;
  int status;
} Shell;

static void
run (Shell *shell, ...)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  va_list list;

  g_ptr_array_add (words, (gpointer) program);
  va_start (list, shell);
  for (char *word = va_arg (list, char *); word != NULL; word = va_arg (list, char *))
    g_ptr_array_add (words, word);
  va_end (list);
  g_ptr_array_add (words, NULL);
  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                        G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_subprocess_launcher_set_cwd (launcher, shell->folder);
  g_subprocess_launcher_unsetenv (launcher, "DISPLAY");
  g_subprocess_launcher_unsetenv (launcher, "WAYLAND_DISPLAY");
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) words->pdata, &error);
  g_assert_no_error (error);
  g_clear_pointer (&shell->out, g_free);
  g_clear_pointer (&shell->err, g_free);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &shell->out, &shell->err, NULL));
  g_assert_true (g_subprocess_get_if_exited (process));
  shell->status = g_subprocess_get_exit_status (process);
}

static void
set_up (Shell *shell, gconstpointer data G_GNUC_UNUSED)
{
  shell->folder = g_dir_make_tmp ("nsm-cli-XXXXXX", NULL);
}

static guint
count_files (Shell *shell)
{
  g_autoptr (GDir) dir = g_dir_open (shell->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
tear_down (Shell *shell, gconstpointer data G_GNUC_UNUSED)
{
  GDir *dir = g_dir_open (shell->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (shell->folder, name, NULL);

      g_remove (path);
    }
  g_dir_close (dir);
  g_rmdir (shell->folder);
  g_free (shell->folder);
  g_free (shell->out);
  g_free (shell->err);
}

static char *
read_file (Shell *shell, const char *name)
{
  g_autofree char *path = g_build_filename (shell->folder, name, NULL);
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  return text;
}

static void
write_file (Shell *shell, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (shell->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
test_help (Shell *shell, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const commands[] = { "new", "show", "check", "export", "score", "transcript",
                                           "ballot", "schema" };

  run (shell, "--help", NULL);
  g_assert_cmpint (shell->status, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_assert_nonnull (strstr (shell->out, commands[i]));
  run (shell, "--version", NULL);
  g_assert_cmpint (shell->status, ==, 0);
  g_assert_cmpstr (shell->out, ==, "nsm " NSM_PROGRAM_VERSION "\n");
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      run (shell, commands[i], "--help", NULL);
      g_assert_cmpint (shell->status, ==, 0);
      g_assert_nonnull (strstr (shell->out, "--version"));
      g_assert_cmpstr (shell->err, ==, "");
      run (shell, commands[i], "--version", NULL);
      g_assert_cmpint (shell->status, ==, 0);
      g_assert_cmpstr (shell->out, ==, "nsm " NSM_PROGRAM_VERSION "\n");
    }
}

static void
test_usage (Shell *shell, gconstpointer data G_GNUC_UNUSED)
{
  run (shell, NULL);
  g_assert_cmpint (shell->status, ==, 3);
  run (shell, "chekc", NULL);
  g_assert_cmpint (shell->status, ==, 3);
  g_assert_nonnull (strstr (shell->err, "“check”"));
  run (shell, "tango", NULL);
  g_assert_cmpint (shell->status, ==, 3);
  run (shell, "show", NULL);
  g_assert_cmpint (shell->status, ==, 3);
  run (shell, "show", "a", "b", NULL);
  g_assert_cmpint (shell->status, ==, 3);
  run (shell, "show", "--what", "a", NULL);
  g_assert_cmpint (shell->status, ==, 3);
  run (shell, "show", "--format=yaml", "a", NULL);
  g_assert_cmpint (shell->status, ==, 3);
  g_assert_cmpstr (shell->out, ==, "");
}

static void
test_new (Shell *shell, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;

  run (shell, "new", "a.nsm", NULL);
  g_assert_cmpint (shell->status, ==, 0);
  g_assert_cmpstr (shell->out, ==, "");
  first = read_file (shell, "a.nsm");
  run (shell, "new", "--solo", "a.nsm", NULL);
  g_assert_cmpint (shell->status, ==, 4);
  second = read_file (shell, "a.nsm");
  g_assert_cmpstr (first, ==, second);
  run (shell, "new", "--solo", "--force", "a.nsm", NULL);
  g_assert_cmpint (shell->status, ==, 0);
  third = read_file (shell, "a.nsm");
  g_assert_nonnull (strstr (third, "\"solo\""));
  run (shell, "new", "--example", "fitness", "b.nsm", NULL);
  g_assert_cmpint (shell->status, ==, 0);
  run (shell, "new", "--example", "nothing", "c.nsm", NULL);
  g_assert_cmpint (shell->status, ==, 3);
  g_assert_nonnull (strstr (shell->err, "marketplace"));
  run (shell, "new", "--example", "../record", "c.nsm", NULL);
  g_assert_cmpint (shell->status, ==, 3);
  run (shell, "new", "no-such-folder/c.nsm", NULL);
  g_assert_cmpint (shell->status, ==, 4);
  g_assert_cmpuint (count_files (shell), ==, 2);
}

static void
test_unreadable (Shell *shell, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const commands[] = { "show", "check", "score", "transcript" };

  write_file (shell, "broken.nsm", "{\"format\": ");
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      run (shell, commands[i], "missing.nsm", NULL);
      g_assert_cmpint (shell->status, ==, 2);
      g_assert_nonnull (strstr (shell->err, "missing.nsm"));
      run (shell, commands[i], "broken.nsm", NULL);
      g_assert_cmpint (shell->status, ==, 2);
      g_assert_nonnull (strstr (shell->err, "broken.nsm"));
      g_assert_cmpstr (shell->out, ==, "");
    }
  run (shell, "export", "broken.nsm", "-o", "x.html", NULL);
  g_assert_cmpint (shell->status, ==, 2);
  g_assert_cmpuint (count_files (shell), ==, 1);
}

static void
test_export (Shell *shell, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *xml = NULL;
  g_autofree char *html = NULL;
  g_autofree char *markdown = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *pipe = NULL;
  g_autofree char *fresh = NULL;
  g_autoptr (GError) error = NULL;

  run (shell, "new", "--example", "project-management", "a.nsm", NULL);
  run (shell, "export", "a.nsm", "-o", "a.xml", NULL);
  g_assert_cmpint (shell->status, ==, 0);
  xml = read_file (shell, "a.xml");
  nsm_report_validate_xml (xml, strlen (xml), &error);
  g_assert_no_error (error);
  run (shell, "export", "-o", "a.html", "a.nsm", NULL);
  g_assert_cmpint (shell->status, ==, 0);
  html = read_file (shell, "a.html");
  g_assert_true (g_str_has_prefix (html, "<!DOCTYPE html>"));
  run (shell, "export", "a.nsm", "--output", "a.md", NULL);
  g_assert_cmpint (shell->status, ==, 0);
  markdown = read_file (shell, "a.md");
  g_assert_true (g_str_has_prefix (markdown, "# "));

  write_file (shell, "a.html", "mine");
  run (shell, "export", "a.nsm", "-o", "a.html", NULL);
  g_assert_cmpint (shell->status, ==, 4);
  kept = read_file (shell, "a.html");
  g_assert_cmpstr (kept, ==, "mine");
  run (shell, "export", "a.nsm", "-o", "a.html", "--force", NULL);
  g_assert_cmpint (shell->status, ==, 0);
  fresh = read_file (shell, "a.html");
  g_assert_cmpstr (fresh, ==, html);

  /* What isn't a file of data stays, whoever asks. */
  pipe = g_build_filename (shell->folder, "pipe.html", NULL);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  run (shell, "export", "a.nsm", "-o", "pipe.html", "--force", NULL);
  g_assert_cmpint (shell->status, ==, 4);
  g_assert_false (g_file_test (pipe, G_FILE_TEST_IS_REGULAR));
  g_assert_cmpint (g_unlink (pipe), ==, 0);

  run (shell, "export", "a.nsm", NULL);
  g_assert_cmpint (shell->status, ==, 3);
  run (shell, "export", "a.nsm", "-o", "a.odt", NULL);
  g_assert_cmpint (shell->status, ==, 3);
  run (shell, "export", "a.nsm", "-o", "no-such-folder/a.md", NULL);
  g_assert_cmpint (shell->status, ==, 4);
  /* The workshop and three documents; nothing half-written beside them. */
  g_assert_cmpuint (count_files (shell), ==, 4);
}

static void
test_full_disk (Shell *shell, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *command = NULL;
  int status = 0;

  if (!g_file_test ("/dev/full", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("no /dev/full");
      return;
    }
  command = g_strdup_printf ("sh -c '\"%s\" schema > /dev/full 2> /dev/null'", program);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, &status, NULL));
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 4);
}

static void
test_check (Shell *shell, gconstpointer data G_GNUC_UNUSED)
{
  const cJSON *item;
  cJSON *json;
  gboolean error_found = FALSE;

  run (shell, "new", "--example", "common-mistakes", "a.nsm", NULL);
  run (shell, "check", "--format=json", "a.nsm", NULL);
  json = cJSON_Parse (shell->out);
  g_assert_nonnull (json);
  g_assert_cmpint (cJSON_GetArraySize (cJSON_GetObjectItem (json, "findings")), >, 0);
  cJSON_ArrayForEach (item, cJSON_GetObjectItem (json, "findings"))
    {
      const char *severity = cJSON_GetStringValue (cJSON_GetObjectItem (item, "severity"));

      g_assert_nonnull (cJSON_GetStringValue (cJSON_GetObjectItem (item, "rule")));
      g_assert_nonnull (cJSON_GetStringValue (cJSON_GetObjectItem (item, "message")));
      error_found |= strcmp (severity, "error") == 0;
    }
  cJSON_Delete (json);
  g_assert_cmpint (shell->status, ==, error_found ? 1 : 0);
  run (shell, "check", "a.nsm", NULL);
  g_assert_cmpint (shell->status, ==, error_found ? 1 : 0);
  g_assert_cmpstr (shell->out, !=, "");
}

static void
test_show (Shell *shell, gconstpointer data G_GNUC_UNUSED)
{
  cJSON *json;

  run (shell, "new", "--example", "marketplace", "a.nsm", NULL);
  run (shell, "show", "a.nsm", NULL);
  g_assert_cmpint (shell->status, ==, 0);
  g_assert_cmpstr (shell->out, !=, "");
  run (shell, "show", "a.nsm", "--format", "json", NULL);
  g_assert_cmpint (shell->status, ==, 0);
  json = cJSON_Parse (shell->out);
  g_assert_nonnull (json);
  g_assert_cmpint (cJSON_GetArraySize (cJSON_GetObjectItem (json, "steps")), ==, 11);
  cJSON_Delete (json);
}

static void
test_score (Shell *shell, gconstpointer data G_GNUC_UNUSED)
{
  cJSON *json;

  run (shell, "new", "--example", "fitness", "a.nsm", NULL);
  run (shell, "score", "a.nsm", NULL);
  g_assert_cmpint (shell->status, ==, 0);
  run (shell, "score", "--format=json", "a.nsm", NULL);
  g_assert_cmpint (shell->status, ==, 0);
  json = cJSON_Parse (shell->out);
  g_assert_nonnull (json);
  g_assert_cmpint (cJSON_GetArraySize (cJSON_GetObjectItem (json, "candidates")), >, 1);
  cJSON_Delete (json);
  run (shell, "new", "empty.nsm", NULL);
  run (shell, "score", "empty.nsm", NULL);
  g_assert_cmpint (shell->status, ==, 1);
  g_assert_cmpstr (shell->out, ==, "");
}

/* The text of a member of the first round, from a file as it stands. */
static char *
dup_round_text (const char *text, const char *list, guint position, const char *member)
{
  cJSON *root = cJSON_Parse (text);
  cJSON *item = cJSON_GetArrayItem (cJSON_GetObjectItem (root, "rounds"), 0);
  char *found;

  if (list != NULL)
    item = cJSON_GetArrayItem (cJSON_GetObjectItem (item, list), (int) position);
  found = g_strdup (cJSON_GetStringValue (cJSON_GetObjectItem (item, member)));
  cJSON_Delete (root);
  g_assert_nonnull (found);
  return found;
}

/* A copy of the file in which one byte in the first round is another one. */
static void
write_changed (Shell *shell, const char *text, const char *list, const char *member)
{
  cJSON *root = cJSON_Parse (text);
  cJSON *item = cJSON_GetArrayItem (cJSON_GetObjectItem (root, "rounds"), 0);
  char *value, *printed;

  if (list != NULL)
    item = cJSON_GetArrayItem (cJSON_GetObjectItem (item, list), 1);
  value = cJSON_GetStringValue (cJSON_GetObjectItem (item, member));
  g_assert_nonnull (value);
  value += strlen (value) / 2;
  *value = *value == 'a' ? 'b' : 'a';
  printed = cJSON_Print (root);
  write_file (shell, "changed.nsm", printed);
  cJSON_free (printed);
  cJSON_Delete (root);
}

static void
test_transcript (Shell *shell, gconstpointer data G_GNUC_UNUSED)
{
  static const struct
  {
    const char *list;
    const char *member;
  } places[] = {
    { "contributions", "sealed" }, { "contributions", "hash" }, { "contributions", "receipt" },
    { "roster", "name" },          { NULL, "question" },        { NULL, "promise" },
    { NULL, "chain_words" },       { NULL, "secret_key" },
  };
  g_autofree char *text = NULL;
  g_autofree char *who = NULL;
  cJSON *json;

  run (shell, "new", "--example", "fitness", "a.nsm", NULL);
  run (shell, "transcript", "a.nsm", NULL);
  g_assert_cmpint (shell->status, ==, 0);
  g_assert_cmpstr (shell->err, ==, "");
  g_assert_true (g_str_has_suffix (shell->out, "Verified: 3 rounds.\n"));
  text = read_file (shell, "a.nsm");
  who = dup_round_text (text, "roster", 1, "name");
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      write_changed (shell, text, places[i].list, places[i].member);
      run (shell, "transcript", "changed.nsm", NULL);
      g_assert_cmpint (shell->status, ==, 1);
      /* Which round, and whose. */
      g_assert_nonnull (strstr (shell->err, "Game vote, round 1"));
      g_assert_nonnull (strstr (shell->out, "Not verified"));
      if (g_strcmp0 (places[i].member, "sealed") == 0)
        g_assert_nonnull (strstr (shell->err, who));
      run (shell, "transcript", "--format=json", "changed.nsm", NULL);
      g_assert_cmpint (shell->status, ==, 1);
      json = cJSON_Parse (shell->out);
      g_assert_true (cJSON_IsFalse (cJSON_GetObjectItem (json, "ok")));
      cJSON_Delete (json);
    }
  run (shell, "transcript", "changed.nsm", "--round", "scores", NULL);
  g_assert_cmpint (shell->status, ==, 0);
}

static void
test_transcript_options (Shell *shell, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *text = NULL;
  g_autofree char *receipt = NULL;
  cJSON *json;

  run (shell, "new", "--example", "fitness", "a.nsm", NULL);
  text = read_file (shell, "a.nsm");
  receipt = dup_round_text (text, "contributions", 2, "receipt");

  run (shell, "transcript", "--format=json", "--round=scores-2", "a.nsm", NULL);
  g_assert_cmpint (shell->status, ==, 0);
  json = cJSON_Parse (shell->out);
  g_assert_true (cJSON_IsTrue (cJSON_GetObjectItem (json, "ok")));
  g_assert_cmpint (cJSON_GetArraySize (cJSON_GetObjectItem (json, "rounds")), ==, 1);
  cJSON_Delete (json);
  run (shell, "transcript", "--round=scores-3", "a.nsm", NULL);
  g_assert_cmpint (shell->status, ==, 1);
  g_assert_nonnull (strstr (shell->err, "scores-3"));

  run (shell, "transcript", "--receipt", receipt, "a.nsm", NULL);
  g_assert_cmpint (shell->status, ==, 0);
  g_assert_nonnull (strstr (shell->out, "Game vote, round 1"));
  receipt[0] = receipt[0] == 'A' ? 'B' : 'A';
  run (shell, "transcript", "--receipt", receipt, "a.nsm", NULL);
  g_assert_cmpint (shell->status, ==, 1);
  g_assert_nonnull (strstr (shell->err, receipt));

  run (shell, "new", "empty.nsm", NULL);
  run (shell, "transcript", "empty.nsm", NULL);
  g_assert_cmpint (shell->status, ==, 1);
  g_assert_cmpstr (shell->out, ==, "");
}

static void
test_schema (Shell *shell, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *relax = nsm_report_dup_schema ();
  cJSON *json;

  run (shell, "schema", NULL);
  g_assert_cmpint (shell->status, ==, 0);
  json = cJSON_Parse (shell->out);
  g_assert_nonnull (json);
  cJSON_Delete (json);
  run (shell, "schema", "--document", NULL);
  g_assert_cmpint (shell->status, ==, 0);
  g_assert_cmpstr (shell->out, ==, relax);
}

/* The loader would need these before the first line of ours runs. */
static void
test_no_toolkit (Shell *shell, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const toolkits[] = { "libgtk-4", "libadwaita-1", "libgdk", "libX11", "libwayland" };
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (program, &contents, &length, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (toolkits); i++)
    g_assert_null (memmem (contents, length, toolkits[i], strlen (toolkits[i])));
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Shell *, gconstpointer);
  } tests[] = {
    { "/cli/help", test_help },         { "/cli/usage", test_usage },
    { "/cli/new", test_new },           { "/cli/unreadable", test_unreadable },
    { "/cli/export", test_export },     { "/cli/full-disk", test_full_disk },
    { "/cli/check", test_check },       { "/cli/show", test_show },
    { "/cli/score", test_score },       { "/cli/schema", test_schema },
    { "/cli/no-toolkit", test_no_toolkit },
    { "/cli/transcript", test_transcript },
    { "/cli/transcript-options", test_transcript_options },
  };

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  program = argv[1];
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Shell, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
