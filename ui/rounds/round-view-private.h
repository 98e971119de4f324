/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the cards of a round ask of the view that they stand in. A card is made by
 * its view and dies with it, so it holds a plain pointer to it. */
#pragma once

#include "kit/step-page.h"
#include "rounds/round-view.h"
#include "rounds/turns.h"

G_BEGIN_DECLS

/* round-view.c */

struct _NsmRoundView
{
  AdwBin parent_instance;

  NsmRoundKind kind;
  NsmDocument *document;
  NsmKeyStore *keys;
  char *asked;        /* whom the booth asks first; NULL: whose turn it is */
  NsmTurns *turns;    /* of the open round, or NULL */
  char *shown;        /* what the widgets show, so that they are rebuilt only for news */
  NsmStepPage *page;  /* (weak) the page whose place the booth takes, or NULL */

  GtkWidget *stack;
  GtkWidget *before;
  GtkWidget *running;
  GtkWidget *closed;
  GtkWidget *result_bin;
  GtkWidget *again_button;
  GtkWidget *problem_label;
};

NsmDocument *nsm_round_view_get_document (NsmRoundView *self);
NsmWorkshop *nsm_round_view_get_workshop (NsmRoundView *self);
NsmKeyStore *nsm_round_view_get_keys (NsmRoundView *self);
NsmRoundKind nsm_round_view_get_kind (NsmRoundView *self);
NsmTurns *nsm_round_view_get_turns (NsmRoundView *self);
void nsm_round_view_say (NsmRoundView *self, const char *problem);

/* round-acts.c */

gboolean nsm_round_view_save (NsmRoundView *self);
void nsm_round_view_show_to_room (NsmRoundView *self);
void nsm_round_view_withdraw (NsmRoundView *self, const char *person);

/* round-before.c: the question, the promise, and who is asked */

#define NSM_TYPE_ROUND_BEFORE (nsm_round_before_get_type ())
G_DECLARE_FINAL_TYPE (NsmRoundBefore, nsm_round_before, NSM, ROUND_BEFORE, AdwBin)

GtkWidget *nsm_round_before_new (NsmRoundView *view);
char *nsm_round_before_dup_state (NsmRoundBefore *self);
void nsm_round_before_show (NsmRoundBefore *self);

/* round-running.c: who is in, and nothing else */

#define NSM_TYPE_ROUND_RUNNING (nsm_round_running_get_type ())
G_DECLARE_FINAL_TYPE (NsmRoundRunning, nsm_round_running, NSM, ROUND_RUNNING, AdwBin)

GtkWidget *nsm_round_running_new (NsmRoundView *view);
char *nsm_round_running_dup_state (NsmRoundRunning *self, NsmRound *round);
void nsm_round_running_show (NsmRoundRunning *self, NsmRound *round);
gboolean nsm_round_running_take_files (NsmRoundRunning *self, GSList *files);
gboolean nsm_round_running_check_missing (NsmRoundRunning *self, NsmRound *round);

/* round-closed.c: the closing words */

#define NSM_TYPE_ROUND_CLOSED (nsm_round_closed_get_type ())
G_DECLARE_FINAL_TYPE (NsmRoundClosed, nsm_round_closed, NSM, ROUND_CLOSED, AdwBin)

GtkWidget *nsm_round_closed_new (NsmRoundView *view);
void nsm_round_closed_show (NsmRoundClosed *self, NsmRound *round);

/* round-rescue.c: a row about what happens when the laptop dies */

#define NSM_TYPE_ROUND_RESCUE (nsm_round_rescue_get_type ())
G_DECLARE_FINAL_TYPE (NsmRoundRescue, nsm_round_rescue, NSM, ROUND_RESCUE, AdwExpanderRow)

GtkWidget *nsm_round_rescue_new (NsmRoundView *view);
void nsm_round_rescue_show (NsmRoundRescue *self, NsmRound *round);

/* round-post.c: a row about people who aren't in the room */

#define NSM_TYPE_ROUND_POST (nsm_round_post_get_type ())
G_DECLARE_FINAL_TYPE (NsmRoundPost, nsm_round_post, NSM, ROUND_POST, AdwExpanderRow)

GtkWidget *nsm_round_post_new (NsmRoundView *view);
void nsm_round_post_show (NsmRoundPost *self, NsmRound *round);
gboolean nsm_round_post_take (NsmRoundPost *self, GSList *files);
gboolean nsm_round_post_export (NsmRoundPost *self, GFile *file, gboolean as_page);

/* round-unlock.c: what to do where the key isn't */

#define NSM_TYPE_ROUND_UNLOCK (nsm_round_unlock_get_type ())
G_DECLARE_FINAL_TYPE (NsmRoundUnlock, nsm_round_unlock, NSM, ROUND_UNLOCK, AdwBin)

GtkWidget *nsm_round_unlock_new (NsmRoundView *view);
void nsm_round_unlock_show (NsmRoundUnlock *self, NsmRound *round);

G_END_DECLS
