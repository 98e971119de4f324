/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first page, the head of a document of one page, and what stands in the margins. */
#include "report/paper-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#define STAR 76.0
#define SMALL_STAR 30.0

/* More lines of a title than this end in an ellipsis: it stands in the text as well. */
#define LONGEST_TITLE 7

/**
 * nsm_paper_dup_status:
 *
 * Returns: (transfer full): "Draft", "Final, version 2"
 */
char *
nsm_paper_dup_status (NsmPaper *paper)
{
  const char *status = nsm_report_get_status_label (paper->report);

  if (paper->report->version == 0)
    return g_strdup (status);
  /* Translators: "Draft" or "Final", and the number of a version: "Final, version 2" */
  return g_strdup_printf (_("%s, version %u"), status, paper->report->version);
}

static NsmPaperText *
new_line (NsmPaper *paper, NsmPaperStyle style, const char *words, guint32 color, double width)
{
  NsmPaperText *text = nsm_paper_new_text (paper, style, NULL, words, color);

  nsm_paper_text_set_width (text, width);
  return text;
}

static char *
dup_date (const char *date)
{
  NsmRun *run = nsm_run_new_date (date);
  char *words = g_strdup (run->text);

  nsm_run_free (run);
  return words;
}

static char *
dup_eyebrow (NsmReport *report)
{
  if (report->product[0] == '\0')
    return g_strdup (_("North Star Metric"));
  return g_strdup_printf ("%s · \u2068%s\u2069", _("North Star Metric"), report->product);
}

static guint32
get_status_color (NsmReport *report)
{
  return report->final ? NSM_PAPER_GOOD : NSM_PAPER_CARE;
}

/* A long title is set smaller, and one without an end ends. */
static NsmPaperText *
new_title (NsmPaper *paper, const NsmPaperStyle *styles, guint n, double width, guint most)
{
  NsmPaperText *title = NULL;

  for (guint i = 0; i < n; i++)
    {
      title = new_line (paper, styles[i], paper->report->title, NSM_PAPER_INK, width);
      if (title->lines->len <= most)
        return title;
    }
  pango_layout_set_height (title->layout, -LONGEST_TITLE);
  pango_layout_set_ellipsize (title->layout, PANGO_ELLIPSIZE_END);
  nsm_paper_text_set_width (title, width);
  return title;
}

static char *
dup_written (NsmReport *report)
{
  g_autofree char *date = dup_date (report->date);

  if (report->workshop[0] != '\0')
    {
      g_autofree char *name = g_strdup_printf ("\u2068%s\u2069", report->workshop);

      return g_strdup_printf (_("%s · %s · Written on %s with North Star Workshop"), name,
                              nsm_report_get_status_label (report), date);
    }
  return g_strdup_printf (_("%s · Written on %s with North Star Workshop"),
                          nsm_report_get_status_label (report), date);
}

/**
 * nsm_paper_add_title:
 *
 * Adds the head of a document without a cover: star, product, state, title.
 */
void
nsm_paper_add_title (NsmPaperColumn *column)
{
  static const NsmPaperStyle sizes[] = { NSM_PAPER_TITLE_SMALL, NSM_PAPER_HEADING_1,
                                         NSM_PAPER_HEADING_2 };
  NsmPaper *paper = column->paper;
  g_autofree char *eyebrow = dup_eyebrow (paper->report);
  g_autofree char *facts = nsm_report_dup_version_line (paper->report);
  g_autofree char *choice = nsm_report_dup_choice_line (paper->report);
  double x = SMALL_STAR + 12, width = column->width - x, y;
  NsmPaperText *above = new_line (paper, NSM_PAPER_LABEL, eyebrow, NSM_PAPER_QUIET, width);
  NsmPaperText *title = new_title (paper, sizes, G_N_ELEMENTS (sizes), width, 3);
  NsmPaperText *below =
    new_line (paper, NSM_PAPER_LABEL, facts, get_status_color (paper->report), width);
  NsmPaperStrip *strip = nsm_paper_add_strip (column, NULL, 0);

  nsm_paper_strip_add (strip, NSM_PAPER_ITEM_STAR, NULL, column->x, 2, SMALL_STAR, SMALL_STAR)
    ->facets = paper->report->facets;
  nsm_paper_strip_add_text (strip, NULL, above, column->x + x, 0);
  y = nsm_paper_text_get_height (above) + 1;
  nsm_paper_strip_add_text (strip, NULL, title, column->x + x, y);
  y += nsm_paper_text_get_height (title) + 3;
  nsm_paper_strip_add_text (strip, NULL, below, column->x + x, y);
  y += nsm_paper_text_get_height (below);
  below = new_line (paper, NSM_PAPER_FINE, choice, NSM_PAPER_QUIET, width);
  nsm_paper_strip_add_text (strip, NULL, below, column->x + x, y);
  strip->height = y + nsm_paper_text_get_height (below);
  nsm_paper_add_gap (column, 16 * paper->scale);
}

/* A row of the contents: the section, and on which page it begins. */
static double
put_entry (NsmPaper *paper, NsmNode *section, double width, double y, double air)
{
  NsmPaperText *title = nsm_paper_new_text (paper, NSM_PAPER_BODY, section->runs, NULL,
                                            NSM_PAPER_INK);
  const NsmPaperPlace *place = g_hash_table_lookup (paper->targets, section->id);
  g_autofree char *number = g_strdup_printf ("%u", place != NULL ? place->page + 1 : 0);
  NsmPaperText *page = nsm_paper_new_text (paper, NSM_PAPER_BODY, NULL, number, NSM_PAPER_QUIET);
  NsmPaperLink link = { 0, G_MAXINT, section->id };
  NsmPaperItem line = { .kind = NSM_PAPER_ITEM_RECTANGLE };

  if (place == NULL)
    return y;
  nsm_paper_text_set_one_line (title, width - 40);
  nsm_paper_text_set_end (page);
  nsm_paper_text_set_width (page, 36);
  g_array_append_val (title->links, link);
  g_array_append_val (page->links, link);
  nsm_paper_put_text (paper, 0, title, 0, y);
  nsm_paper_put_text (paper, 0, page, width - 36, y);
  y += nsm_paper_text_get_height (title) + air;
  line.x = paper->margin;
  line.y = y;
  line.width = width;
  line.height = 0.5;
  line.color = NSM_PAPER_LINE;
  g_array_append_val (((NsmPaperPage *) paper->pages->pdata[0])->items, line);
  return y + air;
}

/* Down to the foot of the page; rows move together where the title leaves little room. */
static void
put_contents (NsmPaper *paper, double width, double from)
{
  GPtrArray *sections = paper->report->sections;
  double leading = nsm_paper_get_leading (paper, NSM_PAPER_BODY);
  NsmPaperText *head =
    new_line (paper, NSM_PAPER_LABEL, _("Contents"), NSM_PAPER_QUIET, width);
  double above = nsm_paper_text_get_height (head) + 6;
  double room = paper->bottom - from - above;
  double air = fmin (3.5, (room / fmax (sections->len, 1) - leading) / 2);
  guint n = sections->len;
  double y;

  if (air < 0.5)
    {
      air = 0.5;
      n = MIN (n, (guint) fmax (0, room / (leading + 1)));
    }
  if (n == 0)
    return;
  y = paper->bottom - above - n * (leading + 2 * air);
  nsm_paper_put_text (paper, 0, head, 0, y);
  y += above;
  for (guint i = 0; i < n; i++)
    y = put_entry (paper, sections->pdata[i], width, y, air);
}

/**
 * nsm_paper_add_cover:
 *
 * Fills the first page, once it is known where sections are.
 */
void
nsm_paper_add_cover (NsmPaper *paper)
{
  static const NsmPaperStyle sizes[] = { NSM_PAPER_TITLE, NSM_PAPER_TITLE_SMALL,
                                         NSM_PAPER_HEADING_1 };
  NsmReport *report = paper->report;
  double width = paper->width - 2 * paper->margin;
  double y = paper->top + (paper->bottom - paper->top) * 0.1;
  g_autofree char *eyebrow = dup_eyebrow (report);
  g_autofree char *facts = nsm_report_dup_version_line (report);
  g_autofree char *choice = nsm_report_dup_choice_line (report);
  g_autofree char *written = dup_written (report);
  NsmPaperItem star = { .kind = NSM_PAPER_ITEM_STAR, .width = STAR, .height = STAR,
                        .facets = report->facets };
  NsmPaperText *text;

  star.x = report->rtl ? paper->width - paper->margin - STAR : paper->margin;
  star.y = y;
  g_array_append_val (((NsmPaperPage *) paper->pages->pdata[0])->items, star);
  y += STAR + 30;
  text = new_line (paper, NSM_PAPER_EYEBROW, eyebrow, NSM_PAPER_QUIET, width);
  nsm_paper_put_text (paper, 0, text, 0, y);
  y += nsm_paper_text_get_height (text) + 8;
  text = new_title (paper, sizes, G_N_ELEMENTS (sizes), width, 5);
  nsm_paper_put_text (paper, 0, text, 0, y);
  y += nsm_paper_text_get_height (text) + 12;
  text = new_line (paper, NSM_PAPER_EYEBROW, facts, get_status_color (report), width);
  nsm_paper_put_text (paper, 0, text, 0, y);
  y += nsm_paper_text_get_height (text) + 4;
  text = new_line (paper, NSM_PAPER_FINE, choice, NSM_PAPER_QUIET, width);
  nsm_paper_put_text (paper, 0, text, 0, y);
  y += nsm_paper_text_get_height (text) + 1;
  text = new_line (paper, NSM_PAPER_FINE, written, NSM_PAPER_QUIET, width);
  nsm_paper_put_text (paper, 0, text, 0, y);
  put_contents (paper, width, y + nsm_paper_text_get_height (text) + 16);
}

/**
 * nsm_paper_add_marginals:
 *
 * Adds what the document is above each page, and below which page of how many it is.
 */
void
nsm_paper_add_marginals (NsmPaper *paper)
{
  double width = paper->width - 2 * paper->margin;
  gboolean covered = paper->report->scope == NSM_REPORT_SCOPE_FULL;
  g_autofree char *status = nsm_paper_dup_status (paper);
  g_autofree char *head = g_strdup_printf ("\u2068%s\u2069 · %s", paper->report->title, status);
  g_autofree char *foot = dup_written (paper->report);
  guint n = paper->pages->len;

  for (guint i = 0; i < n; i++)
    {
      /* Translators: the number of a page and how many there are */
      g_autofree char *number = g_strdup_printf (_("%u of %u"), i + 1, n);
      NsmPaperText *text;

      if (i == 0 && covered)
        continue;
      if (i > 0)
        {
          text = nsm_paper_new_text (paper, NSM_PAPER_TINY, NULL, head, NSM_PAPER_QUIET);
          nsm_paper_text_set_one_line (text, width);
          nsm_paper_put_text (paper, i, text, 0, paper->top - 30);
        }
      text = nsm_paper_new_text (paper, NSM_PAPER_TINY, NULL, foot, NSM_PAPER_QUIET);
      nsm_paper_text_set_one_line (text, width - 70);
      nsm_paper_put_text (paper, i, text, 0, paper->bottom + 18);
      text = nsm_paper_new_text (paper, NSM_PAPER_TINY, NULL, number, NSM_PAPER_QUIET);
      nsm_paper_text_set_end (text);
      nsm_paper_text_set_width (text, 64);
      nsm_paper_put_text (paper, i, text, width - 64, paper->bottom + 18);
    }
}
