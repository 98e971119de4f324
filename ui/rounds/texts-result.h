/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/workshop.h"
#include "store/document.h"

G_BEGIN_DECLS

/* All texts of an opened round at once (statements, ideas), as cards that the team puts
 * together, words, and goes on with. It follows the document by itself. */

#define NSM_TYPE_TEXTS_RESULT (nsm_texts_result_get_type ())
G_DECLARE_FINAL_TYPE (NsmTextsResult, nsm_texts_result, NSM, TEXTS_RESULT, AdwBin)

GtkWidget *nsm_texts_result_new (NsmDocument *document, NsmRound *round, gboolean large);

G_END_DECLS
