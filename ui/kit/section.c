/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kit/section.h"

#include "kit/names.h"

struct _NsmSection
{
  GtkWidget parent_instance;

  GtkWidget *opener;
  GtkWidget *title;
  GtkWidget *summary;
  GtkWidget *arrow;
  GtkWidget *content;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_SUMMARY,
  PROP_EXPANDED,
  PROP_CONTENT,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (NsmSection, nsm_section, GTK_TYPE_WIDGET)

static void
on_toggled (NsmSection *self)
{
  gboolean expanded = nsm_section_get_expanded (self);

  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow),
                                expanded ? "pan-down-symbolic" : "pan-end-symbolic");
  if (self->content != NULL)
    gtk_widget_set_visible (self->content, expanded);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->opener), GTK_ACCESSIBLE_STATE_EXPANDED,
                               expanded, -1);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_EXPANDED]);
}

static void
set_content (NsmSection *self, GtkWidget *content)
{
  g_clear_pointer (&self->content, gtk_widget_unparent);
  self->content = content;
  if (content == NULL)
    return;
  gtk_widget_set_visible (content, nsm_section_get_expanded (self));
  gtk_widget_set_parent (content, GTK_WIDGET (self));
}

static void
nsm_section_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NsmSection *self = NSM_SECTION (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_label (GTK_LABEL (self->title)));
      break;
    case PROP_SUMMARY:
      g_value_set_string (value, gtk_label_get_label (GTK_LABEL (self->summary)));
      break;
    case PROP_EXPANDED:
      g_value_set_boolean (value, nsm_section_get_expanded (self));
      break;
    case PROP_CONTENT:
      g_value_set_object (value, self->content);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nsm_section_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  NsmSection *self = NSM_SECTION (object);

  switch (id)
    {
    case PROP_TITLE:
      nsm_section_set_title (self, g_value_get_string (value));
      break;
    case PROP_SUMMARY:
      nsm_section_set_summary (self, g_value_get_string (value));
      break;
    case PROP_EXPANDED:
      nsm_section_set_expanded (self, g_value_get_boolean (value));
      break;
    case PROP_CONTENT:
      set_content (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nsm_section_dispose (GObject *object)
{
  NsmSection *self = NSM_SECTION (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->opener, gtk_widget_unparent);
  G_OBJECT_CLASS (nsm_section_parent_class)->dispose (object);
}

static void
nsm_section_class_init (NsmSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = nsm_section_get_property;
  object_class->set_property = nsm_section_set_property;
  object_class->dispose = nsm_section_dispose;
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  props[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, "", flags);
  props[PROP_EXPANDED] = g_param_spec_boolean ("expanded", NULL, NULL, FALSE, flags);
  props[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_css_name (widget_class, "section");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
nsm_section_init (NsmSection *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);

  self->title = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->title, "section-title");
  self->summary = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->summary), 1);
  gtk_label_set_ellipsize (GTK_LABEL (self->summary), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->summary, TRUE);
  gtk_widget_add_css_class (self->summary, "secondary");
  self->arrow = gtk_image_new_from_icon_name ("pan-end-symbolic");
  gtk_box_append (GTK_BOX (line), self->arrow);
  gtk_box_append (GTK_BOX (line), self->title);
  gtk_box_append (GTK_BOX (line), self->summary);

  self->opener = gtk_toggle_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->opener), line);
  gtk_widget_add_css_class (self->opener, "flat");
  gtk_widget_add_css_class (self->opener, "section-opener");
  gtk_widget_set_parent (self->opener, GTK_WIDGET (self));
  g_signal_connect_object (self->opener, "toggled", G_CALLBACK (on_toggled), self,
                           G_CONNECT_SWAPPED);
}

void
nsm_section_set_title (NsmSection *self, const char *title)
{
  gtk_label_set_label (GTK_LABEL (self->title), title);
  nsm_widget_set_name_for_readers (self->opener, title);
}

/**
 * nsm_section_set_summary:
 * @summary: (nullable): what is in it, in a few words
 */
void
nsm_section_set_summary (NsmSection *self, const char *summary)
{
  gtk_label_set_label (GTK_LABEL (self->summary), summary != NULL ? summary : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->opener),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  summary != NULL ? summary : "", -1);
}

gboolean
nsm_section_get_expanded (NsmSection *self)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->opener));
}

void
nsm_section_set_expanded (NsmSection *self, gboolean expanded)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->opener), expanded);
}
