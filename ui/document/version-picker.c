/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/version-picker.h"

#include <glib/gi18n-lib.h>

#include "document/version-rows.h"
#include "document/version-words.h"
#include "kit/names.h"
#include "method/versions.h"

#define WIDTH 34       /* letters of a row */
#define HEIGHT 380     /* of the list, before it scrolls */

struct _NsmVersionPicker
{
  AdwBin parent_instance;

  guint version;
  NsmWorkshop *workshop;
  GArray *numbers; /* guint: by row */
  GtkWidget *button;
  GtkWidget *popover;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (NsmVersionPicker, nsm_version_picker, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_VERSION,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

/* Rows */

static GtkWidget *
new_words (const char *words, const char *css_class)
{
  GtkWidget *label = nsm_version_rows_new_words (words, css_class);

  gtk_label_set_width_chars (GTK_LABEL (label), WIDTH);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH);
  return label;
}

static void
add_row (NsmVersionPicker *self, guint number, const char *title, const char *about)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *tick = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_box_append (GTK_BOX (box), new_words (title, NULL));
  if (about[0] != '\0')
    gtk_box_append (GTK_BOX (box), new_words (about, "secondary"));
  gtk_box_append (GTK_BOX (line), box);
  gtk_box_append (GTK_BOX (line), tick);
  gtk_widget_set_opacity (tick, number == self->version ? 1 : 0);
  gtk_widget_set_margin_top (line, 6);
  gtk_widget_set_margin_bottom (line, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  nsm_widget_set_name_for_readers (row, title);
  if (about[0] != '\0')
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    about, -1);
  gtk_list_box_append (self->list, row);
  g_array_append_val (self->numbers, number);
}

static void
fill (NsmVersionPicker *self)
{
  g_autofree char *now = nsm_workshop_dup_version_label (self->workshop);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  g_array_set_size (self->numbers, 0);
  add_row (self, 0, _("Now"), now);
  for (guint i = nsm_list_get_size (self->workshop->versions); i > 0; i--)
    {
      NsmVersion *version = nsm_list_get (self->workshop->versions, i - 1);
      g_autofree char *title = nsm_version_dup_words (version);

      add_row (self, (guint) version->number, title, version->why);
    }
}

static void
say_version (NsmVersionPicker *self)
{
  NsmVersion *version = self->version > 0
                          ? nsm_workshop_find_version (self->workshop, self->version)
                          : NULL;
  g_autofree char *words = version != NULL ? nsm_version_dup_words (version) : g_strdup (_("Now"));

  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), words);
}

static void
on_row_activated (NsmVersionPicker *self, GtkListBoxRow *row)
{
  guint position = (guint) gtk_list_box_row_get_index (row);

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  nsm_version_picker_set_version (self, g_array_index (self->numbers, guint, position));
}

static void
on_popover_shown (NsmVersionPicker *self)
{
  for (guint i = 0; i < self->numbers->len; i++)
    if (g_array_index (self->numbers, guint, i) == self->version)
      gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) i)));
}

/* GObject */

static void
nsm_version_picker_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_VERSION)
    g_value_set_uint (value, NSM_VERSION_PICKER (object)->version);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
nsm_version_picker_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_VERSION)
    nsm_version_picker_set_version (NSM_VERSION_PICKER (object), g_value_get_uint (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
nsm_version_picker_dispose (GObject *object)
{
  NsmVersionPicker *self = NSM_VERSION_PICKER (object);

  g_clear_object (&self->workshop);
  g_clear_pointer (&self->numbers, g_array_unref);
  G_OBJECT_CLASS (nsm_version_picker_parent_class)->dispose (object);
}

static void
nsm_version_picker_class_init (NsmVersionPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = nsm_version_picker_get_property;
  object_class->set_property = nsm_version_picker_set_property;
  object_class->dispose = nsm_version_picker_dispose;

  props[PROP_VERSION] =
    g_param_spec_uint ("version", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
nsm_version_picker_init (NsmVersionPicker *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  nsm_widget_set_name_for_readers (GTK_WIDGET (self->list), _("Versions"));
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (on_row_activated), self,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  self->popover = gtk_popover_new ();
  gtk_widget_add_css_class (self->popover, "menu");
  nsm_widget_set_name_for_readers (self->popover, _("Versions"));
  gtk_popover_set_child (GTK_POPOVER (self->popover), scroller);
  g_signal_connect_object (self->popover, "map", G_CALLBACK (on_popover_shown), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (self->button), FALSE);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), self->popover);
  gtk_widget_set_tooltip_text (self->button, _("Versions of the definition"));
  adw_bin_set_child (ADW_BIN (self), self->button);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
nsm_version_picker_new (void)
{
  return g_object_new (NSM_TYPE_VERSION_PICKER, NULL);
}

/**
 * nsm_version_picker_update:
 * @workshop: with its versions as they are now
 *
 * Goes back to the one that is being worked on if the shown one is gone: its making was undone.
 */
void
nsm_version_picker_update (NsmVersionPicker *self, NsmWorkshop *workshop)
{
  g_set_object (&self->workshop, workshop);
  gtk_widget_set_visible (GTK_WIDGET (self), nsm_list_get_size (workshop->versions) > 0);
  if (self->version > 0 && nsm_workshop_find_version (workshop, self->version) == NULL)
    {
      self->version = 0;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VERSION]);
    }
  fill (self);
  say_version (self);
}

guint
nsm_version_picker_get_version (NsmVersionPicker *self)
{
  return self->version;
}

void
nsm_version_picker_set_version (NsmVersionPicker *self, guint version)
{
  if (self->version == version)
    return;
  self->version = version;
  if (self->workshop != NULL)
    {
      fill (self);
      say_version (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VERSION]);
}
