/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * What a window shows first: what do you want to do? All it does goes through
 * the window's actions.
 */

#define NSM_TYPE_START_PAGE (nsm_start_page_get_type ())
G_DECLARE_FINAL_TYPE (NsmStartPage, nsm_start_page, NSM, START_PAGE, AdwBin)

GtkWidget *nsm_start_page_new (void);

G_END_DECLS
