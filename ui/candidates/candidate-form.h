/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/workshop.h"

G_BEGIN_DECLS

/* What an open candidate's card holds: the sentence with its blanks, and all
 * that is said about it. */

#define NSM_TYPE_CANDIDATE_FORM (nsm_candidate_form_get_type ())
G_DECLARE_FINAL_TYPE (NsmCandidateForm, nsm_candidate_form, NSM, CANDIDATE_FORM, GtkBox)

GtkWidget *nsm_candidate_form_new (NsmCandidate *candidate);
void nsm_candidate_form_refresh (NsmCandidateForm *self);
gboolean nsm_candidate_form_focus_field (NsmCandidateForm *self, const char *field);

G_END_DECLS
