/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "analysis/agreement.h"

#define N_POINTS 5

/**
 * nsm_krippendorff_alpha:
 * @marks: [rater][unit], 1 to 5 or NAN
 * @n_marks: (out) (optional): how many marks stand in a unit with another one
 *
 * Krippendorff's alpha with the ordinal metric (Krippendorff 2011): the one figure
 * over everything that allows for abstentions.
 *
 * Returns: up to 1; NAN where it is undefined: nothing is marked twice, or all marks
 *   are the same
 */
double
nsm_krippendorff_alpha (const double *marks, guint n_raters, guint n_units, guint *n_marks)
{
  double pairs[N_POINTS][N_POINTS] = { { 0 } };
  double totals[N_POINTS] = { 0 };
  double n = 0, observed = 0, expected = 0;

  for (guint u = 0; u < n_units; u++)
    {
      double counts[N_POINTS] = { 0 };
      double in_unit = 0;

      for (guint r = 0; r < n_raters; r++)
        {
          double mark = marks[(gsize) r * n_units + u];

          if (mark >= 1 && mark <= N_POINTS)
            {
              counts[(guint) mark - 1]++;
              in_unit++;
            }
        }
      for (guint i = 0; in_unit >= 2 && i < N_POINTS; i++)
        for (guint j = 0; j < N_POINTS; j++)
          pairs[i][j] += counts[i] * (counts[j] - (i == j ? 1 : 0)) / (in_unit - 1);
    }
  for (guint i = 0; i < N_POINTS; i++)
    for (guint j = 0; j < N_POINTS; j++)
      totals[i] += pairs[i][j];
  for (guint i = 0; i < N_POINTS; i++)
    n += totals[i];

  for (guint i = 0; i < N_POINTS; i++)
    for (guint j = i + 1; j < N_POINTS; j++)
      {
        double between = -(totals[i] + totals[j]) / 2;

        for (guint g = i; g <= j; g++)
          between += totals[g];
        observed += pairs[i][j] * between * between;
        expected += totals[i] * totals[j] * between * between;
      }
  if (n_marks != NULL)
    *n_marks = (guint) lround (n);
  return n >= 2 && expected > 0 ? 1 - (n - 1) * observed / expected : NAN;
}
