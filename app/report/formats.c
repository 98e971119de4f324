/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/formats.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "report/writers.h"

static GBytes *
write_html (NsmReport *report, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);

  nsm_report_write_html (report, out);
  return g_string_free_to_bytes (g_steal_pointer (&out));
}

static GBytes *
write_markdown (NsmReport *report, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);

  nsm_report_write_markdown (report, out);
  return g_string_free_to_bytes (g_steal_pointer (&out));
}

/* Checked against its schema before it leaves. */
static GBytes *
write_xml (NsmReport *report, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);

  if (!nsm_report_write_xml (report, out, error) ||
      !nsm_report_validate_xml (out->str, out->len, error))
    return NULL;
  return g_string_free_to_bytes (g_steal_pointer (&out));
}

/* In the order in which they are offered. Of formats that share a suffix the first is the one
 * that the suffix means. */
static const NsmReportFormatInfo formats[] = {
  { NSM_REPORT_FORMAT_PDF, "pdf", ".pdf", NULL, "application/pdf", N_("PDF"),
    N_("Pages as they are printed; opens everywhere"), nsm_report_write_pdf, NULL },
  { NSM_REPORT_FORMAT_DOCX, "docx", ".docx", NULL,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document", N_("Word document"),
    N_("To go on writing in Word, LibreOffice or Google Docs"), nsm_report_write_docx, NULL },
  { NSM_REPORT_FORMAT_HTML, "html", ".html", ".htm", "text/html", N_("Web page"),
    N_("One file that opens in every browser, on a phone, too"), write_html, NULL },
  { NSM_REPORT_FORMAT_MARKDOWN, "markdown", ".md", ".markdown", "text/markdown", N_("Markdown"),
    N_("For a wiki or a repository"), write_markdown, NULL },
  { NSM_REPORT_FORMAT_XML, "xml", ".xml", NULL, "application/xml", N_("XML"),
    N_("For programs; there is a schema for it"), write_xml, NULL },
  { NSM_REPORT_FORMAT_DECISION_RECORD, "decision-record", ".md", NULL, "text/markdown",
    N_("Decision record"), N_("For the repository of the code, in the layout of MADR"), NULL,
    nsm_report_write_decision_record },
  { NSM_REPORT_FORMAT_CALENDAR, "calendar", ".ics", NULL, "text/calendar",
    N_("Review date for the calendar"), N_("Opens in every calendar, and reminds in time"), NULL,
    nsm_report_write_calendar },
  { NSM_REPORT_FORMAT_SCORES, "scores", ".csv", NULL, "text/csv", N_("Scores as a table"),
    N_("For a spreadsheet, or for a program that computes with them"), NULL,
    nsm_report_write_csv },
};

guint
nsm_report_formats_get_n (void)
{
  return G_N_ELEMENTS (formats);
}

/**
 * nsm_report_formats_get:
 * @i: below nsm_report_formats_get_n()
 */
const NsmReportFormatInfo *
nsm_report_formats_get (guint i)
{
  return &formats[i];
}

/**
 * nsm_report_format_get_info:
 *
 * Returns: (nullable): what there is to know about @format
 */
const NsmReportFormatInfo *
nsm_report_format_get_info (NsmReportFormat format)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (formats[i].format == format)
      return &formats[i];
  return NULL;
}

/**
 * nsm_report_format_from_nick:
 * @nick: as on the command line
 *
 * Returns: the format, or NSM_REPORT_FORMAT_NONE
 */
NsmReportFormat
nsm_report_format_from_nick (const char *nick)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_ascii_strcasecmp (formats[i].nick, nick) == 0)
      return formats[i].format;
  return NSM_REPORT_FORMAT_NONE;
}

/**
 * nsm_report_format_for_path:
 *
 * Returns: the format that the suffix of @path means, or NSM_REPORT_FORMAT_NONE
 */
NsmReportFormat
nsm_report_format_for_path (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  const char *dot = strrchr (name, '.');

  for (guint i = 0; dot != NULL && i < G_N_ELEMENTS (formats); i++)
    if (g_ascii_strcasecmp (dot, formats[i].suffix) == 0 ||
        (formats[i].other != NULL && g_ascii_strcasecmp (dot, formats[i].other) == 0))
      return formats[i].format;
  return NSM_REPORT_FORMAT_NONE;
}

/**
 * nsm_report_formats_dup_suffixes:
 *
 * Returns: (transfer full): the suffixes as a sentence wants them, ".html, .md or .xml"
 */
char *
nsm_report_formats_dup_suffixes (void)
{
  g_autoptr (GPtrArray) suffixes = g_ptr_array_new ();
  g_autofree char *first = NULL;
  const char *last;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (nsm_report_format_for_path (formats[i].suffix) == formats[i].format)
      g_ptr_array_add (suffixes, (gpointer) formats[i].suffix);
  last = suffixes->pdata[suffixes->len - 1];
  suffixes->pdata[suffixes->len - 1] = NULL;
  first = g_strjoinv (", ", (char **) suffixes->pdata);
  /* Translators: suffixes of files, ".html, .md" and ".xml" */
  return g_strdup_printf (_("%s or %s"), first, last);
}
