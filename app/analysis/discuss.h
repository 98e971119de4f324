/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/scores.h"

G_BEGIN_DECLS

/* Where talking could matter: what if the team came round to one person's view? */

typedef enum
{
  NSM_IMPACT_NONE,  /* on its own it doesn't change the winner */
  NSM_IMPACT_GROUP, /* its whole row or column would */
  NSM_IMPACT_CELL,  /* it alone would */
} NsmImpact;

typedef struct
{
  guint candidate;
  guint criterion;
  NsmImpact impact;
  double distance;    /* highest mark less lowest */
  double shift;       /* what the largest disagreement would move the total by … */
  double share;       /* … divided by the leader's gap; INFINITY where there is none */
  gboolean disagrees; /* distance reaches the workshop's threshold */
  char *sentence;     /* "On its own it doesn't change the winner" */
} NsmDiscussion;

void nsm_discussion_free (NsmDiscussion *self);
GPtrArray *nsm_discuss_first (NsmScores *scores, double threshold);
char *nsm_discuss_dup_headline (NsmScores *scores, GPtrArray *discussions);

G_END_DECLS
