/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/workshop.h"

G_BEGIN_DECLS

/**
 * A new version of a candidate being worded, with the old one under it. Signal
 * "done" (gboolean): whether the old verdicts are carried over.
 */

#define NSM_TYPE_STRESS_REFINE (nsm_stress_refine_get_type ())
G_DECLARE_FINAL_TYPE (NsmStressRefine, nsm_stress_refine, NSM, STRESS_REFINE, AdwBin)

GtkWidget *nsm_stress_refine_new (NsmCandidate *candidate);

void nsm_stress_carry_over (NsmCandidate *from, NsmCandidate *to, NsmStressTest except);

G_END_DECLS
