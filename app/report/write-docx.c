/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document for word processors: styles that a team can restyle, headings that make an outline,
 * tables whose first row is repeated. Nothing in it runs, and nothing is fetched from elsewhere. */
#include "report/writers.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "report/docx-private.h"
#include "report/export.h"

#define DOCUMENT_BASE "application/vnd.openxmlformats-officedocument.wordprocessingml."
#define RELATION_BASE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define DEEPEST_HEADING 4

static const char *
get_note_style (NsmTone tone)
{
  switch (tone)
    {
    case NSM_TONE_POSITIVE:
      return "NotePositive";
    case NSM_TONE_CAUTION:
      return "NoteCaution";
    case NSM_TONE_NEGATIVE:
      return "NoteNegative";
    case NSM_TONE_PLAIN:
    case NSM_TONE_LEAD:
    case NSM_TONE_FINE:
    case NSM_TONE_QUOTE:
    case NSM_TONE_CARDS:
    default:
      return "Note";
    }
}

static const char *
get_paragraph_style (NsmTone tone)
{
  switch (tone)
    {
    case NSM_TONE_LEAD:
      return "Lead";
    case NSM_TONE_FINE:
      return "Fine";
    case NSM_TONE_QUOTE:
      return "Quote";
    case NSM_TONE_PLAIN:
    case NSM_TONE_CARDS:
    case NSM_TONE_POSITIVE:
    case NSM_TONE_CAUTION:
    case NSM_TONE_NEGATIVE:
    default:
      return NULL;
    }
}

static void
write_section (NsmDocx *docx, NsmNode *node, guint level)
{
  g_autofree char *style = g_strdup_printf ("Heading%u", MIN (level, DEEPEST_HEADING));
  const NsmDocxLook look = { .style = style, .keep_next = TRUE };

  nsm_docx_write_paragraph (docx, &look, node);
  nsm_docx_write_children (docx, node, level + 1);
}

/* @style: (nullable): of its paragraphs; NULL: that of a list */
static void
write_list (NsmDocx *docx, NsmNode *node, const char *style)
{
  NsmDocxLook look = { .style = style != NULL      ? style
                                : node->ordered ? "ListNumber"
                                                : "ListBullet",
                       .numbering = NSM_DOCX_BULLETS };

  if (node->ordered)
    look.numbering += ++docx->n_ordered;
  for (guint i = 0; i < node->children->len; i++)
    {
      look.last = i + 1 == node->children->len;
      nsm_docx_write_paragraph (docx, &look, node->children->pdata[i]);
    }
}

static void write_node (NsmDocx *docx, NsmNode *node, guint level);

/* Paragraphs in a box; what isn't one stands in it as everywhere. */
static void
write_note (NsmDocx *docx, NsmNode *node, guint level)
{
  const char *style = get_note_style (node->tone);
  const char *outer = docx->body_style;
  const NsmDocxLook title = { .style = style, .keep_next = TRUE, .strong = TRUE };

  nsm_docx_write_paragraph (docx, &title, node);
  docx->body_style = style;
  for (guint i = 0; i < node->children->len; i++)
    {
      NsmNode *child = node->children->pdata[i];
      const NsmDocxLook look = { .style = style };

      if (child->kind == NSM_NODE_PARAGRAPH)
        nsm_docx_write_paragraph (docx, &look, child);
      else if (child->kind == NSM_NODE_LIST)
        write_list (docx, child, style);
      else
        {
          docx->body_style = outer;
          write_node (docx, child, level);
          docx->body_style = style;
        }
    }
  docx->body_style = outer;
  nsm_docx_write_spacer (docx);
}

static void
write_node (NsmDocx *docx, NsmNode *node, guint level)
{
  const NsmDocxLook look = { .style = get_paragraph_style (node->tone) };

  switch (node->kind)
    {
    case NSM_NODE_SECTION:
      write_section (docx, node, level);
      break;
    case NSM_NODE_PARAGRAPH:
      nsm_docx_write_paragraph (docx, &look, node);
      break;
    case NSM_NODE_LIST:
      write_list (docx, node, NULL);
      break;
    case NSM_NODE_TABLE:
      nsm_docx_write_table (docx, node);
      break;
    case NSM_NODE_DEFINITIONS:
      if (node->tone == NSM_TONE_CARDS)
        nsm_docx_write_cards (docx, node, level);
      else
        nsm_docx_write_definitions (docx, node, level);
      break;
    case NSM_NODE_FIGURE:
      nsm_docx_write_figure (docx, node, level);
      break;
    case NSM_NODE_NOTE:
      write_note (docx, node, level);
      break;
    case NSM_NODE_ITEM:
    case NSM_NODE_ROW:
    case NSM_NODE_CELL:
    case NSM_NODE_ENTRY:
    default:
      g_assert_not_reached ();
    }
}

/**
 * nsm_docx_write_children:
 * @level: of the sections among them
 */
void
nsm_docx_write_children (NsmDocx *docx, NsmNode *node, guint level)
{
  for (guint i = 0; i < node->children->len; i++)
    write_node (docx, node->children->pdata[i], level);
}

/* Names that every reader takes: letters, digits and "_", at most 40 of them. */
static void
collect_anchors (GHashTable *anchors, GPtrArray *nodes)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      NsmNode *node = nodes->pdata[i];

      if (node->id != NULL)
        g_hash_table_insert (anchors, node->id,
                             g_strdup_printf ("part_%u", g_hash_table_size (anchors) + 1));
      collect_anchors (anchors, node->children);
    }
}

static void
write_eyebrow (NsmDocx *docx)
{
  const NsmDocxLook look = { .style = "Eyebrow" };
  NsmReport *report = docx->report;
  const char *status = nsm_report_get_status_label (report);

  nsm_docx_begin_paragraph (docx, &look, _("North Star Metric"));
  nsm_docx_write_words (docx, NULL, _("North Star Metric"), FALSE);
  if (report->product[0] != '\0')
    {
      nsm_docx_write_words (docx, NULL, " · ", FALSE);
      nsm_docx_write_words (docx, NULL, report->product, TRUE);
    }
  nsm_docx_write_words (docx, NULL, " · ", FALSE);
  if (report->missing->len > 0 && g_hash_table_contains (docx->anchors, "missing"))
    nsm_docx_write_link (docx, "missing", status);
  else
    nsm_docx_write_badge (docx, report->final ? NSM_TONE_POSITIVE : NSM_TONE_CAUTION, status);
  nsm_docx_end_paragraph (docx);
}

static void
write_line (NsmDocx *docx, const char *style, const char *words)
{
  const NsmDocxLook look = { .style = style };

  nsm_docx_begin_paragraph (docx, &look, words);
  nsm_docx_write_words (docx, NULL, words, FALSE);
  nsm_docx_end_paragraph (docx);
}

/* Links, not a field: that would ask the reader whether it may be made. */
static void
write_contents (NsmDocx *docx)
{
  const NsmDocxLook look = { .style = "Contents" };
  GPtrArray *sections = docx->report->sections;

  if (sections->len < 2)
    return;
  nsm_docx_begin_paragraph (docx, &look, _("Contents"));
  for (guint i = 0; i < sections->len; i++)
    {
      NsmNode *section = sections->pdata[i];
      g_autofree char *title = nsm_node_dup_plain_text (section);
      g_auto (GStrv) words = g_strsplit (title, " ", -1);
      g_autofree char *whole = g_strjoinv ("\u00a0", words);

      if (i > 0)
        nsm_docx_write_words (docx, NULL, "  · ", FALSE);
      nsm_docx_write_link (docx, section->id, whole);
    }
  nsm_docx_end_paragraph (docx);
}

static void
write_reference (NsmDocxXml *xml, const char *name, const char *type, const char *relation)
{
  nsm_docx_start (xml, name);
  nsm_docx_attribute (xml, "w:type", type);
  nsm_docx_attribute (xml, "r:id", relation);
  nsm_docx_end (xml);
}

static void
write_page (NsmDocx *docx)
{
  NsmDocxXml *xml = &docx->xml;
  int margin = nsm_docx_get_margin (docx->report);
  double width, height;

  nsm_paper_size_get_points (docx->report->paper, &width, &height);
  nsm_docx_start (xml, "w:sectPr");
  /* On the first page there is no header: it has the title itself. */
  write_reference (xml, "w:headerReference", "default", "rIdHeader");
  write_reference (xml, "w:footerReference", "default", "rIdFooter");
  write_reference (xml, "w:footerReference", "first", "rIdFirstFooter");
  nsm_docx_start (xml, "w:pgSz");
  nsm_docx_attribute_int (xml, "w:w", (gint64) (width * NSM_DOCX_TWIPS));
  nsm_docx_attribute_int (xml, "w:h", (gint64) (height * NSM_DOCX_TWIPS));
  nsm_docx_end (xml);
  nsm_docx_start (xml, "w:pgMar");
  nsm_docx_attribute_int (xml, "w:top", margin);
  nsm_docx_attribute_int (xml, "w:right", margin);
  nsm_docx_attribute_int (xml, "w:bottom", margin);
  nsm_docx_attribute_int (xml, "w:left", margin);
  nsm_docx_attribute_int (xml, "w:header", margin / 2);
  nsm_docx_attribute_int (xml, "w:footer", margin / 2);
  nsm_docx_attribute_int (xml, "w:gutter", 0);
  nsm_docx_end (xml);
  nsm_docx_empty (xml, "w:titlePg");
  if (docx->report->rtl)
    nsm_docx_empty (xml, "w:bidi");
  nsm_docx_end (xml);
}

static GBytes *
write_document (NsmDocx *docx)
{
  NsmReport *report = docx->report;
  g_autofree char *version = nsm_report_dup_version_line (report);
  g_autofree char *choice = nsm_report_dup_choice_line (report);
  NsmDocxXml *xml = &docx->xml;

  nsm_docx_xml_init (xml);
  nsm_docx_start (xml, "w:document");
  nsm_docx_attribute (xml, "xmlns:w",
                      "http://schemas.openxmlformats.org/wordprocessingml/2006/main");
  nsm_docx_attribute (xml, "xmlns:r",
                      "http://schemas.openxmlformats.org/officeDocument/2006/relationships");
  nsm_docx_attribute (
    xml, "xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing");
  nsm_docx_start (xml, "w:body");
  write_eyebrow (docx);
  write_line (docx, "Title", report->title);
  write_line (docx, "Subtitle", version);
  write_line (docx, "Fine", choice);
  write_contents (docx);
  for (guint i = 0; i < report->sections->len; i++)
    write_node (docx, report->sections->pdata[i], 1);
  write_page (docx);
  nsm_docx_end (xml);
  nsm_docx_end (xml);
  return nsm_docx_xml_finish (xml);
}

static void
write_relation (NsmDocxXml *xml, const char *id, const char *type, const char *target)
{
  g_autofree char *full = strstr (type, "://") != NULL ? g_strdup (type)
                                                       : g_strconcat (RELATION_BASE, type, NULL);

  nsm_docx_start (xml, "Relationship");
  nsm_docx_attribute (xml, "Id", id);
  nsm_docx_attribute (xml, "Type", full);
  nsm_docx_attribute (xml, "Target", target);
  nsm_docx_end (xml);
}

static void
begin_relations (NsmDocxXml *xml)
{
  nsm_docx_xml_init (xml);
  nsm_docx_start (xml, "Relationships");
  nsm_docx_attribute (xml, "xmlns",
                      "http://schemas.openxmlformats.org/package/2006/relationships");
}

static GBytes *
make_package_relations (void)
{
  NsmDocxXml xml;

  begin_relations (&xml);
  write_relation (&xml, "rIdDocument", "officeDocument", "word/document.xml");
  write_relation (
    &xml, "rIdCore",
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
    "docProps/core.xml");
  write_relation (&xml, "rIdApp", "extended-properties", "docProps/app.xml");
  write_relation (&xml, "rIdCustom", "custom-properties", "docProps/custom.xml");
  nsm_docx_end (&xml);
  return nsm_docx_xml_finish (&xml);
}

static GBytes *
make_document_relations (guint n_images)
{
  NsmDocxXml xml;

  begin_relations (&xml);
  write_relation (&xml, "rIdStyles", "styles", "styles.xml");
  write_relation (&xml, "rIdSettings", "settings", "settings.xml");
  write_relation (&xml, "rIdFonts", "fontTable", "fontTable.xml");
  write_relation (&xml, "rIdNumbering", "numbering", "numbering.xml");
  write_relation (&xml, "rIdHeader", "header", "header1.xml");
  write_relation (&xml, "rIdFooter", "footer", "footer1.xml");
  write_relation (&xml, "rIdFirstFooter", "footer", "footer2.xml");
  for (guint i = 1; i <= n_images; i++)
    {
      g_autofree char *id = g_strdup_printf ("rIdImage%u", i);
      g_autofree char *target = g_strdup_printf ("media/image%u.png", i);

      write_relation (&xml, id, "image", target);
    }
  nsm_docx_end (&xml);
  return nsm_docx_xml_finish (&xml);
}

/* @document: (transfer full) */
static GBytes *
pack (NsmDocx *docx, GBytes *document, GError **error)
{
  g_autoptr (GPtrArray) package = nsm_docx_package_new ();
  NsmReport *report = docx->report;
  const char *properties = "application/vnd.openxmlformats-officedocument.";
  g_autofree char *app = g_strconcat (properties, "extended-properties+xml", NULL);
  g_autofree char *custom = g_strconcat (properties, "custom-properties+xml", NULL);

  nsm_docx_package_add (package, "_rels/.rels", NULL, make_package_relations ());
  nsm_docx_package_add (package, "word/document.xml", DOCUMENT_BASE "document.main+xml", document);
  nsm_docx_package_add (package, "word/_rels/document.xml.rels", NULL,
                        make_document_relations (docx->images->len));
  nsm_docx_package_add (package, "word/styles.xml", DOCUMENT_BASE "styles+xml",
                        nsm_docx_make_styles (report));
  nsm_docx_package_add (package, "word/settings.xml", DOCUMENT_BASE "settings+xml",
                        nsm_docx_make_settings (report));
  nsm_docx_package_add (package, "word/fontTable.xml", DOCUMENT_BASE "fontTable+xml",
                        nsm_docx_make_fonts ());
  nsm_docx_package_add (package, "word/numbering.xml", DOCUMENT_BASE "numbering+xml",
                        nsm_docx_make_numbering (docx->n_ordered));
  nsm_docx_package_add (package, "word/header1.xml", DOCUMENT_BASE "header+xml",
                        nsm_docx_make_header (report));
  nsm_docx_package_add (package, "word/footer1.xml", DOCUMENT_BASE "footer+xml",
                        nsm_docx_make_footer (report));
  nsm_docx_package_add (package, "word/footer2.xml", DOCUMENT_BASE "footer+xml",
                        nsm_docx_make_footer (report));
  nsm_docx_package_add (package, "docProps/core.xml",
                        "application/vnd.openxmlformats-package.core-properties+xml",
                        nsm_docx_make_core (report));
  nsm_docx_package_add (package, "docProps/app.xml", app, nsm_docx_make_app (report));
  nsm_docx_package_add (package, "docProps/custom.xml", custom, nsm_docx_make_custom (report));
  for (guint i = 0; i < docx->images->len; i++)
    {
      g_autofree char *name = g_strdup_printf ("word/media/image%u.png", i + 1);

      nsm_docx_package_add (package, name, NULL, g_bytes_ref (docx->images->pdata[i]));
    }
  return nsm_docx_package_write (package, error);
}

/**
 * nsm_report_write_docx:
 *
 * Returns: (transfer full): the document as Word, LibreOffice and others read it
 */
GBytes *
nsm_report_write_docx (NsmReport *report, GError **error)
{
  g_autoptr (GHashTable) anchors = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (GPtrArray) images = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GBytes) document = NULL;
  NsmDocx docx = { .report = report, .anchors = anchors, .images = images, .body_style = "Normal" };

  docx.width = nsm_docx_get_text_width (report);
  collect_anchors (anchors, report->sections);
  document = write_document (&docx);
  if (docx.error != NULL)
    {
      g_propagate_error (error, docx.error);
      return NULL;
    }
  if (g_bytes_get_size (document) == 0)
    {
      g_set_error_literal (error, NSM_REPORT_ERROR, NSM_REPORT_ERROR_WRITE,
                           _("The Word document could not be written."));
      return NULL;
    }
  return pack (&docx, g_steal_pointer (&document), error);
}
