/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "analysis/agreement.h"
#include "analysis/private.h"

#include "record/language.h"

#define N_POINTS 5
/* The ways to mark are enumerated, and of more people there are too many. */
#define MOST_PEOPLE 24

/**
 * nsm_r_wg:
 *
 * Agreement within a group on one thing, against marks given evenly at random:
 * `1 − s² / 2`, negative shown as 0 (James, Demaree & Wolf 1984).
 *
 * Returns: 0 to 1; NAN with fewer than two marks
 */
double
nsm_r_wg (const double *marks, guint n)
{
  double mean = 0, squares = 0;

  if (n < 2)
    return NAN;
  for (guint i = 0; i < n; i++)
    mean += marks[i] / n;
  for (guint i = 0; i < n; i++)
    squares += (marks[i] - mean) * (marks[i] - mean);
  return MAX (0, 1 - squares / (n - 1) / 2);
}

typedef struct
{
  double r_wg;
  double chance;
} Outcome;

static int
compare_outcomes (gconstpointer a, gconstpointer b)
{
  double difference = ((const Outcome *) b)->r_wg - ((const Outcome *) a)->r_wg;

  return difference > 0 ? 1 : difference < 0 ? -1 : 0;
}

/* All ways to give n marks of 1 to 5, by how often each is given. */
static GArray *
list_outcomes (guint n)
{
  GArray *outcomes = g_array_new (FALSE, FALSE, sizeof (Outcome));

  for (guint a = 0; a <= n; a++)
    for (guint b = 0; a + b <= n; b++)
      for (guint c = 0; a + b + c <= n; c++)
        for (guint d = 0; a + b + c + d <= n; d++)
          {
            const guint counts[N_POINTS] = { a, b, c, d, n - a - b - c - d };
            double sum = 0, squares = 0, log_ways = lgamma (n + 1.0);
            Outcome outcome;

            for (guint i = 0; i < N_POINTS; i++)
              {
                sum += (i + 1.0) * counts[i];
                squares += (i + 1.0) * (i + 1.0) * counts[i];
                log_ways -= lgamma (counts[i] + 1.0);
              }
            outcome.r_wg = MAX (0, 1 - (squares - sum * sum / n) / (n - 1) / 2);
            outcome.chance = exp (log_ways - n * log (N_POINTS));
            g_array_append_val (outcomes, outcome);
          }
  g_array_sort (outcomes, compare_outcomes);
  return outcomes;
}

/**
 * nsm_r_wg_by_chance:
 *
 * Returns: the smallest r_wg that @n people who mark evenly at random reach less than
 *   5 % of the time; NAN for fewer than three or more than 24
 */
double
nsm_r_wg_by_chance (guint n)
{
  g_autoptr (GArray) outcomes = NULL;
  double chance = 0, found = NAN;

  if (n < 3 || n > MOST_PEOPLE)
    return NAN;
  outcomes = list_outcomes (n);
  for (guint i = 0; i < outcomes->len;)
    {
      double r_wg = g_array_index (outcomes, Outcome, i).r_wg;

      for (; i < outcomes->len && g_array_index (outcomes, Outcome, i).r_wg > r_wg - NSM_TIE; i++)
        chance += g_array_index (outcomes, Outcome, i).chance;
      if (chance >= 0.05)
        break;
      found = r_wg;
    }
  return found;
}

/**
 * nsm_r_wg_get_chance:
 *
 * Returns: how often @n people who mark evenly at random reach at least @r_wg; NAN as
 *   for nsm_r_wg_by_chance()
 */
double
nsm_r_wg_get_chance (guint n, double r_wg)
{
  g_autoptr (GArray) outcomes = NULL;
  double chance = 0;

  if (n < 3 || n > MOST_PEOPLE)
    return NAN;
  outcomes = list_outcomes (n);
  for (guint i = 0; i < outcomes->len; i++)
    if (g_array_index (outcomes, Outcome, i).r_wg > r_wg - NSM_TIE)
      chance += g_array_index (outcomes, Outcome, i).chance;
  return chance;
}

/**
 * nsm_r_wg_dup_note:
 *
 * Returns: (transfer full): what to keep in mind of r_wg in a panel of @n_people
 */
char *
nsm_r_wg_dup_note (guint n_people)
{
  double limit = nsm_r_wg_by_chance (n_people);
  g_autofree char *from = nsm_number_dup (limit, 2);

  if (n_people < 3)
    return g_strdup (_("r_wg says little about fewer than three people."));
  if (isnan (limit))
    return g_strdup (_("Panels that like high marks look more agreed than they are: read the "
                       "marks beside r_wg."));
  return g_strdup_printf (
    /* Translators: how many people, in how many of 100 cells, and a coefficient */
    ngettext ("With %u person who marks at random r_wg is 0.70 or more in %.0f of 100 cells, and "
              "only from %s on in fewer than five: in a large table some cells look agreed by "
              "chance. Panels that like high marks look more agreed than they are, so read the "
              "marks beside it.",
              "With %u people who mark at random r_wg is 0.70 or more in %.0f of 100 cells, and "
              "only from %s on in fewer than five: in a large table some cells look agreed by "
              "chance. Panels that like high marks look more agreed than they are, so read the "
              "marks beside it.",
              n_people),
    n_people, 100 * nsm_r_wg_get_chance (n_people, 0.7), from);
}
