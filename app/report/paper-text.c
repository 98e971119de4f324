/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words: from the runs of a node to lines of some width. */
#include "report/paper-private.h"

#include <math.h>
#include <string.h>

#include <pango/pangocairo.h>

#include "report/plot-private.h"

typedef struct
{
  double size;
  double leading; /* times the size */
  PangoWeight weight;
  gboolean italic;
} Style;

static const Style styles[] = {
  [NSM_PAPER_BODY] = { 9.75, 1.48, PANGO_WEIGHT_NORMAL, FALSE },
  [NSM_PAPER_LEAD] = { 13, 1.45, PANGO_WEIGHT_NORMAL, FALSE },
  [NSM_PAPER_FINE] = { 8.5, 1.45, PANGO_WEIGHT_NORMAL, FALSE },
  [NSM_PAPER_QUOTE] = { 9.75, 1.48, PANGO_WEIGHT_NORMAL, TRUE },
  [NSM_PAPER_TERM] = { 9.75, 1.48, PANGO_WEIGHT_BOLD, FALSE },
  [NSM_PAPER_LABEL] = { 8.5, 1.45, PANGO_WEIGHT_BOLD, FALSE },
  [NSM_PAPER_CELL] = { 8.9, 1.43, PANGO_WEIGHT_NORMAL, FALSE },
  [NSM_PAPER_CELL_HEAD] = { 8.9, 1.43, PANGO_WEIGHT_BOLD, FALSE },
  [NSM_PAPER_TINY] = { 8, 1.4, PANGO_WEIGHT_NORMAL, FALSE },
  [NSM_PAPER_TINY_HEAD] = { 8, 1.4, PANGO_WEIGHT_BOLD, FALSE },
  [NSM_PAPER_HEADING_1] = { 18, 1.25, PANGO_WEIGHT_ULTRABOLD, FALSE },
  [NSM_PAPER_HEADING_2] = { 12, 1.3, PANGO_WEIGHT_ULTRABOLD, FALSE },
  [NSM_PAPER_HEADING_3] = { 9.75, 1.4, PANGO_WEIGHT_ULTRABOLD, FALSE },
  [NSM_PAPER_TITLE] = { 27, 1.22, PANGO_WEIGHT_ULTRABOLD, FALSE },
  [NSM_PAPER_TITLE_SMALL] = { 19, 1.22, PANGO_WEIGHT_ULTRABOLD, FALSE },
  [NSM_PAPER_EYEBROW] = { 10, 1.45, PANGO_WEIGHT_BOLD, FALSE },
};

/**
 * nsm_paper_get_size:
 *
 * Returns: how large letters of @style are
 */
double
nsm_paper_get_size (NsmPaper *paper, NsmPaperStyle style)
{
  return fmax (fmin (NSM_PAPER_SMALLEST, styles[style].size), styles[style].size * paper->scale);
}

/**
 * nsm_paper_get_leading:
 *
 * Returns: how far lines of @style are apart
 */
double
nsm_paper_get_leading (NsmPaper *paper, NsmPaperStyle style)
{
  return nsm_paper_get_size (paper, style) * (paper->tight ? 1.32 : styles[style].leading);
}

/**
 * nsm_paper_set_scale:
 * @scale: of the sizes of type; 1 as designed
 */
void
nsm_paper_set_scale (NsmPaper *paper, double scale)
{
  paper->scale = scale;
  for (guint i = 0; i < NSM_PAPER_N_STYLES; i++)
    {
      g_clear_pointer (&paper->fonts[i], pango_font_description_free);
      paper->fonts[i] = pango_font_description_from_string (NSM_PAPER_FAMILIES);
      pango_font_description_set_absolute_size (paper->fonts[i],
                                                nsm_paper_get_size (paper, i) * PANGO_SCALE);
      pango_font_description_set_weight (paper->fonts[i], styles[i].weight);
      if (styles[i].italic)
        pango_font_description_set_style (paper->fonts[i], PANGO_STYLE_ITALIC);
    }
}

/**
 * nsm_paper_init_text:
 *
 * Letters are as wide as they are, not as a screen's pixels want them: lines break at the same
 * places wherever they are drawn.
 */
void
nsm_paper_init_text (NsmPaper *paper)
{
  cairo_font_options_t *options = cairo_font_options_create ();
  PangoLanguage *language = pango_language_from_string (
    paper->report->language != NULL ? paper->report->language : "en");

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  for (guint i = 0; i < G_N_ELEMENTS (paper->contexts); i++)
    {
      PangoContext *context =
        pango_font_map_create_context (pango_cairo_font_map_get_default ());

      pango_cairo_context_set_resolution (context, 72);
      pango_cairo_context_set_font_options (context, options);
      pango_context_set_round_glyph_positions (context, FALSE);
      pango_context_set_language (context, language);
      pango_context_set_base_dir (context, i == 0 ? PANGO_DIRECTION_LTR : PANGO_DIRECTION_RTL);
      paper->contexts[i] = context;
    }
  cairo_font_options_destroy (options);
}

static void
add_attribute (PangoAttrList *list, PangoAttribute *attribute, gsize start, gsize end)
{
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (list, attribute);
}

static void
add_color (PangoAttrList *list, guint32 color, gsize start, gsize end)
{
  add_attribute (list,
                 pango_attr_foreground_new ((color >> 16 & 0xff) * 257, (color >> 8 & 0xff) * 257,
                                            (color & 0xff) * 257),
                 start, end);
}

static void
add_underline (PangoAttrList *list, gsize start, gsize end)
{
  guint32 color = 0x9dbfe6;

  add_attribute (list, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), start, end);
  add_attribute (list,
                 pango_attr_underline_color_new ((color >> 16 & 0xff) * 257,
                                                 (color >> 8 & 0xff) * 257, (color & 0xff) * 257),
                 start, end);
}

/* Words of a person that run on where ours end stay among themselves. */
static void
append_isolated (GString *out, const char *words, gboolean isolated)
{
  if (isolated)
    g_string_append (out, "\u2068");
  g_string_append (out, words);
  if (isolated)
    g_string_append (out, "\u2069");
}

static void
append_run (NsmPaperText *text, GString *out, PangoAttrList *list, NsmRun *run)
{
  gsize start = out->len;

  if (run->style == NSM_RUN_BREAK)
    {
      g_string_append (out, "\u2028");
      return;
    }
  if (run->style == NSM_RUN_BADGE && nsm_tone_get_sign (run->tone)[0] != '\0')
    g_string_append_printf (out, "%s\u00a0", nsm_tone_get_sign (run->tone));
  append_isolated (out, run->text, run->isolated);
  switch (run->style)
    {
    case NSM_RUN_STRONG:
      add_attribute (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, out->len);
      break;
    case NSM_RUN_EMPHASIS:
      add_attribute (list, pango_attr_style_new (PANGO_STYLE_ITALIC), start, out->len);
      break;
    case NSM_RUN_CODE:
      add_attribute (list, pango_attr_family_new ("Source Code Pro, Noto Sans Mono, monospace"),
                     start, out->len);
      /* A fingerprint of 64 digits stands on one line. */
      add_attribute (list, pango_attr_scale_new (0.9), start, out->len);
      break;
    case NSM_RUN_LINK:
      {
        NsmPaperLink link = { (int) start, (int) out->len, run->target };

        add_underline (list, start, out->len);
        g_array_append_val (text->links, link);
        break;
      }
    case NSM_RUN_BADGE:
      add_attribute (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, out->len);
      if (nsm_tone_get_sign (run->tone)[0] != '\0')
        add_color (list, nsm_paper_get_tone_color (run->tone), start, out->len);
      break;
    case NSM_RUN_NUMBER:
    case NSM_RUN_DATE:
    case NSM_RUN_TEXT:
    case NSM_RUN_BREAK:
    default:
      break;
    }
}

/* Without a letter that says it, as the document runs. */
static gboolean
runs_to_the_left (NsmPaper *paper, const char *words)
{
  if (nsm_plot_text_is_rtl (words))
    return TRUE;
  if (!paper->report->rtl)
    return FALSE;
  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/**
 * nsm_paper_new_text:
 * @runs: (nullable): its words
 * @plain: (nullable): its words, where there are no @runs
 *
 * Returns: (transfer none): words without a width yet
 */
NsmPaperText *
nsm_paper_new_text (NsmPaper *paper, NsmPaperStyle style, GPtrArray *runs, const char *plain,
                    guint32 color)
{
  NsmPaperText *text = g_new0 (NsmPaperText, 1);
  g_autoptr (GString) words = g_string_new (plain);
  PangoAttrList *list = pango_attr_list_new ();
  double leading = nsm_paper_get_leading (paper, style);

  text->style = style;
  text->color = color;
  text->lines = g_array_new (FALSE, FALSE, sizeof (NsmPaperLine));
  text->links = g_array_new (FALSE, FALSE, sizeof (NsmPaperLink));
  for (guint i = 0; runs != NULL && i < runs->len; i++)
    append_run (text, words, list, runs->pdata[i]);
  add_attribute (list, pango_attr_line_height_new_absolute ((int) (leading * PANGO_SCALE)), 0,
                 G_MAXUINT);
  text->layout = pango_layout_new (paper->contexts[runs_to_the_left (paper, words->str)]);
  pango_layout_set_font_description (text->layout, paper->fonts[style]);
  /* The first name in a sentence would be taken for the sentence's direction. */
  pango_layout_set_auto_dir (text->layout, FALSE);
  pango_layout_set_wrap (text->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_attributes (text->layout, list);
  pango_layout_set_text (text->layout, words->str, (int) words->len);
  pango_attr_list_unref (list);
  g_ptr_array_add (paper->texts, text);
  return text;
}

void
nsm_paper_text_free (NsmPaperText *text)
{
  g_object_unref (text->layout);
  g_array_unref (text->lines);
  g_array_unref (text->links);
  g_free (text);
}

static void
read_lines (NsmPaperText *text)
{
  PangoLayoutIter *iter = pango_layout_get_iter (text->layout);
  int length = (int) strlen (pango_layout_get_text (text->layout));

  g_array_set_size (text->lines, 0);
  do
    {
      PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
      NsmPaperLine at = { .start = pango_layout_line_get_start_index (line), .end = length };
      PangoRectangle logical;
      int top, bottom;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      at.x = (double) logical.x / PANGO_SCALE;
      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      at.top = (double) top / PANGO_SCALE;
      at.bottom = (double) bottom / PANGO_SCALE;
      at.baseline = (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE;
      if (text->lines->len > 0)
        g_array_index (text->lines, NsmPaperLine, text->lines->len - 1).end = at.start;
      g_array_append_val (text->lines, at);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

/**
 * nsm_paper_text_set_width:
 *
 * Breaks @text into lines.
 */
void
nsm_paper_text_set_width (NsmPaperText *text, double width)
{
  text->width = width;
  /* What has no line to be broken stays as it was measured. */
  if (text->natural > 0 && text->natural <= width && !text->flush &&
      pango_context_get_base_dir (pango_layout_get_context (text->layout)) == PANGO_DIRECTION_LTR)
    {
      read_lines (text);
      return;
    }
  /* Of a text as wide as it was measured no word goes to a second line. */
  pango_layout_set_width (text->layout, (int) ceil (width * PANGO_SCALE) + 1);
  read_lines (text);
}

/**
 * nsm_paper_text_set_end:
 *
 * Sets @text flush where lines end; figures are all as wide as each other.
 */
void
nsm_paper_text_set_end (NsmPaperText *text)
{
  PangoAttrList *list = pango_attr_list_copy (pango_layout_get_attributes (text->layout));

  add_attribute (list, pango_attr_font_features_new ("tnum"), 0, G_MAXUINT);
  pango_layout_set_attributes (text->layout, list);
  pango_attr_list_unref (list);
  pango_layout_set_alignment (text->layout, PANGO_ALIGN_RIGHT);
  text->flush = TRUE;
}

/**
 * nsm_paper_text_set_one_line:
 *
 * Sets @text on one line, with an ellipsis where it is longer.
 */
void
nsm_paper_text_set_one_line (NsmPaperText *text, double width)
{
  pango_layout_set_single_paragraph_mode (text->layout, TRUE);
  pango_layout_set_ellipsize (text->layout, PANGO_ELLIPSIZE_END);
  nsm_paper_text_set_width (text, width);
}

double
nsm_paper_text_get_height (NsmPaperText *text)
{
  return g_array_index (text->lines, NsmPaperLine, text->lines->len - 1).bottom;
}

/**
 * nsm_paper_text_measure:
 * @natural: (out): how wide @text is when no line is broken
 * @narrowest: (out): how wide its longest word is
 *
 * Both from one shaping of the words: that is what takes time.
 */
void
nsm_paper_text_measure (NsmPaperText *text, double *natural, double *narrowest)
{
  PangoLayoutIter *iter;
  PangoRectangle extents;
  const PangoLogAttr *breaks;
  const char *words = pango_layout_get_text (text->layout), *at = words;
  int n, position = 0, word = 0, spaces = 0, longest = 0;

  pango_layout_set_width (text->layout, -1);
  pango_layout_get_extents (text->layout, NULL, &extents);
  text->natural = *natural = (double) extents.width / PANGO_SCALE;
  breaks = pango_layout_get_log_attrs_readonly (text->layout, &n);
  iter = pango_layout_get_iter (text->layout);
  do
    {
      const char *cluster = words + pango_layout_iter_get_index (iter);

      /* Inside a line that runs to the left they come in the order in which they are seen. */
      position = cluster >= at ? position + (int) g_utf8_strlen (at, cluster - at)
                               : (int) g_utf8_strlen (words, cluster - words);
      at = cluster;
      pango_layout_iter_get_cluster_extents (iter, NULL, &extents);
      if (position < n && breaks[position].is_line_break)
        word = spaces = 0;
      /* Spaces count where the line can't be broken at them. */
      if (position < n && breaks[position].is_white)
        {
          spaces += extents.width;
          continue;
        }
      word += spaces + extents.width;
      spaces = 0;
      longest = MAX (longest, word);
    }
  while (pango_layout_iter_next_cluster (iter));
  pango_layout_iter_free (iter);
  *narrowest = (double) longest / PANGO_SCALE;
}
