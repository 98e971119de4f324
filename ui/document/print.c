/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/print.h"

#include "report/build.h"
#include "report/paper.h"

/* The pages are those of the PDF, laid out for the paper that is chosen in the system's dialog. */

typedef struct
{
  NsmReport *report;
  NsmPaper *paper; /* once it is known how large a page is */
} Job;

static void
job_free (gpointer data, GClosure *closure G_GNUC_UNUSED)
{
  Job *job = data;

  g_clear_pointer (&job->paper, nsm_paper_free);
  nsm_report_free (job->report);
  g_free (job);
}

static void
on_begin (GtkPrintOperation *operation, GtkPrintContext *context, Job *job)
{
  g_clear_pointer (&job->paper, nsm_paper_free);
  job->paper = nsm_paper_new (job->report, gtk_print_context_get_width (context),
                              gtk_print_context_get_height (context));
  gtk_print_operation_set_n_pages (operation, (int) nsm_paper_get_n_pages (job->paper));
}

static void
on_draw (GtkPrintOperation *operation G_GNUC_UNUSED, GtkPrintContext *context, int page, Job *job)
{
  nsm_paper_draw_page (job->paper, (guint) page, gtk_print_context_get_cairo_context (context));
}

static GtkPageSetup *
new_setup (NsmPaperSize size)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *paper = gtk_paper_size_new (size == NSM_PAPER_SIZE_LETTER ? GTK_PAPER_NAME_LETTER
                                                                          : GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size_and_default_margins (setup, paper);
  gtk_paper_size_free (paper);
  return setup;
}

/**
 * nsm_document_print_new:
 * @job_name: what it is called in the printer's queue
 *
 * Returns: (transfer full): the printing of the document, to be run; it keeps nothing of @workshop
 */
GtkPrintOperation *
nsm_document_print_new (NsmWorkshop *workshop, const NsmDocumentOptions *options,
                        const char *job_name)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = new_setup (options->report.paper);
  Job *job = g_new0 (Job, 1);

  job->report = nsm_report_build (workshop, &options->report);
  gtk_print_operation_set_job_name (operation, job_name);
  gtk_print_operation_set_default_page_setup (operation, setup);
  /* The pages have margins of their own. */
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_data (operation, "begin-print", G_CALLBACK (on_begin), job, job_free, 0);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw), job);
  return operation;
}

/**
 * nsm_document_print_get_paper:
 * @before: what was offered
 *
 * Returns: the paper that was chosen in the dialog, if documents know it; else @before
 */
NsmPaperSize
nsm_document_print_get_paper (GtkPrintOperation *operation, NsmPaperSize before)
{
  GtkPageSetup *setup = gtk_print_operation_get_default_page_setup (operation);
  const char *name =
    setup != NULL ? gtk_paper_size_get_name (gtk_page_setup_get_paper_size (setup)) : "";

  if (g_str_equal (name, GTK_PAPER_NAME_LETTER))
    return NSM_PAPER_SIZE_LETTER;
  if (g_str_equal (name, GTK_PAPER_NAME_A4))
    return NSM_PAPER_SIZE_A4;
  return before;
}
