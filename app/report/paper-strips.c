/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Strips: the pieces that are never broken, one below the other in a column. */
#include "report/paper-private.h"

#include <math.h>

/**
 * nsm_paper_column:
 *
 * Returns: a column inside @column, whose strips go to @strips
 */
NsmPaperColumn
nsm_paper_column (NsmPaperColumn *column, GPtrArray *strips, double x, double width)
{
  NsmPaperColumn inner = *column;

  inner.strips = strips;
  inner.x = x;
  inner.width = width;
  inner.gap = 0;
  return inner;
}

/**
 * nsm_paper_add_strip:
 *
 * Returns: (transfer none): a new last strip of @column
 */
NsmPaperStrip *
nsm_paper_add_strip (NsmPaperColumn *column, NsmNode *node, double height)
{
  NsmPaperStrip *strip = g_new0 (NsmPaperStrip, 1);

  strip->items = g_array_new (FALSE, TRUE, sizeof (NsmPaperItem));
  strip->before = column->gap;
  strip->height = height;
  strip->side = column->side;
  strip->node = node;
  column->gap = 0;
  g_ptr_array_add (column->paper->strips, strip);
  g_ptr_array_add (column->strips, strip);
  return strip;
}

/**
 * nsm_paper_add_space:
 *
 * Adds an empty strip, which belongs to what is above it: the lower edge of a note.
 */
void
nsm_paper_add_space (NsmPaperColumn *column, double height)
{
  if (column->strips->len > 0)
    ((NsmPaperStrip *) column->strips->pdata[column->strips->len - 1])->keep = TRUE;
  column->gap = 0;
  nsm_paper_add_strip (column, NULL, height);
}

/**
 * nsm_paper_add_gap:
 *
 * At least @gap will be free above the next strip.
 */
void
nsm_paper_add_gap (NsmPaperColumn *column, double gap)
{
  if (column->paper->tight)
    gap *= 0.6;
  column->gap = fmax (column->gap, gap);
}

/**
 * nsm_paper_strip_add:
 *
 * Returns: (transfer none): a new item, until the next one is added
 */
NsmPaperItem *
nsm_paper_strip_add (NsmPaperStrip *strip, NsmPaperItemKind kind, NsmNode *node, double x,
                     double y, double width, double height)
{
  NsmPaperItem item = {
    .kind = kind, .node = node, .x = x, .y = y, .width = width, .height = height
  };

  g_array_append_val (strip->items, item);
  return &g_array_index (strip->items, NsmPaperItem, strip->items->len - 1);
}

/**
 * nsm_paper_strip_add_lines:
 *
 * Adds @n lines of @text, from @first on, whose top is at @y.
 */
void
nsm_paper_strip_add_lines (NsmPaperStrip *strip, NsmNode *node, NsmPaperText *text, guint first,
                           guint n, double x, double y)
{
  const NsmPaperLine *top = &g_array_index (text->lines, NsmPaperLine, first);
  const NsmPaperLine *bottom = &g_array_index (text->lines, NsmPaperLine, first + n - 1);
  NsmPaperItem *item = nsm_paper_strip_add (strip, NSM_PAPER_ITEM_TEXT, node, x, y, text->width,
                                            bottom->bottom - top->top);

  item->text = text;
  item->first_line = first;
  item->n_lines = n;
}

void
nsm_paper_strip_add_text (NsmPaperStrip *strip, NsmNode *node, NsmPaperText *text, double x,
                          double y)
{
  nsm_paper_strip_add_lines (strip, node, text, 0, text->lines->len, x, y);
}

void
nsm_paper_strip_add_rectangle (NsmPaperStrip *strip, double x, double y, double width,
                               double height, guint32 color, double radius)
{
  NsmPaperItem *item =
    nsm_paper_strip_add (strip, NSM_PAPER_ITEM_RECTANGLE, NULL, x, y, width, height);

  item->color = color;
  item->radius = radius;
}

/**
 * nsm_paper_add_text:
 * @text: with its width set
 *
 * A strip for each line, of which neither the first nor the last stays alone on a page.
 */
void
nsm_paper_add_text (NsmPaperColumn *column, NsmNode *node, NsmPaperText *text)
{
  guint n = text->lines->len;

  for (guint i = 0; i < n; i++)
    {
      const NsmPaperLine *line = &g_array_index (text->lines, NsmPaperLine, i);
      NsmPaperStrip *strip = nsm_paper_add_strip (column, node, line->bottom - line->top);

      nsm_paper_strip_add_lines (strip, node, text, i, 1, column->x, 0);
      strip->keep = n > 1 && (i == 0 || i == n - 2);
    }
}

/**
 * nsm_paper_begin_side:
 * @width: of a bar at the side; of the whole column for a ground
 *
 * What is added to @column from now on has @color along it.
 */
NsmPaperSide *
nsm_paper_begin_side (NsmPaperColumn *column, double width, guint32 color)
{
  NsmPaperSide *side = g_new0 (NsmPaperSide, 1);

  side->outer = column->side;
  side->x = column->x;
  side->width = width;
  side->color = color;
  side->page = G_MAXUINT;
  g_ptr_array_add (column->paper->sides, side);
  column->side = side;
  return side;
}

void
nsm_paper_end_side (NsmPaperColumn *column)
{
  column->side = column->side->outer;
}

/**
 * nsm_paper_measure:
 *
 * Returns: how high @strips are, one below the other
 */
double
nsm_paper_measure (GPtrArray *strips)
{
  double height = 0;

  for (guint i = 0; i < strips->len; i++)
    {
      NsmPaperStrip *strip = strips->pdata[i];

      height += strip->height + (i > 0 ? strip->before : 0);
    }
  return height;
}

static void
absorb_sides (NsmPaperStrip *into, const NsmPaperStrip *strip, double y, double above)
{
  for (const NsmPaperSide *side = strip->side; side != into->side && side != NULL;
       side = side->outer)
    nsm_paper_strip_add_rectangle (into, side->x, y - above, side->width, strip->height + above,
                                   side->color, 0);
}

/**
 * nsm_paper_strip_absorb:
 * @strips: of another column
 *
 * Puts @strips into @strip, one below the other, from @y on.
 */
void
nsm_paper_strip_absorb (NsmPaperStrip *strip, GPtrArray *strips, double y)
{
  for (guint i = 0; i < strips->len; i++)
    {
      NsmPaperStrip *piece = strips->pdata[i];
      double above = i > 0 ? piece->before : 0;

      y += above;
      absorb_sides (strip, piece, y, above);
      for (guint k = 0; k < piece->items->len; k++)
        {
          NsmPaperItem item = g_array_index (piece->items, NsmPaperItem, k);

          item.y += y;
          g_array_append_val (strip->items, item);
        }
      y += piece->height;
    }
}
