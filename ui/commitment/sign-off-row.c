/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commitment/sign-off-row.h"

#include <glib/gi18n-lib.h>

#include "kit/ink-text.h"
#include "kit/person-mark.h"
#include "kit/turning-box.h"
#include "record/journal.h"

#define LEAST 34 /* sizes of type that a name and the three answers need */

struct _NsmSignOffRow
{
  GtkWidget parent_instance;

  NsmWorkshop *workshop;
  NsmParticipant *participant; /* or NULL */
  NsmSignOff *sign_off;        /* of somebody else, or NULL */
  GtkWidget *head;
  GtkToggleButton *buttons[3];
  NsmInkText *statement;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (NsmSignOffRow, nsm_sign_off_row, GTK_TYPE_WIDGET)

static const NsmPosition positions[] = { NSM_POSITION_AGREES, NSM_POSITION_RESERVATION, NSM_POSITION_BLOCKS };

static NsmSignOff *
find_sign_off (NsmSignOffRow *self)
{
  if (self->sign_off != NULL)
    return self->sign_off;
  NSM_LIST_EACH (NsmSignOff, sign_off, self->workshop->commitment->sign_offs)
    if (g_str_equal (sign_off->participant, NSM_RECORD (self->participant)->id))
      return sign_off;
  return NULL;
}

static char *
dup_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

static void
set_position (NsmSignOffRow *self, NsmPosition position)
{
  NsmJournal *journal = nsm_record_get_journal (NSM_RECORD (self->workshop));
  NsmSignOff *sign_off = find_sign_off (self);
  g_autofree char *today = dup_today ();

  nsm_journal_begin (journal, _("Sign Off"));
  if (sign_off == NULL)
    sign_off = nsm_list_append_new (self->workshop->commitment->sign_offs, "participant",
                                    NSM_RECORD (self->participant)->id, "function",
                                    self->participant->function, NULL);
  g_object_set (sign_off, "position", position, "date", position == NSM_POSITION_UNSET ? "" : today, NULL);
  nsm_journal_end (journal);
  nsm_sign_off_row_refresh (self);
}

static void
on_toggled (GtkToggleButton *button, NsmSignOffRow *self)
{
  if (self->filling)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (positions); i++)
    if (self->buttons[i] == button)
      set_position (self, gtk_toggle_button_get_active (button) ? positions[i] : NSM_POSITION_UNSET);
}

static void
on_remove_clicked (NsmSignOffRow *self)
{
  g_autoptr (NsmRecord) kept = g_object_ref (NSM_RECORD (self->sign_off));

  nsm_list_remove (self->workshop->commitment->sign_offs, kept);
}

/**
 * nsm_sign_off_row_refresh:
 *
 * Shows what the workshop holds by now.
 */
void
nsm_sign_off_row_refresh (NsmSignOffRow *self)
{
  NsmSignOff *sign_off = find_sign_off (self);
  NsmPosition position = sign_off != NULL ? sign_off->position : NSM_POSITION_UNSET;

  self->filling = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (positions); i++)
    gtk_toggle_button_set_active (self->buttons[i], position == positions[i]);
  self->filling = FALSE;
  nsm_ink_text_set_record (self->statement, (NsmRecord *) sign_off);
  gtk_widget_set_visible (GTK_WIDGET (self->statement), sign_off != NULL && position != NSM_POSITION_UNSET);
}

NsmRecord *
nsm_sign_off_row_get_subject (NsmSignOffRow *self)
{
  return self->participant != NULL ? NSM_RECORD (self->participant) : NSM_RECORD (self->sign_off);
}

static void
add_person (NsmSignOffRow *self)
{
  GtkBox *person = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12));
  GtkWidget *names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name;
  GtkWidget *role = NULL;

  if (self->participant != NULL)
    {
      gtk_box_append (person,
                      nsm_person_mark_new_for (self->workshop, NSM_RECORD (self->participant)->id));
      name = gtk_label_new (self->participant->name);
      gtk_label_set_xalign (GTK_LABEL (name), 0);
      gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
      role = gtk_label_new (self->participant->title[0] != '\0'
                              ? self->participant->title
                              : nsm_choice_get_label (NSM_TYPE_FUNCTION, self->participant->function));
      gtk_label_set_xalign (GTK_LABEL (role), 0);
      gtk_label_set_ellipsize (GTK_LABEL (role), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (role, "caption-strong");
    }
  else
    name = nsm_ink_text_new (NSM_RECORD (self->sign_off), "who", _("Name and role"));
  gtk_widget_add_css_class (name, "heading");
  gtk_box_append (GTK_BOX (names), name);
  if (role != NULL)
    gtk_box_append (GTK_BOX (names), role);
  gtk_widget_set_hexpand (names, TRUE);
  gtk_widget_set_valign (names, GTK_ALIGN_CENTER);
  gtk_box_append (person, names);
  gtk_widget_set_hexpand (GTK_WIDGET (person), TRUE);
  gtk_box_append (nsm_turning_box_get_box (NSM_TURNING_BOX (self->head)), GTK_WIDGET (person));
}

static void
add_buttons (NsmSignOffRow *self)
{
  GtkBox *line = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12));
  const char *who = self->participant != NULL ? self->participant->name : self->sign_off->who;

  for (guint i = 0; i < G_N_ELEMENTS (positions); i++)
    {
      const char *label = nsm_choice_get_label (NSM_TYPE_POSITION, positions[i]);
      GtkWidget *button = gtk_toggle_button_new_with_label (label);
      g_autofree char *name = who[0] != '\0' ? g_strdup_printf ("%s: %s", who, label) : g_strdup (label);

      gtk_widget_add_css_class (button, "position-button");
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      g_signal_connect_object (button, "toggled", G_CALLBACK (on_toggled), self, 0);
      gtk_box_append (line, button);
      self->buttons[i] = GTK_TOGGLE_BUTTON (button);
    }
  if (self->sign_off != NULL)
    {
      GtkWidget *remove = gtk_button_new_from_icon_name ("list-remove-symbolic");

      gtk_widget_add_css_class (remove, "flat");
      gtk_widget_set_tooltip_text (remove, _("Remove this sign-off"));
      g_signal_connect_object (remove, "clicked", G_CALLBACK (on_remove_clicked), self, G_CONNECT_SWAPPED);
      gtk_box_append (line, remove);
    }
  gtk_box_append (nsm_turning_box_get_box (NSM_TURNING_BOX (self->head)), GTK_WIDGET (line));
}

/**
 * nsm_sign_off_row_new:
 * @participant: (nullable): whose row it is
 * @sign_off: (nullable): where @participant is NULL: that of somebody else
 */
GtkWidget *
nsm_sign_off_row_new (NsmWorkshop *workshop, NsmParticipant *participant, NsmSignOff *sign_off)
{
  NsmSignOffRow *self = g_object_new (NSM_TYPE_SIGN_OFF_ROW, NULL);

  self->workshop = g_object_ref (workshop);
  self->participant = participant != NULL ? g_object_ref (participant) : NULL;
  self->sign_off = sign_off != NULL ? g_object_ref (sign_off) : NULL;
  add_person (self);
  add_buttons (self);
  nsm_sign_off_row_refresh (self);
  return GTK_WIDGET (self);
}

static gboolean
nsm_sign_off_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (NSM_SIGN_OFF_ROW (widget)->buttons[0]));
}

static void
nsm_sign_off_row_dispose (GObject *object)
{
  NsmSignOffRow *self = NSM_SIGN_OFF_ROW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->workshop);
  g_clear_object (&self->participant);
  g_clear_object (&self->sign_off);

  G_OBJECT_CLASS (nsm_sign_off_row_parent_class)->dispose (object);
}

static void
nsm_sign_off_row_class_init (NsmSignOffRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsm_sign_off_row_dispose;
  widget_class->grab_focus = nsm_sign_off_row_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
nsm_sign_off_row_init (NsmSignOffRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "sign-off");
  self->head = nsm_turning_box_new (12, LEAST);
  self->statement = NSM_INK_TEXT (nsm_ink_text_new (NULL, "statement", _("In their words. A reservation is printed in the document.")));
  gtk_box_append (GTK_BOX (box), self->head);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->statement));
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}
