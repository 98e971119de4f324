/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of data on the evidence page: their cards, and the page for one, in its place. */
#include "evidence/evidence-page-private.h"

#include <glib/gi18n-lib.h>

#include "evidence/data-choose.h"
#include "evidence/data-drop.h"
#include "evidence/data-page.h"
#include "kit/names.h"
#include "kit/scroll.h"
#include "store/document.h"

static GtkAdjustment *
get_scroll (NsmEvidencePage *self)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (self->stack, GTK_TYPE_SCROLLED_WINDOW);

  return scroller != NULL ? gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller))
                          : NULL;
}

gboolean
nsm_evidence_page_is_usual (NsmEvidencePage *self)
{
  return gtk_stack_get_visible_child (GTK_STACK (self->stack)) == self->usual;
}

void
nsm_evidence_page_show_usual (NsmEvidencePage *self)
{
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->usual);
  g_object_set (self, "go-on", TRUE, NULL);
}

NsmDatasetCard *
nsm_evidence_page_find_dataset_card (NsmEvidencePage *self, NsmDataset *dataset)
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

  if (scroll != NULL && nsm_evidence_page_is_usual (self))
    gtk_adjustment_set_value (scroll, self->scrolled_to);
  return G_SOURCE_REMOVE;
}

static void
on_data_cancelled (NsmEvidencePage *self)
{
  nsm_evidence_page_show_usual (self);
  focus_files (self);
  /* Only when the page has its height again. */
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, scroll_back, g_object_ref (self), g_object_unref);
}

/* The first results are in sight; the file's card, too, as long as it leaves them half a page. */
static gboolean
show_results (gpointer data)
{
  GtkWidget *card = data;
  GtkWidget *scroller = gtk_widget_get_ancestor (card, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t area;

  if (scroller != NULL && gtk_widget_get_mapped (card) &&
      gtk_widget_compute_bounds (card, scroller, &area) &&
      (area.origin.y < 0 || area.origin.y > gtk_widget_get_height (scroller) / 2))
    nsm_widget_scroll_to (card);
  return G_SOURCE_REMOVE;
}

static void
on_data_done (NsmDataPage *page G_GNUC_UNUSED, NsmDataset *kept, gpointer look,
              NsmEvidencePage *self)
{
  g_autofree char *text = g_strdup_printf (_("Looked at “%s”"), kept->name);
  GtkAdjustment *scroll = get_scroll (self);
  NsmDatasetCard *card;
  GtkWidget *results;

  if (self->file != NULL)
    nsm_look_memory_add (self->memory, kept, self->file, look);
  nsm_evidence_page_show_usual (self);
  nsm_evidence_page_sync (self);
  if (scroll != NULL)
    gtk_adjustment_set_value (scroll, 0);
  /* Once it had the focus, screen readers know that the card is there. */
  card = nsm_evidence_page_find_dataset_card (self, kept);
  if (card != NULL)
    nsm_dataset_card_focus (card, NULL);
  results = nsm_evidence_page_open_results (self, kept);
  if (results != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, show_results, g_object_ref (results), g_object_unref);
  nsm_step_page_toast_undo (NSM_STEP_PAGE (self), text);
  nsm_widget_announce (GTK_WIDGET (self), text);
}

static void
open_file (NsmEvidencePage *self, GFile *file, NsmDataset *replaces)
{
  GtkAdjustment *scroll = get_scroll (self);

  if (nsm_evidence_page_is_read_only (self))
    return;
  if (self->data_page == NULL)
    {
      self->data_page = nsm_data_page_new (nsm_step_page_get_document (NSM_STEP_PAGE (self)));
      gtk_stack_add_child (GTK_STACK (self->stack), self->data_page);
      g_signal_connect_object (self->data_page, "done", G_CALLBACK (on_data_done), self, 0);
      g_signal_connect_object (self->data_page, "cancelled", G_CALLBACK (on_data_cancelled), self,
                               G_CONNECT_SWAPPED);
    }
  if (nsm_evidence_page_is_usual (self))
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
  nsm_data_choose_file (nsm_evidence_page_get_window (self), on_file_chosen, G_OBJECT (self));
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

  return !nsm_evidence_page_is_read_only (self) && nsm_evidence_page_is_usual (self) &&
         gtk_widget_get_visible (self->cards) && !gtk_widget_get_visible (self->empty);
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
  nsm_evidence_page_sync (self);
  focus_files (self);
  nsm_step_page_toast_undo (NSM_STEP_PAGE (self), text);
}

void
nsm_evidence_page_sync_datasets (NsmEvidencePage *self)
{
  GtkWidget *previous = NULL;
  GtkWidget *next;
  gboolean read_only = nsm_evidence_page_is_read_only (self);
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
      GtkWidget *card = GTK_WIDGET (nsm_evidence_page_find_dataset_card (self, dataset));

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

void
nsm_evidence_page_take_files (NsmEvidencePage *self)
{
  g_signal_connect_object (self->open, "clicked", G_CALLBACK (on_open_clicked), self,
                           G_CONNECT_SWAPPED);
  nsm_data_drop_add (GTK_WIDGET (self), can_take_files, take_file);
}
