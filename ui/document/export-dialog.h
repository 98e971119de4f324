/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/workshop.h"
#include "report/formats.h"

G_BEGIN_DECLS

/**
 * What the document is exported as, how much it holds, and what leaves the room with it; then
 * where to. The choices are remembered as they are used.
 *
 * Signals: `exported` (GFile), when it is written; the dialog is closed then.
 */

#define NSM_TYPE_EXPORT_DIALOG (nsm_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (NsmExportDialog, nsm_export_dialog, NSM, EXPORT_DIALOG, AdwWindow)

NsmExportDialog *nsm_export_dialog_new (GtkWindow *parent, NsmWorkshop *workshop, guint version);

/* For tests, and what the file chooser ends in. */
NsmReportFormat nsm_export_dialog_get_format (NsmExportDialog *self);
void nsm_export_dialog_set_format (NsmExportDialog *self, NsmReportFormat format);
char *nsm_export_dialog_dup_file_name (NsmExportDialog *self);
void nsm_export_dialog_export_to (NsmExportDialog *self, GFile *file);

G_END_DECLS
