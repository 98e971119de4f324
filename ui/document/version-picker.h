/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/workshop.h"

G_BEGIN_DECLS

/**
 * A quiet menu of the versions of the definition. There is nothing to be seen of it while there
 * are none.
 *
 * Property `version`: the number of the one that is shown; 0: the one that is being worked on.
 */

#define NSM_TYPE_VERSION_PICKER (nsm_version_picker_get_type ())
G_DECLARE_FINAL_TYPE (NsmVersionPicker, nsm_version_picker, NSM, VERSION_PICKER, AdwBin)

GtkWidget *nsm_version_picker_new (void);
void nsm_version_picker_update (NsmVersionPicker *self, NsmWorkshop *workshop);
guint nsm_version_picker_get_version (NsmVersionPicker *self);
void nsm_version_picker_set_version (NsmVersionPicker *self, guint version);

G_END_DECLS
