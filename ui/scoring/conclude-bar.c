/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/conclude-bar.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "kit/wrap-layout.h"
#include "record/journal.h"

#define N_MARKS 5

struct _NsmConcludeBar
{
  AdwBin parent_instance;

  NsmWorkshop *workshop;
  double round;
  char *candidate;
  char *criterion;
  gboolean loading;
  GtkWidget *resolution_drop_down;
  GtkWidget *marks[N_MARKS];
  GtkWidget *again_button;
  GtkWidget *reword_button;
  GtkWidget *entry;
  GtkWidget *end_box;
};

enum
{
  REWORD,
  ACTIVATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NsmConcludeBar, nsm_conclude_bar, ADW_TYPE_BIN)

static NsmConclusion *
find (NsmConcludeBar *self)
{
  return self->workshop != NULL
           ? nsm_conclusion_find (self->workshop, self->round, self->candidate, self->criterion)
           : NULL;
}

static void
seal (NsmConcludeBar *self)
{
  if (self->workshop != NULL)
    nsm_journal_seal (nsm_record_get_journal (NSM_RECORD (self->workshop)));
}

/* The record comes with the first thing that is said about the cell. */
#define PUT(self, ...)                                                                            \
  G_STMT_START                                                                                    \
  {                                                                                               \
    NsmConclusion *found = find (self);                                                           \
                                                                                                  \
    if (found != NULL)                                                                            \
      g_object_set (found, __VA_ARGS__, NULL);                                                    \
    else                                                                                          \
      nsm_list_append_new ((self)->workshop->conclusions, "round", (self)->round, "candidate",    \
                           (self)->candidate, "criterion", (self)->criterion, __VA_ARGS__, NULL); \
  }                                                                                               \
  G_STMT_END

static void
on_resolution_changed (NsmConcludeBar *self)
{
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->resolution_drop_down));

  if (self->loading || self->workshop == NULL)
    return;
  seal (self);
  PUT (self, "resolution", chosen);
  seal (self);
  nsm_conclude_bar_refresh (self);
}

static void
on_mark_toggled (GtkToggleButton *button, gpointer user_data)
{
  NsmConcludeBar *self = NSM_CONCLUDE_BAR (user_data);
  double mark = NAN;

  if (self->loading || self->workshop == NULL)
    return;
  if (gtk_toggle_button_get_active (button))
    for (guint i = 0; i < N_MARKS; i++)
      if (self->marks[i] == GTK_WIDGET (button))
        mark = i + 1;
  seal (self);
  PUT (self, "agreed", mark);
  seal (self);
  nsm_conclude_bar_refresh (self);
}

static void
on_again_toggled (NsmConcludeBar *self)
{
  gboolean again = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->again_button));

  if (self->loading || self->workshop == NULL)
    return;
  seal (self);
  PUT (self, "again", again);
  seal (self);
  nsm_conclude_bar_refresh (self);
}

static void
on_text_changed (NsmConcludeBar *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (self->loading || self->workshop == NULL || (find (self) == NULL && text[0] == '\0'))
    return;
  PUT (self, "text", text);
}

static void
on_reword_clicked (NsmConcludeBar *self)
{
  g_signal_emit (self, signals[REWORD], 0);
}

static void
on_activate (NsmConcludeBar *self)
{
  g_signal_emit (self, signals[ACTIVATE], 0);
}

/* Building */

static GtkWidget *
make_caption (const char *text, GtkWidget *target)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (text);

  gtk_label_set_mnemonic_widget (GTK_LABEL (label), target);
  gtk_widget_add_css_class (label, "secondary");
  return label;
}

static void
add_resolution (NsmConcludeBar *self, GtkWidget *row)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (int i = NSM_RESOLUTION_OPEN; i <= NSM_RESOLUTION_REWORDED; i++)
    gtk_string_list_append (names, nsm_choice_get_label (NSM_TYPE_RESOLUTION, i));
  self->resolution_drop_down = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->resolution_drop_down),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("What it came down to"), -1);
  gtk_widget_set_tooltip_text (self->resolution_drop_down, _("What it came down to"));
  g_signal_connect_object (self->resolution_drop_down, "notify::selected",
                           G_CALLBACK (on_resolution_changed), self, G_CONNECT_SWAPPED);
  gtk_widget_set_valign (self->resolution_drop_down, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), self->resolution_drop_down);
}

static void
add_marks (NsmConcludeBar *self, GtkWidget *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *linked = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (linked, "linked");
  gtk_widget_set_valign (linked, GTK_ALIGN_CENTER);
  for (guint i = 0; i < N_MARKS; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i + 1);
      g_autofree char *name = g_strdup_printf (_("Agree on %u"), i + 1);

      self->marks[i] = gtk_toggle_button_new_with_label (text);
      gtk_widget_set_tooltip_text (
        self->marks[i], _("After talking. What everybody marked alone stays as it is."));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->marks[i]),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      g_signal_connect_object (self->marks[i], "toggled", G_CALLBACK (on_mark_toggled), self, 0);
      gtk_box_append (GTK_BOX (linked), self->marks[i]);
    }
  gtk_box_append (GTK_BOX (box), make_caption (_("A_greed after talking"), self->marks[0]));
  gtk_box_append (GTK_BOX (box), linked);
  gtk_box_append (GTK_BOX (row), box);
}

static void
add_buttons (NsmConcludeBar *self, GtkWidget *row)
{
  self->again_button = gtk_toggle_button_new_with_mnemonic (_("_Score this cell again"));
  gtk_widget_set_tooltip_text (self->again_button,
                               _("The next round asks for it with particular care"));
  g_signal_connect_object (self->again_button, "toggled", G_CALLBACK (on_again_toggled), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_valign (self->again_button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), self->again_button);
  self->reword_button = gtk_button_new_with_mnemonic (_("_To the candidate"));
  gtk_widget_set_visible (self->reword_button, FALSE);
  gtk_widget_set_valign (self->reword_button, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->reword_button, "clicked", G_CALLBACK (on_reword_clicked), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), self->reword_button);
}

static GtkWidget *
make_sentence (NsmConcludeBar *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _("What did you conclude?"));
  gtk_entry_set_max_length (GTK_ENTRY (self->entry), 2000);
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_widget_set_valign (self->entry, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->entry, "discuss-conclusion");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What did you conclude?"), -1);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (on_text_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (on_activate), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (seal), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, focus);
  self->end_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_box_append (GTK_BOX (row), self->entry);
  gtk_box_append (GTK_BOX (row), self->end_box);
  return row;
}

static void
nsm_conclude_bar_dispose (GObject *object)
{
  NsmConcludeBar *self = NSM_CONCLUDE_BAR (object);

  self->loading = TRUE;
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->workshop);

  G_OBJECT_CLASS (nsm_conclude_bar_parent_class)->dispose (object);
}

static void
nsm_conclude_bar_finalize (GObject *object)
{
  g_free (NSM_CONCLUDE_BAR (object)->candidate);
  g_free (NSM_CONCLUDE_BAR (object)->criterion);

  G_OBJECT_CLASS (nsm_conclude_bar_parent_class)->finalize (object);
}

static void
nsm_conclude_bar_class_init (NsmConcludeBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nsm_conclude_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = nsm_conclude_bar_finalize;

  signals[REWORD] = g_signal_new ("reword", NSM_TYPE_CONCLUDE_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  signals[ACTIVATE] = g_signal_new ("activate", NSM_TYPE_CONCLUDE_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
}

static void
nsm_conclude_bar_init (NsmConcludeBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (row, nsm_wrap_layout_new (18, 6));
  add_resolution (self, row);
  add_marks (self, row);
  add_buttons (self, row);
  gtk_box_append (GTK_BOX (box), row);
  gtk_box_append (GTK_BOX (box), make_sentence (self));
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * nsm_conclude_bar_set_cell:
 * @round: the round's number
 *
 * Which cell is talked about.
 */
void
nsm_conclude_bar_set_cell (NsmConcludeBar *self, NsmWorkshop *workshop, double round, const char *candidate,
                      const char *criterion)
{
  seal (self);
  g_set_object (&self->workshop, workshop);
  self->round = round;
  g_free (self->candidate);
  self->candidate = g_strdup (candidate);
  g_free (self->criterion);
  self->criterion = g_strdup (criterion);
  nsm_conclude_bar_refresh (self);
}

/**
 * nsm_conclude_bar_refresh:
 *
 * Shows the conclusion as it stands in the workshop, after an undo for example.
 */
void
nsm_conclude_bar_refresh (NsmConcludeBar *self)
{
  NsmConclusion *conclusion = find (self);
  const char *text = conclusion != NULL ? conclusion->text : "";
  NsmResolution resolution = conclusion != NULL ? conclusion->resolution : NSM_RESOLUTION_OPEN;

  self->loading = TRUE;
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->entry)), text))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->resolution_drop_down), resolution);
  for (guint i = 0; i < N_MARKS; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->marks[i]),
                                  conclusion != NULL && conclusion->agreed == i + 1);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->again_button),
                                conclusion != NULL && conclusion->again);
  gtk_widget_set_visible (self->reword_button, resolution == NSM_RESOLUTION_REWORDED);
  self->loading = FALSE;
}

/**
 * nsm_conclude_bar_add_end:
 *
 * Puts a widget beside the sentence.
 */
void
nsm_conclude_bar_add_end (NsmConcludeBar *self, GtkWidget *widget)
{
  gtk_box_append (GTK_BOX (self->end_box), widget);
}
