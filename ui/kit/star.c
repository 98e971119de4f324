/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kit/star.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#define INNER 0.382 /* of the outer radius: a regular pentagram's */

struct _NsmStar
{
  GtkWidget parent_instance;

  guint facets;
  int pixel_size;
};

enum
{
  PROP_0,
  PROP_FACETS,
  PROP_PIXEL_SIZE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (NsmStar, nsm_star, GTK_TYPE_WIDGET)

static void
set_color (cairo_t *cr, gboolean lit, gboolean shaded, gboolean dark)
{
  GdkRGBA color;
  const char *spec;

  if (lit)
    spec = shaded ? "#1c71d8" : "#62a0ea";
  else if (dark)
    spec = shaded ? "#3d3d3d" : "#505050";
  else
    spec = shaded ? "#c0c4ca" : "#dcdfe3";
  gdk_rgba_parse (&color, spec);
  gdk_cairo_set_source_rgba (cr, &color);
}

static void
nsm_star_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  NsmStar *self = NSM_STAR (widget);
  double w = gtk_widget_get_width (widget), h = gtk_widget_get_height (widget);
  double outer = MIN (w, h) / 2;
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, (float) w, (float) h);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &area);

  /* A pentagram's centre is above the middle of its box. */
  cairo_translate (cr, w / 2, h / 2 + outer * 0.05);
  for (guint i = 0; i < 10; i++)
    {
      /* Facet i lies between the corners i and i + 1; even corners are tips. */
      double from = -M_PI_2 + i * M_PI / 5, to = from + M_PI / 5;
      double near = i % 2 == 0 ? outer : outer * INNER;
      double far = i % 2 == 0 ? outer * INNER : outer;

      cairo_move_to (cr, 0, 0);
      cairo_line_to (cr, cos (from) * near, sin (from) * near);
      cairo_line_to (cr, cos (to) * far, sin (to) * far);
      cairo_close_path (cr);
      set_color (cr, (self->facets >> i) & 1, i % 2 == 0, dark);
      cairo_fill_preserve (cr);
      /* Closes the hairlines between facets that antialiasing leaves. */
      cairo_set_line_width (cr, 0.5);
      cairo_stroke (cr);
    }
  cairo_destroy (cr);
}

static void
nsm_star_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                  int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = NSM_STAR (widget)->pixel_size;
}

static void
nsm_star_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NsmStar *self = NSM_STAR (object);

  switch (id)
    {
    case PROP_FACETS:
      g_value_set_uint (value, self->facets);
      break;
    case PROP_PIXEL_SIZE:
      g_value_set_int (value, self->pixel_size);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nsm_star_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  NsmStar *self = NSM_STAR (object);

  switch (id)
    {
    case PROP_FACETS:
      nsm_star_set_facets (self, g_value_get_uint (value));
      break;
    case PROP_PIXEL_SIZE:
      if (self->pixel_size != g_value_get_int (value))
        {
          self->pixel_size = g_value_get_int (value);
          gtk_widget_queue_resize (GTK_WIDGET (self));
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nsm_star_class_init (NsmStarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = nsm_star_get_property;
  object_class->set_property = nsm_star_set_property;
  widget_class->snapshot = nsm_star_snapshot;
  widget_class->measure = nsm_star_measure;

  props[PROP_FACETS] = g_param_spec_uint ("facets", NULL, NULL, 0, NSM_STAR_ALL, 0, flags);
  props[PROP_PIXEL_SIZE] = g_param_spec_int ("pixel-size", NULL, NULL, 8, 1024, 32, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_css_name (widget_class, "star");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tell_readers (NsmStar *self)
{
  guint lit = 0;
  g_autofree char *words = NULL;

  for (guint i = 0; i < 10; i++)
    lit += (self->facets >> i) & 1;
  words = g_strdup_printf (ngettext ("Star, %u of 10 facets lit", "Star, %u of 10 facets lit", lit),
                           lit);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
nsm_star_init (NsmStar *self)
{
  self->pixel_size = 32;
  tell_readers (self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

GtkWidget *
nsm_star_new (int pixel_size)
{
  return g_object_new (NSM_TYPE_STAR, "pixel-size", pixel_size, NULL);
}

guint
nsm_star_get_facets (NsmStar *self)
{
  g_return_val_if_fail (NSM_IS_STAR (self), 0);
  return self->facets;
}

/**
 * nsm_star_set_facets:
 * @facets: bit i for step i + 1
 */
void
nsm_star_set_facets (NsmStar *self, guint facets)
{
  g_return_if_fail (NSM_IS_STAR (self));

  if (self->facets == facets)
    return;
  self->facets = facets;
  tell_readers (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FACETS]);
}
