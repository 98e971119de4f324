/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/document.h"

G_BEGIN_DECLS

/**
 * NsmIntake:
 *
 * Takes ballot files into the rounds of a document, one after the other. The
 * facilitator is asked once about each person whose key nobody has seen yet.
 *
 * Signal "result" (who or what: string, what came of it: string, whether it was
 * taken: boolean), once for each file; a receipt is named once it is saved.
 */

#define NSM_TYPE_INTAKE (nsm_intake_get_type ())
G_DECLARE_FINAL_TYPE (NsmIntake, nsm_intake, NSM, INTAKE, GObject)

NsmIntake *nsm_intake_new (GtkWidget *place, NsmDocument *document);
void nsm_intake_add (NsmIntake *self, GFile *file);

char *nsm_ballot_load (GFile *file, gsize *length, GError **error);

G_END_DECLS
