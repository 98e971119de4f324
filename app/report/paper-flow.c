/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From one long column of strips to pages. */
#include "report/paper-private.h"

#include <math.h>

typedef struct
{
  NsmPaper *paper;
  guint page;
  double y;
  gboolean fresh; /* nothing stands on the page yet */
} Flow;

/**
 * nsm_paper_begin_page:
 *
 * Returns: (transfer none): a new last page
 */
NsmPaperPage *
nsm_paper_begin_page (NsmPaper *paper)
{
  NsmPaperPage *page = g_new0 (NsmPaperPage, 1);

  page->items = g_array_new (FALSE, TRUE, sizeof (NsmPaperItem));
  page->places = g_array_new (FALSE, TRUE, sizeof (NsmPaperPlace));
  page->depths = g_array_new (FALSE, TRUE, sizeof (guint));
  g_ptr_array_add (paper->pages, page);
  return page;
}

void
nsm_paper_page_free (NsmPaperPage *page)
{
  g_array_unref (page->items);
  g_array_unref (page->places);
  g_array_unref (page->depths);
  g_free (page);
}

static guint
get_depth (NsmPaper *paper, NsmNode *node)
{
  guint depth = 0;

  for (; node != NULL; node = g_hash_table_lookup (paper->parents, node))
    depth++;
  return depth;
}

static NsmNode *
find_source (NsmPaper *paper, NsmNode *node)
{
  while (node != NULL && node->record == NULL)
    node = g_hash_table_lookup (paper->parents, node);
  return node;
}

/* The last places are the likely ones: strips come in the order of the tree. */
static NsmPaperPlace *
ensure_place (NsmPaper *paper, guint number, NsmNode *node, const NsmPaperItem *item)
{
  NsmPaperPage *page = paper->pages->pdata[number];
  NsmPaperPlace place = { number, item->x, item->y, item->width, item->height, node,
                          find_source (paper, node) };
  guint depth;

  for (guint i = page->places->len; i-- > 0;)
    {
      NsmPaperPlace *known = &g_array_index (page->places, NsmPaperPlace, i);

      if (known->node == node)
        return known;
    }
  depth = get_depth (paper, node);
  g_array_append_val (page->places, place);
  g_array_append_val (page->depths, depth);
  return &g_array_index (page->places, NsmPaperPlace, page->places->len - 1);
}

static void
grow (NsmPaperPlace *place, const NsmPaperItem *item)
{
  double right = fmax (place->x + place->width, item->x + item->width);
  double bottom = fmax (place->y + place->height, item->y + item->height);

  place->x = fmin (place->x, item->x);
  place->y = fmin (place->y, item->y);
  place->width = right - place->x;
  place->height = bottom - place->y;
}

static void
put_item (NsmPaper *paper, guint page, const NsmPaperItem *item, double y)
{
  NsmPaperItem at = *item;

  at.x += paper->margin;
  if (paper->report->rtl)
    at.x = paper->width - at.x - at.width;
  at.y += y;
  g_array_append_val (((NsmPaperPage *) paper->pages->pdata[page])->items, at);
  for (NsmNode *node = at.mute ? NULL : at.node; node != NULL;
       node = g_hash_table_lookup (paper->parents, node))
    grow (ensure_place (paper, page, node, &at), &at);
}

/* One rectangle a page, which grows with what stands beside it. */
static void
put_side (NsmPaper *paper, guint page, NsmPaperSide *side, const NsmPaperStrip *strip, double y)
{
  GArray *items = ((NsmPaperPage *) paper->pages->pdata[page])->items;

  if (side->outer != NULL)
    put_side (paper, page, side->outer, strip, y);
  if (side->page == page)
    {
      NsmPaperItem *item = &g_array_index (items, NsmPaperItem, side->item);

      item->height = y + strip->height - item->y;
    }
  else
    {
      NsmPaperItem item = { .kind = NSM_PAPER_ITEM_RECTANGLE, .x = side->x, .width = side->width,
                            .height = strip->height, .color = side->color };

      side->page = page;
      side->item = (int) items->len;
      put_item (paper, page, &item, y);
    }
}

/* @y: of its top, from the top of the page */
static void
put_strip (NsmPaper *paper, guint page, NsmPaperStrip *strip, double y)
{
  if (strip->side != NULL)
    put_side (paper, page, strip->side, strip, y);
  for (guint i = 0; i < strip->items->len; i++)
    put_item (paper, page, &g_array_index (strip->items, NsmPaperItem, i), y);
}

/**
 * nsm_paper_put_text:
 * @x: from where lines begin, inside the margin
 *
 * Puts what belongs to no part of the document onto a page.
 */
void
nsm_paper_put_text (NsmPaper *paper, guint page, NsmPaperText *text, double x, double y)
{
  NsmPaperItem item = { .kind = NSM_PAPER_ITEM_TEXT, .x = x, .width = text->width,
                        .height = nsm_paper_text_get_height (text), .text = text,
                        .n_lines = text->lines->len, .mute = TRUE };

  put_item (paper, page, &item, y);
}

static void
turn_page (Flow *flow)
{
  nsm_paper_begin_page (flow->paper);
  flow->page = flow->paper->pages->len - 1;
  flow->y = flow->paper->top;
  flow->fresh = TRUE;
}

static void
put (Flow *flow, NsmPaperStrip *strip)
{
  if (!flow->fresh)
    flow->y += strip->before;
  put_strip (flow->paper, flow->page, strip, flow->y);
  flow->y += strip->height;
  flow->fresh = FALSE;
}

/* What heads the columns stands above their rows on every page; it says nothing new there. */
static void
repeat_head (Flow *flow, NsmPaperStrip *head)
{
  GArray *items = ((NsmPaperPage *) flow->paper->pages->pdata[flow->page])->items;
  guint first = items->len;
  NsmPaperSide *side = head->side;

  head->side = NULL;
  for (guint i = 0; i < head->items->len; i++)
    {
      NsmPaperItem item = g_array_index (head->items, NsmPaperItem, i);

      item.mute = TRUE;
      put_item (flow->paper, flow->page, &item, flow->y);
    }
  head->side = side;
  flow->y += head->height;
  flow->fresh = items->len == first;
}

/* How much has to stand on the page if the strip at @first does. */
static double
measure_kept (GPtrArray *strips, guint first, gboolean fresh)
{
  double height = 0;

  for (guint i = first; i < strips->len; i++)
    {
      NsmPaperStrip *strip = strips->pdata[i];

      height += strip->height + (i == first && fresh ? 0 : strip->before);
      if (!strip->keep)
        break;
    }
  return height;
}

static gboolean
has_head (NsmPaperStrip *strip)
{
  return strip->head != NULL && strip->head != strip;
}

/**
 * nsm_paper_flow:
 * @strips: the document
 *
 * Puts @strips onto new pages. What has to stay together goes to the next page together, unless
 * it is longer than a page.
 */
void
nsm_paper_flow (NsmPaper *paper, GPtrArray *strips)
{
  Flow flow = { .paper = paper };
  gboolean kept = FALSE;

  turn_page (&flow);
  for (guint i = 0; i < strips->len; i++)
    {
      NsmPaperStrip *strip = strips->pdata[i];
      double left = paper->bottom - flow.y;
      double wanted = kept ? strip->before + strip->height
                           : fmax (measure_kept (strips, i, flow.fresh), strip->need);

      if (!flow.fresh && wanted > left + 0.01)
        {
          turn_page (&flow);
          if (has_head (strip))
            repeat_head (&flow, strip->head);
        }
      if (!strip->rule || !flow.fresh)
        put (&flow, strip);
      /* The group was found to fit, or is too long to. */
      kept = strip->keep;
    }
}
