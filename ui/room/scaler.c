/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "room/scaler.h"

#include <math.h>

#define STEP 0.96        /* how much smaller what doesn't fit is tried next */
#define SCALE_MIN 0.05

struct _NsmRoomScaler
{
  GtkWidget parent_instance;

  GtkWidget *child;
  int canvas;
  double scale;
};

enum
{
  PROP_0,
  PROP_CHILD,
  PROP_CANVAS,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (NsmRoomScaler, nsm_room_scaler, GTK_TYPE_WIDGET)

static gboolean
does_fit (NsmRoomScaler *self, int width, int height)
{
  int least;

  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  if (least > width)
    return FALSE;
  gtk_widget_measure (self->child, GTK_ORIENTATION_VERTICAL, width, &least, NULL, NULL, NULL);
  return least <= height;
}

static void
nsm_room_scaler_size_allocate (GtkWidget *widget, int width, int height, int baseline G_GNUC_UNUSED)
{
  NsmRoomScaler *self = NSM_ROOM_SCALER (widget);
  double scale = MIN (width / (double) self->canvas, height * 16 / (9.0 * self->canvas));

  if (self->child == NULL || !gtk_widget_get_visible (self->child) || width == 0 || height == 0)
    return;
  scale = MAX (scale, SCALE_MIN);
  while (scale > SCALE_MIN &&
         !does_fit (self, (int) floor (width / scale), (int) floor (height / scale)))
    scale *= STEP;
  self->scale = scale;
  gtk_widget_allocate (self->child, (int) ceil (width / scale), (int) ceil (height / scale), -1,
                       gsk_transform_scale (NULL, (float) scale, (float) scale));
}

static void
nsm_room_scaler_measure (GtkWidget *widget, GtkOrientation orientation, int for_size G_GNUC_UNUSED,
                         int *minimum, int *natural, int *minimum_baseline G_GNUC_UNUSED,
                         int *natural_baseline G_GNUC_UNUSED)
{
  NsmRoomScaler *self = NSM_ROOM_SCALER (widget);

  *minimum = 0;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? self->canvas / 2 : self->canvas * 9 / 32;
}

static GtkSizeRequestMode
nsm_room_scaler_get_request_mode (GtkWidget *widget G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
nsm_room_scaler_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_CHILD:
      g_value_set_object (value, NSM_ROOM_SCALER (object)->child);
      break;
    case PROP_CANVAS:
      g_value_set_int (value, NSM_ROOM_SCALER (object)->canvas);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nsm_room_scaler_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_CHILD:
      nsm_room_scaler_set_child (NSM_ROOM_SCALER (object), g_value_get_object (value));
      break;
    case PROP_CANVAS:
      NSM_ROOM_SCALER (object)->canvas = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nsm_room_scaler_dispose (GObject *object)
{
  g_clear_pointer (&NSM_ROOM_SCALER (object)->child, gtk_widget_unparent);
  G_OBJECT_CLASS (nsm_room_scaler_parent_class)->dispose (object);
}

static void
nsm_room_scaler_class_init (NsmRoomScalerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = nsm_room_scaler_get_property;
  object_class->set_property = nsm_room_scaler_set_property;
  object_class->dispose = nsm_room_scaler_dispose;
  widget_class->measure = nsm_room_scaler_measure;
  widget_class->size_allocate = nsm_room_scaler_size_allocate;
  widget_class->get_request_mode = nsm_room_scaler_get_request_mode;

  props[PROP_CHILD] =
    g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_CANVAS] =
    g_param_spec_int ("canvas", NULL, NULL, 1, G_MAXINT, 1920,
                      G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_css_name (widget_class, "roomscaler");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
nsm_room_scaler_init (NsmRoomScaler *self)
{
  self->scale = 1;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
nsm_room_scaler_new (GtkWidget *child, int canvas)
{
  return g_object_new (NSM_TYPE_ROOM_SCALER, "child", child, "canvas", canvas, NULL);
}

void
nsm_room_scaler_set_child (NsmRoomScaler *self, GtkWidget *child)
{
  if (self->child == child)
    return;
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CHILD]);
}

/**
 * nsm_room_scaler_get_scale:
 *
 * Returns: how much larger than on its canvas the child is shown
 */
double
nsm_room_scaler_get_scale (NsmRoomScaler *self)
{
  return self->scale;
}
