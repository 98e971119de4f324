/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/workshop.h"
#include "report/tree.h"

G_BEGIN_DECLS

#define NSM_REPORT_ERROR (nsm_report_error_quark ())
GQuark nsm_report_error_quark (void);

typedef enum
{
  NSM_REPORT_ERROR_FORMAT = 1, /* no writer for that suffix */
  NSM_REPORT_ERROR_EXISTS,     /* there is a file already and force wasn't given */
  NSM_REPORT_ERROR_WRITE,
  NSM_REPORT_ERROR_INVALID, /* what was written doesn't fit the schema */
} NsmReportError;

typedef enum
{
  NSM_REPORT_FORMAT_NONE,
  NSM_REPORT_FORMAT_XML,
  NSM_REPORT_FORMAT_HTML,
  NSM_REPORT_FORMAT_MARKDOWN,
} NsmReportFormat;

NsmReportFormat nsm_report_format_for_path (const char *path);
GBytes *nsm_report_write (NsmReport *report, NsmReportFormat format, GError **error);
gboolean nsm_report_save (const char *path, GBytes *bytes, gboolean force, GError **error);
gboolean nsm_report_export (NsmWorkshop *workshop, const char *path, gboolean force,
                            GError **error);

G_END_DECLS
