/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/writers.h"

#include <math.h>

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <libxml/relaxng.h>
#include <libxml/xmlwriter.h>

#include "record/record.h"
#include "report/export.h"
#include "report/resources.h"

#define REPORT_NAMESPACE "urn:io.github.north-star-workshop:report:1"

/* libxml2 counts failures in the return value; one sum tells of any. */
typedef struct
{
  xmlTextWriterPtr writer;
  gboolean failed;
} Xml;

static void
check (Xml *xml, int written)
{
  if (written < 0)
    xml->failed = TRUE;
}

static void
start (Xml *xml, const char *name)
{
  check (xml, xmlTextWriterStartElement (xml->writer, (const xmlChar *) name));
}

static void
end (Xml *xml)
{
  check (xml, xmlTextWriterEndElement (xml->writer));
}

static void
attribute (Xml *xml, const char *name, const char *value)
{
  if (value != NULL && value[0] != '\0')
    check (xml, xmlTextWriterWriteAttribute (xml->writer, (const xmlChar *) name,
                                             (const xmlChar *) value));
}

static void
number_attribute (Xml *xml, const char *name, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isnan (number))
    attribute (xml, name, g_ascii_formatd (buffer, sizeof buffer, "%.6g", number));
}

static void
text (Xml *xml, const char *words)
{
  check (xml, xmlTextWriterWriteString (xml->writer, (const xmlChar *) words));
}

static void
element (Xml *xml, const char *name, const char *words)
{
  start (xml, name);
  text (xml, words);
  end (xml);
}

static const char *
get_tone_name (NsmTone tone)
{
  switch (tone)
    {
    case NSM_TONE_LEAD:
      return "lead";
    case NSM_TONE_FINE:
      return "fine";
    case NSM_TONE_QUOTE:
      return "quote";
    case NSM_TONE_CARDS:
      return "cards";
    case NSM_TONE_POSITIVE:
      return "positive";
    case NSM_TONE_CAUTION:
      return "caution";
    case NSM_TONE_NEGATIVE:
      return "negative";
    case NSM_TONE_PLAIN:
    default:
      return NULL;
    }
}

static void
write_run (Xml *xml, NsmRun *run)
{
  switch (run->style)
    {
    case NSM_RUN_STRONG:
      element (xml, "strong", run->text);
      break;
    case NSM_RUN_EMPHASIS:
      element (xml, "emphasis", run->text);
      break;
    case NSM_RUN_CODE:
      element (xml, "code", run->text);
      break;
    case NSM_RUN_LINK:
      start (xml, "link");
      attribute (xml, "to", run->target);
      text (xml, run->text);
      end (xml);
      break;
    case NSM_RUN_NUMBER:
      element (xml, "number", run->value);
      break;
    case NSM_RUN_DATE:
      element (xml, "date", run->value);
      break;
    case NSM_RUN_BADGE:
      start (xml, "badge");
      attribute (xml, "tone", get_tone_name (run->tone));
      text (xml, run->text);
      end (xml);
      break;
    case NSM_RUN_BREAK:
      start (xml, "break");
      end (xml);
      break;
    case NSM_RUN_TEXT:
    default:
      text (xml, run->text);
    }
}

static void
write_runs (Xml *xml, const char *name, GPtrArray *runs)
{
  start (xml, name);
  for (guint i = 0; i < runs->len; i++)
    write_run (xml, runs->pdata[i]);
  end (xml);
}

static void
write_box (Xml *xml, const char *name, NsmFigureBox *box, gboolean dimension)
{
  start (xml, name);
  if (dimension)
    attribute (xml, "dimension", nsm_choice_get_nick (NSM_TYPE_DIMENSION, box->dimension));
  if (g_strcmp0 (name, "north-star") != 0)
    attribute (xml, "link", nsm_choice_get_nick (NSM_TYPE_LINK, box->link));
  attribute (xml, "owner", box->owner);
  text (xml, box->title);
  end (xml);
}

static void
write_heat_row (Xml *xml, NsmFigureRow *row, GPtrArray *columns)
{
  start (xml, "candidate");
  number_attribute (xml, "total", row->total);
  attribute (xml, "rank", row->rank);
  if (row->calibration)
    attribute (xml, "calibration", "true");
  element (xml, "name", row->title);
  for (guint i = 0; i < row->cells->len && i < columns->len; i++)
    {
      NsmFigureCell *cell = row->cells->pdata[i];

      start (xml, "score");
      attribute (xml, "criterion", columns->pdata[i]);
      number_attribute (xml, "mean", cell->mean);
      number_attribute (xml, "agreed", cell->agreed);
      number_attribute (xml, "low", cell->low);
      number_attribute (xml, "high", cell->high);
      number_attribute (xml, "n", cell->marks->len);
      end (xml);
    }
  end (xml);
}

static void
write_points (Xml *xml, NsmPlot *plot)
{
  for (guint r = 0; r < nsm_plot_get_n_rows (plot); r++)
    {
      start (xml, "point");
      for (guint c = 0; c < nsm_plot_get_n_columns (plot); c++)
        {
          const char *nick = nsm_plot_get_column_nick (plot, c);
          double number = nsm_plot_get_cell_number (plot, r, c);

          if (isnan (number))
            attribute (xml, nick, nsm_plot_get_cell (plot, r, c));
          else
            number_attribute (xml, nick, number);
        }
      end (xml);
    }
}

static void
write_figure (Xml *xml, NsmNode *node)
{
  static const char *const names[] = { "", "metric-tree", "scores", "plot" };
  NsmFigure *figure = node->figure;

  start (xml, names[figure->kind]);
  attribute (xml, "id", node->id);
  if (figure->kind == NSM_FIGURE_PLOT)
    attribute (xml, "kind", nsm_plot_kind_get_nick (nsm_plot_get_kind (figure->plot)));
  if (node->runs->len > 0)
    write_runs (xml, "caption", node->runs);
  element (xml, "in-words", figure->alternative);
  if (figure->kind == NSM_FIGURE_METRIC_TREE)
    {
      if (figure->kpi != NULL)
        write_box (xml, "kpi", figure->kpi, FALSE);
      write_box (xml, "north-star", figure->star, FALSE);
      for (guint i = 0; i < figure->inputs->len; i++)
        write_box (xml, "input", figure->inputs->pdata[i], TRUE);
    }
  else if (figure->kind == NSM_FIGURE_PLOT)
    write_points (xml, figure->plot);
  else
    {
      for (guint i = 0; i < figure->rows->len; i++)
        write_heat_row (xml, figure->rows->pdata[i], figure->columns);
    }
  end (xml);
}

static void write_node (Xml *xml, NsmNode *node);

static void
write_children (Xml *xml, NsmNode *node)
{
  for (guint i = 0; i < node->children->len; i++)
    write_node (xml, node->children->pdata[i]);
}

static void
write_titled (Xml *xml, const char *name, const char *title, NsmNode *node)
{
  start (xml, name);
  attribute (xml, "id", node->id);
  attribute (xml, "tone", get_tone_name (node->tone));
  if (title != NULL && (node->runs->len > 0 || g_strcmp0 (title, "caption") != 0))
    write_runs (xml, title, node->runs);
  write_children (xml, node);
  end (xml);
}

static void
write_node (Xml *xml, NsmNode *node)
{
  switch (node->kind)
    {
    case NSM_NODE_SECTION:
      write_titled (xml, "section", "title", node);
      break;
    case NSM_NODE_PARAGRAPH:
      start (xml, "paragraph");
      attribute (xml, "tone", get_tone_name (node->tone));
      for (guint i = 0; i < node->runs->len; i++)
        write_run (xml, node->runs->pdata[i]);
      end (xml);
      break;
    case NSM_NODE_LIST:
      start (xml, "list");
      attribute (xml, "ordered", node->ordered ? "true" : NULL);
      write_children (xml, node);
      end (xml);
      break;
    case NSM_NODE_ITEM:
      write_runs (xml, "item", node->runs);
      break;
    case NSM_NODE_TABLE:
      write_titled (xml, "table", "caption", node);
      break;
    case NSM_NODE_ROW:
      write_titled (xml, "row", NULL, node);
      break;
    case NSM_NODE_CELL:
      write_runs (xml, "cell", node->runs);
      break;
    case NSM_NODE_DEFINITIONS:
      write_titled (xml, "definitions", NULL, node);
      break;
    case NSM_NODE_ENTRY:
      write_titled (xml, "entry", "term", node);
      break;
    case NSM_NODE_FIGURE:
      write_figure (xml, node);
      break;
    case NSM_NODE_NOTE:
      write_titled (xml, "note", "title", node);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* What a program needs to tell which workshop it came from, and what was chosen to be in it. */
static void
write_facts (Xml *xml, NsmReport *report)
{
  number_attribute (xml, "definition-version", report->version);
  attribute (xml, "final-since", report->version_date);
  attribute (xml, "owner", report->owner);
  attribute (xml, "scope", nsm_choice_get_nick (NSM_TYPE_REPORT_SCOPE, report->scope));
  attribute (xml, "names", nsm_choice_get_nick (NSM_TYPE_REPORT_NAMES, report->names));
  attribute (xml, "quotes", report->without_quotes ? "without" : "with");
  attribute (xml, "fingerprint", report->fingerprint);
  attribute (xml, "origin", report->origin);
  attribute (xml, "program", report->program);
}

static void
write_report (Xml *xml, NsmReport *report)
{
  start (xml, "report");
  attribute (xml, "xmlns", REPORT_NAMESPACE);
  attribute (xml, "version", "1");
  attribute (xml, "status", report->final ? "final" : "draft");
  attribute (xml, "mode", report->solo ? "solo" : "facilitated");
  attribute (xml, "date", report->date);
  attribute (xml, "xml:lang", report->language);
  write_facts (xml, report);
  element (xml, "title", report->title);
  element (xml, "product", report->product);
  element (xml, "workshop", report->workshop);
  if (report->author[0] != '\0')
    element (xml, "author", report->author);
  if (report->missing->len > 0)
    {
      start (xml, "missing");
      for (guint i = 0; i < report->missing->len; i++)
        element (xml, "item", report->missing->pdata[i]);
      end (xml);
    }
  for (guint i = 0; i < report->sections->len; i++)
    write_node (xml, report->sections->pdata[i]);
  end (xml);
}

/**
 * nsm_report_write_xml:
 * @out: the document is appended here, in the vocabulary of
 *   nsm_report_dup_schema(); nothing is appended on an error
 */
gboolean
nsm_report_write_xml (NsmReport *report, GString *out, GError **error)
{
  xmlBufferPtr buffer = xmlBufferCreate ();
  Xml xml = { xmlNewTextWriterMemory (buffer, 0), FALSE };

  if (xml.writer == NULL)
    {
      xmlBufferFree (buffer);
      g_set_error_literal (error, NSM_REPORT_ERROR, NSM_REPORT_ERROR_WRITE,
                           _("The document could not be written as XML."));
      return FALSE;
    }
  check (&xml, xmlTextWriterStartDocument (xml.writer, NULL, "UTF-8", NULL));
  write_report (&xml, report);
  check (&xml, xmlTextWriterEndDocument (xml.writer));
  check (&xml, xmlTextWriterFlush (xml.writer));
  xmlFreeTextWriter (xml.writer);
  if (!xml.failed)
    g_string_append_len (out, (const char *) xmlBufferContent (buffer), xmlBufferLength (buffer));
  else
    g_set_error_literal (error, NSM_REPORT_ERROR, NSM_REPORT_ERROR_WRITE,
                         _("The document could not be written as XML."));
  xmlBufferFree (buffer);
  return !xml.failed;
}

/**
 * nsm_report_dup_schema:
 *
 * Returns: (transfer full): the RELAX NG schema of the XML document
 */
char *
nsm_report_dup_schema (void)
{
  g_autoptr (GBytes) bytes =
    g_resource_lookup_data (nsm_report_get_resource (),
                            NSM_RESOURCE_BASE "/report/north-star-report.rng", 0, NULL);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
on_schema_error (void *data, const char *format, ...)
{
  GString *messages = data;
  va_list list;

  va_start (list, format);
  g_string_append_vprintf (messages, format, list);
  va_end (list);
}

static void
ignore_error (void *data G_GNUC_UNUSED, const char *format G_GNUC_UNUSED, ...)
{
}

/**
 * nsm_report_validate_xml:
 * @xml: a document
 * @length: its bytes
 * @error: what doesn't fit the schema, with line numbers
 *
 * Returns: whether it is well-formed and valid against nsm_report_dup_schema()
 */
gboolean
nsm_report_validate_xml (const char *xml, gsize length, GError **error)
{
  g_autofree char *schema_text = nsm_report_dup_schema ();
  g_autoptr (GString) messages = g_string_new (NULL);
  xmlRelaxNGParserCtxtPtr parser =
    xmlRelaxNGNewMemParserCtxt (schema_text, (int) strlen (schema_text));
  xmlRelaxNGPtr schema;
  xmlDocPtr doc;
  gboolean valid = FALSE;

  xmlRelaxNGSetParserErrors (parser, on_schema_error, ignore_error, messages);
  schema = xmlRelaxNGParse (parser);
  xmlRelaxNGFreeParserCtxt (parser);
  doc = xmlReadMemory (xml, (int) length, NULL, "UTF-8",
                       XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  if (schema != NULL && doc != NULL)
    {
      xmlRelaxNGValidCtxtPtr context = xmlRelaxNGNewValidCtxt (schema);

      xmlRelaxNGSetValidErrors (context, on_schema_error, ignore_error, messages);
      valid = xmlRelaxNGValidateDoc (context, doc) == 0;
      xmlRelaxNGFreeValidCtxt (context);
    }
  else if (doc == NULL)
    {
      g_string_append (messages, _("It is not well-formed XML."));
    }
  g_clear_pointer (&doc, xmlFreeDoc);
  g_clear_pointer (&schema, xmlRelaxNGFree);
  if (!valid)
    g_set_error (error, NSM_REPORT_ERROR, NSM_REPORT_ERROR_INVALID,
                 _("The XML document doesn’t fit its schema: %s"), g_strstrip (messages->str));
  return valid;
}
