/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables: those of the document, and those that only set things beside each other. */
#include "report/docx-private.h"

#include <string.h>

/* A row that is longer than this may go on on the next page. */
#define LONGEST_WHOLE 900 /* letters beside a term */
#define HIGHEST_WHOLE 14  /* lines in a table */

#define TERM_SHARE 0.24
#define CELL_PADDING 170

/* Heads that stand upright, in twips. */
#define UPRIGHT_LETTER 118
#define UPRIGHT_LINE 15 /* letters */
#define UPRIGHT_LEAST 900
#define UPRIGHT_MOST 4000
#define CARD_FILL "F4F4F6"

static void
write_width (NsmDocxXml *xml, const char *name, int width)
{
  nsm_docx_start (xml, name);
  nsm_docx_attribute_int (xml, "w:w", width);
  nsm_docx_attribute (xml, "w:type", "dxa");
  nsm_docx_end (xml);
}

static void
write_flag (NsmDocxXml *xml, const char *name, gboolean on)
{
  nsm_docx_attribute (xml, name, on ? "1" : "0");
}

static void
begin_table (NsmDocx *docx, const char *style, const char *title, const int *widths, guint n,
             gboolean first_row, gboolean first_column)
{
  NsmDocxXml *xml = &docx->xml;
  int sum = 0;

  for (guint i = 0; i < n; i++)
    sum += widths[i];
  nsm_docx_start (xml, "w:tbl");
  nsm_docx_start (xml, "w:tblPr");
  nsm_docx_value (xml, "w:tblStyle", style);
  if (docx->report->rtl)
    nsm_docx_empty (xml, "w:bidiVisual");
  write_width (xml, "w:tblW", sum);
  nsm_docx_start (xml, "w:tblLayout");
  nsm_docx_attribute (xml, "w:type", "fixed");
  nsm_docx_end (xml);
  nsm_docx_start (xml, "w:tblLook");
  nsm_docx_attribute (xml, "w:val", first_row ? "06A0" : first_column ? "0680" : "0600");
  write_flag (xml, "w:firstRow", first_row);
  write_flag (xml, "w:lastRow", FALSE);
  write_flag (xml, "w:firstColumn", first_column);
  write_flag (xml, "w:lastColumn", FALSE);
  write_flag (xml, "w:noHBand", TRUE);
  write_flag (xml, "w:noVBand", TRUE);
  nsm_docx_end (xml);
  if (title != NULL && title[0] != '\0')
    nsm_docx_value (xml, "w:tblCaption", title);
  nsm_docx_end (xml);
  nsm_docx_start (xml, "w:tblGrid");
  for (guint i = 0; i < n; i++)
    {
      nsm_docx_start (xml, "w:gridCol");
      nsm_docx_attribute_int (xml, "w:w", widths[i]);
      nsm_docx_end (xml);
    }
  nsm_docx_end (xml);
}

static void
end_table (NsmDocx *docx)
{
  nsm_docx_end (&docx->xml);
  nsm_docx_write_spacer (docx);
}

static gsize
get_length (NsmNode *node)
{
  gsize length = 0;

  for (guint i = 0; i < node->runs->len; i++)
    length += strlen (((NsmRun *) node->runs->pdata[i])->text);
  for (guint i = 0; i < node->children->len; i++)
    length += get_length (node->children->pdata[i]);
  return length;
}

static void
begin_row (NsmDocx *docx, gboolean whole, gboolean head, int height)
{
  NsmDocxXml *xml = &docx->xml;

  nsm_docx_start (xml, "w:tr");
  if (!whole && !head)
    return;
  nsm_docx_start (xml, "w:trPr");
  if (whole)
    nsm_docx_empty (xml, "w:cantSplit");
  if (height > 0)
    {
      nsm_docx_start (xml, "w:trHeight");
      nsm_docx_attribute_int (xml, "w:val", height);
      nsm_docx_attribute (xml, "w:hRule", "atLeast");
      nsm_docx_end (xml);
    }
  if (head)
    nsm_docx_empty (xml, "w:tblHeader");
  nsm_docx_end (xml);
}

static void
begin_cell (NsmDocx *docx, int width, int span, const char *fill, gboolean upright, gboolean bottom)
{
  NsmDocxXml *xml = &docx->xml;

  nsm_docx_start (xml, "w:tc");
  nsm_docx_start (xml, "w:tcPr");
  write_width (xml, "w:tcW", width);
  if (span > 1)
    {
      nsm_docx_start (xml, "w:gridSpan");
      nsm_docx_attribute_int (xml, "w:val", span);
      nsm_docx_end (xml);
    }
  if (fill != NULL)
    {
      nsm_docx_start (xml, "w:shd");
      nsm_docx_attribute (xml, "w:val", "clear");
      nsm_docx_attribute (xml, "w:color", "auto");
      nsm_docx_attribute (xml, "w:fill", fill);
      nsm_docx_end (xml);
    }
  if (upright)
    nsm_docx_value (xml, "w:textDirection", "btLr");
  if (bottom)
    nsm_docx_value (xml, "w:vAlign", "bottom");
  nsm_docx_end (xml);
}

/* As high as the longest head that stands upright. */
static int
get_upright_height (NsmNode *table)
{
  NsmNode *row = table->children->pdata[0];
  glong longest = 0, length;

  for (guint c = 1; c < row->children->len; c++)
    if (nsm_docx_is_numeric (table, c))
      {
        g_autofree char *text = nsm_node_dup_plain_text (row->children->pdata[c]);

        length = g_utf8_strlen (text, -1);
        /* Two lines of a long one stand beside each other. */
        longest = MAX (longest, length > UPRIGHT_LINE ? length * 2 / 3 : length);
      }
  return (int) CLAMP (longest * UPRIGHT_LETTER, UPRIGHT_LEAST, UPRIGHT_MOST);
}

static void
write_head (NsmDocx *docx, NsmNode *table, const int *widths, guint n, gboolean upright)
{
  NsmNode *row = table->children->pdata[0];

  begin_row (docx, TRUE, TRUE, upright ? get_upright_height (table) : 0);
  for (guint c = 0; c < n; c++)
    {
      gboolean turned = upright && c > 0 && nsm_docx_is_numeric (table, c);
      g_autofree char *text = c < row->children->len
                                ? nsm_node_dup_plain_text (row->children->pdata[c])
                                : g_strdup ("");
      /* What stands upright begins at the bottom, in every direction. */
      const NsmDocxLook look = { .style = "TableHeading",
                                 .flush = turned ? nsm_docx_runs_backwards (docx, text)
                                                 : nsm_docx_is_numeric (table, c) };

      begin_cell (docx, widths[c], 1, NULL, turned, TRUE);
      if (c < row->children->len)
        nsm_docx_write_paragraph (docx, &look, row->children->pdata[c]);
      else
        nsm_docx_write_spacer (docx);
      nsm_docx_end (&docx->xml);
    }
  nsm_docx_end (&docx->xml);
}

static gboolean
is_high (NsmNode *row, const int *widths)
{
  for (guint c = 0; c < row->children->len; c++)
    if (nsm_docx_count_lines (row->children->pdata[c], widths[c]) > HIGHEST_WHOLE)
      return TRUE;
  return FALSE;
}

static void
write_row (NsmDocx *docx, NsmNode *row, const int *widths, guint n, const char *style)
{
  begin_row (docx, !is_high (row, widths), FALSE, 0);
  for (guint c = 0; c < n; c++)
    {
      NsmNode *cell = c < row->children->len ? row->children->pdata[c] : NULL;
      const NsmDocxLook look = { .style = style, .strong = c == 0,
                                 .flush = cell != NULL && cell->numeric };

      begin_cell (docx, widths[c], 1, NULL, FALSE, FALSE);
      if (cell != NULL)
        nsm_docx_write_paragraph (docx, &look, cell);
      else
        nsm_docx_write_spacer (docx);
      nsm_docx_end (&docx->xml);
    }
  nsm_docx_end (&docx->xml);
}

/**
 * nsm_docx_write_table:
 * @node: a table
 */
void
nsm_docx_write_table (NsmDocx *docx, NsmNode *node)
{
  const NsmDocxLook caption = { .style = "TableCaption", .keep_next = TRUE };
  g_autofree char *title = nsm_node_dup_plain_text (node);
  g_autofree int *widths = NULL;
  gboolean small, upright;
  guint n = 0;

  for (guint r = 0; r < node->children->len; r++)
    n = MAX (n, ((NsmNode *) node->children->pdata[r])->children->len);
  if (n == 0)
    return;
  widths = g_new0 (int, n);
  nsm_docx_measure_columns (node, docx->width, widths, &small, &upright);
  if (node->runs->len > 0)
    nsm_docx_write_paragraph (docx, &caption, node);
  begin_table (docx, "RecordTable", title, widths, n, TRUE, TRUE);
  write_head (docx, node, widths, n, upright);
  for (guint r = 1; r < node->children->len; r++)
    write_row (docx, node->children->pdata[r], widths, n, small ? "TableSmall" : "TableText");
  end_table (docx);
}

/* What is written inside a cell: narrower, and with less air. */
static void
write_inside (NsmDocx *docx, NsmNode *entry, int width, const char *style, guint level)
{
  const char *outer_style = docx->body_style;
  int outer_width = docx->width;
  gboolean ends_well = FALSE;

  docx->body_style = style;
  docx->width = width;
  nsm_docx_write_children (docx, entry, level);
  docx->body_style = outer_style;
  docx->width = outer_width;
  /* A cell ends with a paragraph; every block but none at all does. */
  ends_well = entry->children->len > 0;
  if (!ends_well)
    nsm_docx_write_spacer (docx);
}

/**
 * nsm_docx_write_definitions:
 * @node: definitions: what is explained, and beside it the explanation
 */
void
nsm_docx_write_definitions (NsmDocx *docx, NsmNode *node, guint level)
{
  const NsmDocxLook term = { .style = "Definition", .strong = TRUE };
  const int widths[] = { (int) (docx->width * TERM_SHARE),
                         docx->width - (int) (docx->width * TERM_SHARE) };

  if (node->children->len == 0)
    return;
  begin_table (docx, "DefinitionTable", NULL, widths, 2, FALSE, TRUE);
  for (guint i = 0; i < node->children->len; i++)
    {
      NsmNode *entry = node->children->pdata[i];

      begin_row (docx, get_length (entry) < LONGEST_WHOLE, FALSE, 0);
      begin_cell (docx, widths[0], 1, NULL, FALSE, FALSE);
      nsm_docx_write_paragraph (docx, &term, entry);
      nsm_docx_end (&docx->xml);
      begin_cell (docx, widths[1], 1, NULL, FALSE, FALSE);
      write_inside (docx, entry, widths[1] - CELL_PADDING, "Definition", level);
      nsm_docx_end (&docx->xml);
      nsm_docx_end (&docx->xml);
    }
  end_table (docx);
}

/* A list wants the whole width. */
static gboolean
is_wide (NsmNode *entry)
{
  for (guint i = 0; i < entry->children->len; i++)
    if (((NsmNode *) entry->children->pdata[i])->kind != NSM_NODE_PARAGRAPH)
      return TRUE;
  return FALSE;
}

static void
write_card (NsmDocx *docx, NsmNode *entry, int width, int span, guint level)
{
  const NsmDocxLook term = { .style = "CardTerm" };

  begin_cell (docx, width, span, CARD_FILL, FALSE, FALSE);
  nsm_docx_write_paragraph (docx, &term, entry);
  write_inside (docx, entry, width - 2 * CELL_PADDING, "Definition", level);
  nsm_docx_end (&docx->xml);
}

/**
 * nsm_docx_write_cards:
 * @node: definitions: the first one as wide as the page, the others in pairs
 */
void
nsm_docx_write_cards (NsmDocx *docx, NsmNode *node, guint level)
{
  const int widths[] = { docx->width / 2, docx->width - docx->width / 2 };
  guint i = 0;

  if (node->children->len == 0)
    return;
  begin_table (docx, "CardTable", NULL, widths, 2, FALSE, FALSE);
  while (i < node->children->len)
    {
      NsmNode *entry = node->children->pdata[i];
      NsmNode *next = i + 1 < node->children->len ? node->children->pdata[i + 1] : NULL;
      gboolean pair = i > 0 && next != NULL && !is_wide (entry) && !is_wide (next);

      begin_row (docx, get_length (entry) + (pair ? get_length (next) : 0) < 2 * LONGEST_WHOLE,
                 FALSE, 0);
      write_card (docx, entry, pair ? widths[0] : docx->width, pair ? 1 : 2, level);
      if (pair)
        write_card (docx, next, widths[1], 1, level);
      nsm_docx_end (&docx->xml);
      i += pair ? 2 : 1;
    }
  end_table (docx);
}
