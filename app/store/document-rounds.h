/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rounds/round.h"
#include "store/document.h"

G_BEGIN_DECLS

gboolean nsm_document_reveal_round (NsmDocument *self, NsmRound *round, NsmKeyStore *keys,
                                    GError **error);
void nsm_document_finish_reveals (NsmDocument *self, NsmKeyStore *keys);

G_END_DECLS
