/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/workshop.h"
#include "report/tree.h"

G_BEGIN_DECLS

/* What a workshop can be exported as. */

typedef enum
{
  NSM_REPORT_FORMAT_NONE,
  NSM_REPORT_FORMAT_PDF,
  NSM_REPORT_FORMAT_DOCX,
  NSM_REPORT_FORMAT_HTML,
  NSM_REPORT_FORMAT_MARKDOWN,
  NSM_REPORT_FORMAT_XML,
  NSM_REPORT_FORMAT_DECISION_RECORD, /* MADR, in Markdown */
  NSM_REPORT_FORMAT_CALENDAR,        /* the review date, as iCalendar */
  NSM_REPORT_FORMAT_SCORES,          /* as CSV */
} NsmReportFormat;

typedef struct
{
  NsmReportFormat format;
  const char *nick;      /* for the command line: "pdf" */
  const char *suffix;    /* of a file's name: ".pdf" */
  const char *other;     /* NULL, or another suffix that means it: ".htm" */
  const char *mime_type;
  const char *label;     /* msgid */
  const char *about;     /* msgid: who opens it with what */

  /* One of the two: of the document, in the scope of its language, or of something else that a
   * workshop holds. That one enters the language of the options itself, once it knows that there
   * is something to write: an error is in the program's own. */
  GBytes *(*write_report) (NsmReport *report, GError **error);
  GBytes *(*write_other) (NsmWorkshop *workshop, const NsmReportOptions *options, GError **error);
} NsmReportFormatInfo;

guint nsm_report_formats_get_n (void);
const NsmReportFormatInfo *nsm_report_formats_get (guint i);
const NsmReportFormatInfo *nsm_report_format_get_info (NsmReportFormat format);
NsmReportFormat nsm_report_format_from_nick (const char *nick);
NsmReportFormat nsm_report_format_for_path (const char *path);
char *nsm_report_formats_dup_suffixes (void);

G_END_DECLS
