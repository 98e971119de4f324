/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/choices.h"
#include "model/metric.h"
#include "model/participant.h"
#include "record/list.h"
#include "record/record.h"

G_BEGIN_DECLS

/* Results of looking at data, typed in or computed from a file of the team's own.
 *
 * Of a file the workshop keeps results, bins of at least five rows, and how its columns
 * were read; never a row. */

/* Rows fewer than this are never kept together as one bin. */
#define NSM_BIN_ROWS 5

/* One stretch of the candidate's values, from the one before it to `to`. */
#define NSM_TYPE_BIN (nsm_bin_get_type ())
G_DECLARE_FINAL_TYPE (NsmBin, nsm_bin, NSM, BIN, NsmRecord)

struct _NsmBin
{
  NsmRecord parent_instance;

  double to;   /* its upper edge; not set for the last one: nobody's extreme is kept */
  double rows; /* at least NSM_BIN_ROWS */
  double x;    /* mean of the candidate */
  double y;    /* mean of the outcome; of 0/1 the share */
  double low;  /* 95 % interval of y */
  double high;
};

/* One field of a scatter, in units of the candidate and of the outcome. */
#define NSM_TYPE_GRID_CELL (nsm_grid_cell_get_type ())
G_DECLARE_FINAL_TYPE (NsmGridCell, nsm_grid_cell, NSM, GRID_CELL, NsmRecord)

struct _NsmGridCell
{
  NsmRecord parent_instance;

  double x;
  double x_end;
  double y;
  double y_end;
  double rows; /* at least NSM_BIN_ROWS */
};

/* The candidate now and the outcome so many periods later. */
#define NSM_TYPE_LAG (nsm_lag_get_type ())
G_DECLARE_FINAL_TYPE (NsmLag, nsm_lag, NSM, LAG, NsmRecord)

struct _NsmLag
{
  NsmRecord parent_instance;

  double periods; /* 0..12 */
  double coefficient;
  double rows;
};

/* People who did it at least so often, against the others, for a 0/1 outcome. */
#define NSM_TYPE_THRESHOLD (nsm_threshold_get_type ())
G_DECLARE_FINAL_TYPE (NsmThreshold, nsm_threshold, NSM, THRESHOLD, NsmRecord)

struct _NsmThreshold
{
  NsmRecord parent_instance;

  double at_least;
  double did;     /* rows at or above it */
  double others;  /* rows below it */
  double phi;
  double ppv;     /* share of those who did that have the outcome */
  double npv;     /* share of the others that don't have it */
};

#define NSM_TYPE_EVIDENCE (nsm_evidence_get_type ())
G_DECLARE_FINAL_TYPE (NsmEvidence, nsm_evidence, NSM, EVIDENCE, NsmRecord)

struct _NsmEvidence
{
  NsmRecord parent_instance;

  char *candidate;
  NsmOutcome outcome;
  char *outcome_name;
  NsmMethod method;
  double coefficient;
  double low;
  double high;
  double rows;
  double lag_months;
  gboolean overlaps;
  char *segment;
  char *finding;
  char *source;
  char *date;

  /* Computed from a file; all of it empty where a result was typed in. */
  char *dataset;        /* NsmDataset */
  char *column;         /* the candidate's column */
  char *outcome_column;
  char *group;          /* value of the segment column; "" for all rows */
  double rank_coefficient; /* Spearman's rho */
  double probability;   /* of lags: by chance alone, by circular shifts */
  double lag_periods;   /* of the largest |r|; of dated rows only */
  double dropped;       /* rows without one of the two values */
  char *problem;        /* why there is no coefficient, in words; "" if there is one */
  gboolean timing_unsaid;
  gboolean less_is_better; /* of the outcome: left, asked for the money back */
  double earlier_coefficient; /* from the file read before this one */
  double earlier_rows;
  NsmList *bins;       /* NsmBin, ascending */
  NsmList *grid;       /* NsmGridCell */
  NsmList *lags;       /* NsmLag */
  NsmList *thresholds; /* NsmThreshold, ascending */
};

/* One period of a column that has dates. */
#define NSM_TYPE_PERIOD (nsm_period_get_type ())
G_DECLARE_FINAL_TYPE (NsmPeriod, nsm_period, NSM, PERIOD, NsmRecord)

struct _NsmPeriod
{
  NsmRecord parent_instance;

  char *start;
  double mean;
  double rows;
};

#define NSM_TYPE_COLUMN (nsm_column_get_type ())
G_DECLARE_FINAL_TYPE (NsmColumn, nsm_column, NSM, COLUMN, NsmRecord)

/* How one column of a file was read, and when it was measured. */
struct _NsmColumn
{
  NsmRecord parent_instance;

  char *name; /* as the file's header says */
  NsmColumnRole role;
  char *candidate;    /* role candidate */
  NsmOutcome outcome; /* role outcome */
  gboolean less_is_better; /* role outcome: a one says that they left */
  gboolean truth; /* read as yes or no */
  char *unit;
  NsmTiming timing;
  double from_day; /* since each customer's first day, counted from 1 */
  double to_day;
  char *from_date;
  char *to_date;
  double noise;         /* coefficient of variation of the detrended series */
  double react_periods; /* after the dated change of the product */
  NsmList *series;      /* NsmPeriod; where there is a column with dates */
};

#define NSM_TYPE_DATASET (nsm_dataset_get_type ())
G_DECLARE_FINAL_TYPE (NsmDataset, nsm_dataset, NSM, DATASET, NsmRecord)

/* A file that the team's analyst exported: what was read and how, never its rows. */
struct _NsmDataset
{
  NsmRecord parent_instance;

  char *name;     /* without folders */
  double size;    /* bytes */
  char *sha256;   /* of the file as it lies on the disk, lower-case hexadecimal */
  char *modified; /* the file's date */
  char *read_on;
  double rows;     /* that were used */
  double bad_rows; /* kept out: of uneven length */
  char *encoding;  /* "UTF-8" */
  char *delimiter; /* one character */
  char *quote;     /* one character, or "" for none */
  char *decimal;   /* "." or "," */
  gboolean header;
  NsmWindow period;  /* of dated rows */
  char *changed_on;  /* a dated change of the product, for the time to react */
  char *earlier_name; /* the file read before this one */
  char *earlier_sha256;
  char *earlier_read_on;
  NsmList *columns; /* NsmColumn, in the file's order */
};

const char *nsm_evidence_get_outcome_title (NsmEvidence *self);
NsmDataset *nsm_evidence_get_dataset (NsmEvidence *self);
gboolean nsm_evidence_is_of_same_columns (NsmEvidence *self, NsmEvidence *other);
gboolean nsm_evidence_turns_round (NsmEvidence *self, NsmEvidence *part);
char *nsm_coefficient_dup_text (double value);

G_END_DECLS
