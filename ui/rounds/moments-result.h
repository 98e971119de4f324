/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/workshop.h"
#include "store/document.h"

G_BEGIN_DECLS

/* An opened ranking of value moments, best mean rank first, with everybody's place. */

#define NSM_TYPE_MOMENTS_RESULT (nsm_moments_result_get_type ())
G_DECLARE_FINAL_TYPE (NsmMomentsResult, nsm_moments_result, NSM, MOMENTS_RESULT, AdwBin)

GtkWidget *nsm_moments_result_new (NsmDocument *document, NsmRound *round, gboolean large);

G_END_DECLS
