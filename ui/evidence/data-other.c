/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence/data-other.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "kit/names.h"

struct _NsmDataOther
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkWidget *popover;
  GtkWidget *search;
  GtkWidget *list;
  GtkWidget *none;
  GtkStringFilter *filter;
  GtkFilterListModel *found;
};

static guint chosen;

G_DEFINE_FINAL_TYPE (NsmDataOther, nsm_data_other, GTK_TYPE_WIDGET)

static void
choose (NsmDataOther *self, guint position)
{
  g_autoptr (GtkStringObject) name = g_list_model_get_item (G_LIST_MODEL (self->found), position);

  if (name == NULL)
    return;
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_signal_emit (self, chosen, 0, gtk_string_object_get_string (name));
}

static void
on_list_activate (NsmDataOther *self, guint position)
{
  choose (self, position);
}

static void
on_search_changed (NsmDataOther *self)
{
  gtk_string_filter_set_search (self->filter, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
on_search_activate (NsmDataOther *self)
{
  /* Who types fast is ahead of the search. */
  on_search_changed (self);
  choose (self, 0);
}

static void
on_found_changed (NsmDataOther *self)
{
  gtk_widget_set_visible (self->none,
                          g_list_model_get_n_items (G_LIST_MODEL (self->found)) == 0);
}

static void
on_popover_show (NsmDataOther *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (self->search);
}

/* Down goes from the search into what it found. */
static gboolean
on_search_key (NsmDataOther *self, guint key)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  return gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD);
}

static void
on_item_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
on_item_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static GtkWidget *
make_list (NsmDataOther *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkExpression *words = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  g_signal_connect (factory, "setup", G_CALLBACK (on_item_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_item_bind), NULL);
  self->filter = gtk_string_filter_new (words);
  self->found = gtk_filter_list_model_new (NULL, GTK_FILTER (g_object_ref (self->filter)));
  self->list = gtk_list_view_new (
      GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->found)))),
      factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->list), TRUE);
  nsm_widget_set_name_for_readers (self->list, _("Columns that aren’t used yet"));
  g_signal_connect_object (self->list, "activate", G_CALLBACK (on_list_activate), self,
                           G_CONNECT_SWAPPED);
  return g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", self->list, "hscrollbar-policy",
                       GTK_POLICY_NEVER, "max-content-height", 260, "propagate-natural-height",
                       TRUE, NULL);
}

static void
nsm_data_other_dispose (GObject *object)
{
  NsmDataOther *self = NSM_DATA_OTHER (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->filter);
  g_clear_object (&self->found);
  G_OBJECT_CLASS (nsm_data_other_parent_class)->dispose (object);
}

static void
nsm_data_other_class_init (NsmDataOtherClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nsm_data_other_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  chosen = g_signal_new ("chosen", NSM_TYPE_DATA_OTHER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                         G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
nsm_data_other_init (NsmDataOther *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *content = g_object_new (ADW_TYPE_BUTTON_CONTENT, "icon-name", "list-add-symbolic",
                                     "label", _("_Use Another Column"), "use-underline", TRUE, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->search = gtk_search_entry_new ();
  nsm_widget_set_name_for_readers (self->search, _("Search the columns"));
  g_object_set (self->search, "placeholder-text", _("Search the columns"), "width-request", 260,
                NULL);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (on_search_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (on_search_activate), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_search_key), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->search, keys);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), make_list (self));
  self->none = gtk_label_new (_("No other column has that in its name."));
  gtk_label_set_wrap (GTK_LABEL (self->none), TRUE);
  gtk_widget_set_visible (self->none, FALSE);
  gtk_widget_add_css_class (self->none, "secondary");
  gtk_box_append (GTK_BOX (box), self->none);
  g_signal_connect_object (self->found, "items-changed", G_CALLBACK (on_found_changed), self,
                           G_CONNECT_SWAPPED);

  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  g_signal_connect_object (self->popover, "show", G_CALLBACK (on_popover_show), self,
                           G_CONNECT_SWAPPED);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), content);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), self->popover);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

GtkWidget *
nsm_data_other_new (void)
{
  return g_object_new (NSM_TYPE_DATA_OTHER, NULL);
}

/**
 * nsm_data_other_set_names:
 * @column_names: (array zero-terminated=1): what can be chosen
 */
void
nsm_data_other_set_names (NsmDataOther *self, const char *const *column_names)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (column_names);

  gtk_filter_list_model_set_model (self->found, G_LIST_MODEL (list));
  gtk_widget_set_visible (GTK_WIDGET (self), column_names[0] != NULL);
}
