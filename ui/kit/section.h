/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A part of a page that folds to one line: its title, and in a few words what
 * is in it.
 *
 * Properties: `title`; `summary`, shown beside the title; `expanded`; `content`. */

#define NSM_TYPE_SECTION (nsm_section_get_type ())
G_DECLARE_FINAL_TYPE (NsmSection, nsm_section, NSM, SECTION, GtkWidget)

void nsm_section_set_title (NsmSection *self, const char *title);
void nsm_section_set_summary (NsmSection *self, const char *summary);
gboolean nsm_section_get_expanded (NsmSection *self);
void nsm_section_set_expanded (NsmSection *self, gboolean expanded);

G_END_DECLS
