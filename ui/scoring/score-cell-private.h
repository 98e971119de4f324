/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of a cell of the map share among themselves. */
#pragma once

#include "scoring/score-cell.h"

G_BEGIN_DECLS

#define NSM_SCORE_CELL_LARGE 1.5 /* in the room */

struct _NsmScoreCell
{
  GtkButton parent_instance;

  NsmWorkshop *workshop;
  NsmRoundFigures *figures;
  guint candidate, criterion;
  GPtrArray *voices;
  double mean;
  double low;
  double high;
  double agreed; /* NAN: nothing */
  guint order;   /* 0: no disagreement */
  gboolean large;
  char *mean_text;
  char *shift_text; /* "" where nothing moved */
  char *description;
  double note_height; /* of a line of small type, as last drawn */
  GtkWidget *popover;
};

void nsm_score_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);

G_END_DECLS
