/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "report/tree.h"

G_BEGIN_DECLS

/* The document as pages: laid out once, drawn wherever cairo draws. PDF, the printer and the
 * window's preview are the same pages. */

typedef struct _NsmPaper NsmPaper;

/* A part of the document where it stands on a page, in points. */
typedef struct
{
  guint page;
  double x, y, width, height;
  NsmNode *node;
  NsmNode *source; /* NULL, or the innermost one, up from @node, that says where it is written */
} NsmPaperPlace;

NsmPaper *nsm_paper_new (NsmReport *report, double width, double height);
void nsm_paper_free (NsmPaper *paper);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NsmPaper, nsm_paper_free)

guint nsm_paper_get_n_pages (NsmPaper *paper);
double nsm_paper_get_width (NsmPaper *paper);
double nsm_paper_get_height (NsmPaper *paper);
void nsm_paper_draw_page (NsmPaper *paper, guint page, cairo_t *cr);
const NsmPaperPlace *nsm_paper_find_place (NsmPaper *paper, guint page, double x, double y);
const NsmPaperPlace *nsm_paper_find_node (NsmPaper *paper, const char *id);
const char *nsm_paper_find_link (NsmPaper *paper, guint page, double x, double y);
char *nsm_paper_dup_page_text (NsmPaper *paper, guint page);

G_END_DECLS
