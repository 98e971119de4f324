/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/report-view.h"

G_BEGIN_DECLS

/* Parts of a report as widgets. */

#define NSM_REPORT_NARROW 62 /* letters in a line: below it, nothing stands side by side */

typedef struct
{
  NsmReportView *view;
  GHashTable *targets; /* id → widget that a link leads to */
  GPtrArray *plots;    /* NsmPlotView, in the order of the figures that have a plot */
  GArray *limits;      /* guint: letters in a line below which something looks another way */
  guint room;          /* letters in a line */
  gboolean dark;
  gboolean editable;
} NsmReportMaking;

GtkWidget *nsm_report_new_section (NsmReportMaking *making, NsmNode *node);
GtkWidget *nsm_report_new_text (NsmReportMaking *making, GPtrArray *runs, const char *css_class);
NsmPlot *nsm_report_get_plot (NsmFigure *figure, guint room);

/* From report-table.c */
GtkWidget *nsm_report_new_table (NsmReportMaking *making, NsmNode *node);
GtkWidget *nsm_report_new_definitions (NsmReportMaking *making, NsmNode *node, guint depth);
GtkWidget *nsm_report_new_cards (NsmReportMaking *making, NsmNode *node, guint depth);

/* From report-blocks.c */
void nsm_report_add_children (NsmReportMaking *making, GtkWidget *box, NsmNode *node, guint depth);
GtkWidget *nsm_report_make_part (NsmReportMaking *making, GtkWidget *widget, NsmNode *node);
void nsm_report_add_target (NsmReportMaking *making, NsmNode *node, GtkWidget *widget);

G_END_DECLS
