/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the store's tests share: a folder of their own and the main loop.
 * G_TEST_OPTION_ISOLATE_DIRS would do, but leaks, and that hides our own leaks. */
#pragma once

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#define WAIT_AT_MOST (20 * G_TIME_SPAN_SECOND)

/* Runs the main loop until @condition holds. */
#define wait_until(condition)                                                          \
  G_STMT_START                                                                         \
  {                                                                                    \
    gint64 end_ = g_get_monotonic_time () + WAIT_AT_MOST;                              \
    guint tick_ = g_timeout_add (10, keep_going, NULL);                                \
    while (!(condition) && g_get_monotonic_time () < end_)                             \
      g_main_context_iteration (NULL, TRUE);                                           \
    g_source_remove (tick_);                                                           \
    g_assert_true (condition);                                                         \
  }                                                                                    \
  G_STMT_END

static inline gboolean
keep_going (gpointer data G_GNUC_UNUSED)
{
  return G_SOURCE_CONTINUE;
}

static inline void
run_for (guint ms)
{
  gint64 end = g_get_monotonic_time () + ms * G_TIME_SPAN_MILLISECOND;
  guint tick = g_timeout_add (10, keep_going, NULL);

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (tick);
}

static inline void
remove_below (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);

  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;)
    {
      g_autofree char *below = g_build_filename (path, name, NULL);

      if (g_file_test (below, G_FILE_TEST_IS_DIR) && !g_file_test (below, G_FILE_TEST_IS_SYMLINK))
        remove_below (below);
      g_remove (below);
    }
}

typedef struct
{
  void (*run) (gconstpointer data);
  gconstpointer data;
} IsolatedTest;

static inline void
run_isolated (gconstpointer data)
{
  const IsolatedTest *test = data;

  test->run (test->data);
  remove_below (g_get_user_data_dir ());
  remove_below (g_get_user_state_dir ());
}

/* As g_test_add_data_func(), with folders that are empty at the start. */
static inline void
add_test (const char *path, void (*run) (gconstpointer data), gconstpointer data)
{
  IsolatedTest *test = g_new (IsolatedTest, 1);

  test->run = run;
  test->data = data;
  g_test_add_data_func_full (path, test, run_isolated, g_free);
}

/* Instead of g_test_init() and g_test_run(). */
static inline char *
begin_isolated (int *argc, char ***argv)
{
  char *root = g_dir_make_tmp ("nsm-test-XXXXXX", NULL);
  g_autofree char *data = g_build_filename (root, "data", NULL);
  g_autofree char *state = g_build_filename (root, "state", NULL);

  g_assert_nonnull (root);
  g_setenv ("XDG_DATA_HOME", data, TRUE);
  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_mkdir (data, 0700);
  g_mkdir (state, 0700);
  g_test_init (argc, argv, NULL);
  return root;
}

static inline int
end_isolated (char *root)
{
  int result = g_test_run ();

  remove_below (root);
  g_rmdir (root);
  g_free (root);
  return result;
}

/* A path in this test's own temporary folders. */
static inline char *
dup_path (const char *name)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "files", NULL);

  g_mkdir_with_parents (folder, 0700);
  return g_build_filename (folder, name, NULL);
}

static inline void
put_text (const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static inline char *
get_text (const char *path)
{
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  return text;
}

static inline gboolean
has_text (const char *path, const char *part)
{
  g_autofree char *text = get_text (path);

  return text != NULL && strstr (text, part) != NULL;
}
