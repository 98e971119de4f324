/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures: whole, as wide as the text, with their words and numbers below. */
#include "report/paper-private.h"

#include <math.h>

/* Higher than this part of a page no picture is: what it belongs to stands on the page, too. */
#define HIGHEST 0.52

/* One that would be hard to read then may have more of a page. */
#define HIGHEST_OF_LARGE 0.68
#define SMALL 0.6

/* On a page that has to hold everything it has less. */
#define HIGHEST_OF_SUMMARY 0.31

/* Of a picture's own size; words in it are as large as ours, and not smaller than a half. */
#define LARGEST 0.85
#define SMALLEST 0.48

/* Of a picture with more rows than this, its words say enough. */
#define LONGEST_TABLE 24

static void
add_words (NsmPaperColumn *column, NsmNode *node, GPtrArray *runs, const char *plain,
           NsmPaperStyle style)
{
  NsmPaperText *text =
    nsm_paper_new_text (column->paper, style, runs, plain, NSM_PAPER_QUIET);

  nsm_paper_text_set_width (text, column->width);
  nsm_paper_add_text (column, node, text);
}

static gboolean
is_summary (NsmPaper *paper)
{
  return paper->report->scope == NSM_REPORT_SCOPE_SUMMARY;
}

static double
get_scale_within (NsmPaperColumn *column, NsmPlot *plot, double share)
{
  double highest = share * (column->paper->bottom - column->paper->top);

  return fmin (fmin (column->width / nsm_plot_get_width (plot),
                     highest / nsm_plot_get_height (plot)), LARGEST);
}

static double
get_scale (NsmPaperColumn *column, NsmPlot *plot)
{
  double scale;

  if (is_summary (column->paper))
    return get_scale_within (column, plot, HIGHEST_OF_SUMMARY);
  scale = get_scale_within (column, plot, HIGHEST);
  return scale >= SMALL ? scale : get_scale_within (column, plot, HIGHEST_OF_LARGE);
}

/* Too small to be read it would only take the room of words that say the same. */
static gboolean
has_picture (NsmPaperColumn *column, NsmNode *node)
{
  NsmPlot *plot = node->figure->plot;

  return plot != NULL && !column->paper->bare &&
         (!is_summary (column->paper) || get_scale (column, plot) >= SMALLEST);
}

static void
add_picture (NsmPaperColumn *column, NsmNode *node)
{
  NsmPlot *plot = node->figure->plot;
  double scale = get_scale (column, plot);
  double width = nsm_plot_get_width (plot) * scale;
  double height = nsm_plot_get_height (plot) * scale;
  NsmPaperStrip *strip = nsm_paper_add_strip (column, node, height);
  NsmPaperItem *item = nsm_paper_strip_add (strip, NSM_PAPER_ITEM_PLOT, node,
                                            column->x + (column->width - width) / 2, 0, width,
                                            height);

  item->plot = plot;
  strip->keep = TRUE;
}

static gboolean
has_numbers (NsmNode *node)
{
  if (node->figure->plot != NULL && node->figure->kind != NSM_FIGURE_PLOT)
    return FALSE;
  for (guint i = 0; i < node->children->len; i++)
    {
      NsmNode *child = node->children->pdata[i];

      if (child->kind != NSM_NODE_TABLE || child->children->len > LONGEST_TABLE + 1)
        return FALSE;
    }
  return node->children->len > 0;
}

/**
 * nsm_paper_add_figure:
 * @node: a figure
 */
void
nsm_paper_add_figure (NsmPaperColumn *column, NsmNode *node)
{
  NsmFigure *figure = node->figure;
  double s = column->paper->scale;
  gboolean numbers = has_numbers (node);

  nsm_paper_add_gap (column, 8 * s);
  if (has_picture (column, node))
    add_picture (column, node);
  nsm_paper_add_gap (column, 6 * s);
  /* Without the picture its caption says nothing. */
  if (node->runs->len > 0 && (figure->plot == NULL || has_picture (column, node)))
    add_words (column, node, node->runs, NULL, NSM_PAPER_FINE);
  nsm_paper_add_gap (column, 4 * s);
  if (numbers || figure->plot == NULL)
    {
      gboolean tiny = column->tiny;

      column->tiny = figure->plot != NULL;
      nsm_paper_add_nodes (column, node->children);
      column->tiny = tiny;
    }
  /* The words of a picture are words of the page. */
  if (figure->plot == NULL &&
      figure->alternative != NULL && figure->alternative[0] != '\0')
    add_words (column, node, NULL, figure->alternative, NSM_PAPER_TINY);
  nsm_paper_add_gap (column, 14 * s);
}
