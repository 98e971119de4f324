/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the evidence page share among themselves. */
#pragma once

#include "evidence/dataset-card.h"
#include "evidence/evidence-page.h"

G_BEGIN_DECLS

struct _NsmEvidencePage
{
  NsmStepPage parent_instance;

  NsmWorkshop *workshop;
  NsmLookMemory *memory;
  NsmDataset *asked_for; /* whose newer file is being chosen */
  GFile *file;           /* that is on the page for data */
  double scrolled_to;    /* before that page was opened */
  GtkWidget *unasked;    /* the card that is open only because it is the first; not owned */

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

/* In evidence-page.c */
gboolean nsm_evidence_page_is_read_only (NsmEvidencePage *self);
GtkWindow *nsm_evidence_page_get_window (NsmEvidencePage *self);
GtkWidget *nsm_evidence_page_open_results (NsmEvidencePage *self, NsmDataset *dataset);
void nsm_evidence_page_sync (NsmEvidencePage *self);

/* In evidence-page-data.c */
gboolean nsm_evidence_page_is_usual (NsmEvidencePage *self);
void nsm_evidence_page_show_usual (NsmEvidencePage *self);
NsmDatasetCard *nsm_evidence_page_find_dataset_card (NsmEvidencePage *self, NsmDataset *dataset);
void nsm_evidence_page_sync_datasets (NsmEvidencePage *self);
void nsm_evidence_page_take_files (NsmEvidencePage *self);

G_END_DECLS
