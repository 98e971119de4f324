/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kit/step-page.h"
#include "record/journal.h"
#include "room/room-window.h"
#include "shell/guide-panel.h"
#include "shell/step-list.h"
#include "shell/timer-button.h"
#include "shell/window.h"

G_BEGIN_DECLS

/* Shared by the files that make up the window: window.c puts it together,
 * window-pages.c moves between places, window-actions.c has what menus and keys
 * do, window-files.c opens and saves, window-document.c exports, prints and copies. */

struct _NsmMainWindow
{
  AdwApplicationWindow parent_instance;

  NsmDocument *document;
  NsmWorkshop *workshop;
  NsmJournal *journal;
  GPtrArray *findings;
  NsmStepPage *pages[NSM_N_PLACES];
  guint place;
  guint findings_id;
  GCancellable *collecting; /* findings that wait for figures */
  gboolean immersive;
  gboolean wants_steps; /* what the person chose, whatever fits now */
  gboolean wants_guide;
  gboolean busy;
  GtkFileChooserNative *chooser;
  AdwToast *way_back; /* (weak) to the document, while it is offered */
  GtkWidget *room; /* (weak) the room window, while there is one */

  GtkStack *views;
  AdwBin *start_place;
  GtkWidget *header;
  AdwWindowTitle *title;
  GtkWidget *steps_toggle;
  GtkWidget *guide_toggle;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkWidget *room_toggle;
  GtkWidget *menu_button;
  NsmTimerButton *timer;
  GtkRevealer *notice;
  GtkLabel *notice_words;
  GtkWidget *notice_reload;
  GtkWidget *notice_keep_both;
  GtkWidget *notice_save_as;
  AdwToastOverlay *toasts;
  AdwFlap *steps_flap;
  AdwFlap *guide_flap;
  NsmStepList *steps;
  NsmGuidePanel *guide;
  GtkStack *stack;
};

void nsm_main_window_init_actions (NsmMainWindow *self);
void nsm_main_window_update_actions (NsmMainWindow *self);

void nsm_main_window_take_workshop (NsmMainWindow *self);
void nsm_main_window_drop_workshop (NsmMainWindow *self);
void nsm_main_window_update_panels (NsmMainWindow *self);
void nsm_main_window_follow (NsmMainWindow *self, NsmFinding *finding);

void nsm_main_window_show_room (NsmMainWindow *self, gboolean show);

void nsm_main_window_ask_open (NsmMainWindow *self);
void nsm_main_window_ask_save_as (NsmMainWindow *self);
void nsm_main_window_ask_restore (NsmMainWindow *self);
void nsm_main_window_ask_export (NsmMainWindow *self);
void nsm_main_window_show_exported (NsmMainWindow *self, const char *uri);
void nsm_main_window_copy_document (NsmMainWindow *self, gboolean rich);
void nsm_main_window_print (NsmMainWindow *self);
void nsm_main_window_ask_freeze (NsmMainWindow *self);
void nsm_main_window_open_draft (NsmMainWindow *self, const char *path);
void nsm_main_window_open_example (NsmMainWindow *self, const char *name);
void nsm_main_window_save (NsmMainWindow *self);
void nsm_main_window_say_failed (NsmMainWindow *self, const char *heading, const char *body);

G_END_DECLS
