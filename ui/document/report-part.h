/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "report/tree.h"

G_BEGIN_DECLS

/* A part of a report with a small pencil beside it, seen when the pointer or the focus is there.
 *
 * Emits "edit" when somebody wants to go to where the part is written. */

#define NSM_TYPE_REPORT_PART (nsm_report_part_get_type ())
G_DECLARE_FINAL_TYPE (NsmReportPart, nsm_report_part, NSM, REPORT_PART, GtkWidget)

GtkWidget *nsm_report_part_new (GtkWidget *child, NsmNode *node, const char *name);
NsmStep nsm_report_part_get_step (NsmReportPart *self);
const char *nsm_report_part_get_record (NsmReportPart *self);
const char *nsm_report_part_get_field (NsmReportPart *self);
GtkWidget *nsm_report_part_get_button (NsmReportPart *self);
gboolean nsm_report_part_is_same (NsmReportPart *self, NsmStep step, const char *record,
                                  const char *field);

G_END_DECLS
