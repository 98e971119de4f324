/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/workshop.h"
#include "report/options.h"
#include "report/tree.h"

G_BEGIN_DECLS

/* One writer per format. HTML and Markdown are for people, in the document's language; in
 * XML numbers and dates are the same everywhere. */

GBytes *nsm_report_write_docx (NsmReport *report, GError **error);
GBytes *nsm_report_write_pdf (NsmReport *report, GError **error);
void nsm_report_write_html (NsmReport *report, GString *out);
void nsm_report_write_markdown (NsmReport *report, GString *out);
void nsm_report_write_rich_text (NsmReport *report, GString *out);
void nsm_report_write_markdown_parts (NsmReport *report, GString *out);
GBytes *nsm_report_write_decision_record (NsmWorkshop *workshop, const NsmReportOptions *options,
                                          GError **error);
gboolean nsm_report_write_xml (NsmReport *report, GString *out, GError **error);
GBytes *nsm_report_write_calendar (NsmWorkshop *workshop, const NsmReportOptions *options,
                                   GError **error);
GBytes *nsm_report_write_csv (NsmWorkshop *workshop, const NsmReportOptions *options,
                              GError **error);
gboolean nsm_report_validate_xml (const char *xml, gsize length, GError **error);
char *nsm_report_dup_schema (void);

G_END_DECLS
