/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib.h>
#include <libxml/HTMLparser.h>
#include <libxml/xpath.h>

#include "example.h"
#include "method/versions.h"
#include "plot-sample.h"
#include "report/build.h"
#include "report/export.h"
#include "report/writers.h"
#include "rounds/round.h"
#include "sample.h"

static const NsmReportOptions fixed = { .date = "2026-03-31" };

/* Also who gave which answer, where that was promised. */
static const NsmReportOptions answering = { .date = "2026-03-31",
                                            .names = NSM_REPORT_NAMES_WITH_SCORES };

static char *
write_with (NsmWorkshop *workshop, NsmReportFormat format, const NsmReportOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = nsm_report_write (workshop, format, options, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static char *
write_document (NsmWorkshop *workshop, NsmReportFormat format)
{
  return write_with (workshop, format, &fixed);
}

static gboolean
is_found (NsmNode *node)
{
  return g_strcmp0 (node->id, "findings") == 0;
}

static gboolean
is_note (NsmNode *node)
{
  return node->kind == NSM_NODE_NOTE;
}

static gboolean
is_computed (NsmNode *node)
{
  return node->kind != NSM_NODE_FIGURE && node->kind != NSM_NODE_SECTION;
}

static void
drop_children (NsmNode *node, gboolean (*drop) (NsmNode *child))
{
  for (guint i = node->children->len; i-- > 0;)
    if (drop (node->children->pdata[i]))
      g_ptr_array_remove_index (node->children, i);
}

/* The sample's ids are others each time. */
static void
hide_fingerprint (NsmReport *report)
{
  NsmNode *entry = nsm_report_find (report, "fingerprint");
  NsmRun *run = ((NsmNode *) entry->children->pdata[0])->runs->pdata[0];

  g_assert_cmpstr (run->text, ==, report->fingerprint);
  memset (report->fingerprint, '0', strlen (report->fingerprint));
  g_free (report->origin);
  report->origin = g_strdup ("0000");
  g_free (report->program);
  report->program = g_strdup ("0");
  memset (run->text, '0', strlen (run->text));
}

/* The sentences of the rules and of the statistics have tests of their own: here
 * they would only make this one fail when another is mended. */
static char *
write_golden (NsmWorkshop *workshop, NsmReportFormat format)
{
  g_autoptr (NsmReport) report = nsm_report_build (workshop, &fixed);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  drop_children (nsm_report_find (report, "process"), is_found);
  drop_children (nsm_report_find (report, "scores"), is_computed);
  /* Nothing of the sample was really sealed. */
  for (guint i = 1; i <= nsm_list_get_size (workshop->rounds); i++)
    {
      g_autofree char *id = g_strdup_printf ("round-%u", i);

      drop_children (nsm_report_find (report, id), is_note);
    }
  report->facets = 0x0ff;
  hide_fingerprint (report);
  bytes = nsm_report_write_built (report, format, &error);
  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* What the file should be; NSM_UPDATE_GOLDEN=1 makes it so. */
static void
test_golden (gconstpointer data)
{
  const char *name = data;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "report", "golden", name, NULL);
  g_autoptr (NsmWorkshop) workshop = sample_new ();
  g_autofree char *written = write_golden (workshop, nsm_report_format_for_path (name));
  g_autofree char *expected = NULL;

  if (g_getenv ("NSM_UPDATE_GOLDEN") != NULL)
    g_assert_true (g_file_set_contents (path, written, -1, NULL));
  g_assert_true (g_file_get_contents (path, &expected, NULL, NULL));
  g_assert_cmpstr (written, ==, expected);
}

static const char *const hostile[] = {
  "plain",
  "<script>alert(1)</script>",
  "</style></title></textarea><img src=x onerror=alert(1)>",
  "\" onmouseover=\"alert(1)\" x='",
  "]]>--><!--<![CDATA[&amp;&#0;&bogus;",
  "a | b || c \\| d `code` ``more`` *x* _y_ ~~z~~ [l](javascript:alert(1)) ![i](http://x/y)",
  "# not a heading\n\n- not a list\n1. nor this\n> nor this\n\n    nor code\n---\n===",
  "first\r\nsecond\rthird\nfourth \u2028 fifth",
  "שלום עולם \u202e reversed مرحبا بالعالم",
  "e\u0301\u0323 Z\u0351\u036b\u0343\u036a 👩\u200d👩\u200d👧\u200d👦 🏳️\u200d🌈 \u200b\ufeff",
  "{{template}} ${x} <%= y %> \\ & < > \" '",
  "https://example.org/?a=b&c=d www.example.org me@example.org",
};

static gboolean
is_about_new_tag (const char *message)
{
  return strstr (message, "Tag ") != NULL && strstr (message, " invalid") != NULL;
}

static void
on_html_error (void *data, const xmlError *error)
{
  GString *messages = data;

  /* libxml2 knows HTML 4: it doesn't know <section>, <svg>, <bdi> … */
  if (!is_about_new_tag (error->message))
    g_string_append_printf (messages, "%d: %s", error->line, error->message);
}

static int
count (htmlDocPtr doc, const char *expression)
{
  xmlXPathContextPtr context = xmlXPathNewContext (doc);
  xmlXPathObjectPtr found = xmlXPathEvalExpression ((const xmlChar *) expression, context);
  int n = found->nodesetval != NULL ? found->nodesetval->nodeNr : 0;

  xmlXPathFreeObject (found);
  xmlXPathFreeContext (context);
  return n;
}

static void
check_html (const char *html)
{
  g_autoptr (GString) messages = g_string_new (NULL);
  htmlDocPtr doc;

  xmlSetStructuredErrorFunc (messages, (xmlStructuredErrorFunc) (void (*) (void)) on_html_error);
  doc = htmlReadMemory (html, (int) strlen (html), NULL, "UTF-8", HTML_PARSE_NONET);
  xmlSetStructuredErrorFunc (NULL, NULL);
  g_assert_cmpstr (messages->str, ==, "");
  g_assert_nonnull (doc);
  g_assert_cmpint (count (doc, "//script"), ==, 0);
  g_assert_cmpint (count (doc, "//img | //iframe | //object | //embed | //link | //base | //form"), ==, 0);
  g_assert_cmpint (count (doc, "//@*[starts-with(name(), 'on')]"), ==, 0);
  g_assert_cmpint (count (doc, "//@src"), ==, 0);
  g_assert_cmpint (count (doc, "//@href[not(starts-with(., '#'))]"), ==, 0);
  g_assert_cmpint (count (doc, "//style"), ==, 1);
  g_assert_cmpint (count (doc, "//h1"), ==, 1);
  g_assert_cmpint (count (doc, "//@id[. = preceding::*/@id]"), ==, 0);
  g_assert_cmpint (count (doc, "//a[not(substring(@href, 2) = //@id)]"), ==, 0);
  xmlFreeDoc (doc);
}

static void
test_hostile (gconstpointer data)
{
  g_autoptr (NsmWorkshop) workshop = sample_new_filled (data);
  g_autofree char *xml = write_document (workshop, NSM_REPORT_FORMAT_XML);
  g_autofree char *html = write_document (workshop, NSM_REPORT_FORMAT_HTML);
  g_autofree char *markdown = write_document (workshop, NSM_REPORT_FORMAT_MARKDOWN);

  /* XML was validated when it was written. */
  g_assert_nonnull (strstr (xml, "<report"));
  check_html (html);
  g_assert_null (strstr (markdown, "<script"));
  g_assert_null (strstr (markdown, "<img"));
  g_assert_true (g_utf8_validate (markdown, -1, NULL));
}

/* What a person wrote comes out again, whatever the format made of it on the way. */
static void
test_survives (void)
{
  const char *text = "]]> & <b> \"q\" 'a' שלום e\u0301 👩\u200d👧 `x` | y";
  g_autoptr (NsmWorkshop) workshop = sample_new ();
  g_autofree char *xml = NULL;
  g_autofree char *html = NULL;
  xmlDocPtr doc;
  xmlXPathContextPtr context;
  xmlXPathObjectPtr found;
  xmlChar *content;

  g_object_set (workshop->decision, "why", text, NULL);
  xml = write_document (workshop, NSM_REPORT_FORMAT_XML);
  doc = xmlReadMemory (xml, (int) strlen (xml), NULL, "UTF-8", XML_PARSE_NONET);
  g_assert_nonnull (doc);
  context = xmlXPathNewContext (doc);
  found = xmlXPathEvalExpression ((const xmlChar *) "//*[@id='why']/*[local-name()='paragraph']", context);
  g_assert_cmpint (found->nodesetval->nodeNr, ==, 1);
  content = xmlNodeGetContent (found->nodesetval->nodeTab[0]);
  g_assert_cmpstr ((char *) content, ==, text);
  xmlFree (content);
  xmlXPathFreeObject (found);
  xmlXPathFreeContext (context);
  xmlFreeDoc (doc);

  html = write_document (workshop, NSM_REPORT_FORMAT_HTML);
  doc = htmlReadMemory (html, (int) strlen (html), NULL, "UTF-8",
                        HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING);
  context = xmlXPathNewContext (doc);
  found = xmlXPathEvalExpression ((const xmlChar *) "//*[@id='why']//p", context);
  content = xmlNodeGetContent (found->nodesetval->nodeTab[0]);
  g_assert_cmpstr ((char *) content, ==, text);
  xmlFree (content);
  xmlXPathFreeObject (found);
  xmlXPathFreeContext (context);
  xmlFreeDoc (doc);
}

static void
test_empty (void)
{
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
  g_autofree char *xml = write_document (workshop, NSM_REPORT_FORMAT_XML);
  g_autofree char *html = write_document (workshop, NSM_REPORT_FORMAT_HTML);
  g_autofree char *markdown = write_document (workshop, NSM_REPORT_FORMAT_MARKDOWN);

  g_assert_nonnull (strstr (xml, "status=\"draft\""));
  check_html (html);
  g_assert_nonnull (strstr (markdown, "**Draft**"));
}

static void
test_status (void)
{
  g_autoptr (NsmWorkshop) workshop = sample_new ();
  g_autoptr (NsmReport) report = nsm_report_build (workshop, &fixed);
  g_autoptr (NsmReport) final = NULL;
  g_autoptr (NsmReport) changed = NULL;
  g_autoptr (NsmReport) solo = NULL;

  g_assert_false (report->final);
  g_assert_nonnull (nsm_report_find (report, "missing"));
  g_assert_cmpstr (nsm_report_get_status_label (report), ==, "Draft");
  g_assert_cmpstr (report->version_date, ==, "");
  nsm_workshop_freeze (workshop);
  final = nsm_report_build (workshop, &fixed);
  g_assert_true (final->final);
  g_assert_cmpstr (nsm_report_get_status_label (final), ==, "Final");
  g_assert_cmpuint (final->version, ==, 1);
  g_assert_cmpstr (final->version_date, ==, nsm_workshop_get_latest_version (workshop)->date);
  g_assert_null (nsm_report_find (final, "missing"));
  /* Changed since, and somebody blocks. */
  g_object_set (nsm_list_get (workshop->commitment->sign_offs, 0), "position",
                NSM_POSITION_BLOCKS, NULL);
  g_object_set (workshop->definition, "owner", "Somebody else", NULL);
  changed = nsm_report_build (workshop, &fixed);
  g_assert_false (changed->final);
  g_assert_cmpuint (changed->version, ==, 2);
  g_assert_cmpstr (nsm_report_get_status_label (changed), ==, "Draft");
  g_object_set (workshop, "mode", NSM_MODE_SOLO, NULL);
  solo = nsm_report_build (workshop, &fixed);
  g_assert_false (solo->final);
  g_assert_true (solo->solo);
  g_assert_cmpuint (solo->missing->len, >, 0);
}

/* Stray characters can't come from a record; a writer holds all the same. */
static void
test_unwritable (void)
{
  g_autoptr (GPtrArray) runs = g_ptr_array_new_with_free_func ((GDestroyNotify) nsm_run_free);

  nsm_runs_add_text (runs, NSM_RUN_TEXT, "a\x01\x0b" "b\xff" "c\ufffe\tx");
  g_assert_cmpuint (runs->len, ==, 3);
  g_assert_cmpstr (((NsmRun *) runs->pdata[0])->text, ==, "a");
  g_assert_cmpint (((NsmRun *) runs->pdata[1])->style, ==, NSM_RUN_BREAK);
  g_assert_cmpstr (((NsmRun *) runs->pdata[2])->text, ==, "b\ufffd" "c x");
}

/* Of many customers, and of next to no correlation: numbers that are written with a power of ten. */
static void
test_powers_of_ten (void)
{
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
  NsmEvidence *result = plot_sample_add (workshop, PLOT_SAMPLE_REVENUE, NULL);
  g_autofree char *xml = NULL;

  g_object_set (result, "coefficient", 3e-17, "rows", 1e12, NULL);
  nsm_list_append_new (result->bins, "rows", 5.0, "x", 1e-300, "y", 1e300, "low", -1e300, "high",
                       1e300, NULL);
  xml = write_document (workshop, NSM_REPORT_FORMAT_XML);
  g_assert_nonnull (strstr (xml, "<number>1e+12</number>"));
}

static void
test_template (void)
{
  g_autoptr (GPtrArray) runs = g_ptr_array_new_with_free_func ((GDestroyNotify) nsm_run_free);

  nsm_runs_add_template (runs, "%2$s, 100 %% %1$s.", nsm_run_new (NSM_RUN_TEXT, "%s"),
                         nsm_run_new_date ("2026-03-31"), NULL);
  g_assert_cmpuint (runs->len, ==, 4);
  g_assert_cmpstr (((NsmRun *) runs->pdata[0])->value, ==, "2026-03-31");
  g_assert_cmpstr (((NsmRun *) runs->pdata[1])->text, ==, ", 100 % ");
  g_assert_cmpstr (((NsmRun *) runs->pdata[2])->text, ==, "%s");
  g_assert_true (((NsmRun *) runs->pdata[2])->isolated);
}

static void
test_terms (void)
{
  g_autoptr (NsmWorkshop) workshop = sample_new ();
  g_autoptr (NsmReport) report = nsm_report_build (workshop, &fixed);
  NsmNode *entry = nsm_report_find (report, "formula");
  g_autoptr (GString) links = g_string_new (NULL);
  g_autofree char *text = nsm_node_dup_plain_text (entry->children->pdata[0]);

  for (guint i = 0; i < ((NsmNode *) entry->children->pdata[0])->runs->len; i++)
    {
      NsmRun *run = ((NsmNode *) entry->children->pdata[0])->runs->pdata[i];

      if (run->style == NSM_RUN_LINK)
        g_string_append_printf (links, "%s→%s ", run->text, run->target);
    }
  g_assert_cmpstr (links->str, ==,
                   "teams→term-1 complete→term-2 project→term-3 calendar month→term-4 ");
  g_assert_cmpstr (text, ==, workshop->definition->formula);
}

/* Somebody is in the middle of it. */
static void
test_unfinished (void)
{
  static const NsmReportFormat formats[] = {
    NSM_REPORT_FORMAT_PDF,      NSM_REPORT_FORMAT_DOCX, NSM_REPORT_FORMAT_HTML,
    NSM_REPORT_FORMAT_MARKDOWN, NSM_REPORT_FORMAT_XML,  NSM_REPORT_FORMAT_DECISION_RECORD,
  };
  g_autoptr (NsmWorkshop) workshop = sample_new ();
  NsmTerm *term = nsm_list_get (workshop->definition->terms, 0);

  g_object_set (term, "term", "", NULL);
  NSM_LIST_EACH (NsmCandidate, candidate, workshop->candidates)
    {
      g_object_set (candidate, "metric", "", NULL);
    }
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    g_free (write_document (workshop, formats[i]));
}

/* Letters that stand for nothing may be in a file all the same. */
static void
test_no_characters (void)
{
  g_autoptr (NsmWorkshop) workshop = sample_new ();
  g_autoptr (NsmReport) report = NULL;

  g_object_set (workshop, "product", "a\xef\xb7\x90" "b", "author", "c\xf0\x9f\xbf\xbf" "d", NULL);
  report = nsm_report_build (workshop, &fixed);
  g_assert_cmpstr (report->product, ==, "ab");
  g_assert_cmpstr (report->author, ==, "cd");
  g_free (write_document (workshop, NSM_REPORT_FORMAT_PDF));
}

static void
test_numbers (void)
{
  NsmRun *run = nsm_run_new_number (0.1 + 0.2, -1);

  g_assert_cmpstr (run->value, ==, "0.3");
  nsm_run_free (run);
  run = nsm_run_new_number (1240, -1);
  g_assert_cmpstr (run->value, ==, "1240");
  g_assert_cmpstr (run->text, ==, "1,240");
  nsm_run_free (run);
}

/* Who voted for what is shown only where that was promised when the round opened. */
static void
test_nameless_vote (void)
{
  g_autoptr (NsmWorkshop) workshop = sample_new ();
  NsmRound *vote = nsm_workshop_get_revealed_round (workshop, NSM_ROUND_KIND_GAME);
  g_autofree char *named = write_with (workshop, NSM_REPORT_FORMAT_MARKDOWN, &answering);
  g_autofree char *nameless = NULL;

  g_object_set (vote, "privacy", NSM_PRIVACY_UNNAMED, NULL);
  nameless = write_with (workshop, NSM_REPORT_FORMAT_MARKDOWN, &answering);
  g_assert_nonnull (strstr (named, "Amara: We are opened"));
  g_assert_null (strstr (nameless, "Amara: We are opened"));
  g_assert_nonnull (strstr (nameless, "| 1 | We are opened"));
  g_assert_nonnull (strstr (nameless, "| Productivity | 2 | Customers pay to get work done. |"));
}

/* What was sealed is checked again while the document is written. */
static void
test_transcripts (void)
{
  g_autoptr (NsmWorkshop) workshop = example_load ("fitness");
  g_autofree char *whole = write_document (workshop, NSM_REPORT_FORMAT_MARKDOWN);
  g_autofree char *changed = NULL;
  g_autofree char *xml = NULL;
  NsmRound *round = nsm_list_get (workshop->rounds, 0);
  NsmContribution *contribution = nsm_list_get (round->contributions, 1);
  NsmRosterEntry *entry = nsm_round_get_roster_entry (round, contribution->person);
  g_autofree char *receipt = nsm_receipt_dup_display (contribution->receipt);
  g_autofree char *sealed = g_strdup (contribution->sealed);

  g_assert_nonnull (strstr (whole, receipt));
  g_assert_nonnull (strstr (whole, round->chain_words));
  g_assert_nonnull (strstr (whole, "Everything fits"));
  g_assert_null (strstr (whole, "Doesn’t verify"));
  sealed[100] = sealed[100] == 'A' ? 'B' : 'A';
  g_object_set (contribution, "sealed", sealed, NULL);
  changed = write_document (workshop, NSM_REPORT_FORMAT_MARKDOWN);
  g_assert_nonnull (strstr (changed, "Doesn’t verify"));
  g_assert_nonnull (strstr (strstr (changed, "This round doesn’t verify"), entry->name));
  xml = write_document (workshop, NSM_REPORT_FORMAT_XML);
  g_assert_nonnull (strstr (xml, "<badge tone=\"negative\">Doesn’t verify</badge>"));
}

/* Who moved is shown only where both rounds promised names. */
static void
test_movement (void)
{
  g_autoptr (NsmWorkshop) workshop = example_load ("marketplace");
  g_autofree char *named = write_with (workshop, NSM_REPORT_FORMAT_MARKDOWN, &answering);
  g_autofree char *nameless = NULL;
  const char *section = strstr (named, "### What moved since round 1");

  g_assert_nonnull (section);
  g_assert_nonnull (strstr (section, "Victor went from 3 to 2"));
  NSM_LIST_EACH (NsmRound, round, workshop->rounds)
    {
      g_object_set (round, "privacy", NSM_PRIVACY_UNNAMED, NULL);
    }
  nameless = write_with (workshop, NSM_REPORT_FORMAT_MARKDOWN, &answering);
  g_assert_nonnull (strstr (nameless, "### What moved since round 1"));
  g_assert_null (strstr (nameless, "Victor went"));
  g_assert_null (strstr (nameless, "Victor changed"));
}

/* An open round tells nothing but who is in, in no format. */
static void
test_open_round (void)
{
  static const NsmReportFormat formats[] = { NSM_REPORT_FORMAT_XML, NSM_REPORT_FORMAT_HTML,
                                             NSM_REPORT_FORMAT_MARKDOWN };
  g_autoptr (NsmWorkshop) workshop = sample_new ();
  NsmRound *round = nsm_workshop_get_latest_round (workshop, NSM_ROUND_KIND_IDEAS);

  g_object_set (round, "state", NSM_ROUND_STATE_OPEN, NULL);
  nsm_list_clear (round->answers);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *text = write_document (workshop, formats[i]);

      g_assert_nonnull (strstr (text, "Not in yet"));
      g_assert_null (strstr (text, "IIII-JJJJ"));
      g_assert_null (strstr (text, "2026-03-30 08:03"));
      g_assert_null (strstr (text, "replaced later"));
    }
}

/* Whoever reads the document was not in the room. */
static void
test_impersonal (void)
{
  g_autoptr (NsmWorkshop) workshop = sample_new ();
  g_autofree char *text = write_document (workshop, NSM_REPORT_FORMAT_MARKDOWN);

  g_assert_nonnull (strstr (text, "redrawn from these people"));
  g_assert_null (strstr (text, "of you"));
  g_assert_null (strstr (text, "from you"));
}

static void
check_point (const char *xml, double y)
{
  g_autofree char *expected = NULL;
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  expected = g_strdup_printf (" y=\"%s\"", g_ascii_formatd (buffer, sizeof buffer, "%.6g", y));
  g_test_message ("%s", expected);
  g_assert_nonnull (strstr (xml, expected));
}

static int
count_all (const char *html, const char *expression)
{
  htmlDocPtr doc = htmlReadMemory (html, (int) strlen (html), NULL, "UTF-8",
                                   HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING);
  int n = count (doc, expression);

  xmlFreeDoc (doc);
  return n;
}

/* What files of data show: in figures, at most two a candidate, and in tables. */
static void
test_data (void)
{
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
  NsmEvidence *result = plot_sample_add (workshop, PLOT_SAMPLE_REVENUE, NULL);
  NsmEvidence *weekly = plot_sample_add (workshop, PLOT_SAMPLE_WEEKLY, NULL);
  NsmEvidence *refused = plot_sample_add (workshop, PLOT_SAMPLE_RETENTION, NULL);
  NsmDataset *dataset = nsm_list_get (workshop->datasets, 0);
  g_autofree char *html = NULL, *markdown = NULL, *xml = NULL;

  g_object_set (refused, "overlaps", TRUE, NULL);
  xml = write_document (workshop, NSM_REPORT_FORMAT_XML);
  html = write_document (workshop, NSM_REPORT_FORMAT_HTML);
  markdown = write_document (workshop, NSM_REPORT_FORMAT_MARKDOWN);
  check_html (html);

  /* Of two candidates two each; of the third, whose result is refused, none. */
  g_assert_cmpint (count_all (html, "//figure[@class='plots']"), ==, 4);
  g_assert_cmpint (count_all (html, "//*[@class='plot wide']"), ==, 4);
  g_assert_cmpint (count_all (html, "//*[@class='plot narrow']"), ==, 4);
  g_assert_cmpint (count_all (html, "//figure//table"), ==, 4);
  g_assert_cmpint (count_all (html, "//aside[contains(@class, 'caution')]"
                                    "[contains(., 'No evidence')]"), ==, 1);

  g_assert_nonnull (strstr (xml, "kind=\"tenths\""));
  g_assert_nonnull (strstr (xml, "kind=\"segments\""));
  g_assert_nonnull (strstr (xml, "kind=\"series\""));
  g_assert_nonnull (strstr (xml, "kind=\"lags\""));
  g_assert_null (strstr (xml, "kind=\"thresholds\""));
  NSM_LIST_EACH (NsmBin, bin, result->bins)
    check_point (xml, bin->y);
  g_assert_cmpuint (nsm_list_get_size (weekly->lags), ==, 13);

  g_assert_nonnull (strstr (markdown, "**Revenue rises"));
  g_assert_nonnull (strstr (markdown, dataset->sha256));
  g_assert_nonnull (strstr (markdown, "from day 1 to day 14"));
}

int
main (int argc, char *argv[])
{
  static const char *const golden[] = { "sample.xml", "sample.html", "sample.md" };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (golden); i++)
    {
      g_autofree char *path = g_strconcat ("/report/golden/", golden[i], NULL);

      g_test_add_data_func (path, golden[i], test_golden);
    }
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autofree char *path = g_strdup_printf ("/report/hostile/%u", i);

      g_test_add_data_func (path, hostile[i], test_hostile);
    }
  g_test_add_func ("/report/nameless-vote", test_nameless_vote);
  g_test_add_func ("/report/transcripts", test_transcripts);
  g_test_add_func ("/report/movement", test_movement);
  g_test_add_func ("/report/open-round", test_open_round);
  g_test_add_func ("/report/impersonal", test_impersonal);
  g_test_add_func ("/report/data", test_data);
  g_test_add_func ("/report/survives", test_survives);
  g_test_add_func ("/report/empty", test_empty);
  g_test_add_func ("/report/status", test_status);
  g_test_add_func ("/report/unwritable", test_unwritable);
  g_test_add_func ("/report/powers-of-ten", test_powers_of_ten);
  g_test_add_func ("/report/template", test_template);
  g_test_add_func ("/report/terms", test_terms);
  g_test_add_func ("/report/unfinished", test_unfinished);
  g_test_add_func ("/report/no-characters", test_no_characters);
  g_test_add_func ("/report/numbers", test_numbers);
  return g_test_run ();
}
