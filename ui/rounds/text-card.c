/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds/text-card.h"

#include <glib/gi18n-lib.h>

#include "rounds/texts.h"
#include "rounds/people.h"

struct _NsmTextCard
{
  GtkWidget parent_instance;

  NsmWorkshop *workshop;
  NsmRound *round;
  char *person;
  guint position;
  GtkWidget *box;
  GtkWidget *head;
  GtkWidget *label;
  GtkWidget *foot;
  GtkWidget *use_button;
  GtkWidget *used_label;
  GtkWidget *menu;
};

enum
{
  JOIN,
  PART,
  USE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NsmTextCard, nsm_text_card, GTK_TYPE_WIDGET)

/* Its menu: the other texts, a wording for each group */

static void
on_other_activated (GtkListBox *list G_GNUC_UNUSED, GtkListBoxRow *row, gpointer user_data)
{
  NsmTextCard *self = NSM_TEXT_CARD (user_data);
  g_autofree char *person = g_strdup (gtk_widget_get_name (gtk_list_box_row_get_child (row)));
  guint position = (guint) g_ascii_strtoull (gtk_widget_get_name (GTK_WIDGET (row)), NULL, 10);

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->menu));
  g_signal_emit (self, signals[JOIN], 0, person, position);
}

static void
append_other (GtkListBox *list, const char *text, const char *person, guint position)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (text);
  g_autofree char *place = g_strdup_printf ("%u", position);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  gtk_widget_set_name (label, person);
  gtk_widget_set_name (row, place);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_list_box_append (list, row);
}

static GtkWidget *
make_others (NsmTextCard *self)
{
  GtkWidget *list = gtk_list_box_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  NsmCluster *own = nsm_workshop_find_cluster (self->workshop, self->round, self->person,
                                               self->position);

  gtk_widget_add_css_class (list, "text-others");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  NSM_LIST_EACH (NsmAnswer, answer, self->round->answers)
    {
      NSM_LIST_EACH (NsmEntry, entry, answer->entries)
        {
          NsmCluster *cluster = nsm_workshop_find_cluster (self->workshop, self->round,
                                                           answer->person, entry_i);
          gboolean same = entry_i == self->position && g_str_equal (answer->person, self->person);

          if (same || entry->text[0] == '\0' || (cluster != NULL && cluster == own)
              || (cluster != NULL && !g_hash_table_add (seen, cluster)))
            continue;
          append_other (GTK_LIST_BOX (list),
                        cluster != NULL ? nsm_cluster_get_wording (cluster) : entry->text,
                        answer->person, entry_i);
        }
    }
  g_signal_connect_object (list, "row-activated", G_CALLBACK (on_other_activated), self, 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Put together with…"), -1);
  return list;
}

/* Made when it is opened: by then others may have been put together. */
static void
on_menu_wanted (GtkMenuButton *button, gpointer user_data)
{
  NsmTextCard *self = NSM_TEXT_CARD (user_data);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = gtk_label_new (_("Put together with…"));
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), make_others (self));
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (button, popover);
}

/* Dragging */

static GdkContentProvider *
on_drag_prepare (GtkDragSource *source G_GNUC_UNUSED, double x G_GNUC_UNUSED,
                 double y G_GNUC_UNUSED, gpointer user_data)
{
  return gdk_content_provider_new_typed (NSM_TYPE_TEXT_CARD, user_data);
}

static void
on_drag_begin (GtkDragSource *source, GdkDrag *drag G_GNUC_UNUSED, gpointer user_data)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (user_data));

  gtk_drag_source_set_icon (source, picture, 24, 24);
}

static gboolean
on_drop (GtkDropTarget *target G_GNUC_UNUSED, const GValue *value, double x G_GNUC_UNUSED,
         double y G_GNUC_UNUSED, gpointer user_data)
{
  NsmTextCard *dragged = g_value_get_object (value);

  if (dragged == NULL || dragged == user_data)
    return FALSE;
  nsm_text_card_join (dragged, NSM_TEXT_CARD (user_data));
  return TRUE;
}

/* What it looks like */

static GtkWidget *
make_author (NsmTextCard *self, int size)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  g_autofree char *name = nsm_round_dup_person_name (self->round, self->person);
  GtkWidget *label = gtk_label_new (name);

  gtk_widget_add_css_class (label, "secondary");
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box),
                  nsm_round_make_mark (self->workshop, self->round, self->person, size, TRUE));
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
say_name (NsmTextCard *self)
{
  g_autofree char *person = nsm_round_dup_person_name (self->round, self->person);
  const char *text = nsm_text_card_get_text (self);
  /* Translators: a person and what they said */
  g_autofree char *name = nsm_round_shows_people (self->round)
                            ? g_strdup_printf (_("%s: %s"), person, text)
                            : g_strdup (text);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
on_use_clicked (GtkButton *button G_GNUC_UNUSED, gpointer user_data)
{
  g_signal_emit (user_data, signals[USE], 0);
}

static void
on_part_clicked (GtkButton *button G_GNUC_UNUSED, gpointer user_data)
{
  g_signal_emit (user_data, signals[PART], 0);
}

static void
nsm_text_card_dispose (GObject *object)
{
  NsmTextCard *self = NSM_TEXT_CARD (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->workshop);
  g_clear_object (&self->round);

  G_OBJECT_CLASS (nsm_text_card_parent_class)->dispose (object);
}

static void
nsm_text_card_finalize (GObject *object)
{
  g_free (NSM_TEXT_CARD (object)->person);

  G_OBJECT_CLASS (nsm_text_card_parent_class)->finalize (object);
}

static void
nsm_text_card_class_init (NsmTextCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsm_text_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = nsm_text_card_finalize;
  signals[JOIN] = g_signal_new ("join", NSM_TYPE_TEXT_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
  signals[PART] = g_signal_new ("part", NSM_TYPE_TEXT_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  signals[USE] = g_signal_new ("use", NSM_TYPE_TEXT_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "textcard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
nsm_text_card_init (NsmTextCard *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  self->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->label = gtk_label_new (NULL);
  self->foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_yalign (GTK_LABEL (self->label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (self->label), 26);
  gtk_widget_set_vexpand (self->label, TRUE);
  gtk_widget_add_css_class (self->label, "text-card-text");
  gtk_widget_set_visible (self->foot, FALSE);
  gtk_box_append (GTK_BOX (self->box), self->label);
  gtk_box_append (GTK_BOX (self->box), self->head);
  gtk_box_append (GTK_BOX (self->box), self->foot);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
}

/**
 * nsm_text_card_new:
 * @round: an opened round of texts
 * @person, @position: the text in its answers
 *
 * Returns: (transfer floating): the card, without controls
 */
GtkWidget *
nsm_text_card_new (NsmWorkshop *workshop, NsmRound *round, const char *person, guint position)
{
  NsmTextCard *self = g_object_new (NSM_TYPE_TEXT_CARD, NULL);

  self->workshop = g_object_ref (workshop);
  self->round = g_object_ref (round);
  self->person = g_strdup (person);
  self->position = position;
  gtk_label_set_label (GTK_LABEL (self->label), nsm_text_card_get_text (self));
  if (nsm_round_shows_people (round))
    gtk_box_append (GTK_BOX (self->head), make_author (self, 22));
  say_name (self);
  return GTK_WIDGET (self);
}

/**
 * nsm_text_card_get_person:
 *
 * Returns: (transfer none): who wrote it, as the opened answers name them
 */
const char *
nsm_text_card_get_person (NsmTextCard *self)
{
  return self->person;
}

/**
 * nsm_text_card_get_position:
 *
 * Returns: which of their texts it is, from 0
 */
guint
nsm_text_card_get_position (NsmTextCard *self)
{
  return self->position;
}

/**
 * nsm_text_card_get_text:
 *
 * Returns: (transfer none): what was written
 */
const char *
nsm_text_card_get_text (NsmTextCard *self)
{
  return nsm_round_get_text (self->round, self->person, self->position);
}

/**
 * nsm_text_card_set_large:
 *
 * Makes it readable from three metres.
 */
void
nsm_text_card_set_large (NsmTextCard *self)
{
  GtkWidget *author = gtk_widget_get_first_child (self->head);

  gtk_widget_add_css_class (GTK_WIDGET (self), "large");
  if (author == NULL)
    return;
  gtk_box_remove (GTK_BOX (self->head), author);
  gtk_box_append (GTK_BOX (self->head), make_author (self, 34));
}

/**
 * nsm_text_card_set_grouped:
 *
 * It stands in a group, from which it can be taken out.
 */
void
nsm_text_card_set_grouped (NsmTextCard *self)
{
  GtkWidget *button = gtk_button_new_with_label (_("Take out"));
  /* Translators: a card's text */
  g_autofree char *name = g_strdup_printf (_("Take out “%s”"), nsm_text_card_get_text (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_part_clicked), self, 0);
  gtk_box_append (GTK_BOX (self->head), button);
}

/**
 * nsm_text_card_set_use:
 * @label: what going on with it is called
 * @used_label: what it is once the team did
 */
void
nsm_text_card_set_use (NsmTextCard *self, const char *label, const char *used_label)
{
  /* Translators: what a button does, and with which text */
  g_autofree char *name = g_strdup_printf (_("%s: %s"), label, nsm_text_card_get_text (self));

  self->use_button = gtk_button_new_with_label (label);
  self->used_label = gtk_label_new (used_label);
  gtk_widget_set_halign (self->use_button, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->used_label, "text-used");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->use_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  g_signal_connect_object (self->use_button, "clicked", G_CALLBACK (on_use_clicked), self, 0);
  gtk_box_append (GTK_BOX (self->foot), self->use_button);
  gtk_box_append (GTK_BOX (self->foot), self->used_label);
  gtk_widget_set_visible (self->foot, TRUE);
  nsm_text_card_set_used (self, FALSE);
}

/**
 * nsm_text_card_set_used:
 *
 * Says whether the team went on with it.
 */
void
nsm_text_card_set_used (NsmTextCard *self, gboolean used)
{
  if (self->use_button == NULL)
    return;
  gtk_widget_set_visible (self->use_button, !used);
  gtk_widget_set_visible (self->used_label, used);
}

/**
 * nsm_text_card_offer:
 *
 * Lets people put it together with others: by its menu, or by dragging it.
 */
void
nsm_text_card_offer (NsmTextCard *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  g_autofree char *name =
    g_strdup_printf (_("Put “%s” together with…"), nsm_text_card_get_text (self));

  self->menu = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu), "view-more-symbolic");
  gtk_widget_set_tooltip_text (self->menu, _("Put together with…"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_widget_add_css_class (self->menu, "flat");
  gtk_widget_set_halign (self->menu, GTK_ALIGN_END);
  gtk_widget_set_hexpand (self->menu, TRUE);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->menu), on_menu_wanted, self, NULL);
  /* Beside what else can be done with it. */
  gtk_box_append (GTK_BOX (self->use_button != NULL ? self->foot : self->head), self->menu);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (on_drag_prepare), self, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (on_drag_begin), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_css_class (GTK_WIDGET (self), "movable");
  nsm_text_card_take (self, GTK_WIDGET (self));
}

/**
 * nsm_text_card_join:
 *
 * Does what a drop on @onto does.
 */
void
nsm_text_card_join (NsmTextCard *self, NsmTextCard *onto)
{
  g_signal_emit (self, signals[JOIN], 0, onto->person, onto->position);
}

/**
 * nsm_text_card_take:
 * @target: the card itself, or the group in which it stands
 *
 * What is dropped on @target goes to this card.
 */
void
nsm_text_card_take (NsmTextCard *self, GtkWidget *target)
{
  GtkDropTarget *drop = gtk_drop_target_new (NSM_TYPE_TEXT_CARD, GDK_ACTION_MOVE);

  g_signal_connect_object (drop, "drop", G_CALLBACK (on_drop), self, 0);
  gtk_widget_add_controller (target, GTK_EVENT_CONTROLLER (drop));
}
