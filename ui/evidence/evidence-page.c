/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence/evidence-page.h"

#include <glib/gi18n-lib.h>

#include "evidence/evidence-card.h"
#include "method/candidates.h"

struct _NsmEvidencePage
{
  NsmStepPage parent_instance;

  NsmWorkshop *workshop;
  GtkWidget *empty;
  GtkWidget *to_candidates;
  GtkWidget *cards;
  GtkWidget *gone;
};

G_DEFINE_FINAL_TYPE (NsmEvidencePage, nsm_evidence_page, NSM_TYPE_STEP_PAGE)

static void
on_toast_undo (NsmEvidenceCard *card, const char *text, NsmEvidencePage *self)
{
  nsm_step_page_toast_undo (NSM_STEP_PAGE (self), text);
}

static void
on_to_candidates (NsmEvidencePage *self)
{
  nsm_step_page_go_to (NSM_STEP_PAGE (self), NSM_STEP_CANDIDATES);
}

static NsmEvidenceCard *
find_card (NsmEvidencePage *self, NsmCandidate *candidate)
{
  for (GtkWidget *card = gtk_widget_get_first_child (self->cards); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    if (nsm_evidence_card_get_candidate (NSM_EVIDENCE_CARD (card)) == candidate)
      return NSM_EVIDENCE_CARD (card);
  return NULL;
}

static gboolean
is_shown (NsmEvidencePage *self, NsmCandidate *candidate)
{
  return nsm_list_get_position (self->workshop->candidates, NSM_RECORD (candidate), NULL) &&
         nsm_candidate_is_running (candidate) && nsm_candidate_get_metric (candidate) != NULL;
}

static void
remove_stale_cards (NsmEvidencePage *self)
{
  GtkWidget *next;

  for (GtkWidget *card = gtk_widget_get_first_child (self->cards); card != NULL; card = next)
    {
      next = gtk_widget_get_next_sibling (card);
      if (!is_shown (self, nsm_evidence_card_get_candidate (NSM_EVIDENCE_CARD (card))))
        gtk_box_remove (GTK_BOX (self->cards), card);
    }
}

static GtkWidget *
place_card (NsmEvidencePage *self, NsmCandidate *candidate, GtkWidget *previous)
{
  NsmEvidenceCard *card = find_card (self, candidate);

  if (card == NULL)
    {
      card = NSM_EVIDENCE_CARD (nsm_evidence_card_new (candidate));
      g_signal_connect_object (card, "toast-undo", G_CALLBACK (on_toast_undo), self, 0);
      gtk_box_append (GTK_BOX (self->cards), GTK_WIDGET (card));
      nsm_evidence_card_set_open (card, previous == NULL);
    }
  if (gtk_widget_get_prev_sibling (GTK_WIDGET (card)) != previous)
    gtk_box_reorder_child_after (GTK_BOX (self->cards), GTK_WIDGET (card), previous);
  nsm_evidence_card_refresh (card);
  return GTK_WIDGET (card);
}

/* Cards stay the same widgets while their candidates run; bad ones come last. */
static void
sync_cards (NsmEvidencePage *self)
{
  GtkWidget *previous = NULL;
  guint n_gone = 0;

  remove_stale_cards (self);
  for (guint kind = NSM_CANDIDATE_KIND_GOOD; kind <= NSM_CANDIDATE_KIND_BAD; kind++)
    NSM_LIST_EACH (NsmCandidate, candidate, self->workshop->candidates)
      {
        if (candidate->kind != (NsmCandidateKind) kind)
          continue;
        if (is_shown (self, candidate))
          previous = place_card (self, candidate, previous);
        else
          n_gone += candidate->standing == NSM_STANDING_ELIMINATED;
      }
  gtk_widget_set_visible (self->empty, previous == NULL);
  gtk_widget_set_visible (self->gone, n_gone > 0);
  if (n_gone > 0)
    {
      g_autofree char *text = g_strdup_printf (
          ngettext ("%u eliminated candidate is kept, with the reason, on the page Candidates.",
                    "%u eliminated candidates are kept, with the reasons, on the page Candidates.",
                    n_gone),
          n_gone);

      gtk_label_set_label (GTK_LABEL (self->gone), text);
    }
}

static void
nsm_evidence_page_bind (NsmStepPage *page, NsmWorkshop *workshop)
{
  NsmEvidencePage *self = NSM_EVIDENCE_PAGE (page);

  g_set_object (&self->workshop, workshop);
  sync_cards (self);
}

static void
nsm_evidence_page_refresh (NsmStepPage *page)
{
  NsmEvidencePage *self = NSM_EVIDENCE_PAGE (page);

  if (self->workshop != NULL)
    sync_cards (self);
}

static gboolean
nsm_evidence_page_show_field (NsmStepPage *page, NsmRecord *record, const char *field)
{
  NsmEvidencePage *self = NSM_EVIDENCE_PAGE (page);

  sync_cards (self);
  for (GtkWidget *card = gtk_widget_get_first_child (self->cards); card != NULL && record != NULL;
       card = gtk_widget_get_next_sibling (card))
    if (nsm_evidence_card_focus_field (NSM_EVIDENCE_CARD (card), record, field))
      return TRUE;
  return NSM_STEP_PAGE_CLASS (nsm_evidence_page_parent_class)->show_field (page, record, field);
}

static void
nsm_evidence_page_dispose (GObject *object)
{
  g_clear_object (&NSM_EVIDENCE_PAGE (object)->workshop);
  G_OBJECT_CLASS (nsm_evidence_page_parent_class)->dispose (object);
}

static void
nsm_evidence_page_class_init (NsmEvidencePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  NsmStepPageClass *page_class = NSM_STEP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsm_evidence_page_dispose;
  page_class->bind = nsm_evidence_page_bind;
  page_class->refresh = nsm_evidence_page_refresh;
  page_class->show_field = nsm_evidence_page_show_field;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NSM_RESOURCE_BASE "/evidence/evidence-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NsmEvidencePage, empty);
  gtk_widget_class_bind_template_child (widget_class, NsmEvidencePage, to_candidates);
  gtk_widget_class_bind_template_child (widget_class, NsmEvidencePage, cards);
  gtk_widget_class_bind_template_child (widget_class, NsmEvidencePage, gone);
}

static void
nsm_evidence_page_init (NsmEvidencePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->to_candidates, "clicked", G_CALLBACK (on_to_candidates), self,
                           G_CONNECT_SWAPPED);
}
