/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence/evidence-page.h"

#include <glib/gi18n-lib.h>

#include "evidence/ask-timing.h"
#include "evidence/data-choose.h"
#include "evidence/data-drop.h"
#include "evidence/data-page.h"
#include "evidence/dataset-card.h"
#include "evidence/evidence-card.h"
#include "evidence/results.h"
#include "kit/names.h"
#include "kit/wrap-layout.h"
#include "method/candidates.h"
#include "store/document.h"

struct _NsmEvidencePage
{
  NsmStepPage parent_instance;

  NsmWorkshop *workshop;
  NsmLookMemory *memory;
  NsmDataset *asked_for; /* whose newer file is being chosen */
  GFile *file;           /* that is on the page for data */
  double scrolled_to;    /* before that page was opened */

  GtkWidget *stack;
  GtkWidget *usual;
  GtkWidget *data_page; /* made when it is first needed */
  GtkWidget *empty;
  GtkWidget *to_candidates;
  GtkWidget *invitation;
  GtkWidget *open_row;
  GtkWidget *open;
  GtkWidget *datasets;
  GtkWidget *cards;
  GtkWidget *gone;
};

G_DEFINE_FINAL_TYPE (NsmEvidencePage, nsm_evidence_page, NSM_TYPE_STEP_PAGE)

static gboolean
is_read_only (NsmEvidencePage *self)
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

static GtkWindow *
get_window (NsmEvidencePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* The page for a file of data, in the place of this one */

static GtkAdjustment *
get_scroll (NsmEvidencePage *self)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (self->stack, GTK_TYPE_SCROLLED_WINDOW);

  return scroller != NULL ? gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller))
                          : NULL;
}

static gboolean
is_usual (NsmEvidencePage *self)
{
  return gtk_stack_get_visible_child (GTK_STACK (self->stack)) == self->usual;
}

static void
show_usual (NsmEvidencePage *self)
{
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->usual);
  g_object_set (self, "go-on", TRUE, NULL);
}

static NsmDatasetCard *
find_dataset_card (NsmEvidencePage *self, NsmDataset *dataset)
{
  for (GtkWidget *card = gtk_widget_get_first_child (self->datasets); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    if (nsm_dataset_card_get_dataset (NSM_DATASET_CARD (card)) == dataset)
      return NSM_DATASET_CARD (card);
  return NULL;
}

static void
focus_files (NsmEvidencePage *self)
{
  if (gtk_widget_get_visible (self->invitation))
    gtk_widget_grab_focus (self->open);
  else
    gtk_widget_child_focus (self->datasets, GTK_DIR_TAB_FORWARD);
}

static gboolean
scroll_back (gpointer data)
{
  NsmEvidencePage *self = data;
  GtkAdjustment *scroll = get_scroll (self);

  if (scroll != NULL && is_usual (self))
    gtk_adjustment_set_value (scroll, self->scrolled_to);
  return G_SOURCE_REMOVE;
}

static void
on_data_cancelled (NsmEvidencePage *self)
{
  show_usual (self);
  focus_files (self);
  /* Only when the page has its height again. */
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, scroll_back, g_object_ref (self), g_object_unref);
}

static void sync_all (NsmEvidencePage *self);

/* The first of them is what people came for. */
static void
open_results (NsmEvidencePage *self, NsmDataset *dataset)
{
  for (GtkWidget *card = gtk_widget_get_first_child (self->cards); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    {
      NsmCandidate *candidate = nsm_evidence_card_get_candidate (NSM_EVIDENCE_CARD (card));
      g_autoptr (GPtrArray) outcomes = nsm_candidate_list_outcomes (candidate);

      for (guint i = 0; i < outcomes->len; i++)
        {
          NsmOutcomeResults *results = g_ptr_array_index (outcomes, i);

          if (nsm_evidence_get_dataset (results->whole) == dataset)
            {
              nsm_evidence_card_set_open (NSM_EVIDENCE_CARD (card), TRUE);
              return;
            }
        }
    }
}

static void
on_data_done (NsmDataPage *page G_GNUC_UNUSED, NsmDataset *kept, gpointer look,
              NsmEvidencePage *self)
{
  g_autofree char *text = g_strdup_printf (_("Looked at “%s”"), kept->name);
  NsmDatasetCard *card;

  if (self->file != NULL)
    nsm_look_memory_add (self->memory, kept, self->file, look);
  show_usual (self);
  sync_all (self);
  open_results (self, kept);
  card = find_dataset_card (self, kept);
  if (card != NULL)
    nsm_dataset_card_focus (card, NULL);
  nsm_step_page_toast_undo (NSM_STEP_PAGE (self), text);
  nsm_widget_announce (GTK_WIDGET (self), text);
}

static void
open_file (NsmEvidencePage *self, GFile *file, NsmDataset *replaces)
{
  GtkAdjustment *scroll = get_scroll (self);

  if (is_read_only (self))
    return;
  if (self->data_page == NULL)
    {
      self->data_page = nsm_data_page_new (nsm_step_page_get_document (NSM_STEP_PAGE (self)));
      gtk_stack_add_child (GTK_STACK (self->stack), self->data_page);
      g_signal_connect_object (self->data_page, "done", G_CALLBACK (on_data_done), self, 0);
      g_signal_connect_object (self->data_page, "cancelled", G_CALLBACK (on_data_cancelled), self,
                               G_CONNECT_SWAPPED);
    }
  if (is_usual (self))
    self->scrolled_to = scroll != NULL ? gtk_adjustment_get_value (scroll) : 0;
  g_set_object (&self->file, file);
  nsm_data_remember_folder (file);
  nsm_data_page_open (NSM_DATA_PAGE (self->data_page), file, replaces);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->data_page);
  /* The page for data has its own way on. */
  g_object_set (self, "go-on", FALSE, NULL);
  if (scroll != NULL)
    gtk_adjustment_set_value (scroll, 0);
  gtk_widget_child_focus (self->data_page, GTK_DIR_TAB_FORWARD);
}

static gboolean
is_kept (NsmEvidencePage *self, NsmDataset *dataset)
{
  return dataset != NULL &&
         nsm_list_get_position (self->workshop->datasets, NSM_RECORD (dataset), NULL);
}

static void
on_file_chosen (GObject *object, GFile *file)
{
  NsmEvidencePage *self = NSM_EVIDENCE_PAGE (object);

  open_file (self, file, is_kept (self, self->asked_for) ? self->asked_for : NULL);
}

static void
choose_file (NsmEvidencePage *self, NsmDataset *replaces)
{
  g_set_object (&self->asked_for, replaces);
  nsm_data_choose_file (get_window (self), on_file_chosen, G_OBJECT (self));
}

static void
on_open_clicked (NsmEvidencePage *self)
{
  choose_file (self, NULL);
}

static gboolean
can_take_files (GtkWidget *widget)
{
  NsmEvidencePage *self = NSM_EVIDENCE_PAGE (widget);

  return !is_read_only (self) && is_usual (self) && gtk_widget_get_visible (self->cards) &&
         !gtk_widget_get_visible (self->empty);
}

/* On the card of a file it is a newer one of that; elsewhere it is another. */
static void
take_file (GtkWidget *widget, GFile *file, double x, double y)
{
  NsmEvidencePage *self = NSM_EVIDENCE_PAGE (widget);
  GtkWidget *under = gtk_widget_pick (widget, x, y, GTK_PICK_DEFAULT);
  GtkWidget *card =
      under != NULL ? gtk_widget_get_ancestor (under, NSM_TYPE_DATASET_CARD) : NULL;

  open_file (self, file,
             card != NULL ? nsm_dataset_card_get_dataset (NSM_DATASET_CARD (card)) : NULL);
}

/* Cards of files */

static void
on_newer (NsmDatasetCard *card, NsmEvidencePage *self)
{
  choose_file (self, nsm_dataset_card_get_dataset (card));
}

static void
on_change (NsmDatasetCard *card, NsmEvidencePage *self)
{
  NsmDataset *dataset = nsm_dataset_card_get_dataset (card);
  g_autoptr (GFile) file = NULL;

  g_set_object (&file, nsm_look_memory_get_file (self->memory, dataset));
  if (file != NULL)
    open_file (self, file, dataset);
}

static void
on_remove (NsmDatasetCard *card, NsmEvidencePage *self)
{
  g_autoptr (NsmDataset) dataset = g_object_ref (nsm_dataset_card_get_dataset (card));
  g_autofree char *text = g_strdup_printf (_("Removed “%s” and its results"), dataset->name);

  nsm_workshop_remove_dataset (self->workshop, dataset);
  sync_all (self);
  focus_files (self);
  nsm_step_page_toast_undo (NSM_STEP_PAGE (self), text);
}

static void
sync_datasets (NsmEvidencePage *self)
{
  GtkWidget *previous = NULL;
  GtkWidget *next;
  gboolean read_only = is_read_only (self);
  guint n_all = nsm_list_get_size (self->workshop->datasets);
  guint n = 0;

  for (GtkWidget *card = gtk_widget_get_first_child (self->datasets); card != NULL; card = next)
    {
      next = gtk_widget_get_next_sibling (card);
      if (!is_kept (self, nsm_dataset_card_get_dataset (NSM_DATASET_CARD (card))))
        gtk_box_remove (GTK_BOX (self->datasets), card);
    }
  NSM_LIST_EACH (NsmDataset, dataset, self->workshop->datasets)
    {
      GtkWidget *card = GTK_WIDGET (find_dataset_card (self, dataset));

      if (card == NULL)
        {
          card = nsm_dataset_card_new (dataset);
          g_signal_connect_object (card, "newer", G_CALLBACK (on_newer), self, 0);
          g_signal_connect_object (card, "change", G_CALLBACK (on_change), self, 0);
          g_signal_connect_object (card, "remove", G_CALLBACK (on_remove), self, 0);
          g_signal_connect_object (card, "another", G_CALLBACK (on_open_clicked), self,
                                   G_CONNECT_SWAPPED);
          gtk_box_append (GTK_BOX (self->datasets), card);
        }
      if (gtk_widget_get_prev_sibling (card) != previous)
        gtk_box_reorder_child_after (GTK_BOX (self->datasets), card, previous);
      nsm_dataset_card_refresh (NSM_DATASET_CARD (card), self->memory, read_only, ++n == n_all);
      previous = card;
    }
  gtk_widget_set_visible (self->datasets, previous != NULL);
  gtk_widget_set_sensitive (self->open, !read_only);
}

/* Cards of candidates */

static void
on_ask_timing (NsmEvidenceCard *card G_GNUC_UNUSED, NsmEvidence *result, NsmEvidencePage *self)
{
  NsmDataset *dataset = nsm_evidence_get_dataset (result);

  if (dataset != NULL && !is_read_only (self))
    nsm_dataset_ask_timing (dataset, nsm_dataset_find_column (dataset, result->column),
                            nsm_dataset_find_column (dataset, result->outcome_column),
                            get_window (self));
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

static void
sync_all (NsmEvidencePage *self)
{
  sync_datasets (self);
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
  sync_all (self);
}

static void
nsm_evidence_page_refresh (NsmStepPage *page)
{
  NsmEvidencePage *self = NSM_EVIDENCE_PAGE (page);

  if (self->workshop != NULL)
    sync_all (self);
}

/* Results are on the card of their candidate, columns on that of their file. */
static gboolean
nsm_evidence_page_show_field (NsmStepPage *page, NsmRecord *record, const char *field)
{
  NsmEvidencePage *self = NSM_EVIDENCE_PAGE (page);
  NsmRecord *of = record;

  if (!is_usual (self) && record != NULL)
    {
      nsm_data_page_close (NSM_DATA_PAGE (self->data_page));
      show_usual (self);
    }
  sync_all (self);
  while (of != NULL && !NSM_IS_EVIDENCE (of) && !NSM_IS_DATASET (of) && !NSM_IS_CANDIDATE (of))
    of = of->owner;
  if (NSM_IS_DATASET (of))
    {
      NsmDatasetCard *card = find_dataset_card (self, NSM_DATASET (of));

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
  g_signal_connect_object (self->open, "clicked", G_CALLBACK (on_open_clicked), self,
                           G_CONNECT_SWAPPED);
  nsm_data_drop_add (GTK_WIDGET (self), can_take_files, take_file);
}
