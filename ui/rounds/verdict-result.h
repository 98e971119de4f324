/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/workshop.h"
#include "store/document.h"

G_BEGIN_DECLS

/* Everybody's verdicts: every candidate with all its stress tests. In the room, while
 * one of them is on the table, that one alone, large. */

#define NSM_TYPE_VERDICT_RESULT (nsm_verdict_result_get_type ())
G_DECLARE_FINAL_TYPE (NsmVerdictResult, nsm_verdict_result, NSM, VERDICT_RESULT, AdwBin)

GtkWidget *nsm_verdict_result_new (NsmDocument *document, NsmRound *round, gboolean large);

G_END_DECLS
