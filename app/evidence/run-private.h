/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "evidence/ranks.h"
#include "evidence/run.h"
#include "evidence/series.h"

G_BEGIN_DECLS

#define NSM_MOST_GROUPS 20

/* One column of a plan, wherever it comes from. */
typedef struct
{
  const double *values;      /* NULL of text */
  const guint32 *codes;      /* of text: 0 is missing */
  const char *const *levels; /* of text */
  gsize n_levels;
} NsmStudySource;

/* A candidate or an outcome, at work. Its rows are sorted by group, so that each group is one
 * stretch; the stretch behind the last group is in no group that is looked at on its own. */
typedef struct
{
  guint column; /* position in the plan */
  gboolean truth;
  const double *values; /* n_rows */
  double *own_values;   /* where they had to be moved; or NULL */
  NsmCodes *codes;
  gint32 *ranks;
  NsmWhole squares;
  gint32 *group_ranks; /* or NULL */
  NsmWhole group_squares[NSM_MOST_GROUPS];
  double *means; /* by period, or NULL */
  gsize *counts;
} NsmVariable;

typedef struct
{
  const NsmStudyPlan *plan;
  const NsmStudySource *sources;
  gsize n_rows;
  guint n_threads;
  NsmPulse pulse;

  guint n_groups;
  gsize n_groups_left_out;
  char *names[NSM_MOST_GROUPS];
  gsize starts[NSM_MOST_GROUPS + 2]; /* of the groups, of the rest, and the end */
  guint8 *group_of; /* of each row as it came; n_groups: none. NULL without groups */

  NsmDates dates;
  NsmWindow window;
  NsmPeriods *periods; /* or NULL */

  guint n_variables;
  NsmVariable *variables;
  GPtrArray *pairs; /* NsmPair: n_groups + 1 for each candidate and outcome */
} NsmStudyJob;

void nsm_study_job_find_groups (NsmStudyJob *self, const NsmStudySource *source);
double *nsm_study_job_sort_by_group (NsmStudyJob *self, const double *values);
void nsm_study_job_free_groups (NsmStudyJob *self);

void nsm_variable_prepare (NsmVariable *self, NsmStudyJob *job);
void nsm_variable_clear (NsmVariable *self);
NsmSeries *nsm_variable_get_series (const NsmVariable *self, const NsmStudyJob *job);

NsmPair *nsm_pair_new (void);
void nsm_pair_free (NsmPair *pair);
void nsm_pairs_correlate (NsmStudyJob *job, const NsmVariable *candidate,
                          const NsmVariable *outcome, NsmPair **pairs);
void nsm_pairs_correlate_changes (NsmStudyJob *job, const NsmVariable *candidate,
                                  const NsmVariable *outcome, NsmPair **pairs);
void nsm_pair_add_figures (NsmPair *pair, const NsmCodes *x_codes, const NsmCodes *y_codes,
                           const double *x, const double *y, gboolean truth, gboolean thresholds,
                           NsmPulse *pulse);

/* As nsm_study_new(), of one source for each column of @plan. */
NsmStudy *nsm_study_new_of_sources (const NsmStudySource *sources, gsize n_rows,
                                    const NsmStudyPlan *plan, GCancellable *cancellable,
                                    NsmTableProgress progress, gpointer progress_data,
                                    GError **error);

G_END_DECLS
