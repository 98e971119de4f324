/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the store's tests share: a folder of their own and the main loop. */
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
