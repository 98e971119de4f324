/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables: how wide columns are, rows as strips, and what heads the columns on every page. */
#include "report/paper-private.h"

#include <math.h>

#define GUTTER 10.0

/* So many columns are set small. */
#define MANY_COLUMNS 7

/* A row higher than this part of a page is broken by lines. */
#define HIGHEST_ROW (1 / 3.0)

/* A table lower than this part of a page isn't parted. */
#define LOWEST_TABLE 0.14

/* Less than this part of the measure, and a table would look lost in it. */
#define NARROWEST_TABLE 0.55

/* A longer word than this part of the measure is broken rather than widen its column. */
#define LONGEST_WORD 0.24
#define SHORTEST_WORD 0.05

/* So much of the measure is for words that are not to be broken; the rest is shared. */
#define SHARE_OF_WORDS 0.8

typedef struct
{
  NsmPaper *paper;
  NsmNode *node;
  guint n_columns, n_rows;
  NsmPaperText **texts; /* by row, then column; NULL where a row has no such cell */
  gboolean *numeric;    /* by column */
  double *wanted;       /* by column: nothing is broken */
  double *needed;       /* by column: no word is broken */
  double *widths;
  double *starts;
} Table;

static NsmNode *
get_cell (Table *table, guint row, guint column)
{
  NsmNode *node = table->node->children->pdata[row];

  return column < node->children->len ? node->children->pdata[column] : NULL;
}

static NsmPaperText **
at (Table *table, guint row, guint column)
{
  return &table->texts[row * table->n_columns + column];
}

static void
measure_cells (NsmPaperColumn *column, Table *table)
{
  gboolean tiny = column->tiny || table->n_columns >= MANY_COLUMNS;
  NsmPaperStyle cell = tiny ? NSM_PAPER_TINY : NSM_PAPER_CELL;
  NsmPaperStyle head = tiny ? NSM_PAPER_TINY_HEAD : NSM_PAPER_CELL_HEAD;

  for (guint r = 0; r < table->n_rows; r++)
    for (guint c = 0; c < table->n_columns; c++)
      {
        NsmNode *node = get_cell (table, r, c);
        NsmPaperText *text;
        double wanted, needed;

        if (node == NULL)
          continue;
        text = nsm_paper_new_text (table->paper, r == 0 || c == 0 ? head : cell, node->runs, NULL,
                                   r == 0 ? NSM_PAPER_QUIET : NSM_PAPER_INK);
        if (table->numeric[c])
          nsm_paper_text_set_end (text);
        *at (table, r, c) = text;
        nsm_paper_text_measure (text, &wanted, &needed);
        table->wanted[c] = fmax (table->wanted[c], wanted);
        table->needed[c] = fmax (table->needed[c], needed);
      }
}

/* Columns that want no more than a fair share get what they want; the others share the rest by
 * the root of what they want, so that much text neither starves the others nor is starved. */
static void
share_width (Table *table, double width)
{
  guint n = table->n_columns;
  g_autofree gboolean *settled = g_new0 (gboolean, n);
  double left = width, needed = 0;
  gboolean changed = TRUE;

  for (guint c = 0; c < n; c++)
    needed += table->needed[c];
  if (needed > width)
    {
      for (guint c = 0; c < n; c++)
        table->widths[c] = table->needed[c] * width / needed;
      return;
    }
  while (changed)
    {
      double weights = 0, rest = left;

      changed = FALSE;
      for (guint c = 0; c < n; c++)
        if (!settled[c])
          weights += sqrt (table->wanted[c]);
      for (guint c = 0; c < n && !changed; c++)
        {
          double share = rest * sqrt (table->wanted[c]) / fmax (weights, 1e-9);
          double least = table->needed[c], most = table->wanted[c];

          if (settled[c] || (share > least && share < most))
            {
              if (!settled[c])
                table->widths[c] = share;
              continue;
            }
          /* Those that need more than their share come first: they leave less for the others. */
          if (share >= most)
            for (guint k = 0; k < n; k++)
              if (!settled[k] && rest * sqrt (table->wanted[k]) / weights <= table->needed[k])
                {
                  c = k;
                  least = table->needed[k];
                  share = least;
                  most = G_MAXDOUBLE;
                  break;
                }
          table->widths[c] = share >= most ? most : least;
          settled[c] = TRUE;
          left -= table->widths[c];
          changed = TRUE;
        }
    }
}

/* Where all long words together have no room the longest are broken first. */
static void
limit_words (Table *table, double measure, double room)
{
  guint n = table->n_columns;
  double longest = measure * fmax (LONGEST_WORD, 0.8 / n), needed;

  do
    {
      needed = 0;
      for (guint c = 0; c < n; c++)
        needed += fmin (table->needed[c] + 0.5, longest);
      longest *= 0.92;
    }
  while (needed > SHARE_OF_WORDS * room && longest > SHORTEST_WORD * measure);
  for (guint c = 0; c < n; c++)
    table->needed[c] = fmin (table->needed[c] + 0.5, longest / 0.92);
}

static double
set_widths (Table *table, double measure)
{
  guint n = table->n_columns;
  double room = measure - GUTTER * (n - 1), wanted = 0, total = 0;

  limit_words (table, measure, room);
  for (guint c = 0; c < n; c++)
    {
      table->wanted[c] = fmax (table->wanted[c] + 0.5, table->needed[c]);
      wanted += table->wanted[c];
    }
  if (wanted <= room)
    {
      double full = wanted > NARROWEST_TABLE * room ? room : NARROWEST_TABLE * room;

      for (guint c = 0; c < n; c++)
        table->widths[c] = table->wanted[c] * full / fmax (wanted, 1);
    }
  else
    {
      share_width (table, room);
    }
  for (guint c = 0; c < n; c++)
    {
      table->starts[c] = total;
      total += table->widths[c] + GUTTER;
    }
  return total - GUTTER;
}

static double
break_row (Table *table, guint r)
{
  double height = 0;

  for (guint c = 0; c < table->n_columns; c++)
    {
      NsmPaperText *text = *at (table, r, c);

      if (text == NULL)
        continue;
      nsm_paper_text_set_width (text, table->widths[c]);
      height = fmax (height, nsm_paper_text_get_height (text));
    }
  return height;
}

static NsmPaperStrip *
add_whole_row (NsmPaperColumn *column, Table *table, guint r, double height, double pad)
{
  NsmPaperStrip *strip =
    nsm_paper_add_strip (column, table->node->children->pdata[r], height + 2 * pad);

  for (guint c = 0; c < table->n_columns; c++)
    {
      NsmPaperText *text = *at (table, r, c);
      double y = pad;

      if (text == NULL)
        continue;
      if (r == 0)
        y += height - nsm_paper_text_get_height (text);
      nsm_paper_strip_add_text (strip, get_cell (table, r, c), text, column->x + table->starts[c],
                                y);
    }
  return strip;
}

/* Line by line: all cells go on together on the next page. */
static NsmPaperStrip *
add_long_row (NsmPaperColumn *column, Table *table, guint r, double pad, NsmPaperStrip *head)
{
  NsmPaperStrip *strip = NULL;
  guint n = 0;

  for (guint c = 0; c < table->n_columns; c++)
    n = MAX (n, *at (table, r, c) != NULL ? (*at (table, r, c))->lines->len : 0);
  for (guint i = 0; i < n; i++)
    {
      double height = 0, top = i == 0 ? pad : 0;

      strip = nsm_paper_add_strip (column, table->node->children->pdata[r], 0);
      strip->head = head;
      for (guint c = 0; c < table->n_columns; c++)
        {
          NsmPaperText *text = *at (table, r, c);
          const NsmPaperLine *line;

          if (text == NULL || i >= text->lines->len)
            continue;
          line = &g_array_index (text->lines, NsmPaperLine, i);
          height = fmax (height, line->bottom - line->top);
          nsm_paper_strip_add_lines (strip, get_cell (table, r, c), text, i, 1,
                                     column->x + table->starts[c], top);
        }
      strip->height = top + height + (i + 1 == n ? pad : 0);
      strip->keep = i < 2 || i + 3 == n || i + 2 == n;
    }
  strip->keep = FALSE;
  return strip;
}

static void
add_rows (NsmPaperColumn *column, Table *table, double width)
{
  double pad = (column->tiny ? 2.2 : 4.2) * table->paper->scale * (table->paper->tight ? 0.6 : 1);
  double highest = HIGHEST_ROW * (table->paper->bottom - table->paper->top);
  NsmPaperStrip *head = NULL, *previous = NULL;
  guint first = column->strips->len;
  double total = 0;

  for (guint r = 0; r < table->n_rows; r++)
    {
      double height = break_row (table, r);
      guint begin = column->strips->len;
      NsmPaperStrip *strip;

      if (r > 0 && height > highest)
        strip = add_long_row (column, table, r, pad, head);
      else
        strip = add_whole_row (column, table, r, height, pad);
      if (r == 0)
        {
          head = strip;
          strip->keep = TRUE;
        }
      strip->head = head;
      nsm_paper_strip_add_rectangle (strip, column->x, strip->height - 0.6, width,
                                     r == 0 ? 0.9 : 0.5,
                                     r == 0 ? NSM_PAPER_INK : NSM_PAPER_LINE, 0);
      /* A row alone on a page looks forgotten. */
      if (previous != NULL && (r + 1 == table->n_rows || r == 2) &&
          column->strips->len == begin + 1)
        previous->keep = TRUE;
      previous = strip;
      total += height + 2 * pad;
    }
  if (total <= LOWEST_TABLE * (table->paper->bottom - table->paper->top))
    for (guint i = first; i + 1 < column->strips->len; i++)
      ((NsmPaperStrip *) column->strips->pdata[i])->keep = TRUE;
}

/**
 * nsm_paper_add_table:
 * @node: a table
 */
void
nsm_paper_add_table (NsmPaperColumn *column, NsmNode *node)
{
  Table table = { .paper = column->paper, .node = node, .n_rows = node->children->len };
  g_autofree NsmPaperText **texts = NULL;
  g_autofree double *numbers = NULL;
  g_autofree gboolean *numeric = NULL;
  double width;

  for (guint r = 0; r < table.n_rows; r++)
    table.n_columns =
      MAX (table.n_columns, ((NsmNode *) node->children->pdata[r])->children->len);
  if (table.n_columns == 0)
    return;
  if (node->runs->len > 0)
    {
      NsmPaperText *caption = nsm_paper_new_text (
        column->paper, column->tiny ? NSM_PAPER_TINY_HEAD : NSM_PAPER_LABEL, node->runs, NULL,
        NSM_PAPER_INK);

      nsm_paper_text_set_width (caption, column->width);
      nsm_paper_add_text (column, node, caption);
      for (guint i = 0; i < caption->lines->len; i++)
        ((NsmPaperStrip *) column->strips->pdata[column->strips->len - 1 - i])->keep = TRUE;
      nsm_paper_add_gap (column, 2);
    }
  table.texts = texts = g_new0 (NsmPaperText *, table.n_rows * table.n_columns);
  table.numeric = numeric = g_new0 (gboolean, table.n_columns);
  numbers = g_new0 (double, table.n_columns * 4);
  table.wanted = numbers;
  table.needed = numbers + table.n_columns;
  table.widths = numbers + 2 * table.n_columns;
  table.starts = numbers + 3 * table.n_columns;
  for (guint c = 0; c < table.n_columns && table.n_rows > 1; c++)
    {
      NsmNode *cell = get_cell (&table, table.n_rows - 1, c);

      numeric[c] = cell != NULL && cell->numeric;
    }
  measure_cells (column, &table);
  width = set_widths (&table, column->width);
  add_rows (column, &table, width);
  nsm_paper_add_gap (column, 12 * column->paper->scale);
}
