/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/step-mark.h"

#include <math.h>

#define SIZE 16

struct _NsmStepMark
{
  GtkWidget parent_instance;

  NsmProgress progress;
};

G_DEFINE_FINAL_TYPE (NsmStepMark, nsm_step_mark, GTK_TYPE_WIDGET)

static void
draw_tick (cairo_t *cr, const GdkRGBA *ink)
{
  gboolean light = ink->red > 0.5f;

  cairo_set_source_rgb (cr, light ? 0.14 : 1, light ? 0.14 : 1, light ? 0.14 : 1);
  cairo_set_line_width (cr, 1.8);
  cairo_move_to (cr, 4.6, 8.2);
  cairo_line_to (cr, 7.1, 10.7);
  cairo_line_to (cr, 11.5, 5.6);
  cairo_stroke (cr);
}

static void
nsm_step_mark_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  NsmStepMark *self = NSM_STEP_MARK (widget);
  double w = gtk_widget_get_width (widget), h = gtk_widget_get_height (widget);
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, (float) w, (float) h);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &area);
  GdkRGBA ink;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &ink);
  cairo_translate (cr, (w - SIZE) / 2, (h - SIZE) / 2);
  gdk_cairo_set_source_rgba (cr, &ink);
  switch (self->progress)
    {
    case NSM_PROGRESS_DONE:
      cairo_arc (cr, 8, 8, 7.2, 0, 2 * M_PI);
      cairo_fill (cr);
      draw_tick (cr, &ink);
      break;
    case NSM_PROGRESS_SOME:
      /* The half that a reader of this direction comes to first. */
      if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
        cairo_arc (cr, 8, 8, 6.5, -M_PI_2, M_PI_2);
      else
        cairo_arc (cr, 8, 8, 6.5, M_PI_2, -M_PI_2);
      cairo_close_path (cr);
      cairo_fill (cr);
      cairo_set_line_width (cr, 1.6);
      cairo_arc (cr, 8, 8, 6.5, 0, 2 * M_PI);
      cairo_stroke (cr);
      break;
    case NSM_PROGRESS_NONE:
    default:
      ink.alpha *= 0.78f;
      gdk_cairo_set_source_rgba (cr, &ink);
      cairo_set_line_width (cr, 1.6);
      cairo_arc (cr, 8, 8, 6.2, 0, 2 * M_PI);
      cairo_stroke (cr);
    }
  cairo_destroy (cr);
}

static void
nsm_step_mark_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static void
nsm_step_mark_class_init (NsmStepMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = nsm_step_mark_snapshot;
  widget_class->measure = nsm_step_mark_measure;
  gtk_widget_class_set_css_name (widget_class, "stepmark");
  /* The row that it stands in says in words what it shows. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
nsm_step_mark_init (NsmStepMark *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
nsm_step_mark_new (void)
{
  return g_object_new (NSM_TYPE_STEP_MARK, NULL);
}

void
nsm_step_mark_set_progress (NsmStepMark *self, NsmProgress progress)
{
  if (self->progress == progress)
    return;
  self->progress = progress;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
