/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "report/tree.h"

G_BEGIN_DECLS

/* Rows whose columns are as wide as their words want: what is short gets what it needs, the long
 * texts share the rest. All rows of a table share one NsmReportColumns. */

typedef struct _NsmReportColumns NsmReportColumns;

NsmReportColumns *nsm_report_columns_new (guint n);
NsmReportColumns *nsm_report_columns_new_for_table (NsmNode *table);
NsmReportColumns *nsm_report_columns_ref (NsmReportColumns *self);
void nsm_report_columns_unref (NsmReportColumns *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NsmReportColumns, nsm_report_columns_unref)
void nsm_report_columns_want (NsmReportColumns *self, guint column, guint least, guint wanted);
guint nsm_report_columns_get_least (NsmReportColumns *self);
void nsm_report_columns_share (NsmReportColumns *self, int width, double letter, int *widths);

double nsm_report_measure_letter (GtkWidget *widget);

#define NSM_TYPE_REPORT_ROW (nsm_report_row_get_type ())
G_DECLARE_FINAL_TYPE (NsmReportRow, nsm_report_row, NSM, REPORT_ROW, GtkWidget)

GtkWidget *nsm_report_row_new (NsmReportColumns *columns, GtkAccessibleRole role);
void nsm_report_row_add (NsmReportRow *self, GtkWidget *cell);

G_END_DECLS
