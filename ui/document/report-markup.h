/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "report/tree.h"

G_BEGIN_DECLS

/* Words of a report as the markup of a label. */

char *nsm_report_dup_markup (GPtrArray *runs, gboolean dark);
char *nsm_report_dup_words (GPtrArray *runs);
char *nsm_report_dup_name (NsmNode *node);
guint nsm_report_get_text_width (GPtrArray *runs, guint *longest_word);

G_END_DECLS
