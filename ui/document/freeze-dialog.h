/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/workshop.h"

G_BEGIN_DECLS

/**
 * Before the definition is called final: which version it becomes, what changed since the one
 * before, and why.
 *
 * Signals: `frozen` (guint), when it is that version; the dialog is closed then.
 */

#define NSM_TYPE_FREEZE_DIALOG (nsm_freeze_dialog_get_type ())
G_DECLARE_FINAL_TYPE (NsmFreezeDialog, nsm_freeze_dialog, NSM, FREEZE_DIALOG, AdwWindow)

NsmFreezeDialog *nsm_freeze_dialog_new (GtkWindow *parent, NsmWorkshop *workshop);

G_END_DECLS
