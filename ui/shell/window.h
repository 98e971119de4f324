/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/workshop.h"
#include "shell/application.h"
#include "store/document.h"

G_BEGIN_DECLS

/**
 * A window: the start screen until it has a document, then the steps, the
 * page, and the guide.
 */

#define NSM_TYPE_MAIN_WINDOW (nsm_main_window_get_type ())
G_DECLARE_FINAL_TYPE (NsmMainWindow, nsm_main_window, NSM, MAIN_WINDOW, AdwApplicationWindow)

NsmMainWindow *nsm_main_window_new (NsmApplication *application);

NsmDocument *nsm_main_window_get_document (NsmMainWindow *self);
void nsm_main_window_set_document (NsmMainWindow *self, NsmDocument *document);
void nsm_main_window_open_file (NsmMainWindow *self, GFile *file);
void nsm_main_window_open_new (NsmMainWindow *self, NsmMode mode);

guint nsm_main_window_get_place (NsmMainWindow *self);
void nsm_main_window_show_place (NsmMainWindow *self, guint place);
void nsm_main_window_toast (NsmMainWindow *self, const char *text, gboolean undo);

G_END_DECLS
