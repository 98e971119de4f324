/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures, with what they show in words for whoever can't see them. */
#include "report/docx-private.h"

#include <math.h>

#define DRAWING "http://schemas.openxmlformats.org/drawingml/2006/"

/* Pixels for each unit of a plot: about 300 on an inch of paper. */
#define SHARPNESS 2.75

/* Cairo's pictures are no larger; with that a wide one is less sharp. */
#define MOST_PIXELS 16000

/* A unit of a plot on paper, in twips, where there is room for that. */
#define UNIT 14.0

/* Of a page's height, so that a title and a caption go with it. */
#define HIGHEST 0.72
#define HIGHEST_OF_ONE 0.19 /* where there is one page for all */

static void
write_extent (NsmDocxXml *xml, const char *name, gint64 width, gint64 height)
{
  nsm_docx_start (xml, name);
  nsm_docx_attribute_int (xml, "cx", width);
  nsm_docx_attribute_int (xml, "cy", height);
  nsm_docx_end (xml);
}

static void
write_properties (NsmDocxXml *xml, const char *name, guint number, NsmFigure *figure)
{
  g_autofree char *label = g_strdup_printf ("Figure %u", number);
  const char *title = nsm_plot_get_title (figure->plot);

  nsm_docx_start (xml, name);
  nsm_docx_attribute_int (xml, "id", number);
  nsm_docx_attribute (xml, "name", label);
  nsm_docx_attribute (xml, "descr", figure->alternative);
  if (title != NULL && title[0] != '\0')
    nsm_docx_attribute (xml, "title", title);
  nsm_docx_end (xml);
}

static void
write_picture (NsmDocxXml *xml, NsmFigure *figure, guint number, gint64 width, gint64 height)
{
  g_autofree char *relation = g_strdup_printf ("rIdImage%u", number);

  nsm_docx_start (xml, "pic:pic");
  nsm_docx_attribute (xml, "xmlns:pic", DRAWING "picture");
  nsm_docx_start (xml, "pic:nvPicPr");
  write_properties (xml, "pic:cNvPr", number, figure);
  nsm_docx_empty (xml, "pic:cNvPicPr");
  nsm_docx_end (xml);
  nsm_docx_start (xml, "pic:blipFill");
  nsm_docx_start (xml, "a:blip");
  nsm_docx_attribute (xml, "r:embed", relation);
  nsm_docx_end (xml);
  nsm_docx_start (xml, "a:stretch");
  nsm_docx_empty (xml, "a:fillRect");
  nsm_docx_end (xml);
  nsm_docx_end (xml);
  nsm_docx_start (xml, "pic:spPr");
  nsm_docx_start (xml, "a:xfrm");
  nsm_docx_start (xml, "a:off");
  nsm_docx_attribute (xml, "x", "0");
  nsm_docx_attribute (xml, "y", "0");
  nsm_docx_end (xml);
  write_extent (xml, "a:ext", width, height);
  nsm_docx_end (xml);
  nsm_docx_start (xml, "a:prstGeom");
  nsm_docx_attribute (xml, "prst", "rect");
  nsm_docx_empty (xml, "a:avLst");
  nsm_docx_end (xml);
  nsm_docx_end (xml);
  nsm_docx_end (xml);
}

static void
write_drawing (NsmDocx *docx, NsmFigure *figure, guint number)
{
  NsmDocxXml *xml = &docx->xml;
  double plot_width = nsm_plot_get_width (figure->plot);
  double plot_height = nsm_plot_get_height (figure->plot);
  double highest = docx->report->scope == NSM_REPORT_SCOPE_SUMMARY ? HIGHEST_OF_ONE : HIGHEST;
  double page_width, page_height, unit;
  gint64 width, height;

  nsm_paper_size_get_points (docx->report->paper, &page_width, &page_height);
  unit = fmin (UNIT, docx->width / plot_width);
  unit = fmin (unit, highest * page_height * NSM_DOCX_TWIPS / plot_height);
  width = (gint64) (plot_width * unit) * NSM_DOCX_EMU_PER_TWIP;
  height = (gint64) (plot_height * unit) * NSM_DOCX_EMU_PER_TWIP;

  nsm_docx_start (xml, "w:r");
  nsm_docx_start (xml, "w:drawing");
  nsm_docx_start (xml, "wp:inline");
  nsm_docx_attribute (xml, "distT", "0");
  nsm_docx_attribute (xml, "distB", "0");
  nsm_docx_attribute (xml, "distL", "0");
  nsm_docx_attribute (xml, "distR", "0");
  write_extent (xml, "wp:extent", width, height);
  write_properties (xml, "wp:docPr", number, figure);
  nsm_docx_start (xml, "a:graphic");
  nsm_docx_attribute (xml, "xmlns:a", DRAWING "main");
  nsm_docx_start (xml, "a:graphicData");
  nsm_docx_attribute (xml, "uri", DRAWING "picture");
  write_picture (xml, figure, number, width, height);
  nsm_docx_end (xml);
  nsm_docx_end (xml);
  nsm_docx_end (xml);
  nsm_docx_end (xml);
  nsm_docx_end (xml);
}

static void
write_plot (NsmDocx *docx, NsmNode *node)
{
  const NsmDocxLook look = { .style = "Picture", .keep_next = node->runs->len > 0 };
  NsmPlot *plot = node->figure->plot;
  double most = fmax (nsm_plot_get_width (plot), nsm_plot_get_height (plot));
  GBytes *png;

  if (docx->error != NULL)
    return;
  png = nsm_plot_write_png (plot, NSM_PALETTE_PAPER, fmin (SHARPNESS, MOST_PIXELS / most),
                            &docx->error);
  if (png == NULL)
    return;
  g_ptr_array_add (docx->images, png);
  nsm_docx_begin_paragraph (docx, &look, "");
  write_drawing (docx, node->figure, docx->images->len);
  nsm_docx_end_paragraph (docx);
}

/**
 * nsm_docx_write_figure:
 * @node: a figure
 */
void
nsm_docx_write_figure (NsmDocx *docx, NsmNode *node, guint level)
{
  const NsmDocxLook caption = { .style = "Caption" };
  const NsmDocxLook words = { .style = NULL };

  if (node->figure->plot != NULL)
    {
      write_plot (docx, node);
    }
  else if (node->children->len > 0)
    {
      nsm_docx_write_children (docx, node, level);
    }
  else
    {
      nsm_docx_begin_paragraph (docx, &words, node->figure->alternative);
      nsm_docx_write_words (docx, NULL, node->figure->alternative, FALSE);
      nsm_docx_end_paragraph (docx);
    }
  if (node->runs->len > 0)
    nsm_docx_write_paragraph (docx, &caption, node);
}
