/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define NSM_TYPE_APPLICATION (nsm_application_get_type ())
G_DECLARE_FINAL_TYPE (NsmApplication, nsm_application, NSM, APPLICATION, AdwApplication)

NsmApplication *nsm_application_new (const char *id, GApplicationFlags flags);

void nsm_application_restore_window (NsmApplication *self, GtkWindow *window, gboolean *show_steps,
                                     gboolean *show_guide);
void nsm_application_keep_window (NsmApplication *self, GtkWindow *window, gboolean show_steps,
                                  gboolean show_guide);

G_END_DECLS
