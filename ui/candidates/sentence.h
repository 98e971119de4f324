/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/metric.h"

G_BEGIN_DECLS

/* A metric as a sentence with blanks: [Each week] [the number of] [teams] that
 * [complete at least one project]. */

#define NSM_TYPE_SENTENCE (nsm_sentence_get_type ())
G_DECLARE_FINAL_TYPE (NsmSentence, nsm_sentence, NSM, SENTENCE, GtkWidget)

GtkWidget *nsm_sentence_new (NsmMetric *metric);
gboolean nsm_sentence_focus_field (NsmSentence *self, const char *field);

G_END_DECLS
