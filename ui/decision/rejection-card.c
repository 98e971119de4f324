/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "decision/rejection-card.h"

#include <glib/gi18n-lib.h>

#include "findings/draft.h"
#include "kit/ink-text.h"
#include "method/candidates.h"
#include "record/journal.h"

struct _NsmRejectionCard
{
  GtkWidget parent_instance;

  NsmWorkshop *workshop;
  NsmCandidate *candidate;
  GtkWidget *card;
  GtkLabel *title;
  GtkLabel *state;
  NsmInkText *reason;
  GtkWidget *draft;
  GtkWidget *keep;
  GtkLabel *basis;
};

G_DEFINE_FINAL_TYPE (NsmRejectionCard, nsm_rejection_card, GTK_TYPE_WIDGET)

static NsmRejection *
find_rejection (NsmRejectionCard *self)
{
  NSM_LIST_EACH (NsmRejection, rejection, self->workshop->decision->rejections)
    if (g_str_equal (rejection->candidate, NSM_RECORD (self->candidate)->id))
      return rejection;
  return NULL;
}

/* The first letter makes the record: merely passing by leaves no trace. */
static void
on_reason_written (NsmRejectionCard *self)
{
  g_autofree char *text = nsm_growing_text_dup_text (NSM_GROWING_TEXT (self->reason));
  NsmJournal *journal = nsm_record_get_journal (NSM_RECORD (self->workshop));

  nsm_journal_begin (journal, _("Write a Reason"));
  g_object_set (nsm_workshop_ensure_rejection (self->workshop, self->candidate), "reason", text, NULL);
  nsm_journal_end (journal);
  nsm_rejection_card_refresh (self);
}

static void
on_draft_clicked (NsmRejectionCard *self)
{
  g_autofree char *basis = NULL;
  g_autofree char *text = nsm_draft_reason_against (self->workshop, self->candidate, &basis);
  NsmJournal *journal = nsm_record_get_journal (NSM_RECORD (self->workshop));

  if (text[0] == '\0')
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->reason));
      gtk_label_set_label (self->basis, _("Nothing in the workshop speaks against it yet: say it in your own words."));
      gtk_widget_show (GTK_WIDGET (self->basis));
      return;
    }
  nsm_journal_begin (journal, _("Draft a Reason"));
  g_object_set (nsm_workshop_ensure_rejection (self->workshop, self->candidate), "reason", text, "basis",
                basis, "kept", FALSE, NULL);
  nsm_journal_end (journal);
  nsm_rejection_card_refresh (self);
  gtk_widget_grab_focus (self->keep);
}

static void
on_keep_clicked (NsmRejectionCard *self)
{
  NsmRejection *rejection = find_rejection (self);

  if (rejection != NULL)
    g_object_set (rejection, "kept", TRUE, NULL);
  nsm_rejection_card_refresh (self);
}

/**
 * nsm_rejection_card_refresh:
 *
 * Shows what the workshop holds by now.
 */
void
nsm_rejection_card_refresh (NsmRejectionCard *self)
{
  NsmRejection *rejection = find_rejection (self);
  g_autofree char *title = nsm_candidate_dup_title (self->candidate);
  gboolean has_reason = rejection != NULL && rejection->reason[0] != '\0';
  gboolean drafted = has_reason && rejection->basis[0] != '\0';
  const char *state = !has_reason           ? _("no reason yet")
                      : drafted && !rejection->kept ? _("a draft")
                                                    : _("kept");

  nsm_ink_text_set_record (self->reason, (NsmRecord *) rejection);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->state, state);
  g_autofree char *basis = drafted ? g_strdup_printf (_("Drafted from: %s"), rejection->basis) : g_strdup ("");

  gtk_label_set_label (self->basis, basis);
  gtk_widget_set_visible (GTK_WIDGET (self->basis), drafted);
  gtk_widget_set_visible (self->draft, !has_reason);
  gtk_widget_set_visible (self->keep, drafted && !rejection->kept);
  if (has_reason)
    gtk_widget_remove_css_class (self->card, "needs-reason");
  else
    gtk_widget_add_css_class (self->card, "needs-reason");

  g_autofree char *draft_name = g_strdup_printf (_("Draft a reason against %s"), title);
  g_autofree char *keep_name = g_strdup_printf (_("Keep the reason against %s"), title);
  g_autofree char *reason_name = g_strdup_printf (_("Why not %s"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->draft), GTK_ACCESSIBLE_PROPERTY_LABEL, draft_name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->keep), GTK_ACCESSIBLE_PROPERTY_LABEL, keep_name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reason), GTK_ACCESSIBLE_PROPERTY_LABEL, reason_name, -1);
}

GtkWidget *
nsm_rejection_card_new (NsmWorkshop *workshop, NsmCandidate *candidate)
{
  NsmRejectionCard *self = g_object_new (NSM_TYPE_REJECTION_CARD, NULL);

  self->workshop = g_object_ref (workshop);
  self->candidate = g_object_ref (candidate);
  nsm_rejection_card_refresh (self);
  return GTK_WIDGET (self);
}

NsmCandidate *
nsm_rejection_card_get_candidate (NsmRejectionCard *self)
{
  return self->candidate;
}

static gboolean
nsm_rejection_card_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (NSM_REJECTION_CARD (widget)->reason));
}

static void
nsm_rejection_card_dispose (GObject *object)
{
  NsmRejectionCard *self = NSM_REJECTION_CARD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), NSM_TYPE_REJECTION_CARD);
  g_clear_object (&self->workshop);
  g_clear_object (&self->candidate);

  G_OBJECT_CLASS (nsm_rejection_card_parent_class)->dispose (object);
}

static void
nsm_rejection_card_class_init (NsmRejectionCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsm_rejection_card_dispose;
  widget_class->grab_focus = nsm_rejection_card_grab_focus;

  g_type_ensure (NSM_TYPE_INK_TEXT);
  gtk_widget_class_set_template_from_resource (widget_class, NSM_RESOURCE_BASE "/decision/rejection-card.ui");
  gtk_widget_class_bind_template_child (widget_class, NsmRejectionCard, card);
  gtk_widget_class_bind_template_child (widget_class, NsmRejectionCard, title);
  gtk_widget_class_bind_template_child (widget_class, NsmRejectionCard, state);
  gtk_widget_class_bind_template_child (widget_class, NsmRejectionCard, reason);
  gtk_widget_class_bind_template_child (widget_class, NsmRejectionCard, draft);
  gtk_widget_class_bind_template_child (widget_class, NsmRejectionCard, keep);
  gtk_widget_class_bind_template_child (widget_class, NsmRejectionCard, basis);
  gtk_widget_class_bind_template_callback (widget_class, on_draft_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_keep_clicked);
}

static void
nsm_rejection_card_init (NsmRejectionCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->reason, "written", G_CALLBACK (on_reason_written), self, G_CONNECT_SWAPPED);
}
