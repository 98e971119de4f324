/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "candidates/eliminate-box.h"

#include <glib/gi18n-lib.h>

#include "kit/names.h"
#include "record/journal.h"

struct _NsmEliminateBox
{
  GtkBox parent_instance;

  NsmCandidate *candidate;
  GtkWidget *why;
  GtkWidget *eliminate;
};

G_DEFINE_FINAL_TYPE (NsmEliminateBox, nsm_eliminate_box, GTK_TYPE_BOX)

enum
{
  SIGNAL_DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
dup_reason (NsmEliminateBox *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->why))));
}

static void
on_why_changed (GtkEditable *editable, NsmEliminateBox *self)
{
  g_autofree char *why = dup_reason (self);

  gtk_widget_set_sensitive (self->eliminate, why[0] != '\0');
}

static void
on_eliminate (GtkWidget *widget, NsmEliminateBox *self)
{
  g_autofree char *why = dup_reason (self);

  if (why[0] == '\0')
    return;
  nsm_candidate_eliminate (self->candidate, why);
  g_signal_emit (self, signals[SIGNAL_DONE], 0, TRUE);
}

static void
on_keep (GtkWidget *widget, NsmEliminateBox *self)
{
  g_signal_emit (self, signals[SIGNAL_DONE], 0, FALSE);
}

static gboolean
nsm_eliminate_box_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (NSM_ELIMINATE_BOX (widget)->why);
}

static void
nsm_eliminate_box_finalize (GObject *object)
{
  g_clear_object (&NSM_ELIMINATE_BOX (object)->candidate);
  G_OBJECT_CLASS (nsm_eliminate_box_parent_class)->finalize (object);
}

static void
nsm_eliminate_box_class_init (NsmEliminateBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nsm_eliminate_box_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = nsm_eliminate_box_grab_focus;
  signals[SIGNAL_DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
nsm_eliminate_box_init (NsmEliminateBox *self)
{
  GtkWidget *question = gtk_label_new (_("Why do we eliminate it?"));
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *keep = gtk_button_new_with_mnemonic (_("_Keep It"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "eliminate");

  gtk_label_set_xalign (GTK_LABEL (question), 0);
  gtk_widget_add_css_class (question, "heading");
  gtk_box_append (GTK_BOX (self), question);

  self->why = gtk_entry_new ();
  gtk_entry_set_max_length (GTK_ENTRY (self->why), NSM_LINE_MAX);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->why),
                                  _("The reason goes into the document"));
  nsm_widget_set_name_for_readers (self->why, _("Why do we eliminate it?"));
  gtk_box_append (GTK_BOX (self), self->why);

  self->eliminate = gtk_button_new_with_mnemonic (_("_Eliminate"));
  gtk_widget_add_css_class (self->eliminate, "destructive-action");
  gtk_widget_set_sensitive (self->eliminate, FALSE);
  gtk_box_append (GTK_BOX (buttons), self->eliminate);
  gtk_box_append (GTK_BOX (buttons), keep);
  gtk_box_append (GTK_BOX (self), buttons);

  g_signal_connect (self->why, "changed", G_CALLBACK (on_why_changed), self);
  g_signal_connect (self->why, "activate", G_CALLBACK (on_eliminate), self);
  g_signal_connect (self->eliminate, "clicked", G_CALLBACK (on_eliminate), self);
  g_signal_connect (keep, "clicked", G_CALLBACK (on_keep), self);
}

/**
 * nsm_eliminate_box_new:
 * @suggestion: (nullable): words to begin with, for people to edit
 *
 * Returns: (transfer floating): the question
 */
GtkWidget *
nsm_eliminate_box_new (NsmCandidate *candidate, const char *suggestion)
{
  NsmEliminateBox *self = g_object_new (NSM_TYPE_ELIMINATE_BOX, NULL);

  self->candidate = g_object_ref (candidate);
  if (suggestion != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->why), suggestion);
  return GTK_WIDGET (self);
}

/**
 * nsm_candidate_eliminate:
 *
 * Takes @candidate out of the running, as one step of undo.
 */
void
nsm_candidate_eliminate (NsmCandidate *candidate, const char *why)
{
  NsmJournal *journal = nsm_record_get_journal (NSM_RECORD (candidate));

  nsm_journal_begin (journal, _("Eliminate Candidate"));
  g_object_set (candidate, "standing", NSM_STANDING_ELIMINATED, "eliminated-why", why, NULL);
  nsm_journal_end (journal);
}

/**
 * nsm_candidate_restore:
 *
 * Brings @candidate back into the running, as one step of undo.
 */
void
nsm_candidate_restore (NsmCandidate *candidate)
{
  NsmJournal *journal = nsm_record_get_journal (NSM_RECORD (candidate));

  nsm_journal_begin (journal, _("Restore Candidate"));
  g_object_set (candidate, "standing", NSM_STANDING_IN, "eliminated-why", "", NULL);
  nsm_journal_end (journal);
}
