/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/workshop.h"

G_BEGIN_DECLS

/**
 * What the team makes of one thought experiment: its verdict, what could happen, what
 * they do about it, their answer to one who stands alone, the counter-metric.
 *
 * Signal "judged": the verdict changed.
 */

#define NSM_TYPE_STRESS_FIELDS (nsm_stress_fields_get_type ())
G_DECLARE_FINAL_TYPE (NsmStressFields, nsm_stress_fields, NSM, STRESS_FIELDS, AdwBin)

void nsm_stress_fields_show (NsmStressFields *self, NsmCandidate *candidate, NsmStressTest test);
void nsm_stress_fields_judge (NsmStressFields *self, NsmVerdict verdict);
NsmVerdict nsm_stress_fields_get_verdict (NsmStressFields *self);
gboolean nsm_stress_fields_has_counter (NsmStressFields *self);
void nsm_stress_fields_add_counter (NsmStressFields *self);
gboolean nsm_stress_fields_focus_field (NsmStressFields *self, const char *field);

G_END_DECLS
