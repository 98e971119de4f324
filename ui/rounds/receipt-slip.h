/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rounds/key-store.h"
#include "model/workshop.h"

G_BEGIN_DECLS

/**
 * What a person gets once their answer is sealed and saved: the receipt, to copy,
 * keep or print, and a PIN if they want one. It says nothing about the answer.
 *
 * Signal "done": the laptop may move on.
 */

#define NSM_TYPE_RECEIPT_SLIP (nsm_receipt_slip_get_type ())
G_DECLARE_FINAL_TYPE (NsmReceiptSlip, nsm_receipt_slip, NSM, RECEIPT_SLIP, AdwBin)

void nsm_receipt_slip_show (NsmReceiptSlip *self, NsmRound *round, NsmKeyStore *keys,
                            const char *person, const char *receipt, gboolean is_last);
void nsm_receipt_slip_show_failure (NsmReceiptSlip *self, const char *why);
void nsm_receipt_slip_clear (NsmReceiptSlip *self);

G_END_DECLS
