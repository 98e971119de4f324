/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence/evidence-page-private.h"

#include <glib/gi18n-lib.h>

#include "evidence/ask-timing.h"
#include "evidence/data-page.h"
#include "evidence/evidence-card.h"
#include "evidence/results.h"
#include "kit/wrap-layout.h"
#include "method/candidates.h"
#include "store/document.h"

G_DEFINE_FINAL_TYPE (NsmEvidencePage, nsm_evidence_page, NSM_TYPE_STEP_PAGE)

gboolean
nsm_evidence_page_is_read_only (NsmEvidencePage *self)
{
  NsmDocument *document = nsm_step_page_get_document (NSM_STEP_PAGE (self));

  return document == NULL || nsm_document_is_read_only (document);
}

static void
on_toast_undo (NsmEvidenceCard *card G_GNUC_UNUSED, const char *text, NsmEvidencePage *self)
{
  nsm_step_page_toast_undo (NSM_STEP_PAGE (self), text);
}

static void
on_to_candidates (NsmEvidencePage *self)
{
  nsm_step_page_go_to (NSM_STEP_PAGE (self), NSM_STEP_CANDIDATES);
}

GtkWindow *
nsm_evidence_page_get_window (NsmEvidencePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static gboolean
is_about (NsmEvidenceCard *card, NsmDataset *dataset)
{
  g_autoptr (GPtrArray) outcomes =
      nsm_candidate_list_outcomes (nsm_evidence_card_get_candidate (card));

  for (guint i = 0; i < outcomes->len; i++)
    {
      NsmOutcomeResults *results = g_ptr_array_index (outcomes, i);

      if (nsm_evidence_get_dataset (results->whole) == dataset)
        return TRUE;
    }
  return FALSE;
}

/* Nobody asked for it to be open, it has nothing to say, and it is in the way. */
static void
fold_unasked (NsmEvidencePage *self)
{
  NsmCandidate *candidate;

  if (self->unasked == NULL)
    return;
  candidate = nsm_evidence_card_get_candidate (NSM_EVIDENCE_CARD (self->unasked));
  NSM_LIST_EACH (NsmEvidence, result, self->workshop->evidence)
    if (g_str_equal (result->candidate, NSM_RECORD (candidate)->id))
      return;
  if (candidate->evidence_verdict == NSM_EVIDENCE_VERDICT_UNSET)
    nsm_evidence_card_set_open (NSM_EVIDENCE_CARD (self->unasked), FALSE);
  g_clear_weak_pointer (&self->unasked);
}

/* The first of them is what people came for. Returns: its card, open and with the focus. */
GtkWidget *
nsm_evidence_page_open_results (NsmEvidencePage *self, NsmDataset *dataset)
{
  fold_unasked (self);
  for (GtkWidget *widget = gtk_widget_get_first_child (self->cards); widget != NULL;
       widget = gtk_widget_get_next_sibling (widget))
    {
      NsmEvidenceCard *card = NSM_EVIDENCE_CARD (widget);

      if (!is_about (card, dataset))
        continue;
      nsm_evidence_card_set_open (card, TRUE);
      nsm_evidence_card_focus_field (card, NSM_RECORD (nsm_evidence_card_get_candidate (card)),
                                     NULL);
      return widget;
    }
  return NULL;
}

/* Cards of candidates */

static void
on_ask_timing (NsmEvidenceCard *card G_GNUC_UNUSED, NsmEvidence *result, NsmEvidencePage *self)
{
  NsmDataset *dataset = nsm_evidence_get_dataset (result);

  if (dataset != NULL && !nsm_evidence_page_is_read_only (self))
    nsm_dataset_ask_timing (dataset, nsm_dataset_find_column (dataset, result->column),
                            nsm_dataset_find_column (dataset, result->outcome_column),
                            nsm_evidence_page_get_window (self));
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
      card = NSM_EVIDENCE_CARD (nsm_evidence_card_new (candidate, self->memory));
      g_signal_connect_object (card, "toast-undo", G_CALLBACK (on_toast_undo), self, 0);
      g_signal_connect_object (card, "ask-timing", G_CALLBACK (on_ask_timing), self, 0);
      gtk_box_append (GTK_BOX (self->cards), GTK_WIDGET (card));
      nsm_evidence_card_set_open (card, previous == NULL);
      if (previous == NULL)
        g_set_weak_pointer (&self->unasked, GTK_WIDGET (card));
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
  gtk_widget_set_visible (self->invitation, previous != NULL &&
                                                !gtk_widget_get_visible (self->datasets));
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

void
nsm_evidence_page_sync (NsmEvidencePage *self)
{
  nsm_evidence_page_sync_datasets (self);
  sync_cards (self);
}

/* NsmStepPage */

static void
nsm_evidence_page_bind (NsmStepPage *page, NsmWorkshop *workshop)
{
  NsmEvidencePage *self = NSM_EVIDENCE_PAGE (page);

  g_set_object (&self->workshop, workshop);
  g_signal_connect_object (nsm_step_page_get_document (page), "notify::state",
                           G_CALLBACK (nsm_step_page_queue_refresh), self, G_CONNECT_SWAPPED);
  nsm_evidence_page_sync (self);
}

static void
nsm_evidence_page_refresh (NsmStepPage *page)
{
  NsmEvidencePage *self = NSM_EVIDENCE_PAGE (page);

  if (self->workshop != NULL)
    nsm_evidence_page_sync (self);
}

/* Results are on the card of their candidate, columns on that of their file. */
static gboolean
nsm_evidence_page_show_field (NsmStepPage *page, NsmRecord *record, const char *field)
{
  NsmEvidencePage *self = NSM_EVIDENCE_PAGE (page);
  NsmRecord *of = record;

  if (!nsm_evidence_page_is_usual (self) && record != NULL)
    {
      nsm_data_page_close (NSM_DATA_PAGE (self->data_page));
      nsm_evidence_page_show_usual (self);
    }
  nsm_evidence_page_sync (self);
  while (of != NULL && !NSM_IS_EVIDENCE (of) && !NSM_IS_DATASET (of) && !NSM_IS_CANDIDATE (of))
    of = of->owner;
  if (NSM_IS_DATASET (of))
    {
      NsmDatasetCard *card = nsm_evidence_page_find_dataset_card (self, NSM_DATASET (of));

      return card != NULL && nsm_dataset_card_focus (card, record);
    }
  for (GtkWidget *card = gtk_widget_get_first_child (self->cards); card != NULL && of != NULL;
       card = gtk_widget_get_next_sibling (card))
    if (nsm_evidence_card_focus_field (NSM_EVIDENCE_CARD (card), of, field))
      return TRUE;
  return NSM_STEP_PAGE_CLASS (nsm_evidence_page_parent_class)->show_field (page, record, field);
}

/* GObject */

static void
nsm_evidence_page_dispose (GObject *object)
{
  NsmEvidencePage *self = NSM_EVIDENCE_PAGE (object);

  g_clear_weak_pointer (&self->unasked);
  g_clear_object (&self->workshop);
  g_clear_object (&self->memory);
  g_clear_object (&self->asked_for);
  g_clear_object (&self->file);
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
  gtk_widget_class_bind_template_child (widget_class, NsmEvidencePage, stack);
  gtk_widget_class_bind_template_child (widget_class, NsmEvidencePage, usual);
  gtk_widget_class_bind_template_child (widget_class, NsmEvidencePage, empty);
  gtk_widget_class_bind_template_child (widget_class, NsmEvidencePage, to_candidates);
  gtk_widget_class_bind_template_child (widget_class, NsmEvidencePage, invitation);
  gtk_widget_class_bind_template_child (widget_class, NsmEvidencePage, open_row);
  gtk_widget_class_bind_template_child (widget_class, NsmEvidencePage, open);
  gtk_widget_class_bind_template_child (widget_class, NsmEvidencePage, datasets);
  gtk_widget_class_bind_template_child (widget_class, NsmEvidencePage, cards);
  gtk_widget_class_bind_template_child (widget_class, NsmEvidencePage, gone);
}

static void
nsm_evidence_page_init (NsmEvidencePage *self)
{
  self->memory = nsm_look_memory_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->open_row, nsm_wrap_layout_new (12, 6));
  g_signal_connect_object (self->to_candidates, "clicked", G_CALLBACK (on_to_candidates), self,
                           G_CONNECT_SWAPPED);
  nsm_evidence_page_take_files (self);
}
