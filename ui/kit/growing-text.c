/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kit/growing-text.h"

typedef struct
{
  char *placeholder;
} NsmGrowingTextPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (NsmGrowingText, nsm_growing_text, GTK_TYPE_TEXT_VIEW)

static NsmGrowingTextPrivate *
get_private (gpointer self)
{
  return nsm_growing_text_get_instance_private (NSM_GROWING_TEXT (self));
}

GtkWidget *
nsm_growing_text_new (void)
{
  return g_object_new (NSM_TYPE_GROWING_TEXT, NULL);
}

/**
 * nsm_growing_text_dup_text:
 *
 * Returns: (transfer full): all of the text
 */
char *
nsm_growing_text_dup_text (NsmGrowingText *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

/**
 * nsm_growing_text_set_placeholder:
 * @placeholder: (nullable): what an empty text asks
 */
void
nsm_growing_text_set_placeholder (NsmGrowingText *self, const char *placeholder)
{
  NsmGrowingTextPrivate *priv = get_private (self);

  g_free (priv->placeholder);
  priv->placeholder = g_strdup (placeholder);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER,
                                  placeholder != NULL ? placeholder : "", -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static gboolean
is_empty (NsmGrowingText *self)
{
  return gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self))) == 0;
}

static PangoLayout *
lay_out (NsmGrowingText *self, const char *text, int width)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);

  pango_layout_set_width (layout, MAX (1, width) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  return layout;
}

static void
nsm_growing_text_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                          int *natural, int *minimum_baseline, int *natural_baseline)
{
  NsmGrowingText *self = NSM_GROWING_TEXT (widget);
  GtkTextView *view = GTK_TEXT_VIEW (widget);
  int sides = gtk_text_view_get_left_margin (view) + gtk_text_view_get_right_margin (view);
  int ends = gtk_text_view_get_top_margin (view) + gtk_text_view_get_bottom_margin (view);
  const char *placeholder = get_private (self)->placeholder;

  /* The view also prepares its inner parts when it is measured. */
  GTK_WIDGET_CLASS (nsm_growing_text_parent_class)
    ->measure (widget, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 48 + sides;
      *natural = MAX (*minimum, 240 + sides);
      return;
    }

  g_autofree char *text = is_empty (self) && placeholder != NULL ? g_strdup (placeholder)
                                                                 : nsm_growing_text_dup_text (self);
  g_autoptr (PangoLayout) layout = lay_out (self, text, (for_size < 0 ? 240 : for_size) - sides);
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  *minimum = *natural = height + ends;
}

static GtkSizeRequestMode
nsm_growing_text_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
nsm_growing_text_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  NsmGrowingText *self = NSM_GROWING_TEXT (widget);
  const char *placeholder = get_private (self)->placeholder;
  int left = gtk_text_view_get_left_margin (GTK_TEXT_VIEW (self));
  int right = gtk_text_view_get_right_margin (GTK_TEXT_VIEW (self));
  int top = gtk_text_view_get_top_margin (GTK_TEXT_VIEW (self));
  GdkRGBA color;

  GTK_WIDGET_CLASS (nsm_growing_text_parent_class)->snapshot (widget, snapshot);
  if (placeholder == NULL || !is_empty (self))
    return;

  g_autoptr (PangoLayout) layout = lay_out (self, placeholder, gtk_widget_get_width (widget) - left - right);

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  color.alpha *= 0.62f;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) left, (float) top));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
nsm_growing_text_finalize (GObject *object)
{
  g_free (get_private (object)->placeholder);

  G_OBJECT_CLASS (nsm_growing_text_parent_class)->finalize (object);
}

static void
nsm_growing_text_class_init (NsmGrowingTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = nsm_growing_text_finalize;
  widget_class->measure = nsm_growing_text_measure;
  widget_class->get_request_mode = nsm_growing_text_get_request_mode;
  widget_class->snapshot = nsm_growing_text_snapshot;
  gtk_widget_class_set_css_name (widget_class, "textview");
}

static void
nsm_growing_text_init (NsmGrowingText *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);

  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  /* The document's history is the only one. */
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (gtk_widget_queue_resize), self, G_CONNECT_SWAPPED);
}
