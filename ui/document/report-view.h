/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "report/tree.h"

G_BEGIN_DECLS

/**
 * A report as widgets, to be read and selected from.
 */

#define NSM_TYPE_REPORT_VIEW (nsm_report_view_get_type ())
G_DECLARE_FINAL_TYPE (NsmReportView, nsm_report_view, NSM, REPORT_VIEW, GtkBox)

GtkWidget *nsm_report_view_new (void);
void nsm_report_view_set_report (NsmReportView *self, NsmReport *report);

G_END_DECLS
