/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/paper-private.h"

#include <math.h>
#include <string.h>

#include "record/language.h"

/* A document of one page is set smaller by steps until it is one. */
#define STEP 0.03
#define SMALLEST 0.82

static void
strip_free (NsmPaperStrip *strip)
{
  g_array_unref (strip->items);
  g_free (strip);
}

static void
learn_parents (NsmPaper *paper, NsmNode *parent, GPtrArray *nodes)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      NsmNode *node = nodes->pdata[i];

      if (parent != NULL)
        g_hash_table_insert (paper->parents, node, parent);
      learn_parents (paper, node, node->children);
    }
}

static void
set_margins (NsmPaper *paper, double scale)
{
  double top = paper->report->scope == NSM_REPORT_SCOPE_SUMMARY ? 54 : 74;

  paper->margin = (paper->report->scope == NSM_REPORT_SCOPE_SUMMARY ? 58 : 66) * scale;
  paper->top = top * scale;
  paper->bottom = paper->height - 62 * scale;
}

static void
forget_pages (NsmPaper *paper)
{
  g_ptr_array_set_size (paper->pages, 0);
  g_ptr_array_set_size (paper->strips, 0);
  g_ptr_array_set_size (paper->sides, 0);
  g_ptr_array_set_size (paper->texts, 0);
}

static void
lay_out_at (NsmPaper *paper, double scale)
{
  g_autoptr (GPtrArray) strips = g_ptr_array_new ();
  NsmPaperColumn column = { .paper = paper, .strips = strips,
                            .width = paper->width - 2 * paper->margin };
  GPtrArray *sections = paper->report->sections;

  forget_pages (paper);
  nsm_paper_set_scale (paper, scale);
  if (paper->report->scope == NSM_REPORT_SCOPE_SUMMARY)
    {
      nsm_paper_add_title (&column);
      /* Its heading would only say that it is one. */
      for (guint i = 0; i < sections->len; i++)
        {
          NsmNode *section = sections->pdata[i];

          column.level = 1;
          if (i == 0)
            nsm_paper_add_nodes (&column, section->children);
          else
            nsm_paper_add_node (&column, section);
        }
    }
  else
    {
      nsm_paper_begin_page (paper);
      nsm_paper_add_nodes (&column, sections);
    }
  nsm_paper_flow (paper, strips);
}

static gboolean
fits_at (NsmPaper *paper, double scale)
{
  lay_out_at (paper, scale);
  return paper->pages->len == 1;
}

/* Smaller type first, then less air, then no picture, and only then another page: nothing that
 * was said is left out, and nothing is too small to be read. */
static void
lay_out_summary (NsmPaper *paper)
{
  if (fits_at (paper, 1))
    return;
  if (fits_at (paper, SMALLEST))
    for (double scale = 1 - STEP; scale > SMALLEST && !fits_at (paper, scale);)
      scale -= STEP;
  if (paper->pages->len == 1)
    return;
  paper->tight = !fits_at (paper, SMALLEST);
  if (!paper->tight)
    return;
  set_margins (paper, 0.72);
  if (fits_at (paper, SMALLEST))
    return;
  paper->bare = TRUE;
  lay_out_at (paper, SMALLEST);
}

static void
learn_targets (NsmPaper *paper)
{
  for (guint i = 0; i < paper->pages->len; i++)
    {
      GArray *places = ((NsmPaperPage *) paper->pages->pdata[i])->places;

      for (guint k = 0; k < places->len; k++)
        {
          NsmPaperPlace *place = &g_array_index (places, NsmPaperPlace, k);

          if (!g_hash_table_contains (paper->begins, place->node))
            g_hash_table_insert (paper->begins, place->node, place);
          if (place->node->id != NULL && !g_hash_table_contains (paper->targets, place->node->id))
            g_hash_table_insert (paper->targets, place->node->id, place);
        }
    }
}

/**
 * nsm_paper_new:
 * @report: a document, which has to outlive its pages
 * @width: of a page, in points
 * @height: likewise
 *
 * Lays @report out, all of it in its language. The pages belong to this thread.
 *
 * Returns: (transfer full): the pages; at least one
 */
NsmPaper *
nsm_paper_new (NsmReport *report, double width, double height)
{
  g_autoptr (NsmLanguageScope) scope = nsm_language_enter (report->language);
  NsmPaper *paper = g_new0 (NsmPaper, 1);

  paper->report = report;
  paper->width = width;
  paper->height = height;
  paper->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) nsm_paper_text_free);
  paper->strips = g_ptr_array_new_with_free_func ((GDestroyNotify) strip_free);
  paper->sides = g_ptr_array_new_with_free_func (g_free);
  paper->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) nsm_paper_page_free);
  paper->parents = g_hash_table_new (NULL, NULL);
  paper->begins = g_hash_table_new (NULL, NULL);
  paper->targets = g_hash_table_new (g_str_hash, g_str_equal);
  nsm_paper_init_text (paper);
  set_margins (paper, 1);
  learn_parents (paper, NULL, report->sections);
  if (report->scope == NSM_REPORT_SCOPE_SUMMARY)
    lay_out_summary (paper);
  else
    lay_out_at (paper, 1);
  learn_targets (paper);
  if (report->scope == NSM_REPORT_SCOPE_FULL)
    nsm_paper_add_cover (paper);
  nsm_paper_add_marginals (paper);
  return paper;
}

void
nsm_paper_free (NsmPaper *paper)
{
  g_hash_table_unref (paper->targets);
  g_hash_table_unref (paper->begins);
  g_hash_table_unref (paper->parents);
  g_ptr_array_unref (paper->pages);
  g_ptr_array_unref (paper->sides);
  g_ptr_array_unref (paper->strips);
  g_ptr_array_unref (paper->texts);
  for (guint i = 0; i < G_N_ELEMENTS (paper->contexts); i++)
    g_object_unref (paper->contexts[i]);
  for (guint i = 0; i < NSM_PAPER_N_STYLES; i++)
    pango_font_description_free (paper->fonts[i]);
  g_free (paper);
}

guint
nsm_paper_get_n_pages (NsmPaper *paper)
{
  return paper->pages->len;
}

double
nsm_paper_get_width (NsmPaper *paper)
{
  return paper->width;
}

double
nsm_paper_get_height (NsmPaper *paper)
{
  return paper->height;
}

/**
 * nsm_paper_draw_page:
 * @page: from 0
 * @cr: its units are points, from the top left of the page; scaled by the caller
 *
 * Draws a page without a ground.
 */
void
nsm_paper_draw_page (NsmPaper *paper, guint page, cairo_t *cr)
{
  nsm_paper_draw_items (paper, page, cr);
}

/**
 * nsm_paper_find_place:
 * @x: in points, from the left of the page
 * @y: in points, from its top
 *
 * Returns: (transfer none) (nullable): the innermost part there that has an id, or says where it
 *   is written
 */
const NsmPaperPlace *
nsm_paper_find_place (NsmPaper *paper, guint page, double x, double y)
{
  const NsmPaperPage *at;
  const NsmPaperPlace *found = NULL;
  guint deepest = 0;

  if (page >= paper->pages->len)
    return NULL;
  at = paper->pages->pdata[page];
  for (guint i = 0; i < at->places->len; i++)
    {
      const NsmPaperPlace *place = &g_array_index (at->places, NsmPaperPlace, i);
      guint depth = g_array_index (at->depths, guint, i);

      if (depth > deepest && (place->node->id != NULL || place->node->record != NULL) &&
          x >= place->x && x < place->x + place->width && y >= place->y &&
          y < place->y + place->height)
        {
          found = place;
          deepest = depth;
        }
    }
  return found;
}

/**
 * nsm_paper_find_node:
 *
 * Returns: (transfer none) (nullable): where the node with that id begins
 */
const NsmPaperPlace *
nsm_paper_find_node (NsmPaper *paper, const char *id)
{
  return g_hash_table_lookup (paper->targets, id);
}

typedef struct
{
  double x, y;
  const char *target;
} Point;

static void
take_link (cairo_t *cr G_GNUC_UNUSED, const char *target, double x, double y, double width,
           double height, gpointer data)
{
  Point *point = data;

  if (point->x >= x && point->x < x + width && point->y >= y && point->y < y + height)
    point->target = target;
}

/**
 * nsm_paper_find_link:
 * @x: in points, from the left of the page
 * @y: in points, from its top
 *
 * Returns: (transfer none) (nullable): the id of the part that a link there leads to
 */
const char *
nsm_paper_find_link (NsmPaper *paper, guint page, double x, double y)
{
  Point point = { x, y, NULL };

  nsm_paper_each_link (paper, page, NULL, take_link, &point);
  return point.target;
}

/* The signs that keep directions apart are no words. */
static void
append_words (GString *out, const char *words, gsize length)
{
  for (const char *p = words; p < words + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x2028)
        g_string_append_c (out, '\n');
      else if (c != 0x2068 && c != 0x2069)
        g_string_append_unichar (out, c);
    }
}

/**
 * nsm_paper_dup_page_text:
 *
 * Returns: (transfer full): what is to be read on a page, in the order in which it is read; each
 *   paragraph and cell on a line of its own
 */
char *
nsm_paper_dup_page_text (NsmPaper *paper, guint page)
{
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  GArray *items = ((NsmPaperPage *) paper->pages->pdata[page])->items;
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const NsmPaperItem *item = &g_array_index (items, NsmPaperItem, i);
      GString *part;

      if (item->kind == NSM_PAPER_ITEM_PLOT)
        {
          part = g_string_new (nsm_plot_get_alternative (item->plot));
          g_ptr_array_add (parts, part);
        }
      if (item->kind != NSM_PAPER_ITEM_TEXT || item->mute)
        continue;
      part = g_hash_table_lookup (known, item->text);
      if (part == NULL)
        {
          part = g_string_new (NULL);
          g_hash_table_insert (known, item->text, part);
          g_ptr_array_add (parts, part);
        }
      for (guint k = item->first_line; k < item->first_line + item->n_lines; k++)
        {
          const NsmPaperLine *line = &g_array_index (item->text->lines, NsmPaperLine, k);

          append_words (part, pango_layout_get_text (item->text->layout) + line->start,
                        (gsize) (line->end - line->start));
        }
    }
  for (guint i = 0; i < parts->len; i++)
    {
      GString *part = parts->pdata[i];

      g_strchomp (part->str);
      g_string_append_printf (out, "%s\n", part->str);
      g_string_free (part, TRUE);
    }
  return g_string_free (out, FALSE);
}
