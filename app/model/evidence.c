/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/evidence.h"

#include <glib/gi18n-lib.h>
#include <math.h>

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
};
#undef SELF

NSM_DEFINE_ROW (NsmEvidence, nsm_evidence, evidence_fields, N_("Result"))

/**
 * nsm_coefficient_dup_text:
 * @value: a coefficient of correlation, -1 to 1
 *
 * Returns: (transfer full): with two decimals, a true minus sign, and no digit before the
 *   point unless it is a one: ".78", "−.05", "−1.00"; zero has no sign
 */
char *
nsm_coefficient_dup_text (double value)
{
  g_autofree char *text = g_strdup_printf ("%.2f", fabs (value));
  gboolean is_zero = fabs (value) < 0.005;

  return g_strconcat (value < 0 && !is_zero ? "−" : "", text[0] == '0' ? text + 1 : text, NULL);
}
