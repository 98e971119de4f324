/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is in the package beside the text: styles, settings, what the document says of itself. */
#include "report/docx-private.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "report/resources.h"

#define WORD "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define PROPERTIES "http://schemas.openxmlformats.org/officeDocument/2006"

/* In twips: 22 and 14 mm; and how much smaller the letters and the air are on one page. */
#define MARGIN 1247
#define SMALL_MARGIN 794
#define SMALL_LETTERS 0.77
#define SMALL_LINES 0.92
#define SMALL_AIR 0.4
#define SINGLE_LINE 240

/* Letters in the margins. */
#define LONGEST_HEADER 90
#define LONGEST_FOOTER 36
#define KEYWORDS "North Star Metric"

/* Word knows languages with their country. */
static const char *const languages[][2] = {
  { "de", "de-DE" }, { "en", "en-GB" }, { "es", "es-ES" }, { "fr", "fr-FR" },
  { "he", "he-IL" }, { "ar", "ar-SA" }, { "fa", "fa-IR" }, { "ja", "ja-JP" },
};

static const char *
get_language (NsmReport *report)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (strcmp (languages[i][0], report->language) == 0)
      return languages[i][1];
  return report->language;
}

static gboolean
is_asian (NsmReport *report)
{
  return g_str_has_prefix (report->language, "ja") || g_str_has_prefix (report->language, "zh") ||
         g_str_has_prefix (report->language, "ko");
}

/**
 * nsm_docx_get_margin:
 *
 * Returns: what is left white on each side of a page, in twips
 */
int
nsm_docx_get_margin (NsmReport *report)
{
  return report->scope == NSM_REPORT_SCOPE_SUMMARY ? SMALL_MARGIN : MARGIN;
}

int
nsm_docx_get_text_width (NsmReport *report)
{
  double width, height;

  nsm_paper_size_get_points (report->paper, &width, &height);
  return (int) (width * NSM_DOCX_TWIPS) - 2 * nsm_docx_get_margin (report);
}

static gboolean
shrink (const GMatchInfo *match, GString *result, gpointer data)
{
  g_autofree char *before = g_match_info_fetch (match, 1);
  g_autofree char *number = g_match_info_fetch (match, 2);
  double value = g_ascii_strtod (number, NULL);

  if (g_str_has_prefix (before, "w:sz"))
    value *= SMALL_LETTERS;
  else if (g_str_has_prefix (before, "w:line"))
    value = fmax (SINGLE_LINE, value * SMALL_LINES);
  else
    value *= SMALL_AIR;

  g_string_append_printf (result, "%s%d", before, (int) value);
  return FALSE;
}

/* One page takes smaller letters and less air between them. */
static void
make_small (GString *styles)
{
  g_autoptr (GRegex) regex =
    g_regex_new ("(w:szC?s? w:val=\"|w:before=\"|w:after=\"|w:line=\"|"
                 "<w:top w:w=\"|<w:bottom w:w=\")([0-9]+)",
                 0, 0, NULL);
  g_autofree char *small =
    g_regex_replace_eval (regex, styles->str, (gssize) styles->len, 0, 0, shrink, NULL, NULL);

  g_string_assign (styles, small);
}

/**
 * nsm_docx_make_styles:
 *
 * Returns: (transfer full): the styles, for the document's language and paper
 */
GBytes *
nsm_docx_make_styles (NsmReport *report)
{
  g_autoptr (GBytes) bytes =
    g_resource_lookup_data (nsm_report_get_resource (),
                            NSM_RESOURCE_BASE "/report/docx-styles.xml", 0, NULL);
  GString *styles = g_string_new_len (g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes));
  g_autofree char *language = g_markup_escape_text (get_language (report), -1);
  g_autofree char *width = NULL;

  width = g_strdup_printf ("%d", nsm_docx_get_text_width (report));
  g_string_replace (styles, "@LANGUAGE@", language, 0);
  g_string_replace (styles, "@ASIAN@", is_asian (report) ? language : "zh-CN", 0);
  g_string_replace (styles, "@BIDI@", report->rtl ? language : "ar-SA", 0);
  g_string_replace (styles, "@WIDTH@", width, 0);
  if (report->scope == NSM_REPORT_SCOPE_SUMMARY)
    make_small (styles);
  return g_string_free_to_bytes (styles);
}

static void
begin (NsmDocxXml *xml, const char *root)
{
  nsm_docx_xml_init (xml);
  nsm_docx_start (xml, root);
  nsm_docx_attribute (xml, "xmlns:w", WORD);
}

static GBytes *
finish (NsmDocxXml *xml)
{
  nsm_docx_end (xml);
  return nsm_docx_xml_finish (xml);
}

/**
 * nsm_docx_make_settings:
 *
 * Returns: (transfer full): that it is a document of today's Word and nothing is to be asked
 */
GBytes *
nsm_docx_make_settings (NsmReport *report)
{
  NsmDocxXml xml;

  begin (&xml, "w:settings");
  nsm_docx_start (&xml, "w:zoom");
  nsm_docx_attribute (&xml, "w:percent", "100");
  nsm_docx_end (&xml);
  nsm_docx_value (&xml, "w:defaultTabStop", "720");
  nsm_docx_value (&xml, "w:characterSpacingControl", "doNotCompress");
  nsm_docx_start (&xml, "w:compat");
  nsm_docx_start (&xml, "w:compatSetting");
  nsm_docx_attribute (&xml, "w:name", "compatibilityMode");
  nsm_docx_attribute (&xml, "w:uri", "http://schemas.microsoft.com/office/word");
  nsm_docx_attribute (&xml, "w:val", "15");
  nsm_docx_end (&xml);
  nsm_docx_end (&xml);
  nsm_docx_start (&xml, "w:themeFontLang");
  nsm_docx_attribute (&xml, "w:val", get_language (report));
  nsm_docx_end (&xml);
  return finish (&xml);
}

static void
write_font (NsmDocxXml *xml, const char *name, const char *other, const char *family,
            const char *pitch)
{
  nsm_docx_start (xml, "w:font");
  nsm_docx_attribute (xml, "w:name", name);
  nsm_docx_value (xml, "w:altName", other);
  nsm_docx_value (xml, "w:family", family);
  nsm_docx_value (xml, "w:pitch", pitch);
  nsm_docx_end (xml);
}

/**
 * nsm_docx_make_fonts:
 *
 * Returns: (transfer full): what to take where a font isn't installed
 */
GBytes *
nsm_docx_make_fonts (void)
{
  NsmDocxXml xml;

  begin (&xml, "w:fonts");
  write_font (&xml, "Calibri", "Carlito", "swiss", "variable");
  write_font (&xml, "Arial", "Liberation Sans", "swiss", "variable");
  write_font (&xml, "Consolas", "Inconsolata", "modern", "fixed");
  write_font (&xml, "Courier New", "Liberation Mono", "modern", "fixed");
  write_font (&xml, "Microsoft YaHei", "Noto Sans CJK SC", "swiss", "variable");
  return finish (&xml);
}

static void
write_scheme (NsmDocxXml *xml, guint id, const char *format, const char *text)
{
  nsm_docx_start (xml, "w:abstractNum");
  nsm_docx_attribute_int (xml, "w:abstractNumId", id);
  nsm_docx_value (xml, "w:multiLevelType", "singleLevel");
  nsm_docx_start (xml, "w:lvl");
  nsm_docx_attribute (xml, "w:ilvl", "0");
  nsm_docx_value (xml, "w:start", "1");
  nsm_docx_value (xml, "w:numFmt", format);
  nsm_docx_value (xml, "w:lvlText", text);
  nsm_docx_value (xml, "w:lvlJc", "left");
  nsm_docx_start (xml, "w:pPr");
  nsm_docx_start (xml, "w:ind");
  nsm_docx_attribute (xml, "w:left", "340");
  nsm_docx_attribute (xml, "w:hanging", "284");
  nsm_docx_end (xml);
  nsm_docx_end (xml);
  nsm_docx_end (xml);
  nsm_docx_end (xml);
}

/**
 * nsm_docx_make_numbering:
 * @n_ordered: how many lists count
 *
 * Returns: (transfer full): the signs before items
 */
GBytes *
nsm_docx_make_numbering (guint n_ordered)
{
  NsmDocxXml xml;

  begin (&xml, "w:numbering");
  write_scheme (&xml, 0, "bullet", "•");
  write_scheme (&xml, 1, "decimal", "%1.");
  for (guint i = 0; i <= n_ordered; i++)
    {
      nsm_docx_start (&xml, "w:num");
      nsm_docx_attribute_int (&xml, "w:numId", NSM_DOCX_BULLETS + i);
      nsm_docx_value (&xml, "w:abstractNumId", i == 0 ? "0" : "1");
      if (i > 0)
        {
          nsm_docx_start (&xml, "w:lvlOverride");
          nsm_docx_attribute (&xml, "w:ilvl", "0");
          nsm_docx_value (&xml, "w:startOverride", "1");
          nsm_docx_end (&xml);
        }
      nsm_docx_end (&xml);
    }
  return finish (&xml);
}

static void
begin_margin_text (NsmDocx *docx, NsmReport *report, const char *root)
{
  memset (docx, 0, sizeof *docx);
  docx->report = report;
  begin (&docx->xml, root);
}

/* A running title has one line. */
static char *
dup_short (const char *text, glong most)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= most)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, most - 1);
  return g_strconcat (g_strchomp (start), "…", NULL);
}

/**
 * nsm_docx_make_header:
 *
 * Returns: (transfer full): the running title; the first page has the real one
 */
GBytes *
nsm_docx_make_header (NsmReport *report)
{
  const NsmDocxLook look = { .style = "Header" };
  g_autofree char *title = dup_short (report->title, LONGEST_HEADER);
  NsmDocx docx;

  begin_margin_text (&docx, report, "w:hdr");
  nsm_docx_begin_paragraph (&docx, &look, title);
  nsm_docx_write_words (&docx, NULL, title, TRUE);
  nsm_docx_end_paragraph (&docx);
  return finish (&docx.xml);
}

static void
write_page_numbers (NsmDocx *docx)
{
  g_autoptr (GPtrArray) runs = g_ptr_array_new_with_free_func ((GDestroyNotify) nsm_run_free);

  /* Translators: the number of a page and how many there are: "3 of 12" */
  nsm_runs_add_template (runs, _("%s of %s"), nsm_run_new (NSM_RUN_CODE, "PAGE"),
                         nsm_run_new (NSM_RUN_CODE, "NUMPAGES"), NULL);
  for (guint i = 0; i < runs->len; i++)
    {
      NsmRun *run = runs->pdata[i];

      if (run->style == NSM_RUN_CODE)
        nsm_docx_write_field (docx, run->text, "1");
      else
        nsm_docx_write_words (docx, NULL, run->text, FALSE);
    }
}

/**
 * nsm_docx_make_footer:
 *
 * Returns: (transfer full): what it is, and the number of the page
 */
GBytes *
nsm_docx_make_footer (NsmReport *report)
{
  const NsmDocxLook look = { .style = "Footer" };
  g_autoptr (GPtrArray) runs = g_ptr_array_new_with_free_func ((GDestroyNotify) nsm_run_free);
  const char *status = nsm_report_get_status_label (report);
  g_autofree char *workshop = dup_short (report->workshop, LONGEST_FOOTER);
  NsmDocx docx;

  begin_margin_text (&docx, report, "w:ftr");
  if (report->workshop[0] != '\0')
    /* Translators: the name of the workshop, "Draft" or "Final", and a date */
    nsm_runs_add_template (runs, _("%s · %s · Written on %s with North Star Workshop"),
                           nsm_run_new (NSM_RUN_TEXT, workshop),
                           nsm_run_new (NSM_RUN_TEXT, status),
                           nsm_run_new_date (report->date), NULL);
  else
    nsm_runs_add_template (runs, _("%s · Written on %s with North Star Workshop"),
                           nsm_run_new (NSM_RUN_TEXT, status),
                           nsm_run_new_date (report->date), NULL);
  nsm_docx_begin_paragraph (&docx, &look, "");
  nsm_docx_write_runs (&docx, runs, FALSE);
  nsm_docx_write_tab (&docx);
  write_page_numbers (&docx);
  nsm_docx_end_paragraph (&docx);
  return finish (&docx.xml);
}

static void
write_moment (NsmDocxXml *xml, const char *name, const char *date)
{
  g_autofree char *moment = g_strconcat (date, "T00:00:00Z", NULL);

  nsm_docx_start (xml, name);
  nsm_docx_attribute (xml, "xsi:type", "dcterms:W3CDTF");
  nsm_docx_text (xml, moment);
  nsm_docx_end (xml);
}

/**
 * nsm_docx_make_core:
 *
 * Returns: (transfer full): the properties that every document has
 */
GBytes *
nsm_docx_make_core (NsmReport *report)
{
  const char *creator = report->author[0] != '\0' ? report->author
                        : report->names != NSM_REPORT_NAMES_NONE && report->owner != NULL &&
                              report->owner[0] != '\0'
                          ? report->owner
                          : "North Star Workshop";
  NsmDocxXml xml;

  nsm_docx_xml_init (&xml);
  nsm_docx_start (&xml, "cp:coreProperties");
  nsm_docx_attribute (&xml, "xmlns:cp",
                      "http://schemas.openxmlformats.org/package/2006/metadata/core-properties");
  nsm_docx_attribute (&xml, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
  nsm_docx_attribute (&xml, "xmlns:dcterms", "http://purl.org/dc/terms/");
  nsm_docx_attribute (&xml, "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
  nsm_docx_element (&xml, "dc:title", report->title);
  nsm_docx_element (&xml, "dc:subject", report->product);
  nsm_docx_element (&xml, "dc:creator", creator);
  nsm_docx_element (&xml, "cp:keywords", KEYWORDS);
  nsm_docx_element (&xml, "dc:language", report->language);
  nsm_docx_element (&xml, "cp:lastModifiedBy", creator);
  if (report->date[0] != '\0')
    {
      write_moment (&xml, "dcterms:created", report->date);
      write_moment (&xml, "dcterms:modified", report->date);
    }
  nsm_docx_element (&xml, "cp:contentStatus", nsm_report_get_status_label (report));
  return finish (&xml);
}

/**
 * nsm_docx_make_app:
 *
 * Returns: (transfer full): which program wrote it
 */
GBytes *
nsm_docx_make_app (NsmReport *report)
{
  NsmDocxXml xml;

  nsm_docx_xml_init (&xml);
  nsm_docx_start (&xml, "Properties");
  nsm_docx_attribute (&xml, "xmlns", PROPERTIES "/extended-properties");
  nsm_docx_element (&xml, "Application", "North Star Workshop");
  nsm_docx_element (&xml, "Company", report->product);
  return finish (&xml);
}

static void
write_property (NsmDocxXml *xml, guint *id, const char *name, const char *type, const char *value)
{
  if (value == NULL || value[0] == '\0')
    return;
  nsm_docx_start (xml, "property");
  nsm_docx_attribute (xml, "fmtid", "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}");
  nsm_docx_attribute_int (xml, "pid", (*id)++);
  nsm_docx_attribute (xml, "name", name);
  nsm_docx_element (xml, type, value);
  nsm_docx_end (xml);
}

/**
 * nsm_docx_make_custom:
 *
 * Returns: (transfer full): the properties that only this kind of document has
 */
GBytes *
nsm_docx_make_custom (NsmReport *report)
{
  g_autofree char *version =
    report->version > 0 ? g_strdup_printf ("%u", report->version) : NULL;
  NsmDocxXml xml;
  guint id = 2; /* those below are Windows's own */

  nsm_docx_xml_init (&xml);
  nsm_docx_start (&xml, "Properties");
  nsm_docx_attribute (&xml, "xmlns", PROPERTIES "/custom-properties");
  nsm_docx_attribute (&xml, "xmlns:vt", PROPERTIES "/docPropsVTypes");
  write_property (&xml, &id, "Version", "vt:i4", version);
  write_property (&xml, &id, "Final since", "vt:lpwstr", report->version_date);
  write_property (&xml, &id, "Owner", "vt:lpwstr", report->owner);
  write_property (&xml, &id, "Fingerprint", "vt:lpwstr", report->fingerprint);
  write_property (&xml, &id, "Workshop", "vt:lpwstr", report->workshop);
  write_property (&xml, &id, "Scope", "vt:lpwstr",
                  nsm_choice_get_nick (NSM_TYPE_REPORT_SCOPE, report->scope));
  write_property (&xml, &id, "Names", "vt:lpwstr",
                  nsm_choice_get_nick (NSM_TYPE_REPORT_NAMES, report->names));
  write_property (&xml, &id, "Quotes", "vt:lpwstr", report->without_quotes ? "without" : "with");
  return finish (&xml);
}
