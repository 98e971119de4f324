/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence/plot-view.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "evidence/plot-picture.h"
#include "kit/chooser.h"
#include "kit/step-page.h"

/* Pixels by unit of the picture: sharp on a projector and in print. */
#define PNG_SCALE 2

struct _NsmPlotView
{
  GtkWidget parent_instance;

  NsmPlotPicture *picture;
  GtkWidget *buttons;
  GtkFileChooserNative *chooser;
};

enum
{
  PROP_0,
  PROP_PLOT,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (NsmPlotView, nsm_plot_view, GTK_TYPE_WIDGET)

static void
tell (NsmPlotView *self, const char *text)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), NSM_TYPE_STEP_PAGE);

  if (page != NULL)
    nsm_step_page_toast (NSM_STEP_PAGE (page), text);
}

static gboolean
has_suffix (GFile *file, const char *suffix)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = name != NULL ? g_utf8_strdown (name, -1) : g_strdup ("");

  return g_str_has_suffix (lower, suffix);
}

static void
on_save_response (NsmPlotView *self, int response)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  if (response != GTK_RESPONSE_ACCEPT)
    return;
  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file == NULL)
    return;
  if (nsm_plot_view_save (self, file, &error))
    {
      tell (self, _("Picture saved"));
    }
  else
    {
      g_autofree char *text = g_strdup_printf (_("The picture couldn’t be saved: %s"), error->message);

      tell (self, text);
    }
}

static void
on_save (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  NsmPlotView *self = NSM_PLOT_VIEW (widget);
  NsmPlot *plot = nsm_plot_picture_get_plot (self->picture);
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autofree char *name = NULL;

  if (plot == NULL || self->chooser != NULL)
    return;
  self->chooser = gtk_file_chooser_native_new (
    _("Save Picture"), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
    GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);
  name = g_strconcat (nsm_plot_kind_get_label (nsm_plot_get_kind (plot)), ".png", NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  nsm_chooser_add_filter (self->chooser, _("PNG or SVG Pictures"), "*.[PpSs][NnVv][Gg]");
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_save_response), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
on_copy (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  NsmPlotView *self = NSM_PLOT_VIEW (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = nsm_plot_view_dup_texture (self, &error);

  if (texture == NULL)
    {
      tell (self, error->message);
      return;
    }
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (widget), texture);
  tell (self, _("Picture copied"));
}

static void
nsm_plot_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_PLOT)
    g_value_set_boxed (value, nsm_plot_view_get_plot (NSM_PLOT_VIEW (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
nsm_plot_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_PLOT)
    nsm_plot_view_set_plot (NSM_PLOT_VIEW (object), g_value_get_boxed (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
nsm_plot_view_dispose (GObject *object)
{
  NsmPlotView *self = NSM_PLOT_VIEW (object);

  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
  if (self->picture != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->picture));
  self->picture = NULL;
  g_clear_pointer (&self->buttons, gtk_widget_unparent);
  G_OBJECT_CLASS (nsm_plot_view_parent_class)->dispose (object);
}

static void
nsm_plot_view_class_init (NsmPlotViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nsm_plot_view_dispose;
  object_class->get_property = nsm_plot_view_get_property;
  object_class->set_property = nsm_plot_view_set_property;

  props[PROP_PLOT] =
    g_param_spec_boxed ("plot", NULL, NULL, NSM_TYPE_PLOT,
                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_install_action (widget_class, "picture.save", NULL, on_save);
  gtk_widget_class_install_action (widget_class, "picture.copy", NULL, on_copy);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "plotview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
add_button (NsmPlotView *self, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (GTK_BOX (self->buttons), button);
}

static void
nsm_plot_view_init (NsmPlotView *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->picture = NSM_PLOT_PICTURE (nsm_plot_picture_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->picture), GTK_WIDGET (self));
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_halign (self->buttons, GTK_ALIGN_END);
  gtk_widget_set_parent (self->buttons, GTK_WIDGET (self));
  add_button (self, _("_Copy Picture"), "picture.copy");
  add_button (self, _("_Save Picture…"), "picture.save");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
nsm_plot_view_new (void)
{
  return g_object_new (NSM_TYPE_PLOT_VIEW, NULL);
}

/**
 * nsm_plot_view_get_plot:
 *
 * Returns: (transfer none) (nullable): what is shown
 */
NsmPlot *
nsm_plot_view_get_plot (NsmPlotView *self)
{
  g_return_val_if_fail (NSM_IS_PLOT_VIEW (self), NULL);
  return self->picture != NULL ? nsm_plot_picture_get_plot (self->picture) : NULL;
}

/**
 * nsm_plot_view_set_plot:
 * @plot: (nullable): what to show; the view is hidden without
 */
void
nsm_plot_view_set_plot (NsmPlotView *self, NsmPlot *plot)
{
  g_return_if_fail (NSM_IS_PLOT_VIEW (self));

  if (nsm_plot_view_get_plot (self) == plot)
    return;
  nsm_plot_picture_set_plot (self->picture, plot);
  gtk_widget_set_visible (GTK_WIDGET (self), plot != NULL);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PLOT]);
}

/**
 * nsm_plot_view_save:
 * @file: where to; a name that ends in ".svg" says SVG, any other PNG
 * @error: return location
 *
 * Saves the picture on a light ground, whatever the window's, for paper and slides.
 *
 * Returns: whether it was saved
 */
gboolean
nsm_plot_view_save (NsmPlotView *self, GFile *file, GError **error)
{
  NsmPlot *plot = nsm_plot_view_get_plot (self);
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (plot != NULL, FALSE);
  if (has_suffix (file, ".svg"))
    bytes = nsm_plot_write_svg (plot, NSM_PALETTE_LIGHT);
  else
    bytes = nsm_plot_write_png (plot, NSM_PALETTE_LIGHT, PNG_SCALE, error);
  if (bytes == NULL)
    return FALSE;
  return g_file_replace_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                  NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, error);
}

/**
 * nsm_plot_view_dup_texture:
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the picture as it is copied
 */
GdkTexture *
nsm_plot_view_dup_texture (NsmPlotView *self, GError **error)
{
  NsmPlot *plot = nsm_plot_view_get_plot (self);
  g_autoptr (GBytes) png = NULL;

  g_return_val_if_fail (plot != NULL, NULL);
  png = nsm_plot_write_png (plot, NSM_PALETTE_LIGHT, PNG_SCALE, error);
  return png != NULL ? gdk_texture_new_from_bytes (png, error) : NULL;
}
