/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <zip.h>

#include "docx-order.h"
#include "extreme.h"
#include "plot-sample.h"
#include "report/build.h"
#include "report/export.h"
#include "sample.h"

#define WORD "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

static const NsmReportOptions fixed = { .date = "2026-03-31" };

static const char *const hostile[] = {
  "<script>alert(1)</script>",
  "]]>--><!--<![CDATA[&amp;&#0;&bogus;",
  "</w:t></w:r></w:p></w:body>",
  "a | b || c \\| d `code` *x* _y_ [l](javascript:alert(1))",
  "first\r\nsecond\rthird\nfourth \u2028 fifth",
  "שלום עולם \u202e reversed مرحبا بالعالم",
  "e\u0301\u0323 Z\u0351\u036b\u0343\u036a 👩\u200d👩\u200d👧\u200d👦 🏳️\u200d🌈 \u200b\ufeff",
  "{{template}} ${x} <%= y %> \\ & < > \" '",
  " spaces  before,   between and after ",
};

static GBytes *
write_docx (NsmWorkshop *workshop, const NsmReportOptions *options)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = nsm_report_write (workshop, NSM_REPORT_FORMAT_DOCX, options, &error);

  g_assert_no_error (error);
  return bytes;
}

static zip_t *
open_zip (GBytes *bytes)
{
  zip_source_t *source =
    zip_source_buffer_create (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), 0, NULL);
  zip_t *zip = zip_open_from_source (source, ZIP_RDONLY | ZIP_CHECKCONS, NULL);

  g_assert_nonnull (zip);
  return zip;
}

static char *
read_part (zip_t *zip, const char *name, gsize *length)
{
  zip_stat_t about;
  zip_file_t *file;
  char *data;

  if (zip_stat (zip, name, 0, &about) != 0)
    return NULL;
  file = zip_fopen (zip, name, 0);
  data = g_malloc0 (about.size + 1);
  g_assert_cmpint (zip_fread (file, data, about.size), ==, (gint64) about.size);
  zip_fclose (file);
  if (length != NULL)
    *length = about.size;
  return data;
}

static xmlDocPtr
parse_part (zip_t *zip, const char *name)
{
  gsize length = 0;
  g_autofree char *data = read_part (zip, name, &length);
  xmlDocPtr doc;

  g_assert_nonnull (data);
  doc = xmlReadMemory (data, (int) length, NULL, NULL, XML_PARSE_NONET | XML_PARSE_HUGE);
  g_assert_nonnull (doc);
  return doc;
}

static xmlXPathContextPtr
new_context (xmlDocPtr doc)
{
  xmlXPathContextPtr context = xmlXPathNewContext (doc);

  xmlXPathRegisterNs (context, BAD_CAST "w", BAD_CAST WORD);
  xmlXPathRegisterNs (context, BAD_CAST "r", BAD_CAST OFFICE);
  xmlXPathRegisterNs (context, BAD_CAST "wp",
                      BAD_CAST "http://schemas.openxmlformats.org/drawingml/2006/"
                               "wordprocessingDrawing");
  xmlXPathRegisterNs (context, BAD_CAST "dc", BAD_CAST "http://purl.org/dc/elements/1.1/");
  return context;
}

static int
count (xmlDocPtr doc, const char *expression)
{
  xmlXPathContextPtr context = new_context (doc);
  xmlXPathObjectPtr found = xmlXPathEvalExpression (BAD_CAST expression, context);
  int n;

  g_assert_nonnull (found);
  n = found->nodesetval != NULL ? found->nodesetval->nodeNr : 0;
  xmlXPathFreeObject (found);
  xmlXPathFreeContext (context);
  return n;
}

/* (transfer full): the texts of all nodes, one each */
static GPtrArray *
collect (xmlDocPtr doc, const char *expression)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  xmlXPathContextPtr context = new_context (doc);
  xmlXPathObjectPtr found = xmlXPathEvalExpression (BAD_CAST expression, context);

  for (int i = 0; found->nodesetval != NULL && i < found->nodesetval->nodeNr; i++)
    {
      xmlChar *text = xmlNodeGetContent (found->nodesetval->nodeTab[i]);

      g_ptr_array_add (texts, g_strdup ((char *) text));
      xmlFree (text);
    }
  xmlXPathFreeObject (found);
  xmlXPathFreeContext (context);
  return texts;
}

static gboolean
has (GPtrArray *texts, const char *text)
{
  return g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL);
}

/* Everything in the package is declared and every relation leads to something inside it. */
static void
check_package (zip_t *zip)
{
  xmlDocPtr types = parse_part (zip, "[Content_Types].xml");
  xmlDocPtr relations = parse_part (zip, "word/_rels/document.xml.rels");
  xmlDocPtr document = parse_part (zip, "word/document.xml");
  g_autoptr (GPtrArray) declared = collect (types, "//@PartName");
  g_autoptr (GPtrArray) suffixes = collect (types, "//@Extension");
  g_autoptr (GPtrArray) ids = collect (relations, "//@Id");
  g_autoptr (GPtrArray) targets = collect (relations, "//@Target");
  g_autoptr (GPtrArray) used = collect (document, "//@r:id | //@r:embed");

  g_assert_cmpstr (zip_get_name (zip, 0, 0), ==, "[Content_Types].xml");
  for (zip_int64_t i = 1; i < zip_get_num_entries (zip, 0); i++)
    {
      g_autofree char *name = g_strconcat ("/", zip_get_name (zip, (zip_uint64_t) i, 0), NULL);
      const char *suffix = strrchr (name, '.') + 1;

      g_assert_true (has (declared, name) || (has (suffixes, suffix) && !g_str_equal (suffix, "xml")));
    }
  for (guint i = 0; i < declared->len; i++)
    g_assert_cmpint (zip_name_locate (zip, (char *) declared->pdata[i] + 1, 0), >=, 0);
  for (guint i = 0; i < used->len; i++)
    g_assert_true (has (ids, used->pdata[i]));
  for (guint i = 0; i < targets->len; i++)
    {
      g_autofree char *path = g_strconcat ("word/", targets->pdata[i], NULL);

      g_assert_cmpint (zip_name_locate (zip, path, 0), >=, 0);
    }
  g_assert_cmpint (count (relations, "//@TargetMode"), ==, 0);
  g_assert_cmpint (count (relations, "//@Id[. = preceding::*/@Id]"), ==, 0);
  xmlFreeDoc (types);
  xmlFreeDoc (relations);
  xmlFreeDoc (document);
}

static void
check_links (xmlDocPtr document)
{
  g_autoptr (GPtrArray) names = collect (document, "//w:bookmarkStart/@w:name");
  g_autoptr (GPtrArray) ids = collect (document, "//w:bookmarkStart/@w:id");
  g_autoptr (GPtrArray) ends = collect (document, "//w:bookmarkEnd/@w:id");
  g_autoptr (GPtrArray) anchors = collect (document, "//w:hyperlink/@w:anchor");
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < names->len; i++)
    {
      g_assert_cmpuint (strlen (names->pdata[i]), <=, 40);
      g_assert_true (g_hash_table_add (seen, names->pdata[i]));
      g_assert_cmpstr (ids->pdata[i], ==, ends->pdata[i]);
    }
  for (guint i = 0; i < ids->len; i++)
    g_assert_true (g_hash_table_add (seen, ids->pdata[i]));
  for (guint i = 0; i < anchors->len; i++)
    g_assert_true (has (names, anchors->pdata[i]));
  g_assert_cmpint (count (document, "//w:hyperlink[@r:id]"), ==, 0);
}

static void
check_styles (zip_t *zip, xmlDocPtr document)
{
  xmlDocPtr styles = parse_part (zip, "word/styles.xml");
  xmlDocPtr numbering = parse_part (zip, "word/numbering.xml");
  g_autoptr (GPtrArray) known = collect (styles, "//w:style/@w:styleId");
  g_autoptr (GPtrArray) lists = collect (numbering, "//w:num/@w:numId");
  g_autoptr (GPtrArray) used = collect (document, "//w:pStyle/@w:val | //w:rStyle/@w:val | "
                                                  "//w:tblStyle/@w:val");
  g_autoptr (GPtrArray) based = collect (styles, "//w:basedOn/@w:val | //w:next/@w:val");
  g_autoptr (GPtrArray) numbers = collect (document, "//w:numId/@w:val");

  for (guint i = 0; i < used->len; i++)
    g_assert_true (has (known, used->pdata[i]));
  for (guint i = 0; i < based->len; i++)
    g_assert_true (has (known, based->pdata[i]));
  for (guint i = 0; i < numbers->len; i++)
    g_assert_true (has (lists, numbers->pdata[i]));
  docx_order_check (styles);
  docx_order_check (numbering);
  xmlFreeDoc (styles);
  xmlFreeDoc (numbering);
}

/* What LibreOffice forgives and Word doesn't. */
static void
check_docx (GBytes *bytes)
{
  static const char *const others[] = { "word/settings.xml", "word/header1.xml", "word/footer1.xml",
                                        "word/fontTable.xml", "docProps/core.xml",
                                        "docProps/app.xml", "docProps/custom.xml" };
  zip_t *zip = open_zip (bytes);
  xmlDocPtr document = parse_part (zip, "word/document.xml");

  check_package (zip);
  check_links (document);
  check_styles (zip, document);
  docx_order_check (document);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      xmlDocPtr part = parse_part (zip, others[i]);

      docx_order_check (part);
      xmlFreeDoc (part);
    }
  /* A cell ends with a paragraph, rows have as many cells as the table has columns, and two
   * tables don't touch. */
  g_assert_cmpint (count (document, "//w:tc[not(*[last()][self::w:p])]"), ==, 0);
  g_assert_cmpint (count (document, "//w:tr[count(w:tc) + sum(w:tc/w:tcPr/w:gridSpan/@w:val) - "
                                    "count(w:tc/w:tcPr/w:gridSpan) != count(../w:tblGrid/*)]"),
                   ==, 0);
  g_assert_cmpint (count (document, "//w:tbl[following-sibling::*[1][self::w:tbl]]"), ==, 0);
  g_assert_cmpint (count (document, "//w:tbl[w:tblPr/w:tblStyle/@w:val = 'RecordTable']"
                                    "[not(w:tr[1]/w:trPr/w:tblHeader)]"),
                   ==, 0);
  g_assert_cmpint (count (document, "//wp:docPr[string-length(@descr) < 20]"), ==, 0);
  g_assert_cmpint (count (document, "//wp:docPr[@id = preceding::wp:docPr/@id]"), ==, 0);
  g_assert_cmpint (count (document, "//w:body/*[last()][self::w:sectPr]"), ==, 1);
  xmlFreeDoc (document);
  zip_discard (zip);
}

static void
test_valid (void)
{
  g_autoptr (NsmWorkshop) workshop = sample_new ();
  g_autoptr (GBytes) bytes = write_docx (workshop, &fixed);

  check_docx (bytes);
}

static void
test_extreme (void)
{
  g_autoptr (NsmWorkshop) workshop = extreme_new ();
  g_autoptr (GBytes) bytes = write_docx (workshop, &fixed);

  check_docx (bytes);
}

static void
test_empty (void)
{
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
  g_autoptr (GBytes) bytes = write_docx (workshop, &fixed);

  check_docx (bytes);
}

/* The text of each paragraph; a line break is one. */
static char *
get_words (xmlDocPtr document, const char *expression)
{
  g_autoptr (GPtrArray) texts = collect (document, expression);
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    g_string_append (all, texts->pdata[i]);
  return g_string_free (all, FALSE);
}

/* What a person wrote is the text of runs and nothing else. */
static void
test_hostile (gconstpointer data)
{
  g_autoptr (NsmWorkshop) filled = sample_new_filled (data);
  g_autoptr (NsmWorkshop) workshop = sample_new ();
  g_autoptr (GBytes) all = write_docx (filled, &fixed);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (NsmReport) report = NULL;
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autofree char *words = NULL;
  NsmNode *entry, *paragraph;
  zip_t *zip;
  xmlDocPtr document;

  check_docx (all);
  g_object_set (workshop->decision, "why", data, NULL);
  bytes = write_docx (workshop, &fixed);
  check_docx (bytes);
  report = nsm_report_build (workshop, &fixed);
  entry = nsm_report_find (report, "why");
  paragraph = entry->children->pdata[0];
  for (guint i = 0; i < paragraph->runs->len; i++)
    g_string_append (expected, ((NsmRun *) paragraph->runs->pdata[i])->text);
  zip = open_zip (bytes);
  document = parse_part (zip, "word/document.xml");
  words = get_words (document, "(//w:tc[.//w:t = 'Why this one'])[1]//w:p[2]//w:t");
  g_assert_cmpstr (words, ==, expected->str);
  xmlFreeDoc (document);
  zip_discard (zip);
}

static void
test_same_bytes (void)
{
  g_autoptr (NsmWorkshop) workshop = sample_new ();
  g_autoptr (GBytes) first = write_docx (workshop, &fixed);
  g_autoptr (GBytes) second = NULL;

  g_usleep (2100 * 1000); /* a zip counts in two seconds */
  second = write_docx (workshop, &fixed);
  g_assert_true (g_bytes_equal (first, second));
}

static void
test_properties (void)
{
  g_autoptr (NsmWorkshop) workshop = sample_new ();
  g_autoptr (NsmReport) report = nsm_report_build (workshop, &fixed);
  g_autoptr (GBytes) bytes = write_docx (workshop, &fixed);
  zip_t *zip = open_zip (bytes);
  g_autofree char *core = read_part (zip, "docProps/core.xml", NULL);
  g_autofree char *custom = read_part (zip, "docProps/custom.xml", NULL);
  g_autofree char *styles = read_part (zip, "word/styles.xml", NULL);
  g_autofree char *footer = read_part (zip, "word/footer1.xml", NULL);

  g_assert_nonnull (strstr (core, "<dc:title>Teams completing at least one project"));
  g_assert_nonnull (strstr (core, ">2026-03-31T00:00:00Z</dcterms:created>"));
  g_assert_nonnull (strstr (core, "<cp:contentStatus>Draft<"));
  g_assert_nonnull (strstr (core, "<dc:language>en<"));
  if (report->fingerprint != NULL && report->fingerprint[0] != '\0')
    g_assert_nonnull (strstr (custom, report->fingerprint));
  g_assert_nonnull (strstr (custom, "name=\"Version\""));
  g_assert_null (strstr (styles, "@"));
  g_assert_nonnull (strstr (footer, "w:instr=\"PAGE\""));
  g_assert_nonnull (strstr (footer, "w:instr=\"NUMPAGES\""));
  zip_discard (zip);
}

static void
check_page (NsmPaperSize size, const char *expression)
{
  const NsmReportOptions options = { .date = "2026-03-31", .paper = size };
  g_autoptr (NsmWorkshop) workshop = sample_new ();
  g_autoptr (GBytes) bytes = write_docx (workshop, &options);
  zip_t *zip = open_zip (bytes);
  xmlDocPtr document = parse_part (zip, "word/document.xml");

  g_assert_cmpint (count (document, expression), ==, 1);
  xmlFreeDoc (document);
  zip_discard (zip);
}

static void
test_paper (void)
{
  check_page (NSM_PAPER_SIZE_LETTER, "//w:pgSz[@w:w = 12240 and @w:h = 15840]");
  check_page (NSM_PAPER_SIZE_A4, "//w:pgSz[@w:w > 11890 and @w:w < 11920 and @w:h > 16820]");
}

/* Each paragraph by its own first letter; words of the other direction are runs of their own. */
static void
test_direction (void)
{
  g_autoptr (NsmWorkshop) workshop = sample_new ();
  g_autoptr (GBytes) bytes = NULL;
  zip_t *zip;
  xmlDocPtr document;

  g_object_set (workshop->decision, "why", "שלום, עולם.", "captures", "It is called مرحبا (once).",
                NULL);
  bytes = write_docx (workshop, &fixed);
  check_docx (bytes);
  zip = open_zip (bytes);
  document = parse_part (zip, "word/document.xml");
  g_assert_cmpint (count (document, "//w:p[w:pPr/w:bidi]/w:r[w:rPr/w:rtl]/w:t[. = 'שלום, עולם.']"),
                   >=, 1);
  g_assert_cmpint (count (document, "//w:p[not(w:pPr/w:bidi)]/w:r[w:rPr/w:rtl]/w:t[. = 'مرحبا']"),
                   >=, 1);
  g_assert_cmpint (count (document, "//w:r[not(w:rPr/w:rtl)]/w:t[. = ' (once).']"), >=, 1);
  xmlFreeDoc (document);
  zip_discard (zip);
}

/* A document from right to left is that in its pages, its tables and where nothing is said. */
static void
test_right_to_left (void)
{
  g_autoptr (NsmWorkshop) workshop = sample_new ();
  g_autoptr (NsmReport) report = nsm_report_build (workshop, &fixed);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  zip_t *zip;
  xmlDocPtr document;

  report->rtl = TRUE;
  bytes = nsm_report_write_built (report, NSM_REPORT_FORMAT_DOCX, &error);
  g_assert_no_error (error);
  check_docx (bytes);
  zip = open_zip (bytes);
  document = parse_part (zip, "word/document.xml");
  g_assert_cmpint (count (document, "//w:sectPr/w:bidi"), ==, 1);
  g_assert_cmpint (count (document, "//w:tbl[not(w:tblPr/w:bidiVisual)]"), ==, 0);
  g_assert_cmpint (count (document, "//w:p[not(w:pPr/w:bidi)][not(.//w:t)]"), ==, 0);
  xmlFreeDoc (document);
  zip_discard (zip);
}

static void
test_figures (void)
{
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
  g_autoptr (GBytes) bytes = NULL;
  gsize length = 0;
  g_autofree char *png = NULL;
  zip_t *zip;
  xmlDocPtr document;

  plot_sample_add (workshop, PLOT_SAMPLE_REVENUE, NULL);
  plot_sample_add (workshop, PLOT_SAMPLE_WEEKLY, NULL);
  bytes = write_docx (workshop, &fixed);
  check_docx (bytes);
  zip = open_zip (bytes);
  document = parse_part (zip, "word/document.xml");
  g_assert_cmpint (count (document, "//wp:docPr[@descr][@title]"), ==, 4);
  png = read_part (zip, "word/media/image4.png", &length);
  g_assert_cmpuint (length, >, 10000);
  g_assert_cmpmem (png, 8, "\x89PNG\r\n\x1a\n", 8);
  xmlFreeDoc (document);
  zip_discard (zip);
}

/* The check itself sees what is out of order. */
static void
test_order (void)
{
  static const char *const wrong[] = {
    "<w:pPr xmlns:w='" WORD "'><w:jc/><w:pStyle/></w:pPr>",
    "<w:rPr xmlns:w='" WORD "'><w:rtl/><w:b/></w:rPr>",
    "<w:tcPr xmlns:w='" WORD "'><w:vAlign/><w:shd/></w:tcPr>",
    "<w:tblPr xmlns:w='" WORD "'><w:tblLook/><w:tblW/></w:tblPr>",
    "<w:sectPr xmlns:w='" WORD "'><w:titlePg/><w:pgSz/></w:sectPr>",
    "<w:rPr xmlns:w='" WORD "'><w:b/><w:b/></w:rPr>",
    "<w:pPr xmlns:w='" WORD "'><w:unheard/></w:pPr>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      xmlDocPtr doc = xmlReadMemory (wrong[i], (int) strlen (wrong[i]), NULL, NULL, 0);
      g_autofree char *problem = docx_order_find_problem (xmlDocGetRootElement (doc));

      g_assert_nonnull (problem);
      xmlFreeDoc (doc);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/docx/order", test_order);
  g_test_add_func ("/docx/valid", test_valid);
  g_test_add_func ("/docx/extreme", test_extreme);
  g_test_add_func ("/docx/empty", test_empty);
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autofree char *path = g_strdup_printf ("/docx/hostile/%u", i);

      g_test_add_data_func (path, hostile[i], test_hostile);
    }
  g_test_add_func ("/docx/same-bytes", test_same_bytes);
  g_test_add_func ("/docx/properties", test_properties);
  g_test_add_func ("/docx/paper", test_paper);
  g_test_add_func ("/docx/direction", test_direction);
  g_test_add_func ("/docx/right-to-left", test_right_to_left);
  g_test_add_func ("/docx/figures", test_figures);
  return g_test_run ();
}
