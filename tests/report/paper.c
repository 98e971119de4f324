/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The document as pages. */
#include "report/paper.h"

#include <math.h>
#include <string.h>

#include <cairo.h>

#include "extreme.h"
#include "report/build.h"
#include "report/export.h"
#include "report/paper-private.h"
#include "report/writers.h"
#include "sample.h"

/* Glyphs in colour, as of emoji, cost cairo 1.16 some memory when a PDF is finished; its frames
 * have no names by which they alone could be left out. */
const char *__lsan_default_suppressions (void);

const char *
__lsan_default_suppressions (void)
{
  return "leak:libcairo.so";
}

#define A4 595.28, 841.89
#define LETTER 612, 792

static const NsmReportOptions fixed = { .date = "2026-03-31" };

static NsmReport *
build_sample (void)
{
  g_autoptr (NsmWorkshop) workshop = sample_new ();

  return nsm_report_build (workshop, &fixed);
}

static NsmReport *
build_extreme (void)
{
  g_autoptr (NsmWorkshop) workshop = extreme_new ();

  return nsm_report_build (workshop, &fixed);
}

static GArray *
get_items (NsmPaper *paper, guint page)
{
  return ((NsmPaperPage *) paper->pages->pdata[page])->items;
}

static gboolean
is_said (const NsmPaperItem *item)
{
  return item->node != NULL && !item->mute &&
         (item->kind == NSM_PAPER_ITEM_TEXT || item->kind == NSM_PAPER_ITEM_PLOT);
}

static gboolean
overlap (const NsmPaperItem *a, const NsmPaperItem *b)
{
  const double some = 0.05;

  return a->x < b->x + b->width - some && b->x < a->x + a->width - some &&
         a->y < b->y + b->height - some && b->y < a->y + a->height - some;
}

static void
assert_inside (NsmPaper *paper, const NsmPaperItem *item)
{
  g_assert_cmpfloat (item->x, >=, paper->margin - 0.1);
  g_assert_cmpfloat (item->x + item->width, <=, paper->width - paper->margin + 0.1);
  g_assert_cmpfloat (item->y, >=, paper->top - 0.1);
  g_assert_cmpfloat (item->y + item->height, <=, paper->bottom + 0.1);
  if (item->kind != NSM_PAPER_ITEM_TEXT)
    return;
  for (guint i = item->first_line; i < item->first_line + item->n_lines; i++)
    {
      PangoRectangle logical;

      pango_layout_line_get_extents (
        pango_layout_get_line_readonly (item->text->layout, (int) i), NULL, &logical);
      g_assert_cmpfloat ((double) logical.width / PANGO_SCALE, <=, item->width + 3);
    }
}

/* Nothing leaves the margins, nothing stands on something else. */
static void
assert_sound (NsmPaper *paper)
{
  for (guint page = 0; page < nsm_paper_get_n_pages (paper); page++)
    {
      GArray *items = get_items (paper, page);

      for (guint i = 0; i < items->len; i++)
        {
          const NsmPaperItem *item = &g_array_index (items, NsmPaperItem, i);

          if (!is_said (item))
            continue;
          assert_inside (paper, item);
          for (guint k = i + 1; k < items->len; k++)
            {
              const NsmPaperItem *other = &g_array_index (items, NsmPaperItem, k);

              g_assert_false (is_said (other) && overlap (item, other));
            }
        }
    }
}

/* Without spaces and the signs that keep directions apart: lines may break anywhere. */
static void
append_letters (GString *out, const char *text, gssize length)
{
  const char *end = length < 0 ? text + strlen (text) : text + length;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && c != 0x2028 && c != 0x2068 && c != 0x2069)
        g_string_append_unichar (out, c);
    }
}

static GHashTable *
collect_letters (NsmPaper *paper)
{
  GHashTable *said = g_hash_table_new (NULL, NULL);

  for (guint page = 0; page < nsm_paper_get_n_pages (paper); page++)
    for (guint i = 0; i < get_items (paper, page)->len; i++)
      {
        const NsmPaperItem *item = &g_array_index (get_items (paper, page), NsmPaperItem, i);
        GString *letters;

        if (!is_said (item) || item->kind != NSM_PAPER_ITEM_TEXT)
          continue;
        letters = g_hash_table_lookup (said, item->node);
        if (letters == NULL)
          g_hash_table_insert (said, item->node, letters = g_string_new (NULL));
        for (guint k = item->first_line; k < item->first_line + item->n_lines; k++)
          {
            const NsmPaperLine *line = &g_array_index (item->text->lines, NsmPaperLine, k);

            append_letters (letters, pango_layout_get_text (item->text->layout) + line->start,
                            line->end - line->start);
          }
      }
  return said;
}

static void
assert_said (GHashTable *said, NsmNode *node)
{
  GString *letters = g_hash_table_lookup (said, node);

  for (guint i = 0; i < node->runs->len; i++)
    {
      NsmRun *run = node->runs->pdata[i];
      g_autoptr (GString) wanted = g_string_new (NULL);

      append_letters (wanted, run->text, -1);
      if (wanted->len == 0)
        continue;
      g_assert_nonnull (letters);
      g_assert_nonnull (strstr (letters->str, wanted->str));
    }
  /* A picture says what is in its table. */
  if (node->kind == NSM_NODE_FIGURE && node->figure->plot != NULL)
    return;
  for (guint i = 0; i < node->children->len; i++)
    assert_said (said, node->children->pdata[i]);
}

static void
free_letters (gpointer key, gpointer value, gpointer data)
{
  g_string_free (value, TRUE);
}

/* Every word of the document stands on some page. */
static void
assert_complete (NsmPaper *paper)
{
  g_autoptr (GHashTable) said = collect_letters (paper);

  for (guint i = 0; i < paper->report->sections->len; i++)
    assert_said (said, paper->report->sections->pdata[i]);
  g_hash_table_foreach (said, free_letters, NULL);
}

/* No page ends with a heading. */
static void
assert_headings_led_on (NsmPaper *paper)
{
  for (guint page = 0; page < nsm_paper_get_n_pages (paper); page++)
    {
      const NsmPaperItem *lowest = NULL;

      for (guint i = 0; i < get_items (paper, page)->len; i++)
        {
          const NsmPaperItem *item = &g_array_index (get_items (paper, page), NsmPaperItem, i);

          if (is_said (item) && (lowest == NULL || item->y > lowest->y))
            lowest = item;
        }
      g_assert_true (lowest == NULL || lowest->node->kind != NSM_NODE_SECTION);
    }
}

static void
assert_drawable (NsmPaper *paper)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 300, 400);
  cairo_t *cr = cairo_create (surface);

  for (guint page = 0; page < MIN (nsm_paper_get_n_pages (paper), 4); page++)
    nsm_paper_draw_page (paper, page, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
check (NsmReport *report, double width, double height)
{
  g_autoptr (NsmPaper) paper = nsm_paper_new (report, width, height);

  g_assert_cmpuint (nsm_paper_get_n_pages (paper), >, 1);
  assert_sound (paper);
  assert_complete (paper);
  assert_headings_led_on (paper);
  assert_drawable (paper);
}

static void
test_sample (void)
{
  g_autoptr (NsmReport) report = build_sample ();

  check (report, A4);
  check (report, LETTER);
  report->rtl = TRUE;
  check (report, A4);
}

static void
test_extreme (void)
{
  g_autoptr (NsmReport) report = build_extreme ();

  check (report, A4);
  check (report, LETTER);
}

static const char *const hostile[] = {
  "</style></title><img src=x onerror=alert(1)> & \\ %s %d %n",
  "# not a heading\n\n- not a list\n1. nor this\n\n\n\n---",
  "first\r\nsecond\rthird\nfourth \u2028 fifth \u2029 sixth",
  "שלום עולם \u202e reversed مرحبا \u2068 never closed \u2066 \u2067",
  "e\u0301\u0323 Z\u0351\u036b\u0343\u036a 👩\u200d👩\u200d👧\u200d👦 🏳️\u200d🌈 \u200b\ufeff",
  "' name='x' dest='y' page=9 rect=[0 0 1 1]",
  "汉字漢字かな한글 ไทยไม่มีช่องว่าง नमस्ते",
  "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsversammlung",
};

static void
test_hostile (gconstpointer data)
{
  g_autoptr (NsmWorkshop) workshop = sample_new_filled (data);
  g_autoptr (NsmReport) report = nsm_report_build (workshop, &fixed);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = nsm_report_write_built (report, NSM_REPORT_FORMAT_PDF, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), 5, "%PDF-", 5);
  check (report, A4);
}

static NsmReport *
new_report (void)
{
  NsmReport *report = nsm_report_new ();

  report->title = g_strdup ("Teams that finish");
  report->product = g_strdup ("");
  report->workshop = g_strdup ("");
  report->date = g_strdup ("2026-03-31");
  report->language = g_strdup ("en");
  g_ptr_array_add (report->sections, nsm_node_new (NSM_NODE_SECTION));
  ((NsmNode *) report->sections->pdata[0])->id = g_strdup ("only");
  return report;
}

static NsmNode *
add_table (NsmReport *report, guint n_rows, const char *words)
{
  NsmNode *table = nsm_node_add (report->sections->pdata[0], NSM_NODE_TABLE);

  nsm_node_add_row (table, "Who", "What", "How many", NULL);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);
      NsmNode *row = nsm_node_add_row (table, "Somebody", words, number, NULL);

      ((NsmNode *) row->children->pdata[2])->numeric = TRUE;
    }
  return table;
}

static gboolean
has_text_at (NsmPaper *paper, guint page, const char *words, double y)
{
  for (guint i = 0; i < get_items (paper, page)->len; i++)
    {
      const NsmPaperItem *item = &g_array_index (get_items (paper, page), NsmPaperItem, i);

      if (item->kind == NSM_PAPER_ITEM_TEXT && fabs (item->y - y) < 12 &&
          strcmp (pango_layout_get_text (item->text->layout), words) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
test_header_row (void)
{
  g_autoptr (NsmReport) report = new_report ();
  NsmNode *table = add_table (report, 120, "finished a project that others had begun");
  g_autoptr (NsmPaper) paper = NULL;
  guint n;

  paper = nsm_paper_new (report, A4);
  n = nsm_paper_get_n_pages (paper);
  g_assert_cmpuint (n, >=, 4);
  for (guint page = 2; page < n; page++)
    g_assert_true (has_text_at (paper, page, "How many", paper->top));
  g_assert_false (has_text_at (paper, n - 1, "no such words", paper->top));
  /* A row isn't broken where it is low enough to go to the next page. */
  for (guint page = 1; page < n; page++)
    {
      guint rows = 0;

      for (guint r = 1; r < table->children->len; r++)
        for (guint i = 0; i < get_items (paper, page)->len; i++)
          {
            const NsmPaperItem *item = &g_array_index (get_items (paper, page), NsmPaperItem, i);
            NsmNode *row = table->children->pdata[r];

            if (item->node == row->children->pdata[1])
              {
                g_assert_cmpuint (item->n_lines, ==, item->text->lines->len);
                rows++;
              }
          }
      g_assert_cmpuint (rows, >=, 2);
    }
}

/* A row longer than a page goes on on the next ones. */
static void
test_long_row (void)
{
  g_autoptr (NsmReport) report = new_report ();
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < 2500; i++)
    g_string_append_printf (words, "word%u ", i);
  add_table (report, 1, words->str);
  check (report, A4);
}

static void
test_summary (void)
{
  g_autoptr (NsmReport) report = build_sample ();
  g_autoptr (NsmPaper) paper = NULL;

  report->scope = NSM_REPORT_SCOPE_SUMMARY;
  g_ptr_array_set_size (report->sections, 1);
  for (guint i = 0; i < 6; i++)
    {
      g_clear_pointer (&paper, nsm_paper_free);
      paper = nsm_paper_new (report, A4);
      g_assert_cmpuint (nsm_paper_get_n_pages (paper), ==, 1);
      for (guint style = 0; style < NSM_PAPER_N_STYLES; style++)
        g_assert_cmpfloat (nsm_paper_get_size (paper, style), >=, 8 - 0.001);
      assert_sound (paper);
      /* More and more has to go onto it. */
      nsm_node_add_paragraph (report->sections->pdata[0], NSM_TONE_PLAIN,
                              "It counts customers who got what they came for, and it moves three "
                              "months before retention does. Everybody here can say what they "
                              "would do to raise it, and nobody can raise it without a customer "
                              "who is better off for it.");
    }
}

static const NsmPaperPlace *
find_first (NsmPaper *paper, NsmNode *node)
{
  for (guint page = 0; page < paper->pages->len; page++)
    {
      GArray *places = ((NsmPaperPage *) paper->pages->pdata[page])->places;

      for (guint i = 0; i < places->len; i++)
        if (g_array_index (places, NsmPaperPlace, i).node == node)
          return &g_array_index (places, NsmPaperPlace, i);
    }
  return NULL;
}

static void
test_mirrored (void)
{
  g_autoptr (NsmReport) report = new_report ();
  NsmNode *row = add_table (report, 3, "finished")->children->pdata[1];

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (NsmPaper) paper = NULL;
      double first, second;

      report->rtl = i == 1;
      paper = nsm_paper_new (report, A4);
      first = find_first (paper, row->children->pdata[0])->x;
      second = find_first (paper, row->children->pdata[1])->x;
      if (report->rtl)
        g_assert_cmpfloat (first, >, second);
      else
        g_assert_cmpfloat (first, <, second);
    }
}

static void
test_places (void)
{
  g_autoptr (NsmReport) report = build_sample ();
  g_autoptr (NsmPaper) paper = nsm_paper_new (report, A4);
  const NsmPaperPlace *term = nsm_paper_find_node (paper, "term-1");
  const NsmPaperPlace *found;
  g_autofree char *text = NULL;

  g_assert_nonnull (term);
  g_assert_cmpuint (term->page, >, 0);
  found = nsm_paper_find_place (paper, term->page, term->x + 4, term->y + 4);
  g_assert_nonnull (found);
  g_assert_cmpstr (found->node->id, ==, "term-1");
  g_assert_nonnull (found->source);
  g_assert_null (nsm_paper_find_place (paper, term->page, 1, 1));
  g_assert_null (nsm_paper_find_place (paper, 10000, 1, 1));
  g_assert_null (nsm_paper_find_node (paper, "no-such-part"));
  text = nsm_paper_dup_page_text (paper, term->page);
  g_assert_nonnull (strstr (text, "Definition"));
  g_assert_null (strstr (text, "\u2068"));
}

static void
test_same_again (void)
{
  g_autoptr (NsmReport) report = build_sample ();
  g_autoptr (GBytes) one = nsm_report_write_pdf (report, NULL);
  g_autoptr (GBytes) two = nsm_report_write_pdf (report, NULL);

  g_assert_true (g_bytes_equal (one, two));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper/sample", test_sample);
  g_test_add_func ("/paper/extreme", test_extreme);
  g_test_add_func ("/paper/header-row", test_header_row);
  g_test_add_func ("/paper/long-row", test_long_row);
  g_test_add_func ("/paper/summary", test_summary);
  g_test_add_func ("/paper/mirrored", test_mirrored);
  g_test_add_func ("/paper/places", test_places);
  g_test_add_func ("/paper/same-again", test_same_again);
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autofree char *path = g_strdup_printf ("/paper/hostile/%u", i);

      g_test_add_data_func (path, hostile[i], test_hostile);
    }
  return g_test_run ();
}
