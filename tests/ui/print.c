/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "example.h"
#include "support.h"

#include <string.h>

#include <glib/gstdio.h>

#include "document/print.h"

/* The document on paper, into a file, as "Print to file" does. */

static char *folder;

static char *
run_reader (const char *program, const char *option, const char *path)
{
  g_autofree char *found = g_find_program_in_path (program);
  const char *const argv[] = { program, option, path, strcmp (program, "pdftotext") == 0 ? "-" : NULL,
                               NULL };
  g_autoptr (GError) error = NULL;
  char *out = NULL;
  int status;

  if (found == NULL)
    return NULL;
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out,
                               NULL, &status, &error));
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return out;
}

static void
print_to (NsmWorkshop *workshop, const NsmDocumentOptions *options, const char *path)
{
  g_autoptr (GtkPrintOperation) operation = nsm_document_print_new (workshop, options, "Document");
  g_autoptr (GError) error = NULL;
  GtkPrintOperationResult result;

  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_set_allow_async (operation, FALSE);
  result = gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (result, ==, GTK_PRINT_OPERATION_RESULT_APPLY);
}

static void
test_text (void)
{
  g_autoptr (NsmWorkshop) workshop = example_load ("project-management");
  NsmDocumentOptions options = { .format = NSM_REPORT_FORMAT_PDF };
  g_autofree char *path = g_build_filename (folder, "printed.pdf", NULL);
  g_autofree char *text = NULL;
  NsmParticipant *first = nsm_list_get (workshop->participants, 0);

  print_to (workshop, &options, path);
  text = run_reader ("pdftotext", "-layout", path);
  if (text == NULL)
    {
      g_test_skip ("there is no pdftotext");
    }
  else
    {
      g_assert_nonnull (strstr (text, "Definition"));
      g_assert_nonnull (strstr (text, "How we got here"));
      g_assert_nonnull (strstr (text, first->name));
    }
  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
test_nameless_summary (void)
{
  g_autoptr (NsmWorkshop) workshop = example_load ("project-management");
  NsmDocumentOptions options = { .format = NSM_REPORT_FORMAT_PDF,
                                 .report = { .scope = NSM_REPORT_SCOPE_SUMMARY,
                                             .names = NSM_REPORT_NAMES_NONE } };
  g_autofree char *path = g_build_filename (folder, "summary.pdf", NULL);
  g_autofree char *text = NULL;

  print_to (workshop, &options, path);
  text = run_reader ("pdftotext", "-layout", path);
  if (text == NULL)
    g_test_skip ("there is no pdftotext");
  else
    NSM_LIST_EACH (NsmParticipant, person, workshop->participants)
      {
        g_assert_null (strstr (text, person->name));
      }
  g_assert_cmpint (g_remove (path), ==, 0);
}

/* The pages are as large as the paper, and fill it. */
static void
test_paper (gconstpointer data)
{
  gboolean letter = GPOINTER_TO_INT (data);
  g_autoptr (NsmWorkshop) workshop = example_load ("project-management");
  NsmDocumentOptions options = { .format = NSM_REPORT_FORMAT_PDF };
  g_autofree char *path = g_build_filename (folder, "paper.pdf", NULL);
  g_autofree char *facts = NULL;
  g_autoptr (GtkPrintOperation) operation = NULL;

  options.report.paper = letter ? NSM_PAPER_SIZE_LETTER : NSM_PAPER_SIZE_A4;
  operation = nsm_document_print_new (workshop, &options, "Document");
  g_assert_cmpint (nsm_document_print_get_paper (operation, NSM_PAPER_SIZE_A4), ==,
                   options.report.paper);
  print_to (workshop, &options, path);
  facts = run_reader ("pdfinfo", "-isodates", path);
  if (facts == NULL)
    g_test_skip ("there is no pdfinfo");
  else
    g_assert_nonnull (strstr (facts, letter ? "612 x 792" : "595"));
  g_assert_cmpint (g_remove (path), ==, 0);
}

int
main (int argc, char **argv)
{
  int result;

  ui_test_init (&argc, &argv);
  folder = g_dir_make_tmp ("nsm-print-XXXXXX", NULL);
  g_test_add_func ("/ui/print/text", test_text);
  g_test_add_func ("/ui/print/nameless-summary", test_nameless_summary);
  g_test_add_data_func ("/ui/print/paper/a4", GINT_TO_POINTER (FALSE), test_paper);
  g_test_add_data_func ("/ui/print/paper/letter", GINT_TO_POINTER (TRUE), test_paper);
  result = g_test_run ();
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_free (folder);
  return result;
}
