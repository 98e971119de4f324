/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* What a document is to hold, and for whom. It says on its cover what was chosen. */

typedef enum
{
  NSM_REPORT_SCOPE_FULL,    /* everything */
  NSM_REPORT_SCOPE_SUMMARY, /* one page */
} NsmReportScope;

typedef enum
{
  NSM_REPORT_NAMES_ONLY,        /* who took part and who stands behind it; not who said what in a round */
  NSM_REPORT_NAMES_WITH_SCORES, /* also who gave which answer, where a round had promised names */
  NSM_REPORT_NAMES_NONE,        /* nobody's name: people are called by their function */
} NsmReportNames;

typedef enum
{
  NSM_PAPER_SIZE_A4,
  NSM_PAPER_SIZE_LETTER,
} NsmPaperSize;

#define NSM_TYPE_REPORT_SCOPE (nsm_report_scope_get_type ())
GType nsm_report_scope_get_type (void);
#define NSM_TYPE_REPORT_NAMES (nsm_report_names_get_type ())
GType nsm_report_names_get_type (void);
#define NSM_TYPE_PAPER_SIZE (nsm_paper_size_get_type ())
GType nsm_paper_size_get_type (void);

/* All zero: the full record with names but not with who said what, quotes from customers in it,
 * of today, in the language of the program. */
typedef struct
{
  NsmReportScope scope;
  NsmReportNames names;
  gboolean without_quotes; /* what customers said stays in the room */
  const char *language;    /* a tag as of nsm_languages_list(); NULL: the program's own */
  const char *date;        /* "YYYY-MM-DD" printed as the day of this document; NULL: today */
  NsmPaperSize paper;
} NsmReportOptions;

void nsm_paper_size_get_points (NsmPaperSize size, double *width, double *height);

G_END_DECLS
