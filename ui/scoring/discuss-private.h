/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the discussion share among themselves. */
#pragma once

#include "scoring/discuss.h"
#include "scoring/queue.h"

G_BEGIN_DECLS

#define NSM_DISCUSS_MINUTES 5

struct _NsmDiscuss
{
  AdwBin parent_instance;

  NsmWorkshop *workshop;
  NsmRound *round;
  NsmRoundFigures *figures;
  const NsmDiscussion *only; /* for the projector: this cell alone */
  NsmQueue *queue;           /* in its bin, not owned */
  guint n;                   /* of those that disagree */
  gboolean at_end;           /* all of them are shown, after the last one */
  guint refresh_id;
  guint position;
  int seconds;
  guint timer_id;
  gboolean loading;
  GtkWidget *candidate_label;
  GtkWidget *question_label;
  GtkWidget *timer_box;
  GtkWidget *timer_button;
  GtkWidget *timer_label;
  GtkWidget *foot_box;
  GtkWidget *line;
  GtkWidget *sides_box;
  GtkWidget *impact_label;
  GtkWidget *sentence_label;
  GtkWidget *stack;
  GtkWidget *item_box;
  GtkWidget *queue_bin;
  GtkWidget *chips_scroller;
  GtkWidget *chips_box;
  GtkWidget *outcome;
  GtkWidget *buttons_box;
};

/* In discuss-item.c */
const NsmDiscussion *nsm_discuss_get_discussion (NsmDiscuss *self);
void nsm_discuss_show_time (NsmDiscuss *self);
void nsm_discuss_on_timer_clicked (GtkButton *button, gpointer user_data);
void nsm_discuss_show (NsmDiscuss *self);

G_END_DECLS
