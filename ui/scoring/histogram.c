/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/histogram.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "scoring/score-cell.h"

#define N_MARKS 5
#define GAP 4.0

struct _NsmHistogram
{
  GtkWidget parent_instance;

  guint counts[N_MARKS];
  int width, height;
};

G_DEFINE_FINAL_TYPE (NsmHistogram, nsm_histogram, GTK_TYPE_WIDGET)

static void
draw_number (NsmHistogram *self, GtkSnapshot *snapshot, guint number, double middle, double y,
             gboolean strong, const GdkRGBA *color)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoAttrList *attributes = pango_attr_list_new ();
  int width, height;

  pango_attr_list_insert (attributes, pango_attr_scale_new (0.86));
  if (strong)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
    snapshot, &GRAPHENE_POINT_INIT ((float) (middle - width / 2.0), (float) (y - height)));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
nsm_histogram_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  NsmHistogram *self = NSM_HISTOGRAM (widget);
  double slot = gtk_widget_get_width (widget) / (double) N_MARKS;
  double line, base, room;
  guint most = 1;
  GdkRGBA color, faint;
  PangoFontMetrics *metrics = pango_context_get_metrics (gtk_widget_get_pango_context (widget),
                                                         NULL, NULL);

  line = 0.9 * (pango_font_metrics_get_ascent (metrics) + pango_font_metrics_get_descent (metrics))
         / PANGO_SCALE;
  pango_font_metrics_unref (metrics);
  base = gtk_widget_get_height (widget) - line;
  room = MAX (2, base - line);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  faint = color;
  faint.alpha *= 0.3f;
  for (guint i = 0; i < N_MARKS; i++)
    most = MAX (most, self->counts[i]);
  for (guint i = 0; i < N_MARKS; i++)
    {
      gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
      double x = (rtl ? N_MARKS - 1 - i : i) * slot;
      double height = self->counts[i] > 0 ? MAX (3, room * self->counts[i] / most) : 1.5;
      graphene_rect_t bar =
        GRAPHENE_RECT_INIT ((float) (x + GAP / 2), (float) (base - height), (float) (slot - GAP),
                            (float) height);

      gtk_snapshot_append_color (snapshot, self->counts[i] > 0 ? &color : &faint, &bar);
      if (self->counts[i] > 0)
        draw_number (self, snapshot, self->counts[i], x + slot / 2, base - height, TRUE, &color);
      draw_number (self, snapshot, i + 1, x + slot / 2, base + line, FALSE, &color);
    }
}

static void
nsm_histogram_measure (GtkWidget *widget, GtkOrientation orientation, int for_size G_GNUC_UNUSED,
                       int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  NsmHistogram *self = NSM_HISTOGRAM (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? self->width : self->height;
  *minimum_baseline = *natural_baseline = -1;
}

static void
nsm_histogram_class_init (NsmHistogramClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = nsm_histogram_snapshot;
  widget_class->measure = nsm_histogram_measure;
  gtk_widget_class_set_css_name (widget_class, "histogram");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
nsm_histogram_init (NsmHistogram *self G_GNUC_UNUSED)
{
}

GtkWidget *
nsm_histogram_new (int width, int height)
{
  NsmHistogram *self = g_object_new (NSM_TYPE_HISTOGRAM, NULL);

  self->width = width;
  self->height = height;
  return GTK_WIDGET (self);
}

/**
 * nsm_histogram_set_voices:
 * @voices: (element-type NsmVoice): what was said about one cell
 */
void
nsm_histogram_set_voices (NsmHistogram *self, GPtrArray *voices)
{
  g_autoptr (GString) said = g_string_new (NULL);

  memset (self->counts, 0, sizeof self->counts);
  for (guint i = 0; i < voices->len; i++)
    {
      double mark = ((const NsmVoice *) g_ptr_array_index (voices, i))->mark;

      if (!isnan (mark))
        self->counts[CLAMP ((int) mark, 1, N_MARKS) - 1]++;
    }
  for (guint i = 0; i < N_MARKS; i++)
    if (self->counts[i] > 0)
      {
        if (said->len > 0)
          g_string_append (said, _(", "));
        /* Translators: a mark from 1 to 5, and how many people gave it */
        g_string_append_printf (said, ngettext ("%u: %u person", "%u: %u people", self->counts[i]),
                                i + 1, self->counts[i]);
      }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, said->str,
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * nsm_histogram_get_count:
 * @mark: from 1 to 5
 *
 * Returns: how many gave it
 */
guint
nsm_histogram_get_count (NsmHistogram *self, guint mark)
{
  g_return_val_if_fail (mark >= 1 && mark <= N_MARKS, 0);

  return self->counts[mark - 1];
}
