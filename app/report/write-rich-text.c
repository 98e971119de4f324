/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A part of HTML for pasting: only what mails and wikis keep. No style sheet, class, script or
 * link, and every picture has its figures beside it, for whoever drops pictures. */
#include "report/writers.h"

#include <glib/gi18n-lib.h>

#include "record/language.h"
#include "record/record.h"
#include "report/html-private.h"

#define CELL " style=\"border:1px solid #999999;padding:4px 8px;vertical-align:top;text-align:%s\""
#define PICTURE_SCALE 2 /* sharp on a dense screen */
#define LONGEST_TABLE 24 /* rows; of a picture with more, its words say enough */
#define DEEPEST 4        /* headings */

static void
write_element (GString *out, const char *tag, const char *text)
{
  g_string_append_printf (out, "<%s>", tag);
  nsm_html_escape (out, text);
  g_string_append_printf (out, "</%s>", tag);
}

static void
write_badge (GString *out, NsmRun *run)
{
  const char *sign = nsm_tone_get_sign (run->tone);

  if (sign[0] != '\0')
    {
      nsm_html_escape (out, sign);
      g_string_append_c (out, ' ');
    }
  write_element (out, "strong", run->text);
}

static void
write_run (GString *out, NsmRun *run)
{
  if (run->isolated)
    g_string_append (out, "<bdi>");
  switch (run->style)
    {
    case NSM_RUN_STRONG:
      write_element (out, "strong", run->text);
      break;
    case NSM_RUN_EMPHASIS:
      write_element (out, "em", run->text);
      break;
    case NSM_RUN_CODE:
      write_element (out, "code", run->text);
      break;
    case NSM_RUN_BADGE:
      write_badge (out, run);
      break;
    case NSM_RUN_BREAK:
      g_string_append (out, "<br/>");
      break;
    /* What a link leads to may not have been pasted along. */
    case NSM_RUN_LINK:
    case NSM_RUN_NUMBER:
    case NSM_RUN_DATE:
    case NSM_RUN_TEXT:
    default:
      nsm_html_escape (out, run->text);
    }
  if (run->isolated)
    g_string_append (out, "</bdi>");
}

static void
write_runs (GString *out, GPtrArray *runs)
{
  for (guint i = 0; i < runs->len; i++)
    write_run (out, runs->pdata[i]);
}

static void write_node (GString *out, NsmNode *node, guint level);

static void
write_children (GString *out, NsmNode *node, guint first, guint level)
{
  for (guint i = first; i < node->children->len; i++)
    write_node (out, node->children->pdata[i], level);
}

static void
write_paragraph (GString *out, NsmNode *node)
{
  switch (node->tone)
    {
    case NSM_TONE_QUOTE:
      g_string_append (out, "<p dir=\"auto\" style=\"margin:8px 32px\"><em>");
      write_runs (out, node->runs);
      g_string_append (out, "</em></p>\n");
      break;
    case NSM_TONE_LEAD:
      g_string_append (out, "<p dir=\"auto\" style=\"font-size:120%\">");
      write_runs (out, node->runs);
      g_string_append (out, "</p>\n");
      break;
    case NSM_TONE_PLAIN:
    case NSM_TONE_FINE:
    case NSM_TONE_CARDS:
    case NSM_TONE_POSITIVE:
    case NSM_TONE_CAUTION:
    case NSM_TONE_NEGATIVE:
    default:
      g_string_append (out, "<p dir=\"auto\">");
      write_runs (out, node->runs);
      g_string_append (out, "</p>\n");
    }
}

static void
write_list (GString *out, NsmNode *node)
{
  const char *tag = node->ordered ? "ol" : "ul";

  g_string_append_printf (out, "<%s>\n", tag);
  for (guint i = 0; i < node->children->len; i++)
    {
      g_string_append (out, "<li dir=\"auto\">");
      write_runs (out, ((NsmNode *) node->children->pdata[i])->runs);
      g_string_append (out, "</li>\n");
    }
  g_string_append_printf (out, "</%s>\n", tag);
}

static void
write_row (GString *out, NsmNode *row, NsmNode *body, gboolean head)
{
  g_string_append (out, "<tr>");
  for (guint i = 0; i < row->children->len; i++)
    {
      NsmNode *cell = row->children->pdata[i];
      gboolean numeric = i < body->children->len && ((NsmNode *) body->children->pdata[i])->numeric;
      const char *tag = head || i == 0 ? "th" : "td";

      g_string_append_printf (out, "<%s dir=\"auto\"" CELL ">", tag, numeric ? "right" : "start");
      write_runs (out, cell->runs);
      g_string_append_printf (out, "</%s>", tag);
    }
  g_string_append (out, "</tr>\n");
}

static void
write_table (GString *out, NsmNode *node)
{
  if (node->children->len == 0)
    return;
  if (node->runs->len > 0)
    {
      g_string_append (out, "<p dir=\"auto\"><strong>");
      write_runs (out, node->runs);
      g_string_append (out, "</strong></p>\n");
    }
  g_string_append (out, "<table border=\"1\" cellspacing=\"0\" cellpadding=\"4\" "
                        "style=\"border-collapse:collapse\">\n");
  for (guint i = 0; i < node->children->len; i++)
    {
      NsmNode *row = node->children->pdata[i];

      write_row (out, row, i == 0 ? node->children->pdata[node->children->len - 1] : row, i == 0);
    }
  g_string_append (out, "</table>\n");
}

static void
write_definitions (GString *out, NsmNode *node, guint level)
{
  for (guint i = 0; i < node->children->len; i++)
    {
      NsmNode *entry = node->children->pdata[i];
      NsmNode *body = entry->children->len > 0 ? entry->children->pdata[0] : NULL;
      g_autofree char *term = nsm_node_dup_plain_text (entry);
      guint first = 0;

      g_string_append (out, "<p dir=\"auto\">");
      write_element (out, "strong", term);
      if (body != NULL && body->kind == NSM_NODE_PARAGRAPH)
        {
          g_string_append (out, "<br/>");
          write_runs (out, body->runs);
          first = 1;
        }
      g_string_append (out, "</p>\n");
      write_children (out, entry, first, level);
    }
}

/* The metric tree in words */

static void
write_box (GString *out, NsmFigureBox *box, const char *label)
{
  if (label[0] != '\0')
    {
      write_element (out, "strong", label);
      g_string_append (out, " – ");
    }
  nsm_html_escape (out, box->title);
  if (box->detail[0] != '\0')
    {
      g_string_append (out, " · ");
      nsm_html_escape (out, box->detail);
    }
  if (box->owner[0] != '\0')
    {
      g_string_append (out, " · ");
      nsm_html_escape (out, box->owner);
    }
  if (box->link != NSM_LINK_UNSET)
    {
      g_string_append_printf (out, " (%s ", nsm_link_get_sign (box->link));
      nsm_html_escape (out, nsm_choice_get_label (NSM_TYPE_LINK, box->link));
      g_string_append_c (out, ')');
    }
}

static void
write_tree (GString *out, NsmFigure *figure)
{
  if (figure->kpi != NULL)
    {
      g_string_append (out, "<ul><li dir=\"auto\">");
      write_box (out, figure->kpi, _("Business KPI"));
    }
  g_string_append (out, "<ul><li dir=\"auto\">");
  write_box (out, figure->star, _("North Star Metric"));
  if (figure->inputs->len > 0)
    g_string_append (out, "<ul>\n");
  for (guint i = 0; i < figure->inputs->len; i++)
    {
      NsmFigureBox *input = figure->inputs->pdata[i];

      g_string_append (out, "<li dir=\"auto\">");
      write_box (out, input, input->dimension != NSM_DIMENSION_UNSET
                               ? nsm_choice_get_label (NSM_TYPE_DIMENSION, input->dimension)
                               : "");
      g_string_append (out, "</li>\n");
    }
  if (figure->inputs->len > 0)
    g_string_append (out, "</ul>");
  g_string_append (out, "</li></ul>");
  if (figure->kpi != NULL)
    g_string_append (out, "</li></ul>");
  g_string_append_c (out, '\n');
}

static void
write_picture (GString *out, NsmFigure *figure)
{
  g_autoptr (GBytes) png =
    nsm_plot_write_png (figure->plot, NSM_PALETTE_PAPER, PICTURE_SCALE, NULL);
  g_autofree char *text = NULL;

  if (png == NULL)
    return;
  text = g_base64_encode (g_bytes_get_data (png, NULL), g_bytes_get_size (png));
  g_string_append (out, "<p><img src=\"data:image/png;base64,");
  g_string_append (out, text);
  g_string_append_printf (out, "\" width=\"%.0f\" height=\"%.0f\" alt=\"",
                          nsm_plot_get_width (figure->plot), nsm_plot_get_height (figure->plot));
  nsm_html_escape (out, figure->alternative);
  g_string_append (out, "\"/></p>\n");
}

static void
write_figure (GString *out, NsmNode *node, guint level)
{
  NsmFigure *figure = node->figure;
  gboolean long_table = figure->kind == NSM_FIGURE_PLOT &&
                        nsm_plot_get_n_rows (figure->plot) > LONGEST_TABLE;

  if (figure->kind == NSM_FIGURE_PLOT)
    {
      g_string_append (out, "<p dir=\"auto\">");
      write_element (out, "strong", nsm_plot_get_title (figure->plot));
      g_string_append (out, "</p>\n");
    }
  if (figure->plot != NULL)
    write_picture (out, figure);
  if (figure->kind == NSM_FIGURE_METRIC_TREE)
    write_tree (out, figure);
  else if (long_table)
    {
      g_string_append (out, "<p dir=\"auto\">");
      nsm_html_escape (out, figure->alternative);
      g_string_append (out, "</p>\n");
    }
  else
    write_children (out, node, 0, level);
  if (node->runs->len > 0)
    {
      g_string_append (out, "<p dir=\"auto\"><em>");
      write_runs (out, node->runs);
      g_string_append (out, "</em></p>\n");
    }
}

static void
write_node (GString *out, NsmNode *node, guint level)
{
  guint heading = MIN (level, DEEPEST);

  switch (node->kind)
    {
    case NSM_NODE_SECTION:
      g_string_append_printf (out, "<h%u dir=\"auto\">", heading);
      write_runs (out, node->runs);
      g_string_append_printf (out, "</h%u>\n", heading);
      write_children (out, node, 0, level + 1);
      break;
    case NSM_NODE_PARAGRAPH:
      write_paragraph (out, node);
      break;
    case NSM_NODE_LIST:
      write_list (out, node);
      break;
    case NSM_NODE_TABLE:
      write_table (out, node);
      break;
    case NSM_NODE_DEFINITIONS:
      write_definitions (out, node, level);
      break;
    case NSM_NODE_FIGURE:
      write_figure (out, node, level);
      break;
    case NSM_NODE_NOTE:
      g_string_append (out, "<p dir=\"auto\"><strong>");
      write_runs (out, node->runs);
      g_string_append (out, "</strong></p>\n");
      write_children (out, node, 0, level);
      break;
    case NSM_NODE_ITEM:
    case NSM_NODE_ROW:
    case NSM_NODE_CELL:
    case NSM_NODE_ENTRY:
    default:
      g_assert_not_reached ();
    }
}

static void
write_line (GString *out, const char *words)
{
  g_string_append (out, "<p dir=\"auto\">");
  nsm_html_escape (out, words);
  g_string_append (out, "</p>\n");
}

static void
write_cover (GString *out, NsmReport *report)
{
  g_autofree char *version = nsm_report_dup_version_line (report);
  g_autofree char *choice = nsm_report_dup_choice_line (report);

  g_string_append (out, "<h1 dir=\"auto\">");
  nsm_html_escape (out, report->title);
  g_string_append (out, "</h1>\n");
  if (report->product[0] != '\0')
    write_line (out, report->product);
  write_line (out, version);
  write_line (out, choice);
}

/**
 * nsm_report_write_rich_text:
 * @out: the document is appended here: a part of HTML without a head, to be pasted elsewhere
 */
void
nsm_report_write_rich_text (NsmReport *report, GString *out)
{
  g_autoptr (NsmLanguageScope) scope = nsm_language_enter (report->language);

  write_cover (out, report);
  for (guint i = 0; i < report->sections->len; i++)
    write_node (out, report->sections->pdata[i], 2);
}
