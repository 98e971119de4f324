/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/workshop.h"

G_BEGIN_DECLS

/* One thought experiment in large type, with the candidate's name in it, and what
 * everybody said of it in private. */

#define NSM_TYPE_STRESS_CARD (nsm_stress_card_get_type ())
G_DECLARE_FINAL_TYPE (NsmStressCard, nsm_stress_card, NSM, STRESS_CARD, AdwBin)

void nsm_stress_card_show (NsmStressCard *self, NsmCandidate *candidate, NsmStressTest test);

G_END_DECLS
