/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the HTML writer share among themselves. */
#pragma once

#include "report/tree.h"

G_BEGIN_DECLS

void nsm_html_escape (GString *out, const char *text);
void nsm_html_write_text (GString *out, const char *text);
void nsm_html_write_runs (GString *out, GPtrArray *runs);
void nsm_html_write_figure (GString *out, NsmNode *node);
void nsm_html_write_table (GString *out, NsmNode *node);
void nsm_html_write_star (GString *out, guint facets);
void nsm_html_write_symbols (GString *out);

G_END_DECLS
