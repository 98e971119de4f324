/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/workshop.h"
#include "scoring/round-figures.h"

G_BEGIN_DECLS

/**
 * One cell of the map of scores: the mean, everybody's mark over five ticks, and
 * three signs of disagreement that need no colour: a frame, the order in which to
 * talk, a bar from the lowest mark to the highest; from the second round on an
 * arrow and by how much the mean moved; and the mark that the team agreed on, which
 * never takes the place of the others. Pressed, it shows the reasons.
 */

#define NSM_TYPE_SCORE_CELL (nsm_score_cell_get_type ())
G_DECLARE_FINAL_TYPE (NsmScoreCell, nsm_score_cell, NSM, SCORE_CELL, GtkButton)

/* What one person said about one cell. */
typedef struct
{
  char *person; /* id; "" where names aren't shown */
  char *name;   /* "" where names aren't shown */
  char *letter;
  guint position; /* among the participants: their shape */
  double mark;    /* NAN: abstained */
  char *text;
  NsmConfidence confidence;
} NsmVoice;

GPtrArray *nsm_voices_collect (NsmWorkshop *workshop, NsmScores *scores, guint candidate,
                               guint criterion);
char *nsm_voices_dup_sentence (GPtrArray *voices);

GtkWidget *nsm_voices_make_list (NsmWorkshop *workshop, NsmRoundFigures *figures, guint candidate,
                                 guint criterion, double agreed);

GtkWidget *nsm_score_cell_new (NsmWorkshop *workshop, NsmRoundFigures *figures, guint candidate,
                               guint criterion);

void nsm_score_cell_set_large (NsmScoreCell *self, gboolean large);
void nsm_score_cell_set_agreed (NsmScoreCell *self, double agreed);
double nsm_score_cell_get_agreed (NsmScoreCell *self);
void nsm_score_cell_get_place (NsmScoreCell *self, guint *candidate, guint *criterion);
double nsm_score_cell_get_mean (NsmScoreCell *self);
guint nsm_score_cell_get_order (NsmScoreCell *self);
const char *nsm_score_cell_get_description (NsmScoreCell *self);

G_END_DECLS
