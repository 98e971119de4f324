/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rounds/round.h"

G_BEGIN_DECLS

/* On a shared laptop a PIN keeps others from replacing or withdrawing what somebody
 * locked in. It is never needed to reveal. What it is checked against lies beside
 * the round's key and goes with it; the document knows nothing of it. */

#define NSM_PIN_MIN 4
#define NSM_PIN_MAX 64

gboolean nsm_round_set_pin (NsmRound *self, NsmKeyStore *keys, const char *person, const char *pin,
                            GError **error);
gboolean nsm_round_has_pin (NsmRound *self, NsmKeyStore *keys, const char *person);
gboolean nsm_round_check_pin (NsmRound *self, NsmKeyStore *keys, const char *person,
                              const char *pin);

G_END_DECLS
