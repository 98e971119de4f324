/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document's language is a choice of its own: what an English program writes in German is what a
 * German program writes, and the other way round. */
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include <gio/gio.h>

#include "example.h"
#include "model/workshop.h"
#include "record/language.h"
#include "report/build.h"
#include "report/export.h"
#include "report/paper.h"
#include "report/writers.h"

static const char *const examples[] = { "project-management", "fitness", "marketplace" };

static char *
write_html (NsmWorkshop *workshop, const char *language)
{
  const NsmReportOptions options = { .date = "2026-03-31", .language = language };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = nsm_report_write (workshop, NSM_REPORT_FORMAT_HTML, &options, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* This program once more, which writes the example in its own language. */
static char *
write_by_program (const char *example, const char *language)
{
  g_autoptr (GSubprocessLauncher) launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  char *text = NULL;

  g_subprocess_launcher_setenv (launcher, "LC_ALL", "C.UTF-8", TRUE);
  g_subprocess_launcher_setenv (launcher, "LANGUAGE", language, TRUE);
  process = g_subprocess_launcher_spawn (launcher, &error, program, "--write", example, NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &text, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  return text;
}

static void
test_same (gconstpointer data)
{
  const char *example = data;
  g_autoptr (NsmWorkshop) workshop = example_load (example);
  g_autofree char *german = write_html (workshop, "de");
  g_autofree char *english = write_html (workshop, "en");
  g_autofree char *again = write_html (workshop, "de");
  g_autofree char *by_german = write_by_program (example, "de");
  g_autofree char *by_english = write_by_program (example, "");

  g_assert_true (g_str_has_prefix (german, "<!DOCTYPE html>"));
  g_assert_nonnull (strstr (german, "lang=\"de\""));
  g_assert_nonnull (strstr (english, "lang=\"en\""));
  g_assert_cmpstr (german, ==, again);
  g_assert_cmpstr (german, ==, by_german);
  g_assert_cmpstr (english, ==, by_english);
}

static char *
dup_text (const char *html)
{
  g_autoptr (GRegex) hidden = g_regex_new ("<(style|svg|script)\\b.*?</\\1>|<[^>]*>",
                                           G_REGEX_DOTALL | G_REGEX_OPTIMIZE, 0, NULL);

  return g_regex_replace_literal (hidden, html, -1, 0, "\n", 0, NULL);
}

/* "4,3", "12.000" and never "4.3", "31. März 2026" and no month in English. */
static void
test_numbers (gconstpointer data)
{
  const char *example = data;
  g_autofree char *file = g_strconcat (example, ".nsm", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("NSM_DATA"), "examples", file, NULL);
  g_autofree char *source = NULL;
  g_autoptr (NsmWorkshop) workshop = example_load (example);
  g_autofree char *german = write_html (workshop, "de");
  g_autofree char *text = dup_text (german);
  g_autoptr (GRegex) english = g_regex_new (
    "(?<![0-9.])(0\\.[0-9]+|[0-9]*\\.(?![0-9]{3}(?![0-9]))[0-9]+)"
    "|\\b(January|February|March|May|June|July|October|December) [0-9]+",
    0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_assert_true (g_file_get_contents (path, &source, NULL, NULL));
  for (g_regex_match (english, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *found = g_match_info_fetch (match, 0);
      int start = 0;

      g_match_info_fetch_pos (match, 0, &start, NULL);
      if (strstr (source, found) == NULL)
        g_test_message ("%.80s", text + MAX (start - 40, 0));
      /* What people wrote themselves stays as they did. */
      g_assert_nonnull (strstr (source, found));
    }
  g_assert_true (g_regex_match_simple ("[0-9],[0-9]", text, 0, 0));
  g_assert_nonnull (strstr (text, "31. März 2026"));
}

/* Also when only the document is built, as the window does. */
static void
test_build (void)
{
  g_autoptr (NsmWorkshop) workshop = example_load ("fitness");
  const NsmReportOptions german = { .language = "de" };
  const NsmReportOptions unknown = { .language = "xx" };
  g_autoptr (NsmReport) first = nsm_report_build (workshop, &german);
  g_autoptr (NsmReport) second = nsm_report_build (workshop, &unknown);
  g_autofree char *now = nsm_language_dup ();
  NsmNode *section = nsm_report_find (first, "summary");

  g_assert_cmpstr (first->language, ==, "de");
  g_assert_false (first->rtl);
  g_assert_cmpstr (((NsmRun *) section->runs->pdata[0])->text, ==, "Zusammenfassung");
  g_assert_cmpstr (second->language, ==, "en");
  g_assert_cmpstr (now, ==, "en");
}

static GBytes *
draw_cover (NsmPaper *paper)
{
  cairo_surface_t *page = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 595, 842);
  cairo_t *cr = cairo_create (page);
  GBytes *bytes;

  nsm_paper_draw_page (paper, 0, cr);
  cairo_surface_flush (page);
  bytes = g_bytes_new (cairo_image_surface_get_data (page),
                       (gsize) cairo_image_surface_get_stride (page) * 842);
  cairo_destroy (cr);
  cairo_surface_destroy (page);
  return bytes;
}

/* Whoever writes a document that was built before needn't know its language. */
static void
test_built (void)
{
  g_autoptr (NsmWorkshop) workshop = example_load ("fitness");
  const NsmReportOptions german = { .language = "de", .date = "2026-03-31" };
  g_autoptr (NsmReport) report = nsm_report_build (workshop, &german);
  g_autoptr (GString) markdown = g_string_new (NULL);
  g_autoptr (GString) html = g_string_new (NULL);
  g_autoptr (GString) rich = g_string_new (NULL);
  g_autoptr (NsmPaper) paper = nsm_paper_new (report, 595, 842);
  g_autoptr (GBytes) cover = draw_cover (paper);
  g_autoptr (GBytes) in_german = NULL;
  g_autofree char *whole = write_html (workshop, "de");
  g_autofree char *now = nsm_language_dup ();

  nsm_report_write_markdown (report, markdown);
  nsm_report_write_html (report, html);
  nsm_report_write_rich_text (report, rich);
  g_assert_cmpstr (html->str, ==, whole);
  g_assert_nonnull (strstr (markdown->str, " 3. März 2026"));
  g_assert_nonnull (strstr (rich->str, " 3. März 2026"));
  {
    g_autoptr (NsmLanguageScope) scope = nsm_language_enter ("de");
    g_autoptr (NsmPaper) same = nsm_paper_new (report, 595, 842);

    in_german = draw_cover (same);
  }
  g_assert_true (g_bytes_equal (cover, in_german));
  g_assert_cmpstr (now, ==, "en");
}

int
main (int argc, char *argv[])
{
  nsm_language_init ();
  if (argc == 3 && strcmp (argv[1], "--write") == 0)
    {
      g_autoptr (NsmWorkshop) workshop = example_load (argv[2]);
      g_autofree char *html = write_html (workshop, NULL);

      fputs (html, stdout);
      return 0;
    }
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autofree char *same = g_strconcat ("/report/language/same/", examples[i], NULL);
      g_autofree char *numbers = g_strconcat ("/report/language/numbers/", examples[i], NULL);

      g_test_add_data_func (same, examples[i], test_same);
      g_test_add_data_func (numbers, examples[i], test_numbers);
    }
  g_test_add_func ("/report/language/build", test_build);
  g_test_add_func ("/report/language/built", test_built);
  return g_test_run ();
}
