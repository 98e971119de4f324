/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/writers.h"

#include <string.h>

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "record/language.h"
#include "report/html-private.h"
#include "report/resources.h"

/* A word longer than this may be broken after every so many letters. */
#define LONG_WORD 18
#define BREAK_EVERY 6

/**
 * nsm_html_escape:
 *
 * Appends @text as character data that is also safe in a quoted attribute.
 */
void
nsm_html_escape (GString *out, const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    switch (*p)
      {
      case '&':
        g_string_append (out, "&amp;");
        break;
      case '<':
        g_string_append (out, "&lt;");
        break;
      case '>':
        g_string_append (out, "&gt;");
        break;
      case '"':
        g_string_append (out, "&quot;");
        break;
      case '\'':
        g_string_append (out, "&#39;");
        break;
      default:
        g_string_append_c (out, *p);
      }
}

static gboolean
may_break_before (gunichar c)
{
  return g_unichar_isalnum (c);
}

/**
 * nsm_html_write_text:
 *
 * Appends @text as character data. Very long words may be broken by the reader's
 * browser, or they would push a table off a phone's screen.
 */
void
nsm_html_write_text (GString *out, const char *text)
{
  guint length = 0;
  gboolean joined = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      char letter[7] = { 0 };

      if (g_unichar_isspace (c))
        length = 0;
      else if (++length > LONG_WORD && !joined && may_break_before (c))
        {
          g_string_append (out, "<wbr>");
          length = LONG_WORD - BREAK_EVERY;
        }
      joined = c == 0x200d;
      g_unichar_to_utf8 (c, letter);
      nsm_html_escape (out, letter);
    }
}

static void
write_element (GString *out, const char *tag, const char *attribute, const char *value,
               const char *text)
{
  g_string_append_printf (out, "<%s", tag);
  if (attribute != NULL)
    {
      g_string_append_printf (out, " %s=\"", attribute);
      nsm_html_escape (out, value);
      g_string_append_c (out, '"');
    }
  g_string_append_c (out, '>');
  if (strcmp (tag, "title") == 0)
    nsm_html_escape (out, text);
  else
    nsm_html_write_text (out, text);
  g_string_append_printf (out, "</%s>", tag);
}

static const char *
get_tone_class (NsmTone tone)
{
  switch (tone)
    {
    case NSM_TONE_LEAD:
      return "lead";
    case NSM_TONE_FINE:
      return "fine";
    case NSM_TONE_CARDS:
      return "cards";
    case NSM_TONE_POSITIVE:
      return "positive";
    case NSM_TONE_CAUTION:
      return "caution";
    case NSM_TONE_NEGATIVE:
      return "negative";
    case NSM_TONE_QUOTE:
    case NSM_TONE_PLAIN:
    default:
      return NULL;
    }
}

static void
write_badge (GString *out, NsmRun *run)
{
  const char *sign = nsm_tone_get_sign (run->tone);
  const char *tone = get_tone_class (run->tone);

  g_string_append_printf (out, "<span class=\"badge%s%s\">", tone != NULL ? " " : "",
                          tone != NULL ? tone : "");
  if (sign[0] != '\0')
    g_string_append_printf (out, "<span aria-hidden=\"true\">%s</span> ", sign);
  nsm_html_escape (out, run->text);
  g_string_append (out, "</span>");
}

static void
write_run (GString *out, NsmRun *run)
{
  if (run->isolated)
    g_string_append (out, "<bdi>");
  switch (run->style)
    {
    case NSM_RUN_STRONG:
      write_element (out, "strong", NULL, NULL, run->text);
      break;
    case NSM_RUN_EMPHASIS:
      write_element (out, "em", NULL, NULL, run->text);
      break;
    case NSM_RUN_CODE:
      write_element (out, "code", NULL, NULL, run->text);
      break;
    case NSM_RUN_LINK:
      {
        g_autofree char *target = g_strconcat ("#", run->target, NULL);

        write_element (out, "a", "href", target, run->text);
        break;
      }
    case NSM_RUN_DATE:
      write_element (out, "time", "datetime", run->value, run->text);
      break;
    case NSM_RUN_BADGE:
      write_badge (out, run);
      break;
    case NSM_RUN_BREAK:
      g_string_append (out, "<br>");
      break;
    case NSM_RUN_NUMBER:
    case NSM_RUN_TEXT:
    default:
      nsm_html_write_text (out, run->text);
    }
  if (run->isolated)
    g_string_append (out, "</bdi>");
}

/**
 * nsm_html_write_runs:
 *
 * Appends the words of a node, without an element around them.
 */
void
nsm_html_write_runs (GString *out, GPtrArray *runs)
{
  for (guint i = 0; i < runs->len; i++)
    write_run (out, runs->pdata[i]);
}

static void write_node (GString *out, NsmNode *node, guint level);

static void
write_children (GString *out, NsmNode *node, guint level)
{
  for (guint i = 0; i < node->children->len; i++)
    write_node (out, node->children->pdata[i], level);
}

static void
write_section (GString *out, NsmNode *node, guint level)
{
  guint heading = MIN (level, 6);

  g_string_append (out, "<section");
  if (node->id != NULL)
    g_string_append_printf (out, " id=\"%s\"", node->id);
  g_string_append_printf (out, ">\n<h%u dir=\"auto\">", heading);
  nsm_html_write_runs (out, node->runs);
  g_string_append_printf (out, "</h%u>\n", heading);
  write_children (out, node, level + 1);
  g_string_append (out, "</section>\n");
}

static void
write_paragraph (GString *out, NsmNode *node)
{
  const char *tone = get_tone_class (node->tone);
  gboolean quote = node->tone == NSM_TONE_QUOTE;

  g_string_append (out, quote ? "<blockquote><p dir=\"auto\"" : "<p dir=\"auto\"");
  if (tone != NULL)
    g_string_append_printf (out, " class=\"%s\"", tone);
  g_string_append_c (out, '>');
  nsm_html_write_runs (out, node->runs);
  g_string_append (out, quote ? "</p></blockquote>\n" : "</p>\n");
}

static void
write_list (GString *out, NsmNode *node)
{
  const char *tag = node->ordered ? "ol" : "ul";

  g_string_append_printf (out, "<%s>\n", tag);
  for (guint i = 0; i < node->children->len; i++)
    {
      NsmNode *item = node->children->pdata[i];

      g_string_append (out, "<li dir=\"auto\">");
      nsm_html_write_runs (out, item->runs);
      g_string_append (out, "</li>\n");
    }
  g_string_append_printf (out, "</%s>\n", tag);
}

static void
write_cell (GString *out, NsmNode *cell, const char *tag, const char *scope, NsmNode *head,
            gboolean numeric)
{
  g_string_append_printf (out, "<%s", tag);
  if (scope != NULL)
    g_string_append_printf (out, " scope=\"%s\"", scope);
  if (numeric)
    g_string_append (out, " class=\"figures\"");
  if (head != NULL)
    {
      g_autofree char *label = nsm_node_dup_plain_text (head);

      g_string_append (out, " data-label=\"");
      nsm_html_escape (out, label);
      g_string_append_c (out, '"');
    }
  g_string_append (out, " dir=\"auto\">");
  nsm_html_write_runs (out, cell->runs);
  g_string_append_printf (out, "</%s>", tag);
}

/**
 * nsm_html_write_table:
 * @node: a table
 */
void
nsm_html_write_table (GString *out, NsmNode *node)
{
  NsmNode *head, *last;

  if (node->children->len == 0)
    return;
  head = node->children->pdata[0];
  last = node->children->pdata[node->children->len - 1];
  g_string_append (out, "<table");
  if (node->id != NULL)
    g_string_append_printf (out, " id=\"%s\"", node->id);
  g_string_append (out, ">\n");
  if (node->runs->len > 0)
    {
      g_string_append (out, "<caption dir=\"auto\">");
      nsm_html_write_runs (out, node->runs);
      g_string_append (out, "</caption>\n");
    }
  g_string_append (out, "<thead><tr>");
  for (guint i = 0; i < head->children->len; i++)
    write_cell (out, head->children->pdata[i], "th", "col", NULL,
                i < last->children->len && ((NsmNode *) last->children->pdata[i])->numeric);
  g_string_append (out, "</tr></thead>\n<tbody>\n");
  for (guint r = 1; r < node->children->len; r++)
    {
      NsmNode *row = node->children->pdata[r];

      g_string_append (out, "<tr>");
      for (guint i = 0; i < row->children->len; i++)
        write_cell (out, row->children->pdata[i], i == 0 ? "th" : "td", i == 0 ? "row" : NULL,
                    i > 0 && i < head->children->len ? head->children->pdata[i] : NULL,
                    ((NsmNode *) row->children->pdata[i])->numeric);
      g_string_append (out, "</tr>\n");
    }
  g_string_append (out, "</tbody>\n</table>\n");
}

static void
write_definitions (GString *out, NsmNode *node, guint level)
{
  g_string_append (out, node->tone == NSM_TONE_CARDS ? "<dl class=\"cards\">\n" : "<dl>\n");
  for (guint i = 0; i < node->children->len; i++)
    {
      NsmNode *entry = node->children->pdata[i];

      g_string_append (out, "<div");
      if (entry->id != NULL)
        g_string_append_printf (out, " id=\"%s\"", entry->id);
      g_string_append (out, "><dt dir=\"auto\">");
      nsm_html_write_runs (out, entry->runs);
      g_string_append (out, "</dt><dd>");
      write_children (out, entry, level);
      g_string_append (out, "</dd></div>\n");
    }
  g_string_append (out, "</dl>\n");
}

static void
write_note (GString *out, NsmNode *node, guint level)
{
  const char *tone = get_tone_class (node->tone);

  g_string_append_printf (out, "<aside class=\"note%s%s\"", tone != NULL ? " " : "",
                          tone != NULL ? tone : "");
  if (node->id != NULL)
    g_string_append_printf (out, " id=\"%s\"", node->id);
  g_string_append (out, ">\n<p class=\"note-title\" dir=\"auto\">");
  nsm_html_write_runs (out, node->runs);
  g_string_append (out, "</p>\n");
  write_children (out, node, level);
  g_string_append (out, "</aside>\n");
}

static void
write_node (GString *out, NsmNode *node, guint level)
{
  switch (node->kind)
    {
    case NSM_NODE_SECTION:
      write_section (out, node, level);
      break;
    case NSM_NODE_PARAGRAPH:
      write_paragraph (out, node);
      break;
    case NSM_NODE_LIST:
      write_list (out, node);
      break;
    case NSM_NODE_TABLE:
      nsm_html_write_table (out, node);
      break;
    case NSM_NODE_DEFINITIONS:
      write_definitions (out, node, level);
      break;
    case NSM_NODE_FIGURE:
      nsm_html_write_figure (out, node);
      break;
    case NSM_NODE_NOTE:
      write_note (out, node, level);
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
write_meta (GString *out, const char *name, const char *content)
{
  g_string_append_printf (out, "<meta name=\"%s\" content=\"", name);
  nsm_html_escape (out, content);
  g_string_append (out, "\">\n");
}

/* What a program needs to tell which workshop it came from, and what was chosen to be in it. */
static void
write_facts (GString *out, NsmReport *report)
{
  g_autofree char *version = g_strdup_printf ("%u", report->version);

  write_meta (out, "north-star:fingerprint", report->fingerprint);
  write_meta (out, "north-star:workshop", report->origin);
  write_meta (out, "north-star:program", report->program);
  write_meta (out, "north-star:version", version);
  write_meta (out, "north-star:status", report->final ? "final" : "draft");
  write_meta (out, "north-star:scope",
              nsm_choice_get_nick (NSM_TYPE_REPORT_SCOPE, report->scope));
  write_meta (out, "north-star:names",
              nsm_choice_get_nick (NSM_TYPE_REPORT_NAMES, report->names));
  write_meta (out, "north-star:quotes", report->without_quotes ? "without" : "with");
  write_meta (out, "north-star:language", report->language);
  write_meta (out, "north-star:date", report->date);
}

static void
write_head (GString *out, NsmReport *report)
{
  g_autoptr (GBytes) style =
    g_resource_lookup_data (nsm_report_get_resource (),
                            NSM_RESOURCE_BASE "/report/report.css", 0, NULL);
  g_autofree char *title = g_strdup_printf ("%s · %s", report->title,
                                            nsm_report_get_status_label (report));

  g_string_append (out, "<!DOCTYPE html>\n<html lang=\"");
  nsm_html_escape (out, report->language);
  g_string_append_printf (out, "\" dir=\"%s\">\n<head>\n", report->rtl ? "rtl" : "ltr");
  g_string_append (out,
                   "<meta charset=\"utf-8\">\n"
                   "<meta http-equiv=\"Content-Security-Policy\" "
                   "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
                   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                   "<meta name=\"color-scheme\" content=\"light dark\">\n"
                   "<meta name=\"generator\" content=\"North Star Workshop\">\n");
  write_facts (out, report);
  write_element (out, "title", NULL, NULL, title);
  g_string_append (out, "\n<style>\n");
  g_string_append_len (out, g_bytes_get_data (style, NULL), g_bytes_get_size (style));
  g_string_append (out, "</style>\n</head>\n");
}

static void
write_contents (GString *out, NsmReport *report)
{
  g_string_append (out, "<nav aria-label=\"");
  nsm_html_escape (out, _("Contents"));
  g_string_append (out, "\">\n<ol>\n");
  for (guint i = 0; i < report->sections->len; i++)
    {
      NsmNode *section = report->sections->pdata[i];
      g_autofree char *target = g_strconcat ("#", section->id, NULL);
      g_autofree char *title = nsm_node_dup_plain_text (section);

      g_string_append (out, "<li>");
      write_element (out, "a", "href", target, title);
      g_string_append (out, "</li>\n");
    }
  g_string_append (out, "</ol>\n</nav>\n");
}

static void
write_title (GString *out, NsmReport *report)
{
  const char *status = nsm_report_get_status_label (report);
  g_autofree char *version = nsm_report_dup_version_line (report);
  g_autofree char *choice = nsm_report_dup_choice_line (report);

  g_string_append (out, "<header>\n<p class=\"eyebrow\">");
  nsm_html_write_star (out, report->facets);
  g_string_append (out, "<span>");
  nsm_html_escape (out, _("North Star Metric"));
  if (report->product[0] != '\0')
    {
      g_string_append (out, " · <bdi>");
      nsm_html_escape (out, report->product);
      g_string_append (out, "</bdi>");
    }
  g_string_append (out, "</span> ");
  if (report->missing->len > 0)
    g_string_append (out, "<a href=\"#missing\" class=\"badge caution\">");
  else
    g_string_append_printf (out, "<span class=\"badge %s\">",
                            report->final ? "positive" : "caution");
  nsm_html_escape (out, status);
  g_string_append (out, report->missing->len > 0 ? "</a>" : "</span>");
  g_string_append (out, "</p>\n<h1 dir=\"auto\">");
  nsm_html_write_text (out, report->title);
  g_string_append (out, "</h1>\n<p class=\"version\" dir=\"auto\">");
  nsm_html_write_text (out, version);
  g_string_append (out, "</p>\n<p class=\"choice fine\" dir=\"auto\">");
  nsm_html_write_text (out, choice);
  g_string_append (out, "</p>\n</header>\n");
}

static void
write_footer (GString *out, NsmReport *report)
{
  g_autoptr (GPtrArray) runs = g_ptr_array_new_with_free_func ((GDestroyNotify) nsm_run_free);

  if (report->workshop[0] != '\0')
    /* Translators: the name of the workshop, "Draft" or "Final", and a date */
    nsm_runs_add_template (runs, _("%s · %s · Written on %s with North Star Workshop"),
                           nsm_run_new (NSM_RUN_TEXT, report->workshop),
                           nsm_run_new (NSM_RUN_TEXT, nsm_report_get_status_label (report)),
                           nsm_run_new_date (report->date), NULL);
  else
    nsm_runs_add_template (runs, _("%s · Written on %s with North Star Workshop"),
                           nsm_run_new (NSM_RUN_TEXT, nsm_report_get_status_label (report)),
                           nsm_run_new_date (report->date), NULL);
  g_string_append (out, "<footer><p>");
  nsm_html_write_runs (out, runs);
  g_string_append (out, "</p></footer>\n");
}

/**
 * nsm_report_write_html:
 * @out: the document is appended here: one file, HTML5, that asks for nothing else
 */
void
nsm_report_write_html (NsmReport *report, GString *out)
{
  g_autoptr (NsmLanguageScope) scope = nsm_language_enter (report->language);

  write_head (out, report);
  g_string_append (out, "<body>\n");
  nsm_html_write_symbols (out);
  g_string_append (out, "<div class=\"layout\">\n");
  write_contents (out, report);
  g_string_append (out, "<div class=\"sheet\">\n");
  write_title (out, report);
  g_string_append (out, "<main>\n");
  for (guint i = 0; i < report->sections->len; i++)
    write_node (out, report->sections->pdata[i], 2);
  g_string_append (out, "</main>\n");
  write_footer (out, report);
  g_string_append (out, "</div>\n</div>\n</body>\n</html>\n");
}
