/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Markdown as GitHub reads it. Every character that could be taken for markup
 * is escaped, so that a person's text stays text. */
#include "report/writers.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "record/language.h"
#include "record/record.h"

/* Of a figure with more rows than this its words say enough. */
#define LONGEST_TABLE 24

typedef struct
{
  GString *out;
  GHashTable *targets; /* ids that something links to */
} Markdown;

static gboolean
runs_right_to_left (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      GUnicodeScript script = g_unichar_get_script (g_utf8_get_char (p));

      if (script == G_UNICODE_SCRIPT_ARABIC || script == G_UNICODE_SCRIPT_HEBREW ||
          script == G_UNICODE_SCRIPT_SYRIAC || script == G_UNICODE_SCRIPT_THAANA ||
          script == G_UNICODE_SCRIPT_NKO)
        return TRUE;
    }
  return FALSE;
}

/* At the start of a block "1." or "-" would make a list, and "=" a heading. */
static const char *
escape_start (GString *out, const char *text)
{
  const char *p = text;

  while (*p == ' ')
    p++;
  if (*p == '+' || *p == '-' || *p == '=')
    {
      g_string_append_c (out, '\\');
      g_string_append_c (out, *p++);
      return p;
    }
  while (g_ascii_isdigit (*p))
    g_string_append_c (out, *p++);
  if (p > text && (*p == '.' || *p == ')'))
    {
      g_string_append_c (out, '\\');
      g_string_append_c (out, *p++);
    }
  return p;
}

static void
escape (Markdown *md, const char *text, gboolean at_start)
{
  const char *p = at_start ? escape_start (md->out, text) : text;

  for (; *p != '\0'; p++)
    switch (*p)
      {
      case '<':
        g_string_append (md->out, "&lt;");
        break;
      case '>':
        g_string_append (md->out, "&gt;");
        break;
      case '&':
        g_string_append (md->out, "&amp;");
        break;
      default:
        if (strchr ("\\`*_{}[]|~#$!^", *p) != NULL)
          g_string_append_c (md->out, '\\');
        g_string_append_c (md->out, *p);
      }
}

/* Nothing can be escaped in a code span: only harmless text becomes one. */
static void
write_code (Markdown *md, const char *text)
{
  if (strpbrk (text, "`<>&|\\") != NULL || text[0] == ' ' || g_str_has_suffix (text, " "))
    escape (md, text, FALSE);
  else
    g_string_append_printf (md->out, "`%s`", text);
}

/* Emphasis may neither begin nor end with a space. */
static void
write_marked (Markdown *md, const char *mark, const char *text)
{
  g_autofree char *bare = g_strstrip (g_strdup (text));

  if (bare[0] == '\0')
    return;
  g_string_append (md->out, mark);
  escape (md, bare, FALSE);
  g_string_append (md->out, mark);
}

static void
write_run (Markdown *md, NsmRun *run, gboolean at_start)
{
  gboolean isolate = run->isolated && runs_right_to_left (run->text);
  const char *sign;

  if (isolate)
    g_string_append (md->out, "\u2068");
  switch (run->style)
    {
    case NSM_RUN_STRONG:
      write_marked (md, "**", run->text);
      break;
    case NSM_RUN_EMPHASIS:
      write_marked (md, "*", run->text);
      break;
    case NSM_RUN_CODE:
      write_code (md, run->text);
      break;
    case NSM_RUN_LINK:
      g_string_append_c (md->out, '[');
      escape (md, run->text, FALSE);
      g_string_append_printf (md->out, "](#%s)", run->target);
      break;
    case NSM_RUN_BADGE:
      sign = nsm_tone_get_sign (run->tone);
      if (sign[0] != '\0')
        {
          escape (md, sign, at_start);
          g_string_append_c (md->out, ' ');
        }
      write_marked (md, "**", run->text);
      break;
    case NSM_RUN_BREAK:
      g_string_append (md->out, "<br>");
      break;
    case NSM_RUN_TEXT:
    case NSM_RUN_NUMBER:
    case NSM_RUN_DATE:
    default:
      escape (md, run->text, at_start);
    }
  if (isolate)
    g_string_append (md->out, "\u2069");
}

static void
write_runs (Markdown *md, GPtrArray *runs)
{
  for (guint i = 0; i < runs->len; i++)
    write_run (md, runs->pdata[i], i == 0);
}

static void
write_anchor (Markdown *md, NsmNode *node)
{
  if (node->id != NULL && g_hash_table_contains (md->targets, node->id))
    g_string_append_printf (md->out, "<a id=\"%s\"></a>", node->id);
}

static void write_node (Markdown *md, NsmNode *node, guint level, const char *indent);

static void
write_children (Markdown *md, NsmNode *node, guint level, const char *indent)
{
  for (guint i = 0; i < node->children->len; i++)
    write_node (md, node->children->pdata[i], level, indent);
}

static void
write_heading (Markdown *md, NsmNode *node, guint level)
{
  for (guint i = 0; i < MIN (level, 6); i++)
    g_string_append_c (md->out, '#');
  g_string_append_c (md->out, ' ');
  write_anchor (md, node);
  write_runs (md, node->runs);
  g_string_append (md->out, "\n\n");
}

static void
write_list (Markdown *md, NsmNode *node, const char *indent)
{
  for (guint i = 0; i < node->children->len; i++)
    {
      NsmNode *item = node->children->pdata[i];

      if (node->ordered)
        g_string_append_printf (md->out, "%s%u. ", indent, i + 1);
      else
        g_string_append_printf (md->out, "%s- ", indent);
      write_runs (md, item->runs);
      g_string_append_c (md->out, '\n');
    }
  g_string_append_c (md->out, '\n');
}

static void
write_table_row (Markdown *md, NsmNode *row, guint width)
{
  g_string_append_c (md->out, '|');
  for (guint i = 0; i < width; i++)
    {
      g_string_append_c (md->out, ' ');
      if (i < row->children->len)
        write_runs (md, ((NsmNode *) row->children->pdata[i])->runs);
      g_string_append (md->out, " |");
    }
  g_string_append_c (md->out, '\n');
}

static void
write_table (Markdown *md, NsmNode *node)
{
  NsmNode *head, *body;

  if (node->children->len == 0)
    return;
  if (node->runs->len > 0)
    {
      write_runs (md, node->runs);
      g_string_append (md->out, "\n\n");
    }
  head = node->children->pdata[0];
  body = node->children->pdata[node->children->len - 1];
  write_table_row (md, head, head->children->len);
  g_string_append_c (md->out, '|');
  for (guint i = 0; i < head->children->len; i++)
    {
      gboolean numeric = i < body->children->len && ((NsmNode *) body->children->pdata[i])->numeric;

      g_string_append (md->out, numeric ? " ---: |" : " --- |");
    }
  g_string_append_c (md->out, '\n');
  for (guint r = 1; r < node->children->len; r++)
    write_table_row (md, node->children->pdata[r], head->children->len);
  g_string_append_c (md->out, '\n');
}

static void
write_definitions (Markdown *md, NsmNode *node, guint level, const char *indent)
{
  g_autofree char *deeper = g_strconcat (indent, "  ", NULL);

  for (guint i = 0; i < node->children->len; i++)
    {
      NsmNode *entry = node->children->pdata[i];
      g_autofree char *term = nsm_node_dup_plain_text (entry);
      guint first = 0;

      g_string_append_printf (md->out, "%s- ", indent);
      write_anchor (md, entry);
      write_marked (md, "**", term);
      if (entry->children->len > 0 &&
          ((NsmNode *) entry->children->pdata[0])->kind == NSM_NODE_PARAGRAPH)
        {
          g_string_append (md->out, " – ");
          write_runs (md, ((NsmNode *) entry->children->pdata[0])->runs);
          first = 1;
        }
      g_string_append_c (md->out, '\n');
      if (entry->children->len > first)
        g_string_append_c (md->out, '\n');
      for (guint k = first; k < entry->children->len; k++)
        write_node (md, entry->children->pdata[k], level, deeper);
    }
  if (!g_str_has_suffix (md->out->str, "\n\n"))
    g_string_append_c (md->out, '\n');
}

static void
write_box (Markdown *md, NsmFigureBox *box, const char *label, const char *indent)
{
  g_string_append_printf (md->out, "%s- ", indent);
  if (label[0] != '\0')
    {
      write_marked (md, "**", label);
      g_string_append (md->out, " – ");
    }
  escape (md, box->title, FALSE);
  if (box->detail[0] != '\0')
    {
      g_string_append (md->out, " · ");
      escape (md, box->detail, FALSE);
    }
  if (box->owner[0] != '\0')
    {
      g_string_append (md->out, " · ");
      escape (md, box->owner, FALSE);
    }
  if (box->link != NSM_LINK_UNSET)
    {
      g_string_append (md->out, " (");
      escape (md, nsm_link_get_sign (box->link), FALSE);
      g_string_append_c (md->out, ' ');
      escape (md, nsm_choice_get_label (NSM_TYPE_LINK, box->link), FALSE);
      g_string_append_c (md->out, ')');
    }
  g_string_append_c (md->out, '\n');
}

static void
write_figure (Markdown *md, NsmNode *node, guint level, const char *indent)
{
  NsmFigure *figure = node->figure;

  if (figure->kind == NSM_FIGURE_METRIC_TREE)
    {
      g_autofree char *below = g_strconcat (indent, figure->kpi != NULL ? "  " : "", NULL);
      g_autofree char *inputs = g_strconcat (below, "  ", NULL);

      if (figure->kpi != NULL)
        write_box (md, figure->kpi, _("Business KPI"), indent);
      write_box (md, figure->star, _("North Star Metric"), below);
      for (guint i = 0; i < figure->inputs->len; i++)
        {
          NsmFigureBox *input = figure->inputs->pdata[i];

          write_box (md, input,
                     input->dimension != NSM_DIMENSION_UNSET
                       ? nsm_choice_get_label (NSM_TYPE_DIMENSION, input->dimension)
                       : "",
                     inputs);
        }
      g_string_append_c (md->out, '\n');
    }
  else if (figure->kind == NSM_FIGURE_PLOT)
    {
      write_marked (md, "**", nsm_plot_get_title (figure->plot));
      g_string_append (md->out, "\n\n");
      if (nsm_plot_get_n_rows (figure->plot) <= LONGEST_TABLE)
        write_children (md, node, level, indent);
      else
        {
          escape (md, figure->alternative, FALSE);
          g_string_append (md->out, "\n\n");
        }
    }
  else
    {
      write_children (md, node, level, indent);
    }
  if (node->runs->len > 0)
    {
      write_runs (md, node->runs);
      g_string_append (md->out, "\n\n");
    }
}

/* A note is a quotation, line by line. */
static void
write_note (Markdown *md, NsmNode *node, guint level)
{
  Markdown inner = { g_string_new (NULL), md->targets };
  g_auto (GStrv) lines = NULL;
  g_autofree char *title = nsm_node_dup_plain_text (node);

  write_marked (&inner, "**", title);
  g_string_append (inner.out, "\n\n");
  write_children (&inner, node, level, "");
  g_strchomp (inner.out->str);
  lines = g_strsplit (inner.out->str, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append_printf (md->out, lines[i][0] != '\0' ? "> %s\n" : ">%s\n", lines[i]);
  g_string_append_c (md->out, '\n');
  g_string_free (inner.out, TRUE);
}

static void
write_node (Markdown *md, NsmNode *node, guint level, const char *indent)
{
  switch (node->kind)
    {
    case NSM_NODE_SECTION:
      write_heading (md, node, level);
      write_children (md, node, level + 1, indent);
      break;
    case NSM_NODE_PARAGRAPH:
      g_string_append (md->out, indent);
      if (node->tone == NSM_TONE_QUOTE)
        g_string_append (md->out, "> ");
      write_runs (md, node->runs);
      g_string_append (md->out, "\n\n");
      break;
    case NSM_NODE_LIST:
      write_list (md, node, indent);
      break;
    case NSM_NODE_TABLE:
      write_table (md, node);
      break;
    case NSM_NODE_DEFINITIONS:
      write_definitions (md, node, level, indent);
      break;
    case NSM_NODE_FIGURE:
      write_figure (md, node, level, indent);
      break;
    case NSM_NODE_NOTE:
      write_note (md, node, level);
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
collect_targets (GHashTable *targets, GPtrArray *nodes)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      NsmNode *node = nodes->pdata[i];

      for (guint k = 0; k < node->runs->len; k++)
        {
          NsmRun *run = node->runs->pdata[k];

          if (run->style == NSM_RUN_LINK)
            g_hash_table_add (targets, run->target);
        }
      collect_targets (targets, node->children);
    }
}

static void
write_parts (Markdown *md, NsmReport *report)
{
  for (guint i = 0; i < report->sections->len; i++)
    write_node (md, report->sections->pdata[i], 2, "");
  while (g_str_has_suffix (md->out->str, "\n\n"))
    g_string_truncate (md->out, md->out->len - 1);
}

/**
 * nsm_report_write_markdown_parts:
 * @out: its title and sections are appended here, without what stands under the title
 */
void
nsm_report_write_markdown_parts (NsmReport *report, GString *out)
{
  g_autoptr (GHashTable) targets = g_hash_table_new (g_str_hash, g_str_equal);
  Markdown md = { out, targets };

  collect_targets (targets, report->sections);
  g_string_append (out, "# ");
  escape (&md, report->title, TRUE);
  g_string_append (out, "\n\n");
  write_parts (&md, report);
}

/**
 * nsm_report_write_markdown:
 * @out: the document is appended here, in GitHub's flavour of Markdown
 */
void
nsm_report_write_markdown (NsmReport *report, GString *out)
{
  g_autoptr (NsmLanguageScope) scope = nsm_language_enter (report->language);
  g_autoptr (GHashTable) targets = g_hash_table_new (g_str_hash, g_str_equal);
  Markdown md = { out, targets };
  g_autofree char *version = nsm_report_dup_version_line (report);
  g_autofree char *choice = nsm_report_dup_choice_line (report);

  collect_targets (targets, report->sections);
  g_string_append (out, "# ");
  escape (&md, report->title, TRUE);
  g_string_append (out, "\n\n");
  write_marked (&md, "**", nsm_report_get_status_label (report));
  g_string_append (out, " · ");
  escape (&md, _("North Star Metric"), FALSE);
  if (report->product[0] != '\0')
    {
      g_string_append (out, " · ");
      escape (&md, report->product, FALSE);
    }
  g_string_append (out, "\n\n");
  escape (&md, version, TRUE);
  g_string_append (out, "<br>");
  escape (&md, choice, FALSE);
  g_string_append (out, "\n\n");
  write_parts (&md, report);
}
