/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds/mark-line.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "kit/person-mark.h"
#include "scoring/score-cell.h"

#define N_TICKS 5

struct _NsmMarkLine
{
  GtkWidget parent_instance;

  GPtrArray *voices;
  double agreed; /* after talking; NAN: nothing */
};

G_DEFINE_FINAL_TYPE (NsmMarkLine, nsm_mark_line, GTK_TYPE_WIDGET)

typedef struct
{
  GtkSnapshot *snapshot;
  GdkRGBA ink;
  GdkRGBA paper;
  GdkRGBA ground; /* of the page, inside the empty rings */
  double width;
  double slot;
  double middle; /* of the line */
  double most;   /* side of the largest mark */
} Canvas;

static double
get_x (NsmMarkLine *self, const Canvas *canvas, guint tick)
{
  double x = canvas->slot * (tick - 0.5);

  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? canvas->width - x : x;
}

static void
draw_circle (const Canvas *canvas, const GdkRGBA *color, double x, double y, double radius)
{
  graphene_rect_t area = GRAPHENE_RECT_INIT ((float) (x - radius), (float) (y - radius),
                                             (float) (2 * radius), (float) (2 * radius));
  GskRoundedRect round;

  gsk_rounded_rect_init_from_rect (&round, &area, (float) radius);
  gtk_snapshot_push_rounded_clip (canvas->snapshot, &round);
  gtk_snapshot_append_color (canvas->snapshot, color, &area);
  gtk_snapshot_pop (canvas->snapshot);
}

static void
draw_number (NsmMarkLine *self, const Canvas *canvas, guint tick, gboolean given)
{
  g_autofree char *text = g_strdup_printf ("%u", tick);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoAttrList *attributes = pango_attr_list_new ();
  GdkRGBA color = canvas->ink;
  int width, height;

  pango_attr_list_insert (attributes, pango_attr_scale_new (3.0));
  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_ULTRABOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_get_pixel_size (layout, &width, &height);
  if (!given)
    color.alpha = 0.62f;
  gtk_snapshot_save (canvas->snapshot);
  gtk_snapshot_translate (canvas->snapshot,
                          &GRAPHENE_POINT_INIT ((float) (get_x (self, canvas, tick) - width / 2.0),
                                                (float) (canvas->middle + canvas->most / 2 + 12)));
  gtk_snapshot_append_layout (canvas->snapshot, layout, &color);
  gtk_snapshot_restore (canvas->snapshot);
}

/* The mark that the team agreed on has a frame around its number, and the word. */
static void
draw_agreed (NsmMarkLine *self, const Canvas *canvas, guint tick)
{
  const float widths[4] = { 4, 4, 4, 4 };
  const GdkRGBA colors[4] = { canvas->ink, canvas->ink, canvas->ink, canvas->ink };
  g_autoptr (PangoLayout) number = gtk_widget_create_pango_layout (GTK_WIDGET (self), "4");
  g_autoptr (PangoLayout) word = gtk_widget_create_pango_layout (GTK_WIDGET (self), _("agreed"));
  PangoAttrList *attributes = pango_attr_list_new ();
  GskRoundedRect frame;
  graphene_rect_t area;
  double x = get_x (self, canvas, tick);
  double y = canvas->middle + canvas->most / 2 + 12;
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int width, height, word_width, word_height;

  pango_attr_list_insert (attributes, pango_attr_scale_new (3.0));
  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_ULTRABOLD));
  pango_layout_set_attributes (number, attributes);
  pango_attr_list_unref (attributes);
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_scale_new (1.2));
  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (word, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_get_pixel_size (number, &width, &height);
  pango_layout_get_pixel_size (word, &word_width, &word_height);
  graphene_rect_init (&area, (float) (x - width / 2.0 - 12), (float) y, (float) width + 24,
                      (float) height);
  gsk_rounded_rect_init_from_rect (&frame, &area, 9);
  gtk_snapshot_append_border (canvas->snapshot, &frame, widths, colors);
  gtk_snapshot_save (canvas->snapshot);
  gtk_snapshot_translate (
    canvas->snapshot,
    &GRAPHENE_POINT_INIT ((float) (rtl ? x - width / 2.0 - 18 - word_width : x + width / 2.0 + 18),
                          (float) (y + (height - word_height) / 2.0)));
  gtk_snapshot_append_layout (canvas->snapshot, word, &canvas->ink);
  gtk_snapshot_restore (canvas->snapshot);
}

/* The marks of one tick stand beside each other around it, smaller when many. */
static void
draw_tick (NsmMarkLine *self, const Canvas *canvas, guint tick)
{
  guint n = 0;
  double x = get_x (self, canvas, tick);
  double side, step, left;

  for (guint i = 0; i < self->voices->len; i++)
    {
      double mark = ((const NsmVoice *) g_ptr_array_index (self->voices, i))->mark;

      n += !isnan (mark) && (guint) mark == tick ? 1 : 0;
    }
  draw_number (self, canvas, tick, n > 0);
  if (n == 0)
    {
      draw_circle (canvas, &canvas->ink, x, canvas->middle, 18);
      draw_circle (canvas, &canvas->ground, x, canvas->middle, 12);
      return;
    }
  side = MIN (canvas->most, (canvas->slot - 6) / n - 6);
  step = side + 6;
  left = x - (n * step - 6) / 2;
  for (guint i = 0; i < self->voices->len; i++)
    {
      const NsmVoice *voice = g_ptr_array_index (self->voices, i);
      graphene_rect_t area;

      if (isnan (voice->mark) || (guint) voice->mark != tick)
        continue;
      graphene_rect_init (&area, (float) left, (float) (canvas->middle - side / 2), (float) side,
                          (float) side);
      if (voice->letter[0] != '\0')
        nsm_person_mark_snapshot (canvas->snapshot,
                                  gtk_widget_get_pango_context (GTK_WIDGET (self)), voice->position,
                                  voice->letter, TRUE, &area, &canvas->ink, &canvas->paper);
      else
        draw_circle (canvas, &canvas->ink, left + side / 2, canvas->middle, side * 0.36);
      left += step;
    }
}

static void
nsm_mark_line_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  NsmMarkLine *self = NSM_MARK_LINE (widget);
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  double height = gtk_widget_get_height (widget);
  Canvas canvas = { .snapshot = snapshot, .width = gtk_widget_get_width (widget) };
  double low = NAN, high = NAN;

  if (self->voices == NULL)
    return;
  gdk_rgba_parse (&canvas.ink, dark ? "#ffffff" : "#241f31");
  gdk_rgba_parse (&canvas.paper, dark ? "#241f31" : "#ffffff");
  gdk_rgba_parse (&canvas.ground, dark ? "#242424" : "#fafafa");
  canvas.slot = canvas.width / N_TICKS;
  canvas.most = MAX (24, MIN (MIN (height - 84, canvas.slot * 0.62), 170));
  canvas.middle = (height - 60) / 2;
  for (guint i = 0; i < self->voices->len; i++)
    {
      double mark = ((const NsmVoice *) g_ptr_array_index (self->voices, i))->mark;

      low = fmin (low, mark);
      high = fmax (high, mark);
    }
  if (!isnan (low))
    {
      double a = get_x (self, &canvas, (guint) low);
      double b = get_x (self, &canvas, (guint) high);
      graphene_rect_t bar =
        GRAPHENE_RECT_INIT ((float) MIN (a, b), (float) (canvas.middle - 8), (float) fabs (b - a), 16);

      gtk_snapshot_append_color (snapshot, &canvas.ink, &bar);
    }
  for (guint tick = 1; tick <= N_TICKS; tick++)
    draw_tick (self, &canvas, tick);
  if (!isnan (self->agreed))
    draw_agreed (self, &canvas, (guint) self->agreed);
}

static void
nsm_mark_line_measure (GtkWidget *widget G_GNUC_UNUSED, GtkOrientation orientation,
                       int for_size G_GNUC_UNUSED, int *minimum, int *natural,
                       int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 320 : 130;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 900 : 220;
  *minimum_baseline = *natural_baseline = -1;
}

static void
nsm_mark_line_finalize (GObject *object)
{
  g_clear_pointer (&NSM_MARK_LINE (object)->voices, g_ptr_array_unref);

  G_OBJECT_CLASS (nsm_mark_line_parent_class)->finalize (object);
}

static void
nsm_mark_line_class_init (NsmMarkLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = nsm_mark_line_finalize;
  widget_class->snapshot = nsm_mark_line_snapshot;
  widget_class->measure = nsm_mark_line_measure;
  gtk_widget_class_set_css_name (widget_class, "markline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
nsm_mark_line_init (NsmMarkLine *self)
{
  self->agreed = NAN;
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

static void
describe (NsmMarkLine *self)
{
  g_autofree char *said = nsm_voices_dup_sentence (self->voices);
  g_autofree char *agreed = isnan (self->agreed)
                              ? g_strdup ("")
                              : g_strdup_printf (_("; agreed after talking: %.0f"), self->agreed);
  g_autofree char *text = g_strconcat (said, agreed, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * nsm_mark_line_set_voices:
 * @voices: (element-type NsmVoice): what was said about one cell
 */
void
nsm_mark_line_set_voices (NsmMarkLine *self, GPtrArray *voices)
{
  g_ptr_array_ref (voices);
  g_clear_pointer (&self->voices, g_ptr_array_unref);
  self->voices = voices;
  describe (self);
}

/**
 * nsm_mark_line_set_agreed:
 * @agreed: the mark that the team agreed on after talking, NAN for none; shown beside
 *   the others
 */
void
nsm_mark_line_set_agreed (NsmMarkLine *self, double agreed)
{
  self->agreed = agreed;
  if (self->voices != NULL)
    describe (self);
}
