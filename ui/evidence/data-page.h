/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "evidence/data-choose.h"
#include "evidence/dataset.h"
#include "store/document.h"

G_BEGIN_DECLS

/**
 * From a file of data to results in the workshop: what is in the file, what its columns
 * are, when they were measured, and the look at it. Stands in a page's place until then.
 *
 * Signals: "done" (NsmDataset *kept, gpointer look): the results are in the workshop,
 * in one step of undo; a handler that needs the NsmLook longer than the call takes it by
 * nsm_data_page_steal_look(). "cancelled": nothing was changed, and the person wants back.
 */

#define NSM_TYPE_DATA_PAGE (nsm_data_page_get_type ())
G_DECLARE_FINAL_TYPE (NsmDataPage, nsm_data_page, NSM, DATA_PAGE, AdwBin)

GtkWidget *nsm_data_page_new (NsmDocument *document);
void nsm_data_page_open (NsmDataPage *self, GFile *file, NsmDataset *replaces);
void nsm_data_page_close (NsmDataPage *self);
NsmLook *nsm_data_page_steal_look (NsmDataPage *self);

G_END_DECLS
