/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kit/turning-box.h"

typedef struct
{
  GtkWidget *box;
  double least;
  guint turn_id;
} NsmTurningBoxPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (NsmTurningBox, nsm_turning_box, GTK_TYPE_WIDGET)

#define PRIV(self) ((NsmTurningBoxPrivate *) nsm_turning_box_get_instance_private (self))

static GtkOrientation
get_wanted (NsmTurningBox *self, int width)
{
  const PangoFontDescription *font =
    pango_context_get_font_description (gtk_widget_get_pango_context (GTK_WIDGET (self)));
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  return width < PRIV (self)->least * size ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;
}

static gboolean
turn (gpointer data)
{
  NsmTurningBox *self = data;

  PRIV (self)->turn_id = 0;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (PRIV (self)->box),
                                  get_wanted (self, gtk_widget_get_width (GTK_WIDGET (self))));
  return G_SOURCE_REMOVE;
}

static void
nsm_turning_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  NsmTurningBox *self = NSM_TURNING_BOX (widget);
  NsmTurningBoxPrivate *priv = PRIV (self);

  gtk_widget_allocate (priv->box, width, height, baseline, NULL);
  /* Its size can't change while it is being given one. */
  if (priv->turn_id == 0 &&
      get_wanted (self, width) != gtk_orientable_get_orientation (GTK_ORIENTABLE (priv->box)))
    priv->turn_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, turn, self, NULL);
}

static void
nsm_turning_box_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                         int *natural, int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (PRIV (NSM_TURNING_BOX (widget))->box, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static GtkSizeRequestMode
nsm_turning_box_get_request_mode (GtkWidget *widget G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
nsm_turning_box_dispose (GObject *object)
{
  g_clear_pointer (&PRIV (NSM_TURNING_BOX (object))->box, gtk_widget_unparent);
  g_clear_handle_id (&PRIV (NSM_TURNING_BOX (object))->turn_id, g_source_remove);
  G_OBJECT_CLASS (nsm_turning_box_parent_class)->dispose (object);
}

static void
nsm_turning_box_class_init (NsmTurningBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nsm_turning_box_dispose;
  GTK_WIDGET_CLASS (klass)->measure = nsm_turning_box_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = nsm_turning_box_size_allocate;
  GTK_WIDGET_CLASS (klass)->get_request_mode = nsm_turning_box_get_request_mode;
}

static void
nsm_turning_box_init (NsmTurningBox *self)
{
  PRIV (self)->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_parent (PRIV (self)->box, GTK_WIDGET (self));
}

/**
 * nsm_turning_box_new:
 * @least: the width, in sizes of its type, below which it turns
 */
GtkWidget *
nsm_turning_box_new (int spacing, double least)
{
  GtkWidget *self = g_object_new (NSM_TYPE_TURNING_BOX, NULL);

  gtk_box_set_spacing (nsm_turning_box_get_box (NSM_TURNING_BOX (self)), spacing);
  nsm_turning_box_set_least (NSM_TURNING_BOX (self), least);
  return self;
}

/**
 * nsm_turning_box_get_box:
 *
 * Returns: (transfer none): what its children are put into
 */
GtkBox *
nsm_turning_box_get_box (NsmTurningBox *self)
{
  return GTK_BOX (PRIV (self)->box);
}

void
nsm_turning_box_set_least (NsmTurningBox *self, double least)
{
  PRIV (self)->least = least;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
