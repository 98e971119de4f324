/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sections, paragraphs, lists, definitions, cards and notes as strips. */
#include "report/paper-private.h"

#include <math.h>

/* A section begins on a new page where less than this part of one is left. */
#define ROOM_FOR_SECTION 0.24

/* Shorter sections than this part of a page aren't parted. */
#define SHORTEST_SECTION 0.36
#define SHORTEST_NOTE 0.25
#define SHORTEST_PART 0.14

/* Higher cards than this part of a page don't stand side by side, where nothing could break. */
#define HIGHEST_CARD 0.3

/* The first section is for those who read one page: it has one. */
#define ROOM_AFTER_SUMMARY 0.62

#define TERM_SHARE 0.235
#define GUTTER 14.0

static double
get_page_height (NsmPaper *paper)
{
  return paper->bottom - paper->top;
}

/**
 * nsm_paper_get_tone_color:
 *
 * Returns: 0xrrggbb for words and bars
 */
guint32
nsm_paper_get_tone_color (NsmTone tone)
{
  switch (tone)
    {
    case NSM_TONE_POSITIVE:
      return NSM_PAPER_GOOD;
    case NSM_TONE_CAUTION:
      return NSM_PAPER_CARE;
    case NSM_TONE_NEGATIVE:
      return NSM_PAPER_BAD;
    case NSM_TONE_PLAIN:
    case NSM_TONE_LEAD:
    case NSM_TONE_FINE:
    case NSM_TONE_QUOTE:
    case NSM_TONE_CARDS:
    default:
      return NSM_PAPER_ACCENT;
    }
}

static NsmPaperText *
add_runs (NsmPaperColumn *column, NsmNode *node, NsmPaperStyle style, guint32 color)
{
  NsmPaperText *text = nsm_paper_new_text (column->paper, style, node->runs, NULL, color);

  nsm_paper_text_set_width (text, column->width);
  nsm_paper_add_text (column, node, text);
  return text;
}

/* Everything added since @first stays with what comes next. */
static void
keep_from (NsmPaperColumn *column, guint first)
{
  for (guint i = first; i < column->strips->len; i++)
    ((NsmPaperStrip *) column->strips->pdata[i])->keep = TRUE;
}

/* What was added since @first stays together if it isn't higher than @most. */
static void
keep_short (NsmPaperColumn *column, guint first, double most)
{
  double height = 0;

  for (guint i = first; i < column->strips->len && height <= most; i++)
    {
      NsmPaperStrip *strip = column->strips->pdata[i];

      height += strip->before + strip->height;
    }
  if (height > most)
    return;
  for (guint i = first; i + 1 < column->strips->len; i++)
    ((NsmPaperStrip *) column->strips->pdata[i])->keep = TRUE;
}

static void
add_section (NsmPaperColumn *column, NsmNode *node)
{
  NsmPaper *paper = column->paper;
  guint first = column->strips->len;
  static const NsmPaperStyle headings[] = { NSM_PAPER_HEADING_1, NSM_PAPER_HEADING_2,
                                            NSM_PAPER_HEADING_3 };
  static const double above[] = { 30, 18, 12 };
  static const double below[] = { 10, 5, 3 };
  guint level = MIN (column->level, 2);
  double s = paper->scale;

  nsm_paper_add_gap (column, above[level] * s);
  if (level == 0 && first > 0)
    {
      NsmPaperStrip *rule = nsm_paper_add_strip (column, node, 0.6);

      nsm_paper_strip_add_rectangle (rule, column->x, 0, column->width, 0.6, NSM_PAPER_LINE, 0);
      rule->rule = TRUE;
      rule->need = get_page_height (paper) * (node == paper->report->sections->pdata[1]
                                                ? ROOM_AFTER_SUMMARY
                                                : ROOM_FOR_SECTION);
      nsm_paper_add_gap (column, 16 * s);
    }
  add_runs (column, node, headings[level], NSM_PAPER_INK);
  keep_from (column, first);
  nsm_paper_add_gap (column, below[level] * s);
  column->level++;
  nsm_paper_add_nodes (column, node->children);
  column->level--;
  keep_short (column, first,
              (level == 0 ? SHORTEST_SECTION : SHORTEST_PART) * get_page_height (paper));
}

static void
add_paragraph (NsmPaperColumn *column, NsmNode *node)
{
  double s = column->paper->scale;
  NsmPaperColumn inner;

  switch (node->tone)
    {
    case NSM_TONE_LEAD:
      add_runs (column, node, NSM_PAPER_LEAD, NSM_PAPER_INK);
      nsm_paper_add_gap (column, 12 * s);
      return;
    case NSM_TONE_FINE:
      add_runs (column, node, NSM_PAPER_FINE, NSM_PAPER_QUIET);
      break;
    case NSM_TONE_QUOTE:
      {
        double gap = column->gap;

        /* What is free above isn't part of the quote. */
        nsm_paper_begin_side (column, 2, NSM_PAPER_ACCENT);
        inner = nsm_paper_column (column, column->strips, column->x + 12, column->width - 12);
        inner.gap = gap;
        add_runs (&inner, node, NSM_PAPER_QUOTE, NSM_PAPER_INK);
        column->gap = 0;
        nsm_paper_end_side (column);
        break;
      }
    case NSM_TONE_PLAIN:
    case NSM_TONE_CARDS:
    case NSM_TONE_POSITIVE:
    case NSM_TONE_CAUTION:
    case NSM_TONE_NEGATIVE:
    default:
      add_runs (column, node, column->tiny ? NSM_PAPER_FINE : NSM_PAPER_BODY, NSM_PAPER_INK);
    }
  nsm_paper_add_gap (column, 6 * s);
}

static void
add_item (NsmPaperColumn *column, NsmNode *item, guint number)
{
  double s = column->paper->scale, indent = (number > 0 ? 18 : 12) * s;
  guint first = column->strips->len;
  NsmPaperColumn inner =
    nsm_paper_column (column, column->strips, column->x + indent, column->width - indent);
  g_autofree char *sign = number > 0 ? g_strdup_printf ("%u.", number) : g_strdup ("•");
  NsmPaperText *mark = nsm_paper_new_text (column->paper, NSM_PAPER_BODY, NULL, sign,
                                           number > 0 ? NSM_PAPER_INK : NSM_PAPER_QUIET);
  NsmPaperStrip *strip;

  inner.gap = column->gap;
  add_runs (&inner, item, NSM_PAPER_BODY, NSM_PAPER_INK);
  column->gap = 0;
  nsm_paper_text_set_width (mark, indent);
  strip = column->strips->pdata[first];
  nsm_paper_strip_add_text (strip, item, mark, column->x, 0);
  /* A point says nothing. */
  g_array_index (strip->items, NsmPaperItem, strip->items->len - 1).mute = TRUE;
  nsm_paper_add_gap (column, 3 * s);
}

static void
add_list (NsmPaperColumn *column, NsmNode *node)
{
  guint n = node->children->len;

  for (guint i = 0; i < n; i++)
    {
      add_item (column, node->children->pdata[i], node->ordered ? i + 1 : 0);
      /* Neither the first item nor the last one stays alone on a page. */
      if (n > 2 && (i == 0 || i == n - 2))
        keep_from (column, column->strips->len - 1);
    }
  nsm_paper_add_gap (column, 7 * column->paper->scale);
}

/* The term stands beside what is said about it. */
static void
add_entry (NsmPaperColumn *column, NsmNode *entry, double term_width)
{
  NsmPaper *paper = column->paper;
  guint first = column->strips->len;
  double left, x = term_width + GUTTER;
  NsmPaperColumn inner =
    nsm_paper_column (column, column->strips, column->x + x, column->width - x);
  NsmPaperText *term =
    nsm_paper_new_text (paper, NSM_PAPER_TERM, entry->runs, NULL, NSM_PAPER_INK);
  NsmPaperStrip *strip;

  nsm_paper_text_set_width (term, term_width);
  inner.gap = column->gap;
  column->gap = 0;
  nsm_paper_add_nodes (&inner, entry->children);
  if (column->strips->len == first)
    {
      inner.gap = fmax (inner.gap, 0);
      nsm_paper_add_strip (&inner, entry, nsm_paper_get_leading (paper, NSM_PAPER_TERM));
    }
  strip = column->strips->pdata[first];
  nsm_paper_strip_add_text (strip, entry, term, column->x, 0);
  /* Terms come before what explains them. */
  if (strip->items->len > 1)
    {
      NsmPaperItem last = g_array_index (strip->items, NsmPaperItem, strip->items->len - 1);

      g_array_remove_index (strip->items, strip->items->len - 1);
      g_array_prepend_val (strip->items, last);
    }
  left = nsm_paper_text_get_height (term);
  for (guint i = first; i < column->strips->len && left > 0; i++)
    {
      strip = column->strips->pdata[i];
      left -= strip->height + (i > first ? strip->before : 0);
      if (left > 0 && i + 1 < column->strips->len)
        strip->keep = TRUE;
    }
  if (left > 0)
    strip->height += left;
  nsm_paper_add_gap (column, 5 * paper->scale);
}

static void
add_definitions (NsmPaperColumn *column, NsmNode *node)
{
  double share = column->width * TERM_SHARE;

  for (guint i = 0; i < node->children->len; i++)
    add_entry (column, node->children->pdata[i], share);
  nsm_paper_add_gap (column, 9 * column->paper->scale);
}

/* Short items, such as who signed, stand in two columns: down the first, then down the second. */
static void
add_items_beside (NsmPaperColumn *column, NsmNode *list)
{
  double width = (column->width - GUTTER) / 2;
  g_autoptr (GPtrArray) left = g_ptr_array_new ();
  g_autoptr (GPtrArray) right = g_ptr_array_new ();
  NsmPaperStrip *strip;

  for (guint i = 0; i < list->children->len; i++)
    {
      gboolean first = i < (list->children->len + 1) / 2;
      NsmPaperColumn inner =
        nsm_paper_column (column, first ? left : right,
                          column->x + (first ? 0 : width + GUTTER), width);

      nsm_paper_add_gap (&inner, 3 * column->paper->scale);
      add_item (&inner, list->children->pdata[i], 0);
    }
  strip = nsm_paper_add_strip (column, list,
                               fmax (nsm_paper_measure (left), nsm_paper_measure (right)));
  nsm_paper_strip_absorb (strip, left, 0);
  nsm_paper_strip_absorb (strip, right, 0);
}

static gboolean
is_long_list (NsmNode *entry)
{
  NsmNode *child = entry->children->len > 0 ? entry->children->pdata[0] : NULL;

  return child != NULL && child->kind == NSM_NODE_LIST && child->children->len > 3;
}

/* @inner is part of a strip, or of the page */
static void
fill_card (NsmPaperColumn *inner, NsmNode *entry, gboolean whole)
{
  guint first = inner->strips->len;

  add_runs (inner, entry, NSM_PAPER_LABEL, NSM_PAPER_ACCENT);
  keep_from (inner, first);
  nsm_paper_add_gap (inner, 1.5);
  if (whole && is_long_list (entry))
    add_items_beside (inner, entry->children->pdata[0]);
  else
    nsm_paper_add_nodes (inner, entry->children);
}

static GPtrArray *
make_card (NsmPaperColumn *column, NsmNode *entry, double x, double width)
{
  GPtrArray *strips = g_ptr_array_new ();
  NsmPaperColumn inner = nsm_paper_column (column, strips, x, width);

  inner.side = column->side;
  fill_card (&inner, entry, TRUE);
  return strips;
}

/* One strip with a hairline above each card. */
static gboolean
add_cards_beside (NsmPaperColumn *column, NsmNode *left, NsmNode *right)
{
  double width = right != NULL ? (column->width - GUTTER * 1.4) / 2 : column->width;
  double x = column->x + width + GUTTER * 1.4, top = 6 * column->paper->scale;
  g_autoptr (GPtrArray) one = make_card (column, left, column->x, width);
  g_autoptr (GPtrArray) two = right != NULL ? make_card (column, right, x, width)
                                            : g_ptr_array_new ();
  double height = fmax (nsm_paper_measure (one), nsm_paper_measure (two));
  double highest =
    column->paper->report->scope == NSM_REPORT_SCOPE_SUMMARY ? 0.95 : HIGHEST_CARD;
  NsmPaperStrip *strip;

  if (height > highest * get_page_height (column->paper))
    return FALSE;
  strip = nsm_paper_add_strip (column, left, height + top);
  nsm_paper_strip_add_rectangle (strip, column->x, 0, width, 0.6, NSM_PAPER_LINE, 0);
  nsm_paper_strip_absorb (strip, one, top);
  if (right != NULL)
    {
      nsm_paper_strip_add_rectangle (strip, x, 0, width, 0.6, NSM_PAPER_LINE, 0);
      nsm_paper_strip_absorb (strip, two, top);
    }
  nsm_paper_add_gap (column, 12 * column->paper->scale);
  return TRUE;
}

static void
add_card_alone (NsmPaperColumn *column, NsmNode *entry)
{
  NsmPaperStrip *rule = nsm_paper_add_strip (column, entry, 0.6);

  rule->keep = TRUE;
  nsm_paper_strip_add_rectangle (rule, column->x, 0, column->width, 0.6, NSM_PAPER_LINE, 0);
  nsm_paper_add_gap (column, 6 * column->paper->scale);
  fill_card (column, entry, FALSE);
  nsm_paper_add_gap (column, 12 * column->paper->scale);
}

/* The first one is the weightiest: it has the whole measure. A list does, too: who signed. */
static gboolean
wants_measure (GPtrArray *entries, guint i)
{
  NsmNode *entry = entries->pdata[i];

  return i == 0 || is_long_list (entry);
}

static void
add_cards (NsmPaperColumn *column, NsmNode *node)
{
  GPtrArray *entries = node->children;

  for (guint i = 0; i < entries->len; i++)
    {
      NsmNode *entry = entries->pdata[i];
      NsmNode *next = i + 1 < entries->len && !wants_measure (entries, i) &&
                          !wants_measure (entries, i + 1)
                        ? entries->pdata[i + 1]
                        : NULL;

      if (add_cards_beside (column, entry, next))
        {
          if (next != NULL)
            i++;
        }
      else
        {
          add_card_alone (column, entry);
        }
    }
}

static void
add_note (NsmPaperColumn *column, NsmNode *node)
{
  NsmPaper *paper = column->paper;
  double s = paper->scale, pad = 14;
  static const guint32 grounds[] = { [NSM_TONE_POSITIVE] = 0xf0f8f3,
                                     [NSM_TONE_CAUTION] = 0xfcf6e6,
                                     [NSM_TONE_NEGATIVE] = 0xfcf0f0 };
  guint32 ground = node->tone >= NSM_TONE_POSITIVE ? grounds[node->tone] : NSM_PAPER_SOFT;
  NsmPaperColumn inner;
  guint first;

  nsm_paper_add_gap (column, 12 * s);
  nsm_paper_begin_side (column, column->width, ground);
  nsm_paper_begin_side (column, 2.5, nsm_paper_get_tone_color (node->tone));
  inner = nsm_paper_column (column, column->strips, column->x + pad, column->width - 2 * pad);
  inner.gap = column->gap;
  column->gap = 0;
  first = inner.strips->len;
  nsm_paper_add_strip (&inner, node, 9 * s);
  add_runs (&inner, node, NSM_PAPER_TERM, NSM_PAPER_INK);
  keep_from (&inner, first);
  nsm_paper_add_gap (&inner, 2 * s);
  nsm_paper_add_nodes (&inner, node->children);
  nsm_paper_add_space (&inner, 9 * s);
  keep_short (column, first, SHORTEST_NOTE * get_page_height (paper));
  nsm_paper_end_side (column);
  nsm_paper_end_side (column);
  nsm_paper_add_gap (column, 14 * s);
}

/**
 * nsm_paper_add_node:
 *
 * Adds @node, and what is in it, to @column.
 */
void
nsm_paper_add_node (NsmPaperColumn *column, NsmNode *node)
{
  switch (node->kind)
    {
    case NSM_NODE_SECTION:
      add_section (column, node);
      break;
    case NSM_NODE_PARAGRAPH:
      add_paragraph (column, node);
      break;
    case NSM_NODE_LIST:
      add_list (column, node);
      break;
    case NSM_NODE_TABLE:
      nsm_paper_add_table (column, node);
      break;
    case NSM_NODE_DEFINITIONS:
      if (node->tone == NSM_TONE_CARDS)
        add_cards (column, node);
      else
        add_definitions (column, node);
      break;
    case NSM_NODE_FIGURE:
      nsm_paper_add_figure (column, node);
      break;
    case NSM_NODE_NOTE:
      add_note (column, node);
      break;
    case NSM_NODE_ITEM:
    case NSM_NODE_ROW:
    case NSM_NODE_CELL:
    case NSM_NODE_ENTRY:
    default:
      g_assert_not_reached ();
    }
}

static gboolean
is_paragraph (GPtrArray *nodes, guint i, NsmTone tone)
{
  return i < nodes->len && ((NsmNode *) nodes->pdata[i])->kind == NSM_NODE_PARAGRAPH &&
         ((NsmNode *) nodes->pdata[i])->tone == tone;
}

/**
 * nsm_paper_add_nodes:
 *
 * Adds all @nodes. Whose words a quote is stays below it.
 */
void
nsm_paper_add_nodes (NsmPaperColumn *column, GPtrArray *nodes)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      nsm_paper_add_node (column, nodes->pdata[i]);
      if (is_paragraph (nodes, i, NSM_TONE_QUOTE) && is_paragraph (nodes, i + 1, NSM_TONE_FINE))
        {
          NsmPaperColumn source =
            nsm_paper_column (column, column->strips, column->x + 12, column->width - 12);

          keep_from (column, column->strips->len - 1);
          source.gap = 1;
          nsm_paper_add_node (&source, nodes->pdata[++i]);
          column->gap = 0;
          nsm_paper_add_gap (column, 10 * column->paper->scale);
        }
    }
}
