/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "evidence/csv.h"
#include "model/choices.h"

G_BEGIN_DECLS

/* What the names of columns tell, for a guess that people see and may change. */

GPtrArray *nsm_name_split (const char *name); /* char *: lower-case words, "d90" stays whole */
double nsm_name_compare (GPtrArray *column, GPtrArray *candidate);

/* What a column is, by its name and cells alone. */
typedef struct
{
  gboolean is_outcome;
  gboolean is_sure;        /* no ordinary word that a candidate may have as well */
  NsmOutcome outcome;
  gboolean less_is_better; /* one says that they left */
} NsmNameOutcome;

NsmNameOutcome nsm_name_get_outcome (GPtrArray *words, NsmCells cells);
guint nsm_name_get_segment_rank (GPtrArray *words); /* 0: no name of a segment */
int nsm_name_get_date_rank (GPtrArray *words);      /* below 0: the date of an end */
gboolean nsm_name_is_id (GPtrArray *words);
const char *nsm_name_get_unit (const char *name, GPtrArray *words, char **bracketed);
gboolean nsm_name_get_days (GPtrArray *words, NsmColumnRole role, double *from, double *to);

G_END_DECLS
