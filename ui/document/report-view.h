/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "report/tree.h"

G_BEGIN_DECLS

/**
 * A report as widgets, to be read. Each part of it leads to where it is written, unless the
 * report is of what can't be changed any more.
 *
 * Emits "edit" (step, path of the record, field or NULL).
 */

#define NSM_TYPE_REPORT_VIEW (nsm_report_view_get_type ())
G_DECLARE_FINAL_TYPE (NsmReportView, nsm_report_view, NSM, REPORT_VIEW, GtkWidget)

void nsm_report_view_set_report (NsmReportView *self, NsmReport *report);
NsmReport *nsm_report_view_get_report (NsmReportView *self);
void nsm_report_view_set_editable (NsmReportView *self, gboolean editable);
gboolean nsm_report_view_show (NsmReportView *self, const char *id);
GtkWidget *nsm_report_view_find_part (NsmReportView *self, NsmStep step, const char *record,
                                      const char *field);

/* For what makes up its parts. */
void nsm_report_view_add_part (NsmReportView *self, GtkWidget *part);

G_END_DECLS
