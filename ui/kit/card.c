/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kit/card.h"

#include <glib/gi18n-lib.h>

#include "kit/names.h"
#include "kit/scroll.h"
#include "kit/step-page.h"
#include "record/journal.h"

struct _NsmCard
{
  GtkBox parent_instance;

  NsmList *list;
  NsmRecord *record;
  NsmCardBuild build;
  gpointer owner; /* the list widget, which outlives us */
  GtkWidget *handle;
  GtkWidget *heading;
  GtkWidget *arrow;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkWidget *revealer;
};

G_DEFINE_FINAL_TYPE (NsmCard, nsm_card, GTK_TYPE_BOX)

/* Folding */

static void
on_heading_toggled (NsmCard *self)
{
  gboolean expanded = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->heading));

  if (expanded && gtk_revealer_get_child (GTK_REVEALER (self->revealer)) == NULL)
    gtk_revealer_set_child (GTK_REVEALER (self->revealer),
                            self->build (self, self->record, self->owner));
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), expanded);
  /* A hidden body must not take the focus, nor the room. */
  gtk_widget_set_visible (self->revealer, expanded);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow),
                                expanded ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->heading), GTK_ACCESSIBLE_STATE_EXPANDED,
                               expanded, -1);
}

/* Moving and removing */

static gboolean
move_by (NsmCard *self, int by)
{
  guint from;
  int to;

  if (!nsm_list_get_position (self->list, self->record, &from))
    return FALSE;
  to = (int) from + by;
  if (to < 0 || to >= (int) nsm_list_get_size (self->list))
    return FALSE;
  nsm_list_move (self->list, from, (guint) to);
  return TRUE;
}

static void
on_move (GtkWidget *widget, const char *action, GVariant *by)
{
  NsmCard *self = NSM_CARD (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (move_by (self, g_variant_get_int32 (by)) && focus != NULL)
    gtk_widget_grab_focus (focus);
}

static void
on_remove (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NsmCard *self = NSM_CARD (widget);
  GtkWidget *page = gtk_widget_get_ancestor (widget, NSM_TYPE_STEP_PAGE);
  GtkWidget *next = gtk_widget_get_next_sibling (widget);
  NsmJournal *journal = nsm_record_get_journal (self->record);
  g_autofree char *name = nsm_record_dup_name (self->record);
  /* Translators: a toast, with a button that undoes it */
  g_autofree char *said = g_strdup_printf (_("Removed “%s”"), name);

  if (next == NULL)
    next = gtk_widget_get_prev_sibling (widget);
  if (next != NULL && NSM_IS_CARD (next))
    nsm_card_focus_heading (NSM_CARD (next));
  if (journal != NULL)
    nsm_journal_seal (journal);
  nsm_list_remove (self->list, self->record);
  if (page != NULL)
    nsm_step_page_toast_undo (NSM_STEP_PAGE (page), said);
}

static GdkContentProvider *
on_drag_prepare (NsmCard *self, double x, double y)
{
  return gdk_content_provider_new_typed (NSM_TYPE_RECORD, self->record);
}

static void
on_drag_begin (NsmCard *self, GdkDrag *drag, GtkDragSource *source)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, 12, 12);
}

static gboolean
on_drop (NsmCard *self, const GValue *value, double x, double y)
{
  NsmRecord *moved = g_value_get_object (value);
  guint from, to;

  if (!nsm_list_get_position (self->list, moved, &from) ||
      !nsm_list_get_position (self->list, self->record, &to) || from == to)
    return FALSE;
  nsm_list_move (self->list, from, to);
  return TRUE;
}

static void
add_drag_and_drop (NsmCard *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (NSM_TYPE_RECORD, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (on_drag_prepare), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (on_drag_begin), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->handle, GTK_EVENT_CONTROLLER (source));
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* Layout */

static GtkLabel *
new_line (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  return GTK_LABEL (label);
}

static GtkWidget *
new_heading (NsmCard *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->title = new_line ("card-title");
  self->subtitle = new_line ("caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->subtitle), "secondary");
  self->arrow = gtk_image_new_from_icon_name ("pan-end-symbolic");
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->subtitle));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), self->arrow);
  gtk_box_append (GTK_BOX (line), words);

  self->heading = gtk_toggle_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->heading), line);
  gtk_widget_add_css_class (self->heading, "flat");
  gtk_widget_add_css_class (self->heading, "card-heading");
  gtk_widget_set_hexpand (self->heading, TRUE);
  g_signal_connect_object (self->heading, "toggled", G_CALLBACK (on_heading_toggled), self,
                           G_CONNECT_SWAPPED);
  return self->heading;
}

static void
nsm_card_dispose (GObject *object)
{
  NsmCard *self = NSM_CARD (object);

  g_clear_object (&self->record);
  g_clear_object (&self->list);
  G_OBJECT_CLASS (nsm_card_parent_class)->dispose (object);
}

static void
nsm_card_class_init (NsmCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsm_card_dispose;
  gtk_widget_class_install_action (widget_class, "card.move", "i", on_move);
  gtk_widget_class_install_action (widget_class, "card.remove", NULL, on_remove);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "card.move", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "card.move", "i", 1);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
nsm_card_init (NsmCard *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "record-card");

  self->handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");
  gtk_widget_add_css_class (self->handle, "drag-handle");
  gtk_widget_set_tooltip_text (self->handle, _("Drag to move, or press Alt and an arrow key"));
  gtk_widget_set_cursor_from_name (self->handle, "grab");

  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (remove, _("Remove"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (remove), "card.remove");
  nsm_widget_set_name_for_readers (remove, _("Remove"));

  gtk_widget_add_css_class (line, "card-line");
  gtk_box_append (GTK_BOX (line), self->handle);
  gtk_box_append (GTK_BOX (line), new_heading (self));
  gtk_box_append (GTK_BOX (line), remove);

  self->revealer = gtk_revealer_new ();
  gtk_widget_set_visible (self->revealer, FALSE);
  gtk_box_append (GTK_BOX (self), line);
  gtk_box_append (GTK_BOX (self), self->revealer);
  add_drag_and_drop (self);
}

NsmCard *
nsm_card_new (NsmList *list, NsmRecord *record, NsmCardBuild build, gpointer owner)
{
  NsmCard *self = g_object_new (NSM_TYPE_CARD, NULL);

  self->list = g_object_ref (list);
  self->record = g_object_ref (record);
  self->build = build;
  self->owner = owner;
  return self;
}

NsmRecord *
nsm_card_get_record (NsmCard *self)
{
  return self->record;
}

void
nsm_card_set_words (NsmCard *self, const char *title, const char *subtitle)
{
  g_autofree char *name = nsm_record_dup_name (self->record);

  gtk_label_set_label (self->title, title[0] != '\0' ? title : name);
  gtk_label_set_label (self->subtitle, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), subtitle[0] != '\0');
  nsm_widget_set_name_for_readers (self->heading, gtk_label_get_label (self->title));
  nsm_widget_set_name_for_readers (GTK_WIDGET (self), gtk_label_get_label (self->title));
}

gboolean
nsm_card_get_expanded (NsmCard *self)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->heading));
}

void
nsm_card_set_expanded (NsmCard *self, gboolean expanded)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->heading), expanded);
}

/**
 * nsm_card_focus_body:
 *
 * Opens the card, brings all of it into sight, and gives its first control the focus.
 */
gboolean
nsm_card_focus_body (NsmCard *self)
{
  nsm_card_set_expanded (self, TRUE);
  nsm_widget_scroll_to (GTK_WIDGET (self));
  return gtk_widget_child_focus (self->revealer, GTK_DIR_TAB_FORWARD);
}

void
nsm_card_focus_heading (NsmCard *self)
{
  gtk_widget_grab_focus (self->heading);
}
