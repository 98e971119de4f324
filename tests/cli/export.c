/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What nsm export may be asked for, and what it says to what it can't be. */
#include <string.h>

#include <gio/gio.h>
#include <glib/gstdio.h>

static const char *program;

typedef struct
{
  char *folder;
  char *err;
  int status;
} Shell;

/* nsm export FILE with the options in @line, which has no quotes. */
static void
export (Shell *shell, const char *line)
{
  g_autofree char *all = g_strdup_printf ("%s export w.nsm %s", program, line);
  g_auto (GStrv) words = g_strsplit (g_strstrip (all), " ", -1);
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
    G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  g_subprocess_launcher_set_cwd (launcher, shell->folder);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) words, &error);
  g_assert_no_error (error);
  g_clear_pointer (&shell->err, g_free);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &shell->err, NULL));
  g_assert_true (g_subprocess_get_if_exited (process));
  shell->status = g_subprocess_get_exit_status (process);
}

static char *
dup_path (Shell *shell, const char *name)
{
  return g_build_filename (shell->folder, name, NULL);
}

static char *
read_out (Shell *shell, const char *name)
{
  g_autofree char *path = dup_path (shell, name);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static void
set_up (Shell *shell, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *example = g_build_filename (g_getenv ("NSM_DATA"), "examples", "fitness.nsm", NULL);
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  gsize length;

  shell->folder = g_dir_make_tmp ("nsm-export-XXXXXX", NULL);
  path = dup_path (shell, "w.nsm");
  g_assert_true (g_file_get_contents (example, &text, &length, NULL));
  g_assert_true (g_file_set_contents (path, text, (gssize) length, NULL));
}

static void
tear_down (Shell *shell, gconstpointer data G_GNUC_UNUSED)
{
  GDir *dir = g_dir_open (shell->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = dup_path (shell, name);

      g_remove (path);
    }
  g_dir_close (dir);
  g_rmdir (shell->folder);
  g_free (shell->folder);
  g_free (shell->err);
}

static void
test_choices (Shell *shell, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *summary = NULL, *nameless = NULL, *answering = NULL;

  export (shell, "-o a.md --scope summary --date 2026-03-31");
  g_assert_cmpstr (shell->err, ==, "");
  g_assert_cmpint (shell->status, ==, 0);
  summary = read_out (shell, "a.md");
  g_assert_nonnull (strstr (summary, "Summary on one page · names, but not who gave which answer"));
  g_assert_nonnull (strstr (summary, "31 March 2026"));
  g_assert_null (strstr (summary, "\n## Definition"));

  export (shell, "-o b.md --names none --without-quotes");
  g_assert_cmpint (shell->status, ==, 0);
  nameless = read_out (shell, "b.md");
  g_assert_nonnull (strstr (nameless, "no names: people are called by their function · "
                                      "without quotes from customers"));
  g_assert_null (strstr (nameless, "Keiko"));

  export (shell, "-o c.md --names with-scores --scope full");
  g_assert_cmpint (shell->status, ==, 0);
  answering = read_out (shell, "c.md");
  g_assert_nonnull (strstr (answering, "Who gave which score"));
}

/* Whoever decided stands among the decision-makers, in no round or not; nobody stands there twice. */
static void
test_decision_record (Shell *shell, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *record = NULL;

  export (shell, "-o d.md --format decision-record");
  g_assert_cmpint (shell->status, ==, 0);
  record = read_out (shell, "d.md");
  g_assert_nonnull (strstr (record, "\"Keiko\", \"Samuel Okoye, head of product\"]\n"));
  g_assert_null (strstr (record, "consulted:"));
}

/* A suffix says it; --format says it where there is none. */
static void
test_format (Shell *shell, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = dup_path (shell, "no-suffix");
  g_autofree char *text = NULL;

  export (shell, "-o no-suffix");
  g_assert_cmpint (shell->status, ==, 3);
  g_assert_nonnull (strstr (shell->err, ".html"));
  g_assert_nonnull (strstr (shell->err, "--format"));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  export (shell, "-o no-suffix --format html");
  g_assert_cmpint (shell->status, ==, 0);
  text = read_out (shell, "no-suffix");
  g_assert_true (g_str_has_prefix (text, "<!DOCTYPE html>"));
  export (shell, "-o a.md --format html");
  g_assert_cmpint (shell->status, ==, 3);
  g_assert_nonnull (strstr (shell->err, "ends in .html"));
  export (shell, "-o a.htm --format html");
  g_assert_cmpint (shell->status, ==, 0);
  export (shell, "-o a.htm");
  g_assert_cmpint (shell->status, ==, 4);
}

static void
check_refused (Shell *shell, const char *line, const char *hint)
{
  g_autofree char *path = dup_path (shell, "a.md");
  g_autofree char *all = g_strdup_printf ("-o a.md %s", line);

  export (shell, all);
  g_test_message ("%s", shell->err);
  g_assert_cmpint (shell->status, ==, 3);
  g_assert_nonnull (strstr (shell->err, hint));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* What isn't understood is answered with what could have been meant. */
static void
test_refusals (Shell *shell, gconstpointer data G_GNUC_UNUSED)
{
  check_refused (shell, "--names non", "“none”");
  check_refused (shell, "--names with-score", "“with-scores”");
  check_refused (shell, "--names everybody", "names, with-scores, none");
  check_refused (shell, "--scope sumary", "“summary”");
  check_refused (shell, "--paper a5", "“a4”");
  check_refused (shell, "--format markdwn", "“markdown”");
  check_refused (shell, "--language xx-YY", "en");
  check_refused (shell, "--language xx", "one of: en");
  check_refused (shell, "--format decision-record --scope summary", "no summary");
  check_refused (shell, "--date 31.3.2026", "YYYY-MM-DD");
  check_refused (shell, "--date 2026-02-30", "YYYY-MM-DD");
}

/* A figure alone, by the suffix; what there isn't is refused with what there is. */
static void
test_figures (Shell *shell, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const names[] = { "tree", "scores", "robustness" };
  g_autofree char *nothing = dup_path (shell, "x.svg");
  g_autofree char *png = NULL;

  export (shell, "--figure list");
  g_assert_cmpint (shell->status, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *line = g_strdup_printf ("--figure %s -o %s.svg", names[i], names[i]);
      g_autofree char *file = g_strdup_printf ("%s.svg", names[i]);
      g_autofree char *svg = NULL;

      export (shell, line);
      g_assert_cmpstr (shell->err, ==, "");
      g_assert_cmpint (shell->status, ==, 0);
      svg = read_out (shell, file);
      g_assert_nonnull (strstr (svg, "<svg"));
      g_assert_nonnull (strstr (svg, "workouts"));
    }
  export (shell, "--figure heat-map -o map.png");
  g_assert_cmpint (shell->status, ==, 0);
  png = read_out (shell, "map.png");
  g_assert_true (g_str_has_prefix (png, "\211PNG"));
  export (shell, "--figure heat-map -o map.png");
  g_assert_cmpint (shell->status, ==, 4);
  export (shell, "--figure forest -o x.svg");
  g_assert_cmpint (shell->status, ==, 3);
  g_assert_nonnull (strstr (shell->err, "tree, scores, robustness"));
  export (shell, "--figure tree -o x.pdf");
  g_assert_cmpint (shell->status, ==, 3);
  export (shell, "--figure tree");
  g_assert_cmpint (shell->status, ==, 3);
  g_assert_false (g_file_test (nothing, G_FILE_TEST_EXISTS));
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Shell *shell, gconstpointer data);
  } tests[] = {
    { "/cli-export/choices", test_choices },
    { "/cli-export/decision-record", test_decision_record },
    { "/cli-export/format", test_format },
    { "/cli-export/refusals", test_refusals },
    { "/cli-export/figures", test_figures },
  };

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  program = argv[1];
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Shell, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
