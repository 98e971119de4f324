/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/workshop.h"

G_BEGIN_DECLS

/* Who said what of one candidate in one stress test: the marks of those who say that it
 * holds, wants refining, fails; the reasons under them. */

GtkWidget *nsm_verdict_voices_new (NsmWorkshop *workshop, NsmRound *round, const char *candidate,
                                   NsmStressTest test, gboolean large);
GtkWidget *nsm_verdict_line_new (NsmWorkshop *workshop, NsmRound *round, const char *candidate,
                                 NsmStressTest test, gboolean terse, gboolean large);
char *nsm_verdict_dup_sentence (NsmRound *round, const char *candidate, NsmStressTest test);

G_END_DECLS
