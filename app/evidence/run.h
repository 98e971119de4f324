/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "evidence/table.h"
#include "model/choices.h"

G_BEGIN_DECLS

/* Every candidate column against every outcome column of a table: plain data in, plain data
 * out, for a worker thread. */

typedef struct
{
  char *column;
  NsmColumnRole role; /* CANDIDATE, OUTCOME, SEGMENT (one at most), DATE (one at most) */
  NsmCells cells;     /* NUMBER or TRUTH for candidates and outcomes */
} NsmStudyColumn;

typedef struct
{
  GArray *columns; /* NsmStudyColumn */
  NsmWindow period; /* of dated rows: day, week, month, quarter; unset: found out */
  char *changed_on; /* "" or a date (YYYY-MM-DD): a change of the product */
  guint n_threads;  /* 0: one a processor; results are the same for any number */
} NsmStudyPlan;

/* What the column with dates makes of the rows. */
typedef enum
{
  NSM_DATES_NONE,    /* there is none */
  NSM_DATES_COHORTS, /* many rows a date, or dates at random: rows are compared, as without dates */
  NSM_DATES_SERIES,  /* one row a date (and group), at even steps: changes are compared */
} NsmDates;

typedef enum
{
  NSM_PAIR_FINE,
  NSM_PAIR_ALL_MISSING,   /* no row has both */
  NSM_PAIR_TOO_FEW,       /* fewer than 3 rows: no coefficient (fewer than 4: no interval) */
  NSM_PAIR_CANDIDATE_CONSTANT, /* "no variation" */
  NSM_PAIR_OUTCOME_CONSTANT,
} NsmPairState;

typedef struct { double to, rows, x, y, low, high; } NsmPairBin;          /* to: NAN in the last */
typedef struct { double x, x_end, y, y_end, rows; } NsmPairCell;
typedef struct { double periods, r, rows; } NsmPairLag;
typedef struct { double at_least, a, b, c, d, phi, ppv, npv; } NsmPairThreshold;
/* a: did and has the outcome, b: did, hasn't, c: didn't, has, d: neither */

/* Of rows that are a time series (NSM_DATES_SERIES), r, rho and n are of the changes from
 * period to period, at best_lag, and there is no interval: lag_p says what chance does. So
 * are bins, grid and points, then. Groups are looked at with the lag of all rows. */
typedef struct
{
  guint candidate; /* position in the plan's columns */
  guint outcome;
  char *group;     /* NULL: all rows */
  NsmPairState state;
  gsize n;         /* rows with both */
  gsize n_without_candidate;
  gsize n_without_outcome; /* of those with the candidate */
  double r, low, high;     /* Pearson, Fisher's 95 % interval; NAN where undefined */
  double rho;              /* Spearman, mid-ranks */
  GArray *bins;       /* NsmPairBin; only of all rows; all of them at least five rows */
  GArray *grid;       /* NsmPairCell; only of all rows; all at least five rows */
  GArray *points;     /* struct { double x, y } (NsmPairPoint); all rows, at most 2,000, else empty; never stored */
  GArray *thresholds; /* NsmPairThreshold; only of all rows, a 0/1 outcome; all of them */
  GArray *lags;       /* NsmPairLag, of changes; only of all rows, with dates and periods enough */
  double best_lag;    /* of the largest |r| of all rows; NAN */
  double lag_p;       /* by circular shifts; NAN */
} NsmPair;

typedef struct { double x, y; } NsmPairPoint;

typedef struct { double start; /* days since 1970 */ double mean, rows; } NsmSeriesPeriod;

typedef struct
{
  guint column; /* position in the plan's columns */
  GArray *periods; /* NsmSeriesPeriod, ascending, gaps left out */
  double noise;         /* NAN */
  double react_periods; /* NAN: no change named, or it never leaves its band */
} NsmSeries;

typedef struct
{
  NsmDates dates;
  NsmWindow period; /* that was used; unset without dates */
  GPtrArray *pairs;  /* NsmPair: candidates × outcomes, whole before its groups */
  GPtrArray *series; /* NsmSeries: of each candidate and outcome, where there are dates */
  gsize n_groups;    /* values of the segment column that are in pairs, largest first */
  gsize n_groups_left_out; /* more than the 20 largest, or under five rows */
} NsmStudy;

NsmStudyPlan *nsm_study_plan_new (void);
void nsm_study_plan_free (NsmStudyPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NsmStudyPlan, nsm_study_plan_free)
void nsm_study_plan_add (NsmStudyPlan *plan, const char *column, NsmColumnRole role, NsmCells cells);

/* (transfer full): NULL and G_IO_ERROR_CANCELLED, or G_IO_ERROR_INVALID_ARGUMENT where the plan
 * names a column that @table hasn't (or has otherwise). @progress is called in this thread. */
NsmStudy *nsm_study_new (NsmTable *table, const NsmStudyPlan *plan, GCancellable *cancellable,
                     NsmTableProgress progress, gpointer progress_data, GError **error);
void nsm_study_free (NsmStudy *study);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NsmStudy, nsm_study_free)

G_END_DECLS
