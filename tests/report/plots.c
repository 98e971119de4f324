/* SPDX-License-Identifier: GPL-3.0-or-later */
/* NSM_PLOT_PICTURES=FOLDER keeps the pictures, to look at them. */
#include <math.h>
#include <string.h>

#include <libxml/parser.h>

#include "plot-sample.h"
#include "report/plot-private.h"

typedef void (*PlotFunc) (NsmPlot *plot, const char *name);

static void
each_plot (PlotFunc func)
{
  static const double widths[] = { NSM_PLOT_WIDTH, 360 };

  for (guint kind = 0; kind < PLOT_N_SAMPLES; kind++)
    {
      g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
      g_autoptr (GArray) points = NULL;
      NsmEvidence *result = plot_sample_add (workshop, kind, &points);

      for (guint p = NSM_PLOT_SCATTER; p <= NSM_PLOT_N_KINDS; p++)
        for (guint k = 0; k < 4; k++)
          {
            g_autoptr (NsmPlot) plot =
              nsm_plot_new_sized (result, p, k % 2 == 0 ? points : NULL, widths[k / 2]);
            g_autofree char *name =
              g_strdup_printf ("%s-%u%s%s", plot_sample_get_name (kind), p,
                               p == NSM_PLOT_SCATTER && k % 2 == 1 ? "-grid" : "",
                               k / 2 == 1 ? "-narrow" : "");

            if (plot != NULL && (k % 2 == 0 || p == NSM_PLOT_SCATTER))
              func (plot, name);
          }
    }
}

static void
check_svg (NsmPlot *plot, const char *name)
{
  g_autoptr (GBytes) bytes = nsm_plot_write_svg (plot, NSM_PALETTE_LIGHT);
  const char *text = g_bytes_get_data (bytes, NULL);
  xmlDocPtr doc = xmlReadMemory (text, (int) g_bytes_get_size (bytes), NULL, NULL, 0);

  g_test_message ("%s: %s", name, nsm_plot_get_title (plot));
  g_assert_nonnull (doc);
  xmlFreeDoc (doc);
  g_assert_null (g_strstr_len (text, (gssize) g_bytes_get_size (bytes), "nan"));
  g_assert_null (g_strstr_len (text, (gssize) g_bytes_get_size (bytes), "inf\""));
  g_assert_nonnull (g_strstr_len (text, (gssize) g_bytes_get_size (bytes), "role=\"img\""));
}

static void
test_svg (void)
{
  each_plot (check_svg);
}

/* Whatever is drawn is drawn in the picture. */
static void
check_inside (NsmPlot *plot, const char *name)
{
  for (guint i = 0; i < plot->items->len; i++)
    {
      NsmPlotItem *item = plot->items->pdata[i];

      for (guint k = 0; k < item->points->len; k++)
        {
          NsmPlotPoint at = g_array_index (item->points, NsmPlotPoint, k);

          g_test_message ("%s: %s at %g, %g", name, item->text != NULL ? item->text : "mark", at.x,
                          at.y);
          g_assert_cmpfloat (at.x, >=, 0);
          g_assert_cmpfloat (at.x, <=, plot->width);
          g_assert_cmpfloat (at.y, >=, 0);
          g_assert_cmpfloat (at.y, <=, plot->height);
        }
      if (item->kind == NSM_ITEM_WORDS)
        g_assert_cmpfloat (item->size, >=, 13);
    }
}

static void
test_inside (void)
{
  each_plot (check_inside);
}

/* No words lie on other words, as far as they can be measured without a font. */
static void
check_words (NsmPlot *plot, const char *name)
{
  for (guint i = 0; i < plot->items->len; i++)
    for (guint k = i + 1; k < plot->items->len; k++)
      {
        NsmPlotItem *pair[] = { plot->items->pdata[i], plot->items->pdata[k] };
        double left[2], right[2], y[2];

        if (pair[0]->kind != NSM_ITEM_WORDS || pair[1]->kind != NSM_ITEM_WORDS)
          continue;
        for (guint p = 0; p < 2; p++)
          {
            /* The guess is generous; a tenth less is about what fonts take. */
            double width = 0.88 * nsm_plot_text_guess_width (pair[p]->text, pair[p]->size, pair[p]->bold);
            NsmPlotPoint at = g_array_index (pair[p]->points, NsmPlotPoint, 0);

            if (pair[p]->max_width > 0)
              width = fmin (width, pair[p]->max_width);
            left[p] = at.x - (pair[p]->anchor == NSM_ANCHOR_LEFT     ? 0
                              : pair[p]->anchor == NSM_ANCHOR_MIDDLE ? width / 2
                                                                     : width);
            right[p] = left[p] + width;
            y[p] = at.y;
          }
        if (fabs (y[0] - y[1]) >= 0.8 * fmin (pair[0]->size, pair[1]->size) || right[0] <= left[1] ||
            right[1] <= left[0])
          continue;
        g_test_message ("%s: “%s” lies on “%s”", name, pair[0]->text, pair[1]->text);
        g_test_fail ();
      }
}

static void
test_words (void)
{
  each_plot (check_words);
}

static double
get_luminance (guint32 color)
{
  double sum = 0;
  static const double weights[] = { 0.2126, 0.7152, 0.0722 };

  for (guint i = 0; i < 3; i++)
    {
      double part = (color >> (16 - 8 * i) & 0xff) / 255.0;

      sum += weights[i] * (part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4));
    }
  return sum;
}

static double
get_contrast (guint32 a, guint32 b)
{
  double x = get_luminance (a), y = get_luminance (b);

  return (fmax (x, y) + 0.05) / (fmin (x, y) + 0.05);
}

static void
test_contrast (void)
{
  /* What the window has behind a picture: its cards. */
  static const guint32 cards[] = { 0xffffff, 0x363636, 0xffffff, 0xffffff, 0x363636 };
  static const NsmPlotInk words[] = { NSM_INK_WORDS, NSM_INK_QUIET, NSM_INK_MAIN, NSM_INK_SECOND,
                                      NSM_INK_THIRD, NSM_INK_AGAINST };

  for (guint palette = NSM_PALETTE_LIGHT; palette <= NSM_PALETTE_DARK_CONTRAST; palette++)
    {
      guint32 grounds[] = { nsm_palette_get_color (palette, NSM_INK_PAGE),
                            nsm_palette_get_color (palette, NSM_INK_BAND), cards[palette] };

      for (guint g = 0; g < G_N_ELEMENTS (grounds); g++)
        {
          for (guint i = 0; i < G_N_ELEMENTS (words); i++)
            {
              g_test_message ("palette %u, ground %06x, ink %u", palette, grounds[g], words[i]);
              g_assert_cmpfloat (get_contrast (nsm_palette_get_color (palette, words[i]), grounds[g]),
                                 >=, 4.5);
            }
          g_assert_cmpfloat (get_contrast (nsm_palette_get_color (palette, NSM_INK_AXIS), grounds[g]),
                             >=, 3);
        }
    }
}

static void
test_scales (void)
{
  NsmPlotScale scale = nsm_plot_scale_new (0.3, 9.7, 0, 100, 5);
  g_autofree char *tick = NULL, *large = NULL, *share = NULL, *small = NULL;

  g_assert_cmpfloat (scale.from, ==, 0);
  g_assert_cmpfloat (scale.to, ==, 10);
  g_assert_cmpfloat (scale.step, ==, 2);
  g_assert_cmpuint (nsm_plot_scale_count (&scale), ==, 6);
  g_assert_cmpfloat (nsm_plot_scale_place (&scale, 5), ==, 50);
  g_assert_cmpfloat (nsm_plot_scale_place (&scale, 50), ==, 100);
  tick = nsm_plot_scale_dup_tick (&scale, -4);
  g_assert_cmpstr (tick, ==, "−4");

  scale = nsm_plot_scale_new (0, 1e9, 0, 100, 5);
  large = nsm_plot_scale_dup_tick (&scale, 8e8);
  g_assert_cmpfloat (scale.step, ==, 2e8);
  g_assert_cmpstr (large, ==, "0.8");
  g_assert_cmpstr (nsm_plot_scale_get_unit_word (&scale), ==, "billions");

  scale = nsm_plot_scale_new_share (0.02, 0.97, 0, 100, 5);
  share = nsm_plot_scale_dup_tick (&scale, 0.2);
  g_assert_cmpfloat (scale.from, ==, 0);
  g_assert_cmpfloat (scale.to, ==, 1);
  g_assert_cmpstr (share, ==, "20 %");

  scale = nsm_plot_scale_new (7, 7, 0, 100, 5);
  g_assert_cmpfloat (scale.to, >, scale.from);
  scale = nsm_plot_scale_new (-3, -3, 0, 100, 5);
  g_assert_cmpfloat (scale.to, >, -3);
  g_assert_cmpfloat (scale.from, <, -3);
  scale = nsm_plot_scale_new (NAN, INFINITY, 0, 100, 5);
  g_assert_true (isfinite (scale.step));
  scale = nsm_plot_scale_new (0.0012, 0.0013, 0, 100, 5);
  small = nsm_plot_scale_dup_tick (&scale, 0.00122);
  g_assert_cmpstr (small, ==, "0.00122");
}

static void
check_number (double value, const char *expected)
{
  g_autofree char *text = nsm_plot_dup_number (value);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_numbers (void)
{
  check_number (0, "0");
  check_number (-0.0, "0");
  check_number (3, "3");
  check_number (-3.14159, "−3.14");
  check_number (12.345, "12.3");
  check_number (1234, "1,234");
  check_number (123456.7, "123,000");
  check_number (-35076668, "−35.1 million");
  check_number (999.9e6, "1.00 billion");
  check_number (0.00123, "0.00123");
  check_number (NAN, "–");
  check_number (1e20, "1e+20");
}

static void
check_short (const char *text, double width, const char *expected)
{
  g_autofree char *shown = nsm_plot_text_shorten (text, 10, FALSE, width);

  g_assert_cmpstr (shown, ==, expected);
}

static void
test_shorten (void)
{
  check_short ("Partners", 200, "Partners");
  check_short ("Partners", 0, "Partners");
  check_short ("Partners", 32, "Partn…");
  /* An accent stays on its letter, a family of signs together. */
  check_short ("e\314\201e\314\201e\314\201e\314\201", 20, "e\314\201e\314\201…");
  check_short ("👩🏽‍🔬👩🏽‍🔬", 20, "…");
  check_short ("\342\201\250Partners\342\201\251", 32, "\342\201\250Partn\342\201\251…");
}

/* A name that runs the other way turns nothing else round. */
static void
test_directions (void)
{
  g_autofree char *isolated = nsm_plot_dup_isolated ("דוחות");
  g_autofree char *plain = nsm_plot_dup_isolated ("Reports");
  g_autofree char *sentence = g_strdup_printf ("%s rises from 12 to 40", isolated);

  g_assert_cmpstr (isolated, ==, "\342\201\250דוחות\342\201\251");
  g_assert_cmpstr (plain, ==, "Reports");
  g_assert_true (nsm_plot_text_is_rtl ("דוחות"));
  g_assert_true (nsm_plot_text_is_rtl ("12 دوحوت"));
  g_assert_false (nsm_plot_text_is_rtl ("Reports דוחות"));
  g_assert_false (nsm_plot_text_is_rtl (sentence));
  g_assert_false (nsm_plot_text_is_rtl (""));
}

/* What the picture says is what the record says. */
static void
test_table (void)
{
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
  NsmEvidence *result = plot_sample_add (workshop, PLOT_SAMPLE_RETENTION, NULL);
  g_autoptr (NsmPlot) tenths = nsm_plot_new_for_evidence (result, NSM_PLOT_TENTHS, NULL);
  g_autoptr (NsmPlot) segments = nsm_plot_new_for_evidence (result, NSM_PLOT_SEGMENTS, NULL);
  NsmBin *bin = nsm_list_get (result->bins, 1);

  g_assert_cmpuint (nsm_plot_get_n_rows (tenths), ==, nsm_list_get_size (result->bins));
  g_assert_cmpstr (nsm_plot_get_column_nick (tenths, 2), ==, "y");
  g_assert_cmpfloat (nsm_plot_get_cell_number (tenths, 1, 2), ==, bin->y);
  g_assert_cmpfloat (nsm_plot_get_cell_number (tenths, 1, 5), ==, bin->rows);
  g_assert_cmpuint (nsm_plot_get_n_rows (segments), ==, 7);
  g_assert_cmpstr (nsm_plot_get_cell (segments, 0, 0), ==, "All rows");
  g_assert_cmpstr (nsm_plot_get_cell (segments, 4, 5), ==, "the other way");
  g_assert_nonnull (strstr (nsm_plot_get_alternative (segments), "Education: r = −.31"));
  g_assert_nonnull (strstr (nsm_plot_get_title (segments), "Education"));
}

static void
test_nothing (void)
{
  g_autoptr (NsmEvidence) result = g_object_new (NSM_TYPE_EVIDENCE, NULL);

  for (guint kind = NSM_PLOT_SCATTER; kind <= NSM_PLOT_N_KINDS; kind++)
    g_assert_null (nsm_plot_new_for_evidence (result, kind, NULL));
}

static void
check_png (NsmPlot *plot, const char *name)
{
  static const char *const palettes[] = { "light", "dark", "paper" };
  const char *folder = g_getenv ("NSM_PLOT_PICTURES");

  for (guint i = 0; i < (folder != NULL ? 3 : 1); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = nsm_plot_write_png (plot, i, folder != NULL ? 1.5 : 0.5, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (g_bytes_get_size (bytes), >, 500);
      if (folder != NULL)
        {
          g_autofree char *path = g_strdup_printf ("%s/%s-%s.png", folder, name, palettes[i]);
          g_autofree char *vector = g_strdup_printf ("%s/%s-%s.svg", folder, name, palettes[i]);
          g_autoptr (GBytes) svg = nsm_plot_write_svg (plot, i);

          g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                               (gssize) g_bytes_get_size (bytes), NULL);
          g_file_set_contents (vector, g_bytes_get_data (svg, NULL), (gssize) g_bytes_get_size (svg),
                               NULL);
        }
    }
}

static void
test_png (void)
{
  each_plot (check_png);
}

/* Drawn in another thread, as a big file's pictures are. */
static gpointer
draw_in_thread (gpointer data)
{
  return nsm_plot_write_png (data, NSM_PALETTE_DARK, 1, NULL);
}

static void
test_thread (void)
{
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
  NsmEvidence *result = plot_sample_add (workshop, PLOT_SAMPLE_NOISE, NULL);
  g_autoptr (NsmPlot) plot = nsm_plot_new_for_evidence (result, NSM_PLOT_TENTHS, NULL);
  GThread *thread = g_thread_new ("draw", draw_in_thread, plot);
  g_autoptr (GBytes) here = nsm_plot_write_png (plot, NSM_PALETTE_DARK, 1, NULL);
  g_autoptr (GBytes) there = g_thread_join (thread);

  g_assert_true (g_bytes_equal (here, there));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/plots/scales", test_scales);
  g_test_add_func ("/report/plots/numbers", test_numbers);
  g_test_add_func ("/report/plots/shorten", test_shorten);
  g_test_add_func ("/report/plots/contrast", test_contrast);
  g_test_add_func ("/report/plots/directions", test_directions);
  g_test_add_func ("/report/plots/nothing", test_nothing);
  g_test_add_func ("/report/plots/table", test_table);
  g_test_add_func ("/report/plots/svg", test_svg);
  g_test_add_func ("/report/plots/inside", test_inside);
  g_test_add_func ("/report/plots/words", test_words);
  g_test_add_func ("/report/plots/png", test_png);
  g_test_add_func ("/report/plots/thread", test_thread);
  return g_test_run ();
}
