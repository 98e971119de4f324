/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures of the document's own figures: whatever their size and the words in them, nothing
 * leaves the picture, lies on something else or is cut off. NSM_PLOT_PICTURES=FOLDER keeps them. */
#include <math.h>
#include <string.h>

#include <libxml/parser.h>
#include <pango/pangocairo.h>

#include "figure-sample.h"
#include "report/plot-private.h"

typedef void (*FigureFunc) (NsmFigure *figure, NsmPlot *plot, const char *name);

static void
with_both (NsmFigure *figure, FigureFunc func, const char *name)
{
  g_autofree char *narrow = g_strdup_printf ("%s-narrow", name);

  func (figure, figure->plot, name);
  func (figure, figure->narrow, narrow);
  nsm_figure_free (figure);
}

static void
each_figure (FigureFunc func)
{
  static const guint sizes[][3] = { { 1, 1, 1 }, { 2, 3, 4 }, { 5, 8, 3 }, { 6, 6, 4 },
                                    { 9, 7, 1 }, { 14, 10, 12 } };

  for (guint kind = 0; kind < WORDS_N_KINDS; kind++)
    {
      for (guint n = 0; n <= 12; n++)
        {
          g_autofree char *name = g_strdup_printf ("tree-%s-%u", words_get_name (kind), n);

          with_both (figure_sample_tree (kind, n, n % 3 != 2), func, name);
        }
      for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
        {
          const guint *size = sizes[i];
          g_autofree char *name =
            g_strdup_printf ("heat-%s-%ux%u", words_get_name (kind), size[0], size[1]);

          with_both (figure_sample_heat_map (kind, size[0], size[1], size[2]), func, name);
        }
      for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
        {
          g_autofree char *name = g_strdup_printf ("robustness-%s-%ux%u", words_get_name (kind),
                                                   sizes[i][0], sizes[i][2]);

          with_both (figure_sample_robustness (kind, sizes[i][0], sizes[i][2]), func, name);
        }
    }
}

/* What words take with the fonts that are here. */
static NsmPlotFrame
measure (PangoLayout *layout, NsmPlotItem *item)
{
  NsmPlotPoint at = g_array_index (item->points, NsmPlotPoint, 0);
  PangoFontDescription *font = pango_font_description_from_string (NSM_PLOT_FAMILIES);
  PangoRectangle extents;
  double width, left;

  pango_font_description_set_absolute_size (font, item->size * PANGO_SCALE);
  pango_font_description_set_weight (font, item->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, item->text, -1);
  pango_layout_get_extents (layout, NULL, &extents);
  pango_font_description_free (font);
  width = (double) extents.width / PANGO_SCALE;
  left = item->anchor == NSM_ANCHOR_LEFT     ? 0
         : item->anchor == NSM_ANCHOR_MIDDLE ? -width / 2
                                             : -width;
  if (item->turned)
    return (NsmPlotFrame){ at.x - 0.75 * item->size, at.y - left - width, at.x + 0.2 * item->size,
                           at.y - left };
  return (NsmPlotFrame){ at.x + left, at.y - 0.75 * item->size, at.x + left + width,
                         at.y + 0.2 * item->size };
}

static gboolean
is_words (NsmPlotItem *item)
{
  return item->kind == NSM_ITEM_WORDS && item->text[0] != '\0';
}

/* With the fonts that are here, nothing is cut off, leaves the picture or lies on other words. */
static void
check_words (NsmFigure *figure, NsmPlot *plot, const char *name)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoLayout *layout = pango_layout_new (context);
  g_autofree NsmPlotFrame *frames = g_new0 (NsmPlotFrame, plot->items->len);

  for (guint i = 0; i < plot->items->len; i++)
    {
      NsmPlotItem *item = plot->items->pdata[i];
      NsmPlotFrame *frame = &frames[i];

      if (!is_words (item))
        continue;
      *frame = measure (layout, item);
      if (item->max_width > 0 &&
          (item->turned ? frame->bottom - frame->top : frame->right - frame->left) >
            item->max_width + 0.5)
        {
          g_test_message ("%s: “%s” needs more than %g", name, item->text, item->max_width);
          g_test_fail ();
        }
      if (frame->left < 0 || frame->right > plot->width || frame->top < 0 ||
          frame->bottom > plot->height)
        {
          g_test_message ("%s: “%s” leaves the picture", name, item->text);
          g_test_fail ();
        }
      for (guint k = 0; k < i; k++)
        if (is_words (plot->items->pdata[k]) && frame->left < frames[k].right &&
            frames[k].left < frame->right && frame->top < frames[k].bottom &&
            frames[k].top < frame->bottom)
          {
            g_test_message ("%s: “%s” lies on “%s”", name, item->text,
                            ((NsmPlotItem *) plot->items->pdata[k])->text);
            g_test_fail ();
          }
      g_assert_cmpfloat (item->size, >=, NSM_PLOT_SMALL);
    }
  g_object_unref (layout);
  g_object_unref (context);
}

static void
test_words (void)
{
  each_figure (check_words);
}

/* The same by the widths that pictures are laid out by. */
static void
check_guess (NsmFigure *figure, NsmPlot *plot, const char *name)
{
  for (guint i = 0; i < plot->items->len; i++)
    {
      NsmPlotItem *item = plot->items->pdata[i];

      for (guint k = 0; k < item->points->len; k++)
        {
          NsmPlotPoint at = g_array_index (item->points, NsmPlotPoint, k);

          g_assert_true (isfinite (at.x) && isfinite (at.y));
          g_assert_cmpfloat (at.x, >=, 0);
          g_assert_cmpfloat (at.x, <=, plot->width);
          g_assert_cmpfloat (at.y, >=, 0);
          g_assert_cmpfloat (at.y, <=, plot->height);
        }
      if (is_words (item) && item->max_width > 0)
        {
          g_test_message ("%s: “%s”", name, item->text);
          g_assert_cmpfloat (nsm_plot_text_guess_width (item->text, item->size, item->bold), <=,
                             item->max_width + 0.01);
        }
    }
}

static void
test_guess (void)
{
  each_figure (check_guess);
}

static NsmPlotFrame
get_extents (NsmPlotItem *item)
{
  NsmPlotFrame frame = { INFINITY, INFINITY, -INFINITY, -INFINITY };

  for (guint i = 0; i < item->points->len; i++)
    {
      NsmPlotPoint at = g_array_index (item->points, NsmPlotPoint, i);

      frame.left = fmin (frame.left, at.x);
      frame.right = fmax (frame.right, at.x);
      frame.top = fmin (frame.top, at.y);
      frame.bottom = fmax (frame.bottom, at.y);
    }
  return frame;
}

static gboolean
is_box (NsmPlotItem *item)
{
  NsmPlotFrame frame = get_extents (item);

  return item->kind == NSM_ITEM_AREA && item->points->len > 12 && frame.right - frame.left > 60 &&
         frame.bottom - frame.top > 30;
}

static gboolean
is_wire (NsmPlotItem *item)
{
  return item->kind == NSM_ITEM_LINES && item->ink == NSM_INK_WORDS && item->size == 2 &&
         item->points->len <= 6;
}

static gboolean
lie_on_each_other (NsmPlotFrame a, NsmPlotFrame b)
{
  return a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 &&
         b.top < a.bottom - 0.5;
}

/* Boxes don't lie on each other, and lines between them run outside of them. */
static void
check_boxes (NsmFigure *figure, NsmPlot *plot, const char *name)
{
  guint n_boxes = 0, n_wires = 0;

  if (figure->kind != NSM_FIGURE_METRIC_TREE)
    return;
  for (guint i = 0; i < plot->items->len; i++)
    {
      if (!is_box (plot->items->pdata[i]))
        continue;
      n_boxes++;
      n_wires = 0;
      for (guint k = 0; k < plot->items->len; k++)
        {
          NsmPlotFrame box = get_extents (plot->items->pdata[i]);
          NsmPlotFrame other = get_extents (plot->items->pdata[k]);

          if (k == i || (!is_box (plot->items->pdata[k]) && !is_wire (plot->items->pdata[k])))
            continue;
          n_wires += is_wire (plot->items->pdata[k]);
          /* A line has an extent across of nothing. */
          other.right += other.right == other.left ? 1 : 0;
          other.bottom += other.bottom == other.top ? 1 : 0;
          g_test_message ("%s: %g, %g to %g, %g", name, other.left, other.top, other.right,
                          other.bottom);
          g_assert_false (lie_on_each_other (box, other));
        }
    }
  g_assert_cmpuint (n_boxes, ==, 1 + (figure->kpi != NULL) + figure->inputs->len);
  g_assert_cmpuint (n_wires, >=, (figure->kpi != NULL) + figure->inputs->len);
}

static void
test_boxes (void)
{
  each_figure (check_boxes);
}

static gboolean
says (NsmFigure *figure, NsmPlot *plot, const char *words)
{
  return words[0] == '\0' || strstr (nsm_plot_get_alternative (plot), words) != NULL;
}

static void
check_alternative (NsmFigure *figure, NsmPlot *plot, const char *name)
{
  g_test_message ("%s: %s", name, nsm_plot_get_alternative (plot));
  g_assert_cmpstr (nsm_plot_get_title (plot), !=, "");
  if (figure->star != NULL)
    g_assert_true (says (figure, plot, figure->star->title));
  if (figure->kpi != NULL)
    g_assert_true (says (figure, plot, figure->kpi->title));
  for (guint i = 0; i < figure->inputs->len; i++)
    g_assert_true (says (figure, plot, ((NsmFigureBox *) figure->inputs->pdata[i])->title));
  for (guint i = 0; i < figure->rows->len; i++)
    g_assert_true (says (figure, plot, ((NsmFigureRow *) figure->rows->pdata[i])->title));
}

static void
test_alternative (void)
{
  each_figure (check_alternative);
}

static void
keep (NsmPlot *plot, const char *name)
{
  static const char *const palettes[] = { "light", "dark", "paper" };
  const char *folder = g_getenv ("NSM_PLOT_PICTURES");

  for (NsmPlotPalette p = NSM_PALETTE_LIGHT; folder != NULL && p <= NSM_PALETTE_PAPER; p++)
    {
      g_autoptr (GBytes) bytes = nsm_plot_write_png (plot, p, 1.5, NULL);
      g_autofree char *file = g_strdup_printf ("%s-%s.png", name, palettes[p]);
      g_autofree char *path = g_build_filename (folder, file, NULL);

      g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                          (gssize) g_bytes_get_size (bytes), NULL));
    }
}

static cairo_status_t
read_bytes (void *data, unsigned char *into, unsigned int length)
{
  gsize n;

  return g_input_stream_read_all (data, into, length, &n, NULL, NULL) && n == length
           ? CAIRO_STATUS_SUCCESS
           : CAIRO_STATUS_READ_ERROR;
}

static void
check_files (NsmFigure *figure, NsmPlot *plot, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) svg = nsm_plot_write_svg (plot, NSM_PALETTE_LIGHT);
  g_autoptr (GBytes) png = nsm_plot_write_png (plot, NSM_PALETTE_PAPER, 1, &error);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (png);
  cairo_surface_t *surface = cairo_image_surface_create_from_png_stream (read_bytes, stream);
  xmlDocPtr doc = xmlReadMemory (g_bytes_get_data (svg, NULL), (int) g_bytes_get_size (svg), NULL,
                                 NULL, 0);

  g_test_message ("%s", name);
  g_assert_no_error (error);
  g_assert_nonnull (doc);
  xmlFreeDoc (doc);
  g_assert_null (g_strstr_len (g_bytes_get_data (svg, NULL), (gssize) g_bytes_get_size (svg), "nan"));
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, (int) ceil (plot->width));
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, (int) ceil (plot->height));
  cairo_surface_destroy (surface);
  keep (plot, name);
}

static void
test_files (void)
{
  each_figure (check_files);
}

/* Lines of words are as many as they need, and are broken where a script allows it. */
static void
test_wrap (void)
{
  g_auto (GStrv) chinese = nsm_plot_text_wrap ("本月内完成的未结项目，所占的百分比", 14, FALSE, 100);
  g_auto (GStrv) word = nsm_plot_text_wrap ("Donaudampfschifffahrtsgesellschaft", 14, FALSE, 100);
  g_auto (GStrv) hyphens = nsm_plot_text_wrap ("Measurability-instrumentation", 14, FALSE, 130);
  g_auto (GStrv) most = nsm_plot_text_wrap_most ("one two three four five six seven eight nine ten",
                                                 14, FALSE, 60, 2);
  g_autofree char *joined = g_strjoinv ("", word);

  g_assert_cmpuint (g_strv_length (chinese), >, 1);
  for (guint i = 0; chinese[i] != NULL; i++)
    {
      g_assert_false (g_str_has_prefix (chinese[i], "，"));
      g_assert_cmpfloat (nsm_plot_text_guess_width (chinese[i], 14, FALSE), <=, 100);
    }
  g_assert_cmpuint (g_strv_length (hyphens), ==, 2);
  g_assert_cmpstr (hyphens[0], ==, "Measurability-");
  g_assert_cmpuint (g_strv_length (word), >, 1);
  g_assert_cmpstr (joined, ==, "Donaudampfschifffahrtsgesellschaft");
  g_assert_cmpuint (g_strv_length (most), ==, 2);
  g_assert_true (g_str_has_suffix (most[1], "…"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/wrap", test_wrap);
  g_test_add_func ("/figures/words", test_words);
  g_test_add_func ("/figures/guess", test_guess);
  g_test_add_func ("/figures/boxes", test_boxes);
  g_test_add_func ("/figures/alternative", test_alternative);
  g_test_add_func ("/figures/files", test_files);
  return g_test_run ();
}
