/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include "kit/step-page.h"
#include "room/screen.h"
#include "store/document.h"

/**
 * ui_test_open_page:
 * @page_type: an NsmStepPage
 *
 * Returns: (transfer none): the page, bound to a draft of @workshop, in a window whose
 *   screen nobody else sees
 */
GtkWidget *
ui_test_open_page (GType page_type, NsmWorkshop *workshop, int width, int height)
{
  GtkWidget *page = g_object_new (page_type, NULL);
  g_autoptr (NsmDocument) document = nsm_document_new_draft (workshop);

  nsm_room_set_screen_private (document, TRUE);
  g_object_set (page, "document", document, NULL);
  ui_test_open (page, width, height);
  return page;
}
