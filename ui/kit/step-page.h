/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "findings/finding.h"
#include "model/workshop.h"

G_BEGIN_DECLS

typedef struct _NsmDocument NsmDocument;

/**
 * The page of one step. It draws the scaffold that all steps share: which step
 * it is, its question, the page's own `content`, and the way to the next step.
 *
 * Properties: `step`; `document`, set once by the window; `content`, the page's
 * own widget; `max-width` of the content (696); `bare`, when the content wants
 * the page to itself; `immersive`, when it needs the whole window (the window
 * then hides everything else and disables its actions); `actions-end`, a widget
 * beside the heading; `go-on`, whether there is a way on at the bottom.
 */

#define NSM_TYPE_STEP_PAGE (nsm_step_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (NsmStepPage, nsm_step_page, NSM, STEP_PAGE, AdwBin)

struct _NsmStepPageClass
{
  AdwBinClass parent_class;

  /**
   * bind: called once, when the document is there; build what needs it.
   */
  void (*bind) (NsmStepPage *self, NsmWorkshop *workshop);

  /**
   * refresh: called once after any number of changes in the workshop or its
   *   findings, while the page is shown, and each time it comes to be shown.
   */
  void (*refresh) (NsmStepPage *self);

  /**
   * show_field: brings the field to people's eyes and gives it the focus.
   * @record: (nullable): the record; NULL for the workshop
   * @field: (nullable): its member, or NULL for the record as a whole
   *
   * Returns: whether it is on this page
   */
  gboolean (*show_field) (NsmStepPage *self, NsmRecord *record, const char *field);

  gpointer padding[4];
};

NsmStep nsm_step_page_get_step (NsmStepPage *self);
NsmDocument *nsm_step_page_get_document (NsmStepPage *self);
NsmWorkshop *nsm_step_page_get_workshop (NsmStepPage *self);

GtkWidget *nsm_step_page_get_content (NsmStepPage *self);
void nsm_step_page_set_content (NsmStepPage *self, GtkWidget *content);
GtkWidget *nsm_step_page_get_cover (NsmStepPage *self);
void nsm_step_page_set_cover (NsmStepPage *self, GtkWidget *cover);
void nsm_step_page_set_actions_end (NsmStepPage *self, GtkWidget *widget);
void nsm_step_page_set_max_width (NsmStepPage *self, int width);
gboolean nsm_step_page_get_bare (NsmStepPage *self);
void nsm_step_page_set_bare (NsmStepPage *self, gboolean bare);
gboolean nsm_step_page_get_immersive (NsmStepPage *self);
void nsm_step_page_set_immersive (NsmStepPage *self, gboolean immersive);

GPtrArray *nsm_step_page_get_findings (NsmStepPage *self);
void nsm_step_page_set_findings (NsmStepPage *self, GPtrArray *findings);

void nsm_step_page_queue_refresh (NsmStepPage *self);
gboolean nsm_step_page_show_field (NsmStepPage *self, NsmRecord *record, const char *field);

void nsm_step_page_toast (NsmStepPage *self, const char *text);
void nsm_step_page_toast_undo (NsmStepPage *self, const char *text);
void nsm_step_page_focus_soon (NsmStepPage *self);
void nsm_step_page_go_to (NsmStepPage *self, NsmStep step);
void nsm_step_page_follow (NsmStepPage *self, NsmFinding *finding);
void nsm_step_page_go_to_field (NsmStepPage *self, NsmStep step, NsmRecord *record,
                                const char *field);

G_END_DECLS
