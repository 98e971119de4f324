/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "definition/ink-list.h"

#include <glib/gi18n-lib.h>

#include "kit/ink-text.h"

struct _NsmInkList
{
  GtkWidget parent_instance;

  NsmList *list;
  NsmInkRow make_row;
  NsmInkFilter keep;
  NsmInkPrepare prepare;
  GtkBox *rows;
  GtkButton *add;
};

enum
{
  SIGNAL_REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NsmInkList, nsm_ink_list, GTK_TYPE_WIDGET)

static GtkWidget *
find_ink (GtkWidget *widget, NsmRecord *record, const char *field)
{
  if (NSM_IS_INK_TEXT (widget))
    {
      NsmInkText *ink = NSM_INK_TEXT (widget);

      if (nsm_ink_text_get_record (ink) == record &&
          (field == NULL || g_str_equal (nsm_ink_text_get_field (ink), field)))
        return widget;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_ink (child, record, field);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/**
 * nsm_ink_list_focus:
 * @field: (nullable): NULL for the first one of the row
 *
 * Returns: whether @record has a row here, which now has the focus
 */
gboolean
nsm_ink_list_focus (NsmInkList *self, NsmRecord *record, const char *field)
{
  GtkWidget *found = find_ink (GTK_WIDGET (self), record, field);

  if (found == NULL)
    found = find_ink (GTK_WIDGET (self), record, NULL);
  return found != NULL && gtk_widget_grab_focus (found);
}

static void
on_remove_clicked (GtkButton *button, NsmRecord *record)
{
  GtkWidget *self = gtk_widget_get_ancestor (GTK_WIDGET (button), NSM_TYPE_INK_LIST);
  g_autofree char *what = g_strdup (nsm_record_get_kind_label (record));
  g_autoptr (NsmRecord) kept = g_object_ref (record);

  gtk_widget_grab_focus (GTK_WIDGET (NSM_INK_LIST (self)->add));
  nsm_list_remove (NSM_INK_LIST (self)->list, kept);
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0, what);
}

static GtkWidget *
make_row (NsmInkList *self, NsmRecord *record)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *body = self->make_row (record);
  GtkWidget *remove = gtk_button_new_from_icon_name ("list-remove-symbolic");
  g_autofree char *label =
    /* Translators: %s is a kind of thing, e.g. "Remove Term" */
    g_strdup_printf (_("Remove %s"), nsm_record_get_kind_label (record));

  gtk_widget_add_css_class (row, "ink-row");
  gtk_widget_set_hexpand (body, TRUE);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_add_css_class (remove, "circular");
  gtk_widget_add_css_class (remove, "ink-remove");
  gtk_widget_set_valign (remove, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (remove, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (on_remove_clicked), record, 0);
  gtk_box_append (GTK_BOX (row), body);
  gtk_box_append (GTK_BOX (row), remove);
  return row;
}

static void
rebuild (NsmInkList *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, child);
  for (guint i = 0; self->list != NULL && i < nsm_list_get_size (self->list); i++)
    {
      NsmRecord *record = nsm_list_get (self->list, i);

      if (self->keep == NULL || self->keep (record))
        gtk_box_append (self->rows, make_row (self, record));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->rows),
                          gtk_widget_get_first_child (GTK_WIDGET (self->rows)) != NULL);
}

static void
on_add_clicked (NsmInkList *self)
{
  g_autoptr (NsmRecord) record = g_object_new (nsm_list_get_item_gtype (self->list), NULL);

  if (self->prepare != NULL)
    self->prepare (record);
  nsm_list_append (self->list, record);
  nsm_ink_list_focus (self, record, NULL);
}

GtkWidget *
nsm_ink_list_new (const char *add_label)
{
  NsmInkList *self = g_object_new (NSM_TYPE_INK_LIST, NULL);
  GtkWidget *content = gtk_button_get_child (self->add);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (content)), add_label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, add_label,
                                  -1);
  return GTK_WIDGET (self);
}

/**
 * nsm_ink_list_set_list:
 * @row: makes what stands in a row
 * @keep: (nullable): which records have a row here
 * @prepare: (nullable): makes a new record one of those
 */
void
nsm_ink_list_set_list (NsmInkList *self, NsmList *list, NsmInkRow row, NsmInkFilter keep,
                       NsmInkPrepare prepare)
{
  g_return_if_fail (self->list == NULL);

  self->list = g_object_ref (list);
  self->make_row = row;
  self->keep = keep;
  self->prepare = prepare;
  g_signal_connect_object (list, "items-changed", G_CALLBACK (rebuild), self, G_CONNECT_SWAPPED);
  rebuild (self);
}

static void
nsm_ink_list_dispose (GObject *object)
{
  NsmInkList *self = NSM_INK_LIST (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (nsm_ink_list_parent_class)->dispose (object);
}

static void
nsm_ink_list_class_init (NsmInkListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nsm_ink_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);

  /**
   * NsmInkList::removed:
   * @what: what was taken away, for people
   */
  signals[SIGNAL_REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
nsm_ink_list_init (NsmInkList *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, 4);
  self->rows = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  gtk_widget_set_parent (GTK_WIDGET (self->rows), GTK_WIDGET (self));
  self->add = GTK_BUTTON (gtk_button_new ());
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_box_append (GTK_BOX (content), gtk_label_new (NULL));
  gtk_button_set_child (self->add, content);
  gtk_widget_add_css_class (GTK_WIDGET (self->add), "flat");
  gtk_widget_set_halign (GTK_WIDGET (self->add), GTK_ALIGN_START);
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (on_add_clicked), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (self->add), GTK_WIDGET (self));
}
