/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/copy.h"

#include "report/build.h"
#include "report/export.h"
#include "report/writers.h"

/* For pasting into mails and wikis. */

/**
 * nsm_document_copy_markdown:
 *
 * Puts the document into @clipboard as a text.
 *
 * Returns: whether it is there
 */
gboolean
nsm_document_copy_markdown (GdkClipboard *clipboard, NsmWorkshop *workshop,
                            const NsmReportOptions *options, GError **error)
{
  g_autoptr (GBytes) bytes =
    nsm_report_write (workshop, NSM_REPORT_FORMAT_MARKDOWN, options, error);
  g_autofree char *text = NULL;

  if (bytes == NULL)
    return FALSE;
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  gdk_clipboard_set_text (clipboard, text);
  return TRUE;
}

static GdkContentProvider *
new_provider (const char *type, GString *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text->str, text->len);

  return gdk_content_provider_new_for_bytes (type, bytes);
}

/**
 * nsm_document_copy_rich_text:
 *
 * Puts the document into @clipboard for programs that take formatted text, and as Markdown for
 * those that don't.
 */
void
nsm_document_copy_rich_text (GdkClipboard *clipboard, NsmWorkshop *workshop,
                             const NsmReportOptions *options)
{
  g_autoptr (NsmReport) report = nsm_report_build (workshop, options);
  g_autoptr (GString) rich = g_string_new (NULL);
  g_autoptr (GString) plain = g_string_new (NULL);
  GdkContentProvider *providers[3];
  g_autoptr (GdkContentProvider) all = NULL;

  nsm_report_write_rich_text (report, rich);
  nsm_report_write_markdown (report, plain);
  providers[0] = new_provider ("text/html", rich);
  providers[1] = new_provider ("text/plain;charset=utf-8", plain);
  /* What some programs still ask for. */
  providers[2] = new_provider ("text/plain", plain);
  all = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
  gdk_clipboard_set_content (clipboard, all);
}
