/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence/plot-picture.h"

#include <adwaita.h>
#include <math.h>

#define MIN_WIDTH 280 /* below it, words would be too small for anyone */

struct _NsmPlotPicture
{
  GtkWidget parent_instance;

  NsmPlot *plot;
  int width; /* that it was given */
  guint resize_id;
};

enum
{
  PROP_0,
  PROP_PLOT,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (NsmPlotPicture, nsm_plot_picture, GTK_TYPE_WIDGET)

static double
get_ratio (NsmPlotPicture *self)
{
  if (self->plot == NULL)
    return (double) NSM_PLOT_HEIGHT / NSM_PLOT_WIDTH;
  return nsm_plot_get_height (self->plot) / nsm_plot_get_width (self->plot);
}

static void
append_focus (GtkSnapshot *snapshot, float width, float height, gboolean dark)
{
  GskRoundedRect outline;
  GdkRGBA accent;
  const float widths[] = { 2, 2, 2, 2 };

  gdk_rgba_parse (&accent, dark ? "#78aeed" : "#3584e4");
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, 0, width, height), 9);
  gtk_snapshot_append_border (snapshot, &outline, widths,
                              (GdkRGBA[4]) { accent, accent, accent, accent });
}

static void
nsm_plot_picture_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  NsmPlotPicture *self = NSM_PLOT_PICTURE (widget);
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double scale, plot_width, plot_height;
  cairo_t *cr;

  if (self->plot == NULL || width <= 0 || height <= 0)
    return;
  plot_width = nsm_plot_get_width (self->plot);
  plot_height = nsm_plot_get_height (self->plot);
  scale = fmin (width / plot_width, height / plot_height);
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  cairo_translate (cr, (width - plot_width * scale) / 2, (height - plot_height * scale) / 2);
  cairo_scale (cr, scale, scale);
  nsm_plot_draw (self->plot, cr, nsm_plot_picture_get_palette (self));
  cairo_destroy (cr);
  if ((gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_VISIBLE) != 0 &&
      gtk_widget_has_focus (widget))
    append_focus (snapshot, (float) width, (float) height,
                  adw_style_manager_get_dark (adw_style_manager_get_default ()));
}

/* Asks for the height that belongs to the width it has. As height for width, which here grows
 * with the width, GTK would look for it in every box around the picture, and never end. */
static void
nsm_plot_picture_measure (GtkWidget *widget, GtkOrientation orientation,
                          int for_size G_GNUC_UNUSED, int *minimum, int *natural,
                          int *minimum_baseline G_GNUC_UNUSED, int *natural_baseline G_GNUC_UNUSED)
{
  NsmPlotPicture *self = NSM_PLOT_PICTURE (widget);
  int usual = self->plot != NULL ? (int) nsm_plot_get_width (self->plot) : NSM_PLOT_WIDTH;

  usual = MAX (usual, MIN_WIDTH);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = usual;
      return;
    }
  *minimum = (int) ceil ((self->width > 0 ? MIN (self->width, usual) : usual) * get_ratio (self));
  *natural = *minimum;
}

static gboolean
resize_now (gpointer user_data)
{
  NsmPlotPicture *self = user_data;

  self->resize_id = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

static void
nsm_plot_picture_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  NsmPlotPicture *self = NSM_PLOT_PICTURE (widget);

  GTK_WIDGET_CLASS (nsm_plot_picture_parent_class)->size_allocate (widget, width, height, baseline);
  if (width == self->width)
    return;
  self->width = width;
  /* Not while sizes are being given out. */
  if (self->resize_id == 0)
    self->resize_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, resize_now, self, NULL);
}

static void
nsm_plot_picture_state_flags_changed (GtkWidget *widget, GtkStateFlags previous)
{
  GTK_WIDGET_CLASS (nsm_plot_picture_parent_class)->state_flags_changed (widget, previous);
  gtk_widget_queue_draw (widget);
}

static void
nsm_plot_picture_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_PLOT)
    g_value_set_boxed (value, NSM_PLOT_PICTURE (object)->plot);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
nsm_plot_picture_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_PLOT)
    nsm_plot_picture_set_plot (NSM_PLOT_PICTURE (object), g_value_get_boxed (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
nsm_plot_picture_finalize (GObject *object)
{
  g_clear_handle_id (&NSM_PLOT_PICTURE (object)->resize_id, g_source_remove);
  g_clear_pointer (&NSM_PLOT_PICTURE (object)->plot, nsm_plot_unref);
  G_OBJECT_CLASS (nsm_plot_picture_parent_class)->finalize (object);
}

static void
nsm_plot_picture_class_init (NsmPlotPictureClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = nsm_plot_picture_finalize;
  object_class->get_property = nsm_plot_picture_get_property;
  object_class->set_property = nsm_plot_picture_set_property;
  widget_class->snapshot = nsm_plot_picture_snapshot;
  widget_class->measure = nsm_plot_picture_measure;
  widget_class->size_allocate = nsm_plot_picture_size_allocate;
  widget_class->state_flags_changed = nsm_plot_picture_state_flags_changed;

  props[PROP_PLOT] =
    g_param_spec_boxed ("plot", NULL, NULL, NSM_TYPE_PLOT,
                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_css_name (widget_class, "plotpicture");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
nsm_plot_picture_init (NsmPlotPicture *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
}

GtkWidget *
nsm_plot_picture_new (void)
{
  return g_object_new (NSM_TYPE_PLOT_PICTURE, NULL);
}

/**
 * nsm_plot_picture_get_plot:
 *
 * Returns: (transfer none) (nullable): what is shown
 */
NsmPlot *
nsm_plot_picture_get_plot (NsmPlotPicture *self)
{
  g_return_val_if_fail (NSM_IS_PLOT_PICTURE (self), NULL);
  return self->plot;
}

/**
 * nsm_plot_picture_set_plot:
 * @plot: (nullable): what to show
 */
void
nsm_plot_picture_set_plot (NsmPlotPicture *self, NsmPlot *plot)
{
  g_return_if_fail (NSM_IS_PLOT_PICTURE (self));

  if (self->plot == plot)
    return;
  g_clear_pointer (&self->plot, nsm_plot_unref);
  self->plot = plot != NULL ? nsm_plot_ref (plot) : NULL;
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
    plot != NULL ? nsm_plot_get_title (plot) : "", GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
    plot != NULL ? nsm_plot_get_alternative (plot) : "", -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PLOT]);
}

/**
 * nsm_plot_picture_get_palette:
 *
 * Returns: the colours it is drawn with: they follow the window
 */
NsmPlotPalette
nsm_plot_picture_get_palette (NsmPlotPicture *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return dark ? NSM_PALETTE_DARK_CONTRAST : NSM_PALETTE_LIGHT_CONTRAST;
  return dark ? NSM_PALETTE_DARK : NSM_PALETTE_LIGHT;
}
