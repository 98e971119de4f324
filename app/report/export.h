/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/formats.h"

G_BEGIN_DECLS

#define NSM_REPORT_ERROR (nsm_report_error_quark ())
GQuark nsm_report_error_quark (void);

typedef enum
{
  NSM_REPORT_ERROR_FORMAT = 1, /* no writer for that suffix */
  NSM_REPORT_ERROR_EXISTS,     /* there is a file already and force wasn't given */
  NSM_REPORT_ERROR_WRITE,
  NSM_REPORT_ERROR_INVALID, /* what was written doesn't fit the schema */
  NSM_REPORT_ERROR_EMPTY,   /* the workshop has nothing that the format could hold */
} NsmReportError;

GBytes *nsm_report_write_built (NsmReport *report, NsmReportFormat format, GError **error);
GBytes *nsm_report_write (NsmWorkshop *workshop, NsmReportFormat format,
                          const NsmReportOptions *options, GError **error);
gboolean nsm_report_save (const char *path, GBytes *bytes, gboolean force, GError **error);
gboolean nsm_report_export (NsmWorkshop *workshop, const char *path, NsmReportFormat format,
                            const NsmReportOptions *options, gboolean force, GError **error);

G_END_DECLS
