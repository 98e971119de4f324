/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "example.h"
#include "support.h"

#include <string.h>

#include "document/copy.h"

/* What is in the clipboard afterwards, as another program reads it. */

typedef struct
{
  GOutputStream *text;
  const char *type;
  gboolean done;
} Reading;

static void
on_spliced (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, &error);
  g_assert_no_error (error);
  ((Reading *) data)->done = TRUE;
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  Reading *reading = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream =
    gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, &reading->type, &error);

  g_assert_no_error (error);
  /* The one who writes is the same process. */
  g_output_stream_splice_async (reading->text, stream,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE |
                                  G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, on_spliced, reading);
}

static char *
read_clipboard (GdkClipboard *clipboard, const char *type)
{
  const char *types[] = { type, NULL };
  g_autoptr (GOutputStream) text = g_memory_output_stream_new_resizable ();
  Reading reading = { text, NULL, FALSE };

  gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, NULL, on_read, &reading);
  while (!reading.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (reading.type, ==, type);
  return g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (text)),
                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (text)));
}

static void
test_markdown (void)
{
  g_autoptr (NsmWorkshop) workshop = example_load ("project-management");
  const NsmReportOptions options = { .names = NSM_REPORT_NAMES_NONE };
  GdkClipboard *clipboard = gdk_display_get_clipboard (gdk_display_get_default ());
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_true (nsm_document_copy_markdown (clipboard, workshop, &options, &error));
  g_assert_no_error (error);
  text = read_clipboard (clipboard, "text/plain;charset=utf-8");
  g_assert_true (g_str_has_prefix (text, "# "));
  g_assert_nonnull (strstr (text, "\n## "));
  NSM_LIST_EACH (NsmParticipant, person, workshop->participants)
    {
      g_assert_null (strstr (text, person->name));
    }
}

static void
test_rich_text (void)
{
  g_autoptr (NsmWorkshop) workshop = example_load ("project-management");
  const NsmReportOptions options = { 0 };
  GdkClipboard *clipboard = gdk_display_get_clipboard (gdk_display_get_default ());
  NsmParticipant *first = nsm_list_get (workshop->participants, 0);
  g_autofree char *rich = NULL;
  g_autofree char *plain = NULL;

  nsm_document_copy_rich_text (clipboard, workshop, &options);
  rich = read_clipboard (clipboard, "text/html");
  plain = read_clipboard (clipboard, "text/plain;charset=utf-8");
  g_assert_true (g_str_has_prefix (rich, "<h1"));
  g_assert_nonnull (strstr (rich, "<table border=\"1\""));
  g_assert_nonnull (strstr (rich, first->name));
  g_assert_null (strstr (rich, "<script"));
  g_assert_null (strstr (rich, "<style"));
  g_assert_true (g_str_has_prefix (plain, "# "));
  g_assert_nonnull (strstr (plain, first->name));
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/copy/markdown", test_markdown);
  g_test_add_func ("/ui/copy/rich-text", test_rich_text);
  return g_test_run ();
}
