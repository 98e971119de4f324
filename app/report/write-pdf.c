/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/writers.h"

#include <cairo-pdf.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "report/paper-private.h"

static cairo_status_t
append_bytes (void *data, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Without a day of its own it would be that of the computer: the same document gives the same
 * file. */
static void
set_metadata (cairo_surface_t *surface, NsmPaper *paper)
{
  NsmReport *report = paper->report;
  g_autofree char *status = nsm_paper_dup_status (paper);
  g_autofree char *subject =
    report->product[0] != '\0'
      ? g_strdup_printf ("%s · %s", _("North Star Metric"), report->product)
      : g_strdup (_("North Star Metric"));
  g_autofree char *keywords =
    report->fingerprint != NULL && report->fingerprint[0] != '\0'
      ? g_strdup_printf ("%s, %s", status, report->fingerprint)
      : g_strdup (status);
  g_autofree char *date = g_strdup_printf ("%sT00:00:00Z", report->date);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, report->title);
  if (report->author != NULL && report->author[0] != '\0')
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, report->author);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, subject);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_KEYWORDS, keywords);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "North Star Workshop");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, date);
}

/* A little above what is led to, from the top of its page. */
static double
get_top (const NsmPaperPlace *place)
{
  return MAX (place->y - 12, 0);
}

/* Sections, and those in them; sections without an id, too. */
static void
add_outline (cairo_surface_t *surface, NsmPaper *paper, GPtrArray *nodes, int parent)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      NsmNode *node = nodes->pdata[i];
      const NsmPaperPlace *place = g_hash_table_lookup (paper->begins, node);
      char numbers[2][G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char *title = NULL;
      g_autofree char *target = NULL;

      if (node->kind != NSM_NODE_SECTION || place == NULL)
        continue;
      title = nsm_node_dup_plain_text (node);
      target = g_strdup_printf (
        "page=%u pos=[%s %s]", place->page + 1,
        g_ascii_formatd (numbers[0], sizeof numbers[0], "%.2f", place->x),
        g_ascii_formatd (numbers[1], sizeof numbers[1], "%.2f", get_top (place)));
      add_outline (surface, paper, node->children,
                   cairo_pdf_surface_add_outline (surface, parent, title, target, 0));
    }
}

static void
add_link (cairo_t *cr, const char *target, double x, double y, double width, double height,
          gpointer data)
{
  NsmPaper *paper = data;
  char numbers[4][G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *attributes = NULL;

  if (nsm_paper_find_node (paper, target) == NULL)
    return;
  attributes = g_strdup_printf (
    "dest='%s' rect=[%s %s %s %s]", target, g_ascii_formatd (numbers[0], sizeof numbers[0], "%.2f", x),
    g_ascii_formatd (numbers[1], sizeof numbers[1], "%.2f", y),
    g_ascii_formatd (numbers[2], sizeof numbers[2], "%.2f", width),
    g_ascii_formatd (numbers[3], sizeof numbers[3], "%.2f", height));
  cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes);
  cairo_tag_end (cr, CAIRO_TAG_LINK);
}

static void
add_targets (cairo_t *cr, NsmPaper *paper, guint page)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, paper->targets);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const NsmPaperPlace *place = value;
      char numbers[2][G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char *attributes = NULL;

      if (place->page != page)
        continue;
      attributes = g_strdup_printf (
        "name='%s' x=%s y=%s", (const char *) key,
        g_ascii_formatd (numbers[0], sizeof numbers[0], "%.2f", place->x),
        g_ascii_formatd (numbers[1], sizeof numbers[1], "%.2f", get_top (place)));
      cairo_tag_begin (cr, CAIRO_TAG_DEST, attributes);
      cairo_tag_end (cr, CAIRO_TAG_DEST);
    }
}

/**
 * nsm_report_write_pdf:
 *
 * Returns: (transfer full) (nullable): the document as PDF, on the paper that it asks for
 */
GBytes *
nsm_report_write_pdf (NsmReport *report, GError **error)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  g_autoptr (NsmPaper) paper = NULL;
  cairo_surface_t *surface;
  cairo_status_t status;
  double width, height;
  cairo_t *cr;

  nsm_paper_size_get_points (report->paper, &width, &height);
  paper = nsm_paper_new (report, width, height);
  surface = cairo_pdf_surface_create_for_stream (append_bytes, out, width, height);
  set_metadata (surface, paper);
  cr = cairo_create (surface);
  for (guint i = 0; i < nsm_paper_get_n_pages (paper); i++)
    {
      g_autofree char *label = g_strdup_printf ("%u", i + 1);

      cairo_pdf_surface_set_page_label (surface, label);
      add_targets (cr, paper, i);
      nsm_paper_draw_page (paper, i, cr);
      nsm_paper_each_link (paper, i, cr, add_link, paper);
      cairo_show_page (cr);
    }
  add_outline (surface, paper, report->sections, CAIRO_PDF_OUTLINE_ROOT);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The PDF could not be made: %s."),
                   cairo_status_to_string (status));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}
