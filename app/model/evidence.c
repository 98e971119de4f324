/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/evidence.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "record/language.h"

#define MOST_ROWS 1e12
#define MOST 1e300

#define SELF NsmBin
static const NsmField bin_fields[] = {
  NSM_OPTIONAL (to, N_("Up to"), -MOST, MOST),
  NSM_OPTIONAL (rows, N_("Rows"), NSM_BIN_ROWS, MOST_ROWS),
  NSM_OPTIONAL (x, N_("Mean of the candidate"), -MOST, MOST),
  NSM_OPTIONAL (y, N_("Mean of the outcome"), -MOST, MOST),
  /* xgettext:no-c-format */
  NSM_OPTIONAL (low, N_("95 % interval from"), -MOST, MOST),
  NSM_OPTIONAL (high, N_("to"), -MOST, MOST),
};
#undef SELF

NSM_DEFINE_ROW (NsmBin, nsm_bin, bin_fields, N_("Bin"))

#define SELF NsmGridCell
static const NsmField grid_cell_fields[] = {
  NSM_OPTIONAL (x, N_("Candidate from"), -MOST, MOST),
  NSM_OPTIONAL (x_end, N_("Candidate to"), -MOST, MOST),
  NSM_OPTIONAL (y, N_("Outcome from"), -MOST, MOST),
  NSM_OPTIONAL (y_end, N_("Outcome to"), -MOST, MOST),
  NSM_OPTIONAL (rows, N_("Rows"), NSM_BIN_ROWS, MOST_ROWS),
};
#undef SELF

NSM_DEFINE_ROW (NsmGridCell, nsm_grid_cell, grid_cell_fields, N_("Field of a scatter plot"))

#define SELF NsmLag
static const NsmField lag_fields[] = {
  NSM_NUMBER (periods, N_("Periods later"), 0, 120, 0, NSM_FIELD_WHOLE),
  NSM_OPTIONAL (coefficient, N_("Correlation"), -1, 1),
  NSM_OPTIONAL (rows, N_("Periods compared"), 0, MOST_ROWS),
};
#undef SELF

NSM_DEFINE_ROW (NsmLag, nsm_lag, lag_fields, N_("Lag"))

#define SELF NsmThreshold
static const NsmField threshold_fields[] = {
  NSM_OPTIONAL (at_least, N_("At least"), -MOST, MOST),
  NSM_OPTIONAL (did, N_("Rows at or above it"), NSM_BIN_ROWS, MOST_ROWS),
  NSM_OPTIONAL (others, N_("Rows below it"), NSM_BIN_ROWS, MOST_ROWS),
  NSM_OPTIONAL (phi, N_("Phi"), -1, 1),
  NSM_OPTIONAL (ppv, N_("Share with the outcome among those who did"), 0, 1),
  NSM_OPTIONAL (npv, N_("Share without the outcome among the others"), 0, 1),
};
#undef SELF

NSM_DEFINE_ROW (NsmThreshold, nsm_threshold, threshold_fields, N_("Threshold"))

#define SELF NsmEvidence
static const NsmField evidence_fields[] = {
  NSM_REFERENCE (candidate, N_("Candidate"), nsm_candidate_get_type, NSM_FIELD_IDENTITY),
  NSM_CHOICE (outcome, N_("Outcome"), nsm_outcome_get_type, 0),
  NSM_LINE (outcome_name, N_("Outcome, in words"), 0),
  NSM_CHOICE (method, N_("Method"), nsm_method_get_type, 0),
  NSM_OPTIONAL (coefficient, N_("Correlation"), -1, 1),
  /* xgettext:no-c-format */
  NSM_OPTIONAL (low, N_("95 % interval from"), -1, 1),
  NSM_OPTIONAL (high, N_("to"), -1, 1),
  NSM_OPTIONAL (rows, N_("Customers or periods counted"), 0, 1e12),
  NSM_OPTIONAL (lag_months, N_("Outcome measured this many months later"), 0, 120),
  NSM_FLAG (overlaps, N_("Measured over the same time as the outcome")),
  NSM_REFERENCE (segment, N_("Only this segment"), nsm_segment_get_type, 0),
  NSM_LINE (finding, N_("What it shows, in words"), 0),
  NSM_LINE (source, N_("Source"), 0),
  NSM_DATE (date, N_("Date"), 0),
  NSM_REFERENCE (dataset, N_("File"), nsm_dataset_get_type, 0),
  NSM_LINE (column, N_("Column of the candidate"), 0),
  NSM_LINE (outcome_column, N_("Column of the outcome"), 0),
  NSM_LINE (group, N_("Only these rows"), 0),
  NSM_OPTIONAL (rank_coefficient, N_("Rank correlation"), -1, 1),
  NSM_OPTIONAL (probability, N_("By chance alone"), 0, 1),
  NSM_OPTIONAL (lag_periods, N_("Outcome measured this many periods later"), 0, 120),
  NSM_OPTIONAL (dropped, N_("Rows without one of the two values"), 0, MOST_ROWS),
  NSM_LINE (problem, N_("Why there is no figure"), 0),
  NSM_FLAG (timing_unsaid, N_("Nobody said when it was measured")),
  NSM_FLAG (less_is_better, N_("Less of it is better")),
  NSM_OPTIONAL (earlier_coefficient, N_("Correlation in the file before"), -1, 1),
  NSM_OPTIONAL (earlier_rows, N_("Counted in the file before"), 0, MOST_ROWS),
  NSM_LIST_OF (bins, N_("Outcome by tenths of the candidate"), nsm_bin_get_type, 0),
  NSM_LIST_OF (grid, N_("Scatter plot"), nsm_grid_cell_get_type, 0),
  NSM_LIST_OF (lags, N_("Lags"), nsm_lag_get_type, 0),
  NSM_LIST_OF (thresholds, N_("Thresholds"), nsm_threshold_get_type, 0),
};
#undef SELF

NSM_DEFINE_ROW (NsmEvidence, nsm_evidence, evidence_fields, N_("Result"))

#define SELF NsmPeriod
static const NsmField period_fields[] = {
  NSM_DATE (start, N_("From"), NSM_FIELD_IDENTITY),
  NSM_OPTIONAL (mean, N_("Mean"), -MOST, MOST),
  NSM_OPTIONAL (rows, N_("Rows"), NSM_BIN_ROWS, MOST_ROWS),
};
#undef SELF

NSM_DEFINE_ROW (NsmPeriod, nsm_period, period_fields, N_("Period"))

#define SELF NsmColumn
static const NsmField column_fields[] = {
  NSM_LINE (name, N_("Column"), NSM_FIELD_IDENTITY),
  NSM_CHOICE (role, N_("What it is"), nsm_column_role_get_type, 0),
  NSM_REFERENCE (candidate, N_("Candidate"), nsm_candidate_get_type, 0),
  NSM_CHOICE (outcome, N_("Outcome"), nsm_outcome_get_type, 0),
  NSM_FLAG (less_is_better, N_("Less of it is better")),
  NSM_FLAG (truth, N_("Yes or no")),
  NSM_LINE (unit, N_("Unit"), 0),
  NSM_CHOICE (timing, N_("When it was measured"), nsm_timing_get_type, 0),
  NSM_OPTIONAL (from_day, N_("From each customer’s day"), 1, 36500),
  NSM_OPTIONAL (to_day, N_("To each customer’s day"), 1, 36500),
  NSM_DATE (from_date, N_("From"), 0),
  NSM_DATE (to_date, N_("To"), 0),
  NSM_OPTIONAL (noise, N_("Noise: coefficient of variation"), 0, MOST),
  NSM_OPTIONAL (react_periods, N_("Periods until it reacts"), 0, MOST_ROWS),
  NSM_LIST_OF (series, N_("Over time"), nsm_period_get_type, 0),
};
#undef SELF

NSM_DEFINE_ROW (NsmColumn, nsm_column, column_fields, N_("Column"))

#define SELF NsmDataset
static const NsmField dataset_fields[] = {
  NSM_LINE (name, N_("File"), NSM_FIELD_IDENTITY),
  NSM_OPTIONAL (size, N_("Bytes"), 0, 1e18),
  NSM_LINE (sha256, N_("Fingerprint (SHA-256)"), 0),
  NSM_DATE (modified, N_("Date of the file"), 0),
  NSM_DATE (read_on, N_("Read on"), 0),
  NSM_OPTIONAL (rows, N_("Rows"), 0, MOST_ROWS),
  NSM_OPTIONAL (bad_rows, N_("Rows kept out"), 0, MOST_ROWS),
  NSM_LINE (encoding, N_("Encoding"), 0),
  NSM_LINE (delimiter, N_("Columns are separated by"), 0),
  NSM_LINE (quote, N_("Texts are enclosed in"), 0),
  NSM_LINE (decimal, N_("Decimal sign"), 0),
  NSM_FLAG (header, N_("The first line names the columns")),
  NSM_CHOICE (period, N_("Period"), nsm_window_get_type, 0),
  NSM_DATE (changed_on, N_("A change of the product"), 0),
  NSM_LINE (earlier_name, N_("File before"), 0),
  NSM_LINE (earlier_sha256, N_("Fingerprint of the file before"), 0),
  NSM_DATE (earlier_read_on, N_("File before, read on"), 0),
  NSM_LIST_OF (columns, N_("Columns"), nsm_column_get_type, 0),
};
#undef SELF

NSM_DEFINE_RECORD (NsmDataset, nsm_dataset, dataset_fields, N_("File of data"))

/**
 * nsm_evidence_get_outcome_title:
 *
 * Returns: what the outcome is called: in people's own words, if there are any
 */
const char *
nsm_evidence_get_outcome_title (NsmEvidence *self)
{
  return self->outcome_name[0] != '\0' ? self->outcome_name
                                       : nsm_choice_get_label (NSM_TYPE_OUTCOME, self->outcome);
}

/**
 * nsm_evidence_get_dataset:
 *
 * Returns: (transfer none) (nullable): the file that the result was computed from
 */
NsmDataset *
nsm_evidence_get_dataset (NsmEvidence *self)
{
  NsmRecord *found = nsm_record_find (NSM_RECORD (self), self->dataset);

  return found != NULL && NSM_IS_DATASET (found) ? NSM_DATASET (found) : NULL;
}

/**
 * nsm_evidence_is_of_same_columns:
 *
 * Returns: whether both are about the same two columns of the same file, or both typed in
 */
gboolean
nsm_evidence_is_of_same_columns (NsmEvidence *self, NsmEvidence *other)
{
  return strcmp (self->dataset, other->dataset) == 0 && strcmp (self->column, other->column) == 0 &&
         strcmp (self->outcome_column, other->outcome_column) == 0;
}

/**
 * nsm_evidence_turns_round:
 * @self: a result of all rows
 * @part: of some of them
 *
 * Returns: whether the two coefficients have different signs
 */
gboolean
nsm_evidence_turns_round (NsmEvidence *self, NsmEvidence *part)
{
  return !isnan (self->coefficient) && !isnan (part->coefficient) &&
         self->coefficient * part->coefficient < 0;
}

/**
 * nsm_coefficient_dup_text:
 * @value: a coefficient of correlation, -1 to 1
 *
 * Returns: (transfer full): with two decimals and a true minus sign; where the decimal sign is a
 *   point, without a digit before it unless that is a one: ".78", "−.05", "−1.00", in German
 *   "0,78"; zero has no sign
 */
char *
nsm_coefficient_dup_text (double value)
{
  g_autofree char *text = nsm_number_dup (fabs (value), 2);
  gboolean is_zero = fabs (value) < 0.005;

  return g_strconcat (value < 0 && !is_zero ? "−" : "", nsm_number_skip_zero (text), NULL);
}
