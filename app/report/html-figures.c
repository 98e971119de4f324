/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures are laid out by the reader's browser: boxes and lines are HTML and
 * CSS, because only the browser knows how wide a name is in its fonts, in any
 * script, on a phone and on paper. Pictures without words are inline SVG. */
#include "report/html-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "analysis/scores.h"
#include "record/language.h"
#include "record/record.h"

/* Letters: what a column of the heat map has room for at least, and all of them together. */
#define HEAT_LEAST_HEAD 8
#define HEAT_MOST_HEADS 60

#define N_FACETS 10
#define STRIP_STEP 13.0
#define STRIP_HEIGHT 40.0

static void
append_number (GString *out, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (out, g_ascii_formatd (buffer, sizeof buffer, "%.4g", number));
}

/**
 * nsm_html_write_star:
 * @facets: bit i-1 is lit when step i of the workshop is done
 */
void
nsm_html_write_star (GString *out, guint facets)
{
  g_string_append (out, "<svg class=\"star\" viewBox=\"-50 -50 100 100\" aria-hidden=\"true\">");
  for (guint i = 0; i < N_FACETS; i++)
    {
      g_string_append_printf (out, "<path class=\"%s%u\" d=\"M0 0",
                              (facets & (1u << i)) != 0 ? "lit" : "unlit", i % 2);
      for (guint k = i; k < i + 2; k++)
        {
          double radius = k % 2 == 0 ? 48 : 19.5;

          g_string_append_c (out, 'L');
          append_number (out, round (radius * sin (k * G_PI / 5) * 10) / 10);
          g_string_append_c (out, ' ');
          append_number (out, round (-radius * cos (k * G_PI / 5) * 10) / 10);
        }
      g_string_append (out, "z\"/>");
    }
  g_string_append (out, "</svg>");
}

/**
 * nsm_html_write_symbols:
 *
 * Appends the drawings of the four dimensions, to be used by reference.
 */
void
nsm_html_write_symbols (GString *out)
{
  g_string_append (
    out,
    "<svg class=\"symbols\" aria-hidden=\"true\">"
    "<symbol id=\"i-breadth\" viewBox=\"0 0 16 16\"><path d=\"M1 8h14M5 4 1 8l4 4M11 4l4 4-4 4\"/>"
    "</symbol>"
    "<symbol id=\"i-depth\" viewBox=\"0 0 16 16\"><path d=\"M3 1h10M8 1v14M4 11l4 4 4-4\"/>"
    "</symbol>"
    "<symbol id=\"i-frequency\" viewBox=\"0 0 16 16\">"
    "<path d=\"M13.5 9A5.6 5.6 0 1 1 12 4.2L14 6M14 1.5V6H9.5\"/></symbol>"
    "<symbol id=\"i-efficiency\" viewBox=\"0 0 16 16\"><path d=\"M2 14 14 2M7 2h7v7\"/></symbol>"
    "</svg>\n");
}

static void
write_pill (GString *out, NsmLink link)
{
  if (link == NSM_LINK_UNSET)
    return;
  g_string_append_printf (out, "<span class=\"pill\"><span aria-hidden=\"true\">%s</span> ",
                          nsm_link_get_sign (link));
  nsm_html_escape (out, nsm_choice_get_label (NSM_TYPE_LINK, link));
  g_string_append (out, "</span>");
}

static void
write_words (GString *out, const char *class, const char *text)
{
  if (text[0] == '\0')
    return;
  g_string_append_printf (out, "<span class=\"%s\" dir=\"auto\">", class);
  nsm_html_write_text (out, text);
  g_string_append (out, "</span>");
}

static const char *
get_line_class (NsmLink link)
{
  return link == NSM_LINK_CORRELATED || link == NSM_LINK_UNSET ? "dashed" : "solid";
}

static void
write_input (GString *out, NsmFigureBox *input)
{
  g_string_append_printf (out, "<li class=\"%s\">", get_line_class (input->link));
  write_pill (out, input->link);
  g_string_append (out, "<div class=\"box\">");
  if (input->dimension != NSM_DIMENSION_UNSET)
    {
      g_string_append_printf (out,
                              "<span class=\"small\"><svg class=\"icon\" aria-hidden=\"true\">"
                              "<use href=\"#i-%s\"/></svg> ",
                              nsm_choice_get_nick (NSM_TYPE_DIMENSION, input->dimension));
      nsm_html_escape (out, nsm_choice_get_label (NSM_TYPE_DIMENSION, input->dimension));
      g_string_append (out, "</span>");
    }
  write_words (out, "name", input->title);
  write_words (out, "detail", input->detail);
  write_words (out, "owner", input->owner);
  g_string_append (out, "</div></li>\n");
}

static void
write_tree (GString *out, NsmFigure *figure)
{
  if (figure->kpi != NULL)
    {
      g_string_append (out, "<div class=\"box kpi\">");
      write_words (out, "small", _("Business KPI"));
      write_words (out, "name", figure->kpi->title);
      g_string_append_printf (out, "</div>\n<div class=\"stem %s\">",
                              get_line_class (figure->kpi->link));
      write_pill (out, figure->kpi->link);
      g_string_append (out, "</div>\n");
    }
  g_string_append (out, "<div class=\"box north\">");
  nsm_html_write_star (out, (1u << N_FACETS) - 1);
  g_string_append (out, "<div>");
  write_words (out, "small", _("North Star Metric"));
  write_words (out, "name", figure->star->title);
  write_words (out, "detail", figure->star->detail);
  g_string_append (out, "</div></div>\n");
  if (figure->inputs->len > 0)
    {
      g_string_append_printf (out,
                              "<div class=\"stem solid short\"></div>\n<ul class=\"inputs n%u\">\n",
                              MIN (figure->inputs->len, 6));
      for (guint i = 0; i < figure->inputs->len; i++)
        write_input (out, figure->inputs->pdata[i]);
      g_string_append (out, "</ul>\n");
    }
}

/* Every mark is a dot over its number, those who agree on top of each other. */
static void
write_strip (GString *out, NsmFigureCell *cell)
{
  guint stacked = 0;
  guint tallest = 1;
  double radius;

  for (guint i = 0; i < cell->marks->len; i++)
    {
      double mark = g_array_index (cell->marks, double, i);

      stacked = i > 0 && mark == g_array_index (cell->marks, double, i - 1) ? stacked + 1 : 1;
      tallest = MAX (tallest, stacked);
    }
  radius = fmin (4.5, (STRIP_HEIGHT - 4) / (2.2 * tallest));
  g_string_append (out, "<svg class=\"strip\" viewBox=\"0 0 65 40\" aria-hidden=\"true\">"
                        "<path d=\"M3 39h7M16 39h7M29 39h7M42 39h7M55 39h7\"/>");
  if (cell->apart)
    {
      g_string_append (out, "<path class=\"span\" d=\"M");
      append_number (out, 6.5 + (cell->low - 1) * STRIP_STEP);
      g_string_append_c (out, ' ');
      append_number (out, STRIP_HEIGHT - 3 - radius);
      g_string_append_c (out, 'H');
      append_number (out, 6.5 + (cell->high - 1) * STRIP_STEP);
      g_string_append (out, "\"/>");
    }
  stacked = 0;
  for (guint i = 0; i < cell->marks->len; i++)
    {
      double mark = g_array_index (cell->marks, double, i);

      stacked = i > 0 && mark == g_array_index (cell->marks, double, i - 1) ? stacked + 1 : 0;
      g_string_append (out, "<circle cx=\"");
      append_number (out, 6.5 + (mark - 1) * STRIP_STEP);
      g_string_append (out, "\" cy=\"");
      append_number (out, STRIP_HEIGHT - 3 - radius - stacked * 2.2 * radius);
      g_string_append (out, "\" r=\"");
      append_number (out, radius);
      g_string_append (out, "\"/>");
    }
  g_string_append (out, "</svg>");
}

static void
write_heat_cell (GString *out, NsmFigureCell *cell, const char *label)
{
  g_autofree char *mean = NULL;
  g_autofree char *spread = NULL;

  g_string_append_printf (out, "<td class=\"h%d%s\" data-label=\"",
                          isnan (cell->mean) ? 0 : (int) CLAMP (round (cell->mean * 2) - 1, 1, 9),
                          cell->apart ? " apart" : "");
  nsm_html_escape (out, label);
  g_string_append (out, "\"><span class=\"cell\">");
  if (isnan (cell->mean))
    {
      g_string_append (out, "<b>–</b><span class=\"hidden\"> ");
      nsm_html_escape (out, _("nobody marked it"));
      g_string_append (out, "</span></span></td>");
      return;
    }
  mean = nsm_scores_format (cell->mean);
  /* Translators: the lowest and the highest mark that people gave */
  spread = g_strdup_printf (_("from %.0f to %.0f"), cell->low, cell->high);
  g_string_append (out, "<b>");
  nsm_html_escape (out, mean);
  g_string_append (out, "</b><span class=\"hidden\"> ");
  nsm_html_escape (out, spread);
  g_string_append (out, "</span>");
  write_strip (out, cell);
  g_string_append (out, "</span>");
  if (!isnan (cell->agreed))
    {
      g_autofree char *number = nsm_number_dup (cell->agreed,
                                                cell->agreed == round (cell->agreed) ? 0 : 1);
      /* Translators: the score that the team agreed on once it had talked */
      g_autofree char *agreed = g_strdup_printf (_("agreed %s"), number);

      write_words (out, "agreed", agreed);
    }
  g_string_append (out, "</td>");
}

/* Whether the longest words of all columns fit beside each other on the sheet. */
static gboolean
heads_fit (NsmFigure *figure)
{
  glong sum = 0;

  for (guint i = 0; i < figure->columns->len; i++)
    {
      g_auto (GStrv) words = g_strsplit (figure->columns->pdata[i], " ", -1);
      glong longest = HEAT_LEAST_HEAD;

      for (guint j = 0; words[j] != NULL; j++)
        longest = MAX (longest, g_utf8_strlen (words[j], -1));
      sum += longest;
    }
  return sum <= HEAT_MOST_HEADS;
}

static void
write_heat_map (GString *out, NsmFigure *figure)
{
  g_string_append_printf (out, "<table class=\"heat%s\">\n", heads_fit (figure) ? " whole" : "");
  g_string_append (out, "<thead><tr><th scope=\"col\"><span class=\"hidden\">");
  nsm_html_escape (out, _("Candidate"));
  g_string_append (out, "</span></th>");
  for (guint i = 0; i < figure->columns->len; i++)
    {
      g_string_append (out, "<th scope=\"col\" dir=\"auto\">");
      nsm_html_escape (out, figure->columns->pdata[i]);
      g_string_append (out, "</th>");
    }
  g_string_append (out, "</tr></thead>\n<tbody>\n");
  for (guint r = 0; r < figure->rows->len; r++)
    {
      NsmFigureRow *row = figure->rows->pdata[r];
      g_autofree char *total = nsm_scores_format (row->total);

      g_string_append_printf (out, "<tr%s><th scope=\"row\"><span class=\"subject\">",
                              row->calibration ? " class=\"calibration\"" : "");
      g_string_append (out, "<span class=\"rank\">");
      nsm_html_escape (out, row->rank);
      g_string_append (out, "</span><span class=\"what\">");
      write_words (out, "name", row->title);
      write_words (out, "detail", row->detail);
      g_string_append (out, "</span><b>");
      nsm_html_escape (out, isnan (row->total) ? "–" : total);
      g_string_append (out, "</b></span></th>");
      for (guint i = 0; i < row->cells->len; i++)
        write_heat_cell (out, row->cells->pdata[i],
                         i < figure->columns->len ? figure->columns->pdata[i] : "");
      g_string_append (out, "</tr>\n");
    }
  g_string_append (out, "</tbody>\n</table>\n");
}

/* Two pictures, of which the style sheet shows one: words that are read on a desk can't be
 * on a phone. The figures themselves are below for whoever wants them. */
static void
write_plot (GString *out, NsmNode *node)
{
  NsmFigure *figure = node->figure;
  g_autofree char *wide = g_strdup_printf ("%s-wide", node->id);
  g_autofree char *narrow = g_strdup_printf ("%s-narrow", node->id);

  nsm_plot_append_inline_svg (figure->plot, out, wide, "plot wide");
  nsm_plot_append_inline_svg (figure->narrow, out, narrow, "plot narrow");
  g_string_append (out, "<details><summary>");
  nsm_html_escape (out, _("The figures"));
  g_string_append (out, "</summary>\n");
  for (guint i = 0; i < node->children->len; i++)
    nsm_html_write_table (out, node->children->pdata[i]);
  g_string_append (out, "</details>\n");
}

/**
 * nsm_html_write_figure:
 * @node: a figure
 */
void
nsm_html_write_figure (GString *out, NsmNode *node)
{
  static const char *const classes[] = { "", "tree", "scores", "plots" };
  gboolean tree = node->figure->kind == NSM_FIGURE_METRIC_TREE;

  g_string_append_printf (out, "<figure class=\"%s\"", classes[node->figure->kind]);
  if (node->id != NULL)
    g_string_append_printf (out, " id=\"%s\"", node->id);
  if (tree)
    {
      g_string_append (out, " role=\"group\" aria-label=\"");
      nsm_html_escape (out, node->figure->alternative);
      g_string_append_c (out, '"');
    }
  g_string_append (out, ">\n");
  if (tree)
    write_tree (out, node->figure);
  else if (node->figure->kind == NSM_FIGURE_PLOT)
    write_plot (out, node);
  else
    write_heat_map (out, node->figure);
  if (node->runs->len > 0)
    {
      g_string_append (out, "<figcaption dir=\"auto\">");
      nsm_html_write_runs (out, node->runs);
      g_string_append (out, "</figcaption>\n");
    }
  g_string_append (out, "</figure>\n");
}
