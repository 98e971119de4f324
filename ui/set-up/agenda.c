/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "set-up/agenda.h"

#include <glib/gi18n-lib.h>

#include "kit/bind.h"
#include "kit/names.h"
#include "method/step.h"
#include "record/journal.h"

struct _NsmAgenda
{
  GtkBox parent_instance;

  NsmWorkshop *workshop;
  GtkWidget *rows;
  GtkWidget *total;
  GtkWidget *suggest;
};

G_DEFINE_FINAL_TYPE (NsmAgenda, nsm_agenda, GTK_TYPE_BOX)

static GtkWidget *
new_row (NsmAgendaItem *item)
{
  const char *title = nsm_choice_get_label (NSM_TYPE_STEP, item->step);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (title);
  GtkWidget *note = g_object_new (GTK_TYPE_TEXT, "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX, NULL);
  GtkWidget *minutes = gtk_spin_button_new_with_range (0, 1440, 5);
  g_autofree char *note_name = g_strdup_printf (_("Note on %s"), title);
  g_autofree char *minutes_name = g_strdup_printf (_("Minutes for %s"), title);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_width_chars (GTK_LABEL (name), 13);
  gtk_text_set_placeholder_text (GTK_TEXT (note), _("Note"));
  gtk_widget_set_hexpand (note, TRUE);
  gtk_widget_set_valign (note, GTK_ALIGN_CENTER);
  nsm_bind_text (note, item, "note");
  nsm_widget_set_name_for_readers (note, note_name);
  nsm_bind_number (minutes, item, "minutes");
  gtk_spin_button_set_increments (GTK_SPIN_BUTTON (minutes), 5, 15);
  gtk_widget_set_valign (minutes, GTK_ALIGN_CENTER);
  nsm_widget_set_name_for_readers (minutes, minutes_name);

  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), note);
  gtk_box_append (GTK_BOX (box), minutes);
  gtk_widget_add_css_class (box, "agenda-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static void
update_total (NsmAgenda *self)
{
  gboolean has_any = nsm_list_get_size (self->workshop->agenda) > 0;
  g_autofree char *total = nsm_workshop_dup_agenda_total (self->workshop);
  g_autofree char *words = g_strdup_printf (_("Altogether %s"), total);

  gtk_label_set_label (GTK_LABEL (self->total),
                       has_any ? words : _("No agenda yet: begin with the suggested times."));
  gtk_button_set_label (GTK_BUTTON (self->suggest),
                        has_any ? _("Reset to Suggested Times") : _("Use Suggested Times"));
  gtk_widget_set_visible (self->rows, has_any);
}

static void
fill_rows (NsmAgenda *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->rows), row);
  NSM_LIST_EACH (NsmAgendaItem, item, self->workshop->agenda)
    gtk_list_box_append (GTK_LIST_BOX (self->rows), new_row (item));
  update_total (self);
}

static void
on_changed (NsmAgenda *self, NsmRecord *record)
{
  if (NSM_IS_AGENDA_ITEM (record))
    update_total (self);
}

static void
nsm_agenda_dispose (GObject *object)
{
  g_clear_object (&NSM_AGENDA (object)->workshop);
  G_OBJECT_CLASS (nsm_agenda_parent_class)->dispose (object);
}

static void
nsm_agenda_class_init (NsmAgendaClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nsm_agenda_dispose;
}

static void
nsm_agenda_init (NsmAgenda *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);

  self->rows = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->rows), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->rows, "boxed-list");
  nsm_widget_set_name_for_readers (self->rows, _("Agenda"));
  gtk_box_append (GTK_BOX (self), self->rows);

  self->total = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->total), 0);
  gtk_label_set_wrap (GTK_LABEL (self->total), TRUE);
  gtk_widget_set_hexpand (self->total, TRUE);
  gtk_widget_add_css_class (self->total, "heading");
  self->suggest = gtk_button_new ();
  g_signal_connect_object (self->suggest, "clicked", G_CALLBACK (nsm_agenda_suggest), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), self->total);
  gtk_box_append (GTK_BOX (line), self->suggest);
  gtk_box_append (GTK_BOX (self), line);
}

/**
 * nsm_agenda_set_workshop:
 *
 * Shows the agenda of @workshop; call it once.
 */
void
nsm_agenda_set_workshop (NsmAgenda *self, NsmWorkshop *workshop)
{
  g_return_if_fail (self->workshop == NULL);

  self->workshop = g_object_ref (workshop);
  g_signal_connect_object (workshop->agenda, "items-changed", G_CALLBACK (fill_rows), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workshop, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  fill_rows (self);
}

static NsmAgendaItem *
find_item (NsmWorkshop *workshop, NsmStep step)
{
  NSM_LIST_EACH (NsmAgendaItem, item, workshop->agenda)
    if (item->step == step)
      return item;
  return NULL;
}

/**
 * nsm_agenda_suggest:
 *
 * Gives every step its suggested time, as one step of undo. Notes stay.
 */
void
nsm_agenda_suggest (NsmAgenda *self)
{
  NsmJournal *journal = nsm_record_get_journal (NSM_RECORD (self->workshop));

  nsm_journal_begin (journal, _("Reset Agenda"));
  for (guint step = NSM_STEP_SET_UP; step < NSM_N_STEPS; step++)
    {
      double minutes = nsm_step_get_minutes ((NsmStep) step);
      NsmAgendaItem *item = find_item (self->workshop, (NsmStep) step);

      if (item != NULL)
        g_object_set (item, "minutes", minutes, NULL);
      else if (minutes > 0)
        nsm_list_append_new (self->workshop->agenda, "step", step, "minutes", minutes, NULL);
    }
  nsm_journal_end (journal);
}

/**
 * nsm_workshop_dup_agenda_total:
 *
 * Returns: (transfer full): the sum of the agenda's minutes, in words
 */
char *
nsm_workshop_dup_agenda_total (NsmWorkshop *workshop)
{
  double sum = 0;
  guint hours;
  guint minutes;

  NSM_LIST_EACH (NsmAgendaItem, item, workshop->agenda)
    sum += item->minutes;
  hours = (guint) sum / 60;
  minutes = (guint) sum % 60;
  if (hours == 0)
    return g_strdup_printf (_("%u min"), minutes);
  if (minutes == 0)
    return g_strdup_printf (_("%u h"), hours);
  return g_strdup_printf (_("%u h %u min"), hours, minutes);
}
